"""``any_site`` on newsrooms that nobody has declared gives the same articles."""

import asyncio
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.crawl import crawl, read_jsonl
from tests.hostile.hostile_server import OTHER, Answer, Asked, HostileNewsroom, article, http
from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow


def path_of(url: str) -> str:
    return urlsplit(url).path.rstrip("/")


@pytest.mark.parametrize("layout", ["plain", "feeds", "today"])
def test_the_articles_of_an_undeclared_site(newsroom: NewsroomFactory, tmp_path: Path, layout: str) -> None:
    site = newsroom(layout)  # type: ignore[arg-type]
    found = crawl("any_site", tmp_path, url=site.base_url)
    lines = read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))
    by_path = {path_of(line["url"]): line for line in lines}
    assert len(by_path) == len(lines)
    wanted = {path_of(article.url): article for article in site.articles}
    if layout != "today":  # most of its listings are JSON addresses, which only a declared spider asks
        slugs = {path.rpartition("/")[2] for path in by_path}  # a story under two sections is one article
        missing = {path.rpartition("/")[2] for path in wanted} - slugs
        assert not missing, found.stderr[-1500:]
        assert len(lines) == len(slugs)
    assert not by_path.keys() - wanted.keys()
    differences = [
        f"{path} {name}: {line[name]!r} instead of {value!r}"
        for path, line in by_path.items()
        for name, value in {
            "headline": wanted[path].headline,
            "published_at": wanted[path].published and wanted[path].published.isoformat(),
            "body": wanted[path].body,
        }.items()
        if line[name] != value
    ]
    assert not differences, "\n".join(differences)


def test_a_section_that_the_menus_do_not_have(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    found = crawl("any_site", tmp_path, url=newsroom("plain").base_url, sections="gardening")
    assert found.code == 2
    assert "politics, world" in found.stderr.strip().split("\n")[-1]


def test_sections_of_the_menus(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("plain")
    crawl("any_site", tmp_path, url=site.base_url, sections="science")
    lines = read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))
    wanted = {article.headline for article in site.articles if article.section_slug == "science"}
    assert {line["headline"] for line in lines} == wanted


def test_the_url_is_required(tmp_path: Path) -> None:
    found = crawl("any_site", tmp_path)
    assert found.code == 2
    assert "-a url=" in found.stderr


@pytest.mark.parametrize(("most", "read"), [("2", [0, 1]), ("0", [0, 1, 2])])
def test_no_more_sitemaps_of_robots_txt_than_the_bound(tmp_path: Path, most: str, read: list[int]) -> None:
    with HostileNewsroom() as room:
        story = f"{room.site}/news/2026/05/04/the-harbour-opens-again-%d"
        maps = [f"/news-{number}.xml" for number in range(3)]
        room.robots = http(200, "\n".join(f"Sitemap: {room.site}{path}" for path in maps).encode())
        room.routes["/"] = http(200, b"<title>News</title>")
        for number, path in enumerate(maps):
            room.routes[path] = http(200, f"<urlset><url><loc>{story % number}</loc></url></urlset>".encode())
            room.routes[urlsplit(story % number).path] = http(200, article(number))
        found = crawl("any_site", tmp_path, {"ROBOTS_MAX_SITEMAPS": most}, url=room.site)
        asked = [maps.index(asked.path) for asked in room.asked if asked.path in maps]
    lines = read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))
    assert sorted(asked) == read
    assert {line["headline"] for line in lines} == {f"Story {number}" for number in read}
    assert ("beyond ROBOTS_MAX_SITEMAPS" in found.stderr) is (most == "2")


