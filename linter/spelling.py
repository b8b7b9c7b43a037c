"""British or American: which spelling a document keeps to, and which of the spellings of a term goes with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from linter.named_tuples import NamedTuple

_LOOKED_AT = 200_000
"""Code points of a document that are looked at."""

_STEMS = (
    "apolog author capital categor central character civil colon criminal critic critical demilitar democrat destabil emphas "
    "final general global harmon hospital industrial ital item jeopard legal liberal local marginal maxim memor militar minim "
    "mobil modern national nazif neutral normal optim organ patron penal polar priorit privat public radical real recogn "
    "revital sanit scrutin social stabil standard stigmat subsid summar symbol sympath terror traumat urban util victim visual "
    "weapon western"
).split()
"""Of verbs in *-ise* or *-ize*."""
_OUR = "arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum sav val vap vig".split()
"""What stands before *-our* or *-or*."""
_ENDINGS = "e es ed ing er ers ation ations".split()
_ISE_ENDINGS = tuple(f"i{letter}{ending}" for letter in "sz" for ending in _ENDINGS)


class Shown(NamedTuple):
    """What the words of a text show, None where they do not: is it American, and does it write *-ize*? So do Americans and
    some British houses."""

    is_american: bool | None
    uses_z: bool | None


@lru_cache(maxsize=8)
def shown_by(text: str) -> Shown:
    """What the words of a text show, up to a limit."""
    counts = Counter(re.findall(r"\w+", text[:_LOOKED_AT].lower()))
    american = british = 0
    letters: Counter[str] = Counter()
    for word in counts.keys() & _telling_words():
        if _americanized(word) == word:
            american += counts[word]
        else:
            british += counts[word]
    stems = _verb_stems()
    for word, count in counts.items():
        if word.endswith(_ISE_ENDINGS) and (verb := _ise_verb().fullmatch(word)) and verb[1] in stems:
            letters[verb[2]] += count
    return Shown(_more(american, british), _more(letters["z"], letters["s"]))


def _more(one: int, other: int) -> bool | None:
    return None if one == other else one > other


def spelling_for(spellings: Sequence[str], text: str) -> str:
    """Of the spellings of one term the one that a document with this text uses; the first where it does not show.

    Spellings that differ in more than British and American ways are not weighed against each other.
    """
    first = spellings[0]
    rivals = [s for s in spellings if _americanized(s.lower()) == _americanized(first.lower())]
    if len(rivals) < 2:
        return first
    american, with_z = shown_by(text)
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
def _ise_verb() -> re.Pattern[str]:
    return re.compile(rf"(\w+)i([sz])(?:{'|'.join(_ENDINGS)})")


@cache
def _verb_stems() -> frozenset[str]:
    return frozenset(prefix + stem for prefix in ("", "de", "re", "un", "dis") for stem in _STEMS)


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
def _telling_words() -> frozenset[str]:
    """Words whose spelling tells. *Center* and *program* with care: they are parts of names everywhere."""
    our_endings = ["", *"s ed ing able ite ites al hood er ers".split()]
    words = [
        before + stem + our + ending
        for before in ("", "dis", "mis", "un")
        for stem in _OUR
        for our in ("our", "or")
        for ending in our_endings
    ]
    words += "defence defences defense defenses offence offences offense offenses".split()
    words += [
        verb + doubled + ending
        for verb in "travel cancel label model signal counsel fuel level".split()
        for doubled in ("", "l")
        for ending in ("ed", "ing")
    ]
    words += "centre centres center centers theatre theatres theater theaters".split()
    words += [
        before + stem + "is" + ending
        for before in ("", "de", "re")
        for stem in "organ recogn critic real author emphas mobil stabil".split()
        for ending in "e es ed ing ation ations".split()
    ]
    return frozenset(words)
