"""How text is shown on a terminal: harmless, in columns, with or without colour."""

from __future__ import annotations

import unicodedata

from linter.named_tuples import NamedTuple

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


class View(NamedTuple):
    """How to show a report. `width` is in columns of the terminal; None where lines are never broken."""

    color: bool = False
    width: int | None = None
    show_suppressed: bool = False
    statistics: bool = False


def counted(count: int, noun: str) -> str:
    """*1 file*, *1,200 files*."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def harmless(text: str) -> str:
    """A text that cannot steer the terminal: control characters become pictures, overrides of direction their names."""
    return isolated(visible(text))


def visible(text: str) -> str:
    if text.isprintable():
        return text
    shown = []
    for character in text:
        if character == "\t":
            shown.append(" ")
        elif ord(character) < 0x20:
            shown.append(chr(0x2400 + ord(character)))
        elif character.isprintable() or character == "\u200d":
            shown.append(character)
        elif unicodedata.category(character) == "Zs":
            shown.append(" ")
        else:
            shown.append(f"<U+{ord(character):04X}>")
    return "".join(shown)


def width_of(text: str) -> int:
    """How many columns a text takes: wide characters take two, combining marks none (Unicode Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) or c in (_ISOLATE, _END_ISOLATE) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def isolated(text: str) -> str:
    """A text with right-to-left letters stays a unit of its own and does not reorder what stands around it."""
    if text.isascii() or not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        return text
    return f"{_ISOLATE}{text}{_END_ISOLATE}"
