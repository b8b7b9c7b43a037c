from __future__ import annotations

import codecs
import io
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import decoding
from linter.decoding import Decoded, codec_of, decode, decode_pieces, encode, rewrite, splice
from linter.errors import FixError, ReadError
from linter.spans import Span


@pytest.mark.parametrize(
    ("data", "encoding", "text", "codec"),
    [
        pytest.param(b"", None, "", "utf-8", id="empty"),
        pytest.param("naïve\r\n".encode(), None, "naïve\r\n", "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + "é".encode(), None, "é", "utf-8", id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF8 + "é".encode(), "latin-1", "é", "utf-8", id="the mark beats the settings"),
        pytest.param(codecs.BOM_UTF16_LE + "é😀".encode("utf-16-le"), None, "é😀", "utf-16-le", id="utf-16 le"),
        pytest.param(codecs.BOM_UTF16_BE + "é😀".encode("utf-16-be"), None, "é😀", "utf-16-be", id="utf-16 be"),
        pytest.param("é".encode("utf-16-le"), "utf-16-le", "é", "utf-16-le", id="utf-16 named"),
        pytest.param(b"caf\xe9 \x93x\x94", "ISO-8859-1", "café “x”", "windows-1252", id="latin-1 is windows-1252"),
        pytest.param(b"\x81\x9d", "windows-1252", "\x81\x9d", "windows-1252", id="open places are controls"),
        pytest.param("Киев".encode("cp1251"), "windows-1251", "Киев", "windows-1251", id="cyrillic"),
        pytest.param("戦争".encode("shift_jis"), "Shift_JIS", "戦争", "cp932", id="japanese"),
        pytest.param("ü".encode("cp437"), "cp437", "ü", "cp437", id="an encoding only Python knows"),
    ],
)
def test_decode_and_back(data: bytes, encoding: str | None, text: str, codec: str) -> None:
    decoded = decode(data, encoding)
    assert (decoded.text, decoded.encoding) == (text, codec)
    assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        pytest.param(
            b"x" * 512 + b"\xe9 la",
            None,
            "not UTF-8: byte 0xE9 at offset 512; save it as UTF-8 or name its encoding in rules.yaml",
            id="latin-1",
        ),
        pytest.param(b"abc\xe2\x80", None, "not UTF-8: byte 0xE2 at offset 3", id="cut off"),
        pytest.param(codecs.BOM_UTF8 + b"a\xff", None, "byte 0xFF at offset 4", id="offset counts the mark"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", None, "not UTF-16: byte 0x62 at offset 4", id="half a unit"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8", None, "not UTF-16: byte 0x00 at offset 2", id="half a pair"),
        pytest.param(b"PK\3\4\0\0", None, "looks like a binary file", id="binary"),
        pytest.param(b"a\0b", "latin-1", "looks like a binary file", id="binary in one byte"),
        pytest.param("a\0b".encode("utf-16"), None, "looks like a binary file", id="binary in two bytes"),
        pytest.param("a".encode("utf-32"), None, "looks like a binary file", id="utf-32"),
        pytest.param(b"a", "klingon", "no encoding is called 'klingon'", id="unknown"),
        pytest.param(b"a", "base64", "no encoding is called 'base64'", id="no text encoding"),
        pytest.param(b"a", "a\0b", "no encoding is called", id="nonsense"),
        pytest.param(b"\\ud800", "unicode_escape", "half a character at code point 0", id="surrogate"),
        pytest.param(b"\x80", "ascii-8", "no encoding is called", id="near miss"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(ReadError) as error:
        decode(data, encoding)
    assert message in str(error.value)


def test_labels() -> None:
    assert codec_of(" Latin1 ") == codec_of("us-ascii") == "windows-1252"
    assert codec_of("UTF8") == codec_of("utf_8") == "utf-8"
    assert codec_of("gb2312") == "gb18030"


def test_text_that_the_encoding_cannot_hold() -> None:
    with pytest.raises(FixError, match="windows-1252 cannot hold 'ж'"):
        encode("ж", Decoded("", "windows-1252"))


def test_rewrite_touches_nothing_else() -> None:
    data = codecs.BOM_UTF8 + "Kiev – Kiev\r\nend\r".encode()
    edits = [(Span(7, 11), "Kyiv"), (Span(0, 4), "Kyiv")]
    assert rewrite(data, edits) == codecs.BOM_UTF8 + "Kyiv – Kyiv\r\nend\r".encode()


def test_rewrite_in_utf_16() -> None:
    data = "😀 Kiev\r\n".encode("utf-16")
    assert rewrite(data, [(Span(2, 6), "Kyiv")]) == "😀 Kyiv\r\n".encode("utf-16")


def test_rewrite_refuses_what_would_change_the_rest() -> None:
    data = b"+AGE- Kiev"  # UTF-7 has several ways to write an `a`
    with pytest.raises(FixError, match="cannot be written back as it was"):
        rewrite(data, [(Span(2, 6), "Kyiv")], "utf-7")


@pytest.mark.parametrize("spans", [[(0, 3), (2, 4)], [(3, 9)], [(-1, 2)], [(3, 2)]])
def test_splice_refuses_bad_spans(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(FixError):
        splice("abcdef", [(Span(*span), "x") for span in spans])


def test_splice_takes_neighbours_and_insertions() -> None:
    assert splice("abcd", [(Span(2, 4), "Y"), (Span(0, 2), "X"), (Span(2, 2), "-")]) == "X-Y"


_TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(_TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_law_round_trip(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    decoded = decode(data)
    assert encode(decoded.text, decoded) == data == rewrite(data, [])
    assert rewrite(data, [(Span(0, 0), "")]) == data


@given(st.binary(), st.sampled_from([None, "latin-1", "gbk", "utf-16-le", "shift_jis", "utf-7", "iso-2022-jp", "big5"]))
def test_law_bytes_are_read_or_refused(data: bytes, encoding: str | None) -> None:
    try:
        decode(data, encoding)
    except ReadError:
        pass


def _in_pieces(data: bytes, encoding: str | None, size: int) -> str:
    with mock.patch.object(decoding, "_PIECE", size):
        return "".join(decode_pieces(io.BytesIO(data), encoding))


@given(
    text=st.text("aé\u20ac😀\n\r\u0416戦", max_size=60),
    encoding=st.sampled_from(["utf-8", "utf-16-le", "gb18030", "windows-1252", "utf-8-sig"]),
    size=st.integers(3, 20),
)
def test_law_pieces_are_the_whole(text: str, encoding: str, size: int) -> None:
    data = text.encode(encoding, "ignore")
    named = None if encoding == "utf-8-sig" else encoding
    assert _in_pieces(data, named, size) == decode(data, named).text


@given(data=st.binary(max_size=40), encoding=st.sampled_from([None, "utf-16-le", "shift_jis"]), size=st.integers(3, 50))
def test_law_what_cannot_be_read_cannot_be_read_in_pieces(data: bytes, encoding: str | None, size: int) -> None:
    try:
        whole = decode(data, encoding).text
    except ReadError:
        with pytest.raises(ReadError):
            _in_pieces(data, encoding, size)
    else:
        assert _in_pieces(data, encoding, size) == whole


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(b"a" * 50 + b"\xff" + b"a" * 9, None, id="in a later piece"),
        pytest.param(codecs.BOM_UTF8 + b"a" * 8 + b"\xe2\x80A", None, id="begun in the piece before"),
        pytest.param("é".encode("utf-16-le") * 20 + b"\x00\xd8", "utf-16-le", id="half a pair at the end"),
        pytest.param(b"ab" * 30 + b"\0", None, id="binary"),
    ],
)
@pytest.mark.parametrize("size", [3, 4, 7, 16])
def test_pieces_say_what_the_whole_says(data: bytes, encoding: str | None, size: int) -> None:
    with pytest.raises(ReadError) as whole:
        decode(data, encoding)
    with pytest.raises(ReadError) as pieces:
        _in_pieces(data, encoding, size)
    assert pieces.value.message == whole.value.message
