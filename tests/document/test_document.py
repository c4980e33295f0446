"""Document: charset and the one parse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawler.bounds import DEFAULT
from newscrawler.document.charset import as_utf8
from newscrawler.document.document import parse_document
from newscrawler.document.json_script import parse_json, walk
from tests.cpu import cpu_within

URL = "https://news.example.org/a/1"


def heading(html: bytes | str, headers: dict[str, str] | None = None) -> str:
    (found,) = parse_document(html, URL, headers).elements_of("h1")
    return found.text or ""


def page(text: str, charset: str, declared: str | None = None) -> bytes:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}</head><body><h1>{text}</h1></body></html>".encode(charset)


@pytest.mark.parametrize(
    ("html", "headers", "text"),
    [
        (page("Größe", "utf-8", "utf-8"), None, "Größe"),
        (page("Größe", "utf-8"), None, "Größe"),
        (
            page("Größe", "utf-8", "iso-8859-1"),
            {"Content-Type": "text/html; charset=latin-1"},
            "Größe",
        ),  # misdeclared
        (page("dziesiątej", "iso-8859-2", "iso-8859-2"), None, "dziesiątej"),
        (page("dziesiątej", "iso-8859-2"), {"content-type": "text/html; charset=ISO-8859-2"}, "dziesiątej"),
        (page("Привет, мир", "cp1251", "windows-1251"), None, "Привет, мир"),
        (page("日本語の見出し", "shift_jis", "Shift_JIS"), None, "日本語の見出し"),
        (page("日本語の見出し", "iso2022_jp", "ISO-2022-JP"), None, "日本語の見出し"),
        (page("日本語の見出し", "euc_jp", "EUC-JP"), None, "日本語の見出し"),
        (page("中文标题", "gb18030", "gb2312"), None, "中文标题"),
        (page("“quoted”", "cp1252", "iso-8859-1"), None, "“quoted”"),
        (page("Größe", "utf-16"), None, "Größe"),
        (page("Größe", "utf-8-sig"), {"content-type": "text/html; charset=windows-1251"}, "Größe"),
    ],
)
def test_charset(html: bytes, headers: dict[str, str] | None, text: str) -> None:
    assert heading(html, headers) == text


def test_a_declaration_that_cannot_be_is_not_believed() -> None:
    html = page("日本語の見出しです", "euc_jp", "euc-jp")
    assert heading(html, {"content-type": "text/html; charset=utf-8"}) == "日本語の見出しです"


@pytest.mark.parametrize(
    "name",
    [
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "UTF-7",
        "base64",
        "rot13",
        "zlib",
        "Hex",
        "bz2",
        "quopri",
        "uu",
        "mbcs",
        "oem",
    ],
)
@cpu_within(10)
def test_what_python_decodes_besides_charsets_is_none(name: str) -> None:
    """A page in "punycode" took the square of its length, one in "idna" raised."""
    html = b"<h1>caf\xe9</h1>-" + b"abcdefgh" * 100_000
    kind = f"text/html; charset={name}"
    assert heading(html, {"content-type": kind}) == "café"
    assert heading(f'<meta charset="{name}">'.encode() + html) == "café"


def test_one_bad_byte_costs_one_character() -> None:
    html = page("Sprzeciw wobec żądań: łódź, gęś, źrebię", "utf-8", "utf-8").replace(
        "gęś".encode(), b"g\xea\xc5\x9b"
    )
    assert heading(html) == "Sprzeciw wobec żądań: łódź, g�ś, źrebię"


def test_undeclared_bytes_are_read_by_the_language_of_the_page() -> None:
    html = b'<html lang="ru"><h1>' + "Заголовок новости".encode("cp1251") + b"</h1>"
    assert heading(html) == "Заголовок новости"


def test_text_needs_no_charset() -> None:
    assert heading('<meta charset="iso-8859-1"><h1>Größe 日本</h1>') == "Größe 日本"


@given(
    st.binary(max_size=400),
    st.sampled_from([None, "text/html; charset=shift_jis", "charset=nonsense", "charset=utf-16"]),
)
def test_any_bytes_become_utf8(data: bytes, content_type: str | None) -> None:
    as_utf8(data, content_type)[0].decode("utf-8")


@pytest.mark.parametrize(
    "html",
    [
        b"",
        b"\0",
        b"   ",
        "",
        b"<!-- -->",
        b"<?xml version='1.0'?>",
        b"plain text",
        b"<frameset>",
        b"\xff\xfe",
    ],
)
def test_every_input_has_a_root(html: bytes | str) -> None:
    assert parse_document(html, URL).root.tag == "html"


def test_nul_bytes_and_depth_and_size_are_bounded() -> None:
    assert heading(b"<h1>a\0b</h1>") == "ab"
    deep = parse_document(b"<div>" * 100_000 + b"<p>text", URL)
    assert deep.beyond == "page_depth"
    huge = parse_document(b"<p>" + b"x " * DEFAULT.page_bytes, URL)
    assert len(huge.root.text) <= DEFAULT.page_bytes


def test_meta_by_any_of_its_names() -> None:
    document = parse_document(
        '<meta property="og:title" content="A"><meta name="Author" content="B"><meta itemprop="datePublished" content="C">'
        '<meta name="author" content="D"><meta name="empty">',
        URL,
    )
    assert document.meta == {"og:title": ["A"], "author": ["B", "D"], "datepublished": ["C"]}


def test_what_a_footer_says_of_itself_is_not_said_of_the_page() -> None:
    document = parse_document(
        '<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="keywords" content="Ports"></div>'
        '<footer itemscope itemtype="http://schema.org/WPFooter"><meta itemprop="keywords" content="Copyright">'
        "</footer>",
        URL,
    )
    assert document.meta == {"keywords": ["Ports"]}


@pytest.mark.parametrize(
    ("url", "absolute"),
    [
        ("/b", "https://news.example.org/b"),
        ("b", "https://news.example.org/a/b"),
        ("../b", "https://news.example.org/b"),
        ("/x/../b", "https://news.example.org/b"),
        ("//cdn.example.org/b", "https://cdn.example.org/b"),
        ("http://other.example/b ", "http://other.example/b"),
        ("?page=2", "https://news.example.org/a/1?page=2"),
        ("mailto:a@example.org", None),
        ("javascript:void(0)", None),
        ("http://[bad", "http://[bad"),
        ("", None),
        (None, None),
    ],
)
def test_absolute(url: str | None, absolute: str | None) -> None:
    assert parse_document("<p>x", URL).absolute(url) == absolute


def test_base_element() -> None:
    assert (
        parse_document('<base href="https://other.example/x/"><p>', URL).absolute("b")
        == "https://other.example/x/b"
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('[{"a": 1}, {"b": 2}]', [[{"a": 1}, {"b": 2}]]),
        ('<!-- {"a": 1} -->', [{"a": 1}]),
        ('//<![CDATA[\n{"a": 1}\n//]]>', [{"a": 1}]),
        ('{"a": "line\nbreak"}', [{"a": "line\nbreak"}]),
        ('{"a": [1, 2,],}', [{"a": [1, 2]}]),
        (r'{"a": "it\'s"}', [{"a": "it\\'s"}]),
        ('{"a": 1};', [{"a": 1}]),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": "un"quoted"}', []),  # more than one way to mend it
        ("{", []),
        ("", []),
        ("[" * 100_000, []),
    ],
)
def test_json_is_mended_where_that_is_unambiguous(text: str, values: list[object]) -> None:
    assert parse_json(text) == values


@settings(max_examples=200)
@given(st.text(alphabet='{}[]",:a1\\\n<!->', max_size=60))
def test_any_script_is_read_or_left(text: str) -> None:
    parse_json(text)


def test_walk_is_bounded() -> None:
    value: object = {"x": 1}
    for _ in range(500):
        value = [value, value]
    assert sum(1 for _ in walk(value)) < 10_000
