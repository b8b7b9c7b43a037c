"""`evenhand compare` and `evenhand concordance`, end to end."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.display import width_of

FILES: dict[str, str | bytes] = {
    "rules.yaml": "lexicons: [desk.yaml]\n",
    "desk.yaml": "category: desk\nprefer:\n  Kyiv: [Kiev, Kiew]\n  =evil: [bad]\n",
    "a.txt": "Kiev is dark. The ministry said that Kiev would stay dark.",
    "b.txt": "Kyiv is dark, and =evil.",
    "c.txt": "Nothing to see here.",
    "empty.txt": "",
    "broken.txt": b"\xff\xfe\xff",
    "x/one.txt": "Kiev fell. " * 40,
    "x/two.txt": "Kyiv rose. " * 40,
    "a-very-long-name-of-a-document-that-goes-on-and-on-东京-and-on.txt": "Kiew ist dunkel. Kiev is dark.",
}


def test_console(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace(FILES)
    ran = evenhand("compare", "a.txt", "B=b.txt", "c.txt", *[name for name in FILES if name.startswith("a-very")])
    assert ran.status == 0, ran.err
    assert "4 documents" in ran.out
    assert "plain difference" in " ".join(ran.out.split())
    assert "\x1b" not in ran.out
    assert all(width_of(line) <= 80 for line in ran.out.splitlines())
    assert "no term of the lexicon stands in “c”" in ran.err


def test_json(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace(FILES)
    report = json.loads(evenhand("compare", "A=a.txt", "B=b.txt", "-f", "json").out)
    assert set(report) == {"version", "tool", "method", "reason", "notes", "documents", "concepts", "stances", "mixtures"}
    row = report["concepts"][0]
    assert (row["concept"], row["contrast"]) == ("kyiv", "differ")
    assert [(cell["document"], cell["chosen"], cell["count"]) for cell in row["cells"]] == [("A", "Kiev", 2), ("B", "Kyiv", 1)]
    assert row["cells"][0]["terms"][0]["reported"] == 1


def test_csv(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace(FILES)
    rows = list(csv.DictReader(io.StringIO(evenhand("compare", "@A=a.txt", "b.txt", "-f", "csv").out)))
    assert [(row["document"], row["term"], row["count"], row["rank"]) for row in rows] == [
        ("'@A", "Kiev", "2", "1"),
        ("b", "Kyiv", "1", "1"),
    ], "what a spreadsheet would take for a formula is marked as text"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(("a.txt",), "at least two documents; found one, “a”", id="one"),
        pytest.param((), "at least two documents: name files or folders", id="none"),
        pytest.param(("x",), "2 files taken together; --each makes each a document", id="one folder"),
        pytest.param(("a.txt", "a.txt"), "“a.txt” is given twice", id="the same file"),
        pytest.param(("A=a.txt", "A=b.txt"), "two documents have the name “A”", id="names clash"),
        pytest.param(("a.txt", "empty.txt"), "“empty” has none", id="empty"),
        pytest.param(("a.txt", "gone.txt"), "“gone.txt”: there is no such file or folder", id="missing"),
        pytest.param(("a.txt", "broken.txt"), "at least two documents that can be read", id="unreadable"),
        pytest.param(("a.txt", "b.txt", "-f", "pdf"), "--format: found “pdf”; expected console", id="format"),
        pytest.param(("a.txt", "b.txt", "-o", "gone/out.txt"), "gone/out.txt cannot be written", id="unwritable"),
        pytest.param(("a.txt", "b.txt", "--select", "kyv"), "did you mean “kyiv”", id="unknown id"),
        pytest.param(("a.txt", "b.txt", "--top", "-1"), "--top: found -1", id="top"),
    ],
)
def test_not_valid(workspace: Callable[..., Path], evenhand: Callable[..., Any], words: tuple[str, ...], message: str) -> None:
    workspace(FILES)
    ran = evenhand("compare", *words)
    assert ran.status == 2
    assert message in ran.err
    assert ran.out == ""


def test_unreadable_among_others(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace(FILES)
    ran = evenhand("compare", "a.txt", "b.txt", "broken.txt")
    assert ran.status == 2
    assert "broken.txt: " in ran.err
    assert "2 documents" in ran.out


def test_each_and_processes_give_the_same(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace({**FILES, **{f"many/{n:03}.txt": f"{'Kiev' if n % 2 else 'Kyiv'} is dark." for n in range(120)}})
    one = evenhand("compare", "--each", "many", "-f", "json", "--jobs", "1")
    two = evenhand("compare", "--each", "many", "-f", "json", "--jobs", "2")
    assert one.status == 0, one.err
    assert len(json.loads(one.out)["documents"]) == 120
    assert one.out == two.out


def test_concordance_console(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace(FILES)
    ran = evenhand("concordance", "kyiv", "a.txt", "b.txt")
    assert ran.status == 0, ran.err
    lines = ran.out.splitlines()
    assert len(lines) == 3
    assert len({line.index("K") if "ministry" not in line else line.index("Kiev") for line in lines}) == 1, "aligned"
    assert all(width_of(line) <= 80 for line in lines)
    assert lines[0].endswith("a.txt:1")
    assert "concept “kyiv”: 3 places; 2 files searched" in ran.err


def test_concordance_records(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace(FILES)
    lines = [json.loads(line) for line in evenhand("concordance", "dark", "a.txt", "-f", "jsonl").out.splitlines()]
    assert [(line["text"], line["concept"], line["voice"]) for line in lines] == [
        ("dark", None, "own"),
        ("dark", None, "reported"),
    ]
    rows = list(csv.DictReader(io.StringIO(evenhand("concordance", "=evil", "--as", "word", "b.txt", "-f", "csv").out)))
    assert [row["text"] for row in rows] == ["'=evil"]


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        pytest.param(("nowhere", "a.txt"), 0, "word “nowhere”: no place; 1 file searched", id="nothing found"),
        pytest.param(("kyiv", "gone.txt"), 2, "“gone.txt”: there is no such file", id="missing"),
        pytest.param(("kyiv", "broken.txt"), 2, "broken.txt: ", id="unreadable"),
        pytest.param(("kyv", "--as", "concept", "a.txt"), 2, "no concept “kyv”", id="unknown concept"),
        pytest.param(("kyiv", "--sort", "length", "a.txt"), 2, "expected document, left, right or date", id="order"),
        pytest.param(("kyiv", "--sample", "0", "a.txt"), 2, "--sample: found 0", id="sample"),
        pytest.param(("kyiv", "-f", "pdf", "a.txt"), 2, "--format: found “pdf”", id="format"),
    ],
)
def test_concordance_messages(
    workspace: Callable[..., Path], evenhand: Callable[..., Any], words: tuple[str, ...], status: int, message: str
) -> None:
    workspace(FILES)
    ran = evenhand("concordance", *words)
    assert (ran.status, message in ran.err) == (status, True), ran.err


def test_statistics(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> None:
    workspace(FILES)
    ran = evenhand("check", "--statistics", "a.txt")
    assert "per 1,000 words" in ran.out
    summary = json.loads(evenhand("check", "--statistics", "-f", "json", "a.txt").out)["summary"]
    assert summary["statistics"]["by_concept"][0]["name"] == "kyiv"
    assert "statistics" not in json.loads(evenhand("check", "-f", "json", "a.txt").out)["summary"]
    ran = evenhand("check", "--statistics", "-f", "github", "a.txt")
    assert (ran.status, "--statistics goes with --format console, json or html" in ran.err) == (2, True)
