"""What the hostile newsroom serves: path -> answer, and path -> outcome that it must have."""

from __future__ import annotations

import gzip
import zlib
from functools import cache
from typing import TYPE_CHECKING

import brotli
from backports import zstd

from tests.hostile.hostile_server import (
    Answer,
    HostileNewsroom,
    article,
    cut,
    drip,
    first,
    http,
    late,
    reset,
    stall,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

GZIP = "Content-Encoding: gzip"
BOMB_BYTES = 256 * 1024 * 1024

Case = tuple[bytes | Answer, str]


@cache
def bomb(encoding: str) -> bytes:
    """A page of 256 MB, compressed to a few hundred KB."""
    head, zeros = article(1), bytes(1 << 20)
    if encoding == "br":
        coder = brotli.Compressor(quality=1)
        return (
            coder.process(head)
            + b"".join(coder.process(zeros) for _ in range(BOMB_BYTES >> 20))
            + coder.finish()
        )
    if encoding == "zstd":
        coder = zstd.ZstdCompressor(level=1)
        return (
            coder.compress(head)
            + b"".join(coder.compress(zeros) for _ in range(BOMB_BYTES >> 20))
            + coder.flush()
        )
    wbits = {"gzip": 31, "deflate": 15}[encoding]
    coder = zlib.compressobj(1, wbits=wbits)
    return (
        coder.compress(head)
        + b"".join(coder.compress(zeros) for _ in range(BOMB_BYTES >> 20))
        + coder.flush()
    )


def good() -> dict[str, Case]:
    """Articles that must come out whole, however they are sent."""
    page = article(7)
    chunked = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    two_members = gzip.compress(page[:200]) + gzip.compress(page[200:])
    return {
        **{f"/news/{number}": (http(200, article(number)), "new") for number in range(1, 11)},
        "/good/gzip": (http(200, gzip.compress(page), GZIP), "new"),
        "/good/members": (http(200, two_members, GZIP), "new"),
        "/good/padded": (http(200, gzip.compress(page) + b"\0" * 64, GZIP), "new"),
        "/good/deflate": (http(200, zlib.compress(page), "Content-Encoding: deflate"), "new"),
        "/good/raw-deflate": (http(200, zlib.compress(page, wbits=-15), "Content-Encoding: deflate"), "new"),
        "/good/br": (http(200, brotli.compress(page), "Content-Encoding: br"), "new"),
        "/good/zstd": (http(200, zstd.compress(page), "Content-Encoding: zstd"), "new"),
        "/good/identity": (http(200, page, "Content-Encoding: identity"), "new"),
        "/good/chunked": (chunked + b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page), "new"),
        "/good/until-close": (cut(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page), "new"),
        "/good/moved": (http(301, b"", "Location: /moved-to/here"), "new"),
        "/good/refresh": (http(200, b'<meta http-equiv="refresh" content="0;url=/moved-to/there">'), "new"),
        "/good/reloads": (
            http(200, article(7, '<meta http-equiv="refresh" content="0;url=/good/reloads">')),
            "new",
        ),
        "/good/protected": (
            http(200, article(7, '<script src="/cdn-cgi/challenge-platform/x.js"></script>')),
            "new",
        ),
        "/good/headline-404": (
            http(200, article(404).replace(b"Story 404", b"404 jobs go at the mill")),
            "new",
        ),
        "/good/no-colon": (http(200, page, "X-Odd header without a colon"), "new"),
        "/good/slow": (late(0.5, http(200, page)), "new"),
    }


def recovering() -> dict[str, Case]:
    """Faults that pass."""
    page, packed = article(8), gzip.compress(article(8))
    whole = http(200, page)
    chunk = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n"
        % (len(page), page)
    )
    bad: dict[str, bytes | Answer] = {
        "503": http(503),
        "429": http(429),
        "500": http(500),
        "reset": reset(),
        "reset-in-headers": reset(b"HTTP/1.1 200 OK\r\nContent-"),
        "reset-in-body": reset(whole[:300]),
        "reset-no-length": reset(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page[:300]),
        "cut-length": cut(whole[:300]),
        "cut-chunked": cut(chunk),
        "cut-gzip": http(200, packed[:-20], GZIP),
        "cut-deflate": http(200, zlib.compress(page)[:-20], "Content-Encoding: deflate"),
        "cut-br": http(200, brotli.compress(page)[:-9], "Content-Encoding: br"),
        "cut-zstd": http(200, zstd.compress(page)[:-9], "Content-Encoding: zstd"),
        "damaged-gzip": http(200, packed[:-8] + b"\0\0\0\0" + packed[-4:], GZIP),
        "short-length": http(200, page, length=len(page) - 40),
        "stall": stall(),
        "stall-in-body": stall(whole[:300]),
    }
    return {f"/recovers/{name}": (first(1, answer, whole), "new") for name, answer in bad.items()}


