"""Sentences that say what a word is show it; what reads alike and is used stands beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.voice import Reading

ReadAll = Callable[[str], list[Reading]]

DEFINED = [
    "«Kiev» is a transliteration of the Russian name.",
    "«Regime» is a loaded word.",
    "Illegal «alien» was once the legal term.",
    "«Terrorist» is a label that the paper avoids.",
    "«Addict» is one of the words on the list.",
    "«Lugansk» remains the Russian spelling.",
    "«Human shields» became another euphemism.",
    "«Banderite», from the surname of a nationalist, is explained in the glossary as a label for them.",
    "«Kievan» is listed as an old spelling.",
    "The dictionary revised its entry for «anti-vaxxer» in the week of the march.",
    "The law has a definition of «terrorist» that covers it.",
    "The meaning of “«regime»” has changed.",
    "An earlier version gave the name of the city as “«Lugansk»”.",
]
NOT_DEFINED = [
    "The «regime» is a label for a group of officers.",
    "This «regime» is the name of the game.",
    "It is a «terrorist» label.",
    "The word is a «regime» favourite.",
    "Talks with the «regime» in the east are a word away.",
    "He says the «regime» was a strange word to use.",
    "When «terrorists» struck, war was the word.",
    "«Terrorists», as the police said, were used as a shield.",
    "The entry of the «regime» into the war was a surprise.",
    "The name of the «regime» was given as a reason.",
]


@pytest.mark.parametrize("text", DEFINED)
def test_shown(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} == {"attributed"}


@pytest.mark.parametrize("text", NOT_DEFINED)
def test_used(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} <= {"own", "reported"}
