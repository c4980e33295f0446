"""Person: tells a name in a byline from a desk, a role, a place, a day, or a word of the page."""

from __future__ import annotations

import re

from newscrawler.dates.month_names import fold, month_number
from newscrawler.text.agencies import agency_in
from newscrawler.text.no_person import (
    ALONE,
    CREDENTIALS,
    DAYS,
    HOUSE,
    INSTITUTIONS,
    INTERFACE,
    PLACES,
    folded_words,
)

_ROLES = folded_words(
    "correspondent correspondents editor editors reporter reporters writer writers columnist journalist "
    "journalists "
    "contributor contributors bureau producer photographer photojournalist staffer commentator analyst "
    "critic blogger "
    "intern author redakteur redakteurin redakteure korrespondent korrespondentin journalistin reporterin "
    "autor autorin "
    "volontär volontärin journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée "
    "chroniqueur "
    "redactor redactora corresponsal periodista enviado enviada jornalista redator correspondente "
    "colunista "
    "giornalista inviato inviata corrispondente redattore редактор корреспондент корреспонденты корр "
    "обозреватель "
    "журналист журналистка автор колумнист спецкор кореспондент кореспондентка редакторка оглядач "
    "dziennikarz "
    "dziennikarka redaktor redaktorka reportérka korespondent komentátor novinář muhabir muhabiri "
    "gazeteci "
    "editör yazar wartawan jurnalis reporteri toimittaja journalisten verslaggever "
    "기자 특파원 논설위원 记者 記者 编辑 編集委員 特派員 論説委員 مراسل صحفي كاتب محرر "
    "director manager founder co-founder cofounder ceo cto cfo president consultant expert specialist "
    "strategist "
    "நிருபர் செய்தியாளர் प्रतिनिधि प्रतिनिधी संवाददाता वार्ताहर पत्रकार প্রতিবেদক প্রতিনিধি সংবাদদাতা విలేకరి ప్రతినిధి "
    "સંવાદદાતા પ્રતિનિધિ ലേഖകൻ ലേഖിക ವರದಿಗಾರ ಪ್ರತಿನಿಧಿ خبرنگار نمائندہ ผู้สื่อข่าว συντάκτης δημοσιογράφος ανταποκριτής "
    "כתב כתבת כתבנו tudósító munkatárs munkatársunk mwandishi "
    "winemaker chef nutritionist dietitian physician therapist coach engineer developer designer marketer "
    "scientist researcher lecturer educator horticulturalist attorney lawyer advisor adviser veterinarian "
    "pharmacist psychologist owner officer vp chair chairman chairwoman",
)
_ROLE_ADJECTIVES = folded_words(
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
    "freier freie leitender chefredakteur специальный специальная собственный политический спортивный "
    "главный "
    "marketing operating operations financial finance revenue product communications sales public relations "
    "affairs content growth customer success "
    "certified registered licensed pediatric sleep clinical medical head vice sr jr lead principal "
    "நமது எங்கள் हमारे हमारा आमच्या নিজস্ব আমাদের স্টাফ સ્ટાફ स्टाफ "
    "our own nuestro nuestra notre unser unsere the a an of for and & in-chief",
)
_COMPANY = re.compile(
    r"(?:\bsp\.? z ?o\.? ?o\.?|\bs\.a\.|\bgmbh|\bag|\bltd\.?|\bllc|\binc\.?|\bplc|\bb\.v\.|\bs\.r\.l\.|"
    r"\bооо|\bзао|\blimited|\bs\.p\.a\.|(?-i:\b(?:AS|ASA|A/S|AB|OY|Oyj?|SE|KG|NV|SpA|Corp\.?)))$|^(?:ооо|зао|оао)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;|]\s*|\.\s+(?=[A-Z])")
