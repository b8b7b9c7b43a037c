"""Bytes to text and back: which encoding a file is in, and how edits are written into it again.

A byte-order mark decides; then the encoding that the settings or the format name; then UTF-8. Nothing is guessed: a
file that does not fit is an error that names the byte, for a guessed encoding would be written back by `fix`. Labels
mean what they mean on the web (https://encoding.spec.whatwg.org/#names-and-labels): `iso-8859-1` is windows-1252.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import FileIO
from typing import BinaryIO

from linter.errors import FixError, ReadError
from linter.named_tuples import NamedTuple
from linter.spans import Span

_UTF_8 = "utf-8"
_BOMS = ((codecs.BOM_UTF8, _UTF_8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ANY_BOM = tuple(bom for bom, _ in _BOMS)
_WIDE = ("utf-16", "utf-32")

_LABELS = {
    "windows-1252": "ansi_x3.4-1968 ascii cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 l1 latin1 "
    "latin-1 us-ascii x-cp1252 cp1252",
    "windows-1254": "iso-8859-9 iso8859-9 iso_8859-9 l5 latin5 x-cp1254 cp1254",
    "cp874": "iso-8859-11 iso8859-11 tis-620 dos-874 windows-874",
    "windows-1250": "x-cp1250",
    "windows-1251": "x-cp1251",
    "mac_roman": "macintosh mac x-mac-roman",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb2312 gbk x-gbk chinese gb_2312-80 iso-ir-58",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "cp932": "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji ms932",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 korean windows-949",
    _UTF_8: "utf8 unicode-1-1-utf-8 x-unicode20utf8",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}

_PIECE = 1 << 20

_C1 = "evenhand-c1"
"""Error handler: the five bytes that windows-1252 leaves open are C1 controls on the web, not errors."""


class Decoded(NamedTuple):
    """The text of a file, and what is needed to write it again: a codec's name and the byte-order mark, if any."""

    text: str
    encoding: str
    bom: bytes = b""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of `data`, without its byte-order mark. `encoding` is a label; a byte-order mark beats it."""
    if data.startswith(_ANY_BOM):
        bom, codec = next((bom, codec) for bom, codec in _BOMS if data.startswith(bom))
        return Decoded(_strictly(data, codec, len(bom)), codec, bom)
    codec = _UTF_8 if encoding is None else codec_of(encoding)
    if codec == _UTF_8 or not codec.startswith(_WIDE):
        _refuse_binary(b"\0" in data)
    return Decoded(_strictly(data, codec, 0), codec)


def decode_pieces(file: BinaryIO | FileIO, encoding: str | None = None) -> Iterator[str]:
    """The text of a file as `decode` gives it, in pieces of a megabyte, so that it need not fit into memory."""
    data = file.read(_PIECE)
    bom, codec = next(((bom, codec) for bom, codec in _BOMS if data.startswith(bom)), (b"", None))
    codec = codec or (_UTF_8 if encoding is None else codec_of(encoding))
    decoder = codecs.getincrementaldecoder(codec)(_errors(codec))
    data, byte, point = data[len(bom) :], len(bom), 0
    while True:
        following = file.read(_PIECE)
        if not codec.startswith(_WIDE):
            _refuse_binary(b"\0" in data)
        waiting = len(decoder.getstate()[0])
        try:
            text = decoder.decode(data, final=not following)
            text.encode()  # some codecs let surrogates through, which nothing after this can write or search
        except UnicodeError as error:
            raise _not_decoded(error, codec, byte - waiting, point) from error
        _refuse_binary("\0" in text)
        yield text
        if not following:
            return
        data, byte, point = following, byte + len(data), point + len(text)


def encode(text: str, decoded: Decoded) -> bytes:
    """The bytes of `text` in the encoding, and with the byte-order mark, of the file it came from."""
    try:
        return decoded.bom + text.encode(decoded.encoding, _errors(decoded.encoding))
    except UnicodeEncodeError as error:
        wanted = text[error.start]
        message = f"{decoded.encoding} cannot hold {wanted!r} (U+{ord(wanted):04X}); save the file as UTF-8"
        raise FixError(message) from error


def rewrite(data: bytes, edits: Sequence[tuple[Span, str]], encoding: str | None = None) -> bytes:
    """`data` with each span of its text replaced; spans count code points as in `Document.source`.

    What no edit touches stays as it is, byte for byte.
    """
    if not edits:
        return data
    decoded = decode(data, encoding)
    if encode(decoded.text, decoded) != data:
        raise FixError(f"the file cannot be written back as it was in {decoded.encoding}; save it as UTF-8")
    return encode(splice(decoded.text, edits), decoded)


def splice(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    """`text` with each span replaced. The edits may come in any order; none may overlap another."""
    pieces: list[str] = []
    done = 0
    for span, replacement in sorted(edits):
        if not done <= span.start <= span.end <= len(text):
            raise FixError(f"an edit at {span.start} overlaps another, or lies outside the file")
        pieces += (text[done : span.start], replacement)
        done = span.end
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=64)
def codec_of(label: str) -> str:
    """The name of the codec that an encoding label means; ReadError if there is none for text."""
    name = label.strip().lower()
    name = _CODECS.get(name, name)
    try:
        info = codecs.lookup(name)
        "".encode(name)  # a codec that is none for text (`base64`, `rot13`) says so here
    except (LookupError, ValueError, UnicodeError) as error:
        raise ReadError(f"no encoding is called {label!r}") from error
    return _UTF_8 if info.name == _UTF_8 else name


def _strictly(data: bytes, codec: str, skip: int) -> str:
    try:
        if codec == _UTF_8:
            text = (data[skip:] if skip else data).decode()
        else:
            text = data[skip:].decode(codec, _errors(codec))
            text.encode()  # some codecs let surrogates through, which nothing after this can write or search
    except UnicodeError as error:
        raise _not_decoded(error, codec, skip, 0) from error
    if codec != _UTF_8 or skip:
        _refuse_binary("\0" in text)
    return text


def _not_decoded(error: UnicodeError, codec: str, byte: int, point: int) -> ReadError:
    """What is wrong with a file; the error speaks of what begins at a byte and at a code point of it."""
    if isinstance(error, UnicodeEncodeError):
        return ReadError(f"not {codec}: it decodes to half a character at code point {point + error.start}")
    if not isinstance(error, UnicodeDecodeError):  # a codec's own complaint, without a place
        return ReadError(f"not {codec}: {error}")
    if error.start >= len(error.object):
        wrong = "the last character is cut off"
    else:
        wrong = f"byte 0x{error.object[error.start]:02X} at offset {byte + error.start}"
    return ReadError(f"not {_shown(codec)}: {wrong}; save it as UTF-8 or name its encoding in rules.yaml")


def _refuse_binary(has_nul: bool) -> None:
    if has_nul:
        raise ReadError("looks like a binary file: it holds NUL bytes")


def _shown(codec: str) -> str:
    return re.sub(r"^utf-(8|16).*", r"UTF-\1", codec)


def _errors(codec: str) -> str:
    if codec != "windows-1252":
        return "strict"
    try:
        codecs.lookup_error(_C1)
    except LookupError:
        codecs.register_error(_C1, _c1_controls)
    return _C1


def _c1_controls(error: UnicodeError) -> tuple[str | bytes, int]:
    if isinstance(error, UnicodeDecodeError):
        return chr(error.object[error.start]), error.start + 1
    if isinstance(error, UnicodeEncodeError) and error.object[error.start] in "\x81\x8d\x8f\x90\x9d":
        return error.object[error.start].encode("latin-1"), error.start + 1
    raise error
