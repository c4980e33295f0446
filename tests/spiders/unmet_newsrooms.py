"""Newsrooms with ways that few sites have, all invented; each says which articles it has."""

from __future__ import annotations

from tests.spiders.newsrooms import Built, text

NAMES = ("alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel", "ivy")
MENU = "<nav><a href=/news>News</a><a href=/sport>Sport</a></nav>"


def place(number: int) -> str:
    """Return the path of a story."""
    return f"/2026/11/27/council-votes-on-{NAMES[number]}-lane"


def story(number: int, body: str | None = None, head: str = "") -> str:
    """Return the page of a story."""
    name = f"Council votes on {NAMES[number]} lane"
    return (
        f"<html lang=en><head><title>{name}</title>{head}<meta property=article:published_time "
        f"content=2026-11-27T10:00:0{number}Z></head><body><article><h1>{name}</h1>"
        f"{text(number) if body is None else body}</article></body></html>"
    )


def rows(*numbers: int) -> str:
    """Return rows of a listing."""
    return "".join(
        f"<h2><a href={place(number)}>Council votes on {NAMES[number]} lane</a></h2>" for number in numbers
    )


def _with_stories(*numbers: int) -> Built:
    room = Built()
    for number in numbers:
        room.article(place(number), story(number))
    return room


def pager_of_forms() -> Built:
    """Each page has a form with a button that leads to the next."""
    room = _with_stories(*range(9))
    room.page("/", f"<html><body>{MENU}<main><p>Welcome.</main>")
    for page in (1, 2, 3):
        form = (
            f"<form action=/news><input type=hidden name=page value={page + 1}><button>Next</button></form>"
        )
        shown = rows(*range(3 * page - 3, 3 * page)) + (form if page < 3 else "")
        room.page("/news" if page == 1 else f"/news?page={page}", f"<html><body><main>{shown}</main>")
    room.page("/sport", f"<html><body><main>{rows(0)}</main>")
    return room


def list_of_months() -> Built:
    """The archive is a list of months in a form."""
    room, months = _with_stories(*range(9)), ("2026-11", "2026-10", "2026-09")
    options = "".join(f"<option value={month}>{month}</option>" for month in months)
    form = f"<form action=/archive.php><select name=month>{options}</select><button>Show</button></form>"
    room.page("/", f"<html><body><main>{rows(0, 1, 2)}{form}</main>")
    for at, month in enumerate(months):
        shown = rows(*range(3 * at, 3 * at + 3))
        room.page(f"/archive.php?month={month}", f"<html><body><main>{shown}{form}</main>")
    return room


def map_of_the_site() -> Built:
    """The front page has no menu; its foot links a map, whose sections have sections."""
    room = _with_stories(*range(6))
    room.page("/", f"<html><body><main>{rows(0)}</main><footer><a href=/sitemap>Site map</a></footer>")
    room.page("/sitemap", "<html><body><ul><li><a href=/city>City</a><li><a href=/about>About</a></ul>")
    parts = "<a href=/city/north>North</a><a href=/city/south>South</a>"
    room.page("/city", f"<html><body><main>{parts}</main>")
    room.page("/city/north", f"<html><body><main>{rows(0, 1, 2)}</main>")
    room.page("/city/south", f"<html><body><main>{rows(3, 4, 5)}</main>")
    return room


def articles_of_pages() -> Built:
    """Articles go on over pages, which listings show, too; each says which its first page is."""
    room = _with_stories(0, 1)
    for number, mark in ((2, "?page={}"), (3, "/{}")):
        own = place(number)
        urls = [own, *(own + mark.format(page) for page in (2, 3))]
        pager = "".join(f"<a href={url}>{page}</a>" for page, url in enumerate(urls, 1))
        head = f"<link rel=canonical href={{site}}{own}>"
        for part, url in enumerate(urls):
            room.page(url, story(number, text(10 * number + part) + f"<p>{pager}</p>", head))
        room.articles.append(own)
    further = f"<h2><a href={place(3)}/2>Council votes on {NAMES[3]} lane, page 2</a></h2>"
    room.page("/", f"<html><body><main>{further}{rows(0, 1, 2, 3)}<a href={place(2)}?page=2>2</a></main>")
    return room


def amp_pages_alone() -> Built:
    """The pages to which the AMP pages belong are gone."""
    room = Built()
    links = ""
    for number in range(3):
        head = f"<link rel=canonical href={{site}}{place(number)}>"
        room.article(f"{place(number)}/amp", story(number, head=head))
        links += f"<h2><a href={place(number)}/amp>Council votes on {NAMES[number]} lane</a></h2>"
    room.page("/", f"<html><body><main>{links}</main>")
    return room


UNMET = {
    built.__name__: built
    for built in (pager_of_forms, list_of_months, map_of_the_site, articles_of_pages, amp_pages_alone)
}
