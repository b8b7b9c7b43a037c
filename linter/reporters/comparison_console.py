"""A comparison for people at a terminal: the documents, the concepts where they differ, whose words, consistency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from linter.comparison import Cell, Comparison, Contrast, Row, StanceCount
from linter.display import View
from linter.findings import VOICES, About
from linter.profiles import TermCount
from linter.tables import PAGE_WIDTH, Column, Layout, clean, paint, table, wrap

_HEADINGS: dict[Contrast, str] = {
    "differ": "Where the documents differ",
    "alone": "Named in one document only",
    "alike": "Named alike",
}
_VOICE_COLUMNS = tuple(Column(title, "right") for title in ("own", "rep.", "scare", "attr.", "quot."))
_COLUMNS = (Column("document", wraps=True), Column("term", wraps=True), *_VOICE_COLUMNS, Column("/10,000", "right"))
_STANCE_COLUMNS = (Column("document", wraps=True), *_VOICE_COLUMNS, Column("/10,000", "right"), Column("own voice", "right"))
_DOCUMENTS_SHOWN = 8
_NAMES_SHOWN = 8
_SPEAKERS_SHOWN = 3


def render(comparison: Comparison, about: Callable[[], About], out: TextIO, view: View, *, top: int = 20) -> None:
    """Writes the comparison; of each section at most `top` concepts or documents, all of them if it is 0."""
    width = view.width or PAGE_WIDTH
    lines = [*_documents(comparison, width, view, top)]
    for contrast in ("differ", "alone"):
        rows = [row for row in comparison.rows if row.contrast == contrast]
        lines += _concepts(_HEADINGS[contrast], rows, comparison, width, view, top)
    alike = [row.concept for row in comparison.rows if row.contrast == "alike"]
    if alike:
        lines += ["", _heading(f"{_HEADINGS['alike']} ({len(alike)})", view), *_wrapped(", ".join(alike), width, "  ")]
    if not comparison.rows:
        lines += ["", *_wrapped("No term of the lexicon that takes a side stands in these documents.", width)]
    lines += [*_stances(comparison, width, view, top), *_mixtures(comparison, width, view, top)]
    out.write("\n".join(lines) + "\n")


def _documents(comparison: Comparison, width: int, view: View, top: int) -> Iterator[str]:
    documents = comparison.documents
    total = sum(profile.words for profile in documents)
    yield _heading(f"{len(documents):,} documents, {total:,} words", view)
    yield from _wrapped(comparison.reason[0].upper() + comparison.reason[1:] + ".", width, "  ")
    shown = documents[: top or None]
    rows = [(profile.name, f"{len(profile.paths):,}", f"{profile.words:,}", f"{profile.uses:,}") for profile in shown]
    columns = (Column("document", wraps=True), *(Column(title, "right") for title in ("files", "words", "terms")))
    yield ""
    yield from table(columns, rows, width, indent=2)
    yield from _and_more(len(documents) - len(shown), "document")


def _concepts(heading: str, rows: Sequence[Row], comparison: Comparison, width: int, view: View, top: int) -> Iterator[str]:
    if not rows:
        return
    shown = rows[: top or None]
    cells = [_shown_cells(row) for row in shown]
    layout = Layout(_COLUMNS, [_term_row(term) for some in cells for cell in some for term in cell.terms], width, indent=2)
    unit = "z" if comparison.method == "log-odds" else "difference"
    yield ""
    yield _heading(f"{heading} ({len(rows):,})", view)
    yield from layout.head()
    for row, some in zip(shown, cells, strict=True):
        yield f"{paint(clean(row.concept), 'bold', view)}  {paint(f'{unit} {row.score:.1f}', 'dim', view)}"
        for cell in some:
            yield from _cell_lines(cell, layout, width)
        naming = sum(bool(cell.terms) for cell in row.cells)
        yield from _and_more(naming - len(some), "document")
        silent = [cell.document for cell in row.cells if not cell.terms]
        if row.contrast == "differ" and 0 < len(silent) <= _NAMES_SHOWN:
            yield from _wrapped(f"not in {', '.join(silent)}", width, "  ")
    yield from _and_more(len(rows) - len(shown), "concept")


def _shown_cells(row: Row) -> list[Cell]:
    """The cells of the documents that name the concept; of many, those that stand out most, in the order given."""
    naming = [cell for cell in row.cells if cell.terms]
    if len(naming) <= _DOCUMENTS_SHOWN:
        return naming
    outstanding = list(dict.fromkeys(weight.document for weight in row.weights if weight.count))[:_DOCUMENTS_SHOWN]
    return [cell for cell in naming if cell.document in outstanding]


def _cell_lines(cell: Cell, layout: Layout, width: int) -> Iterator[str]:
    for number, term in enumerate(cell.terms):
        row = _term_row(term)
        yield from layout.row(["" if number else row[0], *row[1:]])
        if term.speakers:
            more = f" and {len(term.speakers) - _SPEAKERS_SHOWN} more" if len(term.speakers) > _SPEAKERS_SHOWN else ""
            yield from _wrapped(f"speakers: {', '.join(term.speakers[:_SPEAKERS_SHOWN])}{more}", width, "      ")


def _term_row(term: TermCount) -> list[str]:
    return [term.document, term.term, *(_count(term.in_voice(voice)) for voice in VOICES), f"{term.rate:.1f}"]


def _stances(comparison: Comparison, width: int, view: View, top: int) -> Iterator[str]:
    if not comparison.stances:
        return
    totals: Counter[str] = Counter()
    for count in comparison.stances:
        totals[count.stance] += count.count
    stances = [stance for stance, _ in totals.most_common(top or None)]
    rows = [
        [c.document, *(_count(getattr(c, voice)) for voice in VOICES), f"{c.rate:.1f}", f"{c.share:.0%}"]
        for c in comparison.stances
    ]
    layout = Layout(_STANCE_COLUMNS, rows, width, indent=2)
    yield ""
    yield _heading("Whose terms, in whose voice", view)
    yield from layout.head()
    by_stance: dict[str, list[tuple[StanceCount, list[str]]]] = {}
    for count, row in zip(comparison.stances, rows, strict=True):
        by_stance.setdefault(count.stance, []).append((count, row))
    for stance in stances:
        found = by_stance[stance]
        yield from _wrapped(f"terms of {found[0][0].name}", width)
        shown = found if len(found) <= _DOCUMENTS_SHOWN else sorted(found, key=lambda f: -f[0].rate)[:_DOCUMENTS_SHOWN]
        for _, row in shown:
            yield from layout.row(row)
        yield from _and_more(len(found) - len(shown), "document")
    yield from _and_more(len(totals) - len(stances), "stance")
    yield from _wrapped("“own voice” is the share of own, reported and scare among all uses of these terms.", width, "  ")


def _mixtures(comparison: Comparison, width: int, view: View, top: int) -> Iterator[str]:
    if not comparison.mixtures:
        return
    shown = comparison.mixtures[: top or None]
    yield ""
    yield _heading(f"Several names for one thing inside one document ({len(comparison.mixtures):,})", view)
    rows = [
        (
            mixture.document,
            mixture.concept,
            ", ".join(f"{term} {count}" for term, count in mixture.terms),
            f"{mixture.consistency:.0%}",
        )
        for mixture in shown
    ]
    columns = (Column("document", wraps=True), Column("concept", wraps=True), Column("in its own words", wraps=True))
    yield from table((*columns, Column("main", "right")), rows, width, indent=2)
    yield from _and_more(len(comparison.mixtures) - len(shown), "case")


def _heading(text: str, view: View) -> str:
    return paint(clean(text), "bold", view)


def _count(count: int) -> str:
    return f"{count:,}" if count else "·"


def _and_more(count: int, noun: str) -> Iterator[str]:
    if count > 0:
        yield f"  … and {count:,} more {noun}{'' if count == 1 else 's'}"


def _wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    yield from (indent + line for line in wrap(clean(text), width - len(indent)))
