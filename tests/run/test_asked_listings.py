"""A run remembers its listings: a kind is lost when none of it that is named could be read."""

from newscrawler.run.listings import EXAMPLES, Listings


def test_a_kind_is_lost_when_none_of_it_was_read() -> None:
    listings = Listings()
    for number in (1, 2):
        listings.ask(f"https://example.org/{number}", "section").problem = "no_links"
    feed, other = (listings.ask(f"https://example.org/feed{number}", "feed") for number in (1, 2))
    feed.read, other.problem = True, "http-404"
    assert {kind: len(lost) for kind, lost in listings.lost_kinds().items()} == {"section": 2}


def test_a_guessed_listing_is_no_loss() -> None:
    listings = Listings()
    listings.ask("https://example.org/sitemap.xml", "sitemap", guessed=True).problem = "http-404"
    assert listings.lost_kinds() == {}


def test_a_further_page_finds_its_listing_and_a_replaced_one_is_forgotten() -> None:
    listings = Listings()
    first = listings.ask("https://example.org/news", "section")
    assert listings.ask("https://example.org/news", "section") is first
    listings.replaced("https://example.org/news")
    assert listings.asked == {}


def test_few_examples_of_other_links_are_kept() -> None:
    listings = Listings()
    for page in range(4):
        listings.saw(2, [f"https://example.org/{page}", f"https://example.org/{page}/b"])
    assert (listings.pages, listings.links, len(listings.examples)) == (4, 8, EXAMPLES)


def test_a_page_that_fell_silent_is_lost_though_it_was_read() -> None:
    listings = Listings()
    listings.ask("https://example.org/", "index").read = True
    assert listings.lost_kinds() == {}
    assert set(listings.lost_kinds(lambda listing: not listing.articles)) == {"index"}
