"""A newsroom whose pages are empty until their scripts have run.

The same stories as in the plain newsroom. A section is there in several habits: ``/more/politics/`` has a
button, ``/scroll/politics/`` goes on when its last row comes into sight, ``/window/politics/`` keeps only
some rows of its list in the page while it is scrolled, ``/filled/politics/`` is written by one script at
once. ``all`` is every story.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from tests.newsroom import feeds
from tests.newsroom.expected import BY_NUMBER, in_section, stories
from tests.newsroom.http import Request, Response, html, json_response, plain
from tests.newsroom.plain_site import PlainSite, path_of
from tests.newsroom.story import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.newsroom.story import Story

NAME = "Harbour Gazette"
HABITS = ("more", "scroll", "window", "filled")

CONSENT = """<div id="consent" style="position:fixed;inset:0;z-index:9999;background:#fffc">
<form action="/consent"><p>We value your privacy.</p><button>Accept</button></form></div>"""

FRAME = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="/static/gazette.css">
<script src="https://tracker.example/t.js" async></script>
</head><body>
<header><a href="/">{name}</a></header>
<main id="app"></main>
{extra}
<script src="/static/gazette.js"></script>
<script>{call}</script>
</body></html>
"""

STYLE = ".row { display: block; min-height: 22rem } #more[hidden] { display: none }"

SCRIPT = r"""
"use strict";
const app = document.getElementById("app");
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function row(item) {
  const link = document.createElement("a");
  link.className = "row";
  link.href = item.path;
  const time = document.createElement("time");
  time.textContent = new Date(item.published * 1000).toLocaleString("en-GB");
  time.setAttribute("datetime", new Date(item.published * 1000).toISOString());
  const headline = document.createElement("h2");
  headline.textContent = item.title;
  link.append(headline, time);
  return link;
}

async function ask(section, cursor) {
  const answer = await fetch("/api/list", {
    method: "POST",
    headers: {"Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest"},
    body: JSON.stringify({section, size: SIZE, before: cursor}),
  });
  if (!answer.ok) throw new Error("status " + answer.status);
  return answer.json();
}

async function more(section) {
  const list = document.createElement("div"), button = document.createElement("button");
  list.id = "list"; button.id = "more"; button.type = "button"; button.textContent = "Show more";
  button.hidden = true;
  app.append(list, button);
  let cursor = null, busy = false;
  const load = async () => {
    if (busy) { list.append(...[...list.children].map((old) => old.cloneNode(true))); return; }
    busy = true; button.disabled = true;
    const page = await ask(section, cursor);
    await later(60);
    for (const item of page.items) { list.append(row(item)); await later(5); }
    cursor = page.next; busy = false; button.disabled = false;
    button.hidden = !page.hasMore;
  };
  button.addEventListener("click", load);
  await later(80);
  await load();
}

async function scroll(section) {
  const list = document.createElement("div"), foot = document.createElement("p");
  list.id = "list"; foot.textContent = "Loading";
  app.append(list, foot);
  let offset = 0, busy = false, over = false;
  const load = async () => {
    if (busy || over) return;
    busy = true;
    const answer = await fetch(`/api/scroll?section=${section}&limit=${SIZE}&offset=${offset}`);
    const page = await answer.json();
    await later(120);
    list.append(...page.data.rows.map(row));
    offset += page.data.rows.length; over = page.data.rows.length === 0; busy = false;
  };
  new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) load(); }).observe(foot);
}

async function keepSome(section) {
  await scroll(section);
  const list = document.getElementById("list");
  new MutationObserver(() => { while (list.children.length > 2 * SIZE) list.firstChild.remove(); })
    .observe(list, {childList: true});
}

async function filled(section) {
  const request = new XMLHttpRequest();
  request.onload = async () => {
    await later(50);
    app.innerHTML = `<div id="list"></div>`;
    document.getElementById("list").append(...JSON.parse(request.responseText).map(row));
  };
  request.open("GET", `/api/whole?section=${section}`);
  request.send();
}

async function story() {
  const answer = await fetch("/api/story?path=" + encodeURIComponent(location.pathname));
  const page = await answer.json();
  document.head.insertAdjacentHTML("beforeend", page.head);
  await later(40);
  const holder = document.createElement("div");
  holder.innerHTML = page.main;
  const body = [...holder.querySelectorAll("article > *")];
  const article = document.createElement("article");
  app.append(article);
  for (const part of body) { article.append(part); await later(4); }
}
"""


