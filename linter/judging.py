"""Match to finding: the kind, the severity, the message and the suggestions, under the policy of the path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from linter import messages
from linter.compiled import CompiledLexicon
from linter.digests import digest
from linter.document import Document
from linter.findings import Finding, Kind, Severity, Suggestion, Suppression, Voice
from linter.folding import APOSTROPHES, QUOTES, fold_all
from linter.lexicon import Concept, Term
from linter.matcher import Match
from linter.named_tuples import NamedTuple
from linter.policy import Policy
from linter.spans import Position, Span
from linter.wording import Place

CONTEXT_WIDTH = 60
_FINGERPRINT_WORDS = 4
_SCARE_REACH = 60
"""Code points within which the quotation marks of a short phrase stand."""
_MARKS = QUOTES + APOSTROPHES


class VoicedMatch(NamedTuple):
    """A match of a term, and whose words it stands in."""

    match: Match
    term: Term
    voice: Voice
    speaker: str | None

    @property
    def concept(self) -> Concept:
        return self.match.concept


def worth_judging(document: Document, matches: Sequence[Match], policy: Policy) -> list[Match]:
    """The matches of which a finding may come: for no others has the voice to be read, which is what costs time."""
    used: dict[str, set[str]] = {}
    for match in matches:
        if match.term and match.term.accepted and match.concept.is_consistency:
            used.setdefault(match.concept.id, set()).add(match.term.text)
    return [match for match in matches if match.term and _may_matter(document, match, match.term, used, policy)]


def _may_matter(document: Document, match: Match, term: Term, used: dict[str, set[str]], policy: Policy) -> bool:
    if policy.severity_of(match.concept, term) is None:
        return False
    if not term.accepted or _house_terms(match.concept, term, policy.house):
        return True
    if len(used.get(match.concept.id, ())) > 1:
        return True
    around = document.text[max(0, match.span.start - _SCARE_REACH) : match.span.end + _SCARE_REACH]
    return match.concept.concern == "contested" and any(mark in around for mark in _MARKS)


def judge(
    document: Document, path: str, readings: Sequence[VoicedMatch], policy: Policy, compiled: CompiledLexicon
) -> list[Finding]:
    """The findings of one document in order of place; those that the voice keeps from counting carry the reason."""
    findings: list[Finding] = []
    ordinals: dict[tuple[str, ...], int] = {}
    for verdict in _verdicts(document, readings, policy, compiled):
        severity = policy.severity_of(verdict.reading.concept, verdict.reading.term)
        if severity is not None:
            findings.append(_finding(document, path, verdict, severity, policy, compiled, ordinals))
    return findings


class _Verdict(NamedTuple):
    """What is said of one reading."""

    reading: VoicedMatch
    kind: Kind
    message: str
    suggestions: tuple[Suggestion, ...]
    advice: str


def _verdicts(
    document: Document, readings: Sequence[VoicedMatch], policy: Policy, compiled: CompiledLexicon
) -> Iterable[_Verdict]:
    minority = _minorities(readings, policy)
    judged: Span | None = None
    for reading in readings:
        text = _shown(document, reading.match.span)
        concept, term = reading.concept, reading.term
        if not term.accepted:
            stance = compiled.stance_name(term.stance) if term.stance else None
            message = messages.deprecated(text, concept, term, stance, reading.voice)
            yield _Verdict(reading, "deprecated", message, _suggestions(document, reading, _targets(concept, term)), term.advice)
        elif preferred := _house_terms(concept, term, policy.house):
            message = messages.house(text, preferred[0].name, compiled.authority_name(policy.house or ""))
            yield _Verdict(reading, "house", message, _suggestions(document, reading, preferred), term.advice)
        elif id(reading) in minority:
            main = minority[id(reading)]
            message = messages.inconsistent(text, [term.name for term in main])
            yield _Verdict(reading, "inconsistent", message, _suggestions(document, reading, main[:1]), term.advice)
        elif reading.match.span != judged and _is_distanced(document, reading):
            yield _Verdict(reading, "distanced", messages.distanced(text), (), messages.distanced_advice())
        else:
            continue
        judged = reading.match.span


def _is_distanced(document: Document, reading: VoicedMatch) -> bool:
    """Do scare quotes stand round a contested term and nothing else? Then they are about the term. Names have their marks for
    other reasons."""
    if reading.voice != "scare" or reading.concept.concern != "contested" or not reading.match.variant.islower():
        return False
    span, text = reading.match.span, document.text
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2].lstrip(",.")[:1]
    return bool(before) and before in _MARKS and bool(after) and after in _MARKS


def _minorities(readings: Sequence[VoicedMatch], policy: Policy) -> dict[int, list[Term]]:
    """The first reading of each accepted term that is outnumbered in its consistency concept, with the terms it stands beside.

    Quoted and mentioned terms do not count. On equal numbers the first use decides.
    """
    minority: dict[int, list[Term]] = {}
    by_concept: dict[str, list[VoicedMatch]] = {}
    for reading in readings:
        if reading.term.accepted and reading.concept.is_consistency and reading.voice in ("own", "reported"):
            by_concept.setdefault(reading.concept.id, []).append(reading)
    for used in by_concept.values():
        counts = Counter(reading.term.text for reading in used)
        if len(counts) < 2 or _house_terms(used[0].concept, None, policy.house):
            continue
        terms = {reading.term.text: reading.term for reading in used}
        main = max(counts, key=lambda text: counts[text])
        for text in counts:
            if text != main:
                first = next(reading for reading in used if reading.term.text == text)
                minority[id(first)] = [terms[main], *(terms[other] for other in counts if other not in (main, text))]
    return minority


def _house_terms(concept: Concept, term: Term | None, house: str | None) -> list[Term]:
    """The accepted terms of a concept that the house uses, unless the given term is one of them."""
    if house is None or (term is not None and house in term.house):
        return []
    return [accepted for accepted in concept.accepted if house in accepted.house]


def _targets(concept: Concept, term: Term) -> list[Term]:
    """The accepted terms that a deprecated term maps to, in the order in which they are offered."""
    if term.to:
        return [accepted for accepted in concept.accepted if {accepted.text, *accepted.texts} & set(term.to)]
    return [] if term.attribute else list(concept.accepted)


def _suggestions(document: Document, reading: VoicedMatch, targets: Iterable[Term]) -> tuple[Suggestion, ...]:
    term = reading.term
    place = Place(document, reading.match, term)
    suggestions: dict[str, Suggestion] = {}
    for target in targets:
        wording = place.wording_of(target)
        safety = term.fix if wording.holds and not term.attribute else "never"
        suggestions.setdefault(wording.text, Suggestion(wording.text, target.status, target.house, safety))
    return tuple(suggestions.values())


def _finding(
    document: Document,
    path: str,
    verdict: _Verdict,
    severity: Severity,
    policy: Policy,
    compiled: CompiledLexicon,
    ordinals: dict[tuple[str, ...], int],
) -> Finding:
    """`ordinals`: how many findings there are already that are alike."""
    reading = verdict.reading
    concept, term, span = reading.concept, reading.term, reading.match.span
    source_span = document.source_span(span)
    text = document.source[source_span.start : source_span.end]
    start = document.lines.position(source_span.start)
    breaks = "\n" in text or "\r" in text
    end = document.lines.position(source_span.end) if breaks else Position(start.line, start.column + len(text))
    left, right = _context(document, span)
    identity = _identity(concept, document.text[span.start : span.end], left, right)
    ordinal = ordinals[identity] = ordinals.get(identity, -1) + 1
    action = policy.action(reading.voice, term)
    suppression = _suppression(reading, action, policy)
    return Finding(
        path=path,
        start=source_span.start,
        end=source_span.end,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        text=text,
        term=term.name,
        concept=concept.id,
        category=concept.category,
        kind=verdict.kind,
        severity="note" if action == "note" else severity,
        concern=concept.concern,
        voice=reading.voice,
        speaker=reading.speaker,
        part=document.part_at(span.start),
        stance=term.stance,
        message=verdict.message,
        note=term.note or concept.note,
        advice=verdict.advice,
        sources=tuple(messages.source(s, compiled.authority_name(s.authority)) for s in term.sources or concept.sources),
        suggestions=verdict.suggestions,
        left=left,
        right=right,
        fingerprint=digest(*identity, str(ordinal)),
        suppression=suppression,
    )


def _suppression(reading: VoicedMatch, action: str, policy: Policy) -> Suppression | None:
    if action == "ignore":
        speaker = f" ({reading.speaker})" if reading.speaker else ""
        return Suppression("policy", f"{reading.voice} voice{speaker}", by_voice=True)
    return None


def _shown(document: Document, span: Span) -> str:
    """The match as a person reads it: without markup and line breaks."""
    return " ".join(document.text[span.start : span.end].split())


def _context(document: Document, span: Span) -> tuple[str, str]:
    block = document.block_at(span.start)
    left = document.text[max(block.start, span.start - CONTEXT_WIDTH) : span.start]
    right = document.text[span.end : min(block.end, span.end + CONTEXT_WIDTH)]
    return left.replace("\n", " "), right.replace("\n", " ")


def _identity(concept: Concept, text: str, left: str, right: str) -> tuple[str, ...]:
    """What makes a finding the same one after the text around it has moved: no path, no line."""
    text, left, right = fold_all(text, left, right)
    return concept.id, text, " ".join(left.split()[-_FINGERPRINT_WORDS:]), " ".join(right.split()[:_FINGERPRINT_WORDS])
