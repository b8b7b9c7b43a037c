"""Workflow commands of GitHub Actions, which become annotations on the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions: `%`, CR and LF are escaped in messages, also
`:` and `,` in properties; columns are 1-based and the end is inclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from linter.display import View, visible
from linter.findings import About, FileResult, Finding
from linter.reporters.phrases import summary_line, use_line

NAME = "github"

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View) -> None:
    for result in results:
        if result.error is not None:
            out.write(f"::error file={_property(result.path)}::{_message(result.error)}\n")
        for finding in result.findings:
            if finding.suppression is None:
                out.write(_annotation(finding) + "\n")


def _annotation(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "endLine": str(finding.end_line),
        "title": f"{finding.concept}: {finding.message}",
    }
    if finding.line == finding.end_line:
        properties |= {"col": str(finding.column), "endColumn": str(max(finding.column, finding.end_column - 1))}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    lines = [summary_line(finding), finding.note, use_line(finding)]
    return f"::{_COMMANDS[finding.severity]} {listed}::{_message(chr(10).join(line for line in lines if line))}"


def _message(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
