"""A page that people look at: the texts with their findings marked, a card for each, charts and filters; see docs/html.md.

It carries suppressed findings too and hides them at first, unless `--show-suppressed` is given.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from linter.display import View
from linter.findings import SEVERITIES, VOICES, About, FileResult, Finding, Passage
from linter.formats import FORMATS
from linter.pages import page
from linter.reporters.phrases import use_line

NAME = "html"

_CHARTED = 12
"""A chart shows so many rows, the most frequent ones; the rest is one row."""

_COMMENTED = (*FORMATS["markdown"], *FORMATS["html"])


@dataclass(frozen=True, slots=True)
class Card:
    """One finding on the page: `number` counts in its document; `why` is the id of the explanation."""

    finding: Finding
    id: str
    number: int
    why: str
    use: str
    paste: str
    paste_where: str
    in_text: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage; with cards, it is marked."""

    text: str
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document on the page."""

    result: FileResult
    id: str
    cards: tuple[Card, ...]
    passages: tuple[tuple[Passage, tuple[Piece, ...]], ...]

    @property
    def counting(self) -> int:
        return sum(card.finding.suppression is None for card in self.cards)

    def with_severity(self, severity: str) -> int:
        return sum(c.finding.suppression is None and c.finding.severity == severity for c in self.cards)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a concept is reported, said once: cards refer to it."""

    id: str
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept of the page, with what was found of it."""

    concept: str
    category: str
    explanations: tuple[Explanation, ...]
    terms: tuple[tuple[str, int], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart. `value` is what a filter would choose; None for the row of the rest."""

    label: str
    value: str | None
    count: int
    suppressed: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Findings by one of their features, as a table with bars. `key` names the filter that its rows set."""

    title: str
    key: str
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> int:
        return max((bar.count + bar.suppressed for bar in self.bars), default=0)


def render(results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View) -> None:
    collected = list(results)
    held = about()
    explanations = _Explanations()
    sheets = [_sheet(number, result, explanations) for number, result in enumerate(collected, 1) if result.error is None]
    findings = [finding for result in collected for finding in result.findings]
    for piece in page(
        "check.html",
        ("check.js",),
        sheets=sheets,
        errors=[result for result in collected if result.error is not None],
        words=sum(sheet.result.words for sheet in sheets),
        counting=sum(finding.suppression is None for finding in findings),
        suppressed=sum(finding.suppression is not None for finding in findings),
        charts=_charts(findings, held),
        options=_options(findings, held),
        entries=_entries(findings, explanations),
        most=max((sheet.counting for sheet in sheets), default=0),
        category_names=held.categories,
        stance_names=held.stances,
        severities=SEVERITIES,
        voices=VOICES,
        about=held,
        show_suppressed=view.show_suppressed,
    ):
        out.write(piece)


class _Explanations:
    """Each note with its sources once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, tuple[str, ...]], Explanation] = {}

    def id(self, finding: Finding) -> str:
        key = finding.concept, finding.note, finding.sources
        if not (finding.note or finding.sources):
            return ""
        return self._known.setdefault(key, Explanation(f"w{len(self._known) + 1}", finding.note, finding.sources)).id

    def of(self, concept: str) -> tuple[Explanation, ...]:
        return tuple(explanation for (id, _, _), explanation in self._known.items() if id == concept)


def _sheet(number: int, result: FileResult, explanations: _Explanations) -> Sheet:
    id = f"d{number}"
    placed = {place.finding for passage in result.passages for place in passage.places}
    cards = tuple(
        _card(f"{id}-{index + 1}", index + 1, finding, explanations.id(finding), in_text=index in placed)
        for index, finding in enumerate(result.findings)
    )
    return Sheet(result, id, cards, tuple((passage, pieces(passage, cards)) for passage in result.passages))


def _card(id: str, number: int, finding: Finding, why: str, *, in_text: bool) -> Card:
    own = finding.category == "evenhand"
    where, paste = ("", "") if own or finding.suppression else paste_line(finding)
    return Card(finding, id, number, why, use_line(finding), paste, where, in_text)


