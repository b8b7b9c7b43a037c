"""The examples of a lexicon as tests: what is marked «…» must be reported, nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from linter.errors import Origin, Problem
from linter.formats import text
from linter.lexicon import Concept, Lexicon
from linter.linting import lint_document
from linter.policy import Policy, Selection
from linter.rulebook import Rulebook, rulebook_of


def check_examples(lexicon: Lexicon) -> list[Problem]:
    """Runs every example of every concept, each concept switched on by itself."""
    rulebook = rulebook_of(lexicon)
    return [problem for concept in lexicon.concepts for problem in check_concept(concept, rulebook)]


def check_concept(concept: Concept, rulebook: Rulebook) -> Iterator[Problem]:
    origin = concept.origin or Origin("lexicon")
    for example in concept.match_examples:
        plain, marked = split_marks(example)
        if not marked:
            yield Problem(origin, f"{concept.id}: the example “{example}” marks nothing with «…»")
            continue
        found = reported(concept, plain, rulebook)
        for span in [span for span in marked if span not in found]:
            yield Problem(origin, f"{concept.id}: “{plain[slice(*span)]}” is not reported in the example “{plain}”")
        for span in [span for span in found if span not in marked]:
            yield Problem(origin, f"{concept.id}: “{plain[slice(*span)]}” is reported but not marked in the example “{plain}”")
    for example in concept.pass_examples:
        for span in reported(concept, example, rulebook):
            yield Problem(
                origin, f"{concept.id}: “{example[slice(*span)]}” is reported in the example “{example}”, which has to pass"
            )


def reported(concept: Concept, sentence: str, rulebook: Rulebook) -> list[tuple[int, int]]:
    """The spans of a sentence at which the concept is reported under the default policy; code points, end exclusive."""
    policy = Policy(selection=Selection(select=frozenset({concept.id})))
    result = lint_document(text.read(sentence.encode()), "example.txt", rulebook, policy).result
    return [(f.start, f.end) for f in result.findings if f.suppression is None and f.concept == concept.id]


def split_marks(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its marks, and the spans that they mark."""
    plain, marked = "", []
    for number, piece in enumerate(example.replace("»", "«").split("«")):
        if number % 2:
            marked.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, marked
