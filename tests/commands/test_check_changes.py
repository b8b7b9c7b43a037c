from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

DESK = "category: desk\nprefer:\n  Kyiv: [Kiev]\n"


@pytest.fixture
def git(workspace, monkeypatch):
    """A repository with one commit, in which a.txt holds an old finding on its first line."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = workspace({"desk.yaml": DESK, "rules.yaml": "lexicons: [desk.yaml]\nfiles: {exclude: [old/**]}\n",
                        "a.txt": "Kiev old.\n", "old/o.txt": "x\n", "sub/b.txt": "x\n"})  # fmt: skip
    (folder / ".git").rmdir()

    def run(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    run("init")
    run("add", ".")
    run("commit", "-m", "one")
    return run


def test_since_reports_changed_lines_and_counts_the_others(git, evenhand) -> None:
    with open("a.txt", "a") as file:
        file.write("Kiev new.\n")
    ran = evenhand("check", "--since", "HEAD", ".", "--format", "github")
    assert ran.status == 1
    assert "line=2" in ran.out
    assert "line=1," not in ran.out
    assert "1 finding on unchanged lines left out" in ran.err


def test_since_with_nothing_changed_is_clean(git, evenhand) -> None:
    ran = evenhand("check", "--since", "HEAD", ".")
    assert ran.status == 0
    assert "no file to lint has changed" in ran.err


def test_untracked_files_are_all_new(git, evenhand) -> None:
    Path("n.txt").write_text("Kiev.\n")
    assert evenhand("check", "--since", "HEAD", ".").status == 1


def test_staged_content_counts_and_not_the_work_tree(git, evenhand) -> None:
    Path("a.txt").write_text("Kiev old.\nKiev staged.\n")
    git("add", "a.txt")
    Path("a.txt").write_text("nothing\n")
    Path("sub/b.txt").write_text("Kiev not staged.\n")
    for paths in (["."], ["a.txt", "sub/b.txt"]):
        ran = evenhand("check", "--staged", *paths, "--format", "github")
        assert ran.status == 1
        assert ran.out.count("::") >= 1
        assert "file=a.txt,line=2" in ran.out
        assert "b.txt" not in ran.out


def test_a_staged_file_that_is_gone_from_the_work_tree(git, evenhand) -> None:
    Path("n.txt").write_text("Kiev.\n")
    git("add", "n.txt")
    Path("n.txt").unlink()
    assert evenhand("check", "--staged", "n.txt").status == 1
    assert evenhand("check", "--staged").status == 1
    assert evenhand("check", "--staged", "none.txt").status == 2


def test_excluded_files_stay_excluded(git, evenhand) -> None:
    Path("old/o.txt").write_text("Kiev.\n")
    git("add", ".")
    assert evenhand("check", "--staged").status == 0
    assert evenhand("check", "--staged", "--force-exclude", "old/o.txt").status == 0
    assert evenhand("check", "--staged", "old/o.txt").status == 1


def test_other_suffixes_are_not_linted(git, evenhand) -> None:
    Path("n.py").write_text("Kiev\n")
    git("add", ".")
    assert evenhand("check", "--staged").status == 0


def test_from_a_folder_inside(git, evenhand, monkeypatch) -> None:
    Path("sub/b.txt").write_text("Kiev.\n")
    git("add", ".")
    monkeypatch.chdir("sub")
    assert "file=b.txt" in evenhand("check", "--staged", "--format", "github").out
    assert evenhand("check", "--staged", "b.txt").status == 1


@pytest.mark.parametrize("words", [("--since", "nowhere", "."), ("--since", "HEAD", "-"), ("--staged", "-")])
def test_what_cannot_be_done_is_said(git, evenhand, words) -> None:
    ran = evenhand("check", *words)
    assert ran.status == 2
    assert ran.err.startswith("evenhand: ")


def test_outside_a_repository(workspace, evenhand, monkeypatch) -> None:
    folder = workspace({"a.txt": "x\n"})
    (folder / ".git").rmdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    ran = evenhand("check", "--since", "HEAD", ".")
    assert ran.status == 2
    assert "need a git repository" in ran.err
