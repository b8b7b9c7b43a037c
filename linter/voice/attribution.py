"""Whose words a paragraph gives without marks: reporting verbs, source phrases, and what they govern.

Everything works sentence by sentence, over tokens, in one pass; a quotation is one token of its sentence, and a stretch that
covers it names its source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from linter.spans import Span
from linter.voice import reporting as words
from linter.voice.clauses import DASHES, PUNCTUATION, Attribution, Cue, Sentence
from linter.voice.labels import find_labels, find_mentions
from linter.voice.quotations import Quotation
from linter.voice.reporting import Verb, verbs
from linter.voice.sentences import QUOTE, split_sentences, tokenize
from linter.voice.sources import find_sources

_NEAR = 64
"""More attributions than this have nothing to do with one place: they stand in the same sentence."""

_LOOK = 14
"""So many words after a verb its clause may begin: *said in an interview with state television on Friday that …*."""


def find_attributions(text: str, quotations: Sequence[Quotation] = ()) -> list[Attribution]:
    """The stretches of a paragraph that are given as somebody's; by start; they may overlap. Offsets count in `text`."""
    found: list[Attribution] = []
    for tokens in split_sentences(text, tokenize(text, quotations)):
        found.extend(sorted(_in_sentence(Sentence(text, tokens)), key=lambda each: each.span.start))
    return found


def _in_sentence(sentence: Sentence) -> Iterator[Attribution]:
    table = verbs()
    yield from find_mentions(sentence)
    for index, word in enumerate(sentence.lowers):
        verb = table.get(word)
        if verb is not None:
            cue = sentence.cue(index, verb)
            if cue is not None:
                yield from find_labels(sentence, cue, verb)
                yield from _governed(sentence, cue, verb)
                continue
        yield from find_sources(sentence, index)


def _governed(sentence: Sentence, cue: Cue, verb: Verb) -> Iterator[Attribution]:
    """What the verb gives as its subject's words, after it or before it."""
    spoken = "Q" in verb.frames and QUOTE in sentence.lowers
    if not cue.passive and (spoken or not {"S", "P", "C"}.isdisjoint(verb.frames)):
        inverted = _inverted(sentence, cue)
        if inverted is not None:
            yield from _around(sentence, cue.left + 1, inverted, sentence.slice(cue.index + 1, inverted), inverted=True)
            return
        if cue.speaker is not None and _follows_content(sentence, cue.subject) and _is_bare(sentence, cue.index, verb):
            yield from _around(sentence, cue.subject, cue.index + 1, cue.speaker)
            return
    start = _content_start(sentence, cue, verb)
    if start is not None and start < sentence.size:
        relative = sentence.word(cue.subject) in ("who", "which", "that") and sentence.word(cue.subject - 1) == ","
        opens = sentence.word(0) in (
            "when",
            "after",
            "although",
            "while",
            "if",
            "as",
            "though",
            "since",
            "because",
            "asked",
        )
        relative = relative or (opens and cue.subject <= 2)
        phrase = {"S", "C", "P"}.isdisjoint(verb.frames) and sentence.lowers[start] not in words.CONTENT_WORDS | {
            "to",
            QUOTE,
        }
        end = sentence.clause_end(start, relative=phrase or (relative and sentence.word(0) != "as"))
        if end > start:
            content = _is_content(sentence, start, cue, verb)
            yield Attribution("reported" if content else "source", sentence.span(start, end), cue.speaker)


def _is_content(sentence: Sentence, start: int, cue: Cue, verb: Verb) -> bool:
    """Is what begins at `start` what somebody said, and not just what it was about?"""
    if not {"S", "N", "P"}.isdisjoint(verb.frames):
        return True
    if "C" in verb.frames and sentence.word(cue.left) in words.DOCUMENTS:
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
    if subject < 2 or before not in DASHES | {",", "…"}:
        return False
    if sentence.word(subject - 2) == QUOTE:
        return True
    first = 1 if sentence.word(0) in words.COORDINATORS else 0
    opener = sentence.word(first)
    leads_in = opener in words.PREPOSITIONS | words.TIMES | words.ADVERBS or opener.endswith(("ing", "ly"))
    return subject - 1 > first and not (leads_in and "," not in sentence.lowers[: subject - 1])


