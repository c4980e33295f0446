"""Hosts: on whose hosts a URL lies, and who registered their name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tldextract import TLDExtract

_TWIN_LABEL = re.compile(r"(?:www|m|mobile|amp)\.(?=[^/.]+\.)")
_HOST = re.compile(r"https?:[/\\]{2}(?:[^/?#\\]*@)?(\[[^\]]*\]|[^/?#\\:]*)(?::(\d*))?", re.IGNORECASE)


def host_and_port(url: str) -> tuple[str, str]:
    """Return host and port of an http(s) URL; empty where there is none.

    The host is as DNS has it: in lower case, and in punycode where its name is in other letters.

    >>> host_and_port("https://Новости.example:8080/a")
    ('xn--b1amnebsh.example', '8080')
    """
    match = _HOST.match(url)
    if not match:
        return "", ""
    return host_of_dns(match.group(1)), match.group(2) or ""


@lru_cache(maxsize=1024)
def host_of_dns(host: str) -> str:
    """Return a host as DNS has it; one that is no name there only in lower case.

    The latest answers are kept: a long name in other letters takes as long as a hundred links.
    """
    host = host.lower().rstrip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:  # a label that is empty, too long, or of signs that no name has
        return host


def bare_host(host: str) -> str:
    """Return a host without the labels of a site's twins: ``www.``, ``m.``, ``mobile.``, ``amp.``."""
    match = _TWIN_LABEL.match(host)
    return host[match.end() :] if match else host


def in_domains(url: str, domains: Sequence[str]) -> bool:
    """Tell whether the URL is on one of the hosts or below it; ``host:port`` means that port only.

    >>> in_domains("https://www.example.com/a", ["example.com"])
    True
    >>> in_domains("https://example.com@evil.net/", ["example.com"]), in_domains("/a", ["example.com"])
    (False, False)
    """
    host, port = host_and_port(url)
    for domain in domains:
        name = domain
        if ":" in domain:
            name, _, wanted = domain.rpartition(":")
            if wanted != port:
                continue
        if not name.isascii():
            name = host_of_dns(name)
        if host and (host == name or host.endswith("." + name)):
            return True
    return False


def rebase(url: str, domains: Sequence[str], base_url: str | None) -> str:
    """Return a URL of the site's own hosts as one at ``base_url``; any other URL as it is.

    >>> rebase("https://www.example.com/a?b=1", ["example.com"], "http://127.0.0.1:8080/")
    'http://127.0.0.1:8080/a?b=1'
    >>> rebase("https://example.org/a", ["example.com"], "http://127.0.0.1:8080")
    'https://example.org/a'
    """
    if base_url is None or not in_domains(url, domains):
        return url
    match = _HOST.match(url)
    rest = url[match.end() :] if match else ""
    return base_url.rstrip("/") + (rest if rest.startswith("/") else f"/{rest}")


def registrable_host(url: str) -> str:
    """Return the name under which a publisher registers: the site's name where no spider declares one.

    From the public suffix list that comes with tldextract, never from the network. A host that has no public
    suffix (an IP address, ``localhost``) is returned as it is.

    >>> registrable_host("https://news.bbc.example.co.uk/a"), registrable_host("http://127.0.0.1:8080/")
    ('example.co.uk', '127.0.0.1')
    """
    return registrable_name(host_and_port(url)[0])


@lru_cache(maxsize=4096)
def registrable_name(host: str) -> str:
    """Return the name that the publisher of a host registered, or the host where it has no public suffix."""
    if ":" in host or not host.rpartition(".")[0] or host.rpartition(".")[2].isdigit():
        return host  # an address or a single name: the list, of 8 MB in memory, does not have it
    return _suffixes()(host).top_domain_under_public_suffix or host


@cache
def _suffixes() -> TLDExtract:
    from tldextract import TLDExtract  # noqa: PLC0415 - 8 MB with its HTTP client; sites that are declared need none

    # Private suffixes, because two authors below one blog host are two publishers.
    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)
