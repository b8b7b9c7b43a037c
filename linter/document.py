"""A file as its reader understood it: the source, the running text with its blocks, the marks.

The *source* is the decoded file (for a container format: what its reader defines). The *text* is what a person reads:
markup is gone, entities are characters, and a blank line stands between two blocks. Spans of blocks, parts and marks count
in the text; `Document.source_span` leads back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from linter.named_tuples import NamedTuple
from linter.spans import FIRST, LineIndex, OffsetMap, Position, Span

BLOCK_BREAK = "\n\n"
OBJECT = "￼"
"""Stands in the text for what is not running text: inline code, an image, a footnote mark."""

BLOCK_LIMIT = 20_000
"""A block longer than this is looked at through a window: no step may depend on the length of a paragraph."""

_WRAP_LIMIT = 120
"""A line longer than this was not wrapped by hand: the line break that ends it is the end of a paragraph."""

Part = Literal["body", "heading", "caption", "cell", "alt", "title", "description"]
PARTS: tuple[Part, ...] = ("body", "heading", "caption", "cell", "alt", "title", "description")

Role = Literal["quotation", "mention", "transcript"]
"""`quotation`: a block quotation or `<q>`; `mention`: a word that is shown, not used (`<dfn>`, `<cite>`); `transcript`."""


class Mark(NamedTuple):
    """A span of the text with a role."""

    span: Span
    role: Role


class Comment(NamedTuple):
    """A comment of the format: its inner text, and its span in the source."""

    span: Span
    text: str


class Document:
    """See the module. `map` is None where the text is the source itself.

    `parts` are the stretches that are not body, in order. `wrapped`: a single line break may stand inside a block, as in
    plain text; all other readers put a space there. `first`: the position in the file at which the source begins, where the
    document is a section of a longer text. Not to be changed after it was made.
    """

    __slots__ = ("_blocks", "_lines", "comments", "first", "map", "marks", "parts", "source", "text", "wrapped")

    def __init__(
        self,
        source: str,
        text: str,
        map: OffsetMap | None = None,
        parts: tuple[tuple[Span, Part], ...] = (),
        marks: tuple[Mark, ...] = (),
        comments: tuple[Comment, ...] = (),
        *,
        wrapped: bool = False,
        first: Position = FIRST,
    ) -> None:
        self.source = source
        self.text = text
        self.map = map
        self.parts = parts
        self.marks = marks
        self.comments = comments
        self.wrapped = wrapped
        self.first = first
        self._lines: LineIndex | None = None
        self._blocks: list[tuple[int, Span]] = []

    def source_span(self, span: Span) -> Span:
        """The span in the source of a span in the text."""
        return self.map.span(span) if self.map else span

    def text_span(self, span: Span) -> Span:
        """The span in the text of a span in the source, such as that of a finding."""
        return self.map.text_span(span) if self.map else span

    @property
    def lines(self) -> LineIndex:
        """The lines of the source; counted when first asked for."""
        if self._lines is None:
            self._lines = LineIndex(self.source, self.first)
        return self._lines

    def part_at(self, offset: int) -> Part:
        """The part that the character of the text at `offset` stands in."""
        index = bisect_right(self.parts, offset, key=lambda part: part[0].start) - 1
        if index >= 0 and offset < self.parts[index][0].end:
            return self.parts[index][1]
        return "body"

    def marks_at(self, span: Span) -> Sequence[Mark]:
        """The marks that contain the span of the text, outermost first."""
        return [mark for mark in self.marks if mark.span.contains(span)]

    def block_at(self, offset: int) -> Span:
        """The block of the text around `offset`, or the stretch of it in a window of three times `BLOCK_LIMIT`."""
        cell = offset // BLOCK_LIMIT
        for known_cell, known in self._blocks:
            if known_cell == cell and known.start <= offset <= known.end:
                return known
        low, high = max(0, (cell - 1) * BLOCK_LIMIT), min(len(self.text), (cell + 2) * BLOCK_LIMIT)
        start, end = offset, offset
        while (start := self.text.rfind("\n", low, start)) >= 0 and not self.breaks_block(start):
            pass
        while (end := self.text.find("\n", end, high)) >= 0 and not self.breaks_block(end):
            end += 1
        block = Span(low if start < 0 else start + 1, high if end < 0 else end)
        self._blocks[:] = [(cell, block)]
        return block

    def breaks_block(self, newline: int) -> bool:
        """Is the line break at this offset of the text the end of a block, and not just the end of a line?"""
        if not self.wrapped:
            return True
        text = self.text
        line_start = text.rfind("\n", 0, newline) + 1
        if newline - line_start > _WRAP_LIMIT:
            return True
        line_end = text.find("\n", newline + 1)
        line_end = len(text) if line_end < 0 else line_end
        next_is_blank = line_end - newline <= 200 and not text[newline + 1 : line_end].strip()
        this_is_blank = newline - line_start <= 200 and not text[line_start:newline].strip()
        return next_is_blank or this_is_blank
