"""Month names as news sites print them, and the folding that makes names comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# One line a language: twelve months, the forms of one month parted by "|". A form after "=" is believed only
# where
# the language is known to be this one, because it is also an ordinary word elsewhere.
_NAMES = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
    "october|oct november|nov december|dec",
    "ru": "январь|января|янв февраль|февраля|фев|февр март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн "
    "июль|июля|июл август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя|нояб "
    "декабрь|декабря|дек",
    "uk": "січень|січня|січ лютий|лютого|лют березень|березня|бер квітень|квітня|квіт|кві травень|травня|"
    "трав|тра "
    "червень|червня|черв|чер липень|липня|лип серпень|серпня|серп|сер вересень|вересня|вер жовтень|жовтня|"
    "жовт|жов "
    "листопад|листопада|лист|лис грудень|грудня|груд|гру",
    "be": "студзень|студзеня люты|лютага сакавік|сакавіка красавік|красавіка май|мая|травень|траўня "
    "чэрвень|чэрвеня ліпень|"
    "ліпеня "
    "жнівень|жніўня верасень|верасня кастрычнік|кастрычніка лістапад|лістапада снежань|снежня",
    "bg": "януари|яну февруари|фев март|мар април|апр май юни юли август|авг септември|сеп октомври|окт "
    "ноември|ное "
    "декември|дек",
    "sr": "јануар|јануара|januar|januara|jan фебруар|фебруара|februar|februara|feb март|марта|mart|marta|mar "
    "април|априла|april|aprila|apr мај|маја|maj|maja јун|јуна|јуни|jun|juna јул|јула|јули|jul|jula "
    "август|августа|avgust|avgusta|avg септембар|септембра|septembar|septembra|sep октобар|октобра|oktobar|"
    "oktobra|okt "
    "новембар|новембра|novembar|novembra|nov децембар|децембра|decembar|decembra|dec",
    "hr": "siječanj|siječnja|sij veljača|veljače|velj ožujak|ožujka|ožu travanj|travnja|tra svibanj|svibnja|"
    "svi "
    "lipanj|lipnja|lip srpanj|srpnja|srp kolovoz|kolovoza|kol rujan|rujna|ruj listopad|listopada|listopadu|"
    "lis "
    "studeni|studenoga|studenog|stu prosinac|prosinca|pro",
    "sl": "januar|januarja|jan februar|februarja|feb marec|marca|mar april|aprila|apr maj|maja junij|junija|"
    "jun "
    "julij|julija|jul avgust|avgusta|avg september|septembra|sep oktober|oktobra|okt november|novembra|nov "
    "december|decembra|dec",
    "pl": "styczeń|stycznia|sty luty|lutego|lut marzec|marca|mar kwiecień|kwietnia|kwi maj|maja czerwiec|"
    "czerwca|cze "
    "lipiec|lipca|lip sierpień|sierpnia|sie wrzesień|września|wrz październik|października|paź listopad|"
    "listopada|listopadu|lis "
    "grudzień|grudnia|gru",
    "cs": "leden|ledna|led únor|února|úno březen|března|bře duben|dubna|dub květen|května|kvě červen|června|"
    "čvn "
    "červenec|července|čvc srpen|srpna|srp září|zář říjen|října|říj listopad|listopadu|lis prosinec|"
    "prosince|pro",
    "sk": "január|januára|jan február|februára|feb marec|marca|mar apríl|apríla|apr máj|mája jún|júna|jun "
    "júl|júla|jul "
    "august|augusta|aug september|septembra|sep október|októbra|okt november|novembra|nov december|decembra|"
    "dec",
    "de": "januar|jänner|jan|jän februar|feber|feb märz|maerz|mär|mrz april|apr mai juni|jun juli|jul august|"
    "aug "
    "september|sept|sep oktober|okt november|nov dezember|dez",
    "fr": "janvier|janv|jan février|févr|fév mars avril|avr mai juin juillet|juil août septembre|sept "
    "octobre|oct novembre|nov décembre|déc",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|=ago septiembre|"
    "setiembre|sept|sep|=set "
    "octubre|oct noviembre|nov diciembre|=dic",
    "ca": "gener|gen febrer|febr març abril|abr maig juny juliol|jul agost|=ag setembre|set octubre|oct "
    "novembre|nov "
    "desembre|des",
    "it": "gennaio|=gen febbraio|feb marzo|mar aprile|apr maggio|=mag giugno|giu luglio|=lug agosto|=ago "
    "settembre|sett|=set "
    "ottobre|ott novembre|nov dicembre|=dic",
    "pt": "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|=ago setembro|"
    "=set outubro|=out "
    "novembro|nov dezembro|dez",
    "ro": "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|"
    "sept|sep "
    "octombrie|oct noiembrie|noi|nov decembrie|dec",
    "nl": "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep|"
    "sept "
    "oktober|okt november|nov december|dec",
    "sv": "januari|jan februari|feb mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sept|sep "
    "oktober|okt "
    "november|nov december|dec",
    "da": "januar|jan februar|feb marts|mar april|apr maj juni|jun juli|jul august|aug september|sept|sep "
    "oktober|okt "
    "november|nov december|dec",
    "no": "januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sept|sep "
    "oktober|okt "
    "november|nov desember|des",
    "is": "janúar|jan febrúar|feb mars|mar apríl|apr maí júní|jún júlí|júl ágúst|ágú september|sept|sep "
    "október|okt "
    "nóvember|nóv desember|des",
    "fi": "tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta toukokuu|"
    "toukokuuta "
    "kesäkuu|kesäkuuta heinäkuu|heinäkuuta elokuu|elokuuta syyskuu|syyskuuta lokakuu|lokakuuta marraskuu|"
    "marraskuuta "
    "joulukuu|joulukuuta",
    "et": "jaanuar|jaan veebruar|veebr märts aprill mai juuni juuli august september|sept oktoober|okt "
    "november|nov "
    "detsember|dets",
    "lv": "janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā jūlijs|"
    "jūlijā "
    "augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī decembris|decembrī",
    "lt": "sausis|sausio vasaris|vasario kovas|kovo balandis|balandžio gegužė|gegužės birželis|birželio "
    "liepa|liepos "
    "rugpjūtis|rugpjūčio rugsėjis|rugsėjo spalis|spalio lapkritis|lapkričio gruodis|gruodžio",
    "hu": "január|jan február|feb|febr március|márc április|ápr május|máj június|jún július|júl augusztus|"
    "aug "
    "szeptember|szept október|okt november|nov december|dec",
    "tr": "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|"
    "eki "
    "kasım|kas aralık|ara",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "el": "ιανουάριος|ιανουαρίου|ιαν φεβρουάριος|φεβρουαρίου|φεβ|φεβρ μάρτιος|μαρτίου|μαρ απρίλιος|απριλίου|"
    "απρ "
    "μάιος|μαΐου|μαϊου|μαι ιούνιος|ιουνίου|ιουν ιούλιος|ιουλίου|ιουλ αύγουστος|αυγούστου|αυγ "
    "σεπτέμβριος|σεπτεμβρίου|σεπ|σεπτ οκτώβριος|οκτωβρίου|οκτ νοέμβριος|νοεμβρίου|νοε δεκέμβριος|δεκεμβρίου|"
    "δεκ",
    "id": "januari|jan februari|feb|peb maret|=mar april|apr mei juni|jun juli|jul agustus|agu|agt|ags "
    "september|sept|sep "
    "oktober|okt november|nov|nop desember|des",
    "ms": "januari|jan februari|feb =mac april|apr =mei =jun julai|=jul ogos september|sept oktober|okt "
    "november|nov "
    "disember|dis",
    "ar": "يناير|جانفي|كانونالثاني فبراير|فيفري|شباط مارس|آذار|اذار أبريل|إبريل|أفريل|نيسان مايو|ماي|أيار|"
    "ايار "
    "يونيو|يونية|جوان|حزيران يوليو|يولية|جويلية|تموز أغسطس|أوت|آب|غشت سبتمبر|أيلول|ايلول|شتنبر "
    "أكتوبر|تشرينالأول|تشرينالاول نوفمبر|تشرينالثاني|نونبر ديسمبر|كانونالأول|كانونالاول|دجنبر",
    "fa": "ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
    "he": "ינואר|בינואר|ינו|בינו פברואר|בפברואר|פבר|בפבר מרץ|מרס|מארס|במרץ|במרס|במארס אפריל|באפריל|אפר|באפר "
    "מאי|במאי יוני|ביוני|יונ|ביונ יולי|ביולי|יול|ביול אוגוסט|באוגוסט|אוג|באוג ספטמבר|בספטמבר|ספט|בספט "
    "אוקטובר|באוקטובר|אוק|באוק נובמבר|בנובמבר|נוב|בנוב דצמבר|בדצמבר|דצמ|בדצמ",
    "hi": "जनवरी|जन फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    "bn": "জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "mr": "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட்|ஆகஸ்டு செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "gu": "જાન્યુઆરી|જાન્યુ ફેબ્રુઆરી|ફેબ્રુ માર્ચ એપ્રિલ મે જૂન જુલાઈ|જુલાઇ ઓગસ્ટ|ઑગસ્ટ સપ્ટેમ્બર|સપ્ટે "
    "ઓક્ટોબર|ઑક્ટોબર|ઑક્ટો નવેમ્બર|નવે ડિસેમ્બર|ડિસે",
    "ka": "იანვარი|იანვარს|იან თებერვალი|თებ მარტი|მარ აპრილი|აპრ მაისი|მაი ივნისი|ივნ ივლისი|ივლ "
    "აგვისტო|აგვ სექტემბერი|სექ ოქტომბერი|ოქტ ნოემბერი|ნოე დეკემბერი|დეკ",
    "hy": "հունվար|հունվարի|հնվ փետրվար|փետրվարի|փտվ մարտ|մարտի|մրտ ապրիլ|ապրիլի|ապր մայիս|մայիսի|մյս "
    "հունիս|հունիսի|հնս հուլիս|հուլիսի|հլս օգոստոս|օգոստոսի|օգս սեպտեմբեր|սեպտեմբերի|սեպ "
    "հոկտեմբեր|հոկտեմբերի|հոկ նոյեմբեր|նոյեմբերի|նոյ դեկտեմբեր|դեկտեմբերի|դեկ",
    "kk": "қаңтар|қаң ақпан|ақп наурыз|нау сәуір|сәу мамыр|=мам маусым|мау шілде|шіл тамыз|=там қыркүйек|қыр "
    "қазан|қаз қараша|қар желтоқсан|=жел",
    "km": "មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "te": "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై|జూలై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్",
    "th": "มกราคม|มค กุมภาพันธ์|กพ มีนาคม|มีค เมษายน|เมย พฤษภาคม|พค มิถุนายน|มิย กรกฎาคม|กค สิงหาคม|สค "
    "กันยายน|กย "
    "ตุลาคม|ตค พฤศจิกายน|พย ธันวาคม|ธค",
}

# Marks over and under Latin, Greek, Cyrillic, Hebrew and Arabic letters; vowel signs of Indic scripts are
# letters.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0640]")

_ZEROS = (
    0x660,
    0x6F0,
    0x966,
    0x9E6,
    0xA66,
    0xAE6,
    0xB66,
    0xBE6,
    0xC66,
    0xCE6,
    0xD66,
    0xE50,
    0xED0,
    0x1040,
    0x17E0,
)
"""Each script's nought; its other digits follow."""

