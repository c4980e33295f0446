"""RSS, Atom, sitemaps and robots.txt of the newsroom's publications."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.newsroom.story import Story, inline_text

if TYPE_CHECKING:
    from datetime import datetime

Address = Callable[[Story], str]

SITEMAP_START = "2020-10"
"""The sitemap of today's layout knows nothing older."""


def rss(title: str, base: str, stories: Iterable[Story], address: Address) -> str:
    """RSS 2.0: section first, then topics, among the categories; every fourth link carries a tracking
    parameter.

    What has no headline or no date is not in the feed.
    """
    items = []
    for place, story in enumerate(s for s in stories if s.headline and s.dated):
        own = address(story)
        link = f"{own}?utm_source=rss&utm_medium=feed" if place % 4 == 3 else own
        categories = "".join(
            f"\n<category>{escape(name)}</category>" for name in (story.section_name, *story.topics)
        )
        lead = f"\n<description>{escape(story.lead)}</description>" if story.lead else ""
        picture = (
            f'\n<enclosure url="{story.photo_address(story.photo)}" type="image/jpeg" length="28158"/>'
            if story.photo
            else ""
        )
        items.append(
            f"""<item>
<title>{escape(story.headline)}</title>
<link><![CDATA[{link}]]></link>
<guid><![CDATA[{own}]]></guid>
<pubDate>{format_datetime(story.published)}</pubDate>{lead}{picture}{categories}
</item>"""
        )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>{escape(title)}</title>
<link><![CDATA[{base}]]></link>
<language>en</language>
{chr(10).join(items)}
</channel>
</rss>
"""


def atom(title: str, base: str, stories: Iterable[Story], address: Address) -> str:
    """Atom 1.0 with summaries and categories."""
    entries = []
    for story in stories:
        if not (story.headline and story.dated):
            continue
        categories = "".join(
            f'\n<category term="{escape(name, {chr(34): "&quot;"})}"/>' for name in story.topics
        )
        entries.append(
            f"""<entry>
<title>{escape(story.headline)}</title>
<link rel="alternate" href="{address(story)}"/>
<id>tag:lakeside.example,2011:{story.number}</id>
<published>{story.published.isoformat()}</published>
<updated>{(story.modified or story.published).isoformat()}</updated>
<summary>{escape(story.lead or inline_text(story.paragraphs()[0]))}</summary>{categories}
</entry>"""
        )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>{escape(title)}</title>
<id>tag:lakeside.example,2011:all</id>
<link href="{base}/"/>
<updated>2025-12-22T09:00:00Z</updated>
{chr(10).join(entries)}
</feed>
"""


def sitemap(stories: Iterable[Story], address: Address) -> str:
    """A sitemap with the time of the last change; of stories since October 2020."""
    rows = "".join(
        f"<url><loc>{address(s)}</loc><lastmod>{(s.modified or s.published).isoformat()}</lastmod></url>\n"
        for s in stories
        if s.dated and s.published.isoformat() >= SITEMAP_START
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def sitemap_index(addresses: Iterable[str]) -> str:
    rows = "".join(f"<sitemap><loc>{address}</loc></sitemap>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</sitemapindex>\n'
    )


def news_sitemap(publication: str, stories: Iterable[Story], address: Address) -> str:
    """A news sitemap: title, date of publication and keywords beside each address."""
    rows = "".join(
        f"""<url><loc>{address(s)}</loc><news:news>
<news:publication><news:name>{escape(publication)}</news:name><news:language>en</news:language></news:publication>
<news:publication_date>{s.published.isoformat()}</news:publication_date>
<news:title>{escape(s.headline)}</news:title>
<news:keywords>{escape(", ".join(s.topics))}</news:keywords>
</news:news></url>
"""
        for s in stories
        if s.headline and s.dated
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{rows}</urlset>\n'
    )


def robots(base: str, *sitemaps: str, disallow: Iterable[str] = ("/search", "/print/")) -> str:
    rules = "".join(f"Disallow: {path}\n" for path in disallow)
    maps = "".join(f"Sitemap: {base}{path}\n" for path in sitemaps)
    return f"User-agent: *\n{rules}{maps}"


def printed_day(when: datetime) -> str:
    """``May 04``, as both layouts print a day without its year."""
    return f"{when:%B %d}"
