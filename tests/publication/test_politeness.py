"""A site may be more polite than the project's settings, never less."""

from pathlib import Path
from typing import Any

import pytest
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.politeness import OF_A_SITE
from tests.crawl import crawl
from tests.forks import scrapy


def site(**declared: Any) -> type[NewsSpider]:
    return type("Press", (NewsSpider,), {"name": "press", "allowed_domains": ("press.example",), **declared})


def settings_of(spider: type[NewsSpider], **command_line: Any) -> Settings:
    project = get_project_settings()
    for name, value in command_line.items():
        project.set(name, value, "cmdline")
    return Crawler(spider, project).settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DOWNLOAD_DELAY", 5),
        ("DOWNLOAD_DELAY", 1.0),
        ("HOST_MAX_REQUESTS", 500),
        ("RUN_MAX_REQUESTS", 500),  # the project has no bound
        ("RETRY_TIMES", 0),
        ("OBEY_AI_OPT_OUTS", True),
        ("ROBOTSTXT_OBEY", True),
        ("TELNETCONSOLE_ENABLED", False),
    ],
)
def test_more_polite(name: str, value: object) -> None:
    assert settings_of(site(custom_settings={name: value}))[name] == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DOWNLOAD_DELAY", 0.5),
        ("DOWNLOAD_DELAY", -1),
        ("DOWNLOAD_DELAY", "soon"),
        ("DOWNLOAD_DELAY", float("nan")),
        ("CONCURRENT_REQUESTS_PER_DOMAIN", 2),
        ("CONCURRENT_REQUESTS_PER_DOMAIN", 0),  # no bound
        ("HOST_MAX_REQUESTS", 0),
        ("RETRY_TIMES", 9),
        ("ROBOTSTXT_OBEY", False),
        ("DOWNLOAD_VERIFY_CERTIFICATES", False),
        ("COOKIES_ENABLED", True),
        ("USER_AGENT", "Mozilla/5.0"),
        ("ALLOWED_PRIVATE_HOSTS", "127.0.0.1"),
        ("DOWNLOADER_MIDDLEWARES", {}),
        ("DOWNLOAD_SLOTS", {"press.example": {"delay": 0}}),
        ("ROBOTSTXT_USER_AGENT", "Googlebot"),
        ("HTTPERROR_ALLOW_ALL", True),
        ("ADDONS", {}),
    ],
)
def test_less_polite(name: str, value: object) -> None:
    with pytest.raises(WrongArgument, match=rf"custom_settings\['{name}'\]: "):
        settings_of(site(custom_settings={name: value}))


def test_by_attribute() -> None:
    assert settings_of(site(download_delay=4))["DOWNLOAD_DELAY"] == 4
    assert settings_of(site(max_concurrent_requests=1))["CONCURRENT_REQUESTS_PER_DOMAIN"] == 1
    child = type("Child", (site(download_delay=4),), {"name": "child"})
    assert settings_of(child)["DOWNLOAD_DELAY"] == 4


@pytest.mark.parametrize(
    "declared", [{"download_delay": 0}, {"max_concurrent_requests": 8}, {"user_agent": "curl/8"}], ids=str
)
def test_less_polite_by_attribute(declared: dict[str, Any]) -> None:
    with pytest.raises(WrongArgument, match=next(iter(declared))):
        settings_of(site(**declared))


@pytest.mark.parametrize("name", ["handle_httpstatus_list", "http_user", "start_urls", "robots"])
def test_attributes_that_no_site_has(name: str) -> None:
    with pytest.raises(WrongArgument, match=f"{name}: a site has no attribute of this name"):
        site(**{name: [403]}).check_declaration()


def test_a_site_does_not_replace_the_check() -> None:
    with pytest.raises(WrongArgument, match="update_settings: a site sets its settings in custom_settings"):
        site(update_settings=classmethod(lambda cls, settings: None)).check_declaration()


def test_the_command_line_has_the_last_word() -> None:
    assert settings_of(site(custom_settings={"DOWNLOAD_DELAY": 5}), DOWNLOAD_DELAY=9)["DOWNLOAD_DELAY"] == 9
    assert settings_of(site(download_delay=5), DOWNLOAD_DELAY=9)["DOWNLOAD_DELAY"] == 9


def test_every_setting_of_a_site_exists() -> None:
    project = get_project_settings()
    assert [name for name in OF_A_SITE if name not in project] == []


@pytest.mark.slow
def test_as_a_user_sees_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spider = (
        "from newscrawler.news_spider import NewsSpider\n\n\nclass Press(NewsSpider):\n    name = 'press'\n"
        "    allowed_domains = ('press.example',)\n    download_delay = {}\n"
    )
    (tmp_path / "hasty_press.py").write_text(spider.format(0.1))
    (tmp_path / "patient_press.py").write_text(spider.format(3))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    output = tmp_path / "output"
    hasty = crawl("press", output, {"SPIDER_MODULES": "hasty_press", "DOWNLOAD_DELAY": "1"})
    assert hasty.code == 0  # the command line has set the delay
    project = [
        f"{name}={value}" for name, value in {"SPIDER_MODULES": "hasty_press", "OUTPUT_DIR": output}.items()
    ]
    ended = scrapy_crawl(project)
    assert ended.returncode == 2
    assert "hasty_press.py:7: download_delay: 0.1 is less polite than the project's 1.0" in ended.stderr
    assert ended.stderr.count("\n") == 1
    patient = scrapy_crawl([project[0].replace("hasty", "patient"), project[1]])
    assert patient.returncode == 0, patient.stderr
    assert "DeprecationWarning" not in patient.stderr


def scrapy_crawl(settings: list[str]) -> Any:
    options = [part for setting in settings for part in ("-s", setting)]
    return scrapy("crawl", "press", *options)
