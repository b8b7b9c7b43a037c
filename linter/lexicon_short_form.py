"""The short form of a lexicon: a preferred term, and what it replaces."""

from __future__ import annotations

import re
import unicodedata
from typing import cast

from linter.digests import blake2b
from linter.errors import quote
from linter.forms import has_letter, inflect
from linter.lexicon import Category, Concept, Status, Term
from linter.marked_yaml import Fields, Node


def short_form(fields: Fields, preferred: str, node: Node, category: Category) -> Concept:
    """The concept that one line of `prefer` stands for. What is wrong with it is added to the problems of `fields`."""
    items = (node,) if node.text is not None else node.items or ()
    wrong = next((item.kind for item in items if not (item.text or "").strip()), None)
    if wrong or not items:
        found = wrong or ("an empty list" if node.items is not None else node.kind)
        fields.problem(f"prefer: found {found} for {quote(preferred)}; expected the terms it replaces", node.origin)
    if not preferred.strip():
        fields.problem("prefer: found nothing before the colon; expected the preferred term", node.origin)
    if any((item.text or "").split() == preferred.split() for item in items):
        fields.problem(f"prefer: {quote(preferred)} is to replace itself", node.origin)
    terms = []
    for text, status, origin in ((preferred, "preferred", node.origin), *((i.text, "deprecated", i.origin) for i in items)):
        try:
            forms = inflect(text or "", None)
        except ValueError as error:
            fields.problem(f"prefer: {quote(text or '')}: {error}", origin)
            continue
        if text and text.strip() and not all(map(has_letter, forms["cited"])):
            fields.problem(f"prefer: {quote(text)} has a variant without a letter or digit", origin)
        terms.append(Term(" ".join((text or "").split()), cast(Status, status), forms, origin=origin))
    return Concept(_slug(preferred), category.id, tuple(terms), concern="style", language=category.language, origin=node.origin)


def _slug(text: str) -> str:
    """An id made of a word: without its accents; of a word without Latin letters, a hash."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    return slug or f"term-{blake2b(text.encode(), digest_size=4).hexdigest()}"
