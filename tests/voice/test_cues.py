"""Is the word a verb there, and whose?"""

from __future__ import annotations

import pytest

from linter.voice.clauses import Sentence
from linter.voice.cues import find_cue
from linter.voice.quotations import find_quotations
from linter.voice.reporting import verbs
from linter.voice.sentences import Words


def sentence(text: str) -> Sentence:
    words = Words(text, 0, len(text), find_quotations(text))
    return Sentence(words, 0, len(words.lowers))


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ("Lavrov said so", "said", "Lavrov"),
        ("But the foreign minister of Russia said so", "said", "the foreign minister of Russia"),
        ("Officials in Kyiv said so", "said", "Officials"),
        ("Kyiv and its allies say so", "say", "Kyiv and its allies"),
        ("Lavrov, the minister, said so", "said", "Lavrov"),
        ("Lavrov, who said so", "said", "Lavrov"),
        ("He had long said so", "said", "He"),
        ("what Moscow calls it", "calls", "Moscow"),
        ("It was called so by the ministry", "called", "the ministry"),
        ("It was called so", "called", None),
        ("Lavrov met Kuleba and said so", "said", "Lavrov"),
        ("On Friday Lavrov met Kuleba and said so", "said", "Lavrov"),
        ("Last week, Lavrov met Kuleba and said so", "said", "Lavrov"),
        ("what critics call amnesty", "call", "critics"),
        ("what the critics call amnesty", "call", "the critics"),
        ("Documents from his tax return show the loss", "show", "Documents"),
        ("It fell, The New York Times reports.", "reports", "The New York Times"),
    ],
)
def test_speaker(text: str, verb: str, speaker: str | None) -> None:
    words = sentence(text)
    cue = find_cue(words, words.lowers.index(verb), verbs()[verb])
    assert cue is not None
    assert cue.speaker == speaker


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the reported attack", "reported"),
        ("the report on it", "report"),
        ("of claims", "claims"),
        ("his plans for it", "plans"),
        ("Nobody said so", "said"),
        ("it is worth noting", "noting"),
        ("The states are many", "states"),
        ("They heard Stevie Wonder", "wonder"),
        ("what the calls are for", "calls"),
        ("He read the reports.", "reports"),
    ],
)
def test_no_verb(text: str, word: str) -> None:
    words = sentence(text)
    assert find_cue(words, words.lowers.index(word), verbs()[word]) is None
