"""What an article shows of its site."""

from newscrawler.health.article_signs import QUICK, TIME_PER_PAGE, delay_of, observe
from newscrawler.health.observation import Observation
from newscrawler.health.sizes import bin_of
from newscrawler.items import Article, Sighting, TimeEvidence


def article(published: str = "2026-11-02T10:00:00+00:00", *, revision: int = 1) -> Article:
    return Article(
        url="https://example.org/a",
        revision=revision,
        headline="Mayor resigns",
        body="He said so.",
        section="Politics",
        published_at=published,
        published_at_evidence=TimeEvidence("", "json-ld", "second", "stated"),
        fetched_at="2026-11-02T10:12:00+00:00",
        extracted_by={"headline": "site"},
        listed_on=[Sighting("https://example.org/feed", "feed", None, n) for n in (1, 2)],
    )


def test_a_new_article_is_counted_by_source_section_listing_length_and_delay() -> None:
    seen = Observation()
    observe(article(), seen)
    assert seen.seen["headline"] == {"site": 1}
    assert seen.seen["topics"] == {"none": 1}
    assert seen.seen["section on weekdays"] == {"Politics": 1}
    assert seen.seen["listing"] == {"https://example.org/feed": 1}
    assert seen.sizes["body length"] == {bin_of(11): 1}
    assert seen.sizes["delay"] == {bin_of(12.0): 1}


def test_a_revision_shows_the_layout_only_and_a_first_run_no_delays() -> None:
    seen = Observation()
    observe(article(revision=2), seen)
    assert "section on weekdays" not in seen.seen
    observe(article(), seen, is_weekend=True, is_first_run=True)
    assert seen.seen["section at weekends"] == {"Politics": 1}
    assert seen.sizes["body length at weekends"].total() == 1
    assert not seen.sizes["delay"]


def test_a_delay_needs_an_instant_that_is_no_history() -> None:
    assert delay_of(article("2026-10-02T10:00:00+00:00")) is None
    assert delay_of(article("2026-11-02")) is None
    day = article()
    assert day.published_at_evidence
    day.published_at_evidence.precision = "day"
    assert delay_of(day) is None


def test_the_time_of_a_page_is_that_of_a_quick_one_at_least() -> None:
    seen = Observation()
    for seconds in (0.02, 0.9, 3.0):
        observe(article(revision=2), seen, seconds=seconds)
    assert seen.sizes[TIME_PER_PAGE] == {bin_of(1000 * QUICK): 2, bin_of(3000): 1}


def test_samples_are_few_and_different() -> None:
    seen = Observation()
    for number in range(9):
        seen.count("headline", "page", f"https://example.org/{number % 5}")
        seen.count("headline", "site", "https://example.org/other")
    assert seen.samples("headline", "page", has=True) == [f"https://example.org/{n}" for n in range(3)]
    assert seen.samples("headline", "page", has=False) == ["https://example.org/other"]
