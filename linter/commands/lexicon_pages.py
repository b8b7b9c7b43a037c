"""`evenhand lexicon pages FOLDER`: the pages of a lexicon, written or compared."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence

from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, LinterError
from linter.lexicon_pages import MARK, pages
from linter.pipeline import Linter, Options
from linter.rulebook import load_lexicon
from linter.terminal import announce
from linter.writing import write_whole


def run(folder: str, *, check: bool, lexicons: Sequence[str]) -> int:
    """Writes the pages into the folder, and removes those that are no longer made; with `check`, only names what is stale."""
    lexicon = load_lexicon(Linter(Options(lexicons=tuple(lexicons))).settings_for(os.getcwd()).lexicons)
    made = pages(lexicon)
    stale = [name for name, text in made.items() if _read(os.path.join(folder, name)) != text]
    left_over = list(_left_over(folder, made))
    if check:
        sys.stdout.writelines(f"{os.path.join(folder, name)}: stale; run evenhand lexicon pages {folder}\n" for name in stale)
        sys.stdout.writelines(f"{os.path.join(folder, name)}: a page of no category\n" for name in left_over)
        return EXIT_FINDINGS if stale or left_over else EXIT_CLEAN
    try:
        os.makedirs(folder, exist_ok=True)
        for name in stale:
            write_whole(os.path.join(folder, name), made[name].encode())
        for name in left_over:
            os.remove(os.path.join(folder, name))
    except OSError as error:
        raise LinterError(f"{folder}: cannot be written: {error.strerror or error}") from error
    announce(f"{len(stale)} of {len(made)} pages written to {folder}" + (f", {len(left_over)} removed" if left_over else ""))
    return EXIT_CLEAN


def _left_over(folder: str, made: Mapping[str, str]) -> Iterator[str]:
    """The pages that were made once and belong to no category now; other files stay as they are."""
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    for name in names:
        if name.endswith(".md") and name not in made and (_read(os.path.join(folder, name)) or "").startswith(MARK):
            yield name


def _read(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None
