"""What becomes of every place of a text at which a term of the lexicon stands: for those who ask why it counts or does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from linter.cards import condition_phrase
from linter.conditions import unmet
from linter.context import Context
from linter.document import Document
from linter.findings import Finding
from linter.folding import fold
from linter.linting import lint_document
from linter.matcher import Match, Rejection
from linter.policy import Policy
from linter.rulebook import Rulebook
from linter.spans import Span
from linter.voice import Voices


@dataclass(frozen=True, slots=True)
class Passed:
    """A place at which a term stands and nothing is reported. `start`: code points in the source.

    `is_match`: it is a match of which no finding comes, as of an accepted term or one that is switched off.
    """

    start: int
    text: str
    concept: str
    reason: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """What becomes of a text: its findings, and the places that are none, both in order of place."""

    findings: tuple[Finding, ...]
    passed: tuple[Passed, ...]


def explain_document(document: Document, rulebook: Rulebook, policy: Policy) -> Explanation:
    """The findings of a document, and every other place at which a variant stands, with the reason."""
    voices = Voices(document)
    voice_of: Callable[[Span], str] = lambda span: voices.at(span).voice  # noqa: E731
    findings = lint_document(document, "text.txt", rulebook, policy).result.findings
    rejections: list[Rejection] = []
    matches = rulebook.matcher.find(document, fold(document.text, is_wrapped=document.wrapped), voice_of, rejections)
    rejections.sort(key=lambda rejection: rejection.term is not None)  # of several reasons for a place the last one is kept
    passed = [
        *(_passed(document, r.span, r.concept.id, _why(document, r, voice_of), False) for r in rejections),
        *_unreported(document, matches, policy),
    ]
    reported = {(finding.start, finding.concept) for finding in findings}
    kept = {(p.start, p.concept, p.text): p for p in passed if (p.start, p.concept) not in reported}
    return Explanation(findings, tuple(sorted(kept.values(), key=lambda p: (p.start, p.concept))))


def _unreported(document: Document, matches: list[Match], policy: Policy) -> Iterator[Passed]:
    """The matches of which no finding comes."""
    for match in matches:
        if match.term is None:
            continue
        if match.concept.keep:
            reason = "it was reviewed and is fine"
        elif match.term.accepted:
            reason = "it is an accepted term"
        elif policy.severity_of(match.concept, match.term) is None:
            reason = "it is switched off, by the settings or by the lexicon itself"
        else:
            continue
        yield _passed(document, match.span, match.concept.id, reason, True)


def _why(document: Document, rejection: Rejection, voice_of: Callable[[Span], str]) -> str:
    """The reason of a rejection; of conditions, which."""
    if rejection.term is None:
        return rejection.reason
    kind, conditions = unmet(document, Context(document, rejection.span), rejection.term, voice_of)
    if kind == "valid":
        return "the sentence speaks of the years in which it was in force"
    phrases = ", or ".join(condition_phrase(condition) for condition in conditions)
    return f"it counts only {phrases}" if kind == "when" else f"it does not count {phrases}"


def _passed(document: Document, span: Span, concept: str, reason: str, is_match: bool) -> Passed:
    in_source = document.source_span(span)
    return Passed(in_source.start, document.source[in_source.start : in_source.end], concept, reason, is_match)
