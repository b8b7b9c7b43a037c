"""Keyword in context: queries, context, order, samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.concordance import ConcordanceLine, Order, Query, arranged, concordance, query_of, sampled
from linter.errors import UsageError
from linter.pipeline import Linter, Options
from linter.voicing import voice_text

LEXICON = """
category: places
concepts:
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name, stance: moscow}
"""
FILES: dict[str, str | bytes] = {"house/places.yaml": LEXICON, "house/stances.yaml": "stances:\n  - {id: moscow, name: Moscow}\n"}
TEXT = "From Kiev to Lviv.\n\nThe minister said: “Kyiv is free.” All of\nKiev was dark."


@pytest.fixture
def linter(workspace: Callable[..., Path]) -> Linter:
    workspace(FILES)
    return Linter(Options(lexicons=("house",)))


def _lines(linter: Linter, query: Query, text: str = TEXT, path: str = "text.txt") -> list[ConcordanceLine]:
    return list(concordance([voice_text(linter, text, path)], query))


def test_a_concept_with_its_accepted_terms(linter: Linter) -> None:
    found = _lines(linter, Query("concept", "kyiv"))
    assert [(line.line, line.column, line.term, line.voice) for line in found] == [
        (1, 6, "Kiev", "own"),
        (3, 21, "Kyiv", "quoted"),
        (4, 1, "Kiev", "own"),
    ]
    assert (found[2].left[-7:], found[2].text, found[2].right) == ("All of ", "Kiev", " was dark.")
    assert found[0].left == "From ", "context ends where the block does"
    assert all(TEXT[line.start : line.end] == line.text for line in found)


def test_a_stance(linter: Linter) -> None:
    assert [line.text for line in _lines(linter, Query("stance", "moscow"))] == ["Kiev", "Kiev"]


def test_a_category(linter: Linter) -> None:
    assert len(_lines(linter, Query("category", "places"))) == 3


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        pytest.param("kiev", "Kiev, KIEV and Kievan", ["Kiev", "KIEV"], id="whole words, any case"),
        pytest.param("kiev*", "Kiev and Kievan", ["Kiev", "Kievan"], id="any continuation"),
        pytest.param("ceasefire talks", "the ceasefire\ntalks", ["ceasefire talks"], id="over a line break"),
        pytest.param("cease-fire", "a cease‑fire", ["cease‑fire"], id="any hyphen"),
        pytest.param("israel's", "Israel’s", ["Israel’s"], id="any apostrophe"),
        pytest.param("a.b", "axb a.b", ["a.b"], id="no expression"),
        pytest.param("talks end", "the talks\n\nend", [], id="not over two paragraphs"),
    ],
)
def test_a_word(linter: Linter, word: str, text: str, found: list[str]) -> None:
    assert [line.text for line in _lines(linter, Query("word", word), text)] == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        pytest.param("kyiv", None, "concept", id="concept"),
        pytest.param("places", None, "category", id="category"),
        pytest.param("moscow", None, "stance", id="stance"),
        pytest.param("Kyiv", None, "word", id="word"),
        pytest.param("kyiv", "word", "word", id="an id taken for a word"),
    ],
)
def test_query(linter: Linter, text: str, kind: None, found: str) -> None:
    compiled = linter.rulebook_for(linter.settings_for(".")).compiled
    assert query_of(text, compiled, kind).kind == found


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        pytest.param("kyv", "concept", "no concept “kyv” in the lexicon; did you mean “kyiv”", id="unknown id"),
        pytest.param(" ", None, "name a concept", id="nothing"),
        pytest.param("*", None, "name a concept", id="anything at all"),
    ],
)
def test_no_query(linter: Linter, text: str, kind: None, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        query_of(text, linter.rulebook_for(linter.settings_for(".")).compiled, kind)


@pytest.mark.parametrize(
    ("order", "rights"),
    [
        pytest.param("document", ["c one", "b two", "a three"], id="document"),
        pytest.param("right", ["a three", "b two", "c one"], id="right"),
        pytest.param("left", ["b two", "a three", "c one"], id="left: from the last word backwards"),
        pytest.param("date", ["a three", "b two", "c one"], id="date, undated last"),
    ],
)
def test_order(linter: Linter, order: Order, rights: list[str]) -> None:
    texts = {"1.txt": "z y Kiev c one", "2-2022-03-02.txt": "b a Kiev b two", "3-2022-03-01.txt": "a b Kiev a three"}
    lines = [line for path, text in texts.items() for line in _lines(linter, Query("word", "kiev"), text, path)]
    assert [line.right.strip() for line in arranged(lines, order)] == rights


def test_sample_is_the_same_for_a_seed(linter: Linter) -> None:
    lines = _lines(linter, Query("word", "kiev"), "Kiev. " * 50)
    first = sampled(lines, 5, seed=7)
    assert first == sampled(lines, 5, seed=7) != sampled(lines, 5, seed=8)
    assert first == sorted(first, key=lambda line: line.start)
    assert sampled(lines, 99) == lines
