from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.errors import ReadError
from linter.formats import text
from linter.spans import Span


def test_the_text_is_the_source() -> None:
    document = text.read("one\r\ntwo\n\nthrée\f\u2028".encode())
    assert document.text == document.source == "one\r\ntwo\n\nthrée\f\u2028"
    assert document.map is None
    assert document.wrapped
    assert document.source_span(Span(2, 5)) == Span(2, 5)


def test_the_byte_order_mark_is_not_part_of_it() -> None:
    assert text.read("\ufeffa".encode("utf-16-le")).text == "a"


def test_rewrite_keeps_line_endings() -> None:
    assert text.rewrite(b"in Kiev\r\n", [(Span(3, 7), "Kyiv")]) == b"in Kyiv\r\n"


@given(st.binary())
def test_law_read_or_refused(data: bytes) -> None:
    try:
        document = text.read(data)
    except ReadError:
        return
    assert document.source == document.text
