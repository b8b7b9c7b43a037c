"""Whose words a paragraph gives without marks: reporting verbs, source phrases, and what they govern.

Everything works on one sentence, over its words, in one pass; a quotation is one word of its sentence, and a stretch that
covers it names its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.voice import reporting as words
from linter.voice.clauses import DASHES, PUNCTUATION, Attribution, Sentence
from linter.voice.content import CLAUSES, LOOK, TIMES_ALONE, after_addressee, content_start
from linter.voice.cues import Cue, find_cue
from linter.voice.labels import find_labels
from linter.voice.mentions import MENTION_CUES, find_mentions
from linter.voice.reporting import Verb, verbs, word_set
from linter.voice.sentences import QUOTE
from linter.voice.sources import ATTITUDES, SOURCE_CUES, find_sources

_OPENERS = word_set("when after although while if as though since because asked")
_WHOLE_CLAUSES = words.CONTENT_WORDS | {"to", QUOTE}
_RELATIVES = frozenset({"which", "who", "whose"})
_LEAD_INS = words.PREPOSITIONS | words.TIMES | words.ADVERBS
_NO_NAMES = words.CONTENT_WORDS | words.PREPOSITIONS | words.OBJECT_PRONOUNS | PUNCTUATION | {QUOTE, "to"}
_AFTER_NAMES = words.PREPOSITIONS - {"of", "for"}
_CONTENT_ENDS = DASHES | {",", "…"}
_BEFORE_INVERSION = DASHES | {",", QUOTE}
_NAME_ENDS = PUNCTUATION | {QUOTE}
_BREAKS = DASHES | {",", ":", ";", QUOTE}
_GOING_ON = word_set("although because if since that though unless")
_AFTER_CLAUSES = ((words.SUBORDINATORS | words.PREPOSITIONS) - _GOING_ON) | {"not", "compared"}
_SUBORDINATE = word_set("although as because even if since though unless when while")

_NEGATIONS = word_set("never not didn't doesn't don't hadn't hasn't haven't won't wouldn't")
_NOUNS_WITH_TO = word_set("ability able chance effort time used way ways")

_INSERTION = 7
"""*…, she said earlier in the hearing, …*: an insertion has no more words after its verb."""


@cache
def _cues() -> frozenset[str]:
    """The words that something may hang on; a sentence with none of them is the narrator's."""
    return MENTION_CUES.union(SOURCE_CUES, verbs())


def find_attributions(sentence: Sentence) -> list[Attribution]:
    """The stretches of a sentence that are given as somebody's; by start; they may overlap. Offsets count in the paragraph."""
    cues = _cues()
    places = [index for index, word in enumerate(sentence.lowers) if word in cues]
    found = [each for each in _at(sentence, places) if each.span.start < each.span.end]  # else nothing but marks is left
    return sorted(found, key=lambda each: each.span.start)


def _at(sentence: Sentence, places: list[int]) -> Iterator[Attribution]:
    table = verbs()
    for index in places:
        if sentence.lowers[index] in MENTION_CUES:
            yield from find_mentions(sentence, index)
    for index in places:
        word = sentence.lowers[index]
        attitude = list(find_sources(sentence, index)) if word in ATTITUDES else []
        if attitude:  # and not the verb of which *convinced* and *worried* are participles
            yield from attitude
            continue
        verb = table.get(word)
        if verb is not None:
            cue = find_cue(sentence, index, verb)
            if cue is not None:
                if "L" in verb.frames or "A" in verb.frames:
                    yield from find_labels(sentence, cue, verb)
                yield from _governed(sentence, cue, verb)
                continue
        yield from find_sources(sentence, index)


