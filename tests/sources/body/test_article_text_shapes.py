"""Shapes of pages on which body extractors are known to fail, each as a small invented page."""

from __future__ import annotations

import json

from tests.sources.stories import expected, found, lines, paragraph, story


def test_live_blog_keeps_its_introduction_and_entries_without_their_furniture():
    entries = "".join(
        f"<div class='post-{n}'><h3>Entry {n} of the night</h3><p>{paragraph(20 + n)}</p>"
        f"<div class='entry-meta'>Ada Brook 2 March 22:{10 + n}</div><button>Bookmark</button></div>"
        for n in range(1, 5)
    )
    points = "<aside class='key-points'><ul><li><a href='#1'>Council votes at last</a></li></ul></aside>"
    sign_up = (
        "<div class='newsletter-sign-up'><p>Get the harbour letter every morning in your inbox.</p></div>"
    )
    page = f"<article><h1>T</h1><div class='main'>{story(1, 3)}{points}{sign_up}<div>{entries}</div></div></article>"
    body = lines(page)
    assert body[:3] == expected(1, 3)
    assert body[3:] == [line for n in range(1, 5) for line in (f"Entry {n} of the night", paragraph(20 + n))]


def test_long_ticker_is_kept_whole():
    entries = "".join(
        f"<article id='e{n}'><time>19:{n:02}</time><div class='ticker-text'><p>{paragraph(n)}</p></div></article>"
        for n in range(10, 40)
    )
    page = f"<main><h1>T</h1><div class='ticker'>{entries}</div></main>"
    assert [line for line in lines(page) if line.startswith("Item")] == expected(10, 39)


def test_second_article_recommended_in_full_markup():
    first = (
        f"<article><h1>Harbour council votes again</h1><div class='bodytext'>{story(1, 4)}</div></article>"
    )
    second = f"<article><h1>Other story of the day</h1><div class='bodytext'>{story(60, 69)}</div></article>"
    assert lines(first + second, headline="Harbour council votes again") == expected(1, 4)


def test_readers_comments_longer_than_the_article():
    comments = "".join(f"<li class='comment'><p>{paragraph(n)}</p></li>" for n in range(50, 70))
    cap = "<p><span class='initial-letter'>N</span> <span>ow at last the council has decided on the fees.</span></p>"
    appeal = "<div class='promo-box'><p>Support us: independent news needs readers who pay for it.</p></div>"
    page = f"<article><h1>T</h1><div class='corpus'>{cap}{story(1, 4)}{appeal}</div><ul id='comments'>{comments}</ul></article>"
    assert lines(page) == ["Now at last the council has decided on the fees.", *expected(1, 4)]


def test_inset_box_with_a_speech_longer_than_the_article():
    box = f"<div class='factbox'><h2>The speech in full</h2>{story(50, 57)}</div>"
    page = f"<article><h1>T</h1><div class='article-body'>{story(1, 4)}{box}{story(5, 8)}</div></article>"
    assert lines(page) == expected(1, 8)


def test_read_more_box_neither_ends_the_text_nor_stays_in_it():
    box = (
        "<div class='excerpt'><div><p>Czytaj więcej</p></div><div><h3><a href='/x'>Rada portu</a></h3>"
        "<p>Rada portu głosuje po raz drugi w sprawie opłat.</p></div></div>"
    )
    page = f"<article><h1>T</h1><div class='body'>{story(1, 3)}{box}{story(4, 6)}{box}{story(7, 8)}</div></article>"
    assert lines(page) == expected(1, 8)


def test_body_only_in_script_state_escaped():
    state = {
        "data": {
            "title": "항만위원회, 요금 결정",
            "contentHtml": "".join(f"<p>{paragraph(n)}</p>" for n in range(1, 5)),
        }
    }
    script = json.dumps(state).replace("<", "\\u003c").replace(">", "\\u003e")
    page = f'<body><div id="__next"></div><script>window["Q"]=[];window["Q"].push({script})</script></body>'
    assert lines(page, headline="항만위원회, 요금 결정 | 신문") == expected(1, 4)


def test_paywall_notice_under_a_short_text_without_spaces():
    text = "港の評議会は月曜日に新しい料金を決めた。船会社は決定に強く反対し、裁判所に訴えると述べた。"
    notice = (
        "<div class='cmp-misc'><p>この記事は会員限定です。紙の新聞の定期購読者の方は、無料で会員登録できます。</p>"
        "<ul class='menu'><li>記事が読み放題</li></ul></div>"
    )
    page = f"<main><h1>港の料金</h1><div class='block'><p>{text}1</p><p>{text}2</p></div>{notice}</main>"
    assert lines(page) == [f"{text}1", f"{text}2"]


def test_consent_placeholder_for_every_embed():
    placeholder = (
        "<div><div><p>Externer Inhalt nicht verfügbar</p>"
        "<p>Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.</p></div></div>"
    )
    page = f"<h1>T</h1><div>{story(1, 2)}{placeholder}{story(3, 4)}{placeholder}{story(5, 5)}</div>"
    assert lines(page) == expected(1, 5)


def test_metadata_hidden_in_the_text():
    hidden = (
        "<div style='display:none' itemprop='image'><span>https://news.example/a.jpg</span> harbour, council, fees</div>"
        "<meta itemprop='datePublished' content='2026-01-01'><div hidden>2026-01-01T10:00:00Z Example News Group</div>"
    )
    page = f"<h1>T</h1><div class='post-content' itemprop='articleBody'>{hidden}{story(1, 4)}{hidden}</div>"
    assert lines(page) == expected(1, 4)


