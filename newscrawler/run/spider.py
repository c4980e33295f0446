"""What the components of a crawl ask of its spider. A spider of a user's own need have none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapy import Request

    from newscrawler.publication.selection import Selection
    from newscrawler.publication.site import Site


@runtime_checkable
class DeclaresSite(Protocol):
    """A spider of a declared site."""

    site: Site
    """The declaration, as extraction takes it."""
    selection: Selection
    """Which articles the crawl is asked for."""


@runtime_checkable
class TakesArguments(Protocol):
    """A spider that remembers its arguments."""

    arguments: Mapping[str, str]
    """As they were given."""


@runtime_checkable
class Revisits(Protocol):
    """A spider that looks at known articles again."""

    def revisit(self, url: str, published_at: str | None) -> Request | None:
        """Return the request for a known article that is due, None where this crawl does not ask for it."""


class PacksRequests(Protocol):
    """What makes requests small while they wait."""

    def pack(self, request: Request) -> bytes | None:
        """Return a request as bytes; None for one that has to wait as it is."""

    def unpack(self, packed: bytes) -> Request:
        """Return the request that was packed."""


@runtime_checkable
class HasWaiting(Protocol):
    """A spider whose requests can be made small while they wait."""

    waiting: PacksRequests
    """What packs them."""


@runtime_checkable
class Renders(Protocol):
    """A spider, or its class, that has pages read by the browser."""

    render: frozenset[str]
    """Kinds of pages: ``listing``, ``article``; empty: none."""
    language: str | None
    """In which the browser asks for pages."""
    timezone: str | None
    """IANA zone in which scripts print times."""


class HoldsBack(Protocol):
    """What holds back the further URLs of articles."""

    def second_urls(self) -> Iterator[Request]:
        """Yield requests for articles that gave no line at the URL by which they were asked for first."""


@runtime_checkable
class HasTwins(Protocol):
    """A spider that asks for each article at one of its URLs."""

    twins: HoldsBack
    """What holds the other ones back."""


class Archive(Protocol):
    """Where a crawl keeps what it fetches."""

    def sync(self) -> None:
        """Wait until all is on the disk."""

    def close(self) -> None:
        """Give the files back."""
