"""Words and sentences of a paragraph, with quotations as single words."""

from __future__ import annotations

import pytest

from linter.voice.quotations import find_quotations
from linter.voice.sentences import QUOTE, split_sentences, tokenize


def sentences(text: str) -> list[str]:
    parts = split_sentences(text, tokenize(text, find_quotations(text)))
    return [text[part[0].start : part[-1].end] for part in parts]


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
    assert [token.lower for token in tokenize(text, find_quotations(text))] == ["he", "said", QUOTE, "twice"]


def test_apostrophes_are_straight_in_lower_case() -> None:
    assert [token.lower for token in tokenize("Russia’s it's U.S. 1,000", ())] == ["russia's", "it's", "u.s.", "1,000"]
