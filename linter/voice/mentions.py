"""Words that are shown rather than used.

*The word regime*, *formerly spelled Kiev*, *her novel, The Terrorist, …*, *renamed from Dacca to Dhaka*.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.advice import ADVICE_CUES, find_advice
from linter.voice.clauses import Attribution, Sentence
from linter.voice.labels import extent_of
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE

_FORMERLY = word_set(
    """also better commonly formerly often once originally otherwise previously sometimes still then variously widely"""
)
_MENTION_VERBS = word_set("known nicknamed renamed rendered spelled spelt transliterated written")
_SO_CALLED = word_set("so-called self-styled self-proclaimed self-described")
_ALIAS = frozenset({"aka", "a.k.a"})
_FORMER = word_set("called formerly named previously")
_RENAMING = word_set("changed name names rebranded renamed renaming")
_WORKS = word_set(
    """album autobiography ballad bestseller biography book comedy debut documentary drama film memoir movie musical novel
    novella opera play poem podcast sequel series sitcom song symphony thriller trilogy"""
)
_OWNERS = word_set("her his its my our their your")
_SMALL = word_set("a an and as at but by for from in into of on or over the to with")
_BEFORE_MENTION_NOUNS = word_set("the this that a its his her their these those hashtag and")
_AFTER_NOUNS = words.PREPOSITIONS | words.AUXILIARIES | words.SUBORDINATORS | words.TIMES
_NAME_ENDS = frozenset(",;:.!?)]—–") | {""}
_NAME_LIMIT = 5
MENTION_CUES = words.MENTION_NOUNS | _SO_CALLED | _MENTION_VERBS | _ALIAS | _WORKS | _FORMER | _RENAMING | ADVICE_CUES | {"#"}


def find_mentions(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The words that the sentence shows at a cue: after *the word*, *known as*, *spelled*, *so-called*, and hashtags."""
    word = sentence.lowers[index]
    if word in words.MENTION_NOUNS:
        yield from _after_noun(sentence, index)
    elif word in _WORKS:
        yield from _title(sentence, index)
    elif word in _SO_CALLED:
        extent = extent_of(sentence, index + 1)
        if extent:
            yield Attribution("label", sentence.span(*extent), _by(sentence, extent[1]))
    elif word == "#" and index + 1 < sentence.size:
        yield Attribution("mention", sentence.span(index, index + 2), None)
    elif word in _MENTION_VERBS:
        yield from _after_spelling(sentence, index)
    elif word in _ALIAS:
        yield from _both_names(sentence, index, index + 1)
    elif word in _FORMER:
        yield from _former_name(sentence, index)
    elif word in ADVICE_CUES:
        yield from find_advice(sentence, index)
    if word in _RENAMING:
        yield from _renaming(sentence, index)


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
    extent = extent_of(sentence, start)
    if extent:
        yield Attribution("mention", sentence.span(*extent), None)


def _both_names(sentence: Sentence, index: int, start: int) -> Iterator[Attribution]:
    """The name after *also known as*, and the one before it that it is another name of."""
    extent = extent_of(sentence, start)
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


def _title(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The title of a work without marks: *her novel, The Terrorist, …*; *the film The Fall of the Regime*.

    A bare name after *the film* may begin a clause (*the film Russia banned*), so a title has an article or another small word
    in it, or the work has an owner. Between commas it has to be closed by one.
    """
    owned = any(
        word in _OWNERS or word.endswith(("'s", "s'")) for word in sentence.lowers[max(0, index - 4) : index]
    ) and sentence.word(index - 1) not in ("the", "a", "an")
    set_off = sentence.word(index + 1) == ","
    start = index + 2 if set_off else index + 1
    end = _title_end(sentence, start)
    if not owned and words.DETERMINERS.isdisjoint(sentence.lowers[max(0, index - 3) : index]):
        return
    if end <= start or sentence.lowers[start] in words.PRONOUNS:
        return
    small = not _SMALL.isdisjoint(sentence.lowers[start:end])
    if set_off and not (small and sentence.word(end) in (",", ".", "")):
        return
    if small or (owned and end - start > 1):
        yield Attribution("mention", sentence.span(start, end), None)


def _title_end(sentence: Sentence, start: int) -> int:
    """The index after words in title case: capitals, and small words between them."""
    if start >= sentence.size or not sentence.capital(start):
        return start
    end = last = start + 1
    while end < min(sentence.size, start + 2 * _NAME_LIMIT) and (sentence.capital(end) or sentence.lowers[end] in _SMALL):
        end += 1
        if sentence.capital(end - 1):
            last = end
    return last if last > start + 1 or sentence.lowers[start] not in _SMALL else start
