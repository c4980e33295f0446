"""The page of the sites is what the spiders say, and names what is not declared with its reason."""

from pathlib import Path

from scrapy.utils.project import get_project_settings

from newscrawler.commands.site_options import declared_sites
from newscrawler.commands.sites_page import REASONS, not_declared, sites_page

PAGE = Path(__file__).parents[2] / "docs" / "sites.md"


def test_the_page_is_up_to_date() -> None:
    sites = [site.spider for site in declared_sites(get_project_settings())]
    assert PAGE.read_text("utf-8") == sites_page(sites), "make sites"


def test_what_is_not_declared_has_no_spider() -> None:
    domains = {
        domain for site in declared_sites(get_project_settings()) for domain in site.spider.allowed_domains
    }
    for each in not_declared():
        assert each["why"] in REASONS
        assert each["home"].split("://")[1].removeprefix("www.") not in domains
