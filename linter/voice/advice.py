"""Advice about words, which shows them: *Avoid regime; write government.* *Don't say Kiev, say Kyiv.*

What reads the same can be advice about deeds (*Avoid Kiev in winter*), so another word about wording has to be near.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import Attribution, Sentence
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE

ADVICE_CUES = word_set("avoid prefer say use write using saying writing")
_WORDING = word_set(
    """capitalise capitalize copy headline headlines hyphenate lowercase prefer quotation quotations quote quotes say spell
    style synonym term word wording words write"""
)
"""Where one of these stands in the sentence, it is about words."""

_SPEAKERS = word_set("copy-editors editors journalists outlets reporters staff subs we writers you")
_TOLD = word_set(
    """advice advise advised advises agreed ask asked asks decided encouraged guidance instructed instructs ordered policy
    prefer prefers recommends reminded required requires rule rules tells told urged urges"""
)
_TOLD_REACH = 8
"""So many words may stand between what is told and *to say*: *told its staff in 2006 to say …*"""
_NEGATIONS = (("don't",), ("do", "not"), ("never",), ("should", "not"), ("shouldn't",), ("must", "not"), ("not", "to"))
_ENDS = frozenset(",;:.!?()[]—–") | {"", "--", "and", "but", "or"}
_AFTER = words.PREPOSITIONS | words.SUBORDINATORS | words.AUXILIARIES | {"instead", "rather", "to"}
_STOPS = frozenset(".;!)") | {""}
_NO_EXPRESSION = words.PRONOUNS | words.OBJECT_PRONOUNS | words.CONTENT_WORDS | words.DETERMINERS
_LIMIT = 4


def find_advice(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The expression that the verb at `index` tells people to use or not to use."""
    if _is_advice(sentence, index):
        end = _end(sentence, index + 1)
        if end > index + 1:
            yield Attribution("mention", sentence.span(index + 1, end), None)
        contrast = _contrast(sentence, end)
        last = _end(sentence, contrast)
        if contrast > end and last > contrast:
            yield Attribution("mention", sentence.span(contrast, last), None)


def _contrast(sentence: Sentence, end: int) -> int:
    """Where the other expression begins: *say X, not Y*; *use X instead of Y*; `end` where there is none."""
    if sentence.word(end) == "," and sentence.word(end + 1) == "not":
        return end + 2
    if (sentence.word(end), sentence.word(end + 1)) in (("instead", "of"), ("rather", "than")):
        return end + 2
    return end


def _is_advice(sentence: Sentence, index: int) -> bool:
    word = sentence.lowers[index]
    if word in ("using", "saying", "writing"):
        return sentence.word(index - 1) == "avoid" and (word != "using" or _is_about_words(sentence, index))
    if not _commands(sentence, index):
        return False
    if word == "avoid" and sentence.word(index + 1) in ("using", "saying", "writing"):
        return False
    others = [place for place in range(sentence.size) if place != index and sentence.lowers[place] in ADVICE_CUES]
    pair = any(_commands(sentence, place) for place in others)
    if word in ("say", "write") and _is_negated(sentence, index):
        return True
    end = _end(sentence, index + 1)
    contrast = _contrast(sentence, end)
    if contrast > end > index + 1 and sentence.word(_end(sentence, contrast)) in _STOPS:
        told = sentence.word(index - 1) == "to" and word == "use"  # to use force instead of talks
        return not told or (sentence.capital(index + 1) and sentence.capital(contrast))
    return pair or (word in ("avoid", "prefer") and _is_about_words(sentence, index))


def _is_about_words(sentence: Sentence, index: int) -> bool:
    return not _WORDING.isdisjoint(sentence.lowers[:index] + sentence.lowers[index + 1 :])


def _commands(sentence: Sentence, index: int) -> bool:
    """Is the verb an order, or what those who write should do?"""
    left = index - len(_negation(sentence, index))
    before = sentence.word(left - 1)
    if before in ("", ",", ";", ":", "—", "–", "(", "but", "please", "instead") or (before == "and" and left > 2):
        return True
    if before == "to":
        return not _TOLD.isdisjoint(sentence.lowers[max(0, left - _TOLD_REACH) : left - 1])
    return before in ("should", "must") and sentence.word(left - 2) in _SPEAKERS


def _is_negated(sentence: Sentence, index: int) -> bool:
    return bool(_negation(sentence, index)) and _commands(sentence, index)


def _negation(sentence: Sentence, index: int) -> tuple[str, ...]:
    for negation in _NEGATIONS:
        start = index - len(negation)
        if start >= 0 and tuple(sentence.lowers[start:index]) == negation:
            return negation if negation[0] not in ("should", "must") else negation[1:]
    return ()


def _end(sentence: Sentence, start: int) -> int:
    """The index after the expression that begins at `start`; `start` where a clause or something longer begins."""
    end = start
    while sentence.word(end) not in _ENDS and sentence.word(end) not in _AFTER:
        end += 1
        if end - start > _LIMIT:
            return start
        if sentence.lowers[end - 1] == QUOTE:
            break
    if sentence.word(start) in _NO_EXPRESSION or sentence.word(end) in words.AUXILIARIES:
        return start
    return end
