"""Is a lexicon as strict with one party's words as with the other's? Counts, for people to judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from linter.lexicon import Concept, Lexicon

ENOUGH = 10
"""With fewer deprecated terms of one stance in a category, nothing is said of its balance."""

_SHARE = 3
"""The opponents together should have at least one term for so many of the stance."""


@dataclass(frozen=True, slots=True)
class Imbalance:
    """A category that has `terms` deprecated terms of a stance, and only `opposing` of all its opponents together."""

    category: str
    stance: str
    terms: int
    opposing: int


def imbalances(lexicon: Lexicon) -> Iterator[Imbalance]:
    """The categories that list the words of one party much more often than those of its opponents, sorted."""
    for category in sorted(lexicon.categories):
        counts = Counter(
            term.stance
            for concept in lexicon.concepts
            if concept.category == category and not concept.keep
            for term in concept.terms
            if term.stance and not term.accepted
        )
        for id in sorted(counts):
            opponents = opponents_of(id, lexicon)
            opposing = sum(counts[opponent] for opponent in opponents)
            if opponents and counts[id] >= ENOUGH and opposing * _SHARE < counts[id]:
                yield Imbalance(category, id, counts[id], opposing)


def opponents_of(stance: str, lexicon: Lexicon) -> frozenset[str]:
    """The stances that oppose one, whichever of the two says so."""
    named = lexicon.stances[stance].opposes if stance in lexicon.stances else ()
    return frozenset({*named, *(other.id for other in lexicon.stances.values() if stance in other.opposes)})


def is_one_sided(concept: Concept) -> bool:
    """Does a contested concept know the words of one party only? A mirror holds the other's words for the same conduct."""
    return (
        concept.concern == "contested"
        and not concept.keep
        and not concept.is_consistency
        and not concept.mirror
        and len(concept.stances) < 2
    )
