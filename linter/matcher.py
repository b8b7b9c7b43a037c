"""Where the terms of a lexicon stand in a document: the engine proposes, verification decides, the longest wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from linter.compiled import AFTER_KEY, CompiledLexicon, Literal, Variant, open_database
from linter.conditions import conditions_hold, in_exception
from linter.context import Context
from linter.document import OBJECT, Document
from linter.folding import Folded, fold, fold_word
from linter.lexicon import Concept, Term
from linter.named_tuples import NamedTuple
from linter.patterns import TIMEOUT_LIMIT, find_all
from linter.spans import Span
from linter.verification import case_fits, in_address, in_name, is_denied, keeps_sense, stands_alone

if TYPE_CHECKING:
    from linter.forms import Form

_CONDITIONS = "the conditions of the entry do not hold here"
_ASCII_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_")
_DENIABLE = frozenset(("contested", "loaded", "sensitive"))
"""The concerns whose words say something of their object, which a sentence may deny."""
_NOUN_FORMS = ("singular", "plural")
"""What a text may speak of again with *the*: *a “foreign agent”*, and later *the agent's staff*."""
_PATTERN_REACH = 300
"""Code points on either side of a pattern's fixed part within which the pattern is looked for."""


class Match(NamedTuple):
    """A variant of a term standing at a span of the text; no judgement. `term` is None for an exception."""

    span: Span
    concept: Concept
    term: Term | None
    variant: str
    form: Form


class Rejection(NamedTuple):
    """A place where a variant stands and is no match, and why; for those who ask.

    `term`: the one whose conditions do not hold there, where that is why.
    """

    span: Span
    concept: Concept
    reason: str
    term: Term | None = None


class Matcher:
    """Finds the terms of one compiled lexicon. Raises ValueError where the compiled lexicon cannot be used here."""

    def __init__(self, compiled: CompiledLexicon) -> None:
        self._compiled = compiled
        self._database = open_database(compiled)

    def find(
        self,
        document: Document,
        folded: Folded,
        voice_of: Callable[[Span], str],
        rejections: list[Rejection] | None = None,
    ) -> list[Match]:
        """The matches of a document in order of place. Of overlapping ones the leftmost, of these the longest, wins.
        An exception that covers or overlaps a match of its concept swallows it.

        `folded` is the document's folded text. `voice_of` is asked only where a condition of the lexicon asks for the
        voice. What was considered and refused is added to `rejections`, if given.
        """
        hits = self._scan(folded.data)
        if not hits:
            return []
        verified: list[Match] = []
        counted: set[tuple[int, int | None]] = set()
        timeouts: dict[str, int] = {}
        for span, variants in self._proposals(document.text, folded, hits):
            around = Context(document, span)
            for variant in variants:
                for place in self._places(document, span, variant, timeouts):
                    context = around if place is span else Context(document, place)
                    known = variant[:2] in counted and self._may_return(variant, variants)
                    match, reason = self._verify(document, context, variant, voice_of, known)
                    if match:
                        verified.append(match)
                        counted.add(variant[:2])
                    elif variant.term is not None and rejections is not None:
                        concept = self._compiled.concept(variant.concept)
                        term = concept.terms[variant.term] if reason == _CONDITIONS else None
                        rejections.append(Rejection(place, concept, reason, term))
        return _longest(_without_exceptions(verified, rejections), rejections) if verified else []

    def _scan(self, data: bytes) -> list[tuple[int, int]]:
        hits: list[tuple[int, int]] = []

        def note(anchor: int, _start: int, end: int, _flags: int, _context: object) -> None:
            hits.append((end, anchor))

        self._database.scan(data, match_event_handler=note)
        return hits

    def _literals(self, folded: Folded, hits: list[tuple[int, int]]) -> Iterator[tuple[int, int, Literal]]:
        """Where in the folded text which literals stand, of those that contain the anchors that were hit."""
        data, is_even = folded.data, folded.map is None
        compiled, lengths = self._compiled, self._compiled.anchor_lengths
        for anchor_end, anchor in hits:
            anchor_start = anchor_end - lengths[anchor]
            for number, before, after in compiled.frames(anchor, data[anchor_end : anchor_end + AFTER_KEY]):
                if not (data.startswith(after, anchor_end) and data.endswith(before, 0, anchor_start)):
                    continue
                start, end = anchor_start - len(before), anchor_end + len(after)
                literal = compiled.literals(anchor)[number]
                if literal.has_pattern or not is_even or not _inside_word(data, start, end):
                    yield start, end, literal

    def _proposals(self, text: str, folded: Folded, hits: list[tuple[int, int]]) -> Iterator[tuple[Span, tuple[Variant, ...]]]:
        """The literals as spans of the text, in order of place; bytes become code points step by step."""
        data, byte, point = folded.data, 0, 0
        is_ascii = data.isascii()
        for start, end, literal in sorted(self._literals(folded, hits), key=_place):
            if is_ascii:
                span = Span(start, end)
            else:
                point += len(data[byte:start].decode(errors="surrogatepass"))
                byte = start
                span = Span(point, point + len(data[start:end].decode(errors="surrogatepass")))
            if folded.map:
                span = folded.map.span(span)
            if literal.has_pattern or stands_alone(text, span.start, span.end):
                yield span, literal.variants

    def _may_return(self, variant: Variant, variants: tuple[Variant, ...]) -> bool:
        """Is it a noun of which a text may speak again, without another term for it that asks for no condition?"""
        terms = self._compiled.concept(variant.concept).terms
        others = (terms[other.term] for other in variants if other.concept == variant.concept and other.term is not None)
        return variant.form in _NOUN_FORMS and all(term.when for term in others)

    def _places(self, document: Document, span: Span, variant: Variant, timeouts: dict[str, int]) -> Iterable[Span]:
        if not variant.is_pattern:
            return (span,)
        if timeouts.get(variant.text, 0) >= TIMEOUT_LIMIT:
            return ()
        block = document.block_at(span.start)
        low, high = max(block.start, span.start - _PATTERN_REACH), min(block.end, span.end + _PATTERN_REACH)
        found = find_all(variant.text, document.text, low, high)
        if found is None:
            timeouts[variant.text] = timeouts.get(variant.text, 0) + 1
            return ()
        return [Span(start, end) for start, end in found if start <= span.start and span.end <= end]

    def _verify(
        self, document: Document, context: Context, variant: Variant, voice_of: Callable[[Span], str], known: bool
    ) -> tuple[Match | None, str]:
        """The match of a variant where the engine proposed it, or why it is none. `context`: of its span.
        `known`: see `conditions_hold`."""
        concept = self._compiled.concept(variant.concept)
        term = concept.terms[variant.term] if variant.term is not None else None
        text, span = document.text, context.span
        matched = text[span.start : span.end]
        if not variant.is_pattern and not _is_variant(matched, variant.text, term):
            return None, "the spelling or case differs"
        is_name = not variant.text.islower()
        if not stands_alone(text, span.start, span.end) or not (is_name or keeps_sense(text, span.start, span.end)):
            return None, "it is part of a longer word"
        if OBJECT in matched or _crosses_block(document, span):
            return None, "it is broken by another block"
        if in_address(text, span.start, span.end):
            return None, "it stands in an address, a file name or a hashtag"
        if term is not None:
            if not term.in_names and in_name(context, matched, variant.text):
                return None, "it is part of a longer name or title"
            if not term.accepted and in_exception(context, concept):
                return None, "it is part of an exception"
            if not conditions_hold(document, context, term, voice_of, known=known):
                return None, _CONDITIONS
            if not term.accepted and not is_name and concept.concern in _DENIABLE and is_denied(context):
                return None, "the sentence says that it is not so"
        return Match(span, concept, term, variant.text, variant.form), ""


