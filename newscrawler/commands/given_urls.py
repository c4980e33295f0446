"""URLs that a person gives to Scrapy's own commands: one with user and password is refused, as everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.url_argument import check_url
from newscrawler.run.endings import EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable


def refuse_credentials(given: Iterable[str]) -> None:
    """End with one line where a URL holds user and password; all else that is wrong, Scrapy says.

    :param given: the arguments of the command.
    """
    for url in given:
        if not _has_credentials(url):
            continue
        try:
            check_url("", url)
        except WrongArgument as error:
            write_line(str(error))
            raise SystemExit(EXIT_WRONG_ARGUMENTS) from None


def _has_credentials(url: str) -> bool:
    try:
        return "@" in urlsplit(url.strip()).netloc
    except ValueError:  # half an IPv6 address
        return False
