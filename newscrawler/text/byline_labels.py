"""Labels of bylines: what stands before the names, in the languages of the press."""

from __future__ import annotations

import re

from newscrawler.text.agencies import agency_in

# What stands before the names: a label with its colon, or a form of "written by".
_LABEL_WITH_COLON = (
    "article by|authors?|writers?|byline|interview|text|texte|texto|testo|tekst|story|words|"
    "autor|autorin|autoren|autores|"
    "autora|auteurs?|autore|autori|autorka|autorzy|forfatter|skribent|författare|kirjoittaja|szerző|autorius|"
    "yazar|yazan|haber|muhabir|röportaj|"
    "penulis|oleh|автор|авторы|автори|текст|материал|подготовил|подготовила|συντάκτης|כתב|מאת|作者|文|撰文|"
    "執筆|글|"
    "كتب|كتبت|بقلم|إعداد|الكاتب|نویسنده|लेखक|লেখক|எழுதியவர்|ผู้เขียน|tác giả|ავტორი|հեղինակ"
)
_LABEL_ALONE = (
    "written by|geschrieben von|propos recueillis par|écrit par|publié par|por|par|door|av|af|oleh|od|przez|"
    "írta|bởi|"
    "a cura di|scritto da|escrito por|redactado por|ein artikel von|eine analyse von|ein kommentar von|"
    "ein gastbeitrag von|firmado por|skrevet av|skriven av|skrevet af|γράφει [οη]|γράφουν οι|του|της|كتبه|"
    "كتب|كتبت|بقلم|نوشته|מאת|기자명|작성자|글쓴이|words|tekst|文／|文/|napisała?|napsala?|"
    "подготовила?|написала?|yazan|kirjoittaja|as told to"
)
_ENGLISH_LABEL = (
    r"(?:(?:written|reported|reporting|words|story|text|posted|published|report|compiled|edited|created|"
    r"opinion|analysis|"
    r"column|review|interview|recipe)(?:\s+and\s+\w+)?\s+)?by\b[\s:]*"
)
_LABEL = re.compile(
    rf"^(?:{_ENGLISH_LABEL}|(?:{_LABEL_WITH_COLON})\s*[:：／/=＝|●]\s*|(?:{_LABEL_ALONE})\s+(?=\S))",
    re.IGNORECASE,
)
# Those that are also parts of names ("Von Storch", "Di Maio") need two words after them.
_PARTICLE_LABEL = re.compile(r"^(?:von|di|da|de|van|dal|dalla)\s+(?=\S)", re.IGNORECASE)


def without_label(part: str) -> str:
    """Take off what stands before the names of a byline, and says that they wrote it.

    >>> without_label("Text: von Max Muster"), without_label("Von Storch")
    ('Max Muster', 'Von Storch')
    """
    for _ in range(3):
        shorter = _LABEL.sub("", part, count=1)
        particle = _PARTICLE_LABEL.match(shorter)
        if particle is not None:
            rest = shorter[particle.end() :]
            name = re.split(r"[,&|]| und | et | e | y | en ", rest)[0]
            if len(name.split()) >= 2 or agency_in(name) or shorter[0].islower():
                shorter = rest
        if shorter == part:
            break
        part = shorter.strip()
    return part
