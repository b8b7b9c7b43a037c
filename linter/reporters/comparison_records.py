"""A comparison as data: one JSON object, or a CSV line for each term of each document. See docs/compare.md."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TextIO

from linter.comparison import Comparison, Row, Weight
from linter.display import View
from linter.findings import VOICES, About
from linter.profiles import Profile
from linter.reporters.records import VERSION, tool_record

CSV_COLUMNS = (
    "rank", "concept", "category", "concern", "contrast", "score", "method", "document", "term", "status", "stance",
    *VOICES, "count", "narrated", "rate", "words", "difference", "log_odds", "z", "speakers", "path", "line", "text",
)  # fmt: skip

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def render_json(comparison: Comparison, about: Callable[[], About], out: TextIO, view: View) -> None:
    json.dump(comparison_record(comparison, about()), out, ensure_ascii=False, indent=1)
    out.write("\n")


def comparison_record(comparison: Comparison, about: About) -> dict[str, Any]:
    """The whole comparison; every key is always there."""
    return {
        "version": VERSION,
        "tool": tool_record(about),
        "method": comparison.method,
        "reason": comparison.reason,
        "notes": list(comparison.notes),
        "documents": [_document_record(profile) for profile in comparison.documents],
        "concepts": [_row_record(row) for row in comparison.rows],
        "stances": [asdict(count) for count in comparison.stances],
        "mixtures": [
            {**asdict(mixture), "terms": [{"term": term, "narrated": count} for term, count in mixture.terms]}
            for mixture in comparison.mixtures
        ],
    }


def _document_record(profile: Profile) -> dict[str, Any]:
    return {"name": profile.name, "paths": list(profile.paths), "words": profile.words, "uses": profile.uses}


def _row_record(row: Row) -> dict[str, Any]:
    """Documents that do not name the concept are left out of its cells."""
    record = asdict(row)
    record["cells"] = [cell for cell in record["cells"] if cell["terms"]]
    return record


def render_csv(comparison: Comparison, about: Callable[[], About], out: TextIO, view: View) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    words = {profile.name: profile.words for profile in comparison.documents}
    for rank, row in enumerate(comparison.rows, 1):
        weights: dict[tuple[str, str], Weight] = {}
        for weight in row.weights:  # the highest score first
            weights.setdefault((weight.document, weight.term), weight)
        for cell in row.cells:
            for term in cell.terms:
                weight = weights[cell.document, term.term]
                values: dict[str, Any] = {
                    **asdict(term),
                    "rank": rank,
                    "concern": row.concern,
                    "contrast": row.contrast,
                    "score": _number(row.score),
                    "method": comparison.method,
                    "rate": _number(term.rate),
                    "words": words[cell.document],
                    "difference": _number(weight.difference),
                    "log_odds": _number(weight.log_odds),
                    "z": _number(weight.z),
                    "speakers": "; ".join(term.speakers),
                }
                writer.writerow([cell_text(values[column]) for column in CSV_COLUMNS])


def cell_text(value: object) -> object:
    """A cell that a spreadsheet takes for text, never for a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    if isinstance(value, str) and value.startswith(_RISKY):
        return "'" + value
    return "" if value is None else value


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
