"""No person: words of bylines that stand in no name: desks, houses, the page's own words, places, days."""

from __future__ import annotations

from newscrawler.dates.month_names import fold


def folded_words(text: str) -> frozenset[str]:
    """Return the words of a text as names are compared: in small letters, without marks."""
    return frozenset(fold(text).split())


# Not a person: the desk, the house, the machine.
HOUSE = folded_words(
    "redaktion redaktionen redakce redakcja redakcia redacción redazione rédaction "
    "redação redactie redaksjonen redaktionell toimitus redaksi редакция редакції "
    "редакція newsroom desk team staff editorial admin administrator agencies agencias agenturen "
    "agences agenzie newsdesk webdesk newspaper press media news online tv radio company inc ltd "
    "llc gmbh correspondent reporter guest user anonymous unknown sponsored partner editors "
    "editors' board bureau agency nachrichtenagentur nachrichten noticias notizie новости "
    "actualités televisión channel network magazine gazette tribune herald journal "
    "website university institute department ministry обновлено опубликовано "
    "編集部 取材班 본지 편집국 온라인뉴스팀 网 報 报 none null undefined haber haberleri ajansı merkezi "
    "işleri servisi пресс-служба пресс-центр czytelnik gość anonim anonimowy nyhetsbyrån nyhetsbyrå "
    "radiotelevizija finans "
    # desks, papers and news in scripts without capitals, where any two words may be a name
    "ডেস্ক রিপোর্ট অনলাইন প্রতিবেদন বার্তাকক্ষ সংস্থা ব্যুরো নিউজ डेस्क न्यूज़ न्यूज टीम एजेंसी "
    "डिजिटल वेब नोट समाचार ऑनलाइन वृत्तसंस्था लाइव हिन्दुस्तान उजाला ડેસ્ક ટીમ ન્યૂઝ બ્યુરો વેબ "
    "ਬਿਊਰੋ ਡੈਸਕ ਟੀਮ ਵੈੱਬ டெஸ்க் நியூஸ் டிஜிட்டல் இணையதள செய்திப்பிரிவு డెస్క్ న్యూస్ బ్యూరో టీం "
    "ഡെസ്ക് ബ്യൂറോ ന്യൂസ് ഓൺലൈൻ ಡೆಸ್ಕ್ ಬ್ಯೂರೋ ನ್ಯೂಸ್ ವೆಬ್ ڈیسک نیوز ویب رپورٹر اسٹاف بیورو تحریریه "
    "گروه خبرنگاران سرویس التحرير تحرير هيئة فريق وكالة وكالات الأنباء أنباء صحيفة جريدة قناة موقع "
    "شبكة الأخبار מערכת כתבי סוכנויות הידיעות האתר חדשות צוות דסק რედაქცია ბიურო ახალი სააგენტო ዜና "
    "ክፍል",
)

# More of what is no person: words of companies, institutions and papers.
INSTITUTIONS = folded_words(
    "times daily weekly post chronicle courier observer telegraph express mirror argus leader "
    "dispatch review bank hospital clinic school college club council committee commission "
    "association foundation society forum group studio studios productions holdings agência "
    "church-news center centre library museum party government embassy police "
    "county province district republic kingdom state states articles tips submissions application "
    "membership practices doctors experts community blog podcast showbiz sports jornal web "
    "business interactive international business-desk corporation corp lines airlines motors "
    "services service reports research images systems software solutions technologies insurance "
    "academy coalition alliance union federation parliament senate collective records independent "
    "sentinel woman united league energy climate estate finance politics politik wirtschaft kultur "
    "ressort equipo équipe servicio servizio sociedad deportes economía política lifestyle columns "
    "equity риа иа city island islands valley край область район республика округ город "
    "министерство служба центр канал телеканал агентство дирекция программ газета журнал издание "
    "портал сайт информационное экспертный spółka wydawnictwo polska gazeta wyborcza serwis "
    "ब्यूरो المدينة اخبار خبرگزاری standard sun-times globe-mail examiner enquirer inquirer "
    "bulletin newswire post-dispatch star-tribune dagblad nieuwsblad kurier zeitung tagblatt "
    "tageblatt anzeiger rundschau allgemeine nachrichtenblatt diario periódico voz dziennik tidende "
    "avisen aftonbladet bladet gazzetta corriere giornale messaggero quotidien dépêche hebdo folha "
    "известия вести вестник вечерняя gate sussex road avenue boulevard suite morning "
    "evening",
)
# Words that pages print around a byline, for those who use the page.
INTERFACE = folded_words(
    "subscribe facebook twitter instagram follow comments comment updated published posted more "
    "advertisement content text size font print printed email e-mail mail view profile full bio "
    "about contact login log sign register click here this fax tel phone share tweet pin save "
    "bookmark menu search home next previous last edited developed "
    "designed powered webmaster shutterstock getty istock unsplash copyright rights reserved member "
    "members reply replies permalink tags category categories books video photo photos gallery "
    "table contents read reading time minutes ago today yesterday войти вход выйти поделиться "
    "делитесь друзьями печать версия комментарии подписаться читать далее wpisz kod obrazka witamy "
    "zaloguj drukuj wyślij data publikacji źródło olvasói szavazás join us now zarejestruj się "
    "firmado google plus whatsapp linkedin youtube portal nyomtatás imprimir compartir partager "
    "imprimer drucken teilen mehr lesen yazdır checked disclosure advertiser cite topics related "
    "privacy policy terms conditions newsletter stories posts breaking latest featured customer "
    "relations see your specified available lorem ipsum object array creative commons supreme "
    "wordpress joomla joomla! drupal blogger source marketing",
)
CREDENTIALS = folded_words("md dvm phd rn rd mba cpa esq jd dds ma msc bsc mph mha dr prof")
DAYS = folded_words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi "
    "vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo понедельник "
    "вторник среда четверг пятница суббота воскресенье poniedziałek wtorek środa czwartek piątek "
    "sobota niedziela",
)
ALONE = folded_words("page workshop woodworking boy")
PLACES = frozenset(
    fold(place).strip(".")
    for place in [
        "Palma de Mallorca", "São Paulo", "Sao Paulo", "Rio de Janeiro", "New York", "New York City",
        "Los Angeles", "San Francisco", "San Diego", "Las Vegas", "New Orleans", "New Delhi",
        "Hong Kong", "Tel Aviv", "Buenos Aires", "Mexico City", "Ciudad de México", "Cape Town",
        "Kuala Lumpur", "Abu Dhabi", "St. Petersburg", "Saint Petersburg", "Санкт-Петербург",
        "Нижний Новгород", "St. John's", "St John's", "Washington D.C.", "Washington DC", "El Salvador",
        "Costa Rica", "Puerto Rico", "South Africa", "South Korea", "North Korea", "Saudi Arabia",
        "Sri Lanka", "New Zealand", "United States", "United Kingdom", "Frankfurt am Main",
        "Frankfurt/Main", "Den Haag", "The Hague", "Le Havre", "La Paz", "La Habana", "San José",
        "San Juan", "Santa Cruz", "Santo Domingo", "Belo Horizonte", "Porto Alegre", "Ho Chi Minh City",
        "Phnom Penh", "Addis Ababa", "Dar es Salaam", "Port Louis", "Дальний Восток", "Jakarta Selatan",
        "Kota Kinabalu",
    ]
)  # fmt: skip
