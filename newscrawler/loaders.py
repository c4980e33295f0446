"""ArticleLoader: cleans what sources offer, and keeps the first valid value of each field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from itemloaders import ItemLoader
from itemloaders.processors import Identity, TakeFirst

from newscrawler.dates.publication_time import (
    Statement,
    TimeReader,
    calls_its_clock_utc,
    conflicts_of,
    is_in_utc,
    printed_first,
    settle,
)
from newscrawler.items import Article, TimeConflict, TimeEvidence
from newscrawler.sources.language import language_code
from newscrawler.sources.sections.machine_labels import are_codes, section_in, without_label
from newscrawler.text import clean, split_byline

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from newscrawler.dates import ParsedTime
    from newscrawler.items import Source

_IDENTITY = Identity()
_TIMES = ("published_at", "modified_at")
_SENTENCE = re.compile(r"\S+(?: \S+){5,}[.!?…]")
_MAX_TOPIC = 80
"""Characters; what is longer is a sentence, not a topic."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a source offered for a field, and what became of it."""

    field: str
    source: Source
    raw: Any
    value: Any
    verdict: str
    """``won``, or why it lost."""


class Each:
    """Input processor: a function applied to each value; what it makes empty is not a value."""

    def __init__(self, function: Callable[[str], str | None]) -> None:
        self.function = function

    def __call__(self, values: Iterable[Any]) -> list[Any]:
        """Return the values that are left."""
        function = self.function
        return [value for raw in values if raw and (value := function(raw))]


def topics(values: Iterable[str]) -> list[str]:
    """Input processor: topics cleaned, each once; none where all are codes."""
    found: dict[str, str] = {}
    for value in values:
        topic = without_label(clean(value).lstrip("#").strip())
        is_sentence = len(topic or "") > _MAX_TOPIC or bool(_SENTENCE.fullmatch(topic or ""))
        if topic and not is_sentence and "://" not in topic:
            found.setdefault(topic.casefold(), topic)
    return [] if are_codes(found.values()) else list(found.values())


def _told_by_no_other(article: Article) -> list[str]:
    """Return the topics that do not repeat the headline or the lead; none where all are the authors."""
    told = {text.casefold() for text in (article.headline, article.lead) if text and text.count(" ") > 2}
    authors = {name.casefold() for name in article.authors}
    topics = [topic for topic in article.topics if topic.casefold() not in told]
    return [] if authors.issuperset(topic.casefold() for topic in topics) else topics


def _stated(
    statements: Sequence[Statement], times: Sequence[ParsedTime | None]
) -> list[tuple[Source, ParsedTime]]:
    """Return the times that were read, each with its source."""
    return [
        (statement.source, time)
        for statement, time in zip(statements, times, strict=True)
        if time is not None
    ]


_headlines = Each(clean)


