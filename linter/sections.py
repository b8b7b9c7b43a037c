"""A long plain text, section by section: each is read, linted and let go, so that memory does not grow with the file.

A section is a document of its own for all that looks at a whole document: conditions with that reach, consistency, symmetry.
Where it ends depends on the text alone, so the findings are the same however the text comes in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from linter.digests import digest
from linter.document import Document
from linter.findings import FileResult, Finding, Passage
from linter.linting import Linted, lint_document
from linter.policy import Policy
from linter.rulebook import Rulebook
from linter.spans import FIRST

SECTION = 1_000_000
"""Code points that a section has at least, about as many as a long novel; a shorter text is one section."""

_REACH = 100_000
"""Code points after these within which a place to cut is looked for."""

_LINE_END = r"(?:\r\n|\r|\n)"
_CUTS = (
    rf"{_LINE_END}(?:[ \t]*{_LINE_END})+(?=[ \t]*[\w(\[])",  # a paragraph that does not go on with a quotation
    rf"{_LINE_END}(?:[ \t]*{_LINE_END})+",
    rf"{_LINE_END}",
    r"\s+",
)


def sections(pieces: Iterable[str]) -> Iterator[str]:
    """The sections of a text that comes in pieces of any length; an empty text is one section."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        while len(waiting) > SECTION + _REACH:
            end = _cut(waiting)
            yield waiting[:end]
            waiting = waiting[end:]
    yield waiting


def _cut(text: str) -> int:
    """Where the section that begins the text ends: after a paragraph, or as near to that as can be."""
    for cut in _CUTS:
        found = re.compile(cut).search(text, SECTION, SECTION + _REACH)
        if found:
            return found.end()
    return SECTION + _REACH


def lint_sections(texts: Iterable[str], path: str, rulebook: Rulebook, policy: Policy, *, keep_text: bool = False) -> Linted:
    """The findings of a plain text that comes section by section, as `lint_document` gives them for a document."""
    whole = Linted(FileResult(path), waivers=policy.waivers)
    findings: list[Finding] = []
    passages: list[Passage] = []
    lines: dict[int, str] = {}
    known: Counter[str] = Counter()
    start, first, words = 0, FIRST, 0
    for text in texts:
        document = Document(text, text, wrapped=True, first=first)
        linted = lint_document(document, path, rulebook, policy, keep_text=keep_text)
        result = linted.result
        passages += (_renumbered(passage, len(findings)) for passage in result.passages)
        findings += (_moved(finding, start, known) for finding in result.findings)
        lines.update(result.lines)
        words += result.words
        whole = whole._replace(used_waivers=whole.used_waivers | linted.used_waivers)
        start, first = start + len(text), document.lines.position(len(text))
    result = FileResult(path, words, tuple(findings), lines=lines, passages=tuple(passages))
    return whole._replace(result=result)


def _moved(finding: Finding, start: int, known: Counter[str]) -> Finding:
    """The finding with offsets in the whole text, and with a fingerprint that no section before gave."""
    fingerprint = finding.fingerprint
    if known[fingerprint]:
        fingerprint = digest(fingerprint, str(known[fingerprint]))
    known[finding.fingerprint] += 1
    return finding._replace(start=finding.start + start, end=finding.end + start, fingerprint=fingerprint)


def _renumbered(passage: Passage, findings: int) -> Passage:
    places = tuple(place._replace(finding=place.finding + findings) for place in passage.places)
    return passage._replace(places=places)
