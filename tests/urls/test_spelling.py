"""Spelling: what is not part of a URL goes, everything else stays."""

from __future__ import annotations

import time
from encodings import idna

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.urls.spelling import clean_url, same_document, url_key
from newscrawler.urls.tracking import TRACKING_PARAMETERS, TRACKING_PREFIXES
from tests.characters import CHARACTERS


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
        ("https://example.com/a/%2e%2E/b/%2e/c", "https://example.com/b/c"),
        ("https://example.com/%2ewell-known/a", "https://example.com/%2ewell-known/a"),
        ("https://example.com/a/1;jsessionid=0A1B2C3D4E5F", "https://example.com/a/1"),
        ("https://example.com/a/1;JSESSIONID=0A1B?b=1", "https://example.com/a/1?b=1"),
        ("https://example.com/a;b=1/2", "https://example.com/a;b=1/2"),
        ("https://example.com/a?PHPSESSID=1a2b3c&id=7", "https://example.com/a?id=7"),
        ("https://example.com/a?id=7&sid=0a1b2c3d4e5f60718293a4b5", "https://example.com/a?id=7"),
        ("https://example.com/a?sid=104291", "https://example.com/a?sid=104291"),
        ("https://example.com/?s=harbour", "https://example.com/?s=harbour"),
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
        ("ftp://Example.com:21/a#b", "ftp://Example.com:21/a#b"),
        ("//Example.com/a", "//Example.com/a"),
        ("https:///a", "https:///a"),
        ("http://a..b/c", "http://a..b/c"),
        ("https://example.com/a/..", "https://example.com/"),
        ("https://example.com/a/b/.", "https://example.com/a/b/"),
        ("https://example.com/a/b/..", "https://example.com/a/"),
        ("https://example.com/a/b/%2e", "https://example.com/a/b/"),
        ("https:\\\\example.com\\a?b=c\\d#e\\f", "https://example.com/a?b=c%5Cd"),
        ("https://example.com\\a#b?c\\d", "https://example.com/a"),
        ("https://a@b@example.com:443/a", "https://a%40b@example.com/a"),
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


@given(st.text(CHARACTERS, max_size=60))
def test_any_text_is_cleaned_once_and_for_all(text: str) -> None:
    for url in (text, f"https://example.com/{text}", f"http://{text}/a", f"https://example.com/a?{text}"):
        clean = clean_url(url)
        assert clean_url(clean) == clean
        assert same_document(clean, url)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.text("xyz", max_size=2)), max_size=5))
def test_the_order_of_parameters_is_kept_in_the_url_and_ignored_in_the_key(
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
        ("https://example.com/новости/1", "https://example.com/%d0%bd%D0%BE%d0%b2ости/1", True),
        ("https://новости.example/1", "http://XN--B1AMNEBSH.example:80/1", True),
        ("https://example.com/x/../1", "https://example.com/./1", True),
        ("https://example.com/1;jsessionid=0A", "https://example.com/1?PHPSESSID=0b", True),
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


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("ftp://example.com/a", "ftp://example.com/a"),
        ("mailto:desk@example.com", "mailto:desk@example.com"),
        ("/relative?b=1&a=2", "/relative?b=1&a=2"),
        ("http://example.com/a?b=2&a=1&b=1", "example.com/a?a=1&b=2&b=1"),
        ("https://example.com/a&b?d=1&c=2", "example.com/a&b?c=2&d=1"),
        ("https://example.com/d&c", "example.com/d&c"),
        ("https://example.com/%41%2d%7e%2F%e2", "example.com/A-~%2F%E2"),
    ],
)
def test_the_key_of_a_url(url: str, key: str) -> None:
    assert url_key(url) == key


def test_how_long_a_url_is_cleaned() -> None:
    url = "https://example.com/a#bc"
    assert clean_url(url, len(url)) == "https://example.com/a"
    assert clean_url(url, len(url) - 1) == url
    assert clean_url(f" {url} ", len(url) - 1) == url
    assert clean_url(url, 0) == "https://example.com/a"


def test_hosts_are_merged_only_when_told() -> None:
    urls = [f"https://{host}example.com/1" for host in ("", "www.", "m.", "mobile.", "amp.")]
    assert len({url_key(url) for url in urls}) == 5
    assert {url_key(url, merge_hosts=True) for url in urls} == {"example.com/1"}
    assert url_key("https://m.com/1", merge_hosts=True) == "m.com/1"


def test_a_plain_url_costs_little() -> None:
    url = "https://example.com/politics/944692"
    best = 1.0
    for _ in range(5):
        start = time.process_time()
        for _ in range(1000):
            clean_url(url)
        best = min(best, time.process_time() - start)
    assert best / 1000 < 6e-6


def test_a_host_that_is_no_name_is_found_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    prepared = idna.nameprep
    monkeypatch.setattr(idna, "nameprep", lambda label: asked.append(label) or prepared(label))
    for number in range(50):
        url = f"https://{'섬마을' * 60}.example/politics/{number}"
        assert clean_url(url) == url
    assert len(asked) == 1
