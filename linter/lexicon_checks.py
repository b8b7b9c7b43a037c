"""The hygiene of a lexicon: what every bundled entry has to have, and how entries must not get in each other's way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.balance import imbalances
from linter.errors import Origin, Problem
from linter.lexicon import Concept, Lexicon
from linter.lexicon_conflicts import conflicts
from linter.lexicon_conflicts import problem_of as _problem


def check_lexicon(lexicon: Lexicon) -> list[Problem]:
    """All problems of a loaded lexicon that no single file shows, and what a complete entry lacks."""
    problems = [problem for concept in lexicon.concepts for problem in _incomplete(concept)]
    problems += _unsorted(lexicon)
    problems += conflicts(lexicon)
    problems += _partisan_preferences(lexicon)
    problems += _unbalanced(lexicon)
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


def _unbalanced(lexicon: Lexicon) -> Iterator[Problem]:
    """Categories that list the words of one party much more often than those of its opponents, and do not say why."""
    for found in imbalances(lexicon):
        category = lexicon.categories[found.category]
        if not category.balance:
            message = f"{found.terms} terms of “{found.stance}” and {found.opposing} of its opponents; say why under “balance”"
            yield Problem(category.origin or Origin("lexicon"), f"{category.id}: {message}")


def _partisan_preferences(lexicon: Lexicon) -> Iterator[Problem]:
    """Preferred terms that only a government or a party to the dispute recommends."""
    for concept in lexicon.concepts:
        for term in concept.terms:
            kinds = {lexicon.authorities[id].kind for id in term.house if id in lexicon.authorities}
            if term.status == "preferred" and kinds and kinds <= {"government", "party"}:
                message = f"“{term.name}” is preferred, but only a government or a party to the dispute recommends it"
                yield _problem(concept, message, term)
