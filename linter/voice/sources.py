"""Sources that are named without a verb: *according to X*, *X's claim that …*, *X's “…”*, *X: …*."""

from __future__ import annotations

from collections.abc import Iterator

from linter.voice import reporting as words
from linter.voice.clauses import PUNCTUATION, Attribution, Sentence
from linter.voice.reporting import verbs, word_set
from linter.voice.sentences import QUOTE

_VIEWS = frozenset({"words", "view", "opinion", "eyes"})
_MOODS = word_set(
    """alarmed angered angry annoyed ashamed dismayed disappointed encouraged frustrated furious glad grateful heartened horrified
    incensed insistent irate outraged pleased proud relieved saddened shocked thankful unhappy upset"""
)
"""What these are about stands after *that* alone: *she was proud her party won* is rare."""
ATTITUDES = _MOODS | word_set(
    """adamant afraid certain confident convinced doubtful hopeful optimistic pessimistic sceptical skeptical sure unconvinced
    unsure worried"""
)
_BEFORE_ATTITUDES = words.ADVERBS | {"not", "less", "more", "so"}
_CLEAR = frozenset({"clear", "plain", "known"})
_MAKE = word_set("make makes made making")
_SEEM = words.BE | word_set("appear appeared appears became become felt feel feels remain remained remains seem seemed seems")
_COUNTS = word_set("account accounts admission calculation calculations estimate estimates reckoning")
"""*By one estimate*, *by his own admission*."""
SOURCE_CUES = words.SOURCE_NOUNS | _VIEWS | ATTITUDES | _CLEAR | _COUNTS | {"according", ":", QUOTE, "per", "put", "under"}

_OFFICES = word_set(
    """ambassador army authorities constitution court courts election elections embassy government independence legislature
    minister ministers ministry parliament premier president referendum republic state vice-president vote"""
)

_INSERTION = 10
"""*As he put it in a speech on Monday, “…”*: no more words come between."""
_HEADLINE = 20
"""A headline has fewer words, colon and all."""

_WHEN = words.TIMES | words.TIME_UNITS
_VIEW_REACH = 10
"""So many words may stand between *to Moscow* and *is*."""


