"""Identity: an honest User-Agent with the operator's address in it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)


class Identity:
    """Add-on: puts ``CONTACT`` into the User-Agent, and asks for it while it is empty."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Complete ``USER_AGENT``; raises ``WrongArgument`` for a contact that is neither e-mail nor address."""
        contact = (settings.get("CONTACT") or "").strip()
        if not contact:
            logger.warning("CONTACT is not set: publishers cannot reach you; give -s CONTACT=you@example.org")
            return
        if not re.fullmatch(r"https?://[!-~]+|[!-~]+@[!-~]+\.[!-~]+", contact):
            raise WrongArgument(
                f"CONTACT={contact!r}: an e-mail address or the address of a page about your crawl"
            )
        priority = settings.getpriority("USER_AGENT") or 0
        settings.set("USER_AGENT", f"{settings['USER_AGENT']} (+{contact})", priority=priority)
