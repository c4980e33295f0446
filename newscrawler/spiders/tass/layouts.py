"""The generations of markup of TASS: today's, the one of 2014–2019, and the AMP pages; articles and listings.

TASS shows old articles in today's layout at the same URL. So a layout is recognised by markup, never by
number or date.
"""

from __future__ import annotations

from newscrawler.publication.article_layout import ImageRule, Layout
from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout

TODAY = 'html[data-ng-app="tassApp"]'
OLDER = 'html[ng-app="mainModuleNG"]'

TODAY_ARTICLE = Layout(
    name="today",
    marker=TODAY,
    # news, article, interview, opinion and explainer pages keep the same parts under names of their own
    headline=(
        "h1.news-header__title, .article__title-wrap h1, .article__title, "
        ".interview-header__title-wrapper h1, "
        ".interview-header__title, .opinion-header__title-wrapper h1, .opinion-header__title, "
        "h1.explainer__title, "
        ".article__title-wrap, .interview-header__title-wrapper, .opinion-header__title-wrapper"
    ),
    lead=(
        ".news-header__lead, .article-lead, .opinion-header__lead, .interview-header__lead, .explainer__lead"
    ),
    # the element is empty without JavaScript; others of its kind, mode="rel", belong to neighbouring stories
    published_at=(
        ".news-header__date-date dateformat@time, .article-header__date dateformat@time, "
        ".interview-header__date dateformat@time, .opinion-header__date dateformat@time, "
        ".explainer__date dateformat@time"
    ),
    title=r"^.*?\s-\s+(?P<section>[^-]+?)\s+-\s+(?:TASS|ТАСС)\s*$",
    body=".text-content",
    not_body=(
        ".text-include",
        ".text-include-photo",
        ".text-include-gallery",
        ".text-include-gallery__photo",
        ".text-include-reference",
        ".text-include-aside",
        "figure",
        ".news-media",
        ".news-content",
        ".social",
        ".tags",
        "banner",
        ".banner",
        ".load-more",
    ),
    topics=".tags__list .tags__item",
    images=(
        ImageRule(
            box=".text-include-photo",
            url="img@data-originalurl, img@src",
            caption=".text-include-photo__info, .text-include-photo__data",
            credit=".text-include-photo__info + .text-include-photo__info, .text-include-photo__source",
        ),
        ImageRule(
            box=".news-media_photo",
            url="img@data-originalurl, img@src",
            caption=".news-media__info, .news-media__caption",
            credit=".news-media__source, .news-media__info + .news-media__info",
        ),
        ImageRule(
            box=".text-include-gallery__slide, .text-include-gallery__photo",
            url="img@data-originalurl, img@src",
            caption=".text-include-gallery__slides-metadata, .text-include-gallery__info",
        ),
    ),
    related=".text-include-aside a[href], .text-include_read-also a[href], a.news-content__container",
    next_page="link[rel=next], a[rel=next]",
    prefer={"published_at": "json-ld"},  # the same second, but printed with its offset
)

OLDER_ARTICLE = Layout(
    name="older",
    marker=OLDER,
    headline="h1.b-material__title",
    lead=".b-material__preview",
    published_at=".b-material__date",
    section=(
        ".b-material__section, .b-material__category, .b-material__rubric, .b-material__info "
        "a[class*=category], "
        ".b-material > a[class*=section], .b-material > a[class*=category]"
    ),
    body=".b-material-text__l",
    not_body=(
        ".b-links",
        ".b-gallery-widget-item",
        ".b-gallery-widget",
        "figure",
        ".extra-content",
        "#block_material_text_broadcast",
        ".b-share",
        ".b-pages",
        ".b-adv",
    ),
    topics=".extra-content [class*=tag] a, .b-tags a, .b-material__tags a, a.b-tags__item",
    images=(
        ImageRule(
            box=".b-gallery-widget-item",
            url=".b-gallery-widget-item__pic img@data-src, .b-gallery-widget-item__pic img@src, img@src",
            caption=(
                ".b-gallery-widget-item__text, .b-gallery-widget-item__caption, .b-gallery-widget-item__title"
            ),
            credit=(
                ".b-gallery-widget-item__source, .b-gallery-widget-item__credit, "
                ".b-gallery-widget-item__author"
            ),
        ),
        ImageRule(
            box=".b-material__media, .b-material-photo, .b-photo",
            caption="[class*=caption], [class*=title]",
            credit="[class*=source], [class*=credit], [class*=author]",
        ),
    ),
    related=".b-material-text__l .b-links a[href], .extra-content .b-links__item a[href]",
    next_page="link[rel=next], a[rel=next]",
)

