"""Whose words are these? The voice of a span, from the marks of the format, quotation marks and attribution.

Nothing is looked at before it is asked for: a paragraph is analysed once, when a span in it is, and what comes before it
only where its quotation began there.
"""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import islice

from linter.capitals import is_running
from linter.document import Document
from linter.findings import Voice
from linter.named_tuples import NamedTuple
from linter.spans import Span
from linter.voice.paragraph import Paragraph
from linter.voice.quotations import Quotation, find_quotations, leading_mark
from linter.voice.reporting import AUXILIARIES, TITLE_NOUNS, verbs, word_set
from linter.voice.transcripts import turn_at

_GRID = 10_000
"""A paragraph longer than this is analysed in windows that begin at its multiples, so that each is still analysed once."""

_LOOK_BACK = 12
"""Through so many paragraphs the beginning of a quotation is followed back to its speaker."""

_FRAGMENT = 4
"""A quotation of no more words, which is no sentence and has no source, is in scare quotes."""


_TITLE = 16
"""The title of a work has no more words."""

_NEAR = 64
"""So many attributions back the last speaker of a paragraph is looked for."""


class Reading(NamedTuple):
    """A voice, and the named source as it stands in the text; None where nobody is named."""

    voice: Voice
    speaker: str | None


_OWN = Reading("own", None)


