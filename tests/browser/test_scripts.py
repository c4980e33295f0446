"""The questions that a page is asked, in a real browser, on pages without a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.discovery.pagers.more_button import MORE
from newscrawler.rendering import scripts
from newscrawler.rendering.choice import choose
from newscrawler.rendering.launch import ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROWS = '<div id="list"><a class="row" href="/1">One</a><p class="row"><a href="/2">Two</a></p></div>'


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = choose("", playwright.chromium.executable_path).executable
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, "--no-sandbox"])
        page = browser.new_page(viewport={"width": 800, "height": 600})
        page.route("**/*", lambda route: route.fulfill(status=200, content_type="text/html", body=""))
        page.goto("http://gazette.invalid/")
        yield page
        browser.close()


def test_rows_are_told_once_and_those_taken_away_come_back(page: Page) -> None:
    page.set_content(ROWS)
    first = page.evaluate(scripts.ROWS, ".row")
    assert (first["count"], [key for key, _ in first["fresh"]]) == (
        2, ["http://gazette.invalid/1", "http://gazette.invalid/2"],
    )  # fmt: skip
    page.evaluate(
        "() => { list.firstChild.remove(); list.insertAdjacentHTML('beforeend', '<a class=row>3</a>'); }"
    )
    then = page.evaluate(scripts.ROWS, ".row")
    assert (then["count"], [key for key, _ in then["fresh"]]) == (3, ["3"])
    found = page.evaluate(scripts.RESTORE, [".row", first["fresh"]])
    assert found["restored"] == 1
    assert [found["html"].count(text) for text in ("One", "Two")] == [1, 1]


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("", "none"),
        ("<button id=more hidden>More</button>", "off"),
        ("<button id=more disabled>More</button>", "off"),
        ("<button id=more aria-disabled=true>More</button>", "off"),
        ("<button id=more onclick='document.title = 1'>More</button>", "pressed"),
    ],
)
def test_a_button_is_pressed_or_said_to_be_off(page: Page, button: str, said: str) -> None:
    page.set_content(f"<title>0</title>{button}<div style='position:fixed;inset:0;z-index:9'>Consent</div>")
    assert page.evaluate(scripts.PRESS, "#more") == said
    assert page.title() == ("1" if said == "pressed" else "0")


def test_what_is_shown_and_what_fits(page: Page) -> None:
    page.set_content("<p class=here>x</p><p class=gone hidden>x</p>")
    assert page.evaluate(scripts.SHOWN, ".here")
    assert not page.evaluate(scripts.SHOWN, ".gone")
    assert page.evaluate(scripts.FITS)
    page.set_content("<div style='height: 3000px'>x</div>")
    assert not page.evaluate(scripts.FITS)


def test_scrolling_reaches_the_end(page: Page) -> None:
    page.set_content("<div style='height: 3000px'><a class=row href=/1>One</a></div>")
    page.evaluate(scripts.SCROLL, ".row")
    assert page.evaluate("() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1")


def test_a_page_is_quiet_when_nothing_is_added(page: Page) -> None:
    page.set_content("<p>x</p>")
    assert page.evaluate(scripts.QUIET, 50) is True
    page.evaluate("() => { window.clock = setInterval(() => document.body.append('.'), 5); }")
    assert page.evaluate(scripts.QUIET, 50) is False
    page.evaluate("() => clearInterval(window.clock)")


def test_rows_and_a_button_are_found_by_their_looks(page: Page) -> None:
    links = "".join(f"<a class=card href=/{n}>A headline of some length {n}</a>" for n in range(5))
    page.set_content(
        f"<nav><a href=/about>About this newspaper</a></nav>{links}<button id=go>Show more</button>"
    )
    assert page.evaluate(scripts.FIND_ROWS) == "a.card"
    assert page.evaluate(scripts.FIND_BUTTON, MORE) == "#go"
