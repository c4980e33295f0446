"""The byline: who wrote a story, people and agency apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawler.dates.month_names import fold
from newscrawler.text.agencies import agency_in
from newscrawler.text.byline_labels import without_label
from newscrawler.text.byline_times import without_times
from newscrawler.text.east_asian_byline import LABELS as EAST_ASIAN_LABELS
from newscrawler.text.east_asian_byline import names_behind_lead, without_office, without_other_makers
from newscrawler.text.other_work import (
    begins_with_pictures,
    names_makers,
    without_other_work,
    without_pictured,
)
from newscrawler.text.person import (
    EAST_ASIAN,
    has_company,
    is_house,
    is_role,
    is_whole_name,
    may_be_person,
    without_credentials,
    without_role,
)
from newscrawler.text.white_space import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CONTACT = re.compile(
    r"[(<\[]?\s*(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)>\]]?|(?:https?://|www\.)\S+|(?<!\w)@\w+",
    re.IGNORECASE,
)

_SPACED_OUT = re.compile(r"(?<=^[\u3400-\u9fff])\s+(?=[\u3400-\u9fff]$)")
"""Between the two letters of a Chinese name that is set as wide as one of three."""
_STRONG = re.compile(
    r"(?<=[^\W\d_]{4})\.\s+(?=[^\W\d_]{3})|(?<=[^\W\d_]{2})(?-i:\s+By:?\s+)(?=[^\W\d_])"
    r"|\s+(?=(?-i:Fotos?|Photos?|Bild(?:er)?|Pictures|Kuvat?)\s+(?-i:[A-Z]))"
    rf"|\s+(?=(?:{EAST_ASIAN_LABELS})\s?[:：])"
    r"|\s*[|｜•●▪;；\n]\s*|\s+[·–—/-]\s+|\s+(?:with|mit|avec|con)\s+(?=(?:additional\s+)?reporting|material)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\s*[,，、،&＆·・+]\s*(?:(?:and|und|et|y|e|и|та|i|en|och|og|ve|dan|و)\s+)?"
    r"|\s+(?:and|And|AND|und|UND|et|ET|y|e|и|й|та|i|en|och|og|ja|ve|dan|și|a|és|και|và|with|mit|avec|con|"
    r"og)\s+"
    r"(?=[^\W\d_])|\s+و\s?(?=[^\W\d_]{3})",
)
_AWAY = re.compile(
    r"\s+(?:in|en|à|w|из|в|aus|from|at|reporting|for|For|FOR|of|für|pour|para|per|voor|для|special|spécial|"
    r"dans)\s+(?P<where>.+)$",
)
# From here on a byline speaks of the time, or of what others did.
_TAIL = re.compile(
    r"(?:^|[.,]?\s+)(?:last (?:updated|modified)|data publikacji|data dodania|fecha de|updated|published|"
    r"posted|modified|aktualisiert|veröffentlicht|publié|publiée|mis à jour|publicado|"
    r"actualizado|atualizado|aggiornato|pubblicato|обновлено|опубликовано|contributed|contributing to|"
    r"외\s*\d+명|"
    r"on\s+(?=[A-Z][a-z]{2,8}\.? \d)|\(?(?=\d{1,2}[./ ]|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})).*$",
    re.IGNORECASE,
)
_JOINING = re.compile(r"^(?:and|und|et|och|og|и|та|&)\s+(?=\w)", re.IGNORECASE)
_ENDS_JOINING = re.compile(r"(?<!\w)(?:and|und|et|y|e|og|och|i|и|та|ja|en|&)\s+$", re.IGNORECASE)
_JOINED_BY = re.compile(r"^(?:with|avec|con|mit|com|z|с|plus)\s+", re.IGNORECASE)
# "ARD Berlin": an acronym beside a word in small letters, after the first name of a byline.
_ACRONYM = re.compile(r"^(?=.*[a-zà-ÿ])(?:.*\s)?[A-ZÀ-Þ]{3,5}(?:\s|$)")
_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|kilde|källa|kaynak|źródło|zdroj|източник|источник|джерело|izvor|来源|來源|출처)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
"""What follows is where the text was taken from: an agency, or a paper."""
_LONGEST, _LONGEST_OF_ALL = 400, 1000
_IN_BRACKETS = re.compile(r"^[\[(〔【（]([^\[\]()〔〕【】（）]+)[\])〕】）]$")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]")
_TWO_WORDS = re.compile(r"[^\W\d_-]+, [^\W\d_-]+")
_HOUSES = re.compile(r"^[A-Z]{2,6}['’]s\s+")
"""NBC's Ann Example."""
_THE_PAPER = re.compile(r"(?<=\w)\s+(?:The|THE)\s.*$")
"""Ann Example The Example Star."""
_THE = re.compile(r"\s+(?:the|The|THE)$")
_HOUSE_BEHIND = re.compile(
    r"\s+(?:[Dd]a [Rr]edação|[Dd]e la [Rr]edacción|[Dd]ella [Rr]edazione|[Dd]e la [Rr]édaction)$"
    r"|(?<=[a-zà-ÿ])\s+[A-Z]{2,5} (?:News|TODAY|Sport|World|Radio|TV|Digital|Online)\b.*$"
)
"""Ann Example BBC News."""
_FILED = re.compile(r"\s(?:filed )?(?:in|under)\s*$", re.IGNORECASE)
"""What stands between the author and the links to the sections: "by Ann Example in"."""
_GERESH = re.compile(r"[גזצץ]'\s*$")
"""A sign that makes another sound of the last letter of a Hebrew name; it is no quotation mark."""
_EDGE = " \t.,;:()[]{}<>\"'“”«»‘*_=~|/-–—＝【】"


