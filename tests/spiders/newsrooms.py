"""Six newsrooms, each built as another system builds one, all invented; what is no article is counted."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from tests.hostile.hostile_server import http

ENGLISH = "The harbour board of Quillmouth said that quay {n} would take ships again in week {m}. "
GERMAN = "Der Hafenrat von Quellmünde teilte mit, dass Kai {n} in der Woche {m} wieder Schiffe aufnimmt. "
JAPANESE = "港湾委員会は第{n}岸壁が第{m}週に再び船を受け入れると発表した。工事は四か月かかった。"


@dataclass
class Built:
    """A newsroom to be served."""

    routes: dict[str, bytes] = field(default_factory=dict)
    articles: list[str] = field(default_factory=list)
    """Paths of all its articles."""
    robots: str = ""

    def page(self, path: str, html: str, charset: str = "utf-8") -> None:
        """Add an HTML page."""
        self.routes[path] = http(200, html.encode(charset), f"Content-Type: text/html; charset={charset}")

    def article(self, path: str, html: str, charset: str = "utf-8") -> None:
        """Add an article."""
        self.articles.append(path)
        self.page(path, html, charset)


def text(number: int, sentence: str = ENGLISH) -> str:
    """Return the paragraphs of a story that no other story repeats."""
    lines = [sentence.format(n=number * 100 + part, m=part * 7 + number) for part in range(12)]
    return "".join(f"<p>{one}{other}</p>" for one, other in zip(lines[::2], lines[1::2], strict=True))


def wordpress() -> Built:
    """WordPress: slugs below no folder, headings with permalinks, ``/page/2/``, categories, an about page."""
    room, shown = Built(), 5
    slugs = [f"quay-{number}-opens" for number in range(23)]
    menu = "<header><nav><a href=/category/harbour/>Harbour</a><a href=/about-us/>About us</a></nav></header>"

    def listing(path: str, names: list[str]) -> None:
        pages = [names[begin : begin + shown] for begin in range(0, len(names), shown)]
        for place, part in enumerate(pages, 1):
            cards = "".join(
                f"<article class=post><h2 class=entry-title><a href=/{slug}/ rel=bookmark>Quay</a></h2>"
                "<div class=entry-meta><time datetime=2026-11-20T10:00:00Z>20 November</time></div></article>"
                for slug in part
            )
            older = f"<div class=nav-previous><a href={path}page/{place + 1}/>Older posts</a></div>"
            own = path if place == 1 else f"{path}page/{place}/"
            pager = f"<nav class='navigation pagination'>{older if place < len(pages) else ''}</nav>"
            room.page(own, f"<html lang=en><body>{menu}<main>{cards}{pager}</main></body></html>")

    listing("/", slugs)
    listing("/category/harbour/", slugs[::2])
    for number, slug in enumerate(slugs):
        ld = json.dumps(
            {
                "@type": "NewsArticle",
                "headline": f"Quay {number} opens",
                "datePublished": "2026-11-20T10:00:00Z",
            }
        )
        room.article(
            f"/{slug}/",
            f"<html lang=en><head><title>Quay {number} opens</title>"
            f"<script type=application/ld+json>{ld}</script>"
            f"</head><body>{menu}<article><h1>Quay {number} opens</h1>{text(number)}</article></body></html>",
        )
    room.page("/about-us/", f"<body>{menu}<main><h1>About us</h1>{text(99)}</main>")
    return room


def drupal() -> Built:
    """Drupal: German, ``/node/…`` and aliases, no JSON-LD, printed times, a pager by ``?page=1``."""
    room, shown = Built(), 4
    places = [f"/node/{1200 + number}" if number % 2 else f"/meldung/kai{number}x" for number in range(14)]
    pages = [places[begin : begin + shown] for begin in range(0, len(places), shown)]
    menu = "<nav role=navigation><a href=/hafen>Hafen</a><a href=/impressum>Impressum</a></nav>"
    for place, part in enumerate(pages):
        rows = "".join(
            f"<div class=views-row><h3 class=field-content><a href={path}>Kai wieder offen</a></h3>"
            "<span class=date>20.11.2026 - 10:00</span></div>"
            for path in part
        )
        more = f"<li class=pager__item--next><a href='?page={place + 1}' title='Zur Seite'>Weiter ›</a></li>"
        pager = f"<ul class=pager>{more if place + 1 < len(pages) else ''}</ul>"
        own = "/hafen" if place == 0 else f"/hafen?page={place}"
        room.page(own, f"<html lang=de><body>{menu}<main>{rows}{pager}</main></body></html>")
    room.page(
        "/", f"<html lang=de><title>Anzeiger</title><body>{menu}<main><h1>Anzeiger</h1></main></body></html>"
    )
    for number, path in enumerate(places):
        room.article(
            path,
            f"<html lang=de><head><title>Kai {number} wieder offen | Anzeiger</title></head><body>{menu}"
            f"<article><h1>Kai {number} wieder offen</h1><span class=submitted>Freitag, 20. November 2026 - "
            f"10:00</span><div class=field-body>{text(number, GERMAN)}</div></article></body></html>",
        )
    room.page("/impressum", f"<body>{menu}<main><h1>Impressum</h1>{text(99, GERMAN)}</main>")
    return room


def shift_jis() -> Built:
    """A Japanese paper in Shift_JIS: letters and digits as article numbers, and a list of thirty."""
    room = Built()
    places = [f"/articles/AS20261120{1000 + number}.html" for number in range(30)]
    rows = "".join(
        f"<li><a href={path}>第{number}岸壁が再び開く見通し</a></li>" for number, path in enumerate(places)
    )
    head = "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>"
    room.page(
        "/",
        f"<html lang=ja><head>{head}<title>港湾新聞</title></head><body><ul>{rows}</ul></body></html>",
        "shift_jis",
    )
    for number, path in enumerate(places):
        room.article(
            path,
            f"<html lang=ja><head>{head}<title>第{number}岸壁が再び開く見通し</title></head><body><article>"
            f"<h1>第{number}岸壁が再び開く見通し</h1><p class=date>2026年11月20日 10時{number:02}分</p>"
            f"{text(number, JAPANESE)}</article></body></html>",
            "shift_jis",
        )
    return room


def load_more() -> Built:
    """A front page with a button, and JSON behind it: the page shows the first stories only."""
    room, shown = Built(), 10
    slugs = [f"/stories/{number:x}f{number * 7919:x}a" for number in range(16, 56)]

    def rows(part: list[str]) -> str:
        return "".join(f"<li class=card><h3><a href={path}>Quay opens again</a></h3></li>" for path in part)

    button = f"<button class=load-more data-url='/api/latest?offset={shown}'>Mehr laden</button>"
    room.page(
        "/", f"<html lang=en><title>Courier</title><body><ul>{rows(slugs[:shown])}</ul>{button}</body></html>"
    )
    for begin in range(shown, len(slugs) + 1, shown):
        items = [{"title": "Quay opens again", "link": path} for path in slugs[begin : begin + shown]]
        answer = json.dumps({"items": items, "total": len(slugs)}).encode()
        room.routes[f"/api/latest?offset={begin}"] = http(200, answer, "Content-Type: application/json")
    for number, path in enumerate(slugs):
        room.article(
            path,
            f"<html lang=en><head><title>Quay {number} opens</title><meta property=article:published_time "
            f"content=2026-11-20T10:00:00Z></head><body><article><h1>Quay {number} opens</h1>"
            f"{text(number)}</article>",
        )
    return room


def load_more_by_a_file() -> Built:
    """A front page and a section with buttons whose URLs stand in a file of scripts; pages count from 0."""
    room, shown = Built(), 8
    lists = {
        "news": [f"/stories/{number:x}f{number * 7919:x}a" for number in range(16, 56)],
        "harbour": [f"/stories/{number:x}d{number * 7919:x}b" for number in range(16, 46)],
    }
    menu = "<nav><a href=/harbour>Harbour</a><button>Menu</button></nav>"
    files = "<script src=/js/jquery.min.js></script><script src=/js/app.1f3c.js defer></script>"
    for name, places in lists.items():
        rows = "".join(
            f"<li class=card><h3><a href={path}>Quay opens</a></h3></li>" for path in places[:shown]
        )
        button = f"<button class=btn data-list={name}>もっと見る</button>"
        room.page(
            "/" if name == "news" else f"/{name}",
            f"<html lang=en><body>{menu}<ul>{rows}</ul>{button}{files}</body></html>",
        )
        for path in places:
            number = int(path[9:11], 16) + 1000 * (name == "news")
            room.article(
                path,
                f"<html lang=en><title>Quay {number} opens</title><body><article><h1>Quay {number} opens</h1>"
                f"<time datetime=2026-11-20T10:00:00Z>20th</time>{text(number)}</article></body></html>",
            )
    places = [*lists["news"], *lists["harbour"]]
    for page, begin in enumerate(range(0, len(places) + 1, shown)):
        items = [{"title": "Quay opens again", "link": path} for path in places[begin : begin + shown]]
        answer = json.dumps({"items": items}).encode()
        room.routes[f"/api/rows?page={page}"] = http(200, answer, "Content-Type: application/json")
    script = (
        b"const a='/api/rows';let n=0;b.onclick=()=>fetch(`${a}?page=${++n}`).then(e=>e.json()).then(add)"
    )
    room.routes["/js/app.1f3c.js"] = http(200, script, "Content-Type: application/javascript")
    room.routes["/js/jquery.min.js"] = http(200, b"fetch('/no?page='+n)", "Content-Type: text/javascript")
    return room


def sitemaps_only() -> Built:
    """A shell as front page; robots.txt names an index of indexes; sitemaps name pages of services, too."""
    room = Built(robots="Sitemap: {site}/sitemap-years.xml")
    months = {"2026-10": range(12), "2026-11": range(12, 25)}
    index = "".join(f"<sitemap><loc>{{site}}/sitemap-{month}.xml</loc></sitemap>" for month in months)
    years = "<sitemap><loc>{site}/sitemap-index.xml</loc></sitemap>"
    room.routes["/sitemap-years.xml"] = f"<sitemapindex>{years}</sitemapindex>".encode()
    room.routes["/sitemap-index.xml"] = f"<sitemapindex>{index}</sitemapindex>".encode()
    room.page("/", "<html><title>Courier</title><body><div id=app></div></body></html>")
    for month, numbers in months.items():
        places = [f"/i/q{number}z" for number in numbers]
        services = [f"/{name}" for name in ("shop", "contact", "legal")]
        urls = "".join(f"<url><loc>{{site}}{path}</loc></url>" for path in [*places, *services])
        room.routes[f"/sitemap-{month}.xml"] = f"<urlset>{urls}</urlset>".encode()
        for number, path in zip(numbers, places, strict=True):
            room.article(
                path,
                f"<html lang=en><title>Quay {number} opens</title><body><article><h1>Quay {number} opens</h1>"
                f"<time datetime='{month}-20T10:00:00Z'>20th</time>{text(number)}</article></body></html>",
            )
        for path in services:
            room.page(path, f"<title>{path}</title><main><h1>Our own</h1>{text(99)}</main>")
    return room


NEWSROOMS = {
    built.__name__: built
    for built in (wordpress, drupal, shift_jis, load_more, load_more_by_a_file, sitemaps_only)
}
