"""The titles of Markdown links and images: the parser gives their text, this finds where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from linter.formats.html_tokens import pieces
from linter.formats.markdown_steps import parser
from linter.formats.running_text import Piece

_INLINE = re.compile(r"""\]\(\s*+(?:<[^<>\r\n]*+>|[^\s<]\S*+)\s++(["'(])""")
_DEFINITION = re.compile(r"""\]:\s*+(?:<[^<>\r\n]*+>|\S++)\s++(["'(])""")
_CLOSES = {'"': '"', "'": "'", "(": ")"}
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def inline_title(source: str, start: int, end: int) -> list[Piece]:
    """The title in what follows the text of an inline link: source [start, end), from before its `]` to its `)`."""
    return _title(source, _INLINE.search(source, start, end), end - 1)


def definition_titles(source: str, data: bytes, place: Callable[[int], int]) -> list[tuple[int, list[Piece]]]:
    """Where each link definition with a title begins, in bytes, and its title. `place`: where a byte is in the source."""
    if b"]" not in data or b"]:" not in data:
        return []
    definitions = parser().reference_definitions(data.decode()).values()
    titles = []
    for span in sorted((link["span"] for link in definitions if link["title"]), key=lambda span: span["start"]):
        start, end = place(span["start"]), place(span["end"])
        titles.append((span["start"], _title(source, _DEFINITION.search(source, start, end), end)))
    return titles


def _title(source: str, opening: re.Match[str] | None, end: int) -> list[Piece]:
    if opening is None:
        return []
    start = opening.end()
    close = source.rfind(_CLOSES[opening[1]], start, end)
    return list(_unescaped(source[start:close], start)) if close > start else []


def _unescaped(raw: str, start: int) -> Iterator[Piece]:
    """A backslash before punctuation is markup; entities stand for characters."""
    done = 0
    for backslash in _ESCAPED.finditer(raw):
        if backslash.start() >= done:
            yield from pieces(raw[done : backslash.start()], start + done)
            yield raw[backslash.end()], start + backslash.end(), None
            done = backslash.end() + 1
    yield from pieces(raw[done:], start + done)
