"""Subjects, noun phrases and clause ends, seen from one word."""

from __future__ import annotations

import pytest

from linter.voice.clauses import Sentence
from linter.voice.quotations import find_quotations
from linter.voice.reporting import verbs
from linter.voice.sentences import Words


def sentence(text: str) -> Sentence:
    words = Words(text, 0, len(text), find_quotations(text))
    return Sentence(words, 0, len(words.lowers))


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ("Lavrov said so", "said", "Lavrov"),
        ("But the foreign minister of Russia said so", "said", "the foreign minister of Russia"),
        ("Officials in Kyiv said so", "said", "Officials"),
        ("Kyiv and its allies say so", "say", "Kyiv and its allies"),
        ("Lavrov, the minister, said so", "said", "Lavrov"),
        ("Lavrov, who said so", "said", "Lavrov"),
        ("He had long said so", "said", "He"),
        ("what Moscow calls it", "calls", "Moscow"),
        ("It was called so by the ministry", "called", "the ministry"),
        ("It was called so", "called", None),
        ("Lavrov met Kuleba and said so", "said", "Lavrov"),
    ],
)
def test_speaker(text: str, verb: str, speaker: str | None) -> None:
    words = sentence(text)
    cue = words.cue(words.lowers.index(verb), verbs()[verb])
    assert cue is not None
    assert cue.speaker == speaker


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the reported attack", "reported"),
        ("the report on it", "report"),
        ("of claims", "claims"),
        ("his plans for it", "plans"),
        ("Nobody said so", "said"),
        ("it is worth noting", "noting"),
        ("The states are many", "states"),
    ],
)
def test_no_verb(text: str, word: str) -> None:
    words = sentence(text)
    assert words.cue(words.lowers.index(word), verbs()[word]) is None


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
