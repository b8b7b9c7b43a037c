"""Fixing files: what `fixes` chooses and proves, for one file under its own settings, and back to where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from linter import formats
from linter.document import Document
from linter.errors import FixError, LinterError, ReadError
from linter.findings import FileResult, Finding
from linter.fixes import Choose, Fixed, Wanted, choose_suggestion, fix
from linter.pipeline import Linter
from linter.spans import Span
from linter.writing import Original, read_original, replace_file


@dataclass(frozen=True, slots=True)
class FileFix:
    """What became of one file: its content before, the fix, or the error that stopped it. Nothing is written yet."""

    path: str
    original: Original | None = None
    fixed: Fixed | None = None
    error: str | None = None

    @property
    def is_changed(self) -> bool:
        return bool(self.original and self.fixed and self.fixed.data != self.original.data)


class Proofread:
    """One file's format and settings, as `fixes` asks for them; keeps the last result of linting."""

    def __init__(self, linter: Linter, path: str) -> None:
        self._linter = linter
        self._path = path
        self._encoding = linter.policy_at(path).encoding
        self._format = formats.format_for(path) or formats.load("text")
        self.result: FileResult | None = None

    def lint(self, data: bytes) -> tuple[Document, tuple[Finding, ...]]:
        document, self.result = self._linter.proofread(data, self._path)
        return document, self.result.findings

    def rewrite(self, data: bytes, edits: Sequence[tuple[Span, str]]) -> bytes:
        return self._format.rewrite(data, edits, self._encoding)


def fix_bytes(linter: Linter, data: bytes, path: str, wanted: Wanted) -> Fixed:
    """The content of a file with the wanted edits. Raises ReadError or FixError."""
    wanted = replace(wanted, house=linter.policy_at(path).house)
    return fix(data, Proofread(linter, path), lambda f: choose_suggestion(f, wanted), in_quotations=wanted.quotations)


def fix_file(linter: Linter, path: str, wanted: Wanted) -> FileFix:
    """Reads a file and works out its fix."""
    try:
        original = read_original(path)
        return FileFix(path, original, fix_bytes(linter, original.data, path, wanted))
    except (ReadError, FixError) as error:
        return FileFix(path, error=error.message)


def choose_and_fix(linter: Linter, original: Original, choose: Choose, *, in_quotations: bool) -> Fixed:
    """The fix of a file by choices made for its findings one by one. Raises ReadError or FixError."""
    return fix(original.data, Proofread(linter, original.path), choose, in_quotations=in_quotations, once=True)


def write(file_fix: FileFix) -> str | None:
    """Writes a fix to its file; returns what stopped it, if anything did."""
    if not file_fix.is_changed:
        return file_fix.error
    assert file_fix.original is not None and file_fix.fixed is not None
    try:
        replace_file(file_fix.original, file_fix.fixed.data)
    except LinterError as error:
        return error.message
    return None
