"""Language: that of the text, by script and commonest words; what a page declares only decides a tie."""

from __future__ import annotations

import re

_CODE = re.compile(r"[a-z]{2}(?=$|[-_])|[a-z]{3}(?=$|[-_])", re.IGNORECASE)
_THREE = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ita": "it",
    "por": "pt", "zho": "zh", "jpn": "ja", "kor": "ko", "ara": "ar",
}  # fmt: skip
_NAMES = {
    "english": "en", "deutsch": "de", "german": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "russian": "ru", "русский": "ru", "italian": "it", "italiano": "it",
    "portuguese": "pt", "japanese": "ja", "chinese": "zh", "korean": "ko", "arabic": "ar", "iw": "he",
    "in": "id",
}  # fmt: skip
_COMMON = {
    "en": (
        "the of and to in that is was for on with as it at by from this be are has have not but they "
        "his said were which their an"
    ),
    "de": (
        "der die und das den von zu mit ist im des sich auf für dem ein eine nicht auch als es an "
        "werden aus hat bei sind wird einer"
    ),
    "fr": (
        "le la les de des et en un une du est que qui dans pour par sur au avec plus pas ce il sont "
        "cette ont aux sa"
    ),
    "es": "el la los de que y en del las un una por con para se su al como más es lo no ha este pero sus fue",
    "it": (
        "il di che la e le per un in del della una con non sono da si è dei alla nel anche gli più ha "
        "al delle come"
    ),
    "pt": (
        "o de que e do da em um para com não uma os no se na por mais as dos como foi ao ele das tem à seu é"
    ),
    "nl": (
        "de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar dan door naar "
        "worden heeft"
    ),
    "pl": (
        "w i na z do się nie że jest to o jak za od po przez który oraz ale dla są przy było także jego roku"
    ),
    "cs": (
        "a v se na je že s z do o to i ve jsou za by pro jako ale podle které který ze po při bylo také již"
    ),
    "sk": "a v sa na je že s z do o to aj vo sú za by pre ako ale podľa ktoré ktorý zo po pri bolo tiež už",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var från så kan vi",
    "da": (
        "og i at det er en til på af for med de den har der som ikke et om han men var fra så kan vi "
        "blev også"
    ),
    "no": (
        "og i at det er en til på av for med de den har der som ikke et om han men var fra så kan vi ble også"
    ),
    "is": "og í að á er sem um við til en það með var hafa ekki eru af frá fyrir því hann segir þá eftir",
    "fi": "ja on ei että se oli hän ovat mutta myös kun joka sen mukaan ole kuin tai jos mitä niin vain nyt",
    "hu": "a az és hogy nem is egy volt meg ez azt de csak már mint lesz el még vagy szerint ki után ami",
    "ro": "de și în la a cu pe nu că din pentru care este un o mai sunt au fost prin sau ca dar după să",
    "tr": (
        "ve bir bu da de için ile olarak daha çok olan gibi en kadar ne ama olduğu sonra değil var dedi ise"
    ),
    "hr": "i je u na se da su za od s o a koji kako ne što to iz će bi po koje nije samo bio prema",
    "sl": "in je v na da se za so z ki o pa kot s tudi po ne iz bo bi pri od še ali kar bil več",
    "et": "ja on ei et see oli ta kui aga ka mis oma nii ning või pärast siis kes välja üle ütles",
    "lv": "un ir ar par no kas ka uz bija nav arī lai pēc kā tas gan līdz bet vai to šo",
    "lt": "ir yra į kad su iš tai bei apie buvo kaip už nuo jis bet po ne ar dėl taip per",
    "id": (
        "yang dan di dengan untuk dari pada ini itu tidak dalam akan oleh ke adalah juga karena telah "
        "bisa saat"
    ),
    "ms": (
        "yang dan di dengan untuk daripada pada ini itu tidak dalam akan oleh ke adalah juga kerana "
        "telah boleh ketika"
    ),
    "vi": "của và các là có được cho không trong người với một những đã này từ đến khi về ông",
    "ca": "el la de que i en els un una per amb no les es del al ha més com són va aquest seva",
    "eu": "eta da ez bat du dute izan dira ere zuen baina egin hau den dela zen",
    "sq": "të e në dhe për që me një nga është ka si do nuk më u janë këtë",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo huo hii alisema pia",
    "af": "die en van in is het dat nie op te vir met wat om sy ook na by as aan",
    "tl": "ang ng sa na mga at ay ni para kay hindi siya ito nang",
    "ru": "и в на не что с по как это за из для от его он но к у был после также которые о при все",
    "uk": "і в на не що з та за до про як це від для його але у який після також із був під які",
    "bg": "и на в за да от се не че са с по като това ще при до но който който беше след или бе",
    "sr": "и је у на се да су за од са о а који како не што то из ће би по које није само био",
    "mk": "и на во да се за од не со што ќе се тоа како по беше кој при или ги го до",
    "be": "і ў на не што з за да як гэта ад для яго але які пасля таксама быў па",
    "kk": "және мен да де бұл үшін бір деп еді болып туралы қазақстан",
    "ar": "في من على إلى أن عن التي الذي هذا مع كان هذه بعد ما لا بين قال",
    "fa": "و در به از که این را با است برای آن یک می خود تا شد کرد شده",
    "ur": "کے میں کی ہے اور سے کا کو پر نے کہ یہ اس ہیں بھی کہا",
}
_LANGUAGES: dict[str, list[str]] = {}
for _code, _words in _COMMON.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_code)
_LATIN = frozenset(
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "cs",
        "sk",
        "sv",
        "da",
        "no",
        "is",
        "fi",
        "hu",
        "ro",
        "tr",
        "hr",
        "sl",
        "et",
        "lv",
        "lt",
        "id",
        "ms",
        "vi",
        "ca",
        "eu",
        "sq",
        "sw",
        "af",
        "tl",
    ]
)
_CYRILLIC = frozenset(["ru", "uk", "bg", "sr", "mk", "be", "kk"])
_KAZAKH = "әғқңөұүһі"
_CYRILLIC_LETTERS = {
    "ыэё": {"ru", "be", "kk"},
    "и": {"ru", "uk", "bg", "sr", "mk", "kk"},
    "щ": {"ru", "uk", "bg", "kk"},
    "ъ": {"ru", "bg", "kk"},
    "йюя": {"ru", "uk", "bg", "be", "kk"},
    "і": {"uk", "be", "kk"},
    "їєґ": {"uk"},
    "ў": {"be"},
    "јљњџ": {"sr", "mk"},
    "ћђ": {"sr"},
    "ѓќѕ": {"mk"},
    "әғқңөұүһ": {"kk"},
}
_ARABIC = frozenset(["ar", "fa", "ur"])
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
)
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u2e80-\uffff]+")
_TIE = 0.75
"""A declared language is believed from this share of the best language's score on."""
_SAMPLE = 700
"""Characters that are looked at; more does not change the answer."""


