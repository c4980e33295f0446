"""Equal texts are counted in bounded memory."""

from __future__ import annotations

from newscrawler.health.sameness import MOST, Sameness


def test_what_half_share_is_found_among_many_others() -> None:
    sameness = Sameness()
    for number in range(3 * MOST):
        sameness.add("Back soon.")
        sameness.add(f"Story {number}")
    assert sameness.shared_by_half(5) == 3 * MOST
    assert len(sameness._times) == MOST
    sameness.add("A story more.")
    assert sameness.shared_by_half(5) == 0


def test_articles_without_a_text_share_none() -> None:
    sameness = Sameness()
    for _ in range(9):
        sameness.add(None)
        sameness.add("")
    assert (sameness.articles, sameness.shared_by_half(1)) == (0, 0)
