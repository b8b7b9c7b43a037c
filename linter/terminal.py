"""What the terminal can show, and what is said beside the findings: on standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from linter.display import View

if TYPE_CHECKING:
    from linter.findings import FileResult

_BAR_WIDTH = 30
_BAR_AFTER = 1.0
"""Seconds after which a run is long enough for a progress bar."""


def view_of(out: TextIO, *, show_suppressed: bool = False) -> View:
    """How to print to `out`: colour and wrapping on a terminal only; `NO_COLOR` (https://no-color.org) and `FORCE_COLOR` hold."""
    is_terminal = out.isatty()
    color = (is_terminal and os.environ.get("TERM") != "dumb") or bool(os.environ.get("FORCE_COLOR"))
    if os.environ.get("NO_COLOR"):
        color = False
    return View(color=color, width=terminal_width() if is_terminal else None, show_suppressed=show_suppressed)


def terminal_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    import shutil

    return shutil.get_terminal_size().columns


def announce(message: str) -> None:
    """One line to standard error."""
    sys.stderr.write(f"evenhand: {message}\n")


def progress(results: Iterable[FileResult], total: int, *, quiet: bool) -> Iterable[FileResult]:
    """The results; on a long run it shows on standard error how far it is, if that is a terminal and output is not."""
    if quiet or total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        return results
    return _with_bar(results, total)


def _with_bar(results: Iterable[FileResult], total: int) -> Iterator[FileResult]:
    begun = shown = time.monotonic()
    for number, result in enumerate(results, 1):
        yield result
        now = time.monotonic()
        if now - begun > _BAR_AFTER and now - shown > 0.1:
            shown = now
            done = _BAR_WIDTH * number // total
            sys.stderr.write(f"\r[{'#' * done}{'.' * (_BAR_WIDTH - done)}] {number:,} of {total:,} files")
            sys.stderr.flush()
    if shown != begun:
        sys.stderr.write("\r\x1b[K")
