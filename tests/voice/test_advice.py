"""Advice about words shows them; advice about deeds uses them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.voice import Reading

ReadAll = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    "text",
    [
        "Avoid «regime»; use «government».",
        "Avoid «terrorist» in headlines and copy.",
        "Reporters should avoid «regime» in copy.",
        "Avoid saying «terrorist».",
        "Avoid using the word «terrorist».",
        "Avoid «illegal alien»: prefer «undocumented immigrant».",
        "Don't say «Kiev», say «Kyiv».",
        "Do not write «illegal alien»; write «undocumented immigrant».",
        "Never use «terrorist»; say «gunman».",
        "Please don’t use «regime», use «government».",
        "Do not say «Kiev».",
        "Say «Kyiv», not «Kiev».",
        "Use «Kyiv» instead of «Kiev».",
        "Journalists should not write «human shields».",
        "Editors were told in 2006 to write «gay» instead of «homosexual».",
        "The paper asked its reporters to say «government» rather than «regime».",
        "Staff were advised to use «Kyiv» instead of «Kiev».",
        "The guide recommends to say «addict», not «junkie».",
        "The agency told editors to delete the word war and to write special «operation».",
        "The guidance tells reporters to write «barrier» rather than «security fence» or «apartheid wall».",
        "Since 2019 this newspaper has printed «Kyiv», not «Kiev».",
        "The agency uses «Kharkiv» rather than «Kharkov» in its reports.",
        "«commit suicide»: do not use; write killed himself.",
        "«Illegal alien»: avoid.",
        "«Regime» – never use of an ally.",
    ],
)
def test_words_that_are_advised_about(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} == {"attributed"}


@pytest.mark.parametrize(
    "text",
    [
        "Avoid «Kiev» in winter.",
        "Tourists should avoid «Kiev» in winter.",
        "They want to avoid «invasion».",
        "He tried to avoid a «special operation».",
        "Voters avoid the «regime»'s candidates.",
        "Do not use «human shields».",
        "Never use «terrorists» as pawns.",
        "Don't say the «regime» has fallen in the east of the country.",
        "They say «terrorists» should use another road.",
        "We don't say that the «regime» is bad.",
        "Use force, not words, against the «regime».",
        "He used «terrorists» instead of soldiers.",
        "Officers were told to use «force» instead of «talks».",
        "He was told to use «human shields», in other words.",
        "The envoy used «Moscow», not «Kiev», for the talks.",
        "He has written to «Kiev», not to «Kazan».",
        "«Regime»: use of force is lawful.",
        "«Terrorists»: avoid the square tonight, police said.",
        "The «regime»: do not use its money, he said.",
        "He wanted to say that the «regime» had fallen.",
        "He came to say «terrorists» rather than soldiers had come.",
        "The minister was asked to say whether «terrorists» had come.",
        "Use the road to «Kiev» instead of the train in winter.",
    ],
)
def test_words_that_are_used(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} <= {"own", "reported"}
