"""The file formats: one plain module each, in one table.

A format is loaded when a file of its kind is read, not before: the parsers cost more to import than most files to read.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from linter.document import Document
    from linter.spans import Span


class Format(Protocol):
    """What a module of this folder offers."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def read(self, data: bytes, encoding: str | None = None, /) -> Document:
        """The document in `data`; ReadError if it is none. `encoding` is what the settings name, as a label."""

    def rewrite(self, data: bytes, edits: Sequence[tuple[Span, str]], encoding: str | None = None, /) -> bytes:
        """`data` with each span of the document's source replaced; without edits, the same bytes."""


FORMATS: dict[str, tuple[str, ...]] = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown", ".mkd", ".mkdn"),
    "html": (".html", ".htm", ".xhtml"),
}
"""Module name → suffixes. The modules say the same; a test holds them together."""

_NAMES = {suffix: name for name, suffixes in FORMATS.items() for suffix in suffixes}


@cache
def load(name: str) -> Format:
    """The format called `name`, one of `FORMATS`."""
    return cast(Format, import_module(f"{__name__}.{name}"))


def format_for(path: str | os.PathLike[str]) -> Format | None:
    """The format of a file by its suffix, or of a bare suffix (`.md`); None for a suffix that no format claims."""
    path = os.fspath(path)
    known = _NAMES.get(path[path.rfind(".") :].lower()) if "." in path else None
    return load(known) if known else None


if TYPE_CHECKING:
    # Each module must satisfy the Protocol: this is where mypy says so.
    from linter.formats import html, markdown, text

    _CHECKED: tuple[Format, ...] = (text, markdown, html)
