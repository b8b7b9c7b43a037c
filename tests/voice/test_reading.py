"""Whose words are these? Each sentence marks its probe with [[ ]]."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.document import Document, Mark
from linter.findings import VOICES
from linter.spans import Span
from linter.voice import Reading, Voices


def read(marked: str, *, wrapped: bool = True) -> Reading:
    start = marked.index("[[")
    end = marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    return Voices(Document(source=text, text=text, wrapped=wrapped)).at(Span(start, end))


QUOTED = [
    ("“The [[special operation]] goes to plan,” he said.", "he"),
    ('"The [[special operation]] goes to plan," said Lavrov.', "Lavrov"),
    ("‘They held people as [[human shields]],’ the minister said.", "the minister"),
    ("'The [[regime]] will fall,' she said, 'and soon.'", "she"),
    ("'The regime will fall,' she said, 'and the [[junta]] too.'", "she"),
    ("The general: «We will end the [[special operation]] by spring».", "The general"),
    ("„The [[junta]] will fall“, the editor replied.", "the editor"),
    ("»The [[junta]] will fall«, wrote the paper.", "the paper"),
    ("「The [[junta]] will fall」 he said.", "he"),
    ("''The [[regime]] must go,'' Mr. Baker said.", "Mr. Baker"),
    ("“This is no [[special military operation]], it is a war,” the witness said.", "the witness"),
    ("“We have no plans,” Lavrov said. “The [[special operation]] goes on.”", "Lavrov"),
    ("“The [[regime]] has to go now, and it will.”", None),
    ("Kuleba shook his head. “The [[regime]] has to go now, and it will.”", None),
    ("He asked: ‘Are you with the [[regime]]?’", "He"),
    ("“Will the [[regime]] fall?” Kuleba asked.", "Kuleba"),
    ("The minister, asked about it, said: “The [[regime]] is finished.”", "The minister"),
    ("Lavrov answered: ‘I can tell you how the [[special operation]] goes.’", "Lavrov"),
    ("“The [[regime]] is done,” a spokesman for the ministry told reporters on Friday.", "a spokesman"),
    ("“The [[regime]] is done,” Jane Smith, the defence secretary, said.", "Jane Smith"),
    ("“The ‘[[regime]]’ is done,” she said.", "she"),
]

MANY_PARAGRAPHS = [
    ("Lavrov said: ‘We talked.\n\n‘The [[regime]] shelled the road.\n\n‘We are happy.’\n\nHe left.", "Lavrov"),
    ("Lavrov said: ‘We talked.\n\n‘The regime shelled the road.\n\n‘The [[junta]] fell.’\n\nHe left.", "Lavrov"),
    ("“We talked,” Kuleba said. “It was short.\n\n“The [[regime]] did not move.”\n\nHe left.", "Kuleba"),
    ('Kuleba said: "We talked.\n\n"The [[regime]] did not move."', "Kuleba"),
    ("‘We saw the soldiers’ pay.\n\n‘The [[regime]] took the soldiers’ pay.\n\n‘We left.’", None),
    ("She said: «We talked.\n\n«The [[regime]] did not move.»", "She"),
    ("The minister said: “We talked.\n\nThe [[regime]] did not move.” He left.", "The minister"),
]

SCARE = [
    "The [[“special operation”]] entered its third week on Thursday.",
    'The "[[special operation]]" entered its third week on Thursday.',
    "It was the start of the ‘[[special operation]]’ in the east.",
    "They rode through a '[[liberated]]' city.",
    "The Russian “[[Regime]]” Party is said to want more than others.",
    "Talks on a “[[Regime]]” Change list were held there by others.",
    "Voters replaced “[[corrupt]]” lawmakers there last year.",
    "‘No [[breakthrough]]’ in talks",
    "The town holds «[[elections]]» this week.",
    "The “[[People’s Republic]]” closed its border.",
    "Nobody knows what the “[[Special Military Operation]]” has cost.",
    "Residents of the “[[new territories]]” need new papers.",
]

ATTRIBUTED = [
    ('Kyiv and its allies call it an "[[invasion]]"; Moscow calls it a "special operation".', "Kyiv and its allies"),
    ('Kyiv and its allies call it an "invasion"; Moscow calls it a "[[special operation]]".', "Moscow"),
    ("It began what Moscow calls a [[special military operation]] in Ukraine.", "Moscow"),
    ("He leads what the ministry called a [[junta]].", "the ministry"),
    ("Wilfred “[[Gypsy]]” Boyle, who boxed there, was never knocked down.", None),
    ("The Kremlin calls the invasion a “[[special military operation]]”.", "The Kremlin"),
    ("The Kremlin dubbed it a [[special operation]] in February.", "The Kremlin"),
    ("State television described the strike as a [[surgical strike]].", "State television"),
    ("He described the meeting as “[[difficult]]” and left.", "He"),
    ("State TV hailed the bomber as a [[martyr]].", "State TV"),
    ("Critics denounced the government as a [[regime]].", "Critics"),
    ("The law was portrayed as [[reform]] by the ministry.", "the ministry"),
    ("The so-called [[special operation]] goes on.", None),
    ('Russia\'s "[[special military operation]]" enters its third week.', "Russia"),
    ("Russia’s ‘[[special military operation]]’ enters its third week.", "Russia"),
    ("The Kremlin’s “[[denazification]]” has no end.", "The Kremlin"),
    ("He rejected “our [[regime]] and all that it stands for in the world“.", "He"),
    ("He said they would ‘[[demilitarise and de-Nazify]]’ the country.", "He"),
    ("Moscow says it will go on until the country has been ‘[[demilitarised]]’.", "Moscow"),
    ("He accused Lavrov of bringing “[[traditional narratives]]” to the table.", "He"),
    ("The “[[special operation]]” goes to plan, Lavrov said.", "Lavrov"),
    ("According to the ministry, the “[[special operation]]” goes to plan.", "the ministry"),
    ("The “[[special operation]]” goes to plan, according to Moscow.", "Moscow"),
    ("Section 1325 covers “[[improper entry by alien]]”.", "Section 1325"),
    ("Lavrov, who met Kuleba, spoke of a “[[regime]]”.", "Lavrov"),
    ("Putin defended the “[[special operation]]” on Friday.", "Putin"),
    ("In the words of the general, it was a “[[mopping-up]]”.", "the general"),
]

ATTRIBUTED_TOO = [
    ('Russia launched its "[[special military operation]]" on Feb. 24.', "Russia"),
    ("Moscow, which describes the war as a “[[special operation]]”, denied it.", "Moscow"),
    ("The statute refers to “[[illegal aliens]]”.", "The statute"),
    ("The bill would bar “[[illegal aliens]]” from schools.", "The bill"),
    ("Under the law, “[[illegal aliens]]” may not work.", "the law"),
    ("The [[regime]], as he called it, fell.", "he"),
    ("The ‘[[regime]]’ — as he called it — fell.", "he"),
    ("What the army terms “[[collateral damage]]” killed three.", "the army"),
    ("“[[Terrorists]]”, said the minister.", "the minister"),
    ("‘[[Illegal aliens]]’ must go, says Trump", "Trump"),
    ("Minister defends ‘[[human shields]]’ claim", "Minister"),
    ("Often dubbed the [[Third World]], the region is poor.", None),
]

MENTIONED = [
    "“[[Terrorists]]” is the word the ministry uses.",
    "He sang “Back in the [[Ukraine]]” on stage.",
    "Kyiv rejects the name [[Kiev]].",
    "Staff are told to avoid the word [[regime]] and to write government instead.",
    "Staff avoid the term “[[special operation]]” in copy.",
    "The phrase [[human shields]] needs a source.",
    "The terms “regime” and “[[junta]]” are not used.",
    "The name [[Kiev]] is Russian.",
    "Kyiv, formerly spelled [[Kiev]], is the capital.",
    "Kyiv (previously known as [[Kiev]]) is the capital.",
    "People in [[Derry]], also known as Londonderry, vote today.",
    "People in Derry, also known as [[Londonderry]], vote today.",
    "People in Burma, also known as [[Myanmar]], vote today.",
    "The islets, known in Tokyo as Takeshima and in Seoul as [[Dokdo]], are small.",
    "The sea, known to Iranians as the Persian Gulf, and to Arabs as the [[Arabian Gulf]], is warm.",
    "The jury chose “[[regime]]” as its ugliest word of the year.",
    "Linguists picked “[[illegal alien]]” as a term in decline.",
    "The hashtag #[[SpecialOperation]] trended.",
    "She won a prize for her book “The Fall of the [[Regime]]” in May.",
    "He plays a spy in the film “A [[Terrorist]] in Love” this week.",
]

REPORTED = [
    ("Lavrov said that the [[special operation]] would go on.", "Lavrov"),
    ("Lavrov said the [[special operation]] would go on.", "Lavrov"),
    ("The [[regime]] was weak, he said.", "he"),
    ("The [[regime]] was weak, said Kuleba.", "Kuleba"),
    ("The [[regime]], he said, was weak.", "he"),
    ("The country, he said, had become a [[regime]].", "he"),
    ("According to the ministry, the [[regime]] held people.", "the ministry"),
    ("The [[regime]] held people, according to the ministry.", "the ministry"),
    ("The ministry told reporters on Friday that the [[regime]] had fallen.", "The ministry"),
    ("The ministry claims the [[regime]] has fallen.", "The ministry"),
    ("Kuleba added that the [[regime]] had fallen.", "Kuleba"),
    ("Analysts believe the [[regime]] will fall.", "Analysts"),
    ("Kuleba, who leads the team, said the [[regime]] would fall.", "Kuleba"),
    ("Beijing vowed to reunify with the [[renegade province]].", "Beijing"),
    ("She called for the [[regime]] to end.", "She"),
    ("Lavrov's claim that the [[regime]] had fallen was wrong.", "Lavrov"),
    ("Allegations of [[genocide]] were denied.", None),
    ("A poll shows the [[regime]] is losing support.", "A poll"),
    ("It was reported that the [[regime]] had fallen.", None),
    ("The [[Third World]] was never a place, economists say.", "economists"),
    ("TALKS WITH [[KIEV]] FAIL, UKRAINE SAYS", "UKRAINE"),
    ("On Monday, Lavrov said the [[regime]] would fall.", "Lavrov"),
    ("He came home and said the [[regime]] would fall.", "He"),
    ("As the president put it, the [[regime]] is finished.", "the president"),
    ("The [[regime]] is finished, as the president put it.", "the president"),
    ("Lavrov: The [[Regime]] Is Finished", "Lavrov"),
]

OWN = [
    "Moscow and [[Kiev]] have held three rounds of talks.",
    "Lavrov said that talks would go on. The [[regime]] did not reply.",
    "“We will go on,” Lavrov said. The [[regime]] did not reply.",
    "‘We talked.\n\n‘We are happy.’\n\nThe [[regime]] did not respond.",
    "The rock’n’roll venue, the [[regime]]’s favourite, reopened in the ’90s.",
    "The soldiers’ pay, the [[regime]]’s burden, and the workers’ pensions rose.",
    "’Tis the season of the [[regime]], and rock ’n’ roll is back.",
    "The dogs' tails and the [[regime]] and the cats' paws were seen.",
    'He is 6\' 2" tall; the [[regime]] bought a 24" screen.',
    "The quote “was never closed.\n\nThe [[regime]] did not respond.",
    "The state plans of the [[regime]] are known.",
    "The reported attack on the [[regime]] failed.",
    "The report on the [[regime]] is out.",
    "Everything went according to plan for the [[regime]].",
    "Lavrov, who said that talks would go on, left the [[regime]].",
    "KIEV\n\nThe [[regime]] fell.",
    "The grower lost his lettuces to an [[invasion]] of slugs.",
    "Update: the [[regime]] has fallen.",
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED + MANY_PARAGRAPHS)
def test_quoted(text: str, speaker: str | None) -> None:
    assert read(text) == Reading("quoted", speaker)


@pytest.mark.parametrize("text", SCARE)
def test_scare(text: str) -> None:
    assert read(text) == Reading("scare", None)


@pytest.mark.parametrize(("text", "speaker"), ATTRIBUTED + ATTRIBUTED_TOO)
def test_attributed(text: str, speaker: str | None) -> None:
    assert read(text) == Reading("attributed", speaker)


@pytest.mark.parametrize("text", MENTIONED)
def test_mentioned(text: str) -> None:
    assert read(text).voice == "attributed"


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_reported(text: str, speaker: str | None) -> None:
    assert read(text) == Reading("reported", speaker)


@pytest.mark.parametrize("text", OWN)
def test_own(text: str) -> None:
    assert read(text) == Reading("own", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LAVROV: We will finish the [[special operation]].", Reading("quoted", "LAVROV")),
        ("Q: Will the regime fall?\n\nA: The [[regime]] has fallen.", Reading("quoted", None)),
        (
            "HOST: Welcome.\n\nLAVROV: The [[regime]] fell.\n\nHOST: When?\n\nLAVROV: Today.",
            Reading("quoted", "LAVROV"),
        ),
        (
            "Host: Welcome.\n\nLavrov: The [[regime]] fell.\n\nHost: When?\n\nLavrov: Today.",
            Reading("quoted", "Lavrov"),
        ),
        ("UPDATE: We hear that the [[regime]] fell.", Reading("own", None)),
        ("KYIV: The [[regime]] fell.", Reading("own", None)),
    ],
)
def test_transcripts(text: str, expected: Reading) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("role", "voice"), [("quotation", "quoted"), ("transcript", "quoted"), ("mention", "attributed")])
def test_marks_of_the_format_decide(role: str, voice: str) -> None:
    text = "The regime fell."
    document = Document(source=text, text=text, marks=(Mark(Span(0, len(text)), role),))  # type: ignore[arg-type]
    assert Voices(document).at(Span(4, 10)).voice == voice


@pytest.mark.interpreted
def test_the_same_paragraph_is_analysed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Lavrov said the regime fell. " * 20
    voices = Voices(Document(source=text, text=text))
    analysed = []
    monkeypatch.setattr(voices, "_analyse", lambda span, analyse=voices._analyse: analysed.append(span) or analyse(span))
    for start in range(0, len(text), 7):
        voices.at(Span(start, start + 1))
    assert len(analysed) == 1


def test_a_long_paragraph_is_analysed_in_windows() -> None:
    text = "Lavrov said that the regime fell. " * 3_000
    voices = Voices(Document(source=text, text=text))
    readings = {voices.at(Span(start, start + 6)) for start in range(21, len(text), 34)}
    assert readings == {Reading("reported", "Lavrov")}
    assert len(voices._paragraphs) < 15


MARKS = ["“", "”", "‘", "’", '"', "'", "''", "«", "»", "„", "s’ ", "6' ", ", ", ". ", ": ", " (", ")", "—", "\n", "\n\n"]
PIECES = [
    "said",
    " the regime",
    "Lavrov ",
    " that ",
    "who ",
    "calls it a ",
    "as ",
    "according to ",
    "the word ",
    "so-called ",
    "Q: ",
    "HE: ",
]
MATERIAL = st.lists(st.sampled_from([*MARKS, *PIECES, "x" * 50]), max_size=60)


@given(MATERIAL | st.text(max_size=200).map(list), st.booleans())
def test_anything_has_a_voice(pieces: list[str], wrapped: bool) -> None:
    text = "".join(pieces)
    voices = Voices(Document(source=text, text=text, wrapped=wrapped))
    for start in range(0, len(text), 5):
        reading = voices.at(Span(start, min(len(text), start + 3)))
        assert reading.voice in VOICES
        assert reading == voices.at(Span(start, min(len(text), start + 3)))
