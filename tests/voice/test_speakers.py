"""Who can speak: people, parties and papers, and no quantities or half sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.voice import Reading
from linter.voice.speakers import speaker_bounds

ReadAll = Callable[[str], list[Reading]]


def speaker(phrase: str) -> str | None:
    words = phrase.split()
    bounds = speaker_bounds([word.lower() for word in words], words)
    return " ".join(words[slice(*bounds)]) if bounds else None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Lavrov", "Lavrov"),
        ("But the ministry in Moscow", "the ministry"),
        ("the head of the ministry", "the head of the ministry"),
        ("a number of officials", "a number of officials"),
        ("how experts", "experts"),
        ("Trump this week", "Trump"),
        ("the ministry later", "the ministry"),
        ("police", "police"),
        ("section 12", "section 12"),
        ("he sponsored the bill", "he"),
        ("critics", "critics"),
        ("44 voters", "44 voters"),
        ("Lavrov also", "Lavrov"),
        ("the ministry repeatedly", "the ministry"),
    ],
)
def test_speakers(phrase: str, expected: str) -> None:
    assert speaker(phrase) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "no progress",
        "there",
        "nothing",
        "the decision",
        "a lack of progress",
        "politically risky",
        "financed",
        "in Moscow",
        "last week",
    ],
)
def test_nobody(phrase: str) -> None:
    assert speaker(phrase) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lavrov made it clear that there was no progress on demands that the «regime» go.", "Lavrov"),
        ("Theresa May said the «regime» would fall.", "Theresa May"),
        ("Trump this week said the «regime» would fall.", "Trump"),
        ("A number of officials said the «regime» would fall.", "A number of officials"),
        ("Lavrov made it clear that the land is recognised by Ukraine as free and said that the «regime» would fall.", "Lavrov"),
        ("On Friday Lavrov made it clear that he was late and said that the «regime» would fall.", "Lavrov"),
        ("Last week, Lavrov also made it clear that he was late and said the «regime» would fall.", "Lavrov"),
        ("The decision suggests the «regime» will fall.", None),
        ("Kuleba said the results suggest the «regime» will fall.", "Kuleba"),
    ],
)
def test_speaker_in_a_sentence(text: str, expected: str | None, read_all: ReadAll) -> None:
    assert read_all(text) == [Reading("reported", expected)]
