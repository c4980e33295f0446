"""A page as a site sends it, with what a saved one does not need."""

PAGE = (
    """<!doctype html><html lang="en"><head><meta charset="iso-8859-1"><title>Ferry to Veldhaven sails again | The Gazette</title>
<link rel="stylesheet" href="/a.css"><link rel="canonical" href="https://gazette.example/harbour/ferry-to-veldhaven-sails-again-123456">
<meta property="og:type" content="article"><meta property="og:title" content="Ferry to Veldhaven sails again">
<meta property="article:published_time" content="2026-05-04T10:00:00+01:00">
<style>.a{}</style><script>var tracking = "secret";</script>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry to Veldhaven sails again",
 "datePublished": "2026-05-04T10:00:00+01:00", "articleSection": "Harbour", "keywords": ["Ferries", "Veldhaven"],
 "author": {"@type": "Person", "name": "Ada Quillfeather"}, "publisher": {"@type": "Organization", "name": "The Gazette"}}</script>
<script type="application/json">{"state": "large"}</script></head><body onload="go()"><!-- a comment -->
<nav><ul>"""
    + "".join(f'<li class="item"><a href="/s{n}/">Section {n}</a></li>' for n in range(20))
    + """</ul></nav>
<main><article data-note="three words here"><h1>Ferry to Veldhaven sails again</h1><p class="byline">By Ada Quillfeather</p>
<time datetime="2026-05-04T10:00:00+01:00">4 May 2026, 10:00</time><div class="story">"""
    + "".join(
        f"<p>The ferry to Veldhaven was repaired by the Quillmouth dockyard, which said that tide {n} would see it sail.</p>"
        for n in range(14)
    )
    + """</div></article></main></body></html>"""
)
URL = "https://gazette.example/harbour/ferry-to-veldhaven-sails-again-123456"
