"""A sentence seen from one of its words: its subject, where a noun phrase begins and ends, where a governed clause ends.

There is no grammar here but closed classes of words, commas and capitals. That is quick, the same everywhere, and right
often enough for what hangs on it: the name of a speaker, and whether a stretch of words is somebody's.
"""

from __future__ import annotations

from typing import Literal

from linter.named_tuples import NamedTuple
from linter.spans import Span
from linter.voice import reporting as words
from linter.voice.sentences import QUOTE, Words
from linter.voice.speakers import speaker_bounds

PUNCTUATION = frozenset(",;:.!?…()[]—–-") | {"--"}
_STOPS = frozenset(",;:.!?…()[]—–") | {QUOTE, "--", "-"}
DASHES = frozenset("—–") | {"--", "-"}
_NP_LIMIT = 12
_CLAUSE_MARKS = frozenset("()[];,") | {QUOTE, "in"}
_CONTRASTS = words.word_set("according after although as but compared even though whereas while")
_PHRASE_ENDS = (
    words.AUXILIARIES
    | words.SUBORDINATORS
    | (words.PREPOSITIONS - {"of", "de"})
    | {"to", "rather", "instead", "himself", "herself"}
) - {"'s", "and"}
_ALONE = words.PRONOUNS - {"one", "some", "many", "others"}
_MEDIA = words.word_set("briefing email interview letter statement telegram tweet")
CLEAR_OBJECTS = words.OBJECT_PRONOUNS - {"her", "it", "you"}
_NEW_PHRASES = words.DETERMINERS | words.PRONOUNS
_AFTER_AND = _NEW_PHRASES | _PHRASE_ENDS


class Attribution(NamedTuple):
    """Words that are given as somebody's; code points of the paragraph.

    `reported`: what depends on a reporting verb, a source phrase or a noun such as *claim*; `label`: an expression that
    somebody uses for something (*what Moscow calls a …*); `mention`: a word that is shown, not used (*the word regime*);
    `source`: the narrator's words, but what is quoted in them has a source. `speaker` as it stands.
    """

    kind: Literal["reported", "label", "mention", "source"]
    span: Span
    speaker: str | None


