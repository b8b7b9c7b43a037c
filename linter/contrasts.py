"""From profiles to what sets them apart: the rows, weights, stances and mixtures of a comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from linter.comparison import Cell, Contrast, Method, Mixture, Row, StanceCount, Weight
from linter.findings import VOICES
from linter.lexicon import Concept
from linter.log_odds import log_odds
from linter.profiles import Profile, TermCount, rate

_ORDER: tuple[Contrast, ...] = ("differ", "alone", "alike")
_Unit = tuple[str, bool]
"""A term, in the document's own words or in those of others: what is counted and weighed."""


def rows_of(profiles: Sequence[Profile], method: Method) -> tuple[Row, ...]:
    """A row for each concept whose name tells something, ranked."""
    concepts: dict[str, Concept] = {}
    found: dict[str, dict[str, list[TermCount]]] = defaultdict(lambda: defaultdict(list))
    for profile in profiles:
        concepts.update(profile.concepts)
        for term in profile.terms:
            found[term.concept][profile.name].append(term)
    rows = [
        _row(concepts[id], by_document, profiles, method)
        for id, by_document in found.items()
        if _tells(concepts[id], by_document)
    ]
    return tuple(sorted(rows, key=lambda row: (_ORDER.index(row.contrast), -row.score, row.concept)))


def _tells(concept: Concept, by_document: dict[str, list[TermCount]]) -> bool:
    """Is the choice of a term a choice at all? Not where all use accepted terms of a concept that nobody disputes."""
    used = [term for terms in by_document.values() for term in terms]
    if any(map(_is_sided, used)):
        return True
    names = {term.term for term in used}
    if concept.is_consistency:
        return len(names) > 1
    return concept.concern == "contested" and any(len(names & targets) > 1 for targets in _alternatives(concept))


def _alternatives(concept: Concept) -> Iterator[set[str]]:
    """The names of the accepted terms that may stand for each deprecated one: *North Korea* and *the United States*, each of
    them for another's word, are no alternatives."""
    for deprecated in concept.terms:
        if not deprecated.accepted:
            wanted = set(deprecated.to)
            yield {term.name for term in concept.accepted if not wanted or wanted & {term.text, *term.texts}}


def _row(concept: Concept, by_document: dict[str, list[TermCount]], profiles: Sequence[Profile], method: Method) -> Row:
    cells = tuple(_cell(profile, by_document.get(profile.name, [])) for profile in profiles)
    weights = sorted(_weights(concept.id, cells, profiles, method), key=lambda w: (-w.score, w.document, w.term))
    return Row(
        concept=concept.id,
        category=concept.category,
        definition=concept.definition,
        concern=concept.concern,
        contrast=_contrast(cells),
        score=_score(weights, cells, concept),
        cells=cells,
        weights=tuple(weights),
    )


def _score(weights: Sequence[Weight], cells: Sequence[Cell], concept: Concept) -> float:
    """The highest weight of a term that takes a side; where none does, of any: *Ukraine* is frequent and tells nothing."""
    sided = {term.term for cell in cells for term in cell.terms if _is_sided(term)}
    counting = [w.score for w in weights if w.term in sided or not sided or concept.is_consistency]
    return max(counting, default=0.0)


def _is_sided(term: TermCount) -> bool:
    """Does its use take a side? A preferred term is everybody's, also where it is a party's own word for the thing."""
    return term.status != "preferred" and (term.stance is not None or not _is_accepted(term))


def _is_accepted(term: TermCount) -> bool:
    return term.status in ("preferred", "admitted")


def _cell(profile: Profile, terms: Sequence[TermCount]) -> Cell:
    ordered = tuple(sorted(terms, key=lambda term: (-term.narrated, -term.count, term.term)))
    count = sum(term.count for term in terms)
    return Cell(
        document=profile.name,
        terms=ordered,
        chosen=ordered[0].term if ordered else None,
        count=count,
        narrated=sum(term.narrated for term in terms),
        rate=rate(count, profile.words),
    )


def _contrast(cells: Sequence[Cell]) -> Contrast:
    naming = [cell for cell in cells if cell.terms]
    if len(naming) == 1:
        return "alone"
    first = _shares(naming[0])
    return "alike" if all(_shares(cell) == first for cell in naming[1:]) else "differ"


