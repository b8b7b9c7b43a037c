"""What a crowd chants and a placard says is shown; what a party does under its banner is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.voice import Reading

ReadAll = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They marched under the slogan of “«Death to traitors»”.", id="slogan of"),
        pytest.param("He ran a campaign under the slogan “«Stop the invasion»”.", id="campaign"),
        pytest.param("The march under the banner “«Stop the genocide»” drew thousands.", id="banner"),
        pytest.param("Under the motto “«No to illegals»”, the party drew crowds.", id="motto"),
        pytest.param("Her campaign, whose motto is “«No more illegals»”, began in May.", id="motto is"),
        pytest.param("The party's battle cry, “«drain the swamp»”, was heard.", id="cry, set off"),
        pytest.param("There were chants of “«build the wall»” and “«traitor»”.", id="chants"),
        pytest.param("The crowd broke into chants of “«murderer»,” “«butcher»” and “«thug»”.", id="several, comma inside"),
        pytest.param("A man was held after cries of “«terrorist»” on the plane.", id="cries"),
        pytest.param("Protesters carried signs reading “«baby killers»”.", id="signs reading"),
        pytest.param("A banner that read “«Stop the genocide»” hung there.", id="that read"),
        pytest.param("They came with placards with the words “«No invaders»”.", id="with the words"),
        pytest.param("They marched with banners saying: “«Stop the genocide»”.", id="saying, with a colon"),
        pytest.param("Posters bearing “«Free the hostages»” were torn down.", id="bearing"),
    ],
)
def test_shown(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} == {"attributed"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He marched under the banner of peace while the “«liberation»” went on.", id="another noun"),
        pytest.param("The sign near the “«republic»” was removed.", id="sign near"),
        pytest.param("A sign of “«liberation»” was seen.", id="sign of"),
        pytest.param("The motto was old and the “«republic»” new.", id="motto was old"),
        pytest.param("The slogan is old, and the “«republic»” is older.", id="slogan is old"),
        pytest.param("There were chants of “build the wall”, and the “«liberated»” city fell.", id="where a list ends"),
        pytest.param("Chants against the “«regime»” were heard.", id="chants against"),
    ],
)
def test_not_shown(text: str, read_all: ReadAll) -> None:
    assert [reading.voice for reading in read_all(text)] == ["scare"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("The protesters shout “«traitor»” at him.", "The protesters", id="shout"),
        pytest.param("The strikers chant “«scab»” every day.", "The strikers", id="chant"),
    ],
)
def test_a_verb_has_a_speaker(text: str, speaker: str, read_all: ReadAll) -> None:
    assert read_all(text) == [Reading("attributed", speaker)]
