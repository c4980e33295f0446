"""The exceptions of the project: who raises each, and what follows."""

from __future__ import annotations

from typing import ClassVar

from scrapy.exceptions import DropItem, IgnoreRequest, UsageError


class WrongArgument(UsageError):
    """A spider argument, a setting or a declaration is wrong.

    Spiders, commands and components raise it before the first request. Its text is one line that says what is
    wrong and what is allowed. The command prints it and exits with code 2.
    """


class Busy(Exception):
    """Another run of the same site holds its lock.

    The ledger raises it; the command exits with code 75.
    """


class OutputError(Exception):
    """The output folder or the ledger cannot be used.

    Export and ledger raise it; the run ends with exit code 1. Its text is one line that names the path, the
    cause and the remedy.
    """


class KillsTheReader(Exception):
    """A page is not to be read: a process died while it did.

    The run raises it before it reads such a page; who wanted to read it says what the page is instead.
    """


class SetAside(DropItem):
    """A page is rejected: it cannot be a line (no headline, no body…).

    Export raises it, to tell Scrapy that the item ends there. The page goes to
    ``OUTPUT_DIR/rejected/<site>/`` with ``reason``, and the next run tries it again.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(_message(reason, detail))
        self.reason = reason
        self.detail = detail


class NotWritten(DropItem):
    """An article needs no line: it is ``unchanged``, a ``duplicate``…

    Export raises it, to tell Scrapy that the item ends there. It is not an error.
    """

    def __init__(self, outcome: str, detail: str = "") -> None:
        super().__init__(_message(outcome, detail))
        self.outcome = outcome
        self.detail = detail


class NotFetched(IgnoreRequest):
    """A URL was not read.

    The download handler and downloader middlewares raise it; it arrives in the request's errback. ``outcome``
    and ``reason`` are those of the account; ``detail`` is for the log only.
    """

    outcome: ClassVar[str] = "failed"

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(_message(reason, detail))
        self.reason = reason
        self.detail = detail


class Refused(NotFetched):
    """The publisher (robots.txt, challenge…) or our own address guard does not want this URL read."""

    outcome = "refused"


class OutOfRange(NotFetched):
    """A date that is known to be true says that the article is not among those asked for."""

    outcome = "out_of_range"


class Left(NotFetched):
    """A bound of ours was reached before this URL was tried; ``reason`` names the bound."""

    outcome = "left"


class Failed(NotFetched):
    """An answer could not be had whole: too large, too slow, redirected in circles…"""


def _message(reason: str, detail: str) -> str:
    return f"{reason}: {detail}" if detail else reason