class ScriptedSite(PlainSite):
    """An invented paper that is nothing without its scripts."""

    def __init__(self, *, page_size: int, consent: bool = False) -> None:
        super().__init__(page_size=page_size)
        self.consent = consent

    def respond(self, request: Request, epoch: int) -> Response | None:
        path = request.path
        if path == "/robots.txt":
            return plain(feeds.robots(self.base, disallow=("/account/",)))
        if path == "/static/gazette.js":
            script = SCRIPT.replace("SIZE", str(self.page_size))
            return Response(script.encode(), content_type="text/javascript; charset=utf-8")
        if path == "/static/gazette.css":
            return Response(STYLE.encode(), content_type="text/css")
        if path.startswith("/api/"):
            return self.data(request, epoch)
        if listing := re.fullmatch(rf"/({'|'.join(HABITS)})/(\w+)/", path):
            habit, section = listing.groups()
            if section not in SECTIONS and section != "all":
                return None
            call = {"window": "keepSome"}.get(habit, habit)
            return html(self.shell(SECTIONS.get(section, "All news"), f"{call}({section!r})"))
        return self.article_response(path, epoch)

    def article_response(self, path: str, epoch: int) -> Response | None:
        whole = super().article_response(path, epoch)
        return html(self.shell(NAME, "story()")) if whole and whole.status == 200 else whole

    def shell(self, title: str, call: str) -> str:
        return FRAME.format(
            title=escape(title), name=NAME, call=call, extra=CONSENT if self.consent else "<footer></footer>"
        )

    def data(self, request: Request, epoch: int) -> Response | None:
        asked = {**request.query, **request.asked()}
        found = [s for s in stories(epoch) if self.holds(s) and _is_in(s, str(asked.get("section")))]
        if request.path == "/api/list":
            return json_response(self.batch(found, asked))
        if request.path == "/api/scroll":
            first = int(asked["offset"])
            return json_response({"data": {"rows": _rows(found[first : first + int(asked["limit"])])}})
        if request.path == "/api/whole":
            return json_response(_rows(found))
        if request.path == "/api/story":
            for story in BY_NUMBER.values():
                if path_of(story) == asked.get("path") and (now := story.at(epoch)):
                    return json_response(_parts(self.article(now, epoch)))
        return None

    def batch(self, found: Sequence[Story], asked: dict[str, Any]) -> dict[str, Any]:
        before = asked.get("before")
        rest = [s for s in found if before is None or s.published.timestamp() < before]
        page = rest[: int(asked["size"])]
        return {
            "items": _rows(page),
            "next": int(page[-1].published.timestamp()) if page else None,
            "hasMore": len(rest) > len(page),
        }


def _is_in(story: Story, section: str) -> bool:
    return section == "all" or in_section(story, section)


def _rows(found: Sequence[Story]) -> list[dict[str, Any]]:
    return [
        {
            "path": path_of(s),
            "title": s.headline,
            "published": int(s.published.timestamp()),
            "rubric": s.section_name,
        }
        for s in found
    ]


def _parts(page: str) -> dict[str, str]:
    """The parts that a script puts together again."""
    head = page[page.index('<link rel="canonical"') : page.index("</head>")]
    main = page[page.index("<main>") + 6 : page.index("</main>")]
    return {"head": head, "main": main}
