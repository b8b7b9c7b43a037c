"""`evenhand init`: a first rules.yaml to start from."""

from __future__ import annotations

import os
import sys

from linter.errors import EXIT_CLEAN, UsageError
from linter.settings import FILE_NAME

TEMPLATE = """\
# Settings of evenhand for this folder and all below it. Every key may be left out.

# Bundled lexicons by name, your own by path; concepts of later ones override those of earlier ones by id.
lexicons: [builtin/en]

# Whose recommendation decides between accepted terms (Zelensky or Zelenskyy): the id of a house, such as ap or bbc.
# house: ap

# By category or concept: error, warning, note or off. `evenhand lexicon list` shows the ids.
severity: {}

# By voice: report, note or ignore.
# voice: {quoted: note}

files:
  include: ["**/*.md", "**/*.html", "**/*.txt"]
  exclude: []

# Concepts that may stand in some files, each for a reason; reported when the date has passed or nothing needs it.
accept: []
#  - {concept: kyiv, files: ["history/**"], reason: period usage, until: 2030-01-01}

# The least severity that makes the exit status 1: error, warning, note or never.
fail-on: warning
"""


def run(folder: str) -> int:
    """Writes rules.yaml into the folder; never over one that is there."""
    path = os.path.join(folder, FILE_NAME)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except FileExistsError as error:
        raise UsageError(f"{path} is there already; nothing was written") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error
    sys.stdout.write(f"{path} written; next: evenhand check {folder}\n")
    return EXIT_CLEAN
