"""Documents side by side, by concept: which terms each chose, how often, in whose voice, and where they differ most.

`compare` is the public function; it takes profiles. Where every document has enough text, terms are weighed by the log-odds
ratio of `log_odds`, else by the plain difference of their rates, and `Comparison.method` says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from linter.findings import Voice
from linter.profiles import Profile, TermCount

Method = Literal["log-odds", "difference"]

Contrast = Literal["differ", "alone", "alike"]
"""Of a concept: `differ`, the documents that name it choose different terms or different voices; `alone`, only one document
names it; `alike`, all that name it choose the same."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How much more a document uses a term than all the others together; one row of a data frame.

    `narrated`: it is about the uses in the document's own words (own, reported, scare); else about those in the words of
    others (attributed, quoted). `count`, `rate` (per 10,000 words) and `rate_elsewhere` count these uses only.
    `difference`: of the two rates. `log_odds`, `z`: None where the method is `difference`. `score` is what ranks: the
    absolute value of `z`, or of `difference`.
    """

    document: str
    concept: str
    term: str
    narrated: bool
    count: int
    rate: float
    rate_elsewhere: float
    difference: float
    log_odds: float | None
    z: float | None
    score: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document calls one concept: its terms, the most used first; none where it does not name it.

    `chosen`: the term it uses most in its own words, else most in those of others. `rate`: uses per 10,000 words.
    """

    document: str
    terms: tuple[TermCount, ...]
    chosen: str | None
    count: int
    narrated: int
    rate: float

    def in_voice(self, voice: Voice) -> int:
        """Uses of any of its terms in one voice."""
        return sum(term.in_voice(voice) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Row:
    """One concept across the documents. `cells` stand in the order of `Comparison.documents`.

    `score`: the highest of its weights; rows are ranked by `contrast`, then by it. `weights`: the highest score first.
    """

    concept: str
    category: str
    definition: str
    concern: str
    contrast: Contrast
    score: float
    cells: tuple[Cell, ...]
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class StanceCount:
    """How often one document uses the terms of one party or view; one row of a data frame.

    `name`: the stance as it follows “a term of …”. `share`: of these uses, what part stands in the document's own voice
    (own, reported, scare), 0 to 1. `part`: what part of all the document's uses of any party's terms they are, 0 to 1.
    """

    document: str
    stance: str
    name: str
    own: int
    reported: int
    scare: int
    attributed: int
    quoted: int
    count: int
    narrated: int
    rate: float
    share: float
    part: float


@dataclass(frozen=True, slots=True)
class Mixture:
    """A concept that one document names in several ways in its own words, where one name would be expected.

    `terms`: with their uses in its own words, the most used first. `consistency`: the share of the first, 0 to 1.
    """

    document: str
    concept: str
    category: str
    terms: tuple[tuple[str, int], ...]
    consistency: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The documents in the order given, and what sets them apart.

    `method`: what the scores are; `reason`: why, in one sentence. `rows`: concepts where documents differ first, the
    clearest differences first. `stances`, `mixtures`: by document in the order given. `notes`: what a reader has to know,
    such as documents without words.
    """

    documents: tuple[Profile, ...]
    method: Method
    reason: str
    rows: tuple[Row, ...]
    stances: tuple[StanceCount, ...]
    mixtures: tuple[Mixture, ...]
    notes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The documents' names."""
        return tuple(profile.name for profile in self.documents)

    @property
    def terms(self) -> tuple[TermCount, ...]:
        """Every count of every document: the rows of a data frame."""
        return tuple(term for profile in self.documents for term in profile.terms)

    @property
    def weights(self) -> tuple[Weight, ...]:
        """Every weight of every concept: the rows of a data frame."""
        return tuple(weight for row in self.rows for weight in row.weights)
