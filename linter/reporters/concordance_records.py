"""A concordance as data: CSV or JSON lines, a record for each place. See docs/concordance.md."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TextIO

from linter.concordance import ConcordanceLine, Query
from linter.display import View
from linter.reporters.comparison_records import cell_text

COLUMNS = tuple(field.name for field in fields(ConcordanceLine))


def render_jsonl(lines: Sequence[ConcordanceLine], query: Query, out: TextIO, view: View) -> None:
    for line in lines:
        out.write(json.dumps(asdict(line), ensure_ascii=False) + "\n")


def render_csv(lines: Sequence[ConcordanceLine], query: Query, out: TextIO, view: View) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([cell_text(value) for value in asdict(line).values()])
