"""Findings as the records of the JSON contract, version 1; see docs/json.md."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from linter.findings import SEVERITIES, VOICES, About, FileResult, Finding
from linter.version import __version__

VERSION = 1

encoded = json.JSONEncoder(ensure_ascii=False).encode
"""A record as JSON in one line."""


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding, all keys always present."""
    suppression = finding.suppression
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "term": finding.term,
        "concept": finding.concept,
        "category": finding.category,
        "kind": finding.kind,
        "severity": finding.severity,
        "concern": finding.concern,
        "voice": finding.voice,
        "speaker": finding.speaker,
        "part": finding.part,
        "stance": finding.stance,
        "message": finding.message,
        "note": finding.note,
        "advice": finding.advice,
        "sources": list(finding.sources),
        "suggestions": [
            {"text": s.text, "status": s.status, "house": list(s.house), "safety": s.safety} for s in finding.suggestions
        ],
        "context": {"left": finding.left, "right": finding.right},
        "fingerprint": finding.fingerprint,
        "suppression": {"kind": suppression.kind, "reason": suppression.reason} if suppression else None,
    }


def error_record(result: FileResult) -> dict[str, Any]:
    return {"path": result.path, "message": result.error}


def tool_record(about: About) -> dict[str, Any]:
    return {"name": "evenhand", "version": __version__, "lexicon": about.lexicon, "settings": about.settings}


class Summary:
    """The counts of a run, made as its results pass: of the findings that count, and of the suppressed ones."""

    def __init__(self) -> None:
        self.files = self.words = self.suppressed = 0
        self._severities: Counter[str] = Counter()
        self._categories: Counter[str] = Counter()
        self._voices: Counter[str] = Counter()
        self._stances: Counter[str] = Counter()

    def add(self, result: FileResult) -> None:
        self.files += result.error is None
        self.words += result.words
        for finding in result.findings:
            if finding.suppression is not None:
                self.suppressed += 1
                continue
            self._severities[finding.severity] += 1
            self._categories[finding.category] += 1
            self._voices[finding.voice] += 1
            if finding.stance:
                self._stances[finding.stance] += 1

    def record(self) -> dict[str, Any]:
        return {
            "files": self.files,
            "words": self.words,
            "findings": self._severities.total(),
            "suppressed": self.suppressed,
            "by_severity": {severity: self._severities[severity] for severity in SEVERITIES},
            "by_category": dict(sorted(self._categories.items())),
            "by_voice": {voice: self._voices[voice] for voice in VOICES},
            "by_stance": dict(sorted(self._stances.items())),
        }