_ACRONYM_OF_A_HOUSE = re.compile(r"^[A-Z]{2,5}-?(?:TV|LTV|FM|AM)$|\b(?:TV|FM)\b")
_NO_NAME = re.compile(r"[!?:：@#%…\ufffd{}<>=_*/\\╱╲《》|©®™]|\.\w{2,3}$|\w\.com\b")
_BEGINS_LIKE_NO_NAME = re.compile(
    r"^(?:(?:In|From|For|With|Via|Heard|Presented|Submitted|Provided|По|ПО)\s|(?:in|for|em|en|à|aus|from|at|on|to|do|"
    r"as|with|по|из|в|на|od|na|z|com|avec|und|and|or|by|via)\s)"
)
_IN = re.compile(r"^(?:in|em|en|aus|from|do|da)\s+", re.IGNORECASE)
CASELESS = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u10d0-\u10ff\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""Letters of scripts without capitals."""
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
EAST_ASIAN_HOUSE = re.compile(
    r"(?:編集部|編集局|取材班|编辑部|編輯部|편집국|편집부|취재팀|뉴스팀|[報报網网社]|新聞網|新闻网|日報|日报|晚報|晚报|新聞|新闻|资讯|資訊|网站|報導|报道|整理|快訊|快讯|综合|"
    r"綜合|뉴스부|취재부|일보|신문|뉴스|방송|통신|경제|저널|미디어|데일리|투데이|타임[스즈]|닷컴|매거진|네이버|포털)$"
    r"|^(?:佚名|匿名|未知|不详|网络|網絡|互联网|本站|小编|小編|管理员|原创|转载|編輯|编辑)$"
)
_HAN_RUN = re.compile("[\u3400-\u9fff]{7}")
"""Longer than a name in Chinese letters."""
_SMALL_ENDS = frozenset(("jr", "sr"))
"""What a name ends with in small letters; other words there are of a sentence or of a label."""
_LONGEST_PARTICLE, _LONG = 4, frozenset(("della", "dello", "degli", "delle", "dalla"))
"""Small words within names are as short as "von der"; others are of a sentence."""
_PARTICLES = frozenset((
    "von", "van", "de", "da", "di", "del", "della", "du", "dos", "das", "do", "al", "el", "la", "le", "ter",
    "ten", "bin", "ibn", "ben", "abu", "af", "av", "zu", "zur", "vom", "der", "den", "mac", "d", "o", "ó",
    "ní", "nic",
))  # fmt: skip
"""What a name may begin with in small letters."""
_NOT_WITHIN = frozenset((
    "by", "at", "on", "with", "the", "from", "to", "as", "via", "und", "and", "or", "for", "is",
    "bis", "mit", "nach", "auf", "aus", "ist", "hat", "wird", "sich", "für", "pour", "dans", "sur", "avec",
    "est", "para", "con", "por", "que", "hasta", "per", "che", "com", "voor", "naar", "til", "dla",
))  # fmt: skip
"""Small words of a sentence, which stand within no name."""
_ARTICLES = frozenset(("le", "la", "les", "el", "los", "las", "il", "der", "die", "das", "het"))
"""With one word behind them they are the name of a paper or a place ("Le Parisien", "El Paso")."""
_PLACES_BEGIN = frozenset((
    "san", "santa", "santo", "são", "sao", "saint", "sainte", "sankt", "st", "fort", "port", "bad", "baton",
    "south", "north", "new", "old", "puerto", "mount", "upper", "lower", "нижний", "великий",
))  # fmt: skip
"""With one word behind them they are a place."""
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
    if words[0].islower() and words[0] not in _PARTICLES:
        return False
    if any(_is_of_a_sentence(word) for word in words[1:-1]):
        return False
    return words[-1][0].isupper() or (words[0][0].isupper() and words[-1].strip(".") in _SMALL_ENDS)


def _is_of_a_sentence(word: str) -> bool:
    """Tell whether a word within a name is one of a sentence."""
    return word.islower() and (word in _NOT_WITHIN or (len(word) > _LONGEST_PARTICLE and word not in _LONG))


def is_whole_name(name: str) -> bool:
    """Tell whether a name has two words, or is in a script that writes names as one."""
    return " " in name or EAST_ASIAN.search(name) is not None


def has_company(line: str) -> bool:
    """Tell whether a line names a company by its legal form ("Ltd.", "Sp. z o.o.")."""
    return any(_COMPANY.search(part) for part in _PARTS.split(line.strip(" .")))


def is_house(name: str) -> bool:
    """Tell whether a name is that of a desk, a paper, a company or an institution, or no name at all."""
    words = [word.strip(".,'’") for word in fold(name).split()]
    if len(words) > 2 and agency_in(" ".join(name.split()[:2])) is not None:
        return True
    if not words or words[0] == "the" or EAST_ASIAN_HOUSE.search(name) or _COMPANY.search(name):
        return True
    if _ACRONYM_OF_A_HOUSE.search(name) or all(word in CREDENTIALS for word in words):
        return True
    return not _NOT_PERSONS.isdisjoint(words)


def is_desk(line: str) -> bool:
    """Tell whether a line names a desk or a house, and is not one of the page's own words."""
    words = {word.strip(".,:'’") for word in fold(line).split()}
    return not words.isdisjoint(HOUSE | INSTITUTIONS) and words.isdisjoint(INTERFACE)


def _is_place_or_day(name: str) -> bool:
    inner = _IN.sub("", name)
    folded = fold(inner).replace("’", "'").strip(" .,")
    if folded in PLACES or (inner != name and inner.isupper() and " " not in inner):
        return True
    words = folded.split()
    if len(words) == 2 and name.split(maxsplit=1)[0].lower().strip(".") in _ARTICLES | _PLACES_BEGIN:
        return True
    return DAYS.issuperset(words) or (
        len(words) == 1 and (words[0] in ALONE or month_number(words[0]) is not None)
    )


def is_role(piece: str) -> bool:
    """Tell whether words are an office and name nobody: "Senior Director of Operations"."""
    words = [fold(word).strip(".,:()") for word in piece.split()]
    return not _ROLES.isdisjoint(words) and not without_role(piece)[0]


def without_credentials(name: str) -> str:
    """Take the degrees off the end of a name.

    >>> without_credentials("Ann Example PhD"), without_credentials("Jack Ma")
    ('Ann Example', 'Jack Ma')
    """
    words = name.split()
    while len(words) > 2:
        last = words[-1].replace(".", "")
        if last.istitle() or fold(last) not in CREDENTIALS:
            break
        words.pop()
    return " ".join(words)


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


_NOT_PERSONS = HOUSE | INSTITUTIONS | INTERFACE
