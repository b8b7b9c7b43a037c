"""The words around a place in a text: its sentence, its paragraph, the words on either side, and what is looked for there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from linter.document import Document
from linter.named_tuples import NamedTuple
from linter.spans import Span
from linter.word_lists import word_list

SENTENCE_LIMIT = 1_000
"""Code points on either side of a place within which its sentence is looked for."""

_USUAL_SENTENCE = 250
"""Code points within which the beginning of most sentences is found, so that no more has to be searched."""

_SHARE_REACH = 300
"""Code points on either side of a place within which the same words are looked for."""

_REACH = 80
"""Code points on either side of a place in which the words directly before and after it stand."""

_SENTENCE_END = re.compile(  # one class of characters in front lets the search skip all others
    r"[.!?…;:](?:(?<![;:])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])|(?<=[;:])\s*\n)"
)
_CLAUSE_END = re.compile(r"[,;:()—–]|\b(?:and|as|but|or|when|which|while|who)\b")
_ENDINGS = ("ions", "ion", "ing", "ies", "ers", "er", "ed", "es", "s", "d", "e", "y")
_ARTICLES = frozenset({"a", "an", "another", "one", "the"})
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st sen rep gov gen lt col sgt capt prof rev jr sr no vs etc jan feb mar apr aug sep sept oct nov dec".split()
)
_LAST_WORD = re.compile(r"\w+\Z")


class Context:
    """What stands around one span of a document's text. Every part is found when it is first asked for."""

    def __init__(self, document: Document, span: Span) -> None:
        self.text = document.text
        self.span = span
        self._document = document
        self._block: Span | None = None
        self._sentence: Span | None = None
        self._clause: Span | None = None
        self._share: Span | None = None

    @property
    def block(self) -> Span:
        if self._block is None:
            self._block = self._document.block_at(self.span.start)
        return self._block

    @property
    def sentence(self) -> Span:
        """The span of the sentence in the text, as far as full stops and capitals tell."""
        if self._sentence is None:
            self._sentence = self._find_sentence()
        return self._sentence

    @property
    def clause(self) -> Span:
        """The part of the sentence between semicolons in which the span stands."""
        if self._clause is None:
            sentence = self.sentence
            start = self.text.rfind(";", sentence.start, self.span.start) + 1
            end = self.text.find(";", self.span.end, sentence.end)
            self._clause = Span(start or sentence.start, end if end >= 0 else sentence.end)
        return self._clause

    @property
    def share(self) -> Span:
        """The part of the sentence that belongs to the span, where it has the same words again: *a mob outside, and a flash
        mob inside*. What stands with one of them tells nothing of the other."""
        if self._share is None:
            self._share = self._find_share()
        return self._share

    @property
    def starts_sentence(self) -> bool:
        """Does the span stand at the start of its sentence, but for opening marks?"""
        before = self.text[self.sentence.start : self.span.start]
        return len(before) < 40 and not re.search(r"\w", before)

    def words_around(self, count: int) -> tuple[Span, Span]:
        """The stretches of `count` words before and after the span, inside the block."""
        before = self.text[max(self.block.start, self.span.start - count * 20) : self.span.start]
        words = [match.start() for match in re.finditer(r"\w[\w'’.-]*", before)]
        start = self.span.start - len(before) + (words[-count] if len(words) >= count else 0)
        after = self.text[self.span.end : min(self.block.end, self.span.end + count * 20)]
        ends = [match.end() for match in re.finditer(r"\w[\w'’.-]*", after)]
        end = self.span.end + (ends[count - 1] if len(ends) >= count else len(after))
        return Span(start, self.span.start), Span(self.span.end, end)

    def has_near(self, words: tuple[str, ...], within: str) -> bool:
        """Does one of the words stand within the given reach, outside the span itself and the share of the same words again?"""
        listed = word_list(words)
        if within == "document":
            return listed.beside(self.text, self.span)
        if within == "paragraph":
            left, right = Span(self.block.start, self.span.start), Span(self.span.end, self.block.end)
        elif within == "sentence":
            left, right = Span(self.clause.start, self.span.start), Span(self.span.end, self.clause.end)
        else:
            left, right = self.words_around(int(within))
        if not listed.in_text(self.text, (left, right)):
            return False
        own: tuple[Span, ...] = left, right
        for other in self._others(within == "paragraph"):
            own = tuple(piece for stretch in own for piece in _without(stretch, other))
        return own == (left, right) or listed.in_text(self.text, own)

    def has_before(self, words: tuple[str, ...]) -> bool:
        """Does one of the words stand directly before the span?"""
        if "<start>" in words and self.starts_sentence:
            return True
        return word_list(words).at_end(self.text[max(self.block.start, self.span.start - _REACH) : self.span.start])

    def has_after(self, words: tuple[str, ...]) -> bool:
        """Does one of the words stand directly after the span?"""
        rest = self.text[self.span.end : min(self.block.end, self.span.end + _REACH)]
        if "<end>" in words and re.match(r"[\"'”’»)\]]*(?:[.!?…]|$)", rest):
            return True
        return word_list(words).at_start(rest)

    def _find_sentence(self) -> Span:
        low = max(self.block.start, self.span.start - SENTENCE_LIMIT)
        high = min(self.block.end, self.span.end + SENTENCE_LIMIT)
        start = self._sentence_start(low, max(low, self.span.start - _USUAL_SENTENCE))
        for end in _SENTENCE_END.finditer(self.text, self.span.end, high):
            if not _is_abbreviated(self.text, end.start()):
                return Span(start, end.start() + 1)
        return Span(start, high)

    def _find_share(self) -> Span:
        text, span, (start, end) = self.text, self.span, self.sentence
        low, high = max(start, span.start - _SHARE_REACH), min(end, span.end + _SHARE_REACH)
        again = _found_again(text, span, low, high)
        before = [last for _, last in again if last <= span.start]
        after = [first for first, _ in again if first >= span.end]
        return Span(
            _parting(text, before[-1], span.start) if before else start, _parting(text, span.end, after[0]) if after else end
        )

    def _others(self, in_paragraph: bool) -> Iterator[Span]:
        """What belongs to the same words where they stand again: parts of the sentence, and other sentences of the paragraph."""
        sentence, share = self.sentence, self.share
        yield Span(sentence.start, share.start)
        yield Span(share.end, sentence.end)
        if in_paragraph and not self._is_name():
            low, high = max(self.block.start, sentence.start - SENTENCE_LIMIT), min(self.block.end, sentence.end + SENTENCE_LIMIT)
            for start, end in _found_again(self.text, self.span, low, high):
                if not sentence.start <= start < sentence.end:
                    yield Context(self._document, Span(start, end)).sentence

    def _is_name(self) -> bool:
        """Is it written as a name? A name is of one time and one thing all through a paragraph, as other words are not."""
        return self.text[self.span.start].isupper() and not self.starts_sentence

    def _sentence_start(self, low: int, nearer: int) -> int:
        """Where the last sentence that begins at `nearer` or later begins, else the last from `low` on, else `low`."""
        start = low
        # One character past the start: the capital that shows a full stop to be the end of a sentence may be the span's own.
        for end in _SENTENCE_END.finditer(self.text, nearer, self.span.start + 1):
            if end.end() <= self.span.start and not _is_abbreviated(self.text, end.start()):
                start = end.end()
        return start if start > low or nearer == low else self._sentence_start(low, low)


