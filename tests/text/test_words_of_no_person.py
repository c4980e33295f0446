"""No person: places, houses, words of the page, degrees and days, word by word."""

import pytest

from newscrawler.text.person import is_house, may_be_person

PLACES = [
    "Palma de Mallorca", "São Paulo", "Sao Paulo", "Rio de Janeiro", "New York", "New York City",
    "Los Angeles", "San Francisco", "San Diego", "Las Vegas", "New Orleans", "New Delhi", "Hong Kong",
    "Tel Aviv", "Buenos Aires", "Mexico City", "Ciudad de México", "Cape Town", "Kuala Lumpur",
    "Abu Dhabi", "St. Petersburg", "Saint Petersburg", "Санкт-Петербург", "Нижний Новгород",
    "St. John's", "St John's", "Washington D.C.", "Washington DC", "El Salvador", "Costa Rica",
    "Puerto Rico", "South Africa", "South Korea", "North Korea", "Saudi Arabia", "Sri Lanka",
    "New Zealand", "United States", "United Kingdom", "Frankfurt am Main", "Frankfurt/Main", "Den Haag",
    "The Hague", "Le Havre", "La Paz", "La Habana", "San José", "San Juan", "Santa Cruz",
    "Santo Domingo", "Belo Horizonte", "Porto Alegre", "Ho Chi Minh City", "Phnom Penh", "Addis Ababa",
    "Dar es Salaam", "Port Louis", "Дальний Восток", "Jakarta Selatan", "Kota Kinabalu",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_no_person(place: str) -> None:
    assert not may_be_person(place)
    assert not may_be_person(place.upper())


HOUSES = [
    "Standard", "Sun-Times", "Examiner", "Enquirer", "Inquirer", "Bulletin", "Newswire", "Dagblad",
    "Nieuwsblad", "Kurier", "Zeitung", "Tagblatt", "Tageblatt", "Anzeiger", "Rundschau", "Allgemeine",
    "Diario", "Periódico", "Voz", "Dziennik", "Tidende", "Aftonbladet", "Gazzetta", "Corriere",
    "Giornale", "Messaggero", "Quotidien", "Dépêche", "Folha", "Вести", "Вестник", "Evening",
    "Sussex", "Avenue", "Suite", "WordPress", "Drupal", "Source", "Marketing",
    "Redaktion", "Redaktionen", "Redakce", "Redakcja", "Redakcia", "Redacción", "Redaccion",
    "Redazione", "Rédaction", "Redaction", "Redação", "Redactie", "Redaksjonen", "Toimitus", "Redaksi",
    "Редакция", "Редакції", "Newsroom", "Desk", "Team", "Staff", "Editorial", "Admin", "Administrator",
    "Agencies", "Agencias", "Agenturen", "Agences", "Agenzie", "Newsdesk", "Webdesk", "Newspaper",
    "Press", "Media", "News", "Online", "TV", "Radio", "Company", "Inc", "Ltd", "LLC", "GmbH", "Guest",
    "User", "Anonymous", "Unknown", "Sponsored", "Partner", "Board", "Bureau", "Agency",
    "Nachrichtenagentur", "Nachrichten", "Noticias", "Notizie", "Новости", "Actualités", "Televisión",
    "Television", "Channel", "Network", "Magazine", "Gazette", "Tribune", "Herald", "Journal",
    "Website", "University", "Institute", "Department", "Ministry", "Обновлено", "Опубликовано",
    "Times", "Daily", "Weekly", "Post", "Chronicle", "Courier", "Observer", "Telegraph", "Express",
    "Mirror", "Argus", "Leader", "Dispatch", "Review", "Bank", "Hospital", "Clinic", "School",
    "College", "Club", "Council", "Committee", "Commission", "Association", "Foundation", "Society",
    "Forum", "Group", "Studio", "Studios", "Productions", "Holdings", "Agência", "Agencia", "Center",
    "Centre", "Library", "Museum", "Party", "Government", "Embassy", "Police", "County", "Province",
    "District", "Republic", "Kingdom", "State", "States", "Articles", "Tips", "Submissions",
    "Application", "Membership", "Practices", "Doctors", "Experts", "Community", "Blog", "Podcast",
    "Showbiz", "Jornal", "Web", "Interactive", "Край", "Область", "Район", "Республика", "Округ",
    "Город", "Министерство", "Служба", "Центр", "Канал", "Телеканал", "Агентство", "Дирекция", "Газета",
    "Журнал", "Издание", "Портал", "Сайт", "Spółka", "Wydawnictwo", "Polska", "Gazeta", "Wyborcza",
    "Serwis", "المدينة", "اخبار", "خبرگزاری",
]  # fmt: skip
OF_THE_PAGE = [
    "Subscribe", "Facebook", "Twitter", "Instagram", "Follow", "Comments", "Comment", "Updated",
    "Published", "Posted", "More", "Advertisement", "Content", "Text", "Size", "Font", "Print",
    "Printed", "Email", "E-mail", "Mail", "View", "Profile", "Full", "Bio", "About", "Contact", "Login",
    "Log", "Sign", "Register", "Click", "Here", "Fax", "Tel", "Phone", "Share", "Tweet", "Pin", "Save",
    "Bookmark", "Menu", "Search", "Home", "Next", "Previous", "Last", "Edited", "Developed", "Designed",
    "Powered", "Webmaster", "Shutterstock", "Getty", "iStock", "Unsplash", "Copyright", "Rights",
    "Reserved", "Member", "Members", "Reply", "Replies", "Permalink", "Tags", "Category", "Categories",
    "Books", "Video", "Photo", "Photos", "Gallery", "Table", "Contents", "Read", "Reading", "Time",
    "Minutes", "Ago", "Today", "Yesterday", "Войти", "Вход", "Выйти", "Поделиться", "Делитесь",
    "Друзьями", "Печать", "Версия", "Комментарии", "Подписаться", "Читать", "Далее", "Wpisz", "Kod",
    "Obrazka", "Witamy", "Zaloguj", "Drukuj", "Wyślij", "Data", "Publikacji", "Źródło", "Olvasói",
    "Szavazás", "Join", "Zarejestruj", "Firmado", "Google", "Plus", "WhatsApp", "LinkedIn", "YouTube",
    "Portal", "Nyomtatás", "Imprimir", "Compartir", "Partager", "Imprimer", "Drucken", "Teilen", "Mehr",
    "Lesen", "Yazdır", "Checked", "Disclosure", "Advertiser", "Cite", "Topics", "Related",
]  # fmt: skip
MORE = [
    "redaktionell", "редакція", "correspondent", "reporter", "editors", "editors'", "編集部", "取材班",
    "본지", "편집국", "온라인뉴스팀", "网", "報", "报", "none", "null", "undefined", "haber",
    "haberleri", "ajansı", "merkezi", "işleri", "servisi", "пресс-служба", "пресс-центр", "czytelnik",
    "gość", "anonim", "anonimowy", "nyhetsbyrån", "nyhetsbyrå", "radiotelevizija", "finans", "ডেস্ক",
    "রিপোর্ট", "অনলাইন", "প্রতিবেদন", "বার্তাকক্ষ", "সংস্থা", "ব্যুরো", "নিউজ", "डेस्क", "न्यूज़",
    "न्यूज", "टीम", "एजेंसी", "डिजिटल", "वेब", "नोट", "समाचार", "ऑनलाइन", "वृत्तसंस्था", "लाइव",
    "हिन्दुस्तान", "उजाला", "ડેસ્ક", "ટીમ", "ન્યૂઝ", "બ્યુરો", "વેબ", "ਬਿਊਰੋ", "ਡੈਸਕ", "ਟੀਮ", "ਵੈੱਬ",
    "டெஸ்க்", "நியூஸ்", "டிஜிட்டல்", "இணையதள", "செய்திப்பிரிவு", "డెస్క్", "న్యూస్", "బ్యూరో", "టీం",
    "ഡെസ്ക്", "ബ്യൂറോ", "ന്യൂസ്", "ഓൺലൈൻ", "ಡೆಸ್ಕ್", "ಬ್ಯೂರೋ", "ನ್ಯೂಸ್", "ವೆಬ್", "ڈیسک", "نیوز", "ویب",
    "رپورٹر", "اسٹاف", "بیورو", "تحریریه", "گروه", "خبرنگاران", "سرویس", "التحرير", "تحرير", "هيئة",
    "فريق", "وكالة", "وكالات", "الأنباء", "أنباء", "صحيفة", "جريدة", "قناة", "موقع", "شبكة", "الأخبار",
    "מערכת", "כתבי", "סוכנויות", "הידיעות", "האתר", "חדשות", "צוות", "דסק", "რედაქცია", "ბიურო",
    "ახალი", "სააგენტო", "ዜና", "ክፍል", "church-news", "sports", "business", "international",
    "business-desk", "corporation", "corp", "lines", "airlines", "motors", "services", "service",
    "reports", "research", "images", "systems", "software", "solutions", "technologies", "insurance",
    "academy", "coalition", "alliance", "union", "federation", "parliament", "senate", "collective",
    "records", "independent", "sentinel", "woman", "united", "league", "energy", "climate", "estate",
    "finance", "politics", "politik", "wirtschaft", "kultur", "ressort", "equipo", "équipe", "servicio",
    "servizio", "sociedad", "deportes", "economía", "política", "lifestyle", "columns", "equity", "риа",
    "иа", "city", "island", "islands", "valley", "программ", "информационное", "экспертный", "ब्यूरो",
    "globe-mail", "post-dispatch", "star-tribune", "nachrichtenblatt", "avisen", "bladet", "hebdo",
    "известия", "вечерняя", "gate", "road", "boulevard", "morning", "this", "us", "now", "się",
    "privacy", "policy", "terms", "conditions", "newsletter", "stories", "posts", "breaking", "latest",
    "featured", "customer", "relations", "see", "your", "specified", "available", "lorem", "ipsum",
    "object", "array", "creative", "commons", "supreme", "joomla", "joomla!", "blogger",
]  # fmt: skip
CREDENTIALS = [
    "MD", "DVM", "PhD", "RN", "RD", "MBA", "CPA", "Esq", "JD", "DDS", "MA", "MSc", "BSc", "MPH", "MHA",
    "Dr", "Prof",
]  # fmt: skip
DAYS = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues",
    "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "Montag", "Dienstag", "Mittwoch", "Donnerstag",
    "Freitag", "Samstag", "Sonntag", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi",
    "Dimanche", "Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo", "Понедельник",
    "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье", "Poniedziałek", "Wtorek",
    "Środa", "Czwartek", "Piątek", "Sobota", "Niedziela",
]  # fmt: skip


@pytest.mark.parametrize("word", HOUSES + OF_THE_PAGE)
def test_a_house_or_a_word_of_the_page_is_no_person(word: str) -> None:
    assert not may_be_person(f"Ann {word}")
    assert not may_be_person(f"{word.upper()} EXAMPLE")


@pytest.mark.parametrize("word", MORE)
def test_a_word_of_a_house_makes_a_name_that_of_a_house(word: str) -> None:
    assert is_house(f"Ann {word}")
    assert is_house(f"{word.upper()} EXAMPLE")


@pytest.mark.parametrize("word", ["Page", "Books", "Workshop", "Woodworking", "Boy"])
def test_a_word_that_is_no_name_when_it_stands_alone(word: str) -> None:
    assert not may_be_person(word)
    assert may_be_person(f"Ann {word}") == (word != "Books")


@pytest.mark.parametrize("word", CREDENTIALS + DAYS)
def test_a_degree_or_a_day_is_no_person(word: str) -> None:
    assert not may_be_person(word)
    assert may_be_person(f"Ann Example, {word}")
