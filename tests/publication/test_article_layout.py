"""A layout leaves to the general sources what it does not name, and cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from newscrawler.publication.article_layout import ImageRule, Layout


def test_only_name_and_marker_are_needed() -> None:
    layout = Layout("today", "html[data-app]")
    left_out = {field.name: getattr(layout, field.name) for field in fields(layout)[2:]}
    assert not any(left_out.values()), left_out
    assert ImageRule("figure") == ImageRule(box="figure", url="img@src", caption=None, credit=None)


def test_it_cannot_be_changed() -> None:
    layout = Layout("today", "html", prefer={"headline": "json-ld"})
    with pytest.raises(FrozenInstanceError):
        layout.headline = "h1"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Layout("old", "html").prefer["headline"] = "json-ld"  # type: ignore[index]
