from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.commands.explain import find_concepts
from linter.lexicon import Lexicon

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

DESK = """\
category: desk
concepts:
  - id: kyiv
    definition: The capital of Ukraine.
    note: The city's own name.
    exceptions: [chicken Kiev]
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name}
    examples: {match: ["He went to «Kiev»."], pass: ["He went to Kyiv."]}
  - id: labels
    terms:
      - {text: government, status: preferred, pos: noun}
      - {text: Kiev regime, status: deprecated, pos: noun}
  - id: said
    terms:
      - {text: say, status: preferred, pos: verb}
      - {text: claim, status: deprecated, pos: verb}
"""


@pytest.fixture(autouse=True)
def _desk(workspace: Make) -> None:
    workspace({"desk.yaml": DESK, "rules.yaml": "lexicons: [desk.yaml]"})


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kyiv", ["kyiv"]), ("Kiev", ["kyiv"]), ("KIEV", ["kyiv"]), ("claimed", ["said"]), ("governments", ["labels"]),
        ("Kiev regime", ["labels"]), ("regime", ["labels"]), ("zzz", []), ("", []),
    ],
)  # fmt: skip
def test_find_concepts(lexicon: Callable[..., Lexicon], word: str, expected: list[str]) -> None:
    assert [concept.id for concept in find_concepts(lexicon(DESK), word)] == expected


def test_a_card(evenhand: Run) -> None:
    ran = evenhand("explain", "Kiev")
    assert (ran.status, ran.err) == (0, "")
    for part in ("kyiv  (desk, contested)", "The capital of Ukraine.", "preferred   Kyiv", "deprecated  Kiev",
                 "The city's own name.", "chicken Kiev", "He went to Kyiv."):  # fmt: skip
        assert part in ran.out
    assert "Kiev regime" not in ran.out


def test_conditions_stand_below_each_other(evenhand: Run, workspace: Make) -> None:
    terms = """[
      {text: government, status: preferred, pos: noun},
      {text: regime, status: deprecated, pos: noun, when: [{near: [Assad], within: sentence}], unless: [{before: [tax]}]},
      {text: junta, status: deprecated, pos: noun, to: [government], unless: [{after: [rule]}]}]"""
    workspace({"desk.yaml": f"category: desk\nconcepts:\n  - id: labels\n    terms: {terms}\n"})
    assert [line.rstrip() for line in evenhand("explain", "regime").out.splitlines() if "  " in line][2:] == [
        "    preferred   government",
        "    deprecated  regime      if within the same sentence of Assad",
        "                            not if directly after tax",
        "    deprecated  junta       → government",
        "                            not if directly before rule",
    ]


def test_several_words_are_one_phrase(evenhand: Run) -> None:
    assert evenhand("explain", "Kiev", "regime").out.startswith("labels  ")


def test_a_word_that_is_near(evenhand: Run) -> None:
    ran = evenhand("explain", "governmnet")
    assert ran.status == 0
    assert "no term “governmnet”; the nearest:" in ran.err
    assert ran.out.startswith("labels  ")


def test_a_word_that_nothing_is_near(evenhand: Run) -> None:
    ran = evenhand("explain", "xyzzy\x1b[2J")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "evenhand: no concept has the term “xyzzy␛[2J”, nor one near it\n"


@pytest.mark.parametrize("words", [[], [""], ["  "]], ids=["nothing", "empty", "blank"])
def test_no_word(evenhand: Run, words: list[str]) -> None:
    ran = evenhand("explain", *words)
    assert (ran.status, ran.out) == (2, "")
    assert "name a word" in ran.err


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "We went to Kiev.",
            ["“Kiev” [kyiv] counts as warning", "voice: own voice", "why: The city's own", "use: “Kyiv”"], id="counts",
        ),
        pytest.param("“We went to Kiev,” said Smith.", ["“Kiev” [kyiv] does not count: quoted voice"], id="quoted"),
        pytest.param("We ate chicken Kiev.", ["“Kiev” [kyiv] is no match:", "chicken Kiev"], id="an exception"),
        pytest.param("We ate.", ["no term of the lexicon stands in it"], id="nothing"),
        pytest.param("", ["no term of the lexicon stands in it"], id="empty"),
    ],
)  # fmt: skip
def test_what_becomes_of_a_sentence(evenhand: Run, sentence: str, expected: list[str]) -> None:
    ran = evenhand("explain", "--text", sentence)
    assert (ran.status, ran.err) == (0, "")
    for part in expected:
        assert part in ran.out


def test_another_lexicon(evenhand: Run, workspace: Make) -> None:
    workspace({"own.yaml": "category: own\nprefer: {ship: [boat]}"})
    assert "own" in evenhand("explain", "boat", "--lexicon", "own.yaml").out
    assert evenhand("explain", "boat").status == 1
    assert evenhand("explain", "boat", "--lexicon", "gone.yaml").status == 2