def failing() -> dict[str, Case]:
    """Faults that stay, and bounds."""
    page = article(9)
    whole = http(200, page)
    many = [f"X-H{n}: {n}" for n in range(300)]
    huge = [f"X-Big-{n}: {'x' * 9000}" for n in range(9)]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000000\r\n\r\n"
    twice = "Content-Encoding: gzip, gzip, gzip"
    return {
        "/fails/404": (http(404), "failed http-404"),
        "/fails/500": (http(500), "failed http-500"),
        "/fails/206": (http(206, page, "Content-Range: bytes 0-99/5000"), "failed partial"),
        "/fails/226": (http(226, page), "failed partial"),
        "/fails/302-nowhere": (http(302), "failed http-302"),
        "/fails/reset": (reset(), "failed connection_lost"),
        "/fails/cut": (cut(whole[:300]), "failed truncated"),
        "/fails/cut-gzip": (http(200, gzip.compress(page)[:-20], GZIP), "failed truncated"),
        "/fails/not-gzip": (http(200, page, GZIP), "failed encoding"),
        "/fails/unknown-encoding": (http(200, page, "Content-Encoding: rot13"), "failed encoding"),
        "/fails/many-encodings": (http(200, page, twice), "failed encoding"),
        "/fails/stall": (stall(), "failed timeout"),
        "/fails/drip-headers": (drip(whole, 0.3, 3), "failed timeout"),
        "/fails/drip-body": (drip(bytes(4000), 0.3, 20, head), "failed timeout"),
        "/fails/many-headers": (http(200, page, *many), "failed headers"),
        "/fails/huge-headers": (http(200, page, *huge), "failed headers"),
        "/fails/long-header": (http(200, page, f"X-Long: {'x' * 40000}"), "failed headers"),
        "/fails/endless-100": (_endless(b"HTTP/1.1 100 Continue\r\n\r\n"), "failed headers"),
        "/fails/declared-too-large": (cut(http(200, page, length=10**9)), "failed too_large"),
        "/fails/too-large": (
            _endless(b"x" * 65536, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
            "failed too_large",
        ),
        **{
            f"/fails/bomb-{encoding}": (_lazy(encoding), "failed too_large")
            for encoding in ("gzip", "deflate", "br", "zstd")
        },
        "/fails/port": (http(302, b"", "Location: http://127.0.0.1:99999/"), "failed redirect_url"),
        "/fails/bracket": (http(302, b"", "Location: http://[127.0.0.1/"), "failed redirect_url"),
        "/fails/refresh-port": (
            http(200, b'<meta http-equiv="refresh" content="0;url=http://127.0.0.1:99999/">'),
            "failed redirect_url",
        ),
        "/fails/loop": (http(302, b"", "Location: /fails/loop"), "failed redirect_loop"),
        "/fails/loop-of-two": (http(302, b"", "Location: /fails/loop-back"), "failed redirect_loop"),
        "/fails/chain/0": (_chain, "failed redirects"),
        "/fails/refresh-chain/0": (_refresh_chain, "failed redirects"),
        "/fails/not-http": (cut(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"), "failed connection_lost"),
        "/fails/two-lengths": (
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "failed connection_lost",
        ),
    }


def refusing() -> dict[str, Case]:
    """Pages that somebody does not want to be read, or that are something else."""
    waiting = b"<html><head><title>Just a moment...</title></head><body><script src=/cdn-cgi/challenge-platform/h.js></script></body></html>"
    captcha = b"<html><head><title>News</title></head><body><form><div class=g-recaptcha></div>Are you a robot?</form></body></html>"
    script = b"<html><body><script>document.cookie='__js_p_=1';location.reload()</script></body></html>"
    consent = b"<html><head><title>Cookie consent</title></head><body><form action='/consent/save'><button>Accept all</button></form></body></html>"
    login = b"<html><head><title>Sign in - The Gazette</title></head><body><form><input name=u><input type=password name=p></form></body></html>"
    gone = b"<html><head><title>Page not found | The Gazette</title></head><body><h1>Sorry</h1><p>This page could not be found.</p></body></html>"
    return {
        "/refuses/401": (http(401), "refused http-401"),
        "/refuses/403": (http(403), "refused http-403"),
        "/refuses/451": (http(451), "refused http-451"),
        "/refuses/challenge": (http(200, waiting), "refused challenge"),
        "/refuses/challenge-503": (http(503, waiting), "refused challenge"),
        "/refuses/challenge-header": (
            http(403, b"<html></html>", "Cf-Mitigated: challenge"),
            "refused challenge",
        ),
        "/refuses/captcha": (http(200, captcha), "refused challenge"),
        "/refuses/script": (http(200, script), "refused challenge"),
        "/refuses/consent": (http(200, consent), "refused consent"),
        "/refuses/login": (http(200, login), "refused login"),
        "/refuses/gone": (http(200, gone), "failed soft_404"),
        "/refuses/javascript": (http(302, b"", "Location: javascript:alert(1)"), "refused scheme"),
        "/refuses/file": (http(302, b"", "Location: file:///etc/hostname"), "refused scheme"),
        "/refuses/data": (http(302, b"", "Location: data:text/html,<h1>x</h1>"), "refused scheme"),
        "/private/by-robots": (http(200, article(6)), "refused robots"),
    }


SPELLINGS = (
    "http://127.0.0.3:{port}/", "http://127.3:{port}/", "http://0x7f000003:{port}/", "http://0x7f.0.0.0x3:{port}/",
    "http://2130706435:{port}/", "http://0177.0.0.3:{port}/", "http://127.0.0.3.:{port}/", "http://①②⑦.0.0.3:{port}/",
    "http://127。0。0。3:{port}/", "http://someone@127.0.0.3:{port}/", "//127.0.0.3:{port}/",
    "http://inside.test:{port}/", "http://INSIDE.test:{port}/", "http://[::ffff:127.0.0.3]:{port}/",
    "http://[::ffff:7f00:3]:{port}/", "http://[::127.0.0.3]:{port}/", "http://[64:ff9b::7f00:3]:{port}/",
    "http://[2002:7f00:3::1]:{port}/", "http://[::1]:{port}/", "http://0.0.0.0:{port}/", "http://0:{port}/",
    "http://localhost:{port}/", "http://169.254.169.254/latest/meta-data/", "https://127.0.0.3:{port}/",
    "http://127.0.0.1:1/", "http://10.0.0.1/", "http://[fe80::1]/", "http://site.test:{port}/news/1",
)  # fmt: skip
"""Ways to send a crawler where it must not go."""


def serve(room: HostileNewsroom) -> dict[str, str]:
    """Fill the newsroom; return the URL of every listed article with the outcome that it must have."""
    expected = {}
    for cases in (good(), recovering(), failing(), refusing()):
        for path, (answer, outcome) in cases.items():
            room.routes[path] = answer
            expected[room.site + path] = outcome
    room.routes |= {
        "/moved-to/here": http(200, article(7)),
        "/moved-to/there": http(200, article(7)),
        "/fails/loop-back": http(302, b"", "Location: /fails/loop-of-two"),
        "/fails/chain/*": _chain,
        "/fails/refresh-chain/*": _refresh_chain,
        "/refuses/offsite": http(302, b"", f"Location: {room.other}/news/1"),
        "/same/again": http(302, b"", "Location: /news/1"),
    }
    room.other_routes["/news/1"] = http(200, article(5))
    expected[f"{room.site}/refuses/offsite"] = "refused offsite"
    expected[f"{room.site}/same/again"] = "duplicate redirect"
    expected[f"{room.site}/{'long' * 600}"] = "left url_length"
    expected[f"{room.site}/a/b/a/b/a/b"] = "left trap_path"
    expected[f"{room.site}/{'/'.join('abcdefghijklmnopqrstuvwxyz')}"] = "left trap_path"
    expected[f"{room.site}/x?" + "&".join(f"p{n}=1" for n in range(40))] = "left trap_parameters"
    links = "".join(f'<a class="article" href="{url.replace("&", "&amp;")}">x</a>' for url in expected)
    room.routes["/"] = http(200, f"<html><body>{links}<p>{'Front page. ' * 200}</p></body></html>".encode())
    room.robots = http(200, b"User-agent: *\nDisallow: /private/\n", "Content-Type: text/plain")
    return expected


def serve_ways_inside(room: HostileNewsroom) -> list[str]:
    """Fill the newsroom with redirects to where a crawler must not go; return their URLs."""
    urls = []
    for number, spelling in enumerate(SPELLINGS):
        for kind, answer in _ways(f"{spelling.format(port=room.port)}?{number}"):
            room.routes[f"/inside/{kind}/{number}"] = answer
            urls.append(f"{room.site}/inside/{kind}/{number}")
    return urls


def _ways(target: str) -> Iterator[tuple[str, bytes]]:
    yield "location", http(302, b"", f"Location: {target}l".encode().decode("latin-1"))
    yield (
        "refresh",
        http(200, f'<meta charset=utf-8><meta http-equiv="refresh" content="0; url={target}r">'.encode()),
    )


def _lazy(encoding: str) -> Answer:
    async def answer(asked: object, writer: object, before: int) -> None:
        writer.write(http(200, bomb(encoding), f"Content-Encoding: {encoding}"))  # type: ignore[attr-defined]

    return answer


def _endless(part: bytes, head: bytes = b"") -> Answer:
    async def answer(asked: object, writer: object, before: int) -> None:
        writer.write(head)  # type: ignore[attr-defined]
        for _ in range(20_000):
            writer.write(part)  # type: ignore[attr-defined]
            await writer.drain()  # type: ignore[attr-defined]

    return answer


async def _chain(asked: object, writer: object, before: int) -> None:
    number = int(asked.path.rpartition("/")[2]) + 1  # type: ignore[attr-defined]
    writer.write(http(302, b"", f"Location: /fails/chain/{number}"))  # type: ignore[attr-defined]


async def _refresh_chain(asked: object, writer: object, before: int) -> None:
    number = int(asked.path.rpartition("/")[2]) + 1  # type: ignore[attr-defined]
    page = f'<meta http-equiv="refresh" content="0;url=/fails/refresh-chain/{number}">'
    writer.write(http(200, page.encode()))  # type: ignore[attr-defined]
