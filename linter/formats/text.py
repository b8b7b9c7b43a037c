"""Plain text: what stands in the file is what a person reads."""

from __future__ import annotations

from linter.decoding import decode
from linter.decoding import rewrite as rewrite
from linter.document import Document

NAME = "text"
SUFFIXES: tuple[str, ...] = (".txt", ".text")


def read(data: bytes, encoding: str | None = None) -> Document:
    """The text is the source, so there is nothing to map; blank lines part its blocks."""
    text = decode(data, encoding).text
    return Document(source=text, text=text, wrapped=True)
