"""Who raises what, where."""

from __future__ import annotations

from typing import ClassVar

from scrapy.exceptions import DropItem, IgnoreRequest, UsageError


class WrongArgument(UsageError):
    """A spider argument, a setting or a declaration is wrong.

    Raised by spiders, commands and components before the first request. Its text is one line that says what is
    allowed; the command prints it and exits with code 2.
    """


class Busy(Exception):
    """Another run of the same site holds its lock; raised by the ledger, ends the command with exit code 75."""


class OutputError(Exception):
    """The output folder or the ledger cannot be used; raised by export and ledger, ends the run with exit code 1.

    Its text is one line that names the path, the cause and the remedy.
    """


class SetAside(DropItem):
    """An article cannot be a line (no headline, no body…); raised by pipelines.

    It goes to ``output/rejected/<site>/`` with ``reason`` and is tried again by the next run.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class NotWritten(DropItem):
    """An article needs no line: it is ``unchanged`` or a ``duplicate``; raised by pipelines. Not an error."""

    def __init__(self, outcome: str, detail: str = "") -> None:
        super().__init__(f"{outcome}: {detail}" if detail else outcome)
        self.outcome = outcome
        self.detail = detail


class NotFetched(IgnoreRequest):
    """An address was not read; raised by the download handler and by middlewares, arrives in the errback.

    ``outcome`` and ``reason`` are those of the account; ``detail`` is for the log only.
    """

    outcome: ClassVar[str] = "failed"

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class Refused(NotFetched):
    """Somebody does not want this address read: the publisher (robots.txt, challenge…) or our own address guard."""

    outcome = "refused"


class Left(NotFetched):
    """A bound of ours was reached before this address was tried; ``reason`` names the bound."""

    outcome = "left"


class Failed(NotFetched):
    """The answer could not be had whole: too large, too slow, going in circles…"""
