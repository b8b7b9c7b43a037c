"""Articles with planted terms: paragraphs of sentences from templates, now and then one that carries a term in a known form.

Half of the articles have typographic quotation marks, half are wrapped. What is planted are terms in forms that have to be
found, and lookalikes that must not be.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle

from bench import vocabulary as v

FOUND: tuple[str, ...] = (
    "plain",
    "sentence-start",
    "title",
    "upper",
    "possessive",
    "wrapped",
    "no-break-space",
    "two-blanks",
    "soft-hyphen",
)
FOUND += ("plural", "emphasis")
NOT_FOUND = ("inside-word", "url", "code")
_OF_PHRASES = ("wrapped", "no-break-space", "two-blanks", "emphasis")
_WEIGHTS = (40, 10, 8, 5, 5, 8, 3, 3, 2, 4, 3, 3, 3, 3)

_SENTENCES = """The {adj} {noun} {past} the {noun} in {place} on {day}.
A {adj} {noun} was {past} near the {adj} {nouns} of {place}.
{first} {last} {adv} {past} the {nouns} and the {adj} {noun}.
More than {n} {nouns} were {past} in {place} since the {adj} {noun}.
The {nouns} will {verb} the {adj} {noun} before the end of the {noun}.
“We {verb} the {nouns} {adv},” said {first} {last}, who works at the {noun}.
In {place}, the {noun} of the {adj} {noun} has {past} {n} {nouns}.
It was the {adj} {noun}’s turn to {verb} the {nouns}.
{last} had {past} the {noun}, and the {adj} {nouns} were {adv} {past}.
“The {adj} {noun} is ours to {verb},” {last} told the {noun} in {place}.
The {noun} opens in {place} at {n} and closes when the {adj} {nouns} leave.
Two {adj} {nouns} from {place} {past} a {noun}, a {noun} and {n} {nouns}.
There was no {adj} {noun} in the {noun}, so the {nouns} had to {verb} it.
For {n} days the {nouns} of {place} have {past} each {adj} {noun}.
It costs {n} to {verb} a {noun} like that, and the {adj} {noun} isn’t done.
The {noun} between {place} and {place} was {adv} {past} to the {adj} {nouns}.
When the {nouns} {past} the {noun}, {first} {last} of {place} {past} it {adv}.
Each {noun} has a {adj} {noun} that the {nouns} can {verb}."""

_CARRIERS = """Nobody at the meeting defended the {} in public.
The town has never lived with the {} for a whole year.
In the end the {} was put off until the spring.
Most of the street had heard of the {} by then.
The papers on the table were about the {} and its price."""
_AT_START = """{} plans were put off until the spring.
{} costs have fallen since the summer."""
_LOOKALIKES = {
    "inside-word": "The mega{}ism of those years is over.",
    "url": "The list is at https://example.org/{}/index.html for all to see.",
    "code": "The entry is {} in the table.",
}
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_STRETCH = 50_021
"""How many words of a kind are drawn at once; a prime, so that the stretches of two kinds never fall into step."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; with `kind`, a planted one."""

    text: str
    kind: str = ""


@dataclass(slots=True)
class Article:
    number: int
    title: str
    paragraphs: list[list[Piece]] = field(default_factory=list)

    @property
    def is_typographic(self) -> bool:
        return self.number % 2 == 0

    @property
    def is_wrapped(self) -> bool:
        return self.number % 4 < 2


