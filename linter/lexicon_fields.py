"""The fields of a term in a lexicon file that are more than a text: its forms, its expression, its years, its voices."""

from __future__ import annotations

import re
from typing import cast

from linter.errors import quote
from linter.findings import VOICES, Voice
from linter.forms import FORMS, POS, Form, has_letter, inflect
from linter.lexicon import ACTIONS, Action
from linter.marked_yaml import Fields
from linter.patterns import required_literal

_DATE = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?")


def read_forms(fields: Fields, text: str) -> dict[Form, tuple[str, ...]]:
    """The variants of a term by form: inflected, or as its file lists them."""
    pos = fields.choice("pos", POS)
    by_hand: dict[Form, tuple[str, ...]] | None = None
    if "forms" in fields:
        node = fields.node("forms")
        assert node is not None
        forms = Fields(node, "forms", FORMS, fields.problems)
        by_hand = {form: forms.texts(form) for form in FORMS if form in forms}
    try:
        variants = inflect(text, pos, by_hand)
    except ValueError as error:
        fields.problem(f"text: {quote(text)}: {error}")
        return {}
    if not all(has_letter(variant) for texts in variants.values() for variant in texts):
        fields.problem(f"text: {quote(text)} has a variant without a letter or digit, which could never be found")
    return variants


def check_pattern(fields: Fields, pattern: str) -> None:
    """Is the expression of a term one, and can it be found?"""
    import regex

    try:
        regex.compile(pattern)
    except regex.error as error:
        fields.problem(f"pattern: {quote(pattern)} is no expression: {error}")
        return
    if len(required_literal(pattern)) < 3:
        fields.problem(
            f"pattern: {quote(pattern)} has no fixed part of three letters outside brackets, by which it could be found"
        )


def read_valid(fields: Fields) -> tuple[int | None, int | None] | None:
    """The first and the last year in which a term was in force."""
    node = fields.node("valid")
    if node is None:
        return None
    dates = Fields(node, "valid", ("from", "until"), fields.problems)
    years: list[int | None] = []
    for key in ("from", "until"):
        text = dates.text(key)
        match = _DATE.fullmatch(text)
        if text and not match:
            dates.problem(f"{key}: found {quote(text)}; expected a date such as 1991-09-06")
        years.append(int(match.group(1)) if match else None)
    if years[0] and years[1] and years[0] > years[1]:
        dates.problem(f"valid: found {years[0]} to {years[1]}; expected the earlier date in “from”")
    return years[0], years[1]


def read_voice(fields: Fields) -> dict[Voice, Action]:
    """What is to be done with the terms in each voice that the field names."""
    actions: dict[Voice, Action] = {}
    node = fields.node("voice")
    if node is None:
        return actions
    voices = Fields(node, "voice", VOICES, fields.problems)
    for voice in VOICES:
        action = voices.choice(voice, ACTIONS)
        if action:
            actions[voice] = cast(Action, action)
    return actions
