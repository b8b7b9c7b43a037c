"""Who can say something: of a noun phrase before or after a reporting verb, the part that names a speaker, if any does."""

from __future__ import annotations

from collections.abc import Sequence

from linter.voice import reporting as words
from linter.voice.reporting import word_set

_LEADS = (
    words.COORDINATORS
    | (words.ADVERBS - {"both", "all"})
    | words.CONTENT_WORDS - {"who"}
    | {"perhaps", "maybe", "because", "though", "although"}
)
_ALONE = words.PRONOUNS - {"one", "some", "many", "others"}
_AFTER_NAMES = words.PREPOSITIONS - {"of"}
_TIME_MARKS = frozenset({"this", "last", "next", "earlier"})
_MANNER = word_set("eventually finally largely officially privately publicly reportedly repeatedly subsequently widely")
_NOBODY = word_set("there no nothing none nobody neither little much what that nor same such here")
_COLLECTIVE = word_set(
    """couple dozen dozens group handful hundreds majority minority number percent scores series thousands
    half third lot lots most"""
)
"""Of these the ones of whom they are may speak: *a number of officials*."""

_THINGS = word_set(
    """absence agreement amount battle chance change decision demand difference effect event fact gap growth increase issue
    kind lack level moment move need outcome path point possibility price problem process progress question rate reason
    result rise risk rule shift situation sort success thing time truth victory way"""
)
"""No speakers, although they may suggest or show something."""

_TEXTS = words.LAWS | words.DOCUMENTS
_BARE = word_set("congress management media men parliament people police staff state women everyone someone anyone")
"""In lower case, alone and in the singular, only these and parties speak; others are no noun phrases at all (*financed said*)."""


def speaker_bounds(lowers: Sequence[str], surfaces: Sequence[str]) -> tuple[int, int] | None:
    """The first word and the one after the last of the speaker in a noun phrase; None where nobody is named who can speak.

    *But the ministry in Moscow* is *the ministry*; *no progress*, *there* and *politically risky* are nobody.
    """
    start, end = 0, len(lowers)
    while start < end and lowers[start] in _LEADS:
        start += 1
    if start == end or lowers[start] in words.PREPOSITIONS or lowers[start] in _NOBODY or _is_time(lowers, start):
        return None
    if lowers[start] in _ALONE:
        return start, start + 1
    stop = start + 1
    while stop < end and lowers[stop] not in _AFTER_NAMES and not _is_time(lowers, stop):
        stop += 1
    while stop > start + 1 and (lowers[stop - 1] in words.ADVERBS or lowers[stop - 1] in _MANNER):
        stop -= 1
    return (
        (start, stop) if _can_speak(lowers[start:stop], any(surface[:1].isupper() for surface in surfaces[start:stop])) else None
    )


def _is_time(lowers: Sequence[str], place: int) -> bool:
    """*Trump this week*, *the ministry on Friday*, *Lavrov later*."""
    if lowers[place] in _TIME_MARKS:
        return place + 1 == len(lowers) or not words.TIME_UNITS.isdisjoint(lowers[place + 1 : place + 3])
    return lowers[place] in words.TIMES


def _can_speak(lowers: Sequence[str], named: bool) -> bool:
    head = lowers[-1]
    if "of" in lowers:
        place = lowers.index("of")
        head = lowers[place - 1]
        if head in _COLLECTIVE:
            head = lowers[-1]
    if (head in _THINGS or head.removesuffix("s") in _THINGS) and not (named and head == "times"):
        return False
    if named or (len(lowers) > 1 and (lowers[0] in words.DETERMINERS or lowers[0].endswith(("'s", "s'")))):
        return True
    if not _TEXTS.isdisjoint(lowers):
        return True
    return head.endswith("s") or head in _BARE or head in words.PARTIES or head in words.PRONOUNS or lowers[0][0].isdigit()
