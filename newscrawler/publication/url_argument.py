"""Check a URL that a person gives: what cannot be asked for is refused before anything is done."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newscrawler.exceptions import WrongArgument
from newscrawler.text.printable import printable
from newscrawler.urls import clean_url

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_LONGEST_HOST = 253
"""Characters of a name in the DNS (RFC 1035)."""


def check_url(name: str, text: str, example: str = "https://example.org") -> str:
    """Return a URL as it will be asked for: clean, its host in ASCII and without a dot at its end.

    :param name: what the user calls the URL, with which the error begins.
    :raises WrongArgument: with one line that says what is wrong; a password in it is masked.

    >>> check_url("url=", " https://Zeitung.example./politik "), check_url("url=", "http://bücher.example")
    ('https://zeitung.example/politik', 'http://xn--bcher-kva.example/')
    """
    text = text.strip()
    if fault := url_fault(text):
        raise WrongArgument(f"{name}{printable(text)}: {fault}; write it as {example}")
    return clean_url(text, 0)


def url_fault(text: str) -> str:
    """Say why a URL cannot be asked for, "" if it can.

    >>> url_fault("https://example.org/a"), url_fault("ftp://example.org/a")
    ('', 'not an http or https URL')
    """
    return _fault(text, clean_url(text, 0))


def with_scheme(text: str) -> str:
    """Return what a person gives as a URL with a scheme: ``https`` where there is none.

    >>> with_scheme("example.org/politics"), with_scheme("http://example.org"), with_scheme("mailto:x")
    ('https://example.org/politics', 'http://example.org', 'mailto:x')
    """
    text = text.strip()
    host, _, rest = text.partition("/")
    name, colon, port = host.partition(":")
    has_none = "." in name and (not colon or port.isdigit()) and not rest.startswith("/")
    return f"https://{text}" if has_none else text


def _fault(text: str, url: str) -> str:
    """Say what is wrong with a URL, "" if nothing is.

    :param url: the same, cleaned; unchanged where that could not be done.
    """
    if not text.lower().startswith(("http://", "https://")):
        return "not an http or https URL"
    if re.search(r"[\s\x00-\x1f\x7f]", text):
        return "a URL holds no white space and no control characters"
    try:
        given, parts = urlsplit(text), urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return _of_value_error(str(error))
    if "@" in given.netloc:
        return "user and password in a URL are never used; leave them out"
    if port == 0:
        return "no port 0"
    return _fault_of_host(host)


def _of_value_error(said: str) -> str:
    return "a port is a number from 1 to 65535" if "port" in said.lower() else "its host cannot be read"


def _fault_of_host(host: str) -> str:
    if ":" in host:  # neither Scrapy's check of the domain nor a folder can have it
        return "an IPv6 address cannot be crawled; give the machine a name (in /etc/hosts) and use that"
    labels = host.split(".")
    if not host or len(host) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)):
        return "its host is no name and no address"
    return ""
