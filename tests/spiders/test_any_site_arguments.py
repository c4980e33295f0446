"""``any_site`` takes the URL of a front page, and knows of the site only its host."""

from __future__ import annotations

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import WrongArgument
from newscrawler.spiders.any_site import AnySiteSpider

URL = "https://www.example.org/news"


def spider(**arguments: str) -> AnySiteSpider:
    return AnySiteSpider.from_crawler(get_crawler(AnySiteSpider), **arguments)


def test_the_site_is_called_by_its_host() -> None:
    found = spider(url=URL)
    assert (found.site.name, found.site.domains) == ("example.org", ("example.org",))
    assert found.allowed_domains == ("example.org",)
    assert AnySiteSpider.site_named({"url": URL}) == "example.org"


def test_the_root_of_the_host_that_was_given() -> None:
    assert spider(url=URL).base_url == "https://www.example.org/"
    assert spider(url=URL, site_url="http://127.0.0.1:8000/x").base_url == "http://127.0.0.1:8000/"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "url= is missing"),
        ({"url": ""}, "url= is missing"),
        ({"url": "ftp://example.org"}, "url="),
        ({"url": URL, "topics": "harbour"}, "topics=: only a declared site"),
        ({"url": URL, "query": "harbour"}, "query=: only a declared site"),
        ({"url": URL, "since": "yesterday noon"}, "since="),
        ({"url": URL, "sektion": "world"}, "sektion"),
    ],
)
def test_arguments_that_it_refuses(arguments: dict[str, str], said: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        AnySiteSpider.check_arguments(arguments)
    assert said in str(caught.value)


def test_sections_wait_for_the_front_page() -> None:
    assert AnySiteSpider.check_arguments({"url": URL, "sections": "whatever"})
    assert AnySiteSpider.check_arguments({"url": URL, "since": "2026-01-01"}).since is not None
