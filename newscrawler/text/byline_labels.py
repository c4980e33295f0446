"""Labels of bylines: what stands before the names, in the languages of the press."""

from __future__ import annotations

import re

from newscrawler.text.agencies import agency_in

# What stands before the names: a label with its colon, or a form of "written by".
_LABEL_WITH_COLON = (
    "article by|contributors?|authors?|writers?|byline|interview|text|texte|texto|testo|tekst|story|words|"
    "autor|autorin|autoren|autores|"
    "autora|auteurs?|autore|autori|autorka|autorzy|forfatter|skribent|författare|kirjoittaja|szerző|autorius|"
    "yazar|yazan|haber|muhabir|röportaj|"
    "penulis|oleh|автор|авторы|автори|автор(?:ы|и)? (?:статьи|материала|текста|статті)|текст|материал|"
    "подготовила?|беседовала?|записала?|συντάκτης|כתב|מאת|作者|文|撰文|取材・文|取材|執筆|글|"
    "por|par|von|di|door|av|af|piš[eu]|napisa[ol]a?|пиш[еу]|reporters?|reportage|oprac(?:owanie|owała?)?\\.?|"
    "كتب|كتبت|بقلم|إعداد|الكاتب|نویسنده|लेखक|द्वारा|লেখক|எழுதியவர்|ผู้เขียน|โดย|tác giả|ავტორი|հեղինակ"
)
_LABEL_ALONE = (
    "verfasst von|eingetragen von|soumis par|enviado por|inviato da|ingediend door|geplaatst door|"
    "wysłane przez|"
    "written by|geschrieben von|propos recueillis par|écrit par|publié par|por|par|door|av|af|oleh|od|przez|"
    "írta|bởi|โดย|"
    "dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)|"
    "a cura di|scritto da|escrito por|redactado por|ein artikel von|eine analyse von|ein kommentar von|"
    "ein gastbeitrag von|firmado por|skrevet av|skriven av|skrevet af|γράφει [οη]|γράφουν οι|του|της|كتبه|"
    "كتب|كتبت|بقلم|نوشته|מאת|기자명|작성자|글쓴이|words|tekst|文／|文/|napisała?|napsala?|"
    "подготовила?|написала?|yazan|kirjoittaja|as told to|piš[eu]|пиш[еу]|rozmawiała?|"
    "беседовала?|записала?|oprac\\.|"
    "(?:ein(?:e)? )?(?:kommentar|gastkommentar|leitartikel|analyse|essay|gastbeitrag|beitrag|kolumne|glosse|"
    "reportage|rezension|kritik|bericht|interview|porträt|protokoll|artikel) von|"
    "von unser(?:em|er|en) (?:\\w+ )?(?:\\w*korrespondent|reporter|redakteur|mitarbeiter|gastautor)"
    "(?:in|en|innen)?|"
    "(?:es|aus [\\w-]+(?: [\\w-]+)?) berichte[nt]|"
    "(?:une )?(?:chronique|tribune|analyse|enquête|interview|critique) (?:de|par)|"
    "(?:articolo|intervista|commento|editoriale|analisi) di|(?:columna|análisis|entrevista|crónica) de"
)
_LABEL_OF_A_NAME = "texte?|texto|testo|teksti|tekst|글"
"""Alone they are a label only before what may be a name."""
_ENGLISH_LABEL = (
    r"(?:(?:written|submitted|reported|reporting|words|story|text|posted|published|report|compiled|edited|created|contributed|authored|"
    r"opinion|analysis|guest (?:post|column|essay|blog)|commentary|essay|editorial|perspective|exclusive|"
    r"feature|column|review|interview|recipe)(?:\s+and\s+\w+)?\s+)?by\b[\s:]*"
)
_LABEL = re.compile(
    rf"^(?:{_ENGLISH_LABEL}|(?:{_LABEL_WITH_COLON})\s*[:：／/=＝|●]\s*|(?:{_LABEL_ALONE})\s+(?=\S)"
    rf"|(?:{_LABEL_OF_A_NAME})\s+(?=(?-i:[A-ZÀ-Þ])\S+\s(?-i:[A-ZÀ-Þ])|[\uac00-\ud7af]{{2,4}}\s)|كتبت?\s*[-–—]\s*)",
    re.IGNORECASE,
)
# Those that are also parts of names ("Von Storch", "Di Maio") need two words after them.
_PARTICLE_LABEL = re.compile(r"^(?:von|di|da|de|van|dal|dalla)\s+(?=\S)", re.IGNORECASE)


def has_label(line: str) -> bool:
    """Tell whether a line begins with what stands before names; a particle of a name is none.

    >>> has_label("Ein Kommentar von Max Muster"), has_label("Von Storch")
    (True, False)
    """
    return _LABEL.match(line) is not None


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
