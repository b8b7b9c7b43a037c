"""Findings that somebody has decided to live with: comments in the text, and the `accept` entries of the settings.

One syntax, inside a comment of the format: `evenhand: ignore CONCEPT[, CONCEPT] -- reason` for its own and the next line,
`evenhand: off CONCEPT` … `evenhand: on CONCEPT` for a region. Ids of concepts or categories. After the ids may stand `until
2027-01-31`: the last day on which it holds. One that has expired, or that nothing needs, is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Literal

from linter import messages
from linter.digests import digest
from linter.document import Comment, Document
from linter.errors import Origin, did_you_mean, one_of, quote
from linter.findings import Finding, Severity, Suppression
from linter.named_tuples import NamedTuple
from linter.settings import Waiver

if TYPE_CHECKING:
    from datetime import date

_DIRECTIVE = re.compile(r"(?i:evenhand:\s*(ignore|off|on)\b)(.*?)(?:\s--\s*(.*))?", re.DOTALL)
_MISSPELT = re.compile(r"(?i:evenhand):\s*(\S*)")
_UNTIL = re.compile(r"(?<![\w-])until(?:\s+|\s*:\s*)(\S+)\s*$")
_VERBS = ("ignore", "off", "on")
_HUGE = 1 << 60


class Directive(NamedTuple):
    """A suppression comment. `first` and `last` are the lines (1-based) that it holds for; `until`: its last day, as written.

    `misspelt`: what stands where *ignore*, *off* or *on* should; then it holds for no line.
    """

    ids: tuple[str, ...]
    reason: str
    first: int
    last: int
    comment: Comment
    until: str = ""
    misspelt: str | None = None

    def covers(self, finding: Finding) -> bool:
        return bool({finding.concept, finding.category} & set(self.ids)) and self.first <= finding.line <= self.last


class Applied(NamedTuple):
    """What suppressing gave: all findings, with the reason on the suppressed ones, and the waivers that were needed."""

    findings: tuple[Finding, ...]
    used: frozenset[Waiver]


def apply_suppressions(
    document: Document,
    path: str,
    findings: Sequence[Finding],
    waivers: Sequence[Waiver],
    *,
    known: Callable[[], Collection[str]],
    severity_of: Callable[[str], Severity | None],
    today: date | None = None,
    judge_unused: bool = True,
) -> Applied:
    """Suppresses what comments and waivers cover, and adds findings for comments that are unused or name unknown ids.

    `known` gives the ids of the lexicon; `severity_of` the severity of the tool's own concepts, None for off.
    Without `judge_unused` an unused comment is not reported: not all was looked for that it may be there for.
    """
    directives = parse_directives(document)
    in_force = [waiver for waiver in waivers if not is_expired(waiver, today)]
    used_directives: set[int] = set()
    used_waivers: set[Waiver] = set()
    result: list[Finding] = []
    for finding in findings:
        suppression = finding.suppression
        for number, directive in enumerate(directives):
            if directive.covers(finding) and not _is_over(directive.until, today):
                used_directives.add(number)
                suppression = _decided(suppression, "inline", directive.reason or "a comment in the text")
        for waiver in in_force:
            if waiver.concept in (finding.concept, finding.category):
                used_waivers.add(waiver)
                suppression = _decided(suppression, "policy", f"accepted: {waiver.reason}")
        result.append(finding._replace(suppression=suppression) if suppression else finding)
    unused = [directive for number, directive in enumerate(directives) if number not in used_directives]
    expired = [directive for directive in directives if _is_over(directive.until, today)]
    unused = [directive for directive in unused if judge_unused and directive not in expired]
    result += _about_directives(document, path, directives, unused, expired, known, severity_of)
    return Applied(tuple(result), frozenset(used_waivers))


def parse_directives(document: Document) -> list[Directive]:
    """The suppression comments of a document; an `on` closes the `off` above it."""
    directives: list[Directive] = []
    for comment in document.comments:
        match = _DIRECTIVE.fullmatch(comment.text.strip())
        if match is None:
            if misspelt := _MISSPELT.match(comment.text.strip()):
                directives.append(Directive((), "", 0, 0, comment, misspelt=misspelt.group(1)))
            continue
        verb, named, reason = match.group(1).lower(), match.group(2), (match.group(3) or "").strip()
        until = _UNTIL.search(named)
        ids = tuple(re.findall(r"[\w-]+", named[: until.start()] if until else named))
        first = document.lines.position(comment.span.start).line
        last = document.lines.position(comment.span.end).line
        if verb == "on":
            directives = [_closed(directive, ids, last) for directive in directives]
        else:
            end = _HUGE if verb == "off" else _next_line_with_text(document, last)
            directives.append(Directive(ids, reason, first, end, comment, until.group(1) if until else ""))
    return directives


def is_expired(waiver: Waiver, today: date | None = None) -> bool:
    return _is_over(waiver.until, today)


def _is_over(until: str, today: date | None) -> bool:
    """Is the last day past? A text that is no date is not, and is reported on its own."""
    if not until or not _is_date(until):
        return False
    from datetime import date

    return date.fromisoformat(until) < (today or date.today())


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _decided(suppression: Suppression | None, kind: Literal["policy", "inline"], reason: str) -> Suppression:
    """The suppression of a place that somebody decided on. A reason that it had before stays."""
    return suppression._replace(by_voice=False) if suppression else Suppression(kind, reason)


def own_finding(concept: str, severity: Severity, message: str, origin: Origin, *, text: str = "", start: int = 0) -> Finding:
    """A finding of the tool about a suppression or the settings, not about the text."""
    line, column = origin.line or 1, origin.column or 1
    return Finding(
        path=origin.path, start=start, end=start + len(text), line=line, column=column, end_line=line,
        end_column=column + len(text), text=text, term="", concept=concept, category="evenhand", kind="deprecated",
        severity=severity, concern="style", voice="own", speaker=None, part="body", stance=None, message=message,
        note=messages.own_note(concept), advice="", sources=(), suggestions=(), left="", right="",
        fingerprint=_fingerprint(concept, text or message),
    )  # fmt: skip


def _fingerprint(concept: str, text: str) -> str:
    """The same wherever the lines move to; of findings that are alike a baseline keeps the number."""
    return digest(concept, text)


def _closed(directive: Directive, ids: tuple[str, ...], line: int) -> Directive:
    if directive.last == _HUGE and (not ids or set(ids) & set(directive.ids)):
        return directive._replace(last=line)
    return directive


def _next_line_with_text(document: Document, line: int) -> int:
    for following in range(line + 1, len(document.lines) + 1):
        span = document.lines.line_span(following)
        if document.source[span.start : span.end].strip():
            return following
    return line


def _about_directives(
    document: Document,
    path: str,
    directives: Sequence[Directive],
    unused: Sequence[Directive],
    expired: Sequence[Directive],
    known: Callable[[], Collection[str]],
    severity_of: Callable[[str], Severity | None],
) -> list[Finding]:
    findings = []
    ids = set(known()) if directives else set()
    for directive in directives:
        unknown = [id for id in directive.ids if id not in ids]
        if directive.misspelt is not None:
            hint = did_you_mean(directive.misspelt, _VERBS) or f"; expected {one_of(_VERBS)}"
            found = quote(directive.misspelt) if directive.misspelt else "nothing"
            concept, message = "suppression-unknown", f"found {found}{hint}"
        elif unknown or not directive.ids:
            concept = "suppression-unknown"
            hint = did_you_mean(unknown[0], ids) if unknown else ""
            message = f"no concept {quote(unknown[0])} in the lexicon{hint}" if unknown else "the comment names no concept"
        elif directive.until and not _is_date(directive.until):
            concept = "suppression-unknown"
            message = f"until: found {quote(directive.until)}; expected a date such as 2027-01-31"
        elif directive in expired:
            concept, message = "suppression-expired", f"{quote(', '.join(directive.ids))} was suppressed until {directive.until}"
        elif directive in unused:
            concept, message = "suppression-unused", f"{quote(', '.join(directive.ids))}: the comment suppresses nothing"
        else:
            continue
        severity = severity_of(concept)
        if severity:
            findings.append(_finding_at(document, path, directive.comment, concept, severity, message))
    return findings


def _finding_at(document: Document, path: str, comment: Comment, concept: str, severity: Severity, message: str) -> Finding:
    position = document.lines.position(comment.span.start)
    end = document.lines.position(comment.span.end)
    text = document.source[comment.span.start : comment.span.end]
    finding = own_finding(
        concept, severity, message, Origin(path, position.line, position.column), text=text, start=comment.span.start
    )
    return finding._replace(end_line=end.line, end_column=end.column)
