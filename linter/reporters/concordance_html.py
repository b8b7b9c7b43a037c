"""A concordance as a page: keyword in context, aligned, with sorting and filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from linter.concordance import ConcordanceLine, Query
from linter.display import View
from linter.findings import VOICES
from linter.pages import page


def render(lines: Sequence[ConcordanceLine], query: Query, out: TextIO, view: View) -> None:
    """Writes the page."""
    for piece in page(
        "concordance.html",
        ("table.js",),
        lines=lines,
        query=query,
        documents=list(dict.fromkeys(line.path for line in lines)),
        voices=[voice for voice in VOICES if any(line.voice == voice for line in lines)],
        terms=sorted({line.term for line in lines if line.term}, key=str.casefold),
        has_terms=any(line.term for line in lines),
        has_dates=any(line.date for line in lines),
    ):
        out.write(piece)
