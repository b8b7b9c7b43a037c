"""The text of a document as a report shows it: passage by passage, with the places of the findings. Made only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.document import Document
from linter.findings import Finding, Passage, Place
from linter.spans import Span

SHOWN_LIMIT = 200_000
"""A document with more code points than this is shown only around its findings."""

PASSAGE_LIMIT = 5_000
"""A block with more code points than this is shown as several passages."""

_NEIGHBOURS = 2
"""So many passages are shown on either side of one with findings."""


def passages(document: Document, findings: Sequence[Finding], matched: Iterable[Span]) -> tuple[Passage, ...]:
    """The text of a document in order of place. `matched`: the spans of its matches in the text.

    A finding that stands outside the text (in a comment) has no place in any passage.
    """
    numbered = list(enumerate(_with_places(_pieces(document), _places(document, findings, matched))))
    shown = {number for number, _ in numbered}
    if len(document.text) > SHOWN_LIMIT:
        reach = range(-_NEIGHBOURS, _NEIGHBOURS + 1)
        shown = {number + step for number, (_, inside) in numbered if inside or number == 0 for step in reach}
    return tuple(
        _passage(document, piece, inside, skipped=number > 0 and number - 1 not in shown)
        for number, (piece, inside) in numbered
        if number in shown
    )


def _places(document: Document, findings: Sequence[Finding], matched: Iterable[Span]) -> list[Place]:
    in_text: dict[tuple[int, int], Span] = {}
    for span in matched:
        source = document.source_span(span)
        in_text[source.start, source.end] = span
    placed = ((number, in_text.get((finding.start, finding.end))) for number, finding in enumerate(findings))
    places = [Place(span.start, span.end, number) for number, span in placed if span is not None]
    return sorted(places, key=lambda place: (place.start, place.end))


def _pieces(document: Document) -> Iterator[Span]:
    """The blocks of the text, long ones in pieces, without white space around them."""
    text, start, newline = document.text, 0, document.text.find("\n")
    while newline >= 0:
        if document.breaks_block(newline):
            yield from _cut(text, start, newline)
            start = newline + 1
        newline = text.find("\n", newline + 1)
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        cut = end
        if end - start > PASSAGE_LIMIT:
            cut = text.rfind(" ", start + 1, start + PASSAGE_LIMIT)
            cut = cut if cut > start else start + PASSAGE_LIMIT
        piece = text[start:cut]
        if piece.strip():
            yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        start = cut


def _with_places(pieces: Iterable[Span], places: Sequence[Place]) -> Iterator[tuple[Span, list[Place]]]:
    """Each piece with the places that begin in it."""
    following = 0
    for piece in pieces:
        inside = []
        while following < len(places) and places[following].start < piece.end:
            inside.append(places[following])
            following += 1
        yield piece, inside


def _passage(document: Document, piece: Span, places: Sequence[Place], *, skipped: bool) -> Passage:
    first = Span(piece.start, piece.start + 1)
    return Passage(
        text=document.text[piece.start : piece.end],
        line=document.lines.position(document.source_span(first).start).line,
        part=document.part_at(piece.start),
        is_quotation=any(mark.role == "quotation" for mark in document.marks_at(first)),
        skipped=skipped,
        places=tuple(
            Place(max(0, place.start - piece.start), min(place.end, piece.end) - piece.start, place.finding) for place in places
        ),
    )