def test_body_split_over_containers_by_adverts():
    def chunk(first, last):
        return f"<div class='grid'><div class='body__inner'>{story(first, last)}</div></div><div class='ad'>Advertisement</div>"

    more = "<div class='recirc'><h2>More Great Stories</h2><ul><li><a href='/x'>A very long walk home</a></li></ul></div>"
    page = f"<article><h1>T</h1><div class='chunks'>{chunk(1, 3)}{chunk(4, 4)}{chunk(5, 9)}</div>{more}</article>"
    assert lines(page) == expected(1, 9)


def test_sign_up_form_with_its_messages():
    form = (
        "<form><p>Thanks for signing up! Keep an eye on your inbox.</p>"
        "<p>Sorry! There was an error processing your subscription.</p><input type='email'></form>"
    )
    page = f"<h1>T</h1><div>{story(1, 2)}{form}{story(3, 4)}<p>Sign up for the harbour letter, free every day.</p></div>"
    assert lines(page) == expected(1, 4)


def test_list_of_links_one_may_also_like():
    likes = "<p><strong>You may also like…</strong></p>" + "".join(
        f"<p><a href='/{n}'>Ten things the harbour never told you, part {n}</a></p>" for n in range(5)
    )
    page = f"<h1>T</h1><div class='entry-content'>{story(1, 4)}{likes}</div>"
    assert lines(page) == expected(1, 4)


def test_shouted_promo_links_and_author_box():
    promo = "<p><strong><a href='/app'>CLICK HERE TO GET THE HARBOUR NEWS APP</a></strong></p>"
    shout = "<p><a href='/x'>COUNCIL MEMBER CALLS THE VOTE ‘A SCANDAL’</a></p>"
    author = "<div class='author-bio'><p>Ada Brook is a reporter for the harbour desk and lives by the sea.</p></div>"
    page = f"<article><h1>T</h1><div class='article-body'>{story(1, 2)}{shout}{story(3, 4)}{promo}{author}</div></article>"
    assert lines(page) == expected(1, 4)


def test_house_line_goes_and_single_paragraph_elements_stay():
    text = "".join(f"<div class='text__x{n} paragraph'>{paragraph(n)}</div>" for n in range(1, 6))
    house = "<p class='house'>Our Standards: <a href='/s'>The Example Principles.</a></p>"
    page = f"<article><h1>T</h1><div class='article-body__content'>{text}{house}</div></article>"
    assert lines(page) == expected(1, 5)


def test_embedded_posts_that_are_quoted_belong():
    post = (
        "<blockquote class='twitter-tweet'><p>We are on it, and the berths will open on Monday.</p>"
        "— Harbour Council (@council) <a href='/t'>November 18, 2019</a></blockquote>"
    )
    page = f"<h1>T</h1><div class='entry-content'>{story(1, 2)}<div class='social-media-embed'>{post}</div>{story(3, 4)}</div>"
    body = lines(page)
    assert body[2] == "We are on it, and the berths will open on Monday."
    assert [line for line in body if line.startswith("Item")] == expected(1, 4)


def test_captions_and_lists_of_videos():
    caption = "<figure><img src='a.jpg'><figcaption>A ship waits in front of the harbour at dawn.</figcaption></figure>"
    plain = "<div class='photo'><img src='a.jpg'><div>The council in session on Monday, in a long row.</div></div>"
    credit = "<p>Photo: Ada Brook / Example Agency</p>"
    videos = "".join(
        f"<li><h3><a href='/v{n}'>Video {n}: the harbour at night</a></h3></li>" for n in range(6)
    )
    page = f"<h1>T</h1><div>{caption}{story(1, 2)}{plain}{credit}{story(3, 4)}<ul>{videos}</ul></div>"
    assert lines(page) == expected(1, 4)


def test_fact_box_with_the_history_of_the_case():
    box = f"<aside class='fact'><h3>The history</h3>{story(50, 51)}</aside>"
    page = f"<article><h1>T</h1><div class='rich-content'>{story(1, 3)}{box}{story(4, 6)}</div></article>"
    assert lines(page) == expected(1, 6)


def test_text_of_the_first_page_alone_where_there_are_more():
    pages = "<ul class='pagination'><li>1</li><li><a href='?page=2'>2</a></li><li><a href='?page=2'>Next page</a></li></ul>"
    page = f"<head><link rel='next' href='?page=2'></head><h1>T</h1><div>{story(1, 4)}{pages}</div>"
    assert lines(page) == expected(1, 4)


def test_soft_hyphens_do_not_survive_nor_hide_the_standfirst():
    lead = "Stjórnmálamenn ræddu hafnargjöld á mánudag og náðu ekki saman um þau."
    soft = lead.replace("málam", "mála\u00adm").replace("gjöld", "\u00adgjöld")
    page = f"<article><div><h1>T</h1><div>{soft}</div></div><div class='b'>{story(1, 4)}</div></article>"
    candidate = found(page, lead=lead)
    assert candidate is not None
    assert (candidate.lead, candidate.text.split("\n\n")) == (lead, [lead, *expected(1, 4)])
