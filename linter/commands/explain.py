"""`evenhand explain`: the concepts behind a word, and what becomes of a sentence."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterator, Sequence

from linter.braces import expand_braces
from linter.cards import card
from linter.display import harmless
from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, UsageError
from linter.findings import Finding
from linter.folding import fold_word
from linter.lexicon import PLACEHOLDER, Concept, Lexicon
from linter.pipeline import Linter, Options
from linter.reporters.phrases import use_line, voice_phrase
from linter.rulebook import load_lexicon

_MOST = 5


def run(word: str, *, text: str | None, lexicons: Sequence[str], config: str | None) -> int:
    """Prints the cards of the concepts that a word, term or id belongs to, or what becomes of a sentence."""
    linter = Linter(Options(config, tuple(lexicons)))
    if text is not None:
        return _explain_text(linter, text)
    if not word.strip():
        raise UsageError("name a word, a term or the id of a concept, or give a sentence with --text")
    lexicon = load_lexicon(linter.settings_for(os.getcwd()).lexicons)
    concepts = find_concepts(lexicon, word)
    if not concepts:
        near = _near(lexicon, word)
        if not near:
            sys.stderr.write(f"evenhand: no concept has the term “{harmless(word)}”, nor one near it\n")
            return EXIT_FINDINGS
        sys.stderr.write(f"evenhand: no term “{harmless(word)}”; the nearest:\n\n")
        concepts = near
    sys.stdout.write("\n\n".join(card(concept, lexicon) for concept in concepts) + "\n")
    return EXIT_CLEAN


def find_concepts(lexicon: Lexicon, word: str) -> list[Concept]:
    """The concepts with this id, or with a variant that folds to the word; else those with such an exception; else those
    whose terms contain the word."""
    wanted = _folded(word)
    if not wanted:
        return []
    exact = [c for c in lexicon.concepts if c.id == word.strip() or any(wanted == _folded(text) for text in _variants(c))]
    if exact:
        return exact
    excepted = [c for c in lexicon.concepts if any(wanted == _folded(text) for text in _exceptions(c))]
    if excepted:
        return excepted[:_MOST]
    return [c for c in lexicon.concepts if any(f" {wanted} " in f" {_folded(text)} " for text in _variants(c))][:_MOST]


def _folded(text: str) -> str:
    """A word as it is looked up: folded, without a possessive ending, hyphens as blanks."""
    return " ".join(fold_word(text).replace("-", " ").removesuffix("'s").removesuffix("s'").split())


def _variants(concept: Concept) -> Iterator[str]:
    return (text for term in concept.terms for text in term.texts)


def _exceptions(concept: Concept) -> Iterator[str]:
    """The exceptions of a concept in full: with each deprecated variant in the place of `~`."""
    variants = [text for term in concept.terms if not term.accepted for text in term.texts]
    for exception in concept.exceptions:
        for spelling in expand_braces(exception):
            yield from (spelling.replace(PLACEHOLDER, text) for text in variants) if PLACEHOLDER in spelling else (spelling,)


def _near(lexicon: Lexicon, word: str) -> list[Concept]:
    names: dict[str, Concept] = {}
    for concept in lexicon.concepts:
        names.setdefault(concept.id, concept)
        for term in concept.terms:
            for text in term.texts:
                names.setdefault(_folded(text), concept)
    near = difflib.get_close_matches(_folded(word), list(names), n=3, cutoff=0.75)
    return list({names[name].id: names[name] for name in near}.values())


def _explain_text(linter: Linter, text: str) -> int:
    """Match by match, in order of place: why it counts, or why it does not."""
    explained = linter.explain(text)
    said = [(finding.start, _said(finding)) for finding in explained.findings]
    for passed in explained.passed:
        verdict = "does not count" if passed.is_match else "is no match"
        entry = f"“{harmless(passed.text)}” [{passed.concept}] {verdict}: {harmless(passed.reason)}"
        said.append((passed.start, entry))
    for _, entry in sorted(said, key=lambda entry: entry[0]):
        sys.stdout.write(entry + "\n\n")
    if not said:
        sys.stdout.write("no term of the lexicon stands in it\n")
    return EXIT_CLEAN


def _said(finding: Finding) -> str:
    counts = finding.suppression
    verdict = f"does not count: {counts.reason}" if counts else f"counts as {finding.severity}"
    lines = [
        f"“{harmless(finding.text)}” [{finding.concept}] {verdict}",
        f"  {harmless(finding.message)}",
        f"  voice: {harmless(voice_phrase(finding))}",
    ]
    if finding.note:
        lines.append(f"  why: {finding.note}")
    if use_line(finding):
        lines.append(f"  use: {use_line(finding)}")
    return "\n".join(lines)
