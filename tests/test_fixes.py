from __future__ import annotations

import pytest
from fixing_desk import Desk, fix_text, fixed

from linter.findings import Finding
from linter.fixes import Change, Wanted, choose_suggestion, fix
from linter.policy import Policy


def test_only_safe_edits_without_being_asked_for_more() -> None:
    text = "Kiev saw a special military operation."
    assert fix_text(text, suggested=False) == "Kyiv saw a special military operation."
    assert fix_text(text) == "Kyiv saw an invasion."


@pytest.mark.parametrize(
    ("text", "format"),
    [
        pytest.param("“Kiev is ours,” he said.", "text", id="quotation"),
        pytest.param("He denounced “illegal aliens”.", "text", id="fragment"),
        pytest.param('The start of the "special military operation" was bad.', "text", id="scare quotes"),
        pytest.param("It was formerly spelled Kiev.", "text", id="mention"),
        pytest.param("The so-called special military operation of Moscow.", "text", id="so-called"),
        pytest.param("> Kiev saw a special military operation.\n", "markdown", id="block quotation"),
        pytest.param("<blockquote>Kiev</blockquote><p><q>Kiev</q></p>", "html", id="q"),
        pytest.param("He played The Great Gate of Kiev again.", "text", id="a title"),
        pytest.param("See www.kiev.example/Kiev and @Kiev and #Kiev.", "text", id="addresses"),
        pytest.param("<!-- evenhand: ignore kyiv -- period usage -->\nKiev fell.\n", "markdown", id="suppressed"),
        pytest.param("An “invasion” began.", "text", id="distanced"),
    ],
)
def test_what_is_never_changed(text: str, format: str) -> None:
    assert fix_text(text, format) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Kiev is ours,” he said.", "“Kyiv is ours,” he said.", id="quotation"),
        pytest.param("“We hold the illegal aliens,” he said.", "“We hold the illegal aliens,” he said.", id="not its wording"),
        pytest.param("It was formerly spelled Kiev.", "It was formerly spelled Kiev.", id="a mention"),
        pytest.param("The “Kiev” regime fell.", "The “Kiev” regime fell.", id="scare quotes"),
    ],
)
def test_safe_spellings_in_quotations_if_wanted(text: str, expected: str) -> None:
    assert fix_text(text, quotations=True) == expected


def test_a_suppressed_quotation_stays_even_then() -> None:
    text = "<!-- evenhand: ignore kyiv -- as printed -->\n“Kiev is ours,” he said.\n"
    assert fix_text(text, "markdown", quotations=True) == text


def test_a_choice_between_several_is_left_to_a_person() -> None:
    assert fix_text("The gizmo came.") == "The gizmo came."


def test_the_term_that_to_names_and_else_the_preferred_one() -> None:
    assert fix_text("The congressman came.") == "The lawmaker came."
    assert fix_text("The solon came.") == "The member of Congress came."


def test_the_house_decides() -> None:
    lexicon = """
    category: a
    concepts:
      - id: b
        terms:
          - {text: war, status: preferred, pos: noun}
          - {text: conflict, status: preferred, pos: noun, house: [ap]}
          - {text: struggle, status: deprecated, pos: noun}
    """
    desk = Desk(lexicon=lexicon)
    wanted = Wanted(suggested=True, house="ap")
    assert fix(b"The struggle began.", desk, lambda f: choose_suggestion(f, wanted)).data == b"The conflict began."
    assert fix_text("The struggle began.", lexicon=lexicon) == "The struggle began.", "two preferred terms, and nobody decides"


def test_every_use_of_the_rarer_spelling() -> None:
    text = "Sergei came. Sergei saw. Sergei won. Sergey left. Sergey slept."
    assert fix_text(text) == text.replace("Sergey", "Sergei")


def test_an_edit_that_would_be_reported_again_is_not_made() -> None:
    lexicon = """
    category: a
    concepts:
      - id: b
        terms:
          - {text: beta, status: preferred, pos: noun}
          - {text: alpha, status: deprecated, pos: noun}
      - id: c
        terms:
          - {text: alpha, status: preferred, pos: noun}
          - {text: beta, status: deprecated, pos: noun}
    """
    text = "An alpha and a beta."
    assert fix_text(text, lexicon=lexicon) == text


def test_an_edit_that_makes_a_new_finding_with_its_neighbour_is_not_made() -> None:
    lexicon = """
    category: a
    prefer:
      police: [cops]
      officers of the law: [riot police]
    """
    assert fix_text("The riot cops came. The cops left.", lexicon=lexicon) == "The riot cops came. The police left."


def test_the_changes_are_told() -> None:
    result = fixed("One.\nAn officer-involved shooting in Kiev.\n")
    assert result.changes == (
        Change(2, "shooting", "An officer-involved shooting", "A police shooting"),
        Change(2, "kyiv", "Kiev", "Kyiv"),
    )
    assert result.findings == ()


def test_what_is_switched_off_or_ignored_is_left() -> None:
    policy = Policy(severity={"kyiv": "off"})
    assert fix_text("Kiev saw an illegal alien.", policy=policy) == "Kiev saw an undocumented immigrant."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\ufeffKiev\r\nfell.\r\n".encode(), id="BOM and CRLF"),
        pytest.param("\ufeffKiev fell.\n".encode("utf-16-le"), id="UTF-16"),
        pytest.param(b"a\x0bKiev\x0c\r\rb\x85".replace(b"\x85", b""), id="odd line ends"),
    ],
)
def test_all_other_bytes_stay(data: bytes) -> None:
    wide = data.startswith(b"\xff\xfe")
    old, new = ("Kiev".encode("utf-16-le"), "Kyiv".encode("utf-16-le")) if wide else (b"Kiev", b"Kyiv")
    assert fixed(data).data == data.replace(old, new)


def test_choices_of_a_person_hold_for_the_file_as_it_was() -> None:
    desk = Desk()
    _, findings = desk.lint(b"Kiev and Kiev.")
    second: Finding = findings[1]
    chosen = {second: second.suggestions[0]}
    assert fix(b"Kiev and Kiev.", desk, chosen.get, once=True).data == b"Kiev and Kyiv."


def test_fixing_is_linear_enough() -> None:
    text = "Kiev saw an illegal alien.\n\n" * 2_000
    assert fix_text(text).count("Kyiv saw an undocumented immigrant.") == 2_000
