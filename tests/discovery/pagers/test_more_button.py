"""A page's button for more is known by its words, in any language, or by the names in its markup."""

import pytest

from newscrawler.discovery.pagers.more_button import has_more_button
from newscrawler.document import parse_document


@pytest.mark.parametrize(
    ("html", "has"),
    [
        ("<button>Load more</button>", True),
        ("<button>加载更多</button>", True),
        ("<button>Показать ещё</button>", True),
        ("<a href='#' class=btn>Weitere Meldungen</a>", True),
        ("<a href='javascript:void 0'>더 보기</a>", True),
        ("<input type=button value='Plus d’articles'>", True),
        ("<button class=js-load-more><svg></svg></button>", True),
        ("<button aria-label='Show more stories'></button>", True),
        ("<div id=infinite-scroll-sentinel></div>", True),
        ("<button>Menu</button><button>Search</button>", False),
        ("<nav><button>More news</button></nav>", False),
        ("<a href=/more>More news</a>", False),
        ("<p>Load more</p>", False),
    ],
)
def test_what_brings_more(html: str, has: bool) -> None:
    document = parse_document(f"<body><main>{html}</main>", "https://paper.example/")
    assert has_more_button(document.root) is has
