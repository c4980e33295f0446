"""Person: names are told from desks, roles, places, days and the page's own words."""

import pytest

from newscrawler.text.person import (
    has_company,
    is_desk,
    is_role,
    is_whole_name,
    may_be_person,
    without_credentials,
    without_role,
)

PEOPLE = [
    "Ann Example",
    "ANN EXAMPLE",
    "Dr. Eva Beispiel",
    "Mary Ann O’Brien-Example",
    "Ursula von der Muster",
    "Иван Примеров",
    "Νίκος Παράδειγμα",
    "محمد علي",
    "山田太郎",
    "홍길동",
    "王小明",
    "To Lam",
    "Do Kwon",
    "April Glaser",
    "May Lee",
    "Min Kim",
    "Yun Sun",
    "Larry Page",
    "J. R. Sample",
    "Example Jr.",
    "Lula",
    "Sun Lee",
    "Wed Sample",
    "Ann della Example",
    "Ann van der Example",
    "von der Example",
    "Lê Phương",
    "Le Thi Hoa",
    "Jack Ma",
]
NOBODY = [
    "Text Size",
    "Washington Post",
    "Frankfurt am Main",
    "New York",
    "São Paulo",
    "em São Paulo",
    "Em São Paulo",
    "Do UOL",
    "View Profile",
    "Full Bio",
    "Email This Post",
    "Wednesday",
    "Nov",
    "on Tue",
    "Войти",
    "Делитесь с друзьями",
    "Приморский край",
    "Дальний Восток",
    "Children's Hospital",
    "Example Bank",
    "Example Financial Tips",
    "The Example Team",
    "Agência O Globo",
    "BANG Showbiz",
    "WPIX-TV",
    "Example sp. z o.o.",
    "Example GmbH",
    "ООО Пример",
    "5 min read",
    "作者：",
    "聯合報",
    "例新聞網",
    "《例刊》综合报道",
    "寒冬裡如何保持水嫩肌膚",
    "Page",
    "DVM",
    "MD, PhD",
    "Google Plus",
    "Zaloguj się",
    "example.com",
    "© Ann Example",
    "Best Practices",
    "Redaktion",
    "Us Weekly",
    "Ann using Example Gloss",
    "Calgary Herald",
    "Le Parisien",
    "El Paso",
    "Fort Sample",
    "San Example",
    "Sample City",
    "Sample Van Lines",
    "Climate Change",
    "Privacy Policy",
    "Your Name",
    "Not Available",
    "[object Object]",
    "In Politics",
    "Heard on All Things",
    "Edition by Ann Example",
    "ku Frankfurt",
    "По Материалам",
    "Thomson Reuters Tax",
    "",
]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person(name: str) -> None:
    assert may_be_person(name)


@pytest.mark.parametrize("name", NOBODY)
def test_no_person(name: str) -> None:
    assert not may_be_person(name)


def test_the_length_of_a_name() -> None:
    assert may_be_person("Aa Bb Cc Dd Ee Ff")
    assert not may_be_person("Aa Bb Cc Dd Ee Ff Gg")
    assert may_be_person("A" + "a" * 59)
    assert not may_be_person("A" + "a" * 60)
    assert not may_be_person("A")


def test_a_whole_name() -> None:
    assert is_whole_name("Ann Example")
    assert is_whole_name("山田")
    assert not is_whole_name("Frankfurt")
    assert not is_whole_name("محمد")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Example Political Editor", ("Ann Example", None)),
        ("Special Correspondent Ann Example", ("Ann Example", None)),
        ("Ann Example Reuters correspondent", ("Ann Example", "Reuters")),
        ("Head Winemaker", ("", None)),
        ("Digital Security Expert", ("", None)),
        ("Certified Pediatric Sleep Consultant", ("", None)),
        ("Ann Example", ("Ann Example", None)),
    ],
)
def test_roles_are_taken_off(name: str, expected: tuple[str, str | None]) -> None:
    assert without_role(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Example PhD", "Ann Example"),
        ("Ann Example M.D.", "Ann Example"),
        ("Jack Ma", "Jack Ma"),
        ("Jack Lee Ma", "Jack Lee Ma"),
        ("Example MD", "Example MD"),
    ],
)
def test_degrees_are_taken_off(name: str, expected: str) -> None:
    assert without_credentials(name) == expected


@pytest.mark.parametrize(
    ("piece", "expected"),
    [("Senior Director of Operations", True), ("Ann Example, Editor", False), ("Ann Example", False)],
)
def test_an_office_that_names_nobody(piece: str, expected: bool) -> None:
    assert is_role(piece) is expected


def test_companies_and_desks() -> None:
    assert has_company("John Sample & Sons, Ltd., Southern Gate, Exampleton")
    assert not has_company("Ann Example, Southern Gate")
    assert is_desk("By Our Correspondent")
    assert is_desk("Redaktion")
    assert not is_desk("Ann Example")
    assert not is_desk("Contact the editorial team")


@pytest.mark.parametrize("words", ["Kommentar von", "Heard on", "The Example is", "Ann Example in"])
def test_a_name_ends_with_no_small_word(words: str) -> None:
    assert not may_be_person(words)
    assert may_be_person("Martin Example jr.")


@pytest.mark.parametrize("line", ["Comments", "Subscribe to our news", "Follow us on Facebook"])
def test_words_of_the_page_are_no_desk(line: str) -> None:
    assert not is_desk(line)
    assert not may_be_person("Fact Checked")