def split_byline(text: str) -> tuple[list[str], str | None]:
    """Part a byline into people, in their order, and the agency; what is neither of them is left out.

    Label ("By", "Von", "Автор:"), e-mail, addresses, roles, places, photographers and editorial desks are no
    people.

    >>> split_byline("By Ann Example and John Q. Sample, Associated Press")
    (['Ann Example', 'John Q. Sample'], 'Associated Press')
    >>> split_byline("Von Max Muster, Berlin | mail@zeitung.example"), split_byline("Reuters Staff")
    ((['Max Muster'], None), ([], 'Reuters'))
    """
    line = _IN_BRACKETS.sub(r"\1", clean(text))
    if not line or len(line) > _LONGEST:
        return [], None
    people: list[str] = []
    agency: str | None = None
    for part in _parts(without_times(_CONTACT.sub(" ; ", without_other_work(line)))):
        found, named = _read_part(part)
        agency = agency or named
        people.extend(found)
    if has_company(line):
        people = []  # the rest of the line is its address
    people = [person for place, person in enumerate(people) if not place or not _ACRONYM.search(person)]
    if not all(person.isupper() for person in people):
        people = [person for person in people if not person.isupper() or "." in person]
    if any(" " in person for person in people):
        # Beside a whole name a single word is a place or a desk ("Max Muster, Berlin").
        people = [person for person in people if is_whole_name(person)]
    return list({fold(person): person for person in reversed(people)}.values())[::-1], agency


def _parts(line: str) -> Iterator[str]:
    """Yield what stands between the strong separators of a line, up to photographers or sections."""
    for part in _STRONG.split(line):
        if begins_with_pictures(part):
            return
        if (filed := _FILED.search(part)) is not None:
            yield part[: filed.start()]
            return
        yield part


def people_of(lines: Iterable[str]) -> list[str]:
    """Return the people of lines that nobody has declared to be names: those with a first name and a last
    one.

    >>> people_of(["By Ann Example", "Frankfurt"])
    ['Ann Example']
    """
    return [
        name
        for line in lines
        if len(line) <= _LONGEST_OF_ALL and not names_makers(line)
        for name in split_byline(line)[0]
        if is_whole_name(name)
    ]


def agencies_of(lines: Iterable[str], own: str | None) -> list[str]:
    """Return the agencies that lines name; ``own`` is the site's, where it is an agency's."""
    return [agency for line in lines if len(line) <= _LONGEST_OF_ALL and (agency := _agency(line, own))]


@lru_cache(maxsize=1024)
def _agency(line: str, own: str | None) -> str | None:
    agency = split_byline(line)[1]
    return own if agency is None and own and line.strip().casefold() == own.casefold() else agency


def _read_part(part: str) -> tuple[list[str], str | None]:
    """Return (people, agency) of what stands between two strong separators."""
    part = _TAIL.sub("", without_label(part.strip()))
    if not part or begins_with_pictures(part):
        return [], None
    if source := _SOURCE.match(part):
        return [], _people(_at_slashes(part[source.end() :]))[1]
    if (name := agency_in(part)) is not None:
        return _beside_agency(part), name
    part, agency = _without_brackets(without_pictured(part))
    if not part:
        return [], agency
    if (east := names_behind_lead(part)) is not None:
        part, named = east
        agency = agency or named
    elif EAST_ASIAN.search(part):
        part = without_other_makers(part)
    pieces = [piece for long in _WEAK.split(part) for piece in _at_slashes(long) if piece.strip(_EDGE)]
    if _is_last_name_first(part, pieces):
        return ([] if any(is_house(piece) for piece in pieces) else [part.strip()]), agency
    people, named = _people(_without_house_of_role(part, pieces))
    return people, agency or named


