"""The compiled lexicon: what goes in comes out, and what is damaged is refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from linter import compiling
from linter.compiled import SECTIONS, CompiledLexicon, open_database
from linter.compiling import compile_lexicon
from linter.lexicon import Lexicon
from linter.matcher import Matcher
from linter.rulebook import Rulebook

SOURCE = """
category: armed-conflict
title: Armed conflict
severity: error
voice: {quoted: note}
concepts:
  - id: attack
    definition: An attack é 😀.
    concern: contested
    note: A note.
    mirror: other
    exceptions: [special operation forces, "chicken ~"]
    terms:
      - {text: invasion, status: preferred, pos: noun}
      - text: special operation
        status: deprecated
        pos: noun
        case: any
        fix: safe
        in-names: match
        to: invasion
        advice: Say so.
        valid: {from: 1924, until: 1991}
        when: {near: [Russia*], within: paragraph}
        unless: [{before: [a]}, {voice: [own], part: [cell]}]
      - {pattern: 'gap\\s+\\w+', status: deprecated, suggest: attribute}
  - id: other
    terms: [{text: re-education, status: superseded}]
"""


@pytest.fixture(scope="module")
def source(lexicon: Callable[..., Lexicon]) -> Lexicon:
    return lexicon(SOURCE)


@pytest.fixture(scope="module")
def data(source: Lexicon) -> bytes:
    return compile_lexicon(source)


def test_concepts_come_back(source: Lexicon, data: bytes) -> None:
    compiled = CompiledLexicon(data)
    for concept, back in zip(source.concepts, compiled.all_concepts(), strict=True):
        for name in ("id", "category", "definition", "concern", "note", "mirror", "keep", "language", "sources"):
            assert getattr(back, name) == getattr(concept, name), name
        for term, term_back in zip(concept.terms, back.terms, strict=True):
            assert term_back == term


def test_names_come_back(data: bytes) -> None:
    compiled = CompiledLexicon(data)
    assert compiled.ids == {"attack": "armed-conflict", "other": "armed-conflict"}
    assert compiled.names("categories") == {"armed-conflict": "Armed conflict"}
    assert compiled.stance_name("unknown") == "unknown"
    assert compiled.authority_name("unknown") == "unknown"


def test_variants_come_back(data: bytes) -> None:
    compiled = CompiledLexicon(data)
    anchors = range(len(compiled.anchor_lengths))
    texts = {variant.text for anchor in anchors for literal in compiled.literals(anchor) for variant in literal.variants}
    assert {"special operation", "special operations", "special operation forces", "re-education", r"gap\s+\w+"} <= texts


@pytest.mark.parametrize(
    ("literals", "anchors"),
    [
        pytest.param(["reed", "reed bed", "reeds"], ["reed"], id="what another begins with serves both"),
        pytest.param(["demonstrators"], ["demonstrator"], id="the beginning of a word"),
        pytest.param(["a freedom fighter", "freedom fighters"], ["freedom figh"], id="that of the last word of a phrase"),
        pytest.param(["prisoner of war"], ["soner of war"], id="a short last word"),
        pytest.param(["go to"], ["go to"], id="a short phrase"),
    ],
)
def test_what_the_engine_looks_for(literals: list[str], anchors: list[str]) -> None:
    assert list(compiling._anchors(literal.encode() for literal in literals)) == [anchor.encode() for anchor in anchors]


def test_compiling_twice_gives_the_same(source: Lexicon, data: bytes) -> None:
    assert compile_lexicon(source) == data
    assert CompiledLexicon(data).fingerprint == source.fingerprint


@pytest.mark.parametrize(
    "concepts",
    [
        pytest.param("  - {id: a, concern: style, terms: [{text: foo, status: preferred}]}", id="only an accepted term"),
        pytest.param("  - {id: a, terms: [{text: 9/11, status: deprecated}]}", id="no letters"),
        pytest.param("  - {id: a, terms: [{text: x, status: deprecated}]}", id="one letter"),
        pytest.param("  - {id: a, terms: [{text: 武汉肺炎, status: deprecated}]}", id="no ASCII"),
        pytest.param("  - {id: a, exceptions: ['~ x'], terms: [{text: foo, status: preferred}]}", id="an exception of nothing"),
    ],
)
def test_small_lexicons_compile(rulebook: Callable[..., Rulebook], mark: Callable[..., str], concepts: str) -> None:
    text = f"category: desk\nconcepts:\n{concepts}\n"
    assert rulebook(text).compiled.ids == {"a": "desk"}
    assert mark("Nothing to be found here.", text) == "Nothing to be found here."


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\n", id="an empty header"),
        pytest.param(b"x" * 10_000, id="no header"),
        pytest.param(b"[]\n", id="a list"),
        pytest.param(b"{}\n", id="no format"),
        pytest.param(b"null\n", id="null"),
        pytest.param(b"\xff\xfe\n", id="no text"),
    ],
)
def test_what_is_none_is_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError):
        CompiledLexicon(damaged)


def header_of(data: bytes) -> tuple[dict[str, object], bytes]:
    end = data.index(b"\n")
    return json.loads(data[:end]), data[end:]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", 0),
        ("byteorder", "middle"),
        ("lengths", [1, 2, 3]),
        ("lengths", ["a"] * len(SECTIONS)),
        ("lengths", None),
        ("lengths", [0] * len(SECTIONS)),
    ],
)
def test_a_damaged_header_is_refused(data: bytes, key: str, value: object) -> None:
    header, rest = header_of(data)
    with pytest.raises(ValueError):
        CompiledLexicon(json.dumps({**header, key: value}).encode() + rest)


@pytest.mark.parametrize("key", ["format", "byteorder", "fingerprint", "lengths"])
def test_a_header_without_a_key_is_refused(data: bytes, key: str) -> None:
    header, rest = header_of(data)
    del header[key]
    with pytest.raises(ValueError):
        CompiledLexicon(json.dumps(header).encode() + rest)


@pytest.mark.parametrize("cut", [1, 10, 100])
def test_what_is_cut_short_is_refused(data: bytes, cut: int) -> None:
    with pytest.raises(ValueError, match="damaged"):
        CompiledLexicon(data[:-cut])


def test_a_damaged_body_is_refused(data: bytes) -> None:
    start = data.index(b"\n") + 1
    with pytest.raises(ValueError, match="damaged"):
        CompiledLexicon(data[:start] + b"\x00" * 64 + data[start + 64 :])


@pytest.mark.interpreted
def test_a_database_of_another_machine_is_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = CompiledLexicon(data)
    monkeypatch.setattr(CompiledLexicon, "database", compiled.database[64:])
    with pytest.raises(ValueError, match="the database does not load"):
        open_database(compiled)
    with pytest.raises(ValueError, match="the database does not load"):
        Matcher(compiled)
