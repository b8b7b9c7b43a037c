"""`evenhand concordance` on the command line: what it reads, in how many processes, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

DESK = "category: desk\nconcepts:\n  - id: kyiv\n    terms:\n      - {text: Kyiv, status: preferred, pos: name}\n"
DESK += "      - {text: Kiev, status: deprecated, pos: name}\n"
FILES: dict[str, str | bytes] = {
    "rules.yaml": "lexicons: [desk.yaml]\n",
    "desk.yaml": DESK,
    **{f"{number:03}.txt": f"Kiev, day {number}. “Kyiv stands,” Lavrov said.\n" * (number % 3) for number in range(120)},
}


@pytest.mark.parametrize("query", ["kyiv", "desk", "day *"], ids=["concept", "category", "word"])
def test_two_processes_say_what_one_says(workspace: Make, evenhand: Run, query: str) -> None:
    workspace(FILES)
    ran = [evenhand("concordance", query, ".", "-f", "csv", "--jobs", jobs) for jobs in ("1", "2")]
    assert ran[0].out.count("\n") > 100
    assert (ran[0].out, ran[0].err) == (ran[1].out, ran[1].err)


def test_a_word_needs_no_matching(workspace: Make, evenhand: Run) -> None:
    workspace({"a.txt": "The siege of Kiev went on; a siege is a siege.\n"})
    ran = evenhand("concordance", "siege", "-f", "csv")
    assert ran.out.count("\n") == 4
    assert "3 places; 1 file searched" in ran.err


@pytest.mark.parametrize("query", ["kyiv", "day"])
def test_what_cannot_be_read(workspace: Make, evenhand: Run, query: str) -> None:
    workspace({**FILES, "broken.txt": b"\xff\xff Kiev"})
    ran = evenhand("concordance", query, ".", "--jobs", "2")
    assert ran.status == 2
    assert "broken.txt: not UTF-8" in ran.err
    assert "; 120 files searched" in ran.err


def test_no_jobs(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    ran = evenhand("concordance", "kyiv", ".", "--jobs", "0")
    assert (ran.status, ran.err) == (2, "evenhand: --jobs: found 0; expected at least 1\n")
