"""Where a command writes its result: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import IO, TextIO

from linter.errors import UsageError


def refuse_output(output: str | None, named: Iterable[str]) -> None:
    """Raises UsageError where the output would take the place of one of the files that were named to be read."""
    if output is not None and os.path.isfile(output) and any(_is_same(path, output) for path in named):
        raise UsageError(f"--output: {output} is a file to read; name another")


def without_output(paths: Iterable[str], output: str | None) -> list[str]:
    """The files found in folders without the output, which the last run may have left among them."""
    if output is None or not os.path.isfile(output):
        return list(paths)
    name = os.path.basename(output)
    return [path for path in paths if os.path.basename(path) != name or not _is_same(path, output)]


def _is_same(path: str, output: str) -> bool:
    return os.path.exists(path) and os.path.samefile(path, output)


class opened:
    """The place to write to: a file, which appears whole or not at all, or standard output."""

    def __init__(self, path: str | None) -> None:
        self._path = None if path == "-" else path
        self._file: IO[str] | None = None
        is_special = self._path is not None and os.path.exists(self._path) and not os.path.isfile(self._path)
        self._written = f"{self._path}{'' if is_special else '.part'}"

    def __enter__(self) -> TextIO:
        if self._path is None:
            return sys.stdout
        if os.path.isdir(self._path):
            raise UsageError(f"--output: {self._path} is a folder; name a file")
        try:
            self._file = open(self._written, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise UsageError(f"--output: {self._path} cannot be written: {error.strerror or error}") from error
        return self._file

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._file is None or self._path is None:
            sys.stdout.flush()
            return
        try:
            self._file.close()
            if error is None and self._written != self._path:
                os.replace(self._written, self._path)
        finally:
            if self._written != self._path and os.path.exists(self._written):
                os.unlink(self._written)
