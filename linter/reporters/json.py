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
    findings, errors = _Items(), _Items()
    for result in results:
        summary.add(result)
        findings.add([encoded(finding_record(f)) for f in result.findings if view.show_suppressed or f.suppression is None])
        if result.error is not None:
            errors.add([encoded(error_record(result))])
    counts = summary.record()
    if view.statistics:
        counts["statistics"] = statistics_record(statistics)
    out.write(f'{{"version": {VERSION},\n "tool": {encoded(tool_record(about()))},\n')
    out.write(f' "summary": {encoded(counts)},\n')
    out.write(' "findings": [')
    findings.write(out)
    out.write('],\n "errors": [')
    errors.write(out)
    out.write("]}\n")


class _Items:
    """The items of a list, kept a thousand in one text: joined while other processes work, not when all wait for the end."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._joined: list[str] = []

    def add(self, items: Sequence[str]) -> None:
        self._waiting += items
        if len(self._waiting) >= _AT_ONCE:
            self._join()

    def write(self, out: TextIO) -> None:
        self._join()
        for number, text in enumerate(self._joined):
            out.write(text if number else text[1:])  # without the comma before the first

    def _join(self) -> None:
        if self._waiting:
            self._joined.append(",\n  ".join(["", *self._waiting]))
            self._waiting.clear()
