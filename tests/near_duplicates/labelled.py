"""Invented articles with labels: copies of every kind, and stories that only look alike.

Words, persons and events are made up. Ordinary prose is drawn from an invented vocabulary with the
frequencies of a language (few words often, many seldom), so that two texts share what two texts on different
matters share.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SITES = ("times", "courier", "herald", "wire", "echo", "observer")


@dataclass
class Labelled:
    """One article of the stream."""

    id: str
    headline: str
    dateline: str
    body: str
    kind: str
    copy_of: str | None = None
    """``id`` of the first article with this text."""


@dataclass
class Language:
    """An invented vocabulary, most frequent words first."""

    words: list[str]
    names: list[str]
    weights: list[float] = field(init=False)
    space: str = " "
    stop: str = ". "

    def __post_init__(self) -> None:
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))


def _syllables(rng: random.Random, onsets: str, vowels: str, count: int) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        length = 1 + (len(words) > 60) + (rng.random() < 0.6) + (rng.random() < 0.25)
        words["".join(rng.choice(onsets.split()) + rng.choice(vowels) for _ in range(length))] = None
    return list(words)


def _languages() -> dict[str, Language]:
    rng = random.Random("languages")
    latin = _syllables(rng, "b d f g h l m n p r s t v st tr br pl k c", "aeiou", 2600)
    cyrillic = _syllables(rng, "б в г д ж з к л м н п р с т ст пр ск ш", "аеиоуя", 2600)
    han = [chr(code) for code in rng.sample(range(0x4E00, 0x9FA0), 700)]
    return {
        "latin": Language(latin[:2000], [word.title() for word in latin[2000:]]),
        "cyrillic": Language(cyrillic[:2000], [word.title() for word in cyrillic[2000:]]),
        "han": Language(
            han[:60] + ["".join(rng.sample(han, 2)) for _ in range(1500)],
            ["".join(rng.sample(han, 3)) for _ in range(300)],
            space="",
            stop="。",
        ),
    }


LANGUAGES = _languages()


class Writer:
    """Writes articles and their copies in one language."""

    def __init__(self, rng: random.Random, language: Language) -> None:
        self.rng = rng
        self.language = language

    def words(self, count: int) -> list[str]:
        """Running text: words by frequency, now and then a name or a number."""
        rng, language = self.rng, self.language
        drawn = rng.choices(language.words, cum_weights=language.weights, k=count)
        for place in range(1, count):
            dice = rng.random()
            if dice < 0.07:
                drawn[place] = rng.choice(language.names)
            elif dice < 0.10:
                drawn[place] = str(rng.choice([rng.randrange(2, 30), rng.randrange(30, 5000)]))
        return drawn

    def sentence(self) -> str:
        """One sentence."""
        least, most = (8, 26) if self.language.space else (16, 40)
        words = self.words(self.rng.randrange(least, most))
        words[0] = words[0].capitalize()
        return self.language.space.join(words)

    def paragraph(self, sentences: int | None = None) -> list[str]:
        """A paragraph: its sentences."""
        return [self.sentence() for _ in range(sentences or self.rng.choice([1, 1, 2, 2, 3]))]

    def story(self, paragraphs: int | None = None) -> list[list[str]]:
        """A whole body."""
        return [self.paragraph() for _ in range(paragraphs or self.rng.choice([4, 5, 6, 8, 10, 14, 20]))]

    def text(self, story: list[list[str]]) -> str:
        """Body as the item has it."""
        stop = self.language.stop
        return "\n\n".join(stop.join(paragraph) + stop.strip() for paragraph in story)

    # --- Copies
    # ---------------------------------------------------------------------------------------------------

    def rewritten(self, story: list[list[str]], share: float) -> list[list[str]]:
        """Other words here and there, two sentences turned round; names and numbers stay."""
        rng, language, space = self.rng, self.language, self.language.space
        copy = []
        for paragraph in story:
            sentences = []
            for sentence in paragraph:
                words = sentence.split(space) if space else list(sentence)
                for place, word in enumerate(words):
                    if not word[0].isdigit() and word not in language.names and rng.random() < share:
                        words[place] = rng.choice(language.words if space else "".join(language.words))
                sentences.append(space.join(words))
            if len(sentences) > 1 and rng.random() < 0.15:
                sentences[0], sentences[1] = sentences[1], sentences[0]
            copy.append(sentences)
        return copy

    def cut(self, story: list[list[str]], low: float, high: float) -> list[list[str]]:
        """The tail cut off: that share of the words stays, no less than a notice has."""
        whole = sum(len(sentence) for paragraph in story for sentence in paragraph)
        wanted = max(whole * self.rng.uniform(low, high), 250 if self.language.space else 90)
        kept: list[list[str]] = []
        for paragraph in story:
            kept.append(paragraph)
            if sum(len(sentence) for part in kept for sentence in part) >= wanted:
                break
        return kept


def _notice(writer: Writer, rng: random.Random, boilerplate: str) -> str:
    """A short notice: a sentence of news, then what the office always says."""
    return writer.text([writer.paragraph(rng.choice([1, 2]))]) + "\n\n" + boilerplate


FRAMES = [
    (
        "The euro fell by {a} cents to {b}.{c} crowns at the opening of the {place} exchange on {day}, trading data "
        "show. The dollar rose by {d} cents to {e}.{f} crowns. A barrel of crude for delivery in {month} cost "
        "${g}.{h}. The index of the exchange stood at {i} points, {j}.{k}% more than at the close of the day before."
    ),
    (
        "{team} beat {other} {a}-{b} at home in the match of round {c} of the national league on {day}. The goals "
        "for the hosts were scored by {x} in minute {d} and {y} in minute {e}. {team} has {f} points and is in place "
        "{g} of the table, {other} has {h} points. In the next round {team} plays away with {third}."
    ),
    (
        "Up to {a} degrees are expected in {place} on {day}, the weather service told the agency. There will be "
        "{sky}, wind from the {wind} of {b} to {c} meters a second, at night {d} degrees. The pressure will be {e} "
        "millimeters of mercury. On the day before, {f} degrees were measured in {place}."
    ),
    (
        "A magnitude {a}.{b} earthquake was recorded {c} kilometers off the coast of {place} on {day}, the seismic "
        "service reported. The center lay at a depth of {d} kilometers. No damage or victims were reported. No tsunami "
        "warning was given. The service registers more than {e} earthquakes in the region every year."
    ),
    (
        "Air defense destroyed {a} drones over {place} in the night of {day}, the ministry said in a statement. The "
        "attack was repelled between {b}:10 and {c}:40. According to preliminary data nobody was hurt and nothing was "
        "damaged on the ground. Emergency services work at the places where fragments fell. {x} thanked the crews."
    ),
]


def _filled(frame: int, rng: random.Random, names: list[str]) -> str:
    values: dict[str, object] = {letter: rng.randrange(2, 98) for letter in "abcdefghijk"}
    for name in ("place", "team", "other", "third", "x", "y"):
        values[name] = rng.choice(names)
    values["day"] = rng.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    values["month"] = rng.choice(["January", "March", "May", "July", "October"])
    values["sky"] = rng.choice(["rain", "snow", "sun all day", "fog in the morning", "clouds"])
    values["wind"] = rng.choice(["north", "south", "east", "west", "north-west"])
    return FRAMES[frame].format_map(values)


def stream(seed: int = 1, scale: int = 1, language: str = "latin") -> list[Labelled]:
    """All articles in the order in which they are seen; a copy always after the first with its text."""
    rng = random.Random(f"stream:{seed}:{language}")
    spoken = LANGUAGES[language]
    writer = Writer(rng, spoken)
    number = iter(range(10_000, 10_000_000, 7))
    late: list[tuple[float, Labelled]] = []

    def dateline() -> str:
        return f"{rng.choice(spoken.names).upper()}, May {rng.randrange(1, 30)}. /{rng.choice(['NWA', 'XPA', 'LPA'])}/. "

    def add(kind: str, body: str, original: Labelled | None = None) -> Labelled:
        line = dateline() if rng.random() < 0.8 else ""
        article = Labelled(
            f"{rng.choice(SITES)}:{next(number)}",
            " ".join(writer.words(8)) if kind != "same_text" or not original else original.headline,
            line,
            line + body,
            kind,
            original.id if original else None,
        )
        time = rng.random() if original is None else 1 + rng.random()
        late.append((time, article))
        return article

    tails = [writer.text([writer.paragraph(2)]) for _ in SITES]  # what a site puts under everything

    for _ in range(40 * scale):  # copies
        story = writer.story()
        plain = writer.text(story)
        original = add("original", plain)
        long = writer.story(rng.choice([8, 10, 14]))
        first = add("original", writer.text(long))
        for kind, body, source in (
            ("same_text", plain, original),
            ("other_headline", plain, original),
            ("light_rewrite", writer.text(writer.rewritten(story, rng.uniform(0.03, 0.10))), original),
            ("other_tail", plain + "\n\n" + rng.choice(tails), original),
            ("cut", writer.text(writer.cut(long, 0.35, 0.8)), first),
            ("cut_and_rewritten", writer.text(writer.rewritten(writer.cut(long, 0.6, 0.9), 0.05)), first),
            ("new_lead", writer.text([writer.paragraph(2), *long]), first),
            ("sentence_added", writer.text([*long[:3], writer.paragraph(1), *long[3:-1]]), first),
        ):
            add(kind, body, source)

    for _ in range(40 * scale):  # different stories that share something
        quote, background = writer.paragraph(1), writer.paragraph(3)
        persons = rng.sample(spoken.names, 4)
        for _ in range(2):  # two stories on one event: the same quote, the same background, the same persons
            story = writer.story(rng.choice([4, 5, 6, 8]))
            story = [[spoken.space.join([rng.choice(persons), s]) for s in p] for p in story]
            add("one_event", writer.text([*story[:2], quote, *story[2:], background]))
        add("follow_up", writer.text([*writer.story(5), background, quote]))

    for site in range(4):  # short notices in the same long boilerplate
        boilerplate = writer.text([writer.paragraph(2), writer.paragraph(2)])
        for _ in range(30 * scale):
            notice = _notice(writer, rng, boilerplate)
            original = add("notice", notice)
            if rng.random() < 0.2 and site < 2:
                add("notice_copied", notice, original)

    for _ in range(
        3
    ):  # notices that begin with the same words, too: "The press service of the office said on Monday"
        formula = spoken.space.join(writer.words(8)).capitalize()
        boilerplate = writer.text([writer.paragraph(2), writer.paragraph(2)])
        for _ in range(20 * scale):
            news = writer.text([[formula + spoken.space + writer.sentence()]])
            original = add("notice_formula", news + "\n\n" + boilerplate)
            if rng.random() < 0.15:
                add("notice_copied", original.body.removeprefix(original.dateline), original)

    if language == "latin":
        for frame in range(len(FRAMES)):  # the same words, other figures and names
            for _ in range(25 * scale):
                text = _filled(frame, rng, spoken.names)
                original = add("template", text)
                if rng.random() < 0.15:
                    add("template_copied", text, original)

    for _ in range(200 * scale):
        add("unrelated", writer.text(writer.story()))
    late.sort(key=lambda pair: pair[0])
    return [article for _, article in late]


def pairs(articles: list[Labelled]) -> Iterator[tuple[Labelled, Labelled]]:
    """Each copy with its original."""
    by_id = {article.id: article for article in articles}
    for article in articles:
        if article.copy_of:
            yield by_id[article.copy_of], article