def _without(stretch: Span, other: Span) -> Iterable[Span]:
    """The stretch without the other one."""
    if other.start >= other.end or not stretch.overlaps(other):
        return (stretch,)
    pieces = Span(stretch.start, other.start), Span(other.end, stretch.end)
    return [piece for piece in pieces if piece.start < piece.end]


def _parting(text: str, start: int, end: int) -> int:
    """Where the words between two places go to one of them or to the other: at the end of a clause, or in the middle."""
    middle = (start + end) // 2
    ends = [found.start() for found in _CLAUSE_END.finditer(text, start, end)]
    return min(ends, key=lambda end: abs(end - middle), default=middle)


class _Words(NamedTuple):
    """Some words in any regular form: *liberation* for *liberated*, *witch hunts* for *a witch-hunt*. `stem`: of the first one,
    in lower case."""

    stem: str
    expression: re.Pattern[str]


def _found_again(text: str, span: Span, low: int, high: int) -> list[tuple[int, int]]:
    """Where the words of the span stand in text[low:high], in any regular form."""
    same = _same_words(text[span.start : span.end])
    if text[low:high].lower().count(same.stem) < 2:
        return []
    return [found.span() for found in same.expression.finditer(text, low, high)]


@lru_cache(maxsize=1024)
def _same_words(text: str) -> _Words:
    words = re.findall(r"\w+", text.lower()) or [text]
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    stems = [_stem(word) for word in words]
    forms = r"\W{1,3}".join(re.escape(stem) + f"(?:{'|'.join(_ENDINGS)})?" for stem in stems)
    return _Words(stems[0], re.compile(rf"(?i)(?<!\w){forms}(?!\w)"))


def _stem(word: str) -> str:
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 3), "")
    return word.removesuffix(ending)


def _is_abbreviated(text: str, stop: int) -> bool:
    """Does the mark at an offset stand behind an abbreviation or an initial?"""
    last = _LAST_WORD.search(text, max(0, stop - 8), stop) if text[stop] == "." else None
    return last is not None and (
        last[0].lower() in _ABBREVIATIONS or (len(last[0]) == 1 and last[0].isascii() and last[0].isalpha())
    )
