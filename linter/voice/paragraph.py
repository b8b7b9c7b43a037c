"""One paragraph: its quotations, and the attributions of each of its sentences, worked out for the sentence that is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from linter.spans import Span
from linter.voice.attribution import find_attributions
from linter.voice.clauses import Attribution, Sentence
from linter.voice.quotations import Quotation
from linter.voice.sentences import Words, split_sentences, stretch_starts

_NOBODY = frozenset({"it", "that", "this"})
"""Subjects that say something in what somebody says: *experts say it underscores …*."""


class Paragraph:
    """See the module. `span` is where it stands in the text of its document; all else counts from its own beginning."""

    def __init__(self, text: str, quotations: Sequence[Quotation] = (), span: Span | None = None) -> None:
        self.text = text
        self.span = span if span is not None else Span(0, len(text))
        self.quotations = quotations
        self._outermost = [quotation for quotation in quotations if quotation.depth == 0]
        self._starts = stretch_starts(text, self._outermost)
        self._sentences: dict[int, list[Sentence]] = {}
        self._attributions: dict[Sentence, list[Attribution]] = {}

    def quotation_at(self, span: Span) -> Quotation | None:
        """The outermost quotation that the span stands in or touches."""
        if not self._outermost:
            return None
        place = bisect_right(self._outermost, span.end - 1, key=lambda quotation: quotation.span.start) - 1
        found = None
        while place >= 0 and self._outermost[place].span.overlaps(span):
            found = self._outermost[place]
            place -= 1
        return found

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that a place stands in, or, between two of them, the one before it; None without any words."""
        return next(self._back_from(offset), None)

    def covering(self, span: Span, *, quoted: bool = False) -> Attribution | None:
        """The attribution that holds for a span: labels and mentions first, then the shortest; None if there is none.

        For a span that is `quoted` a source is enough. Where the nearest names nobody (*wants to say that …*), a wider one does.
        """
        sentence = self.sentence_at(span.start)
        if sentence is None:
            return None
        found = [each for each in self._of(sentence) if each.span.contains(span) and (quoted or each.kind != "source")]
        if not found:
            return None if quoted else self._continued(sentence)
        if len(found) > 1:
            found.sort(key=lambda each: (each.kind in ("reported", "source"), each.span.end - each.span.start))
        first = found[0]
        if first.kind == "mention" or (first.speaker and first.speaker.lower() not in _NOBODY):
            return first
        speakers = (each.speaker for each in found[1:] if each.speaker and each.kind != "mention")
        return first._replace(speaker=next(speakers, first.speaker))

    def _continued(self, sentence: Sentence) -> Attribution | None:
        """The indirect speech of the sentence before, where this one goes on in the same mood: *They would talk in June.*"""
        if not sentence.goes_on_reporting() or self._of(sentence):
            return None
        before = next(islice(self._back_from(sentence.start), 1, 2), None)
        if before is None:
            return None
        whole = before.span(0, before.size)
        for each in reversed(self._of(before)):
            leads = self.text.startswith(each.speaker or "\n", whole.start) and each.span.end >= whole.end - 1
            if each.kind == "reported" and each.speaker and (leads or each.span.start == whole.start):
                return Attribution("reported", sentence.span(0, sentence.size), each.speaker)
        return None

    def before(self, offset: int) -> Iterator[Attribution]:
        """The attributions that begin before a place, the last first."""
        for sentence in self._back_from(offset):
            yield from (each for each in reversed(self._of(sentence)) if each.span.start < offset)

    def _back_from(self, offset: int) -> Iterator[Sentence]:
        """The sentences that begin at or before a place, the last first."""
        stretch = bisect_right(self._starts, offset) - 1
        for place in range(stretch, -1, -1):
            for sentence in reversed(self._in_stretch(place)):
                if place < stretch or sentence.is_first or sentence.start <= offset:
                    yield sentence

    def _in_stretch(self, place: int) -> list[Sentence]:
        sentences = self._sentences.get(place)
        if sentences is None:
            start = self._starts[place]
            end = self._starts[place + 1] if place + 1 < len(self._starts) else len(self.text)
            low = bisect_right(self._outermost, start - 1, key=lambda quotation: quotation.span.start)
            high = bisect_right(self._outermost, end - 1, key=lambda quotation: quotation.span.start)
            words = Words(self.text, start, end, self._outermost[low:high])
            sentences = self._sentences[place] = [Sentence(words, *bounds) for bounds in split_sentences(words)]
        return sentences

    def _of(self, sentence: Sentence) -> list[Attribution]:
        found = self._attributions.get(sentence)
        if found is None:
            found = self._attributions[sentence] = find_attributions(sentence)
        return found
