"""Findings per 1,000 words."""

from __future__ import annotations

from collections.abc import Callable

from linter.findings import FileResult, Finding, Suppression
from linter.rates import Statistics, rate, statistics_lines, statistics_record


def _results(lint: Callable[..., tuple[Finding, ...]]) -> list[FileResult]:
    found = lint("Kiev fell. Kiev rose. Two illegal aliens left.")
    hidden = found[0]._replace(suppression=Suppression("inline", "for a reason"))
    return [FileResult("a.txt", 500, found), FileResult("b.txt", 1_500, (hidden,)), FileResult("c.txt", error="gone")]


def test_record(lint: Callable[..., tuple[Finding, ...]]) -> None:
    statistics = Statistics()
    assert len(list(statistics.counting(_results(lint)))) == 3
    record = statistics_record(statistics)
    assert record["per_1000_words"] == 1.5
    assert record["by_concept"] == [
        {"name": "kyiv", "findings": 2, "per_1000_words": 1.0},
        {"name": "unauthorized-migrant", "findings": 1, "per_1000_words": 0.5},
    ]
    assert record["by_file"] == [
        {"name": "a.txt", "findings": 3, "per_1000_words": 6.0},
        {"name": "b.txt", "findings": 0, "per_1000_words": 0.0},
    ]
    assert [row["name"] for row in record["by_voice"]] == ["own", "reported", "scare", "attributed", "quoted"]
    assert set(record) == {"per_1000_words", "by_category", "by_concept", "by_voice", "by_stance", "by_file"}


def test_lines(lint: Callable[..., tuple[Finding, ...]]) -> None:
    statistics = Statistics()
    for result in _results(lint):
        statistics.add(result)
    lines = statistics_lines(statistics, 80)
    assert lines[0] == "3 findings in 2,000 words: 1.50 per 1,000 words"
    assert "  kyiv                         2             1.00" in lines
    assert all(len(line) <= 80 for line in lines)


def test_no_words() -> None:
    assert rate(3, 0) == 0.0
    assert statistics_lines(Statistics(), 80) == ["0 findings in 0 words: 0.00 per 1,000 words"]
