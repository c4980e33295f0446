"""Channels: mail, chat and hooks by apprise, and a command of the operator's own."""

from __future__ import annotations

import json
import logging
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.settings import BaseSettings

    from newscrawler.alerts.message import Message

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Channels:
    """Where messages go."""

    urls: Sequence[str]
    """Of apprise; they hold secrets, and are never logged."""
    command: str
    """Run by the shell with the message as JSON on its input."""
    timeout: float
    """Seconds that each may take."""

    @classmethod
    def of(cls, settings: BaseSettings) -> Channels:
        """Return the channels of ``ALERTS`` and ``ALERTS_COMMAND``.

        :raises WrongArgument: apprise is not installed, or does not know what ``ALERTS`` names.
        """
        urls = tuple(url for url in settings.getlist("ALERTS") if url.strip())
        if urls and find_spec("apprise") is None:
            msg = "ALERTS needs apprise: pip install 'newscrawler[alerts]'"
            raise WrongArgument(msg)
        if urls:
            from apprise import Apprise  # noqa: PLC0415 - 60 MB of plug-ins, only where it is used

            for number, url in enumerate(urls, 1):
                if not Apprise().add(url):
                    msg = f"ALERTS: apprise does not know URL number {number}: see its list of services"
                    raise WrongArgument(msg)
        timeout = settings.getfloat("ALERTS_TIMEOUT")
        return cls(urls, settings.get("ALERTS_COMMAND") or "", timeout)

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.urls or self.command)

    def send(self, message: Message) -> bool:
        """Send a message by every channel; return whether one of them took it."""
        taken = [self._by_apprise(url, number, message) for number, url in enumerate(self.urls, 1)]
        if self.command:
            taken.append(self._by_command(message))
        return any(taken)

    def _by_apprise(self, url: str, number: int, message: Message) -> bool:
        from apprise import Apprise, NotifyType  # noqa: PLC0415 - see above

        kind = {"problem": NotifyType.WARNING, "over": NotifyType.SUCCESS, "digest": NotifyType.INFO}
        parted = "&" if "?" in url else "?"
        apprise = Apprise()
        apprise.add(f"{url}{parted}rto={self.timeout:g}&cto={self.timeout:g}")
        is_sent = apprise.notify(
            body=message.text, title=f"newscrawler: {message.title}", notify_type=kind[message.event]
        )
        if not is_sent:
            logger.error("ALERTS: URL number %d has not taken the message", number)
        return bool(is_sent)

    def _by_command(self, message: Message) -> bool:
        text = json.dumps(message.as_json(), ensure_ascii=False)
        try:
            done = subprocess.run(  # noqa: S602 - the operator's own command
                self.command, shell=True, input=text.encode(), timeout=self.timeout, capture_output=True,
                check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            logger.error("ALERTS_COMMAND: %s", type(error).__name__)
            return False
        if done.returncode:
            logger.error("ALERTS_COMMAND ended with code %d", done.returncode)
        return done.returncode == 0
