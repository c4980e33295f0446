"""A crawl whose parser dies on one page, as a C library may: ``scrapy`` with what follows it."""

from __future__ import annotations

import os
import sys
from typing import Any

from scrapy.cmdline import execute

from newscrawler import extract

KILLS = "this page kills its reader"


def main() -> None:
    real = extract.parse_document

    def parse(html: bytes, *args: Any) -> Any:
        if KILLS.encode() in html:
            os.abort()
        return real(html, *args)

    extract.parse_document = parse  # type: ignore[assignment]  # as called
    execute(["scrapy", *sys.argv[1:]])
