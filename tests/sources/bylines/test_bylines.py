"""Bylines: the line that a page shows, and the people in it."""

import pytest

from newscrawler.document import Document, Element, parse_document
from newscrawler.document.node import elements
from newscrawler.extract import extract
from newscrawler.items import Article
from newscrawler.sources.bylines.byline import bylines, printed_byline
from newscrawler.sources.bylines.byline_line import Line

URL = "https://press.example/harbour/wall-4711"
TEXT = "".join(
    f"<p>The harbour council of Aldine agreed on {day} to rebuild the western wall before the winter storms arrive.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)


def read(byline: str, head: str = "", text: str = TEXT) -> Article:
    html = f"<html><head>{head}</head><body><article><h1>Aldine builds a new wall</h1>{byline}{text}</article></body></html>"
    found = extract(html, URL)
    assert found
    return found


@pytest.mark.parametrize(
    ("markup", "authors", "agency", "byline"),
    [
        ('<p class="byline">By <a href="/a">Ann Example</a></p>', ["Ann Example"], None, "By Ann Example"),
        (
            '<div class="byline">By Ann Example and Bob Sample, <b>Associated Press</b></div>',
            ["Ann Example", "Bob Sample"],
            "Associated Press",
            "By Ann Example and Bob Sample, Associated Press",
        ),
        ('<p class="author">dpa</p>', [], "dpa", "dpa"),
        ('<p class="author">Von unserer Redaktion</p>', [], None, "Von unserer Redaktion"),
        ('<p class="byline">Frankfurt</p>', [], None, None),
        ('<div class="author-tools">Text Size</div>', [], None, None),
        ('<p class="byline">Washington Post</p>', [], None, "Washington Post"),
        (
            '<p class="author">Von Max Muster <span>Aktualisiert: 4. Mai 2017, 19:27 Uhr</span></p>',
            ["Max Muster"],
            None,
            "Von Max Muster Aktualisiert: 4. Mai 2017, 19:27 Uhr",
        ),
        (
            '<p class="author">Aktualisiert: 4. Mai 2017, 19:27 Uhr Von Max Muster</p>',
            ["Max Muster"],
            None,
            "Aktualisiert: 4. Mai 2017, 19:27 Uhr Von Max Muster",
        ),
        ("<p>By Ann Example</p>", ["Ann Example"], None, "By Ann Example"),
        (
            "<p>2016-05-11 06:02:00　来源：港口日报　作者：王小明　【字号：大 中 小】</p>",
            ["王小明"],
            None,
            "2016-05-11 06:02:00 来源：港口日报 作者：王小明 【字号：大 中 小】",
        ),
        ("<p>2016-05-11 来源：港口日报　作者：本站</p>", [], None, None),
        ('<p>The wall was drawn by <a href="/people/bob">Bob Mason</a>.</p>', [], None, None),
        (
            '<p>By <a href="/people/ann">Ann Example</a> in Aldine.</p>',
            ["Ann Example"],
            None,
            "By Ann Example in Aldine.",
        ),
        ("<p>現場直播 記者:王小明 碼頭淹水</p>", [], None, None),
        ("<p>記者：王小明 陳怡君 港口報導</p>", ["王小明", "陳怡君"], None, "記者：王小明 陳怡君 港口報導"),
        ("<ul><li>기자명 김영호 기자</li></ul>", ["김영호"], None, "기자명 김영호 기자"),
        ("<em>박소연 기자</em>", ["박소연"], None, "박소연 기자"),
        ("<span>מאת: יעל לוי</span>", ["יעל לוי"], None, "מאת: יעל לוי"),
        ("<span>लेखक: संजय पासवान</span>", ["संजय पासवान"], None, "लेखक: संजय पासवान"),
        ("<div>di ELISA TONON</div>", ["ELISA TONON"], None, "di ELISA TONON"),
        ("<div>di tutto e di più</div>", [], None, None),
        ("<p>by: Ann Example, Dec 17, 2025</p>", ["Ann Example"], None, "by: Ann Example, Dec 17, 2025"),
        (
            "<p>17 December 2025 | By Ann Example</p>",
            ["Ann Example"],
            None,
            "17 December 2025 | By Ann Example",
        ),
        (
            "<div><span>Published August 7, 2023</span> <span>by Ann Example</span></div>",
            ["Ann Example"],
            None,
            "by Ann Example",
        ),
        (
            f"<p>{'A standfirst that says at length what the council has said. ' * 3}</p><p>By Ann Example</p>",
            ["Ann Example"],
            None,
            "By Ann Example",
        ),
        (
            '<div class="author">The Author</div><p>By Ann Example</p>',
            ["Ann Example"],
            None,
            "By Ann Example",
        ),
        (
            '<p class="author">By HARBOUR REPORTER</p><p><a href="/people/max-mayor">Max Mayor</a></p>',
            [],
            None,
            "By HARBOUR REPORTER",
        ),
        (
            '<p><a href="/authors/ann">Ann Example</a>, Aldine</p>',
            ["Ann Example"],
            None,
            "Ann Example, Aldine",
        ),
        ("<p>Interview: Ann Example</p>", ["Ann Example"], None, "Interview: Ann Example"),
        (
            "<div>Par <span>Ann Example</span> – <span>Publié le 3 février 2026 à 18h42, mis à jour le 4 février 2026 à 7h05</span></div>",
            ["Ann Example"],
            None,
            "Par Ann Example – Publié le 3 février 2026 à 18h42, mis à jour le 4 février 2026 à 7h05",
        ),
        (
            "<p><font>Wednesday, February 4, 2004<br>By Ann Example<br>Staff writer</font></p>",
            ["Ann Example"],
            None,
            "Wednesday, February 4, 2004 By Ann Example Staff writer",
        ),
        (
            "<footer class=entry-footer>Posted by <span class='author vcard'>Ann Example</span></footer>",
            ["Ann Example"],
            None,
            "Ann Example",
        ),
        ("<p><span>来源：港口日报</span><span>作者：王小明</span></p>", ["王小明"], None, "作者：王小明"),
        ("", [], None, None),
    ],
)
def test_the_line_and_its_people(
    markup: str, authors: list[str], agency: str | None, byline: str | None
) -> None:
    article = read(markup)
    assert (article.authors, article.agency, article.byline) == (authors, agency, byline)
    assert ("byline" in article.extracted_by) is (byline is not None)


def test_the_printed_line_stands_beside_declared_authors() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Aldine builds a new wall",'
        ' "author": [{"@type": "Person", "name": "Ann Example"}]}</script>'
    )
    article = read('<p class="byline">Story by Ann Example in Aldine</p>', head)
    assert (article.authors, article.byline) == (["Ann Example"], "Story by Ann Example in Aldine")
    assert (article.extracted_by["authors"], article.extracted_by["byline"]) == ("json-ld", "page")
    desk = read('<p class="byline">Text Size</p>', head)
    assert (desk.authors, desk.byline) == (["Ann Example"], None)


