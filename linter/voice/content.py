"""Where the words begin that a reporting verb governs: after the person told, time, place and manner."""

from __future__ import annotations

from linter.voice import reporting as words
from linter.voice.clauses import DASHES, PUNCTUATION, Sentence
from linter.voice.cues import Cue
from linter.voice.reporting import Verb, verbs
from linter.voice.sentences import QUOTE

TIMES_ALONE = words.TIMES - {"this", "last"}
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_NO_PASSIVES = frozenset({"know", "suppose", "intend"})
"""*Was supposed to end* and *is known to work* give nobody's words."""
_PHRASE_BREAKS = DASHES | {",", ";", "."}
_AFTER_ADDRESSEES = (words.PREPOSITIONS - {"of"}) | words.CONTENT_WORDS | PUNCTUATION | {"to", QUOTE}
_AFTER_ADDRESSEES_TOO = words.PRONOUNS | words.AUXILIARIES | words.TIMES
_BEFORE_CONTENT = words.ADVERBS | TIMES_ALONE
CLAUSES = frozenset({"S", "C", "P"})
LOOK = 14
"""So many words after a verb its clause may begin: *said in an interview with state television on Friday that …*."""


def after_addressee(sentence: Sentence, place: int) -> int:
    """The index after the person told: *told him*, *told the news agency*, *told Reuters*."""
    if sentence.word(place) in words.OBJECT_PRONOUNS:
        return place + 1
    end = place
    while end < sentence.size and end - place < 8:
        word = sentence.lowers[end]
        if word in _AFTER_ADDRESSEES or word in _AFTER_ADDRESSEES_TOO or (end > place and word in words.DETERMINERS):
            break
        end += 1
    return end


def content_start(sentence: Sentence, cue: Cue, verb: Verb) -> int | None:
    """The index at which the words begin that the verb governs, or None."""
    place = cue.place + 1
    while sentence.word(place) in _BEFORE_CONTENT:
        place += 1
    if "P" in verb.frames and not cue.passive:
        told = after_addressee(sentence, place)
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
        passive = (cue.passive and verb.lemma not in _NO_PASSIVES and not CLAUSES.isdisjoint(verb.frames)) or verb.lemma == "say"
        return place if "T" in verb.frames or "P" in verb.frames or passive else None
    if word == "," and sentence.word(cue.subject - 1) == "," and "S" in verb.frames:
        return place + 1
    if word == "," and not CLAUSES.isdisjoint(verb.frames):
        return _after_insertion(sentence, place)
    if not word or word in PUNCTUATION:
        return None
    if word in words.PREPOSITIONS:
        return _after_preposition(sentence, place, verb)
    if "O" in verb.frames and not cue.passive:
        for ahead in range(place, min(sentence.size, place + LOOK)):
            if sentence.lowers[ahead] == "of":
                return ahead + 1
    if cue.passive:
        return None
    if verb.lemma == "feel" and not (word in words.DETERMINERS or word in words.PRONOUNS or sentence.capital(place)):
        return None  # felt betrayed
    return place if not {"S", "N", "P", "W", "C"}.isdisjoint(verb.frames) else None


def _after_insertion(sentence: Sentence, comma: int) -> int | None:
    """*Cautioned, as he did, that …*: the *that* after the second comma, if only an insertion stands between the two."""
    for place in range(comma + 1, min(sentence.size - 1, comma + LOOK)):
        if sentence.lowers[place] in _PHRASE_BREAKS:
            return place + 1 if sentence.lowers[place + 1] == "that" else None
    return None


def _after_preposition(sentence: Sentence, place: int, verb: Verb) -> int | None:
    """*called for …*, *warned of …*; *said in a statement that …*, *said on Friday the …*."""
    word = sentence.lowers[place]
    if word in ("of", "about", "for", "against") and (
        "O" in verb.frames
        or verb.lemma in ("call", "warn", "talk", "ask", "argue", "complain", "hope", "think", "blame", "worry", "rule")
    ):
        return place + 1
    if word in ("on", "upon") and verb.lemma == "call":
        told = after_addressee(sentence, place + 1)
        return told if sentence.word(told) == "to" else None
    if word == "on" and sentence.word(place + 1) in words.TIMES:
        place += 2
        return place if place < sentence.size and sentence.lowers[place] not in PUNCTUATION else None
    if CLAUSES.isdisjoint(verb.frames):
        return None
    table = verbs()
    for ahead in range(place, min(sentence.size, place + LOOK)):
        other = table.get(sentence.lowers[ahead])
        if other is not None and not other.noun:
            break
        if sentence.lowers[ahead] in ("that", QUOTE) or (ahead > place + 1 and _is_clause(sentence, ahead)):
            return ahead
        if sentence.lowers[ahead] == ":":
            return ahead + 1
        if sentence.lowers[ahead] in _PHRASE_BREAKS and not _that_follows(sentence, ahead + 1):
            break
    return None


def _is_clause(sentence: Sentence, place: int) -> bool:
    """*Said after the meeting he would go*; but *on the day he was born* is a time."""
    if sentence.lowers[place] not in _SUBJECTS or sentence.word(place - 1) in words.TIME_UNITS:
        return False
    return sentence.word(place + 1) in words.AUXILIARIES


def _that_follows(sentence: Sentence, place: int) -> bool:
    """Also after one more name, as in *said in Toledo, Ohio, that …*."""
    return sentence.word(place) in ("that", QUOTE) or (sentence.word(place + 1) == "," and sentence.word(place + 2) == "that")
