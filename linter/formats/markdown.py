"""Markdown: CommonMark with tables, footnotes, strikethrough, task lists, alerts, mathematics and front matter.

The parser (pulldown-cmark) says for each piece of text where it stands, in UTF-8 bytes. Pieces that follow each other
are written as one, line breaks and all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from linter.decoding import decode
from linter.decoding import rewrite as rewrite
from linter.document import BLOCK_BREAK, OBJECT, Comment, Document
from linter.formats.front_matter import read_front_matter
from linter.formats.html import SKIPPED, HtmlReader, is_note_sign
from linter.formats.html_tokens import EndTags
from linter.formats.link_titles import definition_titles, inline_title
from linter.formats.markdown_steps import Places, steps_of
from linter.formats.running_text import OpenMark, Piece, RunningText

NAME = "markdown"
SUFFIXES: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")

_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”|]*[\w/]", re.I)
_TAG_NAME = re.compile(r"<([A-Za-z][\w-]*)")


def read(data: bytes, encoding: str | None = None) -> Document:
    """The running text of a Markdown file, its blocks in order of the source."""
    decoded = decode(data, encoding)
    source = decoded.text
    running, comments = RunningText(), list[Comment]()
    body_start, values = read_front_matter(source)
    for part, pieces in values:
        running.aside(part, pieces)
    is_body = decoded.encoding == "utf-8" and not decoded.bom and not body_start
    body = data if is_body else source[body_start:].encode()
    _Reader(source, body_start, body, running, comments).read()
    return running.document(source, comments)


class _Reader:
    """Takes the steps of a Markdown body one by one and writes the running text."""

    def __init__(self, source: str, body_start: int, data: bytes, running: RunningText, comments: list[Comment]) -> None:
        """`data`: the source from `body_start` on, in UTF-8."""
        self._source = source
        self._data = data
        self._running = running
        self._has_urls = ("/" in source and "://" in source) or "www." in source
        self._html = HtmlReader(running, comments)
        self._end_tags = EndTags(source)
        self._place: Callable[[int], int] = Places(self._data, body_start)
        if data.isascii():
            self._place = body_start.__add__
        self._skip = 0  # nothing that ends at or before this byte is read
        self._block_end = 0
        self._inner_end = 0
        self._quotations: list[OpenMark | None] = []
        self._links: list[dict[str, Any]] = []
        self._image: dict[str, Any] = {}
        self._alt: list[Piece] | None = None
        self._images = 0
        self._html_lines: list[tuple[int, int]] | None = None

    def read(self) -> None:
        titles = definition_titles(self._source, self._data, self._place)
        for kind, value, start, end in steps_of(self._data):
            if end <= self._skip:
                continue
            while titles and not self._running.is_open and start >= titles[0][0]:
                self._running.aside("title", titles.pop(0)[1])
            _READERS[kind](self, value, start, end)
        self._html.finish()
        for _, title in titles:
            self._running.aside("title", title)

    def _read_text(self, _value: None, start: int, end: int) -> None:
        raw = self._data[start:end].decode()
        self._inner_end = end
        at = self._place(start)
        if self._html_lines is not None:
            self._html_lines.append((start, end))
        elif self._alt is not None:
            self._alt.append((raw, at, None))
        else:
            self._text(raw, at)

    def _text(self, raw: str, at: int) -> None:
        if not (self._has_urls and ("://" in raw or "www." in raw)):
            self._running.text(raw, at)
            return
        done = 0
        for url in _URL.finditer(raw):
            self._running.text(raw[done : url.start()], at + done)
            self._running.put_object(at + url.start(), at + url.end())
            done = url.end()
        self._running.text(raw[done:], at + done)

    def _read_paragraph(self, _value: None, start: int, end: int) -> None:
        self._html.end_block()
        self._read_text(None, start, end)
        self._html.end_block()

    def _read_heading(self, _value: None, start: int, end: int) -> None:
        self._html.end_block()
        self._running.part = "heading"
        self._read_text(None, start, end)
        self._html.end_block()
        self._running.part = "body"

    def _read_plain(self, _value: None, start: int, end: int) -> None:
        """Paragraphs and headings, between any two of which a blank line stands and nothing else."""
        at = self._place(start)
        raw = self._source[at : self._place(end)]
        has_urls = self._has_urls and ("://" in raw or "www." in raw)
        self._html.end_block()
        if not has_urls and self._running.copy_blocks(raw, at):
            return
        for block in raw.split(BLOCK_BREAK):
            text = block.lstrip("#")
            lead = len(block) - len(text)
            self._running.part = "heading" if lead else "body"
            self._text(text, at + lead)
            self._html.end_block()
            at += len(block) + len(BLOCK_BREAK)
        self._running.part = "body"

    def _read_put(self, value: str, start: int, end: int) -> None:
        if self._html_lines is not None:
            self._html_lines.append((start, end))
            return
        self._inner_end = end
        if start < self._skip:  # it begins in an element that is an object already: <code>`</code>`
            return
        at, at_end = self._place(start), self._place(end)
        if self._alt is not None:
            self._alt.append((value, at, at_end))
        else:
            self._running.put(value, at, at_end)

    def _read_object(self, _value: object, start: int, end: int) -> None:
        self._read_put(OBJECT, start, end)

    def _read_inline_math(self, _value: str, start: int, end: int) -> None:
        """Between `$` and `$` stands mathematics, unless they are sums of money: *US$5m/$10m*."""
        before, after = self._data[start - 1 : start], self._data[end : end + 1]
        if after.isdigit() or (start and before.isalnum()):
            self._read_text(None, max(start, self._skip), end)
        else:
            self._read_object(None, start, end)

    def _read_break(self, _value: None, start: int, end: int) -> None:
        at, at_end = self._place(start), self._place(end)
        if self._alt is not None:
            self._alt.append((" ", at, at_end))
        else:
            self._running.space(at, at_end)

    def _read_nothing(self, _value: object, _start: int, _end: int) -> None:
        pass

    def _read_rule(self, _value: None, _start: int, _end: int) -> None:
        self._html.end_block()

    def _read_html(self, _value: str, start: int, end: int) -> None:
        if self._html_lines is not None:
            self._html_lines.append((start, end))

    def _read_inline_html(self, value: str, start: int, end: int) -> None:
        self._inner_end = end
        if self._alt is not None:
            return
        at, at_end = self._place(start), self._place(end)
        tag = _TAG_NAME.match(value)
        name = tag[1].lower() if tag else ""
        found = self._end_tags.after(name, at_end) if name in SKIPPED else None
        # What has more code points than the block has bytes left goes beyond it; so most are settled without a copy.
        if found and found[1] - at <= self._block_end - start:
            is_skipped = name != "sup" or is_note_sign(self._source, at_end, found[0])
            whole = self._source[at : found[1]] if is_skipped else ""
            whole_end = start + len(whole.encode())
            if is_skipped and whole_end <= self._block_end:
                self._skip = self._inner_end = whole_end
                self._html.feed(whole, at)
                return
        self._html.feed(self._source[at:at_end], at)

    def _read_start(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name, value = (tag, {}) if isinstance(tag, str) else next(iter(tag.items()))
        if name == "Link":
            self._start_link(value, start, end)
        elif name == "Image":
            self._images += 1
            self._inner_end = start
            if self._images == 1:
                self._alt = []
                self._image = value
        else:
            self._html.end_block()
            self._block_end = end
            if name == "Heading":
                self._running.part = "heading"
            elif name == "TableCell":
                self._running.part = "cell"
            elif name == "BlockQuote":  # an alert (`[!NOTE]`) is no quotation
                self._quotations.append(None if value else self._running.open_mark("quotation"))
            elif name == "CodeBlock":
                self._skip = end
            elif name == "HtmlBlock":
                self._html_lines = []

    def _read_end(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name == "Link":
            link = self._links.pop()
            self._title(link, end)
        elif name == "Image":
            self._images -= 1
            if not self._images:
                self._end_image(start, end)
        elif name == "HtmlBlock":
            self._end_html_block()
        else:
            self._html.end_block()
            if name in ("Heading", "TableCell"):
                self._running.part = "body"
            elif name == "BlockQuote" and (mark := self._quotations.pop()):
                self._running.close_mark(mark)

    def _start_link(self, link: dict[str, Any], start: int, end: int) -> None:
        if link["link_type"] in ("Autolink", "Email"):
            self._read_object(None, start, end)
            self._skip = end
        else:
            self._links.append(link)
            self._inner_end = start

    def _end_image(self, start: int, end: int) -> None:
        pieces, self._alt = self._alt or [], None
        inner_end = self._inner_end
        if self._running.is_open:
            self._read_object(None, start, end)
        self._running.aside("alt", pieces)
        self._inner_end = inner_end
        self._title(self._image, end)

    def _title(self, link: dict[str, Any], end: int) -> None:
        if link["title"] and link["link_type"] == "Inline" and self._alt is None:
            title = inline_title(self._source, self._place(self._inner_end), self._place(end))
            self._running.aside("title", title)
        self._inner_end = end

    def _end_html_block(self) -> None:
        """Gives the block to the reader of HTML; what stands before its lines (`> `) is blank to it."""
        lines, self._html_lines = self._html_lines or [], None
        if not lines:
            return
        stretches, done = list[str](), lines[0][0]
        for start, end in lines:
            between = self._data[done:start].decode()
            stretches += between if between.isspace() else " " * len(between), self._data[start:end].decode()
            done = end
        self._html.feed("".join(stretches), self._place(lines[0][0]))
        self._html.end_block()


_READERS: dict[str, Callable[[_Reader, Any, int, int], None]] = {
    "Text": _Reader._read_text,
    "Paragraph": _Reader._read_paragraph,
    "Plain": _Reader._read_plain,
    "Heading": _Reader._read_heading,
    "Put": _Reader._read_put,
    "Start": _Reader._read_start,
    "End": _Reader._read_end,
    "SoftBreak": _Reader._read_break,
    "HardBreak": _Reader._read_break,
    "Code": _Reader._read_object,
    "DisplayMath": _Reader._read_object,
    "FootnoteReference": _Reader._read_object,
    "InlineMath": _Reader._read_inline_math,
    "InlineHtml": _Reader._read_inline_html,
    "Html": _Reader._read_html,
    "Rule": _Reader._read_rule,
    "TaskListMarker": _Reader._read_nothing,
}
"""What reads a step, by its kind."""
