"""Person: tells a name in a byline from a desk, a role, a place, a day, or a word of the page."""

from __future__ import annotations

import re

from newscrawler.dates.month_names import fold, month_number
from newscrawler.text.agencies import agency_in


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_ROLES = _words(
    "correspondent correspondents editor editors reporter reporters writer writers columnist journalist "
    "journalists "
    "contributor contributors bureau producer photographer photojournalist staffer commentator analyst "
    "critic blogger "
    "intern author redakteur redakteurin redakteure korrespondent korrespondentin journalistin reporterin "
    "autor autorin "
    "volontär volontärin journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée "
    "chroniqueur "
    "redactor redactora corresponsal periodista enviado enviada repórter jornalista redator correspondente "
    "colunista "
    "giornalista inviato inviata corrispondente redattore редактор корреспондент корреспонденты корр "
    "обозреватель "
    "журналист журналистка автор колумнист спецкор кореспондент кореспондентка редакторка оглядач "
    "dziennikarz "
    "dziennikarka redaktor redaktorka reportér reportérka korespondent komentátor novinář muhabir muhabiri "
    "gazeteci "
    "editör yazar wartawan editor jurnalis reporteri toimittaja journalisten verslaggever redacteur "
    "correspondente "
    "기자 특파원 논설위원 记者 記者 编辑 編集委員 特派員 論説委員 مراسل صحفي كاتب محرر "
    "director manager founder co-founder cofounder ceo cto cfo president consultant expert specialist "
    "strategist "
    "winemaker chef nutritionist dietitian physician therapist coach engineer developer designer marketer "
    "scientist researcher lecturer educator horticulturalist attorney lawyer advisor adviser veterinarian "
    "pharmacist psychologist owner",
)
_ROLE_ADJECTIVES = _words(
    "senior chief staff special foreign political politics sports sport business home health science "
    "education crime "
    "environment technology tech economics economy diplomatic deputy managing news digital national "
    "international local "
    "city court courts legal religion culture arts entertainment media world world's executive assistant "
    "associate "
    "contributing freelance guest royal defence defense security energy climate transport consumer property "
    "money data "
    "investigative breaking us uk eu europe european asia middle east africa moscow political-affairs "
    "general at large in "
    "freier freie leitender chef chefredakteur специальный специальная собственный политический спортивный "
    "главный "
    "certified registered licensed pediatric sleep clinical medical head vice sr jr lead principal "
    "our own nuestro nuestra notre unser unsere the a an of for and & in-chief",
)
# Not a person: the desk, the house, the machine.
_HOUSE = _words(
    "redaktion redaktionen redakce redakcja redakcia redacción redaccion redazione rédaction redaction "
    "redação redactie "
    "redaksjonen redaktionell toimitus redaksi редакция редакції редакція newsroom desk team staff editorial "
    "admin "
    "administrator agencies agencias agenturen agences agenzie newsdesk webdesk newspaper press media news "
    "online tv radio "
    "company inc ltd llc gmbh correspondent reporter guest user anonymous unknown sponsored partner "
    "editors editors' board bureau agency nachrichtenagentur nachrichten noticias notizie новости actualités "
    "televisión "
    "television channel network magazine gazette tribune herald journal website university institute "
    "department ministry "
    "обновлено опубликовано 編集部 取材班 본지 편집국 온라인뉴스팀 网 報 报 none null undefined",
)

