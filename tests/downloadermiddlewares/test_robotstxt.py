"""robots.txt is obeyed as Scrapy's middleware does it, but for one thing: an error is no permission."""

from __future__ import annotations

from typing import Any

import pytest
from OpenSSL import SSL
from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    NotConfigured,
)
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawler.downloadermiddlewares.robotstxt import RobotsMiddleware
from newscrawler.exceptions import Failed, NotFetched, Refused

URL = "https://news.example/a"
RULES = b"User-agent: *\nDisallow: /private/\n"


class Engine:
    """Answers each request for robots.txt, and counts them."""

    def __init__(self, answer: Response | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []

    async def download_async(self, request: Request) -> Response:
        self.asked.append(request.url)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def robots(answer: Response | Exception, **settings: Any) -> tuple[RobotsMiddleware, Engine]:
    crawler = get_crawler(
        settings_dict={
            "ROBOTSTXT_OBEY": True, "ROBOTS_MAX_SIZE": 1000, "USER_AGENT": "newscrawler/1", **settings,
        }
    )  # fmt: skip
    engine = Engine(answer)
    crawler.engine = engine  # type: ignore[assignment]  # the one method that is asked for
    return RobotsMiddleware.from_crawler(crawler), engine


def file(body: bytes = RULES, status: int = 200) -> Response:
    return Response("https://news.example/robots.txt", status=status, body=body)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (CannotResolveHostError("no such host"), "host_dns"),
        (DownloadConnectionRefusedError("closed"), "host_refused"),
        (SSL.Error("certificate verify failed"), "host_tls"),
        (DownloadTimeoutError("silence"), "robots_unreachable"),
    ],
)
async def test_a_host_that_is_out_of_reach_is_called_so(error: Exception, reason: str) -> None:
    middleware, _ = robots(error)
    with pytest.raises(Failed) as failure:
        await middleware.process_request(Request(URL))
    assert failure.value.reason == reason


async def test_rules_hold_and_are_asked_for_once() -> None:
    middleware, engine = robots(file())
    await middleware.process_request(Request(URL))
    with pytest.raises(Refused):
        await middleware.process_request(Request("https://news.example/private/a"))
    assert engine.asked == ["https://news.example/robots.txt"]
    stats = middleware.crawler.stats
    assert stats is not None
    assert stats.get_value("robotstxt/request_count") == 1
    assert stats.get_value("robotstxt/response_status_count/200") == 1
    assert stats.get_value("robotstxt/forbidden") == 1
    assert isinstance(middleware, RobotsTxtMiddleware)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (OSError("no answer"), Failed),
        (Refused("private_address"), Refused),
        (file(status=500), Failed),
        (file(status=429), Failed),
        (file(status=401), Refused),
        (file(status=403), Refused),
    ],
    ids=str,
)
async def test_an_error_is_no_permission(answer: Response | Exception, error: type[NotFetched]) -> None:
    middleware, _ = robots(answer)
    with pytest.raises(error):
        await middleware.process_request(Request(URL))
    with pytest.raises(error):
        await middleware.robot_parser(Request(URL))


async def test_no_file_is_permission() -> None:
    middleware, _ = robots(file(status=404))
    await middleware.process_request(Request(URL))
    assert await middleware.robot_parser(Request(URL)) is None


async def test_no_request_passes_robots_by() -> None:
    middleware, _ = robots(file())
    with pytest.raises(Refused):
        await middleware.process_request(
            Request("https://news.example/private/a", meta={"dont_obey_robotstxt": True})
        )


async def test_only_the_first_bytes_count() -> None:
    middleware, _ = robots(file(b"#" + b"-" * 995 + b"\n" + RULES))
    await middleware.process_request(Request("https://news.example/private/a"))


def test_switched_off() -> None:
    with pytest.raises(NotConfigured):
        robots(file(), ROBOTSTXT_OBEY=False)
