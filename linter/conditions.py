"""When a term counts: the conditions `when`, `unless` and `valid` of the lexicon, decided for one match."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from linter.context import Context
from linter.document import Document
from linter.lexicon import PLACEHOLDER, Concept, Condition, Term
from linter.spans import Span
from linter.verification import is_headline
from linter.word_lists import NAME

_RESUMING = ("the", "these", "those")
"""Before a noun they say that the text has spoken of it: *the agents*."""


def conditions_hold(
    document: Document, context: Context, term: Term, voice_of: Callable[[Span], str], *, known: bool = False
) -> bool:
    """Do the term's conditions let a match stand at the context's span? `known`: the term has counted before in the document, so
    that *the agents* are those."""
    holds = lambda condition: _holds(document, context, condition, voice_of)  # noqa: E731
    if term.when and not any(map(holds, term.when)) and not (known and context.has_before(_RESUMING)):
        return False
    if term.unless and any(_holds_against(document, context, condition, voice_of) for condition in term.unless):
        return False
    return term.valid is None or not _is_period_use(context, term.valid)


def unmet(
    document: Document, context: Context, term: Term, voice_of: Callable[[Span], str]
) -> tuple[Literal["when", "unless", "valid"], tuple[Condition, ...]]:
    """Which of a term's conditions keep a match from standing there, where `conditions_hold` says that some do."""
    against = tuple(condition for condition in term.unless if _holds_against(document, context, condition, voice_of))
    if against:
        return "unless", against
    if term.when and not any(_holds(document, context, condition, voice_of) for condition in term.when):
        return "when", term.when
    return "valid", ()


def in_exception(context: Context, concept: Concept) -> bool:
    """Does an exception with a placeholder (*Battle of ~*) fit around the context's span?"""
    for exception in concept.exceptions:
        if PLACEHOLDER in exception:
            left, _, right = exception.partition(PLACEHOLDER)
            if (not left.strip() or context.has_before((left.strip(),))) and (
                not right.strip() or context.has_after((right.strip(),))
            ):
                return True
    return False


def _holds(document: Document, context: Context, condition: Condition, voice_of: Callable[[Span], str]) -> bool:
    return (
        (not condition.part or document.part_at(context.span.start) in condition.part)
        and (not condition.before or context.has_before(condition.before))
        and (not condition.after or context.has_after(condition.after))
        and (not condition.near or context.has_near(condition.near, condition.within))
        and (not condition.voice or voice_of(context.span) in condition.voice)
    )


def _holds_against(document: Document, context: Context, condition: Condition, voice_of: Callable[[Span], str]) -> bool:
    """Does a condition of `unless` hold? In a headline in title case a capital before the word is no sign of a name."""
    if not _holds(document, context, condition, voice_of):
        return False
    if NAME not in condition.before or not is_headline(context.text[context.sentence.start : context.sentence.end]):
        return True
    others = tuple(word for word in condition.before if word != NAME)
    return bool(others) and context.has_before(others)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,:/-])(1\d{3}|20\d\d)(?:s|[–-](\d\d(?:\d\d)?))?(?![\w-]|[.,]\d)")


def _is_period_use(context: Context, valid: tuple[int | None, int | None]) -> bool:
    """Does the sentence, where it speaks of the term, speak of the time in which it was in force, and of no other?"""
    first, last = valid[0] or 0, valid[1] or 9999
    years = []
    for year, end in _year().findall(context.text, *context.share):
        years += [int(year), max(int(year), int(year[: 4 - len(end)] + end))]
    return bool(years) and all(first <= year <= last for year in years)
