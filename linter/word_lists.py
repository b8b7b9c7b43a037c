"""The words of a condition, and whether one of them stands in a stretch of text, directly before a place or directly after it.

Whole words and phrases; a word in lower case fits any case, one with a capital as it is written or in capitals; `*` stands for
any continuation. Single words, which most are, are looked up among those of the stretch; an expression is compiled only for a
phrase that may stand there, as what is sure of it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from linter.braces import expand_braces
from linter.folding import APOSTROPHES, BLANKS, HYPHENS
from linter.named_tuples import NamedTuple
from linter.spans import Span

NAME = "<name>"
"""Stands in `before` and `after` for a capitalised word."""

_NUMBER = (
    r"(?:\d[\d,.]*|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|millions?|billions?|dozens?))"
)
_A_NUMBER = "<number>"
_OPENING = "\"“”'‘’«»([*_-"
_BETWEEN_BEFORE = rf"[\s{re.escape(_OPENING)}]*\Z"
_BETWEEN_AFTER = r"(?:['’]s?(?!\w))?[\s\"“”'‘’«»)\]*_-]*"
_STEM_KEY = 3
"""Letters by which the stems of a list are told apart at first; shorter ones are odd."""

_TOKEN = re.compile(r"\w+")
_SPACES = " \t\n\r\v\f\x1c\x1d\x1e\x1f" + BLANKS
_NOT_LAST = _OPENING + _SPACES
_NOT_FIRST = "\"“”'‘’«»)]*_-" + _SPACES
_PLAIN = [(hyphen, "-") for hyphen in HYPHENS[1:]] + [(apostrophe, "'") for apostrophe in APOSTROPHES[1:]]
_LAST_CAPITAL = "\u0530"
"""Before it stand the Latin, Greek and Cyrillic scripts, whose capitals count as such."""


class _Phrase(NamedTuple):
    """What only an expression finds. `sure`: what has to stand in a plain text in lower case, or it cannot stand there."""

    text: str
    sure: str


class WordList:
    """The words of one condition."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words: set[str] = set()
        self._names: set[str] = set()
        self._stems: dict[str, list[str]] = {}
        self._name_stems: dict[str, list[str]] = {}
        """Both by their first letters; those of names as they are written and in capitals."""
        self._phrases: dict[str, list[_Phrase]] = {}
        """By their first words, in lower case."""
        self._endings: dict[str, list[_Phrase]] = {}
        """The same by their last words; under an empty one those that end in no certain word."""
        self._odd: list[_Phrase] = []
        """What begins with no certain word: `<number>`, `*ed`, `(now`."""
        self._has_name = NAME in words
        for word in words:
            if word.isalnum() and word.islower():
                self._words.add(word)
            elif not word.startswith("<"):
                for text in expand_braces(word):
                    self._add(text)
            elif word == _A_NUMBER:
                self._odd.append(_Phrase(word, ""))

    def _add(self, text: str) -> None:
        word = text.removesuffix("*")
        if not word.isalnum() or (word != text and len(word) < _STEM_KEY):
            self._add_phrase(text)
        elif word == text and text == text.lower():
            self._words.add(text)
        elif word == text:
            self._names.update((text, text.upper()))
        elif word == word.lower():
            self._stems.setdefault(word[:_STEM_KEY], []).append(word)
        else:
            for stem in (word, word.upper()):
                self._name_stems.setdefault(stem[:_STEM_KEY], []).append(stem)

    def _add_phrase(self, text: str) -> None:
        phrase = _Phrase(text, max(_plain(text).split("*"), key=len).strip())
        first = _TOKEN.match(text)
        if first is None or text.startswith("*", first.end()):
            self._odd.append(phrase)
        else:
            self._phrases.setdefault(first[0].lower(), []).append(phrase)
            self._endings.setdefault(_last_token(text).lower(), []).append(phrase)

    def in_text(self, text: str, stretches: tuple[Span, ...]) -> bool:
        """Does one of them stand in one of the stretches of the text?"""
        words = _words_in(text, stretches)
        return self._is_among(words) or any(
            _anywhere(phrase.text).search(text, start, end)
            for phrase in self._phrases_in(text, stretches, words)
            for start, end in stretches
        )

    def beside(self, text: str, span: Span) -> bool:
        """Does one of them stand in the text, before the span or after it?"""
        extent = _extent(self, text)
        return extent is not None and (extent.first_end <= span.start or extent.last_start >= span.end)

    def at_end(self, text: str) -> bool:
        """Does one of them end the text, but for opening marks after it?"""
        token = _last_token(text.rstrip(_NOT_LAST))
        if token and self._is(token):
            return True
        if not self._endings and not self._odd:
            return False
        phrases = (*self._endings.get(token.lower(), ()), *self._endings.get("", ()), *self._odd)
        return any(_at_end(phrase.text).search(text) for phrase in _possible(phrases, text))

    def at_start(self, text: str) -> bool:
        """Does one of them begin the text, but for a possessive and closing marks before it?"""
        token = _first_token(text)
        if token and self._is(token):
            return True
        if not self._phrases and not self._odd:
            return False
        phrases = (*self._phrases.get(token.lower(), ()), *self._odd)
        return any(_at_start(phrase.text).match(text) for phrase in _possible(phrases, text))

    def places_in(self, text: str) -> Iterator[Span]:
        """Where they stand in a text; in no certain order."""
        words = _words_of(text)
        found = [_word(re.escape(token)) for token in words.tokens if self._is(token)] if self._is_among(words) else []
        found += [_anywhere(phrase.text) for phrase in self._phrases_in(text, (Span(0, len(text)),), words)]
        for expression in found:
            yield from (Span(*match.span()) for match in expression.finditer(text))

    def _phrases_in(self, text: str, stretches: Sequence[Span], words: _Words) -> Iterable[_Phrase]:
        """Those that may stand in the stretches, which have these words."""
        begun = [p for first in self._phrases.keys() & words.lowers for p in self._phrases[first]] if self._phrases else []
        if not begun and not self._odd:
            return ()
        return _possible((*begun, *self._odd), "\n".join([text[start:end] for start, end in stretches]))

    def _is_among(self, words: _Words) -> bool:
        """Is one of the words one of these, but for phrases?"""
        return (
            not self._words.isdisjoint(words.lowers)
            or not self._names.isdisjoint(words.tokens)
            or (bool(self._stems) and _any_begins(self._stems, words.lowers))
            or (bool(self._name_stems) and _any_begins(self._name_stems, words.tokens))
            or (self._has_name and any(map(_is_name, words.tokens)))
        )

    def _is(self, token: str) -> bool:
        lower = token.lower()
        return (
            lower in self._words
            or token in self._names
            or _begins(self._stems, lower)
            or _begins(self._name_stems, token)
            or (self._has_name and _is_name(token))
        )


