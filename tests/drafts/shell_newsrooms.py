"""Newsrooms whose section pages have no rows: a script asks for them as JSON. And one with numbered pages."""

from __future__ import annotations

import json

from tests.hostile.hostile_server import http
from tests.spiders.newsrooms import Built

ARTICLE = (
    "<html lang=en><meta property=og:type content=article><article><h1>Quay opens again</h1><time datetime="
    "2026-05-04T10:00:00+01:00>4 May</time><p>The quay of Quillmouth takes ships again, the town said.</p>"
    "<p>It had been closed since the autumn, and the ferry sailed.</p></article></html>"
)
SECTIONS = {"harbour": 11, "town": 12}


def _front(built: Built, title: str = "Quill News Agency") -> None:
    menu = "".join(f"<a href=/{slug}/>{slug.title()}</a>" for slug in SECTIONS)
    head = f"<meta property=og:site_name content='{title}'>"
    built.page(
        "/", f"<html lang=en-GB><head>{head}</head><body><nav>{menu}</nav><div id=app></div></body></html>"
    )


def _rows(built: Built, slug: str, first: int) -> list[dict[str, str]]:
    rows = []
    for number in range(first, first + 5):
        path = f"/{slug}/quay-number-{number}-opens-again-{first}000{number:02}"
        built.article(path, ARTICLE)
        rows.append(
            {
                "href": path,
                "headline": f"Quay {number} opens again",
                "time": f"2026-05-04T{number:02}:00:00+01:00",
            }
        )
    return rows


def by_id_and_cursor() -> Built:
    """Each page states the number of its section; the script stands in a file, and the answer says a cursor."""
    built = Built()
    _front(built)
    script = "load('/api/v2/stories?section=' + app.dataset.section + '&size=5' + (c ? '&cursor=' + c : ''))"
    built.routes["/static/app.js"] = http(200, script.encode(), "Content-Type: text/javascript")
    for slug, number in SECTIONS.items():
        built.page(
            f"/{slug}/",
            f"<html><body><nav><a href=/harbour/>Harbour</a></nav><main id=app data-section={number}></main>"
            "<script src=/static/app.js></script></body></html>",
        )
        for cursor, then, first in (("", "abc", 1), ("&cursor=abc", "def", 6)):
            answer = {"meta": {"next_cursor": then}, "data": {"items": _rows(built, slug, first)}}
            built.routes[f"/api/v2/stories?section={number}&size=5{cursor}"] = _json(answer)
    return built


def by_slug_in_the_path() -> Built:
    """The section is a part of the JSON URL's path, and the last row's time the cursor."""
    built = Built()
    _front(built, "The Quay")
    for slug in SECTIONS:
        script = f"fetch(`/api/sections/{slug}/stories?before=${{before}}`)"
        built.page(f"/{slug}/", f"<html><body><main></main><script>{script}</script></body></html>")
        for before, first in (("", 1), ("?before=2026-05-04T05%3A00%3A00%2B01%3A00", 6)):
            built.routes[f"/api/sections/{slug}/stories{before}"] = _json(
                {"stories": _rows(built, slug, first)}
            )
    return built


def numbered_pages() -> Built:
    """Pages are numbered, and the one that is shown is no link."""
    built = Built()
    _front(built, "Quill Valley Times")
    for slug in SECTIONS:
        for page in (1, 2, 3):
            rows = _rows(built, slug, page * 5)
            teasers = "".join(
                f"<div class=t><h3><a href={row['href']}>{row['headline']}</a></h3></div>" for row in rows
            )
            pages = "".join(
                f"<span>{number}</span>" if number == page else f"<a href=/{slug}/?page={number}>{number}</a>"
                for number in (1, 2, 3)
            )
            query = f"?page={page}" if page > 1 else ""
            built.page(
                f"/{slug}/{query}", f"<html><body>{teasers}<div class=pages>{pages}</div></body></html>"
            )
    return built


def _json(answer: object) -> bytes:
    return http(200, json.dumps(answer).encode(), "Content-Type: application/json")
