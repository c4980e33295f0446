"""Rows are the boxes that hold a link to an article and its time."""

from __future__ import annotations

from newscrawler.document import parse_document
from newscrawler.drafts.listing_rows import dated_rows

ROW = '<li class="x-1 card big"><div><h3><a href="/a/{n}">Quay {n}</a></h3></div><span><time datetime="2026">now</time></span></li>'


def rows(html: str) -> tuple[str, str, int] | None:
    return dated_rows(
        parse_document(html, "https://press.example/").root, lambda href: href.startswith("/a/")
    )


def test_rows_with_times() -> None:
    html = "<ul>" + "".join(ROW.format(n=n) for n in range(4)) + "</ul><a href=/b/1>Other</a>"
    assert rows(html) == ("li.x-1", "time@datetime", 4)
    assert rows(html.replace(' datetime="2026"', "")) == ("li.x-1", "time", 4)


def test_rows_whose_times_are_printed() -> None:
    row = "<tr class=line><td class=when>{n}.11.2026 09:00</td><td><a href=/a/{n}>Quay</a></td></tr>"
    html = "<table>" + "".join(row.format(n=n) for n in range(11, 15)) + "</table>"
    assert rows(html) == ("tr.line", "td.when", 4)
    assert rows(html.replace("<td class=when>", "<td>")) is None
    assert rows(html.replace("09:00", "the quay was closed by the storm of the year")) is None


def test_rows_without_times_or_too_few() -> None:
    assert rows("<ul>" + "<li><a href=/a/1>Quay</a></li>" * 9 + "</ul>") is None
    assert rows(ROW.format(n=1)) is None
    assert rows("<div>" + "<div><a href=/a/1>Q</a><time>1</time></div>" * 5 + "</div>") is None
