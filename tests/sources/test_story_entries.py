"""The times of other stories, and the day of the visit, are none of the article's."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.extract import extract
from newscrawler.items import Article
from newscrawler.sources import story_entries
from newscrawler.sources.story_entries import StoryEntries

TEXT = "".join(
    f"<p>The {n} ferry crossed the wide river near the old town, and people waited for it in the rain.</p>"
    for n in ("first", "second", "third", "fourth")
)
HEAD = "<h1>Council votes on the fees of the harbour</h1>"
LIST = "".join(
    f"<li><a href='/news/{n}'>Storm number {n}</a> <span>1{n} May 2021 - 08:1{n}</span></li>"
    for n in range(3)
)

ROWS = LIST.replace("<li>", "<tr><td>").replace("</li>", "</td></tr>")


def published(body: str) -> str | None:
    page = f"<html lang='en'><head><title>Council votes on the fees of the harbour</title></head><body>{body}</body></html>"
    article = extract(page, "https://news.example/harbour/council")
    assert isinstance(article, Article)
    return article.published_at


@pytest.mark.parametrize(
    "body",
    [
        f"<ul class='top'>{LIST}</ul>{HEAD}<div class='text'>{TEXT}</div>",
        f"<div class='head'><div class='box2'>{LIST}</div></div>{HEAD}<div class='text'>{TEXT}</div>",
        f"{HEAD}<div class='text'>{TEXT}</div><ul class='xx'>{LIST}</ul>",
        f"{HEAD}<table>{ROWS}</table><div class='text'>{TEXT}</div>",
        f"<div class='header-date'>Wednesday, 12 May 2021</div>{HEAD}<div class='text'>{TEXT}</div>",
        f"<div class='top-bar'><span>Wednesday, 12 May 2021, 10:00</span></div>{HEAD}<div class='text'>{TEXT}</div>",
        f"<div class='line'>Today: 12 May 2021</div>{HEAD}<div class='text'>{TEXT}</div>",
        f"<div class='line'>Сегодня: 12 мая 2021</div>{HEAD}<div class='text'>{TEXT}</div>",
        f"<div class='line'>امروز: 12 May 2021</div>{HEAD}<div class='text'>{TEXT}</div>",
    ],
)
def test_a_time_that_is_not_the_articles_is_not_taken(body: str) -> None:
    assert published(body) is None
    own = f"{HEAD}<p class='when'>3 May 2021, 10:25</p>"
    assert published(body.replace(HEAD, own)) == "2021-05-03T10:25:00"


def test_a_few_lines_with_links_are_no_list_of_stories() -> None:
    lines = "<ul><li><a href='/by/ada'>Ada Brook</a></li><li>3 May 2021, 10:25</li><li><a href='/s'>Harbour</a></li></ul>"
    assert published(f"{HEAD}{lines}<div class='text'>{TEXT}</div>") == "2021-05-03T10:25:00"


def test_an_entry_with_a_long_title_is_one_alone() -> None:
    document = parse_document(
        "<p><a href='/x'>Ferry company asks the town for two more berths</a> <span>3 May 2021</span></p>",
        "https://news.example/a",
    )
    assert StoryEntries("https://news.example/a").has(document.elements_of("span")[0])


def test_each_box_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[object] = []
    run = story_entries._longest_run
    monkeypatch.setattr(story_entries, "_longest_run", lambda outer: looked_at.append(outer) or run(outer))
    document = parse_document(f"<ul>{LIST}</ul>", "https://news.example/a")
    entries = StoryEntries("https://news.example/a")
    assert all(entries.has(element) for element in document.elements_of("span"))
    assert len(looked_at) == len(set(looked_at))


@pytest.mark.parametrize(
    "line",
    [
        "<div class='news_nav'><span>تاریخ انتشار: </span>۱۳ ارديبهشت ۱۴۰۲ - ۱۰:۲۵</div>",
        "<div class='item-nav'><ul><li>۱۳ اردیبهشت ۱۴۰۲ ساعت ۱۰:۲۵</li></ul></div>",
    ],
)
def test_a_menu_without_links_is_none(line: str) -> None:
    assert published(f"{line}{HEAD}<div class='text'>{TEXT}</div>") == "2023-05-03T10:25:00"
    assert published(f"{HEAD}{line}<div class='text'>{TEXT}</div>") == "2023-05-03T10:25:00"


@pytest.mark.parametrize(
    "label", ["زمان انتشار:", "تاريخ النشر:", "פורסם:", "प्रकाशित:", "Diterbitkan:", "Published:"]
)
def test_the_label_of_a_time_below_the_text(label: str) -> None:
    assert (
        published(f"{HEAD}<div class='text'>{TEXT}</div><div class='f'>{label} 3 May 2021</div>")
        == "2021-05-03"
    )
