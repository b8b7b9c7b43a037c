"""A concordance for people at a terminal: one place a line, the keywords under each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from linter.concordance import ConcordanceLine, Query
from linter.display import View, width_of
from linter.tables import GAP, PAGE_WIDTH, clean, fit, fit_end, pad, paint

_VOICES = {"own": "own", "reported": "rep.", "scare": "scare", "attributed": "attr.", "quoted": "quot."}
_ELLIPSIS = "…"


def render(lines: Sequence[ConcordanceLine], query: Query, out: TextIO, view: View) -> None:
    """Each line: the keyword in its context, whose words they are and who speaks, where it stands."""
    width = view.width or PAGE_WIDTH
    whose = [clean(_whose(line)) for line in lines]
    places = [clean(f"{line.path}:{line.line}") for line in lines]
    keywords = [clean(line.text) for line in lines]
    whose_width = _column(whose, width // 5)
    place_width = _column(places, width // 4)
    keyword_width = _column(keywords, width // 4)
    side = max(4, (width - whose_width - place_width - keyword_width - 2 * len(GAP) - 2) // 2)
    for line, voice, place, keyword in zip(lines, whose, places, keywords, strict=True):
        shown = _begin(keyword, keyword_width)
        right_width = side + keyword_width - width_of(shown)  # what follows a short keyword follows it directly
        out.write(
            f"{pad(_end(clean(line.left), side), side, 'right')} {paint(shown, 'bold', view)} "
            f"{pad(_begin(clean(line.right), right_width), right_width)}{GAP}"
            f"{pad(_begin(voice, whose_width), whose_width)}{GAP}{_end(place, place_width)}\n"
        )


def _column(texts: Sequence[str], most: int) -> int:
    return min(most, max(map(width_of, texts), default=0))


def _whose(line: ConcordanceLine) -> str:
    return f"{_VOICES[line.voice]} {line.speaker}" if line.speaker else _VOICES[line.voice]


def _begin(text: str, width: int) -> str:
    return text if width_of(text) <= width else fit(text, width - 1) + _ELLIPSIS


def _end(text: str, width: int) -> str:
    return text if width_of(text) <= width else _ELLIPSIS + fit_end(text, width - 1)
