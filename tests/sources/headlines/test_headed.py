"""The sign by which readers copy the place of a heading is no part of it; the question that a button shows is."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.headlines.headed import is_anchor, opens_answer
from tests.sources.stories import expected, lines, paragraph, story


@pytest.mark.parametrize(
    "sign", ["#", "¶", "🔗", "§", "#part2", "Link to this section", "permalink", "Anchor"]
)
@pytest.mark.parametrize(
    "heading", ["<h2 id='s'>The vote <a href='#s'>{}</a></h2>", "<h3><a href='#s'>{}</a>The vote</h3>"]
)
def test_an_anchor_in_a_heading(sign: str, heading: str) -> None:
    page = f"<article><h1>T</h1><div>{story(1, 3)}{heading.format(sign)}{story(4, 6)}</div></article>"
    assert lines(page) == [*expected(1, 3), "The vote", *expected(4, 6)]


@pytest.mark.parametrize(
    "link", ["<a href='/vote'>#</a>", "<a href='#s'>The vote</a>", "<a href='#s'>Links of the town</a>"]
)
def test_words_of_a_heading(link: str) -> None:
    (found,) = parse_document(f"<h2>{link}</h2>", "https://news.example/a").elements_of("a")
    assert not is_anchor(found)


@pytest.mark.parametrize(
    "form",
    [
        "<h3><button aria-expanded='false' aria-controls='a{0}'>{1}</button></h3><div id='a{0}'><p>{2}</p></div>",
        "<h3><button aria-expanded='false' aria-controls='a{0}'>{1}</button></h3><div id='a{0}' hidden><p>{2}</p></div>",
        "<button aria-expanded='false'>{1}</button><div><p>{2}</p></div>",
        "<button class='faq-q'>{1}</button><div><p>{2}</p></div>",
        "<div class='accordion-item'><button>{1}</button><p>{2}</p></div>",
        "<details><summary>{1}</summary><p>{2}</p></details>",
    ],
)
def test_a_question_that_opens_its_answer(form: str) -> None:
    asked = [(f"What does berth number {n} cost?", paragraph(50 + n)) for n in range(3)]
    folds = "".join(form.format(n, question, answer) for n, (question, answer) in enumerate(asked))
    page = f"<article><h1>T</h1><div class='text'>{story(1, 3)}{folds}{story(4, 6)}</div></article>"
    assert lines(page) == [*expected(1, 3), *(line for fold in asked for line in fold), *expected(4, 6)]


@pytest.mark.parametrize(
    "button",
    [
        "<button aria-expanded='false'>Show more comments</button>",
        "<button>Have you forgotten your password?</button>",
        "<h3>The vote<button>Share</button></h3>",
    ],
)
def test_other_buttons_are_no_words_of_the_text(button: str) -> None:
    page = f"<article><h1>T</h1><div class='text'>{story(1, 3)}{button}{story(4, 6)}</div></article>"
    assert [line for line in lines(page) if line != "The vote"] == expected(1, 6)


def test_the_buttons_of_a_heading() -> None:
    (button,) = parse_document(
        "<h2><button>The vote of the council</button></h2>", "https://news.example/a"
    ).elements_of("button")
    assert opens_answer(button, "h2")
    assert not opens_answer(button, "div")


@pytest.mark.parametrize(
    "link", ["<span>[<a href='/edit'>edit</a>]</span>", "<small>[<a href='?s=1'>Bearbeiten</a> ]</small>"]
)
def test_a_link_in_brackets_by_which_readers_edit_a_part(link: str) -> None:
    page = f"<article><h1>T</h1><div>{story(1, 3)}<h2>The vote{link}</h2>{story(4, 6)}</div></article>"
    assert lines(page) == [*expected(1, 3), "The vote", *expected(4, 6)]


@pytest.mark.parametrize(
    "words", ["<span>[The <a href='/mayor'>mayor</a>]</span> speaks", "[sic] <i>votes</i>"]
)
def test_words_in_brackets_that_are_the_headings(words: str) -> None:
    page = f"<article><h1>T</h1><div>{story(1, 3)}<h2>{words}</h2>{story(4, 6)}</div></article>"
    assert len(lines(page)) == len(expected(1, 6)) + 1
