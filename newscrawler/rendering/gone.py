"""What is done to a page that may have been closed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.rendering.browser import CUT_OFF

if TYPE_CHECKING:
    from collections.abc import Awaitable


async def unless_gone(answer: Awaitable[Any]) -> bool:
    """Do something to a page; tell whether it was still there."""
    try:
        await answer
    except CUT_OFF:
        return False
    return True


async def dismiss(dialog: Any) -> None:
    """Answer an alert, a question, a warning before leaving, as a reader does who wants none of them."""
    await unless_gone(dialog.dismiss())


async def close_socket(socket: Any) -> None:
    """Close a web socket, which would go past the crawl's downloader."""
    await unless_gone(socket.close())
