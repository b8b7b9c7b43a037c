"""Makes the corpus: articles in plain text, Markdown and HTML with planted terms, a manifest of them, and lexicons.

    python -m bench.make_corpus --files 10000 --size 5000 --to FOLDER

The same arguments make the same bytes. An article is paragraphs of sentences from templates; half of the articles have
typographic quotation marks, half are wrapped at 76 characters. Now and then a sentence carries a planted term in a known
form, or something that only looks like one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

from bench import vocabulary as v

FORMATS = {"text": "txt", "markdown": "md", "html": "html"}
LEXICON_SIZES = (100, 1_000, 10_000, 50_000)

FOUND = ("plain", "sentence-start", "title", "upper", "possessive", "wrapped", "no-break-space", "two-blanks", "soft-hyphen")
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
_WIDTH = 76
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


def as_text(article: Article) -> Iterator[Piece]:
    yield Piece(article.title)
    for paragraph in article.paragraphs:
        yield Piece("\n\n")
        yield from _wrapped(article, [_without_markup(piece) for piece in paragraph])
    yield Piece("\n")


def as_markdown(article: Article) -> Iterator[Piece]:
    yield Piece(f"# {article.title}")
    for number, paragraph in enumerate(article.paragraphs):
        yield Piece(f"\n\n## Part {number}\n\n" if number % 5 == 4 else "\n\n")
        lead = [Piece("**Our own report.** ")] if number == 0 else []
        yield from _wrapped(article, lead + [_marked_up(piece, "**{}**", "`{}`") for piece in paragraph])
    yield Piece("\n")


def as_html(article: Article) -> Iterator[Piece]:
    yield Piece(f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{article.title}</title></head>\n<body>\n')
    yield Piece(f'<nav><a href="/">Front page</a> <a href="/town">Town</a></nav>\n<article>\n<h1>{article.title}</h1>\n')
    for paragraph in article.paragraphs:
        yield Piece('<p class="text">')
        for piece in _wrapped(article, [_marked_up(piece, "<em>{}</em>", "<code>{}</code>") for piece in paragraph]):
            text = piece.text
            if article.is_typographic:
                text = text.replace("’", "&rsquo;").replace("\u00a0", "&nbsp;").replace("\u00ad", "&shy;")
            yield Piece(text, piece.kind)
        yield Piece("</p>\n")
    yield Piece("</article>\n</body>\n</html>\n")


def _without_markup(piece: Piece) -> Piece:
    return Piece("empty") if piece.kind == "code" else Piece(piece.text, "plain" if piece.kind == "emphasis" else piece.kind)


def _marked_up(piece: Piece, emphasis: str, code: str) -> Piece:
    if piece.kind == "emphasis":
        first, _, rest = piece.text.partition(" ")
        return Piece(f"{first} {emphasis.format(rest.split()[0])}{rest[len(rest.split()[0]) :]}", piece.kind)
    return Piece(code.format(piece.text), piece.kind) if piece.kind == "code" else piece


def _wrapped(article: Article, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with some blanks turned into line ends. No planted piece is broken but those that are meant to be."""
    if not article.is_wrapped:
        yield from pieces
        return
    column = 0
    for piece in pieces:
        if piece.kind:
            newline = piece.text.rfind("\n")
            column = len(piece.text) - newline - 1 if newline >= 0 else column + len(piece.text)
            yield piece
            continue
        text, done = piece.text, 0
        while column + len(text) - done > _WIDTH:
            end = text.rfind(" ", done, max(done, done + _WIDTH - column) + 1)
            end = end if end >= 0 else text.find(" ", done)
            if end < 0 or end >= len(text) - 1:
                break
            text = text[:end] + "\n" + text[end + 1 :]
            done, column = end + 1, 0
        column += len(text) - done
        yield Piece(text)


RENDERERS: dict[str, Callable[[Article], Iterator[Piece]]] = {"text": as_text, "markdown": as_markdown, "html": as_html}


def make_articles(folder: str, *, files: int, size: int, every: int, seed: int, formats: tuple[str, ...]) -> None:
    """Writes `folder`/FORMAT/NNN/NNNNN.SUFFIX and `folder`/FORMAT.tsv: file, kind, and code points [start, end)."""
    newsroom = Newsroom(seed, every)
    manifests = {name: open(os.path.join(folder, f"{name}.tsv"), "w", encoding="utf-8", newline="\n") for name in formats}
    for number in range(files):
        article = newsroom.write(number, size)
        for name, manifest in manifests.items():
            path = os.path.join(f"{number // 100:03}", f"{number:05}.{FORMATS[name]}")
            text, length = [], 0
            for piece in RENDERERS[name](article):
                if piece.kind:
                    manifest.write(f"{path}\t{piece.kind}\t{length}\t{length + len(piece.text)}\n")
                text.append(piece.text)
                length += len(piece.text)
            where = os.path.join(folder, name, path)
            if number % 100 == 0:
                os.makedirs(os.path.dirname(where), exist_ok=True)
            with open(where, "wb") as file:
                file.write("".join(text).encode())
    for manifest in manifests.values():
        manifest.close()


def make_lexicons(folder: str) -> None:
    """Writes `folder`/lexicon-N.yaml: the planted terms first, then random phrases that hardly occur."""
    singles, phrases = planted_terms()
    planted = singles + phrases
    filler = v.phrases(1, max(LEXICON_SIZES) - len(planted))
    for number in LEXICON_SIZES:
        lines = ["category: bench", "title: Terms of the benchmark", "description: Planted terms, and others.", "concepts:"]
        for index, term in enumerate(planted):
            lines += (
                f"  - id: planted-{index:03}",
                "    terms:",
                f"      - {{text: proper wording number {index}, status: preferred}}",
                f"      - {{text: {term}, status: deprecated, pos: noun}}",
            )
        rest = filler[: number - len(planted)]
        if rest:
            lines.append("prefer:")
            for start in range(0, len(rest), 10):
                lines.append(f"  other wording number {start // 10}: [{', '.join(rest[start : start + 10])}]")
        with open(os.path.join(folder, f"lexicon-{number}.yaml"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=5_000, help="bytes of an article, about")
    parser.add_argument("--every", type=int, default=3_000, help="one planted sentence in so many words")
    parser.add_argument("--seed", type=int, default=20_261_121)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--to", required=True, metavar="FOLDER")
    options = parser.parse_args()
    made_with = json.dumps({key: value for key, value in vars(options).items() if key != "to"})
    stamp = os.path.join(options.to, "made-with.json")
    if os.path.exists(stamp) and open(stamp).read() == made_with:
        return
    os.makedirs(options.to, exist_ok=True)
    formats = tuple(options.formats.split(","))
    make_articles(options.to, files=options.files, size=options.size, every=options.every, seed=options.seed, formats=formats)
    make_lexicons(options.to)
    with open(stamp, "w") as file:
        file.write(made_with)
    sys.stderr.write(f"{options.files:,} articles of about {options.size:,} bytes, in {', '.join(formats)}\n")


if __name__ == "__main__":
    main()
