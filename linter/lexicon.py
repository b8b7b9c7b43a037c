"""What a lexicon is: concepts, the terms that name them, and who says so. Data only; `lexicon_files` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from linter.named_tuples import NamedTuple

if TYPE_CHECKING:
    from linter.errors import Origin
    from linter.findings import Concern, Safety, Voice
    from linter.forms import Form

Status = Literal["preferred", "admitted", "deprecated", "superseded"]
STATUSES: tuple[Status, ...] = ("preferred", "admitted", "deprecated", "superseded")
Action = Literal["report", "note", "ignore"]
ACTIONS: tuple[Action, ...] = ("report", "note", "ignore")
CaseRule = Literal["smart", "exact", "any"]
AUTHORITY_KINDS = ("house", "wire", "international", "professional", "academic", "government", "party")


PLACEHOLDER = "~"
"""Stands in an exception for any form of any deprecated term of the concept."""


class Condition(NamedTuple):
    """What must stand around a match: all of what is given must hold, one word of each list is enough.

    `within` goes with `near`: `sentence`, `paragraph`, `document`, or a number of words on either side.
    """

    near: tuple[str, ...] = ()
    within: str = "sentence"
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    part: tuple[str, ...] = ()


class Source(NamedTuple):
    """Who recommends or documents something, and where."""

    authority: str
    ref: str


class Term(NamedTuple):
    """A word or phrase that names a concept. What it does not say itself is filled in from its concept and file.

    `text` is the term as the lexicon writes it, with its braces; of a pattern, the expression. `forms` holds its variants by
    grammatical form, the cited form first; empty for a pattern. `valid` is the first and the last year in which the term
    was in force. `when` and `unless` are alternatives: one of them must (not) hold.
    """

    text: str
    status: Status
    forms: Mapping[Form, tuple[str, ...]] = {}
    is_pattern: bool = False
    case: CaseRule = "smart"
    in_names: bool = False
    stance: str | None = None
    house: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    valid: tuple[int | None, int | None] | None = None
    fix: Safety = "suggest"
    attribute: bool = False
    advice: str = ""
    to: tuple[str, ...] = ()
    note: str = ""
    severity: str = "warning"
    voice: Mapping[Voice, Action] = {}
    sources: tuple[Source, ...] = ()
    origin: Origin | None = None

    def __eq__(self, other: object) -> bool:
        """Where it was read from does not count."""
        return isinstance(other, type(self)) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    @property
    def accepted(self) -> bool:
        return self.status in ("preferred", "admitted")

    @property
    def name(self) -> str:
        """The term as a message names it: the first spelling of its cited form."""
        return next(iter(self.forms.values()))[0] if self.forms else self.text

    @property
    def texts(self) -> tuple[str, ...]:
        """All its variants."""
        return tuple(dict.fromkeys(text for texts in self.forms.values() for text in texts))


class Concept(NamedTuple):
    """A unit of meaning that several terms name; what is switched on or off, and has an id.

    `precedence`: which of the lexicons in use it stands in, from 0; at one and the same place a later one wins.
    """

    id: str
    category: str
    terms: tuple[Term, ...]
    definition: str = ""
    concern: Concern = "contested"
    note: str = ""
    exceptions: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    mirror: tuple[str, ...] = ()
    keep: bool = False
    language: str = "en"
    match_examples: tuple[str, ...] = ()
    pass_examples: tuple[str, ...] = ()
    precedence: int = 0
    origin: Origin | None = None

    def __eq__(self, other: object) -> bool:
        """Where it was read from does not count."""
        return isinstance(other, type(self)) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    @property
    def accepted(self) -> tuple[Term, ...]:
        """Its accepted terms, the preferred ones first."""
        return tuple(sorted((t for t in self.terms if t.accepted), key=lambda t: t.status != "preferred"))

    @property
    def is_consistency(self) -> bool:
        """Does it hold accepted terms only, of which a document should keep to one?"""
        return len(self.terms) > 1 and not self.keep and all(term.accepted for term in self.terms)

    @property
    def stances(self) -> frozenset[str]:
        return frozenset(term.stance for term in self.terms if term.stance)


class Category(NamedTuple):
    """A named group of concepts: one YAML file."""

    id: str
    title: str = ""
    description: str = ""
    language: str = "en"
    balance: str = ""
    origin: Origin | None = None

    def __eq__(self, other: object) -> bool:
        """Where it was read from does not count."""
        return isinstance(other, type(self)) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other


class Stance(NamedTuple):
    """A party or view. `name` is worded to follow “a term of …”; `opposes` are the ids of its opponents."""

    id: str
    name: str
    description: str = ""
    opposes: tuple[str, ...] = ()


class Authority(NamedTuple):
    """A house or body that has ruled on terms."""

    id: str
    name: str
    kind: str = "house"
    url: str = ""


class Lexicon(NamedTuple):
    """All concepts loaded for a run, sorted by id. `fingerprint` changes with any word of it."""

    concepts: tuple[Concept, ...]
    categories: Mapping[str, Category] = {}
    stances: Mapping[str, Stance] = {}
    authorities: Mapping[str, Authority] = {}
    fingerprint: str = ""

    def concept(self, id: str) -> Concept | None:
        return next((concept for concept in self.concepts if concept.id == id), None)
