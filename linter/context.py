"""The words around a place in a text: its sentence, its paragraph, the words on either side, and what is looked for there."""

from __future__ import annotations

import re
from functools import cache

from linter.braces import expand_braces
from linter.document import Document
from linter.folding import APOSTROPHES, HYPHENS
from linter.spans import Span

SENTENCE_LIMIT = 1_000
"""Code points on either side of a place within which its sentence is looked for."""

_USUAL_SENTENCE = 250
"""Code points within which the beginning of most sentences is found, so that no more has to be searched."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])|[;:]\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|sen|rep|gov|gen|lt|col|sgt|capt|prof|rev|jr|sr|no|vs|etc|jan|feb|mar|apr|aug|sept?|oct|nov|dec)"
    r"|(?:\b[a-z]\.)*\b[a-z])\.$",
    re.IGNORECASE,
)
_BETWEEN_BEFORE = r"[\s\"“”'‘’«»(\[*_-]*$"
_BETWEEN_AFTER = r"(?:['’]s?(?!\w))?[\s\"“”'‘’«»)\]*_-]*"
_CAPITALS = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())
"""The capitals of the Latin, Greek and Cyrillic scripts, as a set of an expression; `re` has no class for them."""
NAME = "<name>"
"""Stands in `before` and `after` for a capitalised word."""
_SPECIAL = {
    "<number>": r"(?:\d[\d,.]*|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|millions?|billions?|dozens?))",
    NAME: rf"[{_CAPITALS}]\w+",
}


class Context:
    """What stands around one span of a document's text. Every part is found when it is first asked for."""

    def __init__(self, document: Document, span: Span) -> None:
        self.text = document.text
        self.span = span
        self._document = document
        self._block: Span | None = None
        self._sentence: Span | None = None

    @property
    def block(self) -> Span:
        if self._block is None:
            self._block = self._document.block_at(self.span.start)
        return self._block

    @property
    def sentence(self) -> Span:
        """The span of the sentence in the text, as far as full stops and capitals tell."""
        if self._sentence is None:
            self._sentence = self._find_sentence()
        return self._sentence

    @property
    def clause(self) -> Span:
        """The part of the sentence between semicolons in which the span stands."""
        sentence = self.sentence
        start = self.text.rfind(";", sentence.start, self.span.start) + 1
        end = self.text.find(";", self.span.end, sentence.end)
        return Span(start or sentence.start, end if end >= 0 else sentence.end)

    @property
    def starts_sentence(self) -> bool:
        """Does the span stand at the start of its sentence, but for opening marks?"""
        before = self.text[self.sentence.start : self.span.start]
        return len(before) < 40 and not re.search(r"\w", before)

    def words_around(self, count: int) -> tuple[Span, Span]:
        """The stretches of `count` words before and after the span, inside the block."""
        before = self.text[max(self.block.start, self.span.start - count * 20) : self.span.start]
        words = [match.start() for match in re.finditer(r"\w[\w'’.-]*", before)]
        start = self.span.start - len(before) + (words[-count] if len(words) >= count else 0)
        after = self.text[self.span.end : min(self.block.end, self.span.end + count * 20)]
        ends = [match.end() for match in re.finditer(r"\w[\w'’.-]*", after)]
        end = self.span.end + (ends[count - 1] if len(ends) >= count else len(after))
        return Span(start, self.span.start), Span(self.span.end, end)

    def has_near(self, words: tuple[str, ...], within: str) -> bool:
        """Does one of the words stand within the given reach, outside the span itself?"""
        if within == "document":
            pattern = word_pattern(words)
            return bool(pattern.search(self.text, 0, self.span.start) or pattern.search(self.text, self.span.end))
        if within == "paragraph":
            stretches: tuple[Span, Span] = Span(self.block.start, self.span.start), Span(self.span.end, self.block.end)
        elif within == "sentence":
            stretches = Span(self.clause.start, self.span.start), Span(self.span.end, self.clause.end)
        else:
            stretches = self.words_around(int(within))
        return any(
            _may_stand_in(words, self.text[part.start : part.end]) and word_pattern(words).search(self.text, part.start, part.end)
            for part in stretches
        )

    def has_before(self, words: tuple[str, ...]) -> bool:
        """Does one of the words stand directly before the span?"""
        if "<start>" in words and self.starts_sentence:
            return True
        before = self.text[max(self.block.start, self.span.start - 80) : self.span.start]
        return _may_stand_in(words, before) and bool(_pattern_before(words).search(before))

    def has_after(self, words: tuple[str, ...]) -> bool:
        """Does one of the words stand directly after the span?"""
        rest = self.text[self.span.end : min(self.block.end, self.span.end + 80)]
        if "<end>" in words and re.match(r"[\"'”’»)\]]*(?:[.!?…]|$)", rest):
            return True
        return _may_stand_in(words, rest) and bool(_pattern_after(words).match(rest))

    def _find_sentence(self) -> Span:
        low = max(self.block.start, self.span.start - SENTENCE_LIMIT)
        high = min(self.block.end, self.span.end + SENTENCE_LIMIT)
        start = self._sentence_start(low, max(low, self.span.start - _USUAL_SENTENCE))
        for end in _SENTENCE_END.finditer(self.text, self.span.end, high):
            if not _ABBREVIATION.search(self.text, max(low, end.start() - 8), end.start() + 1):
                return Span(start, end.start() + 1)
        return Span(start, high)

    def _sentence_start(self, low: int, nearer: int) -> int:
        """Where the last sentence that begins at `nearer` or later begins, else the last from `low` on, else `low`."""
        start = low
        # One character past the start: the capital that shows a full stop to be the end of a sentence may be the span's own.
        for end in _SENTENCE_END.finditer(self.text, nearer, self.span.start + 1):
            if end.end() <= self.span.start and not _ABBREVIATION.search(self.text, max(low, end.start() - 8), end.start() + 1):
                start = end.end()
        return start if start > low or nearer == low else self._sentence_start(low, low)


