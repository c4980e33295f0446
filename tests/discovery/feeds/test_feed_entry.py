"""Elements of an entry by name, and URLs as elements state them."""

from __future__ import annotations

import pytest
from lxml import etree

from newscrawler.discovery.feeds.feed_entry import FeedEntry, base_of, link_text, name_of


def test_names() -> None:
    entry = etree.fromstring(
        '<item xmlns:D="http://purl.org/dc/elements/1.1/" xmlns:q="urn:q"><Title/><D:Date/><q:title/>'
        '<updated xmlns="http://www.w3.org/2005/Atom"/></item>'
    )
    assert [name_of(child, entry) for child in entry] == ["title", "dc:date", "q:title", "atom:updated"]


def test_the_first_with_text_counts() -> None:
    entry = FeedEntry(etree.fromstring("<item><title/><title> A </title><title>B</title></item>"))
    assert (entry.text("x", "title"), entry.title(), entry.text("x")) == ("A", "A", None)


def test_links_as_they_are_stated() -> None:
    assert link_text(etree.fromstring("<link> /a\n?b=1&amp;amp;c=2 </link>")) == "/a?b=1&c=2"
    inner = etree.fromstring('<a xml:base="https://a.example/b/"><c xml:base="d/"/></a>')[0]
    assert base_of(inner, "https://x.example/") == "https://a.example/b/d/"
    assert base_of(etree.fromstring("<a/>"), "https://x.example/") == "https://x.example/"


@pytest.mark.parametrize(
    ("uri", "prefix"),
    [
        ("http://www.w3.org/2005/Atom", "atom"), ("http://purl.org/atom/ns#", "atom"),
        ("http://purl.org/dc/elements/1.1/", "dc"), ("http://purl.org/dc/elements/1.0/", "dc"),
        ("http://purl.org/dc/terms/", "dcterms"), ("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
        ("http://www.pheedo.com/namespace/pheedo", "pheedo"), ("http://purl.org/syndication/thread/1.0", "thr"),
        ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
        ("http://www.google.com/schemas/sitemap-news/0.9", "news"),
        ("http://purl.org/rss/1.0/modules/content/", "content"), ("http://search.yahoo.com/mrss/", "media"),
    ],
)  # fmt: skip
def test_a_vocabulary(uri: str, prefix: str) -> None:
    for form in {uri, uri.replace("http:", "https:")}:
        entry = etree.fromstring(f'<item xmlns:q="{form}"><q:Date/></item>')
        assert name_of(entry[0], entry) == f"{prefix}:date"


@pytest.mark.parametrize(
    "category",
    [
        "Uncategorized",
        "uncategorised",
        "Unkategorisiert",
        "Non classé",
        "Sin categoría",
        "Senza categoria",
        "Без рубрики",
    ],
)
def test_a_category_that_is_none(category: str) -> None:
    categories = "".join(f"<category>{name}</category>" for name in (category, "World", "Ships", category))
    listed = FeedEntry(etree.fromstring(f"<item>{categories}</item>")).listed("https://press.example/a", 1)
    assert (listed.section, listed.topics) == ("World", ["Ships"])


@pytest.mark.parametrize(
    "element",
    ["<pubDate>{}</pubDate>", "<published>{}</published>", "<issued>{}</issued>", "<date>{}</date>",
     "<d:date>{}</d:date>", "<t:issued>{}</t:issued>", "<t:created>{}</t:created>", "<a:published>{}</a:published>"],
)  # fmt: skip
def test_an_element_that_states_the_time(element: str) -> None:
    entry = FeedEntry(
        etree.fromstring(
            '<item xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/" '
            f'xmlns:a="http://www.w3.org/2005/Atom">{element.format("2026-05-04T19:27:00Z")}</item>'
        )
    )
    assert entry.listed("https://press.example/a", 1).published_at == "2026-05-04T19:27:00+00:00"


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://r.example/url?rct=j&amp;url=https://paper.example/a%3Fb%3D1&amp;ct=x", "https://paper.example/a?b=1"),
        ("https://r.example/?to=https%3A%2F%2Fpaper.example%2Fa", "https://paper.example/a"),
        ("https://r.example/?to=https://other.example/a", "https://r.example/?to=https://other.example/a"),
        ("https://paper.example/a?from=https://paper.example/b", "https://paper.example/a?from=https://paper.example/b"),
    ],
)  # fmt: skip
def test_a_redirector_leads_to_the_site(link: str, found: str) -> None:
    entry = FeedEntry(etree.fromstring(f"<item><link>{link}</link></item>"))
    assert entry.link("https://paper.example/feed", "https://paper.example/") == found


def test_an_entry_without_a_link_is_what_it_is_about() -> None:
    space = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    for about, found in (("https://paper.example/a", "https://paper.example/a"), ("urn:a", None)):
        entry = FeedEntry(etree.fromstring(f'<item {space} rdf:about="{about}"><title>A</title></item>'))
        assert entry.link("https://paper.example/feed", "https://paper.example/") == found


