"""The form of a site's articles, learned from a few."""

from __future__ import annotations

import pytest

from newscrawler.drafts.url_form import learn_form

SITE = "https://press.example"
OTHERS = [f"{SITE}/politics", f"{SITE}/world/europe/", f"{SITE}/news"]
KNOWN = [
    ([f"/news/quay-opens-{n}" for n in (123456, 123457, 1234580)], r"\-\d{6,}/?$", r"\-(\d{6,})/?(?:[?#]|$)"),
    ([f"/a/quay-{n}.html" for n in (11111, 22222, 33333)], r"\-\d{5,}\.html/?$", r"\-(\d{5,})\.html/?(?:[?#]|$)"),
    ([f"/news/{n}/quay-opens" for n in (123456, 223456, 323456)], r"/\d{6,}/[^/]+/?$", r"/(\d{6,})/"),
    (["/2026/05/04/quay", "/2026/05/05/ice", "/2025/12/01/tide"], r"/\d{4}/\d{1,2}/\d{1,2}/[^/]+/?$", None),
    (["/2026/05/quay-opens", "/2026/04/ice", "/2026/01/tide"], r"/\d{4}/\d{1,2}/[^/]+/?$", None),
    (["/x/2026-05-04-quay", "/y/2026-05-05-ice", "/x/2026-05-06-tide"], r"/\d{4}-\d{2}-\d{2}[-/][^/]+/?$", None),
    (["/article/quay", "/article/ice", "/article/tide"], "^/article/[^/]+/?$", None),
    (["/one-two-three-four", "/world/five-six-seven-eight", "/a-b-c-d"], r"/\w+(?:[-_]\w+){3,}(?:\.\w+)?/?$", None),
]  # fmt: skip


@pytest.mark.parametrize(("paths", "form", "number"), KNOWN, ids=[paths[0] for paths, *_ in KNOWN])
def test_the_form(paths: list[str], form: str, number: str | None) -> None:
    learned = learn_form([SITE + path for path in paths], OTHERS)
    assert learned is not None
    assert (learned[0].path.replace("\\-", "-"), learned[1]) == (form.replace("\\-", "-"), 3)  # type: ignore[union-attr]  # as above
    assert (learned[0].number or "").replace("\\-", "-") == (number or "").replace("\\-", "-")


def test_a_number_in_the_query() -> None:
    learned = learn_form([f"{SITE}/story?id={n}&x=1" for n in (1234, 5678, 9012)], OTHERS)
    assert learned is not None
    assert learned[0].query == r"(?:^|&)id=\d+"
    assert learned[0].matches(f"{SITE}/story?id=77")
    assert not learned[0].matches(f"{SITE}/story")


def test_a_long_code() -> None:
    code = "60a0111a-c2d2-46c8-9e93-b16a374e6ba8"
    learned = learn_form([f"{SITE}/quay-a-{code}", f"{SITE}/ice-a-{code[::-1][:0]}{code}"], OTHERS)
    assert learned is not None
    assert learned[0].number is not None


def test_a_form_that_sections_have_is_none() -> None:
    urls = [f"{SITE}/news/quay", f"{SITE}/news/ice"]
    assert learn_form(urls, [f"{SITE}/news/europe"]) is None
    assert learn_form([]) is None
