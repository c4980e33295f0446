"""The words that publishers use in ``class`` and ``id``, and those that only look like them."""

from __future__ import annotations

import pytest

from newscrawler.sources.signals import Signal, signal_of, signal_within_line


@pytest.mark.parametrize(
    ("names", "signal"),
    [
        ("article-body", Signal.BODY),
        ("story", Signal.BODY),
        ("c-entry-content", Signal.BODY),
        ("mostRead", Signal.NOISE),
        ("article__more-stories", Signal.NOISE | Signal.NOISY_LINE),
        ("paywall-overlay", Signal.NOISE),
        ("newsletter", Signal.NOISE | Signal.NOISY_LINE),
        ("commentList", Signal.COMMENT),
        ("photo-caption", Signal.CAPTION | Signal.PICTURE),
        ("standfirst", Signal.LEAD),
        ("article-intro", Signal.LEAD),
        ("drop-cap", Signal.DROP_CAP),
        ("twitter-tweet", Signal.EMBED),
        ("main-image", Signal.PICTURE),
    ],
)
def test_what_a_name_says(names: str, signal: int) -> None:
    assert signal_of(names) == signal


@pytest.mark.parametrize(
    "names",
    [
        "",
        "x7",
        "has-sidebar",
        "no-comments",
        "comments-enabled",
        "two-sidebar",
        "md:hidden",
        "shared-history",
        "adverse",
        "tagged",
    ],
)
def test_what_says_nothing(names: str) -> None:
    assert signal_of(names) == Signal.NONE


def test_names_are_added_up() -> None:
    assert signal_of("story photo") == Signal.BODY | Signal.PICTURE


def test_where_a_post_is_filed_says_nothing_of_the_post() -> None:
    assert signal_of("post-12 type-post tag-newsletter category-forum") == Signal.NONE
    assert signal_of("tag-newsletter") & Signal.NOISE


def test_a_standfirst_in_noisy_words_is_no_noisy_line() -> None:
    assert not signal_of("meta lead") & Signal.NOISY_LINE
    assert signal_of("meta") & Signal.NOISY_LINE


def test_a_quoted_post_is_part_of_the_text() -> None:
    assert signal_of("social-media-embed") == Signal.EMBED | Signal.PICTURE
    assert signal_of("social-media") == Signal.NOISE | Signal.PICTURE


OF_A_LINE = """
related recommended readmore newsletter signup promo ad ads advert advertisement sponsored share tags
breadcrumb byline bylines author authors autor auteur autore yazar credit credits timestamp copyright
disclaimer meta
"""
"""Words that say of a single paragraph, too, that it is beside the text."""

OF_A_BOX = """
relateds recommendation recommendations recommender trending popular recirculation recirc outbrain taboola
zergnet revcontent mgid dianomi relatedposts linkbox relacionadas relacionados relaterat correlati verwandt
souvisejici powiazane ilgili leesook lesenswert newsletters subscribe
offer offers promos promotion promotions promoted adverts advertisements advertising advertorial sponsor
banner banners affiliate cta donate donation donations werbung anzeige publicite pub
publicidad publicidade pubblicita annonce annons reklama reklame reklam boletin sharing shares sharebar
sharetools addtoany sharedaddy social socials follow bookmark feedback rating ratings poll quiz compartir
compartilhar condividi partage teilen taglist tagcloud keywords etiquetas breadcrumbs navi navigation navbar
subnav menus submenu menu nav toc pagination pager footer sidebar masthead colophon toolbar tooltip dropdown
flyout modal popup popover overlay sticky swiper search skip login register registration account utility
textwidget cookie cookies consent metadata syndication correction noprint printonly screenonly autores
autoren auteurs autori redakteur bio biography infobox factbox infographic aside inset factoid reference
"""
"""Words that say it of a whole box."""

WORDS = {
    Signal.NOISE: OF_A_BOX,
    Signal.NOISE | Signal.NOISY_LINE: OF_A_LINE,
    Signal.COMMENT: """
        comment comments commentlist disqus respond livefyre openweb spotim coral replies forum kommentare
        kommentarer commentaires comentarios commenti komentarze reacties diskuze yorumlar""",
    Signal.CAPTION: "caption captions figcaption bildunterschrift legende bildtext imagecaption photocaption",
    Signal.LEAD: """
        lead leads lede standfirst dek deck subtitle subhead subheadline subheading summary abstract intro
        excerpt strapline chapo vorspann sapo bajada copete sommario entradilla ingress manchet perex""",
    Signal.DROP_CAP: "dropcap drop-cap first-letter initial-letter",
    Signal.GATE: "subscription subscriptions subscriber subscribers abo abonnement gated gating subscriber-only",
    Signal.EMBED: "twitter-tweet tiktok-embed bluesky-embed fb-post article-tweet",
    Signal.BODY: """
        article-body story-content entry-text post-copy news-main text-txt content-detail page-body
        detail-text body-copy body-text body-content body-main main-text rich-content full-article article
        story storytext articlebody maincontent postcontent""",
    Signal.PICTURE: """
        image img photo foto picture bild media thumb thumbnail figure pict main-image""",
    Signal.ON_HOVER: "hovercard-text hover-box-body hover-card-inner hoverboxblock rollover-text rollover-content",
}


