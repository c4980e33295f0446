"""AI and text-mining opt-outs of headers, pages and robots.txt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.http import TextResponse
from scrapy.utils.test import get_crawler

from newscrawler.ai_opt_outs import header_opt_outs, page_opt_outs
from newscrawler.downloadermiddlewares.robotstxt import HostRules, RobotsMiddleware
from newscrawler.extract import extract
from newscrawler.items import Article
from tests.cpu import cpu_within


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"x-robots-tag": ["noai"]}, ["header:noai"]),
        ({"x-robots-tag": ["googlebot: noindex, NoAI, noimageai"]}, ["header:noai", "header:noimageai"]),
        ({"tdm-reservation": ["1"]}, ["header:tdm-reservation"]),
        ({"tdm-reservation": ["0"]}, []),
        ({"content-usage": ["train-ai=n"]}, ["header:ai-train=no"]),
        ({"content-usage": ["train-ai=y"]}, []),
        ({"content-signal": ["search=yes, ai-train=no"]}, ["header:ai-train=no"]),
        ({"x-robots-tag": ["noairplanes, index"]}, []),
        ({}, []),
    ],
)
def test_headers(headers: dict[str, list[str]], found: list[str]) -> None:
    assert header_opt_outs(headers) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<meta name="robots" content="noai, noimageai">', ["meta:noai", "meta:noimageai"]),
        ("<META CONTENT='NOAI' NAME='ROBOTS'>", ["meta:noai"]),
        ("<meta name=robots content=noai>", ["meta:noai"]),
        ('<meta name="tdm-reservation" content="1"/>', ["meta:tdm-reservation"]),
        ('<meta name="tdm-reservation" content="0"/>', []),
        ('<meta name="description" content="What noai means">', []),
        ("<body><p>noai</p>", []),
        ("", []),
    ],
)
def test_page(html: str, found: list[str]) -> None:
    assert page_opt_outs(html.encode()) == found


def test_an_article_says_each_once_and_in_the_same_words() -> None:
    html = (
        '<html><head><title>Bridge opens</title><meta name="robots" content="noai"></head>'
        "<body><article><h1>Bridge opens</h1>"
        f"<p>{'It was opened by the mayor on Monday. ' * 20}</p></article>"
    )
    article = extract(html, "https://example.org/a", headers={"X-Robots-Tag": "noai", "TDM-Reservation": "1"})
    assert isinstance(article, Article)
    assert article.opt_outs == ["header:noai", "header:tdm-reservation", "meta:noai"]


@given(st.binary(max_size=500))
def test_any_page(body: bytes) -> None:
    page_opt_outs(b'<meta name="robots" content="noai' + body)


def robots(**settings: object) -> RobotsMiddleware:
    return RobotsMiddleware.from_crawler(
        get_crawler(
            settings_dict={
                "ROBOTSTXT_OBEY": True,
                "ROBOTS_MAX_SIZE": 500 * 1024,
                "USER_AGENT": "newscrawler/1",
                **settings,
            }
        )
    )


async def rules(text: bytes, status: int = 200) -> HostRules:
    return await robots()._read(
        TextResponse("http://x/robots.txt", status=status, body=text), Request("http://x/a")
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n", ["robots:GPTBot", "robots:CCBot"]),
        (b"User-agent: GPTBot\nDisallow: /private/\n", []),
        (b"User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n", ["robots:ai-train=no"]),
        (b"# GPTBot is welcome here\n", []),
        (b"", []),
    ],
)
async def test_robots(text: bytes, found: list[str]) -> None:
    assert robots()._opt_outs(await rules(text), "http://x/a") == found


@pytest.mark.parametrize(
    ("status", "failure"),
    [(200, None), (204, None), (304, None), (404, None), (410, None), (401, "robots"), (403, "robots"),
     (429, "robots_unreachable"), (500, "robots_unreachable"), (503, "robots_unreachable")],
)  # fmt: skip
async def test_what_a_status_of_robots_txt_means(status: int, failure: str | None) -> None:
    found = await rules(b"User-agent: *\nDisallow: /x\n", status)
    assert (found.failure.reason if found.failure else None) == failure


async def test_only_the_first_500_kib_are_read_up_to_a_whole_line() -> None:
    filler = b"# a comment of thirty-two bytes..\n" * 15_100
    found = await rules(b"User-agent: *\nDisallow: /first\n" + filler + b"Disallow: /last\n")
    assert found.parser
    assert not found.parser.allowed("http://x/first", "newscrawler")
    assert found.parser.allowed("http://x/last", "newscrawler")


@given(st.binary(max_size=500))
async def test_any_robots_txt(text: bytes) -> None:
    found = await rules(b"User-agent: *\nDisallow: /" + text)
    assert found.failure is None
    robots()._opt_outs(found, "http://x/a")


@pytest.mark.parametrize(
    "line",
    [
        b"Disallow: /" + b"*a" * 2000,
        b"User-agent: " + b"x" * 5000,
        b"Disallow: /%",
        b"",
        b" ",
        b"content-signal: ai",
    ],
)
async def test_hostile_robots_txt_takes_no_time(line: bytes) -> None:
    with cpu_within(10):
        found = await rules(b"User-agent: *\n" + (line + b"\n") * (400_000 // (len(line) + 1)))
    assert found.parser
    found.parser.allowed("http://x/" + "a" * 2000, "newscrawler")
