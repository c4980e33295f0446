"""What is done to text before it is a field: cleaning, bylines, datelines, titles; pure functions."""

from newscrawler.text.byline import agencies_of, people_of, split_byline
from newscrawler.text.cleaning import strip_site_suffix
from newscrawler.text.dateline import split_dateline
from newscrawler.text.white_space import clean, clean_block

__all__ = [
    "agencies_of",
    "clean",
    "clean_block",
    "people_of",
    "split_byline",
    "split_dateline",
    "strip_site_suffix",
]
