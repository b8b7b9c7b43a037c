"""One JSON object for the whole run: the contract of docs/json.md. A line a finding, so that it can be looked through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from linter.display import View
from linter.findings import About, FileResult
from linter.reporters.records import VERSION, Summary, encoded, error_record, finding_record, tool_record

NAME = "json"

_AT_ONCE = 1_000
"""Findings that are written with one call, as standard output may be unbuffered."""


def render(results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View) -> None:
    """The summary stands before the findings, so these are kept until the run is over: as text, which takes least room."""
    summary = Summary()
    if view.statistics:
        from linter.rates import Statistics, statistics_record

        statistics = Statistics()
        results = statistics.counting(results)
    findings: list[str] = []
    errors: list[str] = []
    for result in results:
        summary.add(result)
        findings += [encoded(finding_record(f)) for f in result.findings if view.show_suppressed or f.suppression is None]
        if result.error is not None:
            errors.append(encoded(error_record(result)))
    counts = summary.record()
    if view.statistics:
        counts["statistics"] = statistics_record(statistics)
    out.write(f'{{"version": {VERSION},\n "tool": {encoded(tool_record(about()))},\n')
    out.write(f' "summary": {encoded(counts)},\n')
    _write_list(out, "findings", findings, ",\n")
    _write_list(out, "errors", errors, "}\n")


def _write_list(out: TextIO, key: str, items: Sequence[str], end: str) -> None:
    out.write(f' "{key}": [')
    separator = "\n  "
    for start in range(0, len(items), _AT_ONCE):
        out.write(separator + ",\n  ".join(items[start : start + _AT_ONCE]))
        separator = ",\n  "
    out.write("]" + end)
