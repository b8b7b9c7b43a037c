"""The words of a condition, and whether one of them stands in a stretch of text, directly before a place or directly after it.

Whole words and phrases; a word in lower case fits any case, one with a capital as it is written or in capitals; `*` stands for
any continuation. Single words, which most are, are looked up among those of the stretch; an expression is compiled only for a
phrase whose first word stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

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
_OPENING = "\"“”'‘’«»([*_-"
_BETWEEN_BEFORE = rf"[\s{re.escape(_OPENING)}]*\Z"
_BETWEEN_AFTER = r"(?:['’]s?(?!\w))?[\s\"“”'‘’«»)\]*_-]*"
_STEM_KEY = 3
"""Letters by which the stems of a list are told apart at first; shorter ones are odd."""

_TOKEN = re.compile(r"\w+")
_NOT_LAST = _OPENING + "".join(c for c in map(chr, range(0x3001)) if c.isspace())
_FIRST_TOKEN = re.compile(rf"{_BETWEEN_AFTER}(\w+)")


class WordList:
    """The words of one condition."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words: set[str] = set()
        self._names: set[str] = set()
        self._stems: dict[str, list[str]] = {}
        self._name_stems: dict[str, list[str]] = {}
        """Both by their first letters; those of names as they are written and in capitals."""
        self._phrases: dict[str, list[str]] = {}
        """By their first words, in lower case."""
        self._endings: dict[str, list[str]] = {}
        """The same by their last words; under an empty one those that end in no certain word."""
        self._odd: list[tuple[str, str]] = []
        """What begins with no certain word: `<number>`, `*ed`, `(now`; before it a character without which it cannot stand."""
        for word in words:
            for text in (word,) if word in _SPECIAL else () if word.startswith("<") else expand_braces(word):
                self._add(text)

    def _add(self, text: str) -> None:
        first = _TOKEN.match(text)
        word = first[0] if first else ""
        is_open = text.startswith("*", len(word))
        if not word or (is_open and (len(text) > len(word) + 1 or len(word) < _STEM_KEY)):
            self._odd.append((_sure_sign(text), text))
        elif is_open and word == word.lower():
            self._stems.setdefault(word[:_STEM_KEY], []).append(word)
        elif is_open:
            for stem in (word, word.upper()):
                self._name_stems.setdefault(stem[:_STEM_KEY], []).append(stem)
        elif word != text:
            self._phrases.setdefault(word.lower(), []).append(text)
            self._endings.setdefault(_last_token(text).lower(), []).append(text)
        elif text == text.lower():
            self._words.add(text)
        else:
            self._names.update((text, text.upper()))

    def in_text(self, text: str, start: int, end: int) -> bool:
        """Does one of them stand in text[start:end]?"""
        tokens, lowers = _words_in(text, start, end)
        return (
            not self._names.isdisjoint(tokens)
            or not self._words.isdisjoint(lowers)
            or _any_begins(self._stems, lowers)
            or _any_begins(self._name_stems, tokens)
            or any(_anywhere(p).search(text, start, end) for first in self._phrases.keys() & lowers for p in self._phrases[first])
            or any(text.find(sign, start, end) >= 0 and _anywhere(odd).search(text, start, end) for sign, odd in self._odd)
        )

    def at_end(self, text: str) -> bool:
        """Does one of them end the text, but for opening marks after it?"""
        token = _last_token(text.rstrip(_NOT_LAST))
        if token and self._is(token):
            return True
        phrases = [*self._endings.get(token.lower(), ()), *self._endings.get("", ())] if self._endings else ()
        return any(_at_end(phrase).search(text) for phrase in (*phrases, *self._odd_in(text)))

    def at_start(self, text: str) -> bool:
        """Does one of them begin the text, but for a possessive and closing marks before it?"""
        found = _FIRST_TOKEN.match(text)
        if found and self._is(found[1]):
            return True
        phrases = self._phrases.get(found[1].lower(), ()) if found else ()
        return any(_at_start(phrase).match(text) for phrase in (*phrases, *self._odd_in(text)))

    def _odd_in(self, text: str) -> Iterator[str]:
        return (odd for sign, odd in self._odd if sign in text)

    def _is(self, token: str) -> bool:
        lower = token.lower()
        return token in self._names or lower in self._words or _begins(self._stems, lower) or _begins(self._name_stems, token)


def _sure_sign(text: str) -> str:
    """The sign that the text begins with, if it stands for itself alone; else nothing."""
    first = text[:1]
    return "" if first.isalnum() or first in f"_*< {HYPHENS}{APOSTROPHES}" else first


def _begins(stems: Mapping[str, Sequence[str]], word: str) -> bool:
    return any(map(word.startswith, stems.get(word[:_STEM_KEY], ())))


def _any_begins(stems: Mapping[str, Sequence[str]], words: frozenset[str]) -> bool:
    """Does one of the words begin as one of the stems?"""
    if not stems:
        return False
    keys = stems.keys() & {word[:_STEM_KEY] for word in words}
    return bool(keys) and any(_begins(stems, word) for word in words)


@lru_cache(maxsize=8)
def _words_in(text: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a stretch, as written and in lower case; several conditions in turn ask about the same one."""
    tokens = _TOKEN.findall(text, start, end)
    return frozenset(tokens), frozenset("\n".join(tokens).lower().split("\n"))


def _last_token(text: str) -> str:
    """The word that the text ends in; empty where it ends in something else."""
    word = text[text.rfind(" ") + 1 :]
    if word.isalnum():
        return word
    return _TOKEN.findall(word)[-1] if word and (word[-1].isalnum() or word[-1] == "_") else ""


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
