"""What a user or a site can get wrong: each ends in a clear outcome and in one line, never in a traceback."""

import signal
from pathlib import Path

import pytest

from newscrawler.publication.selection import ARGUMENTS
from newscrawler.spiders.tass.spider import TassSpider
from tests.crawl import crawl, options, read_jsonl
from tests.forks import SCRAPY, Fork, scrapy
from tests.newsroom import Fault, Newsroom
from tests.newsroom.expected import stories
from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow


def one_line(stderr: str) -> str:
    """The line for the user: the last one that is not a log line."""
    lines = [line for line in stderr.split("\n") if line and not line[:4].isdigit()]
    assert "Traceback" not in stderr
    assert lines, stderr
    return lines[-1]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"sections": "poltics"}, f"no such section; allowed: {', '.join(TassSpider.sections)}"),
        ({"section": "politics"}, f"no argument 'section'; allowed: {', '.join(ARGUMENTS)}"),
        ({"since": "someday"}, "a date (2026-05-04)"),
        ({"since": "2026-05-04T10:00"}, "needs its offset"),
        ({"since": "2026-05-04", "until": "2026-05-03"}, "later than"),
        ({"max_pages": "0"}, "a whole number from 1 on"),
        ({"source": "rss"}, "allowed: api, feed, sitemap, html"),
        ({"site_url": "ftp://example.org"}, "not an http or https URL"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_wrong_arguments(tmp_path: Path, arguments: dict[str, str], says: str) -> None:
    found = crawl("tass", tmp_path, **arguments)
    assert found.code == 2
    assert says in one_line(found.stderr)
    assert found.stderr.count("\n") == 1
    assert found.lines == []


OF_ANY_SITE = "allowed: url, sections, since, until, max_pages, source, site_url, urls"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"url": "https://a.example", "section": "x"}, OF_ANY_SITE),
        ({"url": "https://a.example", "query": "x"}, OF_ANY_SITE),
        ({"url": "http://127.0.0.1:9"}, "url is on a loopback address (127.0.0.1); allow it with "),
        ({"url": "127.0.0.1:9/news"}, "allow it with -s ALLOWED_PRIVATE_HOSTS=127.0.0.1:9"),
    ],
    ids=["unknown", "query", "loopback", "loopback-without-scheme"],
)  # fmt: skip
def test_wrong_arguments_of_any_site(tmp_path: Path, arguments: dict[str, str], says: str) -> None:
    found = crawl("any_site", tmp_path, {"ALLOWED_PRIVATE_HOSTS": ""}, **arguments)
    assert found.code == 2
    assert says in one_line(found.stderr)
    assert found.stderr.count("any_site") == 1, "its name is not printed twice"
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "url", ["http://[::1", "http://../", "http://a.example:99999", "http://me:sesame@a.example"]
)
def test_a_url_that_cannot_be_asked_for(tmp_path: Path, url: str) -> None:
    found = crawl("any_site", tmp_path, url=url)
    assert found.code == 2
    assert found.stderr.count("\n") == 1
    assert "sesame" not in one_line(found.stderr)


