"""Buttons and lists of forms lead to further pages and to months, as links do."""

from __future__ import annotations

import pytest

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.pagers.form_links import form_links
from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.discovery.rows.html_rows import declared_next_page
from newscrawler.document import parse_document

URL = "https://paper.example/news"
TWO = f"{URL}?page=2"
CHOICES = """<form><select name=y><option value=2025><option value=2026 selected></select>
<input type=radio name=r><input type=checkbox name=c value=1 checked><button type=reset name=x>"""
HIDDEN = "<input type=hidden name=page value=2>"


@pytest.mark.parametrize(
    ("form", "places"),
    [
        (f"<form action=/news>{HIDDEN}<button>Next</button></form>", ["/news?page=2"]),
        (f"<form action='/news?old=1#top'>{HIDDEN}<input type=submit value=Next>", ["/news?page=2"]),
        ("<form><button name=page value=2>2</button><button name=page value=3>3", ["?page=2", "?page=3"]),
        ("<form action=/a><button formaction=/b>Next", ["/b"]),
        ("<form><select name=m><option value=''>-<option value=10>Oct</select>", ["?m=", "?m=10"]),
        (
            CHOICES,
            ["?y=2025&c=1", "?y=2026&c=1"],
        ),
        (
            "<form action=/s><input name=q value='harbour of Fenwick'><button>Next",
            ["/s?q=harbour+of+Fenwick"],
        ),
        (f"<form method=post>{HIDDEN}<button>Next</button></form>", []),
        ("<form action=/search><input name=q><button>Go</button></form>", []),
        ("<form action=/letters><textarea name=t></textarea><button>Send</button></form>", []),
        (f"<form>{HIDDEN * 41}<button>Next</button></form>", []),
    ],
    ids=range(11),
)
def test_where_a_form_leads(form: str, places: list[str]) -> None:
    root = parse_document(f"<body>{form}", URL).root
    assert [place for _, place in form_links(root)] == places


@pytest.mark.parametrize(
    "pager",
    [
        f"<form action=/news>{HIDDEN}<button>Next</button></form>",
        f"<form action=/news>{HIDDEN}<input type=submit value='Older news »'></form>",
        "<form action=/news><select name=page><option value=1 selected>Page 1<option value=2>Page 2</select></form>",
        "<form><button name=page value=1>1</button><button name=page value=2>2</button></form>",
    ],
)
def test_the_next_page_of_a_form(pager: str) -> None:
    assert next_page(parse_document(f"<body>{pager}", URL).root, URL) == TWO


def test_a_button_says_that_older_news_follow() -> None:
    form = "<form action=/more><input type=hidden name=topic value=quay><input type=submit value='Weiter »'></form>"
    root = parse_document(f"<body>{form}", URL).root
    assert next_page(root, URL) == "https://paper.example/more?topic=quay"


def test_a_list_of_months_leads_back() -> None:
    months = "".join(f"<option value=2026-{month:02}>{month}/2026" for month in (11, 10, 9))
    form = (
        f"<form action=/archive.php><select name=month>{months}</select><input type=submit value=Show></form>"
    )
    root = parse_document(f"<body>{form}", URL).root
    archive = "https://paper.example/archive.php?month=2026-"
    assert next_page(root, "https://paper.example/") == f"{archive}11"
    assert next_page(root, f"{archive}11") == f"{archive}10"
    assert next_page(root, f"{archive}09") is None


def test_lists_of_years_and_months_lead_back() -> None:
    years, months = "<option>2026<option>2025", "".join(f"<option value={n}>{n}" for n in range(1, 13))
    form = f"<form action=/old><select name=year>{years}</select><select name=month>{months}</select></form>"
    root = parse_document(f"<body>{form}", "https://paper.example/old").root
    old = "https://paper.example/old?year={}&month={}"
    assert next_page(root, old.format(2026, 2)) == old.format(2026, 1)
    assert next_page(root, old.format(2026, 1)) == old.format(2025, 12)
    assert next_page(root, old.format(2025, 1)) is None


def test_a_search_is_no_next_page() -> None:
    form = (
        "<form action=/search><input name=q><input type=hidden name=page value=2><button>Next</button></form>"
    )
    assert next_page(parse_document(f"<body>{form}", URL).root, URL) is None


def test_a_declared_button_leads_where_its_form_does() -> None:
    root = parse_document(f"<body><form action=/news>{HIDDEN}<button class=on>On</button></form>", URL).root
    assert declared_next_page(root, URL, "button.on", DEFAULT) == TWO
    assert declared_next_page(root, URL, "form", DEFAULT) is None
