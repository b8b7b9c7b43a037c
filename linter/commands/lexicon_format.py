"""`evenhand lexicon format`: lexicon files in their canonical layout."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, LexiconError, LinterError, Origin, Problem, UsageError
from linter.lexicon import Lexicon
from linter.lexicon_files import parse_lexicon
from linter.lexicon_layout import layout
from linter.lexicon_locations import BUILTIN, LexiconFile, read_lexicons
from linter.terminal import announce
from linter.writing import write_whole


def run(paths: Sequence[str], *, check: bool) -> int:
    """Rewrites lexicon files and folders in canonical layout; with `check`, only names the files that are not in it.

    A file is written only after the lexicon read from it has been compared with the one read from its new layout.
    """
    if not paths:
        raise UsageError("name the lexicon files or folders to lay out, such as lexicon")
    files = read_lexicons([(path, os.getcwd(), Origin(path)) for path in paths])
    laid_out = _laid_out(files)
    changed = [(old, new) for old, new in zip(files, laid_out, strict=True) if old.data != new.data]
    if check:
        for old, _ in changed:
            sys.stdout.write(f"{old.name}: not in canonical layout; run evenhand lexicon format {old.name}\n")
        return EXIT_FINDINGS if changed else EXIT_CLEAN
    if changed:
        bundled = [file for file in read_lexicons([(BUILTIN, os.getcwd(), Origin(BUILTIN))]) if not file.is_register]
        # the bundled concepts are there because a mirror may name one
        _compare(parse_lexicon([*bundled, *files]), parse_lexicon([*bundled, *laid_out]))
    for _, new in changed:
        _write(new)
        sys.stdout.write(f"{new.name}: laid out\n")
    announce(f"{len(changed)} of {sum(not _is_bundled(file) for file in files)} files changed")
    return EXIT_CLEAN


def _laid_out(files: Sequence[LexiconFile]) -> list[LexiconFile]:
    """The files in canonical layout; raises LexiconError with the problems of every file that cannot be laid out."""
    found: list[LexiconFile] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(file if _is_bundled(file) else file._replace(data=layout(file.data, file.name).encode()))
        except LexiconError as error:
            problems += error.problems
    if problems:
        raise LexiconError(problems)
    return found


def _is_bundled(file: LexiconFile) -> bool:
    """Was it read by its name as a part of this installation, not by its path?"""
    return file.location.split("/")[0] == BUILTIN


def _compare(before: Lexicon, after: Lexicon) -> None:
    kept = after._replace(fingerprint=before.fingerprint)
    if before != kept:
        changed = [old.id for old, new in zip(before.concepts, after.concepts, strict=False) if old != new]
        raise LinterError(
            f"the layout would change what the lexicon says ({', '.join(changed[:3]) or 'its registers'}); nothing was written"
        )


def _write(file: LexiconFile) -> None:
    try:
        write_whole(file.name, file.data)
    except OSError as error:
        raise LinterError(f"{file.name}: cannot be written: {error.strerror or error}") from error
