"""Let the sources offer what one page holds, in the order of their trust."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newscrawler.dates.publication_time import Statement, TimeReader
from newscrawler.extraction.article_urls import fill_identity, fill_urls
from newscrawler.extraction.year_evidence import day_of_url, year_evidence
from newscrawler.loaders import ArticleLoader
from newscrawler.sources import visible
from newscrawler.sources.access import opt_outs, read_access
from newscrawler.sources.body import pictures
from newscrawler.sources.body.page_body import BodyHints, page_body
from newscrawler.sources.bylines.byline import bylines, printed_byline
from newscrawler.sources.bylines.credited import credited
from newscrawler.sources.bylines.signature import signature
from newscrawler.sources.declared import DeclaredPage
from newscrawler.sources.headlines.headline import element_of, headline_like, shown_headline
from newscrawler.sources.language import language_code, language_of
from newscrawler.sources.live_blog import read_entries
from newscrawler.sources.metadata import jsonld, microdata, opengraph
from newscrawler.sources.publisher_names import publication_names
from newscrawler.sources.sections.section_links import section_links
from newscrawler.sources.sections.topic_links import topic_links
from newscrawler.sources.times.labelled_time import labelled_times
from newscrawler.sources.times.time_element import printed_times, read_times
from newscrawler.text import agencies_of, clean, people_of, split_dateline
from newscrawler.urls import article_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.dates import YearEvidence
    from newscrawler.document import Document, Element
    from newscrawler.items import Article, ListedArticle, Source
    from newscrawler.publication.article_layout import Layout
    from newscrawler.publication.site import Site
    from newscrawler.sources.body.page_body import BodyCandidate
    from newscrawler.sources.bylines.byline_line import Line
    from newscrawler.sources.metadata.schema_org import Values

_LOADED = ("headline", "body", "section", "topics", "published_at", "modified_at", "related")


@dataclass
class PageReader:
    """One page on its way to an article."""

    document: Document
    site: Site
    listed: Sequence[ListedArticle] = ()
    explain: bool = False
    stated: dict[Source, Values] = field(default_factory=dict)
    """What each source says, as it stands."""
    lines: list[Line] = field(default_factory=list)
    """The lines of the page that say who wrote the article."""

    @cached_property
    def declared(self) -> DeclaredPage:
        """The page as the site's layouts read it."""
        return DeclaredPage(self.document, self.site.layouts)

    @property
    def layout(self) -> Layout | None:
        """The layout that the page is in."""
        return self.declared.layout if self.site.layouts else None

    def read(self) -> Article:
        """Return the article that the page holds; what it does not hold is empty."""
        self._state()
        for name, preferred in self.layout.prefer.items() if self.layout is not None else ():
            values = self._loadable(preferred)
            if name in values:
                self.loader.offer(preferred, {name: values[name]})
        element = self._offer_headline()
        for source in self.stated:
            self.loader.offer(source, self._loadable(source))
        self._offer_visible(element)
        self._offer_outside(element)
        rule = self.layout.entries if self.layout is not None else None
        of, entries = read_entries(self.document, rule, self._instant)
        if of is not None:  # a live blog's text is that of its updates, where the page shows no other
            self.loader.offer(of, {"body": ["\n\n".join(entry.body for entry in entries)]})
        article = self.loader.load_item()
        if of is not None:
            article.entries, article.extracted_by["entries"] = entries, of
        self._finish(article)
        return article

    @cached_property
    def loader(self) -> ArticleLoader:
        """Where the values are offered."""
        return ArticleLoader(self._time_reader(), publication=lambda: self.publication, explain=self.explain)

    @cached_property
    def names(self) -> list[str]:
        """The names under which the publication goes."""
        return publication_names(self.document, self.site.name)

    @cached_property
    def publication(self) -> frozenset[str]:
        """The publication's names, casefolded: none of them is a person or a headline."""
        return frozenset(name.casefold() for name in self.names)

    @cached_property
    def number(self) -> str | None:
        """The publisher's own number of the article, where its URL has it."""
        return article_number(self.document.url, self.site.article_number)

    def first(self, name: str) -> str | None:
        """Return the first text that a source states for a field."""
        return next((text for values in self.stated.values() for text in values.get(name, ())), None)

    def let_go(self) -> None:
        """End the circle of reader and loader, which would keep the page until garbage is collected."""
        vars(self).pop("loader", None)

    @cached_property
    def day(self) -> str | None:
        """The day in the path of the page's URL."""
        return day_of_url(self.document.url)

    def next_page(self) -> str | None:
        """Return the URL of the next page of the same article."""
        return self.declared.next_page()

    def _state(self) -> None:
        if self.layout is not None:
            self.stated["site"] = self.declared.read()
        self.stated["json-ld"] = jsonld.read(self.document)
        self.stated["microdata"] = microdata.read(self.document)
        self.stated["opengraph"] = opengraph.read_opengraph(self.document)
        self.stated["meta"] = opengraph.read_meta(self.document, lambda: self.publication)
        self.stated["json-ld-salvaged"] = jsonld.read_salvaged(self.document)
        for values in self.stated.values() if (no_topics := self.site.not_topics) else ():
            values["topics"] = [text for text in values.get("topics", ()) if text.casefold() not in no_topics]

    def _loadable(self, source: Source) -> Values:
        """Return what the loader takes of a source's values: bylines told apart into people and agencies."""
        values = self.stated.get(source, {})
        loadable = {name: values[name] for name in _LOADED if name in values}
        if source == "site" and "lead" in values:
            loadable["lead"] = values["lead"]
        lines = values.get("bylines", [])
        if people := [*values.get("authors", ()), *(lines if source == "site" else people_of(lines))]:
            loadable["authors"] = people
        named = [*values.get("authors", ()), *lines, *values.get("organisations", ())]
        if agencies := agencies_of(named, self.site.agency):
            loadable["agency"] = agencies
        if "images" in values:
            loadable["images"] = [
                image for image in values["images"] if not pictures.is_placeholder(image.url)
            ]
        return loadable

    def _lacks_text(self) -> bool:
        """Tell whether the text is sought on the page: its place is gone; one that is empty is a video's."""
        if self.layout is None or self.layout.body is None:
            return True
        is_article = self.number is not None or self.site.article_number is None
        return is_article and not self.declared.has_body_place()

    def _offer_headline(self) -> Element | None:
        """Offer the headline that the page shows, unless the layout has it; return its element."""
        if declared := self.stated.get("site", {}).get("headline"):
            return element_of(self.document, clean(declared[0]))
        titles = [
            (source, text)
            for source, values in self.stated.items()
            for text in values.get("headline", ())[:1]
        ]
        choice = shown_headline(self.document, titles, self.names)
        if choice is None or choice.text.casefold() in self.publication:
            return None  # a bare <title>Site name</title> is no headline
        self.loader.offer(choice.source, {"headline": [choice.text]})
        return choice.element if choice.element is not None else headline_like(self.document, choice.text)

    def _offer_visible(self, element: Element | None) -> None:
        """Offer what the page shows, for what the site's layout does not have.

        :param element: the headline, None where the page shows none.
        """
        loader, document = self.loader, self.document
        around = visible.near(document, element)
        if not self._declares("published_at"):
            loader.offer("time-element", read_times(document, around, element))
            loader.offer("text", printed_times(document, around, element))
            if loader.states_no_time():
                loader.offer("text", labelled_times(document))
        self.lines = bylines(document, around, element)
        self._offer_authors(around)
        if "topics" not in loader.extracted_by:
            loader.offer("page", {"topics": topic_links(document)})
        headline = loader.get_output_value("headline") if "headline" in loader.extracted_by else None
        if not self._declares("body") or not self._declares("lead"):
            hints = BodyHints(headline, self.first("description"), self.first("body"), self.lines)
            if (found := page_body(document, hints=hints)) is not None:
                self._offer_text(found, headline)
        if not self._declares("images"):
            self._offer_pictures()

    def _offer_authors(self, around: Sequence[Element]) -> None:
        """Offer whom the bylines name, and hold those against them whom metadata name."""
        loader, source = self.loader, self.loader.extracted_by.get("authors")
        named = [line.text for line in self.lines]
        loader.offer("page", {"agency": agencies_of(named, self.site.agency)})
        if source is not None:
            stated = loader.get_output_value("authors")
            if source == "site" or (authors := credited(stated, self.document, self.lines, around)) == stated:
                return
            loader.withdraw("authors")
            loader.offer(source if set(authors) <= set(stated) else "page", {"authors": authors})
        loader.offer("page", {"authors": people_of(named)})

    def _declares(self, name: str) -> bool:
        """Tell whether the site's layout has given a field."""
        return bool(self.stated.get("site", {}).get(name))

    def _offer_text(self, found: BodyCandidate, headline: str | None) -> None:
        """Offer the text that the page shows, and what stands in or beside it."""
        loader = self.loader
        if self._lacks_text():
            loader.take("json-ld" if found.source == "json-ld" else "page", "body", [found.text])
        if "authors" not in loader.extracted_by and found.container is not None:
            loader.offer("text", {"authors": signature(found.container, found.text, headline or "")})
        if found.lead:
            loader.offer("page", {"lead": [found.lead]})

    def _offer_pictures(self) -> None:
        """Offer the pictures that the page shows, if they say more than those that a source names."""
        loader, shown = self.loader, pictures.figures(self.document)
        if any(image.caption or image.credit for image in shown) or "images" not in loader.extracted_by:
            loader.take("page", "images", shown)

    def _offer_outside(self, element: Element | None) -> None:
        """Offer what the URL and the listings say, for what the page does not."""
        url = self.document.url
        if self.day is not None:
            self.loader.offer("url", {"published_at": [self.day]})
        if section := self.site.section_at(url):
            self.loader.offer("url", {"section": [section]})
        if "section" not in self.loader.extracted_by:
            self.loader.offer("page", {"section": section_links(self.document, element)})
        for listing in self.listed:
            source: Source = listing.time_source or "listing"
            if listing.published_at:
                self.loader.offer(source, {"published_at": [listing.published_at]})
            offered: Values = {"section": [listing.section], "lead": [listing.lead], "topics": listing.topics}
            said = {name: values for name, values in offered.items() if values and values[0]}
            self.loader.offer(source, said)

    def _time_reader(self) -> TimeReader:
        site, lang = self.site, self.document.lang
        language = site.language_at(self.document.url) or (language_code(lang) if lang else None)
        return TimeReader(site.timezone, site.date_formats, language, self._year_evidence)

    def _instant(self, text: str) -> str | None:
        (time,) = self._time_reader().read([Statement("page", text)])
        return time.value if time is not None else None

    def _year_evidence(self) -> list[YearEvidence]:
        return year_evidence(self.document.url, self.site, self.listed, self.number)

    def _finish(self, article: Article) -> None:
        """Fill the fields that follow from the page as a whole or from other fields."""
        article.site = self.site.name
        fill_urls(article, self.document, self.site, self.stated)
        fill_identity(article, self.document.url, self.site, self.number)
        article.language = self._language(article)
        self._byline(article)
        if article.body:
            article.dateline = split_dateline(article.body, (self.site.agency,) if self.site.agency else ())
            if article.agency is None and article.dateline is not None and article.dateline.agency:
                article.agency = article.dateline.agency
                article.extracted_by["agency"] = "text"
        for name in ("language", "dateline", "amp_url", "mobile_url"):
            if getattr(article, name) is not None:
                article.extracted_by[name] = "meta" if name.endswith("_url") else "text"
        article.images = [pictures.told_apart(image, self.document) for image in article.images]
        article.access = read_access(self.document, *self.stated.values())
        article.opt_outs = opt_outs(self.document)
        article.listed_on = [sighting for listing in self.listed for sighting in listing.sightings]

    def _byline(self, article: Article) -> None:
        """Give the line of the layout, else the shown one that names an author or the agency, or a desk."""
        declared = self.stated.get("site", {}).get("bylines")
        printed = printed_byline(self.lines, article.authors, article.agency)
        article.byline = clean(declared[0]) if declared else printed
        if article.byline is not None:
            article.extracted_by["byline"] = "site" if declared else "page"

    def _language(self, article: Article) -> str | None:
        text = " ".join(part for part in (article.headline, article.lead, article.body) if part)
        stated = (text for values in self.stated.values() for text in values.get("language", ()))
        declared = self.site.language_at(self.document.url)
        codes = (language_code(name) for name in (self.document.lang, *stated, declared) if name)
        return language_of(text, next((code for code in codes if code), None))
