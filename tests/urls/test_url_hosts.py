"""Hosts: which URLs are a site's own."""

from __future__ import annotations

import socket

import pytest

from newscrawler.urls import hosts
from newscrawler.urls.hosts import in_domains, rebase, registrable_host, registrable_name


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        ("https://example.com/", True),
        ("https://NEWS.Example.com:8080/a", True),
        ("https://example.com./a", True),
        ("https://notexample.com/", False),
        ("https://example.com.evil.net/", False),
        ("https://example.com@evil.net/", False),
        ("https://evil.net\\@example.com/", False),
        ("https://evil.net/?u=https://example.com/", False),
        ("ftp://example.com/", False),
        ("example.com", False),
        ("", False),
    ],
)
def test_in_domains(url: str, inside: bool) -> None:
    assert in_domains(url, ("other.org", "example.com")) is inside
    assert in_domains(url, ()) is False


@pytest.mark.parametrize("domain", ["новости.example", "xn--b1amnebsh.example"])
@pytest.mark.parametrize("host", ["новости.example", "НОВОСТИ.example", "www.xn--b1amnebsh.example:8080"])
def test_a_name_in_letters_is_that_in_punycode(host: str, domain: str) -> None:
    assert in_domains(f"https://{host}/a", [domain])
    assert not in_domains(f"https://{host}/a", ["xn--b1amnebsg.example"])


@pytest.mark.parametrize("host", ["a..новости.example", "н" * 70 + ".example"])
def test_a_name_that_dns_cannot_have_is_no_other(host: str) -> None:
    assert not in_domains(f"https://{host}/a", ["xn--b1amnebsh.example"])


def test_a_domain_with_a_port_means_that_port() -> None:
    assert in_domains("http://127.0.0.1:8080/a", ["127.0.0.1:8080"])
    assert not in_domains("http://127.0.0.1:8081/a", ["127.0.0.1:8080"])


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("https://www.example.com/a?b=1#c", "http://127.0.0.1:80", "http://127.0.0.1:80/a?b=1#c"),
        ("https://example.com", "http://127.0.0.1:80/", "http://127.0.0.1:80/"),
        ("https://example.com:8443?q=1", "http://127.0.0.1:80", "http://127.0.0.1:80/?q=1"),
        ("https://example.com/a", "https://mirror.net/example", "https://mirror.net/example/a"),
        ("https://other.net/a", "http://127.0.0.1:80", "https://other.net/a"),
        ("https://example.com/a", None, "https://example.com/a"),
    ],
)
def test_rebase(url: str, base: str | None, expected: str) -> None:
    assert rebase(url, ("example.com",), base) == expected


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("https://nauka.tass.ru/nauka/1", "tass.ru"),
        ("https://desk.blogspot.com/1", "desk.blogspot.com"),
        ("http://127.0.0.1:8080/", "127.0.0.1"),
        ("http://localhost/", "localhost"),
        ("not a url", ""),
    ],
)
def test_registrable_host_needs_no_network(url: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket, "socket", refuse)
    registrable_name.cache_clear()
    assert registrable_host(url) == name


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", ""])
def test_the_list_of_suffixes_is_not_loaded_for_what_it_does_not_have(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise AssertionError("loaded the list")

    monkeypatch.setattr(hosts, "_suffixes", refuse)
    registrable_name.cache_clear()
    assert registrable_name(host) == host
