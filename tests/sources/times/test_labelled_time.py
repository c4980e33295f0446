"""A page that states no time is dated by its only line that says when it was published."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.extract import extract
from newscrawler.sources.times.labelled_time import labelled_times
from tests.sources.stories import story

URL = "https://board.example/thread"


def times(page: str) -> list[str]:
    return labelled_times(parse_document(f"<body>{page}</body>", URL)).get("published_at", [])


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Published On: 15 August 2025", "15 August 2025"),
        ("Posted at 12:30 on 15 August 2025", "12:30 on 15 August 2025"),
        ("〓 港湾 发布时间 2005/03/15 22:36:13 by reader 〓", "2005/03/15 22:36:13 by reader 〓"),
        ("作者：海风 时间：2005-08-22 19:13:18", "2005-08-22 19:13:18"),
        ("阅读(1660) 发表于:2005-07-31 12:30", "2005-07-31 12:30"),
        ("Опубликовано: 04.05.2017 в 19:27", "04.05.2017 в 19:27"),
    ],
)
def test_the_line_is_found_wherever_it_stands(line: str, time: str) -> None:
    assert times(f"<table><tr><td>{line}</td></tr></table>{story(1, 3)}") == [time]
    assert times(f"{story(1, 3)}<p>{line}</p><div><span>{line}</span></div>") == [time]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Published On: 15 August 2025</p><p>Published On: 16 August 2025</p>",
        "<div class=comments><p>Posted on 15 August 2025</p></div>",
        "<div class='reply-box'><p>Posted on 15 August 2025</p></div>",
        "<aside><p>Published On: 15 August 2025</p></aside>",
        "<p hidden>Published On: 15 August 2025</p>",
        "<p>Published by the harbour council of Aldine since 1911</p>",
        "<p>Copyright. Published 2025</p>",
        "<p>更新时间：2005-08-22 19:13:18</p>",
        "<p>Updated: 15 August 2025</p>",
        f"<p><span>Published on 15 August 2025</span> {'It is long. ' * 12}</p>",
        f"<p>The report was published. {'It is long. ' * 12} 15 August 2025</p>",
    ],
)
def test_no_line_or_several(page: str) -> None:
    assert times(page) == []


def test_it_is_asked_for_only_where_nothing_else_states_a_time() -> None:
    page = f"<h1>T</h1>{story(1, 4)}<p>发布时间：2005-03-15 22:36:13</p>"
    article = extract(f"<title>Harbour council votes again</title>{page}", URL)
    assert article
    assert (article.published_at, article.extracted_by["published_at"]) == ("2005-03-15T22:36:13", "text")
    head = '<meta property="article:published_time" content="2005-03-14T10:00:00+08:00">'
    dated = extract(f"{head}<title>Harbour council votes again</title>{page}", URL)
    assert dated
    assert dated.published_at == "2005-03-14T10:00:00+08:00"
