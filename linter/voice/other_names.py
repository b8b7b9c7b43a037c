"""Names that stand beside another name of the same thing, and are shown rather than used.

*Formerly spelled Kiev*, *Derry, also known as Londonderry*, *renamed from Dacca to Dhaka*.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import Attribution, Sentence
from linter.voice.labels import extent_of
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE

_FORMERLY = word_set(
    """also better commonly formerly often once originally otherwise previously sometimes still then variously widely"""
)
_SPELLING = word_set("known nicknamed renamed rendered spelled spelt transliterated written")
_KNOWN_TO = word_set("among by in to")
_ALIAS = frozenset({"aka", "a.k.a"})
_FORMER = word_set("called formerly named previously")
_RENAMING = word_set("changed name names rebranded renamed renaming")
_NAME_ENDS = frozenset(",;:.!?)]—–") | {""}
_NAME_LIMIT = 5
OTHER_NAME_CUES = _SPELLING | _ALIAS | _FORMER | _RENAMING


def find_other_names(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The names that the sentence shows at a cue: after *spelled*, *known as*, *formerly*, and on either side of *renamed*."""
    word = sentence.lowers[index]
    if word in _SPELLING:
        yield from _after_spelling(sentence, index)
    if word in _ALIAS:
        yield from _both_names(sentence, index, index + 1)
    if word in _FORMER:
        yield from _former_name(sentence, index)
    if word in _RENAMING:
        yield from _renaming(sentence, index)


def _after_spelling(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*formerly spelled Kiev*, *also known as Londonderry*."""
    start = index + 1
    if sentence.lowers[index] == "known" and sentence.word(start) in _KNOWN_TO:
        start = sentence.phrase_end(start + 1, 4)
    if sentence.word(start) == "as":
        start += 1
    elif sentence.lowers[index] in ("known", "written", "rendered"):
        return
    if sentence.lowers[index] == "known" or sentence.word(index - 1) in _FORMERLY:
        yield from _both_names(sentence, index, start)
        return
    extent = extent_of(sentence, start)
    if extent:
        yield Attribution("mention", sentence.span(*extent), None)


def _both_names(sentence: Sentence, index: int, start: int) -> Iterator[Attribution]:
    """The name after *also known as*, and the one before it that it is another name of."""
    extent = extent_of(sentence, start)
    if extent:
        yield Attribution("mention", sentence.span(*extent), None)
        yield from _elsewhere(sentence, extent[1])
    left = index - 1
    while left >= 0 and (sentence.lowers[left] in _FORMERLY or sentence.lowers[left] in (",", "(", "—", "–")):
        left -= 1
    if left < 0 or left == index - 1 or not (sentence.capital(left) or sentence.lowers[left] == QUOTE):
        return
    first = left
    while first > 0 and sentence.capital(first - 1) and sentence.lowers[first - 1] not in words.PREPOSITIONS:
        first -= 1
    yield Attribution("mention", sentence.span(first, left + 1), None)


def _elsewhere(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*known in Tokyo as the Sea of Japan* | *and in Seoul as the East Sea*."""
    start = index + (sentence.word(index) == ",")
    if sentence.word(start) in ("and", "or", "but") and sentence.word(start + 1) in _KNOWN_TO:
        place = sentence.phrase_end(start + 2, 4)
        extent = extent_of(sentence, place + 1) if sentence.word(place) == "as" else None
        if extent:
            yield Attribution("mention", sentence.span(*extent), None)


def _former_name(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*Dhaka, formerly Dacca*; *Dhaka (previously called Dacca)*: a name that stands alone after the adverb."""
    called = sentence.lowers[index] in ("called", "named")
    if called and sentence.word(index - 1) not in ("formerly", "previously", "originally", "once", "then"):
        return
    if not called and sentence.word(index - 1) not in (",", "(", "—", "–"):
        return
    start = index + 2 if sentence.word(index + 1) == "the" else index + 1
    end = _name_end(sentence, start)
    if end > start and sentence.word(end) in _NAME_ENDS:
        yield Attribution("mention", sentence.span(start, end), None)


def _renaming(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*renamed from Dacca to Dhaka*, *changed its name from Dacca to Dhaka*: both names are shown."""
    if sentence.lowers[index] == "changed" and sentence.word(index + 2) not in ("name", "names"):
        return
    start = index + 1
    while start < min(sentence.size, index + 4) and sentence.lowers[start] != "from":
        start += 1
    if sentence.word(start) != "from":
        return
    old = _name_end(sentence, start + 1)
    new = _name_end(sentence, old + 1)
    if old > start + 1 and sentence.word(old) in ("to", "into") and new > old + 1:
        yield Attribution("mention", sentence.span(start + 1, old), None)
        yield Attribution("mention", sentence.span(old + 1, new), None)


def _name_end(sentence: Sentence, start: int) -> int:
    """The index after the name or quotation that begins at `start`; `start` where there is none."""
    if sentence.word(start) == QUOTE:
        return start + 1
    end = start
    while end < min(sentence.size, start + _NAME_LIMIT) and sentence.capital(end):
        end += 1
    return end
