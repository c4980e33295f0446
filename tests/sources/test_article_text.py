"""The body by structure: which region is the article's, and where else its text may be."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawler.document import parse_document
from newscrawler.sources.article_text import apart, in_footer, standfirst, text_blocks, words
from newscrawler.sources.page import BodyCandidate, BodyHints, page_body
from newscrawler.sources.regions import find_region
from tests.sources.walked import walked

if TYPE_CHECKING:
    from newscrawler.sources.blocks import Block


SUBJECTS = (
    "The harbour council",
    "A retired pilot",
    "The ferry company",
    "Her deputy",
    "The night watch",
    "One voter",
)
VERBS = (
    "refused to explain",
    "had long expected",
    "later confirmed",
    "paid for",
    "walked away from",
    "quietly ended",
)
OBJECTS = (
    "the second inquiry",
    "a dispute over berths",
    "the winter timetable",
    "three loans",
    "the old lighthouse",
)
ENDS = ("after midnight", "before the vote", "in front of cameras", "without a word", "for the fourth time")


def paragraph(number: int, sentences: int = 3) -> str:
    """An invented paragraph, the same for the same number."""
    choose = random.Random(number).choice
    said = [f"{choose(SUBJECTS)} {choose(VERBS)} {choose(OBJECTS)} {choose(ENDS)}." for _ in range(sentences)]
    return f"Item {number}: " + " ".join(said)


def story(first: int, last: int, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{paragraph(n)}</{tag}>" for n in range(first, last + 1))


def found(page: str, **hints) -> BodyCandidate | None:
    return page_body(parse_document(page, "https://news.example/a"), hints=BodyHints(**hints))


def lines(page: str, **hints) -> list[str]:
    candidate = found(page, **hints)
    return candidate.text.split("\n\n") if candidate else []


def expected(first: int, last: int) -> list[str]:
    return [paragraph(n) for n in range(first, last + 1)]


def test_paragraphs_and_subheads_in_order():
    page = f"<body><h1>Title</h1><div>{story(1, 2)}<h2>The vote</h2>{story(3, 4)}</div></body>"
    assert lines(page) == [*expected(1, 2), "The vote", *expected(3, 4)]


def test_subhead_above_a_lower_one_stays_and_one_with_nothing_after_it_goes():
    page = (
        f"<h1>T</h1><div>{story(1, 2)}<h2>East</h2><h3>Port</h3>{story(3, 3)}<h2>More</h2><h2>Last</h2></div>"
    )
    assert lines(page) == [*expected(1, 2), "East", "Port", *expected(3, 3)]


def test_lists_quotes_and_dialogue_belong():
    page = f"<h1>T</h1><div>{story(1, 2)}<ul><li>One berth</li><li>Two cranes</li></ul><p>No.</p>{story(3, 4)}</div>"
    assert lines(page) == [*expected(1, 2), "One berth", "Two cranes", "No.", *expected(3, 4)]


def test_table_rows_are_lines():
    table = "<table><tr><th>Ship</th><th>Days</th></tr><tr><td>Anna</td><td>12</td></tr></table>"
    page = f"<h1>T</h1><div class='article-body'>{story(1, 3)}{table}</div>"
    assert lines(page)[-2:] == ["Ship | Days", "Anna | 12"]


def test_navigation_footer_and_aside_are_left_out():
    page = f"<nav>{story(50, 52)}</nav><h1>T</h1><div>{story(1, 4)}<aside>{story(60, 60)}</aside></div><footer>{story(70, 71)}</footer>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    "name",
    [
        "related-stories",
        "newsletter-box",
        "socialShare",
        "author_bio",
        "tag-list",
        "article__comments",
        "cookie-consent",
    ],
)
def test_boxes_are_known_by_their_names(name):
    page = f"<h1>T</h1><div>{story(1, 2)}<div class='{name}'>{story(60, 60)}</div>{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    "name", ["has-sidebar", "sidebar-layout", "post tag-ships category-ads", "comments-enabled", "paywall"]
)
def test_names_that_only_say_how_a_page_is_laid_out_do_not_cost_the_text(name):
    page = f"<body class='{name}'><div class='{name}'><h1>T</h1><div class='{name}'>{story(1, 4)}</div></div></body>"
    assert lines(page) == expected(1, 4)


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


def test_links_alone_are_no_paragraphs_but_links_in_a_sentence_are_kept():
    promo = "<p><a href='/x'>Harbour fees double again as council votes</a></p>"
    sentence = (
        "<p>The <a href='/y'>long report of the harbour council on the fees</a> was published on Monday.</p>"
    )
    page = f"<h1>T</h1><div>{story(1, 2)}{promo}{sentence}{story(3, 3)}</div>"
    assert lines(page) == [
        *expected(1, 2),
        "The long report of the harbour council on the fees was published on Monday.",
        *expected(3, 3),
    ]


def test_standfirst_above_the_text_that_the_markup_names_is_not_part_of_it():
    lead = "Why a quiet harbour became the most disputed place of the coast."
    page = f"<article><header><h1>T</h1><p class='standfirst'>{lead}</p></header><div class='b'>{story(1, 4)}</div></article>"
    candidate = found(page)
    assert candidate is not None
    assert candidate.lead == lead
    assert candidate.text.split("\n\n") == expected(1, 4)


def test_a_first_paragraph_that_the_description_repeats_stays():
    first = expected(1, 1)[0]
    page = f"<article><h1>T</h1><div class='b'>{story(1, 4)}</div></article>"
    assert lines(page, lead=first) == expected(1, 4)


def test_standfirst_is_known_by_the_description():
    lead = "Why a quiet harbour became the most disputed place of the coast."
    page = f"<article><div><h1>T</h1><div class='x1'>{lead}</div></div><div class='b'>{story(1, 4)}</div></article>"
    candidate = found(page, lead=lead)
    assert candidate is not None
    assert (candidate.lead, candidate.text.split("\n\n")) == (lead, [lead, *expected(1, 4)])


def test_text_before_the_headline_is_not_the_articles():
    page = f"<main><p>{paragraph(40, 1)}</p><h1>T</h1>{story(1, 5)}</main>"
    assert lines(page) == expected(1, 5)


def test_pull_quote_that_repeats_the_text_is_left_out():
    said = "The winter timetable was never more than a drawing on a napkin."
    page = f"<h1>T</h1><div><p>{paragraph(1)} {said}</p><blockquote>“{said}”</blockquote>{story(2, 4)}</div>"
    assert lines(page) == [f"{paragraph(1)} {said}", *expected(2, 4)]


def test_same_line_many_times_is_kept():
    answer = "What did the council decide, and what did it cost the town in the end?"
    page = (
        "<h1>T</h1><div>" + "".join(f"<p>{answer}</p><p>{paragraph(n)}</p>" for n in range(1, 5)) + "</div>"
    )
    assert lines(page).count(answer) == 4


def test_caption_in_a_picture_box_of_any_tag():
    box = "<div class='c-image'><img src='/a.jpg'><p>Ships wait in front of the harbour on Monday morning.</p></div>"
    page = f"<h1>T</h1><div>{story(1, 2)}{box}{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


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


def test_notes_that_links_carry_are_taken_off():
    link = "<a href='/r'>a long report<span>, opens new tab</span></a>"
    page = f"<h1>T</h1><div>{story(1, 3)}<p>The council sent {link} to every captain on Monday.</p></div>"
    assert lines(page)[-1] == "The council sent a long report to every captain on Monday."


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


def test_caption_under_the_headline_is_no_standfirst():
    box = f"<div class='hero'><img src='/a.jpg'><p>{paragraph(30, 1)}</p></div>"
    page = f"<article><h1>T</h1>{box}<div class='b'>{story(1, 4)}</div></article>"
    candidate = found(page)
    assert candidate is not None
    assert candidate.lead is None
    assert candidate.text.split("\n\n") == expected(1, 4)


def test_list_of_links_goes_with_its_dates():
    items = "".join(f"<li><a href='/{n}'>{paragraph(n, 1)}</a><p>January {n}</p></li>" for n in range(10, 20))
    page = f"<h1>T</h1><div class='entry'>{story(1, 4)}<ul>{items}</ul></div>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Our newsletter tells you every Friday what the harbour council has decided, free and short.",
        "Der Newsletter informiert Sie immer freitags kostenlos über den Hafen und die Stadt.",
        "© 2026 The Example. All rights reserved.",
        "Advertisement",
        "Follow us on the network of your choice for more from the harbour.",
        "Photo: Ada Brook / Example Agency",
        "Empfohlener redaktioneller Inhalt",
        "[button link=”https://news.example/x” type=”big”] Send us your story[/button]",
        "Lire aussi : le port vote encore",
        "Читайте также: порт снова голосует",
        "関連記事",
    ],
)
def test_lines_that_any_article_of_a_house_carries(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement had cost the council four thousand crowns.",
        "Photographers waited in front of the harbour until midnight.",
        "Read aloud, the letter lasted eleven minutes.",
        "Related cases have been closed since 2019, the court said.",
        "He followed the ferry on foot.",
        "Subscribers of the harbour fund met on Monday.",
        "Copyright law will change next year, the minister said.",
        "An dieser Stelle steht seit 1911 ein Leuchtturm.",
        "There was an error in the count, the clerk admitted.",
        "By entering the race, the ferry company surprised the town.",
        "You can reach the island by ferry only in summer.",
        "Comments are expected before Friday, the council wrote.",
        "Support our harbour, the posters said, and they said it everywhere.",
        "More on Monday than on any other day, the ships wait in vain.",
    ],
)
def test_sentences_that_only_resemble_house_lines_stay(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == [*expected(1, 2), line, *expected(3, 4)]


def test_times_and_names_before_the_text_are_left_out():
    head = "<p>By Ada Brook</p><p>28 April 2023, 16:11</p><div>3 min read</div>"
    assert lines(f"<h1>T</h1><div>{head}{story(1, 4)}<p>Harbour desk</p></div>") == expected(1, 4)


def test_a_summary_whose_words_the_text_uses_again_is_no_part_of_it():
    text = "The harbour council of Port Aldine agreed on Tuesday to rebuild the western breakwater before the storms."
    lead = "The harbour council of Port Aldine agreed to rebuild the western breakwater."
    page = f"<article><header><h1>T</h1><p class='standfirst'>{lead}</p></header><div class='b'><p>{text}</p>{story(1, 4)}</div></article>"
    candidate = found(page)
    assert candidate is not None
    assert candidate.lead == lead
    assert candidate.text.split("\n\n") == [text, *expected(1, 4)]


def test_a_list_goes_or_stays_whole():
    people = "<ul><li><a href='/1'>Ada Brandt</a>, engineer</li><li><a href='/2'>Jan</a>, ferryman</li><li>Ole Tau, mayor of the town of Orsa</li></ul>"
    page = f"<article><h1>T</h1><div class='b'>{story(1, 2)}{people}{story(3, 4)}</div></article>"
    assert lines(page) == [
        *expected(1, 2),
        "Ada Brandt, engineer",
        "Jan, ferryman",
        "Ole Tau, mayor of the town of Orsa",
        *expected(3, 4),
    ]


def test_a_linked_sentence_among_sentences_stays_and_a_linked_headline_does_not():
    said = "He told the court on Monday that he had not been near the wall."
    page = f"<div class='b'>{story(1, 2)}<p><a href='/x'>{said}</a></p><p><a href='/y'>Ferry runs aground off Orsa, two hurt</a></p>{story(3, 4)}</div>"
    assert lines(f"<article><h1>T</h1>{page}</article>") == [*expected(1, 2), said, *expected(3, 4)]


def blocks_of(markup: str) -> list[Block]:
    return walked(markup).blocks


def test_the_words_of_a_line():
    assert words("  It's  HERE: “Now!” 2") == "it s here now 2"
    assert words("—") == ""


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<footer><p>{}</p></footer>", True),
        ("<footer><div><p>{}</p></div></footer>", True),
        ("<article><footer><p>{}</p></footer></article>", False),
        ("<p>{}</p>", False),
    ],
)
def test_the_footer_of_the_page(markup, expected):
    (block,) = blocks_of(markup.format(paragraph(1)))
    assert in_footer(block) is expected


def test_blocks_of_a_region():
    page = walked(f"<div>{story(1, 3)}<aside>{story(20, 20)}</aside><h2>Nothing follows</h2></div>")
    region = find_region(page)
    assert region is not None
    assert [block.text for block in text_blocks(page.blocks, region, None)] == expected(1, 3)


def test_the_line_that_the_description_repeats_is_the_standfirst():
    lead = "Ferries will cross the river again from Monday on, the council says."
    page = walked(
        f"<article><header><h1>T</h1><p class='standfirst'>{lead}</p></header><div class='b'>{story(1, 4)}</div></article>"
    )
    region = find_region(page)
    assert region is not None
    kept = text_blocks(page.blocks, region, 0)
    described = standfirst(page.blocks, region, 0, lead, kept)
    assert described is not None
    assert described.text == lead
    assert standfirst(page.blocks, region, 0, None, kept) is None, "it stands with the text"
    assert standfirst(page.blocks, region, None, lead, kept) is None


def test_a_standfirst_is_told_from_the_text():
    named = blocks_of(f"<p class='standfirst'>{paragraph(9)}</p>{story(1, 2)}")
    assert [lead and lead.text for lead in apart(None, named)[:1]] == [paragraph(9)]
    plain = blocks_of(f"<p>04.05.2017 - 19:27 Uhr</p>{story(1, 2)}")
    lead, kept = apart(None, plain)
    assert lead is None
    assert [block.text for block in kept] == expected(1, 2)
    lead, kept = apart(plain[1], plain[1:])
    assert (lead, len(kept)) == (plain[1], 1)


@pytest.mark.parametrize("line", ["2025年1月14日 01時28分 (1月14日 01時40分更新)", "04.01.2012 | 12:26 Uhr"])
def test_a_first_line_that_is_only_a_date_is_none_of_the_text(line: str) -> None:
    assert lines(f"<article><h1>T</h1><p>{line}</p>{story(1, 4)}</article>") == expected(1, 4)


def standfirst_of(line: str, head: str = "", description: str | None = None) -> str | None:
    page = walked(
        f"<article><header><h1>T</h1>{head}{line}</header><div class='b'>{story(1, 4)}</div></article>"
    )
    region = find_region(page)
    assert region is not None
    found = standfirst(page.blocks, region, 0, description, text_blocks(page.blocks, region, 0))
    return found and found.text


LONG = "x" * 90
"""No running text, which would be the article's own."""


