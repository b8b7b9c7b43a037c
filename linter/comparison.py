"""Documents side by side, by concept: which terms each chose, how often, in whose voice, and where they differ most.

`compare` is the public function; it takes profiles. Where every document has enough text, terms are weighed by the log-odds
ratio of `log_odds`, else by the plain difference of their rates, and `Comparison.method` says which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from linter.errors import UsageError
from linter.findings import Voice
from linter.profiles import Profile, TermCount

Method = Literal["log-odds", "difference"]

ENOUGH_WORDS = 2_000
"""From so many words in each document on, the log-odds ratio ranks; below, the plain difference of rates."""

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


def compare(profiles: Sequence[Profile], *, stance_name: Callable[[str], str] = str) -> Comparison:
    """Compares documents. `stance_name` words a stance's id so that it follows “a term of …” (`Linter.stance_name`).

    Raises UsageError where there is nothing to compare: fewer than two documents with words, or names that clash.
    """
    from linter.contrasts import mixtures_of, rows_of, stances_of

    check_comparable(profiles)
    short = [profile for profile in profiles if 0 < profile.words < ENOUGH_WORDS]
    method: Method = "difference" if short else "log-odds"
    return Comparison(
        documents=tuple(profiles),
        method=method,
        reason=_reason(short),
        rows=rows_of(profiles, method),
        stances=tuple(count for profile in profiles for count in stances_of(profile, stance_name)),
        mixtures=tuple(mixture for profile in profiles for mixture in mixtures_of(profile)),
        notes=tuple(_notes(profiles)),
    )


def check_comparable(profiles: Sequence[Profile]) -> None:
    """Raises UsageError where the documents cannot be compared."""
    names = [profile.name for profile in profiles]
    clash = next((name for name in names if names.count(name) > 1), None) if len(set(names)) < len(names) else None
    if clash is not None:
        raise UsageError(f"two documents have the name “{clash}”; give them names of their own: NAME=PATH")
    if len(profiles) < 2:
        found = f"found one, “{names[0]}”" if names else "found none"
        raise UsageError(f"a comparison needs at least two documents; {found}")
    filled = [profile for profile in profiles if profile.words]
    if len(filled) < 2:
        empty = next(profile for profile in profiles if not profile.words)
        raise UsageError(f"a comparison needs at least two documents with words; “{empty.name}” has none")


def _reason(short: Sequence[Profile]) -> str:
    if not short:
        return (
            "ranked by the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008); "
            "scores are z-scores, and beyond 1.96 a difference is unlikely to be chance"
        )
    least = min(short, key=lambda profile: profile.words)
    return (
        f"ranked by the plain difference of rates per 10,000 words, as a log-odds ratio asks for {ENOUGH_WORDS:,} words in "
        f"each document (“{least.name}” has {least.words:,})"
    )


def _notes(profiles: Sequence[Profile]) -> list[str]:
    notes = [f"“{profile.name}” has no words" for profile in profiles if not profile.words]
    notes += [f"no term of the lexicon stands in “{profile.name}”" for profile in profiles if profile.words and not profile.terms]
    return notes
