"""The variants that a term stands for."""

from __future__ import annotations

import pytest

from linter.braces import EXPANSION_LIMIT, expand_braces
from linter.forms import inflect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("war", ["war"], id="no braces"),
        pytest.param("demilitari{s,z}ation", ["demilitarisation", "demilitarization"], id="inside a word"),
        pytest.param("de{-,}nazify", ["de-nazify", "denazify"], id="an empty choice"),
        pytest.param("{,the }Crimea", ["Crimea", "the Crimea"], id="an empty choice first"),
        pytest.param("{a,b} {c,d}", ["a c", "a d", "b c", "b d"], id="two"),
        pytest.param("{a,{b,c}d}", ["a", "bd", "cd"], id="nested"),
        pytest.param("a  b\n c", ["a b c"], id="white space is made single"),
        pytest.param("{a,a}", ["a"], id="no spelling twice"),
        pytest.param("{a}", ["a"], id="one choice"),
    ],
)
def test_braces(text: str, expected: list[str]) -> None:
    assert sorted(expand_braces(text)) == sorted(expected)
    assert expand_braces(text)[0] == expected[0]


@pytest.mark.parametrize("text", ["{a", "a}", "{a,b", "{{a}", "}{"])
def test_a_brace_needs_a_partner(text: str) -> None:
    with pytest.raises(ValueError, match="a brace without its partner"):
        expand_braces(text)


@pytest.mark.parametrize("text", ["{a,b}" * 40, "{" + "," * EXPANSION_LIMIT + "}" * 1])
def test_braces_cannot_grow_without_bound(text: str) -> None:
    with pytest.raises(ValueError, match="more than"):
        expand_braces(text)


def test_deep_braces_are_no_recursion() -> None:
    assert expand_braces("{" * 3_000 + "a" + "}" * 3_000) == ("a",)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        pytest.param("illegal alien", {"singular": ["illegal alien"], "plural": ["illegal aliens"]}, id="the last word"),
        pytest.param("human shields", {"plural": ["human shields"], "singular": ["human shield"]}, id="cited in the plural"),
        pytest.param(
            "person with disabilities",
            {"singular": ["person with disabilities"], "plural": ["people with disabilities"]},
            id="the head stands before a preposition",
        ),
        pytest.param(
            "weapon of mass destruction",
            {"singular": ["weapon of mass destruction"], "plural": ["weapons of mass destruction"]},
            id="of",
        ),
        pytest.param("collateral damage", {"singular": ["collateral damage"], "plural": ["collateral damage"]}, id="uncountable"),
        pytest.param(
            "re{-,}education camp",
            {"singular": ["re-education camp", "reeducation camp"], "plural": ["re-education camps", "reeducation camps"]},
            id="braces",
        ),
    ],
)
def test_noun(text: str, forms: dict[str, list[str]]) -> None:
    assert {form: list(texts) for form, texts in inflect(text, "noun").items()} == forms
    assert next(iter(inflect(text, "noun"))) == next(iter(forms)), "the cited form comes first"


def test_verb_inflects_its_first_word() -> None:
    assert inflect("mop up", "verb") == {
        "base": ("mop up",),
        "third": ("mops up",),
        "past": ("mopped up",),
        "participle": ("mopped up",),
        "gerund": ("mopping up",),
    }


def test_verb_in_two_spellings() -> None:
    forms = inflect("demilitari{s,z}e", "verb")
    assert forms["past"] == ("demilitarised", "demilitarized")
    assert forms["gerund"] == ("demilitarising", "demilitarizing")


@pytest.mark.parametrize("pos", [None, "adjective", "adverb", "name"])
def test_everything_else_stays_as_it_is(pos: str | None) -> None:
    assert inflect("Kiev", pos) == {"cited": ("Kiev",)}


@pytest.mark.parametrize(
    ("text", "pos", "by_hand", "forms"),
    [
        pytest.param("execute", "verb", {}, {"base": ("execute",)}, id="none"),
        pytest.param("hang", "verb", {"past": ("hanged",)}, {"base": ("hang",), "past": ("hanged",)}, id="one"),
        pytest.param(
            "hang",
            "verb",
            {"past": ("hang{ed,'d}", "hung")},
            {"base": ("hang",), "past": ("hanged", "hang'd", "hung")},
            id="several",
        ),
        pytest.param(
            "passer-by", "noun", {"plural": ("passers-by",)}, {"singular": ("passer-by",), "plural": ("passers-by",)}, id="noun"
        ),
        pytest.param("human shields", "noun", {}, {"plural": ("human shields",)}, id="a noun cited in the plural"),
        pytest.param(
            "native", None, {"plural": ("natives",)}, {"cited": ("native",), "plural": ("natives",)}, id="no part of speech"
        ),
        pytest.param("claimed", None, {"past": ("claimed",)}, {"past": ("claimed",)}, id="the text is one of them"),
        pytest.param("cut", "verb", {"past": ("cut",)}, {"base": ("cut",), "past": ("cut",)}, id="the text is several"),
        pytest.param(
            "hit out",
            None,
            {"third": ("hits out",), "past": ("hit out",)},
            {"cited": ("hit out",), "third": ("hits out",), "past": ("hit out",)},
            id="the text is one of them and another stands beside",
        ),
    ],
)
def test_forms_by_hand_stand_instead(
    text: str, pos: str | None, by_hand: dict[str, tuple[str, ...]], forms: dict[str, tuple[str, ...]]
) -> None:
    assert inflect(text, pos, by_hand) == forms
