"""A paragraph as words, and where its sentences end. A quotation counts as one word, so that its full stops end nothing.

Where a sentence certainly ends is seen from the characters; the paragraph falls into *stretches* there, and only the stretch
that is asked for becomes words. Inside a stretch the words decide.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from linter.voice.quotations import Quotation
from linter.voice.reporting import word_set

QUOTE = "“”"
"""Stands in `Words.lowers` for a whole quotation."""

_ABBREVIATIONS = word_set(
    """a.m adm apr ariz aug ave blvd calif capt cmdr co col colo conn corp d d.c dec dr e.g etc feb fig fla ga gen gov hon
    i.e ill inc jan jr jul jun lt ltd maj mar mass mich minn mr mrs ms mx no nov oct p.m pa ph.d pp pres prof r rep reps
    rev sen sens sep sept sgt sr st supt tenn tex u.k u.n u.s va vol vs wash wis"""
)
_ENDS = frozenset(".!?")
_STARTERS = word_set("a an and as at but for he i if in it on she that the there these they this those we when")
_WIDTH = 120
_LONGEST = 300
"""A sentence of more words is cut, so that no step over a sentence can take long."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        r"[A-Za-z][a-z]*+(?=[ \n,])(?!,[0-9])"  # most words: what follows has the exceptions
        r"|[,;:.!?…()\[\]—–]"
        r"|(?=[A-Z])(?:"
        r"(?:Mr|Mrs|Ms|Mx|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Prof|Rev|St|Jr|Sr|Hon|Supt|No)\."
        r"|(?:[A-Z]\.){2,}|[A-Z]\.(?=[ \xa0][A-Z]))"
        r"|[^\W_]+(?:(?:[’'\-‐‑&@/]|\.(?=[a-z])|[.,](?=[0-9]))[^\W_]+)*[’']?"
        r"|-+|[#@$£€%]"
    )


@cache
def _certain_end() -> re.Pattern[str]:
    return re.compile(r"[.!?](?<=[a-z]{2}.)\s+(?=[A-Z“\"‘'])")


class Words:
    """The words and punctuation marks of a stretch of a paragraph, each outermost quotation as one.

    `surfaces` are as they stand, `lowers` in lower case with straight apostrophes; a quotation has its inner text for a surface
    and `QUOTE` in lower case. Where each one stands is worked out when first asked for.
    """

    __slots__ = ("_begin", "_quotation_ends", "_starts", "_stop", "_unlocated", "lowers", "surfaces", "text")

    def __init__(self, text: str, begin: int, stop: int, quotations: Sequence[Quotation] = ()) -> None:
        """The stretch [begin, stop) of the text; `quotations`: the outermost ones inside it, by start."""
        self.text = text
        self._begin = begin
        self._stop = stop
        self.surfaces: list[str] = []
        self.lowers: list[str] = []
        self._starts: list[int] = []
        self._quotation_ends = {quotation.span.start: quotation.span.end for quotation in quotations}
        self._unlocated = iter(self._quotation_ends)
        for quotation in quotations:
            self._read(begin, quotation.span.start)
            self.surfaces.append(text[quotation.inner.start : quotation.inner.end].strip())
            self.lowers.append(QUOTE)
            begin = quotation.span.end
        self._read(begin, stop)

    def _read(self, start: int, end: int) -> None:
        found = _word().findall(self.text, start, end)
        if found:
            self.surfaces += found
            self.lowers += "\n".join(found).lower().replace("’", "'").split("\n")

    def start(self, index: int) -> int:
        """Where the word at an index begins, in code points of the paragraph."""
        if index >= len(self._starts):
            self._locate(index)
        return self._starts[index]

    def end(self, index: int) -> int:
        """Where the word at an index ends, in code points of the paragraph."""
        surface, is_quotation = self.surfaces[index], self.lowers[index] == QUOTE
        if index >= len(self._starts) and index == len(self.lowers) - 1 and not is_quotation:
            return self.text.rindex(surface, self._begin, self._stop) + len(surface)
        start = self.start(index)
        return self._quotation_ends[start] if is_quotation else start + len(surface)

    def _locate(self, index: int) -> None:
        """Finds the words up to an index, one after the other; they stand in the text in this order."""
        known = len(self._starts)
        place = self.end(known - 1) if known else self._begin
        find, lowers, add = self.text.find, self.lowers, self._starts.append
        for surface in self.surfaces[known : index + 1]:
            if lowers[known] == QUOTE:
                start = next(self._unlocated)
                place = self._quotation_ends[start]
            else:
                start = find(surface, place)
                place = start + len(surface)
            add(start)
            known += 1


