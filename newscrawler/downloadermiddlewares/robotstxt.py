"""robots.txt, obeyed as RFC 9309 says: what could not be read gives no permission."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from scrapy import Request, signals
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from newscrawler.ai_opt_outs import robots_opt_outs
from newscrawler.exceptions import Failed, Left, NotFetched, Refused
from newscrawler.run.errand import ArticleErrand, ListingErrand, RobotsErrand, errand_of
from newscrawler.run.failures import UNREACHABLE, outcome_of

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser
    from scrapy.settings import BaseSettings

KEEP_SECONDS = 24 * 3600
"""How long rules are believed, by RFC 9309."""

WAIT_SECONDS = 600
"""After a failure the host is not asked anything for this long, then robots.txt is tried again."""

AI_AGENTS = (
    "GPTBot", "CCBot", "Google-Extended", "ClaudeBot", "anthropic-ai", "Applebot-Extended", "Bytespider",
    "Meta-ExternalAgent", "FacebookBot", "PerplexityBot", "cohere-ai", "Amazonbot", "Diffbot", "omgili",
    "AI2Bot",
    "img2dataset", "MistralAI-User", "TDMBot",
)  # fmt: skip
"""Product tokens by which publishers address collectors for AI training and text mining."""

_PRODUCT = re.compile(r"[A-Za-z_-]+")


@dataclass(slots=True)
class HostRules:
    """What one host's robots.txt says."""

    parser: RobotParser | None = None
    """None where everything is allowed."""
    failure: NotFetched | None = None
    """Why nothing may be asked for now."""
    ai_agents: tuple[str, ...] = ()
    """Agents of ``AI_AGENTS`` that the file names."""
    opt_outs: tuple[str, ...] = ()
    """Opt-outs that hold for the whole host."""
    answer: Response | None = None
    """The answer itself."""
    until: float = field(default_factory=lambda: monotonic() + KEEP_SECONDS)


def robots_agent(settings: BaseSettings) -> str:
    """Return the agent that rules are for: ``ROBOTSTXT_USER_AGENT``, else the product in ``USER_AGENT``."""
    product = _PRODUCT.match(settings.get("USER_AGENT") or "")
    return settings.get("ROBOTSTXT_USER_AGENT") or (product.group() if product else "*")


class RobotsMiddleware(RobotsTxtMiddleware):
    """Ask each host for robots.txt before anything else, and keep to it.

    Scrapy's middleware takes an error for permission, reads any body whole and believes it for ever. Here:
    2xx: the first ``ROBOTS_MAX_SIZE`` bytes; 401, 403: nothing is allowed; other 4xx: everything is; 429,
    5xx, no answer: the host is left alone for ten minutes. The errand of the request gets the AI
    opt-outs that robots.txt states for the URL. Settings: ``ROBOTSTXT_OBEY``, ``ROBOTS_MAX_SIZE`` (bytes),
    ``ROBOTSTXT_USER_AGENT`` (default: the product name in ``USER_AGENT``). The statistics are Scrapy's
    (``robotstxt/…``).
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.max_size = crawler.settings.getint("ROBOTS_MAX_SIZE")
        self.agent = robots_agent(crawler.settings)
        self._hosts: dict[str, asyncio.Future[HostRules]] = {}

    async def process_request(  # type: ignore[override]  # Scrapy's own gives no answer itself
        self, request: Request, spider: Spider | None = None
    ) -> Response | None:
        """Let an allowed request pass.

        :raises Refused: ``robots``.
        :raises NotFetched: robots.txt could not be read.
        """
        errand = errand_of(request)
        if isinstance(errand, RobotsErrand) or not request.url.startswith(("http:", "https:")):
            return None
        rules = await self._rules(request)
        self._robots_failed(rules)
        if rules.parser is not None and not rules.parser.allowed(request.url, self.agent):
            self._count("forbidden")
            raise Refused("robots", request.url)
        if isinstance(errand, ArticleErrand):
            errand.opt_outs = self._opt_outs(rules, request.url)
        if isinstance(errand, ListingErrand) and rules.answer and rules.answer.url == request.url:
            # it was asked for already: as a listing of sitemaps it is the same file
            return rules.answer.replace(request=request)
        return None

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules for a request's host, None where everything is allowed.

        :raises NotFetched: robots.txt could not be read.
        """
        rules = await self._rules(request)
        self._robots_failed(rules)
        return rules.parser

    def _robots_failed(self, rules: HostRules) -> None:
        """Raise why nothing may be asked for now, where Scrapy's ``_robots_error`` would allow everything."""
        if rules.failure is not None:
            self._count("waiting")
            raise type(rules.failure)(rules.failure.reason, rules.failure.detail)

    def _opt_outs(self, rules: HostRules, url: str) -> list[str]:
        named = [
            f"robots:{agent}"
            for agent in rules.ai_agents
            if rules.parser and not rules.parser.allowed(url, agent)
        ]
        return [*rules.opt_outs, *named]

    async def _rules(self, request: Request) -> HostRules:
        parts = urlparse_cached(request)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        known = self._hosts.get(origin)
        if known is not None and not (known.done() and known.result().until < monotonic()):
            return await known
        asked: asyncio.Future[HostRules] = asyncio.get_running_loop().create_future()
        self._hosts[origin] = asked
        rules = _waiting("stopped")
        try:
            rules = await self._ask(origin, request)
        finally:
            asked.set_result(rules)
        return rules

    async def _ask(self, origin: str, request: Request) -> HostRules:
        robots = Request(
            f"{origin}/robots.txt",
            priority=1000,
            callback=NO_CALLBACK,
            meta={
                **RobotsErrand().meta(),
                "allow_offsite": True,
                "download_slot": request.meta.get("download_slot"),
            },
        )
        if robots.meta["download_slot"] is None:
            del robots.meta["download_slot"]
        assert self.crawler.engine is not None
        self._count("request_count")
        try:
            response = await self.crawler.engine.download_async(robots)
        except (Refused, Left) as error:
            self._count(f"exception_count/{type(error)}")
            return HostRules(failure=error)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the rules are not known
            self._count(f"exception_count/{type(error)}")
            unreachable = UNREACHABLE.get(outcome_of(error)[1], "robots_unreachable")
            return _waiting(f"{type(error).__name__}: {error}", unreachable)
        self._count("response_count")
        self._count(f"response_status_count/{response.status}")
        return await self._read(response, request)

    async def _read(self, response: Response, request: Request) -> HostRules:
        status = response.status
        if status in {401, 403}:
            return HostRules(failure=Refused("robots", f"robots.txt answers {status}"))
        if status == 429 or status >= 500:
            return _waiting(f"robots.txt answers {status}")
        body = response.body if 200 <= status < 300 else b""
        if 0 < self.max_size < len(body):
            body = body[: body.rfind(b"\n", 0, self.max_size) + 1]
        parser: RobotParser = build_from_crawler(self._parserimpl, self.crawler, body)
        await self.crawler.signals.send_catch_log_async(
            signals.robots_parsed, robotparser=parser, request=request
        )
        text = body.decode("utf-8", "replace")
        lower = text.lower()
        return HostRules(
            parser=parser if body else None,
            ai_agents=tuple(agent for agent in AI_AGENTS if agent.lower() in lower),
            opt_outs=tuple(robots_opt_outs(text)),
            answer=response,
        )

    def _count(self, what: str) -> None:
        self._stats.inc_value(f"robotstxt/{what}")


def _waiting(detail: str, reason: str = "robots_unreachable") -> HostRules:
    return HostRules(failure=Failed(reason, detail), until=monotonic() + WAIT_SECONDS)
