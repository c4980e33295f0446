"""An invented page of news, to be put into the shapes on which extractors are known to fail."""

import json
from typing import Any

from newscrawler.extract import extract
from newscrawler.items import Article

URL = "https://news.example.org/politics/harbour-reopens-4711"


TEXT = (
    "The harbour of the small town opened again on Tuesday after three weeks of repairs, the port authority said. "
    "Ships had been diverted to a neighbouring port, which cost the town much of its income from fees, and the "
    "council is still counting what the closure has cost."
)


BODY = "".join(f"<p>{TEXT} It was day {number} of the works.</p>" for number in ("one", "two", "three"))


def page(
    head: str = "",
    top: str = "",
    *,
    after: str = "",
    title: str = "Harbour reopens after repairs",
    lang: str = "en",
) -> str:
    return (
        f'<html lang="{lang}"><head><title>{title} | Example News</title><meta property="og:site_name" content="Example News">'
        f"{head}</head><body><main><article><h1>{title}</h1>{top}{BODY}</article></main>{after}</body></html>"
    )


def ld(**values: Any) -> str:
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour reopens after repairs",
        **values,
    }
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def article(html: str | bytes, url: str = URL, **options: Any) -> Article:
    found = extract(html, url, **options)
    assert isinstance(found, Article), found
    return found