def _governed(sentence: Sentence, cue: Cue, verb: Verb) -> Iterator[Attribution]:
    """What the verb gives as its subject's words, after it or before it."""
    spoken = "Q" in verb.frames and QUOTE in sentence.lowers
    if not cue.passive and (spoken or not CLAUSES.isdisjoint(verb.frames)):
        inverted = _inverted(sentence, cue)
        if inverted is not None:
            yield from _around(sentence, cue.left + 1, inverted, sentence.slice(cue.place + 1, inverted), inverted=True)
            return
        if cue.speaker is not None and _follows_content(sentence, cue.subject) and _is_bare(sentence, cue.place, verb):
            told = after_addressee(sentence, cue.place + 1) if "P" in verb.frames else cue.place + 1
            yield from _around(sentence, cue.subject, told, cue.speaker)
            return
    start = content_start(sentence, cue, verb)
    if start is not None and start < sentence.size:
        relative = sentence.word(cue.subject) in ("who", "which", "that") and sentence.word(cue.subject - 1) == ","
        relative = relative or (sentence.word(0) in _OPENERS and cue.subject <= 2)
        phrase = CLAUSES.isdisjoint(verb.frames) and sentence.lowers[start] not in _WHOLE_CLAUSES
        end = sentence.clause_end(start, relative=phrase or (relative and sentence.word(0) != "as"))
        if end > start:
            content = _is_content(sentence, start, cue, verb) and not (
                "N" in verb.frames and sentence.lowers[start] not in _WHOLE_CLAUSES and _says_nothing(sentence, cue)
            )
            yield Attribution("reported" if content else "source", sentence.span(start, end), cue.speaker)


def _says_nothing(sentence: Sentence, cue: Cue) -> bool:
    """*Did not mention the vote*, *a way to report the profits*: nobody's words are given."""
    negated = not _NEGATIONS.isdisjoint(sentence.lowers[cue.left + 1 : cue.place])
    return negated or (cue.infinitive and cue.speaker is None and sentence.word(cue.left) in _NOUNS_WITH_TO)


def _is_content(sentence: Sentence, start: int, cue: Cue, verb: Verb) -> bool:
    """Is what begins at `start` what somebody said, and not just what it was about?"""
    if not {"S", "N", "P"}.isdisjoint(verb.frames):
        return True
    if "C" in verb.frames and not words.DOCUMENTS.isdisjoint(sentence.lowers[cue.subject : cue.left + 1]):
        return True
    return (
        sentence.lowers[start] in words.CONTENT_WORDS
        or sentence.lowers[start] in ("to", QUOTE)
        or sentence.word(start - 1) in (":", "of", "for", "about", "against", ",")
    )


def _follows_content(sentence: Sentence, subject: int) -> bool:
    """Does a clause come before the subject, and not just *On Monday,*?"""
    before = sentence.word(subject - 1)
    if before == QUOTE:
        return True
    if subject < 2 or before not in _CONTENT_ENDS:
        return False
    if sentence.word(subject - 2) == QUOTE:
        return True
    first = 1 if sentence.word(0) in words.COORDINATORS else 0
    opener = sentence.word(first)
    leads_in = opener in _LEAD_INS or (opener.endswith(("ing", "ly")) and not _has_verb(sentence, first + 1, subject - 1))
    return subject - 1 > first and not (leads_in and "," not in sentence.lowers[: subject - 1])


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Is there a helper before any subordinate clause: *shifting rains could flood it*, but not *speaking to men who had*?"""
    for word in sentence.lowers[start:end]:
        if word in words.AUXILIARIES:
            return True
        if word in words.SUBORDINATORS and word not in words.COORDINATORS:
            return False
    return False


def _is_bare(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Does nothing that the verb governs come after it? Time, place, manner and the person told do not count."""
    place = index + 1
    if "P" in verb.frames:
        place = after_addressee(sentence, place)
    while sentence.word(place).endswith("ly") or sentence.word(place) in TIMES_ALONE:
        place += 1
    word = sentence.word(place)
    if not word or (word in PUNCTUATION and word != ":"):
        return True
    if word == "to" and not {"P", "T"}.isdisjoint(verb.frames):
        return False
    if word in words.PREPOSITIONS or word == "to" or not words.TIME_UNITS.isdisjoint(sentence.lowers[place : place + 3]):
        for ahead in range(place, min(sentence.size, place + LOOK)):
            if sentence.lowers[ahead] in (",", "."):
                break
            if sentence.lowers[ahead] in ("that", ":"):
                return False
        return True
    return False