@pytest.mark.parametrize(
    ("line", "is_lead"),
    [
        ("<p class=standfirst>{}</p>", True),
        ("<p>{}</p>", True),
        ("<h2>{}</h2>", True),
        ("<h3>{}</h3>", True),
        ("<h4>{}</h4>", False),
        ("<div class=x1>{}</div>", False),
        ("<div class=intro><div><div>{}</div></div></div>", True),
        ("<div class=intro><div><div><div>{}</div></div></div></div>", False),
        ("<p class=standfirst><a href=/x>{}</a></p>", False),
        ("<p class=standfirst><a href=/x>Ferries</a>{}</p>", True),
        ("<p><a href=/x>Ferries and ferries</a>{}</p>", False),
        ("<p class=caption>{}</p>", False),
        ("<p hidden>{}</p>", False),
        ("<div class='comment standfirst'>{}</div>", False),
        ("<figure><img src=/a.jpg><p>{}</p></figure>", False),
    ],
)
def test_which_line_below_the_headline_is_a_standfirst(line, is_lead):
    assert (standfirst_of(line.format(LONG)) is not None) is is_lead


def test_how_long_a_standfirst_is():
    named = "<p class=standfirst>{}</p>"
    assert standfirst_of(named.format("x" * 40)) == "x" * 40
    assert standfirst_of(named.format("x" * 39)) is None
    assert standfirst_of(f"<p>{'x' * 80}</p>") == "x" * 80
    assert standfirst_of(f"<p>{'x' * 79}</p>") is None


def test_a_standfirst_that_the_text_begins_with_is_none_of_its_own():
    first = expected(1, 1)[0]
    assert standfirst_of(f"<p class=standfirst>{first}</p>") is None


def test_a_description_that_the_line_begins_with():
    line = "<div class=x1>{}</div>"
    assert standfirst_of(line.format(LONG), description=LONG.upper()[:50]) == LONG
    assert standfirst_of(line.format(LONG), description="Other " + LONG) is None
    assert standfirst_of(line.format(f"<a href=/x>{LONG}</a>"), description=LONG) is None
