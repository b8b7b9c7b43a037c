"""Statistics of a run: findings per 1,000 words, by category, concept, voice, stance and file. Counts what is not suppressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from linter.display import counted
from linter.findings import VOICES, FileResult

PER = 1_000
"""Rates are per so many words."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One row: how many findings there are of something, and how many per 1,000 words of the text that was linted (of a file:
    of that file); 0 where there are no words."""

    name: str
    findings: int
    per_1000_words: float


@dataclass(slots=True)
class Statistics:
    """Counts the results of a run as they pass."""

    words: int = 0
    findings: int = 0
    categories: Counter[str] = field(default_factory=Counter)
    concepts: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Findings and words by path."""

    def counting(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Passes results on and counts them."""
        for result in results:
            self.add(result)
            yield result

    def add(self, result: FileResult) -> None:
        found = [finding for finding in result.findings if finding.suppression is None]
        self.words += result.words
        self.findings += len(found)
        for finding in found:
            self.categories[finding.category] += 1
            self.concepts[finding.concept] += 1
            self.voices[finding.voice] += 1
            if finding.stance:
                self.stances[finding.stance] += 1
        if result.error is None:
            findings, words = self.files.get(result.path, (0, 0))
            self.files[result.path] = findings + len(found), words + result.words

    @property
    def total(self) -> Rate:
        return Rate("all", self.findings, rate(self.findings, self.words))

    def tables(self) -> dict[str, list[Rate]]:
        """Rates by `category`, `concept`, `voice`, `stance` and `file`, the most findings first; voices in their own order."""
        return {
            "category": self._rates(self.categories),
            "concept": self._rates(self.concepts),
            "voice": [self._rate(voice, self.voices[voice]) for voice in VOICES],
            "stance": self._rates(self.stances),
            "file": sorted(
                (Rate(path, findings, rate(findings, words)) for path, (findings, words) in self.files.items()),
                key=lambda row: (-row.per_1000_words, row.name),
            ),
        }

    def _rates(self, counts: Counter[str]) -> list[Rate]:
        return [self._rate(name, count) for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]

    def _rate(self, name: str, count: int) -> Rate:
        return Rate(name, count, rate(count, self.words))


def rate(count: int, words: int) -> float:
    """Findings per 1,000 words; 0 where there are no words."""
    return round(PER * count / words, 3) if words else 0.0


def statistics_record(statistics: Statistics) -> dict[str, Any]:
    """The statistics as the JSON report carries them under `summary`."""
    tables = {f"by_{name}": [asdict(row) for row in rows] for name, rows in statistics.tables().items()}
    return {"per_1000_words": statistics.total.per_1000_words, **tables}


def statistics_lines(statistics: Statistics, width: int) -> list[str]:
    """The statistics as tables for a terminal; of concepts and files only the foremost."""
    from linter.tables import Column, table

    total = statistics.total
    lines = [
        f"{counted(total.findings, 'finding')} in {counted(statistics.words, 'word')}: {total.per_1000_words:.2f} per 1,000 words"
    ]
    for name, rows in statistics.tables().items():
        shown = [row for row in rows if row.findings][:_SHOWN]
        if not shown:
            continue
        columns = (Column(f"by {name}", wraps=True), Column("findings", "right"), Column("per 1,000 words", "right"))
        lines += ["", *table(columns, [(r.name, f"{r.findings:,}", f"{r.per_1000_words:.2f}") for r in shown], width, indent=2)]
        more = sum(bool(row.findings) for row in rows) - len(shown)
        lines += [f"  … and {more:,} more"] if more else []
    return lines


_SHOWN = 20
"""So many rows of each table are shown to people; the records have all."""
