"""Other work: those who edited, pictured or checked a story are told from those who wrote it."""

import pytest

from newscrawler.text.other_work import (
    begins_with_other_work,
    begins_with_pictures,
    did_other_work,
    names_makers,
    without_other_work,
)
from tests.cpu import cpu_within

OTHERS = [
    "Edited by Bob Sample",
    "Editing by Bob Sample",
    "Medically reviewed by Bob Sample, MD",
    "Reviewed and approved by Bob Sample",
    "Photographed by Bob Sample",
    "Photos by Bob Sample",
    "Styled by Bob Sample",
    "Data Analysis by Bob Sample",
    "Tested by Bob Sample",
    "Hosted by Bob Sample",
    "Brought to you by Sample Haulers",
    "Contributions From: Bob Sample",
    "Interview with Bob Sample",
    "Editor : Bob Sample",
    "Foto: Bob Sample",
    "Übersetzt von Max Muster",
    "Traduction de Jean Exemple",
    "Editado por Juan Ejemplo",
    "Перевод: Иван Примеров",
    "责任编辑：王小明",
    "编辑：王小明",
    "編集：山田太郎",
]


@pytest.mark.parametrize("line", OTHERS)
def test_other_work(line: str) -> None:
    assert without_other_work(line) == ""
    assert begins_with_other_work(line)
    assert without_other_work(f"By Ann Example | {line}").rstrip() == "By Ann Example"


@pytest.mark.parametrize(
    "line",
    [
        "Written by Ann Example",
        "Reported by Ann Example",
        "By Ann Example",
        "Ann Example, Editor",
        "Editor Ann Example",
        "Review by Ann Example",
        "Photis Example",
    ],
)
def test_writing(line: str) -> None:
    assert without_other_work(line) == line
    assert not begins_with_other_work(line)


def test_who_wrote_may_stand_behind() -> None:
    assert without_other_work("Editor: Ani Contoh Penulis: Budi Contoh") == "Penulis: Budi Contoh"


def test_credits_of_pictures_and_makers_of_the_site() -> None:
    assert begins_with_pictures("Courtesy Ann Example")
    assert begins_with_pictures("Photographer: Ann Example")
    assert not begins_with_pictures("Ann Example, photographer")
    assert names_makers("Web design: Max Muster")
    assert not names_makers("Max Muster")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Example. Photographed by Bob Sample.", True),
        ("Editor : Bob Sample", True),
        ("By Ann ExamplePhotographed by Bob Sample", True),
        ("Photo: Bob Sample", True),
        ("By Bob Sample. Photos by Bob Sample", False),
        ("Bob Sample, photographer", False),
        ("Bob Sample, photographer. Photo: Bob Sample", False),
        ("Bob Sample", False),
        ("By Ann Example", False),
        ("", False),
    ],
)
def test_whom_a_text_names_for_other_work_alone(text: str, expected: bool) -> None:
    assert did_other_work("Bob Sample", text) is expected


@pytest.mark.parametrize("piece", ["edited and ", "photo ", "fact-", "editor :", " | ", "by "])
@cpu_within(2)
def test_no_shape_takes_long(piece: str) -> None:
    line = piece * 5000
    without_other_work(line)
    did_other_work("by", line)


EACH = [
    *(
        f"{verb} by"
        for verb in (
            "reviewed", "checked", "edited", "translated", "illustrated", "photographed", "produced", "styled", "modeled",
            "approved", "verified", "tested", "directed", "narrated", "hosted", "presented", "designed", "sponsored",
            "overseen", "filmed", "recorded", "moderated", "supervised", "fact-checked", "fact checked", "expert reviewed",
            "clinically reviewed", "medically reviewed", "brought to you", "edited and produced", "checked and verified",
        )
    ),
    *(
        f"{work} by"
        for work in (
            "photo", "photos", "photography", "photographs", "picture", "pictures", "image", "images", "video", "videos",
            "illustration", "illustrations", "art", "artwork", "graphic", "graphics", "design", "music", "hair", "makeup",
            "make-up", "nails", "styling", "editing", "translation", "data analysis", "narration", "production", "answer",
            "answers", "intro", "introduction", "contribution", "contributions",
        )
    ),
    "contributions from", "interview with",
    *(
        f"{verb} von"
        for verb in (
            "bearbeitet", "redigiert", "übersetzt", "illustriert", "fotografiert", "aktualisiert", "moderiert",
            "präsentiert", "produziert",
        )
    ),
    *(f"{verb} par" for verb in ("traduit", "illustrée", "photographiés", "présentées", "relu", "édité")),
    "traduction", "traduction de", "traduction par",
    *(
        f"{verb} por"
        for verb in ("traducido", "editada", "ilustrados", "revisadas", "actualizado", "traduzido")
    ),
    *(f"{verb} da" for verb in ("tradotto", "illustrata", "presentato")), "vertaald door", "bewerkt door",
    *(f"{verb} av" for verb in ("oversatt", "översatt", "redigerad", "redigert")), "oversat af", "redigeret af",
    "przetłumaczył", "przetłumaczyła", "tłumaczenie", "перевел", "перевёл", "перевела", "перевод", "отредактировал",
    "отредактировала",
    *(
        f"{label}:"
        for label in (
            "editor", "editors", "copy editor", "managing editor", "photo editor", "editora", "editör", "penyunting",
            "redaktur", "szerkesztő", "редактор", "редакторы", "редакторка", "photo", "photos", "foto", "fotos", "bild",
            "bilder", "фото", "kuva", "kuvat", "zdjęcia", "责任编辑", "責任編輯", "网络编辑", "编辑", "編輯", "責編", "责编",
            "編集", "校对", "翻译", "翻譯", "摄影", "攝影", "撮影", "편집", "사진",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("label", EACH)
def test_each_way_to_name_other_work(label: str) -> None:
    for said in (label, label.upper(), label.capitalize()):
        line = f"{said} Bob Sample"
        assert without_other_work(line) == ""
        assert did_other_work("Bob Sample", f"By Ann Example. {line}")


@pytest.mark.parametrize(
    "label",
    ["photo", "photos", "photograph", "photography", "photographer", "picture", "images", "courtesy", "foto", "fotos",
     "fotografie", "bild", "bilder", "fotó", "fotók", "фото", "illustration", "illustrations", "graphic", "graphics", "video",
     "видео", "写真", "사진", "photographed"],
)  # fmt: skip
def test_each_credit_of_a_picture(label: str) -> None:
    assert begins_with_pictures(f"{label.capitalize()} Ann Example")
    assert not begins_with_pictures(f"{label}x Ann Example")
    assert not begins_with_pictures(f"Ann Example {label}")


@pytest.mark.parametrize(
    "work",
    ["programming", "HTML", "CSS", "web design", "webdesign", "webmaster", "powered by", "developed by"],
)
def test_each_who_made_the_site(work: str) -> None:
    assert names_makers(f"{work.capitalize()} Max Muster")
    assert not names_makers(f"x{work} Max Muster")
