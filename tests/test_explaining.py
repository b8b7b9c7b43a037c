from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.explaining import explain_document
from linter.formats import text
from linter.policy import Policy
from linter.rulebook import Rulebook

DESK = """
category: desk
concepts:
  - id: attack
    terms:
      - {text: invasion, status: preferred}
      - {text: operation, status: deprecated, when: {near: [Ukraine]}}
      - {text: campaign, status: deprecated, unless: {near: [election]}}
  - id: kyiv
    exceptions: [chicken Kiev]
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name}
  - id: regime
    terms:
      - {text: Kiev regime, status: deprecated}
  - id: riot
    keep: true
    note: Reviewed.
    terms:
      - {text: riot, status: deprecated}
  - id: leningrad
    terms:
      - {text: Saint Petersburg, status: preferred}
      - {text: Leningrad, status: deprecated, pos: name, valid: {from: 1924, until: 1991}}
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Kiev fell.", [], id="a finding is not passed over"),
        pytest.param("The operation failed.", [("operation", "attack", "it counts only within the same sentence of Ukraine")],
                     id="when"),
        pytest.param("An election campaign.",
                     [("campaign", "attack", "it does not count within the same sentence of election")], id="unless"),
        pytest.param("We ate chicken Kiev.", [("Kiev", "kyiv", "“chicken Kiev” is an exception")], id="an exception"),
        pytest.param("The Kiev regime.", [("Kiev", "kyiv", "“Kiev regime” of “regime” stands there")], id="a longer term"),
        pytest.param("A riot.", [("riot", "riot", "it was reviewed and is fine")], id="kept"),
        pytest.param("In Leningrad in 1961.",
                     [("Leningrad", "leningrad", "the sentence speaks of the years in which it was in force")], id="in force"),
        pytest.param("The invasion.", [("invasion", "attack", "it is an accepted term")], id="accepted"),
        pytest.param("kiev", [("kiev", "kyiv", "the spelling or case differs")], id="case"),
    ],
)  # fmt: skip
def test_why_a_place_is_passed_over(
    rulebook: Callable[..., Rulebook], sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    explained = explain_document(text.read(sentence.encode()), rulebook(DESK), Policy())
    assert [(passed.text, passed.concept, passed.reason) for passed in explained.passed] == expected


def test_what_the_settings_switch_off(rulebook: Callable[..., Rulebook]) -> None:
    explained = explain_document(text.read(b"Kiev fell."), rulebook(DESK), Policy(severity={"desk": "off"}))
    assert explained.findings == ()
    (passed,) = explained.passed
    assert passed.is_match
    assert passed.reason == "it is switched off, by the settings or by the lexicon itself"
