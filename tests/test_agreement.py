from __future__ import annotations

import pytest

from linter.agreement import form_in_place, is_uncountable, keeps_object, number_holds, same_kind, takes_possessive
from linter.forms import inflect

LIBERATE = inflect("liberate", "verb")
SHUT = inflect("shut down", "verb")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("Troops have ", " the town.", "participle", id="have"),
        pytest.param("It was ", " in May.", "participle", id="was"),
        pytest.param("It has not yet been ", ".", "participle", id="has not yet been"),
        pytest.param("They had quickly ", " it.", "participle", id="adverb"),
        pytest.param("They haven’t ", " it.", "participle", id="haven't"),
        pytest.param("A town ", " by troops", "participle", id="by"),
        pytest.param("The ", " town", "participle", id="the liberated town"),
        pytest.param("Troops ", " the town.", "past", id="an object"),
        pytest.param("He ", " Kherson.", "past", id="a pronoun"),
        pytest.param("They came and ", " Kherson.", "past", id="and"),
        pytest.param("Kherson, ", " in May, is", None, id="it cannot be told"),
        pytest.param("Rebels ", " Town", None, id="a headline"),
    ],
)
def test_past_or_participle(before: str, after: str, expected: str | None) -> None:
    assert form_in_place(LIBERATE, "past", "liberated", before, after) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("They will ", "base", id="will"),
        pytest.param("plans to ", "base", id="to"),
        pytest.param("They have ", "participle", id="have"),
        pytest.param("They ", None, id="it cannot be told"),
    ],
)
def test_a_verb_with_one_form_for_all(before: str, expected: str | None) -> None:
    assert form_in_place(SHUT, "base", "shut down", before, " the site") == expected


def test_a_form_that_can_be_no_other_stays() -> None:
    assert form_in_place(LIBERATE, "gerund", "liberating", "was ", " it") == "gerund"
    assert form_in_place(inflect("alien", "noun"), "plural", "aliens", "have ", "") == "plural"


@pytest.mark.parametrize(
    ("matched", "suggestion", "form", "suggested", "before"),
    [
        pytest.param("alien", "immigrant", "singular", "singular", "an ", id="one for one"),
        pytest.param("aliens", "immigrants", "plural", "plural", "two ", id="many for many"),
        pytest.param("riot", "unrest", "singular", "singular", "the ", id="uncounted after the"),
        pytest.param("damage", "deaths", "singular", "plural", "a toll of ", id="after a preposition"),
        pytest.param("propaganda", "statement", "singular", "singular", "the ", id="counted after the"),
        pytest.param("riots", "mass killings", "plural", "cited", "the ", id="plural without a part of speech"),
        pytest.param("riot", "crisis", "singular", "cited", "a ", id="an s that is no plural"),
        pytest.param("pro-choice", "abortion-rights", "cited", "cited", "", id="an adjective in s"),
        pytest.param("barbaric", "violent", "cited", "cited", "two ", id="adjectives"),
        pytest.param("the elderly", "older people", "cited", "cited", "", id="the with an adjective"),
        pytest.param("aliens", "immigrants without legal status", "plural", "cited", "two ", id="words after the head"),
        pytest.param("claimed", "said", "past", "cited", "a ", id="verbs"),
    ],
)
def test_number_holds(matched: str, suggestion: str, form: str, suggested: str, before: str) -> None:
    assert number_holds(matched, suggestion, form, suggested, before)


@pytest.mark.parametrize(
    ("matched", "suggestion", "form", "suggested", "before"),
    [
        pytest.param("riot", "unrest", "singular", "singular", "a ", id="a unrest"),
        pytest.param("riot", "unrest", "singular", "singular", "a violent ", id="a violent unrest"),
        pytest.param("riots", "unrest", "plural", "plural", "two ", id="two unrest"),
        pytest.param("riots", "unrest", "plural", "plural", "The ", id="the unrest were"),
        pytest.param("damage", "deaths", "singular", "plural", "The ", id="the deaths was"),
        pytest.param("damage", "deaths", "singular", "plural", "caused ", id="perhaps an object"),
        pytest.param("propaganda", "statement", "singular", "singular", "spread ", id="spread statement"),
        pytest.param("riot", "unrest", "singular", "cited", "a ", id="a unrest, without a part of speech"),
        pytest.param("collateral damage", "civilian deaths", "cited", "cited", "The ", id="both without a part of speech"),
        pytest.param("alien", "people without papers", "singular", "cited", "an ", id="an people"),
    ],
)
def test_number_that_would_clash(matched: str, suggestion: str, form: str, suggested: str, before: str) -> None:
    assert not number_holds(matched, suggestion, form, suggested, before)


def test_part_of_speech() -> None:
    assert same_kind("plural", inflect("migrant", "noun"))
    assert same_kind("past", inflect("take", "verb"))
    assert not same_kind("singular", inflect("take", "verb"))
    assert not same_kind("gerund", inflect("capture", "noun"))


def test_possessives() -> None:
    assert takes_possessive("undocumented immigrant")
    assert not takes_possessive("person without papers")


def test_uncountable() -> None:
    assert is_uncountable("collateral damage")
    assert not is_uncountable("illegal alien")
    assert not is_uncountable("")


@pytest.mark.parametrize(
    ("suggestion", "after", "expected"),
    [
        ("said", " about polls", False), ("says", " to be a doctor", False), ("said", " of victory", False),
        ("said", " that he won", True), ("said", ", on Monday", True), ("criticized", " on Monday", True), ("said", "", True),
    ],
)  # fmt: skip
def test_what_follows_say(suggestion: str, after: str, expected: bool) -> None:
    assert keeps_object(suggestion, after) == expected


@pytest.mark.parametrize(("before", "expected"), [("The author of that ", None), ("They ", "base"), ("to ", "base")])
def test_a_noun_that_is_written_like_the_verb(before: str, expected: str | None) -> None:
    assert form_in_place(inflect("boast", "verb"), "base", "boast", before, " that") == expected