def stretch_starts(text: str, quotations: Sequence[Quotation]) -> list[int]:
    """Where the stretches of a paragraph begin, its beginning among them; a sentence lies in one. Outermost quotations only."""
    starts = [quotation.span.start for quotation in quotations]
    found = {0, *_hard_breaks(text)}
    for match in _certain_end().finditer(text):
        if (text[match.end()].isalpha() or match.end() in starts) and not _is_abbreviated(text, match.start()):
            found.add(match.end())
    if not starts:
        return sorted(found)
    return [start for start in sorted(found) if not _is_inside(quotations, starts, start)]


def _is_inside(quotations: Sequence[Quotation], starts: Sequence[int], offset: int) -> bool:
    index = bisect_right(starts, offset - 1) - 1
    return index >= 0 and offset < quotations[index].span.end


def _is_abbreviated(text: str, stop: int) -> bool:
    """May the word before a full stop be an abbreviation? In doubt it may."""
    word = text[max(0, stop - 8) : stop].split()[-1]
    return text[stop] == "." and (not word.isalnum() or word.lower() in _ABBREVIATIONS)


def split_sentences(words: Words) -> list[tuple[int, int]]:
    """The sentences of a stretch: the indices of the first word of each and of the one after its last."""
    lowers, size = words.lowers, len(words.lowers)
    ends = [
        index + 1
        for index, lower in enumerate(lowers)
        if lower[-1] in ".!?…”" and index + 1 < size and _ends_sentence(words, index)
    ]
    sentences = []
    first = 0
    for end in [*ends, size]:
        while end - first > _LONGEST:
            sentences.append((first, first + _LONGEST))
            first += _LONGEST
        if end > first:
            sentences.append((first, end))
        first = end
    return sentences


def _ends_sentence(words: Words, index: int) -> bool:
    """Does this word end a sentence, given that another one follows?"""
    lower, surface = words.lowers[index], words.surfaces[index]
    after, capital = words.lowers[index + 1], words.surfaces[index + 1][:1].isupper()
    starts = capital or after[0].isdigit() or after == QUOTE
    if lower == QUOTE:
        last = surface[-1:]
        return last in _ENDS and starts and not (last != "." and _is_inquit(words, index + 1))
    if lower not in _ENDS and lower != "…":
        return len(lower) > 2 and "." in lower[:-1] and capital and after in _STARTERS
    if not starts and after not in ("(", "[", "—"):
        return lower != "…" and after.isalpha() and lower != "."
    if lower == "." and len(after) == 1 and capital and words.end(index) == words.start(index + 1):
        return False  # R-S.C.
    if lower == "." and index and words.end(index - 1) == words.start(index):
        before = words.surfaces[index - 1]
        initial = len(before) == 1 and before.isupper() and before != "I"
        return not (initial or words.lowers[index - 1] in _ABBREVIATIONS)
    return True


def _is_inquit(words: Words, index: int) -> bool:
    """“Why?” Kuleba asked."""
    ahead = words.lowers[index : index + 5]
    return any(word in ("said", "asked", "says", "asks", "wrote", "added", "replied", "shouted", "tweeted") for word in ahead)


def _hard_breaks(text: str) -> list[int]:
    """Where lines begin inside a paragraph that are not there for its width alone."""
    if "\n" not in text:
        return []
    lines = text.split("\n")
    width = max(map(len, lines))
    hard: list[int] = []
    offset = 0
    for line, following in pairwise(lines):
        offset += len(line) + 1
        bare, following = line.rstrip(), following.strip()
        word = following.split(" ", 1)[0]
        fits = width > _WIDTH or len(bare) + 1 + len(word) <= width
        if fits and bare[-1:] not in (",", "-") and not following[:1].islower():
            hard.append(offset)
    return hard
