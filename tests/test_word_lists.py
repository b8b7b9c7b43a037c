"""The words of a condition: looked up, and found as an expression for all of them at once would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import word_lists
from linter.spans import Span
from linter.word_lists import word_list

STANDS = [
    pytest.param("war", "The WAR began", id="any case"),
    pytest.param("Russia", "in Russia today", id="a capital as written"),
    pytest.param("Russia", "RUSSIA SAYS", id="or in capitals"),
    pytest.param("migrant*", "two migrants came", id="a continuation"),
    pytest.param("small boat", "a small\n boat", id="a phrase over two lines"),
    pytest.param("de-facto", "a de‑facto ruler", id="another hyphen"),
    pytest.param("wom*n", "three women", id="a star inside"),
    pytest.param("call* him", "they called him", id="a star before a blank"),
    pytest.param("{im,}migrant", "an immigrant", id="braces"),
    pytest.param("<number>", "some two thousand", id="a number"),
    pytest.param("<name>", "for Čapek", id="a name"),
    pytest.param("is*", "an island", id="a short stem"),
]
DOES_NOT = [
    pytest.param("war", "warning", id="a longer word"),
    pytest.param("Russia", "russia", id="a capital that is missing"),
    pytest.param("Russia", "Russian", id="a longer name"),
    pytest.param("migrant*", "an immigrant", id="a longer beginning"),
    pytest.param("small boat", "small boats", id="a longer phrase"),
    pytest.param("<number>", "none", id="no number"),
    pytest.param("<start>", "start", id="a mark for a place is no word"),
]

TEXTS = st.text("abAB -*'’\n“.,", max_size=30)
WORDS = st.lists(st.sampled_from(["a", "ab", "Ab", "AB", "a b", "B a", "a-b", "aba*", "ab*", "a* b", "A'b", "*b"]), max_size=4)


def stands(text: str, *words: str) -> bool:
    return word_list(words).in_text(text, (Span(0, len(text)),))


@pytest.mark.parametrize(("word", "text"), STANDS)
def test_stands_in_a_text(word: str, text: str) -> None:
    assert stands(text, word)
    assert stands(text, "nothing", word)


@pytest.mark.parametrize(("word", "text"), DOES_NOT)
def test_does_not_stand_in_a_text(word: str, text: str) -> None:
    assert not stands(text, word)


def test_only_the_stretch_is_looked_at() -> None:
    assert word_list(("war",)).in_text("peace war peace", (Span(6, 9),))
    assert not word_list(("war",)).in_text("war peace war", (Span(4, 9),))
    assert word_list(("war",)).in_text("peace and war", (Span(0, 5), Span(10, 13)))


def test_a_phrase_does_not_leap_from_one_stretch_to_the_next() -> None:
    assert not word_list(("small boat",)).in_text("small big boat", (Span(0, 6), Span(10, 14)))


@pytest.mark.parametrize(("word", "text"), STANDS)
def test_stands_beside_a_span(word: str, text: str) -> None:
    listed = word_list((word,))
    assert listed.beside(text, Span(len(text), len(text))) and listed.beside(text, Span(0, 0))
    assert not listed.beside(text, Span(0, len(text)))


@given(words=WORDS, text=TEXTS, data=st.data())
def test_law_beside_a_span_is_before_it_or_after_it(words: list[str], text: str, data: st.DataObject) -> None:
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    places = [match.span() for word in words for match in word_lists._anywhere(word).finditer(text)]
    expected = any(last <= start or first >= end for first, last in places)
    assert word_list(tuple(words)).beside(text, Span(start, end)) == expected


def test_no_words_stand_nowhere() -> None:
    assert not stands("anything")
    assert not word_list(()).at_end("anything")
    assert not word_list(()).at_start("anything")


@given(words=WORDS, text=TEXTS)
def test_law_looking_up_agrees_with_searching(words: list[str], text: str) -> None:
    listed = word_list(tuple(words))
    assert stands(text, *words) == any(word_lists._anywhere(word).search(text) for word in words)
    assert listed.at_end(text) == any(word_lists._at_end(word).search(text) for word in words)
    assert listed.at_start(text) == any(word_lists._at_start(word).match(text) for word in words)


def test_an_expression_is_compiled_for_what_is_there_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    monkeypatch.setattr(word_lists, "_anywhere", lambda text: compiled.append(text) or re.compile("x"))
    word_list(("war", "Russia", "migrant*", "small boat", "large boat")).in_text("a small\n BOAT", (Span(0, 13),))
    assert compiled == ["small boat"]
