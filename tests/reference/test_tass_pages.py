"""The seed page, a real article page, and real listing blocks."""

import re
from html import escape
from pathlib import Path

import pytest
from lxml import html as lxml_html

from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.document import parse_document
from newscrawler.extract import read_page
from newscrawler.items import Article
from newscrawler.spiders.tass.layouts import OLDER_LISTINGS
from newscrawler.spiders.tass.spider import TassSpider

TASS = Path(__file__).resolve().parents[3] / "shared" / "reference" / "tass"
SITE = TassSpider.declared_site()


def seed_lines() -> list[str]:
    (path,) = TASS.glob("seed-*.txt")
    return path.read_text("utf-8").split("\n")


def seed_page(*, section_class: str = "b-material__section", topic_class: str = "b-tags__item") -> bytes:
    """The seed's facts in the markup of the older layout, its widgets around them."""
    lines = seed_lines()
    at = next(n for n, line in enumerate(lines) if re.match(r"May 04, 19:27 UTC\+3", line))
    section, when = lines[at - 1], lines[at]
    headline = next(line for line in reversed(lines[: at - 1]) if line)
    lead = next(line for line in lines[at + 1 :] if line)
    body_at = next(n for n, line in enumerate(lines) if line.startswith("ASTANA, "))
    end = next(n for n, line in enumerate(lines) if n > body_at and "{{" in line)
    block = lines[body_at:end]
    read_also = block.index("Read also")
    shown = [line for line in block[read_also + 1 :] if line][:2]
    paragraphs = [line for line in block[:read_also] if line] + [
        line for line in block[read_also + 1 :] if line and line not in shown
    ]
    first, *others = (f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)
    tail = lines[end:]
    topics = ("Foreign policy", "Syrian conflict")
    assert " ".join(topics) in tail
    widgets = "".join(
        f"<div class='item'><a class='item__title GTM-most_read' href='/world/1'>{escape(t)}</a></div>"
        for t in tail
        if t
    )
    box = (
        f'<div class="b-links b-links_mini b-links_right printHidden"><h4>Read also</h4><div>{escape(shown[0])}</div>'
        f'<a href="/politics/944300">{escape(shown[1])}</a></div>'
    )
    tags = "".join(
        f'<a class="{topic_class}" href="/{slug}">{name}</a>'
        for name, slug in zip(topics, ("a-b", "c-d"), strict=True)
    )
    return f"""<!DOCTYPE html><html ng-app="mainModuleNG" ng-controller='mainTASScontroller' lang="ru"><head><meta charset="utf-8">
<title>TASS: {escape(section)} - {escape(headline)}</title><meta property="og:site_name" content="TASS"></head><body>
<ul class="b-category__list"><li class="b-category__item" data-id="4954"><a class="b-category__link" href="/politics">{escape(section)}</a></li></ul>
<p>Select the city</p><p>Currency converter</p><div class="b-material">
<h1 class="b-material__title">{escape(headline, quote=False)}</h1><a class="{section_class}" href="/politics">{escape(section)}</a>
<div class="b-material__info"><span class="b-material__date">{escape(when)}</span>
<span class="b-material__preview" itemprop="description">{escape(lead, quote=False)}</span></div><div class="b-share">Share</div>
<div class="b-pages">1 pages in this article</div>
<div class="b-material-text__l js-mediator-article">{first}{box}{"".join(others)}</div>
<div class="extra-content"><div>{{{{item.group_date}}}} {{{{item.suffix?", "+item.suffix:""}}}}</div><a href="#">Show more</a>
<div class="b-tags"><h4>Topics</h4>{tags}</div></div></div>
<div class="b-widget b-widget_most-popular">{widgets}</div></body></html>""".encode()


@pytest.mark.parametrize("section_class", ["b-material__section", "unknown"])
def test_the_seed_page(section_class: str) -> None:
    page = seed_page(section_class=section_class)
    article = read_page(
        page, "http://tass.com/politics/944692", site=SITE, fetched_at="2026-11-23T10:00:00+00:00"
    ).article
    assert article
    lines = seed_lines()
    assert article.id == "tass:944692"
    assert article.headline == "Russia looking for cooperation with US on Syria — diplomat"
    assert article.section == "Russian Politics & Diplomacy"
    assert article.published_at == "2017-05-04T19:27:00+03:00"
    evidence = article.published_at_evidence
    assert evidence
    assert (evidence.precision, evidence.offset, evidence.year_source) == (
        "minute",
        "stated",
        "article-number",
    )
    assert article.lead in lines
    assert article.body
    paragraphs = article.body.split("\n\n")
    assert len(paragraphs) == 5
    assert all(paragraph in lines for paragraph in paragraphs)
    assert article.dateline
    assert article.dateline.text == "ASTANA, May 4. /TASS/."
    assert article.body.startswith(article.dateline.text)
    assert (article.dateline.place, article.dateline.date_text, article.dateline.agency) == (
        "ASTANA",
        "May 4",
        "TASS",
    )
    assert article.agency == "TASS"
    assert article.authors == []
    assert article.topics == ["Foreign policy", "Syrian conflict"]
    assert [story.headline for story in article.related] == [
        "Russia, US to continue contacts on Syria — defense minister"
    ]
    assert article.images == []
    assert article.language == "en"


def test_a_real_page() -> None:
    html = (TASS / "tass-ru-2020-06-moskva-8836033.html").read_bytes()
    article = read_page(html, "https://tass.ru/moskva/8836033", site=SITE).article
    assert isinstance(article, Article)
    root = lxml_html.fromstring(html.decode())
    texts = [
        " ".join(part.text_content().split())
        for part in root.cssselect(".text-content .text-block p, .text-content .text-block h2")
    ]
    assert article.body == "\n\n".join(text for text in texts if text)
    assert article.published_at == "2020-06-29T00:16:15+03:00"
    assert article.headline == " ".join(root.cssselect("h1.news-header__title")[0].text_content().split())
    assert article.lead == " ".join(root.cssselect(".news-header__lead")[0].text_content().split())
    assert article.language == "ru"
    assert article.dateline
    assert article.dateline.place == "МОСКВА"
    assert article.id.endswith(":8836033")
    assert article.section == "Москва"


def test_listing_block_of_a_real_front_page() -> None:
    html = (TASS / "tass-com-2018-03-20-home-excerpt.html").read_text("utf-8")
    page = read_html(parse_document(html, "http://tass.com/").root, "http://tass.com/", OLDER_LISTINGS.rows)
    rows = {link.url: (link.headline, link.published_at) for link in page.links}
    assert rows["http://tass.com/politics/995102"] == (
        "Russia regrets EU chose ‘European solidarity’ over objectivity in Skripal case",
        "March 19, 21:32",
    )
    assert rows["http://tass.com/politics/995053"] == (
        "World leaders congratulate Putin on winning re-election",
        "March 19, 17:13",
    )
    assert rows["http://tass.com/press-releases/995137"][1] == "March 20, 9:00"
    assert len(rows) == 5


def test_a_real_feed_item() -> None:
    page = read_feed((TASS / "tass-ru-2021-12-rss-item.xml").read_bytes(), "https://tass.ru/rss/v2.xml")
    (link,) = page.links
    assert link.url == "https://tass.ru/sport/13287229"
    assert link.headline
    assert link.headline.startswith("Фигуристы Мишина и Галлямов")
    assert link.published_at == "2021-12-23T20:37:15+03:00"
    assert link.section == "Спорт"
    assert link.topics == ["Фигурное катание", "Чемпионат России по фигурному катанию"]
    assert link.language == "ru"
