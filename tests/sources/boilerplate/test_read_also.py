"""Lines that lead to other stories are known in each language, and the labels above links; sentences are not."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.read_also import is_read_also
from tests.sources.stories import expected, lines, story

READ_ALSO = [
    "Read more", "Read also", "Read next", "Read the full story", "Also read", "See also",
    "More on this", "More from Harbours", "More stories", "More news", "Related", "Related stories",
    "Related articles", "You may also like", "You might also be interested", "Recommended",
    "Recommended for you", "Don't miss", "Up next", "Trending now", "Most read", "Most popular",
    "Editor's picks", "Keep reading", "Around the web", "Watch now", "Click here",
    "In case you missed it", "Lesen Sie auch", "Lesen Sie mehr", "Lesen Sie dazu", "Lest auch",
    "Mehr zum Thema", "Mehr dazu", "Mehr lesen", "Auch interessant",
    "Das könnte Sie auch interessieren", "Weitere Artikel", "Zum Thema", "Passend dazu", "Weiterlesen",
    "Empfehlungen", "Lire aussi", "Lire la suite", "À lire aussi", "Voir aussi", "Sur le même sujet",
    "Lee también", "Leer más", "Te puede interesar", "Ver también", "Noticias relacionadas",
    "Más información", "Leia também", "Veja mais", "Saiba mais", "Leggi anche", "Potrebbe interessarti",
    "Approfondisci", "Lees ook", "Lees meer", "Les også", "Les mer", "Läs också", "Läs mer", "Lue myös",
    "Lue lisää", "Læs også", "Læs mere", "Czytaj więcej", "Czytaj także", "Zobacz też",
    "Przeczytaj także", "Polecamy", "Čtěte také", "Přečtěte si", "Čítajte viac", "Olvasson tovább",
    "Citiţi şi", "Citește și", "Читайте также", "Читать далее", "Смотрите также", "По теме",
    "Материалы по теме", "İlgili haberler", "Bunlar da ilginizi çekebilir", "Διαβάστε επίσης",
    "Baca juga", "Simak juga", "Xem thêm", "Đọc thêm", "اقرأ أيضا", "بیشتر بخوانید", "関連記事",
    "あわせて読みたい", "相关阅读", "相關新聞", "延伸阅读", "관련 기사", "आगे पढ़ें", "यह भी पढ़ें",
    "இதையும் படிக்க", "Loe ka", "Lasi arī", "Skaitykite taip pat", "ასევე წაიკითხეთ", "Soma pia", "Lexo edhe",
    "Həmçinin oxuyun", "Llegeix també", "Lesa meira", "مزید پڑھیں", "ఇవి కూడా చదవండి",
    "อ่านเพิ่มเติม", "Further reading", "Lies auch", "Lesetipp", "Siehe auch", "A lire aussi", "Mira también",
    "Le puede interesar", "Guarda anche", "Katso myös", "Sprawdź też", "Čtěte", "Viz také", "Prečítajte si",
    "Olvassa el", "Kapcsolódó", "Citește și", "CITEŞTE ŞI", "Vezi și", "Află mai multe", "См. также",
    "Подробнее", "Также по теме", "Новости по теме", "Дивіться також", "Прочетете още", "Pročitajte još",
    "Preberite tudi", "Δείτε επίσης", "Διαβάστε ακόμα", "Ayrıca okuyun", "Haberin devamı", "إقرأ أيضاً",
    "شاهد أيضا", "همچنین بخوانید", "קראו גם", "और पढ़ें", "ये भी पढ़ें", "আরও পড়ুন", "மேலும் படிக்க",
    "Lihat juga", "ข่าวที่เกี่ยวข้อง", "推薦閱讀", "更多新聞", "Must read", "Dig deeper", "Latest news", "Olvasta már", "Читайте по теме", "【関連】", "함께 보면 좋은 기사",
]  # fmt: skip


@pytest.mark.parametrize("line", READ_ALSO)
def test_a_line_that_leads_to_other_stories(line: str) -> None:
    assert is_read_also(line)
    assert is_read_also(f"{line}: x" if line.isascii() else line)


def test_a_sentence_that_begins_like_one() -> None:
    assert is_read_also("Read more: Harbour council votes again")
    assert not is_read_also("Подробнее об этом мэр рассказать отказался.")
    assert not is_read_also("更多人来到港口。")
    assert not is_read_also("Related cases were closed in 2019, the court said.")


OTHER = "<a href='/other'>Harbour council votes again on the winter fees</a>"


@pytest.mark.parametrize(
    "label", ["Online:", "Also |", "More below:", "Ранее:", "Notre dossier :", "更多：", "Σχετικά:"]
)
@pytest.mark.parametrize(
    "links", [f"<p>{OTHER}</p>", f"<ul><li>{OTHER}</li><li>{OTHER}</li></ul>", f"<div>{OTHER}</div>"]
)
def test_a_label_goes_with_the_links_below_it(label: str, links: str) -> None:
    page = "<article><h1>T</h1><div class='text'>{}{}{}</div></article>"
    assert lines(page.format(story(1, 3), f"<p>{label}</p>{links}", story(4, 6))) == expected(1, 6)
    assert lines(page.format(story(1, 6), f"<h3>{label}</h3>{links}", "")) == expected(1, 6)


def test_a_label_above_text_stays() -> None:
    page = f"<article><h1>T</h1><div class='text'>{story(1, 3)}<p>Online:</p>{story(4, 6)}</div></article>"
    assert lines(page) == [*expected(1, 3), "Online:", *expected(4, 6)]
