"""Whole crawls of the bundled newsroom by the real spider, scored against its own list of what it serves."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawler.items import Article
from tests.crawl import Crawl, crawl
from tests.newsroom import ExpectedArticle, Newsroom
from tests.newsroom.fixtures import NewsroomFactory
from tests.schema import validate


def compare(got: list[dict[str, Any]], wanted: list[ExpectedArticle], *, whole: bool) -> list[str]:
    """Every difference, a line each; ``whole``: with images, related stories and seconds, as today's layout
    states."""
    by_number = {int(line["id"].rpartition(":")[2]): line for line in got}
    wrong = [
        f"{number}: not expected" for number in by_number.keys() - {article.number for article in wanted}
    ]
    for article in wanted:
        line = by_number.get(article.number)
        if line is None:
            wrong.append(f"{article.number}: missing")
            continue
        published = article.published if whole else article.minute
        expected = {
            "headline": article.headline,
            "lead": article.lead,
            "body": article.body,
            "section": article.section,
            "topics": article.topics,
            "published_at": published and published.isoformat(),
            "dateline": article.dateline and asdict(article.dateline),
        }
        if whole:
            expected["images"] = [asdict(image) for image in article.images]
        wrong.extend(
            f"{article.number} {name}: {line[name]!r} instead of {value!r}"
            for name, value in expected.items()
            if line[name] != value and not (name == "published_at" and same_instant(line[name], published))
        )
    return wrong


def same_instant(got: str | None, wanted: datetime | None) -> bool:
    """The same moment and the same offset."""
    if not got or wanted is None or len(got) == 10:
        return False
    moment = datetime.fromisoformat(got)
    return moment == wanted and moment.utcoffset() == wanted.utcoffset()


def check_lines(found: Crawl) -> None:
    for line in found.lines:
        validate(line)
        assert list(line) == [name for name in Article.__dataclass_fields__ if name != "custom"]
    assert len(set(found.ids)) == len(found.ids), "an article came twice"


@pytest.mark.slow
def test_todays_layout(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    found = crawl("tass", tmp_path, site_url=site.base_url)
    differences = compare(found.lines, site.articles, whole=True)
    assert differences == [], "\n".join(differences)
    check_lines(found)
    assert found.code == 0, found.stderr[-2000:]
    assert {line["requested_url"].rpartition("/")[2] for line in found.rejected} >= {
        url.rpartition("/")[2] for url in site.set_aside
    }
    assert site.asked("/search*") == []


@pytest.mark.slow
def test_older_layout_gives_the_same_articles(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("older")
    found = crawl("tass", tmp_path, site_url=site.base_url)
    differences = compare(found.lines, site.articles, whole=False)
    assert differences == [], "\n".join(differences)
    check_lines(found)


@pytest.fixture(scope="module")
def shared_site() -> Any:
    with Newsroom("today") as site:
        yield site


def numbers(found: Crawl) -> list[int]:
    return sorted(int(line["id"].rpartition(":")[2]) for line in found.lines)


@pytest.mark.slow
@pytest.mark.parametrize("source", ["api", "feed", "sitemap", "html"])
def test_each_source_gives_true_articles(shared_site: Newsroom, tmp_path: Path, source: str) -> None:
    found = crawl("tass", tmp_path, site_url=shared_site.base_url, source=source)
    known = {article.number for article in shared_site.articles}
    assert found.lines
    wanted = [article for article in shared_site.articles if article.number in numbers(found)]
    assert compare(found.lines, wanted, whole=True) == []
    assert set(numbers(found)) <= known


@pytest.mark.slow
def test_sections_are_the_articles_own(shared_site: Newsroom, tmp_path: Path) -> None:
    found = crawl("tass", tmp_path, site_url=shared_site.base_url, sections="politics,science")
    wanted = [a.number for a in shared_site.articles if a.section_slug in {"politics", "science"}]
    assert numbers(found) == sorted(wanted)


@pytest.mark.slow
def test_a_topic_by_name(shared_site: Newsroom, tmp_path: Path) -> None:
    found = crawl("tass", tmp_path, site_url=shared_site.base_url, topics="Foreign policy")
    assert numbers(found) == sorted(a.number for a in shared_site.articles if "Foreign policy" in a.topics)


@pytest.mark.slow
def test_all_topics(shared_site: Newsroom, tmp_path: Path) -> None:
    found = crawl("tass", tmp_path, site_url=shared_site.base_url, topics="all")
    assert numbers(found) == sorted(a.number for a in shared_site.articles if a.topics)


@pytest.mark.slow
def test_since_and_until_are_inclusive(shared_site: Newsroom, tmp_path: Path) -> None:
    dated = sorted((a for a in shared_site.articles if a.published), key=lambda a: a.published or 0)
    first, last = dated[len(dated) // 3], dated[2 * len(dated) // 3]
    assert first.published
    assert last.published
    found = crawl(
        "tass",
        tmp_path,
        site_url=shared_site.base_url,
        since=first.published.isoformat(),
        until=str(last.published.date()),
    )
    wanted = [
        a.number
        for a in dated
        if a.published and first.published <= a.published and a.published.date() <= last.published.date()
    ]
    assert numbers(found) == sorted(wanted)


@pytest.mark.slow
def test_query(shared_site: Newsroom, tmp_path: Path) -> None:
    word = "bridge"
    found = crawl("tass", tmp_path, site_url=shared_site.base_url, query=word)
    wanted = [a.number for a in shared_site.articles if word in f"{a.headline} {a.lead} {a.body}".lower()]
    assert wanted
    assert numbers(found) == sorted(wanted)


@pytest.mark.slow
def test_arguments_intersect(shared_site: Newsroom, tmp_path: Path) -> None:
    found = crawl(
        "tass",
        tmp_path,
        site_url=shared_site.base_url,
        topics="Foreign policy",
        sections="politics",
        since="2015-01-01",
    )
    wanted = [
        a.number
        for a in shared_site.articles
        if "Foreign policy" in a.topics
        and a.section_slug == "politics"
        and a.published
        and a.published.year >= 2015
    ]
    assert numbers(found) == sorted(wanted)
