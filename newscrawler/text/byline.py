"""The byline: who wrote a story, people and agency apart."""

from __future__ import annotations

import re

from newscrawler.dates.month_names import fold
from newscrawler.text.agencies import agency_in
from newscrawler.text.white_space import clean

_ADDRESS = re.compile(
    r"[(<\[]?\s*(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)>\]]?|(?:https?://|www\.)\S+|(?<!\w)@\w+",
    re.IGNORECASE,
)

# What stands before the names: a label with its colon, or a form of "written by".
_LABEL_WITH_COLON = (
    "article by|authors?|writers?|byline|text|texte|texto|testo|tekst|story|words|autor|autorin|autoren|autores|"
    "autora|auteurs?|autore|autori|autorka|autorzy|forfatter|skribent|författare|kirjoittaja|szerző|autorius|yazar|yazan|"
    "penulis|oleh|автор|авторы|автори|текст|материал|подготовил|подготовила|συντάκτης|כתב|מאת|作者|文|撰文|编辑|編集|執筆|글|"
    "كتب|كتبت|بقلم|إعداد|الكاتب"
)
_LABEL_ALONE = (
    "written by|geschrieben von|propos recueillis par|écrit par|publié par|por|par|door|av|af|oleh|od|przez|írta|bởi|"
    "a cura di|scritto da|escrito por|redactado por|ein artikel von|eine analyse von|ein kommentar von|"
    "ein gastbeitrag von|skrevet av|skriven av|skrevet af|γράφει [οη]|γράφουν οι|του|της|كتبه|كتب|كتبت|بقلم|文／|文/"
)
_ENGLISH_LABEL = (
    r"(?:(?:written|reported|reporting|words|story|text|posted|published|report|compiled|edited|created|opinion|analysis|"
    r"column|review|interview)(?:\s+and\s+\w+)?\s+)?by\b[\s:]*"
)
_LABEL = re.compile(
    rf"^(?:{_ENGLISH_LABEL}|(?:{_LABEL_WITH_COLON})\s*[:：／/=＝|●]\s*|(?:{_LABEL_ALONE})\s+(?=\S))",
    re.IGNORECASE,
)
# Those that are also parts of names ("Von Storch", "Di Maio") need two words after them.
_PARTICLE_LABEL = re.compile(r"^(?:von|di|da|de|van|dal|dalla)\s+(?=\S)", re.IGNORECASE)
_PICTURES = re.compile(
    r"^(?:photos?|photographs?|photography|pictures?|images?|foto|fotos|fotografie|bild|bilder|fotók?|фото|illustration|"
    r"illustrations|graphics?|video|видео|写真|사진|photographed)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\s*[|｜•●▪;；\n]\s*|\s+[·–—/-]\s+|\s+(?:with|mit|avec|con)\s+(?=(?:additional\s+)?reporting|material)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\s*[,，、،&＆·・+]\s*(?:(?:and|und|et|y|e|и|та|i|en|och|og|ve|dan|و)\s+)?"
    r"|\s+(?:and|und|et|y|e|и|й|та|i|en|och|og|ja|ve|dan|și|a|és|και|và|with|mit|avec|con|og)\s+(?=[^\W\d_])|\s+و\s?(?=[^\W\d_]{3})",
)
_AWAY = re.compile(
    r"\s+(?:in|en|à|w|из|в|aus|from|at|reporting|for|of|für|pour|para|per|voor|для|special|spécial|dans)\s+(?P<where>.+)$",
)
# From here on a byline speaks of the time, or of what others did.
_TAIL = re.compile(
    r"(?:^|\s+)(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publié|publiée|mis à jour|publicado|"
    r"actualizado|atualizado|aggiornato|pubblicato|обновлено|опубликовано|contributed|contributing to|외\s*\d+명|"
    r"on\s+(?=[A-Z][a-z]{2,8}\.? \d)|\(?(?=\d{1,2}[./ ]|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})).*$",
    re.IGNORECASE,
)
_JOINING = re.compile(r"^(?:and|und|et|och|og|и|та|&)\s+(?=\w)", re.IGNORECASE)
_JOINED_BY = re.compile(r"^(?:with|avec|con|mit|com|z|с|plus)\s+", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_ROLES = _words(
    "correspondent correspondents editor editors reporter reporters writer writers columnist journalist journalists "
    "contributor contributors bureau producer photographer photojournalist staffer commentator analyst critic blogger "
    "intern author redakteur redakteurin redakteure korrespondent korrespondentin journalistin reporterin autor autorin "
    "volontär volontärin journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée chroniqueur "
    "redactor redactora corresponsal periodista enviado enviada repórter jornalista redator correspondente colunista "
    "giornalista inviato inviata corrispondente redattore редактор корреспондент корреспонденты корр обозреватель "
    "журналист журналистка автор колумнист спецкор кореспондент кореспондентка редакторка оглядач dziennikarz "
    "dziennikarka redaktor redaktorka reportér reportérka korespondent komentátor novinář muhabir muhabiri gazeteci "
    "editör yazar wartawan editor jurnalis reporteri toimittaja journalisten verslaggever redacteur correspondente "
    "기자 특파원 논설위원 记者 記者 编辑 編集委員 特派員 論説委員 مراسل صحفي كاتب محرر",
)
_ROLE_ADJECTIVES = _words(
    "senior chief staff special foreign political politics sports sport business home health science education crime "
    "environment technology tech economics economy diplomatic deputy managing news digital national international local "
    "city court courts legal religion culture arts entertainment media world world's executive assistant associate "
    "contributing freelance guest royal defence defense security energy climate transport consumer property money data "
    "investigative breaking us uk eu europe european asia middle east africa moscow political-affairs general at large in "
    "freier freie leitender chef chefredakteur специальный специальная собственный политический спортивный главный "
    "our own nuestro nuestra notre unser unsere the a an of for and & in-chief",
)
# Not a person: the desk, the house, the machine.
_HOUSE = _words(
    "redaktion redaktionen redakce redakcja redakcia redacción redaccion redazione rédaction redaction redação redactie "
    "redaksjonen redaktionell toimitus redaksi редакция редакції редакція newsroom desk team staff editorial admin "
    "administrator agencies agencias agenturen agences agenzie newsdesk webdesk newspaper press media news online tv radio "
    "company inc ltd llc gmbh correspondent reporter guest user anonymous unknown subscribe share facebook twitter "
    "instagram follow comments comment updated published posted read more sponsored advertisement content partner "
    "editors editors' board bureau agency nachrichtenagentur nachrichten noticias notizie новости actualités televisión "
    "television channel network magazine gazette tribune herald journal website university institute department ministry "
    "обновлено опубликовано 編集部 取材班 본지 편집국 온라인뉴스팀 网 報 报 none null undefined",
)
# "ARD Berlin": an acronym beside a word in small letters, after the first name of a byline.
_ACRONYM = re.compile(r"^(?=.*[a-zà-ÿ])(?:.*\s)?[A-ZÀ-Þ]{3,5}(?:\s|$)")
_CASELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EAST_ASIAN_ROLE = re.compile(
    r"\s*(?:기자|특파원|인턴기자|논설위원|선임기자|記者|记者|特派員|編集委員|論説委員)\s*=?$"
)
_EAST_ASIAN_HOUSE = re.compile(r"(?:編集部|編集局|取材班|编辑部|編輯部|편집국|편집부|취재팀|뉴스팀)$")
_EAST_ASIAN_LEAD = re.compile(r"^(?:(?P<agency>[^\W\d_]{2,4}社))?(?:本报|本報)?(?:记者|記者)[:：\s]*")
_EDGE = " \t.,;:()[]{}<>\"'“”«»‘*_=~|/-–—＝【】"


def split_byline(text: str) -> tuple[list[str], str | None]:
    """Part a byline into people, in their order, and the agency; what is neither of them is left out.

    Label ("By", "Von", "Автор:"), e-mail, addresses, roles, places, photographers and editorial desks are no people.

    >>> split_byline("By Ann Example and John Q. Sample, Associated Press")
    (['Ann Example', 'John Q. Sample'], 'Associated Press')
    >>> split_byline("Von Max Muster, Berlin | mail@zeitung.example"), split_byline("Reuters Staff")
    ((['Max Muster'], None), ([], 'Reuters'))
    """
    line = re.sub(r"^[\[(]([^\[\]()]+)[\])]$", r"\1", clean(text))
    if not line or len(line) > 400:
        return [], None
    people: list[str] = []
    agency: str | None = None
    for part in _STRONG.split(_ADDRESS.sub(" ; ", line)):
        found, named = _read_part(part)
        agency = agency or named
        people.extend(found)
    people = [person for place, person in enumerate(people) if not place or not _ACRONYM.search(person)]
    if any(" " in person for person in people):
        # Beside a whole name a single word is a place or a desk ("Max Muster, Berlin").
        people = [person for person in people if " " in person or _CASELESS.search(person)]
    seen: set[str] = set()
    return [person for person in people if not ((key := fold(person)) in seen or seen.add(key))], agency  # type: ignore[func-returns-value]  # add is for its effect


def _read_part(part: str) -> tuple[list[str], str | None]:
    part = _TAIL.sub("", _without_label(part.strip()))
    if not part or _PICTURES.match(part):
        return [], None
    if (name := agency_in(part)) is not None:
        return [], name
    agency = None
    if bracketed := re.search(r"\s*[(\[]([^()\[\]]{2,60})[)\]]", part):
        agency = agency_in(_JOINED_BY.sub("", bracketed[1]))
        part = part[: bracketed.start()] + part[bracketed.end() :]
        if agency is not None and len(part.split()) == 1:
            return [], agency  # ANKARA (AA)
    if east := _EAST_ASIAN_LEAD.match(part):
        agency = agency or east["agency"]
        part = "、".join(part[east.end() :].split())
    pieces = [piece for long in _WEAK.split(part) for piece in _at_slashes(long) if piece.strip(_EDGE)]
    if (
        len(pieces) == 2
        and re.fullmatch(r"[^\W\d_-]+, [^\W\d_-]+", part.strip())
        and part.istitle()
        and agency_in(pieces[1]) is None
    ):
        return ([part.strip()], agency) if not any(_is_house(piece) for piece in pieces) else ([], agency)
    people = []
    for piece in pieces:
        if (name := agency_in(_without_label(piece.strip()))) is not None:
            agency = agency or name
            continue
        person, named = _person(piece)
        agency = agency or named
        if person:
            people.append(person)
    return people, agency


def _at_slashes(piece: str) -> list[str]:
    """Part "Ann Example/Reuters"; a slash inside one name stays."""
    sides = re.split("[/／]", piece)
    whole_names = all(len(side.split()) > 1 for side in sides) or _EAST_ASIAN_HOUSE.search(piece)
    if len(sides) > 1 and (whole_names or any(agency_in(side) for side in sides)):
        return sides
    return [piece]


def _without_label(part: str) -> str:
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


def _person(piece: str) -> tuple[str | None, str | None]:
    """Return (a person's name or None, an agency named beside it)."""
    name = _JOINING.sub("", _without_label(piece.strip(" \t,;:")))
    agency = None
    if away := _AWAY.search(name):
        agency = agency_in(away["where"])
        name = name[: away.start()]
    name = _EAST_ASIAN_ROLE.sub("", name).strip()
    name, beside = _without_role(name)
    agency = agency or beside
    name = name.strip(_EDGE.replace(".", "")).rstrip(",;:")
    if not name.endswith((" Jr.", " Sr.")) and not re.search(r"\b[^\W\d_]\.$", name):
        name = name.rstrip(". ")
    return (name, agency) if _may_be_person(name) else (None, agency)


def _without_role(name: str) -> tuple[str, str | None]:
    """Take "Political Editor" off "Ann Example Political Editor"; the name is the run of words that are no role."""
    words = name.split()
    folded = [fold(word).strip(".,:()") for word in words]
    if not any(word in _ROLES for word in folded):
        return name, None
    runs: list[list[str]] = [[]]
    agency = None
    for word, key in zip(words, folded, strict=True):
        if key in _ROLES or key in _ROLE_ADJECTIVES:
            runs.append([])
        elif (named := agency_in(word)) is not None:
            agency = agency or named
            runs.append([])
        else:
            runs[-1].append(word)
    whole = [run for run in runs if 2 <= len(run) <= 5]
    return (" ".join(whole[0]) if whole else "", agency)


def _may_be_person(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 6 or not 2 <= len(name) <= 60 or any(sign.isdigit() for sign in name):
        return False
    if re.search(r"[!?:@#%…{}<>=_*/\\]|\.\w{2,3}$|\w\.com\b", name) or _is_house(name):
        return False
    if _CASELESS.search(name):
        return True
    return words[0][0].isupper() or words[-1][0].isupper()


def _is_house(name: str) -> bool:
    words = [word.strip(".,'’") for word in fold(name).split()]
    return (
        not words
        or bool(_EAST_ASIAN_HOUSE.search(name))
        or words[0] == "the"
        or any(word in _HOUSE for word in words)
    )
