"""Lexicon to compiled lexicon: every variant as a literal that the engine finds, every concept as a record."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from zlib import crc32

from linter.braces import expand_braces
from linter.compiled import FORMAT, SECTIONS, Variant
from linter.folding import fold_word
from linter.lexicon import PLACEHOLDER, Concept, Condition, Lexicon, Term
from linter.patterns import required_literal

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_ANCHOR = 12
"""Bytes that an anchor has at most. Shorter ones are built faster and found more often where nothing stands."""

_LAST_WORD = 4
"""Bytes of the last word of a phrase that its anchor has. By the last eight bytes of what it looks for the engine tells at first
whether it can stand at a place: where they are of two words, that is seldom; a scan takes half to two thirds of the time."""

_NOWHERE = b"\xff"
"""A byte that UTF-8 never has: the engine takes no empty list, and a lexicon may have nothing to look for."""


def compile_lexicon(lexicon: Lexicon, *, all_terms: bool = False) -> bytes:
    """Compiles a lexicon.

    Of the accepted terms only those take part that can win over another match or be reported themselves; with `all_terms`
    every one does, for those who count words and do not judge them.
    """
    variants = _all_variants(lexicon, all_terms=all_terms)
    by_literal: dict[bytes, list[Variant]] = {}
    for variant in variants:
        for literal in _literals_of(variant):
            by_literal.setdefault(literal.encode(), []).append(variant)
    anchors = _anchors(by_literal)
    with ThreadPoolExecutor(1) as pool:  # the engine builds its database without the interpreter, which writes the records
        database = pool.submit(_compile_database, list(anchors))
        anchor_records = [_anchor_record(anchor, anchors[anchor], by_literal) for anchor in anchors]
        concept_records = [_json(_concept_fields(concept)) for concept in lexicon.concepts]
    parts = {
        "database": database.result(),
        "anchor_lengths": array("I", map(len, anchors)).tobytes(),
        "anchor_ends": _ends(anchor_records),
        "anchors": b"".join(anchor_records),
        "concept_ends": _ends(concept_records),
        "concepts": b"".join(concept_records),
        "register": _json(_register(lexicon)),
    }
    body = b"".join(parts[name] for name in SECTIONS)
    header = {
        "format": FORMAT,
        "byteorder": sys.byteorder,
        "crc32": crc32(body),
        "fingerprint": lexicon.fingerprint,
        "lengths": [len(parts[name]) for name in SECTIONS],
    }
    return _json(header) + b"\n" + body


def _all_variants(lexicon: Lexicon, *, all_terms: bool) -> list[Variant]:
    variants: list[Variant] = []
    deprecated = {
        fold_word(text) for concept in lexicon.concepts for term in concept.terms if not term.accepted for text in term.texts
    }
    listed = {text for concept in lexicon.concepts for term in concept.terms for texts in term.forms.values() for text in texts}
    for number, concept in enumerate(lexicon.concepts):
        everything = all_terms or concept.is_consistency or concept.concern == "contested"
        for index, term in enumerate(concept.terms):
            if term.is_pattern:
                variants.append(Variant(number, index, term.text, is_pattern=True))
            if term.accepted and not everything and not _shadows(term, deprecated):
                continue
            for form, texts in term.forms.items():
                variants += (Variant(number, index, text, form) for text in texts)
                if form == "singular" and not term.accepted:
                    hyphened = (_before_a_noun(text) for text in texts)
                    variants += (Variant(number, index, text, form) for text in hyphened if text and text not in listed)
        for exception in concept.exceptions:
            if PLACEHOLDER not in exception:
                variants += (Variant(number, None, text) for text in expand_braces(exception))
    return variants


def _before_a_noun(text: str) -> str | None:
    """What two words of a common noun become before another noun: *human-shield tactics*."""
    return text.replace(" ", "-") if text.islower() and text.count(" ") == 1 and "-" not in text else None


def _register(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    return {
        "concepts": {concept.id: concept.category for concept in lexicon.concepts},
        "categories": {id: category.title for id, category in lexicon.categories.items()},
        "stances": {id: stance.name for id, stance in lexicon.stances.items()},
        "authorities": {id: authority.name for id, authority in lexicon.authorities.items()},
    }


def _shadows(term: Term, deprecated: set[str]) -> bool:
    """Does one of the term's variants contain a whole deprecated variant, which it protects?"""
    for text in term.texts:
        words = fold_word(text).replace("-", " ").split()
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                if end - start < len(words) and " ".join(words[start:end]) in deprecated:
                    return True
    return False


