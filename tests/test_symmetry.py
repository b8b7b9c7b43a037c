"""Symmetry inside a document: one side's word for one party, the mirror word for another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.findings import Finding
from linter.policy import Policy, Selection

LEXICON = """
category: desk
concepts:
  - id: claim
    mirror: note
    terms:
      - {text: say, status: preferred, pos: verb}
      - {text: claim, status: deprecated, pos: verb}
  - id: kill
    mirror: die
    terms:
      - {text: kill, status: deprecated, pos: verb}
  - id: die
    terms:
      - {text: die, status: preferred, pos: verb}
  - id: liberate
    mirror: occupy
    terms:
      - {text: liberate, status: deprecated, pos: verb}
  - id: note
    mirror: claim
    terms:
      - {text: say, status: preferred, pos: verb}
      - {text: point out, status: deprecated, pos: verb}
  - id: occupy
    terms:
      - {text: seize, status: preferred, pos: verb}
      - {text: occupy, status: deprecated, pos: verb}
  - id: regime
    mirror: government
    terms:
      - {text: regime, status: deprecated, pos: noun}
  - id: government
    terms:
      - {text: government, status: preferred, pos: noun}
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "Moscow said the talks went well. Kyiv claimed that nothing was agreed.",
            "“claimed” for Kyiv, but “said” for Moscow (line 1)",
            id="said and claimed",
        ),
        pytest.param(
            "Anna Smith pointed out that the bridge was open.\n\nPeter Jones claimed that it was closed.",
            "“pointed out” for Anna Smith, but “claimed” for Peter Jones (line 3)",
            id="two people",
        ),
        pytest.param(
            "Ukrainian forces liberated the village. Russian forces occupied the town.",
            "“liberated” for Ukrainian forces, but “occupied” for Russian forces (line 1)",
            id="liberated and occupied",
        ),
        pytest.param(
            "The village was liberated by Ukraine. The town was occupied by Russia.",
            "“liberated” for Ukraine, but “occupied” for Russia (line 1)",
            id="passive: the agent",
        ),
        pytest.param(
            "Two Israelis were killed in the north. Six Palestinians died in the south.",
            "“killed” for Two Israelis, but “died” for Six Palestinians (line 1)",
            id="killed and died: those to whom it happened",
        ),
        pytest.param(
            "The Syrian regime agreed. The Turkish government did not.",
            "“regime” for Syria, but “government” for Turkey (line 1)",
            id="nouns: the adjective before",
        ),
        pytest.param(
            "The regime in Damascus agreed.\n\nThe government of Turkey did not.",
            "“regime” for Syria, but “government” for Turkey (line 3)",
            id="nouns: the name after",
        ),
        pytest.param(
            "Russian Foreign Minister Sergei Lavrov claimed that it was over. Ukraine’s Dmytro Kuleba said it was not.",
            "“claimed” for Russian Foreign Minister Sergei Lavrov, but “said” for Ukraine’s Dmytro Kuleba (line 1)",
            id="people with their sides",
        ),
    ],
)
def test_asymmetric(lint: Callable[..., tuple[Finding, ...]], text: str, message: str) -> None:
    found = [finding for finding in lint(text, LEXICON) if finding.kind == "asymmetric"]
    assert [f.message for f in found] == [f"{message}: two words for the same conduct"]
    assert found[0].severity == "note"
    assert found[0].suggestions == ()
    assert text[found[0].start : found[0].end] == found[0].text
    assert found[0].fingerprint not in {f.fingerprint for f in lint(text, LEXICON) if f.kind != "asymmetric"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kyiv claimed that nothing was agreed.", id="one place"),
        pytest.param("He claimed that it was over. She said it was not.", id="pronouns name nobody"),
        pytest.param("The ministry claimed that it was over. The union said it was not.", id="no names"),
        pytest.param("Moscow said so. The Kremlin claimed that it was over.", id="two names of one party"),
        pytest.param(
            "Russia claimed that it was over. Ukraine claimed that it was not. Ukraine said more.", id="both words for one"
        ),
        pytest.param(
            "Russia claimed that it was over. Ukraine said it was not. Russia said more.", id="the neutral word for both"
        ),
        pytest.param("Kyiv “claimed” it. Moscow said no.", id="not in the narrator's words"),
        pytest.param("“Kyiv claimed that,” said Lavrov. “Moscow said it.”", id="quotations"),
        pytest.param("Lavrov, the Russian minister, claimed it. Moscow said so.", id="a person and his country"),
        pytest.param("Kuleba claimed that it was over. Russia said no.", id="a person of whom nothing is known, and a country"),
        pytest.param(
            "Israeli soldiers killed two men. Six Palestinians died.", id="who killed and who died are not the same conduct"
        ),
    ],
)
def test_not_asymmetric(lint: Callable[..., tuple[Finding, ...]], text: str) -> None:
    assert [f.message for f in lint(text, LEXICON) if f.kind == "asymmetric"] == []


@pytest.mark.parametrize(
    "policy",
    [
        pytest.param(Policy(severity={"asymmetric": "off"}), id="switched off"),
        pytest.param(Policy(severity={"claim": "off"}), id="its concept is off"),
        pytest.param(Policy(selection=Selection(ignore=frozenset({"asymmetric"}))), id="ignored"),
    ],
)
def test_switched_off(lint: Callable[..., tuple[Finding, ...]], policy: Policy) -> None:
    text = "Moscow said the talks went well. Kyiv claimed that nothing was agreed."
    assert [f for f in lint(text, LEXICON, policy=policy) if f.kind == "asymmetric"] == []


@pytest.mark.parametrize(
    "policy",
    [
        pytest.param(Policy(severity={"asymmetric": "warning"}), id="severity"),
        pytest.param(Policy(severity={"asymmetric": "warning"}, selection=Selection(select=frozenset({"claim"}))), id="selected"),
        pytest.param(
            Policy(severity={"asymmetric": "warning"}, selection=Selection(select=frozenset({"asymmetric"}))), id="alone"
        ),
    ],
)
def test_switched(lint: Callable[..., tuple[Finding, ...]], policy: Policy) -> None:
    text = "Moscow said the talks went well. Kyiv claimed that nothing was agreed."
    assert [f.severity for f in lint(text, LEXICON, policy=policy) if f.kind == "asymmetric"] == ["warning"]
