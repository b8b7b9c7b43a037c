"""From a suggestion to edits of the source: the article before it, the possessive after it, the markup inside it.

A replacement speaks of the text that a person reads; edits speak of the source. Where markup or a line break stands inside the
match, the words of the replacement are shared out over its pieces in several ways, and the caller takes the first way that
reads as it should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice

from linter.agreement import takes_possessive
from linter.articles import article_for
from linter.document import Document
from linter.findings import Edit
from linter.spans import Span
from linter.verification import is_headline

_MOST_WAYS = 12
_LINE_END = ("\n", "\r")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A span of the text and what is to stand there."""

    span: Span
    text: str


def replacements_for(document: Document, span: Span, suggestion: str) -> list[Replacement]:
    """What has to change in the text so that the suggestion stands at `span`: itself, and an article before it.

    Empty where it cannot stand there without a change that nobody asked for.
    """
    text = document.text
    suggestion = _with_apostrophes(suggestion, text)
    found = [_with_possessive(text, span, suggestion)]
    block = document.block_at(span.start)
    before = text[max(block.start, span.start - 60) : span.start]
    article = _article().search(before)
    if article and _is_article(before, article):
        line = text[block.start : min(block.end, span.end + 200)]
        shouted = suggestion.isupper() and len(suggestion) > 1
        wanted = article_for(suggestion, article.group(1), shouted=shouted and not is_initialism_alone(suggestion, line))
        if wanted != article.group(1):
            start = span.start - len(before) + article.start(1)
            found.insert(0, Replacement(Span(start, start + len(article.group(1))), wanted))
    return found


def is_initialism_alone(suggestion: str, line: str) -> bool:
    """Is it in capitals because it is an initialism, in a line that is not in capitals?"""
    return not line.isupper() and " " not in suggestion


def ways_to_edit(document: Document, replacement: Replacement) -> Iterator[tuple[Edit, ...]]:
    """The ways to write a replacement into the source, the plainest first. None of them touches markup."""
    pieces = _pieces(document, replacement.span)
    if len(pieces) == 1:
        yield (Edit(pieces[0].span, replacement.text),)
        return
    words = replacement.text.split(" ")
    yield from islice(_shared_out(document, replacement, pieces, words), _MOST_WAYS)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the match in the source. `kind`: `words` or `break` (white space with a line end). Markup is between."""

    span: Span
    kind: str
    source: str
    words: int


def _pieces(document: Document, span: Span) -> list[_Piece]:
    """The stretches of source that the characters of the span came from, parted at markup and at line ends."""
    source = document.source
    stretches: list[tuple[int, int, bool]] = []
    for offset in range(span.start, span.end):
        place = document.source_span(Span(offset, offset + 1))
        written = source[place.start : place.end]
        is_break = document.text[offset].isspace() and any(end in written for end in _LINE_END)
        if stretches and not is_break and not stretches[-1][2] and not source[stretches[-1][1] : place.start].strip("\u00ad\u200b"):
            stretches[-1] = (stretches[-1][0], place.end, False)
        elif stretches and is_break and stretches[-1][2]:
            stretches[-1] = (stretches[-1][0], place.end, True)
        else:
            stretches.append((place.start, place.end, is_break))
    return [
        _Piece(Span(start, end), "break" if is_break else "words", source[start:end], len(source[start:end].split()))
        for start, end, is_break in stretches
    ]


def _shared_out(
    document: Document, replacement: Replacement, pieces: Sequence[_Piece], words: Sequence[str]
) -> Iterator[tuple[Edit, ...]]:
    holders = [number for number, piece in enumerate(pieces) if piece.kind == "words" and piece.words]
    if len(words) >= len(holders):
        shares = [pieces[number].words for number in holders]
        yield _written(document, replacement, pieces, dict(zip(holders, _split(words, shares), strict=True)))
    most = min(len(words), len(holders) - 1)
    for count in range(most, 0, -1):
        for chosen in combinations(holders, count):
            shares = [pieces[number].words for number in chosen]
            yield _written(document, replacement, pieces, dict(zip(chosen, _split(words, shares), strict=True)))


def _split(words: Sequence[str], shares: Sequence[int]) -> list[str]:
    """The words in as many groups as there are shares, none empty: each its share, the last one what is left."""
    groups: list[str] = []
    rest = list(words)
    for number, share in enumerate(shares):
        left = len(shares) - number - 1
        count = len(rest) if not left else max(1, min(share, len(rest) - left))
        groups.append(" ".join(rest[:count]))
        rest = rest[count:]
    return groups


def _written(
    document: Document, replacement: Replacement, pieces: Sequence[_Piece], groups: dict[int, str]
) -> tuple[Edit, ...]:
    """The edits that put each group into its piece, empty the other pieces, and keep one space between words."""
    edits: list[Edit] = []
    first, last = min(groups), max(groups)
    spaced = True
    for number, piece in enumerate(pieces):
        if piece.kind == "break":
            if first < number < last and not spaced:
                spaced = True
                continue
            following = _following_space(document, replacement.span) if number > last else None
            if following is not None and not spaced:
                edits.append(Edit(following, ""))
                spaced = True
                continue
            edits.append(Edit(piece.span, ""))
            continue
        group = groups.get(number, "")
        if group and not spaced:
            group = " " + group
        if group:
            spaced = False
            if piece.source[-1:].isspace() and number < last:
                group += " "
                spaced = True
        if group != piece.source:
            edits.append(Edit(piece.span, group))
    return tuple(edits)


def _following_space(document: Document, span: Span) -> Span | None:
    """The space after the span, if it may give way to a line end that stays."""
    if document.text[span.end : span.end + 1] != " ":
        return None
    place = document.source_span(Span(span.end, span.end + 1))
    return place if document.source[place.start : place.end] == " " else None


def _with_apostrophes(suggestion: str, text: str) -> str:
    """Apostrophes as the document writes them."""
    if "'" in suggestion and "’" in text and not re.search(r"\w'\w", text):
        return suggestion.replace("'", "’")
    return suggestion


def _with_possessive(text: str, span: Span, suggestion: str) -> Replacement:
    """The replacement, over the possessive after it where that changes: *aliens'* and *people's*."""
    ending = re.match(r"(['’])([sS]?)(?!\w)", text[span.end : span.end + 3])
    if ending is None or not takes_possessive(suggestion):
        return Replacement(span, suggestion)
    matched = text[span.start : span.end].lower()
    has_s, ends_in_s = bool(ending.group(2)), suggestion.lower().endswith("s")
    is_plural_possessive = not has_s and matched.endswith("s")
    if is_plural_possessive and not ends_in_s:
        letter = "S" if suggestion.isupper() else "s"
        return Replacement(Span(span.start, span.end + 1), suggestion + ending.group(1) + letter)
    if has_s and ends_in_s and not matched.endswith("s") and _is_plural(suggestion):
        return Replacement(Span(span.start, span.end + 2), suggestion + ending.group(1))
    return Replacement(span, suggestion)


def _is_plural(phrase: str) -> bool:
    from linter.inflection import singular

    return phrase[:1].islower() and singular(phrase.split()[-1]) is not None


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’.-])([Aa][Nn]?)\s+[\"“‘'(\[]?$")


def _is_article(before: str, article: re.Match[str]) -> bool:
    """*Plan A* and *vitamin A* hold no article: a capital A after a lower-case word is a name, but for headlines."""
    letter = article.group(1)
    left = before[: article.start()].rstrip()
    if letter != "A" or not left or not left[-1].isalnum():
        return True
    return left.isupper() or is_headline(left) or bool(re.search(r"[.!?:][\"”’)]*\s*$", left))
