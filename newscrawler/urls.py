"""URLs: their clean form, their hosts, and the identity of articles."""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from w3lib.url import safe_url_string

from newscrawler.bounds import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tldextract import TLDExtract

TRACKING_PREFIXES = ("utm_", "mtm_", "hsa_", "__hs", "vero_")
"""A parameter that starts so belongs to a mailing or advertising service."""

# In this order: search adverts, social networks, advert networks, mailings, web statistics, viewers.
_TRACKERS = """
gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gac _gl msclkid yclid ysclid yadclid
_openstat fbclid fb_action_ids fb_action_types fb_source fb_ref fb_comment_id igshid igsh twclid ttclid
li_fat_id epik irclickid dicbo tblci obclid rb_clickid rb_clid s_kwcid ef_id wickedid _branch_match_id
_branch_referrer cmpid mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking oly_enc_id oly_anon_id dm_i
ml_subscriber ml_subscriber_hash ck_subscriber_id _bta_tid _bta_c _ke _kx pk_campaign pk_cpn pk_keyword
pk_kwd pk_source pk_medium pk_content pk_cid piwik_campaign piwik_kwd piwik_keyword xtor at_medium
at_campaign at_campaign_type at_link_id at_link_type at_link_origin at_format at_ptr_name at_bbc_team
at_custom1 at_custom2 at_custom3 at_custom4 ns_mchannel ns_source ns_campaign ns_linkname ns_fee wt_mc
wt_zmc guccounter guce_referrer guce_referrer_sig soc_src soc_trk __twitter_impression amp_js_v amp_gsa usqp
"""
TRACKING_PARAMETERS = frozenset(_TRACKERS.split())
"""Whole names, in any case, by which no site routes.

``cid``, ``ref``, ``source``, ``from``, ``id`` and their like stay: a parameter too many costs one request,
one too few costs an article.
"""

