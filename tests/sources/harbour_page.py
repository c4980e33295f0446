"""A page about a harbour: what is read of a line beside its headline."""

from newscrawler.extract import extract
from newscrawler.items import Article

URL = "https://press.example/harbour/wall-4711"
TEXT = "".join(
    f"<p>The harbour council of Aldine agreed on {day} to rebuild the western wall before the winter storms arrive.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)


def read(markup: str) -> Article:
    found = extract(
        f"<html><head><title>Aldine builds a new wall</title></head><body>{markup}</body></html>", URL
    )
    assert found
    return found


def beside(line: str) -> tuple[str | None, str | None]:
    article = read(f"<article><h1>Aldine builds a new wall</h1>{line}{TEXT}</article>")
    return article.published_at, article.modified_at
