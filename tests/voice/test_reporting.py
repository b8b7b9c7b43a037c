"""The tables of reporting verbs."""

from __future__ import annotations

import pytest

from linter.voice.reporting import AUXILIARIES, PREPOSITIONS, PRONOUNS, verbs


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("say", "say", "base"),
        ("says", "say", "s"),
        ("said", "say", "past"),
        ("saying", "say", "ing"),
        ("denies", "deny", "s"),
        ("denied", "deny", "past"),
        ("argued", "argue", "past"),
        ("arguing", "argue", "ing"),
        ("admitted", "admit", "past"),
        ("expresses", "express", "s"),
        ("teaches", "teach", "s"),
        ("shown", "show", "past"),
        ("dubbed", "dub", "past"),
        ("insisting", "insist", "ing"),
    ],
)
def test_forms(word: str, lemma: str, form: str) -> None:
    verb = verbs()[word]
    assert (verb.lemma, verb.form) == (lemma, form)


def test_forms_that_are_often_nouns_are_marked() -> None:
    assert all(verbs()[word].noun for word in ("claims", "report", "plans", "state", "calls"))
    assert not any(verbs()[word].noun for word in ("said", "insists", "argue", "believe"))


def test_every_verb_has_a_frame_that_is_known() -> None:
    assert {letter for verb in verbs().values() for letter in verb.frames} <= set("SCPTNWQLAO")


def test_no_verb_is_a_small_word() -> None:
    assert not verbs().keys() & (AUXILIARIES | PREPOSITIONS | PRONOUNS)
