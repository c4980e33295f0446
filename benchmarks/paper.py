"""An invented paper of any size, to be crawled.

``python -m benchmarks.paper --articles 1000 [--host 127.0.1.1]``

Pages as large as real ones, with JSON-LD and OpenGraph, gzipped. It runs in a process of its own, so that its
work is not counted as the crawler's; what every page says is known (``story``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.newsroom.connection import LoopbackServer
from tests.newsroom.http import Request, Response

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FIRST = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
NAME = "The Harbour Ledger"
AUTHORS = ("Ada Quillfeather", "Bruno Saltmarsh", "Clara Underhill", "Dmitri Larkspur", "Edda Brightwater")
PLACES = (
    "Ostermouth",
    "Veldhaven",
    "Karsk",
    "Lindenport",
    "Tamarin Bay",
    "Upper Galt",
    "Rook Island",
    "Saint Brannoc",
)
_VOCABULARY = (
    "harbour council ferry bridge budget plan vote mayor reports company workers winter season market "
    "price tram line school museum river flood engineers committee decision region ministers talks "
    "agreement fishing fleet grain export railway station tender contract court judge ruling appeal study "
    "university researchers data energy grid turbines storm forecast festival theatre orchestra league "
    "match coach players victory district hospital nurses ward clinic patients pilot airport runway cargo "
    "union strike wages pension savings bank loan interest quarter growth orders factory glass timber "
    "paper lamp signal tower coast guard rescue island lighthouse keeper archive map letters village road "
    "tunnel works opened closed announced confirmed expected said after before during because although "
    "under over between against without several many few last next early late new old local"
)
WORDS = tuple(_VOCABULARY.split())


@cache
def story(number: int) -> dict[str, Any]:
    """What the article of this number says."""
    rng = random.Random(number)
    place = rng.choice(PLACES)
    headline = " ".join([place, *rng.sample(WORDS, 6), "of", str(number)])

    def sentence() -> str:
        return " ".join(rng.choices(WORDS, k=rng.randint(9, 20))).capitalize() + "."

    return {
        "headline": headline,
        "authors": [rng.choice(AUTHORS)],
        "published_at": (FIRST + timedelta(minutes=7 * number)).isoformat(),
        "body": "\n\n".join(
            " ".join(sentence() for _ in range(rng.randint(2, 4))) for _ in range(rng.randint(8, 14))
        ),
    }


class Paper(LoopbackServer):
    """Serves ``articles`` articles and a news sitemap of them."""

    def __init__(self, articles: int, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__(host, port, 0.0)
        self.first, self.articles = 0, articles
        self._made: dict[str, Response] = {}

    def respond(self, request: Request) -> Response:
        self.requests.clear()
        if request.path not in self._made:
            self._made[request.path] = self._respond(request.path)
        return self._made[request.path]

    def _respond(self, path: str) -> Response:
        if path == "/robots.txt":
            return Response(
                f"User-agent: *\nAllow: /\nSitemap: {self.base_url}/sitemap.xml\n".encode(),
                content_type="text/plain",
            )
        if path == "/sitemap.xml":
            return _packed(self.sitemap(), "application/xml; charset=utf-8")
        if path == "/":
            return _packed(f"<html><title>{NAME}</title><h1>{NAME}</h1></html>")
        if path.startswith("/news/") and path[6:].isdigit() and int(path[6:]) < self.articles:
            return _packed(self.page(int(path[6:])))
        return Response(b"<h1>Not found</h1>", 404)

    def sitemap(self) -> str:
        urls = "".join(
            f"<url><loc>{self.base_url}/news/{n}</loc><news:news><news:title>{story(n)['headline']}</news:title>"
            f"<news:publication_date>{story(n)['published_at']}</news:publication_date></news:news></url>"
            for n in range(self.first, self.articles)
        )
        spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        return f'<?xml version="1.0" encoding="UTF-8"?><urlset {spaces}>{urls}</urlset>'

    def page(self, number: int) -> str:
        said = story(number)
        rng = random.Random(-number)
        menu = "".join(
            f'<li class="menu__item"><a href="/{word}/" class="menu__link">{word.title()}</a></li>'
            for word in WORDS
        )
        beside = "".join(
            f'<div class="teaser"><a class="teaser__link" href="/news/{n}"><span class="teaser__title">'
            f"{story(n)['headline']}</span></a><p>{' '.join(rng.choices(WORDS, k=12))}</p></div>"
            for n in (rng.randrange(self.first, self.articles) for _ in range(12))
        )
        script = f"<script>window.__settings={json.dumps({w: rng.random() for w in WORDS * 8})}</script>"
        data = {
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": said["headline"],
            "datePublished": said["published_at"],
            "author": [{"@type": "Person", "name": name} for name in said["authors"]],
            "publisher": {"@type": "Organization", "name": NAME},
            "mainEntityOfPage": f"{self.base_url}/news/{number}",
        }  # fmt: skip
        body = "".join(f"<p>{paragraph}</p>" for paragraph in said["body"].split("\n\n"))
        return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{said["headline"]} | {NAME}</title>
<link rel="canonical" href="{self.base_url}/news/{number}"><meta property="og:type" content="article">
<meta property="og:title" content="{said["headline"]}"><meta property="og:site_name" content="{NAME}">
<script type="application/ld+json">{json.dumps(data)}</script>{script}{script * 3}</head><body>
<nav class="menu"><ul>{menu}</ul></nav><main><article><h1>{said["headline"]}</h1>
<p class="byline">By {said["authors"][0]}</p><div class="story">{body}</div></article></main>
<aside><h2>More</h2>{beside}</aside><footer><p>{NAME}, printed nowhere.</p></footer></body></html>"""


def _packed(text: str, content_type: str = "text/html; charset=utf-8") -> Response:
    body = gzip.compress(text.encode(), 6)
    return Response(body, content_type=content_type, headers={"Content-Encoding": "gzip"})


@contextmanager
def served(articles: int, hosts: int = 0, core: int | None = None) -> Iterator[list[str]]:
    """Serve papers from a process of its own; yield their URLs.

    :param hosts: how many, on 127.0.1.x; 0 for one on 127.0.0.1.
    """
    command = [sys.executable, "-m", "benchmarks.paper", "--articles", str(articles), "--hosts", str(hosts)]
    if core is not None:
        command += ["--core", str(core)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split()
        finally:
            server.terminate()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=0)
    parser.add_argument("--core", type=int)
    options = parser.parse_args()
    if options.core is not None:
        pin(options.core)
    hosts = [f"127.0.1.{n + 1}" for n in range(options.hosts)] or ["127.0.0.1"]
    papers = [Paper(options.articles, host).__enter__() for host in hosts]
    for paper in papers:
        for number in range(options.articles):
            paper._made[f"/news/{number}"] = paper._respond(f"/news/{number}")
    print(*(paper.base_url for paper in papers), flush=True)
    threading.Event().wait()


def pin(core: int, process: int = 0) -> None:
    """Keep a process (this one) on one core, where the machine has as many."""
    if hasattr(os, "sched_setaffinity") and core in os.sched_getaffinity(0):
        os.sched_setaffinity(process, {core})


if __name__ == "__main__":
    main()