@pytest.mark.parametrize(
    ("named", "answers", "failed"),
    [
        (False, {}, {}),
        (False, {"/sitemap.xml": http(500)}, {}),
        (True, {}, {}),
        (True, {"/news.xml": http(404)}, {}),
        (True, {"/news.xml": http(500)}, {"http-500": 1}),
    ],
    ids=["guessed", "guessed and broken", "named", "named and gone", "named and broken"],
)
def test_a_sitemap_that_the_site_names_is_missed(
    answers: dict[str, bytes], failed: dict[str, int], tmp_path: Path, *, named: bool
) -> None:
    first, second = (f"/news/2026/05/04/the-harbour-opens-again-{number}" for number in (1, 2))
    with HostileNewsroom() as room:
        sitemap = http(200, f"<urlset><url><loc>{room.site}{first}</loc></url></urlset>".encode())
        room.routes = {
            "/": http(200, f'<a href="{second}">The harbour opens again, part two</a>'.encode()),
            first: http(200, article(1)),
            second: http(200, article(2)),
            "/sitemap.xml": sitemap,
            "/news.xml": sitemap,
            **answers,
        }
        room.robots = http(200, f"Sitemap: {room.site}/news.xml".encode()) if named else http(404)
        found = crawl("any_site", tmp_path, {"RETRY_TIMES": "0"}, url=room.site)
        asked = {asked.path for asked in room.asked}
    assert asked & {"/sitemap.xml", "/news.xml"} == {"/news.xml" if named else "/sitemap.xml"}
    assert found.runs[0]["listings_failed"] == failed
    assert found.code == (3 if failed or answers.get("/news.xml") else 0)
    headlines = {line["headline"] for line in read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))}
    assert headlines == ({"Story 2"} if answers else {"Story 1", "Story 2"})


@pytest.mark.parametrize("is_let_in", [True, False])
@pytest.mark.parametrize("forbidden", [b"", b"Disallow: /map"])
def test_feeds_and_sitemaps_on_another_host(tmp_path: Path, forbidden: bytes, is_let_in: bool) -> None:
    first, second, third = (f"/news/2026/05/04/the-harbour-opens-again-{number}" for number in (1, 2, 3))
    with HostileNewsroom() as room:
        stories = {path: http(200, article(path[-1])) for path in (first, second, third)}
        feed = f"<link rel=alternate type=application/rss+xml href='{room.other}/rss'>"
        front = f"{feed}<p><a href={third}>The harbour opens again, the third part</a></p>"
        room.routes = {"/": http(200, front.encode()), **stories}
        robots = b"User-agent: *\n" + forbidden + f"\nSitemap: {room.other}/map".encode()
        room.robots = http(200, robots)
        rows = f"<rss><channel><item><link>{room.site}{first}</link></item></channel></rss>"
        room.other_routes = {
            "/rss": http(200, rows.encode(), "Content-Type: text/xml"),
            "/map": http(200, f"<urlset><url><loc>{room.site}{second}</loc></url></urlset>".encode()),
        }
        hosts = "127.0.0.1,127.0.0.2" if is_let_in else "127.0.0.1"
        crawl("any_site", tmp_path, {"RETRY_TIMES": "0", "ALLOWED_PRIVATE_HOSTS": hosts}, url=room.site)
        asked = {one.path for one in room.asked if one.host == OTHER} - {"/robots.txt"}
    found = {line["headline"] for line in read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))}
    allowed = {"/rss"} if forbidden else {"/rss", "/map"}
    assert asked == (allowed if is_let_in else set())
    shown = {"/rss": "Story 1", "/map": "Story 2"}
    assert found == {"Story 3", *(shown[path] for path in asked)}


STORIES = [f"/news/2026/05/04/the-harbour-opens-again-{number}" for number in range(6)]


def paper(room: HostileNewsroom, rows: int = 3) -> None:
    links = "".join(f'<a href="{story}">The harbour opens again {story[-1]}</a>' for story in STORIES[:rows])
    room.routes = {
        "/": http(200, links.encode()),
        "/politics": http(200, links.encode()),
        **{story: http(200, article(number)) for number, story in enumerate(STORIES)},
    }


