"""A suggestion in the form and the case of what it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.forms import Form


def fit(suggested: Mapping[Form, tuple[str, ...]], form: Form, *, cited: bool) -> str | None:
    """The text of a suggested term in the form of a match; None where it has no such form.

    `cited`: the match is in the form in which its own term is cited; then so is the suggestion, whatever its number
    (*collateral damage* / *civilian deaths*).
    """
    if cited:
        return next(iter(suggested.values()))[0]
    texts = suggested.get(form)
    return texts[0] if texts else None


def fit_case(suggestion: str, matched: str, term: str) -> str:
    """The suggestion in the case of the match: as cited, Capital, Title Case or ALL CAPS; names keep their capitals."""
    if matched.isupper() and not term.isupper():
        letters = [c for c in matched if c.isalpha()]
        if len(letters) > 1 and all(c.isupper() for c in letters):
            return suggestion.upper()
    if not matched[:1].isupper() or term[:1].isupper():
        return suggestion
    words = matched.split()
    if len(words) > 1 and all(word[:1].isupper() or word in _SMALL_WORDS for word in words) and term.islower():
        return title_case(suggestion)
    return capitalize(suggestion)


def title_case(text: str) -> str:
    """The text as a headline has it: every word with a capital but the small ones."""
    return " ".join(w if w in _SMALL_WORDS else capitalize(w) for w in text.split(" "))


def capitalize(text: str) -> str:
    """The text with its first letter as a capital; all others stay as they are."""
    return text[:1].upper() + text[1:]


_SMALL_WORDS = frozenset("a an and as at but by for from in of on or the to with".split())
