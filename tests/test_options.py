from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import app
from linter.commands import check
from linter.options import CHECK_OPTIONS, Option, parse_plain
from linter.reporters import NAMES

DEFAULTS: dict[str, Any] = {option.name: option.default for option in CHECK_OPTIONS} | {"paths": ()}


def of_app(words: list[str]) -> dict[str, Any] | None:
    """What the Typer app hands to `check.run`; None where it refuses the call."""
    seen: list[dict[str, Any]] = []

    def run(paths: tuple[str, ...], **values: Any) -> int:
        seen.append({**values, "paths": paths})
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "run", run)
        app.run(["check", *words])
    return seen[0] if seen else None


PLAIN = [
    pytest.param([], {}, id="nothing"),
    pytest.param(["a.md", "b"], {"paths": ("a.md", "b")}, id="paths"),
    pytest.param(["-"], {"paths": ("-",)}, id="standard input"),
    pytest.param(["--format", "json"], {"format": "json"}, id="long"),
    pytest.param(["--format=json"], {"format": "json"}, id="long with an equals sign"),
    pytest.param(["-f", "json"], {"format": "json"}, id="short"),
    pytest.param(["-f", "json", "-f", "sarif"], {"format": "sarif"}, id="the last one wins"),
    pytest.param(["--select", "a,b", "--select", "c"], {"select": ("a,b", "c")}, id="again"),
    pytest.param(["--lexicon=a=b"], {"lexicon": ("a=b",)}, id="equals sign in the value"),
    pytest.param(["--house="], {"house": ""}, id="an empty value"),
    pytest.param(["-q", "x", "--no-cache"], {"quiet": True, "no_cache": True, "paths": ("x",)}, id="flags"),
    pytest.param(["-j", "4"], {"jobs": 4}, id="a number"),
    pytest.param(["--", "-f", "--help"], {"paths": ("-f", "--help")}, id="after two dashes"),
    pytest.param(["a", "--", "b"], {"paths": ("a", "b")}, id="paths on both sides"),
    pytest.param([""], {"paths": ("",)}, id="an empty path"),
]


@pytest.mark.parametrize(("words", "expected"), PLAIN)
def test_plain_calls(words: list[str], expected: dict[str, Any]) -> None:
    assert parse_plain(words) == {**DEFAULTS, **expected}
    assert of_app(words) == {**DEFAULTS, **expected}


@pytest.mark.parametrize(
    "words",
    [["--help"], ["-h"], ["--fromat", "json"], ["-x"], ["--format"], ["--format", "xml"], ["--format", "--quiet"], ["-fjson"],
     ["-qq"], ["--quiet=yes"], ["-j", "four"], ["--fail-on", "warn"], ["-f=json"], ["--jobs="], ["--house", "-"],
     ["--for", "json"], ["a", "--version"]],
    ids=" ".join,
)  # fmt: skip
def test_calls_that_are_not_plain_are_left_to_the_app(words: list[str]) -> None:
    assert parse_plain(words) is None


def words_of(option: Option) -> st.SearchStrategy[list[str]]:
    flags = st.sampled_from(option.flags)
    if option.kind == "flag":
        return flags.map(lambda flag: [flag])
    free = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
    numbers = st.integers(-5, 99).map(str) | st.sampled_from(["0x1", "1_0", " 7", "7 ", "٣", "1.0", "+2", ""])
    values = st.sampled_from(option.choices) if option.choices else numbers if option.kind == "number" else free
    return st.tuples(flags, values, st.booleans()).map(
        lambda drawn: [f"{drawn[0]}={drawn[1]}"] if drawn[2] and drawn[0].startswith("--") else [drawn[0], drawn[1]]
    )


PATHS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6).map(lambda path: [path])
CALLS = st.lists(
    st.one_of(*(words_of(option) for option in CHECK_OPTIONS), PATHS, st.sampled_from([["--"], ["-"]])), max_size=6
).map(lambda groups: [word for group in groups for word in group])


@settings(deadline=None, max_examples=300)
@given(CALLS)
def test_a_plain_call_means_the_same_to_both_parsers(words: list[str]) -> None:
    values = parse_plain(words)
    if values is not None:
        assert of_app(words) == values


def test_every_option_is_a_parameter_of_the_command() -> None:
    import inspect

    assert {*inspect.signature(check.run).parameters} == {"paths", *(option.name for option in CHECK_OPTIONS)}


def test_the_formats_on_offer_are_the_reporters() -> None:
    assert next(option for option in CHECK_OPTIONS if option.name == "format").choices == NAMES