class Voices:
    """The voices of one document. Not shared between threads: what was worked out is kept."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paragraphs: dict[Span, Paragraph] = {}
        self._quotations: dict[tuple[int, int], Reading] = {}
        self._last: tuple[int, int, Paragraph] | None = None

    def at(self, span: Span) -> Reading:
        """The voice of a span of `Document.text`, half-open, in code points."""
        marked = self._marked(span) if self._document.marks else None
        if marked is not None:
            return marked
        paragraph = self._paragraph_at(span.start)
        local = Span(span.start - paragraph.span.start, max(span.end, span.start + 1) - paragraph.span.start)
        quotation = paragraph.quotation_at(local)
        if quotation is not None:
            place = paragraph.span.start, quotation.span.start
            reading = self._quotations.get(place)
            if reading is None:
                reading = self._quotations[place] = self._quoted(paragraph, quotation)
            return reading
        if ":" in paragraph.text:
            spoken, speaker = turn_at(self._document.text, paragraph.span.start, span.start)
            if spoken:
                return Reading("quoted", speaker)
        attribution = paragraph.covering(Span(local.start, local.start + 1))
        if attribution is None:
            return _OWN
        return Reading("reported" if attribution.kind == "reported" else "attributed", attribution.speaker)

    def _marked(self, span: Span) -> Reading | None:
        roles = {mark.role for mark in self._document.marks_at(span)}
        if "quotation" in roles or "transcript" in roles:
            return Reading("quoted", turn_at(self._document.text, self._document.block_at(span.start).start, span.start)[1])
        return Reading("attributed", None) if "mention" in roles else None

    def _paragraph_at(self, offset: int) -> Paragraph:
        if self._last is not None and self._last[0] <= offset < self._last[1]:
            return self._last[2]
        block = self._document.block_at(offset)
        grid = offset // _GRID * _GRID
        span = Span(max(block.start, grid - _GRID), min(block.end, grid + 2 * _GRID))
        paragraph = self._paragraphs.get(span)
        if paragraph is None:
            paragraph = self._paragraphs[span] = self._analyse(span)
        self._last = max(span.start, grid), min(span.end, grid + _GRID), paragraph
        return paragraph

    def _analyse(self, span: Span) -> Paragraph:
        text = self._document.text[span.start : span.end]
        quotations = find_quotations(
            text, opened=partial(self._mark_left_open, span), follows=partial(self._mark_that_follows, span)
        )
        return Paragraph(text, quotations, span)

    def _block_before(self, span: Span) -> Span | None:
        end = span.start
        while end > 0 and self._document.text[end - 1].isspace():
            end -= 1
        if not end or end == span.start:
            return None
        block = self._document.block_at(end - 1)
        return Span(max(block.start, end - _GRID), end)

    def _mark_left_open(self, span: Span) -> str:
        """The mark of a quotation that the paragraph before opened and did not close."""
        block = self._block_before(span)
        if block is None:
            return ""
        text = self._document.text[block.start : block.end]
        return next((q.mark for q in find_quotations(text, follows=lambda: "'") if not q.closed and q.span.end >= len(text)), "")

    def _mark_that_follows(self, span: Span) -> str:
        text = self._document.text
        start = span.end
        while start < len(text) and text[start].isspace():
            start += 1
        return leading_mark(text[start : start + 8]) if start > span.end else ""

    def _quoted(self, paragraph: Paragraph, quotation: Quotation) -> Reading:
        attribution = paragraph.covering(quotation.span, quoted=True)
        speaker = attribution.speaker if attribution else None
        if quotation.carried or not quotation.closed:
            return Reading(
                "quoted", speaker or _speaker_before(paragraph, quotation) or self._speaker_before(paragraph, quotation)
            )
        inner = quotation.inner
        words = [match.group() for match in islice(_words().finditer(paragraph.text, inner.start, inner.end), _TITLE + 1)]
        if attribution is not None and attribution.kind in ("label", "mention"):
            return Reading("attributed", speaker)
        if _is_title(paragraph.text, quotation, words) or _is_nickname(paragraph.text, quotation, words):
            return Reading("attributed", None)
        if _is_utterance(paragraph.text, quotation, words, sourced=attribution is not None):
            return Reading(
                "quoted", speaker or _speaker_before(paragraph, quotation) or self._speaker_before(paragraph, quotation)
            )
        if attribution is not None:
            return Reading("attributed", speaker)
        return Reading("scare" if len(words) <= _FRAGMENT else "quoted", None)

    def _speaker_before(self, paragraph: Paragraph, quotation: Quotation) -> str | None:
        """The speaker of a quotation that runs over several paragraphs, from the one in which it began."""
        for _ in range(_LOOK_BACK):
            before = self._block_before(paragraph.span)
            if before is None or paragraph.text[: quotation.span.start].strip():
                return None
            paragraph = self._paragraph_at(before.start)
            last = [q for q in paragraph.quotations if q.depth == 0]
            if not last or last[-1].closed:
                return None
            quotation = last[-1]
            attribution = paragraph.covering(quotation.span, quoted=True)
            speaker = attribution.speaker if attribution else _speaker_before(paragraph, quotation)
            if speaker is not None:
                return speaker
        return None


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’.\-‐‑][^\W_]+)*")


def _speaker_before(paragraph: Paragraph, quotation: Quotation) -> str | None:
    """Who spoke last in the same paragraph, where that was in quotation marks too: *“A,” she said. “B.”*"""
    for other in islice(paragraph.before(quotation.span.start), _NEAR):
        if other.kind in ("reported", "source") and other.speaker:
            inside = paragraph.quotation_at(other.span)
            if inside is not None and other.span.contains(inside.span):
                return other.speaker
    return None


_BOUNDARIES = frozenset('.!?:,;—–-…”"’)([\n')
_SPEECH = AUXILIARIES | word_set("don't he how i i'm it it's let's she that's there's they we we're what who why you you're")


def _is_utterance(text: str, quotation: Quotation, words: list[str], *, sourced: bool) -> bool:
    """Is it somebody's sentence, and not just somebody's expression?"""
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    before = text[: quotation.span.start].rstrip()[-60:]
    last = inner[-1:]
    starts = inner[:1].isupper() or inner[:1] in "[…“‘\"'" or inner[:1].isdigit()
    boundary = not before or before[-1] in _BOUNDARIES or _ends_in_verb(before)
    if sourced and before[-1:] in (",", ":") and last in (",", ".", "?", "!"):
        return True
    if len(words) > _FRAGMENT:
        return (starts and boundary) or last in (",", "?", "!") or (not sourced and starts)
    spoken = any(word.lower().replace("’", "'") in _SPEECH for word in words)
    if boundary and sourced and last in (",", "?", "!"):
        return True
    return (boundary and starts and last in (".", "?", "!")) or (spoken and starts and (boundary or last in (".", "?", "!")))


def _ends_in_verb(before: str) -> bool:
    found = _words().findall(before)
    verb = verbs().get(found[-1].lower()) if found else None
    return verb is not None and "S" in verb.frames


@cache
def _small_words() -> frozenset[str]:
    return word_set("a an and as at but by for from in into of on or over the to vs with")


def _is_title(text: str, quotation: Quotation, words: list[str]) -> bool:
    """The title of a work: in title case with a small word in it or an article before it, after *in*, *entitled*, *her book* …"""
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    if not 2 <= len(words) <= _TITLE or inner[-1:] in ".!" or not inner[:1].isupper():
        return False
    small = _small_words()
    if not all(word[0].isupper() or word[0].isdigit() or word in small for word in words):
        return False
    before = _words().findall(text[max(0, quotation.span.start - 60) : quotation.span.start])
    if not before or before[-1].lower() not in TITLE_NOUNS:
        return False
    return words[0].lower() in small or any(word in small for word in words) or before[-1].lower() != "in"


def _is_nickname(text: str, quotation: Quotation, words: list[str]) -> bool:
    """*Wilfred “Gypsy” Boyle*: between two names, in a text that does not write every word with a capital."""
    before, after = text[max(0, quotation.span.start - 60) : quotation.span.start], text[quotation.span.end :][:60]
    named = re.search(r"(?<![\w’'-])(?<![Tt]he )[A-Z][\w’'-]* $", before) and re.match(r" [A-Z][\w’'-]*[a-z]", after)
    is_name = bool(named) and len(words) < _FRAGMENT and all(word[0].isupper() or word in _small_words() for word in words)
    return is_name and is_running(text, quotation.span.start)