def test_single_names_need_somebody_who_declares_them() -> None:
    person = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Aldine builds a new wall", "author": {"@type": "Person", "name": "Lula"}}</script>'
    assert read("", person).authors == ["Lula"]
    assert read("", '<meta name="author" content="Chichester">').authors == []


def test_papers_and_companies_that_metadata_name_are_no_persons() -> None:
    for name in ("바다일보 | 포털", "Aldine Lines AS", "Aldine Lines Limited", "Linee Aldine S.p.A."):
        assert read("", f'<meta name="author" content="{name}">').authors == []
    assert read("", '<meta name="author" content="Ann Las">').authors == ["Ann Las"]


def test_who_comments_is_no_author() -> None:
    comments = "".join(
        f'<li class="comment"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">{name}</b></span> says so</li>'
        for name in ("Carl Comment", "Cora Comment")
    )
    html = (
        '<html><body itemscope itemtype="http://schema.org/Article"><article><h1 itemprop="headline">Aldine builds a new wall</h1>'
        '<span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Ann Example</b></span>'
        f'{TEXT}</article><ol class="commentlist">{comments}</ol></body></html>'
    )
    article = extract(html, URL)
    assert article
    assert article.authors == ["Ann Example"]


def test_a_reporter_signs_the_last_line() -> None:
    text = "".join(
        f"<p>지난 {day} 항구 도시 알딘의 시민회관에서는 오래된 방파제를 지키려는 주민들의 모임이 열렸고 백여 명이 자리를 채웠다.</p>"
        for day in ("월요일", "화요일", "수요일", "목요일")
    )
    assert read("", text=text + "<p>알딘=홍길산 기자 hong@daily.example</p>").authors == ["홍길산"]
    assert read("", text=text + "<p>모임에는 여러 신문의 기자 열 명도 왔다.</p>").authors == []


