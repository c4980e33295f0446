"""Scrapy add-ons: an honest User-Agent that says how to reach the operator, and a log that is printable."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument
from newscrawler.logformatter import JSON_FORMAT, make_log_printable

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

_CONTACT = re.compile(r"https?://[!-~]+|[!-~]+@[!-~]+\.[!-~]+")


class PrintableLogAddon:
    """Let no text from outside write to the terminal or the log as it is, nor a secret stand there."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Make the log printable, and lines of JSON where ``LOG_JSON`` asks for them."""
        is_json = settings.getbool("LOG_JSON")
        make_log_printable(as_json=is_json)
        if is_json:
            settings.set("LOG_FORMAT", JSON_FORMAT, priority="cmdline")


class ContactAddon:
    """Put ``CONTACT`` into the User-Agent, or ask for it while it is empty."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Complete ``USER_AGENT``.

        :raises WrongArgument: the contact is neither an e-mail address nor a URL.
        """
        contact = (settings.get("CONTACT") or "").strip()
        if not contact:
            logger.warning("CONTACT is not set: publishers cannot reach you; give -s CONTACT=you@example.org")
            return
        if not _CONTACT.fullmatch(contact):
            raise WrongArgument(
                f"CONTACT={contact!r} is neither an e-mail address nor a URL; "
                "give -s CONTACT=you@example.org, or the URL of a page about your crawl"
            )
        priority = settings.getpriority("USER_AGENT") or 0
        settings.set("USER_AGENT", f"{settings['USER_AGENT']} (+{contact})", priority=priority)
