"""House lines, read-also lines and labels are no text; sentences that begin like one are."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate import (
    is_house_line,
    is_label,
    is_read_also,
    length,
    without_link_notes,
)
from tests.sources.stories import expected, lines, story


@pytest.mark.parametrize(
    "line",
    [
        "免责声明：本文仅代表作者个人观点。",
        "声明：本栏目内容由用户提供。",
        "凡注明来源为本报的作品，版权均属本报。",
        "Żadna część utworów zawartych w dzienniku nie może być powielana.",
        "Если вы заметите ошибку в тексте, выделите её и нажмите Ctrl-Enter",
        "Использование материалов сайта возможно с разрешения редакции.",
        "This page is best viewed in an up-to-date web browser.",
        "To contact the reporter on this story: Ann Example at ann@example.org",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "Posted in: Harbours | comments",
        "Submitted comments are subject to moderation.",
        "All rights reserved.",
        "电话：021-5550123 传真：021-5550124 邮箱：稿件处理",
        "Contact: Ann Example, Press office, Tel: +44 20 5550123, E-mail: ann@example.org",
        "请您对该文章评分：",
        "Rate this article:",
        "12人参与3条评论打印转发",
        "[责任编辑：王小明] 标签：港口 防波堤",
        "Article réservé aux abonnés",
        "Il vous reste 61.5% de cet article à lire. La suite est réservée aux abonnés.",
        "Dieser Artikel ist exklusiv für unsere Abonnenten.",
        "Conteúdo exclusivo para assinantes",
        "ATENÇÃO: Comentários que faltem com respeito não serão aprovados.",
    ],
)
def test_house_lines(line: str) -> None:
    assert is_house_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council said in a statement: the page is closed.",
        "Оценить ущерб пока нельзя, сказал мэр города.",
        "外交部发言人在例行记者会上发表声明，谴责这一行为。",
        "Medical information was lost in the fire, the hospital said.",
        "He did not comment on the report.",
        "The office gave one telephone number only. Tel.: 020 5550123 was answered by nobody.",
        "编辑部的责任是核实每一条消息。",
        "Il vous reste dix jours pour vous inscrire, dit la mairie.",
        "Dieser Text ist für die Bürger der Stadt geschrieben, sagt er.",
    ],
)
def test_sentences(line: str) -> None:
    assert not is_house_line(line)


def test_labels_and_read_also() -> None:
    assert is_read_also("Read more: Harbour council votes again")
    assert not is_read_also("Related cases were closed in 2019, the court said.")
    assert is_label("Updated 12:40")
    assert not is_label("A man came.")
    assert length("港口") == 5


def test_a_house_line_has_no_weight_however_long() -> None:
    page = "<h1>T</h1><p>{}</p><div class=c><p>{}</p></div>".format(
        "港口委员会今天就防波堤的修建方案进行了表决，结果将于下周公布。",
        "电话：021-52921234转641133 传真：021-62677454 邮箱：稿件处理 处理时间：9:00—18:00，节假日休息。" * 2,
    )
    assert lines(page) == ["港口委员会今天就防波堤的修建方案进行了表决，结果将于下周公布。"]


@pytest.mark.parametrize(
    "line",
    [
        "Our newsletter tells you every Friday what the harbour council has decided, free and short.",
        "Der Newsletter informiert Sie immer freitags kostenlos über den Hafen und die Stadt.",
        "© 2026 The Example. All rights reserved.",
        "Advertisement",
        "Follow us on the network of your choice for more from the harbour.",
        "Photo: Ada Brook / Example Agency",
        "Empfohlener redaktioneller Inhalt",
        "[button link=”https://news.example/x” type=”big”] Send us your story[/button]",
        "Lire aussi : le port vote encore",
        "Читайте также: порт снова голосует",
        "関連記事",
        "相關新聞：",
        "延伸閱讀",
        "Ссылки по теме:",
    ],
)
def test_lines_that_any_article_of_a_house_carries(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == expected(1, 4)


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement had cost the council four thousand crowns.",
        "Photographers waited in front of the harbour until midnight.",
        "Read aloud, the letter lasted eleven minutes.",
        "Related cases have been closed since 2019, the court said.",
        "He followed the ferry on foot.",
        "Subscribers of the harbour fund met on Monday.",
        "Copyright law will change next year, the minister said.",
        "An dieser Stelle steht seit 1911 ein Leuchtturm.",
        "There was an error in the count, the clerk admitted.",
        "By entering the race, the ferry company surprised the town.",
        "You can reach the island by ferry only in summer.",
        "Comments are expected before Friday, the council wrote.",
        "Support our harbour, the posters said, and they said it everywhere.",
        "More on Monday than on any other day, the ships wait in vain.",
    ],
)
def test_sentences_that_only_resemble_house_lines_stay(line):
    page = f"<h1>T</h1><div>{story(1, 2)}<p>{line}</p>{story(3, 4)}</div>"
    assert lines(page) == [*expected(1, 2), line, *expected(3, 4)]


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
    "อ่านเพิ่มเติม",
]  # fmt: skip
LABELS = [
    "Advertisement", "Advertising", "Sponsored", "Sponsored content", "Promoted", "Ad", "Anzeige",
    "Werbung", "Publicité", "Publicidad", "Publicidade", "Pubblicità", "Reclame", "Annonse", "Annons",
    "Annonce", "Reklama", "Mainos", "Hirdetés", "Διαφήμιση", "Реклама", "إعلان", "広告", "廣告", "广告",
    "광고", "Share", "Share this article", "Teilen", "Partager", "Compartir", "Condividi", "Поделиться",
    "Comments", "Kommentare", "Loading...", "Embed", "Table of contents",
    "Story continues below advertisement", "Article continues below", "Continue reading",
    "Image 1 of 12", "Auf dieser Seite:", "Externer Inhalt",
]  # fmt: skip
HOUSE = [
    "Our standards: the principles of the house", "© The Courier", "(c) 2026 The Courier",
    "Copyright 2026 by The Courier", "Alle Rechte vorbehalten", "Tous droits réservés",
    "Todos los derechos son del diario", "Todos os direitos do jornal",
    "This material may not be published", "This site is protected by a guard", "Sign up for the letter",
    "Subscribe for more", "Get the latest from the harbour", "Click here to see the map",
    "Tap here to vote", "Download our app", "Already a subscriber", "Want more news of the harbour?",
    "Never miss a ship", "Join our channel", "Support our journalism", "Thank you for reading",
    "By subscribing you agree to terms", "Please sign in", "Abonnieren Sie den Brief",
    "Jetzt bestellen", "Jetzt anmelden", "Melden Sie sich an", "Hier abonnieren", "Abonnez-vous",
    "Inscrivez-vous", "Suscríbete", "Regístrate", "Inscreva-se", "Assine o jornal", "Iscriviti",
    "Zapisz się", "Подписывайтесь", "Подписывайтесь на нас", "Підписуйтесь", "Follow us", "Have a tip?",
    "Got a story for us?", "Do you have a tip?", "Contact us", "Contact the author",
    "For more stories like this", "You can reach the reporter", "Folgen Sie uns", "Suivez-nous",
    "Síguenos", "Siga-nos", "Seguici", "Empfohlener externer Inhalt", "Externe Inhalte",
    "An dieser Stelle finden Sie einen externen Inhalt",
    "Ich bin damit einverstanden, dass mir Inhalte angezeigt werden",
    "Damit können personenbezogene Daten übermittelt werden", "Wir benötigen Ihre Zustimmung",
    "Um diesen Inhalt anzuzeigen", "Dieser Inhalt kann nicht gezeigt werden", "Ce contenu est bloqué",
    "Este contenido está cerrado", "Este conteúdo está fechado", "This video is not available",
    "To view this video", "We need your consent", "This slideshow requires JavaScript",
    "Please enable JavaScript", "All comments are moderated", "Please add comments",
    "Comments are closed", "Leave a comment", "If you buy something", "We may earn a commission",
    "Scroll down to comment", "Tell us what you think", "Atención: los comentarios",
    "Hat Ihnen dieser Artikel gefallen", "Bewerten Sie diesen Artikel", "责任编辑：王小明", "【编辑:王小明】", "作者：王小明",
    "未经本报授权不得转载", "Wszelkie prawa zastrzeżone", "Нашли ошибку", "Перепечатка материалов",
    "Any medical information", "For any corrections", "Lorem ipsum", "Your browser is out of date",
    "Filed under: harbours", "Оцените, пожалуйста", "Читайте нас в социальных сетях",
    "Следите за нами в Telegram", "Zapraszamy do dyskusji", "For updates from the harbour follow",
    "この記事は会員限定です", "残り 1200文字", "この記事の続き", "Cet article est réservé aux abonnés",
    "This article is for subscribers", "Contenido exclusivo para suscriptores",
    "Articolo riservato agli abbonati", "Материал доступен только по подписке",
]  # fmt: skip
CREDITS = [
    "Photo:", "Photos:", "Photograph by", "Image:", "Images:", "Picture:", "Foto:", "Fotos:", "Bild:",
    "Bilder:", "Immagine:", "Imagen:", "Imagem:", "Zdjęcie:", "Fot.:", "Фото:", "Ảnh:", "Kuva:", "Kép:",
    "Photo credit:", "Image credit:", "Picture credit:", "Bildquelle:", "Crédit:", "Crédito:", "Créditos:",
    "写真：", "画像：", "図：", "사진:", "图片：", "图：", "صورة:",
]  # fmt: skip


@pytest.mark.parametrize("line", READ_ALSO)
def test_a_line_that_leads_to_other_stories(line: str) -> None:
    assert is_read_also(line)
    assert is_read_also(f"{line}: x" if line.isascii() else line)


@pytest.mark.parametrize("line", LABELS)
def test_a_label_of_the_page(line: str) -> None:
    assert is_house_line(line)
    assert not is_house_line(f"Quay: {line}")


@pytest.mark.parametrize("line", HOUSE)
def test_a_line_of_the_house_begins_with_its_phrase(line: str) -> None:
    assert is_house_line(line)
    assert is_house_line(f"» {line.upper()}")


@pytest.mark.parametrize("line", CREDITS)
def test_a_credit_of_a_picture(line: str) -> None:
    assert is_house_line(f"{line} Ada Brook")


@pytest.mark.parametrize(
    "note",
    [
        "opens in new tab", "opens in a new window", "Link öffnet in neuem Fenster",
        "öffnet im neuen Tab", "nouvel onglet", "nouvelle fenêtre", "s'ouvre dans un nouvel onglet",
        "s’ouvre dans une nouvelle fenêtre", "se abre en una nueva ventana", "se abre en nueva pestaña",
        "abre em nova janela", "abre em nova guia", "abre em nova aba", "si apre in una nuova finestra",
    ],
)  # fmt: skip
def test_what_a_link_says_of_itself_is_left_out(note: str) -> None:
    assert without_link_notes(f"The quay ({note}) opened.") == "The quay opened."


@pytest.mark.parametrize(
    "label",
    ["Tel", "Phone", "Telefon", "Teléfono", "Téléphone", "Fax", "E-mail", "电话", "電話", "传真", "傳真", "邮箱",
     "郵箱", "телефон", "факс", "эл. почта"],
)  # fmt: skip
def test_two_ways_to_reach_the_publisher_make_a_house_line(label: str) -> None:
    other = "Fax" if label != "Fax" else "Tel"
    assert is_house_line(f"Newsroom {label}: 1, {other}: 2")
    assert not is_house_line(f"Newsroom {label}: 1")
