"""Keyword in context (KWIC): every place where a concept, a category, a party's terms or a word stand, with what is around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from linter.errors import UsageError, did_you_mean, quote
from linter.folding import fold_word
from linter.profiles import context, term_name
from linter.word_pattern import word_pattern

if TYPE_CHECKING:
    from linter.compiled import CompiledLexicon
    from linter.document import Document
    from linter.findings import Voice
    from linter.linting import VoicedDocument
    from linter.spans import Span

QueryKind = Literal["concept", "category", "stance", "word"]
QUERY_KINDS: tuple[QueryKind, ...] = ("concept", "category", "stance", "word")

Order = Literal["document", "left", "right", "date"]
ORDERS: tuple[Order, ...] = ("document", "left", "right", "date")

CONTEXT_WIDTH = 80
"""So many characters of context are kept on either side."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: the id of a concept, category or stance, or a word or phrase (`*` stands for any continuation)."""

    kind: QueryKind
    text: str


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One place; one row of a data frame.

    `path`, `line`, `column` (1-based; columns in code points) and `start`, `end` (0-based code points of the source, end
    exclusive) say where. `left` and `right`: the running text around it, at most 80 characters each, inside the block;
    `text`: the place itself as a person reads it. `concept`, `category`, `term`, `stance` are None for a plain word. `date`:
    of the document, as `2022-03-01`; None where it does not say. `speaker`: as it stands in the text.
    """

    path: str
    line: int
    column: int
    start: int
    end: int
    left: str
    text: str
    right: str
    voice: Voice
    speaker: str | None
    concept: str | None
    category: str | None
    term: str | None
    stance: str | None
    part: str
    date: str | None


def query_of(text: str, compiled: CompiledLexicon, kind: QueryKind | None = None) -> Query:
    """The query that a text stands for: an id of the lexicon if there is one, else a word.

    Raises UsageError where `kind` asks for an id that the lexicon does not have, or where the text is empty.
    """
    text = " ".join(text.split())
    if not re.search(r"\w", text):
        raise UsageError("name a concept, a category, a stance or a word to look for")
    known = {"concept": compiled.ids, "category": compiled.names("categories"), "stance": compiled.names("stances")}
    if kind is None:
        found = next((name for name, ids in known.items() if text in ids), None)
        return Query("word" if found is None else _kind(found), text)
    if kind != "word" and text not in known[kind]:
        raise UsageError(f"no {kind} {quote(text)} in the lexicon{did_you_mean(text, known[kind])}")
    return Query(kind, text)


def _kind(name: str) -> QueryKind:
    return next(kind for kind in QUERY_KINDS if kind == name)


def concordance(documents: Iterable[VoicedDocument], query: Query) -> Iterator[ConcordanceLine]:
    """The places of a query in documents, in order of document and place. Documents that could not be read have none."""
    for voiced in documents:
        if voiced.document is not None:
            yield from _words(voiced, query.text) if query.kind == "word" else _readings(voiced, query)


def arranged(lines: Iterable[ConcordanceLine], order: Order) -> list[ConcordanceLine]:
    """The lines sorted: by document and place; by the words after (`right`) or before the place (`left`, read backwards); by
    the document's date, undated ones last."""
    lines = sorted(lines, key=lambda line: (line.path, line.start, line.end, line.concept or ""))
    if order == "left":
        return sorted(lines, key=lambda line: _key(line.left)[::-1])
    if order == "right":
        return sorted(lines, key=lambda line: _key(line.right))
    if order == "date":
        return sorted(lines, key=lambda line: (line.date is None, line.date or ""))
    return lines


def sampled(lines: Sequence[ConcordanceLine], size: int, seed: int = 0) -> list[ConcordanceLine]:
    """A random sample in the order of the lines; the same seed and lines give the same sample."""
    import random

    if size >= len(lines):
        return list(lines)
    picked = sorted(random.Random(seed).sample(range(len(lines)), size))
    return [lines[index] for index in picked]


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", fold_word(text))


def _readings(voiced: VoicedDocument, query: Query) -> Iterator[ConcordanceLine]:
    document = voiced.document
    assert document is not None
    date = _date(voiced)
    for reading in voiced.readings:
        found = {"concept": reading.concept.id, "category": reading.concept.category, "stance": reading.term.stance}
        if found[query.kind] == query.text:
            labels = (reading.concept.id, reading.concept.category, term_name(document, reading), reading.term.stance)
            yield _line(voiced.path, document, reading.match.span, reading.voice, reading.speaker, labels, date)


def _words(voiced: VoicedDocument, text: str) -> Iterator[ConcordanceLine]:
    from linter.spans import Span
    from linter.voice import Voices

    document = voiced.document
    assert document is not None
    voices: Voices | None = None
    date = _date(voiced)
    for match in word_pattern(text).finditer(document.text):
        span = Span(match.start(), match.end())
        if any(document.breaks_block(span.start + at) for at, c in enumerate(match.group()) if c == "\n"):
            continue
        voices = voices or Voices(document)
        reading = voices.at(span)
        yield _line(voiced.path, document, span, reading.voice, reading.speaker, (None, None, None, None), date)


_Labels = tuple[str | None, str | None, str | None, str | None]


def _line(
    path: str, document: Document, span: Span, voice: Voice, speaker: str | None, labels: _Labels, date: str | None
) -> ConcordanceLine:
    source = document.source_span(span)
    position = document.lines.position(source.start)
    left, text, right = context(document, span, CONTEXT_WIDTH)
    concept, category, term, stance = labels
    return ConcordanceLine(
        path=path,
        line=position.line,
        column=position.column,
        start=source.start,
        end=source.end,
        left=left,
        text=text,
        right=right,
        voice=voice,
        speaker=" ".join(speaker.split()) if speaker else None,
        concept=concept,
        category=category,
        term=term,
        stance=stance,
        part=document.part_at(span.start),
        date=date,
    )


def _date(voiced: VoicedDocument) -> str | None:
    from linter.dates import date_of

    return date_of(voiced.path, voiced.document.source) if voiced.document else None
