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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He echoed remarks by Trump last week that the «regime» would fall.", id="noun by"),
        pytest.param("The paper carried statements from the army that the «regime» had fled.", id="noun from"),
        pytest.param("They denied claims by aid groups that the «regime» used gas.", id="claims by"),
        pytest.param(
            "Warnings from the ministry on Friday that «terrorists» were near emptied the town.", id="noun from, on a day"
        ),
        pytest.param("A comment by the mayor that «illegals» vote caused anger.", id="a comment by"),
        pytest.param("Residents were furious that the «regime» had closed the road.", id="furious that"),
        pytest.param("Republicans were also incensed that the «amnesty» covered thousands.", id="incensed that"),
        pytest.param("She is proud that the «liberation» began here.", id="proud that"),
        pytest.param("Voters are angry that «illegal aliens» get benefits.", id="angry that"),
        pytest.param("Many were relieved that the «regime» had gone.", id="relieved that"),
        pytest.param("The truth, he told me on Friday, is that the «regime» is weak.", id="told me on Friday"),
        pytest.param("The goal, she told reporters, is to topple the «regime».", id="told reporters"),
        pytest.param("The plan, officials told Reuters on Monday, was drawn up by the «regime».", id="told Reuters on Monday"),
        pytest.param("The air was so bad, Mr. Obama noted, that the «regime» fell.", id="insertion and that"),
        pytest.param("It was so cold, the minister said, that the «terrorists» fled.", id="another"),
        pytest.param("The road is closed, he said, because the «regime» wants it so.", id="insertion and because"),
        pytest.param("Though it rained, he said, replacing the «regime» would be hard.", id="though, then a gerund"),
        pytest.param("While talks go on, she argued, lifting the «siege» would help.", id="while, then a gerund"),
        pytest.param("Clinton said at a stop in Toledo, Ohio, that the «regime» would fall.", id="town and country"),
        pytest.param("He said at a rally in Kursk, Russia, that «Nazis» were near.", id="town and country abroad"),
        pytest.param("Experts cautioned, as did the army, that the «regime» would fall.", id="as did X"),
        pytest.param("The minister warned, in a letter to the court, that «terrorists» were near.", id="in a letter"),
        pytest.param("By one estimate, the «regime» holds 300 men.", id="by one estimate"),
        pytest.param("By most accounts, the «regime» is weak.", id="by most accounts"),
        pytest.param("The «regime» has fallen, by his own admission.", id="by his own admission"),
        pytest.param("The «regime» has fallen, per the ministry.", id="per, at the end"),
        pytest.param("Per Reuters, the «regime» has fallen.", id="per, at the start"),
        pytest.param(
            "The «regime» would fall, Sen. Lindsey Graham (R-S.C.) told reporters on Thursday.", id="initials of party and state"
        ),
        pytest.param(
            "Shifting rains could topple the «regime», Obama said in his interview.", id="a clause that begins with a gerund"
        ),
        pytest.param("Rising prices have hurt the «regime», economists said.", id="another clause"),
        pytest.param("Climate change, he often says, is a threat to trade, as well as to the «regime».", id="as well as"),
        pytest.param("Trump said after the convention he would fight the «regime».", id="said after"),
        pytest.param("She said at the meeting they were done with the «regime».", id="said at"),
        pytest.param("Data from the survey show that the «regime» is weak.", id="data show"),
        pytest.param("Leaked documents from his office show the «regime» paid.", id="documents show"),
        pytest.param("The «regime» is weak, a new poll of voters shows.", id="shows, at the end"),
        pytest.param("The «regime» fell at dawn, The Wall Street Journal reports.", id="reports, at the end"),
        pytest.param("He discovered that the «regime» had lied.", id="discovered"),
        pytest.param("He warned that the prison, which, even today, holds enemies of the «regime», was full.", id="even today"),
    ],
)
def test_reported_by_nouns_moods_and_insertions(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} == {"reported"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The park near the «regime» office, which, Smith said, is full, was closed.",
            id="before an insertion in a relative clause",
        ),
        pytest.param("Residents were furious at the «regime».", id="furious at"),
        pytest.param("The army was supposed to protect the «regime».", id="supposed to"),
        pytest.param("Many felt betrayed when the «regime» fell.", id="felt betrayed"),
        pytest.param("Speaking to men who had left the «regime», Obama agreed.", id="a gerund with a relative clause"),
        pytest.param("The statement that was sent to the «regime» was short.", id="a relative clause after a noun"),
        pytest.param("Reports by the army reached the «regime» on Friday.", id="a noun with by and no that"),
        pytest.param("He pays the «regime» 5 dollars per day.", id="per day"),
        pytest.param("The town was judged by its admission to the «regime».", id="admission to"),
        pytest.param("They heard Stevie Wonder, who had fled the «regime».", id="a name like a verb"),
        pytest.param("The reports from the ministry that led the «regime» were late.", id="another relative clause"),
    ],
)
def test_what_only_looks_reported(text: str, read_all: ReadAll) -> None:
    assert {reading.voice for reading in read_all(text)} == {"own"}
