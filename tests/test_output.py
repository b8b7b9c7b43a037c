"""Where results go: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import UsageError
from linter.output import opened


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
