"""The safety settings are really on in a crawl as users start it."""

import ast
from pathlib import Path

import pytest
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.misc import load_object
from scrapy.utils.project import get_project_settings

from newscrawler.news_spider import NewsSpider
from newscrawler.spiders.tass.spider import TassSpider

SITES = sorted((Path(__file__).parent.parent / "newscrawler" / "spiders").rglob("*.py"))


@pytest.fixture(scope="module")
def settings() -> Settings:
    crawler = Crawler(TassSpider, get_project_settings())
    return crawler.settings


@pytest.mark.parametrize("name", ["ROBOTSTXT_OBEY", "DOWNLOAD_VERIFY_CERTIFICATES", "RETRY_ENABLED"])
def test_is_on(settings: Settings, name: str) -> None:
    assert settings.getbool(name)


@pytest.mark.parametrize("name", ["TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "COOKIES_ENABLED"])
def test_is_off(settings: Settings, name: str) -> None:
    assert not settings.getbool(name)


def test_bounds(settings: Settings) -> None:
    assert settings.getint("DOWNLOAD_MAXSIZE") <= 20 * 1024 * 1024
    assert settings.getfloat("DOWNLOAD_TIMEOUT") <= 60


def test_polite_by_default(settings: Settings) -> None:
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert "newscrawler" in settings["USER_AGENT"]


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_no_site_file_names_what_makes_a_request_less_polite(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)
    }
    unwanted = {
        "handle_httpstatus_list",
        "handle_httpstatus_all",
        "dont_obey_robotstxt",
        "download_slot",
        "proxy",
    }
    assert not names & unwanted


def test_no_site_is_less_polite_than_the_project() -> None:
    project = get_project_settings()
    loader = get_spider_loader(project)
    for name in loader.list():
        loader.load(name).update_settings(project.copy())  # raises WrongArgument


def test_the_base_spider_has_no_custom_settings() -> None:
    assert not NewsSpider.custom_settings


@pytest.mark.parametrize("name", ["DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES"])
def test_a_middleware_is_called_one(settings: Settings, name: str) -> None:
    ours = {path for path in settings.getdict(name) if path.startswith("newscrawler.")}
    assert ours
    for path in ours:
        assert load_object(path).__name__.endswith("Middleware")
