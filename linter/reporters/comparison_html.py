"""A comparison as a page: what sets the documents apart, the matrix of concepts and documents, whose terms each uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

from linter.comparison import Comparison, Contrast, Row, StanceCount, Weight
from linter.display import View
from linter.findings import VOICES, About
from linter.pages import page

_TELLING = 6
"""So many terms of each document are named at the top of the page, those with the highest scores."""

_CONTRASTS: dict[Contrast, str] = {
    "differ": "The documents differ",
    "alone": "Only one document names it",
    "alike": "All that name it choose the same",
}


@dataclass(frozen=True, slots=True)
class Distinction:
    """The terms that set one document apart, the clearest first."""

    document: str
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class StanceTable:
    """One party's terms in all documents that use them."""

    stance: str
    name: str
    counts: tuple[StanceCount, ...]


def render(comparison: Comparison, about: Callable[[], About], out: TextIO, view: View) -> None:
    """Writes the page."""
    tables = _stance_tables(comparison.stances)
    for piece in page(
        "compare.html",
        ("table.js",),
        comparison=comparison,
        groups=_groups(comparison.rows),
        contrasts=_CONTRASTS,
        distinctions=_distinctions(comparison),
        stance_tables=tables,
        stance_names={table.stance: table.name for table in tables},
        highest_rate=max((count.rate for count in comparison.stances), default=0),
        categories=sorted({row.category for row in comparison.rows}),
        voices=VOICES,
        about=about(),
    ):
        out.write(piece)


def _groups(rows: Sequence[Row]) -> list[tuple[Contrast, list[Row]]]:
    """The rows by contrast, in the order of their ranks."""
    groups = [(contrast, [row for row in rows if row.contrast == contrast]) for contrast in _CONTRASTS]
    return [(contrast, found) for contrast, found in groups if found]


def _distinctions(comparison: Comparison) -> list[Distinction]:
    """Of each document the terms that it uses more than the others, each once, the clearest first.

    A term that every document uses which names its concept, and that takes no side, is frequent and tells nothing.
    """
    rows = {row.concept: row for row in comparison.rows}
    more: dict[str, dict[str, Weight]] = {name: {} for name in comparison.names}
    for weight in sorted(comparison.weights, key=lambda weight: (-weight.score, weight.term)):
        if weight.difference > 0 and weight.document in more and _tells(rows[weight.concept], weight.term):
            more[weight.document].setdefault(weight.term, weight)
    return [Distinction(name, tuple(weights.values())[:_TELLING]) for name, weights in more.items()]


def _tells(row: Row, name: str) -> bool:
    choices = [{term.term: term for term in cell.terms} for cell in row.cells if cell.terms]
    uses = [terms[name] for terms in choices if name in terms]
    takes_side = any(term.stance or term.status in ("deprecated", "superseded") for term in uses)
    return takes_side or len(uses) < len(choices) or len(choices) == 1


def _stance_tables(counts: Sequence[StanceCount]) -> list[StanceTable]:
    """By party, the most used first."""
    by_stance: dict[str, list[StanceCount]] = defaultdict(list)
    for count in counts:
        by_stance[count.stance].append(count)
    ranked = sorted(by_stance.items(), key=lambda item: (-sum(count.count for count in item[1]), item[0]))
    return [StanceTable(stance, found[0].name, tuple(found)) for stance, found in ranked]