def find_sources(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """What the word at `index` gives as somebody's, if it is no verb."""
    word = sentence.lowers[index]
    if word in _VIEWS and sentence.word(index - 2) == "in" and sentence.word(index + 1) == "of":
        yield from _source_phrase(sentence, index - 2, index + 2)
    elif word in _CLEAR:
        yield from _made_clear(sentence, index)
    elif word in ATTITUDES:
        yield from _after_attitude(sentence, index)
    elif word in _COUNTS and (by := _by(sentence, index)) is not None:
        yield from _count(sentence, by, index)
    elif word in words.SOURCE_NOUNS:
        yield from _after_noun(sentence, index)
    elif word == "according" and sentence.word(index + 1) == "to":
        yield from _source_phrase(sentence, index, index + 2)
    elif word == "per" and _names_source(sentence, index):
        yield from _source_phrase(sentence, index, index + 1)
    elif word == ":" and 0 < index < 8 and index + 1 < sentence.size:
        if sentence.lowers[index + 1] == QUOTE or _is_headline(sentence, index):
            yield Attribution("reported", sentence.span(index + 1, sentence.size), _before_colon(sentence, index))
    elif word == QUOTE:
        yield from _possessed(sentence, index)
        yield from _viewed(sentence, index)
    elif word == "put" and sentence.word(index + 1) == "it" and index:
        yield from _as_they_put_it(sentence, index)
    elif word == "under" and index == 0 and not words.LAWS.isdisjoint(sentence.lowers[:6]) and "," in sentence.lowers:
        comma = sentence.lowers.index(",")
        if 1 < comma < sentence.size - 1:
            yield Attribution("source", sentence.span(comma + 1, sentence.size), sentence.slice(1, comma))


def _viewed(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*To Moscow, the war is a “special operation”*; *Iran, for which Israel is “the Zionist entity”*."""
    link = index - 2 if sentence.word(index - 1) in ("a", "an", "the") else index - 1
    if sentence.word(link) not in words.BE:
        return
    for place in range(link - 1, max(-1, link - _VIEW_REACH), -1):
        if sentence.lowers[place] not in ("for", "to"):
            continue
        after, before = sentence.word(place + 1), place - 2 if sentence.word(place - 1) == "," else place - 1
        if after in ("which", "whom"):
            speaker = sentence.name(sentence.phrase_start(before), before + 1)
        elif place == 0 and "," in sentence.lowers[:link] and _WHEN.isdisjoint((after, sentence.word(2))):
            speaker = sentence.name(1, sentence.lowers.index(","))
        else:
            continue
        if speaker:
            yield Attribution("label", sentence.span(index, index + 1), speaker)
        return


def _after_noun(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*the claim that …*, *allegations of …*."""
    start, speaker = index + 1, None
    if sentence.word(start) in ("by", "from"):
        place = sentence.phrase_end(start + 1)
        while (
            sentence.word(place) in words.TIMES
            or (sentence.word(place) == "on" and sentence.word(place + 1) in words.TIMES)
            or sentence.word(place) in words.TIME_UNITS
        ):
            place += 1
        if sentence.word(place) != "that":
            return
        start, speaker = place, sentence.name(start + 1, sentence.phrase_end(start + 1))
    after = sentence.word(start)
    if after == "of" and sentence.lowers[index] in words.CHARGE_NOUNS:
        start += 1
    elif after != "that" or _is_relative(sentence, start):
        return
    end = sentence.clause_end(start, relative=True) if start < sentence.size else start
    if end > start:
        yield Attribution("reported", sentence.span(start, end), speaker or _owner(sentence, index - 1))


def _names_source(sentence: Sentence, per: int) -> bool:
    """*…, per the report* and *Per Reuters, …*, but not *once per day*."""
    if per > 0 and sentence.word(per - 1) not in (",", "("):
        return False
    return per + 1 < sentence.size and (
        sentence.word(per + 1) in ("the", "its", "his", "her", "their") or sentence.capital(per + 1)
    )


def _by(sentence: Sentence, index: int) -> int | None:
    """Where the *by* stands of *by most accounts*."""
    return next((place for place in range(index - 2, max(-1, index - 6), -1) if sentence.lowers[place] == "by"), None)


def _count(sentence: Sentence, start: int, index: int) -> Iterator[Attribution]:
    """*By one estimate, …* and *…, by his own admission*."""
    speaker = _owner(sentence, index - 1)
    if start == 0 and sentence.word(index + 1) == "," and index + 2 < sentence.size:
        yield Attribution("reported", sentence.span(index + 2, sentence.clause_end(index + 2)), speaker)
    elif start > 1 and sentence.word(start - 1) == "," and sentence.word(index + 1) in ("", ".", ","):
        yield Attribution("reported", sentence.span(0, start - 1), speaker)


def _is_relative(sentence: Sentence, that: int) -> bool:
    """*The claim that was made*, and not *the claim that he lied*: the noun is the subject of what follows."""
    word = sentence.word(that + 1)
    return word in words.AUXILIARIES or word in words.COMMON_PASTS


def _made_clear(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*He made it clear that …*, *she made clear …*."""
    verb = index - 2 if sentence.word(index - 1) in ("it", "this", "perfectly", "very") else index - 1
    if sentence.word(verb) in _MAKE:
        yield from _clause_after(sentence, index + 1, verb - 1)


def _after_attitude(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*They are afraid that …*, *she was sure …*; but not *it is certain that …*, which is the narrator's view."""
    left = index - 1
    while left >= 0 and (sentence.lowers[left] in _BEFORE_ATTITUDES or sentence.lowers[left].endswith("ly")):
        left -= 1
    if sentence.word(left) in _SEEM and (sentence.lowers[index] not in _MOODS or sentence.word(index + 1) == "that"):
        yield from _clause_after(sentence, index + 1, left - 1)


def _clause_after(sentence: Sentence, start: int, left: int) -> Iterator[Attribution]:
    """The clause that begins at `start`, as the view of the subject whose helpers end at `left`."""
    while left >= 0 and (sentence.lowers[left] in words.AUXILIARIES or sentence.lowers[left] in words.ADVERBS):
        left -= 1
    speaker = sentence.subject(left)[1]
    word = sentence.word(start)
    begins = word in ("that", "if", "whether") or word in words.DETERMINERS or word in words.PRONOUNS
    if speaker is None or speaker.lower() in ("it", "this", "that", "there") or not word:
        return
    if begins or (sentence.capital(start) and word != QUOTE):
        yield Attribution("reported", sentence.span(start, sentence.clause_end(start)), speaker)


def _as_they_put_it(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*As the president put it, …* and *…, as the president put it*."""
    subject, speaker = sentence.subject(index - 1)
    if sentence.word(subject - 1) != "as":
        return
    comma = next(
        (place for place in range(index + 2, min(sentence.size, index + _INSERTION)) if sentence.lowers[place] == ","), 0
    )
    if comma and sentence.word(comma + 1) == QUOTE:
        yield Attribution("reported", sentence.span(comma + 1, comma + 2), speaker)
    elif subject > 1:
        start = _expression_before(sentence, subject - 1)
        yield Attribution("reported", sentence.span(start, subject - 1), speaker)
    elif sentence.word(index + 2) == "," and index + 3 < sentence.size:
        yield Attribution("reported", sentence.span(index + 3, sentence.clause_end(index + 3)), speaker)


def _expression_before(sentence: Sentence, end: int) -> int:
    """Where the words begin that *as the memo put it* is said of: a quotation directly before, else the sentence."""
    place = end - 2 if sentence.word(end - 1) == "," else end - 1
    return place if sentence.word(place) == QUOTE else 0


def _owner(sentence: Sentence, index: int) -> str | None:
    """*Lavrov's* before *claim*, without its ending."""
    for place in range(index, max(-1, index - 3), -1):
        word = sentence.word(place)
        if word.endswith(("'s", "s'")):
            first = place
            while first > 0 and (sentence.capital(first - 1) or sentence.lowers[first - 1] == "the"):
                first -= 1
            text = sentence.slice(first, place + 1)
            return text.rstrip("s").rstrip("’'") if text and word.endswith("'s") else (text or "").rstrip("’'") or None
        if word in words.PREPOSITIONS or word in PUNCTUATION:
            break
    return None


def _possessed(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*Russia's “special military operation”*: a party directly before the marks owns the expression; but *Taiwan's “president”*:
    of an office or a vote of its own the marks say that it is none."""
    if sentence.inner(index).lower().rstrip(",.").rpartition(" ")[2] in _OFFICES:
        return
    before = sentence.word(index - 1)
    if before.endswith(("'s", "s'")) and index:
        bare = before[:-2] if before.endswith("'s") else before[:-1]
        if sentence.capital(index - 1) or bare in words.PARTIES or bare + "s" in words.PARTIES:
            yield Attribution("label", sentence.span(index, index + 1), _owner(sentence, index - 1))
    elif before in ("its", "his", "her", "their"):
        owner = sentence.main_subject(index)
        if owner and owner[0].isupper() and owner.lower() not in words.PRONOUNS and " " not in owner.removeprefix("The "):
            yield Attribution("label", sentence.span(index, index + 1), owner)


def _source_phrase(sentence: Sentence, index: int, name: int) -> Iterator[Attribution]:
    """*According to X, …*, *…, according to X*, *in the words of X*."""
    end = sentence.phrase_end(name, 12)
    if sentence.word(end - 1) in words.NO_SOURCES:
        return
    speaker = sentence.slice(name, end)
    if index <= 1:
        comma = end
        while comma < sentence.size and sentence.lowers[comma] != ",":
            comma += 1
        start = comma + 1 if comma < sentence.size else end
        if start < sentence.size:
            yield Attribution("reported", sentence.span(start, sentence.clause_end(start)), speaker)
        return
    yield Attribution("reported", sentence.span(0, index), speaker)
    if (
        sentence.word(index - 1) == ","
        and sentence.word(end) == ","
        and sentence.word(end + 1) not in ("who", "which", "whose", "")
    ):
        yield Attribution("reported", sentence.span(end + 1, sentence.size), speaker)


def _is_headline(sentence: Sentence, index: int) -> bool:
    """*Lavrov: Talks Go On*: a name, a colon, and a short line; but not *Update: …* and not the dateline *KYIV: …*."""
    if index >= 5 or sentence.size >= _HEADLINE or not sentence.capital(index + 1):
        return False
    name = sentence.slice(0, index) or ""
    names = all(map(sentence.capital, range(index)))
    shouted = (sentence.slice(0, sentence.size) or "").isupper()
    return names and sentence.lowers[0] not in words.NOTICES and (shouted or not name.isupper())


def _before_colon(sentence: Sentence, index: int) -> str | None:
    """The name before a colon that a quotation follows, where no verb stands between."""
    table = verbs()
    start = 0
    for place in range(index):
        if sentence.lowers[place] in table or sentence.lowers[place] in words.AUXILIARIES:
            return sentence.subject(place - 1)[1]
    return sentence.slice(start, index)
