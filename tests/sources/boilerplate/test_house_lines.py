"""House lines, credits and labels are no text in any language; sentences that begin like one are."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.house_lines import is_house_line
from tests.sources.stories import lines


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
        "Reproduction without permission is prohibited.",
        "Riproduzione riservata",
        "<저작권자ⓒ 보기일보, 무단 전재-재배포 금지>",
        "ⓒ 보기일보 & example.org",
        "版权所有，未经许可不得转载",
        "無断転載を禁じます。",
        "جميع الحقوق محفوظة",
        "Like what you’re reading? There is more.",
        "Become a member and read without ads.",
        "To continue reading, log in or create an account.",
        "You have 2 free articles left this month.",
        "Newsletter: Jeden Morgen das Wichtigste aus dem Tal. Hier kostenlos anmelden!",
        "Weiterlesen mit unserem Probeabo.",
        "Bądź na bieżąco. Wszystko z twojego miasta.",
        "扫一扫，在手机上阅读",
        "点击查看更多",
        "네이버에서 구독하기",
        "ติดตามข่าวสารได้ที่ LINE",
        "Mehr Nachrichten aus Niederau finden Sie hier.",
        "Was this page helpful?",
        "Did you find this useful?",
        "War dieser Artikel hilfreich?",
        "Cet article vous a-t-il été utile ?",
        "Fehler gefunden? Jetzt melden.",
        "This story was first published on 3 March 2026.",
        "Нашли опечатку? Сообщите о ней.",
        "* * *",
    ],
)
def test_house_lines(line: str) -> None:
    assert is_house_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council said in a statement: the page is closed.",
        "Reproduction without the male is common in these lizards.",
        "Become a member of the club, he told his son, and you will never be alone.",
        "You have 2 hours left, the guard said.",
        "저작권자 협회는 화요일 새로운 요금을 발표했다.",
        "This story was told to me by a fisherman.",
        "*** Three stars for the harbour inn",
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


def test_a_house_line_has_no_weight_however_long() -> None:
    page = "<h1>T</h1><p>{}</p><div class=c><p>{}</p></div>".format(
        "港口委员会今天就防波堤的修建方案进行了表决，结果将于下周公布。",
        "电话：021-52921234转641133 传真：021-62677454 邮箱：稿件处理 处理时间：9:00—18:00，节假日休息。" * 2,
    )
    assert lines(page) == ["港口委员会今天就防波堤的修建方案进行了表决，结果将于下周公布。"]


FILED = [
    "Tags: harbour, ferry, fees",
    "Tagi: port, prom",
    "Теги: порт, паром",
    "标签：港口",
    "Category: Harbours",
    "Раздел: Новости",
    "Etiquetas: puerto, barco",
]
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
    "تصوير:", "تصویر:", "عکس:", "צילום:", "Φωτό:", "Снимка:", "ছবি:", "படம்:", "ภาพ:", "ფოტო:", "Picha:", "Ljósmynd:",
    "写真：", "画像：", "図：", "사진:", "图片：", "图：", "صورة:",
]  # fmt: skip
COMMENTS = [
    "Comments may be no longer than 900 characters and will appear after a while.",
    "Comments that are off topic will be removed.",
    "All comments are reviewed before they appear.",
    "Please read our comment rules.",
    "By posting a comment you agree to our rules.",
    "Your e-mail address will not be shown.",
    "Be the first to comment",
    "Log in to comment",
    "What do you think? Tell us in the comments.",
    "Let us know what you think in the comments below.",
    "Share your thoughts in the comments.",
    "Kommentare werden vor dem Erscheinen geprüft.",
    "Bitte beachten Sie unsere Netiquette.",
    "Was meinen Sie? Schreiben Sie es in die Kommentare.",
    "Les commentaires sont modérés.",
    "Connectez-vous pour commenter",
    "Los comentarios están sujetos a moderación.",
    "Os comentários são de responsabilidade dos autores.",
    "I commenti sono soggetti a moderazione.",
    "Reacties worden gemodereerd.",
    "Redakcja nie ponosi odpowiedzialności za komentarze.",
    "Администрация сайта не несёт ответственности за комментарии.",
    "Чтобы оставить комментарий, войдите.",
    "Τα σχόλια δημοσιεύονται μετά από έγκριση.",
    "登录后才能发表评论",
    "댓글을 작성하려면 로그인하세요",
]
PRINTED_BEFORE = [
    "A version of this article appeared on 4 May on page A1.",
    "This story first appeared in the spring issue.",
    "This article was published in print on 4 May.",
    "Published in The Harbour Post, May 4th, 2021.",
    "Dieser Artikel erschien zuerst in der gedruckten Ausgabe.",
    "Dieser Text ist im Heft 4 erschienen.",
    "Über dieses Thema berichtete: Hafenradio am 4. Mai.",
    "Dieses Thema im Programm: Hafenradio, 10 Uhr",
    "Cet article a été publié dans le numéro de mai.",
    "Este artículo se publicó en la edición de papel.",
    "Esta reportagem foi publicada na edição de maio.",
    "Questo articolo è uscito sul numero di maggio.",
    "Dit artikel verscheen in nummer 5.",
    "Tekst ukazał się w numerze majowym.",
]
EARNING_LINKS = [
    "This post contains affiliate links.",
    "Some of the links on this page are affiliate links.",
    "Note: we may earn a small commission.",
    "If you buy through our links, we earn a commission.",
    "As an Amazon associate I earn from purchases.",
    "Mit * markierte Links sind Affiliate-Links.",
    "Dieser Beitrag enthält Affiliate-Links.",
    "Cet article contient des liens affiliés.",
    "Este artículo contiene enlaces de afiliados.",
    "Este artigo contém links de afiliados.",
]
LIKED = [
    "Did you enjoy this story?",
    "Cet article vous a plu ?",
    "¿Te ha gustado este artículo?",
    "Gostou desta notícia?",
    "Ti è piaciuto questo articolo?",
    "Hat dir dieser Artikel gefallen?",
    "Понравилась статья?",
    "Spodobał Ci się artykuł?",
]
SENTENCES = [
    "Source: the mayor told the paper on Monday that the council would never agree to the fees, and left the hall.",
    "По информации полиции погибли трое.",
    "(本文来源：港口报 作者：王小明)",
    "По материалам дела, капитан покинул судно первым, и суд учёл это обстоятельство при вынесении приговора.",
    "Continued to fall",
    "The contents of the letter",
    "In this article of the treaty the quay is named",
    "Videos of the quay were sold",
    "5 min read by the judge aloud",
    "Views of the harbour",
    "Share of the market",
    "Reading time is not what it was",
    "Scrolls of the old town",
    "Sign up for the march has been slow, the organisers said on Monday.",
    "“Follow us on Facebook,” the sign above the door of the bakery read.",
    "Melden Sie sich bei der Polizei, wenn Sie den Wagen gesehen haben.",
    "Inscrivez-vous sur les listes électorales avant vendredi, rappelle la mairie.",
    "Zapisz się na badania do końca maja, apeluje szpital.",
    "Comments by the minister that the harbour would close were misunderstood, he said.",
    "All comments are public record under the new law.",
    "This article of the treaty is the one that the court will look at.",
    "Published in three volumes, the diary of the pilot sold well.",
    "Please consider the children, the judge said to both parents.",
    "Kommentare wollte die Reederei am Montag nicht abgeben.",
    "Администрация города несёт ответственность за мост.",
]


@pytest.mark.parametrize("line", HOUSE)
def test_a_line_of_the_house_begins_with_its_phrase(line: str) -> None:
    assert is_house_line(line)
    assert is_house_line(f"» {line.upper()}")


@pytest.mark.parametrize("line", CREDITS)
def test_a_credit_of_a_picture(line: str) -> None:
    assert is_house_line(f"{line} Ada Brook")


@pytest.mark.parametrize("line", [*COMMENTS, *FILED, *PRINTED_BEFORE, *EARNING_LINKS, *LIKED])
def test_a_note_of_the_house(line: str) -> None:
    assert is_house_line(line)
    assert is_house_line(f"– {line.upper()}")


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_begins_like_a_line_of_the_house(line: str) -> None:
    assert not is_house_line(line)


@pytest.mark.parametrize(
    "label",
    ["Tel", "Phone", "Telefon", "Teléfono", "Téléphone", "Fax", "E-mail", "电话", "電話", "传真", "傳真", "邮箱",
     "郵箱", "телефон", "факс", "эл. почта"],
)  # fmt: skip
def test_two_ways_to_reach_the_publisher_make_a_house_line(label: str) -> None:
    other = "Fax" if label != "Fax" else "Tel"
    assert is_house_line(f"Newsroom {label}: 1, {other}: 2")
    assert is_house_line(f"Newsroom {label}: 1, {label}. 2")
    assert not is_house_line(f"Newsroom {label}: 1")


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement. Scroll to continue reading.",
        "Paid content",
        "Contenido patrocinado",
        "Lanjutkan membaca setelah iklan ini",
        "Artykuł kontynuowany poniżej reklamy",
        "Get the app: download it for your telephone",
        "Set the Daily as a preferred source on Google",
        "Follow the Daily channel on WhatsApp for breaking news",
        "Sigue el canal de la Gaceta en WhatsApp",
        "Clique aqui para entrar no grupo de WhatsApp",
        "Ikuti saluran WhatsApp Harian",
        "للمزيد تابع قناتنا على واتساب",
        "Theo dõi chúng tôi trên Zalo",
        "Мы в Telegram: подпишись",
    ],
)
def test_adverts_and_channels_between_paragraphs(line: str) -> None:
    assert is_house_line(line)
