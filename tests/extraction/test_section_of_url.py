"""A section that has moved: articles under its former URL belong to it too, where the page itself says
nothing."""

import pytest

from newscrawler.extract import read_page
from newscrawler.spiders.tass.spider import TassSpider

PAGE = """<html data-ng-app="tassApp"><head><title>Rowers win - TASS</title></head><body><h1 class="news-header__title">Rowers win
</h1><div class="text-content"><div class="text-block"><p>OSLO, May 4. /TASS/. The rowers won.</p></div></div></body></html>"""


@pytest.mark.parametrize(
    ("slug", "section"),
    [
        ("sports", "Sports"),
        ("sport", "Sports"),
        ("politics", "Russian Politics & Diplomacy"),
        ("nowhere", None),
    ],
)
def test_the_section_of_a_url(slug: str, section: str | None) -> None:
    article = read_page(PAGE, f"https://tass.com/{slug}/944692", site=TassSpider.declared_site()).article
    assert article is not None
    assert article.section == section
    assert article.extracted_by.get("section") == (section and "url")
