"""Seeds: well-formed input of each target, from which a fuzzer starts, and the words that its format is made
of."""

from __future__ import annotations

import gzip
import json
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]  # it has no stubs
from backports import zstd

from tests.fuzz.targets import URL
from tests.newsroom.feeds import atom, news_sitemap, rss, sitemap, sitemap_index
from tests.newsroom.stories_2025 import STORIES

if TYPE_CHECKING:
    from tests.newsroom.story import Story

PAGES = Path(__file__).parent.parent / "pages"
BODY = "".join(
    f"<p>The harbour of the small town opened again on {day} after three weeks of repairs, the port authority said. "
    f"Ships had been diverted to a neighbouring port, which cost the town {cost} million in fees.</p>"
    for day, cost in (("Monday", 2), ("Tuesday", 3), ("Friday", 4))
)
STATE = json.dumps(
    {"props": {"story": {"headline": "Harbour reopens", "body": [{"type": "p", "html": BODY}]}}}
)
PAGE_PARTS = [
    (
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":'
        '"Harbour reopens","datePublished":"2026-05-04T19:27:00+03:00","author":{"@type":"Person","name":"Ann Lee"},'
        '"articleBody":"The harbour","isAccessibleForFree":"False","image":[{"url":"/a.jpg","caption":"Harbour"}]}]}</script>'
    ),
    (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Harbour reopens</h1>'
        '<time itemprop="datePublished" datetime="2026-05-04T19:27">May 4, 2026 7:27 PM EDT</time>'
        f'<div itemprop="articleBody">{BODY}</div></div>'
    ),
    (
        '<meta property="og:title" content="Harbour reopens"><meta property="article:published_time" '
        'content="2026-05-04"><meta name="robots" content="noai"><link rel="canonical" href="/politics/4711">'
        '<link rel="amphtml" href="/amp/4711"><base href="https://news.example.org/">'
    ),
    (
        f'<main><article class="story-body"><h1>Harbour reopens</h1><p class="byline">By Ann Lee</p>{BODY}<figure>'
        '<img src="/a.jpg"><figcaption>Ships. Photo: Jo Ray</figcaption></figure><aside class="related"><a href="/b">'
        "Read also: storm</a></aside><blockquote>We are open</blockquote><ul><li>one<li>two</ul></article></main>"
    ),
    f'<script id="__NEXT_DATA__" type="application/json">{STATE}</script>',
    f"<script>window.__STATE__={STATE};</script><script>self.__next_f.push([1,{json.dumps('1:T9,' + BODY)}])</script>",
    (
        '<nav class="menu"><a href="/world/">World</a><a href="/sport/">Sport</a></nav><ul><li><a '
        'href="/world/2026/05/04/harbour-opens-again/">Harbour opens again after three weeks</a><time datetime='
        '"1778000000">today</time><p>Lead</p></li></ul><link rel="alternate" type="application/rss+xml" href="/rss.xml">'
        '<a rel="next" href="?page=2">Next</a>'
    ),
]
TIMES = [
    "Updated at: May 04, 2017 19:27 UTC+3",
    "en",
    "4 мая 2017, 19:27",
    "ru",
    "2026-05-04T19:27:00.123+03:00",
    "Mon, 04 May 2026 19:27:00 GMT",
    "1778000000",
    "3 hours ago",
    "01/02/2026 5:07 PM EST",
    "4. Mai 2026, 19.27 Uhr",
    "2026年5月4日 19時27分",
    "٤ مايو ٢٠٢٦",
    "4 de mayo de 2026 a las 19:27",
    "20260504",
    "May 4 at noon",
    "2026-W19-1",
    "29 Feb 2023",
    "2026. 5. 4. 오후 7:27",
]
URLS = [
    "HTTPS://user:pw@Example.org:443/a/../Politics/1?utm_source=x&id=5&fbclid=y#top https://example.org/politics/1",
    "http://[::1]:80/%d0%b0?b=2&a=1", "//example.org\\a", "http://xn--e1afmkfd.example.org/пример-4711.html /4711/amp",
    "https://m.example.org/news/77123/amp https://example.org/news/77123", "http://127.0.0.1:8080/./a//../b;x=1?&&=",
]  # fmt: skip
ROBOTS = (
    "User-agent: *\nDisallow: /search\nAllow: /*.html$\nCrawl-delay: 2\nRequest-rate: 1/3 0600-1200\n"
    "Sitemap: https://example.org/sitemap.xml\nContent-Signal: search=yes, ai-train=no\n\n"
    "User-agent: GPTBot\nUser-agent: newscrawler\nDisallow: /\nVisit-time: 0600-0845\nHost: a\nClean-param: x /y\n"
)
WORDS = {
    "html": """<p> </p> <div class=" <div id=" <a href=" <li> <script> </script> <!-- --> <![CDATA[ &amp; &#0; &#xD800; &nbsp;
        <table> <svg> <template> <noscript> <iframe> <base href=" <time datetime=" <h1> itemprop=" itemscope style=" hidden
        @type @graph @id datePublished articleBody NewsArticle LiveBlogPosting {{ }} [[ ]] \\ud800 \\u0000 NaN 1e999 null
        Content-Type:text/html;charset=utf-16 charset=shift_jis javascript: http://[ //[ http://a:99999/ 2026-13-45 UTC+99
        By Photo: Read also 0001-01-01 9999-12-31T23:59:60+14:00""",
    "xml": """<item> </item> <entry> </entry> <link> </link> <link href=" <url> </url> <loc> </loc> <lastmod> <news:news>
        <news:title> xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" <guid isPermaLink="true"> <pubDate>
        <category> <![CDATA[ ]]> <!DOCTYPE <!ENTITY &x; <?xml encoding="utf-16"?> <rss> <feed> <urlset> <sitemapindex>
        <sitemap> http://[ //[ http://a:b/ "items":[ "tags": "url": {} [] null 1e999 \\ud800""",
    "json": """{ } [ ] "newsList":[ "link": "title": "date": "section": null true 1e999 -1e999 NaN Infinity 9999999999999
        -1 0.1 \\ud800 \\u0000 http://[ //[ "lastTime":{"done": 1778000000""",
    "robots": """User-agent: Disallow: Allow: Crawl-delay: Request-rate: Visit-time: Sitemap: Content-Signal: * $ %2F %D0 %zz
        # 1/0 1e999 -1 nan inf 1/3s 0000-2400 GPTBot newscrawler ai-train=no""",
    "time": """UTC+3 GMT Z +14:00 -99:99 AM PM Uhr мая января 年 月 日 오후 32 00 24:00 23:59:60 0000 9999 29 February , . / - :
        EST PDT ago yesterday 1e9 ² ٣ 五""",
    "url": """http:// https:// // \\ @ : ? # & = %00 %ff %zz .. . [ ] [::1] [v1.a] :99999 :80 xn-- utm_source= ß ı İ 。
        javascript: 4711 amp www. . //""",
    "inflate": "",
}
"""By format, separated by white space."""
FORMATS = {
    "extract": "html", "declared": "html", "listing": "html", "feed": "xml", "sitemap": "xml", "json": "json",
    "robots": "robots", "time": "time", "url": "url", "inflate": "inflate",
}  # fmt: skip


