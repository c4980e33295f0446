"""Take control characters out of what a page or a listing says, before anything else sees it."""

from __future__ import annotations

from typing import Any

from newscrawler.items import Article, Gone, Rejection
from newscrawler.text.control_characters import remove_control_characters


class CleanText:
    """Look at articles, at those that are gone, and at rejections; no field of a line steers a terminal."""

    def process_item(self, item: Any) -> Any:
        """Return the item, cleaned."""
        if isinstance(item, Article | Gone | Rejection):
            remove_control_characters(item)
        return item
