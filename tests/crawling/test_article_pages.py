"""Which other page belongs to an article."""

from dataclasses import replace
from typing import Any

import pytest

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.crawling.article_pages import ArticlePages, FurtherPage, further_url, own_url
from newscrawler.discovery.frontier import Frontier
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.extract import NotAnArticle
from newscrawler.items import Article, NoLine, Rejection
from newscrawler.run.errand import ArticleErrand

URL = "https://press.example/world/harbour-opens-1"


@pytest.mark.parametrize(
    ("url", "canonical", "own"),
    [
        (f"{URL}/amp", URL, URL),
        ("https://m.press.example/world/harbour-opens-1", URL, URL),
        (URL, f"{URL}0", None),
        (f"{URL}/amp", f"{URL}/print", None),
        (f"{URL}/amp", None, None),
        (f"{URL}/amp", "https://other.example/1", None),
    ],
)
def test_own_page_of_a_twin(url: str, canonical: str | None, own: str | None) -> None:
    article = Article(url=url, canonical_url=canonical)
    assert own_url(article, url, lambda found: found if "press.example" in found else None) == own


@pytest.mark.parametrize(
    ("linked", "further"),
    [(f"{URL}/2", f"{URL}/2"), (None, None), (f"{URL}/1", None), ("https://press.example/world/other", None)],
)
def test_next_page_of_an_article(linked: str | None, further: str | None) -> None:
    asked = (URL, f"{URL}/1")
    assert further_url(linked, Article(url=URL), asked, lambda _: False) == further


def after(article: Article, next_page: str | None = None, bounds: Bounds = DEFAULT, *before: Article) -> Any:
    """What comes after a page of the article at URL."""
    frontier = Frontier("press")
    scope = Scope("https://press.example/", ("press.example",), bounds=bounds)
    errand = ArticleErrand(listed=frontier.enter(URL), read=before, page="further" if before else "listed")
    return ArticlePages(scope, frontier, scope.article_url).after(errand, article, next_page)


def test_an_article_without_a_next_page_is_whole() -> None:
    assert after(page := Article(url=URL, body="One.")) is page


def test_the_next_page_carries_what_was_read_before() -> None:
    step = after(page := Article(url=URL, body="One."), f"{URL}/2")
    assert step.url == f"{URL}/2"
    assert (step.errand.read, step.errand.asked) == ((page,), (URL, f"{URL}/2"))


def test_the_pages_become_one_article() -> None:
    whole = after(Article(url=f"{URL}/2", body="Two."), None, DEFAULT, Article(url=URL, body="One."))
    assert (whole.url, whole.body) == (URL, "One.\n\nTwo.")


@pytest.mark.parametrize(
    ("bound", "reason"), [("text_length", "too_large"), ("article_pages", "too_many_pages")]
)
def test_an_article_that_goes_on_beyond_a_bound_is_rejected(bound: str, reason: str) -> None:
    step = after(Article(url=URL, body="One."), f"{URL}/2", replace(DEFAULT, **{bound: 1}))
    assert isinstance(step, Rejection)
    assert step.reason == reason


def test_the_own_page_of_a_twin_is_not_asked_for_again_by_a_listing_that_shows_it() -> None:
    frontier, scope = Frontier("press"), Scope("https://press.example/", ("press.example",))
    pages = ArticlePages(scope, frontier, scope.article_url)
    listed = frontier.enter(f"{URL}/amp")
    step: Any = pages.after(ArticleErrand(listed=listed), Article(url=f"{URL}/amp", canonical_url=URL), None)
    assert step.url == URL
    sitemap = Listing("sitemap", None, "https://press.example/map.xml")
    assert frontier.see(URL, ListedLink(URL, 7), sitemap) is None
    assert [(seen.kind, seen.position) for seen in listed.sightings] == [("sitemap", 7)], (
        "it has shown it, too"
    )


