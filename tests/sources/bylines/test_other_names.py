"""Other names: whose name stands in a side column, with a picture, a book or a comment."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import first
from newscrawler.extract import extract
from newscrawler.sources.bylines.other_names import PROFILE, StoryNames, _is_title, _says
from newscrawler.sources.visible import near

URL = "https://press.example/harbour/wall-4711"
HEAD = "<h1>Aldine builds a new wall</h1><p class=date>12 May 2025, 10:31</p>"
TEXT = "".join(
    f"<p>The harbour council of Aldine agreed on {day} to rebuild the western wall before the winter storms arrive.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)
STORY = f"<main><article>{HEAD}{TEXT}</article></main>"
ANN = "<span class=author>Ann Example</span>"


def authors(body: str) -> list[str]:
    article = extract(f"<html><body><header><a href='/'>Press</a></header>{body}</body></html>", URL)
    assert article
    return article.authors


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=opinion-box><h3>Opinion</h3><a href='/o/1'>Why we wait</a>{ANN}</div>",
        "<div class=box><a href='/k/1' class=author-name>Ann Example</a><a href='/k/1'>Why we wait</a></div>",
        f"<div class=next><h2><a href='/x/1'>The price of fish went up again</a></h2>{ANN}<p>Short text of it.</p></div>",
        f"<div class=reader-opinions><h3>2 readers say</h3><div class=readers>{ANN}<p>Good wall.</p></div></div>",
        f"<div class=letter-box><h3>The Morning Letter</h3><p>{ANN}</p><form><input name=email></form></div>",
        (
            "<div class=right-col><h4>Most read authors</h4><ol><li class=author><a href='/author/ann'>Ann Example</a>"
            "<li class=author><a href='/author/bob'>Bob Sample</a></ol></div>"
        ),
        f"<div itemscope itemtype='https://schema.org/Comment'>{ANN}<p>Good wall, at last.</p></div>",
        f"<div class=book-box><img src=c.jpg><b>The Sea Wall</b>{ANN}<p>Dock Press, 20 euros</p></div>",
        f"<div class=b><b>The Sea Wall</b>{ANN}<p>Dock Press, 320 pages</p></div>",
    ],
)
def test_a_name_beside_the_story_is_not_its_author(box: str) -> None:
    assert authors(f"{STORY}<div id=right>{box}</div>") == []
    assert authors(f"<div id=left>{box}</div>{STORY}") == []
    signed = STORY.replace("<p class=date>", "<p class=author>By Max Muster</p><p class=date>")
    assert authors(f"<div id=left>{box}</div>{signed}") == ["Max Muster"]


def test_who_comments_below_the_text_is_not_its_author() -> None:
    comment = (
        "<div class=c><b class=author>{}</b> <span>12 May 2025 11:00</span><p>Good wall, at last.</p></div>"
    )
    comments = "".join(map(comment.format, ("Jim Beam", "Jane Roe")))
    assert authors(f"<article>{HEAD}{TEXT}<div class=talk>{comments}</div></article>") == []


@pytest.mark.parametrize(
    "line",
    [
        "<div class=main-photo><img src=a.jpg><span class=author>Ann Example</span></div>",
        "<div class=image><img src=a.jpg><p>By Ann Example/Reuters</p></div>",
        "<div class=zdjecie><img src=a.jpg><p>Autor: Ann Example</p></div>",
        "<div class=bilde><img src=a.jpg><div class=byline>Ann Example</div></div>",
        "<div class=foto-autor>Ann Example</div>",
        "<div class=hero><img src=a.jpg><div>The wall <a href='/author/ann'>Ann Example</a></div></div>",
        "<div class=c12><img src=a.jpg width=800><span class=author>Ann Example</span></div>",
        "<div class=c12><img src=a.jpg alt='The wall at dusk'><div>Dusk. <b class=author>Ann Example</b></div></div>",
        "<div class=book><h3>The Sea Wall</h3><p>by Ann Example</p><p>Dock Press</p></div>",
        "<div><h3>The Sea Wall</h3><p>by Ann Example</p><p>Dock Press, 320 pages</p></div>",
        "<div class=film><span>Salt Water</span><span>by Ann Example</span><span>with Tim Actor</span></div>",
    ],
)
def test_a_name_with_a_picture_or_a_work_is_not_the_author(line: str) -> None:
    assert authors(f"<article>{HEAD}{line}{TEXT}</article>") == []
    assert authors(f"<article>{HEAD}{line}<div class=author>Max Muster</div>{TEXT}</article>") == [
        "Max Muster"
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{HEAD}{TEXT}<p class=author>Max Muster</p></article>",
        (
            f"<div>{HEAD}<div>{TEXT}</div><div class=author-box><a href='/author/max' class=author-name>Max Muster</a>"
            "<p>Max Muster covers the coast.</p><a href='/author/max'>More articles</a></div></div>"
        ),
        f"<div class=row><div class=meta><div class=author-name>Max Muster</div></div><div>{HEAD}{TEXT}</div></div>",
        f"<div class=row><div>{HEAD}{TEXT}</div><div><div class=author-name>Max Muster</div></div></div>",
        f"<article><div class=hero><img src=a.jpg>{HEAD}<span class=author>Max Muster</span></div>{TEXT}</article>",
        (
            f"<article>{HEAD}<div class=photo><img src=max.jpg alt='Max Muster'><p class=author>Max Muster</p></div>"
            f"{TEXT}</article>"
        ),
        f"<article>{HEAD}<div class=photo><img src=m.jpg width=64><p class=author>Max Muster</p></div>{TEXT}</article>",
        f"<article>{HEAD}<div><img src=4711.jpg><p class=author>Max Muster</p></div>{TEXT}</article>",
        f"<article>{HEAD}<div class=author><img src=4711.jpg width=400> Max Muster</div>{TEXT}</article>",
        f"<article>{HEAD}<div><img src=a.jpg width=800><p class=author>By Max Muster</p></div>{TEXT}</article>",
        f"<article>{HEAD}<div><img src=a.jpg width=800><p class=byline>Max Muster</p></div>{TEXT}</article>",
        f"<article>{HEAD}<div><a href='/local'>Local news of Aldine</a> <b class=author>Max Muster</b></div>{TEXT}</article>",
    ],
)
def test_a_name_with_the_story_is_its_author(body: str) -> None:
    assert authors(body) == ["Max Muster"]


def test_whose_name_it_is_by_its_place() -> None:
    document = parse_document(f"<body>{STORY}<div><a href='/o/1'>Why we wait</a>{ANN}</div></body>", URL)
    headline, name = first(document.root, "h1"), first(document.root, "span")
    assert headline is not None
    assert name is not None
    assert StoryNames(near(document, headline), headline, URL).is_of_others(name, "Ann Example")
    assert not StoryNames([name], headline, URL).is_of_others(name, "Ann Example")
    assert PROFILE.search("/authors/ann-example")


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("wait until", True),  # ten signs
        ("wait until you", True),
        ("wait unti", False),
        ("waiting-until-now", False),
        ("read wait until", False),
        ("wait until Ann", False),
        ("Max Muster", False),
        ("The Aldine Gazette", False),
        ("Why Max Muster waits", True),
    ],
)
def test_the_text_of_a_link_that_is_a_title(text: str, is_title: bool) -> None:
    assert _is_title(text, {"ann", "until"} if "Ann" in text else ()) is is_title


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        ("<p>Good wall ok.</p>", True),
        ("<div>Good wall ok.</div>", True),
        ("<blockquote>Good wall ok!</blockquote>", True),
        ("<p>Good wall o.</p>", True),  # twelve signs
        ("<p>Good wall.</p>", False),
        ("<p>Good wall at last</p>", False),
        ("<p>Good wall on 12 May 2025.</p>", False),
        ("<span>Good wall ok.</span>", False),
        ("Good wall ok.", False),
    ],
)
def test_a_box_that_says_something(inner: str, says: bool) -> None:
    box = first(parse_document(f"<body><section>{inner}</section>", URL).root, "section")
    assert box is not None
    assert _says(box) is says