def words(target: str) -> list[bytes]:
    """Return what the target's format is made of."""
    return [word.encode() for word in WORDS[FORMATS[target]].split()]


@cache
def seeds(target: str) -> list[bytes]:
    """Return well-formed input."""
    return [text if isinstance(text, bytes) else text.encode() for text in _seeds(target)]


def _seeds(target: str) -> list[bytes] | list[str]:
    if FORMATS[target] == "html":
        saved = [path.read_bytes() for path in sorted(PAGES.glob("*/*.html"))]
        invented = [f"<html lang=en><title>Harbour reopens | News</title><body>{part}" for part in PAGE_PARTS]
        return [*saved, *(text.encode() for text in invented), "".join(PAGE_PARTS).encode()]
    if target in {"feed", "sitemap"}:
        stories = STORIES[-3:]
        files = [
            rss("Example", URL, stories, _address),
            atom("Example", URL, stories, _address),
            sitemap(stories, _address),
            sitemap_index([URL, f"{URL}/2"]),
            news_sitemap("Example", stories, _address),
            json.dumps(
                {"items": [{"url": "/a", "title": "A", "date_published": "2026-05-04", "tags": ["b"]}]}
            ),
            f"{URL}\n{URL}/2\n",
        ]
        return [*(text.encode() for text in files), gzip.compress(files[2].encode(), mtime=0)]
    if target == "json":
        row = {"link": "/a/1", "title": "A", "date": 1778000000, "section": {"title": "World"}, "lead": "B"}
        return [json.dumps({"newsList": [row, {**row, "link": "/b/2"}], "lastTime": {"done": False}})]
    if target == "inflate":
        text = BODY.encode()
        return [gzip.compress(text, mtime=0), zlib.compress(text), zlib.compress(text)[2:-4], brotli.compress(text),
                zstd.compress(text), gzip.compress(bytes(3_000_000), mtime=0), brotli.compress(bytes(3_000_000))]  # fmt: skip
    return {"robots": [ROBOTS], "time": [*TIMES, *(f"ru|{text}" for text in TIMES)], "url": URLS}[target]


def _address(story: Story) -> str:
    return f"{URL}/{story.number}"