def _plain(text: str) -> str:
    """The text in lower case, with one kind of hyphen, apostrophe and white space."""
    if not text.isascii() or "`" in text:
        for character, plain in _PLAIN:
            if character in text:  # in a long text this takes less than `str.translate`
                text = text.replace(character, plain)
    return " ".join(text.split()).lower()


def _possible(phrases: Sequence[_Phrase], text: str) -> Iterator[_Phrase]:
    """Those for which it is worth to compile an expression, as what is sure of them stands in the text."""
    plain = _plain(text) if phrases else ""
    return (phrase for phrase in phrases if phrase.sure in plain)


def _is_name(token: str) -> bool:
    return len(token) > 1 and token[0] < _LAST_CAPITAL and token[0].isupper()


def _begins(stems: Mapping[str, Sequence[str]], word: str) -> bool:
    return any(map(word.startswith, stems.get(word[:_STEM_KEY], ())))


def _any_begins(stems: Mapping[str, Sequence[str]], words: frozenset[str]) -> bool:
    """Does one of the words begin as one of the stems?"""
    return any(_begins(stems, word) for word in [word for word in words if word[:_STEM_KEY] in stems])


class _Words(NamedTuple):
    """The words of a text, as written and in lower case."""

    tokens: frozenset[str]
    lowers: frozenset[str]


@lru_cache(maxsize=8)
def _words_in(text: str, stretches: tuple[Span, ...]) -> _Words:
    """Those of some stretches of a text; several conditions in turn ask about the same ones."""
    return _words("\n".join([text[start:end] for start, end in stretches]))


@lru_cache(maxsize=1)
def _words_of(text: str) -> _Words:
    """Those of a whole text, for which one place after the other asks."""
    return _words(text)


def _words(text: str) -> _Words:
    tokens = _TOKEN.findall(text)
    return _Words(frozenset(tokens), frozenset("\n".join(tokens).lower().split("\n")))


class _Extent(NamedTuple):
    """Where the first word of a list ends in a text, and where the last one starts."""

    first_end: int
    last_start: int


@lru_cache(maxsize=8)
def _extent(listed: WordList, text: str) -> _Extent | None:
    """Looked for once in a text, however often its words are asked about; None where none of the list stands in it."""
    places = list(listed.places_in(text))
    return _Extent(min(place.end for place in places), max(place.start for place in places)) if places else None


def _last_token(text: str) -> str:
    """The word that the text ends in; empty where it ends in something else."""
    word = text[text.rfind(" ") + 1 :]
    if word.isalnum():
        return word
    return _TOKEN.findall(word)[-1] if word and (word[-1].isalnum() or word[-1] == "_") else ""


def _first_token(text: str) -> str:
    """The word that the text begins with, but for a possessive and closing marks before it; empty where there is none."""
    if text[:1] in ("'", "’") and text[1:2] == "s" and not _TOKEN.match(text, 2):
        text = text[2:]
    found = _TOKEN.match(text.lstrip(_NOT_FIRST))
    return found[0] if found else ""


@cache
def word_list(words: tuple[str, ...]) -> WordList:
    """The list of a condition's words, which is made once."""
    return WordList(words)


def _word(word: str) -> re.Pattern[str]:
    """What finds an escaped word; the search skips to the plain letters in front."""
    return re.compile(rf"{word}(?<!\w{word})(?!\w)")


@cache
def _anywhere(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_expression(text)})(?!\w)")


@cache
def _at_end(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_expression(text)}){_BETWEEN_BEFORE}")


@cache
def _at_start(text: str) -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN_AFTER}(?:{_expression(text)})(?!\w)")


def _expression(text: str) -> str:
    if text == _A_NUMBER:
        return _NUMBER
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
