from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from linter.baseline import Baseline, Entry, compare, entries_of, format_baseline, parse_baseline, read_baseline
from linter.errors import SettingsError
from linter.findings import FileResult, Finding

KIEV = Entry("a.md", "kyiv", "Kiev", "f1")
REGIME = Entry("b/c.md", "regime", "regime", "f2", 2, "an archive")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(format_baseline([REGIME, KIEV]))
    baseline = read_baseline(str(path))
    assert baseline.entries == (KIEV, REGIME)
    assert baseline.folder == str(tmp_path)


def test_it_is_sorted_with_one_line_an_entry_and_no_line_numbers() -> None:
    lines = format_baseline([REGIME, KIEV]).decode().splitlines()
    assert lines == [
        "{",
        '  "version": 1,',
        '  "findings": [',
        '    {"path": "a.md", "concept": "kyiv", "text": "Kiev", "fingerprint": "f1"},',
        '    {"path": "b/c.md", "concept": "regime", "text": "regime", "fingerprint": "f2", "count": 2, "reason": "an archive"}',
        "  ]",
        "}",
    ]


def test_an_empty_one_is_read() -> None:
    assert parse_baseline(format_baseline([]), "x") == ()


def test_odd_names_come_back() -> None:
    entry = Entry('a "b"\n\udc80ü.md', "kyiv", "Киев\u2028", "f")
    assert parse_baseline(format_baseline([entry]), "x") == (entry,)


def test_a_line_that_both_sides_of_a_merge_brought_counts_once() -> None:
    data = json.dumps({"version": 1, "findings": [vars_of(REGIME), vars_of(KIEV), vars_of(replace(REGIME, count=3))]})
    assert parse_baseline(data.encode(), "x") == (KIEV, replace(REGIME, count=3))


def vars_of(entry: Entry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in ("path", "concept", "text", "fingerprint", "count", "reason")}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "base.json:1:1: is not JSON", id="empty"),
        pytest.param(b'{"version": 1, "findings": [}', "base.json:1:29: is not JSON", id="cut off"),
        pytest.param(b"\xff\xfe", "is not UTF-8 at byte 0", id="no text"),
        pytest.param(b"[]", "is no baseline of evenhand", id="a list"),
        pytest.param(b"{}", "has no “version”", id="no version"),
        pytest.param(
            b'{"version": 2, "findings": []}', "is of version “2”, and this evenhand reads version 1", id="a later version"
        ),
        pytest.param(b'{"version": 1}', "“findings” is missing", id="no findings"),
        pytest.param(b'{"version": 1, "findings": {}}', "no list", id="findings of another kind"),
        pytest.param(b'{"version": 1, "findings": [1]}', "entry 1", id="no entry"),
        pytest.param(
            b'{"version": 1, "findings": [{"path": "a"}]}', "expected the texts path, concept, text", id="half an entry"
        ),
        pytest.param(
            b'{"version": 1, "findings": [{"path": "a", "concept": "b", "text": "c", "fingerprint": "d", "count": 0}]}',
            "count: found “0”",
            id="no count",
        ),
        pytest.param(
            b'{"version": 1, "findings": [{"path": "a", "concept": "b", "text": "c", "fingerprint": "d", "count": true}]}',
            "count: found “True”",
            id="a count that is none",
        ),
        pytest.param(b'{"version": 1,\n<<<<<<< ours\n"findings": []}', "marks of a merge conflict", id="a merge conflict"),
        pytest.param(b"[" * 100_000, "nested too deeply", id="nested"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        read_baseline(str(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_one_is_said_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="“evenhand baseline” writes one"):
        read_baseline(str(tmp_path / "none.json"))


def result_of(lint, text: str, path: str = "a.txt") -> FileResult:  # type: ignore[no-untyped-def]
    return FileResult(os.path.abspath(path), 1, lint(text))


def counting(result: FileResult) -> list[Finding]:
    return [finding for finding in result.findings if finding.suppression is None]


def accepted(lint, text: str) -> Baseline:  # type: ignore[no-untyped-def]
    return Baseline(os.getcwd(), tuple(entries_of(result_of(lint, text), os.getcwd())))


def test_what_was_accepted_is_suppressed_and_what_is_new_is_not(lint) -> None:  # type: ignore[no-untyped-def]
    baseline = accepted(lint, "Kiev fell.")
    assert counting(baseline.apply(result_of(lint, "Kiev fell."))) == []
    (new,) = counting(baseline.apply(result_of(lint, "Kiev fell.\n\nThey went on to the city of Kiev again.")))
    assert new.start > 10
    assert baseline.apply(result_of(lint, "Kiev fell.")).findings[0].suppression.kind == "baseline"  # type: ignore[union-attr]


def test_lines_may_move(lint) -> None:  # type: ignore[no-untyped-def]
    baseline = accepted(lint, "Kiev fell.")
    assert counting(baseline.apply(result_of(lint, "First this.\n\n\nKiev fell."))) == []


def test_another_file_is_another_matter(lint) -> None:  # type: ignore[no-untyped-def]
    baseline = accepted(lint, "Kiev fell.")
    assert counting(baseline.apply(result_of(lint, "Kiev fell.", "b.txt")))


def test_a_third_one_is_new_where_two_were_accepted(lint) -> None:  # type: ignore[no-untyped-def]
    line = "Here Kiev fell in this very year.\n\n"
    baseline = accepted(lint, line * 2)
    assert counting(baseline.apply(result_of(lint, line * 2))) == []
    assert len(counting(baseline.apply(result_of(lint, line * 3)))) == 1
    assert baseline.apply(result_of(lint, line)).stale == 1


def test_a_suppressed_finding_uses_no_entry(lint) -> None:  # type: ignore[no-untyped-def]
    baseline = accepted(lint, "Kiev fell.")
    assert baseline.apply(result_of(lint, "“Kiev fell,” he said.")).stale == 1


def test_comparing() -> None:
    new = Entry("a.md", "kyiv", "Kiev", "f9")
    compared = compare([KIEV, REGIME], [new, replace(REGIME, count=1, reason="")], {"a.md", "b/c.md"})
    assert compared.kept == (replace(REGIME, count=1),)
    assert compared.new == (new,)
    assert compared.stale == (KIEV, replace(REGIME, count=1))


def test_entries_of_files_that_were_not_looked_at_are_kept() -> None:
    compared = compare([KIEV, REGIME], [], {"a.md"})
    assert compared.kept == (REGIME,)
    assert compared.stale == (KIEV,)


def test_more_of_the_same_is_new() -> None:
    compared = compare([KIEV], [replace(KIEV, count=3)], {"a.md"})
    assert compared.kept == (KIEV,)
    assert compared.new == (replace(KIEV, count=2),)
