"""A caption's credit is known in each language; a sentence that speaks of pictures is none."""

from __future__ import annotations

import pytest

from newscrawler.sources.body.picture_credits import is_picture_credit

CREDITS = [
    "(fot. AKPA)",
    "Ospa party – dobry pomysł czy zły? (© fot. Archiwum Kurier)",
    "Der Hafen am Montag. (Foto: Ada Brook)",
    "Der Hafen am Montag. Foto: Ada Brook/dpa",
    "Der Hafen am Montag © Ada Brook",
    "The quay on Monday. (Photo by Ada Brook)",
    "The quay on Monday. Photo by: 'Ada Brook'.",
    "The quay on Monday. Photograph: Ada Brook/The Courier",
    "The quay on Monday. Ada Brook/AP Photo",
    "The quay on Monday. (AP Photo/Ada Brook)",
    "The quay on Monday. Image: Example Agency",
    "The quay on Monday. Picture: Ada Brook",
    "The quay on Monday. Image credit: Ada Brook",
    "Image via Ada Brook",
    "Courtesy of the harbour museum",
    "The quay on Monday (Credit: Ada Brook)",
    "Le port lundi. (Photo Ada Brook)",
    "Le port lundi. © Ada Brook / Le Courrier",
    "Le port lundi. Photo : Ada Brook",
    "Le port lundi. Crédit photo : Ada Brook",
    "El puerto el lunes. (Foto: Ada Brook)",
    "O porto na segunda. Foto: Ada Brook/Divulgação",
    "Il porto lunedì (foto Ada Brook)",
    "Il porto lunedì. Foto Ansa",
    "De haven op maandag. Foto: ANP",
    "De haven op maandag. © ANP",
    "Hamnen på måndag. Foto: Ada Brook",
    "Havnen mandag. (Foto: Ada Brook)",
    "Satama maanantaina. Kuva: Ada Brook",
    "Přístav v pondělí. Foto: Ada Brook, ČTK",
    "A kikötő hétfőn. Fotó: Ada Brook",
    "Portul luni. FOTO: Ada Brook",
    "Порт в понедельник. Фото: Ада Брук",
    "Порт в понедельник. © Ада Брук / Агентство",
    "Фото службы информации администрации порта",
    "Порт в понедельник (фото: Ада Брук)",
    "Фото Ады Брук",
    "Порт у понеділок. Фото: Ада Брук",
    "Το λιμάνι τη Δευτέρα. Φωτογραφία: Άντα Μπρουκ",
    "Liman pazartesi günü. Fotoğraf: Ada Brook",
    "圖說：女性所穿的一般雪靴。（林宜靜攝）",
    "港口的货船。(资料图)",
    "港口的货船。 資料圖片",
    "图为港口的货船。",
    "港口的货船。新华社记者 王小明 摄",
    "▲港口的货船。（記者王小明攝）",
    "（图片来源：港口报）",
    "制图/王小明",
    "月曜日の港＝王小明撮影",
    "（写真：港新聞）",
    "写真提供：港新聞",
    "월요일 항구. /사진=연합뉴스",
    "[사진=항구신문]",
    "الميناء يوم الإثنين (صورة: وكالة)",
    "फोटो: एडा ब्रुक",
]
SENTENCES = [
    "He showed the court a photo: it was of the quay.",
    "Das Ergebnis ist ein Foto: eine Frau im Meer.",
    "The harbour board met on Monday and agreed on the fees. /Example Agency/",
    "Der Rat stimmte am Montag ab (dpa).",
    "Le port a été fermé lundi (AFP).",
    "The council voted 5/4 on Monday.",
    "The figures are for 2019/2020 (see picture 3).",
    "He was last seen on the quay (pictured).",
    "Die Zahl sank auf 20 (Bild 2).",
    "She took photos of the quay and sold them to Reuters.",
    "Фото с места происшествия появились в сети.",
    "Photos of the quay were sold for 40 euros.",
    "La foto: el puerto que nadie quiere ver.",
    "Bild am Sonntag hatte zuerst berichtet.",
    "The company, which holds the copyright © since 2019, will sue.",
    "The photograph by Ada Brook won the first prize.",
    "Das Bild von Ada Brook gewann den ersten Preis.",
    "警方在现场拍摄了照片。",
    "图书馆将于周一重新开放。",
    "写真を見た人は驚いた。",
    "公司资料显示，货船建于1990年。",
    "사진을 본 시민들은 놀랐다.",
    "The harbour and/or the city must pay.",
    "His first picture, The Quay (1999), was a success.",
    "He worked for Getty Images and for the AP.",
    "El puerto sigue cerrado desde el lunes. EFE",
    "Il porto resta chiuso. ANSA",
    "PAP/Kurier Portowy",
    "Il porto resta chiuso fino a lunedì. © RIPRODUZIONE RISERVATA",
    "The quay is closed until Monday. © All rights reserved",
    "Die Fähre fährt wieder. (c)AFP/Ada Brook",
    "Secure the people you need early (photo, video, flowers)",
]


@pytest.mark.parametrize("line", CREDITS)
def test_a_line_that_ends_with_a_credit(line: str) -> None:
    assert is_picture_credit(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence(line: str) -> None:
    assert not is_picture_credit(line)


def test_a_paragraph_of_the_story_is_no_caption() -> None:
    assert not is_picture_credit("The quay was closed on Monday. " * 12 + "(Photo: Ada Brook)")
    assert not is_picture_credit("码头于周一关闭。" * 16 + "（图片来源：港口报）")


WORDS = [
    "Photo", "Photos", "Photo credit", "Photo source", "Image credits", "Picture source", "Bildquelle", "Bild Quelle",
    "Fotoquelle", "Crédit", "Crédits photos", "Crédit photo", "Crédito", "Créditos", "Credit", "Credits",
    "AP Photo", "AFP-Photo", "EPA Foto", "Reuters photo", "Archivfoto", "Archivbild", "Symbolbild", "Symbolfoto",
    "Agenturfoto", "Photograph", "Fot.", "Foto", "Fotos", "Fotó", "Bild", "Bilder", "Image", "Images", "Picture",
    "Pictures", "Imagen", "Imagem", "Immagine", "Fotografie", "Fotografia", "Fotografía", "Fotograf", "Fotoğraf",
    "Zdjęcia", "Zdjęcie", "Snímek", "Kuva", "Kép", "Ảnh", "Gambar", "Фото", "Снимка", "Φωτο", "Φωτογραφία",
    "Φωτογραφίες", "写真", "사진", "صورة", "صور", "फोटो", "फ़ोटो", "तस्वीर", "图片", "圖片",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_the_word_for_a_picture_in_each_language(word: str) -> None:
    for sign in (":", "：", "="):
        assert is_picture_credit(f"Zz. {word}{sign} Ada Brook")
        assert is_picture_credit(f"Zz. {word.upper()} {sign} Ada Brook")
    assert is_picture_credit(f"Zz ({word}: Ada Brook)")
