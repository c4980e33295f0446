"""A text that is another one at each look makes no storm of revisions; an edit stays one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import NotWritten
from newscrawler.extensions.health import Health
from newscrawler.items import Entry, Image
from newscrawler.output.content_hash import CONTENT_FIELDS
from newscrawler.pipelines.export_jsonl import ExportJsonl
from newscrawler.pipelines.revise import Revise
from newscrawler.run.run import run_of
from tests.crawl import read_jsonl
from tests.defaults import DEFAULTS
from tests.ledger.lines import article
from tests.pipelines.press import PressSpider

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.items import Article

STORY = ["The ship {n} sank in the harbour on Monday.", "Nobody was hurt, the police of town {n} said."]
BOXES = [
    "Subscribe to our letter and read more each morning.",
    "Win a journey around the whole world with us!",
    "Our shop has new calendars, mugs and umbrellas.",
    "Listen: the podcast about gardens, with two guests.",
    "Support independent reporting for a few coins.",
]


def page(number: int, box: str, **changes: Any) -> Article:
    story = [text.format(n=number) for text in STORY]
    return article(number, body="\n\n".join([story[0], box, story[1]]), fetched_at=None, **changes)


def run(output: Path, *items: Article) -> tuple[list[str], list[str]]:
    """One run that looks at articles: what became of each, and the signs of the run."""
    settings = {
        **DEFAULTS,
        "OUTPUT_DIR": str(output),
        "REVISIT_AFTER": "9999d:0m",
        "EXPORT_BATCH_SECONDS": 60,
    }
    crawler = get_crawler(PressSpider, settings)
    crawler.spider = PressSpider()
    revise, export, health = (cls.from_crawler(crawler) for cls in (Revise, ExportJsonl, Health))
    export._batch_lines = 1  # each item is committed by itself: no loop runs here
    found = []
    for item in items:
        whole = replace(item, fetched_at="2026-11-20T10:00:00+00:00")
        run_of(crawler).account.enter(whole.requested_url)
        try:
            written = export.process_item(revise.process_item(whole))
            found.append(f"revision {written.revision}")
        except NotWritten as error:
            found.append(error.outcome)
    signs = health.signs()
    run_of(crawler).close_ledger()
    return found, signs


def test_a_rotating_paragraph_makes_three_lines_and_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outcomes, signs = [], []
    for look in range(12):
        found, sign = run(tmp_path, *(page(number, f"{BOXES[look % 5]} {look}") for number in range(4)))
        outcomes.append(set(found))
        signs.append(sign)
    assert outcomes[:3] == [{"revision 1"}, {"revision 2"}, {"revision 3"}]
    assert outcomes[3:] == [{"unchanged"}] * 9
    assert [number for number, sign in enumerate(signs) if sign] == [3]
    assert signs[3] == ["body: 4 articles have another one at each look"]
    assert caplog.text.count("body is another one at each look; it makes no revisions") == 1
    assert len(read_jsonl(list(tmp_path.glob("press/*.jsonl")))) == 12


def test_a_text_that_comes_back_is_a_rotation_at_once(tmp_path: Path) -> None:
    found = [run(tmp_path, page(1, BOXES[look % 2]))[0] for look in range(4)]
    assert found == [["revision 1"], ["revision 2"], ["unchanged"], ["unchanged"]]


def looked(output: Path) -> None:
    for look in range(4):
        run(output, page(1, BOXES[look]))


EDITED = page(1, BOXES[4])


@pytest.mark.parametrize(
    "edited",
    [
        replace(EDITED, headline="Two ships sank"),
        replace(EDITED, body=(EDITED.body or "") + "\n\nCorrection: it was a boat."),
        replace(EDITED, body=(EDITED.body or "").replace("on Monday", "on Tuesday")),
        replace(EDITED, modified_at="2026-11-20T12:00:00+00:00"),
        replace(EDITED, body="A wholly new text."),
    ],
    ids=["headline", "a paragraph more", "a word of another paragraph", "stated", "all of it"],
)
def test_an_edit_stays_a_revision_whatever_rotates_beside_it(edited: Article, tmp_path: Path) -> None:
    looked(tmp_path)
    assert run(tmp_path, edited)[0] == ["revision 4"]


def test_a_figure_that_is_brought_up_to_date_is_an_edit_each_time(tmp_path: Path) -> None:
    found = [run(tmp_path, page(1, f"At least {look} people are missing, they say."))[0] for look in range(6)]
    assert found == [[f"revision {number}"] for number in range(1, 7)]


def test_a_live_text_that_grows_is_a_revision_each_time(tmp_path: Path) -> None:
    found = [
        run(
            tmp_path, article(1, body="\n\n".join(["Live.", *reversed(BOXES[: look + 1]), "It began today."]))
        )[0]
        for look in range(5)
    ]
    assert found == [[f"revision {number}"] for number in range(1, 6)]


def looks(output: Path, *changes: dict[str, Any]) -> list[str]:
    """What became of one article at each look."""
    return [run(output, replace(page(1, BOXES[0]), **change))[0][0] for change in changes]


def revisions(count: int, unchanged: int) -> list[str]:
    return [f"revision {number}" for number in range(1, count + 1)] + ["unchanged"] * unchanged


def picture(name: str) -> Image:
    return Image(f"https://press.example/{name}.jpg", "The quay", None)


VALUES: dict[str, list[Any]] = {
    "topics": [["ships", f"topic {look}"] for look in range(6)],
    "images": [[picture(f"{look}{look}a{look}")] for look in range(6)],
    "authors": [[f"Ann Example {look}"] for look in range(6)],
    "agency": [f"Agency {look}" for look in range(6)],
    "published_at": [f"2026-11-20T1{look}:00:00+00:00" for look in range(6)],
}
TEXTS: dict[str, tuple[Any, Any]] = {
    "headline": ("A ship sank", "Nobody was hurt when a ship sank"),
    "lead": ("The ship was old.", "The ship was new."),
    "section": ("World", None),
    "entries": ([Entry("1", None, None, "It sank.")], [Entry("2", None, None, "Nobody was hurt.")]),
    "body": ("The ship sank.\n\nNobody was hurt.", "The ship sank.\n\nAn advert.\n\nNobody was hurt."),
}


def test_every_content_field_is_tried() -> None:
    assert {*VALUES, *TEXTS} == set(CONTENT_FIELDS)


@pytest.mark.parametrize("name", VALUES)
def test_a_value_that_is_another_one_at_each_look_makes_three_lines(name: str, tmp_path: Path) -> None:
    assert looks(tmp_path, *({name: value} for value in VALUES[name])) == revisions(3, 3)


@pytest.mark.parametrize("name", VALUES)
def test_a_value_that_comes_and_goes_makes_two_lines(name: str, tmp_path: Path) -> None:
    none = [] if isinstance(VALUES[name][0], list) else None
    assert looks(tmp_path, *({name: value} for value in [VALUES[name][0], none] * 3)) == revisions(2, 4)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_comes_back_a_second_time_makes_no_more_lines(name: str, tmp_path: Path) -> None:
    assert looks(tmp_path, *({name: value} for value in TEXTS[name] * 4)) == revisions(3, 5)


@pytest.mark.parametrize("name", ["headline", "lead", "section"])
def test_a_new_text_is_a_revision_however_often_it_changes(name: str, tmp_path: Path) -> None:
    texts = [f"At least {look} are missing" for look in range(6)]
    assert looks(tmp_path, *({name: text} for text in texts)) == revisions(6, 0)
    rotating = [TEXTS[name][look % 2] for look in range(6)]
    run(tmp_path, *(replace(page(1, BOXES[0]), **{name: text}) for text in rotating))
    new = replace(page(1, BOXES[0]), **{name: "What nobody had expected"})
    assert run(tmp_path, new)[0][0].startswith("revision")


def test_an_edit_beside_a_rotating_field_is_a_revision_with_that_field_as_it_was_said(tmp_path: Path) -> None:
    looks(tmp_path, *({"topics": topics} for topics in VALUES["topics"]))
    run(tmp_path, replace(page(1, BOXES[0]), topics=["another"], headline="Two ships sank"))
    last = read_jsonl(list(tmp_path.glob("press/*.jsonl")))[-1]
    assert (last["changed"], last["topics"]) == (["headline"], ["another"])


def test_the_fields_that_rotate_are_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for look in range(4):
        changes = {"topics": VALUES["topics"][look], "images": VALUES["images"][look]}
        signs = run(tmp_path, *(replace(page(number, BOXES[0]), **changes) for number in range(4)))[1]
    assert signs == [f"{name}: 4 articles have another one at each look" for name in ("images", "topics")]
    assert caplog.text.count("at each look") == 2


def test_what_is_stated_as_modified_is_a_revision_each_time(tmp_path: Path) -> None:
    found = looks(
        tmp_path,
        *(
            {"topics": topics, "modified_at": f"2026-11-20T1{look}:00:00+00:00"}
            for look, topics in enumerate(VALUES["topics"])
        ),
    )
    assert found == revisions(6, 0)
