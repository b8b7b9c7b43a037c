from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

FILES: dict[str, str | bytes] = {
    "desk.yaml": "category: desk\nprefer: {Kyiv: [Kiev]}\n",
    "rules.yaml": """\
lexicons: [desk.yaml]
severity: {desk: error}
files: {exclude: [old/]}
overrides:
  - {files: [opinion/**], severity: {kyiv: off}, voice: {quoted: note}}
accept:
  - {concept: kyiv, files: [history/*], reason: period usage, until: 2030-01-01}
fail-on: note
""",
    "opinion/rules.yaml": "severity: {desk: note}\nencoding: latin-1\n",
}


def rows(evenhand: Run, file: str, *words: str) -> dict[str, str]:
    """Key → value and origin."""
    ran = evenhand("settings", file, *words)
    assert (ran.status, ran.err) == (0, "")
    table = ran.out.partition("\n\n")[0]
    return {line.split()[0]: " ".join(line.split()[1:]) for line in table.splitlines()}


def test_every_setting_with_its_origin(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    shown = rows(evenhand, "news/a.md")
    assert shown["lexicons"] == "desk.yaml rules.yaml:1:12"
    assert shown["severity.desk"] == "error rules.yaml:2:18"
    assert shown["files.exclude"] == "old/ rules.yaml:3:1"
    assert shown["fail-on"] == "note rules.yaml:8:1"
    assert shown["excluded"] == "no"
    assert "voice.quoted" not in shown
    assert not {"severity.kyiv", "accept.kyiv", "encoding", "house"} & set(shown)


def test_what_an_override_and_an_inner_file_say(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    shown = rows(evenhand, "opinion/new.md")
    assert shown["severity.desk"] == "note opinion/rules.yaml:1:18"
    assert shown["severity.kyiv"] == "off rules.yaml:5:44 (files: opinion/**)"
    assert shown["voice.quoted"] == "note rules.yaml:5:66 (files: opinion/**)"
    assert shown["encoding"] == "iso8859-1 opinion/rules.yaml:2:1"


def test_waivers_and_exclusion(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    assert rows(evenhand, "history/a.md")["accept.kyiv"] == "period usage, until 2030-01-01 rules.yaml:7:5"
    assert rows(evenhand, "old/a.md")["excluded"] == "yes"


def test_options(workspace: Make, evenhand: Run) -> None:
    workspace({**FILES, "other.yaml": "category: other\nprefer: {a: [b]}", "own.yaml": "lexicons: [other.yaml]\nfail-on: never"})
    assert rows(evenhand, "a.md", "--config", "own.yaml")["fail-on"] == "never own.yaml:2:1"


@pytest.mark.parametrize(
    ("file", "said"),
    [("opinion", "is a folder; name a file"), (".", "is a folder; name a file")],
)
def test_a_folder(workspace: Make, evenhand: Run, file: str, said: str) -> None:
    workspace(FILES)
    ran = evenhand("settings", file)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_wrong_settings(workspace: Make, evenhand: Run) -> None:
    workspace({**FILES, "opinion/rules.yaml": "severity: {desc: note}\n"})
    ran = evenhand("settings", "opinion/a.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("evenhand: opinion/rules.yaml:1:18: no category or concept “desc” in the lexicon; did you mean")