_PLAIN = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?!80/|443/)[1-9]\d{0,3})?/(?!\.)(?:[\w~!$&'()*+,;=:@%-]|\.|/(?!\.))*\Z",
    re.ASCII,
)
_HOST = re.compile(r"https?:[/\\]{2}(?:[^/?#\\]*@)?(\[[^\]]*\]|[^/?#\\:]*)(?::(\d*))?", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_DEFAULT_PORTS = {("http", "80"), ("https", "443")}
ENDING = re.compile(r"(?<!/)(?:/index)?(?:\.(?:s?html?|php|aspx?|jsp))?/*$")
"""The end of a path that names no other page."""
_PAGE_PARAMETER = re.compile(
    r"(?:page|p|pg|pagenum|page_?no|paged|seite|pagina|page_number)=\d{1,3}\Z", re.IGNORECASE
)
_PAGE_MARK = re.compile(r"(?:[/_,]|[/_,.-](?:page|p|pg|seite|pagina)[/_,.=-]?)\d{1,2}\Z", re.IGNORECASE)
_STAND_IN = re.compile(r"localhost\Z|\d+(?:\.\d+){3}\Z|\[")


def clean_url(url: str, longest: int = DEFAULT.address_length) -> str:
    """Return the URL without what does not belong to it: fragment, default port, tracking parameters.

    Scheme and host in lower case, dot segments resolved, characters outside ASCII escaped as browsers do;
    path and order of the other parameters as they were. What is no http(s) URL is only stripped.

    >>> clean_url("HTTPS://Example.com:443/a/../Politics/1?utm_source=x&id=5&fbclid=y#top")
    'https://example.com/Politics/1?id=5'
    >>> clean_url("http://example.com/new?reference=7&gallery=2&cid=3")
    'http://example.com/new?reference=7&gallery=2&cid=3'
    """
    if _PLAIN.match(url):
        return url
    text = url.strip()
    if 0 < longest < len(text):
        return text
    if "\\" in text:  # browsers read it as a slash
        head, mark, tail = re.split(r"([?#]|\Z)", text, maxsplit=1)
        text = head.replace("\\", "/") + mark + tail
    try:
        parts = urlsplit(safe_url_string(text))
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:  # no number as port, half an IPv6 address, a host that IDNA does not allow
        return text
    if scheme not in {"http", "https"} or not host or ".." in host:
        return text
    netloc = f"[{host}]" if ":" in host else host.rstrip(".")
    if port is not None and (scheme, str(port)) not in _DEFAULT_PORTS:
        netloc = f"{netloc}:{port}"
    if "@" in parts.netloc:
        netloc = f"{parts.netloc.rpartition('@')[0]}@{netloc}"
    query = "&".join([pair for pair in parts.query.split("&") if pair and not _is_tracking(pair)])
    path = _without_dot_segments(parts.path or "/")
    return f"{scheme}://{netloc}{path}?{query}" if query else f"{scheme}://{netloc}{path}"


def url_key(url: str, *, merge_hosts: bool = False) -> str:
    """Return the key under which the ledger knows a URL: two spellings of one URL have one key.

    The scheme plays no part, nor does the order of parameters or the spelling of escapes. ``www.``, ``m.``,
    ``mobile.`` and ``amp.`` are hosts of their own unless ``merge_hosts``. A slash at the end counts.

    >>> url_key("http://example.com/%d0%b0?b=2&a=1") == url_key("https://example.com:443/%D0%B0?a=1&b=2#c")
    True
    >>> url_key("https://www.example.com/a/")
    'www.example.com/a/'
    >>> url_key("https://www.example.com/a/", merge_hosts=True)
    'example.com/a/'
    """
    scheme, mark, rest = clean_url(url).partition("://")
    if not mark or scheme not in {"http", "https"}:
        return scheme + mark + rest
    if "%" in rest:
        rest = _ESCAPE.sub(_plain_escape, rest)
    if "&" in rest:
        path, _, query = rest.partition("?")
        if query:
            pairs = sorted(query.split("&"), key=lambda pair: pair.partition("=")[0])
            rest = f"{path}?{'&'.join(pairs)}"
    return bare_host(rest) if merge_hosts else rest


def same_document(a: str, b: str) -> bool:
    """Tell whether two URLs are spellings of one.

    >>> same_document("http://example.com/1", "https://EXAMPLE.com/1?utm_source=rss#comments")
    True
    >>> same_document("http://example.com/1", "http://example.com/1?page=2")
    False
    """
    return a == b or url_key(a) == url_key(b)


def article_number(url: str, pattern: str | None) -> str | None:
    r"""Return group 1 of ``pattern`` found in the clean URL: the publisher's own article number, or None.

    >>> article_number("https://example.com/politics/944692?utm_source=x", r"/[a-z-]+/(\d+)$")
    '944692'
    """
    if pattern is None:
        return None
    match = re.search(pattern, clean_url(url))
    return match.group(1) if match else None


def continues(first: str, following: str) -> bool:
    """Tell whether a URL is a further page of the article at another; ``rel=next`` can name the next story.

    >>> first = "https://example.com/politics/harbour-opens.html"
    >>> continues(first, "https://example.com/politics/harbour-opens/2"), continues(first, first + "?page=2")
    (True, True)
    >>> continues(first, "https://example.com/politics/harbour-opens-2.html")
    False
    """
    a, b = urlsplit(clean_url(first)), urlsplit(clean_url(following))
    if bare_host(a.netloc) != bare_host(b.netloc):
        return False
    path_a, path_b = (ENDING.sub("", unquote(parts.path)).rstrip("/") for parts in (a, b))
    if path_a == path_b:
        added = set(b.query.split("&")) - set(a.query.split("&"))
        return len(added) == 1 and _PAGE_PARAMETER.match(added.pop()) is not None
    return bool(path_a) and path_b.startswith(path_a) and _PAGE_MARK.match(path_b, len(path_a)) is not None


def article_key(site_name: str, url: str, pattern: str | None) -> str:
    r"""Return the identity of an article before its page is read: ``site:number``, else its clean URL.

    >>> article_key("example", "http://example.com/sport/77#x", r"/(\d+)$")
    'example:77'
    >>> article_key("example", "http://example.com/sport/final#x", r"/(\d+)$")
    'http://example.com/sport/final'
    """
    number = article_number(url, pattern)
    return f"{site_name}:{number}" if number else clean_url(url)


def article_id(
    site_name: str, url: str, pattern: str | None, home: str | None, *, base_url: str | None = None
) -> str:
    """Return the ``id`` of an article: ``site:number``, else the site and a hash of its (canonical) URL.

    http or https, ``www.`` and the base that stands for the site play no part: a URL at ``base_url``, or at
    this machine or a bare IP address while the site has a ``home``, counts as one at the home.

    >>> a = article_id("example", "https://www.example.com/final", None, "example.com")
    >>> a == article_id("example", "http://127.0.0.1:8080/final", None, "example.com")
    True
    >>> article_id("example", "https://sport.example.com/final", None, "example.com") == a
    False
    """
    number = article_number(url, pattern)
    if number:
        return f"{site_name}:{number}"
    key = url_key(url)
    host, slash, path = key.partition("/")
    if home and (
        _STAND_IN.match(host_and_port(url)[0]) or (base_url and host_and_port(url) == host_and_port(base_url))
    ):
        host = home
    key = host.removeprefix("www.") + slash + path
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{site_name}:{digest}"


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
    return _suffixes()(host).top_domain_under_public_suffix or host


def host_and_port(url: str) -> tuple[str, str]:
    """Return host and port of an http(s) URL, in lower case; empty where there is none."""
    match = _HOST.match(url)
    if not match:
        return "", ""
    return match.group(1).lower().rstrip("."), match.group(2) or ""


@cache
def _suffixes() -> TLDExtract:
    from tldextract import TLDExtract  # noqa: PLC0415 - 5 MB with its HTTP client; sites that are declared need none

    # Private suffixes, because two authors below one blog host are two publishers.
    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES)


def _without_dot_segments(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept) or "/"


def _plain_escape(match: re.Match[str]) -> str:
    character = chr(int(match.group(1), 16))
    return character if character in _UNRESERVED else match.group().upper()


def bare_host(host: str) -> str:
    """Return a host without the labels of a site's twins: ``www.``, ``m.``, ``mobile.``, ``amp.``."""
    return re.sub(r"^(?:www|m|mobile|amp)\.(?=[^/]+\.)", "", host)
