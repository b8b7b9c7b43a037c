"""From the names of lexicons to their files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import LexiconError, Origin
from linter.lexicon_locations import read_lexicons

HERE = Origin("rules.yaml", 2, 5)


def names_of(*names: str, folder: str = "") -> list[str]:
    """The names of the files that lexicons lead to, without the bundled registers."""
    return [file.name for file in read_lexicons([(name, folder, HERE) for name in names])][2:]


def message_of(*names: str, folder: str = "") -> str:
    with pytest.raises(LexiconError) as caught:
        read_lexicons([(name, folder, HERE) for name in names])
    return str(caught.value)


def test_the_bundled_registers_come_first() -> None:
    registers = read_lexicons([])
    assert [file.name for file in registers] == ["builtin/stances.yaml", "builtin/authorities.yaml"]
    assert all(file.is_register for file in registers)


@pytest.mark.parametrize("name", ["builtin", "builtin/en", "builtin/"])
def test_a_bundled_lexicon_goes_by_its_name(name: str) -> None:
    assert "builtin/en/place-names.yaml" in names_of(name)


def test_a_file_is_named_as_it_was_written(workspace: Callable[..., Path]) -> None:
    workspace({"house/terms.yaml": "a"})
    assert names_of("house/terms.yaml") == ["house/terms.yaml"]


def test_a_path_is_relative_to_the_folder_of_the_settings(workspace: Callable[..., Path]) -> None:
    root = workspace({"desk/terms.yaml": "a"})
    assert names_of("terms.yaml", folder=str(root / "desk")) == ["terms.yaml"]


def test_a_folder_holds_its_yaml_files_in_order(workspace: Callable[..., Path]) -> None:
    workspace(
        {"house/b.yaml": "b", "house/a.yml": "a", "house/deep/er/c.yaml": "c", "house/notes.txt": "x", "house/stances.yaml": "s"}
    )
    assert names_of("house") == ["house/a.yml", "house/b.yaml", "house/deep/er/c.yaml", "house/stances.yaml"]


def test_a_register_of_a_house_is_a_register(workspace: Callable[..., Path]) -> None:
    workspace({"house/stances.yaml": "s", "house/my-stances.yaml": "s"})
    files = read_lexicons([("house", "", HERE)])[2:]
    assert {file.name: file.is_register for file in files} == {"house/stances.yaml": True, "house/my-stances.yaml": False}


def test_the_bytes_are_read_as_they_are(workspace: Callable[..., Path]) -> None:
    workspace({"a.yaml": b"\xef\xbb\xbfa\r\n"})
    assert read_lexicons([("a.yaml", "", HERE)])[2].data == b"\xef\xbb\xbfa\r\n"


def test_a_loop_of_links_is_not_followed(workspace: Callable[..., Path]) -> None:
    root = workspace({"house/a.yaml": "a"})
    (root / "house" / "loop").symlink_to(root / "house", target_is_directory=True)
    assert names_of("house") == ["house/a.yaml"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("terms.yaml", "rules.yaml:2:5: no lexicon at “terms.yaml”: there is no such file or folder"),
        ("builtin/xx", "rules.yaml:2:5: no bundled lexicon “builtin/xx”"),
        ("builtin/ne", "did you mean “builtin/en”?"),
        ("a\0b", "rules.yaml:2:5: no lexicon at “a�b”"),
    ],
)
def test_a_name_that_leads_nowhere(workspace: Callable[..., Path], name: str, message: str) -> None:
    workspace({})
    assert message in message_of(name)


def test_all_names_that_lead_nowhere_are_said_at_once(workspace: Callable[..., Path]) -> None:
    workspace({})
    assert len(message_of("a.yaml", "builtin/xx", "b.yaml").splitlines()) == 3


def test_a_folder_without_lexicons_is_an_error(workspace: Callable[..., Path]) -> None:
    workspace({"house/readme.md": "x"})
    assert message_of("house") == "house: the folder holds no YAML file; expected a lexicon"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(workspace: Callable[..., Path]) -> None:
    root = workspace({"a.yaml": "a"})
    (root / "a.yaml").chmod(0)
    assert message_of("a.yaml") == "a.yaml: cannot be read: Permission denied"


def test_a_dangling_link_in_a_folder_is_an_error(workspace: Callable[..., Path]) -> None:
    root = workspace({"house/a.yaml": "a"})
    (root / "house" / "b.yaml").symlink_to(root / "nowhere.yaml")
    assert message_of("house") == "house/b.yaml: cannot be read: No such file or directory"
