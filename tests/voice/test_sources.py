"""Sources that are named without a verb."""

from __future__ import annotations

import pytest

from linter.voice.paragraph import Paragraph
from linter.voice.quotations import find_quotations


def sourced(text: str) -> list[tuple[str, str | None]]:
    found = [*Paragraph(text, find_quotations(text)).before(len(text))][::-1]
    return [(text[each.span.start : each.span.end], each.speaker) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to Lavrov, it fell", [("it fell", "Lavrov")]),
        ("It fell, according to the ministry", [("It fell,", "the ministry")]),
        ("It fell according to the ministry", [("It fell", "the ministry")]),
        ("In the words of Lavrov, it fell", [("it fell", "Lavrov")]),
        ("Lavrov's claim that it fell", [("that it fell", "Lavrov")]),
        ("the ministry’s claim that it fell", [("that it fell", "the ministry")]),
        ("allegations of fraud", [("fraud", None)]),
        ("Russia's “operation” goes on", [("“operation”", "Russia")]),
        ("The general: “It fell.”", [("“It fell.”", "The general")]),
        ("Lavrov: Talks Go On", [("Talks Go On", "Lavrov")]),
        ("To Moscow, the war is a “special operation”", [("“special operation”", "Moscow")]),
        ("For the party, Taiwan is a “province”", [("“province”", "the party")]),
        ("Iran, for which Israel is “the entity”, left", [("“the entity”", "Iran")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert sourced(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It went according to plan.",
        "The city's “liberated” streets are empty.",
        "Taiwan's “president” landed in Paraguay.",
        "Crimea's “Supreme Court” sat on Monday.",
        "Donetsk's “election” went on.",
        "For years, the war was “over”.",
        "To this day, the war is “over”.",
        "He went to Moscow, and the war is “over”.",
        "Update: It Fell",
        "KYIV: It fell.",
        "the idea of it",
        "They met at 10:30.",
    ],
)
def test_not_found(text: str) -> None:
    assert sourced(text) == []
