"""Copies of one text are found, whoever prints them and whenever; stories that only look alike are left
alone."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, create_engine, func, select

from newscrawler.items import Article, Dateline
from newscrawler.ledger import similar
from newscrawler.ledger.likeness import CONTRADICTING, can_be_copies, compare, is_copy
from newscrawler.ledger.similar import Copy, SimilarTexts
from newscrawler.ledger.sketch import sketch, unpack
from newscrawler.ledger.tables import key_table, metadata, text_table
from tests.near_duplicates.labelled import LANGUAGES, Labelled, Writer, stream

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
WRITER = Writer(random.Random("test_deduplicate"), LANGUAGES["latin"])
STORY = WRITER.story(8)
TEXT = WRITER.text(STORY)
OTHER = WRITER.text(WRITER.story(8))


def article(name: str, body: str, minute: int = 0, dateline: str = "") -> Article:
    return Article(
        id=name,
        site=name.partition(":")[0],
        headline="Headline",
        body=dateline + body,
        dateline=Dateline(dateline) if dateline else None,
        fetched_at=(START + timedelta(minutes=minute)).isoformat(),
    )


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{tmp_path / 'ledger.db'}")
    metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def commit(connection: Connection, *articles: Article, texts: SimilarTexts | None = None) -> None:
    (texts or SimilarTexts()).store(connection, articles)
    connection.commit()


def seen(connection: Connection, texts: SimilarTexts, item: Article) -> Copy | None:
    """Find what the pipeline would, write it down, commit."""
    copy = texts.find(connection, item)
    if copy:
        item.duplicate_of, item.similarity = copy.original, copy.similarity
    commit(connection, item, texts=texts)
    return copy


# --- The labelled set
# ---------------------------------------------------------------------------------------------


def copies_found(connection: Connection, articles: list[Labelled], batch: int) -> dict[str, str | None]:
    texts, found, pending = SimilarTexts(), {}, []
    for minute, labelled in enumerate(articles):
        body = labelled.body.removeprefix(labelled.dateline)
        item = article(labelled.id, body, minute, labelled.dateline)
        copy = texts.find(connection, item)
        if copy:
            item.duplicate_of, item.similarity = copy.original, copy.similarity
        found[labelled.id] = copy.original if copy else None
        pending.append(item)
        if len(pending) == batch:
            commit(connection, *pending, texts=texts)
            pending = []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_precision_and_recall_on_the_labelled_set(connection: Connection, language: str) -> None:
    articles = stream(seed=7, language=language)
    original = {labelled.id: labelled.copy_of or labelled.id for labelled in articles}
    found = copies_found(connection, articles, batch=32)
    said = {name: original[other] for name, other in found.items() if other}
    right = sum(1 for labelled in articles if labelled.copy_of and said.get(labelled.id) == labelled.copy_of)
    copies = sum(1 for labelled in articles if labelled.copy_of)
    assert copies > 300
    assert right / len(said) >= 0.99
    assert right / copies >= 0.95


def test_the_moment_of_a_commit_changes_nothing(connection: Connection) -> None:
    articles = stream(seed=3)[::3]
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.connect() as other:
        assert copies_found(connection, articles, batch=1) == copies_found(other, articles, batch=300)
    engine.dispose()


# --- What a copy is
# -----------------------------------------------------------------------------------------------


def test_a_copy_is_found_by_another_run_on_another_site(connection: Connection) -> None:
    commit(connection, article("times:1", TEXT, dateline="LISBON, May 4. /NWA/. "))
    copy = SimilarTexts().find(connection, article("wire:9", TEXT, 5, "QUITO, May 5. "))
    assert copy == Copy("times:1", 1.0)


def test_the_dateline_is_no_part_of_the_text_and_other_words_are(connection: Connection) -> None:
    commit(connection, article("times:1", TEXT))
    copy = SimilarTexts().find(connection, article("wire:9", "QUITO, May 5. " + TEXT, 5))
    assert copy is not None
    assert copy.original == "times:1"
    assert 0.9 < copy.similarity < 1


def test_similarity_of_a_cut_copy_is_the_share_that_is_left(connection: Connection) -> None:
    commit(connection, article("times:1", TEXT))
    half = TEXT[: len(TEXT) // 2]
    copy = SimilarTexts().find(connection, article("wire:9", half, 5))
    assert copy is not None
    assert copy.similarity == pytest.approx(0.5, abs=0.1)


def test_the_same_words_in_another_order_are_not_the_same_text() -> None:
    turned = WRITER.text([STORY[0], *reversed(STORY[1:])])
    first, second = sketch(TEXT), sketch(turned)
    assert first is not None
    assert second is not None
    assert 0.8 < compare(second, first.stored()).resemblance < 1


def test_an_article_is_no_copy_of_itself_and_a_copy_of_a_copy_names_the_first(connection: Connection) -> None:
    texts = SimilarTexts()
    assert seen(connection, texts, article("times:1", TEXT)) is None
    assert seen(connection, texts, article("times:1", TEXT + " Updated at noon.", 1)) is None
    assert SimilarTexts().find(connection, article("times:1", TEXT, 2)) is None
    for minute, name in enumerate(["wire:1", "echo:1", "times:2"], start=3):
        copy = seen(connection, texts, article(name, TEXT, minute))
        assert copy is not None
        assert copy.original == "times:1"
    # Looked at again, the first stays the first, and the near copy within the site, which is kept, does not
    # turn it.
    assert seen(connection, SimilarTexts(), article("times:3", TEXT[: len(TEXT) * 2 // 3], 7)) is not None
    assert seen(connection, SimilarTexts(), article("times:1", TEXT[: len(TEXT) * 2 // 3], 8)) is None


def test_what_a_kept_text_is_a_copy_of_is_known_to_another_run(connection: Connection) -> None:
    near = TEXT[: len(TEXT) * 2 // 3]
    assert seen(connection, SimilarTexts(), article("times:1", TEXT)) is None
    first = seen(connection, SimilarTexts(), article("times:2", near, 1))
    assert first == Copy("times:1", first.similarity if first else 0)
    again = seen(connection, SimilarTexts(), article("times:2", near, 2))
    assert again is not None
    assert (again.original, again.is_news) == ("times:1", False)


def test_the_earliest_seen_is_the_original_whatever_is_looked_at_again(connection: Connection) -> None:
    texts = SimilarTexts()
    assert seen(connection, texts, article("times:1", TEXT)) is None
    assert seen(connection, texts, article("wire:1", OTHER, 1)) is None
    # An edit makes the second a copy of the first, another edit of the first a copy of a third that came
    # later.
    assert seen(connection, texts, article("wire:1", TEXT, 2)) == Copy("times:1", 1.0)
    assert seen(connection, texts, article("echo:1", OTHER, 3)) is None
    assert seen(connection, texts, article("times:1", OTHER, 4)) is None


@pytest.mark.parametrize("body", [None, "", "Details to follow.", "…", "1 2 3 " * 3, "\ud800 " * 3])
def test_too_little_text_is_nobodys_copy(connection: Connection, body: str | None) -> None:
    texts = SimilarTexts()
    for name in ("times:1", "wire:1"):
        item = article(name, "")
        item.body = body
        assert seen(connection, texts, item) is None


def test_odd_text_is_taken_as_it_is(connection: Connection) -> None:
    body = "İ \ud800 \x00 \u202e 7:30 \ufdfd 新闻 " * 40
    texts = SimilarTexts()
    assert seen(connection, texts, article("times:1", body)) is None
    assert seen(connection, texts, article("wire:1", body, 1)) == Copy("times:1", 1.0)


def test_other_figures_in_the_same_words_are_another_story() -> None:
    report = (
        "The euro fell by {} cents to {} crowns at the opening of the exchange, trading data show. "
        "The dollar rose by "
        "{} cents to {} crowns. The index stood at {} points, more than at the close of the day before."
    )
    first, second = (
        sketch(report.format(*figures))
        for figures in ((12, "64.35", 7, "57.10", 2013), (5, "64.90", 11, "58.02", 1998))
    )
    assert first is not None
    assert second is not None
    likeness = compare(second, first.stored())
    assert likeness.contradiction > CONTRADICTING
    assert not is_copy(likeness)


def test_a_frame_before_the_news_is_learnt(connection: Connection) -> None:
    """A long text that all notices of an office begin with misleads a few times at most."""
    writer = Writer(random.Random("frame"), LANGUAGES["latin"])
    frame = writer.text([writer.paragraph(3) for _ in range(7)])
    texts = SimilarTexts()
    found = [
        seen(connection, texts, article(f"times:{n}", frame + "\n\n" + writer.sentence(), n)) is not None
        for n in range(160)
    ]
    assert sum(found[:40]) > 0  # else this test tests nothing
    assert sum(found[40:]) < 10
    assert not any(found[120:])


def test_a_text_that_many_sites_print_stays_known(connection: Connection) -> None:
    texts = SimilarTexts()
    seen(connection, texts, article("wire:1", TEXT))
    for minute in range(1, 100):
        rewritten = WRITER.text(WRITER.rewritten(STORY, 0.04))
        copy = seen(connection, texts, article(f"site{minute}:1", rewritten, minute))
        assert copy is not None
        assert copy.original == "wire:1"


# --- What is kept
# -------------------------------------------------------------------------------------------------


def test_a_sketch_is_the_same_in_every_process_and_survives_packing() -> None:
    text = sketch(
        "Fire broke out in a warehouse in Lima at 7 a.m. on Monday, 12 people were taken to hospital. " * 2
    )
    assert text is not None
    assert unpack(text.pack()) == text.stored()
    assert (text.digest, text.phrases[:2], text.size) == (5390046640994373676, (72629443, 203808771), 19)


def test_a_copy_takes_no_room_and_old_texts_go(connection: Connection) -> None:
    def rows() -> tuple[int, int]:
        counts = [
            connection.scalar(select(func.count()).select_from(t)) or 0 for t in (text_table, key_table)
        ]
        return counts[0], counts[1]

    texts = SimilarTexts()
    seen(connection, texts, article("times:1", TEXT))
    assert rows() == (1, 11)
    seen(connection, texts, article("wire:1", TEXT, 1))
    assert rows() == (1, 11)
    seen(connection, texts, article("times:1", TEXT + " More follows.", 2))
    assert rows() == (1, 11)
    later = int((similar.WINDOW + timedelta(days=1)).total_seconds() // 60)
    seen(connection, texts, article("wire:2", OTHER, later))
    assert rows() == (1, 11)
    assert SimilarTexts().find(connection, article("echo:1", TEXT, later)) is None


def test_memory_is_bounded(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "RECENT", 20)
    texts = SimilarTexts()
    for number in range(60):
        texts.find(connection, article(f"times:{number}", WRITER.text(WRITER.story(4))))
    assert len(texts._recent) == 20
    assert len(texts._recent_keys) <= 20 * 11


def test_what_can_be_no_copy_is_seen_before_it_is_unpacked() -> None:
    story = (
        "The harbour master of Lisbon said on Friday "
        "that ferry number {n} had left with {m} passengers on board. "
    )
    new = sketch("".join(story.format(n=n, m=n * 7) for n in range(9)))
    other = sketch("A museum in Quito has shown for the first time what was found under its own cellar. " * 9)
    shortened = sketch("".join(story.format(n=n, m=n * 7) for n in range(6)))
    assert new is not None
    assert other is not None
    assert shortened is not None
    assert can_be_copies(new, shortened.pack())
    assert can_be_copies(new, new.pack())
    assert not can_be_copies(new, other.pack())
