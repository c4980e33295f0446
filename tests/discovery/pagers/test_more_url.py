"""A button for more rows is found by its markup, in whatever language."""

from __future__ import annotations

import pytest

from newscrawler.discovery.pagers.more_url import url_of_more
from newscrawler.document import parse_document

URL = "https://paper.example/"
DOMAINS = ("paper.example",)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<button data-url='/api?offset=10'>Mehr laden</button>", "api?offset=10"),
        ("<button data-endpoint=/api/rows>もっと見る</button>", "api/rows"),
        ("<div class=load-more data-href='?page=2'>المزيد</div>", "?page=2"),
        ("<a role=button data-next-url=https://paper.example/more/2>Показать ещё</a>", "more/2"),
        ("<button hx-get=/rows?page=2>더 보기</button>", "rows?page=2"),
        ("<button data-url=/rows data-page=2>Indlæs flere</button>", "rows?page=2"),
        ("<button data-url=/rows data-page=1>Indlæs flere</button>", "rows?page=2"),
        ("<button data-url='/rows?in=world' data-offset=0>Još</button>", "rows?in=world&offset=7"),
        ("<button data-url=/rows?page=4 data-page=2>Više</button>", "rows?page=4"),
        ("<button data-url=/rows data-cursor='a b'>Więcej</button>", "rows?cursor=a%20b"),
        ("<button>もっと</button><script>fetch('/api?offset=' + n)</script>", "api?offset=7"),
        ('<button>Еще</button><script>$.getJSON("/api?page=" + page)</script>', "api?page=1"),
        ("<button>Plus</button><script>x.open('GET', `/api?start=${n}`)</script>", "api?start=7"),
        ("<button data-url=https://ads.example/more>Mehr</button>", None),
        ("<img class=lazy data-url=/photo.jpg><button>Menu</button>", None),
        ("<button>Menu</button><script>fetch('/api/weather')</script>", None),
        ("<script>fetch('/api?offset=' + n)</script>", None),
    ],
)
def test_the_url_behind_a_button(html: str, found: str | None) -> None:
    document = parse_document(f"<body>{html}", URL)
    assert url_of_more(document, URL, shown=7) == (URL + found if found else None)


ATTRIBUTES = (
    "data-url", "data-href", "data-next", "data-next-url", "data-next-page", "data-more", "data-more-url",
    "data-load-more", "data-load-more-url", "data-endpoint", "data-api", "data-api-url", "data-ajax-url",
    "data-ajax", "data-path", "data-source", "hx-get",
)  # fmt: skip


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_an_attribute_that_names_the_next_rows(name: str) -> None:
    document = parse_document(f"<body><button {name}='/api?page=2'>+</button>", URL)
    assert url_of_more(document, URL, shown=7) == f"{URL}api?page=2"


@pytest.mark.parametrize(
    "word", ["more", "next", "load", "older", "mehr", "plus", "pager", "paginate", "infinite", "weiter"]
)
def test_a_mark_of_what_loads_more(word: str) -> None:
    for attribute in ("class", "id"):
        document = parse_document(f"<body><div {attribute}='x-{word}' data-url='/api?page=2'>+</div>", URL)
        assert url_of_more(document, URL, shown=7) == f"{URL}api?page=2"
    assert (
        url_of_more(parse_document("<body><div class=x data-url='/api?page=2'>+</div>", URL), URL, shown=7)
        is None
    )


@pytest.mark.parametrize("name", ["offset", "start", "from", "skip", "begin", "first"])
def test_a_script_that_counts_rows(name: str) -> None:
    document = parse_document(f"<body><button>+</button><script>fetch('/api?{name}=' + n)</script>", URL)
    assert url_of_more(document, URL, shown=7) == f"{URL}api?{name}=7"


@pytest.mark.parametrize("name", ["page", "p", "paged", "pg", "pageno", "page_number"])
def test_a_script_that_counts_pages_may_count_them_from_none(name: str) -> None:
    document = parse_document(f"<body><button>+</button><script>fetch('/api?a=1&{name}=' + n)</script>", URL)
    assert url_of_more(document, URL, shown=7) == f"{URL}api?a=1&{name}=1"


NEXT = ["next", "next_url", "nextUrl", "next_page_url", "nextPageUrl", "more", "more_url", "loadMoreUrl"]


NO_MORE = ["has_more", "hasMore", "has_next", "hasNext", "has_more_page", "hasNextPage"]


LAST = [
    "is_last",
    "isLast",
    "last_page",
    "is_last_page",
    "isLastPage",
    "is_end",
    "isEnd",
    "list_end",
    "last_page_reached",
]


@pytest.mark.parametrize(
    "name",
    [
        "data-url", "data-href", "data-next", "data-next-url", "data-next-page", "data-more", "data-more-url",
        "data-load-more", "data-load-more-url", "data-endpoint", "data-api", "data-api-url", "data-ajax-url",
        "data-ajax", "data-path", "data-source", "hx-get",
    ],
)  # fmt: skip
def test_where_a_button_says_what_it_loads(name: str) -> None:
    document = parse_document(f"<body><button {name}='/rows?page=2'>x</button>", URL)
    assert url_of_more(document, URL, shown=7) == f"{URL}rows?page=2"
    marks_itself = any(word in name for word in ("next", "more"))
    document = parse_document(f"<body><div {name}='/rows?page=2'>x</div>", URL)
    assert url_of_more(document, URL, shown=7) == (f"{URL}rows?page=2" if marks_itself else None)


@pytest.mark.parametrize("kind", ["class", "id"])
@pytest.mark.parametrize(
    "word",
    ["more", "next", "load", "older", "mehr", "plus", "pager", "paginated", "infinite", "weiter", "MORE"],
)
def test_what_an_element_that_loads_more_is_called(kind: str, word: str) -> None:
    document = parse_document(f"<body><div {kind}='x-{word}' data-url='/rows?page=2'>x</div>", URL)
    assert url_of_more(document, URL, shown=7) == f"{URL}rows?page=2"


@pytest.mark.parametrize(
    ("attribute", "asked"),
    [
        *((f"data-{name}=1", "page=2") for name in ("page", "next-page", "current-page", "paged")),
        *((f"data-{name}=3", "page=3") for name in ("page", "next-page", "current-page", "paged")),
        *((f"data-{name}=0", f"{name}=7") for name in ("offset", "start", "skip", "from")),
        *((f"data-{name}=3", f"{name}=3") for name in ("offset", "start", "skip", "from")),
    ],
)
def test_where_a_button_says_how_far_it_is(attribute: str, asked: str) -> None:
    document = parse_document(f"<body><button data-url=/rows {attribute}>x</button>", URL)
    assert url_of_more(document, URL, shown=7) == f"{URL}rows?{asked}"
