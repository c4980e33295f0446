"""The line beside a headline: what it says of the times of publication and of the latest change."""

import pytest

from newscrawler.extract import extract
from tests.sources.harbour_page import URL, beside

CHINESE = "".join(
    f"<p>港务委员会{day}决定在冬季风暴到来之前修建新的防波堤，渔民希望施工期间码头继续开放，市长说明年春天开工。</p>"
    for day in ("星期一", "星期二", "星期三", "星期四", "星期五")
)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ('<time datetime="2017-05-04T19:27:00Z">4 May</time>', "2017-05-04T19:27:00+00:00", None),
        ("<time>4 May 2017 19:27</time>", "2017-05-04T19:27:00", None),
        ('<time class="updated" datetime="2017-05-04T19:27:00Z">x</time>', None, "2017-05-04T19:27:00+00:00"),
        ('<span data-timestamp="1493926020">then</span>', "2017-05-04T19:27:00+00:00", None),
        ('<div title="2017-05-04 19:27">then</div>', "2017-05-04T19:27:00", None),
        ("<div>4 May 2017, 19:27</div>", "2017-05-04T19:27:00", None),
        ("<div>Updated: 4 May 2017, 19:27</div>", None, "2017-05-04T19:27:00"),
        (
            "<div>Published 3 May 2017, 10:00. Updated 4 May 2017, 19:27</div>",
            "2017-05-03T10:00:00",
            "2017-05-04T19:27:00",
        ),
        ("<div>© 4 May 2017</div>", None, None),
        ("<figcaption>Aldine, 4 May 2017</figcaption>", None, None),
        (
            '<ul><li><a href="/other">Another story of the harbour, and a long one</a> 4 May 2017</li></ul>',
            None,
            None,
        ),
        ("<h2>4 May 2017, 19:27</h2>", None, None),
        ("<button>4 May 2017, 19:27</button>", None, None),
    ],
)
def test_a_line_beside_the_headline(line: str, published: str | None, modified: str | None) -> None:
    assert beside(line) == (published, modified)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<span>2022-02-13 23:37</span>", "2022-02-13T23:37:00"),
        ("<span>2022年02月13日 23:37 来源：港口日报</span>", "2022-02-13T23:37:00"),
        ("<span>2022-02-13</span>", None),  # the day of the paper, perhaps
    ],
)
@pytest.mark.parametrize("tag", ["div", "td", "span", "p"])
def test_an_unlabelled_clock_beside_a_headline_that_is_no_heading(
    tag: str, line: str, expected: str | None
) -> None:
    row = f"<{tag}>港务委员会决定修建新的防波堤</{tag}>"
    if tag == "td":
        row = f"<table><tr>{row}</tr></table>"
    html = (
        "<html><head><title>港务委员会决定修建新的防波堤</title></head>"
        f"<body><div>{row}<div>{line}</div>{CHINESE}</div></body></html>"
    )
    article = extract(html, URL)
    assert article
    assert article.published_at == expected


def test_teasers_in_chinese_are_no_lines_with_a_date() -> None:
    teaser = "<div>草根英雄登上璀璨舞台感动网民 2011/01/14</div>"
    html = f"<title>港务委员会决定修建新的防波堤</title><article><h1>港务委员会决定修建新的防波堤</h1>{teaser}{CHINESE}</article>"
    article = extract(html, URL)
    assert article
    assert article.published_at is None
    named = extract(html.replace("草根英雄登上璀璨舞台感动网民", "港口日报 王小明"), URL)
    assert named
    assert named.published_at == "2011-01-14"


def test_korean_times_on_one_line() -> None:
    line = "<div><span>입력 2016-01-18 14:30:21</span> <span>수정 2016-01-19 03:11:02</span></div>"
    assert beside(line) == ("2016-01-18T14:30:21", "2016-01-19T03:11:02")
