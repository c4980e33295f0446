"""Charset: pages that declare none, or another than they are in, are decoded right or refused."""

import pytest

from newscrawler.document.charset import UNKNOWN, _domain, as_utf8, decode_part
from newscrawler.extract import extract

URL = "https://press.example/a/1"
TEXTS = {
    "ru": "Совет гавани решил во вторник построить новый мол до зимних штормов. Рыбаки просят не закрывать спуск на воду.",
    "uk": "Рада гавані вирішила у вівторок збудувати новий мол до зимових штормів. Рибалки просять не зачиняти узвіз.",
    "bg": "Съветът на пристанището реши във вторник да построи нов вълнолом преди зимните бури. Рибарите са доволни.",
    "el": "Το συμβούλιο του λιμανιού αποφάσισε την Τρίτη να χτίσει νέο κυματοθραύστη πριν από τις χειμερινές καταιγίδες.",
    "pl": "Rada portu postanowiła we środę zbudować nowy falochron, zanim nadejdą zimowe sztormy. Według źródeł koszt ścian wzrośnie.",
    "cs": "Rada přístavu se v úterý rozhodla postavit nový vlnolom, než přijdou zimní bouře. Rybáři žádají, ať zůstane.",
    "tr": "Liman meclisi salı günü kış fırtınalarından önce yeni bir dalgakıran yapılmasına karar verdi. Balıkçılar sevindi.",
    "zh": "港务委员会星期二决定在冬季风暴到来之前修建新的防波堤。渔民希望施工期间码头继续开放，市长说明年春天开工。",
    "zh-TW": "港務委員會星期二決定在冬季風暴到來之前修建新的防波堤。漁民希望施工期間碼頭繼續開放，市長說明年春天開工。",
    "ja": "港湾評議会は火曜日、冬の嵐が来る前に新しい防波堤を建設することを決めた。漁師たちは工事中も船着き場を開けてほしいと話す。",
    "ko": "항만 위원회는 화요일 겨울 폭풍이 오기 전에 새 방파제를 짓기로 결정했다. 어민들은 공사 중에도 선착장을 열어 달라고 했다.",
    "he": "מועצת הנמל החליטה ביום שלישי לבנות שובר גלים חדש לפני סערות החורף. הדייגים מבקשים להשאיר את המזח פתוח.",
    "ar": "قرر مجلس الميناء يوم الثلاثاء بناء حاجز أمواج جديد قبل عواصف الشتاء. ويطلب الصيادون إبقاء الرصيف مفتوحا.",
    "fr": "Le conseil du port a décidé mardi de bâtir une nouvelle jetée avant les tempêtes. Les pêcheurs, eux, espèrent.",
    "de": "Der Hafenrat beschloss am Dienstag, vor den Winterstürmen eine neue Mole zu bauen. Die Fischer hätten gern länger geöffnet.",
}
UNDECLARED = [
    ("ru", "cp1251"),
    ("ru", "koi8_r"),
    ("ru", "iso8859_5"),
    ("uk", "cp1251"),
    ("uk", "koi8_u"),
    ("bg", "cp1251"),
    ("el", "cp1253"),
    ("el", "iso8859_7"),
    ("pl", "cp1250"),
    ("pl", "iso8859_2"),
    ("cs", "cp1250"),
    ("cs", "iso8859_2"),
    ("tr", "cp1254"),
    ("zh", "gb2312"),
    ("zh", "gb18030"),
    ("zh-TW", "big5"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ja", "iso2022_jp"),
    ("ko", "euc_kr"),
    ("he", "cp1255"),
    ("ar", "cp1256"),
    ("fr", "cp1252"),
    ("de", "cp1252"),
]


def page(language: str, charset: str, declared: str | None = None, *, tell: bool = False) -> bytes:
    meta = f'<meta charset="{declared}">' if declared else ""
    lang = f' lang="{language}"' if tell else ""
    text = TEXTS[language]
    return (
        f"<html{lang}><head>{meta}<title>{text[:30]}</title></head><body><h1>{text[:30]}</h1>"
        f"<p>{text}</p><p>{text[40:]}</p><p>{text}</p></body></html>"
    ).encode(charset)


@pytest.mark.parametrize("tell", [False, True], ids=["no lang", "lang"])
@pytest.mark.parametrize(("language", "charset"), UNDECLARED)
def test_no_charset_is_declared(language: str, charset: str, *, tell: bool) -> None:
    decoded, name = as_utf8(page(language, charset, tell=tell), "text/html", URL)
    assert TEXTS[language] in decoded.decode(), name


@pytest.mark.parametrize(("language", "charset"), UNDECLARED)
def test_the_charset_that_is_declared(language: str, charset: str) -> None:
    for data, header in (
        (page(language, charset, charset.replace("_", "-").replace("cp125", "windows-125")), None),
        (page(language, charset), f"text/html; charset={charset.replace('_', '-')}"),
    ):
        decoded, name = as_utf8(data, header, URL)
        assert TEXTS[language] in decoded.decode(), name


@pytest.mark.parametrize(
    ("language", "charset", "declared"),
    [
        ("ru", "cp1251", "iso-8859-1"),
        ("ru", "koi8_r", "iso-8859-1"),
        ("ru", "koi8_r", "windows-1251"),
        ("ru", "cp1251", "koi8-r"),
        ("ru", "cp1251", "utf-8"),
        ("el", "cp1253", "iso-8859-1"),
        ("pl", "cp1250", "iso-8859-1"),
        ("pl", "cp1250", "iso-8859-2"),
        ("pl", "iso8859_2", "windows-1252"),
        ("zh", "gb2312", "iso-8859-1"),
        ("zh", "gb2312", "big5"),
        ("zh", "gb2312", "utf-8"),
        ("zh-TW", "big5", "gb2312"),
        ("zh-TW", "big5", "utf-8"),
        ("zh-TW", "big5", "iso-8859-1"),
        ("ja", "shift_jis", "euc-jp"),
        ("ja", "euc_jp", "shift_jis"),
        ("ja", "euc_jp", "iso-8859-1"),
        ("ko", "euc_kr", "iso-8859-1"),
        ("ko", "euc_kr", "utf-8"),
        ("he", "cp1255", "iso-8859-1"),
        ("ar", "cp1256", "iso-8859-1"),
        ("fr", "utf-8", "iso-8859-1"),
    ],
)
def test_a_declaration_that_lies(language: str, charset: str, declared: str) -> None:
    decoded, name = as_utf8(page(language, charset, declared), None, URL)
    assert TEXTS[language] in decoded.decode(), name


@pytest.mark.parametrize(
    ("language", "charset", "declared"),
    [
        ("ru", "cp1251", "windows-1251"),
        ("zh", "gb18030", "gb2312"),
        ("de", "cp1252", "iso-8859-1"),
        ("ru", "cp1251", "iso-8859-1"),
        ("ko", "euc_kr", "iso-8859-1"),
        ("ja", "cp932", ""),
        ("fr", "utf-8", "iso-8859-1"),
    ],
)
def test_a_part_of_a_page_is_read_as_the_page_is(language: str, charset: str, declared: str) -> None:
    data = page(language, charset, declared)
    title = TEXTS[language][:30]
    assert decode_part(title.encode(charset), data, "text/html") == title


def test_what_is_declared_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawler.document.charset.as_utf8", None)  # it takes as long as the whole page
    data = page("zh", "gb18030", "gb2312")
    assert decode_part("港务委员会".encode("gb18030"), data, None) == "港务委员会"


def test_the_language_decides_where_a_server_declares_its_default() -> None:
    for language, charset in (("cs", "cp1250"), ("tr", "cp1254"), ("pl", "iso8859_2")):
        data = page(language, charset, tell=True)
        assert TEXTS[language] in as_utf8(data, "text/html; charset=ISO-8859-1", URL)[0].decode()


def test_what_is_words_in_no_charset_is_refused() -> None:
    cut_apart = page("zh", "gb18030").replace("的".encode("gb18030"), b"\x81").replace(b"\xc4", b"\xff")
    replaced = "".join("\ufffd" if sign > "\x7f" else sign for sign in TEXTS["ru"])
    for data in (
        f"<h1>{replaced}</h1><p>{replaced}</p>".encode(),
        cut_apart,
    ):
        decoded, name = as_utf8(data, "text/html; charset=utf-8", URL)
        assert name == UNKNOWN, decoded.decode()[:200]
        assert getattr(extract(data, URL), "kind", None) == "unknown_charset"


@pytest.mark.parametrize("language", ["ru", "el", "fr", "zh", "ko"])
def test_a_page_that_was_encoded_twice_is_mended(language: str) -> None:
    wrong = page(language, "utf-8").decode("cp1252", "surrogateescape")
    twice = "".join(chr(ord(sign) - 0xDC00) if sign >= "\ud800" else sign for sign in wrong).encode()
    decoded, name = as_utf8(twice, "text/html; charset=utf-8", URL)
    assert (TEXTS[language] in decoded.decode(), name) == (True, "utf-8")


def test_one_page_has_both_kinds_of_text() -> None:
    quote = "He’s “here” – and it’s ‘late’… or it’s not".encode().decode("cp1252", "surrogateescape")
    twice = "".join(chr(ord(sign) - 0xDC00) if sign >= "\ud800" else sign for sign in quote)
    decoded = as_utf8(f"<p>{twice}</p><p>naïve Ââme — déjà “vu” Ñandú</p>".encode(), None, URL)[0].decode()
    assert decoded == "<p>He’s “here” – and it’s ‘late’… or it’s not</p><p>naïve Ââme — déjà “vu” Ñandú</p>"


def test_a_few_bad_bytes_are_no_reason_to_doubt_utf8() -> None:
    data = page("ru", "utf-8").replace("мол".encode(), b"\xec\xee\xeb")
    decoded, name = as_utf8(data, "text/html; charset=utf-8", URL)
    assert name == "utf-8"
    assert "Совет гавани" in decoded.decode()


@pytest.mark.parametrize(
    ("lang", "url", "domain"),
    [
        *(
            (language, "", domain)
            for language, domain in (
                ("ja", "jp"), ("ko", "kr"), ("el", "gr"), ("uk", "ua"), ("cs", "cz"), ("he", "il"), ("ar", "sa"),
                ("sr", "rs"), ("sl", "si"), ("da", "dk"), ("sv", "se"), ("et", "ee"), ("fa", "ir"), ("vi", "vn"),
                ("be", "by"), ("fr", "fr"), ("ru", "ru"), ("FR", "fr"), ("fr-CA", "fr"),
                ("zh-CN", "cn"), ("zh_TW", "tw"), ("zh-hk", "hk"), ("zh-MO", "mo"),
            )
        ),
        *((language, "https://a.paper.tw:81/x.html", "tw") for language in ("zh", "zh-SG", "en", "en-US", "")),
        ("en", "https://paper.EXAMPLE/x", "example"),
        ("en", "http://127.0.0.1/x", None),
        ("en", "", None),
    ],
)  # fmt: skip
def test_a_domain_stands_for_a_language(lang: str, url: str, domain: str | None) -> None:
    data = f'<html class=a lang="{lang}"><p>text'.encode()
    assert _domain(data, url) == (domain.encode() if domain else None)