def test_a_url_without_a_scheme_is_asked_for_by_https_and_then_by_http(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        paper(room)
        found = crawl("any_site", tmp_path, {"RETRY_TIMES": "0"}, url=room.site.removeprefix("http://"))
    assert found.code == 0, found.stderr
    assert found.runs[-1]["new"] == 3


def test_a_url_with_a_path_is_said_to_be_read_as_the_front_page(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        paper(room)
        found = crawl("any_site", tmp_path, url=f"{room.site}/politics")
        assert found.runs[-1]["new"] == 3
        assert "url= has a path: /politics is read as the front page" in found.stderr
        wrong = crawl("any_site", tmp_path / "wrong", url=f"{room.site}/polit")
    assert wrong.code == 1
    assert "/polit: answers 404" in wrong.stderr.strip().split("\n")[-1]


def test_max_pages_bounds_sitemaps(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        paper(room, rows=0)
        maps = "".join(f"<sitemap><loc>{room.site}/map{number}.xml</loc></sitemap>" for number in range(6))
        urls = [f"<urlset><url><loc>{room.site}{story}</loc></url></urlset>" for story in STORIES]
        room.robots = http(200, f"Sitemap: {room.site}/index.xml".encode())
        room.routes |= {
            "/index.xml": http(200, f"<sitemapindex>{maps}</sitemapindex>".encode()),
            **{f"/map{number}.xml": http(200, body.encode()) for number, body in enumerate(urls)},
        }
        for name in ("index", "robots.txt"):
            crawl("any_site", tmp_path / name, url=room.site, source="sitemap", max_pages="2")
            assert len([asked for asked in room.asked if asked.path.startswith("/map")]) == 2, name
            room.asked.clear()
            named = "\n".join(f"Sitemap: {room.site}/map{number}.xml" for number in range(6))
            room.robots = http(200, named.encode())


def test_max_pages_bounds_the_pages_of_a_feed(tmp_path: Path) -> None:
    with HostileNewsroom() as room:
        paper(room, rows=0)
        for number, story in enumerate(STORIES):
            following = f'<link rel="next" href="{room.site}/rss{number + 1}.xml"/>'
            feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{following}<entry><title>Harbour</title>'
            feed += f'<link href="{room.site}{story}"/></entry></feed>'
            room.routes[f"/rss{number}.xml"] = http(200, feed.encode(), "Content-Type: text/xml")
        link = b'<link rel="alternate" type="application/atom+xml" href="/rss0.xml">'
        room.routes["/"] = http(200, link)
        crawl("any_site", tmp_path, url=room.site, source="feed", max_pages="2")
        assert len([asked for asked in room.asked if asked.path.startswith("/rss")]) == 2


def test_a_pager_that_names_no_page_cuts_no_story(tmp_path: Path) -> None:
    """That a link leads on was our guess; a page that fails is missed all the same."""
    story = "/news/2026/05/04/the-harbour-opens-again-{}"
    with HostileNewsroom() as room:
        paper(room)
        for number, answer in enumerate((http(404), http(500), http(200, article("two")))):
            own = story.format(number)
            room.routes[own] = http(200, article(number, f'<link rel="next" href="{own}/2">'))
            room.routes[f"{own}/2"] = answer
        allowed = {"ALLOWED_PRIVATE_HOSTS": f"127.0.0.1:{room.port}", "RETRY_TIMES": "0"}
        run = crawl("any_site", tmp_path, allowed, url=room.site).runs[-1]
    lines = read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))
    assert {line["headline"]: "End of two." in line["body"] for line in lines} == {
        "Story 0": False,
        "Story 2": True,
    }
    assert run["failed"] == {"page-2-http-500": 1}


def test_a_site_that_gives_each_reader_a_cookie_first(tmp_path: Path) -> None:
    def first_a_cookie(page: bytes) -> Answer:
        async def answer(asked: Asked, writer: asyncio.StreamWriter, _: int) -> None:
            given = http(302, b"", f"Location: {asked.path}", "Set-Cookie: reader=1; Path=/")
            writer.write(page if "reader=1" in asked.headers.get("cookie", "") else given)

        return answer

    with HostileNewsroom() as room:
        paper(room)
        room.routes = {path: first_a_cookie(page) for path, page in room.routes.items()}  # type: ignore[arg-type]
        assert crawl("any_site", tmp_path, url=room.site).runs[-1]["new"] == 3
    assert max(Counter(asked.path for asked in room.asked).values()) == 2