AMP_ARTICLE = Layout(
    name="amp",
    marker="html[amp], html[⚡]",
    headline="h1",
    section="h1 + div, h1 + a, .section",
    lead="time + p, time + div > p, .lead",
    published_at="time",
    body=".text-content, .text-block",
    not_body=(".text-include", "figure", "amp-img", "amp-carousel", "amp-ad"),
)

CATEGORY = JsonListing(
    url="/userApi/categoryNewsList",
    body={
        "sectionId": "{sectionId:int}",
        "limit": 20,
        "type": "all",
        "excludeNewsIds": "{excluded}",
        "imageSize": 434,
    },
    rows="newsList",
    published_at="date",
    lead="lead",
    cursor="lastTime",
    cursor_param="timestamp",
    page_values={
        "sectionId": r"sectionId\s*=\s*'?(\d+)",
        "excluded": r"excludeNewsIds\s*=\s*(?:'|&#39;|&apos;)([^'&;]*)",
    },
    required=("sectionId",),
)
TAG = JsonListing(
    url="/userApi/tagNews",
    body={
        "tagSlug": "{slug}",
        "limit": 20,
        "excludeNewsIds": "{excluded}",
        "lastTimestamp": None,
        "type": "all",
    },
    rows="tagNews",
    published_at="date",
    cursor="timestamp",
    cursor_param="lastTimestamp",
    end="listEnd",
    page_values={"excluded": CATEGORY.page_values["excluded"]},
)
NEWS_FEED = JsonListing(
    url="/userApi/getNewsFeed",
    body={"limit": 50},
    rows="newsList",
    published_at="date",
    lead="lead",
    cursor="lastTime",
    cursor_param="timestamp",
)
SEARCH = JsonListing(
    url="/userApi/search",
    body={"type": [], "sections": [], "searchStr": "{query}", "sort": "date", "range": None, "size": 20},
    rows="",
    published_at="date",
    lead="lead",
    offset_param="from",
)
TODAY_LISTINGS = ListingLayout(
    name="today",
    marker=TODAY,
    rows=HtmlListing(
        row=(
            "a.news-preview, .section-page__main a, .tag-page__main a, .main-page__main a, "
            ".news-list-content a, "
            "#news-list a"
        ),
        headline="[class*=__title]",
        published_at="dateformat@time",
        next_page="link[rel=next], a[rel=next], a.pager__link_next",
    ),
    api={"section": CATEGORY, "topic": TAG, "index": NEWS_FEED, "search": SEARCH},
    topic_url="/tag/{slug}",
    topic_index="/tags",
    topic_links='a[href*="/tag/"]',
)

LENTA = JsonListing(
    url="/api/news/lenta",
    method="GET",
    params={"limit": 200, "sections[]": "{sectionId}"},
    rows="articles",
    link="url",
    published_at="time",
    section="section.title",
    cursor="-1.time",
    cursor_param="before",
    cursor_step=1,  # "before" leaves out its own second, which several stories may share
    page_values={
        "sectionId": (
            r"""data-id=["'](\d+)["'][^>]*>\s*<a\b[^>]*href=["'][^"']*/{slug}["']"""
            r"""|<a\b[^>]*href=["'][^"']*/{slug}["'][^>]*data-id=["'](\d+)["']"""
        )
    },
    required=("sectionId",),
)
ALL_LENTA = JsonListing(
    url=LENTA.url,
    method="GET",
    params={"limit": 200},
    rows=LENTA.rows,
    link=LENTA.link,
    published_at=LENTA.published_at,
    section=LENTA.section,
    cursor=LENTA.cursor,
    cursor_param=LENTA.cursor_param,
    cursor_step=LENTA.cursor_step,
)
OLDER_LISTINGS = ListingLayout(
    name="older",
    marker=OLDER,
    rows=HtmlListing(
        row="//a[contains(concat(' ', normalize-space(@class), ' '), ' b-news-item__title ')]/..",
        link="a.b-news-item__title@href",
        headline="a.b-news-item__title",
        published_at=".b-news-item__date",
        section=".b-news-item__category",
        next_page="link[rel=next], a[rel=next], a.pager__link_next",
        outside=".b-news-feed, .b-widget, .b-lenta-items",
    ),
    api={"section": LENTA, "topic": LENTA, "index": ALL_LENTA},
    topic_url="/{slug}",
    topic_index="/tags",
    topic_links=".b-category__link, .top5__link, .b-spotlight-menu__item, [class*=tag] a, a[class*=tag]",
)
