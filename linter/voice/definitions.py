"""Sentences that say what a word is or means, and so show it: *Kiev is a transliteration*, *the entry for anti-vaxxer*."""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import PUNCTUATION, Attribution, Sentence
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE

_DEFINING = words.MENTION_NOUNS | word_set("demonym exonym misnomer synonym translation transliteration")
_LINKING = words.BE | word_set("became remained remains")
_OPENING = word_set("a an another his its not now once the these those")
"""Begin what is said of a word."""
EXPRESSION_LIMIT = 4
"""A bare expression has no more words."""
_SEEN = word_set("classed considered defined described explained glossed listed marked regarded seen understood used")
_ENTRIES = word_set("definition definitions entries entry etymology meaning synonym synonyms translation translations")
_NEW_SUBJECTS = words.DETERMINERS | words.PRONOUNS | {"there", "here"}
_STOPS = words.PREPOSITIONS | words.SUBORDINATORS | {"throughout"} | PUNCTUATION
"""End an expression."""
DEFINITION_CUES = _DEFINING | _ENTRIES


def find_definitions(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The expressions of which the noun at `index` says what kind of word they are, or that it is an entry about."""
    if sentence.lowers[index] in _DEFINING:
        yield from _defined(sentence, index)
        yield from _given_as(sentence, index)
    if sentence.lowers[index] in _ENTRIES:
        yield from _entry(sentence, index)


def _defined(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*Kiev is a transliteration*, *Illegal alien was once the legal term*: a subject without an article, of which is said what
    kind of word it is."""
    link = next((place for place in range(index - 1, 0, -1) if sentence.lowers[place] in _LINKING), 0)
    subject, said = sentence.lowers[:link], _said(sentence.lowers[link + 1 : index])
    if subject[-1:] == [","]:  # Banderite, from the surname of a nationalist, is …
        subject = subject[: subject.index(",")]
    if not 0 < len(subject) <= EXPRESSION_LIMIT or subject[0] in _NEW_SUBJECTS or not said or said[0] not in _OPENING:
        return
    if _STOPS.isdisjoint(subject) and _STOPS.isdisjoint(said):
        yield Attribution("mention", sentence.span(0, len(subject)), None)


def _said(lowers: list[str]) -> list[str]:
    """What is said, without *one of* or *explained in the glossary as* before it."""
    if lowers[:2] == ["one", "of"]:
        return lowers[2:]
    if lowers and lowers[0] in _SEEN and "as" in lowers:
        return lowers[lowers.index("as") + 1 :]
    return lowers


def _entry(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*the dictionary's entry for anti-vaxxer*, *a definition of terrorist*."""
    if sentence.word(index + 1) in ("for", "of"):
        start = index + 2
        end = start + 1 if sentence.word(start) == QUOTE else expression_end(sentence, start)
        if end > start:
            yield Attribution("mention", sentence.span(start, end), None)


def _given_as(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*gave the name of the city as “Lugansk”*."""
    for place in range(index + 1, min(sentence.size - 1, index + 2 + EXPRESSION_LIMIT)):
        if sentence.lowers[place] == "as" and sentence.lowers[place + 1] == QUOTE:
            yield Attribution("mention", sentence.span(place + 1, place + 2), None)


def expression_end(sentence: Sentence, start: int) -> int:
    """The index after an expression of a few words and without an article; `start` where there is none."""
    if sentence.word(start) in _NEW_SUBJECTS:
        return start
    end = start
    while end < sentence.size and sentence.lowers[end] not in _STOPS and end - start <= EXPRESSION_LIMIT:
        end += 1
    return end if end - start <= EXPRESSION_LIMIT else start
