"""Runs crawls of the hostile newsroom in one process: ``python -m tests.hostile.plans < plans.json >
results.json``."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

from tests.forks import Fork
from tests.hostile.stamped import STAMPED
from tests.memory import peak_mb

NAMES = {"inside.test": "127.0.0.3", "site.test": "127.0.0.1"}
"""Names as if a resolver had answered them."""

NEEDS_LEDGER = (".seen.", ".not_modified.", ".outcome.")


def settings_of(plan: dict[str, Any]) -> Any:
    """The project's settings without its ledger and output, quick where the plan does not say otherwise."""
    from scrapy.utils.project import get_project_settings

    settings = get_project_settings()
    for name in ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES"):
        kept = {
            path: at
            for path, at in settings.getdict(name).items()
            if not any(n in path for n in NEEDS_LEDGER)
        }
        settings.set(name, kept, "cmdline")
    settings.setdict(
        {
            "ITEM_PIPELINES": {},
            "EXTENSIONS": {"newscrawler.extensions.settle_dropped.SettleDropped": 0},
            "ADDONS": {},
            "DOWNLOAD_DELAY": 0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
            "BACKOFF_START": 0.05,
            "RETRY_TIMES": 2,
            "STATS_DUMP": False,
            "LOG_LEVEL": "CRITICAL",
            "REFUSALS_MAX": 0,
            "CHALLENGES_MAX": 0,
        },
        "cmdline",
    )
    settings.set("DOWNLOAD_HANDLERS", {**settings.getdict("DOWNLOAD_HANDLERS"), **STAMPED}, "cmdline")
    for name, value in plan.get("settings", {}).items():
        merged = {**settings.getdict(name), **value} if isinstance(value, dict) else value
        settings.set(name, merged, "cmdline")
    return settings


def main() -> None:
    """Crawl by the plans on stdin, write what came of them to stdout."""
    from scrapy.crawler import AsyncCrawlerProcess, Crawler
    from scrapy.resolver import dnscache
    from scrapy.utils.project import get_project_settings

    from newscrawler.run.run import run_of
    from tests.hostile.spider import HostileSpider

    plans = json.load(sys.stdin)
    loop = get_project_settings()["ASYNCIO_EVENT_LOOP"]  # the process installs it for all crawls
    process = AsyncCrawlerProcess({"LOG_INSTALL_ROOT_HANDLER": False, "ASYNCIO_EVENT_LOOP": loop})
    logging.disable(logging.CRITICAL)
    started = time.monotonic()
    crawlers, outcomes = {}, {}
    dnscache.update(NAMES)
    for name, plan in plans.items():
        crawler = crawlers[name] = Crawler(HostileSpider, settings_of(plan))
        outcomes[name] = note_outcomes(run_of(crawler).account)
        keys = ("articles", "listings", "allowed", "meta", "kind")
        process.crawl(crawler, **{key: plan[key] for key in keys if key in plan})
    process.start()
    results = {}
    for name, crawler in crawlers.items():
        stats = crawler.stats.get_stats()
        account = run_of(crawler).account
        account.close(str(stats.get("finish_reason")))
        results[name] = {
            "outcomes": outcomes[name],
            "listed": account.listed,
            "texts": crawler.spider.texts,
            "listings": crawler.spider.listing_outcomes,
            "stats": {key: value for key, value in stats.items() if isinstance(value, (int, float, str))},
        }
    peak = peak_mb()
    json.dump({"crawls": results, "seconds": time.monotonic() - started, "peak_mb": peak}, sys.stdout)


def note_outcomes(account: Any) -> dict[str, str]:
    """Have an account note each URL's outcome, beside counting it."""
    noted: dict[str, str] = {}
    urls: dict[int, str] = {}
    enter, settle = account.enter, account._settle

    def entering(url: str) -> bool:
        urls[hash(url)] = url
        return bool(enter(url))

    def noting(key: int, outcome: Any, reason: str = "") -> None:
        noted[urls[key]] = f"{outcome} {reason}".strip()
        settle(key, outcome, reason)

    account.enter, account._settle = entering, noting
    return noted


def crawl(plans: dict[str, dict[str, Any]], timeout: float = 110) -> dict[str, Any]:
    """Run the plans side by side in a process of their own."""
    fork = Fork("tests.hostile.plans:main", [], given=json.dumps(plans))
    stdout, stderr = fork.communicate(timeout)
    assert fork.returncode == 0, stderr[-3000:]
    assert stdout, stderr[-3000:]
    result = json.loads(stdout)
    result["stderr"] = stderr
    return result


if __name__ == "__main__":
    main()
