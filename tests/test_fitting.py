"""A suggestion takes the form and the case of what it replaces."""

from __future__ import annotations

import pytest

from linter.fitting import fit, fit_case
from linter.forms import inflect


@pytest.mark.parametrize(
    ("suggested", "pos", "form", "expected"),
    [
        pytest.param("undocumented immigrant", "noun", "plural", "undocumented immigrants", id="plural"),
        pytest.param("undocumented immigrant", "noun", "singular", "undocumented immigrant", id="singular"),
        pytest.param("kill", "verb", "past", "killed", id="past"),
        pytest.param("kill", "verb", "gerund", "killing", id="gerund"),
        pytest.param("say", "verb", "third", "says", id="third person"),
        pytest.param("person with disabilities", "noun", "plural", "people with disabilities", id="inner head"),
    ],
)
def test_form(suggested: str, pos: str, form: str, expected: str) -> None:
    assert fit(inflect(suggested, pos), form, cited=False) == expected


def test_what_has_no_such_form_does_not_fit() -> None:
    assert fit(inflect("Kyiv", "name"), "plural", cited=False) is None
    assert fit(inflect("invasion", "noun"), "past", cited=False) is None


def test_cited_fits_cited_whatever_its_number() -> None:
    assert fit(inflect("civilian deaths", "noun"), "singular", cited=True) == "civilian deaths"


@pytest.mark.parametrize(
    ("suggestion", "matched", "term", "expected"),
    [
        pytest.param("invasion", "special military operation", "special military operation", "invasion", id="lower"),
        pytest.param("invasion", "Special military operation", "special military operation", "Invasion", id="at the start"),
        pytest.param(
            "full-scale war", "Special Military Operation", "special military operation", "Full-scale War", id="title case"
        ),
        pytest.param(
            "people with the illness",
            "Victims of It All",
            "victims of it all",
            "People with the Illness",
            id="small words stay small",
        ),
        pytest.param("invasion", "SPECIAL MILITARY OPERATION", "special military operation", "INVASION", id="capitals"),
        pytest.param("Kyiv", "Kiev", "Kiev", "Kyiv", id="a name for a name"),
        pytest.param("Kyiv", "KIEV", "Kiev", "KYIV", id="a name in capitals"),
        pytest.param("undocumented immigrant", "Illegal", "illegal", "Undocumented immigrant", id="one word"),
        pytest.param(
            "people of Roma origin", "Gypsies", "Gypsies", "people of Roma origin", id="a common noun for a name keeps its case"
        ),
        pytest.param("the US government", "The regime", "the regime", "The US government", id="names inside keep their capitals"),
        pytest.param("attack", "9/11", "9/11", "attack", id="no letters"),
        pytest.param("Islamic State", "ISIS", "ISIS", "Islamic State", id="an acronym is no shouting"),
        pytest.param("war", "", "", "war", id="nothing"),
    ],
)
def test_case(suggestion: str, matched: str, term: str, expected: str) -> None:
    assert fit_case(suggestion, matched, term) == expected