class ArticleLoader(ItemLoader):
    """Loads an ``Article``. Sources offer in the order of their trust; see ``offer``."""

    default_item_class = Article
    default_output_processor = TakeFirst()

    lead_in = Each(clean)
    body_in = Each(str.strip)  # cleaned block by block when it was read
    section_in = Each(lambda text: section_in(clean(text)))
    topics_in = staticmethod(topics)
    topics_out = Identity()
    authors_out = Identity()
    agency_in = Each(clean)
    language_in = Each(language_code)
    images_out = Identity()
    related_out = Identity()

    def __init__(
        self,
        times: TimeReader | None = None,
        *,
        publication: Callable[[], Collection[str]] = tuple,
        explain: bool = False,
    ) -> None:
        """Start an article.

        :param times: how the site prints times.
        :param publication: gives the names of the publication, casefolded; none of them is a person.
        :param explain: keep every candidate with its verdict.
        """
        super().__init__()
        self.times = times or TimeReader()
        self.extracted_by: dict[str, Source] = {}
        self.candidates: list[Candidate] = []
        self.explain = explain
        self.publication = publication
        self._statements: dict[str, list[Statement]] = {field: [] for field in _TIMES}

    def offer(self, source: Source, values: Mapping[str, Iterable[Any]]) -> None:
        """Offer a source's values. A field is taken whole, and only while no earlier source gave a valid
        value.

        Times are only noted here: what other sources state belongs to the evidence, see ``load_item``.
        """
        for field, raw in values.items():
            if field in self._statements:
                self._statements[field].extend(Statement(source, text) for text in raw)
            elif field in self.extracted_by:
                if self.explain:
                    self._note(
                        field, source, raw, self._input(field)(raw), f"{self.extracted_by[field]} came first"
                    )
            elif found := self._input(field)(raw):
                self._values[field] = found
                self.extracted_by[field] = source
                if self.explain:
                    self._note(field, source, raw, found, "won")
            elif self.explain:
                self._note(field, source, raw, None, "not valid")

    def states_no_time(self) -> bool:
        """Tell whether nothing has been offered as the time of publication."""
        return not self._statements["published_at"]

    def take(self, source: Source, field: str, raw: Iterable[Any]) -> None:
        """Give a field to this source whatever was offered before: the values have been weighed."""
        if found := self._input(field)(raw):
            self._values[field] = found
            self.extracted_by[field] = source

    def withdraw(self, field: str) -> None:
        """Take back what a source gave for a field: another one says better."""
        self._values.pop(field, None)
        self.extracted_by.pop(field, None)

    def load_item(self) -> Article:
        """Return the article with what has been offered so far."""
        article: Article = self.item
        for field in self._values:
            setattr(article, field, self.get_output_value(field))
        article.topics = _told_by_no_other(article)
        if not article.topics:
            self.extracted_by.pop("topics", None)
        changes = self._read("modified_at")
        published = self._settle("published_at", self._read("published_at"), changes)
        if published is not None:
            winner, time, others = published
            article.published_at = time.value
            article.published_at_evidence = TimeEvidence(
                time.raw,
                winner,
                time.precision,
                time.offset,
                time.year_source,
                [TimeConflict(source, other.value) for source, other in conflicts_of(time, others)],
            )
        doubts_utc = published is not None and calls_its_clock_utc(*published[1:])
        if (modified := self._settle("modified_at", changes, doubts_utc=doubts_utc)) is not None:
            article.modified_at = modified[1].value
        article.extracted_by = dict(self.extracted_by)
        return article

    def _read(self, field: str) -> list[ParsedTime | None]:
        return self.times.read(self._statements[field])

    def _settle(
        self,
        field: str,
        times: Sequence[ParsedTime | None],
        changes: Sequence[ParsedTime | None] = (),
        *,
        doubts_utc: bool = False,
    ) -> tuple[Source, ParsedTime, list[tuple[Source, ParsedTime]]] | None:
        """Choose a time among the statements of a field; ``changes`` are the times of the last change."""
        statements = self._statements[field]
        read = [stated for stated in _stated(statements, times) if not (doubts_utc and is_in_utc(stated[1]))]
        best = settle(read)
        if best is not None and changes:
            best = printed_first(best, read, _stated(self._statements["modified_at"], changes)) or best
        if best is not None:
            self.extracted_by[field] = best[0]
        if self.explain:
            for statement, time in zip(statements, times, strict=True):
                chosen = best is not None and time is best[1]
                verdict = (
                    "won"
                    if chosen
                    else "not a time"
                    if time is None
                    else "the page calls its own clock UTC"
                    if doubts_utc and is_in_utc(time)
                    else "another statement came first or says more"
                )
                self._note(field, statement.source, statement.raw, time.value if time else None, verdict)
        return None if best is None else (*best, read)

    def _note(self, field: str, source: Source, raw: Any, value: Any, verdict: str) -> None:
        self.candidates.append(Candidate(field, source, raw, value, verdict))

    def headline_in(self, values: Iterable[str]) -> list[str]:
        """Input processor: headlines, but not the bare name of the publication that an empty title shows."""
        return [text for text in _headlines(values) if text.casefold() not in self.publication()]

    def authors_in(self, values: Iterable[str]) -> list[str]:
        """Input processor: bylines to the persons in them."""
        found: dict[str, str] = {}
        publication = self.publication()
        for byline in values:
            for name in split_byline(byline)[0]:
                if name.casefold() not in publication:
                    found.setdefault(name.casefold(), name)
        return list(found.values())

    def _input(self, field: str) -> Callable[[Iterable[Any]], Any]:
        """Return the field's input processor; ItemLoader would look it up and inspect it for each value."""
        processor: Callable[[Iterable[Any]], Any] = getattr(self, f"{field}_in", _IDENTITY)
        return processor

    def get_output_value(self, field_name: str) -> Any:
        """Return a field's value by its output processor, without ItemLoader's inspection of each call."""
        processor: Callable[[Any], Any] = getattr(self, f"{field_name}_out", self.default_output_processor)
        return processor(self._values[field_name])
