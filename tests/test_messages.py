from __future__ import annotations

import pytest

from linter import messages
from linter.findings import CONCERNS
from linter.lexicon import Concept, Source, Term
from linter.policy import ASYMMETRIC, OWN_CONCEPTS


def concept(concern: str = "contested") -> Concept:
    return Concept("c", "cat", (), concern=concern)


@pytest.mark.parametrize(
    ("status", "concern", "stance", "voice", "expected"),
    [
        ("deprecated", "contested", "the government", "own", "“x” is a term of the government"),
        ("deprecated", "contested", None, "own", "“x” is a contested term"),
        ("deprecated", "loaded", None, "own", "“x” carries a judgement"),
        ("deprecated", "sensitive", None, "reported", "“x” is a sensitive term"),
        ("deprecated", "inaccurate", None, "own", "“x” is inaccurate or misleading"),
        ("deprecated", "style", None, "own", "“x” is not the form that this lexicon prefers"),
        ("superseded", "style", None, "own", "“x” has been superseded"),
        ("superseded", "style", "the party", "own", "“x” has been superseded; it is typical of the party"),
        (
            "deprecated", "loaded", None, "scare",
            "“x” carries a judgement, here in quotation marks with nobody named as its source",
        ),
    ],
)  # fmt: skip
def test_deprecated(status: str, concern: str, stance: str | None, voice: str, expected: str) -> None:
    assert messages.deprecated("x", concept(concern), Term("x", status), stance, voice) == expected


@pytest.mark.parametrize("concern", CONCERNS)
def test_every_concern_has_a_wording(concern: str) -> None:
    assert messages.deprecated("x", concept(concern), Term("x", "deprecated"), None, "own").startswith("“x” ")


ABOUT_SETTINGS = sorted({*OWN_CONCEPTS} - {ASYMMETRIC})


@pytest.mark.parametrize("own", ABOUT_SETTINGS)
def test_every_concept_of_the_tool_has_a_note(own: str) -> None:
    assert messages.own_note(own).endswith(".")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["a"], "“x” stands in one text with “a”"),
        (["a", "b"], "“x” stands in one text with “a” and “b”"),
        (["a", "b", "c"], "“x” stands in one text with “a”, “b” and “c”"),
    ],
)
def test_inconsistent(others: list[str], expected: str) -> None:
    assert messages.inconsistent("x", others) == expected


def test_the_others() -> None:
    assert messages.house("x", "y", "The Times") == "“x”: The Times uses “y”"
    assert messages.source(Source("t", "p. 3"), "The Times") == "The Times: p. 3"
    assert messages.source(Source("t", ""), "The Times") == "The Times"


SCOLDING = ("wrong", "bad", "biased", "should", "must", "never", "avoid", "offensive", "you")


def test_nobody_is_scolded_and_every_message_is_one_line() -> None:
    said = [
        *(messages.deprecated("x", concept(c), Term("x", s), n, v)
          for c in CONCERNS for s in ("deprecated", "superseded") for n in (None, "the party") for v in ("own", "scare")),
        messages.house("x", "y", "z"), messages.inconsistent("x", ["y"]), messages.distanced("x"), messages.distanced_advice(),
        messages.asymmetric("x", "A", "y", "B", 3), messages.asymmetric_advice(),
        *(messages.own_note(own) for own in ABOUT_SETTINGS),
    ]  # fmt: skip
    for message in said:
        assert "\n" not in message
        assert not set(message.lower().replace(",", " ").split()) & set(SCOLDING), message
