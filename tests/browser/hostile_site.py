"""A site whose pages misbehave in a browser, one way each; its articles are plain HTML with a script."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.newsroom.connection import LoopbackServer
from tests.newsroom.http import Request, Response, html, json_response, plain

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{slug} | Tide Table</title>
<meta property="og:type" content="article"><meta property="article:section" content="Reports"><meta property="article:published_time" content="2025-03-0{day}T08:00:00Z">
<meta property="og:title" content="The harbour master counts {slug}"></head>
<body><article><h1>The harbour master counts {slug}</h1><div id="text"></div></article>
<script>
const write = (extra) => {{
  for (let i = 0; i < 6; i++) {{
    const p = document.createElement("p");
    p.textContent = "Paragraph " + i + " about {slug}: the tide came in, the tide went out, and a clerk wrote it down." + (extra ? " And then: " + extra + "." : "");
    document.getElementById("text").append(p);
  }}
}};
{script}
</script></body></html>"""

SCRIPTS = {
    "sound": "write();",
    "crash": "const a = []; for (;;) a.push(new Array(1e6).fill(Math.random()));",
    "spin": "write(); setTimeout(() => { for (;;); }, 50);",
    "leaves": "write(); setTimeout(() => { location.href = '/article/arrived'; }, 30);",
    "circles": "write(); setTimeout(() => { location.replace('/article/circles#again'); location.reload(); }, 30);",
    "offsite": "write(); location.href = 'http://elsewhere.invalid/';",
    "trespasses": "write(); location.href = '/private/data';",
    "submits": """write(); const f = document.createElement('form'); f.method = 'post'; f.action = '/elsewhere';
document.body.append(f); f.submit();""",
    "arrived": "write();",
    "links": """write(); document.body.insertAdjacentHTML('beforeend', '<a id="on" href="/moved/arrived">On</a>'
+ '<a id="out" href="http://elsewhere.invalid/">Out</a><a id="no" href="/private/data">No</a>');""",
    "popups": """write(); window.open('/popup'); const l = document.createElement('a');
l.href = '/popup'; l.target = '_blank'; document.body.append(l); l.click();
alert('Subscribe!'); new Notification('x'); navigator.geolocation.getCurrentPosition(() => {});""",
    "downloads": """write(); const l = document.createElement('a'); l.href = '/file.zip'; l.download = 'file.zip';
document.body.append(l); l.click();
const b = document.createElement('a'); b.href = URL.createObjectURL(new Blob(['x'.repeat(1e5)])); b.download = 'b.bin';
document.body.append(b); b.click();""",
    "forbidden": """const tell = (name) => fetch('http://127.0.0.3:PORT/secret').then(r => r.text());
Promise.allSettled([tell(), fetch('http://inside.invalid/'), fetch('http://169.254.169.254/latest/'),
fetch('/private/data')]).then((r) => write(r.map(x => x.status).join(' ')));
new Image().src = 'http://127.0.0.3:PORT/secret'; navigator.sendBeacon('http://127.0.0.3:PORT/secret', 'x');
new WebSocket('ws://127.0.0.3:PORT/secret'); const f = document.createElement('iframe');
f.src = 'http://127.0.0.3:PORT/secret'; document.body.append(f);
try { new Worker('data:text/javascript,' + encodeURIComponent("fetch('http://127.0.0.3:PORT/secret')")); } catch (e) {}
const s = document.createElement('link'); s.rel = 'prefetch'; s.href = 'http://127.0.0.3:PORT/secret'; document.head.append(s);
const pc = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.3:PORT'}]}); pc.createDataChannel('x');
pc.createOffer().then(o => pc.setLocalDescription(o));""",
    "worker": """navigator.serviceWorker.register('/worker.js').then(() => write('worker'), () => write('none'));""",
    "state": """write(document.cookie + '|' + localStorage.getItem('k')); document.cookie = 'k=1'; localStorage.setItem('k', '1');""",
    "never": "write();",
    "floods": "write(); for (let i = 0; i < 10000; i++) fetch('/data?' + i).catch(() => {});",
    "hogs": """const kept = []; let n = 0;
try { for (; n < 60; n++) kept.push(new Uint8Array(5e7).fill(1)); } catch (e) {} write(n < 60 ? 'bounded' : 'all');""",
    "polls": "write(); const go = () => fetch('/live?t=' + Math.random()).then(go, go); go();",
    "blanks": "write(); location.href = 'about:blank';",
    "breaks": "write(); window.Promise = undefined;",
    "asks": "let n = 0; const go = () => fetch('/data?' + n++).then(go, go); go(); write();",
}
"""``never``: its answer stalls. ``asks``: asks without end. ``polls``: its questions are held. ``links``: leads on when it is pressed."""

LISTING = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tide Table</title></head><body>
<div id="list">{rows}</div><p id="foot">…</p><button id="more">Show more</button><script>{script}</script></body></html>"""

LISTS = {
    "articles": "document.getElementById('more').remove();",
    "endless": """let n = 0; document.getElementById('more').onclick = () => fetch('/data?n=' + n++).then(() => {
for (let i = 0; i < 10; i++) document.getElementById('list').insertAdjacentHTML('beforeend',
`<a class="row" href="/about/${n}-${i}">About the tide, number ${n} of ${i}</a>`); });""",
    "broken": "document.getElementById('more').onclick = () => fetch('/missing').then(r => r.json());",
    "dead": "",
    "moves": "location.href = '/list/articles?moved';",
    "leaving": """document.getElementById('more').onclick = () => { location.href = '/elsewhere'; };""",
}


class HostileSite(LoopbackServer):
    """``/list/<name>`` and ``/article/<name>``."""

    def __init__(self, *articles: str, on_request: Callable[[Request], None] | None = None) -> None:
        super().__init__("127.0.0.1", 0, 0.0)
        self.articles = articles or tuple(SCRIPTS)
        self.on_request = on_request

    def respond(self, request: Request) -> Response:
        if self.on_request is not None:
            self.on_request(request)
        path = request.path
        if path == "/robots.txt":
            return plain("User-agent: *\nDisallow: /private/\n")
        kind, _, name = path.strip("/").partition("/")
        if kind == "list" and name in LISTS:
            rows = "".join(
                f'<a class="row" href="/article/{a}">The harbour master counts {a}</a>\n'
                for a in self.articles
            )
            return html(LISTING.format(rows=rows, script=LISTS[name]))
        if kind == "article" and name in SCRIPTS:
            script = SCRIPTS[name].replace("PORT", str(self.port))
            return html(PAGE.format(slug=name, day=list(SCRIPTS).index(name) % 9 + 1, script=script))
        if kind == "moved":
            return Response(b"", 302, headers={"Location": f"/article/{name}"})
        if kind == "live":
            time.sleep(6)
            return json_response({})
        if kind == "data":
            return json_response({"rows": []})
        if kind in {"secret", "file.zip", "popup", "worker.js", "private", "elsewhere"}:
            return plain("secret")
        return html("<h1>Not found</h1>", 404)