def _literals_of(variant: Variant) -> list[str]:
    """What the engine looks for: the folded variant; without its hyphens too, as a line may end in one."""
    if variant.is_pattern:
        return [fold_word(required_literal(variant.text))]
    folded = fold_word(variant.text)
    if "-" not in folded:
        return [folded]
    return [folded, *dict.fromkeys(folded[:i] + folded[i + 1 :] for i, c in enumerate(folded) if c == "-")]


def _anchors(literals: Iterable[bytes]) -> dict[bytes, list[bytes]]:
    """The anchors, each with the literals that contain it: as few and as short as tell well enough what stands there, so that
    the engine is built in half the time and has less to look for."""
    anchors: dict[bytes, list[bytes]] = {}
    beginning = _NOWHERE
    for literal in sorted(literals):
        if literal.startswith(beginning):
            anchor = beginning
        elif b" " in literal:
            end = literal.rindex(b" ") + 1 + _LAST_WORD
            anchor = literal[:end][-_ANCHOR:]
        else:
            anchor = beginning = literal[:_ANCHOR]
        anchors.setdefault(anchor, []).append(literal)
    return anchors


def _compile_database(anchors: Sequence[bytes]) -> bytes:
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions = anchors or [_NOWHERE]
    count = len(expressions)
    database.compile(expressions=expressions, ids=list(range(count)), elements=count, flags=[0] * count, literal=True)
    data: bytes = hyperscan.dumpb(database)
    return data


def _json(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()


def _ends(records: Iterable[bytes]) -> bytes:
    ends, end = array("I"), 0
    for record in records:
        end += len(record)
        ends.append(end)
    return ends.tobytes()


def _anchor_record(anchor: bytes, literals: Sequence[bytes], variants: Mapping[bytes, Sequence[Variant]]) -> bytes:
    """What stands before and after the anchor in each of its literals, in hexadecimal digits, as it may begin and end inside a
    character; and on a second line the variants of each."""
    frames = (literal.partition(anchor) for literal in literals)
    shown = ",".join(f"{before.hex()}.{after.hex()}" for before, _, after in frames)
    return shown.encode() + b"\n" + _json([[_variant_fields(variant) for variant in variants[literal]] for literal in literals])


def _variant_fields(variant: Variant) -> list[Any]:
    return [variant.concept, variant.term, variant.text, variant.form, variant.is_pattern]


def _concept_fields(concept: Concept) -> dict[str, Any]:
    """The fields that matching and reporting need; the examples stay with the lexicon.

    Conditions stand in one list, as the terms of a concept mostly share them; a term holds their numbers.
    """
    conditions: dict[Condition, int] = {}
    terms = [_term_fields(term, conditions) for term in concept.terms]
    return {
        "id": concept.id,
        "category": concept.category,
        "definition": concept.definition,
        "concern": concept.concern,
        "note": concept.note,
        "exceptions": [exception for exception in concept.exceptions if PLACEHOLDER in exception],
        "sources": [[source.authority, source.ref] for source in concept.sources],
        "mirror": concept.mirror,
        "keep": concept.keep,
        "language": concept.language,
        "precedence": concept.precedence,
        "terms": terms,
        "conditions": [{name: getattr(condition, name) for name in Condition._fields} for condition in conditions],
    }


def _term_fields(term: Term, conditions: dict[Condition, int]) -> dict[str, Any]:
    left_out = ("origin", "when", "unless", "sources")
    defaults = Term(text="", status="deprecated")
    fields = {name: getattr(term, name) for name in Term._fields if name not in left_out}
    fields = {name: value for name, value in fields.items() if name == "status" or value != getattr(defaults, name)}
    fields["sources"] = [[source.authority, source.ref] for source in term.sources]
    for key in ("when", "unless"):
        fields[key] = [conditions.setdefault(condition, len(conditions)) for condition in getattr(term, key)]
    return fields
