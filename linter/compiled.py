"""The compiled lexicon: one string of bytes from which matching starts without reading YAML, and the concepts on demand.

Made of lengths, JSON and the engine's own database; nothing in it is ever executed. The concepts, with their notes and
sources, stay unread until one of them is found.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from linter.lexicon import Concept, Condition, Source, Term
from linter.named_tuples import NamedTuple

if TYPE_CHECKING:
    from mmap import mmap

    import hyperscan

    from linter.forms import Form

FORMAT = 8
HEADER_LIMIT = 4096
AFTER_KEY = 3
"""Bytes after an anchor by which its literals are told apart at first."""
SECTIONS = ("database", "anchor_lengths", "anchor_ends", "anchors", "concept_ends", "concepts", "register")


class Variant(NamedTuple):
    """A surface form: of a term, of an exception (`term` is None), or the fixed part of a pattern."""

    concept: int
    term: int | None
    text: str
    form: Form = "cited"
    is_pattern: bool = False


class Frame(NamedTuple):
    """What stands before and after an anchor in one of its literals, and which one of them that is."""

    number: int
    before: bytes
    after: bytes


class Literal(NamedTuple):
    """The variants that fold to one and the same. `has_pattern`: it is the fixed part of a pattern, which may stand anywhere in a
    word."""

    variants: tuple[Variant, ...]
    has_pattern: bool


class CompiledLexicon:
    """A lexicon ready for matching. `data` is what `compiling` made; raises ValueError where it is anything else."""

    def __init__(self, data: bytes | mmap) -> None:
        try:
            self._read_header(memoryview(data))
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("no header of ours") from error
        self._concepts: dict[int, Concept] = {}
        self._frames: dict[int, dict[bytes, list[Frame]]] = {}
        self._literals: dict[int, tuple[Literal, ...]] = {}
        self._register: dict[str, Any] | None = None
        self._numbers: dict[str, int] = {}

    def _read_header(self, view: memoryview) -> None:
        header_end = bytes(view[:HEADER_LIMIT]).index(b"\n")
        header = json.loads(bytes(view[:header_end]))
        if header.get("format") != FORMAT or header.get("byteorder") != sys.byteorder:
            raise ValueError("another format")
        self.fingerprint: str = header["fingerprint"]
        self._sections: dict[str, memoryview] = {}
        start = header_end + 1
        for name, length in zip(SECTIONS, header["lengths"], strict=True):
            self._sections[name] = view[start : start + length]
            start += length
        if start != len(view) or crc32(view[header_end + 1 :]) != header.get("crc32"):
            raise ValueError("damaged")
        self.anchor_lengths = _numbers(self._sections["anchor_lengths"])
        self._anchor_ends = _numbers(self._sections["anchor_ends"])
        self._concept_ends = _numbers(self._sections["concept_ends"])

    @property
    def database(self) -> bytes:
        return bytes(self._sections["database"])

    def literals(self, anchor: int) -> tuple[Literal, ...]:
        """The literals that contain an anchor, which is what the engine looks for. `anchor_lengths` has its bytes."""
        if anchor not in self._literals:
            fields = json.loads(self._record("anchors", self._anchor_ends, anchor).partition(b"\n")[2])
            self._literals[anchor] = tuple(map(_literal_from, fields))
        return self._literals[anchor]

    def frames(self, anchor: int, following: bytes) -> Sequence[Frame]:
        """What may stand around the anchor, where `following` are the `AFTER_KEY` bytes after it, or all that there are.

        Read without the variants, as most anchors that are found are part of something else.
        """
        if anchor not in self._frames:
            self._frames[anchor] = _by_key(_frames_from(self._record("anchors", self._anchor_ends, anchor).partition(b"\n")[0]))
        known = self._frames[anchor]
        return known.get(following) or known[b""]

    def concept(self, number: int) -> Concept:
        if number not in self._concepts:
            self._concepts[number] = _concept_from(json.loads(self._record("concepts", self._concept_ends, number)))
        return self._concepts[number]

    def concept_of(self, id: str) -> Concept | None:
        """The concept with an id; None if there is none."""
        if not self._numbers:
            self._numbers.update((known, number) for number, known in enumerate(self.ids))
        return self.concept(self._numbers[id]) if id in self._numbers else None

    def all_concepts(self) -> Iterable[Concept]:
        return map(self.concept, range(len(self._concept_ends)))

    @property
    def ids(self) -> Mapping[str, str]:
        """The category of every concept, by its id."""
        ids: Mapping[str, str] = self._names("concepts")
        return ids

    def stance_name(self, id: str) -> str:
        """A stance as it follows “a term of …”."""
        return str(self._names("stances").get(id, id))

    def authority_name(self, id: str) -> str:
        return str(self._names("authorities").get(id, id))

    def names(self, register: str) -> Mapping[str, Any]:
        """The ids of `categories`, `stances` or `authorities`, with their names."""
        return self._names(register)

    def _names(self, register: str) -> Mapping[str, Any]:
        if self._register is None:
            self._register = json.loads(bytes(self._sections["register"]))
        names: Mapping[str, Any] = self._register[register]
        return names

    def _record(self, section: str, ends: Sequence[int], number: int) -> bytes:
        return bytes(self._sections[section][ends[number - 1] if number else 0 : ends[number]])


def open_database(compiled: CompiledLexicon) -> hyperscan.Database:
    """The engine's database; raises ValueError where this processor or library cannot use it."""
    import hyperscan

    try:
        database = hyperscan.loadb(compiled.database, mode=hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
    except hyperscan.HyperscanError as error:
        raise ValueError(f"the database does not load: {error}") from error
    return database


def _numbers(data: memoryview) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data)
    return numbers


def _frames_from(field: bytes) -> list[Frame]:
    frames = []
    for number, frame in enumerate(field.decode().split(",")):
        before, _, after = frame.partition(".")
        frames.append(Frame(number, bytes.fromhex(before), bytes.fromhex(after)))
    return frames


def _by_key(frames: Sequence[Frame]) -> dict[bytes, list[Frame]]:
    """Under each key those that go on with it, and under every one those that end before."""
    short = [frame for frame in frames if len(frame.after) < AFTER_KEY]
    grouped = {b"": short}
    for frame in frames:
        if len(frame.after) >= AFTER_KEY:
            grouped.setdefault(frame.after[:AFTER_KEY], [*short]).append(frame)
    return grouped


def _literal_from(variants: list[list[Any]]) -> Literal:
    found = tuple(Variant(*fields) for fields in variants)
    return Literal(found, any(variant.is_pattern for variant in found))


def _concept_from(fields: dict[str, Any]) -> Concept:
    conditions = [Condition(**_with_tuples(condition)) for condition in fields.pop("conditions")]
    fields["terms"] = [_term_from(term, conditions) for term in fields["terms"]]
    fields["sources"] = [Source(*source) for source in fields["sources"]]
    return Concept(**_with_tuples(fields))


def _term_from(fields: dict[str, Any], conditions: Sequence[Condition]) -> Term:
    fields["sources"] = [Source(*source) for source in fields["sources"]]
    fields["forms"] = _with_tuples(fields.get("forms", {}))
    for key in ("when", "unless"):
        fields[key] = [conditions[number] for number in fields[key]]
    return Term(**_with_tuples(fields))


def _with_tuples(fields: dict[str, Any]) -> dict[str, Any]:
    """JSON has lists where the values of a lexicon are tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