ROLES = [
    "Correspondent", "Editor", "Reporter", "Writer", "Columnist", "Journalist", "Contributor",
    "Producer", "Photographer", "Photojournalist", "Staffer", "Commentator", "Analyst", "Critic",
    "Blogger", "Intern", "Author", "Redakteur", "Redakteurin", "Korrespondent", "Korrespondentin",
    "Journalistin", "Reporterin", "Autor", "Autorin", "Volontär", "Volontärin", "Journaliste",
    "Rédacteur", "Rédactrice", "Correspondant", "Correspondante", "Chroniqueur", "Redactor",
    "Redactora", "Corresponsal", "Periodista", "Repórter", "Jornalista", "Redator", "Correspondente",
    "Colunista", "Giornalista", "Inviato", "Inviata", "Corrispondente", "Redattore", "Редактор",
    "Корреспондент", "Корреспонденты", "Обозреватель", "Журналист", "Журналистка", "Автор", "Колумнист",
    "Спецкор", "Кореспондент", "Кореспондентка", "Редакторка", "Оглядач", "Dziennikarz", "Dziennikarka",
    "Redaktor", "Redaktorka", "Reportér", "Reportérka", "Korespondent", "Komentátor", "Novinář",
    "Muhabir", "Muhabiri", "Gazeteci", "Editör", "Yazar", "Wartawan", "Jurnalis", "Reporteri",
    "Toimittaja", "Verslaggever", "Redacteur", "Director", "Manager", "Founder", "Co-founder",
    "Cofounder", "CEO", "CTO", "CFO", "President", "Consultant", "Expert", "Specialist", "Strategist",
    "Winemaker", "Chef", "Nutritionist", "Dietitian", "Physician", "Therapist", "Coach", "Engineer",
    "Developer", "Designer", "Marketer", "Scientist", "Researcher", "Lecturer", "Educator", "Attorney",
    "Lawyer", "Advisor", "Adviser", "Veterinarian", "Pharmacist", "Psychologist", "Owner",
]  # fmt: skip
ADJECTIVES = [
    "Senior", "Chief", "Staff", "Special", "Foreign", "Political", "Politics", "Sports", "Sport",
    "Business", "Home", "Health", "Science", "Education", "Crime", "Environment", "Technology", "Tech",
    "Economics", "Economy", "Diplomatic", "Deputy", "Managing", "News", "Digital", "National",
    "International", "Local", "City", "Court", "Courts", "Legal", "Religion", "Culture", "Arts",
    "Entertainment", "Media", "World", "World's", "Executive", "Assistant", "Associate", "Contributing",
    "Freelance", "Guest", "Royal", "Defence", "Defense", "Security", "Energy", "Climate", "Transport",
    "Consumer", "Property", "Money", "Data", "Investigative", "Breaking", "Europe", "European",
    "Moscow", "Freier", "Freie", "Leitender", "Certified", "Registered", "Licensed", "Clinical",
    "Medical", "Head", "Vice", "Lead", "Principal",
]  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_taken_off_a_name(role: str) -> None:
    assert without_role(f"Ann Example {role}") == ("Ann Example", None)
    assert without_role(f"{role} Ann Example") == ("Ann Example", None)


@pytest.mark.parametrize("adjective", ADJECTIVES)
def test_what_a_role_is_called_is_taken_off_a_name(adjective: str) -> None:
    assert without_role(f"Ann Example {adjective} Editor") == ("Ann Example", None)


PARTICLES = [
    "von", "van", "de", "da", "di", "del", "della", "du", "dos", "das", "do", "al", "el", "la", "le", "ter", "ten", "bin",
    "ibn", "ben", "abu", "af", "av", "zu", "zur", "vom", "der", "den", "mac", "d", "o", "ó", "ní", "nic",
]  # fmt: skip


@pytest.mark.parametrize("particle", sorted(set(PARTICLES) - {"do", "da"}))
def test_a_name_may_begin_with_a_small_particle(particle: str) -> None:
    assert may_be_person(f"{particle} Muster Beispiel")
    assert may_be_person(f"Ann {particle} Muster")
    assert not may_be_person(f"{particle}x Muster Beispiel")


@pytest.mark.parametrize(
    "word", ["by", "at", "on", "with", "the", "from", "to", "as", "via", "und", "and", "or", "for", "is"]
)
def test_a_name_has_no_word_of_a_sentence_within(word: str) -> None:
    assert not may_be_person(f"Ann {word} Example")


@pytest.mark.parametrize("article", ["le", "la", "les", "el", "los", "las", "il", "der", "die", "das", "het"])
def test_an_article_and_one_word_are_a_paper_or_a_place(article: str) -> None:
    for name in (f"{article.capitalize()} Muster", f"{article.upper()} MUSTER"):
        assert not may_be_person(name)
        assert may_be_person(f"{name} Beispiel")


@pytest.mark.parametrize(
    "beginning",
    ["San", "Santa", "Santo", "São", "Sao", "Saint", "Sainte", "Sankt", "St", "St.", "Fort", "Port", "Bad", "Baton",
     "South", "North", "New", "Old", "Puerto", "Mount", "Upper", "Lower", "Нижний", "Великий"],
)  # fmt: skip
def test_the_beginning_of_a_place_and_one_word(beginning: str) -> None:
    assert not may_be_person(f"{beginning} Muster")
    assert may_be_person(f"Muster {beginning}")


@pytest.mark.parametrize(
    "words",
    ["der Küste bis zur Stadt", "Reise nach Rom", "Le Port sur Mer", "La Mer pour Tous", "Vida con Perros", "Tutto per Casa",
     "Thuis voor Iedereen"],
)  # fmt: skip
def test_small_words_of_a_sentence_stand_in_no_name(words: str) -> None:
    assert not may_be_person(words)
    assert may_be_person("Per Example")
