"""Tables: widths as the terminal shows them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.display import width_of
from linter.tables import Column, clean, fit, fit_end, pad, table, wrap


def test_table() -> None:
    columns = (Column("name", wraps=True), Column("count", "right"))
    assert table(columns, [("a long name that wraps", "12"), ("b", "3")], 20, indent=2) == [
        "  name         count",
        "  a long name     12",
        "  that wraps",
        "  b                3",
    ]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("one two three", 7, ["one two", "three"], id="at blanks"),
        pytest.param("abcdefgh", 3, ["abc", "def", "gh"], id="a long word is cut"),
        pytest.param("東京都", 4, ["東京", "都"], id="wide characters take two columns"),
        pytest.param("", 5, [""], id="nothing"),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_clean_steers_no_terminal() -> None:
    assert clean("a\x1b[31mb\nc\td") == "a␛[31mb c d"


@settings(deadline=None)
@given(st.text(), st.integers(2, 40))
def test_nothing_is_wider_than_asked(text: str, width: int) -> None:
    cleaned = clean(text)
    assert all(width_of(line) <= width for line in wrap(cleaned, width))
    assert width_of(fit(cleaned, width)) <= width
    assert width_of(fit_end(cleaned, width)) <= width
    assert "".join(wrap(cleaned, width)).replace(" ", "") == cleaned.replace(" ", "")
    assert width_of(pad(fit(cleaned, width), width)) == width


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.text(), st.integers(0, 10**6).map(str)), max_size=8))
def test_lines_fit_the_page(rows: list[tuple[str, str, str]]) -> None:
    columns = (Column("a", wraps=True), Column("b", wraps=True), Column("n", "right"))
    assert all(width_of(line) <= 60 and line == line.rstrip() for line in table(columns, rows, 60, indent=2))
