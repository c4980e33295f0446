"""What a user would pick instead: ``python -m benchmarks.rivals --install /tmp/rivals [--articles 200]``.

The same invented paper, read by each tool in turn: CPU an article with start-up, peak memory, and in how many articles each field is as
the page says it. The other tools live in environments of their own below the folder, made when they are missing; none is a
dependency. Those that have no crawler, or none that may go to loopback, get the addresses and fetch with urllib.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.crawl import cpu_of, crawl_command
from benchmarks.paper import served, story

READ = """
import json, sys, gzip, urllib.request
url, count, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
def pages():
    for n in range(count):
        address = f"{url}/news/{n}"
        yield address, gzip.decompress(urllib.request.urlopen(address).read()).decode()
def text(value):
    return value.isoformat() if hasattr(value, "isoformat") else value
out = open(path, "w")
def line(url, headline, published_at, authors, body):
    out.write(json.dumps({"url": url, "headline": headline, "published_at": text(published_at), "authors": authors, "body": body}) + "\\n")
"""

TRAFILATURA = """
import trafilatura
for address, html in pages():
    found = trafilatura.bare_extraction(html, url=address, with_metadata=True)
    line(address, found.title, found.date, [found.author], found.text)
"""

NEWSPAPER = """
from newspaper import Article
for address, html in pages():
    found = Article(address)
    found.download(input_html=html)
    found.parse()
    line(address, found.title, found.publish_date, found.authors, found.text)
"""

NEWS_PLEASE = """
from newsplease import NewsPlease
for address, html in pages():
    found = NewsPlease.from_html(html, url=address)
    line(address, found.title, found.date_publish, found.authors, found.maintext)
"""

CRAWL_SPIDER = """
import json, scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule
class Paper(CrawlSpider):
    name = "paper"
    async def start(self):
        for n in range(count):
            yield scrapy.Request(f"{url}/news/{n}")
    rules = [Rule(LinkExtractor(allow="/news/"), callback="article")]
    def _parse(self, response, **kwargs):
        yield self.article(response)
        yield from self._requests_to_follow(response)
    def article(self, response):
        data = json.loads(response.css("script[type='application/ld+json']::text").get())
        line(response.url, response.css("h1::text").get(), data["datePublished"], [a["name"] for a in data["author"]],
             "\\n\\n".join(response.css(".story p::text").getall()))
process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "DOWNLOAD_DELAY": 0,
                               "CONCURRENT_REQUESTS_PER_DOMAIN": 16})
process.crawl(Paper)
process.start()
"""

RIVALS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "trafilatura": (TRAFILATURA, ("trafilatura",), "extraction only"),
    "newspaper4k": (NEWSPAPER, ("newspaper4k", "lxml_html_clean"), "extraction only"),
    "news-please": (NEWS_PLEASE, ("news-please", "lxml_html_clean", "setuptools<81"), "extraction only"),
}
FIELDS = ("headline", "published_at", "authors", "body")


def python_of(folder: Path, name: str, packages: tuple[str, ...]) -> Path | None:
    """The Python of a tool's own environment, which is made if it is missing; None where it cannot be had."""
    python = folder / name / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / name)], check=True)
        done = subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=False)
        if done.returncode:
            return None
    return python


def version_of(python: Path, name: str) -> str:
    code = f"import importlib.metadata as m; print(m.version({name!r}))"
    return subprocess.run(
        [str(python), "-c", code], check=False, capture_output=True, text=True
    ).stdout.strip()


def exact(lines: list[dict[str, Any]], articles: int) -> str:
    """Share of the articles in which each field is as the page says, in the order of FIELDS."""
    right = dict.fromkeys(FIELDS, 0)
    for line in {line["url"]: line for line in lines}.values():
        said = story(int(line["url"].rpartition("/")[2]))
        for field in FIELDS:
            right[field] += _same(field, line[field], said[field])
    return " | ".join(f"{right[field] / articles:.2f}" for field in FIELDS)


def _same(field: str, found: Any, said: Any) -> bool:
    if field == "published_at":
        try:
            moment = datetime.fromisoformat(found or "")
        except ValueError:
            return False
        return moment.tzinfo is not None and moment == datetime.fromisoformat(said)
    if field == "body":
        return bool((found or "").split() == said.split())
    return bool(found == said)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--install", type=Path, help="folder of the tools' environments; without it only Scrapy's"
    )
    parser.add_argument("--articles", type=int, default=200)
    options = parser.parse_args(arguments)
    number = options.articles
    print(
        "| tool | version | does | CPU ms an article | peak MB | headline | time, offset | authors | body |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    with served(number, core=0) as (url,), tempfile.TemporaryDirectory() as made:
        folder = Path(made)

        def row(name: str, version: str, does: str, command: list[str], output: Path) -> None:
            try:
                used, peak = cpu_of(command, 1)
            except AssertionError as error:
                print(f"| {name} | {version} | {does} | failed: {str(error).splitlines()[-1]} |")
                return
            files = [output] if output.is_file() else list(output.glob("127*/*.jsonl"))
            lines = [json.loads(text) for path in files for text in path.read_text("utf-8").splitlines()]
            cost = used * 1000 / number
            print(
                f"| {name} | {version} | {does} | {cost:.1f} | {peak:.0f} | {exact(lines, number)} |",
                flush=True,
            )

        row(
            "newscrawler",
            version_of(Path(sys.executable), "newscrawler"),
            "everything",
            crawl_command(url, folder / "ours"),
            folder / "ours",
        )
        programs = {
            "CrawlSpider": (CRAWL_SPIDER, (), "selectors written for it; no state"),
            **(RIVALS if options.install else {}),
        }
        for name, (code, packages, does) in programs.items():
            python = python_of(options.install, name, packages) if packages else Path(sys.executable)
            if python is None:
                print(f"| {name} | cannot be installed here |")
                continue
            script, output = folder / f"with_{name}.py", folder / f"{name}.jsonl"
            script.write_text(READ + code, "utf-8")
            version = version_of(python, "scrapy" if name == "CrawlSpider" else name)
            row(name, version, does, [str(python), str(script), url, str(number), str(output)], output)


if __name__ == "__main__":
    main()