class Sentence:
    """The words of a sentence, and questions to them. Indices count words."""

    __slots__ = ("_first", "_words", "lowers", "size")

    def __init__(self, words: Words, first: int, end: int) -> None:
        self._words = words
        self._first = first
        self.size = end - first
        self.lowers = words.lowers if self.size == len(words.lowers) else words.lowers[first:end]

    @property
    def is_first(self) -> bool:
        """Is no other sentence before it in its stretch?"""
        return self._first == 0

    @property
    def start(self) -> int:
        """Where it begins in the paragraph."""
        return self._words.start(self._first)

    def capital(self, index: int) -> bool:
        """Does the word begin with a capital? Of a quotation, its first word."""
        return self._words.surfaces[self._first + index][:1].isupper()

    def is_acronym(self, index: int) -> bool:
        """Is the word written in capitals, and of several letters?"""
        surface = self._words.surfaces[self._first + index]
        return len(surface) > 1 and surface.isupper()

    def word(self, index: int) -> str:
        """The word at an index in lower case, or the empty string outside the sentence."""
        return self.lowers[index] if 0 <= index < self.size else ""

    def ends_in_comma(self, index: int) -> bool:
        """Is the word a quotation with its comma inside, as Americans set it?"""
        return self.lowers[index] == QUOTE and self._words.surfaces[self._first + index].endswith(",")

    def span(self, start: int, end: int) -> Span:
        """From the token at `start` to the one before `end`."""
        return Span(self._words.start(self._first + start), self._words.end(self._first + end - 1))

    def indices(self, span: Span) -> list[int]:
        """The words that a span of the paragraph holds or touches."""
        words, first = self._words, self._first
        return [i for i in range(self.size) if words.start(first + i) < span.end and span.start < words.end(first + i)]

    def slice(self, start: int, end: int) -> str | None:
        """The text of these words in one line; None if there are none."""
        if not 0 <= start < end <= self.size:
            return None
        if end == start + 1 and self.lowers[start] != QUOTE:
            return self._words.surfaces[self._first + start]
        span = self.span(start, end)
        return " ".join(self._words.text[span.start : span.end].split())

    def inner(self, index: int) -> str:
        """What stands between the marks of the quotation at an index."""
        return self._words.surfaces[self._first + index]

    def is_may(self, index: int) -> bool:
        """*Theresa May*: a name, and no helper of the verb."""
        return self.lowers[index] in ("may", "will") and index > 0 and self.capital(index) and self.capital(index - 1)

    def subject(self, left: int) -> tuple[int, str | None]:
        """Where the subject begins that ends at `left`, and its text; `left + 1` and None where there is none."""
        end = left
        if self.word(left) in words.COORDINATORS or (self.word(left - 1) == "," and self.word(left) in words.ADVERBS):
            return left + 1, self.main_subject(left)
        if self.word(left) == ",":
            comma = left - 1
            while comma >= 0 and self.lowers[comma] != "," and left - comma < 25:
                comma -= 1
            if comma <= 0 or self.lowers[comma] != ",":
                return left + 1, None
            end = comma - 1
        elif self.word(left) == ")":
            while end >= 0 and self.lowers[end] != "(":
                end -= 1
            end -= 1
        if self.word(end) in ("who", "which", "that") and end > 0:
            back = end - 2 if self.lowers[end - 1] == "," else end - 1
            return end, self.name(self.phrase_start(back), back + 1)
        start = self.phrase_start(end)
        return (start, self.name(start, end + 1)) if start <= end else (left + 1, None)

    def main_subject(self, limit: int) -> str | None:
        """What the sentence begins with, up to its first verb: the subject of *… and said*. None where that is not clear."""
        start = self._after_time(1 if self.word(0) in words.COORDINATORS else 0)
        if self.word(start) in words.PRONOUNS:
            return self.slice(start, start + 1)
        table = words.verbs()
        for end in range(start, min(limit, start + 8)):
            word = self.lowers[end]
            verb = table.get(word)
            if word == "," or words.is_finite(word) or (verb is not None and not verb.noun):
                return self.name(start, end)
            if word in CLEAR_OBJECTS and end > start + 1:
                return self.name(start, end - 1)
            if word in _STOPS or (word in words.PREPOSITIONS and word != "of"):
                break
        return None

    def _after_time(self, start: int) -> int:
        """The index after *On Friday* or *Last week,* if that stands at `start`, else `start`."""
        place = start + (self.word(start) in words.PREPOSITIONS)
        word, after = self.word(place), self.word(place + 1)
        if word in ("this", "last", "next"):
            if after not in words.TIME_UNITS and after not in words.TIMES:
                return start
            place += 1
        elif word not in words.TIMES:
            return start
        place += 1 + (self.word(place + 1) in words.TIME_UNITS)
        return place + (self.word(place) == ",")

    def is_apposition(self, left: int) -> bool:
        """Does the comma at `left` close an insertion after the subject: *Lavrov, the foreign minister, said*?"""
        first = self.lowers.index(",") if "," in self.lowers[:left] else left
        if not 0 < first < left or first > 8:
            return False
        table = words.verbs()
        for place in range(first):
            word = self.lowers[place]
            verb = table.get(word)
            if word == QUOTE or words.is_finite(word):
                return False
            if verb is not None and not verb.noun:
                return False
        return True

    def phrase_start(self, end: int) -> int:
        """Where the noun phrase begins that ends at `end`; `end + 1` where there is none."""
        start = end + 1
        table = words.verbs()
        while start > 0 and end - start < _NP_LIMIT:
            word = self.lowers[start - 1]
            if (
                word in _STOPS
                or (word in words.AUXILIARIES and not self.is_may(start - 1))
                or (word in words.SUBORDINATORS and not self._joins(start - 1))
            ):
                break
            verb = table.get(word)
            if verb is not None and not verb.noun and verb.form in ("past", "s"):
                break
            start -= 1
            if word in _ALONE:
                break
        return start

    def _joins(self, index: int) -> bool:
        """Does this *and* or *or* join two parts of one noun phrase?"""
        if self.lowers[index] not in ("and", "or") or not 0 < index < self.size - 1:
            return False
        before, after = index - 1, index + 1
        return (self.capital(before) and (self.capital(after) or self.lowers[after] in words.DETERMINERS)) or (
            index < 4 and not self.lowers[before].endswith("ed")
        )

    def name(self, start: int, end: int) -> str | None:
        """The speaker that the noun phrase in [start, end) names."""
        bounds = speaker_bounds(self.lowers[start:end], self._words.surfaces[self._first + start : self._first + end])
        return self.slice(start + bounds[0], start + bounds[1]) if bounds else None

    def agent(self, index: int) -> str | None:
        """The speaker of a passive: *was called a … by the ministry*."""
        for place in range(index + 1, min(self.size, index + 14)):
            if self.lowers[place] == "by":
                return self.name(place + 1, self.phrase_end(place + 1))
            if self.lowers[place] in PUNCTUATION:
                break
        return None

    def phrase_end(self, start: int, limit: int = 10) -> int:
        """The index after the noun phrase that begins at `start`."""
        end = start
        while end < self.size and end - start < limit:
            word = self.lowers[end]
            if (word == QUOTE and end > start) or (word != QUOTE and word in _STOPS) or (word in _PHRASE_ENDS and end > start):
                break
            if word == "and" and (self.word(end + 1) in _AFTER_AND or self._is_predicate(end + 1)):
                break
            end += 1
            if word == QUOTE:
                break
        return end

    def _is_predicate(self, index: int) -> bool:
        """Is it a reporting verb that governs what follows: *… and said that*, and not *… and feared regime*?"""
        verb = words.verbs().get(self.word(index))
        if verb is None or verb.noun or verb.form not in ("past", "s"):
            return False
        after = self.word(index + 1)
        return after in words.CONTENT_WORDS or after in _NEW_PHRASES or after in (QUOTE, "to", ":")

    def goes_on_reporting(self) -> bool:
        """Is its first verb *would*, as in what follows indirect speech, and no condition named?"""
        for word in self.lowers[:_NP_LIMIT]:
            if word == "would":
                return "if" not in self.lowers
            if word in words.AUXILIARIES or word in words.COMMON_PASTS or word == QUOTE:
                return False
        return False

    def _is_contrast(self, index: int) -> bool:
        word, after = self.word(index), self.word(index + 1)
        if word == "even":
            return after in ("as", "if", "though", "when", "while")
        return word in _CONTRASTS and not (word == "as" and after == "well")

    def _is_medium(self, index: int) -> bool:
        """*In a statement*, *in an interview*: how it was said, and no part of it."""
        if self.word(index) not in ("a", "an", "his", "her", "their"):
            return False
        return not _MEDIA.isdisjoint(self.lowers[index + 1 : index + 4]) and self.word(index + 1) not in words.PREPOSITIONS

    def clause_end(self, start: int, *, relative: bool = False) -> int:
        """The index after the clause that begins at `start` and that a verb before it governs.

        It runs to the end of the sentence but for a contrast (*, while …*), another source, or, in a `relative` clause, a comma.
        """
        depth = 0
        for index in range(start, self.size):
            word = self.lowers[index]
            if word not in _CLAUSE_MARKS:
                continue
            if word in ("(", "["):
                depth += 1
            elif word in (")", "]"):
                if depth == 0:
                    return index
                depth -= 1
            elif word == ";" or (word == "," and (relative or self._is_contrast(index + 1))):
                return index
            elif relative and word == QUOTE and self.ends_in_comma(index) and index + 1 < self.size:
                return index + 1
            elif word == "in" and index > start and self._is_medium(index + 1):
                return index
        return self.size
