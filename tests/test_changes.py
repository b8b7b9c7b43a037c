from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.changes import Lines, changed_lines, parse_diff, staged_contents
from linter.errors import UsageError

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A new repository, which becomes the current folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)

    def run(*words: str) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        return subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    run("init")
    monkeypatch.chdir(tmp_path)
    return run


def commit(git: Git, **files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.md").write_text(text)
    git("add", "-A")
    git("commit", "-m", "x")


def changed(since: str | None = None, *, staged: bool = False) -> dict[str, tuple[tuple[int, int], ...] | None]:
    changes = changed_lines(since, staged=staged)
    return {os.path.relpath(path, changes.root): lines.spans for path, lines in sorted(changes.files.items())}


def test_lines_that_changed_were_added_or_are_untracked(git: Git) -> None:
    commit(git, a="1\n2\n3\n4\n", b="x\n")
    Path("a.md").write_text("1\nzwei\n3\n4\n5\n6\n")
    Path("new.md").write_text("x\n")
    assert changed("HEAD") == {"a.md": ((2, 2), (5, 6)), "new.md": None}


def test_since_the_merge_base_and_not_the_tip(git: Git) -> None:
    commit(git, a="1\n2\n3\n")
    git("checkout", "-b", "work")
    commit(git, a="1\n2\n3\n4\n")
    git("checkout", "main")
    commit(git, a="0\n1\n2\n3\n")
    git("checkout", "work")
    assert changed("main") == {"a.md": ((4, 4),)}


def test_a_renamed_file_has_only_its_new_lines(git: Git) -> None:
    commit(git, a="".join(f"line {n}\n" for n in range(50)))
    git("mv", "a.md", "b.md")
    with open("b.md", "a") as file:
        file.write("more\n")
    assert changed("HEAD") == {"b.md": ((51, 51),)}


def test_deletions_leave_no_lines(git: Git) -> None:
    commit(git, a="1\n2\n3\n", b="x\n")
    Path("a.md").write_text("1\n3\n")
    Path("b.md").unlink()
    assert changed("HEAD") == {"a.md": ()}


@pytest.mark.parametrize("name", ["a b", "ü", 'q"t', "tab\there", "back\\slash", "b/a"])
def test_odd_names(git: Git, name: str) -> None:
    Path("b").mkdir()
    commit(git, a="1\n", **{name: "1\n"})
    Path(f"{name}.md").write_text("1\n2\n")
    assert changed("HEAD") == {f"{name}.md": ((2, 2),)}


def test_lines_that_look_like_a_diff(git: Git) -> None:
    commit(git, a="1\n")
    Path("a.md").write_text("1\n++ b/evil.md\n@@ -1 +9 @@\n-- x\ndiff --git a/x b/x\n")
    assert changed("HEAD") == {"a.md": ((2, 5),)}


def test_no_configuration_of_the_user_bends_it(git: Git) -> None:
    for key, value in [("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"), ("diff.context", "9"),
                       ("diff.external", "false"), ("diff.interHunkContext", "9")]:  # fmt: skip
        git("config", key, value)
    commit(git, a="1\n2\n3\n4\n")
    Path("a.md").write_text("eins\n2\n3\nvier\n")
    assert changed("HEAD") == {"a.md": ((1, 1), (4, 4))}


def test_staged_lines_and_content_and_not_the_work_tree(git: Git) -> None:
    commit(git, a="1\n")
    Path("a.md").write_text("1\nstaged\n")
    git("add", "a.md")
    Path("a.md").write_text("1\nstaged\nnot staged\n")
    Path("new.md").write_text("x\n")
    assert changed(staged=True) == {"a.md": ((2, 2),)}
    path = os.path.realpath("a.md")
    assert staged_contents([path], os.path.realpath(".")) == {path: b"1\nstaged\n"}


def test_staged_before_the_first_commit(git: Git) -> None:
    Path("a.md").write_text("1\n2\n")
    git("add", "a.md")
    assert changed(staged=True) == {"a.md": ((1, 2),)}


def test_links_and_deleted_files_have_no_staged_content(git: Git) -> None:
    commit(git, a="1\n")
    Path("link.md").symlink_to("a.md")
    git("rm", "a.md")
    git("add", "-A")
    root = os.path.realpath(".")
    assert staged_contents([os.path.join(root, "a.md"), os.path.join(root, "link.md")], root) == {}


def test_from_a_folder_inside(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub").mkdir()
    commit(git, a="1\n")
    Path("a.md").write_text("2\n")
    Path("sub/n.md").write_text("2\n")
    monkeypatch.chdir("sub")
    assert changed("HEAD") == {"a.md": ((1, 1),), "sub/n.md": None}


@pytest.mark.parametrize("ref", ["nowhere", "-x", "", "--output=evil", "HEAD:a.md"])
def test_an_unknown_commit_is_said(git: Git, ref: str) -> None:
    commit(git, a="1\n")
    with pytest.raises(UsageError, match="git knows no commit"):
        changed(ref)
    assert not Path("evil").exists()


def test_unrelated_histories_are_said(git: Git) -> None:
    commit(git, a="1\n")
    git("checkout", "--orphan", "other")
    commit(git, b="1\n")
    with pytest.raises(UsageError, match="have no common commit"):
        changed("main")


def test_a_shallow_clone_is_said(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(git, a="1\n")
    first = git("rev-parse", "HEAD").strip()
    commit(git, a="2\n")
    git("clone", "--depth", "1", tmp_path.as_uri(), "shallow")
    monkeypatch.chdir("shallow")
    with pytest.raises(UsageError, match="this clone is shallow"):
        changed(first)


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="need a git repository"):
        changed("HEAD")


def test_without_git(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="need git, and there is none"):
        changed("HEAD")


def test_lines_touch() -> None:
    assert Lines(None).touch(5, 5)
    assert Lines(((2, 4),)).touch(4, 9)
    assert not Lines(((2, 4),)).touch(5, 9)
    assert not Lines(()).touch(1, 1)


def test_an_empty_diff() -> None:
    assert parse_diff(b"") == {}