def test_no_secret_is_in_log_or_record(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    settings = {
        "LEDGER_URL": f"sqlite:///{tmp_path}/x.db?password=sesame",
        "FTP_PASSWORD": "sesame",
        "LOG_LEVEL": "DEBUG",
    }
    found = crawl("tass", tmp_path, settings, site_url=newsroom("today").base_url, sections="science")
    assert "Overridden settings" in found.stderr
    assert "sesame" not in found.stderr


def test_unknown_spider(tmp_path: Path) -> None:
    found = crawl("tas", tmp_path)
    assert found.code == 2
    assert "did you mean tass?" in one_line(found.stderr)


def test_a_private_address_that_is_not_let_in(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    found = crawl("tass", tmp_path, {"ALLOWED_PRIVATE_HOSTS": ""}, site_url=site.base_url)
    assert found.code == 2
    place = site.base_url.removeprefix("http://")
    assert one_line(found.stderr) == (
        f"tass: site_url is on a loopback address (127.0.0.1); allow it with -s ALLOWED_PRIVATE_HOSTS={place}"
    )
    assert site.requests == []


def test_search_in_the_older_layout(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    found = crawl("tass", tmp_path, site_url=newsroom("older").base_url, query="bridge")
    assert found.code == 2
    assert "no search" in one_line(found.stderr)


def test_site_out_of_reach(tmp_path: Path) -> None:
    found = crawl("tass", tmp_path, {"RETRY_TIMES": "0"}, site_url="http://127.0.0.1:9")
    assert found.code == 1
    assert "out of reach" in one_line(found.stderr)


def test_a_challenge_page_for_everything(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    site.fail("/*", Fault("challenge"))
    site.fail("/robots.txt")
    found = crawl("tass", tmp_path, site_url=site.base_url)
    assert found.code == 1
    assert found.lines == []
    assert found.rejected == []


def test_one_article_behind_a_challenge(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    victim = site.articles[3]
    site.fail(f"*/{victim.number}", Fault("challenge"))
    found = crawl("tass", tmp_path, site_url=site.base_url)
    assert len(found.lines) == len(site.articles) - 1
    assert f"tass:{victim.number}" not in found.ids
    assert found.runs[-1]["refused"]


def test_the_second_page_of_an_article_behind_a_log_in(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    long = {story.number for story in stories(0) if len(story.pages()) > 1}
    victim = next(article for article in site.articles if article.number in long)
    page = (
        b"<html><title>Sign in</title><h1>Sign in</h1>"
        b"<form><input type=password></form><p>Please sign in.</p></html>"
    )
    site.fail(f"{victim.url.removeprefix(site.base_url)}?page=2", Fault("body", body=page))
    found = crawl("tass", tmp_path, site_url=site.base_url)
    assert f"tass:{victim.number}" not in found.ids  # half an article would be a false line
    assert len(found.lines) == len(site.articles) - 1


def test_an_empty_page(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    victim = site.articles[3]
    site.fail(f"*/{victim.number}", Fault("body", body=b""))
    found = crawl("tass", tmp_path, site_url=site.base_url)
    assert len(found.lines) == len(site.articles) - 1
    assert any(str(victim.number) in row["requested_url"] and row["reason"] for row in found.rejected)


def test_a_listing_that_is_not_json(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today", listing="not_json")
    found = crawl("tass", tmp_path, site_url=site.base_url)
    assert found.code == 3
    assert "not_json" in one_line(found.stderr)
    assert found.lines, "what the HTML pages and the feed list is still crawled"


def test_a_cursor_that_never_moves(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today", listing="stuck")
    found = crawl("tass", tmp_path, site_url=site.base_url, sections="politics")
    assert found.lines
    assert len(site.asked("/userApi/*")) <= 3


def test_articles_without_a_date_are_lines(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    found = crawl("tass", tmp_path, site_url=site.base_url)
    (undated,) = [article for article in site.articles if article.published is None]
    line = found.line(undated.number)
    assert line["published_at"] is None
    assert line["published_at_evidence"] is None


def test_output_folder_that_cannot_be_written(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    site = newsroom("today")
    found = crawl("tass", blocked / "output", site_url=site.base_url)
    assert found.code == 1
    assert str(blocked) in one_line(found.stderr)


def test_a_known_section_that_the_site_does_not_have(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    site.fail("/emergencies", Fault("status", 404))
    found = crawl("tass", tmp_path, site_url=site.base_url, sections="politics,emergencies")
    assert found.code == 0
    assert "emergencies" in found.stderr
    assert found.lines


def test_scrapys_own_feed_works_beside(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    arguments = options("tass", tmp_path / "out", site_url=site.base_url, sections="science")
    done = scrapy(*arguments, "-O", str(tmp_path / "own.jsonl"))
    own = (tmp_path / "own.jsonl").read_text("utf-8").strip().split("\n")
    (ours,) = (tmp_path / "out" / "tass").glob("*.jsonl")
    assert len(own) == len(ours.read_text("utf-8").strip().split("\n")), done.stderr[-500:]


def test_lines_are_readable_while_the_crawl_runs(tmp_path: Path) -> None:
    with (
        Newsroom("today", latency=0.15) as site,
        Fork(
            SCRAPY,
            options(
                "tass",
                tmp_path,
                {"EXPORT_BATCH_LINES": "4", "CONCURRENT_REQUESTS_PER_DOMAIN": "1"},
                site_url=site.base_url,
            ),
        ) as running,
    ):
        seen = 0
        while running.poll() is None and not seen:
            for path in tmp_path.glob("tass/*.jsonl"):
                text = path.read_text("utf-8")
                assert text.endswith("\n") or not text
                seen = len(read_jsonl([path]))
        assert running.poll() is None, "lines were there only at the end"
        assert seen >= 4
        running.send_signal(signal.SIGTERM)
