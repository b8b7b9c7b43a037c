"""Choosing edits, applying them, and the proof that the result is stable.

An edit is applied only if, read again, the file says what it said with the new words in place; if linting again finds nothing
at the edited places; and if fixing again would change nothing. What does not pass is left as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from linter.document import Document
from linter.edits import Replacement, replacements_for, ways_to_edit
from linter.errors import ReadError
from linter.findings import Edit, Finding, Suggestion
from linter.proof import Quoted, Reported, Shift, words_by_block
from linter.spans import Span

_MOST_ROUNDS = 200
"""A fix may bring up another finding that can be fixed, as the next use of a spelling that is in the minority."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which edits to make beside the safe ones. `suggested`: the preferred suggestion, or the only one, where the grammar
    holds; of several preferred ones, which may differ in meaning, none. `quotations`: safe spellings inside quotations too.
    `house`: whose terms come first."""

    suggested: bool = False
    quotations: bool = False
    house: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One place that was changed: its line (1-based) in the file as it was, what stood there and what stands there now."""

    line: int
    concept: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """The content of a file after a fix, what was changed, and the findings that are left in it.

    `unsettled`: there was no stable result, so nothing was changed.
    """

    data: bytes
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    unsettled: bool = False


class Proofreader(Protocol):
    """What a fix needs to know of one file's format and settings."""

    def lint(self, data: bytes, /) -> tuple[Document, tuple[Finding, ...]]:
        """The document in the data and its findings; raises ReadError."""

    def rewrite(self, data: bytes, edits: Sequence[tuple[Span, str]], /) -> bytes:
        """The data with spans of the document's source replaced."""


Choose = Callable[[Finding], Suggestion | None]


def choose_suggestion(finding: Finding, wanted: Wanted) -> Suggestion | None:
    """The suggestion to apply for a finding; None to leave it.

    The words of others stay as they are: only a safe spelling may change in a quotation, and only if that is wanted.
    """
    if finding.voice == "quoted":
        by_voice_only = finding.suppression is None or finding.suppression.by_voice
        return _unambiguous(finding, "safe") if wanted.quotations and by_voice_only else None
    if finding.suppression is not None or finding.kind == "distanced" or finding.voice not in ("own", "reported"):
        return None
    safe = _unambiguous(finding, "safe")
    if safe is not None or not wanted.suggested:
        return safe
    applicable = [s for s in finding.suggestions if s.safety != "never"]
    for fitting in (
        [s for s in applicable if wanted.house in s.house],
        [s for s in applicable if s.status == "preferred"],
        applicable if len(finding.suggestions) == 1 else [],
    ):
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _unambiguous(finding: Finding, safety: str) -> Suggestion | None:
    """The one suggestion of this safety: the only one, or the only preferred one."""
    found = [s for s in finding.suggestions if s.safety == safety]
    preferred = [s for s in found if s.status == "preferred"]
    if len(preferred) == 1:
        return preferred[0]
    return found[0] if len(found) == 1 else None


