"""Lines, columns, and the way back from a text to its source."""

from __future__ import annotations

import pytest

from linter.spans import LineIndex, OffsetMap, Position, Span, TextBuilder


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [""], id="empty"),
        pytest.param("one", ["one"], id="no line end"),
        pytest.param("one\n", ["one", ""], id="the last line is empty"),
        pytest.param("one\ntwo\r\nthree\rfour", ["one", "two", "three", "four"], id="three line ends"),
        pytest.param("one\r\n\r\ntwo", ["one", "", "two"], id="CRLF is one line end"),
        pytest.param("one\n\rtwo", ["one", "", "two"], id="LF CR is two"),
        pytest.param("\n\n", ["", "", ""], id="only line ends"),
        pytest.param(
            "one\u2028two\u0085three\x0cfour\x0bfive\x1esix", ["one\u2028two\u0085three\x0cfour\x0bfive\x1esix"], id="no other"
        ),
    ],
)
def test_a_line_ends_at_three_things_and_nothing_else(text: str, lines: list[str]) -> None:
    index = LineIndex(text)
    spans = [index.line_span(line) for line in range(1, len(index) + 1)]
    assert [text[span.start : span.end] for span in spans] == lines


@pytest.mark.parametrize(
    ("text", "at", "line", "column"),
    [
        pytest.param("Kiev", "K", 1, 1, id="first"),
        pytest.param("a\nKiev", "K", 2, 1, id="LF"),
        pytest.param("a\r\nin Kiev", "K", 2, 4, id="CRLF"),
        pytest.param("a\rin Kiev", "K", 2, 4, id="CR"),
        pytest.param("😀😀 Kiev", "K", 1, 4, id="astral characters count once"),
        pytest.param("a\r\nb", "\n", 1, 3, id="inside a line end"),
    ],
)
def test_positions_count_code_points_from_one(text: str, at: str, line: int, column: int) -> None:
    assert LineIndex(text).position(text.index(at)) == Position(line, column)


def test_the_end_of_the_text_has_a_position() -> None:
    assert LineIndex("a\nbc").position(4) == Position(2, 3)
    assert LineIndex("a\n").position(2) == Position(2, 1)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        pytest.param((0, 2), (2, 4), False, False, id="neighbours"),
        pytest.param((0, 3), (2, 4), True, False, id="overlapping"),
        pytest.param((0, 4), (1, 3), True, True, id="inside"),
        pytest.param((1, 3), (0, 4), True, False, id="around"),
        pytest.param((0, 4), (0, 4), True, True, id="same"),
    ],
)
def test_spans_are_half_open(one: tuple[int, int], other: tuple[int, int], overlaps: bool, contains: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlaps
    assert Span(*other).overlaps(Span(*one)) is overlaps
    assert Span(*one).contains(Span(*other)) is contains


def built(*pieces: tuple[str, str]) -> tuple[str, str, OffsetMap]:
    """The source, the text and the map of pieces of source with what they become; equal pieces are copied, "" is markup."""
    source, builder = "", TextBuilder()
    for original, becomes in pieces:
        if original == becomes:
            builder.copy(original, len(source))
        elif becomes:
            builder.put(becomes, len(source), len(source) + len(original))
        source += original
    text, offsets = builder.build()
    return source, text, offsets


@pytest.mark.parametrize(
    ("pieces", "phrase", "expected"),
    [
        pytest.param([("in Kiev", "in Kiev")], "Kiev", "Kiev", id="copied"),
        pytest.param([("a &amp; b", "a &amp; b"), (" in ", " in ")], "in", "in", id="nothing before"),
        pytest.param([("a", "a"), ("&amp;", "&"), ("Kiev", "Kiev")], "Kiev", "Kiev", id="after an entity"),
        pytest.param([("a", "a"), ("&amp;", "&"), ("b", "b")], "&", "&amp;", id="an entity"),
        pytest.param(
            [("in ", "in "), ("<b>", ""), ("Kiev", "Kiev"), ("</b>", ""), (" now", " now")], "Kiev", "Kiev", id="markup around"
        ),
        pytest.param([("Ki", "Ki"), ("<b>", ""), ("ev", "ev")], "Kiev", "Ki<b>ev", id="markup inside"),
        pytest.param(
            [("special", "special"), ("\n> ", " "), ("operation", "operation")],
            "special operation",
            "special\n> operation",
            id="a line break",
        ),
        pytest.param([("<p>", ""), ("Kiev", "Kiev")], "Kiev", "Kiev", id="markup first"),
        pytest.param([("<p>", ""), ("&#75;", "K"), ("iev", "iev")], "Kiev", "&#75;iev", id="markup, then an entity"),
        pytest.param([("a", "a"), ("&nbsp;", " "), ("&nbsp;", " "), ("Kiev", "Kiev")], "Kiev", "Kiev", id="two entities before"),
        pytest.param([("&fflig;", "ff"), ("airs", "airs")], "fairs", "&fflig;airs", id="half of what an entity became"),
    ],
)
def test_a_phrase_of_the_text_leads_back_to_its_source(pieces: list[tuple[str, str]], phrase: str, expected: str) -> None:
    source, text, offsets = built(*pieces)
    start = text.index(phrase)
    span = offsets.span(Span(start, start + len(phrase)))
    assert source[span.start : span.end] == expected


def test_an_empty_span_leads_back_to_an_empty_one() -> None:
    _, _, offsets = built(("in ", "in "), ("<b>", ""), ("Kiev", "Kiev"))
    assert offsets.span(Span(3, 3)) == Span(6, 6)


def test_a_builder_without_pieces_builds_nothing() -> None:
    text, offsets = TextBuilder().build()
    assert (text, len(offsets)) == ("", 0)


def test_what_is_copied_in_one_stretch_needs_no_map() -> None:
    _, text, offsets = built(("in ", "in "), ("Kiev", "Kiev"))
    assert (text, len(offsets)) == ("in Kiev", 0)


@pytest.mark.parametrize(
    ("format", "source"),
    [
        pytest.param("html", "<p>an <b>illegal</b> alien &amp; co", id="tags and entities"),
        pytest.param("html", "<p>one\n  <i>two</i>\n three</p>", id="line ends"),
        pytest.param("markdown", "the *big* [link](x.md)\n> q\n> r", id="markdown"),
        pytest.param("text", "plain text", id="no map"),
    ],
)
def test_every_word_leads_to_the_source_and_back(format: str, source: str) -> None:
    import re

    from linter import formats

    document = formats.load(format).read(source.encode())
    for word in re.finditer(r"\S+(?:\s\S+)?", document.text):
        span = Span(word.start(), word.end())
        assert document.text_span(document.source_span(span)) == span
