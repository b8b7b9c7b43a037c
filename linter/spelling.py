"""British or American: which spelling a document keeps to, and which of the spellings of a term goes with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

_LOOKED_AT = 200_000
"""Code points of a document that are looked at."""

_STEMS = (
    "apolog author capital categor central character civil colon criminal critic(?:al)? demilitar democrat destabil emphas "
    "final general global harmon hospital industrial ital item jeopard legal liberal local marginal maxim memor militar minim "
    "mobil modern national nazif neutral normal optim organ patron penal polar priorit privat public radical real recogn "
    "revital sanit scrutin social stabil standard stigmat subsid summar symbol sympath terror traumat urban util victim visual "
    "weapon western"
).replace(" ", "|")
_OUR = "arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum sav val vap vig".split()


@lru_cache(maxsize=8)
def is_american(text: str) -> bool | None:
    """Is a text spelt the American way? None where it does not show."""
    british = american = 0
    for word in _telling().finditer(text, 0, _LOOKED_AT):
        if _americanized(word.group().lower()) == word.group().lower():
            american += 1
        else:
            british += 1
    return None if british == american else american > british


@lru_cache(maxsize=8)
def _uses_z(text: str) -> bool | None:
    """Does it write *-ize*? So do Americans and some British houses."""
    letters = [match.group(1).lower() for match in _endings().finditer(text, 0, _LOOKED_AT)]
    z = letters.count("z")
    return None if 2 * z == len(letters) else 2 * z > len(letters)


def spelling_for(spellings: Sequence[str], text: str) -> str:
    """Of the spellings of one term the one that a document with this text uses; the first where it does not show.

    Spellings that differ in more than British and American ways are not weighed against each other.
    """
    first = spellings[0]
    rivals = [s for s in spellings if _americanized(s.lower()) == _americanized(first.lower())]
    if len(rivals) < 2:
        return first
    with_z = _uses_z(text)
    american = is_american(text)
    for endings in ("ise", "other"):
        wanted = (american if with_z is None else with_z) if endings == "ise" else american
        if wanted is not None and len(rivals) > 1:
            rivals = [s for s in rivals if _is_spelt(s, endings, american=wanted)] or rivals
    return rivals[0]


def _is_spelt(spelling: str, endings: str, *, american: bool) -> bool:
    lower = spelling.lower()
    if endings == "ise":
        return (_z_for_s(lower) == lower) == american
    return (_without_british(lower) == lower) == american


def _americanized(text: str) -> str:
    return _without_british(_z_for_s(text))


def _z_for_s(text: str) -> str:
    return _ise().sub(r"\1z", text)


def _without_british(text: str) -> str:
    for british, american in _british():
        text = british.sub(american, text)
    return text


@cache
def _ise() -> re.Pattern[str]:
    return re.compile(r"(\w{3}[iy])s(?=(?:e|ed|es|er|ers|ing|ations?)\b)")


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"\b(?:de|re|un|dis)?-?(?:{_STEMS})i([sz])(?:e|es|ed|ing|er|ers|ations?)\b", re.IGNORECASE)


@cache
def _british() -> tuple[tuple[re.Pattern[str], str], ...]:
    return (
        (re.compile(rf"({'|'.join(_OUR)})our"), r"\1or"),
        (re.compile(r"(\w{2}[aeo])ll(ed|ing|er|ers|or|ors)\b"), r"\1l\2"),
        (re.compile(r"\b((?:de|of)fen|preten|licen)ce"), r"\1se"),
        (re.compile(r"\b(cent|theat|fib|lit|sab|spect)re(?=s?\b)"), r"\1er"),
        (re.compile(r"\b(program)me"), r"\1"),
        (re.compile(r"\b(anal|catal|dial)ogue"), r"\1og"),
    )


@cache
def _telling() -> re.Pattern[str]:
    """Words whose spelling tells. *Center* and *program* with care: they are parts of names everywhere."""
    return re.compile(
        rf"\b(?:dis|mis|un)?(?:{'|'.join(_OUR)})ou?r(?:s|ed|ing|able|ite|ites|al|hood|er|ers)?\b|\b(?:de|of)fen[cs]es?\b"
        r"|\b(?:travel|cancel|label|model|signal|counsel|fuel|level)l?(?:ed|ing)\b|\bcent(?:re|er)s?\b|\btheat(?:re|er)s?\b"
        r"|\b(?:de|re)?-?(?:organ|recogn|critic|real|author|emphas|mobil|stabil)is(?:e|es|ed|ing|ations?)\b",
        re.IGNORECASE,
    )
