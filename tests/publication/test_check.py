"""A declaration that cannot work is found before the crawl: where, what is wrong, what may have been meant."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.publication.check import Fault, faults_of
from newscrawler.publication.declaration import Publication
from tests.publication.site_file import with_change

WRONG = {
    "attribute": ("next_page =", "next_pag =", "next_pag: a site has no attribute of this name; did you mean next_page?"),
    "method": ("    layouts", "    def parse_articl(self): ...\n\n    layouts", "parse_articl: a site has no method of this name; did you mean parse_article?"),
    "zone": ("Europe/London", "Europe/Lodnon", "timezone: 'Europe/Lodnon' is not an IANA time zone; did you mean Europe/London?"),
    "css": ("a[rel=next]", "a[rel=next", "next_page: not a CSS selector"),
    "layout_css": ('"h1"', '"h1["', "layouts['2026'].headline: not a CSS selector"),
    "marker_css": ("div.story", "div..story", "layouts['2026'].marker: not a CSS selector"),
    "not_body": ('"h1")', '"h1", not_body=(".ad", "..x"))', "layouts['2026'].not_body[1]: not a CSS selector"),
    "image": ('"h1")', '"h1", images=(ImageRule("figure", caption="p["),))', "layouts['2026'].images.caption: not a CSS"),
    "prefer": ('"h1")', '"h1", prefer={"headlin": "json-ld"})', "layouts['2026'].prefer: 'headlin' is no field of an article; did you mean headline?"),
    "source": ('"h1")', '"h1", prefer={"headline": "jsonld"})', "layouts['2026'].prefer['headline']: 'jsonld' is not known; did you mean json-ld?"),
    "title": ('"h1")', '"h1", title="(.*) | Bad")', "layouts['2026'].title: '(.*) | Bad' names no field"),
    "not_a_tuple": ('headline="h1"),)', 'headline="h1"))', "layouts: a Layout stands alone; write (a Layout,)"),
    "one_feed": ("    layouts", '    feeds = "/rss.xml"\n    layouts', "feeds: '/rss.xml' stands alone; write ('/rss.xml',)"),
    "host": ("bad.example", "https://bad.example/", "allowed_domains: 'https://bad.example/' is not the name of a host; write 'bad.example'"),
    "pattern": ("    layouts", '    article_path = r"(/\\d+"\n    layouts', "article_path: '(/\\\\d+' is not a regular expression"),
    "group": ("    layouts", '    article_number = r"/\\d+"\n    layouts', "article_number: '/\\\\d+' has no group"),
    "render": ("    layouts", '    render = {"articles"}\n    layouts', "render: 'articles' is not known; did you mean article?"),
    "sections": ("    layouts", '    sections = {"world": 1}\n    layouts', "sections['world']: 1 is not a text"),
    "language": ("    layouts", '    language = "english"\n    layouts', "language: 'english' is not a language tag"),
    "date_format": ("    layouts", '    date_formats = ("%d %Q",)\n    layouts', "date_formats: '%d %Q' is not a date format"),
    "listing_css": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a", lead="p:nth(")),)\n    layouts', "listing_layouts['now'].rows.lead: not a CSS"),
    "listing_pattern": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a"), {"section": JsonListing("/", page_values={"id": "(x"})}),)\n    layouts', "listing_layouts['now'].api['section'].page_values['id']: '(x' is not a regular"),
    "listing_kind": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a"), {"sections": JsonListing("/")}),)\n    layouts', "listing_layouts['now'].api: 'sections' is not known; did you mean section?"),
    "method_get": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a"), {"section": JsonListing("/", method="get")}),)\n    layouts', "listing_layouts['now'].api['section'].method: 'get' is not known; did you mean GET?"),
}  # fmt: skip
"""What is wrong -> the text, what stands there instead, and how the fault begins."""


def faults(old: str, new: str) -> list[Fault]:
    names: dict[str, Any] = {"__name__": "press"}
    exec(with_change(old, new), names)
    return list(faults_of(names["BadSpider"], Publication))


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_each_mistake(case: tuple[str, str, str]) -> None:
    old, new, said = case
    (fault,) = faults(old, new)
    assert f"{fault.attribute}: {fault.said}".startswith(said)


def test_none_without_a_mistake() -> None:
    assert faults("", "") == []


def test_the_wrong_text_itself_is_named() -> None:
    (fault,) = faults("Europe/London", "Europe/Lodnon")
    assert fault.text == "Europe/Lodnon"
    (fault,) = faults("    layouts", "    sections = {'world': 1}\n    layouts")
    assert fault.text is None


def test_every_mistake_is_found() -> None:
    found = faults("a[rel=next]", 'a["\n    timezone = "x"\n    langage = "en"\n    feeds = "/rss')
    assert [fault.attribute for fault in found] == ["langage", "timezone", "feeds", "next_page"]


def test_own_constants_and_methods_are_no_misspellings() -> None:
    own = "    AMP = 1\n    _own = 2\n\n    def without_amp(self): ...\n\n    layouts"
    assert faults("    layouts", own) == []


def test_settings_are_declared_in_one_place() -> None:
    (fault,) = faults("    layouts", "    def update_settings(cls, settings): ...\n\n    layouts")
    assert fault.said == "a site sets its settings in custom_settings"
