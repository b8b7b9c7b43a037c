"""Expressions of a lexicon: their fixed part, and a search that is bounded in time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from linter.patterns import compiled, find_all, required_literal, required_literals

CATASTROPHE = r"regime (?:\w|\w\w|\w\w\w| )+\d!"


@pytest.mark.parametrize(
    ("pattern", "literal"),
    [
        pytest.param("special operation", "special operation", id="plain"),
        pytest.param(r"\bspecial\s+operation\b", "operation", id="the longest"),
        pytest.param("Special Operation", "special operation", id="lower case"),
        pytest.param("special (?:military )?operation", "operation", id="not in brackets"),
        pytest.param("regimes?", "regime", id="not what is optional"),
        pytest.param("regimes*", "regime", id="not what may be missing"),
        pytest.param("regimes{0,2}", "regime", id="not what is counted"),
        pytest.param("regimes+", "regimes", id="what stands once or more"),
        pytest.param("[Ii]llegal aliens?", "llegal alien", id="not a set"),
        pytest.param("[](]abcd", "abcd", id="a set with brackets"),
        pytest.param(r"(?<=\b[A-Z]\w+ )regimes?", "regime", id="after a look-behind"),
        pytest.param("(foo|bar) regime", "regime", id="alternatives in brackets"),
        pytest.param("foo|regime", "", id="alternatives"),
        pytest.param("(foo|bar)", "", id="nothing"),
        pytest.param(r"\p{Script=Cyrillic}+ abcd", "abcd", id="not the name of a property"),
        pytest.param(r"(?P<quotation>.)abcd\g<quotation>", "abcd", id="not the name of a group"),
        pytest.param(r"\xe9migr\u00e9s", "migr", id="not an escaped character"),
        pytest.param(r"\N{EM DASH}abcd", "abcd", id="not the name of a character"),
        pytest.param(r"a\.bcd", "bcd", id="not what is escaped"),
    ],
)
def test_every_match_contains_the_fixed_part(pattern: str, literal: str) -> None:
    assert required_literal(pattern) == literal


@pytest.mark.parametrize(
    ("pattern", "matched", "missed"),
    [
        pytest.param("regime", "REGIME", "regal", id="without a capital, any case"),
        pytest.param("the Regime", "the Regime", "the regime", id="with a capital, as written"),
        pytest.param(r"\Sregime", "aREGIME", " regime", id="the capital of an escape is none"),
        pytest.param(r"\p{L}regime", "aREGIME", " regime", id="nor that of a property"),
    ],
)
def test_case(pattern: str, matched: str, missed: str) -> None:
    assert compiled(pattern).search(matched)
    assert not compiled(pattern).search(missed)


def test_all_matches_inside_the_window_are_found() -> None:
    text = "regime, regimes, regime"
    assert find_all("regimes?", text, 0, len(text)) == [(0, 6), (8, 15), (17, 23)]
    assert find_all("regimes?", text, 1, 14) == [(8, 14)]


def test_empty_matches_are_none() -> None:
    assert find_all("x*", "abc", 0, 3) == []


def test_a_catastrophic_expression_is_given_up() -> None:
    text = f"The regime {'w' * 54} said so."
    start = time.process_time()
    assert find_all(CATASTROPHE, text, 0, len(text)) is None
    assert time.process_time() - start < 2


def test_a_catastrophic_expression_returns_quickly_however_often_its_fixed_part_stands(mark: Callable[..., str]) -> None:
    lexicon = f"category: desk\nconcepts:\n  - id: thing\n    terms: [{{pattern: '{CATASTROPHE}', status: deprecated}}]\n"
    text = "The regime wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww said so.\n\n" * 500
    start = time.process_time()
    assert mark(text, lexicon) == text
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param(r"reg\w+e change", "A «regime change» came.", id="plain"),
        pytest.param(r"(?:the|The) Crimea(?=['’]s\b|\s*[,;:)])", "«The Crimea», they said; the Crimea war.", id="look-ahead"),
        pytest.param(r"\w+-born killers?", "Two «foreign-born killers» and a «native-born killer».", id="twice"),
        pytest.param(r"straße nach \w+", "Sie war auf der «Straße nach Kiew».", id="a fixed part that folds to another length"),
        pytest.param(r"émigré \w+", "An «émigré party».", id="accents"),
    ],
)
def test_patterns_match_in_text(mark: Callable[..., str], pattern: str, text: str) -> None:
    quoted = pattern.replace("'", "''")
    lexicon = f"category: desk\nconcepts:\n  - id: thing\n    terms: [{{pattern: '{quoted}', status: deprecated}}]\n"
    assert mark(text.replace("«", "").replace("»", ""), lexicon) == text


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        pytest.param("[Ii]llegal [A-Z][a-z]+ aliens?", ("llegal", "alien"), id="on both sides of a set"),
        pytest.param(r"foo\s+(bar )?baz qux", ("foo", "baz qux"), id="round brackets"),
        pytest.param("foo|bar", (), id="alternatives"),
    ],
)
def test_all_fixed_parts(pattern: str, literals: tuple[str, ...]) -> None:
    assert required_literals(pattern) == literals


def test_an_expression_is_compiled_where_all_its_fixed_parts_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.patterns.compiled", lambda pattern: pytest.fail("it was compiled"))
    text = "An illegal Mexican worker and three legal aliens."
    assert find_all("[Ii]llegal [A-Z][a-z]+ workshops?", text, 0, len(text)) == []
    with pytest.raises(pytest.fail.Exception):
        find_all("[Ii]llegal [A-Z][a-z]+ aliens?", text, 0, len(text))
