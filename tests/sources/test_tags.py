"""The tags that begin a line and those that hold no text are different ones."""

from newscrawler.sources.tags import BLOCK_TAGS, BOLD_TAGS, HEAD_TAGS, ITEM_TAGS, PICTURE_TAGS, UNSEEN_TAGS


def test_sets() -> None:
    assert BLOCK_TAGS.isdisjoint(UNSEEN_TAGS)
    assert HEAD_TAGS | ITEM_TAGS <= BLOCK_TAGS
    assert PICTURE_TAGS <= UNSEEN_TAGS
    assert BOLD_TAGS.isdisjoint(BLOCK_TAGS | UNSEEN_TAGS)
