from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter import discovery
from linter.discovery import Discovered
from linter.errors import UsageError
from linter.formats import FORMATS
from linter.pipeline import Linter

Make = Callable[[dict[str, str | bytes]], Path]


def find(*paths: str, force_exclude: bool = False) -> Discovered:
    return Linter().discover(paths or (".",), force_exclude=force_exclude)


TREE: dict[str, str | bytes] = {
    "a.md": "", "b.txt": "", "c.html": "", "d.py": "", "README": "",
    "deep/er/e.markdown": "", "deep/UPPER.TXT": "",
    ".hidden/f.md": "", "node_modules/g.md": "", "__pycache__/h.md": "", "x/site-packages/i.md": "",
}  # fmt: skip


def test_folders_give_the_files_that_the_settings_include(workspace: Make) -> None:
    workspace(TREE)
    assert find().files == ["a.md", "b.txt", "c.html", "deep/er/e.markdown"]


@pytest.mark.parametrize("path", ["d.py", "README", ".hidden/f.md", "node_modules/g.md", "deep/UPPER.TXT"])
def test_a_file_given_by_name_is_taken_whatever_it_is(workspace: Make, path: str) -> None:
    workspace(TREE)
    assert find(path).files == [path]


@pytest.mark.parametrize("folder", [".hidden", "node_modules"])
def test_a_folder_given_by_name_is_entered(workspace: Make, folder: str) -> None:
    workspace(TREE)
    assert len(find(folder).files) == 1


def test_each_file_once_and_in_order(workspace: Make) -> None:
    workspace(TREE)
    assert find("b.txt", ".", "./a.md", "a.md", "deep/../a.md").files == find(".").files


def test_absolute_paths_stay_absolute(workspace: Make) -> None:
    root = workspace({"a.md": ""})
    assert find(str(root)).files == [str(root / "a.md")]


def test_missing_paths_are_named(workspace: Make) -> None:
    workspace({"a.md": ""})
    found = find("a.md", "gone.md", "gone/", "a.md/")
    assert found.files == ["a.md"]
    assert found.missing == ["gone.md", "gone/", "a.md/"]


def test_an_empty_folder_gives_nothing(workspace: Make) -> None:
    root = workspace({})
    (root / "empty").mkdir()
    found = find("empty")
    assert not found.files and not found.excluded and not found.missing


IGNORED = [
    pytest.param({".gitignore": "b.md\n"}, ["a.md", "sub/c.md"], id="a name"),
    pytest.param({".gitignore": "*.md\n!a.md\n"}, ["a.md"], id="taken back"),
    pytest.param({".gitignore": "sub/\n"}, ["a.md", "b.md"], id="a folder"),
    pytest.param({".gitignore": "/c.md\n"}, ["a.md", "b.md", "sub/c.md"], id="anchored"),
    pytest.param({"sub/.gitignore": "*.md\n"}, ["a.md", "b.md"], id="in a folder, for that folder"),
    pytest.param({".gitignore": "!\n\\\n[z-a]*\nb.md\n"}, ["a.md", "sub/c.md"], id="lines that make no sense"),
    pytest.param({".gitignore": b"\xff\xfe\nb.md\n"}, ["a.md", "sub/c.md"], id="not UTF-8"),
    pytest.param({".gitignore": "\r\nb.md\r\n# a.md\r\n"}, ["a.md", "sub/c.md"], id="windows line ends"),
    pytest.param({".gitignore/x": ""}, ["a.md", "b.md", "sub/c.md"], id="a folder of that name"),
]


@pytest.mark.parametrize(("ignore", "expected"), IGNORED)
def test_gitignore_holds_in_folders(workspace: Make, ignore: dict[str, str | bytes], expected: list[str]) -> None:
    workspace({"a.md": "", "b.md": "", "sub/c.md": "", **ignore})
    assert find().files == expected


def test_gitignore_does_not_hold_for_a_file_given_by_name(workspace: Make) -> None:
    workspace({"a.md": "", ".gitignore": "*"})
    assert find("a.md").files == ["a.md"]
    assert find(".").files == []


def test_gitignore_of_the_folders_above_holds(workspace: Make) -> None:
    workspace({"sub/a.md": "", "sub/b.md": "", ".gitignore": "sub/b.md\n"})
    assert find("sub").files == ["sub/a.md"]


def test_an_ignored_folder_given_by_name_is_entered(workspace: Make) -> None:
    workspace({"sub/a.md": "", "sub/deep/b.md": "", ".gitignore": "sub/\n"})
    assert find("sub").files == ["sub/a.md", "sub/deep/b.md"]
    assert find("sub/deep").files == ["sub/deep/b.md"]
    assert find(".").files == []


def test_gitignore_above_the_repository_does_not_hold(workspace: Make) -> None:
    workspace({"repo/.git/x": "", "repo/sub/a.md": "", ".gitignore": "*\n"})
    assert find("repo").files == ["repo/sub/a.md"]
    assert find("repo/sub").files == ["repo/sub/a.md"]


