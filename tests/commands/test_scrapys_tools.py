"""Scrapy's own commands work in this project and leave no trace: no ledger, no line, no record of a run."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest
from scrapy.utils.project import get_project_settings

from newscrawler.commands import bench
from tests.forks import scrapy

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

TITLE = '<h1 class="section-page__title">Science &amp; Space</h1>'
SPIDER = '''
import scrapy


class Prices(scrapy.Spider):
    name = "prices"

    def parse(self, response):
        """Give the headings.

        @url {url}
        @returns items 1 1
        @scrapes heading
        """
        yield {{"heading": response.css("h1::text").get()}}
'''


class Tools:
    """Runs commands in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"

    def run(self, command: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        settings = {
            "OUTPUT_DIR": str(self.output),
            "ALLOWED_PRIVATE_HOSTS": "127.0.0.1",
            "DOWNLOAD_DELAY": "0",
        }
        options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
        variables = {"PYTHONPATH": str(self.folder), **variables}
        done = scrapy(command, *arguments, *options, variables=variables)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == 0, done.stderr
        return done


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return Tools(tmp_path)


@pytest.mark.parametrize("spider", [[], ["--spider", "tass"]], ids=["no spider", "tass"])
def test_fetch(newsroom: NewsroomFactory, tools: Tools, spider: list[str]) -> None:
    url = f"{newsroom('today').base_url}/science"
    assert TITLE in tools.run("fetch", *spider, url).stdout
    assert "Content-Type: text/html" in tools.run("fetch", *spider, "--headers", url).stdout
    assert not tools.output.exists()


def test_a_file_that_a_person_names(tools: Tools) -> None:
    page = tools.folder / "page.html"
    page.write_text("<title>A saved page</title>")
    assert "A saved page" in tools.run("fetch", page.as_uri()).stdout
    assert "A saved page" in tools.run("shell", str(page), "-c", "response.css('title').get()").stdout


def test_shell(newsroom: NewsroomFactory, tools: Tools) -> None:
    url = f"{newsroom('today').base_url}/science"
    done = tools.run("shell", url, "-c", "response.css('h1').get()")
    assert done.stdout.strip() == TITLE
    assert not tools.output.exists()


def test_view(newsroom: NewsroomFactory, tools: Tools) -> None:
    url = f"{newsroom('today').base_url}/science"
    done = tools.run("view", url, BROWSER="echo %s", TMPDIR=str(tools.folder))
    assert done.stdout.startswith("file://")
    assert not tools.output.exists()


def test_check(newsroom: NewsroomFactory, tools: Tools) -> None:
    (tools.folder / "prices.py").write_text(SPIDER.format(url=f"{newsroom('today').base_url}/science"))
    done = tools.run("check", "-s", "SPIDER_MODULES=prices")
    assert "Ran 2 contracts" in done.stderr
    assert "OK" in done.stderr
    assert "Ran 0 contracts" in tools.run("check").stderr
    assert not tools.output.exists()


def test_parse(newsroom: NewsroomFactory, tools: Tools) -> None:
    url = f"{newsroom('today').base_url}/science"
    (tools.folder / "prices.py").write_text(SPIDER.format(url=url))
    done = tools.run("parse", url, "--spider", "prices", "--pipelines", "-s", "SPIDER_MODULES=prices")
    assert "[{'heading': 'Science & Space'}]" in done.stdout
    assert not tools.output.exists()


def test_parse_a_listing_of_a_declared_site(newsroom: NewsroomFactory, tools: Tools) -> None:
    base = newsroom("today").base_url
    done = tools.run("parse", f"{base}/science", "--spider", "tass", "-a", f"site_url={base}", "--nocolour")
    requests = done.stdout.partition("# Requests")[2]
    assert f"<GET {base}/science/2030013>" in requests
    assert not tools.output.exists()


@pytest.mark.parametrize("callback", [[], ["-c", "parse_article"]], ids=["no callback", "parse_article"])
def test_parse_an_article_of_a_declared_site(
    newsroom: NewsroomFactory, tools: Tools, callback: list[str]
) -> None:
    base = newsroom("today").base_url
    options = ["--spider", "tass", "-a", f"site_url={base}", "--nocolour", *callback]
    done = tools.run("parse", f"{base}/science/2030013", *options)
    items = done.stdout.partition("# Requests")[0]
    assert "'headline': 'What are noctilucent clouds, and why are there more of them?'" in items
    assert "'id': 'tass:2030013'" in items
    assert not tools.output.exists()


def test_what_the_command_line_says_stands_in_a_benchmark() -> None:
    settings = get_project_settings()
    settings.set("DOWNLOAD_DELAY", 3, "cmdline")
    command = bench.Command()
    command.settings = settings
    parser = argparse.ArgumentParser()
    command.add_options(parser)
    command.process_options([], parser.parse_args(["-s", "ALLOWED_PRIVATE_HOSTS=127.0.0.2"]))
    assert settings.getfloat("DOWNLOAD_DELAY") == 3
    assert not settings.getbool("ROBOTSTXT_OBEY")
    assert settings["ALLOWED_PRIVATE_HOSTS"] == f"127.0.0.2,{bench.SERVER}"


@pytest.mark.slow
def test_bench(tools: Tools) -> None:
    done = tools.run("bench", "-s", "CLOSESPIDER_PAGECOUNT=20")
    assert "Closing spider (closespider_pagecount)" in done.stderr
    assert not tools.output.exists()
