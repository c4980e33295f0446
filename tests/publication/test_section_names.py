"""Sections by the names that pages print for them."""

from newscrawler.items import Article
from newscrawler.publication.section_names import SectionNames

URL = "https://press.example/economy/1"


def test_the_printed_name_decides_and_else_the_path() -> None:
    names = SectionNames({"world": ("World", "International")}, ["world", "economy"])
    assert names.slug(" international ") == "world"
    assert names.section_of(Article(url=URL, section="International")) == "world"
    assert names.section_of(Article(url=URL, section="Money")) == "economy"
    assert names.section_of(Article(url="https://press.example/a/1")) is None


def test_menus_teach_new_names_and_take_none_away() -> None:
    names = SectionNames({"world": ("World",)}, ["world", "economy"])
    names.learn("Money", "economy")
    names.learn("World", "economy")
    assert (names.slug("money"), names.slug("World")) == ("economy", "world")
