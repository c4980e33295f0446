"""Questions that a page asks again and again are not waited for; rows that come late are."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Response

from newscrawler.rendering.polls import AGAIN, HELD, Polls, Question

HOME = "https://gazette.invalid"


def asked(path: str, method: str = "GET") -> Question:
    return Question(method, f"{HOME}{path}", b"")


def answer(body: bytes, seconds: float) -> Response:
    return Response(HOME, body=body, request=Request(HOME, meta={"download_latency": seconds}))


def test_the_same_words() -> None:
    polls = Polls()
    assert [polls.is_one(asked("/clock")) for _ in range(AGAIN)] == [False] * (AGAIN - 1) + [True]


def test_long_polling_differs_by_a_clock_alone() -> None:
    polls = Polls()
    for clock in range(2):
        question = asked(f"/live?transport=polling&t={clock}")
        assert not polls.is_one(question)
        polls.answered(question, answer(b"{}", HELD))
    assert polls.is_one(asked("/live?transport=polling&t=2"))
    assert not polls.is_one(asked("/live?transport=polling&t=2&page=1"))
    assert not polls.is_one(asked("/rows?transport=polling&t=2"))


def test_a_question_whose_time_is_over_is_held_for_the_next_one_to_come() -> None:
    polls = Polls()
    polls.held(asked("/live?t=1"))
    assert polls.is_one(asked("/live?t=2"))
    assert not polls.is_one(asked("/live?t=2", "POST"))


def test_rows_of_a_slow_site_and_blocks_that_say_the_same_are_waited_for() -> None:
    polls = Polls()
    for number in range(9):
        slow, block = asked(f"/rows?page={number}"), asked(f"/block?id={number}")
        assert not polls.is_one(slow)
        assert not polls.is_one(block)
        polls.answered(slow, answer(b"%d" % number, 2 * HELD))
        polls.answered(block, answer(b"[]", HELD / 2))
