"""URLs: nothing of an article's identity is lost, nothing that is not part of it is kept."""

from __future__ import annotations

import re
import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.urls import (
    TRACKING_PARAMETERS,
    TRACKING_PREFIXES,
    article_id,
    article_key,
    article_number,
    clean_url,
    in_domains,
    rebase,
    registrable_host,
    registrable_name,
    same_document,
    url_key,
)

NUMBER = r"/[a-z-]+/(\d+)(?:/amp)?/?$"


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://example.com/politics/944692", "https://example.com/politics/944692"),
        ("https://example.com", "https://example.com/"),
        ("  HTTP://EXAMPLE.com:80/A/b \n", "http://example.com/A/b"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("https://example.com:80/a", "https://example.com:80/a"),
        ("http://example.com./a", "http://example.com/a"),
        ("https://example.com/a#comments", "https://example.com/a"),
        ("https://example.com/a?", "https://example.com/a"),
        ("https://example.com/a?b=2&a=1&b=1", "https://example.com/a?b=2&a=1&b=1"),
        ("https://example.com/?944692", "https://example.com/?944692"),
        ("https://example.com/a/./b/../c", "https://example.com/a/c"),
        ("https://example.com/../../a/..", "https://example.com/"),
        ("https://example.com/a//b", "https://example.com/a//b"),
        ("https://example.com/.well-known/a...b", "https://example.com/.well-known/a...b"),
        ("https://example.com/новость", "https://example.com/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C"),
        ("https://новости.example/a", "https://xn--b1amnebsh.example/a"),
        ("https://example.com/a%2Fb", "https://example.com/a%2Fb"),
        ("https:\\\\example.com\\a?b=\\", "https://example.com/a?b=%5C"),
        ("https://user@example.com/a", "https://user@example.com/a"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
        ("https://example.com/a?UTM_Source=x&Fbclid=1", "https://example.com/a"),
        ("https://example.com/a?utm_source=x&id=7&yclid=1&mc_cid=2#f", "https://example.com/a?id=7"),
        ("mailto:desk@example.com", "mailto:desk@example.com"),
        ("javascript:void(0)", "javascript:void(0)"),
        ("/relative", "/relative"),
        ("http://", "http://"),
        ("http://example.com:port/", "http://example.com:port/"),
        ("http://[::1/", "http://[::1/"),
        ("", ""),
    ],
)
def test_clean_url(url: str, clean: str) -> None:
    assert clean_url(url) == clean


REAL_PARAMETERS = """
gallery reference cid sourceid story_uid page id p article_id news_id sid uid ref referrer source src from
session keyword keywords q query search ga gl category section topic tag lang locale edition date year
month day time offset limit start view mode format type print amp video photo slide image media stream
story storyid item itemid doc docid post postid cat campaign medium content term name title channel
cmp spm smid mbid ncid track hash key code token version v s t m n pk_id at at_date utm utc hs feature
"""


@pytest.mark.parametrize("name", REAL_PARAMETERS.split())
def test_no_parameter_that_a_site_may_route_by_is_eaten(name: str) -> None:
    url = f"https://example.com/news?{name}=17"
    assert clean_url(url) == url


@pytest.mark.parametrize("name", sorted(TRACKING_PARAMETERS) + [p + "anything" for p in TRACKING_PREFIXES])
def test_every_tracking_parameter_goes_alone_and_between_others(name: str) -> None:
    assert clean_url(f"https://example.com/a?{name}=1") == "https://example.com/a"
    assert clean_url(f"https://example.com/a?b=1&{name.upper()}=x&c=2") == "https://example.com/a?b=1&c=2"
    # As the whole name only: a longer one is another parameter.
    if not name.startswith(TRACKING_PREFIXES):
        assert clean_url(f"https://example.com/a?my{name}=1") == f"https://example.com/a?my{name}=1"


@given(st.text(max_size=60))
def test_any_text_is_cleaned_once_and_for_all(text: str) -> None:
    for url in (text, f"https://example.com/{text}", f"http://{text}/a", f"https://example.com/a?{text}"):
        clean = clean_url(url)
        assert clean_url(clean) == clean
        assert same_document(clean, url)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.text("xyz", max_size=2)), max_size=5))
