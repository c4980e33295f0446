"""Section hosts: sections that are hosts of their own, as ``sport.paper.example``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.urls import bare_host, host_and_port

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NO_NEWS = re.compile(
    r"(?:www\d*|m|amp|mobile|touch|wap|app|apps|shop\w*|\w*shop|store|kiosk|abo\w*|subscri\w*|konto|account\w*"
    r"|my|mein|meine|min|mitt|login|signin|auth|oauth|sso|secure|id|users?|profile|jobs?(?:-\w+)*|job\w*|career\w*|karriere|stellen\w*"
    r"|immo\w*|property|homes|real-?estate|foreclosures|autos|business-?finder|directory|bbs|investors?|foundation|trauer\w*|obituar\w*|anzeigen\w*|classified\w*|kleinanzeigen|ads?|adserver|advert\w*|werbung"
    r"|media|mediadaten|mediakit|e-?paper|\w*edition|digital|newsletters?|mail\w*|webmail|email|podcasts?|videos?|radio|tv"
    r"|weather|wetter|games?|spiele|puzzles?|crosswords?|help|hilfe|support|faq|contact|forum|forums|community|chat"
    r"|static\d*|cdn\d*|img\d*|images?|assets|files|download|api|dev|test|beta|status|search|suche|rss|feeds?|stats"
    r"|events?|tickets?|dating|partner\w*|coupons?|gutschein\w*|deals|angebote|archiv|archives?|corporate|about|info"
    r"|press|verlag|privacy|consent|legal|translate)\Z"
)
"""First labels of hosts that are no section of the news."""


MOST = 12
"""Hosts of sections; what links more is a network, whose editions are sites of their own."""


def section_of_host(url: str, domains: Sequence[str]) -> str | None:
    """Return the first label of a host of the site, if that can be a section; None for its main host.

    Two letters are a language or country, whose edition is a site of its own.

    >>> section_of_host("https://sport.paper.example/", ["paper.example"])
    'sport'
    >>> [section_of_host(f"https://{host}paper.example/", ["paper.example"]) for host in ("", "shop.", "de.")]
    [None, None, None]
    """
    host = bare_host(host_and_port(url)[0])
    for domain in domains:
        name = bare_host(domain.partition(":")[0])
        if host.endswith(f".{name}"):
            label = host.removesuffix(f".{name}")
            is_section = "." not in label and len(label) > 2 and not _NO_NEWS.match(label)
            return label if is_section else None
    return None


def without_editions(
    sections: Mapping[str, tuple[str, str]], domains: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """Return the sections of a page (slug -> URL, name), without hosts where these are more than ``MOST``."""
    on_hosts = {slug for slug, (url, _) in sections.items() if section_of_host(url, domains) == slug}
    return {slug: each for slug, each in sections.items() if len(on_hosts) <= MOST or slug not in on_hosts}
