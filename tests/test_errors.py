"""Messages, and what is quoted in them."""

from __future__ import annotations

import pickle

import pytest

from linter.errors import (
    FixError,
    LexiconError,
    LinterError,
    Origin,
    Problem,
    ReadError,
    SettingsError,
    UsageError,
    did_you_mean,
    one_of,
    quote,
)


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        (Origin("rules.yaml"), "rules.yaml"),
        (Origin("rules.yaml", 3), "rules.yaml:3"),
        (Origin("rules.yaml", 3, 7), "rules.yaml:3:7"),
    ],
)
def test_an_origin_reads_as_editors_know_it(origin: Origin, shown: str) -> None:
    assert str(origin) == shown


def test_an_error_names_its_place_first() -> None:
    assert str(LinterError("it is wrong", Origin("a.yaml", 1, 2))) == "a.yaml:1:2: it is wrong"
    assert str(LinterError("it is wrong")) == "it is wrong"


@pytest.mark.parametrize("kind", [LexiconError, SettingsError])
def test_all_problems_are_in_one_error(kind: type[LexiconError] | type[SettingsError]) -> None:
    error = kind([Problem(Origin("a.yaml", 1, 1), "one"), Problem(Origin("b.yaml", 2, 3), "two")])
    assert str(error) == "a.yaml:1:1: one\nb.yaml:2:3: two"
    assert len(error.problems) == 2


@pytest.mark.parametrize("kind", [LexiconError, SettingsError, UsageError, ReadError, FixError])
def test_every_expected_failure_is_one_family(kind: type[LinterError]) -> None:
    assert issubclass(kind, LinterError)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("war", "“war”", id="as it is"),
        pytest.param("a\nb\x1b[31m", "“a�b�[31m”", id="control characters are harmless"),
        pytest.param("\u202ewar", "“�war”", id="direction overrides are harmless"),
        pytest.param("x" * 60, "“" + "x" * 60 + "”", id="sixty fit"),
        pytest.param("x" * 61, "“" + "x" * 57 + "…”", id="more are cut"),
    ],
)
def test_quote(text: str, quoted: str) -> None:
    assert quote(text) == quoted


@pytest.mark.parametrize(
    ("word", "hint"),
    [("imigration", "; did you mean “immigration”?"), ("immigration", "; did you mean “immigration”?"), ("zebra", ""), ("", "")],
)
def test_did_you_mean(word: str, hint: str) -> None:
    assert did_you_mean(word, ["immigration", "health"]) == hint


def test_did_you_mean_without_anything_known() -> None:
    assert did_you_mean("word", []) == ""


@pytest.mark.parametrize(("options", "text"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_one_of(options: list[str], text: str) -> None:
    assert one_of(options) == text


@pytest.mark.parametrize(
    "error",
    [
        LinterError("wrong", Origin("a.txt", 3, 4)),
        SettingsError([Problem(Origin("rules.yaml", 1, 2), "no key"), Problem(Origin("rules.yaml", 3), "no id")]),
        LexiconError([Problem(Origin("a.yaml"), "empty")]),
        ReadError("binary"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_can_pass_between_processes(error: LinterError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
