"""Where results go: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import UsageError
from linter.output import opened, refuse_output, without_output


def test_whole(workspace: Callable[..., Path]) -> None:
    folder = workspace({"out.txt": "before"})
    with opened("out.txt") as out:
        out.write("after")
    assert (folder / "out.txt").read_text() == "after"
    assert sorted(path.name for path in folder.iterdir()) == [".git", "out.txt"]


def test_not_at_all(workspace: Callable[..., Path]) -> None:
    folder = workspace({"out.txt": "before"})
    with pytest.raises(RuntimeError), opened("out.txt") as out:
        out.write("half")
        raise RuntimeError
    assert (folder / "out.txt").read_text() == "before"
    assert sorted(path.name for path in folder.iterdir()) == [".git", "out.txt"]


@pytest.mark.parametrize("path", [pytest.param("gone/out.txt", id="no folder"), pytest.param("folder", id="a folder")])
def test_unwritable(workspace: Callable[..., Path], path: str) -> None:
    workspace({"folder/file.txt": ""})
    with pytest.raises(UsageError, match="--output"), opened(path):
        pass


def test_a_text_is_not_lost_to_the_output(workspace: Callable[..., Path]) -> None:
    folder = workspace({"a.md": "Kiev", "sub/a.md": "Kiev"})
    for named in (["a.md"], ["./a.md"], [str(folder / "a.md")], ["sub", "sub/../a.md"]):
        with pytest.raises(UsageError, match=r"--output: a\.md is a file to read"):
            refuse_output("a.md", named)
    for output in (None, "new.md", "sub"):
        refuse_output(output, ["a.md", "sub"])


def test_the_output_of_the_last_run_is_not_read(workspace: Callable[..., Path]) -> None:
    workspace({"a.md": "Kiev", "sub/a.md": "Kiev"})
    assert without_output(["a.md", "sub/a.md"], "a.md") == ["sub/a.md"]
    assert without_output(["a.md", "sub/a.md"], "new.md") == ["a.md", "sub/a.md"]
    assert without_output(["a.md"], None) == ["a.md"]
