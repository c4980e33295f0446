"""How a page can end before it has been read. Nothing here knows the browser's packages."""

from __future__ import annotations


class BrowserGone(Exception):
    """The browser crashed, hangs or could not be started; another one may do better."""


class NotStarted(BrowserGone):
    """The browser ended as soon as it was started, or refused to be connected to."""


class TabCrashed(Exception):
    """The page's process has ended: by its own doing, or with its browser."""


class ScriptRedirect(Exception):
    """The page's script went to another URL before the page had come to rest."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url
