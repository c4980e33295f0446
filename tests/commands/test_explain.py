"""``scrapy explain``: field, value and source of a page, live or saved."""

import subprocess
from pathlib import Path

import pytest

from tests.crawl import PRIVATE
from tests.forks import scrapy
from tests.newsroom.fixtures import NewsroomFactory

PAGES = Path(__file__).parents[1] / "pages" / "tass"

pytestmark = pytest.mark.slow


def explain(*arguments: str) -> subprocess.CompletedProcess[str]:
    return scrapy("explain", *arguments, variables={"COLUMNS": "200"})


def test_a_saved_page() -> None:
    done = explain(
        str(PAGES / "2017-05-04-lake-ports.html"), "--spider", "tass", "--url", "http://tass.com/world/944614"
    )
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line for line in done.stdout.split("\n") if line.split()}
    assert rows["headline"].rstrip().endswith("site")
    assert "article-number" in rows["published_at_evidence.year_source"]
    assert done.stderr == ""
    assert "why not" in done.stdout


def test_a_live_page(newsroom: NewsroomFactory) -> None:
    site = newsroom("today")
    article = site.articles[5]
    done = explain(
        site.base_url + article.url[len(site.base_url) :],
        "--spider",
        "tass",
        "-s",
        f"ALLOWED_PRIVATE_HOSTS={PRIVATE}",
    )
    assert done.returncode == 0, done.stderr
    assert article.headline[:60] in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["no-such-file.html"], 2, "No such file"),
        (["http://127.0.0.1:9/x"], 1, "http://127.0.0.1:9/x: "),
        (
            [str(PAGES / "challenge.html"), "--spider", "nobody"],
            2,
            "no spider 'nobody'",
        ),
    ],
)
def test_mistakes_are_one_line(arguments: list[str], code: int, says: str) -> None:
    done = explain(*arguments)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_that_is_no_article() -> None:
    done = explain(
        str(PAGES / "challenge.html"), "--spider", "tass", "--url", "https://tass.com/politics/2062945"
    )
    assert done.returncode == 1
    assert "not an article: challenge" in done.stdout