def test_an_own_page_that_was_listed_by_itself_keeps_what_was_said_of_it() -> None:
    frontier = Frontier("press")
    listed, own = frontier.enter(f"{URL}/amp"), frontier.enter(URL)
    frontier.also(URL, listed)
    assert frontier.listed[frontier.key(URL)] is own


STORY = "https://press.example/world/harbour-opens-again"


def further(page: Article, *before: Article, shown: tuple[str, ...] = ()) -> Any:
    """What comes after a further page of the article at STORY."""
    frontier = Frontier("press")
    for url in shown:
        frontier.enter(url)
    scope = Scope("https://press.example/", ("press.example",))
    errand = ArticleErrand(
        listed=frontier.enter(page.url), read=before, page="further" if before else "listed"
    )
    return ArticlePages(scope, frontier, scope.article_url).after(errand, page, None)


def test_a_listed_further_page_leads_to_the_first() -> None:
    page = Article(url=f"{STORY}/2", canonical_url=STORY, body="Two.")
    assert further(page).url == STORY
    assert isinstance(further(page, shown=(STORY,)), NoLine)


@pytest.mark.parametrize(
    ("text", "body"),
    [("Two.", "One.\n\nTwo."), ("One.\n\nTwo.", "One.\n\nTwo."), ("One.", "One."), (None, "One.")],
    ids=["goes on", "repeats the opening", "comments", "pictures"],
)
def test_what_goes_on_is_of_the_article(text: str | None, body: str) -> None:
    page = Article(url=f"{STORY}/2", body=text)
    assert further(page, Article(url=STORY, body="One.")).body == body


def test_a_twin_stands_in_where_the_own_page_is_gone() -> None:
    frontier, scope = Frontier("press"), Scope("https://press.example/", ("press.example",))
    pages = ArticlePages(scope, frontier, scope.article_url)
    listed = frontier.enter(f"{STORY}/amp")
    twin = Article(url=f"{STORY}/amp", canonical_url=STORY)
    step = pages.after(ArticleErrand(listed=listed), twin, None)
    assert isinstance(step, FurtherPage)
    assert pages.stands_in(step.errand) is twin
    part = ArticleErrand(listed=listed, page="own", read=(Article(url=f"{STORY}/2"),))
    assert pages.stands_in(part) is None
    assert pages.stands_in(ArticleErrand(listed=listed)) is None


@pytest.mark.parametrize(("is_guess", "expected"), [(True, ("One.", False)), (False, ("One.\n\nTwo.", True))])
def test_a_story_at_a_further_url_is_left_to_itself_where_no_declaration_leads_there(
    is_guess: bool, expected: tuple[str, bool]
) -> None:
    first = Article(url=STORY, body="One.", headline="Quay opens", published_at="2026-11-23")
    other = Article(url=f"{STORY}/2", body="Two.", headline="Bridge shuts", published_at="2026-11-25")
    frontier, scope = Frontier("press"), Scope("https://press.example/", ("press.example",))
    errand = ArticleErrand(listed=frontier.enter(STORY), read=(first,), page="further")
    pages = ArticlePages(scope, frontier, scope.article_url, is_guess=is_guess)
    whole: Any = pages.after(errand, other, None)
    assert (whole.body, frontier.knows(f"{STORY}/2")) == expected


@pytest.mark.parametrize("is_guess", [True, False])
def test_a_further_page_that_does_not_exist_is_missed_where_a_site_declares_its_pages(is_guess: bool) -> None:
    frontier, scope = Frontier("press"), Scope("https://press.example/", ("press.example",))
    pages = ArticlePages(scope, frontier, scope.article_url, is_guess=is_guess)
    errand = ArticleErrand(
        listed=frontier.enter(STORY), read=(Article(url=STORY, body="One."),), page="further"
    )
    found = [
        pages.without_page(errand),
        pages.without_answer(errand, NotAnArticle("soft_404", "")),
        pages.without_answer(errand, NotAnArticle("challenge", "")),
    ]
    assert [whole and whole.body for whole in found] == (["One.", "One.", None] if is_guess else [None] * 3)