@pytest.mark.parametrize(("signal", "words"), WORDS.items())
def test_each_word_that_publishers_use(signal: int, words: str) -> None:
    wrong = [
        form
        for word in words.split()
        for form in (f"c-{word}__x7", word, word.upper())
        if signal_of(form) & signal != signal and not (signal == Signal.BODY and form.startswith("c-"))
    ]
    if not signal & Signal.NOISY_LINE:
        wrong += [word for word in words.split() if signal_of(word) & Signal.NOISY_LINE]
    assert words.split()
    assert wrong == []


PHRASES = """
read-more also-read see-also learn-next view-more lire-aussi leia-mais lees-ook more-stories more-news more-on-this
more-from more-in more-posts more-links more-articles most-read most-popular recent-posts latest-news next-story
prev-post previous-stories other-articles similar-headlines popular-posts further-news top-stories
trending-viewed inline-promo article-related mehr-zum teaser link-box link-list
up-next sign-up log-in call-to-action app-promo paywall-message paywall-overlay paywall-prompt
paywall-offer paywall-promo paywall-barrier paywall-box paywall-cta paywall-notice social-media about-author
about-the-author fact-box info-box article-tools post-actions entry-footer article-bottom post-links entry-tags
article-meta post-info entry-navigation article-utility tag-list tag-cloud tag-links topic-tags topic-list
print-only no-print-x gallery galerie slideshow carousel line-clamp truncate
"""


def test_each_phrase_for_what_stands_beside_the_text() -> None:
    assert PHRASES.split()
    assert [phrase for phrase in PHRASES.split() if not signal_of(f"c-{phrase}") & Signal.NOISE] == []


@pytest.mark.parametrize(
    "phrase",
    ["line-clamp", "reading-time", "read-time", "read-more", "sign-up", "more-stories", "more-on-this"],
)
def test_phrases_that_hold_for_a_single_line(phrase: str) -> None:
    assert signal_of(phrase) & Signal.NOISY_LINE


@pytest.mark.parametrize(
    "names",
    [
        "sub-headline", "subhead", "sub-title", "subheading", "sub-line", "stand-first", "teaser-text",
        "article-lead", "story-intro", "post-desc", "page-description", "article-summary", "story-teaser",
    ],
)  # fmt: skip
def test_phrases_for_a_standfirst(names: str) -> None:
    assert signal_of(names) & Signal.LEAD


@pytest.mark.parametrize(
    "names",
    [
        "wp-caption", "photo-caption", "image-credit", "img-description", "media-desc", "picture-copyright",
        "photo-info", "image-legend",
    ],
)  # fmt: skip
def test_phrases_for_the_text_of_a_picture(names: str) -> None:
    assert signal_of(names) & Signal.CAPTION
    assert signal_within_line(names) == Signal.CAPTION


@pytest.mark.parametrize(
    ("names", "signal"),
    [
        ("bildunterschrift", Signal.CAPTION),
        ("legende", Signal.CAPTION),
        ("bildtext", Signal.CAPTION),
        ("dropcap", Signal.DROP_CAP),
        ("FirstLetter", Signal.DROP_CAP),
        ("tooltip-text", Signal.ON_HOVER),
        ("popover-body", Signal.ON_HOVER),
        ("popup-box", Signal.ON_HOVER),
        ("hover-card-inner", Signal.ON_HOVER),
        ("rollover-card", Signal.ON_HOVER),
        ("tooltip", Signal.NONE),
        ("newsletter", Signal.NONE),
    ],
)
def test_what_a_name_says_within_a_line(names: str, signal: int) -> None:
    assert signal_within_line(names) == signal


@pytest.mark.parametrize(
    "names",
    [
        "has-newsletter", "with-share", "without-ads", "no-related", "non-promo", "not-sponsored", "is-sticky",
        "js-comments", "overflow-menu", "u-overflow-menu", "and-w-share", "use-social", "one-sidebar-x",
        "wp-singular-post-tags", "share-enabled", "share-disabled", "menu-collapsed", "menu-hidden-xs",
        "social-on", "social-off", "hasCaption", "sidebar-grid", "sidebar-layout", "sidebar-page",
        "sidebar-fixed", "sidebar-2", "left-sidebar", "right-sidebar", "md:share", "[&>share]", "!share",
        "label-hidden-share",
    ],
)  # fmt: skip
def test_how_an_element_is_laid_out_is_not_what_it_is(names: str) -> None:
    assert signal_of(names) == Signal.NONE


def test_a_part_of_a_line_that_is_hidden_is_noise_as_before() -> None:
    assert signal_of("is-hidden-share") & Signal.NOISE


@pytest.mark.parametrize("name", ["product-card", "productList", "product-card__text"])
def test_a_thing_on_sale(name: str) -> None:
    assert signal_of(name) == Signal.PRODUCT


@pytest.mark.parametrize(
    "name",
    ["title__adB2c", "sc-1ad2x-0", "record-id-Zl4adYBaWocTs7xmozIcqTwDnDc", "Text_body__3adXc", "css-ad1b2c"],
)
def test_letters_that_a_program_drew_are_no_words(name: str) -> None:
    assert not signal_of(name) & (Signal.NOISE | Signal.NOISY_LINE)


@pytest.mark.parametrize(
    "name", ["block__ad", "ad-300x250", "adBlock", "ad2", "RelatedArticles_box__3aBcD", "div-gpt-ad-12345"]
)
def test_words_beside_figures_are_read(name: str) -> None:
    assert signal_of(name) & Signal.NOISE