# More of what is no person: words of companies, institutions and papers.
_INSTITUTIONS = _words(
    "times daily weekly post chronicle courier observer telegraph express mirror argus leader dispatch "
    "gazette review "
    "bank hospital clinic school college club council committee commission association foundation society "
    "forum group "
    "studio studios productions holdings agency agência agencia ministry church-news center centre library "
    "museum "
    "party government embassy police county province district republic kingdom state states articles tips "
    "submissions "
    "application membership practices doctors experts community magazine blog podcast showbiz sports "
    "jornal web business interactive international "
    "business-desk "
    "край область район республика округ город министерство служба центр канал телеканал агентство дирекция "
    "программ "
    "газета журнал издание портал сайт информационное экспертный spółka wydawnictwo polska gazeta wyborcza "
    "serwis "
    "bureau ब्यूरो المدينة اخبار خبرگزاری",
)
# Words that pages print around a byline, for those who use the page.
_INTERFACE = _words(
    "subscribe facebook twitter instagram follow comments comment updated published posted more "
    "advertisement content "
    "text size font print printed email e-mail mail view profile full bio about contact login log sign "
    "register click "
    "here this fax tel phone share tweet pin save bookmark menu search home next previous last updated "
    "edited published "
    "posted developed designed powered webmaster shutterstock getty istock unsplash copyright rights "
    "reserved member "
    "members reply replies permalink tags category categories books video photo photos gallery table "
    "contents read "
    "reading time minutes ago today yesterday войти вход выйти поделиться делитесь друзьями печать версия "
    "комментарии "
    "подписаться читать далее wpisz kod obrazka witamy zaloguj drukuj wyślij data publikacji źródło olvasói "
    "szavazás "
    "join us now zarejestruj się firmado google plus whatsapp linkedin youtube portal nyomtatás imprimir "
    "compartir "
    "partager imprimer drucken teilen mehr lesen yazdır checked disclosure "
    "advertiser cite topics related",
)
_CREDENTIALS = _words("md dvm phd rn rd mba cpa esq jd dds ma msc bsc mph mha dr prof")
_DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag "
    "mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes "
    "martes "
    "miércoles jueves viernes sábado domingo понедельник вторник среда четверг пятница суббота воскресенье "
    "poniedziałek "
    "wtorek środa czwartek piątek sobota niedziela",
)
_ALONE = _words("page books workshop woodworking boy")
_PLACES = frozenset(
    fold(place).strip(".")
    for place in [
        "Palma de Mallorca",
        "São Paulo",
        "Sao Paulo",
        "Rio de Janeiro",
        "New York",
        "New York City",
        "Los Angeles",
        "San Francisco",
        "San Diego",
        "Las Vegas",
        "New Orleans",
        "New Delhi",
        "Hong Kong",
        "Tel Aviv",
        "Buenos Aires",
        "Mexico City",
        "Ciudad de México",
        "Cape Town",
        "Kuala Lumpur",
        "Abu Dhabi",
        "St. Petersburg",
        "Saint Petersburg",
        "Санкт-Петербург",
        "Нижний Новгород",
        "St. John's",
        "St John's",
        "Washington D.C.",
        "Washington DC",
        "El Salvador",
        "Costa Rica",
        "Puerto Rico",
        "South Africa",
        "South Korea",
        "North Korea",
        "Saudi Arabia",
        "Sri Lanka",
        "New Zealand",
        "United States",
        "United Kingdom",
        "Frankfurt am Main",
        "Frankfurt/Main",
        "Den Haag",
        "The Hague",
        "Le Havre",
        "La Paz",
        "La Habana",
        "San José",
        "San Juan",
        "Santa Cruz",
        "Santo Domingo",
        "Belo Horizonte",
        "Porto Alegre",
        "Ho Chi Minh City",
        "Phnom Penh",
        "Addis Ababa",
        "Dar es Salaam",
        "Port Louis",
        "Дальний Восток",
        "Jakarta Selatan",
        "Kota Kinabalu",
    ]
)
_COMPANY = re.compile(
    r"(?:\bsp\.? z ?o\.? ?o\.?|\bs\.a\.|\bgmbh|\bag|\bltd\.?|\bllc|\binc\.?|\bplc|\bb\.v\.|\bs\.r\.l\.|"
    r"\bооо|\bзао)$|^(?:ооо|зао|оао)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;|]\s*|\.\s+(?=[A-Z])")
