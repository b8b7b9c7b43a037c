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
    "The director, whose film «Donbass» won a prize, is in town.",
    "Updike's novel «Terrorist» was published in 2006.",
    "Her documentary «Regime» follows the families of three men.",
    "Genesis left Illegal «Alien», a 1983 song, off the reissue.",
    "He starred in Mob «Rule», a film by her brother.",
    "They left Illegal «Alien», a 1983 single, off the set list.",
    "The museum bought Children of the «Regime», an installation.",
    "The band opened with Children of the «Regime», their first song.",
    "A radio station played the Genesis song Illegal «Alien» hours later.",
]
NO_TITLES = [
    "Her novel, «Kiev» residents say, is banned.",
    "The film «Russia» banned was shown.",
    "The book, «Lavrov» said, was banned.",
    "In his novel, the «regime» falls.",
    "Her novel about the «regime» won a prize.",
    "The film, Donald «Trump», a billionaire, says, is bad.",
    "The play that the «Regime» banned opened.",
    "In his film «Kiev» looks bleak.",
    "His film «Kiev» residents liked was banned.",
    "In Illegal «Alien», a film buff will find much.",
    "He met Anna «Alien», a single mother, in May.",
    "They left from Odessa and «Kiev», a film crew said.",
    "In «Kiev», her second film was shown.",
    "The film Donald «Trump» praised was banned.",
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
REPLACED = [
    "Sub-editors replaced climate «denier» with «sceptic» in the headline.",
    "The paper changed «Kiev» to «Kyiv» in its style guide.",
    "It swapped illegal «alien» for «migrant» throughout the article.",
    "An editor corrected «Lugansk» to «Luhansk» in the caption.",
    "Eleven readers objected to our use of «honour killing» in Saturday’s headline.",
    "The Russian initials SVO stand for «special operation».",
    "The law replaced “mental «retardation»” in federal statutes.",
    "The AP dropped illegal «immigrant» from its stylebook.",
    "SVO is short for «special operation» in Russian.",
]
NOT_REPLACED = [
    "The ministry replaced strongman «Lukashenko» with technocrats, the article said.",
    "They replaced the «regime» with a council in the article on rights.",
    "Voters replaced «terrorists» with thieves in a week.",
    "He changed «Kiev» for a village in the south.",
    "The use of «human shields» in Gaza was in the headline.",
    "They stand for «terrorist» states.",
    "They struck «regime» forces from the north.",
    "He dropped «terrorist» suspects from the list.",
]


@pytest.mark.parametrize("text", TITLES + RENAMED + REPLACED)
def test_mentioned(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} == {"attributed"}


@pytest.mark.parametrize("text", NO_TITLES + NOT_RENAMED + NOT_REPLACED)
def test_used(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} <= {"own", "reported"}