SETTINGS = [
    pytest.param("files: {include: ['**/*.md']}", ["a.md", "old/c.md", "old/new/d.md"], id="include"),
    pytest.param("files: {include: ['*.rst']}", ["r.rst"], id="include replaces"),
    pytest.param("files: {exclude: ['old/**']}", ["a.md", "b.txt"], id="exclude"),
    pytest.param("files: {exclude: ['old/']}", ["a.md", "b.txt"], id="exclude a folder"),
    pytest.param("files: {exclude: ['old/*.md']}", ["a.md", "b.txt", "old/new/d.md"], id="exclude files of a folder"),
    pytest.param("files: {exclude: ['**/*.md', '!old/c.md']}", ["b.txt", "old/c.md"], id="taken back"),
    pytest.param("files: {include: []}", [], id="include nothing"),
]


@pytest.mark.parametrize(("settings", "expected"), SETTINGS)
def test_settings_say_which(workspace: Make, settings: str, expected: list[str]) -> None:
    files = dict.fromkeys(("a.md", "b.txt", "r.rst", "old/c.md", "old/new/d.md"), "")
    workspace({**files, "rules.yaml": settings})
    assert find().files == expected


def test_settings_of_inner_folders_are_laid_over(workspace: Make) -> None:
    workspace({
        "rules.yaml": "files: {exclude: ['x.md']}", "sub/rules.yaml": "files: {include: ['*.rst'], exclude: ['y.rst']}",
        "x.md": "", "y.md": "", "sub/x.md": "", "sub/x.rst": "", "sub/y.rst": "",
    })  # fmt: skip
    assert find().files == ["sub/x.rst", "y.md"]
    assert find("sub").files == ["sub/x.rst"]


def test_exclude_holds_for_files_given_by_name_only_when_forced(workspace: Make) -> None:
    workspace({"rules.yaml": "files: {exclude: ['old/']}", "old/a.md": "", "b.md": ""})
    assert find("old/a.md", "b.md").files == ["b.md", "old/a.md"]
    forced = find("old/a.md", "b.md", force_exclude=True)
    assert (forced.files, forced.excluded) == (["b.md"], ["old/a.md"])


def test_no_loop_through_links(workspace: Make) -> None:
    root = workspace({"sub/a.md": ""})
    (root / "sub/up").symlink_to(root)
    (root / "self").symlink_to("self")
    (root / "there").symlink_to("back")
    (root / "back").symlink_to("there")
    assert find().files == ["sub/a.md"]


def test_links_to_files_are_followed(workspace: Make) -> None:
    root = workspace({"a.md": ""})
    (root / "b.md").symlink_to("a.md")
    (root / "dangling.md").symlink_to("gone")
    assert find().files == ["a.md", "b.md", "dangling.md"], "a link that leads nowhere is an error of its own"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_pipes_are_not_waited_for(workspace: Make) -> None:
    root = workspace({"a.md": ""})
    os.mkfifo(root / "pipe.md")
    assert find().files == ["a.md"]
    assert find("pipe.md").files == ["pipe.md"], "somebody who names it means it"


@pytest.mark.skipif(not hasattr(os, "fsencode") or os.name == "nt", reason="names are Unicode on this system")
def test_names_that_are_not_utf_8(workspace: Make) -> None:
    root = workspace({"rules.yaml": "files: {exclude: ['x/']}"})
    name = os.fsdecode(b"\xff\n.md")
    (root / name).touch()
    assert find().files == [name]


def test_a_folder_that_cannot_be_read_is_an_error(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace({"shut/a.md": ""})
    listed = os.scandir

    def scandir(path: str) -> object:
        if os.path.basename(path) == "shut":
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(discovery.os, "scandir", scandir)
    with pytest.raises(UsageError, match="shut: cannot be read: Permission denied"):
        find()


def test_a_page_of_the_tool_itself_is_no_article(workspace: Make, evenhand: Callable[..., object]) -> None:
    workspace({"a.md": "Talks in Kiev failed.\n", "b.html": "<p>Talks in Kiev failed.</p>\n"})
    evenhand("check", ".", "--format", "html", "-o", "report.html")
    assert Path("report.html").exists()
    assert find(".").files == ["a.md", "b.html"]
    assert find("report.html").files == ["report.html"]


def test_every_suffix_of_a_format_is_found_in_folders(workspace: Make) -> None:
    names = {f"a{suffix}" for suffixes in FORMATS.values() for suffix in suffixes}
    workspace(dict.fromkeys(names, "Kiev."))
    assert set(Linter().discover(["."]).files) == names


def test_a_file_is_read_once_however_often_it_is_named(workspace: Make) -> None:
    root = workspace({"a.md": "Kiev.", "sub/b.md": "Kiev."})
    paths = ["a.md", "./a.md", str(root / "a.md"), "sub/../a.md", "sub", str(root / "sub")]
    assert Linter().discover(paths).files == ["a.md", "sub/b.md"]
