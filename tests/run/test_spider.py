"""What components ask of a spider, and that a spider of a user's own has none of it."""

from scrapy import Spider

from newscrawler.run.spider import DeclaresSite, Renders, Revisits, TakesArguments
from newscrawler.spiders.tass.spider import TassSpider


class PricesSpider(Spider):
    name = "prices"


def test_a_spider_of_a_declared_site_has_what_is_asked_of_it() -> None:
    tass = TassSpider(sections="world")
    for protocol in (DeclaresSite, TakesArguments, Revisits, Renders):
        assert isinstance(tass, protocol)
    assert isinstance(TassSpider, Renders), "asked before there is a spider"


def test_a_spider_of_a_users_own_has_none_of_it() -> None:
    for protocol in (DeclaresSite, TakesArguments, Revisits, Renders):
        assert not isinstance(PricesSpider(), protocol)
    assert not isinstance(PricesSpider, Renders)
