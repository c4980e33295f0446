"""A URL that a person gives is asked for as it is meant, or refused with one line."""

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.selection import parse_selection
from newscrawler.publication.url_argument import check_url


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTP://Example.org./a", "http://example.org/a"),
        ("http://münchen.example/x", "http://xn--mnchen-3ya.example/x"),
        ("http://пример.рф", "http://xn--e1afmkfd.xn--p1ai/"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
        ("https://example.org/@name/1", "https://example.org/@name/1"),
    ],
)
def test_what_can_be_asked_for(given: str, asked: str) -> None:
    assert check_url("url=", given) == asked


REFUSED = [
    ("http://example.org:99999", "a port is a number"),
    ("http://example.org:abc", "a port is a number"),
    ("http://example.org:0", "no port 0"),
    ("http://[::1", "cannot be read"),
    ("http://[fe80::1%25eth0]/", "IPv6"),
    ("http://[2001:db8::1]:8080/a", "give the machine a name"),
    ("http://../", "no name"),
    ("http://a..example/", "no name"),
    ("http://-a-.example/", "no name"),
    (f"http://{'a' * 64}.example/", "no name"),
    ("http://" + ".".join(["a" * 60] * 5), "no name"),
    ("http://%2e/", "no name"),
    ("http:///a", "no name"),
    ("http://exa mple.org/", "white space"),
    ("http://example.org/\x1b[2J", "control characters"),
    ("ftp://example.org/", "not an http or https"),
    ("example.org", "not an http or https"),
    ("http://user:sesame@example.org/", "leave them out"),
    ("http://sesame@example.org/", "leave them out"),
    ("http://user:ses@ame@example.org/", "leave them out"),
    ("http://user:sesame@example.org:abc/", "a port is a number"),
]


@pytest.mark.parametrize(("given", "says"), REFUSED)
def test_what_cannot_is_refused_in_one_line(given: str, says: str) -> None:
    with pytest.raises(WrongArgument, match=says) as refused:
        check_url("url=", given)
    line = str(refused.value)
    assert line.isprintable()
    assert "sesame" not in line
    assert "ame@" not in line


@pytest.mark.parametrize("given", [given for given, _ in REFUSED])
def test_site_url_is_checked_the_same(given: str) -> None:
    with pytest.raises(WrongArgument):
        parse_selection({"site_url": given}, sections=(), timezone_name=None)
