from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.findings import Finding
from linter.policy import Policy

Lint = Callable[..., tuple[Finding, ...]]

LEXICON = """
category: test
concepts:
  - id: trip
    note: The concept's note.
    sources: [{authority: times, ref: "p. 3"}]
    terms:
      - {text: boat trip, status: preferred, pos: noun, house: [times]}
      - {text: passage, status: admitted, pos: noun, house: [post]}
      - {text: glorious crossing, status: deprecated, pos: noun, stance: northern}
      - text: heroic crossing
        status: superseded
        pos: noun
        to: [passage]
        note: The term's note.
        sources: [{authority: post, ref: ""}]
      - {text: holy crossing, status: deprecated, pos: noun, suggest: attribute, advice: say who calls it so}
      - {text: noble crossing, status: deprecated, pos: noun, fix: safe}
      - {text: mean crossing, status: deprecated, pos: noun, fix: never}
      - {pattern: "crossings? of (?:glory|honou?r)", status: deprecated}
  - id: name
    concern: style
    terms:
      - {text: Marek, status: admitted, pos: name, house: [times]}
      - {text: Marik, status: admitted, pos: name, house: [post]}
      - {text: Maryk, status: admitted, pos: name}
  - id: said
    concern: loaded
    terms:
      - {text: say, status: preferred, pos: verb}
      - {text: claim, status: deprecated, pos: verb}
  - id: raid
    terms:
      - {text: raid, status: admitted, pos: noun}
      - {text: cleansing, status: deprecated, pos: noun}
  - id: dated
    terms:
      - {text: old town, status: deprecated, pos: noun}
"""


def judged(lint: Lint, text: str, house: str | None = None) -> list[tuple[str, str]]:
    return [(f.kind, f.text) for f in lint(text, LEXICON, policy=Policy(house=house)) if f.suppression is None]


KINDS = [
    pytest.param("A glorious crossing.", None, [("deprecated", "glorious crossing")], id="deprecated"),
    pytest.param("A heroic crossing.", None, [("deprecated", "heroic crossing")], id="superseded is deprecated too"),
    pytest.param("A crossing of honor.", None, [("deprecated", "crossing of honor")], id="a pattern"),
    pytest.param("Marek spoke.", "post", [("house", "Marek")], id="the house has another"),
    pytest.param("Maryk spoke.", "post", [("house", "Maryk")], id="a term of no house"),
    pytest.param("Marek, Marek and Marik.", None, [("inconsistent", "Marik")], id="the minority"),
    pytest.param("Marik, Marek and Marek.", None, [("inconsistent", "Marik")], id="the minority, though it came first"),
    pytest.param("Marek and Marik.", None, [("inconsistent", "Marik")], id="a tie: the first use decides"),
    pytest.param("Marik and Marek.", None, [("inconsistent", "Marek")], id="a tie, the other way round"),
    pytest.param("Marek, Marik, Marik, Marek.", None, [("inconsistent", "Marik")], id="the minority once"),
    pytest.param("Marek, Marik, Maryk, Marek.", None, [("inconsistent", "Marik"), ("inconsistent", "Maryk")], id="three"),
    pytest.param("It was a “raid” at dawn.", None, [("distanced", "raid")], id="an accepted term in scare quotes"),
]


@pytest.mark.parametrize(("text", "house", "expected"), KINDS)
def test_kinds(lint: Lint, text: str, house: str | None, expected: list[tuple[str, str]]) -> None:
    assert judged(lint, text, house) == expected


NOT = [
    pytest.param("A boat trip and a passage.", None, id="accepted terms beside deprecated ones may be mixed"),
    pytest.param("Marek, Marek's and MAREK.", None, id="one term in several forms"),
    pytest.param("Marek spoke. “Marik is a friend of mine,” said Smith.", None, id="a quoted use is not counted"),
    pytest.param("“Marik and Marek are friends of mine,” said Smith.", None, id="all uses quoted"),
    pytest.param("Marek spoke.", "times", id="the house's own"),
    pytest.param("Marik spoke.", "elsewhere", id="a house that has no choice here"),
    pytest.param("The raid at dawn.", None, id="an accepted term"),
    pytest.param("“The raid went well,” said Smith.", None, id="an accepted term in a quotation"),
    pytest.param("He “said” it.", None, id="distanced is for contested concepts"),
    pytest.param("It was a “night raid” at dawn.", None, id="marks round more than the term"),
    pytest.param("Marek and Marek.", None, id="consistent"),
]


@pytest.mark.parametrize(("text", "house"), NOT)
def test_no_finding(lint: Lint, text: str, house: str | None) -> None:
    assert judged(lint, text, house) == []


def test_under_a_house_mixed_terms_are_the_houses_matter(lint: Lint) -> None:
    assert judged(lint, "Marek, Marik and Marik.", "times") == [("house", "Marik"), ("house", "Marik")]


def suggested(lint: Lint, text: str, house: str | None = None) -> list[str]:
    (finding,) = lint(text, LEXICON, policy=Policy(house=house))
    return [suggestion.text for suggestion in finding.suggestions]


