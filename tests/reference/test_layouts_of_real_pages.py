"""A layout takes no value of a real page away: what it does not give, the page gives."""

from __future__ import annotations

import gzip
from pathlib import Path

from newscrawler.publication.article_layout import Layout
from tests.extraction.test_partial_layout import FIELDS, read

REAL = Path(__file__).parents[3] / "shared" / "real" / "pages"
PAGES = sorted(REAL.glob("*.html.gz"))[::12]


def test_no_value_of_real_pages_goes() -> None:
    lost = []
    for path in PAGES:
        html, url = gzip.decompress(path.read_bytes()), f"https://{path.name.rpartition('-')[0]}/a"
        without = read(html, None, url)
        for body in (None, "article p, main p"):
            found = read(html, Layout("two", marker="html", headline="h1", body=body), url)
            lost += [
                f"{path.name} {body} {name}"
                for name in (*FIELDS, "body", "lead")
                if getattr(without, name) and not getattr(found, name)
            ]
    assert not lost
