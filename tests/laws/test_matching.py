"""Laws 3, 4 and 7: a finding depends on its block only, the engine changes no answer, and neither does any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.compiled import CompiledLexicon, Variant
from linter.document import Document
from linter.folding import INVISIBLE, Folded, fold, fold_word
from linter.lexicon import Lexicon
from linter.lexicon_files import LexiconFile, parse_lexicon
from linter.matcher import Match, Matcher
from linter.rulebook import rulebook_of
from linter.spans import Span

CONCEPTS = [
    "  - {id: city, exceptions: [chicken ~, Kiev Dynamo], terms: [{text: Kyiv, status: preferred},"
    " {text: Kiev, status: deprecated}]}",
    "  - {id: operation, terms: [{text: military operation, status: preferred, pos: noun},"
    " {text: special operation, status: deprecated, pos: noun}, {text: special military operation, status: deprecated}]}",
    "  - {id: camp, terms: [{text: re-education, status: deprecated},"
    " {text: camp, status: deprecated, when: {before: [re-education]}}]}",
    "  - {id: human, terms: [{text: human, status: deprecated, unless: {near: [rights], within: '3'}},"
    " {text: humane, status: deprecated}]}",
    "  - {id: letters, terms: [{text: ß, status: deprecated}, {text: é, status: deprecated}, {text: 한, status: deprecated}]}",
    "  - {id: chant, terms: [{text: oh no no no no no, status: deprecated}, {text: no go area, status: deprecated}]}",
    "  - {id: pattern, terms: [{pattern: 'gap\\s+\\w+', status: deprecated}]}",
]
WORDS = """Kiev KIEV kiev Kyiv chicken Dynamo special military operation operations re-education reeducation camp human humane
    rights in hum ane oper ation gap pad ß SS é 한 😀 The x oh no area""".split()
PIECES = st.sampled_from([*WORDS, "oh no no", "no no no no", "no go area"])
JOINTS = st.sampled_from(
    [" ", "  ", "\n", "\r\n", "-", "-\n", "\u00ad", "\u00ad\n", "\u200b", "\u00a0", ". ", ", ", "’s ", "/", "", "“", "” "]
)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    return "".join(piece + draw(JOINTS) for piece in draw(st.lists(PIECES, max_size=7)))


def lexicon_of(concepts: list[str]) -> Lexicon:
    source = "category: desk\nconcepts:\n" + "\n".join(concepts) + "\n"
    return parse_lexicon([LexiconFile("a.yaml", source.encode())])


RULES = rulebook_of(lexicon_of(CONCEPTS))
Found = list[tuple[int, int, str, str | None]]


def find(text: str, matcher: Matcher = RULES.matcher) -> Found:
    document = Document(source=text, text=text, wrapped=True)
    return [shown(match) for match in matcher.find(document, fold(text), lambda span: "own")]


def shown(match: Match) -> tuple[int, int, str, str | None]:
    return match.span.start, match.span.end, match.concept.id, match.term.text if match.term else None


@cache
def brute_force() -> Matcher:
    class BruteForce(Matcher):
        """Proposes every variant at every stretch of the text that could be it, without engine and without folding the whole."""

        def __init__(self, compiled: CompiledLexicon) -> None:
            super().__init__(compiled)
            anchors = range(len(compiled.anchor_lengths))
            variants = [variant for anchor in anchors for literal in compiled.literals(anchor) for variant in literal.variants]
            self._by_text: dict[str, list[Variant]] = {"gap": [variant for variant in variants if variant.is_pattern]}
            for variant in variants:
                if not variant.is_pattern:
                    self._by_text.setdefault(fold_word(variant.text), []).append(variant)

        def _scan(self, data: bytes) -> list[tuple[int, int]]:
            return [(0, 0)]

        def _proposals(self, text: str, folded: Folded, hits: object) -> Iterator[tuple[Span, list[Variant]]]:
            outside = INVISIBLE + " \n\r\t\u00a0-"
            for start in range(len(text)):
                for end in range(start + 1, min(len(text), start + 40) + 1):
                    if text[start] in outside or text[end - 1] in outside:
                        continue
                    stretch = text[start:end]
                    for spelling in {fold_word(stretch), fold(stretch, keep_wrapped_hyphens=True).text}:
                        if spelling in self._by_text:
                            yield Span(start, end), self._by_text[spelling]

    return BruteForce(RULES.compiled)


@pytest.mark.interpreted
@settings(deadline=None, max_examples=100)
@given(paragraphs())
def test_the_engine_finds_what_brute_force_finds(text: str) -> None:
    assert find(text) == find(text, brute_force())


@settings(deadline=None, max_examples=200)
@given(paragraphs(), paragraphs())
def test_a_match_depends_on_its_block_only(one: str, other: str) -> None:
    one, other = one.strip("\n\r"), other.strip("\n\r")
    shift = len(one) + 2
    apart = [*find(one), *((start + shift, end + shift, *rest) for start, end, *rest in find(other))]
    assert find(f"{one}\n\n{other}") == apart


@settings(deadline=None, max_examples=25)
@given(st.permutations(CONCEPTS), paragraphs())
def test_the_order_of_the_entries_changes_nothing(concepts: list[str], text: str) -> None:
    assert find(text, rulebook_of(lexicon_of(concepts)).matcher) == find(text)


@pytest.mark.interpreted
def test_the_laws_see_matches() -> None:
    text = "Kiev, spe\u00adcial oper-\nation, re-\neducation camp, human, humane, é ß 한 gap pad, chicken Kiev"
    assert len(find(text)) == 9
    assert find(text) == find(text, brute_force())


def test_the_order_of_the_files_changes_nothing(workspace: Callable[..., Path]) -> None:
    from linter.pipeline import Linter, Options

    workspace(
        {
            "house.yaml": "category: desk\nprefer: {Kyiv: Kiev}\n",
            "rules.yaml": "lexicons: [house.yaml]\n",
            "a.txt": "In Kiev.\n",
            "b/c.md": "# Kiev\n",
            "z.txt": "Kiev and Kiev.\n",
        }
    )
    one = Linter(Options(use_cache=False)).lint_paths(["a.txt", "b", "z.txt"])
    other = Linter(Options(use_cache=False)).lint_paths(["z.txt", "b", "a.txt"])
    assert one == other
    assert [finding.path for finding in one.findings] == ["a.txt", "b/c.md", "z.txt", "z.txt"]


@pytest.mark.interpreted
@pytest.mark.parametrize("text", ["Kiev", "in-\nhuman", "re-\neducation", "x\u00ad\nKiev", "oh no no no no no no"])
def test_single_cases_of_the_law(text: str) -> None:
    assert find(text) == find(text, brute_force())
