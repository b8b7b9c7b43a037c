"""`evenhand lexicon stats`: how much a lexicon holds, by category, and where it knows one side only."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from linter.errors import EXIT_CLEAN, UsageError
from linter.lexicon_stats import CategoryStats, LexiconStats, stats_of
from linter.pipeline import Linter, Options
from linter.rulebook import load_lexicon
from linter.tables import PAGE_WIDTH, Column, table


def run(*, format: str, lexicons: Sequence[str]) -> int:
    """Prints the counts as tables or as JSON."""
    if format not in ("console", "json"):
        raise UsageError(f"--format: found “{format}”; expected console or json")
    stats = stats_of(load_lexicon(Linter(Options(lexicons=tuple(lexicons))).settings_for(os.getcwd()).lexicons))
    if format == "json":
        json.dump(dataclasses.asdict(stats), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(stats))
    return EXIT_CLEAN


def _lines(stats: LexiconStats) -> Iterator[str]:
    yield from _table(stats, ("concepts", "terms", "sourced", "exceptions", "mirrors"), _sizes)
    yield from ("", "terms by status")
    yield from _table(stats, tuple(stats.total.statuses), lambda counted: _numbers(counted.statuses.values()))
    yield from ("", "concepts by concern")
    yield from _table(stats, tuple(stats.total.concerns), lambda counted: _numbers(counted.concerns.values()))
    yield from ("", "deprecated terms by stance")
    for counted in stats.categories:
        yield from _listed(counted, (f"{stance} {number}" for stance, number in counted.stances.items()))
    yield from ("", f"contested concepts that know the words of one side only: {len(stats.total.one_sided)}")
    for counted in stats.categories:
        yield from _listed(counted, counted.one_sided)
    yield from ("", "more than three times as many terms of a stance as of its opponents")
    for found in stats.imbalances:
        yield f"  {found.category}: {found.stance} {found.terms}, opponents {found.opposing}"


def _table(stats: LexiconStats, titles: Sequence[str], cells: Callable[[CategoryStats], list[str]]) -> list[str]:
    columns = [Column("category"), *(Column(title, align="right") for title in titles)]
    rows = [[counted.category or counted.title, *cells(counted)] for counted in (*stats.categories, stats.total)]
    return table(columns, rows, PAGE_WIDTH)


def _sizes(counted: CategoryStats) -> list[str]:
    shares = (counted.sourced, counted.with_exceptions, counted.with_mirrors)
    return [f"{counted.concepts:,}", f"{counted.terms:,}", *(f"{share / max(1, counted.concepts):.0%}" for share in shares)]


def _numbers(values: Iterable[int]) -> list[str]:
    return [f"{value:,}" for value in values]


def _listed(counted: CategoryStats, items: Iterable[str]) -> Iterator[str]:
    """A category and what belongs to it, in lines that break between items; nothing where nothing belongs to it."""
    line = ""
    for number, item in enumerate(items):
        if not number:
            yield f"  {counted.category}"
        elif 4 + len(f"{line}, {item},") > PAGE_WIDTH:
            yield f"    {line},"
            line = ""
        line = f"{line}, {item}" if line else item
    if line:
        yield f"    {line}"
