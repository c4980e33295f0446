"""Charset: the bytes of a page as UTF-8, whatever they were declared to be.

Byte order mark, header, meta element and the bytes themselves are weighed as browsers do, with three
differences. Bytes that are UTF-8 are read as UTF-8, whatever is declared. One bad byte costs one character,
not the page. And a declared charset whose words are spelled as in no language loses against the one that
Firefox's detector finds.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from chardetng_py import EncodingDetector
from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    resolve_encoding,
)

from newscrawler.document.mojibake import FEW_WORDS, encoded_twice, script_of, share_of_broken_words

UNKNOWN = "unknown"
"""Name of the charset of a page that cannot be read in any."""

_NO_CHARSETS = frozenset((
    "base64", "bz2", "charmap", "hex", "idna", "punycode", "quopri", "raw-unicode-escape", "rot-13",
    "undefined", "unicode-escape", "uu", "zlib",
))  # fmt: skip
"""Codecs of Python that are no charset, though a page may name one.

``punycode`` takes the square of a page's length, others raise or give something else than text. UTF-7 and
the code pages of Windows' own machine are no charsets for w3lib either.
"""

_LANGUAGE = re.compile(
    rb"<html[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2})(?:[-_]([a-zA-Z]{2}))?", re.IGNORECASE
)
_DOMAIN_OF = {
    "ja": b"jp",
    "ko": b"kr",
    "el": b"gr",
    "uk": b"ua",
    "cs": b"cz",
    "he": b"il",
    "ar": b"sa",
    "sr": b"rs",
    "sl": b"si",
    "da": b"dk",
    "sv": b"se",
    "et": b"ee",
    "fa": b"ir",
    "vi": b"vn",
    "be": b"by",
}
"""Language -> top-level domain, where the two differ; the detector takes a domain as a hint."""
_NOT_WESTERN = frozenset((b"pl", b"cz", b"sk", b"hu", b"ro", b"hr", b"si", b"tr", b"lt", b"lv"))
"""Domains of languages whose letters Windows-1252, the charset that servers declare by default, lacks."""
_MULTIBYTE = ("gb18030", "big5hkscs", "cp949", "euc_jp", "cp932")
_MARKUP = re.compile(rb"[<>]")
_MOST_RUNS, _LARGEST_SAMPLE = 5_000, 100_000
_BROKEN, _SOUND = 0.25, 0.1
"""Shares of broken words: one casts doubt on a declared charset, below the other another is believed."""
_UNREADABLE = 0.5
_MANY_ACCENTS = 3
"""Every third letter is more than any language has."""
_FEW_BAD = 20
_REPLACED = "\ufffd".encode()
_MANY_PAIRS = 40
"""So many characters of two bytes are no accident."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def as_utf8(data: bytes, content_type: str | None = None, url: str = "") -> tuple[bytes, str]:
    r"""Return the page as valid UTF-8 and the name of the charset that it was in. Never raises.

    :param data: the page as it was fetched.
    :param content_type: the header of that name.
    :param url: of the page; its top-level domain is a hint where no charset is declared.
    :return: the page in UTF-8; the name is ``UNKNOWN`` where its text would be mojibake in every charset.

    >>> as_utf8("Où".encode(), "text/html; charset=iso-8859-1")
    (b'O\xc3\xb9', 'utf-8')
    >>> as_utf8(b"dziesi\xb1tej", "text/html; charset=iso-8859-2")[0].decode()
    'dziesiątej'
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return (data if name == "utf-8" and _is_utf8(data) else _recode(data, name)), name
    # An escape sequence opens ISO-2022-JP, which is plain ASCII.
    if _is_utf8(data) and not _count(data, b"\x1b$"):
        data = encoded_twice(data)
        return data, UNKNOWN if _count(data, _REPLACED) > _FEW_BAD and _is_unreadable(data) else "utf-8"
    declared = _declared(data, content_type)
    if _nearly_utf8(data, stated=declared == ["utf-8"]):
        name = "utf-8"
    else:
        name = _choose(data, [name for name in declared if name != "utf-8"], url)
    decoded = _recode(data, name)
    return decoded, UNKNOWN if _is_unreadable(decoded) else name


def _count(data: bytes, signs: bytes) -> int:
    """Count a sequence of bytes that few pages have: one byte is found ten times sooner than several."""
    return data.count(signs) if signs[:1] in data else 0


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _nearly_utf8(data: bytes, *, stated: bool) -> bool:
    """Tell whether the page is UTF-8 with a few bad bytes: other charsets have next to no good sequences.

    A page that states nothing else needs less to be believed.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = _beyond(text, "ascii") - bad
    return good >= bad if stated else good > 4 * bad


def _beyond(text: str, charset: str) -> int:
    """Count the characters that a charset does not have."""
    return len(text) - len(text.encode(charset, "ignore"))


