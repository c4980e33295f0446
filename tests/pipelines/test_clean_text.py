"""What comes into the pipelines holds no control characters any more when it leaves the first of them."""

import pytest

from newscrawler.items import Article, Gone, Rejection, Sighting
from newscrawler.pipelines.clean_text import CleanText

SIGHTING = Sighting("https://e.com/", "feed", "News\x1b[2J", 1, "A\u202eheadline")


@pytest.mark.parametrize(
    "item",
    [
        Article(id="e:1", headline="A\x1b[2J", listed_on=[SIGHTING]),
        Gone("e:1\x07", "e", "https://e.com/1", listed_on=[SIGHTING]),
        Rejection("https://e.com/1", "https://e.com/1", "no_body", detail="a\r\u202eb", headline="\x9b2J"),
    ],
    ids=lambda item: type(item).__name__,
)
def test_an_item(item: object) -> None:
    assert CleanText().process_item(item) is item
    assert not {"\\x1b", "\\x9b", "\\x07", "\\r", "\\u202e"} & {
        sign for sign in ("\\x1b", "\\x9b", "\\x07", "\\r", "\\u202e") if sign in repr(item)
    }


def test_an_item_of_another_kind_passes() -> None:
    assert CleanText().process_item({"text": "\x1b"}) == {"text": "\x1b"}
