"""Read-also lines and labels are no text, and house lines are none on a page; sentences like one are."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.prose import (
    is_label,
    length,
    prose_weight,
    without_link_notes,
)
from tests.sources.stories import expected, lines, story
from tests.sources.walked import walked


def test_labels_and_lengths() -> None:
    for line in ("Last updated: 2 hours ago", "3 minutes ago", "vor 2 Stunden", "hace 3 horas"):
        assert is_label(line)
    assert not is_label("Last year the council voted")
    assert is_label("Updated 12:40")
    assert not is_label("A man came.")
    assert length("港口") == 5


@pytest.mark.parametrize(
    "line",
    [
        "Our newsletter tells you every Friday what the harbour council has decided, free and short.",
        "Der Newsletter informiert Sie immer freitags kostenlos über den Hafen und die Stadt.",
        "© 2026 The Example. All rights reserved.",
        "Advertisement",
        "Follow us on the network of your choice for more from the harbour.",
        "Photo: Ada Brook / Example Agency",
        "Foto Ada Brook",
        "Bild Ada Brook/dpa",
        "AP Photo/Ada Brook",
        "Empfohlener redaktioneller Inhalt",
        "[button link=”https://news.example/x” type=”big”] Send us your story[/button]",
        "Lire aussi : le port vote encore",
        "Читайте также: порт снова голосует",
        "関連記事",
        "相關新聞：",
        "延伸閱讀",
        "Ссылки по теме:",
    ],
)
def test_lines_that_any_article_of_a_house_carries(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement had cost the council four thousand crowns.",
        "Photographers waited in front of the harbour until midnight.",
        "Photo Ada Brook had taken was sold twice.",
        "Read aloud, the letter lasted eleven minutes.",
        "Related cases have been closed since 2019, the court said.",
        "He followed the ferry on foot.",
        "Subscribers of the harbour fund met on Monday.",
        "Copyright law will change next year, the minister said.",
        "An dieser Stelle steht seit 1911 ein Leuchtturm.",
        "There was an error in the count, the clerk admitted.",
        "By entering the race, the ferry company surprised the town.",
        "You can reach the island by ferry only in summer.",
        "Comments are expected before Friday, the council wrote.",
        "Support our harbour, the posters said, and they said it everywhere.",
        "More on Monday than on any other day, the ships wait in vain.",
    ],
)
def test_sentences_that_only_resemble_house_lines_stay(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == [*expected(1, 2), line, *expected(3, 4)]


@pytest.mark.parametrize(
    "note",
    [
        "opens in new tab", "opens in a new window", "Link öffnet in neuem Fenster",
        "öffnet im neuen Tab", "nouvel onglet", "nouvelle fenêtre", "s'ouvre dans un nouvel onglet",
        "s’ouvre dans une nouvelle fenêtre", "se abre en una nueva ventana", "se abre en nueva pestaña",
        "abre em nova janela", "abre em nova guia", "abre em nova aba", "si apre in una nuova finestra",
    ],
)  # fmt: skip
def test_what_a_link_says_of_itself_is_left_out(note: str) -> None:
    assert without_link_notes(f"The quay ({note}) opened.") == "The quay opened."


@pytest.mark.parametrize(
    ("markup", "is_text"),
    [
        ("<p>{}</p>", True),
        ("<div>{}</div>", True),
        ("<h2>{}</h2>", False),
        ("<p><a href=/x>{}</a></p>", False),
    ],
)
def test_what_is_running_text(markup: str, *, is_text: bool) -> None:
    (block,) = walked(markup.format("The harbour council voted on the wall. " * 4)).blocks
    assert (prose_weight(block) > 0) is is_text


@pytest.mark.parametrize(
    ("text", "is_text"),
    [
        ("The council said.", False),
        ("The harbour council voted on the walls..", True),  # forty signs
        ("The harbour council voted on the wall..", False),
        ("The harbour council voted on the wall of it", False),
        ("The harbour council voted on the wall " * 3, True),
    ],
)
def test_how_long_running_text_is(text: str, *, is_text: bool) -> None:
    (block,) = walked(f"<p>{text}</p>").blocks
    assert (prose_weight(block) > 0) is is_text


@pytest.mark.parametrize(("linked", "is_text"), [(100, True), (101, False)])
def test_a_line_is_text_if_at_most_half_of_it_is_linked(linked: int, is_text: bool) -> None:
    (block,) = walked(f"<p><a href=/1>{'x' * linked}</a>{'y' * (200 - linked)}</p>").blocks
    assert (prose_weight(block) > 0) is is_text
    assert not is_text or prose_weight(block) == 100.0
