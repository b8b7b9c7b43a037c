"""Words that are shown rather than used.

*The word regime*, *so-called experts*, *dropped illegal immigrant from its stylebook*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.voice import reporting as words
from linter.voice.advice import ADVICE_CUES, find_advice
from linter.voice.clauses import PUNCTUATION, Attribution, Sentence
from linter.voice.definitions import DEFINITION_CUES, EXPRESSION_LIMIT, expression_end, find_definitions
from linter.voice.labels import extent_of
from linter.voice.other_names import OTHER_NAME_CUES, find_other_names
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE
from linter.voice.slogans import SLOGAN_CUES, find_slogans
from linter.voice.works import WORK_CUES, find_titles

_SO_CALLED = word_set("so-called self-styled self-proclaimed self-described")
_PASTS = word_set("beat broke cut fought hit led lost met put quit shot shut split struck won")
"""Pasts that say what somebody did, and not what he said."""
_BEFORE_MENTION_NOUNS = word_set("the this that a an its his her their these those hashtag and")
_JUDGEMENTS = word_set(
    """common contested contentious controversial correct current derogatory dehumanising dehumanizing disputed earlier
    inaccurate legal loaded misleading neutral new offensive official old older outdated pejorative political preferred
    racial racist technical search slang umbrella vague"""
)
"""May stand between an article and *term*: *the derogatory term X*; but *in the long term X*."""
_SEVERAL = word_set("epithets euphemisms expressions labels names nicknames phrases slogans slurs terms words")
_REPLACING = word_set("""amended changed changes changing corrected replace replaced replaces replacing substituted swapped""")
_TEXTS = word_set(
    """article articles caption captions copy dictionary glossary guide headline headlines lexicon stories story style stylebook
    text texts set-list setlist statutes vocabulary"""
)
_DROPPING = word_set("cut deleted deletes dropped drops removed removes scrubbed struck")
_USING = word_set("usage use")
_STANDING = word_set("short stand stands stood")
_WITHIN = word_set("across from in on throughout")
_AFTER_NOUNS = words.PREPOSITIONS | words.AUXILIARIES | words.SUBORDINATORS | words.TIMES
_CHOSEN = 6
"""So many words before *word* stands *as*, where it says what a quotation was chosen for."""


def find_mentions(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """The words that the sentence shows at a cue: after *the word*, *known as*, *spelled*, *so-called*, and hashtags."""
    word = sentence.lowers[index]
    for cues, find in _FINDERS:
        if word in cues:
            yield from find(sentence, index)


def _so_called(sentence: Sentence, index: int) -> Iterator[Attribution]:
    extent = extent_of(sentence, index + 1)
    if extent:
        start, end = extent[0], _before_verb(sentence, *extent)
        yield Attribution("label", sentence.span(start, end), _by(sentence, end))


def _hashtag(sentence: Sentence, index: int) -> Iterator[Attribution]:
    if index + 1 < sentence.size:
        yield Attribution("mention", sentence.span(index, index + 2), None)


def _before_verb(sentence: Sentence, start: int, end: int) -> int:
    """Where the phrase ends that *so-called* stands before: *so-called experts* | *backed the plan*, but *so-called newly
    liberated towns*."""
    for place in range(start + 1, end):
        word, before = sentence.lowers[place], sentence.lowers[place - 1]
        joined = before in ("and", "or", ",") or before.endswith("ly")
        if not joined and (words.is_finite(word) or word in _PASTS):
            return place
    return end


def _by(sentence: Sentence, index: int) -> str | None:
    if sentence.word(index) != "by":
        return None
    return sentence.slice(index + 1, sentence.phrase_end(index + 1))


def _replaced(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*replaced illegal alien with migrant in the headline*: both are shown, where it is about a text."""
    if sentence.word(index + 1) == QUOTE and sentence.word(index + 2) in words.PREPOSITIONS:
        yield Attribution("mention", sentence.span(index + 1, index + 2), None)
    old = expression_end(sentence, index + 1)
    new = expression_end(sentence, old + 1)
    if old == index + 1 or sentence.word(old) not in ("by", "for", "into", "to", "with") or new == old + 1:
        return
    if sentence.word(new) in _WITHIN and _is_text(sentence, new + 1):
        yield Attribution("mention", sentence.span(index + 1, old), None)
        yield Attribution("mention", sentence.span(old + 1, new), None)


