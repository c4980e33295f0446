"""Comments that nothing names: labels with a name and a time and what was said, from some place to the end."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.unmarked_comments import first_unmarked_comment
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

NAMES = ("Peter", "gull77", "Maria K.")


def comments(form: str, count: int = 2, names: tuple[str, ...] = NAMES) -> str:
    return "".join(form.format(names[n], n + 1, paragraph(50 + n, 1)) for n in range(count))


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(
    "form",
    [
        "<div><b>{0}</b> <span>1{1} May 2025 at 09:1{1}</span><p>{2}</p></div>",
        "<p><strong>{0}</strong> - 1{1}.05.2025 09:12</p><p>{2}</p>",
        "<div><div>{0}</div><div>1{1}.05.2025, 09:12 Uhr</div><div>{2}</div></div>",
        "<div><div>{0}</div><div>Monday, May 1{1}, 2025 at 9:12 am</div><p>{2}</p></div>",
        "<div><div>{0} vor {1} Stunden</div><div>{2}</div></div>",
        "<div><div>{0}</div><div>vor einer Stunde</div><div>{2}</div></div>",
        "<div><span>{0}</span><span>{1} days ago</span><p>{2}</p></div>",
        "<div><span>{0} {1} часа назад</span><p>{2}</p></div>",
        "<dl><dt>{0} (1{1} May 2025 at 09:12)</dt><dd>{2}</dd></dl>",
        "<p>{0} schrieb am 1{1}.05.2025 um 09:12 Uhr</p><p>{2}</p>",
        "<div><span>{0} · 2025-05-1{1} 09:12:33</span><p>{2}</p><p>I said so.</p></div>",
    ],
)
def test_names_with_times_and_what_they_said(form: str, count: int) -> None:
    page = f"<h1>T</h1><div class='b'>{story(1, 5)}<div>{comments(form, count)}</div></div>"
    assert lines(page) == expected(1, 5)


@pytest.mark.parametrize(
    "entries",
    [
        comments("<p><b>{0}</b> 1{1}.05.2025 09:12</p><p>{2}</p>", 1),
        comments("<p>1{1}.05.2025 09:12</p><p>{2}</p>", 3),
        comments("<p>{0}</p><p>{2}</p>", 3),
        comments("<p>{0}, 1{1} May 2025</p><p>{2}</p>", 2),
        comments("<p>{0}, 1{1} May 2025</p><p>{2}</p>", 3),
        comments("<p>{0}, 1{1}.05.2025 09:30</p><p>{2}</p>", 3),
        comments("<p>1{1} May 2025 – {0}</p><p>{2}</p>", 3),
        comments("<p>09:1{1}, 12 May 2025: {0}</p><p>{2}</p>", 3),
        comments("<p>May 1{1}, 2025 09:12 {0}</p><p>{2}</p>", 3),
        comments("<p>{0} 1{1}.05.2025 09:12</p><p>{2}</p>", 3, names=("Ann", "Ann", "Ann")),
        comments("<p>The council met at the pier on 1{1}.05.2025 at 09:12</p><p>{2}</p>", 2),
        comments("<h3>{0} 1{1}.05.2025 09:12</h3><p>{2}</p>", 3),
        comments("<p>{0} 1{1}.05.2025 09:12</p><p>{2}</p>", 2) + story(60, 68),
        "".join(f"<p>{NAMES[n % 3]} 1{n % 9}.05.2025 09:12</p><p>{paragraph(n, 3)}</p>" for n in range(9)),
    ],
)
def test_what_is_no_comments(entries: str) -> None:
    assert first_unmarked_comment(walked(f"<div>{story(1, 3)}{entries}</div>").blocks) is None


def test_three_names_with_few_days_are_enough() -> None:
    form = "<div><b>{0}</b> <i>12 May 2025</i><p>{2}</p></div>"
    assert lines(f"<h1>T</h1><div class='b'>{story(1, 5)}{comments(form, 3)}</div>") == expected(1, 5)


def test_a_page_that_only_has_comments() -> None:
    form = "<p>{0} 1{1}.05.2025 09:12</p><p>{2}</p>"
    assert first_unmarked_comment(walked(f"<div><p>Short.</p>{comments(form, 3)}</div>").blocks) is None
