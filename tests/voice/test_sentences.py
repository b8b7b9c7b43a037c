"""Words and sentences of a paragraph, with quotations as single words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.voice.quotations import find_quotations
from linter.voice.sentences import QUOTE, Words, split_sentences, stretch_starts


def words(text: str) -> Words:
    return Words(text, 0, len(text), find_quotations(text))


def sentences(text: str) -> list[str]:
    quotations = [quotation for quotation in find_quotations(text) if quotation.depth == 0]
    parts = []
    for begin, stop in pairwise([*stretch_starts(text, quotations), len(text)]):
        found = Words(text, begin, stop, [each for each in quotations if begin <= each.span.start < stop])
        parts += [text[found.start(first) : found.end(end - 1)] for first, end in split_sentences(found)]
    return parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("One! Two? Three…  Four", ["One!", "Two?", "Three…", "Four"]),
        ("Mr. Lavrov met Sen. John P. Smith. They left.", ["Mr. Lavrov met Sen. John P. Smith.", "They left."]),
        ("The U.S. Supreme Court ruled. It was late.", ["The U.S. Supreme Court ruled.", "It was late."]),
        ("He left the U.S. The court ruled.", ["He left the U.S.", "The court ruled."]),
        ("It fell 2.5 per cent. Then it rose.", ["It fell 2.5 per cent.", "Then it rose."]),
        ("“One. Two.” Three.", ["“One. Two.”", "Three."]),
        ("“One. Two,” he said. Three.", ["“One. Two,” he said.", "Three."]),
        ("“One?” he said. Two.", ["“One?” he said.", "Two."]),
        ("“One?” Kuleba asked. Two.", ["“One?” Kuleba asked.", "Two."]),
        ("He left at 5 p.m. on Friday.", ["He left at 5 p.m. on Friday."]),
        ("One.Two", ["One.", "Two"]),
        ("A headline\nThe first sentence of the body, which is much longer.", None),
        ("", []),
    ],
)
def test_split(text: str, expected: list[str] | None) -> None:
    assert sentences(text) == (expected if expected is not None else text.split("\n"))


def test_a_line_wrapped_by_hand_goes_on() -> None:
    text = "The minister of foreign affairs met Sergei\nLavrov in the city of Antalya on Thursday and\nleft."
    assert sentences(text) == [text]


def test_a_quotation_is_one_word() -> None:
    text = "He said “no, never” twice"
    assert words(text).lowers == ["he", "said", QUOTE, "twice"]


def test_apostrophes_are_straight_in_lower_case() -> None:
    assert words("Russia’s it's U.S. 1,000").lowers == ["russia's", "it's", "u.s.", "1,000"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One fell. Two rose. Three", [0, 10, 20]),
        ("Mr. One met Sen. Two. They left.", [0, 22]),
        ("He left at 5 p.m. Then it rained.", [0]),
        ("It fell, i.e. Two rose.", [0]),
        ("He said “it fell. It rose. It fell” and left. She stayed.", [0, 46]),
        ("It fell. “It rose.” It fell.", [0, 9]),
        ("", [0]),
    ],
)
def test_stretches(text: str, starts: list[int]) -> None:
    """A sentence may begin in the middle of a stretch, but none runs from one into the next."""
    assert stretch_starts(text, [each for each in find_quotations(text) if each.depth == 0]) == starts


PIECES = ["Mr. ", "A", "B. ", "said ", "U.S. ", "The ", "end. ", "i.e. ", "it", "! ", "?", "… ", "Gen. ", "(", ") ", "5 "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_stretches_change_no_sentence(text: str) -> None:
    found = words(text)
    whole = [text[found.start(first) : found.end(end - 1)] for first, end in split_sentences(found)]
    assert sentences(text) == whole


@given(st.text(alphabet="aAbé'’.,- …\n1U&", max_size=60))
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    found = words(text)
    places = [(found.start(index), found.end(index)) for index in range(len(found.lowers))]
    assert places == sorted(places)
    if not find_quotations(text):
        assert [text[start:end] for start, end in places] == found.surfaces


def test_the_end_of_the_last_word_is_known_at_once() -> None:
    found = words("an and and")
    assert (found.end(2), found.start(2)) == (10, 7)