def _inverted(sentence: Sentence, cue: Cue) -> int | None:
    """*…, said Lavrov*: the index after the subject that follows the verb, or None."""
    if cue.left < 0 or sentence.lowers[cue.left] not in _BEFORE_INVERSION or cue.place != cue.left + 1:
        return None
    if (cue.left == 0 and sentence.lowers[0] != QUOTE) or sentence.lowers[cue.place].endswith("ing"):
        return None
    start = end = cue.place + 1
    word = sentence.word(start)
    if not word or word in _NO_NAMES:
        return None
    while end < min(sentence.size, start + 12) and sentence.lowers[end] not in _NAME_ENDS:
        if sentence.lowers[end] in _AFTER_NAMES:
            break
        end += 1
    quoted = QUOTE in sentence.lowers[max(0, cue.left - 1) : cue.left + 1]
    if not quoted and sentence.is_apposition(cue.left):
        return None
    closes = end == sentence.size or sentence.lowers[end] in PUNCTUATION or (quoted and sentence.lowers[end] != QUOTE)
    return end if closes and _is_name(sentence, start, end, quoted=quoted) else None


def _is_name(sentence: Sentence, start: int, end: int, *, quoted: bool) -> bool:
    """Is [start, end) the name of a speaker, and not a clause? After a quotation it may be longer."""
    if not words.AUXILIARIES.isdisjoint(sentence.lowers[start:end]):
        return False
    if sentence.lowers[start] in words.PRONOUNS:
        return end == start + 1
    capitals = [place for place in range(start, end) if sentence.capital(place)]
    small = end - start - len(capitals)
    if not capitals:
        return small <= (8 if quoted else 4)
    after = [place for place in range(capitals[0], end) if not sentence.capital(place)]
    joined = sum(sentence.lowers[place] in ("of", "the", "de", "van", "von", "and", "for", "al") for place in after)
    return quoted or len(after) == joined


def _around(sentence: Sentence, start: int, end: int, speaker: str | None, *, inverted: bool = False) -> Iterator[Attribution]:
    """The words before *, he said* and those after it: it stands in what it governs."""
    first = 1 if sentence.word(0) in ("and", "but") and start > 2 else 0
    if sentence.word(start - 2) in _RELATIVES and sentence.word(start - 1) == ",":  # the park, which, he said, is full
        first = start - 2
    if start > first:
        yield Attribution("reported", sentence.span(first, start), speaker)
    comma = end
    while comma < sentence.size and comma - end < LOOK and sentence.lowers[comma] not in _BREAKS:
        comma += 1
    after = sentence.word(comma + 1)
    if sentence.word(comma) == QUOTE:
        yield Attribution("reported", sentence.span(comma, sentence.size), speaker)
    elif comma < sentence.size and after == QUOTE:
        yield Attribution("reported", sentence.span(comma + 1, sentence.size), speaker)
    elif (
        (comma == end or (comma - end <= _INSERTION and sentence.word(start - 1) == "," and sentence.word(end) in _LEAD_INS))
        and not inverted
        and sentence.word(comma) in (",", "—", "–")
        and comma + 2 < sentence.size
        and (_goes_on(after) or (sentence.word(first) in _SUBORDINATE and "," not in sentence.lowers[: start - 1]))
    ):
        yield Attribution("reported", sentence.span(comma + 1, sentence.clause_end(comma + 1)), speaker)


def _goes_on(word: str) -> bool:
    """Does the reported clause go on with this word, and not the reporting one?"""
    return word not in _AFTER_CLAUSES and word not in PUNCTUATION and not word.endswith("ing")
