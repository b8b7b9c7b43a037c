"""HTML: what a reader of the page reads, from a tokeniser that forgives what browsers forgive.

No tree is built. Which block a text stands in, whether it is quoted and whether it is a heading is all that is asked,
and a table of tags answers that one tag at a time, whatever the nesting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from linter import decoding
from linter.document import Comment, Document, Part
from linter.formats.html_tokens import TOKEN, EndTags, attribute_values, declared_encoding, pieces
from linter.formats.running_text import OpenMark, RunningText
from linter.spans import Span

NAME = "html"
SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")

_BLOCKS = """address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html input
    legend li listing main menu meta nav ol optgroup option p pre search section summary table tbody td tfoot th thead
    title tr ul xmp""".split()
_INLINE = "a abbr b bdi bdo big data del em font i img ins label mark noscript s small span strike strong sub time u".split()
_CODE_BLOCKS = ("pre", "listing", "xmp")
"""Code, as Vale and other linters of prose take them. Verse in them is passed over, too: they cannot be told apart."""
_RAW = ("script", "style", "textarea", "iframe", "noembed", "noframes", "select", "datalist", *_CODE_BLOCKS)
_NESTED = ("svg", "math", "template")
_OBJECTS = ("code", "kbd", "samp", "var", "tt")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OUTSIDE = ("p", "ul", "ol", "dl", "section", "article")
"""Blocks that do not stand in a heading or a caption."""

SKIPPED = frozenset((*_RAW, *_NESTED, *_OBJECTS, "sup", "title"))
"""Elements that are read whole, up to their end tags."""

_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_TITLES = ("og:title", "twitter:title", "title")
_NOTE_SIGN = re.compile(r"(?:<[^>]*>|\]\([^()\s<>]*\)|[\s\d*†‡§¶()\[\],])*")  # in Markdown also `[1](#note)`
_NOTE_SIGN_LIMIT = 400

_Handler = Callable[["HtmlReader", str, "re.Match[str]"], "int | None"]
"""Called with the name in lower case and the tag; returns where to read on, if not after the tag."""


def read(data: bytes, encoding: str | None = None) -> Document:
    """The running text of a page, its blocks in order of the source."""
    source = decoding.decode(data, encoding or declared_encoding(data)).text
    running, comments = RunningText(), list[Comment]()
    reader = HtmlReader(running, comments)
    reader.feed(source)
    reader.finish()
    return running.document(source, comments)


def rewrite(data: bytes, edits: Sequence[tuple[Span, str]], encoding: str | None = None) -> bytes:
    """See `decoding.rewrite`; in the encoding that the page declares."""
    return decoding.rewrite(data, edits, encoding or declared_encoding(data))


def is_note_sign(source: str, start: int, end: int) -> bool:
    """Is source [start, end), the inside of a `<sup>`, no more than a number or a sign that leads to a note?"""
    return end - start <= _NOTE_SIGN_LIMIT and _NOTE_SIGN.fullmatch(source, start, end) is not None


class HtmlReader:
    """Reads HTML into a running text, in one go or, as it stands in Markdown, stretch by stretch."""

    def __init__(self, running: RunningText, comments: list[Comment]) -> None:
        self._running = running
        self._comments = comments
        self._source = ""
        self._base = 0
        self._end_tags = EndTags("")
        self._tables: list[bool] = []
        self._in_cell = False
        self._quotations: list[OpenMark] = []
        self._inline_marks: dict[str, list[OpenMark]] = {}

    def feed(self, source: str, base: int = 0) -> None:
        """Reads a stretch of HTML that stands in the document's source at `base`."""
        self._source, self._base, self._end_tags = source, base, EndTags(source)
        at: int | None = 0
        while at is not None:
            at = self._read_from(at)

    def finish(self) -> None:
        """Ends what is still open at the end of the file."""
        self.end_block()
        while self._quotations:
            self._running.close_mark(self._quotations.pop())

    def _read_from(self, at: int) -> int | None:
        """Reads up to the end, or up to an element that is skipped; returns where to read on after that."""
        source, base, actions, running = self._source, self._base, _ACTIONS, self._running
        for token in TOKEN.finditer(source, at):
            start, end = token.span()
            if start > at:
                raw = source[at:start]
                if "&" in raw:
                    running.pieces(pieces(raw, base + at))
                elif running.is_open or not raw.isspace():  # white space between blocks is nothing
                    running.text(raw, base + at)
            at = end
            name, attributes, comment = token.groups()
            if name is None:
                if comment is not None:
                    self._comments.append(Comment(Span(base + start, base + end), comment.strip()))
                elif source.startswith("<![CDATA[", start):
                    found = self._end_tags.after("[CDATA[", end)
                    return found[1] if found else end
                continue
            action = actions.get(name)
            if action is None:
                action = actions.get(name.lower(), _UNKNOWN)
            ends_block, ends_part, handler = action
            if ends_block:
                if self._inline_marks:
                    self.end_block()
                elif running.is_open:
                    running.end_block()
                if ends_part and running.part in ("heading", "caption"):
                    self._set_part()
            if attributes and name[0] != "/" and _may_have_text(attributes):
                self._read_attributes(attributes, token.start(2))
            if handler is not None:
                jump = handler(self, name.lower(), token)
                if jump is not None:
                    return jump
        if at < len(source):
            running.pieces(pieces(source[at:], base + at))
        return None

    def end_block(self) -> None:
        if self._inline_marks:
            for marks in self._inline_marks.values():
                for mark in marks:
                    self._running.close_mark(mark)
            self._inline_marks.clear()
        self._running.end_block()

    def _read_attributes(self, attributes: str, start: int) -> None:
        values = attribute_values(self._source, start, start + len(attributes))
        if "alt" in values:
            self._aside("alt", values["alt"])
        if "title" in values:
            self._aside("title", values["title"])

    def _aside(self, part: Part, value: tuple[int, int]) -> None:
        start, end = value
        if start < end:
            self._running.aside(part, pieces(self._source[start:end], self._base + start))

    def _set_part(self, part: Part | None = None) -> None:
        self._running.part = part or ("cell" if self._in_cell else "body")

    def _heading(self, name: str, _tag: re.Match[str]) -> None:
        self._set_part(None if name[0] == "/" else "heading")

    def _caption(self, name: str, _tag: re.Match[str]) -> None:
        self._set_part(None if name[0] == "/" else "caption")

    def _cell(self, name: str, _tag: re.Match[str]) -> None:
        self._in_cell = name in ("td", "th")
        self._set_part()

    def _table(self, name: str, _tag: re.Match[str]) -> None:
        if name == "table":
            self._tables.append(self._in_cell)
            self._in_cell = False
        elif self._tables:
            self._in_cell = self._tables.pop()
        self._set_part()

    def _quotation(self, name: str, _tag: re.Match[str]) -> None:
        if name[0] != "/":
            self._quotations.append(self._running.open_mark("quotation"))
        elif self._quotations:
            self._running.close_mark(self._quotations.pop())

    def _inline_mark(self, name: str, _tag: re.Match[str]) -> None:
        if name[0] != "/":
            mark = self._running.open_mark("quotation" if name == "q" else "mention")
            self._inline_marks.setdefault(name, []).append(mark)
        elif self._inline_marks.get(name[1:]):
            self._running.close_mark(self._inline_marks[name[1:]].pop())

    def _line_break(self, _name: str, tag: re.Match[str]) -> None:
        self._running.space(self._base + tag.start(), self._base + tag.end())

    def _image(self, _name: str, tag: re.Match[str]) -> None:
        if self._running.is_open:
            self._running.put_object(self._base + tag.start(), self._base + tag.end())

    def _meta(self, _name: str, tag: re.Match[str]) -> None:
        if "content" not in tag[2].lower():
            return
        values = attribute_values(self._source, *tag.span(2))
        key = values.get("property") or values.get("name")
        if key and "content" in values:
            meant = self._source[slice(*key)].strip().lower()
            if meant in _DESCRIPTIONS:
                self._aside("description", values["content"])
            elif meant in _TITLES:
                self._aside("title", values["content"])

    def _page_title(self, _name: str, tag: re.Match[str]) -> int | None:
        found = self._end_tags.after("title", tag.end())
        if found is None:
            return None
        self._set_part("title")
        self._running.pieces(pieces(self._source[tag.end() : found[0]], self._base + tag.end()))
        self.end_block()
        self._set_part()
        return found[1]

    def _raw(self, name: str, tag: re.Match[str]) -> int | None:
        found = self._end_tags.after(name, tag.end())
        return found[1] if found else None

    def _nested(self, name: str, tag: re.Match[str]) -> int | None:
        if tag[0].endswith("/>") and name != "template":
            return None
        return self._end_tags.end_of_nested(name, tag.end())

    def _object(self, name: str, tag: re.Match[str]) -> int | None:
        end = self._raw(name, tag)
        if end is not None:
            self._running.put_object(self._base + tag.start(), self._base + end)
        return end

    def _superscript(self, name: str, tag: re.Match[str]) -> int | None:
        """A note sign is no part of the word before it; other superscripts are."""
        found = self._end_tags.after(name, tag.end())
        return self._object(name, tag) if found and is_note_sign(self._source, tag.end(), found[0]) else None


