"""What the proof of a fix looks at: where places are after edits, what is reported there, what a text says, what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from linter.document import BLOCK_BREAK, Document
from linter.findings import Edit, Finding
from linter.spans import Span


def words_by_block(text: str) -> list[list[str]]:
    """What a text says, however its lines are broken."""
    return [block.split() for block in text.split(BLOCK_BREAK)]


class Shift:
    """Where places of the source are after edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.span.start for edit in edits]
        self._ends = [edit.span.end for edit in edits]
        growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
        self._growth = [0, *accumulate(growths)]

    def moved(self, place: Span) -> Span:
        """The place after the edits, with all that they put into it."""
        start = place.start + self._growth[min(bisect_right(self._ends, place.start), bisect_left(self._starts, place.start))]
        return Span(start, max(start, place.end + self._growth[bisect_left(self._starts, place.end)]))


class Reported:
    """The places of the source at which something is reported."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        spans = sorted((f.start, f.end) for f in findings if f.suppression is None)
        self._starts = [start for start, _ in spans]
        self._furthest = list(accumulate((end for _, end in spans), max))

    def at(self, place: Span) -> bool:
        before_end = bisect_left(self._starts, place.end)
        return before_end > 0 and self._furthest[before_end - 1] > place.start


class Quoted:
    """Where a document has quotation marks or marks of its format for somebody else's words, whatever the voice says."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_block: dict[Span, list[Span]] = {}

    def touches(self, span: Span) -> bool:
        if any(mark.span.overlaps(span) for mark in self._document.marks):
            return True
        block = self._document.block_at(span.start)
        if block not in self._by_block:
            self._by_block[block] = self._quotations(block)
        return any(quotation.overlaps(span) for quotation in self._by_block[block])

    def _quotations(self, block: Span) -> list[Span]:
        text = self._document.text[block.start : block.end]
        if not re.search(r"[\"“”„«»'‘’‚‹›「『`]", text):
            return []
        from linter.voice.quotations import find_quotations

        return [Span(q.span.start + block.start, q.span.end + block.start) for q in find_quotations(text)]
