"""What the parser of Markdown says of a body, as steps: few of them, as every event of the parser is dear."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from linter.folding import has_uneven_blanks

if TYPE_CHECKING:
    import pyromark

_EXTENSIONS = ("TABLES", "FOOTNOTES", "STRIKETHROUGH", "TASKLISTS", "GFM", "MATH", "HEADING_ATTRIBUTES")
_AMPERSAND = ord("&")
_EMPHASIS = ("Emphasis", "Strong", "Strikethrough")

_SIGNS = bytes(
    byte if byte in b"\n#"
    else 0 if byte < 0x20 or byte in b"$&*<>[\\]_`{|}~"
    else ord("1") if byte in b"0123456789"
    else ord(".") if byte in b".)"
    else ord("w") if byte >= 0x80 or chr(byte).isalpha() or byte in b"\"'("
    else ord(" ")
    for byte in range(256)
)  # fmt: skip
"""What a byte may be a sign of: 0 of markup; ` `, `.`, `#` and, with `.` after it, `1` of another block where they begin a line;
`w` of nothing. A line break stays one."""
_BLOCK_SIGN = re.compile(rb"\n(?:[ .]|\n(?=\n)|1(?=1*+\.)|#(?!(?<=\n\n#)#{0,5} [^\n\0#]++\n\n))")

Step = tuple[str, Any, int, int]
"""Kind, value, and bytes [start, end) of the body. `Text`: these bytes as they are; `Put`: the value in their place."""


@lru_cache(maxsize=1)
def parser() -> pyromark.Markdown:
    """pulldown-cmark with the extensions that are read."""
    from pyromark import Markdown, Options

    options = Options(0)
    for extension in _EXTENSIONS:
        options |= Options[f"ENABLE_{extension}"]
    return Markdown(options=options)


def _with_plain_words(data: bytes) -> tuple[str, set[int]]:
    """The body with each stretch of plain paragraphs and headings, those without any sign of markup, as one word of as many
    bytes; and where these words begin.

    What stands round them reads the same, in code and comments too, for they have nothing that begins or ends a block. The
    parser, whose events are dear, has so but one to tell of them.
    """
    pieces, starts, done, at = list[bytes](), set[int](), 0, 0
    is_even = not has_uneven_blanks(data)
    signs = _BLOCK_SIGN.sub(b"\n\0", data.translate(_SIGNS))
    for stretch in signs.split(b"\0"):
        start, end = stretch.find(b"\n\n") + 2, stretch.rfind(b"\n\n")
        if 2 <= start < end and (is_even or not has_uneven_blanks(data[at + start : at + end + 1])):
            pieces += data[done : at + start], b"x" * (end - start)
            starts.add(at + start)
            done = at + end
        at += len(stretch) + 1
    pieces.append(data[done:])
    return b"".join(pieces).decode(), starts


def steps_of(data: bytes) -> list[Step]:
    """What the events of the parser say: texts that follow each other joined, and without those that say nothing here.

    Paragraphs and headings of nothing but text, as most are, are one step.
    """
    body, plain = _with_plain_words(data)
    is_ascii = body.isascii()
    steps: list[Step] = []
    run_start = run_end = -1
    opened: Step | None = None
    event: Any
    for event, place in parser().events_with_range(body):
        start, end = place["start"], place["end"]
        if event.__class__ is dict:
            text = event.get("Text")
            if text is not None:
                length = len(text) if is_ascii else len(text.encode())
                as_it_is = length == end - start and (is_ascii or data[start] != _AMPERSAND or text[0] == "&")
                kind, value = "Put", text
            else:
                [kind] = event
                value = event[kind]
                if kind == "Start":
                    if value == "Paragraph" or "Heading" in value:
                        if run_end >= 0:
                            steps.append(("Text", None, run_start, run_end))
                            run_end = -1
                        opened = kind, value, start, end
                        continue
                    if value in _EMPHASIS:
                        continue
                elif kind == "End":
                    if value in _EMPHASIS:
                        continue
                    if opened is not None and run_end >= 0:
                        kind = "Heading" if value != "Paragraph" else "Plain" if run_start in plain else "Paragraph"
                        steps.append((kind, None, run_start, run_end))
                        opened, run_end = None, -1
                        continue
                as_it_is = False
        else:
            kind, value = event, None
            as_it_is = start == run_end and end == start + 1 and kind == "SoftBreak"
        if as_it_is and start == run_end:
            run_end = end
            continue
        if opened is not None and (run_end >= 0 or not as_it_is):
            steps.append(opened)
            opened = None
        if run_end >= 0:
            steps.append(("Text", None, run_start, run_end))
        if as_it_is:
            run_start, run_end = start, end
        else:
            run_end = -1
            steps.append((kind, value, start, end))
    if run_end >= 0:
        steps.append(("Text", None, run_start, run_end))
    return steps


class Places:
    """Turns bytes of the body into code points of the source. Quick if asked in ascending order, or nearly so."""

    def __init__(self, data: bytes, body_start: int) -> None:
        self._data = data
        self._byte = 0
        self._code_point = body_start

    def __call__(self, byte: int) -> int:
        if byte > self._byte:
            self._code_point += len(self._data[self._byte : byte].decode())
        elif byte < self._byte:
            self._code_point -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._code_point
