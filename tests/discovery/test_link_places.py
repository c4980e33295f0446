"""Places of links: headings, cards and rows with a time, each by its own markup."""

from __future__ import annotations

import pytest

from newscrawler.discovery.link_places import CARD, HEADING, LONG_TEXT, TIMED, is_long, menus, weight_of
from newscrawler.document import parse_document
from newscrawler.publication.selectors import select

URL = "https://paper.example/"
LINK = "<a href=/i/ab1>Quay</a>"


def weight(html: str, text: str = "Quay") -> int:
    (link,) = select(parse_document(f"<body>{html}", URL).root, "a")
    return weight_of(link, text)


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h4", "h5"])
def test_a_heading_around_or_within_a_link(tag: str) -> None:
    assert weight(f"<{tag}>{LINK}</{tag}>") == HEADING
    assert weight(f"<a href=/i/ab1><{tag}>Quay</{tag}></a>") == HEADING
    assert weight(f"<li><{tag}>{LINK}</{tag}></li>") == HEADING + CARD


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h6>{}</h6>", 0),
        ("<article>{}</article>", CARD),
        ("<table><tr><td>{}</table>", CARD),
        ("<div itemtype=https://schema.org/NewsArticle>{}</div>", CARD),
        ("<li>{}<i class=post-date>1 May</i></li>", CARD + TIMED),
        ("<li>{}<i class=timestamp>1 May</i></li>", CARD + TIMED),
        ("<li>{}<time>1 May</time></li>", CARD + TIMED),
        ("<li>{}<i class=other>1 May</i></li>", CARD),
        ("<li><p><p><p><p><b>{}</b></li>", CARD),
        ("<li><div><div><div><div>{}</div></div></div></div></li>", CARD),
        ("<li><div><div><div><div><div>{}</div></div></div></div></div></li>", 0),
        ("<article><main>{}</main></article>", 0),
        ("<li>{}<time>1 May</time>" + "x" * 1989 + "</li>", CARD + TIMED),
        ("<li>{}<time>1 May</time>" + "x" * 1999 + "</li>", CARD),
    ],
)
def test_the_card_of_a_link(html: str, expected: int) -> None:
    assert weight(html.format(LINK)) == expected


@pytest.mark.parametrize(
    "href",
    [
        "/login?to=1", "/user/logout", "/SignIn", "/signup", "/subscribe-now", "/a?print=1", "mailto:a@b.example",
        "/share?u=1",
    ],
)  # fmt: skip
def test_services_are_no_articles(href: str) -> None:
    assert weight(f"<h2><a href='{href}'>Quay</a></h2>") == 0


def test_a_long_text() -> None:
    assert weight(LINK, "The quay opens again") == LONG_TEXT
    assert is_long("a b c d")
    assert not is_long("a b c")
    assert is_long("\u2e80" * 8)
    assert not is_long("\u2e80" * 7 + "\u2e7f")


@pytest.mark.parametrize(
    "box",
    [
        "<nav>{}</nav>", "<div role=navigation>{}</div>", "<div role=menu>{}</div>", "<div class=mainmenu>{}</div>",
        "<div class=navbar-2>{}</div>", "<div class=wp-pager>{}</div>", "<div class=pagination>{}</div>",
        "<header>{}</header>", "<div><header>{}</header></div>", "<form>{}</form>",
    ],
)  # fmt: skip
def test_boxes_whose_links_lead_to_sections(box: str) -> None:
    root = parse_document(f"<body>{box.format(LINK)}", URL).root
    (link,) = select(root, "a")
    assert not menus(root).isdisjoint(link.ancestors)


@pytest.mark.parametrize(
    "box", ["<div><div><header>{}</header></div></div>", "<p>{}</p>", "<div role=main>{}</div>"]
)
def test_boxes_whose_links_may_lead_to_articles(box: str) -> None:
    root = parse_document(f"<body>{box.format(LINK)}", URL).root
    (link,) = select(root, "a")
    assert menus(root).isdisjoint(link.ancestors)
