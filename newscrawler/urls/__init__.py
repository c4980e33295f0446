"""What a URL says: its clean spelling, its host, and the article that it leads to; pure."""

from newscrawler.urls.canonical import believe_canonical, may_be_one_article
from newscrawler.urls.hosts import (
    bare_host,
    host_and_port,
    in_domains,
    rebase,
    registrable_host,
    registrable_name,
)
from newscrawler.urls.identity import article_id, article_key, article_number
from newscrawler.urls.spelling import clean_url, same_document, url_key

__all__ = [
    "article_id",
    "article_key",
    "article_number",
    "bare_host",
    "believe_canonical",
    "clean_url",
    "host_and_port",
    "in_domains",
    "may_be_one_article",
    "rebase",
    "registrable_host",
    "registrable_name",
    "same_document",
    "url_key",
]
