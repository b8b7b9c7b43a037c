"""Advice about words, which shows them: *Avoid regime; write government.* *Don't say Kiev, say Kyiv.*

What reads the same can be advice about deeds (*Avoid Kiev in winter*), so another word about wording has to be near.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import Attribution, Sentence
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE

ADVICE_CUES = word_set(
    """avoid prefer preferred prefers print printed prints say saying says spell spelled spells spelt use used uses using write
    writes writing written wrote"""
)
_ORDERS = word_set("avoid prefer say use write")
_GERUNDS = word_set("saying using writing")
_WORDING = word_set(
    """capitalise capitalize copy headline headlines hyphenate lowercase prefer quotation quotations quote quotes say spell
    style synonym term word wording words write"""
)
"""Where one of these stands in the sentence, it is about words."""

_EXPRESSIONS = word_set("expression expressions label labels phrase phrases spelling term terms word words wording")
_SPEAKERS = word_set("copy-editors editors journalists outlets reporters staff subs we writers you")
_TOLD = word_set(
    """advice advise advised advises agreed ask asked asks decided encouraged guidance instructed instructs ordered policy
    prefer prefers recommends reminded required requires rule rules tells told urged urges"""
)
_TOLD_REACH = 12
"""So many words may stand between what is told and *to say*."""
_NEGATIONS = (("don't",), ("do", "not"), ("never",), ("should", "not"), ("shouldn't",), ("must", "not"), ("not", "to"))
_ENDS = frozenset(",;:.!?()[]—–") | {"", "--", "and", "but", "or"}
_AFTER = words.PREPOSITIONS | words.SUBORDINATORS | words.AUXILIARIES | {"instead", "rather", "to"}
_STOPS = frozenset(".;!)") | {""}
_AFTER_CONTRAST = _STOPS | {"or"}
_NO_EXPRESSION = words.PRONOUNS | words.OBJECT_PRONOUNS | words.CONTENT_WORDS | words.DETERMINERS
_LIMIT = 4


def find_advice(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The expressions that the verb at `index` tells people to use or not to use, or says that somebody uses."""
    headword = _headword_end(sentence, index)
    if headword:
        yield Attribution("mention", sentence.span(0, headword), None)
    if _is_advice(sentence, index) or _are_spellings(sentence, index):
        start, end = index + 1, _end(sentence, index + 1)
        if end > start:
            yield Attribution("mention", sentence.span(start, end), None)
        start = _contrast(sentence, end)
        while start > end:
            end = _end(sentence, start)
            if end > start:
                yield Attribution("mention", sentence.span(start, end), None)
            start = end + 1 if sentence.word(end) == "or" and end > start else end


def _headword_end(sentence: Sentence, index: int) -> int:
    """*commit suicide: do not use*: where what such an entry is about ends; 0 where it is none."""
    if sentence.lowers[index] not in _ORDERS:
        return 0
    left = index - len(_negation(sentence, index)) - 1
    if sentence.word(left) not in (":", "—", "–") or not 0 < left <= _LIMIT:
        return 0
    is_order = left < index - 1 or sentence.word(index + 1) in _STOPS
    return left if is_order and _NO_EXPRESSION.isdisjoint(sentence.lowers[:1]) else 0


def _are_spellings(sentence: Sentence, index: int) -> bool:
    """*The paper prints Kyiv, not Kiev*: two names that begin alike."""
    if index + 1 == sentence.size or not sentence.capital(index + 1):
        return False
    end = _end(sentence, index + 1)
    other = _contrast(sentence, end)
    if not index + 1 < end < other < sentence.size:
        return False
    return sentence.capital(other) and sentence.lowers[index + 1][0] == sentence.lowers[other][0]


def _contrast(sentence: Sentence, end: int) -> int:
    """Where the other expression begins: *say X, not Y*; *use X instead of Y*; `end` where there is none."""
    if sentence.word(end) == "," and sentence.word(end + 1) == "not":
        return end + 2
    if (sentence.word(end), sentence.word(end + 1)) in (("instead", "of"), ("rather", "than")):
        return end + 2
    return end


def _is_advice(sentence: Sentence, index: int) -> bool:
    word = sentence.lowers[index]
    if word in _GERUNDS:
        return sentence.word(index - 1) == "avoid" and (word != "using" or _is_about_words(sentence, index))
    told = _is_told(sentence, index)
    if word not in _ORDERS or not (told or _commands(sentence, index)) or sentence.word(index + 1) in _GERUNDS:
        return False
    end = _end(sentence, index + 1)
    contrast = _contrast(sentence, end)
    if contrast > end > index + 1 and sentence.word(_end(sentence, contrast)) in _AFTER_CONTRAST:
        return not (told and word == "use") or (sentence.capital(index + 1) and sentence.capital(contrast))
    if told:
        return word in ("say", "write") and not _EXPRESSIONS.isdisjoint(sentence.lowers)
    if word in ("say", "write") and _negation(sentence, index):
        return True
    others = [place for place in range(sentence.size) if place != index and sentence.lowers[place] in _ORDERS]
    pair = any(_commands(sentence, place) for place in others)
    return pair or (word in ("avoid", "prefer") and _is_about_words(sentence, index))


def _is_about_words(sentence: Sentence, index: int) -> bool:
    return not _WORDING.isdisjoint(sentence.lowers[:index] + sentence.lowers[index + 1 :])


def _commands(sentence: Sentence, index: int) -> bool:
    """Is the verb an order, or what those who write should do?"""
    left = index - len(_negation(sentence, index))
    before = sentence.word(left - 1)
    if before in ("", ",", ";", ":", "—", "–", "(", "but", "please", "instead") or (before == "and" and left > 2):
        return True
    return before in ("should", "must") and sentence.word(left - 2) in _SPEAKERS


def _is_told(sentence: Sentence, index: int) -> bool:
    """*The paper told its staff in 2006 to say …*"""
    before = sentence.lowers[max(0, index - 1 - _TOLD_REACH) : index - 1]
    return sentence.word(index - 1) == "to" and not _TOLD.isdisjoint(before)


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
