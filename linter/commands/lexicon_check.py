"""`evenhand lexicon check`: are lexicon files sound?"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from linter.display import counted
from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_INVALID, LexiconError, Origin
from linter.lexicon import Lexicon
from linter.lexicon_locations import LexiconName
from linter.rulebook import load_lexicon
from linter.terminal import announce


def run(paths: Sequence[str], *, strict: bool) -> int:
    """Checks files and folders, by default the bundled lexicon and then strictly; problems go to standard output."""
    names: list[LexiconName] = [(path, os.getcwd(), Origin(path)) for path in paths]
    if not paths:
        names, strict = [("builtin", os.getcwd(), Origin("builtin"))], True
    try:
        lexicon = load_lexicon(names)
    except LexiconError as error:
        for problem in error.problems:
            sys.stdout.write(f"{problem}\n")
        announce(f"{counted(len(error.problems), 'problem')}; the lexicon cannot be used")
        return EXIT_INVALID
    problems = _problems(lexicon, strict=strict)
    for line in problems:
        sys.stdout.write(f"{line}\n")
    terms = sum(len(concept.terms) for concept in lexicon.concepts)
    found = counted(len(problems), "problem") if problems else "no problems"
    announce(f"{counted(len(lexicon.concepts), 'concept')}, {counted(terms, 'term')}: {found}")
    return EXIT_FINDINGS if problems else EXIT_CLEAN


def _problems(lexicon: Lexicon, *, strict: bool) -> list[str]:
    from linter.examples import check_examples
    from linter.lexicon_checks import check_lexicon

    found = check_examples(lexicon)
    if strict:
        found += check_lexicon(lexicon)
    return [str(problem) for problem in sorted(found, key=lambda p: (p.origin.path, p.origin.line or 0, p.message))]
