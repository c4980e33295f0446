"""Two readings of a page: what counts as the same."""

from newscrawler.health.witness import agreement
from newscrawler.items import Article


def article(**values: object) -> Article:
    return Article(**values, extracted_by=dict.fromkeys(values, "site"))  # type: ignore[arg-type]


def test_only_what_a_selector_gave_is_compared_and_only_with_something() -> None:
    declared = article(headline="Mayor resigns", lead="He said so.", body="A b c d e f")
    declared.extracted_by["body"] = "page"
    general = article(headline="MAYOR RESIGNS!", body="x")
    assert agreement(declared, general, {}) == {"headline agrees": True}


def test_a_selector_that_matches_another_thing() -> None:
    declared = article(headline="Sections", authors=["By Jane Roe"], published_at="2026-11-02T10:00:00+01:00")
    general = article(headline="Mayor resigns", authors=["Jane Roe"], published_at="2026-11-02T10:00:00Z")
    assert agreement(declared, general, {"headline": "Mayor resigns today", "lead": "x"}) == {
        "headline agrees": False,
        "headline of metadata agrees": False,
        "authors agrees": False,
        "published_at agrees": False,
    }


def test_one_of_several_authors_is_enough_and_a_day_agrees_with_its_time() -> None:
    declared = article(authors=["Jane Roe", "John Doe"], published_at="2026-11-02", section="Sport")
    general = article(authors=["JOHN DOE"], published_at="2026-11-02T10:00:00Z", section="Sport")
    assert all(agreement(declared, general, {}).values())
