"""For people at a terminal: each finding with its line, marked, and what, why and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from typing import TextIO

from linter.display import View, harmless, isolated, visible, width_of
from linter.findings import About, FileResult, Finding
from linter.reporters.phrases import use_line, voice_phrase

NAME = "console"

_COLORS = {"error": "31;1", "warning": "33;1", "note": "36;1", "dim": "2", "bold": "1"}
_ELLIPSIS = "…"
_LEAST_WIDTH = 40
_PAGE_WIDTH = 80


def render(results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View) -> None:
    if view.statistics:
        from linter.rates import Statistics, statistics_lines

        statistics = Statistics()
        render(statistics.counting(results), about, out, view._replace(statistics=False))
        out.write("\n".join(statistics_lines(statistics, view.width or _PAGE_WIDTH)) + "\n")
        return
    for result in results:
        if result.error is not None:
            out.write(f"{harmless(result.path)}: {_paint('error', 'error', view)} {harmless(result.error)}\n\n")
        explained: set[str] = set()
        for finding in result.findings:
            if view.show_suppressed or finding.suppression is None:
                lines = _block(finding, result.lines.get(finding.line, ""), view)
                lines += _explanation(finding, view, explained)
                out.write("\n".join(lines) + "\n\n")


def _block(finding: Finding, line: str, view: View) -> list[str]:
    place = f"{harmless(finding.path)}:{finding.line}:{finding.column}:"
    concept = _paint(f"[{finding.concept}]", "bold", view)
    head = f"{place} {_paint(finding.severity, finding.severity, view)} {concept} {harmless(finding.message)}"
    lines = [head]
    if line and not line.isspace():
        lines += _excerpt(finding, line, view)
    if finding.suppression:
        lines += _labelled("suppressed", f"{finding.suppression.kind}: {finding.suppression.reason}", view)
    return lines


def _explanation(finding: Finding, view: View, explained: set[str]) -> list[str]:
    """Why, and what to use; what was said of a concept above in the same file is not said again."""
    why = [] if finding.note in explained else _labelled("why", finding.note, view)
    explained.add(finding.note)
    return why + _labelled("use", use_line(finding), view)


def _excerpt(finding: Finding, line: str, view: View) -> list[str]:
    """The line of the source, cut to the width, and the marks under the match."""
    start = finding.column - 1
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    number = f"{finding.line:>5}"
    clipped = _clip(line, start, min(end, len(line)), view.width)
    before, matched, after = (isolated(piece) for piece in clipped)
    marks = "^" * max(1, width_of(matched))
    under = f"{_paint(marks, finding.severity, view)} {harmless(voice_phrase(finding))}"
    return [
        f"{_paint(number + ' |', 'dim', view)} {before}{matched}{after}".rstrip(),
        f"{_paint('      |', 'dim', view)} {' ' * width_of(before)}{under}",
    ]


def _clip(line: str, start: int, end: int, width: int | None) -> tuple[str, str, str]:
    """The line around [start, end) in three pieces as they are shown, no wider than the terminal; blanks at its ends go."""
    room = max(_LEAST_WIDTH, width - 9) if width else 300
    before, matched, after = line[max(0, start - room) : start], line[start : min(end, start + room)], line[end : end + room]
    before = visible(before.lstrip() if start <= room else before)
    after = visible(after.rstrip() if end + room >= len(line) else after)
    matched = _head(visible(matched), room)
    spare = room - width_of(matched)
    left = min(width_of(before), max(spare // 2, spare - width_of(after)))
    return _head(before[::-1], left, start > room)[::-1], matched, _head(after, spare - left, end + room < len(line))


def _head(text: str, columns: int, is_cut: bool = False) -> str:
    """As much of the text as fits; an ellipsis where that, or what has been cut before, is not all."""
    if not is_cut and width_of(text) <= columns:
        return text
    taken, used = 0, 1
    while taken < len(text) and used + width_of(text[taken]) <= columns:
        used += width_of(text[taken])
        taken += 1
    return text[:taken] + _ELLIPSIS if columns else ""


def _labelled(label: str, text: str, view: View) -> list[str]:
    if not text:
        return []
    text = harmless(text)
    if not view.width:
        return [f"   {_paint(label + ':', 'dim', view)} {text}"]
    indent = " " * (len(label) + 5)
    wrapped = textwrap.wrap(text, max(_LEAST_WIDTH, view.width - len(indent)), break_long_words=False) or [""]
    return [f"   {_paint(label + ':', 'dim', view)} {wrapped[0]}", *(indent + rest for rest in wrapped[1:])]


def _paint(text: str, color: str, view: View) -> str:
    return f"\x1b[{_COLORS[color]}m{text}\x1b[0m" if view.color else text
