"""Times as pages print them, read without guessing."""

from newscrawler.dates.iso_time import from_unix
from newscrawler.dates.missing_year import YearEvidence
from newscrawler.dates.parse_time import parse_time, trailing_place
from newscrawler.dates.parsed_time import ParsedTime, same_minute

__all__ = ["ParsedTime", "YearEvidence", "from_unix", "parse_time", "same_minute", "trailing_place"]