def _place(found: tuple[int, int, Literal]) -> tuple[int, int]:
    return found[:2]


def _inside_word(data: bytes, start: int, end: int) -> bool:
    """Does an ASCII letter or digit stand before or after, against one of the literal itself? Where nothing changed its length,
    that settles most hits without a look at the text."""
    before = start > 0 and data[start - 1] in _ASCII_WORD and data[start] in _ASCII_WORD
    return before or (end < len(data) and data[end] in _ASCII_WORD and data[end - 1] in _ASCII_WORD)


def _is_variant(matched: str, variant: str, term: Term | None) -> bool:
    """Is the stretch the variant, by its hyphens and its case? The engine may have left out the hyphen of a wrapped line."""
    if matched.lower() != variant.lower():
        wanted = fold_word(variant)
        if fold_word(matched) != wanted and fold(matched, keep_wrapped_hyphens=True).text != wanted:
            return False
    return case_fits(matched.replace("\n", " "), variant, term.case if term else "smart")


def _crosses_block(document: Document, span: Span) -> bool:
    newline = document.text.find("\n", span.start, span.end)
    while newline >= 0:
        if document.breaks_block(newline):
            return True
        newline = document.text.find("\n", newline + 1, span.end)
    return False


def _without_exceptions(matches: list[Match], rejections: list[Rejection] | None) -> list[Match]:
    """Drops the exceptions, and what they swallow: matches of the same concept that they overlap and are as long as."""
    exceptions: dict[str, list[Match]] = {}
    for match in matches:
        if match.term is None:
            exceptions.setdefault(match.concept.id, []).append(match)
    if not exceptions:
        return matches
    reach = max(match.span.end - match.span.start for found in exceptions.values() for match in found)
    for found in exceptions.values():
        found.sort(key=lambda match: match.span)
    kept = []
    for match in matches:
        if match.term is None:
            continue
        swallowed_by = _swallowing(exceptions.get(match.concept.id, []), match, reach)
        if swallowed_by is None:
            kept.append(match)
        elif rejections is not None:
            rejections.append(Rejection(match.span, match.concept, f"“{swallowed_by.variant}” is an exception"))
    return kept


def _swallowing(exceptions: list[Match], match: Match, reach: int) -> Match | None:
    """The first of the exceptions, which are in order, that overlaps the match and is as long as it; `reach`: the longest."""
    first = bisect_left(exceptions, match.span.start - reach, key=lambda exception: exception.span.start)
    for index in range(first, len(exceptions)):
        exception = exceptions[index]
        if exception.span.start >= match.span.end:
            break
        length = exception.span.end - exception.span.start
        if exception.span.overlaps(match.span) and length >= match.span.end - match.span.start:
            return exception
    return None


def _longest(matches: list[Match], rejections: list[Rejection] | None) -> list[Match]:
    """Leftmost-longest. At one and the same span one deprecated term stands, that of the last lexicon, and beside it the
    accepted terms of other concepts, for whose consistency they count."""
    ordered = sorted(matches, key=lambda m: (m.span.start, -m.span.end, _is_accepted(m), -m.concept.precedence, m.concept.id))
    kept: list[Match] = []
    for match in ordered:
        if not kept or match.span.start >= kept[-1].span.end:
            kept.append(match)
        elif match.span == kept[-1].span and match.concept.id != kept[-1].concept.id and _is_accepted(match):
            kept.append(match)
        elif rejections is not None and match.concept.id != kept[-1].concept.id:
            reason = f"“{kept[-1].variant}” of “{kept[-1].concept.id}” stands there"
            rejections.append(Rejection(match.span, match.concept, reason))
    return kept


def _is_accepted(match: Match) -> bool:
    return match.term is not None and match.term.accepted
