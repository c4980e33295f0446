"""The text of an article that only the script state of a page's framework holds."""

from __future__ import annotations

import json

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.body.framework_state import state_body
from tests.sources.stories import expected, found, lines, paragraph, story

STORY = "".join(f"<p>{paragraph(n)}</p>" for n in range(1, 5))
ARTICLE = {"headline": "Harbour council votes again", "contentHtml": STORY}
OTHERS = {"list": [{"title": "Another", "body": story(80, 99)}]}
ELEMENTS = {
    "headlines": {"basic": ARTICLE["headline"]},
    "content_elements": [{"type": "text", "content": paragraph(n)} for n in range(1, 5)],
}
ESCAPED = {"t": ARTICLE["headline"], "body": STORY.replace("<", "&lt;").replace(">", "&gt;")}


def in_script(value: object) -> str:
    return json.dumps(value).replace("<", "\\u003c")


def data_script(value: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{in_script(value)}</script>'


@pytest.mark.parametrize(
    "script",
    [
        data_script({"props": {"a": ARTICLE}}),
        f"<script>window.__STATE__ = {in_script(ARTICLE)};</script>",
        f"<script>w.q=[];w.q.push({in_script([ARTICLE])});</script>",
        f"<script>self.__next_f.push([1,{in_script('5:' + json.dumps(ARTICLE))}])</script>",
        f"<script>Fusion.globalContent={in_script(ELEMENTS)};Fusion.x={{}}</script>",
        f"<script>var s = {in_script(ESCAPED)}</script>",
    ],
    ids=["next", "assigned", "pushed", "flight", "elements", "escaped"],
)
def test_text_that_is_only_in_a_scripts_state(script):
    page = f"<html><body><h1>Harbour council votes again</h1><div id='root'></div>{script}</body></html>"
    candidate = found(page, headline="Harbour council votes again | The Example")
    assert candidate is not None
    assert candidate.source == "state"
    assert candidate.text.split("\n\n") == expected(1, 4)


def test_state_of_other_stories_is_not_the_articles_text():
    state = data_script(OTHERS)
    assert found(f"<h1>Harbour council votes</h1>{state}", headline="Harbour council votes") is None
    short = f"<h1>T</h1><p>{paragraph(1, 4)}</p>{state}"
    assert lines(short) == [paragraph(1, 4)]


def test_other_story_in_the_state_beside_or_within_this_one_is_passed_over():
    teaser = {"title": "Lighthouse sold at last", "url": "/x", "body": story(70, 90)}
    both = {"article": {**ARTICLE, "related": [teaser, teaser]}, "latest": [teaser]}
    page = f"<h1>{ARTICLE['headline']}</h1>{data_script(both)}"
    assert lines(page, headline=ARTICLE["headline"]) == expected(1, 4)
    without = {"article": {"headline": ARTICLE["headline"], "related": [teaser]}, "latest": [teaser]}
    assert (
        found(f"<h1>{ARTICLE['headline']}</h1>{data_script(without)}", headline=ARTICLE["headline"]) is None
    )


def test_text_that_the_state_refers_to():
    rows = (
        "5:"
        + json.dumps({"title": ARTICLE["headline"], "body": "$1a"})
        + f"\n1a:T4b2,{STORY}\n1b:T9,{story(80, 99)}"
    )
    page = f"<h1>{ARTICLE['headline']}</h1><script>self.__next_f.push([1,{in_script(rows)}])</script>"
    assert lines(page, headline=ARTICLE["headline"]) == expected(1, 4)


def test_state_is_not_read_where_the_page_shows_its_text():
    state = data_script(ARTICLE)
    page = f"<h1>{ARTICLE['headline']}</h1><div>{story(11, 14)}</div>{state}"
    assert lines(page) == expected(11, 14)


def test_pushed_state_that_is_no_row_is_passed_over():
    row = json.dumps("5:" + json.dumps(ARTICLE)).replace("<", "\\u003c")
    pushed = [f"[0{' ' * 400}]", f'{{"x": "{"y" * 400}"}}', f"[{' ' * 400}]", f"[1, {row}]"]
    scripts = [f"<script>self.__next_f.push({value})</script>" for value in pushed]
    assert state_of(*scripts) == "\n\n".join(expected(1, 4))


def test_a_state_that_tells_another_story_than_the_page_shows_is_not_its_text():
    state = data_script(ARTICLE)
    shown = f"<h1>{ARTICLE['headline']}</h1><p>{paragraph(40, 1)}</p>{state}"
    assert lines(shown, headline=ARTICLE["headline"]) == [paragraph(40, 1)]
    begun = f"<h1>{ARTICLE['headline']}</h1><p>{paragraph(1)}</p>{state}"
    assert lines(begun, headline=ARTICLE["headline"]) == expected(1, 4)


def test_code_in_scripts_is_no_text():
    code = "var a = {'x': 'function b(c){return c;}var d=b(1);if(d){e();}' + 'x'.repeat(900)};" * 20
    assert found(f"<h1>T</h1><script>{code}</script>") is None


def state_of(*scripts: str, headline: str | None = ARTICLE["headline"]) -> str | None:
    return state_body(parse_document("".join(scripts), "https://news.example/a"), headline)


def test_only_the_object_that_has_the_headline_is_read():
    assert state_of(data_script(ARTICLE)) == "\n\n".join(expected(1, 4))
    assert state_of(data_script(ARTICLE), headline="Lighthouse sold at last") is None
    assert state_of(data_script(ARTICLE), headline="Council") is None, "too short to tell"
    assert state_of(data_script(ARTICLE), headline=None) is None


def test_the_longest_text_wins():
    longer = {**ARTICLE, "contentHtml": story(1, 6)}
    assert state_of(data_script(ARTICLE), data_script(longer)) == "\n\n".join(expected(1, 6))


def test_a_description_is_no_text():
    assert state_of(data_script({**ARTICLE, "contentHtml": f"<p>{paragraph(1, 2)[:200]}</p>"})) is None


@pytest.mark.parametrize("kind", ["application/ld+json", "text/template"])
def test_scripts_of_other_kinds_are_no_state(kind):
    assert state_of(f'<script type="{kind}">{in_script(ARTICLE)}</script>') is None


def test_a_state_that_is_broken():
    assert state_of(f"<script>window.__STATE__ = {in_script(ARTICLE)[:-300]};</script>") is None


def lines_of(count: int, size: int) -> str:
    """So many lines of so many characters, each of words."""
    return "\n".join(
        f"{'harbour council votes ' * 9}"[: size - 2].strip().ljust(size - 2, "s") + f" {n}"
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("count", "size", "is_text"),
    [(5, 60, True), (6, 59, False), (5, 59, False), (4, 75, True), (4, 74, False)],
)
def test_how_much_of_plain_lines_is_a_text(count, size, is_text):
    text = lines_of(count, size)
    assert {len(line) for line in text.split("\n")} == {size}
    found_text = state_of(data_script({"headline": ARTICLE["headline"], "body": text}))
    assert (found_text is not None) is is_text
    assert found_text is None or found_text == text.replace("\n", "\n\n")


@pytest.mark.parametrize(
    ("text", "is_text"),
    [
        (lines_of(9, 70) + "\n" + "x" * 80, True),
        ("x" * 400, False),
        ("https://press.example/" + lines_of(9, 70), False),
        ("http://press.example/" + lines_of(9, 70), False),
        ("data:text/html," + lines_of(9, 70), False),
        ("/a" + lines_of(9, 70), False),
        (lines_of(9, 70).replace(" ", "=>"), False),
    ],
)
def test_which_strings_are_texts(text, is_text):
    assert (state_of(data_script({"headline": ARTICLE["headline"], "body": text})) is not None) is is_text


@pytest.mark.parametrize(
    "key",
    [
        "author", "byline", "contributors", "related", "recommended", "caption", "comments", "yoast_head", "seo",
        "metadata", "newsletter", "latest", "trending", "popular", "promo", "teaser", "sidebar", "footer",
    ],
)  # fmt: skip
def test_what_stands_beside_a_text(key):
    assert state_of(data_script({"headline": ARTICLE["headline"], key: {"text": STORY}})) is None
    assert state_of(data_script({"headline": ARTICLE["headline"], f"x{key[0]}": {"text": STORY}})) is not None


@pytest.mark.parametrize(
    "key", ["url", "link", "href", "slug", "path", "canonical_url", "webUrl", "permalink"]
)
def test_an_object_with_a_title_and_a_url_of_its_own_is_another_story(key):
    other = {"title": "Lighthouse sold at last", "body": STORY}
    assert state_of(data_script({"headline": ARTICLE["headline"], "x": {**other, key: "/x"}})) is None
    assert state_of(data_script({"headline": ARTICLE["headline"], "x": other})) is not None