SUGGESTIONS = [
    pytest.param("a glorious crossing", ["boat trip", "passage"], id="preferred first"),
    pytest.param("two glorious crossings", ["boat trips", "passages"], id="plural"),
    pytest.param("Glorious crossing", ["Boat trip", "Passage"], id="capital"),
    pytest.param("Glorious Crossings", ["Boat Trips", "Passages"], id="title case"),
    pytest.param("GLORIOUS CROSSINGS", ["BOAT TRIPS", "PASSAGES"], id="capitals"),
    pytest.param("the glorious crossing's end", ["boat trip", "passage"], id="possessive: its ending stays where it is"),
    pytest.param("a heroic crossing", ["passage"], id="to"),
    pytest.param("a holy crossing", [], id="no other word, but attribution"),
    pytest.param("she claims so", ["says"], id="third person"),
    pytest.param("she claimed so", ["said"], id="irregular"),
    pytest.param("claiming so", ["saying"], id="-ing"),
    pytest.param("the old town", [], id="a concept without accepted terms"),
    pytest.param("Crossings of Glory", ["Boat Trip", "Passage"], id="a pattern knows no form, but the case"),
]


@pytest.mark.parametrize(("text", "expected"), SUGGESTIONS)
def test_suggestions_in_form_and_case(lint: Lint, text: str, expected: list[str]) -> None:
    assert suggested(lint, text) == expected


def test_the_house_suggests_its_own(lint: Lint) -> None:
    assert suggested(lint, "Marek's book", "post") == ["Marik"]


def test_the_minority_is_offered_the_majority(lint: Lint) -> None:
    (finding,) = lint("Marek, Marek and Marik's.", LEXICON)
    assert [s.text for s in finding.suggestions] == ["Marek"]
    assert finding.message == "“Marik” stands in one text with “Marek”"


@pytest.mark.parametrize(
    ("text", "safety"), [("noble crossing", "safe"), ("mean crossing", "never"), ("glorious crossing", "suggest")]
)
def test_safety_is_what_the_lexicon_says(lint: Lint, text: str, safety: str) -> None:
    (finding,) = lint(text, LEXICON)
    assert {s.safety for s in finding.suggestions} == {safety}


def test_what_the_finding_says_of_the_term(lint: Lint) -> None:
    glorious, heroic, holy = lint("glorious crossing, heroic crossing, holy crossing", LEXICON)
    assert (glorious.note, glorious.sources, glorious.stance) == ("The concept's note.", ("times: p. 3",), "northern")
    assert (heroic.note, heroic.sources, heroic.stance) == ("The term's note.", ("post",), None)
    assert (holy.advice, glorious.advice) == ("say who calls it so", "")
    assert glorious.suggestions[0].house == ("times",)
    assert [s.status for s in glorious.suggestions] == ["preferred", "admitted"]


def test_places_and_texts(lint: Lint) -> None:
    (finding,) = lint("One.\n\nTwo *glorious*\ncrossings now.\n", LEXICON, path="a.md")
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (3, 6, 4, 10)
    assert finding.text == "glorious*\ncrossings"
    assert finding.message.startswith("“glorious crossings” ")
    assert (finding.left, finding.right) == ("Two ", " now.")


def test_context_stays_in_its_block_and_is_short(lint: Lint) -> None:
    (finding,) = lint(f"before\n\n{'x' * 100} glorious crossing\nnext line {'y' * 100}\n\nafter", LEXICON)
    assert finding.left == "x" * 59 + " "
    assert finding.right == " next line " + "y" * 49


TEXT = "The crew spoke of a glorious crossing that lasted all night long."


def prints(lint: Lint, text: str) -> list[str]:
    return [finding.fingerprint for finding in lint(text, LEXICON)]


@pytest.mark.parametrize(
    "moved",
    [
        pytest.param(f"A new paragraph.\n\n{TEXT}", id="lower"),
        pytest.param(f"{TEXT}\n\nA new paragraph.", id="text after it"),
        pytest.param(TEXT.replace("a glorious", "a\nglorious"), id="wrapped"),
        pytest.param(TEXT.replace(" ", "  "), id="spaced"),
        pytest.param(TEXT.replace("glorious", "Glorious"), id="case"),
        pytest.param(f"And so it was. {TEXT}", id="a sentence before it"),
    ],
)
def test_fingerprints_stay_when_lines_move(lint: Lint, moved: str) -> None:
    assert prints(lint, moved) == prints(lint, TEXT)


def test_fingerprints_do_not_depend_on_the_path(lint: Lint) -> None:
    assert [f.fingerprint for f in lint(TEXT, LEXICON, path="b.md")] == prints(lint, TEXT)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(TEXT.replace("glorious", "noble"), id="another term"),
        pytest.param(TEXT.replace("spoke of a", "denied the"), id="other words before it"),
        pytest.param(TEXT.replace("lasted", "began"), id="other words after it"),
    ],
)
def test_fingerprints_tell_places_apart(lint: Lint, other: str) -> None:
    assert prints(lint, other) != prints(lint, TEXT)


def test_the_same_words_twice_have_two_fingerprints(lint: Lint) -> None:
    first, second = prints(lint, f"{TEXT}\n\n{TEXT}")
    assert first != second
    assert prints(lint, TEXT) == [first]
