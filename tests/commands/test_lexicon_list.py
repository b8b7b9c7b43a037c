from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

FILES: dict[str, str | bytes] = {
    "rules.yaml": "lexicons: [b.yaml, a.yaml]",
    "a.yaml": "category: places\ntitle: Names of places\nprefer:\n  Kyiv: [Kiev, Kiew]\n",
    "b.yaml": """\
category: labels
title: Labels
concepts:
  - id: regime
    definition: A government.
    concern: loaded
    terms:
      - {text: government, status: preferred, pos: noun}
      - {text: regime, status: deprecated, pos: noun, stance: russian-government}
      - {pattern: "ruling cliques?", status: deprecated}
""",
}


@pytest.fixture(autouse=True)
def _lexicons(workspace: Make) -> None:
    workspace(FILES)


def test_a_line_a_concept(evenhand: Run) -> None:
    ran = evenhand("lexicon", "list")
    assert (ran.status, ran.err) == (0, "")
    assert [" ".join(line.split()) for line in ran.out.splitlines()] == [
        "labels: Labels",
        "regime regime, /ruling cliques?/ → government",
        "places: Names of places",
        "kyiv Kiev, Kiew → Kyiv",
    ]


def test_one_category(evenhand: Run) -> None:
    assert evenhand("lexicon", "list", "--category", "places").out.startswith("places: ")


def test_json(evenhand: Run) -> None:
    ran = evenhand("lexicon", "list", "--format", "json", "--category", "labels")
    (record,) = json.loads(ran.out)
    assert (record["id"], record["category"], record["concern"]) == ("regime", "labels", "loaded")
    assert [(term["text"], term["status"], term["stance"], term["variants"]) for term in record["terms"]] == [
        ("government", "preferred", None, ["government", "governments"]),
        ("regime", "deprecated", "russian-government", ["regime", "regimes"]),
        ("ruling cliques?", "deprecated", None, []),
    ]


def test_another_lexicon(evenhand: Run) -> None:
    assert "labels" not in evenhand("lexicon", "list", "--lexicon", "a.yaml").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--category", "place"], "--category: no “place” in the lexicon; did you mean “places”?"),
        (["--format", "xml"], "--format: found “xml”; expected console or json"),
        (["--lexicon", "gone.yaml"], "there is no such file or folder"),
    ],
)
def test_wrong_calls(evenhand: Run, words: list[str], said: str) -> None:
    ran = evenhand("lexicon", "list", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
