"""Teasers of other stories among the text are no part of it; a roundup, and links to other sites, are."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.regions import find_region
from newscrawler.sources.boilerplate.teasers import leave_out_teasers
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

SHORT = "The pilots of the harbour have been waiting for the ferry since the first day of the week."


def entries(form: str, count: int = 5) -> str:
    """Entries of one form: ``{url}``, ``{title}`` and ``{text}`` are filled in."""
    return "".join(
        form.format(
            url=f"/news/{n}", title=f"The ferry sails again, number {n}", text=f"{n} of them: {SHORT}"
        )
        for n in range(count)
    )


FORMS = [
    "<div class='item'><a href='{url}'>{title}</a><p>{text}</p></div>",
    "<div class='item'><span>12:01</span> <a href='{url}'>{title}</a><p>{text}</p></div>",
    "<div class='n'><h4><a href='{url}'>{title}</a></h4><div>{text} <a href='{url}'>more</a></div></div>",
    "<div class='n'><b><a href='https://news.example{url}'>{title}</a></b><br>{text}</div>",
    "<p class='ann'><a href='{url}'>{title}</a>. {text} <a href='{url}'>»</a></p>",
    "<article class='teaser-x'><h3><a href='{url}'>{title}</a></h3><p>{text}</p></article>",
    "<section><a href='{url}'><h4>{title}</h4></a><p>{text}</p></section>",
]


def body(inner: str) -> list[str]:
    return lines(f"<div class='page'><h1>T</h1><div class='text'>{inner}</div></div>")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "box",
    [
        "<div class='xx'>{}</div>",
        "<table><tr><td>{}</td></tr></table>",
        "<div><h4>In the harbour</h4>{}</div>",
    ],
)
def test_teasers_are_left_out(form: str, box: str) -> None:
    teasers = box.format(entries(form))
    assert body(f"{story(1, 4)}{teasers}{story(5, 8)}") == expected(1, 8)
    assert body(f"{story(1, 8)}{teasers}") == expected(1, 8)


def test_the_names_of_their_tabs_go_with_them() -> None:
    tabs = "<ul><li>Latest</li><li>Popular</li></ul>"
    assert body(f"{story(1, 4)}<div>{tabs}{entries(FORMS[0])}</div>{story(5, 8)}") == expected(1, 8)


def test_a_roundup_stays() -> None:
    page = "".join(
        f"<div class='item'><h3><a href='/walks/{n}'>Walk number {n}</a></h3><p>{paragraph(n)}</p></div>"
        for n in range(1, 7)
    )
    assert body(f"<p>{paragraph(20)}</p>{page}")[:3] == [paragraph(20), "Walk number 1", paragraph(1)]


def test_links_to_other_sites_stay() -> None:
    form = "<div class='item'><h4><a href='https://shop.example{url}'>{title}</a></h4><p>{text}</p></div>"
    found = body(f"{story(1, 4)}{entries(form)}{story(5, 8)}")
    assert f"1 of them: {SHORT}" in found
    assert len(found) == 18


@pytest.mark.parametrize(
    "form",
    [
        "<div class='item'><h4>{title}</h4><p>{text}</p></div>",
        "<div class='item'><a href='#{url}'>{title}</a><p>{text}</p></div>",
        "<div class='item'><p>{text} <a href='{url}'>{title}</a></p></div>",
        "<li><a href='{url}'>{title}</a>: {text}</li>",
        "<div class='item'><h4><a href='{url}'>Pier</a></h4><p>{text}</p></div>",
    ],
)
def test_entries_that_tease_nothing_stay(form: str) -> None:
    assert f"1 of them: {SHORT}" in " ".join(body(f"{story(1, 4)}{entries(form)}{story(5, 8)}"))


def test_two_alike_are_no_list() -> None:
    found = body(f"{story(1, 4)}<div>{entries(FORMS[2], 2)}</div>{story(5, 8)}")
    assert f"1 of them: {SHORT} more" in found


def test_a_region_no_longer_holds_what_teases() -> None:
    page = walked(f"<h1>T</h1><div>{story(1, 6)}<div class='xx'>{entries(FORMS[0])}</div></div>")
    region = find_region(page)
    assert region is not None
    leave_out_teasers(page.blocks, region, page.headline, "https://news.example/a")
    held = [block.text for block in page.blocks if region.holds(block.node)]
    assert [text for text in held if text != "T"] == expected(1, 6)


def test_dated_entries_are_teasers_however_many_they_are() -> None:
    form = "<div class='item'><h4><a href='{url}'>{title}</a></h4><i>12:01 3.5.2021</i><p>{text}</p></div>"
    undated = form.replace("<i>12:01 3.5.2021</i>", "")
    assert body(f"{story(1, 3)}<div>{entries(form, 12)}</div>") == expected(1, 3)
    assert len(body(f"{story(1, 3)}<div>{entries(undated, 12)}</div>")) > 3


def test_cards_of_other_stories_here_and_there() -> None:
    card = (
        "<div class='card-x'><img src='/p.jpg'><h3><a href='/news/1'>The ferry sails again to the island</a></h3>"
        "<p>Pilots of the harbour have been waiting for a week</p></div>"
    )
    assert body(f"{story(1, 3)}{card}{story(4, 8)}{card}{story(9, 12)}") == expected(1, 12)
