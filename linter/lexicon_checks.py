"""The hygiene of a lexicon: what every bundled entry has to have, and how entries must not get in each other's way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.errors import Origin, Problem
from linter.folding import fold_word
from linter.forms import expand_braces
from linter.lexicon import PLACEHOLDER, Concept, Lexicon, Term


def check_lexicon(lexicon: Lexicon) -> list[Problem]:
    """All problems of a loaded lexicon that no single file shows, and what a complete entry lacks."""
    problems = [problem for concept in lexicon.concepts for problem in _incomplete(concept)]
    problems += [problem for concept in lexicon.concepts for problem in _idle_exceptions(concept)]
    problems += _unsorted(lexicon)
    problems += _claimed_twice(lexicon)
    problems += _bad_suggestions(lexicon)
    problems += _partisan_preferences(lexicon)
    return sorted(problems, key=lambda p: (p.origin.path, p.origin.line or 0))


def _incomplete(concept: Concept) -> Iterator[Problem]:
    if not concept.definition:
        yield _problem(concept, "no definition")
    if not concept.note:
        yield _problem(concept, "no note")
    if not concept.keep and not concept.match_examples:
        yield _problem(concept, "no example under “match”")
    if not concept.pass_examples:
        yield _problem(concept, "no example under “pass”")
    has_sources = concept.sources or any(term.sources for term in concept.terms)
    if concept.concern == "contested" and not concept.keep and not has_sources and len(concept.stances) < 2:
        yield _problem(concept, "contested, but with neither a source nor the terms of two stances")
    for term in concept.terms:
        if not term.accepted and not concept.accepted and not term.advice and not concept.keep:
            yield _problem(concept, f"“{term.name}” has neither an accepted term beside it nor advice", term)


def _idle_exceptions(concept: Concept) -> Iterator[Problem]:
    """Exceptions that contain no variant, and terms that an exception makes unreachable."""
    variants = {fold_word(text) for term in concept.terms for text in term.texts}
    has_patterns = any(term.is_pattern for term in concept.terms)
    for exception in concept.exceptions:
        if PLACEHOLDER in exception:
            continue
        for text in expand_braces(exception):
            folded = fold_word(text)
            if folded in variants:
                yield _problem(concept, f"the exception “{text}” is a variant of the concept itself")
            elif not has_patterns and not any(variant in folded for variant in variants):
                yield _problem(concept, f"the exception “{text}” contains no variant")


def _unsorted(lexicon: Lexicon) -> Iterator[Problem]:
    by_file: dict[str, list[Concept]] = defaultdict(list)
    for concept in lexicon.concepts:
        if concept.origin:
            by_file[concept.origin.path].append(concept)
    for concepts in by_file.values():
        written = sorted(concepts, key=lambda c: (c.origin.line if c.origin else 0) or 0)
        for before, after in zip(written, written[1:], strict=False):
            if before.id > after.id:
                yield _problem(after, f"stands after “{before.id}”; concepts are sorted by id")


def _claimed_twice(lexicon: Lexicon) -> Iterator[Problem]:
    """Variants that two concepts deprecate, without conditions on either that part them."""
    claims: dict[str, list[tuple[Concept, Term]]] = defaultdict(list)
    for concept in lexicon.concepts:
        for term in concept.terms:
            if not term.accepted and not concept.keep:
                for text in {fold_word(text) if term.case == "any" or text.islower() else text for text in term.texts}:
                    claims[text].append((concept, term))
    for text, claimants in claims.items():
        for position, (concept, term) in enumerate(claimants):
            for other, other_term in claimants[:position]:
                if other.id == concept.id:
                    if other_term is not term and not _conditional(term) and not _conditional(other_term):
                        yield _problem(concept, f"“{text}” stands in it twice", term)
                elif not _conditional(term) and not _conditional(other_term):
                    yield _problem(concept, f"“{text}” is also a term of “{other.id}”, and no condition parts them", term)


def _bad_suggestions(lexicon: Lexicon) -> Iterator[Problem]:
    """Accepted terms that are themselves deprecated somewhere, without conditions."""
    deprecated = {
        fold_word(text): concept.id
        for concept in lexicon.concepts
        for term in concept.terms
        if not term.accepted and not _conditional(term) and not concept.keep
        for text in term.texts
    }
    for concept in lexicon.concepts:
        for term in concept.terms:
            if term.accepted:
                for text in term.texts:
                    if fold_word(text) in deprecated:
                        yield _problem(concept, f"suggests “{text}”, which “{deprecated[fold_word(text)]}” deprecates", term)


def _partisan_preferences(lexicon: Lexicon) -> Iterator[Problem]:
    """Preferred terms that only a government or a party to the dispute recommends."""
    for concept in lexicon.concepts:
        for term in concept.terms:
            kinds = {lexicon.authorities[id].kind for id in term.house if id in lexicon.authorities}
            if term.status == "preferred" and kinds and kinds <= {"party"}:
                yield _problem(concept, f"“{term.name}” is preferred, but only a party to the dispute recommends it", term)


def _conditional(term: Term) -> bool:
    return bool(term.when or term.unless or term.valid)


def _problem(concept: Concept, message: str, term: Term | None = None) -> Problem:
    origin = (term.origin if term else None) or concept.origin or Origin("lexicon")
    return Problem(origin, f"{concept.id}: {message}")
