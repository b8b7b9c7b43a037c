"""Words that are shown rather than used; what reads alike and is used stands beside each kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.voice import Reading

ReadAll = Callable[[str], list[Reading]]

TITLES = [
    "Her novel, The «Terrorist», won a prize.",
    "His film, A «Regime» in Winter, opens in May.",
    "She wrote the novel The Fall of the «Regime» in 1999.",
    "Her memoir Illegal «Alien» is out.",
    "In Smith's play, The «Human Shields», two men wait.",
    "He won fame with his song Back in the «Ukraine».",
]
NO_TITLES = [
    "Her novel, «Kiev» residents say, is banned.",
    "The film «Russia» banned was shown.",
    "The book, «Lavrov» said, was banned.",
    "In his novel, the «regime» falls.",
    "Her novel about the «regime» won a prize.",
    "The film, Donald «Trump», a billionaire, says, is bad.",
    "The play that the «Regime» banned opened.",
]
RENAMED = [
    "Dhaka, formerly «Dacca», is the capital.",
    "Dhaka (formerly «Dacca») is the capital.",
    "Kyiv, previously called «Kiev», is the capital.",
    "The city (formerly “«Kiev»”) is the capital.",
    "The city was renamed from «Kiev» to «Kyiv».",
    "It changed its name from «Burma» to «Myanmar» in 1989.",
    "Volgograd, previously «Stalingrad», voted.",
    "The party, formerly the «National Front», lost.",
    "The street, originally named «Lenin Avenue», was closed.",
]
NOT_RENAMED = [
    "Smith, formerly of «Kiev», voted.",
    "Smith, formerly a «terrorist», voted.",
    "Smith, formerly the «Kiev» correspondent of a paper, left.",
    "He moved from «Kiev» to Lviv.",
    "The plan changed from «invasion» to siege.",
    "The formerly «Soviet» republic voted.",
    "She previously led the «regime».",
]


@pytest.mark.parametrize("text", TITLES + RENAMED)
def test_mentioned(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} == {"attributed"}


@pytest.mark.parametrize("text", NO_TITLES + NOT_RENAMED)
def test_used(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} <= {"own", "reported"}