def test_a_form_is_no_byline() -> None:
    form = '<div class="author">点击登录 | 昵称： 用户名： 密码： 注册 发言 我的微博 退出</div>'
    article = read(form)
    assert (article.authors, article.byline) == ([], None)


def test_a_paper_behind_the_title_is_no_person() -> None:
    text = "".join(
        f"<p>港务委员会{day}决定在冬季风暴到来之前修建新的防波堤，渔民希望施工期间码头继续开放，市长说明年春天开工。</p>"
        for day in ("星期一", "星期二", "星期三", "星期四")
    )
    for name, authors in (("港口", []), ("王小明", ["王小明"])):
        html = (
            f'<head><title>港务委员会决定修建新的防波堤_港口新闻中心</title><meta name="author" content="{name}"></head>'
            f"<body><article><h1>港务委员会决定修建新的防波堤</h1>{text}</article></body>"
        )
        article = extract(html, URL)
        assert article
        assert article.authors == authors


def page(body: str) -> Document:
    return parse_document(f"<body>{body}</body>", URL)


def within_body(document: Document) -> list[Element]:
    return [each for each in elements(document.root) if each.tag not in ("html", "head", "body")]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p class=byline>By <b>Ann Example</b></p>", [Line("By Ann Example", "By Ann Example")]),
        (
            "<p class=byline>By <b>Ann Example</b> <b>Aldine Press</b></p>",
            [Line("By Ann Example | Aldine Press", "By Ann Example Aldine Press")],
        ),
        ("<a rel=author>Ann Example</a>", [Line("Ann Example", "Ann Example")]),
        ("<p><a href=/authors/ann>Ann Example</a> , ABC</p>", [Line("Ann Example", "Ann Example, ABC")]),
        ("<p>By Ann Example</p>", [Line("By Ann Example", "By Ann Example")]),
        (
            "<p><b>Author:</b><i> </i><b>Ann Example</b></p>",
            [Line("Author: Ann Example", "Author: Ann Example")],
        ),
        ("<p class=author-bio>Ann Example</p>", []),
        ("<aside><p class=byline>Ann Example</p></aside>", []),
        ("<p class=byline hidden>Ann Example</p>", []),
        (f"<p class=byline>{'Ann Example ' * 20}</p>", []),
        ("<p class=author>Password</p>", []),
        ("<figure><p class=author>Ann Example</p></figure>", []),
        ("<div class=pull-quote><p class=author>Ann Example</p></div>", []),
        (f"<a href=/b><b>{'Another story of the day ' * 3}</b><span class=author>Ann Example</span></a>", []),
        (
            "<a href=/authors/ann><span class=author>Ann Example</span></a>",
            [Line("Ann Example", "Ann Example")],
        ),
        (
            "<ul><li class=author>Ann Example<li class=author>Bob Sample</ul>",
            [Line("Ann Example", "Ann Example"), Line("Bob Sample", "Bob Sample")],
        ),
        (
            f"<p class=author>Ann Example</p><p>{'Words of a story. ' * 40}</p><p class=author>Bob Sample</p>",
            [Line("Ann Example", "Ann Example")],
        ),
        ("<a href=/b><b class=author>Ann Example</b> The quiet summer</a>", []),
        (
            "<a href=/authors/ann><b class=author>Ann Example</b> Political editor</a>",
            [Line("Ann Example", "Ann Example")],
        ),
        ("<p>Contributions from: <a href=/authors/bob>Bob Sample</a></p>", []),
    ],
)
def test_lines_that_say_who_wrote_it(body: str, lines: list[Line]) -> None:
    document = page(body)
    assert bylines(document, within_body(document)) == lines


def test_bylines_of_many_stories_are_those_of_a_listing() -> None:
    story = "<p class=author>{}</p><p>" + "Words of a story. " * 40 + "</p>"
    document = page("<h1>A story</h1>" + "".join(map(story.format, ("Ann Example", "Bob Sample", "Cy Test"))))
    assert bylines(document, []) == []
    assert bylines(document, within_body(document)) == [Line("Ann Example", "Ann Example")]


def test_the_line_that_names_an_author() -> None:
    lines = [
        Line(*line) for line in (("Text Size",) * 2, ("Ann Example", "By Ann Example"), ("Redaktion",) * 2)
    ]
    assert printed_byline(lines, ["Ann Example"], None) == "By Ann Example"
    assert printed_byline(lines, ["Bob Sample"], None) is None
    assert printed_byline(lines, [], None) == "Redaktion"
    assert printed_byline(lines, [], "Example Agency") is None
