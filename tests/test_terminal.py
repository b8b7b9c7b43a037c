from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Iterator

import pytest

from linter import terminal
from linter.findings import FileResult
from linter.terminal import progress, view_of


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_settings_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("variables", "on_terminal", "elsewhere"),
    [
        pytest.param({}, True, False, id="nothing set"),
        pytest.param({"NO_COLOR": "1"}, False, False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, True, False, id="an empty NO_COLOR is none"),
        pytest.param({"FORCE_COLOR": "1"}, True, True, id="FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False, id="NO_COLOR wins"),
        pytest.param({"TERM": "dumb"}, False, False, id="a dumb terminal"),
    ],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], on_terminal: bool, elsewhere: bool) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert view_of(Terminal()).color is on_terminal
    assert view_of(io.StringIO()).color is elsewhere


def test_lines_are_wrapped_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert view_of(Terminal()).width == 72
    assert view_of(io.StringIO()).width is None


@pytest.mark.parametrize("columns", ["", "wide", "-3", "0"])
def test_a_width_that_is_none(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert (view_of(Terminal()).width or 0) > 0


def run(monkeypatch: pytest.MonkeyPatch, *, err: io.StringIO, out: io.StringIO, total: int = 50, quiet: bool = False) -> str:
    """What stands on standard error after a run in which each file takes a second."""
    clock = itertools.count()
    monkeypatch.setattr(terminal.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(sys, "stdout", out)
    results = [FileResult(f"{number}.md") for number in range(total)]
    assert list(progress(iter(results), total, quiet=quiet)) == results
    return err.getvalue()


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run(monkeypatch, err=Terminal(), out=io.StringIO())
    assert "25 of 50 files" in shown
    assert shown.endswith("\r\x1b[K"), "the line is left clean"


@pytest.mark.parametrize(
    ("err", "out", "total", "quiet"),
    [
        pytest.param(io.StringIO(), io.StringIO(), 50, False, id="no terminal"),
        pytest.param(Terminal(), Terminal(), 50, False, id="findings go to the same terminal"),
        pytest.param(Terminal(), io.StringIO(), 50, True, id="quiet"),
        pytest.param(Terminal(), io.StringIO(), 1, False, id="one file"),
    ],
)
def test_no_bar(monkeypatch: pytest.MonkeyPatch, err: io.StringIO, out: io.StringIO, total: int, quiet: bool) -> None:
    assert run(monkeypatch, err=err, out=out, total=total, quiet=quiet) == ""


def test_no_bar_on_a_short_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(terminal.time, "monotonic", lambda: 0.5)
    assert len(list(progress([FileResult("a")] * 9, 9, quiet=False))) == 9
    assert sys.stderr.getvalue() == ""


def test_results_are_passed_on_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    taken: list[int] = []

    def results() -> Iterator[FileResult]:
        for number in range(9):
            taken.append(number)
            yield FileResult(str(number))

    next(progress(results(), 9, quiet=False))
    assert taken == [0]