def paste_line(finding: Finding) -> tuple[str, str]:
    """Where to put what, so that the finding is accepted: a comment where the format has them, else an entry of rules.yaml."""
    in_front_matter = finding.part in ("title", "description") and not finding.path.lower().endswith(FORMATS["html"])
    if finding.path.lower().endswith(_COMMENTED) and not in_front_matter:
        return f"at the end of line {finding.line}", f"<!-- evenhand: ignore {finding.concept} -- reason -->"
    path = json.dumps(glob_of(finding.path), ensure_ascii=False)
    return "in rules.yaml under accept:", f"- {{concept: {finding.concept}, files: [{path}], reason: …}}"


def glob_of(path: str) -> str:
    """The path as a glob of rules.yaml that names this file only; below the current folder, where rules.yaml is likely to be."""
    if os.path.isabs(path) or path.startswith(os.pardir):
        relative = os.path.relpath(path)
        path = os.path.basename(path) if relative.startswith(os.pardir) else relative
    escaped = "".join(f"\\{character}" if character in "\\*?[]!#" else character for character in path.replace(os.sep, "/"))
    return escaped.removeprefix("./")


def pieces(passage: Passage, cards: Sequence[Card]) -> tuple[Piece, ...]:
    """The passage in marked and unmarked stretches; findings that overlap share one."""
    found: list[Piece] = []
    done = 0
    groups: list[tuple[int, int, list[Card]]] = []
    for place in passage.places:
        if groups and place.start < groups[-1][1]:
            start, end, together = groups.pop()
            groups.append((start, max(end, place.end), [*together, cards[place.finding]]))
        else:
            groups.append((place.start, place.end, [cards[place.finding]]))
    for start, end, together in groups:
        found += [Piece(passage.text[done:start])] if start > done else []
        found.append(Piece(passage.text[start:end], tuple(together)))
        done = end
    return (*found, Piece(passage.text[done:])) if done < len(passage.text) else tuple(found)


def _entries(findings: Sequence[Finding], explanations: _Explanations) -> list[Entry]:
    """The concepts of the page in order of their ids."""
    by_concept: dict[str, list[Finding]] = {}
    for finding in findings:
        by_concept.setdefault(finding.concept, []).append(finding)
    return [
        Entry(
            concept,
            found[0].category,
            explanations.of(concept),
            tuple(Counter(" ".join((finding.term or finding.text).split()) for finding in found).most_common()),
            len(found),
        )
        for concept, found in sorted(by_concept.items())
    ]


def _charts(findings: Sequence[Finding], about: About) -> list[Chart]:
    """Severity and voice in their own order, the others by frequency."""
    severities = _bars(findings, lambda f: f.severity, {severity: severity for severity in SEVERITIES}, ordered=True)
    voices = _bars(findings, lambda f: f.voice, {voice: voice for voice in VOICES}, ordered=True)
    categories = _bars(findings, lambda f: f.category, about.categories)
    stances = _bars(findings, lambda f: f.stance, about.stances)
    return [
        Chart("Severity", "severity", severities),
        Chart("Voice", "voice", voices),
        Chart("Category", "category", categories),
        Chart("Whose term it is", "stance", stances),
    ]


def _bars(
    findings: Sequence[Finding], feature: Callable[[Finding], str | None], names: Mapping[str, str], *, ordered: bool = False
) -> tuple[Bar, ...]:
    counts = Counter(feature(f) for f in findings if f.suppression is None)
    suppressed = Counter(feature(f) for f in findings if f.suppression is not None)
    values = [value for value in {**counts, **suppressed} if value]
    values = list(names) if ordered else sorted(values, key=lambda v: (-counts[v], -suppressed[v], v))
    bars = [Bar(names.get(value) or value, value, counts[value], suppressed[value]) for value in values]
    rest = bars[_CHARTED:]
    if len(rest) > 1:
        bars[_CHARTED:] = [Bar(f"{len(rest)} others", None, sum(b.count for b in rest), sum(b.suppressed for b in rest))]
    return tuple(bars)


def _options(findings: Sequence[Finding], about: About) -> dict[str, list[tuple[str, str]]]:
    """What the filters that are lists offer: values with their labels."""
    categories = {f.category for f in findings}
    stances = {f.stance for f in findings if f.stance}
    return {
        "category": sorted(((id, about.categories.get(id) or id) for id in categories), key=lambda option: option[1]),
        "stance": sorted(((id, about.stances.get(id) or id) for id in stances), key=lambda option: option[1]),
        "concept": [(id, id) for id in sorted({f.concept for f in findings})],
        "kind": [(kind, kind) for kind in sorted({f.kind for f in findings})],
    }
