"""A suggested term as it would stand in the place of a match: its form, spelling and case, and whether the grammar holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from linter.agreement import form_in_place, is_uncountable, keeps_object, number_holds, same_kind, takes_possessive
from linter.context import Context
from linter.document import Document
from linter.fitting import capitalize, fit, fit_case, title_case
from linter.lexicon import Term
from linter.matcher import Match
from linter.named_tuples import NamedTuple
from linter.spelling import spelling_for
from linter.verification import is_headline

if TYPE_CHECKING:
    from linter.forms import Form

_REACH = 80
"""Code points on either side of a match that are looked at."""


class Wording(NamedTuple):
    """A text for the place of a match. Without `holds` it may break the grammar there: fit to be shown, not to be applied."""

    text: str
    holds: bool


class Place:
    """The place of one match of a term."""

    def __init__(self, document: Document, match: Match, term: Term) -> None:
        self._document = document
        self._match = match
        self._term = term
        self._context = Context(document, match.span)
        block, span = self._context.block, match.span
        self._matched = " ".join(document.text[span.start : span.end].split())
        self._before = document.text[max(block.start, span.start - _REACH) : span.start]
        self._after = document.text[span.end : min(block.end, span.end + _REACH)]
        self._form = form_in_place(term.forms, match.form, self._matched, self._before, self._after)

    def wording_of(self, target: Term) -> Wording:
        """How an accepted term would be worded here."""
        form = self._form or self._match.form
        cited = not self._term.forms or form == next(iter(self._term.forms))
        if cited and form in target.forms and not (form in ("singular", "plural") and self._has_no_number()):
            cited = False
        fitted = fit(target.forms, form, cited=cited)
        if fitted is None:
            return Wording(self._in_case(target.name), False)
        suggested_form: Form = next(iter(target.forms)) if cited else form
        text = self._in_case(self._spelt(target.forms, suggested_form))
        holds = self._holds(fitted, target, form, suggested_form) and not self._stands_beside(target, text)
        return Wording(text, holds)

    def _has_no_number(self) -> bool:
        """Is the match a noun that is not counted? Then its form says nothing of the number of what replaces it."""
        return is_uncountable(self._matched) or not {"singular", "plural"} <= set(self._term.forms)

    def _holds(self, fitted: str, target: Term, form: Form, suggested_form: Form) -> bool:
        if self._form is None and target.forms.get("past") != target.forms.get("participle"):
            return False
        if self._form is None and self._match.form == "base":
            return False
        if not same_kind(form, target.forms):
            return False
        if re.match(r"['’]s?(?!\w)", self._after) and not takes_possessive(fitted):
            return False
        if not keeps_object(fitted, self._after):
            return False
        return number_holds(self._matched, fitted, form, suggested_form, self._before)

    def _stands_beside(self, target: Term, suggestion: str) -> bool:
        """Does the sentence have the suggested name already? Then it is about the names: *Kyiv, not Kiev*."""
        if target.name.islower() or suggestion.lower() in self._matched.lower():  # the Ukraine: another one has its article too
            return False
        text, span, sentence = self._document.text, self._match.span, self._context.sentence
        name = re.compile(rf"(?<!\w){re.escape(suggestion)}(?!\w)")
        return bool(name.search(text, sentence.start, span.start) or name.search(text, span.end, sentence.end))

    def _spelt(self, forms: Mapping[Form, tuple[str, ...]], form: Form) -> str:
        spellings = forms[form]
        return spelling_for(spellings, self._document.text) if len(spellings) > 1 else spellings[0]

    def _in_case(self, suggestion: str) -> str:
        """The suggestion in the case of the match, and of the headline or the beginning of a sentence it stands in."""
        text = fit_case(suggestion, self._matched, self._match.variant)
        if not self._matched[:1].isupper() or text.isupper():
            return text
        sentence = self._context.sentence
        if is_headline(self._document.text[sentence.start : sentence.end]):
            return title_case(text)
        return capitalize(text) if self._context.starts_sentence else text
