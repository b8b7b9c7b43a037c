"""Symmetry inside a document: one side's word for one party, and the mirror word for the same conduct of another.

Concepts are joined by `mirror`. In the narrator's own words (own, reported) a pointed word that is kept for one named party,
while another named party only gets the word of the mirror concept (*A said*, *B claimed*; *A liberated*, *B occupied*), is a
finding of the kind `asymmetric`. It shows both places and names the words, never a motive. Without two named parties, or where
either word is used of both, there is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from linter import messages
from linter.compiled import CompiledLexicon
from linter.digests import digest
from linter.document import Document
from linter.findings import Finding, Severity
from linter.lexicon import Concept
from linter.matcher import Match
from linter.named_tuples import NamedTuple
from linter.parties import Parties, Party
from linter.spans import Span
from linter.word_pattern import word_pattern

if TYPE_CHECKING:
    import re

    from linter.voice import Reading

_NARRATED = ("own", "reported")
_MOST = 40
"""So many places of a concept are looked at; a document that has more says the same again."""


class _Place(NamedTuple):
    """A word of a concept, and the party that it speaks of."""

    match: Match
    party: Party


def find_asymmetries(
    document: Document,
    matches: Sequence[Match],
    findings: Sequence[Finding],
    compiled: CompiledLexicon,
    voice_at: Callable[[Span], Reading],
    severity: Severity,
) -> list[Finding]:
    """The asymmetries of a document, one for each pair of concepts. `findings` are those of its matches; what is not among
    them, because its concept is off, is not weighed."""
    reported = {(f.start, f.end, f.concept): f for f in findings if f.suppression is None and f.voice in _NARRATED}
    pointed = [m for m in matches if m.term is not None and not m.term.accepted and _finding_of(m, document, reported)]
    parties = Parties(document)
    found: list[Finding] = []
    done: set[frozenset[str]] = set()
    for concept in {match.concept.id: match.concept for match in pointed}.values():
        for other in _mirrors(concept, compiled, pointed):
            pair = frozenset((concept.id, other.id))
            if pair in done:
                continue
            places = _places(parties, (m for m in pointed if m.concept.id == concept.id))
            others = _places(parties, _matches_of(document, other, matches, voice_at)) if places else []
            unequal = _unequal(places, others)
            if unequal is not None:
                done.add(pair)
                first = _finding_of(unequal[0].match, document, reported)
                if first is not None:
                    found.append(_finding(document, first, *unequal, severity))
    return found


def _finding_of(match: Match, document: Document, reported: dict[tuple[int, int, str], Finding]) -> Finding | None:
    span = document.source_span(match.span)
    return reported.get((span.start, span.end, match.concept.id))


def _mirrors(concept: Concept, compiled: CompiledLexicon, pointed: Sequence[Match]) -> Iterator[Concept]:
    """The concepts that this one names as its mirror, and those found in the document that name it."""
    for id in concept.mirror:
        other = compiled.concept_of(id)
        if other is not None:
            yield other
    named = {match.concept.id: match.concept for match in pointed if concept.id in match.concept.mirror}
    yield from (other for id, other in named.items() if id not in concept.mirror)


def _matches_of(
    document: Document, concept: Concept, matches: Sequence[Match], voice_at: Callable[[Span], Reading]
) -> Iterator[Match]:
    """Where the concept is named in the narrator's words. Accepted terms that the matcher leaves out are looked for here."""
    for match in matches:
        if match.concept.id == concept.id and match.term is not None and voice_at(match.span).voice in _NARRATED:
            yield match
    pattern = _accepted_words(concept)
    if pattern is None:
        return
    taken = [match.span for match in matches if match.term is not None and not match.term.accepted]
    for hit in pattern.finditer(document.text):
        span = Span(hit.start(), hit.end())
        before = bisect_left(taken, Span(span.end, 0)) - 1
        if (before >= 0 and span.overlaps(taken[before])) or voice_at(span).voice not in _NARRATED:
            continue
        word = " ".join(hit.group().lower().split())
        for term in concept.accepted:
            form = next((form for form, texts in term.forms.items() if word in map(str.lower, texts)), None)
            if form is not None:
                yield Match(span, concept, term, word, form)
                break


@cache
def _pattern(texts: tuple[str, ...]) -> re.Pattern[str]:
    import re

    parts = (word_pattern(text).pattern for text in texts)
    return re.compile("|".join(f"(?i:{part})" if text.islower() else part for text, part in zip(texts, parts, strict=True)))


def _accepted_words(concept: Concept) -> re.Pattern[str] | None:
    """What finds the accepted terms that are plain words: without conditions, which only the matcher can judge."""
    plain = [term for term in concept.accepted if not (term.when or term.unless or term.is_pattern)]
    texts = sorted({text for term in plain for text in term.texts}, key=lambda text: (-len(text), text))
    return _pattern(tuple(texts)) if texts else None


def _places(parties: Parties, matches: Iterable[Match]) -> list[_Place]:
    named = ((match, parties.of(match)) for match in islice(matches, _MOST))
    places = [_Place(match, party) for match, party in named if party is not None]
    return sorted(places, key=lambda place: place.match.span)


def _unequal(places: Sequence[_Place], others: Sequence[_Place]) -> tuple[_Place, _Place] | None:
    """The first two places at which two parties get different words, and neither of them the other word as well."""
    for place in places:
        for other in others:
            if not place.party.opposes(other.party):
                continue
            shared = any(not p.party.opposes(other.party) for p in places) or any(
                not o.party.opposes(place.party) for o in others
            )
            if not shared:
                return place, other
    return None


def _finding(document: Document, finding: Finding, place: _Place, other: _Place, severity: Severity) -> Finding:
    line = document.lines.position(document.source_span(other.match.span).start).line
    here, there = _shown(document, place.match.span), _shown(document, other.match.span)
    message = messages.asymmetric(here, place.party.name, there, other.party.name, line)
    return finding._replace(
        kind="asymmetric",
        severity=severity,
        message=message,
        advice=messages.asymmetric_advice(),
        suggestions=(),
        fingerprint=digest(finding.fingerprint, "asymmetric", other.match.concept.id),
    )


def _shown(document: Document, span: Span) -> str:
    return " ".join(document.text[span.start : span.end].split())
