"""What the scenarios serve, and what the spider is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.hostile.hostile_server import SITE, Asked, HostileNewsroom, article, http

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    Fill = Callable[[HostileNewsroom], dict[str, Any]]
    """Serves pages; returns the spider's arguments."""


def served(answers: dict[str, Any], listed: list[str] | None = None) -> Fill:
    """Serve paths and list them as articles."""

    def fill(room: HostileNewsroom) -> dict[str, Any]:
        room.routes.update(answers)
        return {"articles": [room.site + path for path in listed or answers], "allowed": [SITE]}

    return fill


def with_robots(robots: Any, *more: str) -> Fill:
    """Serve an article under this robots.txt."""

    def fill(room: HostileNewsroom) -> dict[str, Any]:
        room.robots = robots
        room.routes.update({path: http(200, article(1)) for path in ("/news/1", "/news/2", *more)})
        return {"articles": [room.site + path for path in ("/news/1", "/news/2", *more)]}

    return fill


def listing(make: Callable[[Asked, int], str]) -> Any:
    """Serve listing pages that a function makes of the request."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        body = f"<html><body>{make(asked, before)}<p>{'News of the day. ' * 80}</p></body></html>"
        writer.write(http(200, body.encode()))

    return answer


def lists(start: str, routes: dict[str, Any]) -> Fill:
    """Serve paths and start from a listing."""

    def fill(room: HostileNewsroom) -> dict[str, Any]:
        room.routes.update(routes)
        return {"listings": [room.site + start], "allowed": [SITE]}

    return fill


def opt_outs(room: HostileNewsroom) -> dict[str, Any]:
    room.robots = http(200, b"User-agent: GPTBot\nDisallow: /robots\n\nUser-agent: *\nAllow: /\n")
    meta = '<meta name="robots" content="noai"><meta name="tdm-reservation" content="1">'
    return served(
        {
            "/header": http(200, article(1), "X-Robots-Tag: noai", "TDM-Reservation: 1"),
            "/meta": http(200, article(1, meta)),
            "/robots": http(200, article(1)),
            "/none": http(200, article(1)),
        }
    )(room)


def off_the_site(room: HostileNewsroom) -> dict[str, Any]:
    room.other_routes["/y"] = http(200, article(1))
    return served({"/x": http(302, b"", f"Location: {room.other}/y")})(room)


CHALLENGE = http(
    200, b"<html><title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x></script></html>"
)
CALENDAR = lists(
    "/calendar/1",
    {
        "/calendar/*": listing(
            lambda asked, _: f'<a href="/calendar/{int(asked.path.split("/")[2]) + 1}">next</a>'
        )
    },
)
SESSIONS = lists(
    "/(S(aaaaaaaaaaaaaaaa0001))/news",
    {
        "/(S(*": listing(
            lambda asked, _: (
                f'<a href="/(S(aaaaaaaaaaaaaaaa{len(asked.path)}{asked.time % 1:.9f}))/news">again</a>'.replace(
                    "0.", ""
                )
                + "".join(
                    f'<a class="article" href="/(S({asked.time * 1e9:020.0f}))/story/{n}">x</a>'
                    for n in (1, 2)
                )
                if asked.path.endswith("/news")
                else "<h1>Story</h1>"
            )
        )
    },
)
PARAMETERS = lists(
    "/list?x=1",
    {"/list": listing(lambda asked, _: f'<a href="/list?x={int(asked.path.split("=")[1]) + 1}">more</a>')},
)
GROWING = lists("/a/", {"/a/*": listing(lambda asked, _: f'<a href="{asked.path}a/">deeper</a>')})
WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove")
FARM = lists(
    "/amber/",
    {
        f"/{word}*": listing(
            lambda asked, _: (
                "".join(
                    f'<a href="{"/".join(asked.path.split("/")[:-1][-3:])}{next_word}/">x</a>'
                    for next_word in (f"{a}{b}" for a in WORDS for b in WORDS)
                    if next_word not in asked.path
                )
                .replace('href="', 'href="/')
                .replace('href="//', 'href="/')
            )
        )
        for word in WORDS
    },
)
EMPTY_STORIES = lists(
    "/archive/1",
    {
        "/archive/*": listing(
            lambda asked, _: (
                f'<a href="/archive/{int(asked.path.split("/")[2]) + 1}">next</a>'
                + "".join(
                    f'<a class="article" href="/item/{asked.path.split("/")[2]}{n}">x</a>' for n in range(5)
                )
            )
        ),
        "/item/*": listing(lambda asked, _: "nothing"),
    },
)
MANY = lists(
    "/many",
    {
        "/many": listing(lambda *_: "".join(f'<a class="article" href="/n/{n}">x</a>' for n in range(50))),
        "/n/*": http(200, article(1)),
    },
)
LARGE = article(1) + b"<p>News of the day.</p>" * 3000


def listed_once(path: str) -> Fill:
    """Serve a listing with one article at a URL."""
    served_at = path.partition("?")[0]
    return lists(
        "/list",
        {
            "/list": listing(lambda *_: f'<a class="article" href="{path}">x</a>'),
            served_at: http(200, article(1)),
        },
    )


LONG_URL = listed_once("/" + "y" * 3000)
NEWS = {f"/news/{number}": http(200, article(number)) for number in range(1, 21)}
