"""Grammar of terms: the variants that a term stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from linter import inflection
from linter.braces import expand_braces

Form = Literal["cited", "singular", "plural", "base", "third", "past", "participle", "gerund"]
"""The grammatical form of a variant. `cited`: the text as the lexicon gives it, where no other form is generated."""

FORMS: tuple[Form, ...] = ("singular", "plural", "base", "third", "past", "participle", "gerund")
POS = ("noun", "verb", "adjective", "adverb", "name")

_PREPOSITION = re.compile(
    r" (?=(?:of|with|without|for|in|on|at|by|to|from|who|that|against|under|into|between|than|living|born|seeking) )"
)


def inflect(text: str, pos: str | None, by_hand: Mapping[Form, tuple[str, ...]] | None = None) -> dict[Form, tuple[str, ...]]:
    """The forms of a term, the cited one first. `by_hand` replaces generation; braces in it and in `text` are expanded."""
    cited = expand_braces(text)
    if by_hand is not None:
        given = {form: tuple(e for text in texts for e in expand_braces(text)) for form, texts in by_hand.items()}
        if pos is None and set(given.values()) == {cited}:  # the text is that form: claimed, a past
            return given
        first = _cited_form(cited[0], pos)
        return {first: (*cited, *given.pop(first, ())), **given}
    generate = {"noun": _noun_forms, "verb": _verb_forms}.get(pos or "")
    if generate is None:
        return {"cited": cited}
    collected: dict[Form, tuple[str, ...]] = {}
    for spelling in cited:
        for form, texts in generate(spelling).items():
            collected[form] = (*collected.get(form, ()), *texts)
    return {form: tuple(dict.fromkeys(texts)) for form, texts in collected.items()}


def has_letter(text: str) -> bool:
    """Is there anything in a variant by which the engine could find it as a word?"""
    return any(c.isalnum() for c in text)


def _cited_form(text: str, pos: str | None) -> Form:
    if pos == "verb":
        return "base"
    if pos == "noun":
        return "plural" if inflection.singular(_noun_head(text)[1]) else "singular"
    return "cited"


def _noun_head(phrase: str) -> tuple[str, str, str]:
    """What stands before the head of a noun phrase, the head itself, and what stands after it."""
    preposition = _PREPOSITION.search(phrase)
    end = preposition.start() if preposition else len(phrase)
    start = phrase.rfind(" ", 0, end) + 1
    return phrase[:start], phrase[start:end], phrase[end:]


def _noun_forms(phrase: str) -> dict[Form, tuple[str, ...]]:
    before, head, after = _noun_head(phrase)
    single = inflection.singular(head)
    if single is not None:
        return {"plural": (phrase,), "singular": (before + single + after,)}
    return {"singular": (phrase,), "plural": (before + inflection.plural(head) + after,)}


def _verb_forms(phrase: str) -> dict[Form, tuple[str, ...]]:
    head, space, rest = phrase.partition(" ")
    past, participle = inflection.past_and_participle(head)
    forms: dict[Form, list[str]] = {
        "base": [head],
        "third": [inflection.third_person(head)],
        "past": past,
        "participle": participle,
        "gerund": inflection.gerund(head),
    }
    return {form: tuple(text + space + rest for text in texts) for form, texts in forms.items()}
