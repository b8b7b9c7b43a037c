"""Does another word fit the sentence? Tense of a form that may be two, number, and what goes with uncountable nouns.

The words next to a place are enough to tell in most sentences. Where they are not, the answer is no: a suggestion that may
break the grammar is shown to a person and not applied.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from linter.forms import Form


_NOUN: tuple[Form, ...] = ("singular", "plural")
_VERB: tuple[Form, ...] = ("base", "third", "past", "participle", "gerund")

_UNCOUNTABLE = frozenset(
    """abuse access advice aggression aid art bloodshed coverage damage destruction detention discrimination
    disinformation equipment evidence fighting force immigration information intelligence legislation migration
    misinformation news propaganda racism repression research rule sexism spending terrorism torture unrest violence
    warfare wildlife work""".split()
)

_SAYING = frozenset(("say", "says", "said", "saying", "repeat", "repeats", "repeated", "repeating"))
_AFTER_HEAD = "of|with|without|for|in|on|at|by|to|from|who|that|against|under|into|between|than|seeking"
"""Words that follow the head of a noun phrase: *deaths of civilians*, *people without papers*."""
_PLURAL = r"\w*[^\Wsui]s|people|\w*men|children|police"
"""*Deaths*; no *crisis*, *virus* or *loss*, and no *abortion-rights*."""


def same_kind(form: Form, suggested: Mapping[Form, tuple[str, ...]]) -> bool:
    """Is the suggested term of the part of speech of the match, as far as their forms show?"""
    for family in (_NOUN, _VERB):
        if form in family:
            return any(other in family for other in suggested) or "cited" in suggested
    return True


def form_in_place(forms: Mapping[Form, tuple[str, ...]], form: Form, matched: str, before: str, after: str) -> Form | None:
    """The form of a verb that stands between `before` and `after`; None where it may be several.

    `forms` are those of the term that was matched, `form` the one that the matcher named.
    """
    if form not in _VERB:
        return form
    if form == "base" and _has_determiner(before):
        return None  # a noun that is written like the verb: that boast
    word = " ".join(matched.lower().split())
    possible = [f for f in _VERB if any(text.lower() == word for text in forms.get(f, ()))]
    if len(possible) < 2:
        return form
    if "participle" in possible and _asks_participle(before, after):
        return "participle"
    if "base" in possible:
        return "base" if _after_base_word().search(before) or "past" not in possible else None
    return "past" if _reads_as_past(before, after) else None


def number_holds(matched: str, suggestion: str, form: Form, suggested_form: Form, before: str) -> bool:
    """May the suggested noun stand where the match stands, for its number?

    *A riot* takes no *unrest*, and *collateral damage was* no *civilian deaths*; after a preposition nothing depends on it.
    Where the lexicon does not say that they are nouns, it matters only if they look like nouns of different numbers.
    """
    was, becomes = _number(matched, form), _number(suggestion, suggested_form)
    if was is None or becomes is None:
        return True
    if was == becomes and (was != "uncounted" or (form not in _NOUN and suggested_form not in _NOUN)):
        return True
    if was != "plural" and _counting_one().search(before):
        return becomes == "singular"
    if _counting_many().search(before):
        return becomes == "plural"
    if (becomes == "plural") != (was == "plural"):
        return bool(_preposition().search(before)) and not _has_determiner(before) and becomes != "singular"
    if was == "uncounted" and becomes == "singular":
        return _has_determiner(before)
    return True


@lru_cache(maxsize=1024)
def _number(phrase: str, form: Form) -> Literal["singular", "plural", "uncounted"] | None:
    """The number of a noun phrase in some form; None for a verb, and where nothing tells (*the elderly*)."""
    if form in _VERB:
        return None
    if is_uncountable(phrase):
        return "uncounted"
    if form in _NOUN:
        return "plural" if form == "plural" else "singular"
    if phrase[:4].lower() == "the ":
        return None
    head = re.split(rf" (?:{_AFTER_HEAD})\b", phrase, maxsplit=1)[0].split(" ")[-1]
    return "plural" if re.fullmatch(_PLURAL, head, re.IGNORECASE) else "singular"


def keeps_object(suggestion: str, after: str) -> bool:
    """Can what follows the match follow the suggestion? *Say* takes no *about victory*, and *to* only before the person told."""
    return not (suggestion.lower() in _SAYING and re.match(r"\s+(?:about|against|at|of|on|over|to)\b", after))


def takes_possessive(suggestion: str) -> bool:
    """Can *'s* follow it? Not where words follow the head: *people without papers*."""
    return not re.search(rf"\w (?:{_AFTER_HEAD}) ", suggestion)


def is_uncountable(phrase: str) -> bool:
    """Is the head of a noun phrase a noun that is not counted?"""
    words = phrase.lower().split()
    return bool(words) and words[-1] in _UNCOUNTABLE


def _asks_participle(before: str, after: str) -> bool:
    return bool(_auxiliary().search(before) or re.match(r"\s+by\b", after) or _determiner().search(before))


def _reads_as_past(before: str, after: str) -> bool:
    objects = "the|a|an|his|her|its|their|our|my|this|that|these|those|him|them|it"
    return bool(_subject().search(before) or re.match(rf"\s+(?:{objects})\b", after))


def _has_determiner(before: str) -> bool:
    return bool(_determiner().search(before))


_ADVERBS = r"(?:(?:not|n['’]t|never|also|since|now|yet|once|again|soon|already|just|still|ever|all|even|only|\w+ly)\s+)*$"


@cache
def _auxiliary() -> re.Pattern[str]:
    verbs = "have|has|had|having|is|are|was|were|be|been|being|am|get|gets|got|getting|['’]ve|['’]s been"
    return re.compile(rf"(?:\b|(?=['’]))(?:{verbs})(?:n['’]t)?\s+{_ADVERBS}", re.IGNORECASE)


@cache
def _after_base_word() -> re.Pattern[str]:
    verbs = "to|will|would|can|could|shall|should|may|might|must|do|does|did|let|helped?|cannot|['’]ll|['’]d"
    return re.compile(rf"(?:\b|(?=['’]))(?:{verbs})(?:n['’]t)?\s+{_ADVERBS}", re.IGNORECASE)


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"\b(?:he|she|it|they|we|i|you|who|which|that|and|then|but)\s+{_ADVERBS}", re.IGNORECASE)


@cache
def _determiner() -> re.Pattern[str]:
    words = "the|a|an|this|that|its|his|her|their|our|my|your|any|some|no|each|every"
    return re.compile(rf"(?:\b(?:{words})|['’]s?)\s+$", re.IGNORECASE)


@cache
def _counting_one() -> re.Pattern[str]:
    adjectives = r"(?:(?!(?:of|in|on|at|by|to|for|from|with|and|or|the|that|who|is|was)\s)[a-z-]+\s+){0,2}"
    return re.compile(rf"\b(?:a|an|one|each|every|another|either|neither)\s+{adjectives}$", re.IGNORECASE)


@cache
def _counting_many() -> re.Pattern[str]:
    counts = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens? of|hundreds? of|thousands? of|millions? of"
    counts += r"|several|many|few|both|these|those|various|numerous|\d[\d,]*[02-9]|\d+[\d,]+1"
    return re.compile(rf"\b(?:{counts})\s+$", re.IGNORECASE)


@cache
def _preposition() -> re.Pattern[str]:
    words = "of|for|with|without|from|by|in|on|at|to|about|against|despite|during|after|before|over|under|through|amid|into"
    return re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE)
