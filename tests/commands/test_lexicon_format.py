from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

WRITTEN = """\
category: desk
concepts:
- terms:
  - status: preferred
    text: Kyiv
  - {text: Kiev, status: deprecated}
  id: kyiv
"""
LAID_OUT = """\
category: desk
concepts:
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred}
      - {text: Kiev, status: deprecated}
"""


def test_files_are_rewritten_once(workspace: Make, evenhand: Run) -> None:
    folder = workspace({"house/a.yaml": WRITTEN, "house/b.yaml": LAID_OUT.replace("kyiv", "b").replace("desk", "b")})
    ran = evenhand("lexicon", "format", "house")
    assert (ran.status, ran.out) == (0, "house/a.yaml: laid out\n")
    assert ran.err == "evenhand: 1 of 2 files changed\n"
    assert (folder / "house/a.yaml").read_text() == LAID_OUT
    assert evenhand("lexicon", "format", "house").out == ""


def test_check_changes_nothing(workspace: Make, evenhand: Run) -> None:
    folder = workspace({"a.yaml": WRITTEN})
    ran = evenhand("lexicon", "format", "--check", "a.yaml")
    assert (ran.status, ran.out) == (1, "a.yaml: not in canonical layout; run evenhand lexicon format a.yaml\n")
    assert (folder / "a.yaml").read_text() == WRITTEN
    workspace({"a.yaml": LAID_OUT})
    assert evenhand("lexicon", "format", "--check", "a.yaml").status == 0


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("category: desk\nconcepts:\n- {id: a # why\n}\n", "a comment below the head", id="a comment"),
        pytest.param("category: [\n", "not YAML", id="no YAML"),
        pytest.param(WRITTEN.replace("preferred", "prefered"), "did you mean “preferred”", id="no lexicon"),
    ],
)
def test_what_cannot_be_read_is_not_written(workspace: Make, evenhand: Run, text: str, part: str) -> None:
    folder = workspace({"a.yaml": WRITTEN, "b.yaml": text})
    ran = evenhand("lexicon", "format", "a.yaml", "b.yaml")
    assert (ran.status, ran.out) == (2, "")
    assert part in ran.err
    assert (folder / "a.yaml").read_text() == WRITTEN


def test_no_path(workspace: Make, evenhand: Run) -> None:
    workspace({})
    ran = evenhand("lexicon", "format")
    assert (ran.status, ran.err) == (2, "evenhand: name the lexicon files or folders to lay out, such as lexicon\n")


def test_a_mirror_in_the_bundled_lexicon(workspace: Make, evenhand: Run) -> None:
    folder = workspace({"a.yaml": WRITTEN + "  mirror: kyiv\n"})
    assert evenhand("lexicon", "format", "a.yaml").status == 0
    assert (folder / "a.yaml").read_text() == LAID_OUT + "    mirror: kyiv\n"
