"""The wording of suggestions in their place, shown by what becomes of whole texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fixing_desk import fix_text, fixed

from linter.findings import Finding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two illegal aliens came.", "Two undocumented immigrants came.", id="plural"),
        pytest.param("Illegal aliens came.", "Undocumented immigrants came.", id="sentence start"),
        pytest.param("ILLEGAL ALIENS HELD", "UNDOCUMENTED IMMIGRANTS HELD", id="capitals"),
        pytest.param("Illegal Aliens Held on Farm", "Undocumented Immigrants Held on Farm", id="headline"),
        pytest.param("Islamists came.", "Militants came.", id="a name's capital at the start of a sentence"),
        pytest.param("Two Islamists came.", "Two militants came.", id="a name's capital inside it"),
        pytest.param("Police Kill Islamists in Raid", "Police Kill Militants in Raid", id="a name in a headline"),
        pytest.param("Troops liberated the town.", "Troops took the town.", id="past"),
        pytest.param("The town was liberated.", "The town was taken.", id="participle"),
        pytest.param("They have not yet liberated it.", "They have not yet taken it.", id="perfect"),
        pytest.param("He liberates it.", "He takes it.", id="third person"),
        pytest.param("Liberating Kherson took weeks.", "Taking Kherson took weeks.", id="gerund"),
        pytest.param("They will denazify it, and organise.", "They will demilitarise it, and organise.", id="British"),
        pytest.param("They will denazify it, and organize.", "They will demilitarize it, and organize.", id="American"),
        pytest.param("Denazified and organized.", "Demilitarized and organized.", id="American participle"),
        pytest.param("The riot spread.", "The unrest spread.", id="uncounted after the"),
        pytest.param("a toll of collateral damage was", "a toll of civilian deaths was", id="number after a preposition"),
        pytest.param("An illegal was held.", "A person without papers was held.", id="a longer phrase"),
        pytest.param(
            "The Ukraine left; the Ukraine aid bill fell.", "Ukraine left; the Ukraine aid bill fell.", id="with its article"
        ),
        pytest.param("Two illegals were held.", "Two people without papers were held.", id="head of a longer phrase"),
    ],
)
def test_form_and_case(text: str, expected: str) -> None:
    assert fix_text(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A riot broke out.", id="no article before unrest"),
        pytest.param("Riots were common.", id="were"),
        pytest.param("The collateral damage was high.", id="was"),
        pytest.param("The illegal's home.", id="possessive of a long phrase"),
        pytest.param("Rebels Liberated Town", id="tense cannot be told"),
        pytest.param("A terrorist came.", id="attribute"),
        pytest.param("We write Kyiv, not Kiev.", id="the name stands beside"),
        pytest.param("Kiev was renamed Kyiv.", id="the name follows"),
        pytest.param("From Kiev to Kyiv: A Name", id="both names in a headline"),
        pytest.param("A gizmo came.", id="two admitted terms, none preferred"),
    ],
)
def test_what_only_a_person_can_decide(text: str) -> None:
    result = fixed(text)
    assert result.data.decode() == text
    assert result.findings


def test_a_suggestion_that_may_clash_is_still_shown() -> None:
    (finding,) = fixed("The collateral damage was high.").findings
    assert [(s.text, s.safety) for s in finding.suggestions] == [("civilian deaths", "never")]


def test_a_term_that_is_one_form_of_a_verb_is_replaced_by_that_form(lint: Callable[..., tuple[Finding, ...]]) -> None:
    say = "{text: say, status: preferred, forms: {third: says, past: said}}"
    claimed = "{text: claimed, status: deprecated, forms: {past: claimed}}"
    (finding,) = lint("He claimed that it fell.", f"category: desk\nconcepts:\n  - id: a\n    terms: [{say}, {claimed}]\n")
    assert finding.suggestions[0].text == "said"
