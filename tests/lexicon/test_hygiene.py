"""The bundled lexicon as a whole: complete, in order, and as strict with one party's words as with the other's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.balance import imbalances, opponents_of
from linter.lexicon import Lexicon
from linter.lexicon_checks import check_lexicon
from linter.lexicon_layout import layout
from linter.marked_yaml import Node, parse
from linter.resources import bundled

FOLDER = Path(bundled("lexicon"))
FILES = sorted(FOLDER.rglob("*.yaml"))
by_file = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])


def test_no_problems(bundled_lexicon: Lexicon) -> None:
    assert [str(problem) for problem in check_lexicon(bundled_lexicon)] == []


@by_file
def test_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert layout(text.encode(), path.name) == text, f"run: evenhand lexicon format {path}"


@by_file
def test_long_lists_are_written_once(path: Path) -> None:
    root = parse(path.read_bytes(), path.name, [])
    assert root is not None
    counts = Counter(words for words in _word_lists(root, "") if len(words) >= 6 and not any("<" in word for word in words))
    assert [words[:4] for words, count in counts.items() if count >= 3] == [], "name them under “lists”"


def _word_lists(node: Node, key: str) -> Iterator[tuple[str, ...]]:
    if key in ("near", "before", "after") and node.items is not None:
        yield tuple(item.text or "" for item in node.items)
    for name, value in (node.fields or {}).items():
        yield from _word_lists(value, name)
    for item in node.items or ():
        yield from _word_lists(item, "")


def test_size(bundled_lexicon: Lexicon) -> None:
    assert len(bundled_lexicon.concepts) >= 600
    assert sum(len(concept.terms) for concept in bundled_lexicon.concepts) >= 2_500


def test_size_of_each_category(bundled_lexicon: Lexicon) -> None:
    counts = Counter(concept.category for concept in bundled_lexicon.concepts)
    assert {id: counts[id] for id in bundled_lexicon.categories if counts[id] < 20} == {}


def test_a_file_is_named_for_its_category(bundled_lexicon: Lexicon) -> None:
    assert sorted(bundled_lexicon.categories) == sorted(path.stem for path in FILES if path.parent != FOLDER)


def test_stances_are_used(bundled_lexicon: Lexicon) -> None:
    used = {term.stance for concept in bundled_lexicon.concepts for term in concept.terms}
    opponents = {opponent for stance in bundled_lexicon.stances.values() for opponent in stance.opposes}
    assert set(bundled_lexicon.stances) - used - opponents == set()


def test_authorities_are_used(bundled_lexicon: Lexicon) -> None:
    terms = [term for concept in bundled_lexicon.concepts for term in concept.terms]
    sources = [source for holder in (*bundled_lexicon.concepts, *terms) for source in holder.sources]
    used = {source.authority for source in sources} | {id for term in terms for id in term.house}
    assert set(bundled_lexicon.authorities) - used == set()


def test_opponents_are_declared(bundled_lexicon: Lexicon) -> None:
    named = {opponent for stance in bundled_lexicon.stances.values() for opponent in stance.opposes}
    assert named - set(bundled_lexicon.stances) == set()


def test_balance(bundled_lexicon: Lexicon) -> None:
    silent = [found for found in imbalances(bundled_lexicon) if not bundled_lexicon.categories[found.category].balance]
    assert silent == []


def test_no_stance_stands_without_its_opponents(bundled_lexicon: Lexicon) -> None:
    """Over the whole lexicon, whose words are listed ten times has an opponent whose words are listed too."""
    counts = Counter(t.stance for c in bundled_lexicon.concepts for t in c.terms if t.stance and not t.accepted)
    alone = [
        id
        for id, count in counts.items()
        if count >= 10
        and (opponents := opponents_of(id, bundled_lexicon))
        and not any(counts[opponent] for opponent in opponents)
    ]
    assert alone == []


def test_shipped_settings_name_what_there_is(bundled_lexicon: Lexicon) -> None:
    root = parse(Path(bundled("rules.yaml")).read_bytes(), "rules.yaml", [])
    assert root is not None and root.fields is not None
    named = set(root.fields["severity"].fields or ())
    assert named - set(bundled_lexicon.categories) - {concept.id for concept in bundled_lexicon.concepts} == set()


def test_each_shipped_severity_has_its_reason() -> None:
    lines = Path(bundled("rules.yaml")).read_text(encoding="utf-8").splitlines()
    start = lines.index("severity:") + 1
    severities = lines[start : lines.index("", start)]
    assert severities
    assert [line for line in severities if "  # " not in line] == []
