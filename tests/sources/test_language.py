"""The language of a text: sentences of each language that is known, alphabets, declarations."""

from __future__ import annotations

import pytest

from newscrawler.sources import language
from newscrawler.sources.language import language_code, language_of

SENTENCES = {
    "en": "The council of the harbour said that it would rebuild the wall before the winter.",
    "de": "Der Rat des Hafens hat am Montag beschlossen, dass die Mauer im Herbst neu gebaut wird.",
    "fr": "Le conseil du port a décidé que la digue sera reconstruite avant les tempêtes de cet hiver.",
    "es": "El consejo del puerto decidió que el muro se reconstruya antes de las tormentas del invierno.",
    "it": "Il consiglio del porto ha deciso che la diga sarà ricostruita prima delle tempeste di questo inverno.",
    "pt": "O conselho do porto decidiu que a muralha não será reconstruída antes das tempestades do inverno.",
    "nl": "De raad van de haven heeft besloten dat de muur voor de winter wordt gebouwd, en niet later.",
    "pl": "Rada portu zdecydowała, że nowy mur nie będzie gotowy przed zimą, ale prace są już w toku.",
    "cs": "Rada přístavu rozhodla, že nová zeď bude hotová před zimou, ale práce podle plánu už běží.",
    "sk": "Rada prístavu rozhodla, že nový múr bude hotový pred zimou, ale práce podľa plánu už bežia aj po nociach.",
    "sv": "Hamnens råd har beslutat att den nya muren ska byggas före vintern, men inte i år, och det är för sent.",
    "da": "Havnens råd har besluttet, at den nye mur skal bygges før vinteren, men det er blev ikke sagt af borgmesteren.",
    "no": "Havnens råd har bestemt at den nye muren skal bygges før vinteren, men det ble ikke sagt av ordføreren.",
    "is": "Hafnarráð hefur ákveðið að nýr garður verði reistur fyrir veturinn, en ekki er víst hvort það var rétt.",
    "fi": "Sataman neuvosto on päättänyt, että uusi muuri on valmis ennen talvea, mutta työt ovat myös kalliita.",
    "hu": "A kikötő tanácsa úgy döntött, hogy az új fal a tél előtt kész lesz, de ez nem volt olcsó.",
    "ro": "Consiliul portului a decis că noul zid va fi gata înainte de iarnă, dar lucrările nu sunt ieftine și durează.",
    "tr": "Liman kurulu yeni duvar için karar verdi ve çalışmalar kış öncesinde çok hızlı olarak başladı, ama bu son değil.",
    "hr": "Vijeće luke odlučilo je da će novi zid biti gotov prije zime, ali što je s cijenom nije samo pitanje za njih.",
    "sl": "Svet pristanišča je odločil, da bo nov zid pripravljen pred zimo, ki pa ni več daleč, saj je že jesen in mraz.",
    "et": "Sadama nõukogu otsustas, et uus müür on valmis enne talve, kuid see oli kallis ja seda ei teatud siis.",
    "lv": "Ostas padome nolēma, ka jaunais mūris būs gatavs līdz ziemai, bet tas nav lēts un to saka arī kas cits.",
    "lt": "Uosto taryba nusprendė, kad nauja siena bus baigta iki žiemos, bet tai nėra pigu ir apie tai jau kalbama.",
    "id": "Dewan pelabuhan memutuskan bahwa tembok itu tidak akan dibangun karena biaya dari proyek ini untuk kota bisa naik saat itu.",
    "ms": "Majlis pelabuhan memutuskan bahawa tembok itu tidak akan dibina kerana kos daripada projek ini boleh naik ketika itu.",
    "vi": "Hội đồng cảng đã quyết định xây một bức tường mới và công việc của những người thợ được bắt đầu từ mùa này.",
    "ca": "El consell del port ha decidit que el mur no serà reconstruït amb aquest pressupost, i els veïns són més prudents.",
    "eu": "Portuko kontseiluak erabaki du horma berria egin behar dela, baina lanak ez dira hasi eta zen dirua falta da.",
    "sq": "Këshilli i portit vendosi që muri i ri të jetë gati para dimrit, por kjo nuk është e lirë dhe do më shumë kohë.",
    "sw": "Baraza la bandari limeamua kwamba ukuta mpya utajengwa kabla ya mvua, na kazi hiyo ni ya watu wa mji huo pia.",
    "af": "Die raad van die hawe het besluit dat die muur nie voor die winter gebou word nie, en wat dit kos is ook nie bekend.",
    "tl": "Ang konseho ng daungan ay nagpasya na itayo ang bagong pader para sa mga tao, at hindi ito mura ni madali kay Juan.",
    "ru": "Совет порта решил, что новая стена будет построена до зимы, но это не так просто, как он говорил.",
    "uk": "Рада порту вирішила, що нова стіна буде зведена до зими, але це не так просто, як він говорив.",
    "bg": "Съветът на пристанището реши, че новата стена ще бъде готова преди зимата, но това не е лесно.",
    "sr": "Савет луке је одлучио да ће нови зид бити готов пре зиме, али то није лако, јер је љубав скупа ћуди.",
    "mk": "Советот на пристаништето одлучи дека новиот ѕид ќе биде готов пред зимата, но тоа не е лесно.",
    "be": "Рада порта вырашыла, што новая сцяна будзе гатовая да зімы, але гэта не так проста, як ён казаў.",
    "kk": "Порт кеңесі жаңа қабырға қысқа дейін дайын болады деп шешті, бірақ бұл оңай емес және қымбат.",
    "ar": "قرر مجلس الميناء أن الجدار الجديد سوف يبنى قبل الشتاء، لكن هذا الأمر ليس سهلا على المدينة",
    "fa": "شورای بندر تصمیم گرفت که دیوار تازه را پیش از زمستان بسازد و این کار برای شهر آسان است",
    "ur": "بندرگاہ کی کونسل نے فیصلہ کیا ہے کہ نئی دیوار سردیوں سے پہلے بنے گی اور یہ آسان نہیں",
    "ja": "港の評議会は冬の前に新しい壁を建てることを決定した。",
    "ko": "항구 의회는 겨울 전에 새로운 벽을 짓기로 월요일에 결정했다.",
    "zh": "港务委员会星期一决定在冬季风暴到来之前修建新的防波堤。",
    "th": "สภาท่าเรือตัดสินใจสร้างกำแพงใหม่ก่อนฤดูหนาว",
    "el": "Το συμβούλιο του λιμανιού αποφάσισε να χτίσει νέο τείχος πριν από τον χειμώνα.",
    "he": "מועצת הנמל החליטה לבנות חומה חדשה לפני החורף",
    "hi": "बंदरगाह परिषद ने सर्दियों से पहले नई दीवार बनाने का फैसला किया",
    "bn": "বন্দর পরিষদ শীতের আগে নতুন প্রাচীর নির্মাণের সিদ্ধান্ত নিয়েছে",
    "ta": "துறைமுக சபை குளிர்காலத்திற்கு முன் புதிய சுவரைக் கட்ட முடிவு செய்தது",
    "te": "నౌకాశ్రయ మండలి శీతాకాలానికి ముందు కొత్త గోడ నిర్మించాలని నిర్ణయించింది",
    "ml": "തുറമുഖ സമിതി ശീതകാലത്തിനു മുമ്പ് പുതിയ മതിൽ പണിയാൻ തീരുമാനിച്ചു",
    "gu": "બંદર પરિષદે શિયાળા પહેલાં નવી દિવાલ બાંધવાનો નિર્ણય કર્યો",
    "ka": "ნავსადგურის საბჭომ გადაწყვიტა ახალი კედლის აშენება ზამთრამდე",
    "hy": "Նավահանգստի խորհուրդը որոշեց նոր պատ կառուցել մինչև ձմեռ",
    "am": "የወደቡ ምክር ቤት ከክረምት በፊት አዲስ ግድግዳ ለመገንባት ወሰነ",
    "km": "ក្រុមប្រឹក្សាកំពង់ផែបានសម្រេចសាងសង់ជញ្ជាំងថ្មីមុនរដូវរងារ",
    "my": "ဆိပ်ကမ်းကောင်စီသည် ဆောင်းရာသီမတိုင်မီ တံတိုင်းအသစ်ဆောက်ရန် ဆုံးဖြတ်ခဲ့သည်",
    "si": "වරාය සභාව ශීත ඍතුවට පෙර නව තාප්පයක් ඉදිකිරීමට තීරණය කළේය",
}  # fmt: skip

