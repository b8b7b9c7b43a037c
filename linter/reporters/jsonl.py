"""One JSON object a line, as soon as it is found: findings as in the JSON contract, errors as `{"path", "error"}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from linter.display import View
from linter.findings import About, FileResult
from linter.reporters.records import encoded, finding_record

NAME = "jsonl"


def render(results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View) -> None:
    for result in results:
        if result.error is not None:
            out.write(encoded({"path": result.path, "error": result.error}) + "\n")
        for finding in result.findings:
            if view.show_suppressed or finding.suppression is None:
                out.write(encoded(finding_record(finding)) + "\n")
