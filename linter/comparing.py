"""Profiles of documents to their comparison: which of them words what differently, and by how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.comparison import Comparison, Method
from linter.contrasts import mixtures_of, rows_of, stances_of
from linter.errors import UsageError
from linter.profiles import Profile

ENOUGH_WORDS = 2_000
"""From so many words in each document on, the log-odds ratio ranks; below, the plain difference of rates."""


def compare(profiles: Sequence[Profile], *, stance_name: Callable[[str], str] = str) -> Comparison:
    """Compares documents. `stance_name` words a stance's id so that it follows “a term of …” (`Linter.stance_name`).

    Raises UsageError where there is nothing to compare: fewer than two documents with words, or names that clash.
    """
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