def decode_part(part: bytes, data: bytes, content_type: str | None) -> str:
    """Return a part of a page as text: by UTF-8, a declared charset, or what the bytes look like.

    Latin-1 is the usual lie of pages in another script: where it shows accents everywhere, it is none.

    :param data: the page, or its beginning.
    """
    for name in ("utf-8", *_declared(data, content_type)):
        if _reads(part, name):
            text = part.decode(name)
            if name != "cp1252" or _MANY_ACCENTS * _beyond(text, "ascii") <= len(text):
                return text
    name = as_utf8(data, content_type)[1]
    return part.decode("utf-8" if name == UNKNOWN else name, "replace")


def declares_no_charset(data: bytes, content_type: str | None) -> bool:
    """Tell whether header or page names a codec of Python that is no charset."""
    return not _NO_CHARSETS.isdisjoint(_named(data, content_type))


def _named(data: bytes, content_type: str | None) -> list[str]:
    """Return Python's names of what header and page name as charset, in this order."""
    named = (http_content_type_encoding(content_type), html_body_declared_encoding(data[:4096]))
    return [name for name in named if name]


def _declared(data: bytes, content_type: str | None) -> list[str]:
    """Return the charsets that header and page declare, in this order."""
    names = [name for name in _named(data, content_type) if name not in _NO_CHARSETS]
    if b"<" in data[:1024].replace(b"\0", b"") and b"\0" not in data[:64]:
        # A declaration that can be read as ASCII is not in UTF-16.
        names = ["utf-8" if name.startswith(("utf-16", "utf-32")) else name for name in names]
    return list(dict.fromkeys(names))


def _choose(data: bytes, declared: list[str], url: str) -> str:
    """Return the charset to believe: a declared one, unless the bytes speak against it."""
    if not declared and data.count(b"\x1b$"):
        return "iso2022_jp"
    domain, sample = _domain(data, url), _beyond_ascii(data)
    found, certain = _detected(sample, domain)
    for name in [name for name in declared if _reads(data, name)] or declared[:1]:
        is_default = name == "cp1252" and found != name and domain in _NOT_WESTERN
        if name == found or not certain or not (is_default or _is_lie(sample, name, found)):
            return name
    return found


def _beyond_ascii(data: bytes) -> bytes:
    """Return the texts of a page that have bytes beyond ASCII, without the markup between them."""
    runs = (run for run in _MARKUP.split(data) if not run.isascii())
    return b"\n".join(islice(runs, _MOST_RUNS))[:_LARGEST_SAMPLE]


def _detected(data: bytes, domain: bytes | None) -> tuple[str, bool]:
    """Return (the charset that the bytes look like, whether that is certain)."""
    detector = EncodingDetector()
    detector.feed(data, last=True)
    name, certain = detector.guess_assess(tld=domain, allow_utf8=False)
    found = resolve_encoding(name) or "cp1252"
    if found in _MULTIBYTE and _broken(data.decode(found, "replace")) >= _BROKEN:
        # Big5 is now and then taken for GB18030, and then shows characters that nobody uses
        for other in _MULTIBYTE:
            if _reads(data, other) and _broken(data.decode(other)) < _SOUND:
                return other, certain
    return found, certain


def _domain(data: bytes, url: str) -> bytes | None:
    """Return the top-level domain of the page's declared language, else its own."""
    if found := _LANGUAGE.search(data[:4096]):
        language, region = found[1].decode().lower(), (found[2] or b"").lower()
        if language == "zh" and region in (b"cn", b"tw", b"hk", b"mo"):
            return region
        if language not in ("en", "zh"):
            return _DOMAIN_OF.get(language, language.encode())
    host = url.partition("://")[2].partition("/")[0].partition(":")[0]
    label = host.rpartition(".")[2].lower()
    return label.encode() if label.isascii() and label.isalpha() else None


def _is_lie(data: bytes, declared: str, found: str) -> bool:
    """Tell whether the declared charset gives broken words and the found one sound words."""
    as_declared, as_found = data.decode(declared, "replace"), data.decode(found, "replace")
    if as_declared == as_found:
        return False
    if found in _MULTIBYTE and "\ufffd" not in as_found and _pairs(as_found) >= _MANY_PAIRS:
        return declared in _MULTIBYTE or _broken(as_declared) >= _BROKEN
    of_declared, of_found = script_of(as_declared), script_of(as_found)
    if of_declared != of_found and None not in (of_declared, of_found):
        return True
    broken = _broken(as_declared)
    return broken >= _SOUND and 5 * _broken(as_found) < broken


def _broken(text: str) -> float:
    share, words = share_of_broken_words(text)
    return share if words >= FEW_WORDS else 0.0


def _pairs(text: str) -> int:
    return _beyond(text, "latin-1")


def _is_unreadable(decoded: bytes) -> bool:
    """Tell whether a page is mojibake: mostly broken words, or many characters that are none."""
    text = _beyond_ascii(decoded).decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = _beyond(text, "ascii") - bad
    return (bad > _FEW_BAD and bad > good) or _broken(text) > _UNREADABLE


def _reads(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeError, LookupError):
        return False
    return True


def _recode(data: bytes, name: str) -> bytes:
    try:
        return data.decode(name, "replace").encode("utf-8", "replace")
    except (UnicodeError, LookupError):
        return data.decode("utf-8", "replace").encode("utf-8")