def _is_bare(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Does nothing that the verb governs come after it? Time, place, manner and the person told do not count."""
    place = index + 1
    if "P" in verb.frames:
        place = _after_addressee(sentence, place)
    while sentence.word(place).endswith("ly") or (sentence.word(place) in words.TIMES - {"this", "last"}):
        place += 1
    word = sentence.word(place)
    if not word or (word in PUNCTUATION and word != ":"):
        return True
    if word == "to" and not {"P", "T"}.isdisjoint(verb.frames):
        return False
    if word in words.PREPOSITIONS or word == "to" or not words.TIME_UNITS.isdisjoint(sentence.lowers[place : place + 3]):
        for ahead in range(place, min(sentence.size, place + _LOOK)):
            if sentence.lowers[ahead] in (",", "."):
                break
            if sentence.lowers[ahead] in ("that", ":"):
                return False
        return True
    return False


def _inverted(sentence: Sentence, cue: Cue) -> int | None:
    """*…, said Lavrov*: the index after the subject that follows the verb, or None."""
    if cue.left < 0 or sentence.lowers[cue.left] not in DASHES | {",", QUOTE} or cue.index != cue.left + 1:
        return None
    if (cue.left == 0 and sentence.lowers[0] != QUOTE) or sentence.lowers[cue.index].endswith("ing"):
        return None
    start = end = cue.index + 1
    word = sentence.word(start)
    if not word or word in words.CONTENT_WORDS | words.PREPOSITIONS | words.OBJECT_PRONOUNS | PUNCTUATION | {
        QUOTE,
        "to",
    }:
        return None
    while end < sentence.size and end - start < 12 and sentence.lowers[end] not in PUNCTUATION and sentence.lowers[end] != QUOTE:
        if sentence.lowers[end] in words.PREPOSITIONS - {"of", "for"}:
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
    capitals = [place for place in range(start, end) if sentence.tokens[place].capital]
    small = end - start - len(capitals)
    if not capitals:
        return small <= (8 if quoted else 4)
    after = [place for place in range(capitals[0], end) if not sentence.tokens[place].capital]
    joined = sum(sentence.lowers[place] in ("of", "the", "de", "van", "von", "and", "for", "al") for place in after)
    return quoted or len(after) == joined


def _around(sentence: Sentence, start: int, end: int, speaker: str | None, *, inverted: bool = False) -> Iterator[Attribution]:
    """The words before *, he said* and those after it: it stands in what it governs."""
    first = 1 if sentence.word(0) in ("and", "but") and start > 2 else 0
    if start > first:
        yield Attribution("reported", sentence.span(first, start), speaker)
    comma = end
    while comma < sentence.size and comma - end < _LOOK and sentence.lowers[comma] not in DASHES | {",", ":", ";", QUOTE}:
        comma += 1
    after = sentence.word(comma + 1)
    if sentence.word(comma) == QUOTE:
        yield Attribution("reported", sentence.span(comma, sentence.size), speaker)
    elif comma < sentence.size and after == QUOTE:
        yield Attribution("reported", sentence.span(comma + 1, sentence.size), speaker)
    elif (
        comma == end
        and not inverted
        and sentence.word(comma) in (",", "—", "–")
        and comma + 2 < sentence.size
        and _goes_on(after)
    ):
        yield Attribution("reported", sentence.span(comma + 1, sentence.clause_end(comma + 1)), speaker)


def _goes_on(word: str) -> bool:
    """Does the reported clause go on with this word, and not the reporting one?"""
    stops = words.SUBORDINATORS | words.PREPOSITIONS | {"not", "compared"}
    return word not in stops and not word.endswith("ing")


def _after_addressee(sentence: Sentence, place: int) -> int:
    """The index after the person told: *told him*, *told the news agency*, *told Reuters*."""
    if sentence.word(place) in words.OBJECT_PRONOUNS:
        return place + 1
    end = place
    while end < sentence.size and end - place < 8:
        word = sentence.lowers[end]
        if word in words.PREPOSITIONS - {"of"} or word in words.CONTENT_WORDS or word in PUNCTUATION or word in ("to", QUOTE):
            break
        if word in words.PRONOUNS | words.AUXILIARIES | words.TIMES or (end > place and word in words.DETERMINERS):
            break
        end += 1
    return end


def _content_start(sentence: Sentence, cue: Cue, verb: Verb) -> int | None:
    """The index at which the words begin that the verb governs, or None."""
    place = cue.index + 1
    while sentence.word(place) in words.ADVERBS or sentence.word(place) in words.TIMES - {"this", "last"}:
        place += 1
    if "P" in verb.frames and not cue.passive:
        told = _after_addressee(sentence, place)
        if told < sentence.size and (told > place or sentence.word(place) in words.CONTENT_WORDS):
            place = told
    word = sentence.word(place)
    if (word in (":", ",") and sentence.word(place + 1) == QUOTE) or word == ":":
        return place + 1
    if word == QUOTE:
        return None if set(verb.frames) == {"C"} else place
    if word in words.CONTENT_WORDS:
        return place
    if word == "to":
        if verb.lemma in ("refer", "object", "point", "speak"):
            return place + 1
        passive = (cue.passive and verb.lemma != "know") or verb.lemma == "say"
        return place if "T" in verb.frames or "P" in verb.frames or passive else None
    if word == "," and sentence.word(cue.subject - 1) == "," and "S" in verb.frames:
        return place + 1
    if not word or word in PUNCTUATION:
        return None
    if word in words.PREPOSITIONS:
        return _after_preposition(sentence, place, verb)
    if "O" in verb.frames and not cue.passive:
        for ahead in range(place, min(sentence.size, place + _LOOK)):
            if sentence.lowers[ahead] == "of":
                return ahead + 1
    if cue.passive:
        return None
    return place if not {"S", "N", "P", "W", "C"}.isdisjoint(verb.frames) else None


def _after_preposition(sentence: Sentence, place: int, verb: Verb) -> int | None:
    """*called for …*, *warned of …*; *said in a statement that …*, *said on Friday the …*."""
    word = sentence.lowers[place]
    if word in ("of", "about", "for", "against") and (
        "O" in verb.frames
        or verb.lemma in ("call", "warn", "talk", "ask", "argue", "complain", "hope", "think", "blame", "worry")
    ):
        return place + 1
    if word in ("on", "upon") and verb.lemma == "call":
        told = _after_addressee(sentence, place + 1)
        return told if sentence.word(told) == "to" else None
    if word == "on" and sentence.word(place + 1) in words.TIMES:
        place += 2
        return place if place < sentence.size and sentence.lowers[place] not in PUNCTUATION else None
    table = verbs()
    for ahead in range(place, min(sentence.size, place + _LOOK)):
        other = table.get(sentence.lowers[ahead])
        if other is not None and not other.noun:
            break
        if sentence.lowers[ahead] in ("that", QUOTE):
            return ahead
        if sentence.lowers[ahead] == ":":
            return ahead + 1
        if sentence.lowers[ahead] in (",", ";", ".") and sentence.word(ahead + 1) not in ("that", QUOTE):
            break
    return None


def covering(attributions: Sequence[Attribution], span: Span, *, quoted: bool = False) -> Attribution | None:
    """The attribution that holds for a span: labels and mentions first, then the shortest; None if there is none.

    `attributions` come by start, as `find_attributions` gives them.

    For a span that is `quoted` a source is enough. Where the nearest names nobody (*wants to say that …*), a wider one does.
    """
    kinds = ("reported", "label", "mention", "source") if quoted else ("reported", "label", "mention")
    place = bisect_right(attributions, span.start, key=lambda each: each.span.start)
    near = attributions[max(0, place - _NEAR) : place]
    found = [each for each in near if each.kind in kinds and each.span.contains(span)]
    if not found:
        return None
    found.sort(key=lambda each: (each.kind in ("reported", "source"), each.span.end - each.span.start))
    speaker = next((each.speaker for each in found if each.speaker and each.kind != "mention"), None)
    return found[0] if found[0].speaker or found[0].kind == "mention" else replace(found[0], speaker=speaker)
