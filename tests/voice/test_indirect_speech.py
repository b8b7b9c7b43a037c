"""Indirect speech beyond *he said that …*: attitudes, passives, nouns, and sentences that go on with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.voice import Reading

ReadAll = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Voters are afraid that the «regime» will win.", "Voters"),
        ("She was sure the «regime» would fall.", "She"),
        ("Officials seem increasingly confident that the «regime» will fall.", "Officials"),
        ("The ministry remains convinced that the «regime» is weak.", "The ministry"),
        ("Critics are not certain the «regime» is weak.", "Critics"),
        ("He made clear that the «regime» would fall.", "He"),
        ("Kyiv has made it clear that the «regime» must go.", "Kyiv"),
        ("Lavrov was accused of running a «regime».", None),
        ("He is believed to lead the «regime».", None),
        ("The war is expected to end the «regime».", None),
        ("A poll showed that the «regime» had lost support.", "A poll"),
        ("The data show the «regime» has lost support.", "The data"),
        ("Fears that the «regime» would fall grew.", None),
        ("Accusations that the «regime» had lied were denied.", None),
        ("The «regime», she explained earlier in the hearing, was weak.", "she"),
        ("The court ruled against the «regime» on Friday.", "The court"),
        ("Lavrov said talks had failed. They would go on when the «regime» fell.", "Lavrov"),
        ("Talks had failed, Lavrov said. The «regime» would fall.", "Lavrov"),
        ("Lavrov said talks had failed. He added that the «regime» was weak.", "He"),
    ],
)
def test_reported(text: str, speaker: str | None, read_all: ReadAll) -> None:
    assert read_all(text) == [Reading("reported", speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "It was certain that the «regime» would fall.",
        "It was clear that the «regime» would fall.",
        "The certain fall of the «regime» came.",
        "He spoke in a building that the «regime» had left.",
        "The army did not mention the «regime».",
        "The tool is used to watch the «regime».",
        "Lavrov said talks had failed. The «regime» fell.",
        "Kuleba left. The «regime» would fall a year later.",
        "Lavrov said talks had failed. If it rained, the «regime» would fall.",
        "After Lavrov said that talks had failed, Kuleba left. The «regime» would fall a year later.",
        "Kyiv called for talks in a statement on the «regime».",
        "Lavrov said talks had failed, as the «regime» moved troops.",
        "Lavrov said talks had failed, even as the «regime» moved troops.",
    ],
)
def test_own(text: str, read_all: ReadAll) -> None:
    assert read_all(text) == [Reading("own", None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Trump called the senator a "«nasty» guy," an "«anchor baby»," "«unstable»" and "«sick»."', "Trump"),
        ('Obama and Clinton call them "lone «wolves»" and describe their actions as «crimes».', "Obama and Clinton"),
        ('He described the protesters as "«thugs»," "«looters»" and a "«mob»."', "He"),
        ("State media called them “«bandits»”, “«traitors»” and “«spies»”.", "State media"),
        ("She labelled the group “«extremists»” and “«fascists»”, and left.", "She"),
        ("The bill calls them “«illegal aliens»” or “«criminal aliens»”.", "The bill"),
        ("She called him a “«crook»” and a “«liar»” in court.", "She"),
    ],
)
def test_a_naming_verb_governs_a_list(text: str, speaker: str, read_all: ReadAll) -> None:
    assert set(read_all(text)) == {Reading("attributed", speaker)}


@pytest.mark.parametrize(
    "text",
    [
        'Trump called the senator a "guy," and the "«liberated»" city fell.',
        "He called it a “war,” and a “«liberated»” city fell.",
        "He called it a “war” before the “«special operation»” began.",
        "They called him a “crook” when the “«special operation»” began.",
        "She called it a “war”. The “«special operation»” went on.",
    ],
)
def test_where_a_list_of_labels_ends(text: str, read_all: ReadAll) -> None:
    assert [reading.voice for reading in read_all(text)] == ["scare"]


@pytest.mark.parametrize(
    "text",
    [
        "Putin declared a special «military operation».",
        "They considered a «special operation».",
        "He named a «regime» critic.",
        "The war was declared by «President» Smith.",
        "He called a «special operation» meeting.",
        "They stopped short of calling the «regime» a dictatorship.",
        "The council, after talks, considered the «special operation».",
        "She kept painting «Kiev» as a city of spies.",
    ],
)
def test_the_object_of_a_naming_verb_is_no_label(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} <= {"own", "reported"}
