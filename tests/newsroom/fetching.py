"""Asking a newsroom as a program without a crawler does."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from lxml import html as lxml_html


def fetch(
    url: str, data: dict[str, Any] | None = None, headers: dict[str, str] | None = None
) -> tuple[int, bytes, dict[str, str]]:
    body = None if data is None else json.dumps(data).encode()
    asked = urllib.request.Request(url, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), dict(error.headers)


def page(url: str) -> lxml_html.HtmlElement:
    status, body, _ = fetch(url)
    assert status == 200, url
    return lxml_html.document_fromstring(body)
