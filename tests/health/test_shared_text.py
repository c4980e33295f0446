"""What many articles say in one and the same words is told, if they did not do so before."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from newscrawler.health.alarm import Alarm
from newscrawler.health.article_signs import observe
from newscrawler.health.history import History
from newscrawler.health.observation import Observation
from newscrawler.health.share import Limits
from newscrawler.health.shared_text import LATEST, compared, most_of, texts
from newscrawler.health.stored import from_json, to_json
from newscrawler.items import Article, Image

BEGIN = datetime(2026, 11, 2, 6, tzinfo=UTC)
AUTHORS = ("Ada Quillfeather", "Bruno Saltmarsh", "Clara Underhill", "Edda Brightwater")


class Site:
    """Its articles have words of their own, but for what is said."""

    def __init__(self, usually: dict[str, str] | None = None) -> None:
        self.history = History()
        self.usually = usually or {}
        self.dice = random.Random(1)
        self.runs = 0

    def run(self, articles: int = 15, **parts: str) -> list[Alarm]:
        seen = Observation()
        for number in range(articles):
            own = 100_000 + self.runs * 1000 + number
            said = {
                "first": f"Number {own} begins.", "last": f"Number {own} ends.", "name": f"case {own}",
                "author": self.dice.choice(AUTHORS), "image": f"https://example.org/{own}.jpg",
                "minute": f"{own % 60:02}", **self.usually, **parts,
            }  # fmt: skip
            observe(
                Article(
                    url=f"https://example.org/{own}",
                    headline=f"Council {own} hears {said['name']}",
                    body=f"{said['first']}\n\nBetween {own}.\n\n{said['last']}",
                    authors=[said["author"]],
                    images=[Image(said["image"])],
                    published_at=f"2026-11-02T06:{said['minute']}:00+00:00",
                ),
                seen,
            )
        self.runs += 1
        self.history = from_json(to_json(self.history))
        return self.history.judge(seen, BEGIN + timedelta(days=self.runs), Limits())


def of_ten_runs(**usually: str) -> Site:
    site = Site(usually)
    for _ in range(10):
        assert site.run() == []
    return site


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            {"first": "We use cookies."},
            "body: its first paragraph is the same in 100% of the last 15",
        ),
        ({"last": "Subscribe to read on."}, "body: its last paragraph is the same in 100%"),
        ({"name": "it, The Harbour Post"}, "headline: its last words are the same in 100%"),
        ({"image": "https://example.org/logo.png"}, "images: one and the same in 100%"),
        ({"minute": "07"}, "published_at: one and the same in 100% of the last 15 articles, usually 1%"),
    ],
)
def test_what_all_articles_share_at_once_is_told_in_its_first_run(change: dict[str, str], line: str) -> None:
    (alarm,) = of_ten_runs().run(**change)
    assert alarm.line.startswith(line)
    assert alarm.samples[0].startswith("https://example.org/110")


def test_one_author_for_all_is_told_when_it_is_more_than_a_day_of_duty() -> None:
    site = of_ten_runs()
    assert site.run(author="Hugo Larkspur") == []
    assert site.run() == []
    told = [site.run(author="Hugo Larkspur") for _ in range(4)]
    assert told[-1][0].line.startswith("authors: one and the same in ")


def test_what_they_always_shared_is_not_told() -> None:
    site = of_ten_runs(last="Printed in Ostermouth.", image="https://example.org/logo.png")
    assert site.run() == []


def test_what_a_run_shares_now_and_then_is_not_told() -> None:
    site = Site()
    for _ in range(300):
        logo = {"image": "logo.png"} if site.dice.random() < 0.2 else {}
        assert site.run(3, **logo) == []


def test_one_author_of_most_articles_is_a_holiday() -> None:
    said = [(1, "")] * 10 + [(2, "")] * 2
    assert compared(said, [], most_of("lead"))[0][1]
    assert not compared(said, [], most_of("authors"))[0][1]


def test_authors_of_weekends_are_not_compared() -> None:
    article = Article(url="https://example.org/a", authors=["Ada Quillfeather"])
    assert dict(texts(article)) == {"authors": "Ada Quillfeather"}
    assert dict(texts(article, is_weekend=True)) == {}


def test_small_runs_add_up() -> None:
    site = Site()
    for _ in range(40):
        assert site.run(3) == []
    told = [site.run(3, first="We use cookies.") for _ in range(8)]
    assert told[-1][0].subject == "body"


def test_a_few_articles_share_nothing() -> None:
    shared, latest = compared([(1, "")] * (LATEST - 1), [])
    assert not any(shared.values())
    assert len(latest) == LATEST - 1
