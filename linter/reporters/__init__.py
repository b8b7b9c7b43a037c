"""The output formats: one plain module each, in one table. A reporter decides nothing; it prints what a run found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TextIO, cast

if TYPE_CHECKING:
    from linter.display import View
    from linter.findings import About, FileResult

NAMES = ("console", "json", "jsonl", "sarif", "github", "html")


class Reporter(Protocol):
    """What a module of this folder offers."""

    NAME: str

    def render(self, results: Iterable[FileResult], about: Callable[[], About], out: TextIO, view: View, /) -> None:
        """Writes the results; `about` may be asked when the last of them has been taken."""


def load(name: str) -> Reporter:
    """The reporter of a name in `NAMES`."""
    return cast(Reporter, import_module(f"{__name__}.{name}"))


if TYPE_CHECKING:
    # Each module must satisfy the Protocol: this is where mypy says so.
    from linter.reporters import console, github, html, json, jsonl, sarif

    _CHECKED: tuple[Reporter, ...] = (console, github, html, json, jsonl, sarif)
