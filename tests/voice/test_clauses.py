"""Noun phrases and clause ends, seen from one word."""

from __future__ import annotations

import pytest

from linter.voice.clauses import Sentence
from linter.voice.quotations import find_quotations
from linter.voice.sentences import Words


def sentence(text: str) -> Sentence:
    words = Words(text, 0, len(text), find_quotations(text))
    return Sentence(words, 0, len(words.lowers))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a special operation in Ukraine", "a special operation"),
        ("a war of choice and the end", "a war of choice"),
        ("a war, he said", "a war"),
        ("terrorists who fled", "terrorists"),
    ],
)
def test_phrase_end(text: str, end: str) -> None:
    words = sentence(text)
    assert words.slice(0, words.phrase_end(0)) == end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("it fell, and they left", "it fell, and they left"),
        ("it fell, while they left", "it fell"),
        ("it fell; they left", "it fell"),
        ("it fell) and", "it fell"),
        ("it (that is, he) fell", "it (that is, he) fell"),
    ],
)
def test_clause_end(text: str, end: str) -> None:
    words = sentence(text)
    assert text[: words.span(0, words.clause_end(0)).end] == end
