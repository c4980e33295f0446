"""How these tests read a time, and state what is known of its year."""

from datetime import datetime, timedelta

from newscrawler.dates import YearEvidence, parse_time

MSK = "Europe/Moscow"


def value(text: str, **options: object) -> str | None:
    parsed = parse_time(text, **options)  # type: ignore[arg-type]
    return parsed.value if parsed else None


def at(source: str, moment: str, *, minutes: int = 0) -> YearEvidence:
    middle = datetime.fromisoformat(moment)
    return YearEvidence(source, middle - timedelta(minutes=minutes), middle + timedelta(minutes=minutes))  # type: ignore[arg-type]
