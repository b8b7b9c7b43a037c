"""The fold: what the matcher compares. Case, quotation marks, hyphens, white space and compatibility forms are made one.

Whole-string calls do the work. What changes the length of a stretch (a soft hyphen, a run of blanks, a ligature, a hyphen
at the end of a wrapped line) adds a run to the offset map, and is looked at only in a text in which a search finds it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from zlib import adler32

from linter.named_tuples import NamedTuple
from linter.spans import OffsetMap, Run

if TYPE_CHECKING:
    import hyperscan

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
_USUAL = tuple((character, _SAME_LENGTH[character]) for character in "’“”—–‘…\u00a0")
"""What English print has beside ASCII, and most texts have nothing else: replaced without a look at which of them there are."""
_ASCII_CHARACTERS = bytes(range(128))
_ASCII = bytes(range(256)).lower().translate(bytes.maketrans(b"\n\t\r\v\f`", b"     '"))
_UNEVEN_BLANKS = (b"  ", b"\n ", b" \n", b"-\n", b"\t", b"\r", b"\v", b"\f")
"""What stands in a text that has runs of blanks or lines that end in a hyphen, or that may have them."""
_HALF_GAPS = bytes(2 if byte == 0x20 else byte == 0x1E for byte in range(256))
"""A blank is a gap between words; of a boundary two stand in one."""
_SUMMED = 32_000
"""Bytes of a text whose half gaps, two a byte at most, cannot add up to more than that half holds."""
_SHORT = 300
"""Bytes up to which a text is searched for these one by one; in a longer one the engine looks for all of them at once."""
_MOST_REPLACEMENTS = 64
_PLAIN_PHRASE = re.compile(r"[\w'-]+(?: [\w'-]+)*", re.ASCII)
"""What folds to itself but for its capitals, as most words and phrases do."""
_EMPTY_LINE = re.compile("\n\n")  # an expression finds it in two thirds of the time that `str.replace` takes
_BLANK_LINE = r"\n[ \t\v\f\r]*\n|\r[ \t\v\f]*\r"
_BLANK_RUN = r"(?<=[ \n\t\r\v\f])[ \n\t\r\v\f]+"
_WRAPPED_HYPHEN = r"(?<=[-\u00ad])[ \t]*[\n\r]+[ \t]*(?=[^\W\d_])"
_FIRST_UNEVEN = r"- \n\t\r\v\f\u00ad"
_WINDOW = 1_000
"""Code points that are looked at together for stretches that change their length; in most there are none."""


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
        data = self.data.strip(b" \x1e")
        if not data:
            return 0
        if len(data) <= _SUMMED:
            # The lower half of an Adler-32 sum is one more than the sum of the bytes, and made in half the time of counting.
            halves = (adler32(data.translate(_HALF_GAPS)) & 0xFFFF) - 1
        else:
            halves = 2 * data.count(b" ") + data.count(b"\x1e")
        return halves // 2 + 1


def fold(text: str, *, is_wrapped: bool = True, keep_wrapped_hyphens: bool = False) -> Folded:
    """Folds a text. `is_wrapped`: a line break by itself stands inside a block; where it is not, each ends one.

    A hyphen at the end of a line inside a word falls away, as the hyphen of a word that was divided there; with
    `keep_wrapped_hyphens` it stays and only the line break falls away, as in a word that has one anyway.
    """
    uneven = ""
    if not text.isascii():
        for character, folded in _USUAL:
            text = text.replace(character, folded)
        if not text.isascii():
            characters = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_CHARACTERS)
            plan = _plan("".join(sorted(set(characters.decode("utf-8", "surrogatepass")))))
            text = _replaced(text, plan.replacements)
            uneven = plan.uneven
    text = _EMPTY_LINE.sub(BOUNDARY * 2, text) if is_wrapped else text.replace("\n", BOUNDARY)
    data = text.encode("utf-8", "surrogatepass")
    if (uneven and _is_uneven(text)) or has_uneven_blanks(data):
        return _fold_uneven(text, _uneven_stretches(uneven), keep_wrapped_hyphens)
    return Folded(data.translate(_ASCII), None)


def fold_word(text: str) -> str:
    """The folded form of a word or phrase that stands by itself: a variant, a word of a condition."""
    if _PLAIN_PHRASE.fullmatch(text):
        return text.lower()
    return fold(text.strip()).text


def fold_all(*texts: str) -> list[str]:
    """The folded forms of several short texts that stand by themselves, at hardly more than the price of one."""
    folded = fold(BOUNDARY.join(map(str.strip, texts))).text.split(BOUNDARY)
    return folded if len(folded) == len(texts) else list(map(fold_word, texts))


def _fold_uneven(text: str, stretches: re.Pattern[str], keep_wrapped_hyphens: bool) -> Folded:
    runs: list[Run] = []
    pieces: list[str] = []
    length = done = 0
    for stretch in _stretches_in(text, stretches):
        start, end = stretch.span()
        piece = _fold_stretch(text[start:end], keep_wrapped_hyphens)
        length += start - done
        pieces += (text[done:start], piece)
        if len(piece) != end - start:
            runs.append((length, length + len(piece), start, end))
        length += len(piece)
        done = end
    pieces.append(text[done:])
    data = "".join(pieces).encode("utf-8", "surrogatepass").translate(_ASCII)
    return Folded(data, OffsetMap(runs) if runs else None)


def _stretches_in(text: str, stretches: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where they stand in a text, window by window, each of which ends inside a word."""
    inside_word, start = re.compile("[A-Za-z][A-Za-z]"), 0
    while start < len(text):
        cut = inside_word.search(text, start + _WINDOW)
        end = cut.start() + 1 if cut else len(text)
        window = text[start:end]
        if not window.isascii() or has_uneven_blanks(window.encode()):
            yield from stretches.finditer(text, start, end)
        start = end


