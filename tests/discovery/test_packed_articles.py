"""What listings said of an article comes back from the bytes, all of it."""

from newscrawler.discovery.packed_articles import PackedArticles
from newscrawler.items import ListedArticle, Sighting, StatedDate

MAP = "https://press.example/sitemap.xml"
URL = "https://press.example/2026/11/28/quay"


def test_all_that_was_said_comes_back() -> None:
    listed = ListedArticle(
        URL, "", published_at="2026-11-28T08:00:00+03:00", time_source="sitemap", section="Город",
        lead="For good.", topics=["quays"], moved_to="https://press.example/1", is_trial=True,
        sightings=[
            Sighting(MAP, "sitemap", None, 1),
            Sighting("https://press.example/city", "section", "city", 2, "Quay to close"),
        ],
        stated=(StatedDate("url", "2026-11-28"), StatedDate(MAP, "2026-11-29")),
    )  # fmt: skip
    packed = PackedArticles()
    assert packed.unpack(packed.pack(listed)) == listed


def test_texts_that_rows_share_are_held_once() -> None:
    packed = PackedArticles()
    where = "https://press.example/" + "s" * 500
    rows = [
        packed.pack(ListedArticle(URL, "", sightings=[Sighting(where, "sitemap", None, place)]))
        for place in range(9)
    ]
    assert max(map(len, rows)) < 120
    assert [packed.unpack(row).sightings[0].url for row in rows] == [where] * 9
