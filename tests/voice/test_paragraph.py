"""A paragraph that is read sentence by sentence, in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.spans import Span
from linter.voice.paragraph import Paragraph
from linter.voice.quotations import find_quotations

TEXT = "Lavrov said the regime fell. It rained. “We talked,” Kuleba said. “Nobody came.” The regime, he added, was gone."


def test_only_the_sentence_that_is_asked_for_is_read() -> None:
    paragraph = Paragraph(TEXT, find_quotations(TEXT))
    start = TEXT.index("rained")
    assert paragraph.covering(Span(start, start + 6)) is None
    assert len(paragraph._attributions) <= 2


@pytest.mark.parametrize(
    ("word", "sentence"),
    [("Lavrov", "Lavrov said the regime fell."), ("rained", "It rained."), ("talked", "“We talked,” Kuleba said.")],
)
def test_sentence_at(word: str, sentence: str) -> None:
    found = Paragraph(TEXT, find_quotations(TEXT)).sentence_at(TEXT.index(word))
    assert found is not None
    assert found.slice(0, found.size) == sentence


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_without_words_there_is_no_sentence(text: str) -> None:
    assert Paragraph(text).sentence_at(0) is None
    assert Paragraph(text).covering(Span(0, 1)) is None


def test_indices_of_a_place() -> None:
    found = Paragraph(TEXT, find_quotations(TEXT)).sentence_at(0)
    assert found is not None
    assert found.indices(Span(8, 16)) == [1, 2]


PIECES = ["Lavrov said ", "the regime fell", ". ", ", he said", "“", "”", "It would end", "‘", "’ ", "that ", "He added ", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.randoms(use_true_random=False))
def test_the_order_of_questions_does_not_matter(text: str, random: object) -> None:
    places = [Span(start, start + 1) for start in range(0, len(text), 3)]
    in_order = Paragraph(text, find_quotations(text))
    answers = {place: in_order.covering(place) for place in places}
    random.shuffle(places)  # type: ignore[attr-defined]
    shuffled = Paragraph(text, find_quotations(text))
    assert all(shuffled.covering(place) == answers[place] for place in places)
