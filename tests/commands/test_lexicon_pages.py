from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

DESK = """\
category: desk
title: Desk
description: What the desk says.
concepts:
  - id: kyiv
    definition: The capital of Ukraine.
    terms:
      - {text: Kyiv, status: preferred, house: ap}
      - {text: Kiev, status: deprecated, stance: russian-government}
    examples: {match: ["He went to «Kiev»."], pass: ["He went to Kyiv."]}
  - id: zurich
    terms:
      - {text: Zürich, status: preferred}
      - {text: "'t Zurich", status: deprecated}
"""


@pytest.fixture
def folder(workspace: Make, evenhand: Run) -> Path:
    root = workspace({"desk.yaml": DESK, "rules.yaml": "lexicons: [desk.yaml]"})
    ran = evenhand("lexicon", "pages", "pages")
    assert (ran.status, ran.err) == (0, "evenhand: 5 of 5 pages written to pages\n")
    return root / "pages"


def test_pages(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["README.md", "desk.md", "words-k.md", "words-t.md", "words-z.md"]
    page = (folder / "desk.md").read_text(encoding="utf-8")
    for part in ("# Desk\n", "What the desk says.", "## kyiv\n", "| preferred | Kyiv | used by Associated Press |",
                 "| deprecated | Kiev | a term of the Russian government |", "- reported: He went to «Kiev»."):  # fmt: skip
        assert part in page
    words = (folder / "words-k.md").read_text(encoding="utf-8")
    assert "- Kiev: [kyiv](desk.md#kyiv) deprecated\n- Kyiv: [kyiv](desk.md#kyiv) preferred\n" in words
    assert "[Desk](desk.md) | 2 | 4 | What the desk says. |" in (folder / "README.md").read_text()


def test_fresh_pages_pass(folder: Path, evenhand: Run) -> None:
    assert (evenhand("lexicon", "pages", "--check", "pages").status, folder.exists()) == (0, True)


def test_stale_pages(folder: Path, evenhand: Run) -> None:
    (folder / "desk.md").write_text("old")
    (folder / "words-k.md").rename(folder / "words-q.md")
    (folder / "notes.md").write_text("by hand")
    ran = evenhand("lexicon", "pages", "--check", "pages")
    assert ran.status == 1
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["pages/desk.md", "pages/words-k.md", "pages/words-q.md"]
    ran = evenhand("lexicon", "pages", "pages")
    assert ran.err == "evenhand: 2 of 5 pages written to pages, 1 removed\n"
    assert (folder / "notes.md").read_text() == "by hand"
    assert not (folder / "words-q.md").exists()


def test_no_folder_is_stale(workspace: Make, evenhand: Run) -> None:
    workspace({"desk.yaml": DESK, "rules.yaml": "lexicons: [desk.yaml]"})
    assert evenhand("lexicon", "pages", "--check", "nowhere").status == 1
