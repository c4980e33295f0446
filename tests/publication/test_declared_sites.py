"""Which spider declares the site of a URL."""

from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawler.publication.declared_sites import DeclaredSites


def test_hosts_and_hosts_below_them() -> None:
    sites = DeclaredSites(get_spider_loader(get_project_settings()))
    found = sites.spider_of("https://www.tass.com/politics/1")
    assert found is not None
    assert found.name == "tass"
    assert sites.spider_of("https://tass.com.example/politics/1") is None
    assert sites.spider_of("mailto:x@tass.com") is None


def test_a_site_is_made_once() -> None:
    sites = DeclaredSites(get_spider_loader(get_project_settings()))
    site = sites.site_of("https://tass.com/politics/1")
    assert site is not None
    assert site.name == "tass"
    assert site is sites.site_of("https://www.tass.com/economy/2")
    assert sites.site_of("https://tass.com.example/politics/1") is None
