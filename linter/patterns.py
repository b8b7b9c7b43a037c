"""Expressions from a lexicon: the fixed part by which the engine finds them, and a search that is bounded in time."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from linter.folding import fold_word

TIME_LIMIT = 0.1
"""Seconds that one expression may take on one window of text."""

TIMEOUT_LIMIT = 5
"""Windows of one document in which an expression may run out of time; after them it is given up for the document."""

_ESCAPE = r"\\(?:[pPN]\{[^}]*\}|[gkL]<[^>]*>|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"
_PIECE = _ESCAPE + r"|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[?*+]\??|\{\d*,?\d*\}\??|."


def required_literal(pattern: str) -> str:
    """The longest of the stretches that every match of the expression contains; empty where there is none."""
    return max(required_literals(pattern), key=len, default="")


@cache
def required_literals(pattern: str) -> tuple[str, ...]:
    """The stretches of plain letters and blanks that every match of the expression contains; in lower case, without blanks at
    their ends.

    Looks at the top level only: what stands in brackets, before a quantifier or beside a bar is passed over.
    """
    runs, run, depth = [], "", 0
    pieces = [*re.findall(_PIECE, pattern, re.DOTALL), ""]
    for piece, following in zip(pieces, pieces[1:], strict=False):
        if piece == "|" and depth == 0:
            return ()
        depth += (piece == "(") - (piece == ")")
        optional = following[:1] in ("?", "*") or following.startswith("{")
        if depth == 0 and len(piece) == 1 and (piece.isalpha() or piece == " ") and not optional:
            run += piece
        else:
            runs.append(run)
            run = ""
    stripped = (run.strip().lower() for run in (*runs, run))
    return tuple(run for run in stripped if run)


@cache
def compiled(pattern: str) -> Any:
    """The expression, compiled by the `regex` module; without regard to case unless it has a capital letter."""
    import regex

    has_capital = any(c.isupper() for c in re.sub(_ESCAPE, "", pattern, flags=re.DOTALL))
    return regex.compile(pattern, 0 if has_capital else regex.IGNORECASE)


def find_all(pattern: str, text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The non-empty matches in text[start:end], as offsets of the text. None where it takes too long."""
    folded = fold_word(text[start:end])
    if any(fold_word(literal) not in folded for literal in required_literals(pattern)):
        return []  # told without the module `regex`, whose import takes as long as a hundred articles
    try:
        found = compiled(pattern).finditer(text, start, end, timeout=TIME_LIMIT)
        return [match.span() for match in found if match.end() > match.start()]
    except TimeoutError:
        return None
