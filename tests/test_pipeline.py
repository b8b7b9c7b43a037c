from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter import cache
from linter.errors import LexiconError, SettingsError
from linter.findings import FileResult
from linter.pipeline import Linter, Options
from linter.policy import Selection

Make = Callable[[dict[str, str | bytes]], Path]

DESK = """\
category: desk
concepts:
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred, pos: name, house: [times]}
      - {text: Kiev, status: deprecated, pos: name}
  - id: name
    terms:
      - {text: Marek, status: admitted, pos: name, house: [ap]}
      - {text: Marik, status: admitted, pos: name, house: [bbc]}
"""
DESK = DESK.replace("house: [times]", "house: [ap]")
RULES = "lexicons: [desk.yaml]\n"
BASE: dict[str, str | bytes] = {"desk.yaml": DESK, "rules.yaml": RULES}


def found(result: FileResult) -> list[str]:
    assert result.error is None, result.error
    return [f"{f.line}:{f.column} {f.concept} {f.text}" for f in result.findings if f.suppression is None]


def test_lint_text(workspace: Make) -> None:
    workspace(BASE)
    result = Linter().lint_text("One.\nKiev fell.")
    assert found(result) == ["2:1 kyiv Kiev"]
    assert (result.path, result.words, result.lines) == ("text.txt", 3, {2: "Kiev fell."})


def test_the_path_of_a_text_decides_its_format_and_settings(workspace: Make) -> None:
    workspace({**BASE, "sub/rules.yaml": "severity: {kyiv: error}"})
    linter = Linter()
    assert found(linter.lint_text("`Kiev`", "a.md")) == []
    assert found(linter.lint_text("`Kiev`", "a.txt")) == ["1:2 kyiv Kiev"]
    assert [f.severity for f in linter.lint_text("Kiev", "sub/new/a.txt").findings] == ["error"]


def test_half_a_character_is_an_error_of_that_text(workspace: Make) -> None:
    workspace(BASE)
    assert "not UTF-8" in (Linter().lint_text("Kiev \ud800").error or "")


def test_lint_bytes_takes_the_encoding_of_the_settings(workspace: Make) -> None:
    workspace({**BASE, "rules.yaml": RULES + "overrides: [{files: ['*.old.txt'], encoding: latin-1}]"})
    data = "Café in Kiev".encode("latin-1")
    assert found(Linter().lint_bytes(data, "a.old.txt")) == ["1:9 kyiv Kiev"]
    assert (Linter().lint_bytes(data, "a.txt").error or "").startswith("not UTF-8: byte 0xE9 at offset 3")


def test_an_unknown_suffix_is_read_as_text(workspace: Make) -> None:
    workspace(BASE)
    assert found(Linter().lint_bytes(b"Kiev", "NOTES")) == ["1:1 kyiv Kiev"]


def test_lint_file(workspace: Make) -> None:
    workspace({**BASE, "a.md": "**Kiev**"})
    assert found(Linter().lint_file("a.md")) == ["1:3 kyiv Kiev"]


@pytest.mark.parametrize(
    ("path", "error"),
    [("gone.md", "cannot be read: No such file"), (".", "cannot be read: Is a directory")],
)
def test_lint_file_records_what_cannot_be_read(workspace: Make, path: str, error: str) -> None:
    workspace(BASE)
    assert (Linter().lint_file(path).error or "").startswith(error)


def test_a_path_may_be_a_path_object(workspace: Make) -> None:
    workspace({**BASE, "a.md": "Kiev"})
    result = Linter().lint_file(Path("a.md"))
    assert (result.path, len(result.findings)) == ("a.md", 1)
    assert Linter().lint_text("Kiev", Path("a.md")).findings == result.findings