_ACRONYM_OF_A_HOUSE = re.compile(r"^[A-Z]{2,5}-?(?:TV|LTV|FM|AM)$|\b(?:TV|FM)\b")
_NO_NAME = re.compile(r"[!?:：@#%…{}<>=_*/\\╱╲《》|©®™]|\.\w{2,3}$|\w\.com\b")
_BEGINS_LIKE_NO_NAME = re.compile(
    r"^(?:(?:in|em|en|à|aus|from|at|on|to|do|as|with|по|из|в|на|od|na|z|com|avec|und|and|or|by|via)\s|[Dd]a "
    r"[Rr]edação)"
)
_IN = re.compile(r"^(?:in|em|en|aus|from|do|da)\s+", re.IGNORECASE)
CASELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts without capitals."""
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
EAST_ASIAN_HOUSE = re.compile(
    r"(?:編集部|編集局|取材班|编辑部|編輯部|편집국|편집부|취재팀|뉴스팀|[報报網网社]|新聞網|新闻网|日報|日报|晚報|晚报|新聞|新闻|资讯|資訊|网站|報導|报道|整理|快訊|快讯|综合|"
    r"綜合)$"
)
_HAN_RUN = re.compile("[\u3400-\u9fff]{7}")
"""Longer than a name in Chinese letters."""
_SMALL_ENDS = frozenset(("jr", "sr"))
"""What a name ends with in small letters; other words there are of a sentence or of a label."""
_LONGEST_PARTICLE, _LONG = 4, frozenset(("della", "dello", "degli", "delle", "dalla"))
"""Small words within names are as short as "von der"; others are of a sentence."""
_LONGEST, _MOST_WORDS, _LONGEST_CASELESS = 60, 6, 30


def may_be_person(name: str) -> bool:
    """Tell whether words can be the name of a person.

    >>> may_be_person("Ann Example"), may_be_person("Text Size"), may_be_person("Frankfurt am Main")
    (True, False, False)
    """
    words = name.split()
    if not words or len(words) > _MOST_WORDS or not 2 <= len(name) <= _LONGEST or any(map(str.isdigit, name)):
        return False
    if _NO_NAME.search(name) or _BEGINS_LIKE_NO_NAME.match(name) or is_house(name) or _is_place_or_day(name):
        return False
    if CASELESS.search(name):
        return len(name) <= _LONGEST_CASELESS and not _HAN_RUN.search(name)
    if any(word.islower() and len(word) > _LONGEST_PARTICLE and word not in _LONG for word in words[1:-1]):
        return False
    return words[-1][0].isupper() or (words[0][0].isupper() and words[-1].strip(".") in _SMALL_ENDS)


def is_whole_name(name: str) -> bool:
    """Tell whether a name has two words, or is in a script that writes names as one."""
    return " " in name or EAST_ASIAN.search(name) is not None


def has_company(line: str) -> bool:
    """Tell whether a line names a company by its legal form ("Ltd.", "Sp. z o.o.")."""
    return any(_COMPANY.search(part) for part in _PARTS.split(line.strip(" .")))


def is_house(name: str) -> bool:
    """Tell whether a name is that of a desk, a paper, a company or an institution, or no name at all."""
    words = [word.strip(".,'’") for word in fold(name).split()]
    if not words or words[0] == "the" or EAST_ASIAN_HOUSE.search(name) or _COMPANY.search(name):
        return True
    if _ACRONYM_OF_A_HOUSE.search(name) or all(word in _CREDENTIALS for word in words):
        return True
    return not _NOT_PERSONS.isdisjoint(words)


def is_desk(line: str) -> bool:
    """Tell whether a line names a desk or a house, and is not one of the page's own words."""
    words = {word.strip(".,:'’") for word in fold(line).split()}
    return not words.isdisjoint(_HOUSE | _INSTITUTIONS) and words.isdisjoint(_INTERFACE)


def _is_place_or_day(name: str) -> bool:
    inner = _IN.sub("", name)
    folded = fold(inner).replace("’", "'").strip(" .,")
    if folded in _PLACES or (inner != name and inner.isupper() and " " not in inner):
        return True
    words = folded.split()
    return _DAYS.issuperset(words) or (
        len(words) == 1 and (words[0] in _ALONE or month_number(words[0]) is not None)
    )


def without_role(name: str) -> tuple[str, str | None]:
    """Take "Political Editor" off "Ann Example Political Editor"; the name is the run of words that are no
    role.

    :return: the name, empty where there is none, and an agency that stands within.
    """
    words = name.split()
    folded = [fold(word).strip(".,:()") for word in words]
    if _ROLES.isdisjoint(folded):
        return name, None
    runs: list[list[str]] = [[]]
    agency = None
    for word, key in zip(words, folded, strict=True):
        named = None if key in _ROLES or key in _ROLE_ADJECTIVES else agency_in(word)
        agency = agency or named
        if named is not None or key in _ROLES or key in _ROLE_ADJECTIVES:
            runs.append([])
        else:
            runs[-1].append(word)
    whole = [run for run in runs if 2 <= len(run) <= 5]
    return " ".join(whole[0]) if whole else "", agency


_NOT_PERSONS = _HOUSE | _INSTITUTIONS | _INTERFACE
