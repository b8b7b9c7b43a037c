from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import Origin
from linter.settings import FILE_NAME, KEYS, Layer, Rules, Settings, Waiver, find_layer_paths, looks_like_settings

HERE = Origin("rules.yaml", 1, 1)
OUTER = Layer(
    "outer", "/w", lexicons=(("builtin/en", HERE),), rules=(Rules("/w", house="ap"),), include=("*.md",), exclude=("old/",),
    fail_on="error", baseline="base.json",
)  # fmt: skip
SILENT = Layer("silent", "/w/sub")


def test_the_innermost_that_says_something_decides() -> None:
    inner = Layer(
        "inner", "/w/sub", lexicons=(("own.yaml", HERE),), include=("*.txt",), fail_on="note", baseline="own.json"
    )  # fmt: skip
    settings = Settings((OUTER, inner))
    assert settings.lexicons == (("own.yaml", "/w/sub", HERE),)
    assert settings.include == ("/w/sub", ("*.txt",))
    assert settings.fail_on == "note"
    assert Path(settings.baseline or "") == Path("/w/sub/own.json")


def test_a_silent_layer_changes_nothing() -> None:
    with_silent, without = Settings((OUTER, SILENT)), Settings((OUTER,))
    for name in ("lexicons", "include", "fail_on", "baseline", "exclude", "rules", "accept"):
        assert getattr(with_silent, name) == getattr(without, name), name


def test_defaults_where_nobody_says_anything() -> None:
    settings = Settings((SILENT,))
    assert settings.fail_on == "warning"
    assert settings.lexicons == ()
    assert settings.include == ("", ())
    assert settings.baseline is None


def test_what_adds_up() -> None:
    waivers = [Waiver("kyiv", ("**",), "reason", "", Origin("rules.yaml", line)) for line in (1, 2)]
    inner = Layer("inner", "/w/sub", rules=(Rules("/w/sub"),), exclude=("new/",), accept=(waivers[1],))
    outer = Layer("outer", "/w", rules=(Rules("/w"),), exclude=("old/",), accept=(waivers[0],))
    settings = Settings((outer, inner))
    assert settings.exclude == (("/w", ("old/",)), ("/w/sub", ("new/",)))
    assert settings.accept == (("/w", waivers[0]), ("/w/sub", waivers[1]))
    assert [rules.folder for rules in settings.rules] == ["/w", "/w/sub"]


def test_an_empty_list_of_lexicons_is_something_said() -> None:
    assert Settings((OUTER, Layer("inner", "/w", lexicons=()))).lexicons == ()


def test_over_puts_a_layer_on_top() -> None:
    assert Settings((OUTER,)).over(Layer("top", "/w", fail_on="never")).fail_on == "never"


@pytest.mark.parametrize("key", KEYS)
def test_each_of_our_keys_makes_a_file_ours(key: str) -> None:
    assert looks_like_settings(f"{key}: x\n".encode())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\n  \n", id="blank"),
        pytest.param(b"# only a comment\n", id="comment"),
        pytest.param(b"# c\nfoo: bar\nhouse: ap\n", id="ours with an unknown key"),
        pytest.param(b"\xef\xbb\xbfhouse: ap\n", id="byte-order mark"),
        pytest.param(b"fail-on: never\r\nhouse: ap\r\n", id="windows line ends"),
        pytest.param(b"lexcons: [a.yaml]\n", id="a misspelt key"),
        pytest.param(b"severities:\n  kyiv: off\nfail_on: note\n", id="nothing but misspelt keys"),
        pytest.param(b"Lexicons:\n- a.yaml\n", id="a capital"),
    ],
)
def test_ours(data: bytes) -> None:
    assert looks_like_settings(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"rules:\n  - id: a\n    severity: ERROR\n", id="our key, but not at the start of a line"),
        pytest.param(b"groups:\n- name: prometheus\n", id="prometheus"),
        pytest.param(b"# house: ap\nfoo: bar\n", id="our key in a comment"),
        pytest.param(b"\xff\xfe\x00\x01", id="no text"),
        pytest.param(b"housekeeping: x\n", id="a longer word"),
        pytest.param(b"severities: {}\nrules: []\n", id="nearly our key beside another"),
        pytest.param(b"severities\n", id="a word and no key"),
        pytest.param(b"- files\n", id="a list"),
    ],
)
def test_another_tools(data: bytes) -> None:
    assert not looks_like_settings(data)


def test_layers_are_found_upwards_to_the_root_of_the_repository(tmp_path: Path) -> None:
    for folder in ("", "repo", "repo/sub", "repo/sub/deep"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / FILE_NAME).touch()
    (tmp_path / "repo/sub/deep" / FILE_NAME).unlink()
    (tmp_path / "repo/.git").mkdir()
    paths = find_layer_paths(str(tmp_path / "repo/sub/deep"), {})
    assert [Path(path).relative_to(tmp_path).as_posix() for path in paths] == ["repo/rules.yaml", "repo/sub/rules.yaml"]


def test_what_is_known_of_some_folders_changes_nothing_for_others(tmp_path: Path) -> None:
    folders = ["", "a", "a/b", "a/b/c", "repo", "repo/sub", "repo/sub/deep", "repo/other"]
    for number, folder in enumerate(folders):
        (tmp_path / folder).mkdir(exist_ok=True)
        if number % 3:
            (tmp_path / folder / FILE_NAME).touch()
    (tmp_path / "repo/.git").mkdir()
    for order in (folders, folders[::-1], folders[3:] + folders[:3]):
        known: dict[str, tuple[str, ...]] = {}
        for folder in order * 2:
            place = str(tmp_path / folder)
            assert find_layer_paths(place, known) == find_layer_paths(place, {})


def test_a_worktree_has_a_file_called_git(workspace: Callable[..., Path], tmp_path: Path) -> None:
    root = workspace({"rules.yaml": "", "tree/.git": "gitdir: elsewhere", "tree/rules.yaml": ""})
    assert find_layer_paths(str(root / "tree"), {}) == (str(root / "tree/rules.yaml"),)


def test_a_folder_called_rules_yaml_is_no_settings_file(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / FILE_NAME).mkdir()
    assert find_layer_paths(str(tmp_path), {}) == ()
