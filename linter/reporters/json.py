"""One JSON object for the whole run: the contract of docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from linter.display import View
from linter.findings import About, FileResult
from linter.reporters.records import VERSION, error_record, finding_record, summary_record, tool_record

NAME = "json"


def render(results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View) -> None:
    collected = list(results)
    shown = [f for result in collected for f in result.findings if view.show_suppressed or f.suppression is None]
    summary = summary_record(collected)
    if view.statistics:
        summary["statistics"] = _statistics(collected)
    report = {
        "version": VERSION,
        "tool": tool_record(about()),
        "summary": summary,
        "findings": [finding_record(finding) for finding in shown],
        "errors": [error_record(result) for result in collected if result.error is not None],
    }
    json.dump(report, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _statistics(results: Iterable[FileResult]) -> dict[str, Any]:
    from linter.rates import Statistics, statistics_record

    statistics = Statistics()
    for result in results:
        statistics.add(result)
    return statistics_record(statistics)
