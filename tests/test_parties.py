"""Who a word is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import formats
from linter.folding import fold
from linter.parties import Parties, Party, side_in
from linter.rulebook import Rulebook

LEXICON = """
category: desk
concepts:
  - id: claim
    terms:
      - {text: claim, status: deprecated, pos: verb}
  - id: regime
    terms:
      - {text: regime, status: deprecated, pos: noun}
"""


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        pytest.param("Kyiv claimed it.", "Kyiv", "Ukraine", id="a capital for its country"),
        pytest.param("The Israeli army has claimed it.", "The Israeli army", "Israel", id="helpers before the verb"),
        pytest.param("Anna Smith claimed it.", "Anna Smith", None, id="a person"),
        pytest.param("It was claimed by Hamas.", "Hamas", "Palestinians", id="the agent of a passive"),
        pytest.param("Iranian envoy Ali Rad spoke. Rad claimed it.", "Rad", "Iran", id="a person introduced before"),
        pytest.param("The Syrian regime fell.", "Syria", "Syria", id="an adjective"),
        pytest.param("The regime in Minsk fell.", "Belarus", "Belarus", id="a place after the noun"),
        pytest.param("The United States claimed it.", "The United States", "US", id="two words"),
    ],
)
def test_party(rulebook: Callable[..., Rulebook], text: str, name: str, side: str | None) -> None:
    assert _party(rulebook, text) == Party(name, side)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He claimed it.", id="a pronoun"),
        pytest.param("The ministry claimed it.", id="no name"),
        pytest.param("It was claimed.", id="nobody"),
        pytest.param("Russia and Ukraine claimed it.", id="two at once"),
        pytest.param("The regime fell.", id="a noun alone"),
    ],
)
def test_no_party(rulebook: Callable[..., Rulebook], text: str) -> None:
    assert _party(rulebook, text) is None


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        pytest.param(Party("Moscow", "Russia"), Party("Kyiv", "Ukraine"), True, id="two sides"),
        pytest.param(Party("Moscow", "Russia"), Party("the Kremlin", "Russia"), False, id="one side"),
        pytest.param(Party("Anna Smith", None), Party("Peter Jones", None), True, id="two people"),
        pytest.param(Party("Anna Smith", None), Party("Smith", None), False, id="one person"),
        pytest.param(Party("Anna Smith", None), Party("Kyiv", "Ukraine"), False, id="not known"),
    ],
)
def test_opposes(one: Party, other: Party, opposed: bool) -> None:
    assert one.opposes(other) is other.opposes(one) is opposed


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="Kyiv Russia,. “”‘’'\n\t—by the of was claimed regime", max_size=200))
def test_never_fails(rulebook: Callable[..., Rulebook], text: str) -> None:
    _party(rulebook, text + " claimed")
    side_in(text)


def _party(rulebook: Callable[..., Rulebook], text: str) -> Party | None:
    document = formats.load("text").read(text.encode())
    matches = rulebook(LEXICON).matcher.find(document, fold(document.text), lambda span: "own")
    return Parties(document).of(matches[-1]) if matches else None
