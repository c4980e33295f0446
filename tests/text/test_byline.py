"""Bylines: people and agency apart, in many languages; no label, role, place, desk or address among the
people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.text.byline import agencies_of, people_of, split_byline
from tests.characters import CHARACTERS
from tests.cpu import cpu_within


@pytest.mark.parametrize(
    ("text", "people", "agency"),
    [
        ("By Ann Example", ["Ann Example"], None),
        ("by ANN EXAMPLE", ["ANN EXAMPLE"], None),
        ("Written By: Ann Example", ["Ann Example"], None),
        ("Story by Ann Example, CNN", ["Ann Example"], None),
        ("By Ann Example and Bob Sample", ["Ann Example", "Bob Sample"], None),
        ("Ann Example, Bob Sample and Cy Test", ["Ann Example", "Bob Sample", "Cy Test"], None),
        ("Ann Example & Bob Sample", ["Ann Example", "Bob Sample"], None),
        (
            "By Ann Example, Harbour Correspondent, and Bob Sample in Hollin",
            ["Ann Example", "Bob Sample"],
            None,
        ),
        ("Ann Example, Head of Sales, Sample Lines", ["Ann Example"], None),
        ("Ann Example; Bob Sample", ["Ann Example", "Bob Sample"], None),
        ("Ann Example, ann example", ["Ann Example"], None),
        (
            "By Ann Example and Bob Sample, Associated Press",
            ["Ann Example", "Bob Sample"],
            "Associated Press",
        ),
        ("By Ann Example | AP", ["Ann Example"], "AP"),
        ("posted by Ann Example in | News | Upcoming Games", ["Ann Example"], None),
        ("Ann Example filed under | Harbour Life", ["Ann Example"], None),
        ("By ANN EXAMPLE Associated Press", ["ANN EXAMPLE"], "Associated Press"),
        ("CAROLINE EXAMPLE And KRISTINA SAMPLE", ["CAROLINE EXAMPLE", "KRISTINA SAMPLE"], None),
        ("ANN EXAMPLE AND BOB SAMPLE", ["ANN EXAMPLE", "BOB SAMPLE"], None),
        ("聯合報╱記者張嘉芳／台北報導", ["張嘉芳"], None),
        ("알딘=홍길산 기자 hong@daily.example", ["홍길산"], None),
        ("fot. PAP/Jan Wzór", [], None),
        ("Ann Example. Example International", ["Ann Example"], None),
        ("Dr. Ann St. Example", ["Dr. Ann St. Example"], None),
        ("NBC's Ann Example", ["Ann Example"], None),
        ("例快訊／范姜佳鈺", ["范姜佳鈺"], None),
        ("By Ann Example. Medically reviewed by Molly Sample, MD", ["Ann Example"], None),
        ("Max Muster, ARD NORDEN", ["Max Muster"], None),
        ("By Ann Example for Reuters", ["Ann Example"], "Reuters"),
        ("Ann Example/Reuters", ["Ann Example"], "Reuters"),
        ("Reuters Staff", [], "Reuters"),
        ("The Associated Press", [], "Associated Press"),
        ("dpa/lni", [], "dpa"),
        ("Eva Beispiel, dpa", ["Eva Beispiel"], "dpa"),
        ("Anna Przykład, PAP", ["Anna Przykład"], "PAP"),
        ("ANKARA (AA)", [], "AA"),
        ("Ann Example, Political Editor", ["Ann Example"], None),
        ("Ann Example Political Editor", ["Ann Example"], None),
        ("Special Correspondent Ann Example", ["Ann Example"], None),
        ("By Ann Example, Washington correspondent", ["Ann Example"], None),
        ("By Ann Example in Moscow", ["Ann Example"], None),
        ("Ann Example | ann@paper.example | Staff Writer", ["Ann Example"], None),
        ("Ann Example @annexample", ["Ann Example"], None),
        ("Ann Example (ann@paper.example)", ["Ann Example"], None),
        ("By Ann Example Updated May 4, 2017", ["Ann Example"], None),
        ("Posted by Ann Example on May 4, 2017", ["Ann Example"], None),
        ("Ann Example - 4 May 2017", ["Ann Example"], None),
        ("Ann Example and Bob Sample contributed to this report", ["Ann Example", "Bob Sample"], None),
        ("Ann Example Jr.", ["Ann Example Jr."], None),
        ("Dr. Eva Beispiel", ["Dr. Eva Beispiel"], None),
        ("Mary Ann O’Brien-Example", ["Mary Ann O’Brien-Example"], None),
        ("Example, Ann", ["Example, Ann"], None),
        ("Lula", ["Lula"], None),
        ("Von Max Muster, Berlin", ["Max Muster"], None),
        ("von Max Muster und Eva Beispiel", ["Max Muster", "Eva Beispiel"], None),
        ("Von Beatrix von Muster", ["Beatrix von Muster"], None),
        ("Ursula von der Muster", ["Ursula von der Muster"], None),
        ("Max Muster, ARD Berlin", ["Max Muster"], None),
        ("Par Jean Exemple (avec AFP)", ["Jean Exemple"], "AFP"),
        ("Por Juan Ejemplo y María Muestra", ["Juan Ejemplo", "María Muestra"], None),
        ("Di Mario Esempio", ["Mario Esempio"], None),
        ("di Luigi Di Prova", ["Luigi Di Prova"], None),
        ("Door Jan de Voorbeeld", ["Jan de Voorbeeld"], None),
        ("Skrevet av Ola Eksempel", ["Ola Eksempel"], None),
        ("Text: Anna Przykład, Foto: Jan Wzór", ["Anna Przykład"], None),
        ("Автор: Иван Примеров", ["Иван Примеров"], None),
        ("Иван Примеров, Пётр Образцов", ["Иван Примеров", "Пётр Образцов"], None),
        ("Иван Примеров, корреспондент", ["Иван Примеров"], None),
        ("Γράφει ο Νίκος Παράδειγμα", ["Νίκος Παράδειγμα"], None),
        ("Oleh: Budi Contoh", ["Budi Contoh"], None),
        ("بقلم: محمد علي", ["محمد علي"], None),
        ("أحمد حسن ومحمد علي", ["أحمد حسن", "محمد علي"], None),
        ("홍길동 기자", ["홍길동"], None),
        ("홍길동·김철수 기자", ["홍길동", "김철수"], None),
        ("记者 王小明 李四", ["王小明", "李四"], None),
        ("新华社记者王小明", ["王小明"], "新华社"),
        ("作者：王 明", ["王明"], None),
        ("文／山田太郎", ["山田太郎"], None),
        ("山田太郎記者", ["山田太郎"], None),
        ("홍길동 기자 외 1명", ["홍길동"], None),
        ("[山田太郎，例新聞編集部]", ["山田太郎"], None),
        ("文● ヤマダ／例編集部", ["ヤマダ"], None),
        ("Photo by Jan Wzór", [], None),
        ("By Ann Example By Bob Sample", ["Ann Example", "Bob Sample"], None),
        ("By ANN EXAMPLE Associated Press Writer", ["ANN EXAMPLE"], "Associated Press"),
        ("By Ann Example The Example Star", ["Ann Example"], None),
        ("By Ann Example, For The Example Star", ["Ann Example"], None),
        ("Ann Example, Sr. Director of Operations, Sample Haulers", ["Ann Example"], None),
        ("Ann Example, Chief Marketing Officer, Sample Haulers", ["Ann Example"], None),
        ("Ann Example, reporter, Bob Sample, editor", ["Ann Example", "Bob Sample"], None),
        ("Ann Example PhD", ["Ann Example"], None),
        ("Par Le Figaro avec AFP", [], "AFP"),
        ("Agence France Presse", [], "Agence France Presse"),
        ("Penulis: Budi Contoh, Editor: Ani Contoh", ["Budi Contoh"], None),
        ("Editor: Ani Contoh | Penulis: Budi Contoh", ["Budi Contoh"], None),
        ("Text: Max Muster Foto: Eva Beispiel", ["Max Muster"], None),
        ("Reporting by Ann Example in Paris; editing by Bob Sample", ["Ann Example"], None),
        ("Bearbeitet von Max Muster", [], None),
        ("Interview with Ann Example", [], None),
        ("As told to Ann Example", ["Ann Example"], None),
        ("Napisała Anna Przykład", ["Anna Przykład"], None),
        ("Подготовил Иван Примеров", ["Иван Примеров"], None),
        ("责任编辑：王小明", [], None),
        ("作者：王小明 责任编辑：李四", ["王小明"], None),
        ("记者 王小明 摄影 李四", ["王小明"], None),
        ("聯合報 記者張嘉芳", ["張嘉芳"], None),
        ("ku Frankfurt", [], None),
        ("By Our Correspondent", [], None),
        ("Redaktion", [], None),
        ("Редакция", [], None),
        ("The Editorial Board", [], None),
        ("Staff and agencies", [], None),
        ("admin", [], None),
        ("https://www.facebook.com/example", [], None),
        ("5 min read", [], None),
        ("", [], None),
        ("word " * 200, [], None),
    ],
)
def test_byline(text: str, people: list[str], agency: str | None) -> None:
    assert split_byline(text) == (people, agency)


_WORDS = "By Von and , & / | TASS Reuters AP - . ( ) Ann Example 기자 記者 新华社 @x a@b.example {{ \u200f ́"
_PIECES = st.sampled_from(_WORDS.split(" "))


@given(
    st.one_of(
        st.text(CHARACTERS, max_size=200),
        st.lists(_PIECES, max_size=12).map(" ".join),
        st.lists(_PIECES, max_size=12).map("".join),
    )
)
def test_any_text_gives_clean_names(text: str) -> None:
    people, agency = split_byline(text)
    assert (people, agency) == split_byline(text)
    assert len(set(people)) == len(people)
    for name in [*people, *([agency] if agency else [])]:
        assert name
        assert name == name.strip()
        assert "@" not in name
        assert len(name) <= 60


@pytest.mark.parametrize(
    "piece", ["By ", "Ann Example, ", "a,b ", "A ", " - ", "(", "and ", "X/", "a@b", "www."]
)
@cpu_within(2)
def test_no_shape_takes_long(piece: str) -> None:
    for length in (399, 100_000):
        for _ in range(5):
            split_byline((piece * length)[:length])


def test_lines_that_nobody_declared_to_be_names() -> None:
    lines = [
        "Design: Max Muster. Programming: Eva Beispiel, Jan Wzór",
        "By Ann Example, AFP",
        "Frankfurt",
        "文／山田太郎",
        "Lula",
        "x" * 2000,
    ]
    assert people_of(lines) == ["Ann Example", "山田太郎"]
    assert agencies_of(lines, "Example News") == ["AFP"]
    assert agencies_of(["example news"], "Example News") == ["Example News"]
    assert agencies_of(["example news"], None) == []


def test_the_longest_line() -> None:
    name = "Ann Example"
    assert split_byline(f"{name}, {'x' * (400 - len(name) - 2)}")[0] == [name]
    assert split_byline(f"{name}, {'x' * (401 - len(name) - 2)}")[0] == []


LABELS = [
    "Article by:", "Author:", "Authors:", "Writer:", "Writers:", "Byline:", "Text:", "Texte:", "Texto:",
    "Testo:", "Tekst:", "Story:", "Words:", "Autor:", "Autorin:", "Autoren:", "Autores:", "Autora:",
    "Auteur:", "Auteurs:", "Autore:", "Autori:", "Autorka:", "Autorzy:", "Forfatter:", "Skribent:",
    "Författare:", "Kirjoittaja:", "Szerző:", "Autorius:", "Yazar:", "Yazan:", "Penulis:", "Oleh:",
    "Автор:", "Авторы:", "Автори:", "Текст:", "Материал:", "Подготовил:", "Подготовила:", "Συντάκτης:",
    "כתב:", "מאת:", "作者：", "文：", "撰文：", "執筆：", "글:", "كتب:", "كتبت:",
    "بقلم:", "إعداد:", "الكاتب:", "Written by", "Geschrieben von", "Propos recueillis par", "Écrit par",
    "Publié par", "Por", "Par", "Door", "Av", "Af", "Oleh", "Od", "Przez", "Írta", "Bởi", "A cura di",
    "Scritto da", "Escrito por", "Redactado por", "Ein Artikel von", "Eine Analyse von",
    "Ein Kommentar von", "Ein Gastbeitrag von", "Firmado por", "Skrevet av", "Skriven av", "Skrevet af",
    "Γράφει ο", "Γράφει η", "Γράφουν οι", "Του", "Της", "كتبه", "كتب", "كتبت", "بقلم", "By", "By:",
    "Reported by", "Reporting by", "Words by", "Story by", "Text by", "Posted by", "Published by",
    "Report by", "Compiled by", "Created by", "Opinion by", "Analysis by", "Column by",
    "Review by", "Interview by", "Reporting and writing by", "Von", "Di", "Da", "De", "Van", "Dal",
    "Dalla",
]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_no_part_of_a_name(label: str) -> None:
    assert people_of([f"{label} Ann Example"]) == ["Ann Example"]


@pytest.mark.parametrize(
    "role",
    ["기자", "특파원", "인턴기자", "논설위원", "선임기자", "記者", "记者", "特派員", "編集委員", "論説委員"],
)
def test_a_role_behind_a_name_of_east_asia(role: str) -> None:
    name = "홍길동" if "\uac00" <= role[0] <= "\ud7af" else "山田太郎"
    assert people_of([f"{name} {role}"]) == [name]
    assert people_of([f"{name}{role}"]) == [name]


PICTURES = [
    "fot.", "Fot", "Photo", "Photos", "Photograph", "Photographs", "Photography", "Picture", "Pictures",
    "Image", "Images", "Foto", "Fotos", "Fotografie", "Bild", "Bilder", "Fotó", "Fotók", "Фото",
    "Illustration", "Illustrations", "Graphic", "Graphics", "Video", "Видео", "写真", "사진",
    "Photographed by",
]  # fmt: skip


@pytest.mark.parametrize("label", PICTURES)
def test_who_made_the_pictures_is_no_author(label: str) -> None:
    assert people_of([f"{label}: Jan Wzór"]) == []


@pytest.mark.parametrize(
    "line",
    [
        "অনলাইন ডেস্ক",
        "ডেস্ক রিপোর্ট",
        "নিজস্ব প্রতিবেদক",
        "न्यूज़ डेस्क",
        "टीम डिजिटल",
        "વેબ ડેસ્ક",
        "ਨਿਊਜ਼ ਡੈਸਕ",
        "டிஜிட்டல் டெஸ்க்",
        "நமது நிருபர்",
        "న్యూస్ డెస్క్",
        "ഓൺലൈൻ ഡെസ്ക്",
        "ವೆಬ್ ಡೆಸ್ಕ್",
        "ویب ڈیسک",
        "اسٹاف رپورٹر",
        "گروه اجتماعی",
        "فريق التحرير",
        "وكالة الأنباء",
        "מערכת וואלה",
        "סוכנויות הידיעות",
        "Haber Merkezi",
        "İhlas Haber Ajansı",
        "Пресс-служба МЧС",
        "Gość Anonim",
        "作者：佚名",
        "作者：网络",
        "디지털뉴스부",
        "NTB Oslo",
        "TASR Bratislava",
        "PAP Warszawa",
        "მთავარი რედაქცია",
        "ዜና ክፍል",
    ],
)
def test_a_desk_of_any_script_is_nobody(line: str) -> None:
    assert people_of([line]) == []


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("ავტორი: ნინო ბერიძე", ["ნინო ბერიძე"]),
        ("አበበ ከበደ", ["አበበ ከበደ"]),
        ("សុខ ចាន់", ["សុខ ចាន់"]),
        ("מאת: יעל ברקוביץ'", ["יעל ברקוביץ'"]),
        ("צילום: רוני אלמוג", []),
        ("文/李建新 图/王芳", ["李建新"]),
        ("Tekst Torgeir Vik Foto Anne Solheim", ["Torgeir Vik"]),
        ("Words Esme Rudge Pictures Lyle Banks", ["Esme Rudge"]),
        ("AA Gill", ["AA Gill"]),
    ],
)
def test_people_of_many_scripts(line: str, people: list[str]) -> None:
    assert people_of([line]) == people
