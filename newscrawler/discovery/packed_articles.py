"""Packed articles: what listings say of articles that wait, in a few bytes each."""

from __future__ import annotations

import marshal

from newscrawler.items import ListedArticle, Sighting, StatedDate


class PackedArticles:
    """Packs what listings say of an article, and unpacks it; a packed one takes a tenth of the memory."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._numbers: dict[str, int] = {}
        """Texts that many rows share, as the URL of their listing, and the numbers that stand for them."""

    def pack(self, listed: ListedArticle) -> bytes:
        """Return an article as bytes, without its key, which its URL gives."""
        sightings = [
            (
                self._number(each.url),
                each.kind,
                self._number(each.name),
                each.position,
                each.headline,
                each.guid,
            )
            for each in listed.sightings
        ]
        stated = [(self._number(each.source), each.value) for each in listed.stated]
        said = listed.published_at, listed.time_source, listed.section, listed.lead, listed.topics
        return marshal.dumps((listed.url, sightings, stated, said, listed.moved_to, listed.is_trial))

    def unpack(self, packed: bytes) -> ListedArticle:
        """Return the article that was packed; its key is empty."""
        url, sightings, stated, said, moved_to, is_trial = marshal.loads(packed)  # noqa: S302 # ours
        published_at, time_source, section, lead, topics = said
        return ListedArticle(
            url=url,
            key="",
            sightings=[
                Sighting(self._texts[of], kind, None if name is None else self._texts[name], *where)
                for of, kind, name, *where in sightings
            ],
            published_at=published_at, time_source=time_source, section=section, lead=lead, topics=topics,
            stated=tuple(StatedDate(self._texts[source], value) for source, value in stated),
            moved_to=moved_to, is_trial=is_trial,
        )  # fmt: skip

    def _number(self, text: str | None) -> int | None:
        if text is None:
            return None
        number = self._numbers.setdefault(text, len(self._texts))
        if number == len(self._texts):
            self._texts.append(text)
        return number
