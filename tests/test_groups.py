"""What is compared: names, folders, clashes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import UsageError
from linter.groups import groups_of
from linter.pipeline import Linter

FILES: dict[str, str | bytes] = {
    "x/a.txt": "One.", "x/b.txt": "Two.", "y/a.txt": "Three.", "y/a.md": "Four.",
    "c.txt": "Five.", "odd=name.txt": "Six.", "z/.keep": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "each", "names"),
    [
        pytest.param(["x/a.txt", "c.txt"], False, ["a", "c"], id="by stem"),
        pytest.param(["x", "y"], False, ["x", "y"], id="folders"),
        pytest.param(["x/a.txt", "y/a.txt", "c.txt"], False, ["x/a", "y/a", "c"], id="as many parts as part them"),
        pytest.param(["y/a.txt", "y/a.md"], False, ["a.txt", "a.md"], id="the suffix parts them"),
        pytest.param(["Wire=x/a.txt", "c.txt"], False, ["Wire", "c"], id="named"),
        pytest.param(["odd=name.txt", "c.txt"], False, ["odd=name", "c"], id="a file with an equals sign"),
        pytest.param(["x", "c.txt"], True, ["a", "b", "c"], id="each file of a folder"),
        pytest.param(["All=x", "c.txt"], True, ["All", "c"], id="a named folder stays one"),
    ],
)
def test_names(workspace: Callable[..., Path], arguments: list[str], each: bool, names: list[str]) -> None:
    workspace(FILES)
    assert [group.name for group in groups_of(arguments, Linter().discover, each=each)] == names


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["c.txt", "c.txt"], "“c.txt” is given twice", id="twice"),
        pytest.param(["c.txt", "./c.txt"], "given twice", id="twice, spelled differently"),
        pytest.param(["A=c.txt", "B=c.txt"], "given twice", id="twice under two names"),
        pytest.param(["x", "x/a.txt"], "belongs to two documents", id="inside a folder"),
        pytest.param(["A=x", "A=y"], "two documents have the name “A”", id="names clash"),
        pytest.param(["c=x/a.txt", "c.txt"], None, id="a path gives way to a given name"),
        pytest.param(["gone.txt", "c.txt"], "“gone.txt”: there is no such file", id="missing"),
        pytest.param(["A=gone.txt", "c.txt"], "“gone.txt”: there is no such file", id="missing under a name"),
        pytest.param(["=c.txt", "x"], "expected NAME=PATH", id="no name"),
        pytest.param(["z", "c.txt"], "no file to read", id="an empty folder"),
    ],
)
def test_clashes(workspace: Callable[..., Path], arguments: list[str], message: str | None) -> None:
    workspace(FILES)
    if message is None:
        assert [group.name for group in groups_of(arguments, Linter().discover)] == ["c", "c.txt"]
        return
    with pytest.raises(UsageError, match=message):
        groups_of(arguments, Linter().discover)
