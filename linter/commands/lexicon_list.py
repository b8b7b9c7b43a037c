"""`evenhand lexicon list`: the concepts of a lexicon, a line each."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence

from linter.cards import spelled
from linter.errors import EXIT_CLEAN, UsageError, did_you_mean
from linter.lexicon import Concept
from linter.pipeline import Linter, Options
from linter.rulebook import load_lexicon


def run(*, category: str | None, format: str, lexicons: Sequence[str]) -> int:
    """Prints the concepts of one category or all, as a table or as JSON."""
    if format not in ("console", "json"):
        raise UsageError(f"--format: found “{format}”; expected console or json")
    lexicon = load_lexicon(Linter(Options(lexicons=tuple(lexicons))).settings_for(os.getcwd()).lexicons)
    if category is not None and category not in lexicon.categories:
        raise UsageError(f"--category: no “{category}” in the lexicon{did_you_mean(category, lexicon.categories)}")
    concepts = [concept for concept in lexicon.concepts if category in (None, concept.category)]
    if format == "json":
        json.dump([_record(concept) for concept in concepts], sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return EXIT_CLEAN
    for name in sorted({concept.category for concept in concepts}):
        sys.stdout.write(f"{name}: {lexicon.categories[name].title}\n")
        for concept in concepts:
            if concept.category == name:
                sys.stdout.write(f"  {concept.id:<32} {_terms(concept)}\n")
    return EXIT_CLEAN


def _terms(concept: Concept) -> str:
    """The deprecated terms, and the accepted ones after an arrow."""
    listed = ", ".join(spelled(term) for term in concept.terms if not term.accepted)
    accepted = ", ".join(spelled(term) for term in concept.accepted)
    return " → ".join(part for part in (listed, accepted) if part)


def _record(concept: Concept) -> dict[str, object]:
    return {
        "id": concept.id,
        "category": concept.category,
        "concern": concept.concern,
        "definition": concept.definition,
        "terms": [
            {
                "text": term.text,
                "status": term.status,
                "stance": term.stance,
                "house": list(term.house),
                "variants": list(term.texts),
            }
            for term in concept.terms
        ],
    }
