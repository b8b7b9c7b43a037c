"""Laws 1 and 2: every character leads back to its source, and every offset has one position."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.folding import fold
from linter.spans import LineIndex, Position, Span, TextBuilder

TEXTS = st.text(st.sampled_from("aAbé\u0301\u1161한ßİﬁ-’“”…\u00ad\u200b\u00a0\u2028\n\r\t .😀\u0085\x1e\ud800"), max_size=40)
PIECES = st.lists(
    st.one_of(
        st.tuples(st.just("copy"), st.text("ab é😀\n", min_size=1, max_size=4)),
        st.tuples(st.just("entity"), st.sampled_from(["&amp;", "&nbsp;", "&fflig;", "\n> "])),
        st.tuples(st.just("markup"), st.sampled_from(["<b>", "</b>", "<!-- x -->"])),
    ),
    max_size=12,
)
BECOMES = {"&amp;": "&", "&nbsp;": "\u00a0", "&fflig;": "ff", "\n> ": " "}


@settings(deadline=None, max_examples=200)
@given(PIECES)
def test_every_character_of_a_text_leads_back_ascending(pieces: list[tuple[str, str]]) -> None:
    source, builder, expected = "", TextBuilder(), []
    for kind, piece in pieces:
        start, end = len(source), len(source) + len(piece)
        if kind == "copy":
            builder.copy(piece, start)
            expected += [(start + index, start + index + 1) for index in range(len(piece))]
        elif kind == "entity":
            builder.put(BECOMES[piece], start, end)
            expected += [(start, end)] * len(BECOMES[piece])
        source += piece
    text, offsets = builder.build()
    assert len(text) == len(expected)
    for offset, place in enumerate(expected):
        span = offsets.span(Span(offset, offset + 1))
        assert (span.start, span.end) == place
        if place[1] - place[0] == 1:
            assert source[span.start] == text[offset]


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_every_character_of_a_folded_text_leads_back_ascending(text: str) -> None:
    folded = fold(text)
    last = Span(0, 0)
    for offset in range(len(folded.text)):
        span = folded.map.span(Span(offset, offset + 1)) if folded.map else Span(offset, offset + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert last.start <= span.start
        assert last.end <= span.end
        last = span


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ab\n\r😀\u2028\x0c\ufeff"), max_size=40), st.data())
def test_an_offset_has_one_position(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    position = index.position(offset)
    assert index.offset(position) == offset
    assert 1 <= position.line <= len(index)
    assert position.column >= 1


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ab\n\r😀\u2028\x0c"), max_size=40))
def test_lines_are_what_is_left_when_line_ends_are_one(text: str) -> None:
    index = LineIndex(text)
    spans = [index.line_span(line) for line in range(1, len(index) + 1)]
    assert [text[span.start : span.end] for span in spans] == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(index.position(span.start) == Position(line, 1) for line, span in enumerate(spans, start=1))


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ab\n\r😀\u2028"), max_size=40), st.data())
def test_a_position_is_the_same_however_many_were_asked_for_before(text: str, data: st.DataObject) -> None:
    asked = LineIndex(text)
    for offset in data.draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=8)):
        fresh = LineIndex(text)
        assert asked.position(offset) == fresh.position(offset)
        assert asked.line_around(offset) == fresh.line_span(fresh.position(offset).line)
