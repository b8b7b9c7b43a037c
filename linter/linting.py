"""One document, step by step: fold, match, read the voice, judge, suppress. No files, no settings.

A document without matches costs the first two steps; the others are not even imported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from linter.document import Document
from linter.findings import FileResult, Finding, Passage
from linter.folding import fold
from linter.named_tuples import NamedTuple
from linter.policy import ASYMMETRIC, EVERYTHING, OWN_CATEGORY, OWN_CONCEPTS, Policy, Selection
from linter.spans import Span

if TYPE_CHECKING:
    from linter.compiled import CompiledLexicon
    from linter.judging import VoicedMatch
    from linter.matcher import Match
    from linter.rulebook import Rulebook
    from linter.settings import Waiver
    from linter.suppressions import Applied
    from linter.voice import Reading


class Linted(NamedTuple):
    """The result of a document, the waivers that hold for it, and those that it needed."""

    result: FileResult
    used_waivers: frozenset[Waiver] = frozenset()
    waivers: tuple[Waiver, ...] = ()


class VoicedDocument(NamedTuple):
    """What stands in one document, and whose words it is, without any judgement: for those who count.

    `words`: how many the document has. `readings`: the matches of all terms that are not switched off, in order of place;
    their spans count in `document.text`. Where a file was only read, there is neither. `error`: why it could not be read; then
    `document` is None.
    """

    path: str
    document: Document | None = None
    words: int = 0
    readings: tuple[VoicedMatch, ...] = ()
    error: str | None = None


def voice_document(document: Document, path: str, rulebook: Rulebook, policy: Policy) -> VoicedDocument:
    """The matches of one document with their voices. Concepts that are off or kept do not take part."""
    folded = fold(document.text, is_wrapped=document.wrapped)
    voices = _LazyVoices(document)
    matches = rulebook.matcher.find(document, folded, voices.voice)
    wanted = [match for match in matches if match.term is not None and policy.severity_of(match.concept, match.term)]
    readings = tuple(_voiced(wanted, voices)) if wanted else ()
    return VoicedDocument(path, document, folded.words, readings)


def lint_document(document: Document, path: str, rulebook: Rulebook, policy: Policy, *, keep_text: bool = False) -> Linted:
    """The findings of one document under one policy, in order of place. `keep_text`: with the passages of its text."""
    folded = fold(document.text, is_wrapped=document.wrapped)
    voices = _LazyVoices(document)
    matches = rulebook.matcher.find(document, folded, voices.voice)
    if not matches and not document.comments:
        result = FileResult(path, folded.words, passages=_passages(document, (), matches) if keep_text else ())
        return Linted(result, waivers=policy.waivers)
    found: Sequence[Finding] = _judged(document, path, matches, policy, rulebook.compiled, voices)
    used: frozenset[Waiver] = frozenset()
    if document.comments or policy.waivers:
        found, used = _suppressed(document, path, found, policy, rulebook.compiled)
    findings = tuple(sorted(found, key=lambda f: (f.start, f.end, f.concept, f.kind)))
    passages = _passages(document, findings, matches) if keep_text else ()
    result = FileResult(path, folded.words, findings, lines=_lines(document, findings), passages=passages)
    return Linted(result, used, policy.waivers)


def _suppressed(document: Document, path: str, findings: Sequence[Finding], policy: Policy, compiled: CompiledLexicon) -> Applied:
    from linter.suppressions import apply_suppressions

    return apply_suppressions(
        document,
        path,
        findings,
        policy.waivers,
        known=lambda: {*compiled.ids, *compiled.names("categories"), OWN_CATEGORY, *OWN_CONCEPTS},
        severity_of=policy.own_severity,
        judge_unused=policy.selection == EVERYTHING,
    )


class _LazyVoices:
    """The voices of a document, whose analysis is loaded when a match asks for it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at: Callable[[Span], Reading] | None = None

    def at(self, span: Span) -> Reading:
        if self._at is None:
            from linter.voice.reading import Voices

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


def _judged(
    document: Document, path: str, matches: list[Match], policy: Policy, compiled: CompiledLexicon, voices: _LazyVoices
) -> list[Finding]:
    """The findings of the matches one by one, and of what they are together; the latter only where a word has a mirror."""
    from linter.judging import judge, worth_judging

    selection = policy.selection
    alone = ASYMMETRIC in selection.select  # then the words themselves are judged, and not reported
    anything = policy._replace(selection=Selection(ignore=selection.ignore)) if selection.select else policy
    wide = anything if alone else policy
    judged = judge(document, path, _voiced(worth_judging(document, matches, wide), voices), wide, compiled)
    asymmetries: list[Finding] = []
    if any(match.concept.mirror and match.term is not None and not match.term.accepted for match in matches):
        severity = anything.own_severity(ASYMMETRIC)
        if severity is not None:
            from linter.symmetry import find_asymmetries

            asymmetries = find_asymmetries(document, matches, judged, compiled, voices.at, severity)
    if alone:
        judged = [f for f in judged if selection.covers(f.concept, f.category, f.stance)]
    return [*judged, *asymmetries]


def _passages(document: Document, findings: tuple[Finding, ...], matches: list[Match]) -> tuple[Passage, ...]:
    from linter.passages import passages

    return passages(document, findings, [match.span for match in matches])


def _lines(document: Document, findings: tuple[Finding, ...]) -> dict[int, str]:
    """The lines of the source that findings begin on."""
    lines: dict[int, str] = {}
    for finding in findings:
        if finding.line not in lines:
            span = document.lines.line_around(finding.start)
            lines[finding.line] = document.source[span.start : span.end]
    return lines
