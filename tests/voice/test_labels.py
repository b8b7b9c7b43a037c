"""Expressions given as somebody's, and words that are shown."""

from __future__ import annotations

import pytest

from linter.voice.paragraph import Paragraph
from linter.voice.quotations import find_quotations


def labelled(text: str) -> list[str]:
    found = [*Paragraph(text, find_quotations(text)).before(len(text))][::-1]
    return [text[each.span.start : each.span.end] for each in found if each.kind in ("label", "mention")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They call it a war in the east.", ["a war"]),
        ("what Moscow calls a special operation in Ukraine", ["a special operation"]),
        ("They called the vote a farce.", ["a farce"]),
        ("They call it a “war” now.", ["a “war”"]),
        ("He described the vote as a farce on Friday.", ["a farce"]),
        ("the so-called republic in the east", ["republic"]),
        ("Derry, also known as Londonderry, voted", ["Derry", "Londonderry"]),
        ("The words “a” and “b” are not used.", ["“a” and “b”"]),
        ("They avoid the word regime and write government.", ["regime"]),
    ],
)
def test_extent(text: str, expected: list[str]) -> None:
    assert labelled(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He called on the party to act.",
        "He called for a vote.",
        "The word of the Lord is known.",
        "The name of the city is old.",
        "In terms of the law it fell.",
        "As the talks failed, they left.",
        "His word was law.",
    ],
)
def test_no_label(text: str) -> None:
    assert labelled(text) == []