_SIGNS: dict[int, str | None] = {
    **{zero + digit: str(digit) for zero in _ZEROS for digit in range(10)},
    **dict.fromkeys(
        map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u2066\u2067\u2068\u2069\u05f3"), None
    ),
    **dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e"), None),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "’‘ʼ`"), "'"),
    ord("،"): ",",
    ord("、"): ",",
    ord("。"): ".",
    ord("ی"): "ي",
    ord("ک"): "ك",
    ord("ى"): "ي",
    ord("ı"): "i",
    ord("ł"): "l",
    ord("ø"): "o",
    ord("đ"): "d",
}


def fold(text: str) -> str:
    """Return lower case without accents, with ASCII digits, hyphens and spaces: the form in which names are
    compared.

    >>> fold("4\u00a0FÉVRIER ٢٠١٧ – 19：27")
    '4 fevrier 2017 - 19:27'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
        return text.lower().translate(_SIGNS)
    return text.lower()


@cache
def _tables() -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Return (language -> name -> month, name -> month of names that mean one month in all languages)."""
    by_language: dict[str, dict[str, int]] = {}
    everywhere: dict[str, int] = {}
    several: set[str] = set()
    for language, line in _NAMES.items():
        own = by_language[language] = {}
        for number, forms in enumerate(line.split(" "), 1):
            for form in forms.split("|"):
                name = fold(form.removeprefix("="))
                own[name] = number
                if not form.startswith("=") and everywhere.setdefault(name, number) != number:
                    several.add(name)
    for name in several:
        del everywhere[name]
    return by_language, everywhere


def has_names(language: str) -> bool:
    """Tell whether the month names of a language (ISO 639-1) are known here."""
    return language in _NAMES


def month_number(name: str, language: str | None = None) -> int | None:
    """Return the month, 1 to 12, that a folded name means; None where it is no month, or not the same one
    everywhere.

    ``listopada`` is November in Polish and October in Croatian: it needs the language (ISO 639-1).

    >>> month_number("мая"), month_number("listopada"), month_number("listopada", "hr")
    (5, None, 10)
    """
    by_language, everywhere = _tables()
    if language:
        own = by_language.get(language)
        if own is not None and name in own:
            return own[name]
    return everywhere.get(name)


def is_month_name(name: str) -> bool:
    """Tell whether a folded name is a month in some language.

    >>> is_month_name("listopada"), is_month_name("harbour")
    (True, False)
    """
    by_language, everywhere = _tables()
    return name in everywhere or any(name in own for own in by_language.values())
