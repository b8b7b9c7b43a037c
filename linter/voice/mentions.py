"""Words that are shown rather than used.

*The word regime*, *formerly spelled Kiev*, *her novel, The Terrorist, …*, *renamed from Dacca to Dhaka*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.voice import reporting as words
from linter.voice.advice import ADVICE_CUES, find_advice
from linter.voice.clauses import Attribution, Sentence
from linter.voice.definitions import DEFINITION_CUES, EXPRESSION_LIMIT, expression_end, find_definitions
from linter.voice.labels import extent_of
from linter.voice.reporting import word_set
from linter.voice.sentences import QUOTE
from linter.voice.slogans import SLOGAN_CUES, find_slogans
from linter.voice.works import WORK_CUES, find_titles

_FORMERLY = word_set(
    """also better commonly formerly often once originally otherwise previously sometimes still then variously widely"""
)
_MENTION_VERBS = word_set("known nicknamed renamed rendered spelled spelt transliterated written")
_KNOWN_TO = word_set("among by in to")
_SO_CALLED = word_set("so-called self-styled self-proclaimed self-described")
_PASTS = word_set("beat broke cut fought hit led lost met put quit shot shut split struck won")
"""Pasts that say what somebody did, and not what he said."""
_ALIAS = frozenset({"aka", "a.k.a"})
_FORMER = word_set("called formerly named previously")
_RENAMING = word_set("changed name names rebranded renamed renaming")
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
_NAME_ENDS = frozenset(",;:.!?)]—–") | {""}
_NAME_LIMIT = 5
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
    chosen = next((place for place in range(index - 2, max(0, index - _CHOSEN), -1) if sentence.lowers[place] == "as"), 0)
    if chosen and sentence.word(chosen - 1) == QUOTE:  # chose “regime” as its word of the year
        yield Attribution("mention", sentence.span(chosen - 1, chosen), None)
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


def _after_spelling(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*formerly spelled Kiev*, *also known as Londonderry*."""
    start = index + 1
    if sentence.lowers[index] == "known" and sentence.word(start) in _KNOWN_TO:
        start = sentence.phrase_end(start + 1, 4)
    if sentence.word(start) == "as":
        start += 1
    elif sentence.lowers[index] in ("known", "written", "rendered"):
        return
    if sentence.lowers[index] == "known" or sentence.word(index - 1) in _FORMERLY:
        yield from _both_names(sentence, index, start)
        return
    extent = extent_of(sentence, start)
    if extent:
        yield Attribution("mention", sentence.span(*extent), None)


def _alias(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*Derry, aka Londonderry*."""
    return _both_names(sentence, index, index + 1)


def _both_names(sentence: Sentence, index: int, start: int) -> Iterator[Attribution]:
    """The name after *also known as*, and the one before it that it is another name of."""
    extent = extent_of(sentence, start)
    if extent:
        yield Attribution("mention", sentence.span(*extent), None)
        yield from _elsewhere(sentence, extent[1])
    left = index - 1
    while left >= 0 and (sentence.lowers[left] in _FORMERLY or sentence.lowers[left] in (",", "(", "—", "–")):
        left -= 1
    if left < 0 or left == index - 1 or not (sentence.capital(left) or sentence.lowers[left] == QUOTE):
        return
    first = left
    while first > 0 and sentence.capital(first - 1) and sentence.lowers[first - 1] not in words.PREPOSITIONS:
        first -= 1
    yield Attribution("mention", sentence.span(first, left + 1), None)


def _elsewhere(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*known in Tokyo as the Sea of Japan* | *and in Seoul as the East Sea*."""
    start = index + (sentence.word(index) == ",")
    if sentence.word(start) in ("and", "or", "but") and sentence.word(start + 1) in _KNOWN_TO:
        place = sentence.phrase_end(start + 2, 4)
        extent = extent_of(sentence, place + 1) if sentence.word(place) == "as" else None
        if extent:
            yield Attribution("mention", sentence.span(*extent), None)


def _former_name(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*Dhaka, formerly Dacca*; *Dhaka (previously called Dacca)*: a name that stands alone after the adverb."""
    called = sentence.lowers[index] in ("called", "named")
    if called and sentence.word(index - 1) not in ("formerly", "previously", "originally", "once", "then"):
        return
    if not called and sentence.word(index - 1) not in (",", "(", "—", "–"):
        return
    start = index + 2 if sentence.word(index + 1) == "the" else index + 1
    end = _name_end(sentence, start)
    if end > start and sentence.word(end) in _NAME_ENDS:
        yield Attribution("mention", sentence.span(start, end), None)


def _renaming(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """*renamed from Dacca to Dhaka*, *changed its name from Dacca to Dhaka*: both names are shown."""
    if sentence.lowers[index] == "changed" and sentence.word(index + 2) not in ("name", "names"):
        return
    start = index + 1
    while start < min(sentence.size, index + 4) and sentence.lowers[start] != "from":
        start += 1
    if sentence.word(start) != "from":
        return
    old = _name_end(sentence, start + 1)
    new = _name_end(sentence, old + 1)
    if old > start + 1 and sentence.word(old) in ("to", "into") and new > old + 1:
        yield Attribution("mention", sentence.span(start + 1, old), None)
        yield Attribution("mention", sentence.span(old + 1, new), None)


def _name_end(sentence: Sentence, start: int) -> int:
    """The index after the name or quotation that begins at `start`; `start` where there is none."""
    if sentence.word(start) == QUOTE:
        return start + 1
    end = start
    while end < min(sentence.size, start + _NAME_LIMIT) and sentence.capital(end):
        end += 1
    return end


_FINDERS: tuple[tuple[frozenset[str], Callable[[Sentence, int], Iterator[Attribution]]], ...] = (
    (DEFINITION_CUES, find_definitions),
    (words.MENTION_NOUNS, _after_noun),
    (_SO_CALLED, _so_called),
    (frozenset("#"), _hashtag),
    (_MENTION_VERBS, _after_spelling),
    (_ALIAS, _alias),
    (_FORMER, _former_name),
    (ADVICE_CUES, find_advice),
    (_REPLACING, _replaced),
    (_DROPPING, _dropped),
    (_STANDING, _spelled_out),
    (_USING, _used),
    (WORK_CUES, find_titles),
    (SLOGAN_CUES, find_slogans),
    (_RENAMING, _renaming),
)
MENTION_CUES = frozenset().union(*(cues for cues, _ in _FINDERS))
