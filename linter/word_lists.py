"""The words of a condition, and whether one of them stands in a stretch of text, directly before a place or directly after it.

Whole words and phrases; a word in lower case fits any case, one with a capital as it is written or in capitals; `*` stands for
any continuation. Single words, which most are, are looked up among those of the stretch; an expression is compiled only for a
phrase whose first word stands there.
"""

from __future__ import annotations

import re
from functools import cache

from linter.braces import expand_braces
from linter.folding import APOSTROPHES, HYPHENS

NAME = "<name>"
"""Stands in `before` and `after` for a capitalised word."""

_NUMBER = (
    r"(?:\d[\d,.]*|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|millions?|billions?|dozens?))"
)
_SPECIAL = ("<number>", NAME)
_BETWEEN_BEFORE = r"[\s\"“”'‘’«»(\[*_-]*\Z"
_BETWEEN_AFTER = r"(?:['’]s?(?!\w))?[\s\"“”'‘’«»)\]*_-]*"
_STEM_KEY = 3
"""Letters by which the stems of a list are told apart at first; shorter ones are odd."""

_TOKEN = re.compile(r"\w+")
_LAST_TOKEN = re.compile(rf"(\w+){_BETWEEN_BEFORE}")
_FIRST_TOKEN = re.compile(rf"{_BETWEEN_AFTER}(\w+)")


class WordList:
    """The words of one condition."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words: set[str] = set()
        self._names: set[str] = set()
        self._stems: dict[str, list[str]] = {}
        self._phrases: dict[str, list[str]] = {}
        self._odd: list[str] = []
        """What begins with no certain word: `<number>`, `*ed`, `call* him`."""
        for word in words:
            for text in (word,) if word in _SPECIAL else () if word.startswith("<") else expand_braces(word):
                self._add(text)

    def _add(self, text: str) -> None:
        stem, first = text.removesuffix("*"), _TOKEN.match(text)
        if first is None or (
            text.startswith("*", first.end()) and (stem != first[0] or len(stem) < _STEM_KEY or not stem.islower())
        ):
            self._odd.append(text)
        elif first[0] != stem:
            self._phrases.setdefault(first[0].lower(), []).append(text)
        elif stem != text:
            self._stems.setdefault(stem[:_STEM_KEY], []).append(stem)
        elif text == text.lower():
            self._words.add(text)
        else:
            self._names.update((text, text.upper()))

    def in_text(self, text: str, start: int, end: int) -> bool:
        """Does one of them stand in text[start:end]?"""
        tokens = set(_TOKEN.findall(text, start, end))
        lowers = {token.lower() for token in tokens}
        return (
            not self._names.isdisjoint(tokens)
            or not self._words.isdisjoint(lowers)
            or any(map(self._has_stem, lowers) if self._stems else ())
            or any(_anywhere(p).search(text, start, end) for first in self._phrases.keys() & lowers for p in self._phrases[first])
            or any(_anywhere(odd).search(text, start, end) for odd in self._odd)
        )

    def at_end(self, text: str) -> bool:
        """Does one of them end the text, but for opening marks after it?"""
        token = _LAST_TOKEN.search(text)
        return (token is not None and self._is(token[1])) or any(
            _at_end(phrase).search(text) for phrase in self._phrases_in(text)
        )

    def at_start(self, text: str) -> bool:
        """Does one of them begin the text, but for a possessive and closing marks before it?"""
        token = _FIRST_TOKEN.match(text)
        return (token is not None and self._is(token[1])) or any(
            _at_start(phrase).match(text) for phrase in self._phrases_in(text)
        )

    def _is(self, token: str) -> bool:
        lower = token.lower()
        return token in self._names or lower in self._words or self._has_stem(lower)

    def _has_stem(self, lower: str) -> bool:
        return any(map(lower.startswith, self._stems.get(lower[:_STEM_KEY], ())))

    def _phrases_in(self, text: str) -> list[str]:
        """The phrases whose first word stands in the text, and what is odd."""
        if not self._phrases:
            return self._odd
        found = self._phrases.keys() & set(_TOKEN.findall(text.lower()))
        return [phrase for first in found for phrase in self._phrases[first]] + self._odd


@cache
def word_list(words: tuple[str, ...]) -> WordList:
    """The list of a condition's words, which is made once."""
    return WordList(words)


@cache
def _anywhere(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_expression(text)})(?!\w)")


@cache
def _at_end(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_expression(text)}){_BETWEEN_BEFORE}")


@cache
def _at_start(text: str) -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN_AFTER}(?:{_expression(text)})(?!\w)")


@cache
def _capitals() -> str:
    """The capitals of the Latin, Greek and Cyrillic scripts, as a set of an expression; `re` has no class for them."""
    return "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())


def _expression(text: str) -> str:
    if text in _SPECIAL:
        return rf"[{_capitals()}]\w+" if text == NAME else _NUMBER
    expression = "".join(map(_character, text))
    if text == text.lower():
        return f"(?i:{expression})"
    return f"{expression}|{''.join(map(_character, text.upper()))}"


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
