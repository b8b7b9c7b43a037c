"""What a reporting verb or a source governs. `{…}` marks the words that are somebody's."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.spans import Span
from linter.voice.paragraph import Paragraph
from linter.voice.quotations import find_quotations


def check(marked: str) -> tuple[list[str | None], list[bool]]:
    """The speakers of the words inside braces, and for each word whether it was found where it should be."""
    text = marked.replace("{", "").replace("}", "")
    paragraph = Paragraph(text, find_quotations(text))
    speakers: list[str | None] = []
    right: list[bool] = []
    offset, inside = 0, False
    for index, character in enumerate(marked):
        if character in "{}":
            inside = character == "{"
            continue
        if character.isalpha() and not marked[index - 1].isalnum():
            attribution = paragraph.covering(Span(offset, offset + 1))
            right.append((attribution is not None) == inside)
            if inside and attribution is not None:
                speakers.append(attribution.speaker)
        offset += 1
    return speakers, right


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lavrov said {that the talks failed}.", "Lavrov"),
        ("Lavrov said {the talks failed}.", "Lavrov"),
        ("Lavrov said on Friday {that the talks failed}.", "Lavrov"),
        ("Lavrov said on Friday {the talks failed}.", "Lavrov"),
        ("Lavrov said in a statement {that the talks failed}.", "Lavrov"),
        ("Lavrov has repeatedly said {the talks failed}.", "Lavrov"),
        ("He also noted {that the talks failed}.", "He"),
        ("The ministry insists {the talks failed}.", "The ministry"),
        ("The ministry warned {that the talks failed}.", "The ministry"),
        ("The ministry denied {that the talks failed}.", "The ministry"),
        ("The ministry announced {a ceasefire}.", "The ministry"),
        ("Officials in Moscow say {the talks failed}.", "Officials"),
        ("Kyiv and its allies say {the talks failed}.", "Kyiv and its allies"),
        ("Critics argue {that the talks failed}.", "Critics"),
        ("He thinks {the talks failed}.", "He"),
        ("They hope {the talks will go on}.", "They"),
        ("Moscow wants {to go on}.", "Moscow"),
        ("Moscow refused {to go on}.", "Moscow"),
        ("Mr. Lavrov said {the talks failed}.", "Mr. Lavrov"),
        ("U.S. officials said {the U.S. Supreme Court ruled}.", "U.S. officials"),
    ],
)
def test_verb_first(text: str, speaker: str) -> None:
    speakers, right = check(text)
    assert all(right)
    assert set(speakers) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He told reporters {that the talks failed}.", "He"),
        ("He told the news agency {that the talks failed}.", "He"),
        ("He told them {the talks failed}.", "He"),
        ("He urged Kyiv {to talk}.", "He"),
        ("He warned residents {that the talks failed}.", "He"),
        ("He asked {whether the talks failed}.", "He"),
    ],
)
def test_person_told(text: str, speaker: str) -> None:
    speakers, right = check(text)
    assert all(right)
    assert set(speakers) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("{The talks failed}, he said.", "he"),
        ("{The talks failed}, said Lavrov.", "Lavrov"),
        ("{The talks failed}, said the ministry.", "the ministry"),
        ("{The talks failed}, Lavrov told reporters.", "Lavrov"),
        ("{The talks failed}, Lavrov said on Friday.", "Lavrov"),
        ("{The talks failed}, foreign minister Sergei Lavrov said in Moscow.", "foreign minister Sergei Lavrov"),
        ("{The talks failed}, Lavrov, the foreign minister, said.", "Lavrov"),
        ("{The talks}, he said, {had failed}.", "he"),
        ("{The talks failed}, according to the ministry.", "the ministry"),
        ("According to the ministry, {the talks failed}.", "the ministry"),
        ("{The talks failed} — he said.", "he"),
        ("{TALKS FAIL}, UKRAINE SAYS", "UKRAINE"),
        ("{Talks Fail}, Lavrov Says", "Lavrov"),
    ],
)
def test_verb_last(text: str, speaker: str) -> None:
    speakers, right = check(text)
    assert all(right)
    assert set(speakers) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, Lavrov said {the talks failed}.",
        "Lavrov, the foreign minister, said {the talks failed}.",
        "Lavrov, meanwhile, said {the talks failed}.",
        "Lavrov (pictured) said {the talks failed}.",
        "Lavrov met Kuleba and said {the talks failed}.",
        "But Lavrov said {the talks failed}.",
        "Lavrov, who said {the talks failed}, left.",
    ],
)
def test_subjects(text: str) -> None:
    speakers, right = check(text)
    assert all(right)
    assert set(speakers) == {"Lavrov"}


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov said {the talks failed}, while Kuleba went home.",
        "Lavrov said {the talks failed}; Kuleba went home.",
        "Lavrov said {the talks failed}. Kuleba went home.",
        "The talks (Lavrov said {they failed}) went on.",
        "When Lavrov said {the talks failed}, Kuleba went home.",
    ],
)
def test_where_the_clause_ends(text: str) -> None:
    assert all(check(text)[1])


@pytest.mark.parametrize(
    "text",
    [
        "The report on the talks is out.",
        "The state of the talks is known to them.",
        "The reported talks failed.",
        "His plans were loud.",
        "The plans for the talks were dropped.",
        "Their demands were met.",
        "The talks went according to plan.",
        "It was a call of nature.",
        "She gave her word of honour.",
        "The calls were long and the notes were short.",
        "It goes without saying.",
        "Nobody knows the way.",
        "She showed the way.",
        "They found work in the city.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert all(check(text)[1])


@pytest.mark.parametrize(
    ("text", "kind", "word", "speaker"),
    [
        ("what Moscow calls a special operation", "label", "special", "Moscow"),
        ("He leads what the ministry called a junta.", "label", "junta", "the ministry"),
        ("They call it a war.", "label", "war", "They"),
        ("Moscow calls the invasion a special operation.", "label", "special", "Moscow"),
        ("It was called a war by the ministry.", "label", "war", "the ministry"),
        ("He described the plan as a coup.", "label", "coup", "He"),
        ("She was branded as a traitor.", "label", "traitor", None),
        ("He refers to the vote as a farce.", "label", "farce", "He"),
        ("the so-called republic", "label", "republic", None),
        ("the word regime", "mention", "regime", None),
        ("the term special operation is banned", "mention", "operation", None),
        ("Kyiv, formerly spelled Kiev, fell", "mention", "Kiev", None),
        ("Derry, also known as Londonderry, voted", "mention", "Derry", None),
        ("The hashtag #War trended", "mention", "War", None),
    ],
)
def test_labels_and_mentions(text: str, kind: str, word: str, speaker: str | None) -> None:
    start = text.index(word)
    attribution = Paragraph(text).covering(Span(start, start + len(word)))
    assert attribution is not None
    assert (attribution.kind, attribution.speaker) == (kind, speaker)


def test_the_object_of_a_label_is_no_label() -> None:
    text = "Moscow calls the invasion a special operation."
    start = text.index("invasion")
    attribution = Paragraph(text).covering(Span(start, start + 8))
    assert attribution is None or attribution.kind != "label"


TEXT = """said says Lavrov the he , . : ; ( ) — that who calls it a as so-called according to in words of word known also called
and wants told reporters “x” ‘ ” U.S. Mr. claim # by not was"""
WORDS = st.lists(st.sampled_from(TEXT.split()), max_size=50)


@given(WORDS.map(" ".join) | st.text(max_size=120))
def test_spans_are_inside_the_text(text: str) -> None:
    found = [*Paragraph(text, find_quotations(text)).before(len(text))]
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in found)
    starts = [each.span.start for each in reversed(found)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "pattern", ["said ", "that ", "(", "who said, ", "Lavrov said. ", "calls it a ", "as ", ", ", "the word "]
)
def test_a_hundred_kilobytes_take_linear_time(pattern: str) -> None:
    text = pattern * (100_000 // len(pattern))
    start = time.process_time()
    list(Paragraph(text).before(len(text)))
    assert time.process_time() - start < 10
