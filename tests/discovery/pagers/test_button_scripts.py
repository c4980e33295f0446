"""Scripts are read for a button that says no URL itself: a few, the site's own, each once."""

from __future__ import annotations

from newscrawler.discovery.listing import Listing
from newscrawler.discovery.pagers.button_scripts import MOST, ButtonScripts
from newscrawler.document import Document, parse_document

URL = "https://paper.example/"
BUTTON = "<button>Load more</button>"


def page(*scripts: str, button: str = BUTTON) -> Document:
    files = "".join(f"<script src='{script}'></script>" for script in scripts)
    return parse_document(f"<body><main>{button}</main>{files}", URL)


def site() -> ButtonScripts:
    return ButtonScripts(("paper.example",), 2000)


def listing(name: str) -> Listing:
    return Listing("section", name, URL + name)


def test_the_sites_own_files_from_the_end_of_the_page() -> None:
    shown = page(
        "/js/jquery-3.js", "/js/a.js", "https://ads.example/b.js", "https://cdn.paper.example/c.js?v=2"
    )
    assert site().scripts_of(shown, URL) == ["https://cdn.paper.example/c.js?v=2", f"{URL}js/a.js"]
    assert site().scripts_of(page("/js/a.js", button="<button>Menu</button>"), URL) == []


def test_a_file_is_where_the_base_of_the_page_says() -> None:
    shown = parse_document(f"<base href=/site/><body>{BUTTON}<script src=a.js></script>", URL)
    assert site().scripts_of(shown, URL) == [f"{URL}site/a.js"]
    long = parse_document(f"<body>{BUTTON}<script src='/{'a' * 2000}.js'></script>", URL)
    assert site().scripts_of(long, URL) == []


def test_no_more_than_a_few_are_asked_for_in_a_crawl() -> None:
    scripts = site()
    found = scripts.scripts_of(page(*(f"/{n}.js" for n in range(MOST + 3))), URL)
    assert len(scripts.wait(listing("a"), URL, 5, found)) == MOST
    assert scripts.scripts_of(page("/x.js", f"/{MOST + 2}.js"), URL) == [f"{URL}{MOST + 2}.js"]


def test_listings_wait_for_one_script_and_go_on_together() -> None:
    scripts, one, other = site(), listing("a"), listing("b")
    assert scripts.wait(one, URL, 5, [f"{URL}app.js", f"{URL}lib.js"]) == [f"{URL}app.js", f"{URL}lib.js"]
    assert scripts.wait(other, f"{URL}b", 7, [f"{URL}app.js"]) == []
    assert list(scripts.decided()) == []
    scripts.came(f"{URL}lib.js", "fetch('https://elsewhere.example/rows?offset=' + n)")
    assert list(scripts.decided()) == []
    scripts.came(f"{URL}app.js", "fetch('/rows?offset=' + n)")
    assert list(scripts.decided()) == [(one, f"{URL}rows?offset=5"), (other, f"{URL}rows?offset=7")]
    assert list(scripts.decided()) == []


def test_a_listing_whose_scripts_say_nothing_is_let_go() -> None:
    scripts, one = site(), listing("a")
    scripts.wait(one, URL, 5, [f"{URL}app.js"])
    scripts.came(f"{URL}app.js", "")
    assert list(scripts.decided()) == [(one, None)]
