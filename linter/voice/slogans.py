"""Words that a crowd, a placard or a campaign shows: *chants of “…”*, *under the banner “…”*, *signs reading “…”*."""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import Attribution, Sentence
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE

_UTTERED = word_set(
    """banner banners chant chants cries cry graffiti mantra motto mottoes mottos refrain shout shouts slogan slogans"""
)
_WRITTEN = word_set(
    """banner banners billboard billboards flyer flyers graffiti leaflet leaflets placard placards poster posters sign signs
    sticker stickers t-shirt t-shirts"""
)
_READING = word_set("bearing declaring proclaiming read reading reads said saying says")
_STATED = word_set("mantra motto slogan cry")
_VERBS = word_set("chant chants cries cry refrain shout shouts sign signs")
"""Without an article they may be what somebody does: *they shout “…”*."""
SLOGAN_CUES = _UTTERED | _WRITTEN


def find_slogans(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The quotations that the noun at `index` says are chanted or written; the words outside the marks are the narrator's."""
    start = _quotation(sentence, index)
    if start is not None:
        yield Attribution("mention", sentence.span(start, _list_end(sentence, start)), None)


def _quotation(sentence: Sentence, index: int) -> int | None:
    """Where the first quotation stands, or None."""
    word, after = sentence.lowers[index], sentence.word(index + 1)
    if after == QUOTE:
        return index + 1 if word not in _VERBS or _has_article(sentence, index) else None
    if word in _UTTERED and after in ("of", ":") and sentence.word(index + 2) == QUOTE:
        return index + 2
    if word in _STATED and after in ("is", "was", ",") and sentence.word(index + 2) == QUOTE:
        return index + 2
    if word not in _WRITTEN and word not in _STATED:
        return None
    place = index + (2 if after in ("that", "which") else 1)
    if sentence.word(place) == "with" and sentence.word(place + 2) in ("words", "message", "slogan"):
        place += 2
    elif sentence.word(place) not in _READING:
        return None
    place += 1 + (sentence.word(place + 1) in (":", ","))
    return place if sentence.word(place) == QUOTE else None


def _has_article(sentence: Sentence, index: int) -> bool:
    before = sentence.word(index - 1)
    return before in words.DETERMINERS or before.endswith(("'s", "s'"))


def _list_end(sentence: Sentence, start: int) -> int:
    """The index after the last quotation of a list: *“A”, “B” and “C”*."""
    end = start + 1
    while True:
        place = end
        while sentence.word(place) in (",", "and", "or"):
            place += 1
        if sentence.word(place) != QUOTE or not (place > end or sentence.ends_in_comma(end - 1)):
            return end
        end = place + 1