def entry(inner: str) -> FeedEntry:
    return FeedEntry(
        etree.fromstring(
            '<item xmlns:a="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/elements/1.1/" '
            'xmlns:t="http://purl.org/dc/terms/" xmlns:f="http://rssnamespace.org/feedburner/ext/1.0" '
            'xmlns:p="http://www.pheedo.com/namespace/pheedo" xmlns:m="http://search.yahoo.com/mrss/" '
            'xmlns:c="http://purl.org/rss/1.0/modules/content/" '
            f'xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">{inner}</item>'
        )
    )


QUAY = "https://a.example/quay"


@pytest.mark.parametrize("name", ["description", "summary", "a:summary", "d:description"])
def test_a_lead_by_each_name(name: str) -> None:
    assert entry(f"<{name}>It takes ships.</{name}>").listed(QUAY, 1).lead == "It takes ships."


@pytest.mark.parametrize("name", ["title", "a:title", "d:title"])
def test_a_headline_by_each_name(name: str) -> None:
    assert entry(f"<{name}>Quay opens</{name}>").listed(QUAY, 1).headline == "Quay opens"


@pytest.mark.parametrize(
    "name",
    ["pubDate", "published", "issued", "date", "d:date", "t:issued", "t:created", "a:published"],
)
def test_a_time_by_each_name(name: str) -> None:
    found = entry(f"<{name}>2026-03-01T10:00:00Z</{name}>").listed(QUAY, 1)
    assert found.published_at == "2026-03-01T10:00:00+00:00"


@pytest.mark.parametrize("name", ["updated", "a:updated", "t:modified"])
def test_a_time_of_another_thing_is_not_that_of_publication(name: str) -> None:
    assert entry(f"<{name}>2026-03-01T10:00:00Z</{name}>").listed(QUAY, 1).published_at is None


@pytest.mark.parametrize("name", ["category", "d:subject", "a:category"])
def test_a_section_by_each_name(name: str) -> None:
    found = entry(f"<{name}>Harbour</{name}><{name}>Ships</{name}>").listed(QUAY, 1)
    assert (found.section, found.topics) == ("Harbour", ["Ships"])


@pytest.mark.parametrize("name", ["link", "a:link", "f:origLink", "p:origLink", "guid", "id"])
def test_a_link_by_each_name(name: str) -> None:
    assert entry(f"<{name}>{QUAY}</{name}>").link(QUAY, QUAY) == QUAY


@pytest.mark.parametrize("name", ["i:duration", "i:episode", "i:episodeType"])
def test_an_episode_by_each_name(name: str) -> None:
    for kind in ("audio/mpeg", "video/mp4"):
        sound = f'<enclosure type="{kind}"/>'
        assert entry(f"{sound}<{name}>1</{name}>").is_episode()
        assert not entry(sound).is_episode()
        assert not entry(f'<enclosure type="image/png"/><{name}>1</{name}>').is_episode()


TEXTS = [
    "description",
    "summary",
    "content",
    "c:encoded",
    "a:summary",
    "a:content",
    "m:description",
    "d:description",
]


@pytest.mark.parametrize("name", TEXTS)
def test_a_picture_of_a_stream_has_no_words_but_its_title(name: str) -> None:
    title, link = "<title>Two cranes</title>", "https://a.example/photos/two-cranes"
    shown = f"{title}<{name}>Two cranes &lt;img src='/1.jpg'></{name}>"
    assert entry(shown).is_picture(link)
    assert not entry(shown).is_picture("https://a.example/world/two-cranes")
    assert not entry(f"{title}<{name}>Two cranes</{name}>").is_picture(link), "it shows none"
    told = f"{title}<{name}>They lift ships. &lt;img src='/1.jpg'></{name}>"
    assert not entry(told).is_picture(link)
    assert not entry(f'{told}<enclosure type="image/png"/>').is_picture(link)
    assert entry(f'{title}<enclosure type="image/png"/>').is_picture(link)


@pytest.mark.parametrize("kind", ["application/pdf", "audio/mpeg", "application/json"])
@pytest.mark.parametrize("page", ["", " type='text/html'", " type='application/xhtml+xml'"])
def test_a_link_to_a_page_comes_before_one_to_a_file(kind: str, page: str) -> None:
    file = f"<a:link href='https://a.example/quay.pdf' type='{kind}'/>"
    assert entry(f"{file}<a:link href='{QUAY}'{page}/>").link(QUAY, QUAY) == QUAY
    assert entry(file).link(QUAY, QUAY) == "https://a.example/quay.pdf"


@pytest.mark.parametrize(
    ("inner", "link", "is_comment"),
    [
        ("", "https://a.example/1#comment-7", True),
        ("<guid>https://a.example/1#comment-7</guid>", "https://a.example/1", True),
        ("<guid>https://a.example/1#comment-7</guid>", None, True),
        ("<id>https://a.example/1#comment-7</id>", None, True),
        ("<guid>https://a.example/1</guid>", "https://a.example/1", False),
        ("<guid>https://a.example/1#top</guid>", "https://a.example/1#part", False),
        ("<guid>comment-7</guid>", None, False),
        ("", None, False),
    ],
)
def test_a_comment_is_told_by_its_mark(inner: str, link: str | None, is_comment: bool) -> None:
    assert FeedEntry(etree.fromstring(f"<item>{inner}</item>")).is_comment(link) is is_comment