def test_the_order_of_parameters_is_kept_in_the_address_and_ignored_in_the_key(
    pairs: list[tuple[str, str]],
) -> None:
    query = "&".join(f"{name}={value}" for name, value in pairs)
    assert (
        clean_url(f"https://example.com/a?{query}") == f"https://example.com/a{'?' if query else ''}{query}"
    )
    unique = dict(pairs)
    turned = dict(reversed(unique.items()))
    first, second = ("&".join(f"{k}={v}" for k, v in d.items()) for d in (unique, turned))
    assert same_document(f"https://example.com/a?{first}", f"https://example.com/a?{second}")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("http://example.com/1", "https://example.com/1", True),
        ("http://example.com/1", "https://example.com:443/1#x", True),
        ("https://example.com/%7Edesk/%d0%b0", "https://example.com/~desk/%D0%B0", True),
        ("https://example.com/a%2fb", "https://example.com/a/b", False),
        ("https://example.com/1", "https://www.example.com/1", False),
        ("https://example.com/1", "https://m.example.com/1", False),
        ("https://example.com/1", "https://example.com/1/", False),
        ("https://example.com/A", "https://example.com/a", False),
        ("https://example.com/1?page=1", "https://example.com/1?page=2", False),
        ("https://example.com/1?t=a&t=b", "https://example.com/1?t=b&t=a", False),
        ("https://example.com/1", "https://example.com:8443/1", False),
    ],
)
def test_same_document(a: str, b: str, same: bool) -> None:
    assert same_document(a, b) is same
    assert (url_key(a) == url_key(b)) is same


def test_hosts_are_merged_only_when_told() -> None:
    addresses = [f"https://{host}example.com/1" for host in ("", "www.", "m.", "mobile.", "amp.")]
    assert len({url_key(url) for url in addresses}) == 5
    assert {url_key(url, merge_hosts=True) for url in addresses} == {"example.com/1"}
    assert url_key("https://m.com/1", merge_hosts=True) == "m.com/1"


@pytest.mark.parametrize(
    "url",
    [
        "https://tass.com/sport/944692",
        "http://tass.com/sports/944692",
        "http://www.tass.com/politics/944692/",
        "https://tass.com/politics/944692/amp",
        "https://tass.com/politics/944692?utm_source=google.com&utm_medium=organic",
        "https://tass.com/politics/944692#photo",
        "http://itar-tass.com/en/politics/944692",
        "http://127.0.0.1:8080/politics/944692",
    ],
)
def test_one_article_under_all_its_addresses(url: str) -> None:
    assert article_number(url, NUMBER) == "944692"
    assert article_key("tass", url, NUMBER) == "tass:944692"
    assert article_id("tass", url, NUMBER, "tass.com") == "tass:944692"


def test_an_address_without_number() -> None:
    assert article_number("https://tass.com/politics", NUMBER) is None
    assert article_number("https://tass.com/politics/1", None) is None
    assert article_key("tass", "https://tass.com/politics#top", NUMBER) == "https://tass.com/politics"


def test_id_from_the_address_does_not_know_scheme_www_or_the_base_that_stands_for_the_site() -> None:
    ids = {
        article_id("times", url, None, "times.example", base_url=base)
        for url, base in [
            ("https://times.example/2026/final", None),
            ("http://www.times.example/2026/final?utm_source=rss#top", None),
            ("http://127.0.0.1:8080/2026/final", "http://127.0.0.1:8080"),
            ("http://127.0.0.1:9999/2026/final", None),
            ("http://localhost:9999/2026/final", None),
            ("http://[::1]:9999/2026/final", None),
            ("https://mirror.net/2026/final", "https://mirror.net"),
        ]
    }
    assert len(ids) == 1
    assert re.fullmatch(r"times:[0-9a-f]{16}", ids.pop())


def test_id_from_the_address_keeps_different_articles_apart() -> None:
    urls = [
        "https://times.example/final",
        "https://times.example/final?page=2",
        "https://sport.times.example/final",
        "https://times.example/final/",
        "https://mirror.net/final",
    ]
    assert len({article_id("times", url, None, "times.example") for url in urls}) == len(urls)
    # Without a declared home every host is itself.
    assert article_id("a", "http://127.0.0.1/x", None, None) != article_id(
        "a", "http://127.0.0.2/x", None, None
    )


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
        ("not an address", ""),
    ],
)
def test_registrable_host_needs_no_network(url: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket, "socket", refuse)
    registrable_name.cache_clear()
    assert registrable_host(url) == name


def test_a_plain_address_costs_little() -> None:
    url = "https://example.com/politics/944692"
    best = 1.0
    for _ in range(5):
        start = time.process_time()
        for _ in range(1000):
            clean_url(url)
        best = min(best, time.process_time() - start)
    assert best / 1000 < 6e-6
