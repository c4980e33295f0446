"""A site's menu teaches under which names its sections go, whatever host they have."""

from __future__ import annotations

from typing import ClassVar

import pytest

from newscrawler.discovery.scope import Scope
from newscrawler.discovery.sections.menus import learn_section_names
from newscrawler.document import parse_document
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.section_names import SectionNames
from newscrawler.publication.selection import Selection

BASE = "https://press.example/"


class Press(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)
    sections: ClassVar = {"world": "/world/", "sport": "https://sport.press.example/"}


MENU = """<a href="/">Home</a><a href="https://www.press.example/world">The World</a><a href=/world/></a>
<a href="https://sport.press.example">Games</a><a href="/world/1">A story of the world</a>"""


@pytest.mark.parametrize(
    ("site_url", "games"), [(None, "sport"), ("http://127.0.0.1:8080", None)], ids=["as it is", "by a base"]
)
def test_names_in_a_menu(site_url: str | None, games: str | None) -> None:
    sections = SectionNames({}, ["world", "sport"])
    scope = Scope.of(Press, site_url or BASE, Press.allowed_domains, Selection(site_url=site_url))
    learn_section_names(sections, parse_document(MENU, BASE).root, BASE, Press, scope)
    assert (sections.slug("The World"), sections.slug("Games")) == ("world", games)
    assert sections.slug("Home") is None
    assert sections.slug("A story of the world") is None