class _Plan(NamedTuple):
    """What to do with the characters of a text that are not ASCII: those that fold to one character by themselves, with what
    they become where that is another; and those that do not."""

    replacements: tuple[tuple[str, str], ...]
    uneven: str


@lru_cache(maxsize=1_000)
def _plan(characters: str) -> _Plan:
    folded = {c: _SAME_LENGTH.get(c) or _fold_character(c) for c in characters}
    uneven = "".join(c for c in characters if _composes(c) or len(folded[c]) != 1)
    return _Plan(tuple((c, f) for c, f in folded.items() if f != c and len(f) == 1), uneven)


def _replaced(text: str, replacements: tuple[tuple[str, str], ...]) -> str:
    if len(replacements) > _MOST_REPLACEMENTS:
        return text.translate({ord(character): folded for character, folded in replacements})
    for character, folded in replacements:
        text = text.replace(character, folded)
    return text


def _is_uneven(text: str) -> bool:
    """Does a character of the text become none or several, or one with its neighbour? Combining marks by themselves may not."""
    is_normalized = unicodedata.is_normalized("NFKC", text) and len(text.casefold()) == len(text)
    return not is_normalized or any(character in text for character in INVISIBLE)


def has_uneven_blanks(data: bytes) -> bool:
    """Are there runs of blanks, or lines that end in a hyphen? `data`: a text in UTF-8."""
    if len(data) <= _SHORT:
        for blanks in _UNEVEN_BLANKS:  # noqa: SIM110  a generator costs more than the searches
            if blanks in data:
                return True
        return False
    found: list[int] = []

    def note(number: int, _start: int, _end: int, _flags: int, _context: object) -> None:
        found.append(number)

    _uneven_blanks().scan(data, match_event_handler=note)
    return bool(found)


@cache
def _uneven_blanks() -> hyperscan.Database:
    """Built in a fifth of a millisecond; finds in one pass, at ten times the speed, what takes a search for each otherwise."""
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    flags = [hyperscan.HS_FLAG_SINGLEMATCH] * len(_UNEVEN_BLANKS)
    database.compile(list(_UNEVEN_BLANKS), flags=flags, literal=True)
    return database


def _composes(character: str) -> bool:
    """May it become one with the character before it: an accent, the vowel or final consonant of a Hangul syllable?"""
    return unicodedata.combining(character) != 0 or "\u1161" <= character <= "\u11c2"


@cache
def _uneven_stretches(uneven: str) -> re.Pattern[str]:
    characters = re.escape(uneven)
    alternatives = [_BLANK_RUN, _WRAPPED_HYPHEN, *([f"(?<=[{characters}])"] if uneven else [])]
    # One class of characters in front lets the search skip all others.
    expression = f"[{_FIRST_UNEVEN}{characters}](?:{'|'.join(alternatives)})"
    combining = "".join(c for c in uneven if _composes(c))
    return re.compile(f"[^ \\t\\r\\n][{re.escape(combining)}]+|{expression}" if combining else expression)


def _fold_stretch(stretch: str, keep_wrapped_hyphens: bool) -> str:
    if stretch.isspace() and BOUNDARY not in stretch:
        return BOUNDARY if re.search(_BLANK_LINE, stretch) else " "
    if stretch[0] in "-\u00ad" and stretch[-1] in " \t\r\n":
        return "-" if keep_wrapped_hyphens and stretch[0] != "\u00ad" else ""
    return "".join(map(_fold_character, unicodedata.normalize("NFC", stretch)))


@cache
def _fold_character(character: str) -> str:
    """What one character becomes: none, one or several characters."""
    if character in INVISIBLE:
        return ""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
