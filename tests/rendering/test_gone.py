"""What is done to a page that has gone meanwhile is no error."""

from __future__ import annotations

import pytest

from newscrawler.rendering.browser import CUT_OFF, BrowserError
from newscrawler.rendering.gone import close_socket, dismiss, unless_gone


class Gone:
    """A dialog or a socket, which raises what it is told."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error
        self.asked = 0

    async def close(self) -> None:
        self.asked += 1
        if self.error is not None:
            raise self.error

    dismiss = close


async def test_it_tells_whether_the_page_was_there() -> None:
    assert await unless_gone(Gone(None).close())
    for kind in CUT_OFF:
        assert not await unless_gone(Gone(kind("closed")).close())
    with pytest.raises(KeyError):
        await unless_gone(Gone(KeyError("ours")).close())


async def test_dialogs_and_sockets_are_closed() -> None:
    gone = Gone(BrowserError("closed"))
    await dismiss(gone)
    await close_socket(gone)
    assert gone.asked == 2
