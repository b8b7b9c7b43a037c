"""One document, step by step: fold, match, read the voice, judge, suppress. No files, no settings.

A document without matches costs the first two steps; the others are not even imported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.document import Document
from linter.findings import FileResult, Finding
from linter.folding import fold
from linter.policy import OWN_CATEGORY, OWN_CONCEPTS, Policy
from linter.spans import Span

if TYPE_CHECKING:
    from linter.judging import VoicedMatch
    from linter.matcher import Match, Rejection
    from linter.rulebook import Rulebook
    from linter.settings import Waiver
    from linter.voice import Reading


@dataclass(frozen=True, slots=True)
class Linted:
    """The result of a document, and the waivers that it needed."""

    result: FileResult
    used_waivers: frozenset[Waiver] = frozenset()


def lint_document(document: Document, path: str, rulebook: Rulebook, policy: Policy) -> Linted:
    """The findings of one document under one policy, in order of place."""
    folded = fold(document.text)
    voices = _LazyVoices(document)
    matches = rulebook.matcher.find(document, folded, voices.voice)
    if not matches and not document.comments:
        return Linted(FileResult(path, folded.words))
    from linter.judging import judge
    from linter.suppressions import apply_suppressions

    compiled = rulebook.compiled
    applied = apply_suppressions(
        document,
        path,
        judge(document, path, _voiced(matches, voices), policy, compiled),
        policy.waivers,
        known=lambda: {*compiled.ids, *compiled.names("categories"), OWN_CATEGORY, *OWN_CONCEPTS},
        severity_of=policy.own_severity,
    )
    findings = tuple(sorted(applied.findings, key=lambda f: (f.start, f.end, f.concept, f.kind)))
    result = FileResult(path, folded.words, findings, lines=_lines(document, findings))
    return Linted(result, applied.used)


def rejected(document: Document, rulebook: Rulebook) -> list[Rejection]:
    """The places of a document where a variant stands and is no match, with the reasons."""
    rejections: list[Rejection] = []
    rulebook.matcher.find(document, fold(document.text), _LazyVoices(document).voice, rejections)
    return rejections


class _LazyVoices:
    """The voices of a document, whose analysis is loaded when a match asks for it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at: Callable[[Span], Reading] | None = None

    def at(self, span: Span) -> Reading:
        if self._at is None:
            from linter.voice import Voices

            self._at = Voices(self._document).at
        return self._at(span)

    def voice(self, span: Span) -> str:
        return self.at(span).voice


def _voiced(matches: list[Match], voices: _LazyVoices) -> list[VoicedMatch]:
    from linter.judging import VoicedMatch

    voiced = []
    for match in matches:
        if match.term is not None:
            reading = voices.at(match.span)
            voiced.append(VoicedMatch(match, match.term, reading.voice, reading.speaker))
    return voiced


def _lines(document: Document, findings: tuple[Finding, ...]) -> dict[int, str]:
    """The lines of the source that findings begin on."""
    lines: dict[int, str] = {}
    for line in {finding.line for finding in findings}:
        span = document.lines.line_span(line)
        lines[line] = document.source[span.start : span.end]
    return lines
