"""What a lexicon holds, counted by category: for people who judge how broad it is, how well sourced and how even-handed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from linter.balance import Imbalance, imbalances, is_one_sided
from linter.findings import CONCERNS
from linter.lexicon import STATUSES, Concept, Lexicon


@dataclass(frozen=True, slots=True)
class CategoryStats:
    """The counts of one category, or of a whole lexicon.

    `statuses` and `stances` count terms (`stances` those that are not accepted), all else counts concepts. Exceptions that
    the whole category shares do not count. `one_sided` are the ids of contested concepts that know one party's words only.
    """

    category: str
    title: str
    concepts: int
    terms: int
    statuses: Mapping[str, int]
    concerns: Mapping[str, int]
    stances: Mapping[str, int]
    sourced: int
    with_exceptions: int
    with_mirrors: int
    one_sided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LexiconStats:
    """The counts of a lexicon: as a whole, and by category in order of their ids."""

    total: CategoryStats
    categories: tuple[CategoryStats, ...]
    imbalances: tuple[Imbalance, ...]


def stats_of(lexicon: Lexicon) -> LexiconStats:
    """Counts a lexicon."""
    categories = []
    for id in sorted(lexicon.categories):
        concepts = [concept for concept in lexicon.concepts if concept.category == id]
        categories.append(_counted(id, lexicon.categories[id].title, concepts))
    return LexiconStats(_counted("", "all categories", lexicon.concepts), tuple(categories), tuple(imbalances(lexicon)))


def _counted(category: str, title: str, concepts: Sequence[Concept]) -> CategoryStats:
    terms = [term for concept in concepts for term in concept.terms]
    shared = set.intersection(*(set(concept.exceptions) for concept in concepts)) if len(concepts) > 1 else set()
    stances = Counter(term.stance for term in terms if term.stance and not term.accepted)
    return CategoryStats(
        category=category,
        title=title,
        concepts=len(concepts),
        terms=len(terms),
        statuses=_in_order(STATUSES, (term.status for term in terms)),
        concerns=_in_order(CONCERNS, (concept.concern for concept in concepts)),
        stances=dict(sorted(stances.items(), key=lambda item: (-item[1], item[0]))),
        sourced=sum(bool(concept.sources or any(term.sources for term in concept.terms)) for concept in concepts),
        with_exceptions=sum(bool(set(concept.exceptions) - shared) for concept in concepts),
        with_mirrors=sum(bool(concept.mirror) for concept in concepts),
        one_sided=tuple(concept.id for concept in concepts if is_one_sided(concept)),
    )


def _in_order(keys: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counts = Counter(found)
    return {key: counts[key] for key in keys}
