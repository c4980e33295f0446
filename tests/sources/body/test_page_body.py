"""The body of any page: found whatever its markup, or none; the text of its JSON-LD only where it shows less."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.stories import expected, found, lines, paragraph, story


def test_a_wrapper_with_a_bad_name_but_the_whole_text_is_believed():
    page = f"<body><header><h1>T</h1></header><div class='widget promo'>{story(1, 6)}</div></body>"
    assert lines(page) == expected(1, 6)


def test_page_wrapped_in_a_form():
    page = f"<body><form action='/'><div><h1>T</h1><div>{story(1, 4)}</div></div></form></body>"
    assert lines(page) == expected(1, 4)


def test_text_without_paragraph_elements():
    text = "<br><br>".join(paragraph(n) for n in range(1, 5))
    assert lines(f"<h1>T</h1><div class='c1'>{text}</div>") == expected(1, 4)


def test_one_element_for_each_paragraph():
    text = "".join(f"<div class='row-{n}'><div class='cell'>{paragraph(n)}</div></div>" for n in range(1, 6))
    assert lines(f"<h1>T</h1><main>{text}</main>") == expected(1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "港の評議会は月曜日に新しい料金を決めた。船会社は決定に強く反対し、裁判所に訴えると述べた。",
        "港务委员会星期一决定了新的收费标准。航运公司表示强烈反对，并将向法院提起诉讼，要求撤销决定。",
        "항만위원회는 월요일 새로운 요금을 결정했다. 선사들은 강하게 반대하며 법원에 소송을 내겠다고 밝혔다.",
        "คณะกรรมการท่าเรือตัดสินใจเรื่องค่าธรรมเนียมใหม่เมื่อวันจันทร์ บริษัทเรือคัดค้านอย่างหนักและจะฟ้องศาล",
        "قرر مجلس الميناء يوم الاثنين رسوما جديدة، وقالت شركات الشحن إنها تعارض القرار بشدة وستلجأ إلى المحكمة.",
    ],
)
def test_scripts_without_spaces_and_from_right_to_left(text):
    paragraphs = [f"{text}{n}" for n in range(4)]
    menu = "".join(f"<li><a href='/{n}'>{text[:8]}</a></li>" for n in range(30))
    page = f"<ul>{menu}</ul><h1>{text[:12]}</h1><div>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</div>"
    assert lines(page) == paragraphs


def test_no_running_text_is_no_body():
    assert found("") is None
    assert found("<html></html>") is None
    assert found("<h1>T</h1><ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul>") is None


def test_json_ld_text_only_where_the_page_shows_much_less():
    stated = "\n\n".join(expected(1, 6))
    short = f"<h1>T</h1><div>{story(1, 1)}</div>"
    candidate = found(short, article_body=stated)
    assert candidate is not None
    assert candidate.source == "json-ld"
    assert candidate.text == stated
    candidate = found(f"<h1>T</h1><div>{story(1, 4)}</div>", article_body=stated)
    assert candidate is not None
    assert candidate.source == "page"


_PARTS = st.lists(
    st.sampled_from(
        [
            "<div>", "</div>", "<p>", "</p>", "<article>", "</article>", "<h1>", "</h1>", "<h2>x</h2>", "<li>", "<table><tr><td>",
            "<br><br>", "<a href='/'>link</a>", "<blockquote>", '<script>{"a":[', "</script>", "<p class='related'>", "<div hidden>",
            "<section class='article-body'>", "<aside>", "\x00", "\ud800", "{{x}}", "&#x0;", "<!--", "-->", paragraph(1), paragraph(2),
            "Read more: ", "中文句子。" * 20, " ", "<span class='dropcap'>N</span>", "<img src=a>",
        ]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(_PARTS, st.none() | st.just(paragraph(1)), st.none() | st.just(paragraph(2)))
def test_any_page_gives_a_body_or_none_and_always_the_same(parts, headline, lead):
    page = "".join(parts)
    first = found(page, headline=headline, lead=lead)
    second = found(page, headline=headline, lead=lead)
    assert (first and first.text) == (second and second.text)
    if first is not None:
        assert first.text.strip() == first.text
        assert "\n\n\n" not in first.text


def test_large_page_is_read_in_bounded_time():
    many = "".join(f"<div><div class='x'><p>{paragraph(n, 1)}</p></div></div>" for n in range(4_000))
    assert len(lines(f"<h1>T</h1><div>{many}</div>")) == 4_000


@pytest.mark.parametrize("tag", ["div", "article", "section"])
def test_the_next_story_of_an_endless_page_is_another(tag):
    one = f"<{tag} class=story><h1>T</h1><p>By Ann</p><div>{story(1, 1)}</div></{tag}>"
    other = f"<{tag} class=story><h1>Another</h1><p>By Bob</p><div>{story(2, 5)}</div></{tag}>"
    assert lines(f"<main><div>{one}{other}</div></main>", headline="T") == expected(1, 1)


def test_the_story_is_sought_on_where_the_heaviest_text_only_teases():
    def teasers(first: int) -> str:
        rows = "".join(
            f"<div class='row'><h4><a href='/news/{n}'>The ferry sails again, number {n}</a></h4><p>{paragraph(n)}</p></div>"
            for n in range(first, first + 3)
        )
        return f"<div class='col'>{rows}</div>"

    banner = f"<div class='banner-text'><div>{story(1, 6)}</div></div>"
    line = "<p>Post<br>13 Jan 2020, 22:11 GMT+10</p>"
    left = (
        f"<div class='left'><div class='one'><h2>Harbour council votes at last</h2>{line}{banner}</div></div>"
    )
    page = f"<div class='w'><div class='a'>{teasers(40)}</div>{left}<div class='b'>{teasers(50)}</div></div>"
    assert lines(page, headline="Harbour council votes at last") == expected(1, 6)