def _may_stand_in(words: tuple[str, ...], stretch: str) -> bool:
    """Could one of the words stand in the stretch? Plain searches, as most words of most conditions are never near: an
    expression is compiled only for a stretch in which it may find something."""
    beginnings = _beginnings(words)
    if beginnings is None:
        return True
    stretch = stretch.lower()
    return any(beginning in stretch for beginning in beginnings)


@cache
def _beginnings(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """What each of the words begins with, in lower case; None where one of them has no letters of its own."""
    found: dict[str, None] = {}
    for word in words:
        if word in _SPECIAL:
            return None
        for text in () if word.startswith("<") else expand_braces(word):
            letters = re.match(r"\w+", text)
            if letters is None:
                return None
            found[letters.group().lower()] = None
    return tuple(found)


@cache
def word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for words and phrases of a condition: whole words, case rule smart, `*` for any continuation."""
    return re.compile(rf"(?<![\w])(?:{_alternatives(words)})(?!\w)")


@cache
def _pattern_before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{_alternatives(words)}){_BETWEEN_BEFORE}")


@cache
def _pattern_after(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN_AFTER}(?:{_alternatives(words)})(?!\w)")


def _alternatives(words: tuple[str, ...]) -> str:
    alternatives = [_SPECIAL[word] for word in words if word in _SPECIAL]
    for word in words:
        if not word.startswith("<"):
            alternatives += [_expression(text) for text in expand_braces(word)]
    return "|".join(alternatives) or r"(?!)"


def _expression(text: str) -> str:
    expression = "".join(_character(character) for character in text)
    if not any(c.isupper() for c in text):
        return f"(?i:{expression})"
    capitals = "".join(_character(character.upper()) for character in text)
    return f"{expression}|{capitals}"


def _character(character: str) -> str:
    if character == "*":
        return r"\w*"
    if character == " ":
        return r"\s+"
    if character in HYPHENS:
        return f"[{re.escape(HYPHENS)}]"
    if character in APOSTROPHES:
        return f"[{re.escape(APOSTROPHES)}]"
    return re.escape(character)
