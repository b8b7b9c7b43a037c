"""Vocabulary profiles: which terms a document uses, how often, in whose voice. Counts only; `comparison` weighs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.findings import VOICES, Voice

if TYPE_CHECKING:
    from linter.document import Document
    from linter.judging import VoicedMatch
    from linter.lexicon import Concept
    from linter.linting import VoicedDocument
    from linter.spans import Span

NARRATED: tuple[Voice, ...] = ("own", "reported", "scare")
"""The voices whose words are the document's choice; the others (attributed, quoted) are somebody else's words."""

PER = 10_000
"""Rates are per so many words."""

_EXCERPT = 60
_PRONOUNS = frozenset("he she it they we i you who one this that these those him her them".split())
"""They name no speaker by themselves."""


@dataclass(frozen=True, slots=True)
class TermCount:
    """How often one document uses one term of one concept: one row of a data frame.

    `own` … `quoted`: uses by voice; `count`: all of them; `narrated`: those in the document's own words (own, reported,
    scare). `rate`: uses per 10,000 words of the document. `term`: as the lexicon cites it; of a pattern, the text as found.
    `speakers`: who is named as the source of attributed, quoted and reported uses, the most frequent first. `path`, `line`
    (1-based), `left`, `text`, `right`: the first use and at most 60 characters on either side of it, in one line.
    """

    document: str
    concept: str
    category: str
    term: str
    status: str
    stance: str | None
    own: int
    reported: int
    scare: int
    attributed: int
    quoted: int
    count: int
    narrated: int
    rate: float
    speakers: tuple[str, ...]
    path: str
    line: int
    left: str
    text: str
    right: str

    def in_voice(self, voice: Voice) -> int:
        """Uses in one voice."""
        count: int = getattr(self, voice)
        return count


@dataclass(frozen=True, slots=True)
class Profile:
    """One document of a comparison: a file, or the files of a folder taken together.

    `words`: running words of all its files. `terms`: by concept id, within a concept the most used first. `paths`: the
    files that were read. `concepts` holds the lexicon's entry of every concept in `terms`, by id.
    """

    name: str
    paths: tuple[str, ...]
    words: int
    terms: tuple[TermCount, ...]
    concepts: dict[str, Concept]

    @property
    def uses(self) -> int:
        """Uses of any term in any voice."""
        return sum(term.count for term in self.terms)


class _Uses:
    """The uses of one term, gathered place by place. Holds the first place only, and no document."""

    def __init__(self, reading: VoicedMatch, place: tuple[str, int, str, str, str]) -> None:
        self.reading = reading
        self.place = place
        self.voices: Counter[Voice] = Counter()
        self.speakers: Counter[str] = Counter()

    def add(self, reading: VoicedMatch) -> None:
        self.voices[reading.voice] += 1
        if reading.speaker and reading.speaker.lower() not in _PRONOUNS:
            self.speakers[" ".join(reading.speaker.split())] += 1


def profile_of(name: str, documents: Iterable[VoicedDocument]) -> Profile:
    """The profile of documents taken together; those that could not be read do not take part."""
    uses: dict[tuple[str, str], _Uses] = {}
    concepts: dict[str, Concept] = {}
    paths: list[str] = []
    words = 0
    for voiced in documents:
        if voiced.document is None:
            continue
        paths.append(voiced.path)
        words += voiced.words
        for reading in voiced.readings:
            concepts.setdefault(reading.concept.id, reading.concept)
            key = reading.concept.id, term_name(voiced.document, reading)
            if key not in uses:
                uses[key] = _Uses(reading, _place(voiced.path, voiced.document, reading.match.span))
            uses[key].add(reading)
    rows = [_row(name, term, found, words) for (_, term), found in uses.items()]
    rows.sort(key=lambda row: (row.concept, -row.count, row.term))
    return Profile(name, tuple(paths), words, tuple(rows), concepts)


def term_name(document: Document, reading: VoicedMatch) -> str:
    """The term as the lexicon cites it; what a pattern has found stands for itself, in lower case."""
    if not reading.term.is_pattern:
        return reading.term.name
    span = reading.match.span
    return " ".join(document.text[span.start : span.end].lower().split())


def context(document: Document, span: Span, width: int) -> tuple[str, str, str]:
    """The text of a span and at most `width` characters on either side of it inside its block, each in one line."""
    block = document.block_at(span.start)
    left = document.text[max(block.start, span.start - 2 * width) : span.start]
    right = document.text[span.end : min(block.end, span.end + 2 * width)]
    left, text, right = _line(left), _line(document.text[span.start : span.end]), _line(right)
    return left[-width:] if width else "", text.strip(), right[:width]


def rate(count: int, words: int) -> float:
    """Uses per 10,000 words; 0 where there are no words."""
    return PER * count / words if words else 0.0


def _line(text: str) -> str:
    """In one line; a blank at either end stays, as one."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _place(path: str, document: Document, span: Span) -> tuple[str, int, str, str, str]:
    line = document.lines.position(document.source_span(span).start).line
    return path, line, *context(document, span, _EXCERPT)


def _row(name: str, term: str, found: _Uses, words: int) -> TermCount:
    reading, voices = found.reading, found.voices
    path, line, left, text, right = found.place
    return TermCount(
        document=name,
        concept=reading.concept.id,
        category=reading.concept.category,
        term=term,
        status=reading.term.status,
        stance=reading.term.stance,
        **{voice: voices[voice] for voice in VOICES},
        count=voices.total(),
        narrated=sum(voices[voice] for voice in NARRATED),
        rate=rate(voices.total(), words),
        speakers=tuple(speaker for speaker, _ in sorted(found.speakers.items(), key=lambda s: (-s[1], s[0]))),
        path=path,
        line=line,
        left=left,
        text=text,
        right=right,
    )
