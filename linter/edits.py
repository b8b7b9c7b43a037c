"""From a suggestion to edits of the source: the article before it, the possessive after it, the markup inside it.

A replacement speaks of the text that a person reads; edits speak of the source. Where markup or a line break stands inside the
match, the words of the replacement are shared out over its pieces in several ways, and the caller takes the first way that
reads as it should.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice, pairwise

from linter.agreement import takes_possessive
from linter.articles import article_for
from linter.document import Document
from linter.findings import Edit
from linter.spans import Span
from linter.verification import is_headline

_MOST_WAYS = 12
_LINE_END = ("\n", "\r")
_LINE_PREFIX = " \t>"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


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
    line = text[max(block.start, span.start - 200) : min(block.end, span.end + 200)]
    if article and _is_article(before, article, line):
        shouted = suggestion.isupper() and len(suggestion) > 1
        wanted = article_for(suggestion, article.group(1), shouted=shouted and not is_initialism_alone(suggestion, line))
        if wanted != article.group(1):
            start = span.start - len(before) + article.start(1)
            found.insert(0, Replacement(Span(start, start + len(article.group(1))), wanted))
    return found


def is_initialism_alone(suggestion: str, line: str) -> bool:
    """Is it in capitals because it is an initialism, in a line that is not in capitals?"""
    return not line.isupper() and " " not in suggestion


def ways_to_edit(document: Document, replacement: Replacement) -> list[tuple[Edit, ...]]:
    """The ways to write a replacement into the source, the plainest first. None of them touches markup."""
    pieces = _pieces(document, replacement.span)
    if len(pieces) == 1:
        return [(Edit(pieces[0].span, replacement.text),)]
    return _shared_out(document, replacement, pieces, replacement.text.split(" "))[:_MOST_WAYS]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the match in the source.

    `is_break`: white space with a line end. `words`: how many stand in it. `before` and `after`: the markup on its sides.
    """

    span: Span
    source: str
    is_break: bool
    before: str = ""
    after: str = ""

    @property
    def words(self) -> int:
        return 0 if self.is_break else len(self.source.split())

    @property
    def is_element(self) -> bool:
        """Does it fill an element of the markup, which would be left empty without it? An empty HTML tag does no harm."""
        return bool(self.before and self.after) and not (self.before.endswith(">") and self.after.startswith("<"))

    @property
    def is_in_tags(self) -> bool:
        """Does it stand alone between an opening and a closing tag?"""
        closes = self.after.startswith("</") or not self.after.startswith("<")
        return bool(self.before and self.after) and closes and not self.before.startswith("</")


def _pieces(document: Document, span: Span) -> list[_Piece]:
    """The stretches of source that the characters of the span came from, parted at markup and at line ends."""
    source, text = document.source, document.text
    stretches: list[tuple[int, int, bool]] = []
    for offset in range(span.start, span.end):
        place = document.source_span(Span(offset, offset + 1))
        is_break = text[offset].isspace() and any(end in source[place.start : place.end] for end in _LINE_END)
        if stretches:
            start, end, was_break = stretches[-1]
            gap = source[end : place.start]
            if was_break and not gap.strip(_LINE_PREFIX):
                end = place.start  # what a quotation or a list puts at the start of each line
            if (was_break and is_break) or (not was_break and not is_break and not gap.strip(_INVISIBLE)):
                end = place.end
            stretches[-1] = (start, end, was_break)
            if end == place.end:
                continue
        stretches.append((place.start, place.end, is_break))
    edges = [_end_before(document, span.start), *(place for start, end, _ in stretches for place in (start, end))]
    edges.append(_start_after(document, span.end))
    return [
        _Piece(Span(start, end), source[start:end], is_break, source[edges[2 * n] : start], source[end : edges[2 * n + 3]])
        for n, (start, end, is_break) in enumerate(stretches)
    ]


def _end_before(document: Document, offset: int) -> int:
    return document.source_span(Span(offset - 1, offset)).end if offset else 0


def _start_after(document: Document, offset: int) -> int:
    if offset < len(document.text):
        return document.source_span(Span(offset, offset + 1)).start
    return len(document.source)


def _shared_out(
    document: Document, replacement: Replacement, pieces: Sequence[_Piece], words: Sequence[str]
) -> list[tuple[Edit, ...]]:
    """The ways to share the words out over the pieces: over all, else over fewer, those that leave no element empty first."""
    holders = [number for number, piece in enumerate(pieces) if piece.words]
    ways: list[tuple[int, tuple[Edit, ...]]] = []
    for count in range(min(len(words), len(holders)), 0, -1):
        for chosen in islice(combinations(holders, count), _MOST_WAYS):
            emptied = [pieces[number] for number in holders if number not in chosen]
            if not any(piece.is_element for piece in emptied):
                groups = _split(words, [pieces[number].words for number in chosen])
                in_tags = sum(piece.is_in_tags for piece in emptied)
                ways.append((in_tags, _written(document, replacement, pieces, dict(zip(chosen, groups, strict=True)))))
    return [edits for _, edits in sorted(ways, key=lambda way: way[0])]


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


def _written(document: Document, replacement: Replacement, pieces: Sequence[_Piece], groups: dict[int, str]) -> tuple[Edit, ...]:
    """The edits that put each group into its piece, empty the other pieces, and keep one space between words."""
    texts = [groups.get(number, "") for number in range(len(pieces))]
    chosen = sorted(groups)
    for left, right in pairwise(chosen):
        line_end = next((n for n in range(left, right) if pieces[n].is_break), None)
        if line_end is not None:
            texts[line_end] = pieces[line_end].source
        elif pieces[left].source[-1:].isspace() or (right == left + 1 and not pieces[right].source[:1].isspace()):
            texts[left] += " "
        elif right > left + 1 and not pieces[right].source[:1].isspace():
            texts[left + 1] = " "
        else:
            texts[right] = " " + texts[right]
    edits = [Edit(piece.span, text) for piece, text in zip(pieces, texts, strict=True) if piece.source != text]
    last_break = next((n for n in range(chosen[-1], len(pieces)) if pieces[n].is_break), None)
    following = _following_space(document, replacement.span)
    if last_break is not None and following is not None:  # the line ends where it ended, after the replacement
        edits = [edit for edit in edits if edit.span != pieces[last_break].span]
        edits.append(Edit(following, ""))
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
    if has_s and ends_in_s and not matched.endswith("s") and _is_plural(matched):
        return Replacement(Span(span.start, span.end + 2), suggestion + ending.group(1))
    return Replacement(span, suggestion)


def _is_plural(phrase: str) -> bool:
    from linter.inflection import singular

    return singular(phrase.split()[-1]) is not None


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’.-])([Aa][Nn]?)\s+[\"“‘'(\[]?$")


def _is_article(before: str, article: re.Match[str], line: str) -> bool:
    """*Plan A* and *vitamin A* hold no article: a capital A after a lower-case word is a name, but for headlines."""
    letter = article.group(1)
    left = before[: article.start()].rstrip()
    if letter != "A" or not left or not left[-1].isalnum():
        return True
    return left.isupper() or is_headline(line) or bool(re.search(r"[.!?:][\"”’)]*\s*$", left))
