"""Expressions that are given as somebody's: *what Moscow calls a special operation*, *described as a coup*."""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import PUNCTUATION, Attribution, Sentence
from linter.voice.cues import Cue, is_plural
from linter.voice.reporting import Verb, word_set
from linter.voice.sentences import QUOTE

_REACH = 14
_OBJECTS = words.OBJECT_PRONOUNS | {"this", "that"}
_NO_OBJECTS = word_set("for on off in to at upon about himself")
_LIST = word_set("a an and as even finally just later nor or simply") | {",", ";"}
_ITEM_ENDS = words.PREPOSITIONS | words.COORDINATORS
_GOES_ON = word_set("against at for over that to toward towards which who with")
_NAMING = word_set("brand call christen deem dub label nickname rename term")
"""After these an object and one more word are enough: *called the vote illegal*; but *considered a vote*."""
_PASTS = word_set("became began came fell fled flew gave grew rose took went")
"""Forms that are no participles, so that with them *as* begins a clause."""
_NICKNAMING = word_set("dub nickname")
_ITEM_LIMIT = 5
"""An item of a list that has no marks has no more words: *a “hoax” and a political stunt*."""
_LIST_REACH = 6
"""So many words may stand between two quotations of one list: *a “crook,” an utterly “corrupt” man*."""


def find_labels(sentence: Sentence, cue: Cue, verb: Verb) -> Iterator[Attribution]:
    """The expression that the verb gives as its subject's: after its object (*calls it a …*) or after *as*."""
    start = cue.place + 1
    if "L" in verb.frames and sentence.word(start) not in _NO_OBJECTS:
        label = _label_before(sentence, cue) or _label_after_object(sentence, cue, verb)
        if label is not None:
            yield from _listed(sentence, label, cue.speaker)
            yield from _rest(sentence, label[1], cue.speaker)
    if "A" in verb.frames and sentence.lowers[cue.place] != "known":  # also known as: two names, see `other_names`
        end = min(sentence.size, start + _REACH)
        for index in range(start, end):
            word = sentence.lowers[index]
            if word == "as" and index + 1 < sentence.size:
                extent = extent_of(sentence, index + 1)
                # *Children described as …*: without an object the subject is who is spoken of, not who speaks
                speaker = cue.speaker if cue.passive or index > start else None
                if extent and not _is_clause(sentence, extent):
                    yield from _listed(sentence, extent, speaker)
                    yield from _rest(sentence, extent[1], speaker)
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


def _label_after_object(sentence: Sentence, cue: Cue, verb: Verb) -> tuple[int, int] | None:
    start = cue.place + 1
    if start >= sentence.size:
        return None
    subject = cue.subject - 1
    gap = cue.passive or sentence.word(subject) in ("what", "which", "that", "whom")
    gap = (
        gap
        or sentence.word(cue.subject) in ("what", "which", "that")
        or (cue.speaker is None and not cue.infinitive and verb.form == "past" and verb.lemma in _NAMING)
    )
    if gap and sentence.lowers[start] in words.PREPOSITIONS:
        return None
    if gap or sentence.lowers[start] == QUOTE:
        return extent_of(sentence, start)
    if sentence.lowers[start] in _OBJECTS:
        return extent_of(sentence, start + 1)
    extent = extent_of(sentence, start)
    if extent and verb.lemma in _NICKNAMING and sentence.word(extent[1]) == "by":  # people dubbed Dreamers by the press
        return extent
    first = start + 1 if sentence.lowers[start] in words.DETERMINERS else start
    for index in range(first, min(sentence.size, start + _REACH)):
        word = sentence.lowers[index]
        if word == QUOTE or (index > first and word in ("a", "an", "the") and sentence.lowers[index - 1] not in ("and", "or")):
            return extent_of(sentence, index)
        if word in (",", ";", ":", ".") or (word in ("and", "but", "or") and sentence.word(index + 1) == "to"):
            break
    if first > start and verb.lemma in _NICKNAMING and verb.form == "past":  # a tax dubbed the mansion tax
        return extent
    last = extent_of(sentence, first + 1)
    if last is None or verb.lemma not in _NAMING or sentence.lowers[start] in ("a", "an"):
        return None
    if _is_whole_object(sentence, first):  # calling migrants illegal aliens or intruders
        joined = sentence.word(last[1]) in ("and", "or") and last[1] + 1 < sentence.size
        return (last[0], last[1] + 2) if joined and _is_whole_object(sentence, last[1] + 1) else last
    joined = sentence.word(last[1] - 2) in ("and", "or") and last[1] - 3 >= last[0]
    return last[1] - (3 if joined else 1), last[1]


