"""Everything that counts characters: spans, positions, lines and the way back from a text to its source."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from math import inf
from operator import itemgetter

from linter.named_tuples import NamedTuple

_LINE_END = r"\r\n|\r|\n"
_FEW = 3
"""Positions that are counted one by one before the lines are listed."""


class Span(NamedTuple):
    """A half-open interval of code points, 0-based."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place in a text as people count it: line and column are 1-based, columns count code points."""

    line: int
    column: int


FIRST = Position(1, 1)


class LineIndex:
    r"""The lines of a text. A line ends at `\n`, `\r\n` or `\r` and at nothing else.

    `first` is the position of its first character: another one where the text is a section of a longer one. Offsets count
    from the beginning of the text itself.
    """

    def __init__(self, text: str, first: Position = FIRST) -> None:
        self._text = text
        self._first = first
        self._is_plain = "\r" not in text
        self._listed: list[int] | None = None
        self._asked = 0

    @property
    def _starts(self) -> list[int]:
        if self._listed is None:
            if self._is_plain:
                self._listed = list(accumulate([len(line) + 1 for line in self._text.split("\n")[:-1]], initial=0))
            else:
                self._listed = [0, *(match.end() for match in re.finditer(_LINE_END, self._text))]
        return self._listed

    def position(self, offset: int) -> Position:
        self._asked += 1
        if self._asked <= _FEW and self._is_plain:  # most texts are asked for no more, and counting makes no list
            line, start = self._text.count("\n", 0, offset) + 1, self._text.rfind("\n", 0, offset) + 1
        else:
            line = bisect_right(self._starts, offset)
            start = self._starts[line - 1]
        column = offset - start + (self._first.column if line == 1 else 1)
        return Position(line + self._first.line - 1, column)

    def offset(self, position: Position) -> int:
        line = position.line - self._first.line
        return self._starts[line] + position.column - (1 if line else self._first.column)

    def line_span(self, line: int) -> Span:
        """The span of a line without its line ending."""
        index = line - self._first.line
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)
        return Span(start, start + len(self._text[start:end].rstrip("\r\n")))

    def line_around(self, offset: int) -> Span:
        """The span of the line that an offset stands in, without its line ending."""
        if not self._is_plain:
            return self.line_span(self.position(offset).line)
        end = self._text.find("\n", offset)
        return Span(self._text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(self._text))

    def __len__(self) -> int:
        return len(self._starts)


Run = tuple[int, int, int, int]
"""Derived [start, end) stands for source [start, end)."""


class OffsetMap:
    """The way back from a derived text to the source it was made of.

    A derived text is a chain of stretches copied one to one, and of runs between them in which some characters of the
    source became others: an entity, removed markup, a collapsed run of white space. `runs` ascend in both texts.
    """

    __slots__ = ("_runs",)

    def __init__(self, runs: list[Run]) -> None:
        self._runs = runs

    def __len__(self) -> int:
        return len(self._runs)

    def start(self, offset: int) -> int:
        """Where the character at `offset` begins in the source."""
        index = bisect_right(self._runs, (offset, inf)) - 1
        if index < 0:
            return offset
        _, end, source_start, source_end = self._runs[index]
        return source_start if offset < end else source_end + offset - end

    def end(self, offset: int) -> int:
        """Where the character before `offset` ends in the source."""
        index = bisect_right(self._runs, (offset - 1, inf)) - 1
        if index < 0:
            return offset
        _, end, _, source_end = self._runs[index]
        return source_end if offset <= end else source_end + offset - end

    def span(self, span: Span) -> Span:
        """The span of the source that the characters of `span` came from, without markup before or after it."""
        if span.start == span.end:
            start = self.start(span.start)
            return Span(start, start)
        return Span(self.start(span.start), self.end(span.end))

    def text_span(self, source: Span) -> Span:
        """The way there: the span of the derived text whose characters came from the span of the source, `span` reversed."""
        return Span(self._text_start(source.start), self._text_end(source.end))

    def _text_start(self, offset: int) -> int:
        index = bisect_right(self._runs, offset, key=_SOURCE_START) - 1
        if index < 0:
            return offset
        start, end, _, source_end = self._runs[index]
        return start if offset < source_end else end + offset - source_end

    def _text_end(self, offset: int) -> int:
        index = bisect_right(self._runs, offset - 1, key=_SOURCE_START) - 1
        if index < 0:
            return offset
        _, end, _, source_end = self._runs[index]
        return end if offset <= source_end else end + offset - source_end


_SOURCE_START = itemgetter(2)


class TextBuilder:
    """Puts a derived text together piece by piece, and its `OffsetMap` with it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._source_end = 0
        self.length = 0

    def copy(self, piece: str, source_start: int) -> None:
        """Appends a piece that stands in the source as it is, at `source_start`."""
        if piece:
            length, size = self.length, len(piece)
            if source_start != self._source_end:
                self._runs.append((length, length, self._source_end, source_start))
            self._pieces.append(piece)
            self.length = length + size
            self._source_end = source_start + size

    def put(self, piece: str, source_start: int, source_end: int) -> None:
        """Appends a piece that stands for something else in the source: an entity, a separator."""
        start = self.length
        self.length = end = start + len(piece)
        self._runs.append((start, end, source_start, source_end))
        self._pieces.append(piece)
        self._source_end = source_end

    def build(self) -> tuple[str, OffsetMap]:
        return "".join(self._pieces), OffsetMap(self._runs)
