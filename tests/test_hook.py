"""The hook, installed and run by the real pre-commit: what is on disk here is its source."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("hook"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"),
]

ROOT = Path(__file__).parents[1]
SOURCE = ("linter", "lexicon", "pyproject.toml", "rules.yaml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
CONFIG = """\
repos:
- repo: {source}
  rev: {rev}
  hooks:
  - id: evenhand
  - id: evenhand-lexicon
"""
LEXICON = "category: desk\nprefer:\n  Kyiv: [Kiev]\n"
Commit = Callable[[dict[str, str]], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Nothing of the user's git, pre-commit or hook that calls us; pip stays as it is set up."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))}
    names = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "T"), ("EMAIL", "t@t"))}
    return {
        **kept, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_COLOR": "never",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "EVENHAND_CACHE_DIR": str(tmp_path_factory.mktemp("hook-cache")),
    }  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A repository with one commit: the package as it is on disk."""
    folder = tmp_path_factory.mktemp("source")
    for name in SOURCE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "as on disk"]):
        subprocess.run(["git", *words], cwd=folder, env=environment, check=True)
    return folder


@pytest.fixture(scope="module")
def commit(tmp_path_factory: pytest.TempPathFactory, source: Path, environment: dict[str, str]) -> Commit:
    """`commit({path: text})`: what `git commit` says in a repository that has the hook."""
    folder = tmp_path_factory.mktemp("texts")

    def run(*words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, cwd=folder, env=environment, check=check, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )  # fmt: skip

    rev = subprocess.run(["git", "rev-parse", "HEAD"], cwd=source, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    run("git", "init", "-q", "-b", "main")
    (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(source=source, rev=rev.stdout.strip()))
    (folder / "rules.yaml").write_text("files: {exclude: [archive/]}\n")
    run("git", "add", "-A")
    run("git", "commit", "-q", "-m", "settings")
    run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")

    def commit(files: dict[str, str]) -> subprocess.CompletedProcess[str]:
        run("git", "reset", "-q", "--hard")
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        run("git", "add", "-A")
        return run("git", "commit", "-m", "texts", check=False)

    return commit


def test_findings_fail_the_commit(commit: Commit) -> None:
    done = commit({"news/a.md": "He went to Kiev.\n", "news/b.txt": "He went to Kyiv.\n"})
    assert done.returncode == 1, done.stdout
    assert "news/a.md:1:12: warning [kyiv]" in done.stdout
    assert "news/b.txt" not in done.stdout


def test_clean_files_pass(commit: Commit) -> None:
    done = commit({"news/c.md": "He went to Kyiv.\n", "code.py": "city = 'Kiev'\n"})
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_excluded_files_stay_excluded(commit: Commit) -> None:
    done = commit({"archive/old.md": "He went to Kiev.\n"})
    assert done.returncode == 0, done.stdout


def test_settings_of_the_repository_hold_also_when_wrong(commit: Commit) -> None:
    done = commit({"news/d.md": "He went to Kyiv.\n", "rules.yaml": "severity: {kyev: off}\n"})
    assert done.returncode == 1, done.stdout
    assert "rules.yaml:1:18: no category or concept “kyev” in the lexicon; did you mean “kyiv”?" in done.stdout
    assert "Traceback" not in done.stdout


def test_lexicons_of_the_repository_are_checked(commit: Commit) -> None:
    assert commit({"lexicons/desk.yaml": LEXICON}).returncode == 0
    done = commit({"lexicons/broken.yaml": LEXICON.replace("prefer", "perfer")})
    assert done.returncode == 1
    assert "lexicons/broken.yaml:2:1: unknown key “perfer” in a lexicon file; did you mean “prefer”?" in done.stdout
