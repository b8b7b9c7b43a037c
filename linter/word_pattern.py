"""A word or phrase as an expression that finds it in a text the way a reader would."""

from __future__ import annotations

import re

from linter.folding import HYPHENS

_APOSTROPHES = "'’‘ʼ"


def word_pattern(text: str) -> re.Pattern[str]:
    """What finds a word or phrase as a reader would: whole words, any case, any hyphen, apostrophe and white space."""
    parts = []
    for character in text:
        if character == " ":
            parts.append(r"\s+")
        elif character == "*":
            parts.append(r"\w*")
        elif character in HYPHENS:
            parts.append(f"[{re.escape(HYPHENS)}]")
        elif character in _APOSTROPHES:
            parts.append(f"[{_APOSTROPHES}]")
        else:
            parts.append(re.escape(character))
    start = r"(?<!\w)" if text[0].isalnum() else ""
    end = r"(?!\w)" if text[-1].isalnum() else ""
    return re.compile(f"{start}{''.join(parts)}{end}", re.IGNORECASE)