def _shares(cell: Cell) -> dict[_Unit, float]:
    return {unit: round(count / cell.count, 3) for unit, count in _units(cell)}


def _units(cell: Cell) -> Iterator[tuple[_Unit, int]]:
    for term in cell.terms:
        if term.narrated:
            yield (term.term, True), term.narrated
        if term.count > term.narrated:
            yield (term.term, False), term.count - term.narrated


def _weights(concept: str, cells: Sequence[Cell], profiles: Sequence[Profile], method: Method) -> Iterator[Weight]:
    """The weight of every term in every document that uses it; and in the longest one that does not, for its absence."""
    counts: dict[_Unit, dict[int, int]] = defaultdict(dict)
    for number, cell in enumerate(cells):
        for unit, count in _units(cell):
            counts[unit][number] = count
    all_words = sum(profile.words for profile in profiles)
    for unit, by_document in counts.items():
        total = sum(by_document.values())
        without = [number for number, profile in enumerate(profiles) if number not in by_document and profile.words]
        longest = max(without, key=lambda number: profiles[number].words, default=None)
        for number in [*by_document, *([] if longest is None else [longest])]:
            profile = profiles[number]
            if 0 < profile.words < all_words:
                yield _weight(profile, concept, unit, by_document.get(number, 0), total, all_words, method)


def _weight(profile: Profile, concept: str, unit: _Unit, count: int, total: int, all_words: int, method: Method) -> Weight:
    elsewhere, words_elsewhere = total - count, all_words - profile.words
    difference = rate(count, profile.words) - rate(elsewhere, words_elsewhere)
    odds = log_odds(count, profile.words, elsewhere, words_elsewhere) if method == "log-odds" else None
    return Weight(
        document=profile.name,
        concept=concept,
        term=unit[0],
        narrated=unit[1],
        count=count,
        rate=rate(count, profile.words),
        rate_elsewhere=rate(elsewhere, words_elsewhere),
        difference=difference,
        log_odds=odds.value if odds else None,
        z=odds.z if odds else None,
        score=abs(odds.z if odds else difference),
    )


def stances_of(profile: Profile, stance_name: Callable[[str], str]) -> Iterator[StanceCount]:
    """The uses of each party's terms in one document, the most used party first."""
    by_stance: dict[str, list[TermCount]] = defaultdict(list)
    for term in profile.terms:
        if term.stance and _is_sided(term):
            by_stance[term.stance].append(term)
    total = sum(term.count for terms in by_stance.values() for term in terms)
    for stance, terms in sorted(by_stance.items(), key=lambda item: (-sum(t.count for t in item[1]), item[0])):
        count, narrated = sum(term.count for term in terms), sum(term.narrated for term in terms)
        yield StanceCount(
            document=profile.name,
            stance=stance,
            name=stance_name(stance),
            **{voice: sum(term.in_voice(voice) for term in terms) for voice in VOICES},
            count=count,
            narrated=narrated,
            rate=rate(count, profile.words),
            share=narrated / count,
            part=count / total,
        )


def mixtures_of(profile: Profile) -> Iterator[Mixture]:
    """The concepts that a document names in several ways in its own words though they ask for one name."""
    by_concept: dict[str, list[TermCount]] = defaultdict(list)
    for term in profile.terms:
        if term.narrated:
            by_concept[term.concept].append(term)
    for id, terms in by_concept.items():
        concept = profile.concepts[id]
        if len(terms) < 2 or not (concept.is_consistency or _takes_sides(concept, terms)):
            continue
        ordered = sorted(terms, key=lambda term: (-term.narrated, term.term))
        counts = tuple((term.term, term.narrated) for term in ordered)
        total = sum(count for _, count in counts)
        yield Mixture(profile.name, id, concept.category, counts, counts[0][1] / total)


def _takes_sides(concept: Concept, terms: Sequence[TermCount]) -> bool:
    """Do the terms of a contested concept stand on different sides: accepted and not, or of several stances?"""
    if concept.concern != "contested":
        return False
    return len({_is_accepted(term) for term in terms}) > 1 or len({term.stance for term in terms}) > 1