def _dropped(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*dropped illegal immigrant from its stylebook*."""
    end = index + 2 if sentence.word(index + 1) == QUOTE else expression_end(sentence, index + 1)
    if end > index + 1 and sentence.word(end) == "from" and _is_text(sentence, end + 1):
        yield Attribution("mention", sentence.span(index + 1, end), None)


def _is_text(sentence: Sentence, index: int) -> bool:
    """Is it a text that the next words name: *its style guide*?"""
    return not _TEXTS.isdisjoint(sentence.lowers[index : index + EXPRESSION_LIMIT])


def _used(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*our use of honour killing in the headline*."""
    end = expression_end(sentence, index + 2) if sentence.word(index + 1) == "of" else 0
    if end > index + 2 and sentence.word(end) in _WITHIN and _is_text(sentence, end + 1):
        yield Attribution("mention", sentence.span(index + 2, end), None)


def _spelled_out(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*SVO stands for special military operation*, *is short for …*."""
    left = index - 2 if sentence.word(index - 1) in words.BE else index - 1
    end = expression_end(sentence, index + 2)
    if sentence.word(index + 1) == "for" and left >= 0 and sentence.is_acronym(left) and end > index + 2:
        yield Attribution("mention", sentence.span(index + 2, end), None)


def _after_noun(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*the word regime*: needs an article, and no *of* or verb after it; before marks *a medical term “…”* is enough."""
    if (
        sentence.word(index - 3) == QUOTE
        and sentence.word(index - 1) in ("the", "a")
        and (sentence.word(index - 2) in words.BE or sentence.word(index - 2) == ",")
    ):
        yield Attribution("mention", sentence.span(index - 3, index - 2), None)
    start = index + 1
    if not _introduces(sentence, index):
        return
    if sentence.word(start) in (",", ":", "of") and sentence.word(start + 1) == QUOTE:
        start += 1
    if sentence.word(start) in _AFTER_NOUNS:
        return
    end = min(_extent_of_mention(sentence, start, several=sentence.lowers[index] in _SEVERAL), sentence.size)
    if end > start:
        yield Attribution("mention", sentence.span(start, end), None)


def _chosen(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*chose “regime” as its word of the year*; but *“No!” as the word spread*."""
    place = next((place for place in range(index - 2, max(0, index - _CHOSEN), -1) if sentence.lowers[place] == "as"), 0)
    after = sentence.word(index + 1)
    closed = not after or after in PUNCTUATION or after in words.PREPOSITIONS
    if place and sentence.word(place - 1) == QUOTE and closed:
        yield Attribution("mention", sentence.span(place - 1, place), None)


def _introduces(sentence: Sentence, index: int) -> bool:
    """Has the noun an article, and between them at most a word that is said of words?"""
    before = sentence.word(index - 1)
    if before in _BEFORE_MENTION_NOUNS:
        return True
    if before and sentence.word(index + 1) == QUOTE and sentence.lowers[index] not in words.verbs():
        return True
    return before in _JUDGEMENTS and sentence.word(index - 2) in _BEFORE_MENTION_NOUNS | words.PREPOSITIONS


def _extent_of_mention(sentence: Sentence, start: int, *, several: bool) -> int:
    """A mentioned expression: up to four words, and *“A” or “B”*; *A and B* between quotation marks or after a plural."""
    end = sentence.phrase_end(start, 4)
    joint = next((index for index in range(start, end) if sentence.lowers[index] == "and"), end)
    if joint < end and not (several and joint == start + 1 and end > joint + 1):
        end = joint
    while (
        end > start
        and sentence.lowers[end - 1] == QUOTE
        and sentence.word(end) in ("or", "and", ",")
        and sentence.word(end + 1) == QUOTE
    ):
        end += 2
    return end


_FINDERS: tuple[tuple[frozenset[str], Callable[[Sentence, int], Iterator[Attribution]]], ...] = (
    (DEFINITION_CUES, find_definitions),
    (words.MENTION_NOUNS, _after_noun),
    (words.MENTION_NOUNS, _chosen),
    (_SO_CALLED, _so_called),
    (frozenset("#"), _hashtag),
    (OTHER_NAME_CUES, find_other_names),
    (ADVICE_CUES, find_advice),
    (_REPLACING, _replaced),
    (_DROPPING, _dropped),
    (_STANDING, _spelled_out),
    (_USING, _used),
    (WORK_CUES, find_titles),
    (SLOGAN_CUES, find_slogans),
)
MENTION_CUES = frozenset().union(*(cues for cues, _ in _FINDERS))
