"""The safety settings are really on in a crawl as users start it."""

import ast
import re
from pathlib import Path

import pytest
from scrapy.crawler import Crawler
from scrapy.settings import Settings, default_settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.misc import load_object
from scrapy.utils.project import get_project_settings

import newscrawler
from newscrawler import bounds
from newscrawler import settings as project_settings
from newscrawler.bounds import Bounds
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


def test_no_site_file_names_what_makes_a_request_less_polite() -> None:
    unwanted = {
        "handle_httpstatus_list",
        "handle_httpstatus_all",
        "dont_obey_robotstxt",
        "download_slot",
        "proxy",
    }
    wrong = {}
    for path in SITES:
        nodes = [*ast.walk(ast.parse(path.read_text("utf-8")))]
        names = {node.id for node in nodes if isinstance(node, ast.Name)} | {
            node.value for node in nodes if isinstance(node, ast.Constant)
        }
        if names & unwanted:
            wrong[path.name] = names & unwanted
    assert SITES
    assert wrong == {}


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


# --- One source of each default ------------------------------------------------------------

PACKAGE = Path(newscrawler.__file__).parent
NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|CONTACT|DUPLICATES|ADDONS")


def setting_read(node: ast.AST) -> str | None:
    """Return the name of the setting that an expression reads, by name and with whatever default."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
        return None
    first = node.args[0]
    if not re.fullmatch("get(int|float|bool|list|dict)?", node.func.attr) or not isinstance(
        first, ast.Constant
    ):
        return None
    return first.value if isinstance(first.value, str) and NAME.fullmatch(first.value) else None


def second_defaults(source: str) -> list[str]:
    """Return the settings for which a component has a default of its own; an empty text is none."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = setting_read(node)
        if name and isinstance(node, ast.Call) and (len(node.args) > 1 or node.keywords):
            found.append(name)
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            name, other = setting_read(node.values[0]), node.values[-1]
            is_fixed = isinstance(other, (ast.Name, ast.Attribute, ast.BinOp)) or (
                isinstance(other, ast.Constant) and bool(other.value)
            )
            if name and is_fixed:
                found.append(name)
    return found


@pytest.mark.parametrize(
    "source",
    [
        "settings.getint('HOST_MAX_REQUESTS', 7)",
        "settings.getint('HOST_MAX_REQUESTS', default=7)",
        "settings.get('HOST_MAX_REQUESTS') or 7",
        "settings.getint('HOST_MAX_REQUESTS', Handler.most)",
        "settings.getint('HOST_MAX_REQUESTS') or LONGEST",
    ],
)
def test_a_second_default_would_be_found(source: str) -> None:
    assert second_defaults(source) == ["HOST_MAX_REQUESTS"]
    assert not second_defaults(
        "settings.getint('HOST_MAX_REQUESTS'); settings.get('CONTACT') or ''; d.get('a', 1)"
    )


COMPONENTS = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "settings.py"]


def test_no_component_has_a_second_default() -> None:
    found = {
        str(path.relative_to(PACKAGE)): names
        for path in COMPONENTS
        if (names := second_defaults(path.read_text("utf-8")))
    }
    assert found == {}


def test_every_setting_that_is_read_has_a_default() -> None:
    known = {*vars(project_settings), *vars(default_settings)}
    read = {
        name
        for path in COMPONENTS
        for node in ast.walk(ast.parse(path.read_bytes()))
        if (name := setting_read(node))
    }
    assert len(read) > 50
    # Scrapy gives these no default: who sets none wants none
    assert read - known <= {"LOG_FILE"}


def test_the_bounds_are_those_of_the_table() -> None:
    for name in bounds.NAMES:
        assert getattr(project_settings, bounds.setting(name)) == getattr(bounds.DEFAULT, name)
    assert Bounds.of(get_project_settings()) == bounds.DEFAULT
    assert Bounds.of(Settings()) == bounds.DEFAULT
    tree = ast.parse((PACKAGE / "settings.py").read_bytes())
    numbers = {
        node.targets[0].id
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    assert not numbers & set(map(bounds.setting, bounds.NAMES)), "settings.py takes its bounds from bounds.py"
