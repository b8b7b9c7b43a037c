"""How running text is put together from what stands between markup: blocks, white space, parts and marks.

Readers say what comes next in the source; this knows when a block begins and ends, that white space at its edges is
nothing and white space between words is one space, and where each character came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.document import BLOCK_BREAK, OBJECT, Comment, Document, Mark, Part, Role
from linter.spans import Span, TextBuilder

_LINE_BREAK = re.compile(r"[\r\n]\s*")
_UNEVEN_LINE_BREAK = re.compile(r"\n(?:[ \t\n]|(?<=[ \t\n]\n))")
_EMPTY_LINE = re.compile(BLOCK_BREAK)  # found by an expression in two thirds of the time that `str.split` takes

Piece = tuple[str, int, int | None]
"""A text, and the place of the source [start, end) that it stands for; where `end` is None, it is found there as it is."""


class OpenMark:
    """A mark that has begun; `start` is -1 until the first character inside it is written."""

    __slots__ = ("role", "start")

    def __init__(self, role: Role) -> None:
        self.role = role
        self.start = -1


class RunningText:
    """Writes the text of a document block by block.

    Texts of attributes are blocks of their own. One that stands in the middle of a block follows it, so that a link
    with a title does not cut a sentence in two: only there does the map step back in the source, never inside a block.
    """

    def __init__(self) -> None:
        self.part: Part = "body"
        self.is_open = False
        self._builder = TextBuilder()
        self._block_start = 0
        self._space_start = -1
        self._space_end = -1
        self._source_end = 0
        self._parts: list[tuple[Span, Part]] = []
        self._marks: list[Mark] = []
        self._unstarted: list[OpenMark] = []
        self._asides: list[tuple[Part, tuple[Piece, ...]]] = []

    def text(self, raw: str, start: int) -> None:
        """Writes what stands in the source at `start`. White space round it and its line breaks become one space."""
        core = raw.strip()
        size, length = len(core), len(raw)
        if not size:
            if raw and self.is_open:
                self.space(start, start + length)
            return
        lead = 0
        if size != length:
            lead = raw.index(core[0])
            if lead and self.is_open:
                if lead == 1 and self._space_start < 0 and not self._unstarted and raw[0] == " ":
                    lead, size, core = 0, size + 1, raw[: size + 1]  # the usual case: one piece, not two
                else:
                    self.space(start, start + lead)
            start += lead
        if self._space_start >= 0 or not self.is_open or self._unstarted:
            self._begin(start)
        if "\n" in core or "\r" in core:
            self._copy_lines(core, start)
        else:
            self._builder.copy(core, start)
        self._source_end = end = start + size
        if lead + size != length:
            self._space_start = end
            self._space_end = start - lead + length

    def copy_blocks(self, raw: str, start: int) -> bool:
        """Writes the blocks of the body that stand in the source at `start`, if they can be copied as they are. Between any two
        the source has a blank line and nothing else, between two words one blank or line break; a heading has `#` and a blank
        before it; nothing is NUL."""
        text = "\0\0".join([block.strip() for block in _EMPTY_LINE.split(raw)])
        if not text or len(text) != len(raw):
            return False
        text = text.replace("\n", " ").replace("\0", "\n")
        self._begin(start)
        builder, done, sign = self._builder, 0, text.find("#")
        while sign >= 0:
            if not sign or text[sign - 1] == "\n":
                builder.copy(text[done:sign], start + done)
                done = text.find("\n", sign)
                done = done if done >= 0 else len(text)
                heading = text[sign:done].lstrip("#").lstrip()
                self._parts.append((Span(builder.length, builder.length + len(heading)), "heading"))
                builder.copy(heading, start + done - len(heading))
            sign = text.find("#", max(done, sign + 1))
        builder.copy(text[done:], start + done)
        self._source_end = start + len(text)
        self.end_block()
        return True

    def put(self, text: str, start: int, end: int) -> None:
        """Writes a text that stands for source [start, end), such as an entity. White space never begins a block."""
        if text == " " or "\n" in text or "\r" in text:
            self.space(start, end)
        elif text and (self.is_open or not text.isspace()):
            if self._space_start >= 0 or not self.is_open or self._unstarted:
                self._begin(start)
            self._builder.put(text, start, end)
            self._source_end = end

    def put_object(self, start: int, end: int) -> None:
        """Writes the sign for something that is not running text."""
        self.put(OBJECT, start, end)

    def space(self, start: int, end: int) -> None:
        """Notes white space. It is written when a character of the same block follows; once, however much there is."""
        if self.is_open:
            if self._space_start < 0:
                self._space_start = start
            self._space_end = end

    def pieces(self, pieces: Iterable[Piece]) -> None:
        for text, start, end in pieces:
            if end is None:
                self.text(text, start)
            else:
                self.put(text, start, end)

    def aside(self, part: Part, pieces: Iterable[Piece]) -> None:
        """A block of its own, such as an `alt` text: here, or after the block it stands in."""
        self._asides.append((part, tuple(pieces)))
        if not self.is_open:
            self._write_asides()

    def end_block(self) -> None:
        if self.is_open:
            self.is_open = False
            self._space_start = -1
            if self.part != "body":
                self._parts.append((Span(self._block_start, self._builder.length), self.part))
            if self._asides:
                self._write_asides()

    def open_mark(self, role: Role) -> OpenMark:
        mark = OpenMark(role)
        self._unstarted.append(mark)
        return mark

    def close_mark(self, mark: OpenMark) -> None:
        if mark.start >= 0:
            self._marks.append(Mark(Span(mark.start, self._builder.length), mark.role))
        else:
            mark.start = self._builder.length  # nothing stood in it; `_begin` must not start it any more

    def document(self, source: str, comments: Iterable[Comment] = ()) -> Document:
        self.end_block()
        text, offsets = self._builder.build()
        marks = sorted(self._marks, key=lambda mark: (mark.span.start, -mark.span.end))
        parts = tuple(self._parts)
        return Document(source, text, offsets, parts, tuple(marks), tuple(comments))

    def _begin(self, start: int) -> None:
        """Before each character that is written: the block break or the space, and the marks that begin here."""
        builder = self._builder
        if not self.is_open:
            self.is_open = True
            if builder.length:
                before = self._source_end
                builder.put(BLOCK_BREAK, before if before < start else start, start)
            self._block_start = builder.length
        elif self._space_start >= 0:
            if self._space_end - self._space_start == 1:
                builder.copy(" ", self._space_start)  # one for one: a run in the map would say nothing
            else:
                builder.put(" ", self._space_start, self._space_end)
            self._space_start = -1
        if self._unstarted:
            for mark in self._unstarted:
                if mark.start < 0:
                    mark.start = builder.length
            self._unstarted.clear()

    def _copy_lines(self, core: str, start: int) -> None:
        if "\r" not in core and not _UNEVEN_LINE_BREAK.search(core):
            self._builder.copy(core.replace("\n", " "), start)
            return
        done = 0
        for line_break in _LINE_BREAK.finditer(core):
            line = core[done : line_break.start()].rstrip()
            self._builder.copy(line, start + done)
            self._builder.put(" ", start + done + len(line), start + line_break.end())
            done = line_break.end()
        self._builder.copy(core[done:], start + done)

    def _write_asides(self) -> None:
        asides, part = self._asides, self.part
        self._asides = []
        for aside, pieces in asides:
            self.part = aside
            self.pieces(pieces)
            self.end_block()
        self.part = part
