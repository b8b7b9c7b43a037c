"""What a capital tells: whether the word under it is a name, by what stands beside it and elsewhere in the text."""

from __future__ import annotations

import re

_NAME_HEADS = frozenset(
    """Academy Act Alliance Army Association Avenue Awards Bill Bridge Brigade Brothers Bureau Centre Center Church City Club
    College Committee Company Congress Corporation Council County Court Creek Fund FC Festival Foundation Garden Gardens Group
    Hall Hill House Inc Institute Island Islands Lake League Library Limited Ltd Magazine Ministry Movement Museum Network
    Observatory Office Park Party Press Project Records Report Review River Road RFC School Society Square Station Street
    Theatre Theater Times Trust Union United University Valley Watch""".split()
)
"""What names end in, so that the capital before it belongs to the name, even where a sentence begins: *Savage Garden sang*."""
_LOOKS = 8
"""So many places of the document are looked at for the same capital inside a sentence."""
_REACH = 50_000
"""So far on either side they are looked for."""
_LINE = 400
"""So much of a line on either side tells whether it is a heading."""
_WORD = 40
_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "Prof.", "Gen.")
OPENERS = frozenset("The A An This That These Those Both Some Many Most All No Two Three".split())
ARTICLES = frozenset("a an her his its my no our some that the their these this those your".split())
_AGE = r", \d{1,3},"


def begins_name(after: str) -> bool:
    """Does what follows make a name of the capital that begins a sentence: *Savage Garden sang*, *Savage, 46, said*?"""
    word = after[1:].split(" ", 1)[0].rstrip(".,;:!?)”\"'’") if after[:1] == " " else ""
    return word in _NAME_HEADS or (after[:2] == ", " and bool(re.match(_AGE, after)))


def is_name_elsewhere(text: str, start: int, matched: str, *, beside: bool = False) -> bool:
    """Does the word stand with its capital inside a sentence too, and nowhere without: *Dan Savage* for *Savage's future*?

    `beside`: there another capital has to stand before it.
    """
    name = re.split("['’]", matched, maxsplit=1)[0]
    low, high = max(0, start - _REACH), start + _REACH
    if _next_word(text, name.lower(), low, high) >= 0:
        return False
    place = low - 1
    for _ in range(_LOOKS):
        place = _next_word(text, name, place + 1, high)
        if place < 0:
            return False
        if place != start and is_inside_sentence(text, place) and not _begins_title(text, place + len(name)):
            before = text[max(0, place - _WORD) : place].split()[-1]
            fits = before[0].isupper() and before not in OPENERS if beside else not _has_article(before, name)
            if fits and is_running(text, place):
                return True
    return False


def _begins_title(text: str, end: int) -> bool:
    """*The Illegal Immigration Reform Act* makes no name of *Illegal* alone."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _has_article(before: str, name: str) -> bool:
    """*The Regime*, *our Regime*: some write a word of theirs with a capital. A team is in the plural: *the Barbarians*."""
    return before.lower() in ARTICLES and not name.endswith("s")


def _next_word(text: str, word: str, low: int, high: int) -> int:
    """Where the word first stands in text [low, high), not as a part of another; -1 where it does not."""
    place = low - 1
    for _ in range(_LOOKS):
        place = text.find(word, place + 1, high)
        end = place + len(word)
        if place < 0 or not ((place and _is_letter(text[place - 1])) or (end < len(text) and _is_letter(text[end]))):
            return place
    return -1


def is_inside_sentence(text: str, place: int) -> bool:
    """Does another word of the same sentence stand directly before, so that a capital tells something?"""
    before = text[max(0, place - 6) : place]
    if len(before) < 2 or before[-1] not in " \xa0":
        return False
    return before[-2].isalnum() or before[-2] in ",;" or before.rstrip().endswith(_TITLES)


def is_running(text: str, place: int) -> bool:
    """Is it running text and no heading in title case? Running text has long words without a capital in its line."""
    start = max(text.rfind("\n", 0, place) + 1, place - _LINE)
    end = text.find("\n", place, place + _LINE)
    line = text[start : end if end >= 0 else place + _LINE]
    return sum(word.islower() and len(word) > 3 for word in line.split()) >= 3


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