@lru_cache(maxsize=1024)
def _may_have_text(attributes: str) -> bool:
    lower = attributes.lower()
    return "alt" in lower or "title" in lower


_Action = tuple[bool, bool, "_Handler | None"]
"""What a tag does: does it end the block it stands in; does it end a heading or caption that was never closed; and what else.
A plain tuple, which falls into its parts in a third of the time that a named one takes."""


def _table_of_actions() -> dict[str, _Action]:
    """What each tag does, by its name, with `/` before it for an end tag."""
    reader = HtmlReader
    handlers: list[tuple[Sequence[str], _Handler]] = [
        (_HEADINGS, reader._heading),
        (("caption", "figcaption"), reader._caption),
        (("td", "th", "tr"), reader._cell),
        (("table",), reader._table),
        (("blockquote",), reader._quotation),
        (("q", "cite", "dfn"), reader._inline_mark),
    ]
    start_handlers: list[tuple[Sequence[str], _Handler]] = [
        (("br",), reader._line_break),
        (("img",), reader._image),
        (("meta",), reader._meta),
        (("title",), reader._page_title),
        (_RAW, reader._raw),
        (_NESTED, reader._nested),
        (_OBJECTS, reader._object),
        (("sup",), reader._superscript),
    ]
    actions: dict[str, _Action] = {name: (name in _BLOCKS, name in _OUTSIDE, None) for name in (*_INLINE, *_BLOCKS)}
    actions.update((name, (name in _BLOCKS, False, handler)) for names, handler in start_handlers for name in names)
    actions.update({"/" + name: (ends_block, False, None) for name, (ends_block, _, _) in actions.items()})
    for names, handler in handlers:
        for name in names:
            actions[name] = actions["/" + name] = (name in _BLOCKS, False, handler)
    return actions


_UNKNOWN: _Action = (False, False, None)
_ACTIONS = _table_of_actions()