def _beside_agency(part: str) -> list[str]:
    """Return the people behind an agency and a slash: "dpa/Max Muster"."""
    sides = part.split("/")[1:] if "/" in part else []
    people = [_person(side)[0] for side in sides if " " in side.strip()]
    return [person for person in people if person]


def _without_brackets(part: str) -> tuple[str, str | None]:
    """Return (the part without what stands in brackets, the agency in them)."""
    bracketed = _BRACKETS.search(part)
    if bracketed is None:
        return part, None
    agency = agency_in(_JOINED_BY.sub("", bracketed[1]))
    rest = part[: bracketed.start()] + part[bracketed.end() :]
    return ("" if agency is not None and len(rest.split()) == 1 else rest), agency  # ANKARA (AA)


def _is_last_name_first(part: str, pieces: list[str]) -> bool:
    """Tell whether a part is one name, "Example, Ann"."""
    return (
        len(pieces) == 2
        and _TWO_WORDS.fullmatch(part.strip()) is not None
        and part.istitle()
        and agency_in(pieces[1]) is None
    )


def _people(pieces: list[str]) -> tuple[list[str], str | None]:
    people: list[str] = []
    agency: str | None = None
    for piece in pieces:
        named = agency_in(_JOINED_BY.sub("", without_label(piece.strip())))
        if named is None:
            person, named = _person(piece)
            people += [person] if person else []
        agency = agency or named
    return people, agency


def _without_house_of_role(part: str, pieces: list[str]) -> list[str]:
    """Take off where the last one holds an office: "Ann Example, Head of Sales, Example Lines".

    What "and" stands before is another person.
    """
    is_house = len(pieces) > 2 and is_role(pieces[-2]) and not is_role(pieces[-3])
    return pieces[:-1] if is_house and not _ENDS_JOINING.search(part[: part.rfind(pieces[-1])]) else pieces


def _at_slashes(piece: str) -> list[str]:
    """Part "Ann Example/Reuters"; a slash inside one name stays."""
    sides = re.split("[/／╱]", piece)
    whole_sides = all(len(side.split()) > 1 for side in sides) or EAST_ASIAN.search(piece)
    if len(sides) > 1 and (whole_sides or any(agency_in(side) for side in sides)):
        return sides
    return [piece]


def _is_agency_in_a_place(name: str) -> bool:
    """Tell whether a name is an agency and a city ("NTB Oslo"); two capitals may be initials."""
    first, _, rest = name.partition(" ")
    return (
        len(first) > 2
        and first.isupper()
        and not rest.isupper()
        and " " not in rest
        and agency_in(first) is not None
    )


def _without_agency_behind(name: str) -> tuple[str, str | None]:
    """Part "Ann Example Associated Press", where nothing parts them."""
    words = name.split()
    for count in (2, 3):
        if len(words) > count + 1 and (agency := agency_in(" ".join(words[-count:]))):
            return _THE.sub("", " ".join(words[:-count])), agency
    return name, None


def _person(piece: str) -> tuple[str | None, str | None]:
    """Return (a person's name or None, an agency named beside it)."""
    name = _JOINING.sub("", without_label(piece.strip(" \t,;:")))
    agency = None
    if away := _AWAY.search(name):
        agency = agency_in(away["where"])
        name = name[: away.start()]
    name = _HOUSE_BEHIND.sub("", without_office(_HOUSES.sub("", name))).strip()
    name, behind = _without_agency_behind(name)
    name, beside = without_role(name)
    name, within = _without_agency_behind(name)
    name = without_credentials(_THE_PAPER.sub("", name))
    agency = agency or behind or beside or within
    geresh = "'" if _GERESH.search(name) else ""
    name = _SPACED_OUT.sub("", name.strip(_EDGE.replace(".", "")).rstrip(",;:")) + geresh
    if not name.endswith((" Jr.", " Sr.")) and not re.search(r"\b[^\W\d_]\.$", name):
        name = name.rstrip(". ")
    if _is_agency_in_a_place(name):
        return None, agency or name.partition(" ")[0]
    return (name, agency) if may_be_person(name) else (None, agency)
