"""Titles of works between quotation marks; what only stands near the noun is no title. Without marks: `test_mentions`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.voice import Reading

ReadAll = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The film “«Terrorist»” opened in May.", id="film"),
        pytest.param("the 1962 novel ‘«Savages»’ is taught there", id="novel, single marks"),
        pytest.param("His bestseller “The «Regime» Next Door” is out.", id="bestseller"),
        pytest.param("The play “«Human Shields»” opens at the Globe.", id="play"),
        pytest.param("The song “«Savages»” was dropped.", id="song"),
        pytest.param("The documentary “2000 «Mules»” was withdrawn.", id="a number first"),
        pytest.param("The report “Israel’s «Apartheid» against Palestinians” came out in 2022.", id="report"),
        pytest.param("Amnesty's report, “«Apartheid»”, was rejected.", id="report, set off"),
        pytest.param("An essay titled “«Illegal aliens»” was printed.", id="titled, second word small"),
        pytest.param("An episode of the series entitled “«Savage»” aired.", id="entitled"),
        pytest.param("“«Savages»,” a new play by Hampton, opened.", id="before the noun"),
        pytest.param("The “«Savage» Love” column began in 1991.", id="directly before the noun"),
        pytest.param("Her second album, “«Witch»,” sold poorly.", id="comma inside"),
    ],
)
def test_titles(text: str, read_all: ReadAll) -> None:
    assert read_all(text) == [Reading("attributed", None)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The film about the “«liberation»” flopped.", id="about"),
        pytest.param("The book reached the “«republic»” in May.", id="a verb between"),
        pytest.param("In the report “«terrorists»” are mentioned twice.", id="no capital"),
        pytest.param("The “«liberated»” film archive burned.", id="no title before the noun"),
        pytest.param("They film “«terrorists»” for a living.", id="a verb"),
        pytest.param("He plays “«Terrorists»” on stage.", id="another verb"),
        pytest.param("The paper was old, and the “«Republic»” new.", id="another clause"),
        pytest.param("“«Liberators»” came, and a film was made.", id="before another clause"),
    ],
)
def test_no_titles(text: str, read_all: ReadAll) -> None:
    assert [reading.voice for reading in read_all(text)] == ["scare"]


def test_what_a_report_says_is_no_title(read_all: ReadAll) -> None:
    assert read_all("The report says the “«special operation»” goes on.") == [Reading("attributed", "The report")]