def test_a_file_that_may_not_be_read(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace({**BASE, "a.md": "Kiev", "b.md": "Kiev"})
    opened = os.open

    def refuse(path: str, *arguments: Any, **options: Any) -> Any:
        if path == "a.md":
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    report = Linter().lint_paths(["."])
    assert [result.error for result in report.files] == ["cannot be read: Permission denied", None]
    assert [f.path for f in report.findings] == ["b.md"]


def test_lint_paths_goes_on_after_errors(workspace: Make) -> None:
    workspace({**BASE, "a.md": b"\xff", "b.md": "Kiev", "c.txt": b"a\0b"})
    report = Linter().lint_paths([".", "gone.md"])
    assert [(result.path, (result.error or "")[:18]) for result in report.files] == [
        ("a.md", "not UTF-8: byte 0x"),
        ("b.md", ""),
        ("c.txt", "looks like a binar"),
        ("gone.md", "there is no such f"),
    ]
    assert [f.path for f in report.findings] == ["b.md"]
    assert len(report.errors) == 3
    assert len(report.about.lexicon) == len(report.about.settings) == 16


def test_results_come_as_they_are_ready(workspace: Make) -> None:
    root = workspace({**BASE, "a.md": "Kiev", "b.md": "Kiev"})
    linter = Linter()
    results = linter.results(linter.discover(["."]))
    assert next(results).path == "a.md"
    (root / "b.md").unlink()
    assert (next(results).error or "").startswith("cannot be read")
    assert list(results) == []


def test_order_of_paths_does_not_matter(workspace: Make) -> None:
    workspace({**BASE, "a.md": "Kiev", "b.md": "Kiev", "c/d.md": "Kiev"})
    assert Linter().lint_paths(["c", "b.md", "a.md"]) == Linter().lint_paths(["a.md", "b.md", "c"])


def test_explain(workspace: Make) -> None:
    workspace({**BASE, "desk.yaml": DESK.replace("  - id: name", "    exceptions: [chicken Kiev]\n  - id: name")})
    explained = Linter().explain("Kiev served chicken Kiev. “The old Kiev is gone,” said Smith.")
    assert [(f.text, bool(f.suppression)) for f in explained.findings] == [("Kiev", False), ("Kiev", True)]
    assert [(passed.text, passed.concept) for passed in explained.passed] == [("Kiev", "kyiv")]
    assert "chicken Kiev" in explained.passed[0].reason


OPTIONS = [
    pytest.param(Options(), ["1:1 kyiv Kiev"], id="none"),
    pytest.param(Options(house="ap"), ["1:1 kyiv Kiev", "1:10 name Marik"], id="house"),
    pytest.param(Options(house="bbc"), ["1:1 kyiv Kiev"], id="another house"),
    pytest.param(Options(selection=Selection(ignore=frozenset({"kyiv"}))), [], id="ignore"),
    pytest.param(Options(lexicons=("other.yaml",)), ["1:6 met met"], id="lexicon instead of that of the settings"),
    pytest.param(Options(lexicons=("desk.yaml", "other.yaml")), ["1:1 kyiv Kiev", "1:6 met met"], id="two lexicons"),
    pytest.param(Options(config="sub/my.yaml"), ["1:6 met met"], id="config instead of rules.yaml"),
    pytest.param(Options(use_cache=False), ["1:1 kyiv Kiev"], id="no cache"),
]


@pytest.mark.parametrize(("options", "expected"), OPTIONS)
def test_options(workspace: Make, options: Options, expected: list[str]) -> None:
    other = "category: other\nconcepts: [{id: met, terms: [{text: met, status: deprecated}]}]"
    workspace({**BASE, "other.yaml": other, "sub/my.yaml": "lexicons: [../other.yaml]"})
    assert found(Linter(options).lint_text("Kiev met Marik.")) == expected


def test_without_the_cache_nothing_is_written(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace(BASE)
    monkeypatch.setenv("EVENHAND_CACHE_DIR", str(root / "cache"))
    Linter(Options(use_cache=False)).lint_text("Kiev")
    assert not (root / "cache").exists()
    Linter().lint_text("Kiev")
    assert os.listdir(cache.folder())


MERGED = {
    "rules.yaml": RULES + "severity: {kyiv: note}\nhouse: ap\nfail-on: error\n",
    "in/rules.yaml": "overrides: [{files: [x.md], severity: {kyiv: error}}]\n",
    "in/deep/rules.yaml": "severity: {kyiv: warning}\nhouse: none\n",
    "in/other/rules.yaml": "groups: [not ours]\n",
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.md", [("Kiev", "note"), ("Marik", "warning")]),
        ("in/a.md", [("Kiev", "note"), ("Marik", "warning")]),
        ("in/x.md", [("Kiev", "error"), ("Marik", "warning")]),
        ("in/deep/x.md", [("Kiev", "warning")]),
        ("in/other/x.md", [("Kiev", "error"), ("Marik", "warning")]),
    ],
)
def test_settings_are_merged_from_outer_to_inner(workspace: Make, path: str, expected: list[tuple[str, str]]) -> None:
    workspace({"desk.yaml": DESK, **MERGED})
    result = Linter().lint_text("Kiev met Marik.", path)
    assert [(f.text, f.severity) for f in result.findings] == expected


def test_lexicons_are_found_beside_the_settings_that_name_them(workspace: Make) -> None:
    workspace({**BASE, "sub/a.md": "Kiev"})
    os.chdir("sub")
    assert found(Linter().lint_file("a.md")) == ["1:1 kyiv Kiev"]


@pytest.mark.parametrize(
    ("files", "kind", "message"),
    [
        pytest.param({"rules.yaml": RULES + "hosue: ap"}, SettingsError, r"rules\.yaml:2:1: unknown key “hosue”", id="settings"),
        pytest.param({"rules.yaml": RULES + "severity: {kyev: off}"}, SettingsError, "did you mean “kyiv”", id="unknown id"),
        pytest.param({"rules.yaml": "lexicons: [gone.yaml]"}, LexiconError, r"rules\.yaml:1:12: no lexicon at “gone", id="gone"),
        pytest.param({"desk.yaml": "category: [\n"}, LexiconError, r"desk\.yaml:2:1: not YAML", id="broken lexicon"),
        pytest.param({"desk.yaml": ""}, LexiconError, r"desk\.yaml: the file is empty", id="empty lexicon"),
        pytest.param({"desk.yaml": DESK + DESK[DESK.index("  - id: n"):]}, LexiconError, "“name” stands twice", id="twice"),
    ],
)  # fmt: skip
def test_wrong_settings_and_lexicons_stop_the_run(
    workspace: Make, files: dict[str, str], kind: type[Exception], message: str
) -> None:
    workspace({**BASE, "a.md": "Kiev", **files})
    with pytest.raises(kind, match=message):
        Linter().lint_paths(["."])


def test_the_fingerprints_follow_what_held(workspace: Make) -> None:
    root = workspace({**BASE, "a.md": "Kiev"})
    before = Linter().lint_paths(["."]).about
    assert Linter().lint_paths(["."]).about == before
    (root / "rules.yaml").write_text(RULES + "fail-on: note\n")
    changed = Linter().lint_paths(["."]).about
    assert changed.settings != before.settings
    assert changed.lexicon == before.lexicon
    (root / "desk.yaml").write_text(DESK + "# more\n")
    assert Linter().lint_paths(["."]).about.lexicon != before.lexicon


def test_the_fingerprint_of_settings_is_of_what_they_say(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = "severity: {place-names: error}\n"
    root = workspace({
        "one/rules.yaml": rules, "two/rules.yaml": rules, "three/rules.yaml": rules.replace("error", "note"),
        **{f"{folder}/a.md": "Nothing.\n" for folder in ("one", "two", "three")},
    })  # fmt: skip
    found = []
    for folder in ("one", "two", "three"):
        monkeypatch.chdir(root / folder)
        found.append(Linter().lint_paths(["."]).about.settings)
    assert found[0] == found[1] != found[2]


def test_folders_in_which_the_same_files_hold_share_their_settings(workspace: Make) -> None:
    workspace({"rules.yaml": "fail-on: error\n", "a/x.md": "x\n", "b/c/x.md": "x\n", "own/rules.yaml": "fail-on: note\n"})
    linter = Linter()
    assert linter.settings_for("a") is linter.settings_for("b/c")
    assert linter.settings_for("own") is not linter.settings_for("a")
    assert (linter.settings_for("b/c").fail_on, linter.settings_for("own").fail_on) == ("error", "note")
