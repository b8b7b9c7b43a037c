"""How the entries of a lexicon get in each other's way: claimed twice, never reached, recommended and deprecated at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from linter.braces import expand_braces
from linter.errors import Origin, Problem
from linter.folding import fold_word
from linter.lexicon import PLACEHOLDER, Concept, Condition, Lexicon, Term

Claims = Mapping[str, list[tuple[Concept, Term]]]
"""The deprecated terms by folded variant."""


def conflicts(lexicon: Lexicon) -> Iterator[Problem]:
    """Everything that two entries, or two parts of one, do to each other."""
    claims = _claims(lexicon)
    yield from _claimed_twice(claims)
    yield from _bad_suggestions(lexicon, claims)
    yield from _circular_suggestions(lexicon, claims)
    for concept in lexicon.concepts:
        if not concept.keep:
            yield from _circular_advice(concept)
            yield from _swallowed(concept)
            yield from _never_holding(concept)


def problem_of(concept: Concept, message: str, term: Term | None = None) -> Problem:
    """A problem at the place of a term, or of the concept."""
    origin = (term.origin if term else None) or concept.origin or Origin("lexicon")
    return Problem(origin, f"{concept.id}: {message}")


def _claims(lexicon: Lexicon) -> Claims:
    claims: dict[str, list[tuple[Concept, Term]]] = defaultdict(list)
    for concept in lexicon.concepts:
        for term in concept.terms:
            if not term.accepted and not concept.keep:
                for text in dict.fromkeys(_key(text, term) for text in term.texts):
                    claims[text].append((concept, term))
    return claims


def _key(text: str, term: Term) -> str:
    """Two variants with the same key can stand at the same place: a capital counts where the case rule asks for it."""
    return fold_word(text) if term.case == "any" or text.islower() else text


def _claimed_twice(claims: Claims) -> Iterator[Problem]:
    """Variants that two concepts deprecate; conditions on both have to part them, as a term without any holds everywhere."""
    for text, claimants in claims.items():
        for position, (concept, term) in enumerate(claimants):
            for other, other_term in claimants[:position]:
                if _conditional(term) and _conditional(other_term):
                    continue
                if other.id != concept.id:
                    free, free_term, bound = (other, other_term, concept) if _conditional(term) else (concept, term, other)
                    yield problem_of(free, f"“{text}” is also a term of “{bound.id}”, and no condition parts them", free_term)
                elif other_term is not term and not _conditional(term) and not _conditional(other_term):
                    yield problem_of(concept, f"“{text}” stands in it twice", term)


def _bad_suggestions(lexicon: Lexicon, claims: Claims) -> Iterator[Problem]:
    """Accepted terms that are themselves deprecated somewhere, without conditions."""
    for concept in lexicon.concepts:
        for term in concept.terms:
            for text in term.texts if term.accepted else ():
                for other, claimant in claims.get(fold_word(text), ()) or claims.get(text, ()):
                    if not _conditional(claimant):
                        yield problem_of(concept, f"suggests “{text}”, which “{other.id}” deprecates", term)
                        break


def _circular_suggestions(lexicon: Lexicon, claims: Claims) -> Iterator[Problem]:
    """Suggestions that another concept deprecates in favour of the very term that led there."""
    for concept in lexicon.concepts:
        for term in concept.terms:
            if term.accepted or concept.keep:
                continue
            variants = {fold_word(text) for text in term.texts}
            for suggested in _suggested(concept, term):
                for other, claimant in claims.get(fold_word(suggested.name), ()):
                    back = [target for target in _suggested(other, claimant) if fold_word(target.name) in variants]
                    if back:
                        message = f"“{term.name}” leads to “{suggested.name}”, which “{other.id}” leads back to “{back[0].name}”"
                        yield problem_of(concept, message, term)


def _suggested(concept: Concept, term: Term) -> Collection[Term]:
    """What is offered for a deprecated term."""
    if term.to:
        return [target for target in concept.accepted if target.text in term.to or target.name in term.to]
    return () if term.attribute else concept.accepted


def _circular_advice(concept: Concept) -> Iterator[Problem]:
    """Advice that recommends a term which the concept deprecates: *say X*, *write X*, *use X*."""
    deprecated = {
        fold_word(text): term for term in concept.terms if not term.accepted and not _conditional(term) for text in term.texts
    }
    for term in concept.terms:
        advised = re.match(r"(?i)(?:say|write|use|prefer|put)\s+(.*?)(?:[,.;:]|$)", term.advice)
        if advised:
            options = re.split(r",? or ", fold_word(advised.group(1)))
            for option in options:
                if option in deprecated:
                    yield problem_of(concept, f"its advice “{term.advice}” leads to “{option}”, which it deprecates", term)


def _swallowed(concept: Concept) -> Iterator[Problem]:
    """Exceptions that contain no variant, or are one, so that the variant is never reached."""
    variants = {fold_word(text) for term in concept.terms for text in term.texts}
    accepted = {fold_word(text) for term in concept.terms if term.accepted and not _conditional(term) for text in term.texts}
    has_patterns = any(term.is_pattern for term in concept.terms)
    for exception in concept.exceptions:
        if PLACEHOLDER in exception:
            continue
        spellings = [fold_word(text) for text in expand_braces(exception)]
        if any(text in variants for text in spellings):
            yield problem_of(concept, f"the exception “{exception}” is a variant of the concept itself")
        elif not has_patterns and not any(_contains(text, variant) for text in spellings for variant in variants):
            yield problem_of(concept, f"the exception “{exception}” contains no variant")
    for term in concept.terms:
        for text in term.texts if not term.accepted else ():
            if fold_word(text) in accepted and text.islower():
                yield problem_of(concept, f"“{text}” is accepted and deprecated at once", term)


def _contains(text: str, part: str) -> bool:
    """Do the words of the part stand in the text, as words?"""
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


def _never_holding(concept: Concept) -> Iterator[Problem]:
    """Terms whose `unless` holds wherever their `when` does."""
    for term in concept.terms:
        if term.when and all(any(_implies(when, unless) for unless in term.unless) for when in term.when):
            yield problem_of(concept, f"“{term.name}” is never reached: its “unless” holds wherever its “when” does", term)


_REACH = ("sentence", "paragraph", "document")


def _implies(when: Condition, unless: Condition) -> bool:
    """Does the second condition hold wherever the first one does?"""
    for key in ("near", "before", "after", "voice", "part"):
        wanted = getattr(unless, key)
        if wanted and not (getattr(when, key) and set(getattr(when, key)) <= set(wanted)):
            return False
    if not unless.near or when.within == unless.within:
        return True
    return when.within in _REACH and unless.within in _REACH and _REACH.index(when.within) <= _REACH.index(unless.within)


def _conditional(term: Term) -> bool:
    return bool(term.when or term.unless or term.valid)
