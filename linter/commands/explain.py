"""`evenhand explain`: the concepts behind a word, and what becomes of a sentence."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence

from linter.cards import card
from linter.display import harmless
from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, UsageError
from linter.findings import Finding
from linter.folding import fold_word
from linter.lexicon import Concept, Lexicon
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
    """The concepts with this id, or with a variant or exception that folds to the word; then those whose terms contain it."""
    wanted = fold_word(word)
    exact = [
        concept
        for concept in lexicon.concepts
        if concept.id == word or any(wanted == fold_word(text) for term in concept.terms for text in term.texts)
    ]
    if exact:
        return exact
    containing = [
        concept
        for concept in lexicon.concepts
        if any(f" {wanted} " in f" {fold_word(text)} " for term in concept.terms for text in term.texts)
    ]
    return containing[:_MOST]


def _near(lexicon: Lexicon, word: str) -> list[Concept]:
    names: dict[str, Concept] = {}
    for concept in lexicon.concepts:
        names.setdefault(concept.id, concept)
        for term in concept.terms:
            for text in term.texts:
                names.setdefault(fold_word(text), concept)
    near = difflib.get_close_matches(fold_word(word), list(names), n=3, cutoff=0.75)
    return list({names[name].id: names[name] for name in near}.values())


def _explain_text(linter: Linter, text: str) -> int:
    """Match by match: why it counts, or why it does not."""
    explained = linter.explain(text)
    for finding in explained.findings:
        sys.stdout.write(_said(finding) + "\n\n")
    for place, concept, reason in explained.rejections:
        sys.stdout.write(f"“{harmless(place)}” [{concept}] is no match: {harmless(reason)}\n\n")
    if not explained.findings and not explained.rejections:
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
