"""SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning. Columns count code points.

The severity varies by path, so it stands on the result; alternatives are separate fixes, as all replacements of one fix are
applied together (section 3.55).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from typing import Any, TextIO
from urllib.parse import quote

from linter.display import View
from linter.findings import About, FileResult, Finding
from linter.reporters.phrases import summary_line, use_line
from linter.version import __version__

NAME = "sarif"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View) -> None:
    rules: dict[str, dict[str, Any]] = {}
    entries, notifications = [], []
    for result in results:
        if result.error is not None:
            notifications.append(_notification(result))
        for finding in result.findings:
            if view.show_suppressed or finding.suppression is None:
                rules.setdefault(finding.concept, _rule(finding))
                entries.append(_result(finding, list(rules).index(finding.concept)))
    run = {
        "tool": {
            "driver": {
                "name": "evenhand",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": list(rules.values()),
                "properties": {"lexicon": about().lexicon, "settings": about().settings},
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications},
        ],
        "results": entries,
    }
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _rule(finding: Finding) -> dict[str, Any]:
    help_text = "\n".join(text for text in (finding.note, *finding.sources) if text) or finding.concept
    return {
        "id": finding.concept,
        "shortDescription": {"text": finding.concept.replace("-", " ")},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": finding.severity},
        "properties": {"tags": [finding.category, finding.concern]},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    region = _region(finding)
    use = use_line(finding)
    text = f"{summary_line(finding)}. Use: {use}" if use else summary_line(finding)
    result: dict[str, Any] = {
        "ruleId": finding.concept,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(finding.path)}, "region": region}}],
        "partialFingerprints": {"evenhand/v1": finding.fingerprint},
        "properties": {"kind": finding.kind, "voice": finding.voice, "speaker": finding.speaker, "stance": finding.stance},
    }
    if finding.suggestions and finding.voice not in ("quoted", "attributed"):
        result["fixes"] = [
            {
                "description": {"text": f"Use “{suggestion.text}”"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": _uri(finding.path)},
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": suggestion.text}}],
                    }
                ],
            }
            for suggestion in finding.suggestions
            if suggestion.safety != "never"
        ]
    if finding.suppression:
        kind = "inSource" if finding.suppression.kind == "inline" else "external"
        result["suppressions"] = [{"kind": kind, "justification": finding.suppression.reason}]
    return result


def _region(finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    if finding.text:
        offsets = {"charOffset": finding.start, "charLength": finding.end - finding.start}
        region |= {**offsets, "snippet": {"text": finding.text}}
    return region


def _notification(result: FileResult) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"{result.path}: {result.error}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.path)}}}],
    }


def _uri(path: str) -> str:
    return quote(os.fsencode(path.replace(os.sep, "/")), safe="/~!$&'()*+,;=@-._")
