"""Offices: each word of one, and each word that stands before one, is taken off a name."""

import pytest

from newscrawler.text.person import is_role, without_role

OFFICES = [
    "correspondent", "correspondents", "editor", "editors", "reporter", "reporters", "writer",
    "writers", "columnist", "journalist", "journalists", "contributor", "contributors", "bureau",
    "producer", "photographer", "photojournalist", "staffer", "commentator", "analyst", "critic",
    "blogger", "intern", "author", "redakteur", "redakteurin", "redakteure", "korrespondent",
    "korrespondentin", "journalistin", "reporterin", "autor", "autorin", "volontär", "volontärin",
    "journaliste", "rédacteur", "rédactrice", "correspondant", "correspondante", "envoyé", "envoyée",
    "chroniqueur", "redactor", "redactora", "corresponsal", "periodista", "enviado", "enviada",
    "jornalista", "redator", "correspondente", "colunista", "giornalista", "inviato", "inviata",
    "corrispondente", "redattore", "редактор", "корреспондент", "корреспонденты", "корр",
    "обозреватель", "журналист", "журналистка", "автор", "колумнист", "спецкор", "кореспондент",
    "кореспондентка", "редакторка", "оглядач", "dziennikarz", "dziennikarka", "redaktor", "redaktorka",
    "reportérka", "korespondent", "komentátor", "novinář", "muhabir", "muhabiri", "gazeteci", "yazar",
    "wartawan", "jurnalis", "reporteri", "toimittaja", "journalisten", "verslaggever", "기자", "특파원",
    "논설위원", "记者", "記者", "编辑", "編集委員", "特派員", "論説委員", "مراسل", "صحفي", "كاتب",
    "محرر", "director", "manager", "founder", "co-founder", "cofounder", "ceo", "cto", "cfo",
    "president", "consultant", "expert", "specialist", "strategist", "நிருபர்", "செய்தியாளர்",
    "प्रतिनिधि", "प्रतिनिधी", "संवाददाता", "वार्ताहर", "पत्रकार", "প্রতিবেদক", "প্রতিনিধি", "সংবাদদাতা",
    "విలేకరి", "ప్రతినిధి", "સંવાદદાતા", "પ્રતિનિધિ", "ലേഖകൻ", "ലേഖിക", "ವರದಿಗಾರ", "ಪ್ರತಿನಿಧಿ",
    "خبرنگار", "نمائندہ", "ผู้สื่อข่าว", "συντάκτης", "δημοσιογράφος", "ανταποκριτής", "כתב", "כתבת",
    "כתבנו", "tudósító", "munkatárs", "munkatársunk", "mwandishi", "winemaker", "chef", "nutritionist",
    "dietitian", "physician", "therapist", "coach", "engineer", "developer", "designer", "marketer",
    "scientist", "researcher", "lecturer", "educator", "horticulturalist", "attorney", "lawyer",
    "advisor", "adviser", "veterinarian", "pharmacist", "psychologist", "owner", "officer", "vp",
    "chair", "chairman", "chairwoman",
]  # fmt: skip
BEFORE_OFFICES = [
    "senior", "chief", "staff", "special", "foreign", "political", "politics", "sports", "sport",
    "business", "home", "health", "science", "education", "crime", "environment", "technology", "tech",
    "economics", "economy", "diplomatic", "deputy", "managing", "news", "digital", "national",
    "international", "local", "city", "court", "courts", "legal", "religion", "culture", "arts",
    "entertainment", "media", "world", "world's", "executive", "assistant", "associate", "contributing",
    "freelance", "guest", "royal", "defence", "defense", "security", "energy", "climate", "transport",
    "consumer", "property", "money", "data", "investigative", "breaking", "us", "uk", "eu", "europe",
    "european", "asia", "middle", "east", "africa", "moscow", "political-affairs", "general", "at",
    "large", "in", "freier", "freie", "leitender", "chefredakteur", "специальный", "специальная",
    "собственный", "политический", "спортивный", "главный", "marketing", "operating", "operations",
    "financial", "finance", "revenue", "product", "communications", "sales", "public", "relations",
    "affairs", "content", "growth", "customer", "success", "certified", "registered", "licensed",
    "pediatric", "sleep", "clinical", "medical", "head", "vice", "sr", "jr", "lead", "principal",
    "நமது", "எங்கள்", "हमारे", "हमारा", "आमच्या", "নিজস্ব", "আমাদের", "স্টাফ", "સ્ટાફ", "स्टाफ", "our",
    "own", "nuestro", "nuestra", "notre", "unser", "unsere", "the", "a", "an", "of", "for", "and", "&",
    "in-chief",
]  # fmt: skip


@pytest.mark.parametrize("office", OFFICES)
def test_each_office_is_taken_off_a_name(office: str) -> None:
    assert without_role(f"Ann Example {office}") == ("Ann Example", None)
    assert without_role(f"{office.capitalize()}: Ann Example") == ("Ann Example", None)
    assert is_role(f"({office})")


@pytest.mark.parametrize("word", BEFORE_OFFICES)
def test_each_word_before_an_office_is_taken_off_a_name(word: str) -> None:
    assert without_role(f"Ann Example {word} Editor") == ("Ann Example", None)
    assert is_role(f"{word.capitalize()} Editor")
    assert not is_role(word)
