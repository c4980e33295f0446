"""Labels of contents, adverts, counts, sources and share bars are no text, in any language."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.house_lines import is_house_line

LABELS = [
    "Advertisement", "Advertising", "Sponsored", "Sponsored content", "Promoted", "Ad", "Anzeige",
    "Advertentie", "Publicitate", "Publicitat", "Oglas", "تبلیغات", "اشتہار", "פרסומת", "विज्ञापन", "বিজ্ঞাপন",
    "விளம்பரம்", "ప్రకటన", "Iklan", "Reklaam", "Reklāma", "რეკლამა", "Tangazo", "Reklamë", "Auglýsing",
    "Werbung", "Publicité", "Publicidad", "Publicidade", "Pubblicità", "Reclame", "Annonse", "Annons",
    "Annonce", "Reklama", "Mainos", "Hirdetés", "Διαφήμιση", "Реклама", "إعلان", "広告", "廣告", "广告",
    "광고", "Share", "Share this article", "Teilen", "Partager", "Compartir", "Condividi", "Поделиться",
    "Comments", "Kommentare", "Loading...", "Embed", "Table of contents",
    "Story continues below advertisement", "Article continues below", "Continue reading",
    "Image 1 of 12", "Auf dieser Seite:", "Externer Inhalt",
]  # fmt: skip
CONTENTS = [
    "Contents",
    "Table of contents show",
    "In this article",
    "On this page",
    "Inhaltsverzeichnis",
    "Sommaire",
    "Índice de contenidos",
    "Neste artigo",
    "In questo articolo",
    "Inhoud",
    "Innehåll",
    "Spis treści",
    "Obsah",
    "Содержание",
    "Зміст",
    "Περιεχόμενα",
    "İçindekiler",
    "المحتويات",
    "目录",
    "目次",
    "목차",
    "Daftar isi",
]
BETWEEN = [
    "Video",
    "Listen to this article",
    "More below",
    "Continue reading below",
    "Scroll to continue with content",
    "“Start Quote",
    "La suite après la publicité",
    "Continúa leyendo después de la publicidad",
    "Continua após a publicidade",
    "Lees verder onder de advertentie",
    "Dalsza część tekstu pod wideo",
    "Článek pokračuje pod videem",
    "A cikk a hirdetés után folytatódik",
    "Продолжение после рекламы",
    "Haberin devamı aşağıda",
    "Juttu jatkuu mainoksen jälkeen",
    "Artikeln fortsätter efter annonsen",
    "Η συνέχεια μετά τη διαφήμιση",
    "広告の後に続きます",
]
COUNTS = [
    "5 min read",
    "3 MIN. READ",
    "Reading time: 4 minutes",
    "Lesezeit: 4 Minuten",
    "Temps de lecture : 4 min",
    "Tiempo de lectura: 4 minutos",
    "Tempo di lettura: 4 minuti",
    "Czas czytania: 4 min",
    "Время чтения: 4 минуты",
    "この記事は約4分で読めます",
    "Views: 1,234",
    "1234 views",
    "Просмотров: 1234",
    "点击数：1234",
    "조회수 1,234",
]
SOURCES = [
    "Source: Harbour Agency",
    "Quelle: dpa",
    "Fuente: EFE",
    "Źródło: PAP",
    "Источник: ТАСС",
    "Πηγές: Agency",
    "Kaynak: Ajans",
    "(本文来源：港口报)",
    "来源：新华社",
    "По материалам агентства",
]
SHARING = [
    "Share on Facebook",
    "Copy link",
    "Font size",
    "分享到：",
    "转发|收藏|评论",
    "字級設定：",
    "【字体：大 中 小】",
    "上一页 下一页",
    "Back to top",
    "Report a typo",
    "Fehler gefunden?",
    "Сообщить об ошибке",
    "[CTA_MODULE]",
    "$$LEAD$$",
]


@pytest.mark.parametrize("line", [*LABELS, *SOURCES, *CONTENTS, *BETWEEN, *COUNTS, *SHARING])
def test_a_label_of_the_page(line: str) -> None:
    assert is_house_line(line)
    assert not is_house_line(f"Quay: {line}")
