"""Titles of works: *the film “Savage”*, *her novel, The Terrorist, …*, *“Regime,” a new play*. A title is shown, not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import PUNCTUATION, Attribution, Sentence
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE

_WORKS = word_set(
    """album autobiography ballad bestseller biography book comedy debut documentary drama film memoir movie musical novel
    novella opera play poem podcast sequel series sitcom song symphony thriller trilogy"""
)
_MORE_WORKS = word_set(
    """anthem article chapter column editorial episode essay exhibition game installation miniseries mini-series mural op-ed
    painting pamphlet paper programme report sculpture show single sketch story study track video"""
)
"""Works whose names are no titles, or words that are verbs as well: their titles stand in marks, or before a comma."""
_TITLED = word_set("entitled headlined titled")
_OWNERS = word_set("her his its my our their whose your")
_OPENING = _OWNERS | word_set("a an the")
_SMALL = word_set("a an and as at but by for from in into of on or over the to with")
_SMALL_IN_MARKS = _SMALL | words.PREPOSITIONS | word_set("vs")
_NO_NOUN_AFTER = (words.PRONOUNS - {"one", "many", "some"}) | words.AUXILIARIES | {"to", "who"}
_NAME_LIMIT = 5
_BACK = 5
"""So many words may stand between a title and the noun that says what it is: *“Savage,” a first novel*."""
_SHORT = 4
"""A title of no more words may be written small: *the essay “Illegal aliens”*."""
_LONG = 16
_AFTER_WORK = (
    words.PREPOSITIONS | word_set("directed made published released starring that which written") | {"", ",", ".", ";", ")"}
)
"""May follow the noun that says what a title before it is: *Savage Nation, a film by …*; but *a film buff*."""
WORK_CUES = _WORKS | _MORE_WORKS | _TITLED


def find_titles(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The title of the work that the word at `index` names, after it or before it."""
    place = _quoted_title(sentence, index)
    if place is not None:
        yield Attribution("mention", sentence.span(place, place + 1), None)
    elif sentence.lowers[index] not in _TITLED:
        if sentence.lowers[index] in _WORKS:
            yield from _title(sentence, index)
        yield from _explained_title(sentence, index)


def _quoted_title(sentence: Sentence, index: int) -> int | None:
    """The index of the quotation that holds the title, or None."""
    if QUOTE not in sentence.lowers:
        return None
    after = sentence.word(index + 1)
    if after == QUOTE:
        fits = sentence.lowers[index] in _TITLED or _is_noun(sentence, index)
        return index + 1 if fits and _is_title(sentence, index + 1) else None
    if sentence.lowers[index] in _TITLED or not _is_noun(sentence, index):
        return None
    if after == "," and sentence.word(index + 2) == QUOTE:
        closed = sentence.ends_in_comma(index + 2) or sentence.word(index + 3) in (",", ".", "")
        fits = closed and not _is_inquit(sentence, index + 3) and _is_title(sentence, index + 2, strict=True)
        return index + 2 if fits else None
    return _before(sentence, index)


def _before(sentence: Sentence, index: int) -> int | None:
    """*“Savage,” a new novel*; *the “Savage Love” column*."""
    for place in range(index - 1, max(-1, index - _BACK - 1), -1):
        word = sentence.lowers[place]
        if word == QUOTE:
            fits = place == index - 1 and sentence.word(place - 1) in words.DETERMINERS
            return place if fits and _is_title(sentence, place, strict=True) else None
        if word in ("a", "an", "the") or word in _OWNERS:
            left = place - 2 if sentence.word(place - 1) == "," else place - 1
            set_off = sentence.word(left) == QUOTE and (left < place - 1 or sentence.ends_in_comma(left))
            return left if set_off and _is_title(sentence, left, strict=True) else None
        if word in PUNCTUATION or word in words.AUXILIARIES or word in words.PREPOSITIONS:
            return None
    return None


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Is it *the film* or *a debut novel*, and not *they film*?"""
    before = sentence.word(index - 1)
    if not before or before in words.DETERMINERS or before.endswith(("'s", "s'")):
        return True
    if before in _NO_NOUN_AFTER or before in words.COORDINATORS or before in words.ADVERBS or before in PUNCTUATION:
        return before in (",", "and", "or") and sentence.lowers[index] in _WORKS
    return sentence.lowers[index] in _WORKS or any(
        word in words.DETERMINERS or word.endswith(("'s", "s'")) for word in sentence.lowers[max(0, index - _BACK) : index]
    )


def _is_title(sentence: Sentence, index: int, *, strict: bool = False) -> bool:
    """May the quotation be a title, by its capitals? `strict`: all of its words have them, but for the small ones."""
    inner = sentence.inner(index).rstrip(",")
    found = re.findall(r"[^\W_][\w'’.&-]*", inner)
    if not found or len(found) > _LONG or not (found[0][0].isupper() or found[0][0].isdigit()):
        return False
    capitals = all(word[0].isupper() or word[0].isdigit() or word in _SMALL_IN_MARKS for word in found)
    return capitals or (not strict and len(found) <= _SHORT and inner[-1] not in ".!?")


def _is_inquit(sentence: Sentence, index: int) -> bool:
    """*In the film, “Murder,” he says*: then it is what somebody says."""
    table = words.verbs()
    verbs = (table.get(word) for word in sentence.lowers[index : index + 4])
    return any(verb is not None and "S" in verb.frames and not verb.noun for verb in verbs)


def _title(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The title of a work without marks: *her novel, The Terrorist, …*; *the film The Fall of the Regime*.

    A bare name after *the film* may begin a clause (*the film Russia banned*), so a title has an article or another small word
    in it, or the work has an owner. Between commas it has to be closed by one. One word alone begins no clause where a verb or
    nothing follows, unless the work is only where it happens: *in his film Kiev looks bleak*.
    """
    owner = next((place for place in range(index - 1, max(-1, index - 5), -1) if _is_owner(sentence.lowers[place])), -1)
    owned = owner >= 0 and sentence.word(index - 1) not in ("the", "a", "an")
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
    alone = owned and not set_off and sentence.word(owner - 1) not in words.PREPOSITIONS and _goes_on(sentence, end)
    after = sentence.word(end)
    several = end - start > 1 and (owned or not (words.is_finite(after) or after in words.verbs()))
    if small or alone or several:
        yield Attribution("mention", sentence.span(start, end), None)


def _is_owner(word: str) -> bool:
    return word in _OWNERS or word.endswith(("'s", "s'"))


def _goes_on(sentence: Sentence, index: int) -> bool:
    """May the word follow the subject of a clause, or end it?"""
    word = sentence.word(index)
    return word in _AFTER_WORK or words.is_finite(word) or (word.endswith("s") and sentence.word(index + 1) in words.DETERMINERS)


def _explained_title(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*They left out Illegal Alien, a 1983 song.*"""
    place = next((place for place in range(index - 1, max(0, index - _BACK), -1) if sentence.lowers[place] in _OPENING), 0)
    if place < 3 or sentence.lowers[place - 1] != "," or sentence.word(index + 1) not in _AFTER_WORK:
        return
    start = place - 1
    while start > 0 and (sentence.capital(start - 1) or (start < place - 1 and sentence.lowers[start - 1] in _SMALL)):
        start -= 1
    while start < place - 1 and not sentence.capital(start):
        start += 1
    if place - 1 - start > 1:
        yield Attribution("mention", sentence.span(start, place - 1), None)


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
