"""Plain tables for a terminal: columns, wrapped cells, widths as the terminal shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from linter.display import View, harmless, width_of

GAP = "  "
PAGE_WIDTH = 80
"""How wide a table is where there is no terminal to ask."""

_LEAST = 8
_ISOLATES = str.maketrans("", "", "⁨⁩")


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `wraps`: it shares the room that the others leave, and breaks its cells into lines."""

    title: str
    align: Literal["left", "right"] = "left"
    wraps: bool = False


class Layout:
    """How wide each column of a table is, so that its rows fit `width` columns of the terminal if their cells let them.

    Rows may then be printed in any order and with anything between them. Lines never end in blanks.
    """

    def __init__(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int, *, indent: int = 0) -> None:
        self._columns = columns
        self._indent = " " * indent
        cleaned = [[clean(cell) for cell in row] for row in rows]
        self._widths = _widths(columns, [[column.title for column in columns], *cleaned], width - indent)

    def head(self) -> list[str]:
        """The line of titles."""
        return self.row([column.title for column in self._columns])

    def row(self, cells: Sequence[str]) -> list[str]:
        """The lines of one row."""
        wrapped = [
            wrap(clean(cell), width) if column.wraps else [clean(cell)]
            for column, cell, width in zip(self._columns, cells, self._widths, strict=True)
        ]
        height = max(len(lines) for lines in wrapped)
        filled = [lines + [""] * (height - len(lines)) for lines in wrapped]
        return [
            (self._indent + GAP.join(map(pad, line, self._widths, (column.align for column in self._columns)))).rstrip()
            for line in zip(*filled, strict=True)
        ]


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, *, indent: int = 0) -> list[str]:
    """The lines of a whole table, titles first."""
    layout = Layout(columns, rows, width, indent=indent)
    return [*layout.head(), *(line for row in rows for line in layout.row(row))]


def clean(text: str) -> str:
    """A text in one line that cannot steer the terminal."""
    return harmless(" ".join(text.split())).translate(_ISOLATES)


def paint(text: str, style: Literal["bold", "dim"], view: View) -> str:
    """The text in a style of the terminal, where the view has colour."""
    return f"\x1b[{'1' if style == 'bold' else '2'}m{text}\x1b[0m" if view.color else text


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, at least one; broken at blanks, a long word where it must be."""
    width = max(1, width)
    lines, line, used = [], "", 0
    for word in text.split(" "):
        size = width_of(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        while size > width:
            head = fit(word, width)
            if not head:
                break
            lines.append(head)
            word = word[len(head) :]
            size = width_of(word)
        line, used = word, size
    return [*lines, line] if line or not lines else lines


def fit(text: str, width: int) -> str:
    """As much of the beginning of a text as goes into `width` columns."""
    if text.isascii():
        return text[:width]
    end, used = 0, 0
    for end, character in enumerate(text):
        used += width_of(character)
        if used > width:
            return text[:end]
    return text


def fit_end(text: str, width: int) -> str:
    """As much of the end of a text as goes into `width` columns."""
    return fit(text[::-1], width)[::-1]


def pad(text: str, width: int, align: str = "left") -> str:
    """The text with blanks up to a width in columns."""
    blanks = " " * (width - width_of(text))
    return blanks + text if align == "right" else text + blanks


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    natural = [max([width_of(row[i]) for row in rows], default=0) for i in range(len(columns))]
    wrapping = sorted((i for i, column in enumerate(columns) if column.wraps), key=lambda i: natural[i])
    room = width - len(GAP) * (len(columns) - 1) - sum(n for i, n in enumerate(natural) if i not in wrapping)
    for done, index in enumerate(wrapping):  # the narrow ones first: what they do not need is the others'
        natural[index] = min(natural[index], max(_LEAST, room // (len(wrapping) - done)))
        room -= natural[index]
    return natural