def _is_whole_object(sentence: Sentence, index: int) -> bool:
    """Does no word of the object follow this one, as it is a plural or a name of one word?"""
    named = sentence.capital(index) and not (index + 1 < sentence.size and sentence.capital(index + 1))
    return named or is_plural(sentence.lowers[index])


def _listed(sentence: Sentence, extent: tuple[int, int], speaker: str | None) -> Iterator[Attribution]:
    """A label, and those that follow in one list: *a “crook,” a “liar” and “sick”*, *a “hoax” and a stunt*."""
    start, end = extent
    yield Attribution("label", sentence.span(start, end), speaker)
    while True:
        following = _next_listed(sentence, end) if sentence.word(end - 1) == QUOTE else None
        item = (following, following + 1) if following is not None else _next_item(sentence, end) or _bare_items(sentence, end)
        if item is None:
            return
        yield Attribution("label", sentence.span(*item), speaker)
        end = item[1]


def _is_clause(sentence: Sentence, extent: tuple[int, int]) -> bool:
    """Does *as* mean *while*: *denounced the men as the city fell*?"""
    lowers = sentence.lowers[extent[0] : extent[1]]
    return not _PASTS.isdisjoint(lowers) or (len(lowers) > 1 and lowers[-1] in words.COMMON_PASTS)


def _next_item(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The next item of a list without marks: *and a stunt*. It has no verb, or it would be a clause."""
    first = start + 1 if sentence.word(start) == "," else start
    first += sentence.word(first) in ("and", "or", "nor")
    if first == start:
        return None
    if sentence.word(first) == "as":
        first += 1
    elif sentence.word(first) not in ("a", "an"):
        return None
    end = sentence.phrase_end(first, _ITEM_LIMIT)
    if sentence.word(end) == QUOTE and sentence.word(end - 1) != QUOTE:
        end += 1
    closed = not sentence.word(end) or sentence.word(end) in PUNCTUATION or sentence.word(end) in _ITEM_ENDS
    if not closed or any(_is_finite(word) for word in sentence.lowers[first + 1 : end]):
        return None
    return first, end


def _bare_items(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """What follows the first item of a list that has one article: *a quack, fake and charlatan*."""
    if sentence.word(start) != ",":
        return None
    for index in range(start + 2, min(sentence.size, start + 2 + _ITEM_LIMIT)):
        word = sentence.lowers[index]
        if word in ("and", "or"):
            end = index + 2
            return (start + 1, end) if not sentence.word(end) or sentence.word(end) in PUNCTUATION else None
        if word != "," and (word in PUNCTUATION or word in words.NO_ADJECTIVES or _is_finite(word)):
            return None
    return None


def _is_finite(word: str) -> bool:
    verb = words.verbs().get(word)
    return words.is_finite(word) or (verb is not None and not verb.noun)


def _rest(sentence: Sentence, start: int, speaker: str | None) -> Iterator[Attribution]:
    """What goes on after a label, and is as much its user's view: *called it a failure of the West*."""
    if sentence.word(start) in _GOES_ON:
        end = sentence.clause_end(start, relative=True)
        if end > start:
            yield Attribution("reported", sentence.span(start, end), speaker)


def _next_listed(sentence: Sentence, start: int) -> int | None:
    """The index of the next quotation of a list, or None where something else begins before it."""
    if sentence.word(start) not in _LIST and not sentence.ends_in_comma(start - 1):
        return None
    for index in range(start, min(sentence.size, start + _LIST_REACH)):
        word = sentence.lowers[index]
        if word == QUOTE:
            return index if _ends_item(sentence, index + 1) else None
        if word in words.PRONOUNS or (word not in _LIST and (word in words.NO_ADJECTIVES or word in PUNCTUATION)):
            return None
    return None


def _ends_item(sentence: Sentence, index: int) -> bool:
    """Does the item of a list end here or after one more noun? *A “liberated” city fell* is no item but a clause."""
    for place in (index, index + 1):
        word = sentence.word(place)
        if not word or word == QUOTE or word in PUNCTUATION or word in _ITEM_ENDS or sentence.ends_in_comma(place - 1):
            return True
        if _is_finite(word) or word in words.verbs():
            return False
    return False


def extent_of(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`, with a quotation that ends it; None if there is none."""
    end = sentence.phrase_end(start)
    if end > start and sentence.word(end) == QUOTE and sentence.lowers[end - 1] != QUOTE:
        end += 1
    return (start, end) if end > start else None
