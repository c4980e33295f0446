"""News agencies by name, so that a byline or dateline can tell them from people and places.

A site's own agency is not in this table: the site declares it.
"""

from __future__ import annotations

import re

from newscrawler.dates.month_names import fold

# Names of up to four letters are compared with their capitals: in small letters many are words or names.
_AGENCIES = """
Reuters|Thomson Reuters|Associated Press|AP|AFP|Agence France-Presse|Agence France Presse|
dpa|dpa-AFX|Deutsche Presse-Agentur|
ANSA|EFE|Agencia EFE|Europa Press|Xinhua|Xinhua News Agency|新华社|新華社|中新社|中新网|中央社|Kyodo|
Kyodo News|共同通信|共同|Jiji|Jiji Press|時事通信|時事|Yonhap|Yonhap News Agency|연합뉴스|뉴시스|뉴스1|
Newsis|PTI|Press Trust of India|IANS|ANI|UPI|United Press International|Bloomberg|Bloomberg News|PA|
PA Media|Press Association|AAP|Australian Associated Press|Canadian Press|La Presse Canadienne|APA|
Keystone-SDA|SDA|ATS|Belga|ANP|NTB|TT|Ritzau|STT|PAP|ČTK|CTK|TASR|SITA|MTI|Agerpres|Mediafax|BTA|БТА|Tanjug|
Танјуг|Hina|STA|FENA|BNS|ELTA|LETA|AA|Anadolu|Anadolu Agency|Anadolu Ajansı|DHA|İHA|Interfax|Интерфакс|
INTERFAX.RU|Interfax-Ukraine|Интерфакс-Украина|РИА Новости|RIA Novosti|Sputnik|Ukrinform|Укринформ|
Укрінформ|УКРІНФОРМ|UNIAN|УНИАН|УНІАН|УНН|БелТА|BelTA|БЕЛТА|Казинформ|Kazinform|Lusa|Agência Lusa|
Agência Brasil|Estadão Conteúdo|Folhapress|Télam|Notimex|Prensa Latina|Adnkronos|AGI|Askanews|LaPresse|IRNA|
ISNA|SANA|WAFA|MENA|QNA|SPA|WAM|Petra|APS|MAP|TAP|رويترز|فرانس برس|أ ف ب|أسوشيتد برس|د ب أ|الأناضول|سانا|
وام|واس|قنا|Antara|Bernama|VNA|TTXVN|CNA|PRNewswire|PR Newswire|Business Wire|GlobeNewswire|GLOBE NEWSWIRE|
CNW|CNW Group|Newsfile Corp|ACCESSWIRE|EIN Presswire|SID|KNA|epd|epa|EPA|AFX|JTA|SPUTNIK|CNN Newsource|
States Newsroom|ΑΠΕ-ΜΠΕ|AMNA|ΑΠΕ|
ТАСС|ИТАР-ТАСС|TASS
"""
_names = [name for name in _AGENCIES.replace("\n", "").split("|") if name]
_SHORT = frozenset(name for name in _names if len(name) <= 4)
_LONG = frozenset(fold(name) for name in _names if len(name) > 4)
_AROUND = re.compile(
    r"^(?:the|agencia|agência|agence|agenzia|agentur|агентство|информагентство)\s+"
    r"|(?:[\s,]+(?:staff|reporters?|news agency|agency|news service|news))$",
    re.IGNORECASE,
)


def agency_in(text: str, own: tuple[str, ...] = ()) -> str | None:
    """Return the agency that a short text names as a whole, as printed, or None.

    ``own`` are further names, the site's; of "dpa/lni" the part before the sign is the agency.

    >>> agency_in("The Associated Press"), agency_in("Reuters Staff"), agency_in("dpa/lni")
    ('Associated Press', 'Reuters', 'dpa')
    """
    name = " ".join(text.split()).strip(" .,;:()[]/-–—")
    for candidate in (name, _AROUND.sub("", name), name.partition("/")[0].strip()):
        if candidate and (candidate in _SHORT or fold(candidate) in _LONG or _is_one_of(candidate, own)):
            return candidate
    return None


def _is_one_of(name: str, own: tuple[str, ...]) -> bool:
    folded = fold(name)
    return any(folded == fold(other) for other in own)