CAPITALS_APART = {"tr", "ka"}
"""Whose capitals are other letters, or hardly used."""

ALPHABETS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_of_each_language(code: str) -> None:
    assert language_of(SENTENCES[code]) == code
    assert language_of(SENTENCES[code], "xx") == code
    assert language_of(f"  {SENTENCES[code].upper()}") == code or code in CAPITALS_APART


def test_no_language_lacks_a_sentence() -> None:
    known = {*language._COMMON, *(code for code, _ in language._SCRIPTS)}
    assert known == set(SENTENCES)


def test_common_words_are_kept_as_they_are_compared() -> None:
    for code, words in language._COMMON.items():
        assert words == words.lower(), code
        assert len(words.split()) >= 10, code


@pytest.mark.parametrize("letter", sorted(set("".join(ALPHABETS.values()))))
def test_a_letter_leaves_the_languages_whose_alphabets_have_it(letter: str) -> None:
    kazakh = set("әғқңөұүһі")
    expected = {
        code
        for code, alphabet in ALPHABETS.items()
        if letter in alphabet and (code != "kk" or letter in kazakh)  # it is never written without these
    }
    if letter == "ь":
        expected |= {"sr", "mk"}  # it rules none out
    assert language._cyrillic(f"- {letter}") == expected


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        *(("en", "en"), ("en-GB", "en"), ("en_US", "en"), (" EN ", "en"), ("sr-Latn-RS", "sr")),
        *(("eng", "en"), ("deu", "de"), ("ger", "de"), ("fra", "fr"), ("fre", "fr"), ("spa", "es"), ("rus", "ru")),
        *(("ita", "it"), ("por", "pt"), ("zho", "zh"), ("jpn", "ja"), ("kor", "ko"), ("ara", "ar"), ("rus-RU", "ru")),
        *(("English", "en"), ("Deutsch", "de"), ("german", "de"), ("French", "fr"), ("Français", "fr")),
        *(("spanish", "es"), ("Español", "es"), ("Russian", "ru"), ("Русский", "ru"), ("italian", "it")),
        *(("Italiano", "it"), ("Portuguese", "pt"), ("Japanese", "ja"), ("Chinese", "zh"), ("Korean", "ko")),
        *(("Arabic", "ar"), ("iw", "he"), ("in", "id"), ("x-default", None), ("", None), ("xyz", None), ("e", None)),
    ],
)  # fmt: skip
def test_what_a_page_declares(declared: str, code: str | None) -> None:
    assert language_code(declared) == code


