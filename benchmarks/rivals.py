"""What a user would pick instead: ``python -m benchmarks.rivals --install /tmp/rivals [--articles 200]``.

The same invented paper, read by each tool in turn: CPU an article with start-up, peak memory, and in how many
articles each field is as the page says it. The other tools live in environments of their own below the
folder, made with pip when they are missing; none is a dependency. "Extraction only": the tool has no crawler,
or none that may go to loopback; it gets the urls, and urllib fetches.
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
        url = f"{url}/news/{n}"
        yield url, gzip.decompress(urllib.request.urlopen(url).read()).decode()
def text(value):
    return value.isoformat() if hasattr(value, "isoformat") else value
out = open(path, "w")
def line(url, headline, published_at, authors, body):
    fields = {"url": url, "headline": headline, "published_at": text(published_at), "authors": authors}
    out.write(json.dumps({**fields, "body": body}) + "\\n")
"""

TRAFILATURA = """
import trafilatura
for url, html in pages():
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True)
    line(url, found.title, found.date, [found.author], found.text)
"""

NEWSPAPER = """
from newspaper import Article
for url, html in pages():
    found = Article(url)
    found.download(input_html=html)
    found.parse()
    line(url, found.title, found.publish_date, found.authors, found.text)
"""

NEWS_PLEASE = """
from newsplease import NewsPlease
for url, html in pages():
    found = NewsPlease.from_html(html, url=url)
    line(url, found.title, found.date_publish, found.authors, found.maintext)
"""

FUNDUS = """
from datetime import datetime
from typing import List, Optional
from fundus import Crawler, Sitemap
from fundus.parser import ArticleBody, BaseParser, ParserProxy, attribute
from fundus.parser.utility import (
    extract_article_body_with_selector, generic_author_parsing, generic_date_parsing)
from fundus.publishers.base_objects import Publisher
from lxml.cssselect import CSSSelector
class PaperParser(ParserProxy):
    class V1(BaseParser):
        @attribute
        def title(self) -> Optional[str]:
            return self.precomputed.ld.bf_search("headline")
        @attribute
        def publishing_date(self) -> Optional[datetime]:
            return generic_date_parsing(self.precomputed.ld.bf_search("datePublished"))
        @attribute
        def authors(self) -> List[str]:
            return generic_author_parsing(self.precomputed.ld.bf_search("author"))
        @attribute
        def body(self) -> Optional[ArticleBody]:
            return extract_article_body_with_selector(self.precomputed.doc, CSSSelector(".story p"))
paper = Publisher("paper", url, PaperParser, [Sitemap(f"{url}/sitemap.xml")])
for found in Crawler(paper, delay=0.0).crawl():
    line(found.html.requested_url, found.title, found.publishing_date, found.authors, str(found.body))
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
        line(response.url, response.css("h1::text").get(), data["datePublished"],
             [a["name"] for a in data["author"]],
             "\\n\\n".join(response.css(".story p::text").getall()))
process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "DOWNLOAD_DELAY": 0,
                               "CONCURRENT_REQUESTS_PER_DOMAIN": 16})
process.crawl(Paper)
process.start()
"""

# Each with the packages that it needs; lxml_html_clean is one that others import without asking for it.
RIVALS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "fundus": (
        FUNDUS,
        ("fundus==0.5.7", "curl_cffi==0.14.*"),  # which does not import with later ones of curl_cffi
        "sitemap, robots; parser class written for it; no state",
    ),
    "trafilatura": (TRAFILATURA, ("trafilatura", "lxml_html_clean"), "extraction only"),
    "newspaper4k": (NEWSPAPER, ("newspaper4k", "lxml_html_clean"), "extraction only"),
    "news-please": (NEWS_PLEASE, ("news-please", "lxml_html_clean", "setuptools<81"), "extraction only"),
}
FIELDS = ("headline", "published_at", "authors", "body")


def python_of(folder: Path, name: str, packages: tuple[str, ...]) -> Path:
    """The Python of a tool's own environment, made if it is missing, half-made or of other packages.

    Raises:
        CalledProcessError: it cannot be had.
    """
    home = (folder / name).absolute()
    python, installed = home / "bin" / "python", home / "installed.txt"
    if not installed.exists() or installed.read_text("utf-8").split() != [*packages]:
        print(f"installing {name} in {home}", file=sys.stderr, flush=True)
        if not python.exists():
            _run([sys.executable, "-m", "venv", str(home)])
        _run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages])
        installed.write_text(" ".join(packages), "utf-8")
    return python


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def _reason(told: str | None) -> str:
    """The line of a command's last words that says why it failed, fit for a table."""
    lines = [line for line in (told or "").replace("|", "/").splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]  # of pip, which may say more after it
    return (errors or lines or ["it did not say why"])[-1].strip()


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
    pythons: dict[str, Path | str] = {}  # or why there is none; all of them before anything is measured
    for name, (_, packages, _) in RIVALS.items() if options.install else ():
        try:
            pythons[name] = python_of(options.install, name, packages)
        except subprocess.CalledProcessError as error:
            pythons[name] = _reason(error.stdout)
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
                print(f"| {name} | {version} | {does} | failed: {_reason(str(error))} |", flush=True)
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

        def tool(name: str, package: str, python: Path, code: str, does: str) -> None:
            script, output = folder / f"with_{name}.py", folder / f"{name}.jsonl"
            script.write_text(READ + code, "utf-8")
            command = [str(python), str(script), url, str(number), str(output)]
            row(name, version_of(python, package), does, command, output)

        tool(
            "CrawlSpider", "scrapy", Path(sys.executable), CRAWL_SPIDER, "selectors written for it; no state"
        )
        for name, python in pythons.items():
            code, _, does = RIVALS[name]
            if isinstance(python, Path):
                tool(name, name, python, code, does)
            else:
                print(f"| {name} | cannot be installed here: {python} |", flush=True)


if __name__ == "__main__":
    main()
