"""The fold: what the matcher compares. Case, quotation marks, hyphens, white space and compatibility forms are made one.

Whole-string calls do the work. What changes the length of a stretch (a soft hyphen, a run of blanks, a ligature, a hyphen
at the end of a wrapped line) adds a run to the offset map, and is looked at only in a text in which a search finds it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from linter.spans import OffsetMap

BOUNDARY = "\x1e"
"""Stands in a folded text where a block ends. No variant contains it."""

HYPHENS = "-‐‑‒–—―−﹘﹣－"
APOSTROPHES = "'‘’‚‛ʼ＇`´"
QUOTES = '"“”„‟«»‹›「」『』〝〞〟＂'
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\x85"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_SAME_LENGTH = {
    character: folded
    for characters, folded in ((HYPHENS[1:], "-"), (APOSTROPHES[1:], "'"), (QUOTES[1:], '"'), (BLANKS, " "), ("…", "."))
    for character in characters
}
_ASCII = bytes(range(256)).lower().translate(bytes.maketrans(b"\n\t\r\v\f`", b"     '"))
_RARE_BLANKS = "\t\r\v\f"
_NEWLINE_PAIRS = (" \n", "\n ", "-\n")
_BLANK_LINE = re.compile(r"\n[ \t\v\f\r]*\n|\r[ \t\v\f]*\r")
_BLANK_RUN = r"[ \n\t\r\v\f][ \n\t\r\v\f]+"
_WRAPPED_HYPHEN = r"[-\u00ad][ \t]*[\n\r]+[ \t]*(?=[^\W\d_])"


class Folded(NamedTuple):
    """A folded text in UTF-8, and the map from its characters to those of the text; None where all offsets are the same."""

    data: bytes
    map: OffsetMap | None

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "surrogatepass")

    @property
    def words(self) -> int:
        """How many words it has, as the gaps between them tell."""
        return self.data.count(b" ") + self.data.count(b"\x1e") // 2 + 1 if self.data.strip() else 0


def fold(text: str, *, keep_wrapped_hyphens: bool = False) -> Folded:
    """Folds a text.

    A hyphen at the end of a line inside a word falls away, as the hyphen of a word that was divided there; with
    `keep_wrapped_hyphens` it stays and only the line break falls away, as in a word that has one anyway.
    """
    text = text.replace("\n\n", BOUNDARY * 2)
    if text.isascii():
        uneven, data = "", text.encode().translate(_ASCII)
    else:
        for character, folded in _SAME_LENGTH.items():
            if character in text:
                text = text.replace(character, folded)
        uneven, data = _uneven_characters(text), b""
    if uneven or _has_uneven_blanks(text, data):
        return _fold_uneven(text, _uneven_stretches(uneven), keep_wrapped_hyphens)
    return Folded(data or _fold_same_length(text), None)


def _has_uneven_blanks(text: str, data: bytes) -> bool:
    """Are there runs of blanks, or lines that end in a hyphen? `data`: the folded text where it is at hand, in which one search
    finds what takes four in the text. An expression for all of them would cost ten times as much."""
    if any(blank in text for blank in _RARE_BLANKS):
        return True
    if data:
        return b"  " in data or (b"- " in data and "-\n" in text)
    return "  " in text or ("\n" in text and any(pair in text for pair in _NEWLINE_PAIRS))


def fold_word(text: str) -> str:
    """The folded form of a word or phrase that stands by itself: a variant, a word of a condition."""
    return fold(text.strip()).text


def _fold_uneven(text: str, stretches: re.Pattern[str], keep_wrapped_hyphens: bool) -> Folded:
    offsets = OffsetMap()
    pieces: list[str] = []
    length = done = 0
    for stretch in stretches.finditer(text):
        start, end = stretch.span()
        piece = _fold_stretch(text[start:end], keep_wrapped_hyphens)
        length += start - done
        pieces += (text[done:start], piece)
        if len(piece) != end - start:
            offsets.add(length, length + len(piece), start, end)
        length += len(piece)
        done = end
    pieces.append(text[done:])
    return Folded(_fold_same_length("".join(pieces)), offsets if len(offsets) else None)


def _uneven_characters(text: str) -> str:
    """The characters of the text that do not fold to exactly one by themselves, apart from ASCII white space."""
    if text.isascii():
        return ""
    is_plain = unicodedata.is_normalized("NFKC", text) and len(text.casefold()) == len(text)
    if is_plain and not any(character in text for character in INVISIBLE):
        return ""
    return "".join(sorted(c for c in set(text) if _composes(c) or len(_fold_character(c)) != 1))


def _composes(character: str) -> bool:
    """May it become one with the character before it: an accent, the vowel or final consonant of a Hangul syllable?"""
    return unicodedata.combining(character) != 0 or "\u1161" <= character <= "\u11c2"


@cache
def _uneven_stretches(uneven: str) -> re.Pattern[str]:
    alternatives = [_WRAPPED_HYPHEN, _BLANK_RUN]
    combining = "".join(c for c in uneven if _composes(c))
    if combining:
        alternatives.append(f"[^ \\t\\r\\n][{re.escape(combining)}]+")
    if uneven:
        alternatives.append(f"[{re.escape(uneven)}]")
    return re.compile("|".join(alternatives))


def _fold_stretch(stretch: str, keep_wrapped_hyphens: bool) -> str:
    if stretch.isspace() and BOUNDARY not in stretch:
        return BOUNDARY if _BLANK_LINE.search(stretch) else " "
    if stretch[0] in "-\u00ad" and stretch[-1] in " \t\r\n":
        return "-" if keep_wrapped_hyphens and stretch[0] != "\u00ad" else ""
    return "".join(map(_fold_character, unicodedata.normalize("NFC", stretch)))


@cache
def _fold_character(character: str) -> str:
    """What one character becomes: none, one or several characters."""
    if character in INVISIBLE:
        return ""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())


def _fold_same_length(text: str) -> bytes:
    if text.isascii():
        return text.encode().translate(_ASCII)
    if unicodedata.is_normalized("NFKC", text):
        text = text.casefold()
    else:
        for character in set(text):
            folded = _fold_character(character)
            if folded != character and len(folded) == 1:
                text = text.replace(character, folded)
    return text.encode("utf-8", "surrogatepass").translate(_ASCII)
