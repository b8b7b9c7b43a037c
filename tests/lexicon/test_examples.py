"""The examples of the bundled lexicon: what is marked is reported, nothing else, with each concept switched on by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.examples import check_concept, split_marks
from linter.lexicon import Lexicon
from linter.resources import bundled
from linter.rulebook import Rulebook

IDS = sorted(
    id
    for path in Path(bundled("lexicon")).glob("*/*.yaml")
    for id in re.findall(r"^  - id: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
)
"""Found without reading the YAML, which would slow down every collection of the tests."""


@pytest.mark.parametrize("id", IDS)
def test_examples(bundled_lexicon: Lexicon, bundled_rulebook: Rulebook, id: str) -> None:
    concept = bundled_lexicon.concept(id)
    assert concept is not None
    assert [problem.message for problem in check_concept(concept, bundled_rulebook)] == []


def test_every_concept_is_tested(bundled_lexicon: Lexicon) -> None:
    assert [concept.id for concept in bundled_lexicon.concepts] == IDS


def test_every_concept_shows_what_matches_and_what_passes(bundled_lexicon: Lexicon) -> None:
    bare = [c.id for c in bundled_lexicon.concepts if not c.pass_examples or not (c.match_examples or c.keep)]
    assert bare == []


@pytest.mark.parametrize(
    ("example", "plain", "spans"),
    [
        ("He left.", "He left.", []),
        ("«Kiev» fell.", "Kiev fell.", [(0, 4)]),
        ("From «Kiev» to «Lvov»", "From Kiev to Lvov", [(5, 9), (13, 17)]),
    ],
)
def test_marks(example: str, plain: str, spans: list[tuple[int, int]]) -> None:
    assert split_marks(example) == (plain, spans)
