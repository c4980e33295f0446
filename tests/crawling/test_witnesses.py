"""Some pages of a run are read twice; what both readings say is counted."""

from scrapy.utils.test import get_crawler

from newscrawler.crawling.witnesses import heard, is_wanted
from newscrawler.extract import read_page
from newscrawler.publication.article_layout import Layout
from newscrawler.publication.site import Site
from newscrawler.run.run import Run, run_of
from tests.defaults import DEFAULTS

PAGE = """<html><head><title>Mayor resigns</title><meta property="og:title" content="Mayor resigns">
<meta property="og:type" content="article"><meta name="description" content="He leaves the town hall today.">
</head><body><h1>Sections</h1><article><h2 class="title">Mayor resigns</h2>
<p class="lead">He leaves the town hall today.</p>
<div class="text"><p>The mayor of the town has resigned after eleven years in office, he said on Monday.</p>
<p>A successor is to be chosen by the council before the end of the month, his office said later.</p></div>
</article></body></html>"""


def a_run(**settings: object) -> Run:
    return run_of(get_crawler(settings_dict={**DEFAULTS, **settings}))


def site(headline: str) -> Site:
    return Site("example.org", layouts=(Layout("own", marker="html", headline=headline, body="div.text"),))


def test_a_selector_that_matches_another_heading_is_contradicted() -> None:
    run = a_run()
    for selector in ("h2.title", "h1"):
        reading = read_page(PAGE, "https://example.org/a", site=site(selector), witness=True)
        assert reading.stated == {"headline": "Mayor resigns", "lead": "He leaves the town hall today."}
        heard(run, reading)
    seen = run.observation
    assert seen.seen["headline of metadata agrees"] == {"yes": 1, "no": 1}
    assert seen.seen["body agrees"] == {"yes": 2}


def test_only_some_pages_are_read_twice_and_only_those_of_sites_with_layouts() -> None:
    run = a_run(WITNESS_PAGES=1)
    assert not is_wanted(run, Site("example.org"))
    assert is_wanted(run, site("h1"))
    once = read_page(PAGE, "https://example.org/a", site=site("h1"))
    assert once.general is None
    heard(run, once)
    assert is_wanted(run, site("h1"))
    heard(run, read_page(PAGE, "https://example.org/a", site=site("h1"), witness=True))
    assert not is_wanted(run, site("h1"))