def fix(data: bytes, proofreader: Proofreader, choose: Choose, *, in_quotations: bool = False, once: bool = False) -> Fixed:
    """Applies what `choose` picks, until nothing is left to apply. Raises ReadError, and FixError where the encoding of the
    file cannot hold the new words. `once`: choices hold for the findings of the file as it is, and for no others."""
    original = data
    document, findings = proofreader.lint(data)
    first_findings = findings
    places: list[Span] = []
    changes: list[Change] = []
    for _ in range(1 if once else _MOST_ROUNDS):
        step = _settle(data, document, findings, proofreader, choose, in_quotations)
        if step is None:
            return Fixed(data, tuple(changes), findings)
        shift, reported = Shift(step.edits), Reported(step.findings)
        places = [shift.moved(place) for place in places]
        if any(reported.at(place) for place in places):
            break
        places += [shift.moved(plan.place) for plan in step.plans]
        changes += [plan.change for plan in step.plans]
        data, document, findings = step.data, step.document, step.findings
        if once:
            return Fixed(data, tuple(changes), findings)
    if once:
        return Fixed(data, tuple(changes), findings)
    return Fixed(original, (), first_findings, unsettled=True)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The edits for one finding, and the words that they are to put into the text."""

    finding: Finding
    replacements: tuple[Replacement, ...]
    edits: tuple[Edit, ...]
    change: Change

    @property
    def place(self) -> Span:
        return Span(self.finding.start, self.finding.end)


@dataclass(frozen=True, slots=True)
class _Step:
    """A file after one round of edits."""

    data: bytes
    document: Document
    findings: tuple[Finding, ...]
    plans: tuple[_Plan, ...]
    edits: tuple[Edit, ...]


def _settle(
    data: bytes,
    document: Document,
    findings: Sequence[Finding],
    proofreader: Proofreader,
    choose: Choose,
    in_quotations: bool,
) -> _Step | None:
    """The largest set of edits found that passes the proof; None where there is none. Depends on nothing but its arguments."""
    plans = _plan_all(data, document, findings, proofreader, choose, in_quotations)
    while plans:
        edits = tuple(sorted(edit for plan in plans for edit in plan.edits))
        step = _try(data, document, plans, edits, proofreader)
        if step is None:
            sound = _sound(data, document, plans, proofreader)
            plans = sound if len(sound) < len(plans) else plans[: len(plans) // 2]
            continue
        shift, reported = Shift(edits), Reported(step.findings)
        passed = [plan for plan in plans if not reported.at(shift.moved(plan.place))]
        if len(passed) == len(plans):
            return step
        plans = passed
    return None


def _sound(data: bytes, document: Document, plans: list[_Plan], proofreader: Proofreader) -> list[_Plan]:
    """Those of the plans that read as they should; found by halves, for most of them do."""
    edits = tuple(sorted(edit for plan in plans for edit in plan.edits))
    if _try(data, document, plans, edits, proofreader):
        return plans
    middle = len(plans) // 2
    halves = (plans[:middle], plans[middle:]) if middle else ()
    return [plan for half in halves for plan in _sound(data, document, half, proofreader)]


def _plan_all(
    data: bytes,
    document: Document,
    findings: Sequence[Finding],
    proofreader: Proofreader,
    choose: Choose,
    in_quotations: bool,
) -> list[_Plan]:
    quoted = Quoted(document)
    plans: list[_Plan] = []
    end = -1
    for finding in findings:
        suggestion = choose(finding)
        if suggestion is None or not finding.term or finding.start < end:
            continue
        span = document.text_span(Span(finding.start, finding.end))
        replacements = tuple(replacements_for(document, span, suggestion.text))
        may_quote = in_quotations and suggestion.safety == "safe"
        if not may_quote and any(quoted.touches(replacement.span) for replacement in replacements):
            continue
        plan = _plan(data, document, finding, replacements, proofreader)
        if plan is not None and plan.edits and plan.edits[0].span.start >= end:
            plans.append(plan)
            end = plan.edits[-1].span.end
    return plans


def _plan(
    data: bytes, document: Document, finding: Finding, replacements: tuple[Replacement, ...], proofreader: Proofreader
) -> _Plan | None:
    """The first way to write the replacements that reads as it should."""
    *articles, main = replacements
    fixed = [edit for article in articles for edit in next(iter(ways_to_edit(document, article)), ())]
    start, end = replacements[0].span.start, replacements[-1].span.end
    before, after = document.text[start:end], _with(replacements, document.text, start, end)
    change = Change(finding.line, finding.concept, " ".join(before.split()), " ".join(after.split()))
    ways = ways_to_edit(document, main)
    for way in ways:
        edits = tuple(sorted((*fixed, *way)))
        plan = _Plan(finding, replacements, edits, change)
        if len(ways) == 1 or _try(data, document, [plan], edits, proofreader):
            return plan
    return None


def _try(
    data: bytes, document: Document, plans: Sequence[_Plan], edits: Sequence[Edit], proofreader: Proofreader
) -> _Step | None:
    """The file with the edits; None where it does not read as the document with the new words in it."""
    changed = proofreader.rewrite(data, [(edit.span, edit.text) for edit in edits])
    try:
        new_document, findings = proofreader.lint(changed)
    except ReadError:
        return None
    replacements = (replacement for plan in plans for replacement in plan.replacements)
    if words_by_block(new_document.text) != words_by_block(_with(replacements, document.text, 0, len(document.text))):
        return None
    return _Step(changed, new_document, findings, tuple(plans), tuple(edits))


def _with(replacements: Iterable[Replacement], text: str, start: int, end: int) -> str:
    """text[start:end] with what the replacements put into it."""
    pieces: list[str] = []
    for replacement in replacements:
        pieces += (text[start : replacement.span.start], replacement.text)
        start = replacement.span.end
    return "".join((*pieces, text[start:end]))
