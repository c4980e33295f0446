"""What stands among the text and is none of it: boxes, lists of links, captions, notes, dates, repetitions."""

from __future__ import annotations

import pytest

from tests.sources.stories import expected, lines, paragraph, story


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


def test_list_of_links_goes_with_its_dates():
    items = "".join(f"<li><a href='/{n}'>{paragraph(n, 1)}</a><p>January {n}</p></li>" for n in range(10, 20))
    page = f"<h1>T</h1><div class='entry'>{story(1, 4)}<ul>{items}</ul></div>"
    assert lines(page) == expected(1, 4)


def test_a_linked_sentence_among_sentences_stays_and_a_linked_headline_does_not():
    said = "He told the court on Monday that he had not been near the wall."
    page = f"<div class='b'>{story(1, 2)}<p><a href='/x'>{said}</a></p><p><a href='/y'>Ferry runs aground off Orsa, two hurt</a></p>{story(3, 4)}</div>"
    assert lines(f"<article><h1>T</h1>{page}</article>") == [*expected(1, 2), said, *expected(3, 4)]


def test_text_before_the_headline_is_not_the_articles():
    page = f"<main><p>{paragraph(40, 1)}</p><h1>T</h1>{story(1, 5)}</main>"
    assert lines(page) == expected(1, 5)


def test_pull_quote_that_repeats_the_text_is_left_out():
    said = "The winter timetable was never more than a drawing on a napkin."
    page = f"<h1>T</h1><div><p>{paragraph(1)} {said}</p><blockquote>“{said}”</blockquote>{story(2, 4)}</div>"
    assert lines(page) == [f"{paragraph(1)} {said}", *expected(2, 4)]


def test_caption_in_a_picture_box_of_any_tag():
    box = "<div class='c-image'><img src='/a.jpg'><p>Ships wait in front of the harbour on Monday morning.</p></div>"
    page = f"<h1>T</h1><div>{story(1, 2)}{box}{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


def test_notes_that_links_carry_are_taken_off():
    link = "<a href='/r'>a long report<span>, opens new tab</span></a>"
    page = f"<h1>T</h1><div>{story(1, 3)}<p>The council sent {link} to every captain on Monday.</p></div>"
    assert lines(page)[-1] == "The council sent a long report to every captain on Monday."


def test_times_and_names_before_the_text_are_left_out():
    head = "<p>By Ada Brook</p><p>28 April 2023, 16:11</p><div>3 min read</div>"
    assert lines(f"<h1>T</h1><div>{head}{story(1, 4)}<p>Harbour desk</p></div>") == expected(1, 4)


@pytest.mark.parametrize("line", ["2025年1月14日 01時28分 (1月14日 01時40分更新)", "04.01.2012 | 12:26 Uhr"])
def test_a_first_line_that_is_only_a_date_is_none_of_the_text(line: str) -> None:
    assert lines(f"<article><h1>T</h1><p>{line}</p>{story(1, 4)}</article>") == expected(1, 4)


def test_a_label_of_other_stories_does_not_take_a_short_chinese_story_along() -> None:
    said = (
        "平常就使用吸尘器来打扫，维持环境整洁，到大扫除时再用清洁剂与清水各拖一次，效果会更好，邻居们都这样说。"
        * 2
    )
    story = "".join(f"<p>{said}{n}</p>" for n in range(3))
    links = "<p>※相關新聞》</p><p><a href=/1>省錢家政婦省力有撇步</a></p>"
    assert lines(f"<h1>T</h1><div class='story'>{story}{links}</div>") == [f"{said}{n}" for n in range(3)]