def language_code(declared: str) -> str | None:
    """Return the ISO 639-1 code of a declaration.

    >>> [language_code(text) for text in ("en_US", "Deutsch", "pt-br", "x-default")]
    ['en', 'de', 'pt', None]
    """
    text = declared.strip().lower()
    if text in _NAMES:
        return _NAMES[text]
    found = _CODE.match(text)
    if not found:
        return None
    code = found.group()
    return _THREE.get(code, code if len(code) == 2 else None)


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language that a text is in; None where it is too short to tell.

    >>> language_of("The minister said that the talks were held in the capital and would go on.", "ru")
    'en'
    >>> language_of("Совещание прошло в столице, и оно будет продолжено на этой неделе.")
    'ru'
    """
    sample = text[:_SAMPLE]
    letters = len(sample)
    if letters < 20:
        return declared
    foreign = "" if sample.isascii() else "".join(_NOT_LATIN.findall(sample))
    if len(foreign) * 20 > letters:
        for code, pattern in _SCRIPTS:
            share = len(pattern.findall(foreign)) / letters
            if share > (0.05 if code == "ja" else 0.25):
                return code if declared is None or code != "hi" or declared not in ("mr", "ne") else declared
        if len(_CYRILLIC_LETTER.findall(foreign)) * 2 > letters:
            return _by_words(sample, _cyrillic(sample), declared)
        if len(_ARABIC_LETTER.findall(foreign)) * 2 > letters:
            return _by_words(sample, _ARABIC, declared)
    return _by_words(sample, _LATIN, declared)


def _cyrillic(sample: str) -> frozenset[str]:
    """Return the languages whose alphabets have the letters of a text."""
    text = set(sample.lower())
    left = set(_CYRILLIC)
    for letters, codes in _CYRILLIC_LETTERS.items():
        if not text.isdisjoint(letters):
            left &= codes
    if text.isdisjoint(_KAZAKH):
        left.discard("kk")  # no sentence of it is without them
    return frozenset(left) or _CYRILLIC


def _by_words(sample: str, codes: frozenset[str], declared: str | None) -> str | None:
    scores = dict.fromkeys(codes, 0)
    total = 0
    for word in sample.lower().split():
        total += 1
        for code in _LANGUAGES.get(word, ()):
            if code in scores:
                scores[code] += 1
    best = max(scores.values())
    if len(codes) == 1:
        return min(codes)
    if best < max(2, total * 0.04):
        return declared
    if declared in scores and scores[declared] >= best * _TIE:
        return declared
    return min(code for code, score in scores.items() if score == best)


def is_common_word(word: str) -> bool:
    """Tell whether a word, in lower case, is among the commonest of a language.

    >>> is_common_word("und"), is_common_word("hafen")
    (True, False)
    """
    return word in _LANGUAGES
