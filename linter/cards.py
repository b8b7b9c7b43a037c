"""A concept as a card that people read: in the terminal, and in the documentation that is generated from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.lexicon import Concept, Condition, Lexicon, Term
from linter.messages import source as source_phrase

_SHOWN = 6
"""So many words of a condition are shown."""

_WIDEST = 40
"""What is said of a longer term stands below it."""

_BEFORE_TERM = 18
"""Columns of the status and the blanks on either side of it and of the term."""


def card(concept: Concept, lexicon: Lexicon) -> str:
    """The card as plain text."""
    lines = [f"{concept.id}  ({concept.category}, {concept.concern})"]
    lines += [f"  {concept.definition}"] if concept.definition else []
    lines += ["", "  terms"]
    width = min(_WIDEST, max(len(spelled(term)) for term in concept.terms))
    for term in sorted_terms(concept):
        head = f"    {term.status:<10}  {spelled(term):<{width}}  "
        rest = [text for text in ("; ".join(about(term, lexicon)), *conditions(term)) if text]
        beside = rest.pop(0) if rest and len(spelled(term)) <= width else ""
        lines.append(f"{head}{beside}".rstrip())
        lines += [f"{'':<{width + _BEFORE_TERM}}{text}" for text in rest]
    for label, text in remarks(concept):
        lines += ["", f"  {label}", f"    {text}"]
    if concept.exceptions:
        lines += ["", "  no match", f"    {', '.join(concept.exceptions)}"]
    sources = source_lines(concept, lexicon)
    if sources:
        lines += ["", "  sources", *(f"    {line}" for line in sources)]
    if concept.match_examples or concept.pass_examples:
        lines += ["", "  examples"]
        lines += [f"    reported  {example}" for example in concept.match_examples]
        lines += [f"    passes    {example}" for example in concept.pass_examples]
    return "\n".join(lines)


def markdown_card(concept: Concept, lexicon: Lexicon) -> str:
    """The card as a section of a Markdown page."""
    lines = [f"## {concept.id}", "", f"*{concept.concern}.* {escape(concept.definition)}", ""]
    lines += ["| status | term | |", "|---|---|---|"]
    for term in sorted_terms(concept):
        rest = "; ".join([*about(term, lexicon), *conditions(term)])
        lines.append(f"| {term.status} | {escape(spelled(term))} | {escape(rest)} |")
    for label, text in remarks(concept):
        lines += ["", f"**{label.capitalize()}.** {escape(text)}"]
    if concept.exceptions:
        lines += ["", f"**No match.** {escape(', '.join(concept.exceptions))}"]
    sources = source_lines(concept, lexicon)
    if sources:
        lines += ["", "**Sources.** " + escape("; ".join(sources))]
    if concept.match_examples or concept.pass_examples:
        lines.append("")
        lines += [f"- reported: {escape(example)}" for example in concept.match_examples]
        lines += [f"- passes: {escape(example)}" for example in concept.pass_examples]
    return "\n".join(lines) + "\n"


def sorted_terms(concept: Concept) -> Sequence[Term]:
    """The terms of a concept: preferred, admitted, the others."""
    order = ("preferred", "admitted", "deprecated", "superseded")
    return sorted(concept.terms, key=lambda term: order.index(term.status))


def spelled(term: Term) -> str:
    """A term with its cited spellings; of a pattern, the expression."""
    return " / ".join(next(iter(term.forms.values()))) if term.forms else f"/{term.text}/"


def about(term: Term, lexicon: Lexicon) -> list[str]:
    """Whose term it is, who uses it, what it maps to, and since when."""
    parts = []
    if term.stance:
        stance = lexicon.stances.get(term.stance)
        parts.append(f"a term of {stance.name if stance else term.stance}")
    if term.house:
        names = [lexicon.authorities[id].name if id in lexicon.authorities else id for id in term.house]
        parts.append("used by " + ", ".join(names))
    if term.to:
        parts.append("→ " + ", ".join(term.to))
    if term.valid:
        first, last = term.valid
        parts.append(f"in force {first or ''}–{last or ''}")
    return parts


def conditions(term: Term) -> list[str]:
    """When it counts, condition by condition."""
    found = ["if " + condition_phrase(condition) for condition in term.when]
    return found + ["not if " + condition_phrase(condition) for condition in term.unless]


def condition_phrase(condition: Condition) -> str:
    """A condition in words."""
    reach = f"{condition.within} words" if condition.within.isdigit() else f"the same {condition.within}"
    lists = (
        (f"within {reach} of", condition.near),
        ("directly after", condition.before),
        ("directly before", condition.after),
        ("in the voice", condition.voice),
        ("in the part", condition.part),
    )
    return " and ".join(f"{phrase} {_few(words)}" for phrase, words in lists if words)


def _few(words: Sequence[str]) -> str:
    shown = ", ".join(words[:_SHOWN])
    return f"{shown} … ({len(words) - _SHOWN} more)" if len(words) > _SHOWN else shown


def remarks(concept: Concept) -> list[tuple[str, str]]:
    """The note, each piece of advice once, and the mirror."""
    found = [("note", concept.note)] if concept.note else []
    found += [("advice", advice) for advice in dict.fromkeys(term.advice for term in concept.terms) if advice]
    own_notes = [term.note for term in concept.terms if term.note and term.note != concept.note]
    found += [("note", note) for note in dict.fromkeys(own_notes)]
    if concept.mirror:
        found.append(("mirror", "the other side's word for the same: " + ", ".join(concept.mirror)))
    if concept.keep:
        found.append(("kept", "reviewed and fine; never reported"))
    return found


def source_lines(concept: Concept, lexicon: Lexicon) -> list[str]:
    """Every source of the concept and of its terms, once."""
    sources = dict.fromkeys([*concept.sources, *(source for term in concept.terms for source in term.sources)])
    return [
        source_phrase(source, lexicon.authorities[source.authority].name)
        for source in sources
        if source.authority in lexicon.authorities
    ]


def escape(text: str) -> str:
    """A text that Markdown shows as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)
