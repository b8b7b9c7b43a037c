"""Expressions that are given as somebody's, and words that are shown rather than used.

*What Moscow calls a special operation*, *described as a coup*; *the word regime*, *formerly spelled Kiev*.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import PUNCTUATION, Attribution, Cue, Sentence
from linter.voice.reporting import Verb, word_set
from linter.voice.sentences import QUOTE

_REACH = 14
_FORMERLY = word_set(
    """also better commonly formerly often once originally otherwise previously sometimes still then variously widely"""
)
_MENTION_VERBS = word_set("known nicknamed renamed rendered spelled spelt transliterated written")
_SO_CALLED = word_set("so-called self-styled self-proclaimed self-described")
_ALIAS = frozenset({"aka", "a.k.a"})
_OBJECTS = words.OBJECT_PRONOUNS | {"this", "that"}
_NO_OBJECTS = word_set("for on off in to at upon about himself")
_BEFORE_MENTION_NOUNS = word_set("the this that a its his her their these those hashtag and")
_AFTER_NOUNS = words.PREPOSITIONS | words.AUXILIARIES | words.SUBORDINATORS | words.TIMES
MENTION_CUES = words.MENTION_NOUNS | _SO_CALLED | _MENTION_VERBS | _ALIAS | {"#"}


def find_labels(sentence: Sentence, cue: Cue, verb: Verb) -> Iterator[Attribution]:
    """The expression that the verb gives as its subject's: after its object (*calls it a …*) or after *as*."""
    start = cue.place + 1
    if "L" in verb.frames and sentence.word(start) not in _NO_OBJECTS:
        label = _label_before(sentence, cue) or _label_after_object(sentence, cue)
        if label is not None:
            yield Attribution("label", sentence.span(*label), cue.speaker)
    if "A" in verb.frames:
        end = min(sentence.size, start + _REACH)
        for index in range(start, end):
            word = sentence.lowers[index]
            if word == "as" and index + 1 < sentence.size:
                extent = _extent(sentence, index + 1)
                if extent:
                    yield Attribution("label", sentence.span(*extent), cue.speaker)
                break
            if word in (";", ":", ".", ",", "that") or (word in words.AUXILIARIES and index > start):
                break


def _label_before(sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    """*The regime, as he called it, fell.*"""
    if sentence.word(cue.subject - 1) != "as" or sentence.word(cue.place + 1) not in words.OBJECT_PRONOUNS:
        return None
    end = cue.subject - 1
    while end > 0 and sentence.lowers[end - 1] in PUNCTUATION:
        end -= 1
    start = end - 1
    while start > max(0, end - 4) and sentence.lowers[end - 1] != QUOTE and sentence.lowers[start] not in words.DETERMINERS:
        start -= 1
    return (start, end) if end > start >= 0 else None


def _label_after_object(sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    start = cue.place + 1
    if start >= sentence.size:
        return None
    subject = cue.subject - 1
    gap = cue.passive or sentence.word(subject) in ("what", "which", "that", "whom")
    gap = gap or sentence.word(cue.subject) in ("what", "which", "that") or (cue.speaker is None and not cue.infinitive)
    if gap or sentence.lowers[start] == QUOTE:
        return _extent(sentence, start)
    if sentence.lowers[start] in _OBJECTS:
        return _extent(sentence, start + 1)
    first = start + 1 if sentence.lowers[start] in words.DETERMINERS else start
    for index in range(first, min(sentence.size, start + _REACH)):
        word = sentence.lowers[index]
        if word == QUOTE or (index > first and word in ("a", "an", "the")):
            return _extent(sentence, index)
        if word in (",", ";", ":", "."):
            break
    return _extent(sentence, first + 1)


def _extent(sentence: Sentence, start: int) -> tuple[int, int] | None:
    end = sentence.phrase_end(start)
    if end > start and sentence.word(end) == QUOTE and sentence.lowers[end - 1] != QUOTE:
        end += 1
    return (start, end) if end > start else None


def find_mentions(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The words that the sentence shows at a cue: after *the word*, *known as*, *spelled*, *so-called*, and hashtags."""
    word = sentence.lowers[index]
    if word in words.MENTION_NOUNS:
        yield from _after_noun(sentence, index)
    elif word in _SO_CALLED:
        extent = _extent(sentence, index + 1)
        if extent:
            yield Attribution("label", sentence.span(*extent), _by(sentence, extent[1]))
    elif word == "#" and index + 1 < sentence.size:
        yield Attribution("mention", sentence.span(index, index + 2), None)
    elif word in _MENTION_VERBS:
        yield from _after_spelling(sentence, index)
    elif word in _ALIAS:
        yield from _both_names(sentence, index, index + 1)


def _by(sentence: Sentence, index: int) -> str | None:
    if sentence.word(index) != "by":
        return None
    return sentence.slice(index + 1, sentence.phrase_end(index + 1))


def _after_noun(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*the word regime*: needs an article, and no *of* or verb after it."""
    if (
        sentence.word(index - 3) == QUOTE
        and sentence.word(index - 1) in ("the", "a")
        and (sentence.word(index - 2) in words.BE or sentence.word(index - 2) == ",")
    ):
        yield Attribution("mention", sentence.span(index - 3, index - 2), None)
    if sentence.word(index - 1) not in _BEFORE_MENTION_NOUNS:
        return
    start = index + 1
    if sentence.word(start) in (",", ":") and sentence.word(start + 1) == QUOTE:
        start += 1
    if sentence.word(start) in _AFTER_NOUNS:
        return
    end = min(_extent_of_mention(sentence, start), sentence.size)
    if end > start:
        yield Attribution("mention", sentence.span(start, end), None)


def _extent_of_mention(sentence: Sentence, start: int) -> int:
    """A mentioned expression: up to four words, and *“A” or “B”*, *A and B* only between quotation marks."""
    end = sentence.phrase_end(start, 4)
    for index in range(start, end):
        if sentence.lowers[index] == "and":
            end = index
            break
    while (
        end > start
        and sentence.lowers[end - 1] == QUOTE
        and sentence.word(end) in ("or", "and", ",")
        and sentence.word(end + 1) == QUOTE
    ):
        end += 2
    return end


def _after_spelling(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*formerly spelled Kiev*, *also known as Londonderry*."""
    start = index + 1
    if sentence.word(start) == "as":
        start += 1
    elif sentence.lowers[index] in ("known", "written", "rendered"):
        return
    if sentence.lowers[index] == "known" or sentence.word(index - 1) in _FORMERLY:
        yield from _both_names(sentence, index, start)
        return
    extent = _extent(sentence, start)
    if extent:
        yield Attribution("mention", sentence.span(*extent), None)


def _both_names(sentence: Sentence, index: int, start: int) -> Iterator[Attribution]:
    """The name after *also known as*, and the one before it that it is another name of."""
    extent = _extent(sentence, start)
    if extent:
        yield Attribution("mention", sentence.span(*extent), None)
    left = index - 1
    while left >= 0 and (sentence.lowers[left] in _FORMERLY or sentence.lowers[left] in (",", "(", "—", "–")):
        left -= 1
    if left < 0 or left == index - 1 or not (sentence.capital(left) or sentence.lowers[left] == QUOTE):
        return
    first = left
    while first > 0 and sentence.capital(first - 1) and sentence.lowers[first - 1] not in words.PREPOSITIONS:
        first -= 1
    yield Attribution("mention", sentence.span(first, left + 1), None)
