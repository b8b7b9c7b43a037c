"""Transcripts in running text: lines that begin with the name of a speaker and a colon.

A colon after capitals is a dateline, a notice or a form more often than a speaker (*KYIV: …*, *UPDATE: …*, *WHERE: …*), so
a line alone proves little: its neighbours and its words have to agree.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from linter.voice.reporting import NOTICES

_WINDOW = 3_000
"""Code points on either side in which other turns of the same conversation are looked for."""


_TURN = 40
"""A turn has at most so many lines in one paragraph."""


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"^[ \t>]*([A-Z][\w.'’-]{0,24}(?:[ ][A-Z(][\w.'’()-]{0,24}){0,4})[ ]?:[ \t]+(?=\S)", re.MULTILINE)


@cache
def _conversation() -> re.Pattern[str]:
    return re.compile(r"\b(?:I|we|you|my|our|your|me|us|I['’]m|We|You|My|Our|Your)\b|\?")


def turn_at(text: str, start: int, offset: int) -> tuple[bool, str | None]:
    """Does `offset` of `text` stand in a speaker's turn, and whose? Looks at the lines from `start`, where its block begins."""
    line = text.rfind("\n", start, offset) + 1 or start
    for _ in range(_TURN):
        line = max(line, start)
        match = _label().match(text, line)
        if match:
            if match.end() > offset or not _is_speaker(text, match):
                return False, None
            name = match.group(1)
            return True, None if name in ("Q", "A") else name
        if line <= start:
            return False, None
        line = text.rfind("\n", start, line - 1) + 1
    return False, None


def _is_speaker(text: str, match: re.Match[str]) -> bool:
    label = match.group(1)
    if label in ("Q", "A"):
        return True
    if label.lower().replace("’", "'") in NOTICES:
        return False
    low, high = max(0, match.start() - _WINDOW), min(len(text), match.end() + _WINDOW)
    low = text.rfind("\n", 0, low) + 1
    turns = list(_label().finditer(text, low, high))
    labels = Counter(turn.group(1) for turn in turns if turn.group(1).lower() not in NOTICES)
    if labels[label] > 1 and len(labels) > 1:
        return True
    if not label.isupper():
        return False
    spoken = [
        turn
        for turn in turns
        if turn.group(1).isupper() and _conversation().search(text, turn.end(), _line_end(text, turn.end()))
    ]
    return any(turn.start() == match.start() for turn in spoken) or (len(labels) > 1 and bool(spoken))


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n\n", offset)
    return min(len(text) if end < 0 else end, offset + 400)
