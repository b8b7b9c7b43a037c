"""Findings as the records of the JSON contract, version 1; see docs/json.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from linter.findings import SEVERITIES, VOICES, About, FileResult, Finding
from linter.version import __version__

VERSION = 1


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


def summary_record(results: Sequence[FileResult]) -> dict[str, Any]:
    """The counts of a run: of the findings that count, and of the suppressed ones."""
    counting = [f for result in results for f in result.findings if f.suppression is None]
    suppressed = sum(f.suppression is not None for result in results for f in result.findings)
    severities = Counter(f.severity for f in counting)
    voices = Counter(f.voice for f in counting)
    return {
        "files": sum(result.error is None for result in results),
        "words": sum(result.words for result in results),
        "findings": len(counting),
        "suppressed": suppressed,
        "by_severity": {severity: severities[severity] for severity in SEVERITIES},
        "by_category": dict(sorted(Counter(f.category for f in counting).items())),
        "by_voice": {voice: voices[voice] for voice in VOICES},
        "by_stance": dict(sorted(Counter(f.stance for f in counting if f.stance).items())),
    }
