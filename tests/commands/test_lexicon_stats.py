from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

DESK = """\
category: desk
title: Desk
concepts:
  - id: attack
    concern: contested
    exceptions: [attack dog]
    sources: [{authority: ap, ref: Entry}]
    terms:
      - {text: invasion, status: preferred}
      - {text: attack, status: deprecated, stance: russian-government}
      - {text: operation, status: deprecated, stance: russian-government}
  - id: label
    concern: loaded
    mirror: attack
    terms:
      - {text: group, status: admitted}
      - {text: gang, status: superseded, stance: police}
"""


@pytest.fixture(autouse=True)
def _desk(workspace: Make) -> None:
    workspace({"desk.yaml": DESK, "rules.yaml": "lexicons: [desk.yaml]"})


def test_json(evenhand: Run) -> None:
    ran = evenhand("lexicon", "stats", "--format", "json")
    assert ran.status == 0
    counted = json.loads(ran.out)
    assert counted["total"]["concepts"] == 2
    assert counted["categories"] == [
        {
            "category": "desk",
            "title": "Desk",
            "concepts": 2,
            "terms": 5,
            "statuses": {"preferred": 1, "admitted": 1, "deprecated": 2, "superseded": 1},
            "concerns": {"contested": 1, "loaded": 1, "sensitive": 0, "inaccurate": 0, "style": 0},
            "stances": {"russian-government": 2, "police": 1},
            "sourced": 1,
            "with_exceptions": 1,
            "with_mirrors": 1,
            "one_sided": ["attack"],
        }
    ]
    assert counted["imbalances"] == []


def test_console(evenhand: Run) -> None:
    lines = evenhand("lexicon", "stats").out.splitlines()
    assert "desk                   2      5      50%         50%      50%" in lines
    assert "    russian-government 2, police 1" in lines
    assert lines[lines.index("contested concepts that know the words of one side only: 1") + 1 :][:2] == ["  desk", "    attack"]


def test_the_bundled_lexicon_fits_the_page(evenhand: Run) -> None:
    ran = evenhand("lexicon", "stats", "--lexicon", "builtin")
    assert ran.status == 0
    assert [line for line in ran.out.splitlines() if len(line) > 80] == []


def test_an_unknown_format(evenhand: Run) -> None:
    ran = evenhand("lexicon", "stats", "--format", "xml")
    assert (ran.status, ran.err) == (2, "evenhand: --format: found “xml”; expected console or json\n")
