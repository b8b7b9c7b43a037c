"""Reporting verbs in their sentence: is the word a verb there, with which helpers, and whose is it?"""

from __future__ import annotations

from linter.named_tuples import NamedTuple
from linter.voice import reporting as words
from linter.voice.clauses import CLEAR_OBJECTS, Sentence
from linter.voice.reporting import Verb
from linter.voice.sentences import QUOTE

_PLURALS = words.word_set("both children data i many media men others people police some they those we who whom women you")
_BEFORE_BASE = words.AUXILIARIES | {"to"}
_BEFORE_NOUNS = words.DETERMINERS - {"this", "that", "some", "many", "all", "most", "both"}


class Cue(NamedTuple):
    """A reporting verb in its sentence: its place, that of the word before its helpers, and where its subject begins and is."""

    place: int
    left: int
    passive: bool
    infinitive: bool
    subject: int
    speaker: str | None


def find_cue(sentence: Sentence, index: int, verb: Verb) -> Cue | None:
    """What is known about the verb at `index`, or None if it is no verb there."""
    left = index - 1
    helpers: set[str] = set()
    while left >= 0 and index - left < 8 and _is_helper(sentence.lowers[left]) and not sentence.is_may(left):
        helpers.add(sentence.lowers[left])
        left -= 1
    if not _is_verb(sentence, index, left, verb, helpers):
        return None
    passive = verb.form == "past" and not helpers.isdisjoint(words.BE)
    subject, speaker = (left + 1, sentence.agent(index)) if passive else sentence.subject(left)
    if "to" in helpers:
        speaker = None
    if subject <= left and (
        sentence.lowers[subject] in ("nobody", "none") or sentence.lowers[subject : subject + 2] == ["no", "one"]
    ):
        return None
    return Cue(index, left, passive, "to" in helpers, subject, speaker)


def is_plural(word: str) -> bool:
    """May a verb in the base form follow the word: *they*, *police*, *officials*, *gunmen*?"""
    return word in _PLURALS or word.endswith("men") or (word.endswith("s") and not word.endswith("ss"))


def _is_helper(word: str) -> bool:
    return (
        word in words.AUXILIARIES or word in words.ADVERBS or word == "to"
        or (word.endswith("ly") and word not in ("family", "italy", "july", "reply", "ally"))
    )  # fmt: skip


def _is_verb(sentence: Sentence, index: int, left: int, verb: Verb, helpers: set[str]) -> bool:
    before, after = sentence.word(left), sentence.word(index + 1)
    if verb.form in ("base", "s") and _is_named(sentence, index):
        return False
    if after in CLEAR_OBJECTS and before not in words.PREPOSITIONS and before not in _BEFORE_NOUNS:
        return True
    if verb.form == "base" and not helpers.isdisjoint(_BEFORE_BASE):
        return True
    if helpers and not helpers.isdisjoint(words.AUXILIARIES) and verb.form != "base":
        return verb.form != "s"
    if before in _BEFORE_NOUNS or before.endswith(("'s", "s'")):
        return False
    if verb.form == "past":
        return before not in words.PREPOSITIONS or before in ("as", "than")
    if verb.form == "ing":
        return before not in ("worth", "without") and (not verb.noun or before in ("", ",", "while", "by"))
    if before in words.PREPOSITIONS and before not in ("as", "than"):
        return False
    if left >= 0 and "what" in sentence.lowers and sentence.word(sentence.phrase_start(left) - 1) == "what":
        return after not in words.AUXILIARIES  # what critics call amnesty
    if not verb.noun and (verb.form == "s" or before in words.PRONOUNS or left < 0 or before.endswith("s")):
        return True
    if verb.form == "base" and not is_plural(before):
        if not verb.noun and before in ("and", "or", "not"):
            return True
        return (not verb.noun or after == "that" or _has_document(sentence, left)) and _has_plural(sentence, left)
    if verb.form == "s" and after in ("", ".") and sentence.word(sentence.phrase_start(left) - 1) == ",":
        return _is_subject(sentence, left)  # …, the poll shows.
    return after in ("that", QUOTE) or (_is_subject(sentence, left) and _starts_content(sentence, index + 1, after))


def _has_document(sentence: Sentence, left: int) -> bool:
    """Does the phrase that ends at `left` name what shows something: *documents from his tax return*?"""
    return not words.DOCUMENTS.isdisjoint(sentence.lowers[sentence.phrase_start(left) : left])


def _is_named(sentence: Sentence, index: int) -> bool:
    """Does the verb form belong to a name, as in *Stevie Wonder, who joked*? In a headline a capital tells nothing."""
    return (
        index > 0
        and sentence.capital(index)
        and sentence.capital(index - 1)
        and any(not sentence.capital(place) and len(sentence.lowers[place]) > 4 for place in range(sentence.size))
    )


def _has_plural(sentence: Sentence, left: int) -> bool:
    """Does the phrase that ends at `left` name several: *officials in Moscow*?"""
    start = sentence.phrase_start(left)
    return any(is_plural(word) or word == "and" for word in sentence.lowers[start : left + 1])


def _is_subject(sentence: Sentence, left: int) -> bool:
    word = sentence.word(left)
    return word in words.PRONOUNS or (
        left >= 0 and (sentence.capital(left) or word.endswith("s") or word in words.PARTIES or word in words.DOCUMENTS)
    )


def _starts_content(sentence: Sentence, index: int, word: str) -> bool:
    return bool(word) and (
        word in words.DETERMINERS or word in words.PRONOUNS or word in words.CONTENT_WORDS
        or word in ("to", "as", "there", "for", ":")
        or word == QUOTE or sentence.capital(index)
    )  # fmt: skip
