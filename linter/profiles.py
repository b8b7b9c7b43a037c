"""Vocabulary profiles: which terms a document uses, how often, in whose voice. Counts only; `comparison` weighs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Use:
    """How one file uses one term: by voice, with its speakers, and where first. Plain data, cheap to send between processes."""

    concept: str
    category: str
    term: str
    status: str
    stance: str | None
    place: tuple[str, int, str, str, str]
    voices: Counter[str]
    speakers: Counter[str]


@dataclass(frozen=True, slots=True)
class Tally:
    """What one file uses, or the error that stopped it from being read."""

    path: str
    words: int = 0
    uses: tuple[Use, ...] = ()
    error: str | None = None


def tally_of(voiced: VoicedDocument) -> Tally:
    """Counts the matches of one document."""
    document = voiced.document
    if document is None:
        return Tally(voiced.path, error=voiced.error)
    uses: dict[tuple[str, str], Use] = {}
    for reading in voiced.readings:
        concept, term = reading.concept, reading.term
        name = term_name(document, reading)
        use = uses.get((concept.id, name))
        if use is None:
            place = _place(voiced.path, document, reading.match.span)
            use = Use(concept.id, concept.category, name, term.status, term.stance, place, Counter(), Counter())
            uses[concept.id, name] = use
        use.voices[reading.voice] += 1
        if reading.speaker and reading.speaker.lower() not in _PRONOUNS:
            use.speakers[" ".join(reading.speaker.split())] += 1
    return Tally(voiced.path, voiced.words, tuple(uses.values()))


def profile_of(name: str, tallies: Iterable[Tally], concept_of: Callable[[str], Concept | None]) -> Profile:
    """The profile of files taken together; those that could not be read do not take part. `concept_of` knows the ids.

    No tally is kept: there may be more of them than the memory holds.
    """
    uses: dict[tuple[str, str], Use] = {}
    paths: list[str] = []
    words = 0
    for tally in tallies:
        if tally.error is not None:
            continue
        paths.append(tally.path)
        words += tally.words
        for use in tally.uses:
            known = uses.get((use.concept, use.term))
            if known is None:
                uses[use.concept, use.term] = replace(use, voices=use.voices.copy(), speakers=use.speakers.copy())
            else:
                known.voices.update(use.voices)
                known.speakers.update(use.speakers)
    rows = [_row(name, use, words) for use in uses.values()]
    rows.sort(key=lambda row: (row.concept, -row.count, row.term))
    concepts = {id: concept_of(id) for id in sorted({use.concept for use in uses.values()})}
    return Profile(name, tuple(paths), words, tuple(rows), {id: c for id, c in concepts.items() if c is not None})


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


def _row(name: str, use: Use, words: int) -> TermCount:
    path, line, left, text, right = use.place
    count = use.voices.total()
    return TermCount(
        document=name,
        concept=use.concept,
        category=use.category,
        term=use.term,
        status=use.status,
        stance=use.stance,
        **{voice: use.voices[voice] for voice in VOICES},
        count=count,
        narrated=sum(use.voices[voice] for voice in NARRATED),
        rate=rate(count, words),
        speakers=tuple(speaker for speaker, _ in sorted(use.speakers.items(), key=lambda s: (-s[1], s[0]))),
        path=path,
        line=line,
        left=left,
        text=text,
        right=right,
    )
