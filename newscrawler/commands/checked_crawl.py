"""What a crawl is asked for, checked before it is begun: its spider, settings, arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.spiderloader import get_spider_loader

from newscrawler.download.address_guard import check_base_url
from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.notation import did_you_mean

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.settings import Settings


def check_crawl(name: str, settings: Settings, arguments: dict[str, str]) -> str:
    """Check a crawl, and return the name of the site that it would crawl.

    :param name: that of the spider.
    :raises WrongArgument: there is no such spider, or it cannot be crawled so.
    """
    spider = spider_named(name, settings)
    if not issubclass(spider, NewsSpider):
        return name
    try:
        spider.check_settings(settings)
        selection = spider.check_arguments(arguments)
    except WrongArgument as error:
        raise WrongArgument(f"{name}: {error}") from None
    given, argument = selection.site_url, "site_url"
    if not given:
        given, argument = spider.url_named(arguments), "url"
    hosts = settings.get("ALLOWED_PRIVATE_HOSTS") or ""
    if given and (refusal := check_base_url(given, hosts, argument)):
        raise WrongArgument(f"{name}: {refusal}")
    return spider.site_named(arguments)


def spider_named(name: str, settings: Settings) -> type[Spider]:
    """Return the spider of a name.

    :raises WrongArgument: there is none, or its file is broken.
    """
    loader = get_spider_loader(settings)
    try:
        return loader.load(name)
    except KeyError:
        hint = did_you_mean(name, loader.list())
        raise WrongArgument(f"no spider {name!r}{hint}; scrapy list names all") from None
