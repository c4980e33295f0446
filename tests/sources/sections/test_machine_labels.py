"""Keywords and sections that are meant for programs are no topics and no sections."""

import pytest

from newscrawler.sources.sections.machine_labels import are_codes, is_section, section_in, without_label
from tests.extraction.page import article, ld, page

MARKS = [
    "_no-apple-news",
    "@post-id:1913719",
    "0b51c8b2-1d1f-4ed1-9a6b-2f9f3c0e7a11",
    "RSBI:HARBOUR-RIGHTS",
    "Section: News:World News",
    "NLP Category: Politics",
    "ssts:news",
    "type:story",
]
TOPICS = [
    "Harbour: the works",
    "re:publica",
    "5G",
    "AC/DC",
    "Section 28",
    "Type 2 diabetes",
    "e-mail",
    "COVID-19",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_no_topic(mark: str) -> None:
    assert without_label(mark) is None
    assert article(page(ld(keywords=[mark, "Ports"]))).topics == ["Ports"]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_stays_as_it_is(topic: str) -> None:
    assert without_label(topic) == topic


def test_the_kind_before_a_topic_is_taken_off() -> None:
    assert article(page(ld(keywords=["tag:Harbour works"]))).topics == ["Harbour works"]


CODES = ["AER", "AIRS08", "CRSH", "DIS", "GEN", "INDG", "PSSNGR", "TRAN", ".EUFR", "FR-CDTY"]


def test_a_wires_product_codes_are_no_topics() -> None:
    assert are_codes(CODES)
    head = f'<meta name="keywords" content="{",".join(CODES)}">'
    assert article(page(head)).topics == []
    assert article(page(ld(keywords=CODES) + '<meta name="keywords" content="Ports">')).topics == ["Ports"]


@pytest.mark.parametrize(
    "topics",
    [
        ["USA", "NATO", "EU"],
        ["G20", "UN"],
        ["GUERRA", "GAS", "RUSIA", "NATO", "EUROPA", "PARIS", "ROMA", "BERLIN"],
        [*CODES, "Ports"],
    ],
)
def test_a_list_with_words_for_readers_is_not_one_of_codes(topics: list[str]) -> None:
    assert not are_codes(topics)


TEMPLATES = [
    "article", "articles", "default", "false", "home", "homepage", "none", "null", "page", "post", "posts", "story",
    "test", "true", "uncategorised", "uncategorized", "undefined", "unknown",
]  # fmt: skip


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_name_of_a_template_or_of_nothing(name: str) -> None:
    assert not is_section(name)
    assert not is_section(name.upper())
    assert is_section(f"{name} x")


@pytest.mark.parametrize("name", ["test", "Uncategorized"])
def test_the_name_of_a_template_is_no_section(name: str) -> None:
    head = ld(articleSection=name) + '<meta property="article:section" content="Shipping">'
    assert article(page(head)).section == "Shipping"


@pytest.mark.parametrize(
    ("stated", "section"),
    [
        ("Politics,Top stories", "Politics"),
        ("sports,preps", "sports"),
        ("General, AI feature, Feature Story, en", "General"),
        ("Dumfries, Fife & the Coast", "Dumfries, Fife & the Coast"),
        ("College of Trade, Law and Letters", "College of Trade, Law and Letters"),
        ("Food, Drink", "Food, Drink"),
        ("Articles, Quays, Trade", None),
        ("In this report the harbour master tells how the quay was closed, and who lost by it.", None),
    ],
)
def test_a_list_of_sections_gives_its_first_and_a_sentence_none(stated: str, section: str | None) -> None:
    assert section_in(stated) == section
    assert article(page(ld(articleSection=stated))).section == section
