from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from linter.document import PARTS
from linter.findings import CONCERNS, SEVERITIES, VOICES, FileResult, Kind
from linter.version import __version__

Rendered = Callable[..., str]

FIRST = {
    "path": "news/a.md", "line": 1, "column": 5, "end_line": 1, "end_column": 22, "start": 4, "end": 21,
    "text": "glorious crossing", "term": "glorious crossing", "concept": "ferry-crossing", "category": "travel",
    "kind": "deprecated", "severity": "warning", "concern": "contested", "voice": "own", "speaker": None, "part": "body",
    "stance": "northern", "message": "“glorious crossing” is a term of the north", "note": "The north's name for it.",
    "advice": "", "sources": ["The Times: p. 3"],
    "suggestions": [
        {"text": "boat trip", "status": "preferred", "house": ["times", "post"], "safety": "safe"},
        {"text": "passage", "status": "admitted", "house": [], "safety": "suggest"},
    ],
    "context": {"left": "The ", "right": " began."}, "fingerprint": "0123456789abcdef", "suppression": None,
}  # fmt: skip
SECOND = {
    **FIRST, "line": 3, "column": 1, "end_line": 4, "end_column": 9, "start": 60, "end": 77, "text": "glorious\ncrossing",
    "severity": "error", "voice": "scare", "speaker": "Smith", "stance": None, "note": "", "advice": "say who calls it so",
    "sources": [], "suggestions": [], "fingerprint": "fedcba9876543210", "part": "heading", "concept": "other",
    "kind": "distanced",
}  # fmt: skip
SUPPRESSED = {
    **FIRST, "line": 6, "column": 2, "end_line": 6, "end_column": 19, "start": 90, "end": 107, "voice": "quoted",
    "fingerprint": "00", "suppression": {"kind": "policy", "reason": "quoted voice"},
}  # fmt: skip
SUMMARY = {
    "files": 2, "words": 127, "findings": 2, "suppressed": 1, "by_severity": {"error": 1, "warning": 1, "note": 0},
    "by_category": {"travel": 2}, "by_voice": {"own": 1, "reported": 0, "scare": 1, "attributed": 0, "quoted": 0},
    "by_stance": {"northern": 1},
}  # fmt: skip


def test_the_contract(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    """Only a new version of the format may change this test."""
    report = json.loads(rendered("json", small))
    assert list(report) == ["version", "tool", "summary", "findings", "errors"]
    assert report["version"] == 1
    assert report["tool"] == {"name": "evenhand", "version": __version__, "lexicon": "11aa", "settings": "22bb"}
    assert report["summary"] == SUMMARY
    assert report["findings"] == [FIRST, SECOND]
    assert [list(finding) for finding in report["findings"]] == [list(FIRST), list(FIRST)]
    assert report["errors"] == [{"path": "broken.txt", "message": "not UTF-8: byte 0xFF at offset 4"}]


def test_suppressed_findings_on_request(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    report = json.loads(rendered("json", small, show_suppressed=True))
    assert report["findings"] == [FIRST, SECOND, SUPPRESSED]
    assert report["summary"] == SUMMARY, "the counts are the same"


def test_an_empty_report(rendered: Rendered) -> None:
    report = json.loads(rendered("json", []))
    assert (report["findings"], report["errors"], report["summary"]["files"]) == ([], [], 0)


def test_letters_stay_letters(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    assert "“glorious crossing”" in rendered("json", small)


def test_the_page_documents_every_key_and_no_other() -> None:
    text = (Path(__file__).parents[2] / "docs/json.md").read_text("utf-8")
    keys = {*FIRST, *SUMMARY, *FIRST["suggestions"][0], *FIRST["context"], *SUPPRESSED["suppression"]}  # type: ignore[misc]
    keys |= {"version", "tool", "summary", "findings", "errors", "name", "lexicon", "settings", "message"}
    types = re.sub(r"type (?:Statistics|Rate) = \{.*?\}", "", re.sub(r"//.*", "", text.split("```")[1]), flags=re.DOTALL)
    assert set(re.findall(r"\b([a-z_]+):", types)) == keys


@pytest.mark.parametrize("values", [SEVERITIES, VOICES, CONCERNS, PARTS, get_args(Kind)], ids=lambda values: values[0])
def test_the_page_documents_every_value(values: tuple[str, ...]) -> None:
    text = (Path(__file__).parents[2] / "docs/json.md").read_text("utf-8")
    assert " | ".join(f'"{value}"' for value in values) in text
