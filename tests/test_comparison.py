"""Documents side by side: what differs comes first, in whose voice, ranked by what the text allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from linter.comparing import ENOUGH_WORDS, compare
from linter.comparison import Comparison
from linter.errors import UsageError
from linter.pipeline import Linter, Options
from linter.profiles import Profile

LEXICON = """
category: desk
concepts:
  - id: attack
    concern: contested
    terms:
      - {text: invasion, status: preferred, pos: noun}
      - {text: special operation, status: deprecated, stance: moscow, pos: noun}
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred, stance: kyiv, pos: name}
      - {text: Kiev, status: deprecated, stance: moscow, pos: name}
  - id: sergei
    terms:
      - {text: Sergei, status: preferred, pos: name}
      - {text: Sergey, status: admitted, pos: name}
  - id: claim
    concern: loaded
    terms:
      - {text: say, status: preferred, pos: verb}
      - {text: state, status: admitted, pos: verb}
      - {text: claim, status: deprecated, pos: verb}
  - id: kept
    keep: true
    note: Reviewed.
    terms:
      - {text: offensive, status: deprecated}
"""

STANCES = "stances:\n  - {id: kyiv, name: the kyiv side}\n  - {id: moscow, name: the moscow side}\n"

A = "Sergei saw the special operation in Kiev. The special operation went on. Sergey said so. The offensive began."
B = "The invasion began in Kyiv. Lavrov spoke of a “special operation” and said no more."


@pytest.fixture
def profiles(workspace: Callable[..., Path]) -> Callable[..., list[Profile]]:
    def make(*texts: str) -> list[Profile]:
        names = [chr(ord("a") + number) for number in range(len(texts))]
        workspace(
            {
                "house/desk.yaml": LEXICON,
                "house/stances.yaml": STANCES,
                **{f"{name}.txt": text for name, text in zip(names, texts, strict=True)},
            }
        )
        linter = Linter(Options(lexicons=("house",)))
        return [linter.profile(name.upper(), [f"{name}.txt"]) for name in names]

    return make


def _rows(comparison: Comparison) -> list[tuple[str, str]]:
    return [(row.contrast, row.concept) for row in comparison.rows]


def test_counts_by_voice(profiles: Callable[..., list[Profile]]) -> None:
    first, second = profiles(A, B)
    found = {(t.document, t.term): (t.own, t.reported, t.scare, t.attributed, t.quoted) for t in (*first.terms, *second.terms)}
    assert found["A", "special operation"] == (2, 0, 0, 0, 0)
    assert sum(found["B", "special operation"]) == 1
    assert found["B", "special operation"][:2] == (0, 0)
    assert found["A", "Kiev"] == found["B", "Kyiv"] == (1, 0, 0, 0, 0)
    assert not any(term == "offensive" for _, term in found), "kept concepts are not counted"


def test_rate_and_first_place(profiles: Callable[..., list[Profile]]) -> None:
    term = next(t for t in profiles(A, B)[0].terms if t.term == "special operation")
    assert term.rate == pytest.approx(10_000 * 2 / 18)
    assert (term.path, term.line, term.text) == ("a.txt", 1, "special operation")
    assert term.left.endswith("saw the ")
    assert term.right.startswith(" in Kiev")


def test_what_differs_comes_first(profiles: Callable[..., list[Profile]]) -> None:
    rows = _rows(compare(profiles(A, B, "The invasion began in Kyiv.")))
    assert rows[:2] == [("differ", "attack"), ("differ", "kyiv")]
    assert ("alone", "sergei") in rows
    assert not any(concept == "claim" for _, concept in rows), "accepted terms that nobody disputes tell nothing"


def test_the_voice_alone_can_differ(profiles: Callable[..., list[Profile]]) -> None:
    rows = _rows(compare(profiles("The special operation began.", "He said: “The special operation began well for us.”")))
    assert rows == [("differ", "attack")]


def test_alike(profiles: Callable[..., list[Profile]]) -> None:
    assert _rows(compare(profiles("In Kiev it rained.", "It rained in Kiev."))) == [("alike", "kyiv")]


def test_chosen_term_is_the_one_in_own_words(profiles: Callable[..., list[Profile]]) -> None:
    row = next(r for r in compare(profiles(A, B)).rows if r.concept == "attack")
    assert [cell.chosen for cell in row.cells] == ["special operation", "invasion"]


def test_stances(profiles: Callable[..., list[Profile]]) -> None:
    comparison = compare(profiles(A, B), stance_name=lambda stance: f"the {stance} side")
    stance = comparison.stances[0]
    assert (stance.document, stance.name, stance.count, stance.share) == ("A", "the moscow side", 3, 1.0)
    assert comparison.stances[1].share == 0.0


def test_a_preferred_term_is_nobodys(profiles: Callable[..., list[Profile]]) -> None:
    comparison = compare(profiles("Talks in Kyiv went on.", "Kyiv was calm; the special operation was not."))
    assert [(count.document, count.stance) for count in comparison.stances] == [("B", "moscow")]
    assert [row.concept for row in comparison.rows] == ["attack"]


def test_mixtures(profiles: Callable[..., list[Profile]]) -> None:
    comparison = compare(profiles(A, B))
    assert [(m.document, m.concept, m.terms, m.consistency) for m in comparison.mixtures] == [
        ("A", "sergei", (("Sergei", 1), ("Sergey", 1)), 0.5)
    ]


def test_method_by_length(profiles: Callable[..., list[Profile]]) -> None:
    short = compare(profiles(A, B))
    assert short.method == "difference"
    assert "plain difference" in short.reason
    assert all(weight.z is None for weight in short.weights)
    filler = "It rained all day long. " * (ENOUGH_WORDS // 5 + 1)
    long = compare(profiles(f"{A}\n{filler}", f"{B}\n{filler}"))
    assert long.method == "log-odds"
    assert "Monroe" in long.reason
    assert all(weight.z is not None and weight.score == abs(weight.z) for weight in long.weights)


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        pytest.param(("One.",), "at least two documents; found one, “A”", id="one"),
        pytest.param((), "found none", id="none"),
        pytest.param(("One.", ""), "“B” has none", id="an empty one"),
        pytest.param(("", ""), "has none", id="all empty"),
    ],
)
def test_nothing_to_compare(profiles: Callable[..., list[Profile]], texts: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        compare(profiles(*texts))


def test_names_clash(profiles: Callable[..., list[Profile]]) -> None:
    first, _ = profiles(A, B)
    with pytest.raises(UsageError, match="two documents have the name “A”"):
        compare([first, first])


def test_empty_among_others_is_noted(profiles: Callable[..., list[Profile]]) -> None:
    notes = compare(profiles(A, B, "", "Nothing here.")).notes
    assert notes == ("“C” has no words", "no term of the lexicon stands in “D”")


def test_rows_of_a_data_frame(profiles: Callable[..., list[Profile]]) -> None:
    comparison = compare(profiles(A, B))
    for rows in (comparison.terms, comparison.weights, comparison.stances, comparison.mixtures):
        assert rows
        assert all(isinstance(asdict(row), dict) for row in rows)  # type: ignore[call-overload]


def test_accepted_terms_for_different_words_are_no_choice(workspace: Callable[..., Path]) -> None:
    lexicon = """
category: desk
concepts:
  - id: names-for-states
    terms:
      - {text: North Korea, status: preferred}
      - {text: the north, status: admitted}
      - {text: United States, status: preferred}
      - {text: hermit kingdom, status: deprecated, to: [North Korea, the north]}
      - {text: Yankee imperialists, status: deprecated, to: [United States]}
"""
    workspace({"desk.yaml": lexicon})
    linter = Linter(Options(lexicons=("desk.yaml",)))

    def rows(*texts: str) -> list[str]:
        compared = compare([linter.profile_texts(str(number), [text]) for number, text in enumerate(texts)])
        return [row.concept for row in compared.rows]

    assert rows("The United States spoke.", "North Korea spoke.") == []
    assert rows("In the north they spoke.", "North Korea spoke.") == ["names-for-states"]
    assert rows("The United States spoke.", "The Yankee imperialists spoke.") == ["names-for-states"]
