"""AMP, mobile and print pages of a story are known by their URLs; other stories are not taken for them."""

import pytest

from newscrawler.urls import url_key
from newscrawler.urls.twins import is_further_page, is_twin, twin_key

STORY = "https://press.example/world/harbour-opens"


@pytest.mark.parametrize(
    "url",
    [
        f"{STORY}/amp",
        f"{STORY}/amp/",
        f"{STORY}.amp",
        f"{STORY}.amp.html",
        f"{STORY}/amp.html",
        f"{STORY}?amp",
        f"{STORY}?amp=1",
        f"{STORY}?outputType=amp",
        f"{STORY}?print=1",
        f"{STORY}?print=print",
        f"{STORY}/comments",
        f"{STORY}/comment-page-2/",
        f"{STORY}/kommentare",
        f"{STORY}?tmpl=component&print=1",
        f"{STORY}/print/",
        "https://press.example/amp/world/harbour-opens",
        "https://press.example/m/world/harbour-opens",
        "https://m.press.example/world/harbour-opens",
        "https://amp.press.example/world/harbour-opens",
    ],
)
def test_pages_with_fewer_fields(url: str) -> None:
    assert is_twin(url)
    assert twin_key(url_key(url)) == twin_key(url_key(STORY))


VIEWS = ["amp", "print", "printable", "printview", "print_view", "mobile", "m"]
ON = ["", "0", "1", "true", "yes", "y", "on", "print"]
FORMS = ["outputtype", "output", "view", "format", "mode", "type"]
OTHERS = ["tmpl=component", "tmpl=print", "task=print", "action=print", "do=print"]
COMMENTS = [
    "comments", "comment-page-1", "kommentare", "kommentarer", "kommentit", "commentaires", "comentarios",
    "commenti", "reacties", "reactions", "komentarze", "komentari", "komentare", "komentarai", "kommentaarid",
]  # fmt: skip


@pytest.mark.parametrize(
    "pair",
    [
        *(f"{name}={value}" for name in VIEWS for value in ON),
        *(f"{name}={value}" for name in FORMS for value in ("amp", "print", "mobile")),
        *OTHERS,
    ],
)
def test_each_name_and_value_of_a_view(pair: str) -> None:
    assert is_twin(f"{STORY}?{pair}")
    assert is_twin(f"{STORY}?id=7&{pair.upper()}")
    assert twin_key(f"{STORY}?{pair}") == twin_key(STORY)
    assert twin_key(f"{STORY}?id=7&{pair}") == twin_key(f"{STORY}?id=7") != twin_key(STORY)


@pytest.mark.parametrize("word", COMMENTS)
def test_each_name_of_what_readers_say(word: str) -> None:
    for ending in ("", "/", "?sort=new"):
        assert is_twin(f"{STORY}/{word}{ending}")
    assert not is_twin(f"https://press.example/{word}s-of-readers")


@pytest.mark.parametrize("word", ["amp", "m", "mobile", "print"])
@pytest.mark.parametrize("ending", ["", "/", "?id=7"])
def test_each_mark_of_a_path(word: str, ending: str) -> None:
    assert is_twin(f"{STORY}/{word}{ending}")
    assert is_twin(f"https://press.example/{word}/world/harbour-opens{ending}")
    assert not is_twin(f"{STORY}/{word}s{ending}")


@pytest.mark.parametrize("label", ["m", "amp", "mobile"])
def test_each_label_of_a_host(label: str) -> None:
    for scheme in ("https://", "http://", ""):
        assert is_twin(f"{scheme}{label}.press.example/world/harbour-opens")
    assert not is_twin(f"https://{label}.example/world/harbour-opens")


@pytest.mark.parametrize("name", ["page", "p", "pg", "paged", "seite", "pagina"])
def test_each_name_of_a_further_page(name: str) -> None:
    story = "https://press.example/harbour-opens-again"
    for number, follows in (("2", True), ("999", True), ("1000", False), ("", False)):
        assert is_further_page(f"{story}?{name}={number}") == follows
        assert (twin_key(f"{story}?{name}={number}") == twin_key(story)) == follows
    assert not is_further_page(f"https://press.example/harbour-opens?{name}=2")


@pytest.mark.parametrize("ending", [".html", ".htm", ".php", "/index", "/", "/index.html", "/index.php"])
def test_each_ending_of_a_path(ending: str) -> None:
    for query in ("", "?id=7"):
        assert twin_key(f"press.example/quay{ending}{query}") == f"press.example/quay{query}"


@pytest.mark.parametrize(
    "url",
    [f"{STORY}/", f"{STORY}.html", "http://www.press.example/world/harbour-opens", f"{STORY}/index.html"],
)
def test_other_spellings_are_of_one_story_and_of_full_value(url: str) -> None:
    assert not is_twin(url)
    assert twin_key(url_key(url)) == twin_key(url_key(STORY))


@pytest.mark.parametrize(
    "url",
    [
        f"{STORY}-again",
        f"{STORY}?id=7",
        f"{STORY}?print=1207",
        f"{STORY}?m=202611",
        f"{STORY}/commentary",
        "https://press.example/comments-of-readers",
        "https://press.example/world/amplifier",
        "https://press.example/world/harbour-opens.ample",
        "https://sport.press.example/world/harbour-opens",
        "https://press.example/harbour-opens",
    ],
)
def test_other_stories(url: str) -> None:
    assert not is_twin(url)
    assert twin_key(url_key(url)) != twin_key(url_key(STORY))


def test_capitals_of_words_are_no_other_story() -> None:
    words = "https://press.example/World/Harbour-Opens-Again"
    assert twin_key(url_key(words)) == twin_key(url_key(words.lower()))
    code = "https://press.example/i/aB-c9"
    assert twin_key(url_key(code)) != twin_key(url_key(code.lower()))
