"""Find what two attributes of a declaration say against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.publication.check import Fault
from newscrawler.publication.notation import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.publication.declaration import Publication


def contradictions(cls: type[Publication]) -> Iterator[Fault]:
    """Find what contradicts itself in a declaration each of whose attributes is right by itself.

    :param cls: the class that declares the site.
    """
    if "listing" in cls.render and not cls.rows:
        yield Fault("render", "rendered listings need rows, the CSS of a row")
    slugs = cls.section_slugs()
    for attribute in ("section_names", "section_places"):
        for slug in vars(cls).get(attribute, ()):  # a site may have fewer sections than its base
            if slug not in slugs:
                hint = did_you_mean(slug, slugs) or "; declare it in sections, or remove it"
                yield Fault(f"{attribute}[{slug!r}]", f"there is no such section{hint}", slug)
    if cls.topic_index and not (cls.topic_path or cls.topic_url):
        yield Fault("topic_index", "links to topics are told by topic_path or topic_url; declare one of them")
    if cls.topic_url and "{slug}" not in cls.topic_url:
        yield Fault("topic_url", f"{cls.topic_url!r} has no {{slug}}; write /tag/{{slug}}", cls.topic_url)
    for host in cls.article_hosts:
        if not any(host == own or host.endswith(f".{own}") for own in cls.allowed_domains):
            yield Fault("article_hosts", f"{host!r} is not among allowed_domains; add it there", host)