def test_too_short_a_text_is_in_the_language_that_is_declared() -> None:
    assert language_of("Harbour of Aldine 12", "nl") == "nl"
    assert language_of("港" * 19) is None
    assert language_of("港" * 20) == "zh"
    assert language_of("Aldine Corvane Meridor Tessaly", "sv") == "sv", "no common word"
    assert language_of("Aldine Corvane Meridor Tessaly") is None


def test_scripts_that_several_languages_share() -> None:
    assert language_of(SENTENCES["hi"], "mr") == "mr"
    assert language_of(SENTENCES["hi"], "ne") == "ne"
    assert language_of(SENTENCES["hi"], "ta") == "hi"
    assert language_of(SENTENCES["th"], "ne") == "th"


def test_japanese_has_few_signs_of_its_own_among_the_chinese_ones() -> None:
    headline = "東京港防波堤再建計画決定市議会全会一致可決"
    assert language_of(headline) == "zh"
    assert language_of(f"{headline}の見通し") == "ja"


def test_names_in_another_script_do_not_make_its_language() -> None:
    assert language_of(SENTENCES["en"] + " (Совет)") == "en"
    assert language_of(SENTENCES["ru"] + " (Harbour Council)") == "ru"
    assert language_of(SENTENCES["zh"] + "の") == "zh", "one sign is a name"


def test_what_is_declared_decides_between_languages_that_are_alike() -> None:
    alike = "Og i at det er en til på af for med de den har der som ikke et om han men var fra"
    assert language_of(alike, "da") == "da"
    assert language_of(alike, "no") == "no"
    assert language_of(alike, "sv") == "da", "Swedish says most of it otherwise"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (
            "Der Hafen der kleinen Stadt ist am Dienstag nach drei Wochen wieder geöffnet worden, und die Schiffe sind zurück.",
            None,
            "de",
        ),
        (
            "Le port de la petite ville a rouvert mardi après trois semaines de travaux, et les navires sont de retour.",
            "en",
            "fr",
        ),
        (
            "Порт невеликого міста знову відкрили у вівторок після трьох тижнів ремонту, і судна повернулися до нього.",
            "ru",
            "uk",
        ),
        (
            "Порт маленького города снова открыли во вторник после трёх недель ремонта, суда вернулись.",
            None,
            "ru",
        ),
        ("港は火曜日に三週間の修理を終えて再び開いたと、港湾当局が発表した。", None, "ja"),
        ("港口在三周的维修之后于星期二重新开放，港务局表示船只已经返回。", None, "zh"),
        ("항구는 3주간의 수리를 마치고 화요일에 다시 문을 열었다고 항만 당국이 밝혔다.", None, "ko"),
        ("أعيد فتح ميناء المدينة الصغيرة يوم الثلاثاء بعد ثلاثة أسابيع من الإصلاحات في الميناء", None, "ar"),
        ("OK", "sv", "sv"),
        ("", None, None),
    ],
)
def test_the_language_of_a_text(text: str, declared: str | None, language: str | None) -> None:
    assert language_of(text, declared) == language


def test_language_codes() -> None:
    assert [language_code(text) for text in ("en-GB", "DE", "iw", "eng", "", "1")] == [
        "en",
        "de",
        "he",
        "en",
        None,
        None,
    ]