class Newsroom:
    """Writes articles one after the other. `every`: one planted sentence in so many words."""

    def __init__(self, seed: int, every: int) -> None:
        self._random = random.Random(seed)
        self._every = every
        self._words_to_plant = every // 2
        self._singles, self._phrases = planted_terms()
        self._templates = [_compiled(line) for line in _SENTENCES.splitlines()]
        draw = self._drawn
        self._words: dict[str, Callable[[], str]] = {
            "noun": draw(v.NOUNS),
            "nouns": draw([v.plural(noun) for noun in v.NOUNS]),
            "verb": draw(v.VERBS),
            "past": draw([v.past(verb) for verb in v.VERBS]),
            "adj": draw(v.ADJECTIVES),
            "adv": draw(v.ADVERBS),
            "first": draw(v.FIRST_NAMES),
            "last": draw(v.SURNAMES),
            "place": draw(v.PLACES),
            "day": draw(_DAYS),
            "n": draw([str(n) for n in (12, 40, 3, 150, 7, 25, 1200, 64, 18, 300, 95, 2500, 31, 480)]),
        }

    def _drawn(self, words: list[str]) -> Callable[[], str]:
        return cycle(v.by_frequency(self._random, words, _STRETCH)).__next__

    def write(self, number: int, size: int) -> Article:
        """An article of about `size` bytes."""
        title = f"{self._words['first']()} {self._words['last']()} and the {self._words['noun']()} of {self._words['place']()}"
        article = Article(number, title)
        written = len(title)
        while written < size:
            paragraph: list[Piece] = []
            for _ in range(self._random.randint(3, 6)):
                sentence = self._sentence(article.is_typographic)
                written += len(sentence) + 1
                paragraph.append(Piece(sentence + " "))
                self._words_to_plant -= sentence.count(" ") + 1
                if self._words_to_plant <= 0:
                    self._words_to_plant += self._every
                    paragraph += self._planted(article)
            paragraph[-1] = Piece(paragraph[-1].text.rstrip())
            article.paragraphs.append(paragraph)
        return article

    def _sentence(self, is_typographic: bool) -> str:
        template, slots = self._random.choice(self._templates)
        sentence = template % tuple(self._words[slot]() for slot in slots)
        return sentence if is_typographic else sentence.replace("“", '"').replace("”", '"').replace("’", "'")

    def _planted(self, article: Article) -> list[Piece]:
        kind = self._random.choices((*FOUND, *NOT_FOUND), _WEIGHTS)[0]
        if kind == "wrapped" and not article.is_wrapped:
            kind = "plain"
        term = self._random.choice(self._phrases if kind in _OF_PHRASES else self._singles + self._phrases)
        if kind in ("inside-word", "url"):
            term = self._random.choice(self._singles)
        carrier = _LOOKALIKES.get(kind) or self._random.choice(
            (_AT_START if kind == "sentence-start" else _CARRIERS).splitlines()
        )
        before, after = carrier.split("{}")
        if kind == "possessive":
            before, after = "Nobody had foreseen the ", "’s price." if article.is_typographic else "'s price."
        return [Piece(before), Piece(_form(term, kind), kind), Piece(after + " ")]


def _compiled(line: str) -> tuple[str, list[str]]:
    slots: list[str] = []
    template = ""
    for part in line.split("{"):
        slot, closed, rest = part.partition("}")
        if closed:
            slots.append(slot)
            template += "%s" + rest
        else:
            template += part
    return template, slots


def planted_terms() -> tuple[list[str], list[str]]:
    """Forty single words and sixty phrases of two to four."""
    firsts, lasts = v.PLANTED_FIRST, v.PLANTED_LAST
    two = [f"{first} {lasts[(i + shift) % 10]}" for shift in range(4) for i, first in enumerate(firsts)]
    three = [f"{first} {firsts[(i + 3) % 10]} {lasts[(i + 5) % 10]}" for i, first in enumerate(firsts)]
    four = [f"{first} {firsts[(i + 4) % 10]} {firsts[(i + 7) % 10]} {lasts[(i + 8) % 10]}" for i, first in enumerate(firsts)]
    return list(v.PLANTED_SINGLE), two + three + four


def _form(term: str, kind: str) -> str:
    if kind == "sentence-start":
        return term[0].upper() + term[1:]
    if kind == "title":
        return term.title()
    if kind == "upper":
        return term.upper()
    if kind == "soft-hyphen":
        return term[:3] + "\u00ad" + term[3:]
    if kind == "plural":
        return term + "s"
    blank = {"wrapped": "\n", "no-break-space": "\u00a0", "two-blanks": "  "}.get(kind)
    return term.replace(" ", blank, 1) if blank else term
