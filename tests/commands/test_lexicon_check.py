from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

SOUND = """\
category: desk
concepts:
  - id: kyiv
    terms: [{text: Kyiv, status: preferred, pos: name}, {text: Kiev, status: deprecated, pos: name}]
    examples: {match: ["He went to «Kiev»."], pass: ["He went to Kyiv."]}
"""


def test_sound(workspace: Make, evenhand: Run) -> None:
    workspace({"desk.yaml": SOUND})
    ran = evenhand("lexicon", "check", "desk.yaml")
    assert (ran.status, ran.out, ran.err) == (0, "", "evenhand: 1 concept, 2 terms: no problems\n")


def test_examples_that_do_not_hold(workspace: Make, evenhand: Run) -> None:
    workspace({"desk.yaml": SOUND.replace("«Kiev»", "«Kyiv»").replace('"He went to Kyiv."', '"He went to Kiev."')})
    ran = evenhand("lexicon", "check", "desk.yaml")
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("desk.yaml:3:5: ") for line in lines)
    assert "2 problems" in ran.err


def test_strict_asks_for_more(workspace: Make, evenhand: Run) -> None:
    workspace({"desk.yaml": SOUND})
    ran = evenhand("lexicon", "check", "desk.yaml", "--strict")
    assert ran.status == 1
    assert "definition" in ran.out


def test_what_cannot_be_loaded(workspace: Make, evenhand: Run) -> None:
    workspace({"desk.yaml": SOUND.replace("status", "sttaus"), "lex/a.yaml": "category: a\n", "lex/b.yml": "- x"})
    ran = evenhand("lexicon", "check", "desk.yaml", "lex")
    assert ran.status == 2
    assert ran.out.count("did you mean “status”?") == 2
    assert "lex/a.yaml:1:1: no concepts" in ran.out
    assert "lex/b.yml:1:1: found a list" in ran.out
    assert "the lexicon cannot be used" in ran.err


def test_nothing_there(workspace: Make, evenhand: Run) -> None:
    workspace({})
    ran = evenhand("lexicon", "check", "gone.yaml")
    assert ran.status == 2
    assert "there is no such file or folder" in ran.out + ran.err
