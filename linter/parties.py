"""Who a word is about: the named party whose conduct, people or government a match speaks of.

Closed lists, capitals and the words around the match; no grammar. Where that names nobody for certain, there is no party.
"""

from __future__ import annotations

import re
from functools import cache

from linter.document import Document
from linter.matcher import Match
from linter.named_tuples import NamedTuple
from linter.spans import Span
from linter.voice.clauses import Sentence
from linter.voice.paragraph import Paragraph
from linter.voice.reporting import AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, PRONOUNS, word_set

_SIDES = """
Afghanistan Afghan Afghans Kabul Taliban|Argentina Argentine Argentinian Argentines|Armenia Armenian Armenians Yerevan
Australia Australian Australians Canberra|Azerbaijan Azerbaijani Azerbaijanis Azeri Baku|Belarus Belarusian Belarusians Minsk
Lukashenko|Brazil Brazilian Brazilians|Britain British Britons UK London|Canada Canadian Canadians Ottawa
China Chinese Beijing|Colombia Colombian Colombians|Cuba Cuban Cubans Havana|Egypt Egyptian Egyptians Cairo
Eritrea Eritrean Eritreans|Ethiopia Ethiopian Ethiopians|France French Paris|Georgia Georgian Georgians Tbilisi
Germany German Germans Berlin|Greece Greek Greeks Athens|Hezbollah Hizbollah Hizbullah|Hungary Hungarian Hungarians Budapest
India Indian Indians Delhi|Iran Iranian Iranians Tehran|Iraq Iraqi Iraqis Baghdad|Israel Israeli Israelis Israel's IDF Netanyahu
Italy Italian Italians Rome|Japan Japanese Tokyo|Kosovo Kosovan Kosovar|Kurds Kurdish|Lebanon Lebanese Beirut|Libya Libyan Libyans
Mexico Mexican Mexicans|Morocco Moroccan Moroccans Rabat|Myanmar Burmese|Nato NATO|Pakistan Pakistani Pakistanis Islamabad
Palestinians Palestinian Palestine Hamas Gaza Gazan Gazans Fatah Ramallah|Poland Polish Poles Warsaw|Pyongyang
Russia Russian Russians Moscow Kremlin Putin|Saudi-Arabia Saudi Saudis Riyadh|Serbia Serbian Serbs Belgrade|Spain Spanish Madrid
Sudan Sudanese Khartoum|Syria Syrian Syrians Damascus Assad|Taiwan Taiwanese Taipei|Turkey Turkish Turks Ankara
Ukraine Ukrainian Ukrainians Kyiv Kiev Zelensky Zelenskyy Zelenskiy|US USA U.S American Americans Washington Pentagon
Venezuela Venezuelan Venezuelans Caracas|Vietnam Vietnamese Hanoi|Yemen Yemeni Yemenis Houthi Houthis
Conservatives Tories Tory|Democrats Democrat Democratic|Labour|Republicans Republican GOP
"""

_KILL = word_set("kill kills killed killing slay slain")
"""Of these the party is the one to whom it happens, as of *die*: *ours were killed*, *theirs died*."""

_REACH = 1_500
_NAME_LIMIT = 6


class Party(NamedTuple):
    """A party as it stands in the text. `side`: the country or camp it stands for, as far as the text says; None if not."""

    name: str
    side: str | None

    def opposes(self, other: Party) -> bool:
        """Is it certain to be another party? Not where only one of the two is known to stand for a side."""
        if self.side and other.side:
            return self.side != other.side
        if self.side or other.side:
            return False
        return not set(_words(self.name)) & set(_words(other.name))


@cache
def _sides() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in " | ".join(_SIDES.split("\n")).split("|"):
        words = line.split()
        table.update(dict.fromkeys(words, words[0] if words else ""))
    return table


class Parties:
    """Who the words of one document are about."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._introduced: dict[str, str | None] = {}
        """The sides of persons as the text introduces them, by name."""

    def of(self, match: Match) -> Party | None:
        """The named party of a match, or None. Verbs: their subject, or the agent after *by*; nouns: what the match itself
        names, else the possessor or adjective before it, else the name after *of* or *in*."""
        inner = self._document.text[match.span.start : match.span.end]
        side = side_in(inner)
        if side:
            return Party(side, side)
        sentence, first, last = _sentence(self._document, match)
        if sentence is None:
            return None
        is_verb = match.form in ("base", "third", "past", "participle", "gerund")
        if is_verb:
            return self._named(_actor(sentence, first, last))
        party = self._named(_owner(sentence, first, last))
        return Party(party.side, party.side) if party and party.side else party

    def _named(self, name: str | None) -> Party | None:
        """The party that a noun phrase names; None where it is no name."""
        if name is None:
            return None
        side = side_in(name)
        if side:
            return Party(name, side)
        capitals = [word for word in _words(name, lower=False) if word[:1].isupper() and word.lower() not in _NO_NAMES]
        if not capitals or len(_sides_in(name)) > 1:
            return None
        last = capitals[-1]
        if last not in self._introduced:
            self._introduced[last] = _side_by_description(self._document.text, last)
        return Party(name, self._introduced[last])


def side_in(text: str) -> str | None:
    """The side that a text names; None where it names none or several."""
    found = _sides_in(text)
    return found.pop() if len(found) == 1 else None


def _sides_in(text: str) -> set[str]:
    table = _sides()
    text = text.replace("United States", "US").replace("United Kingdom", "UK")
    return {table[word] for word in _words(text, lower=False) if word in table}


def _side_by_description(text: str, name: str) -> str | None:
    """The side of a person as the text introduces him or her: *Russian Foreign Minister Sergei Lavrov*."""
    word = re.escape(name)
    for match in re.finditer(rf"{word}(?<!\w{word})(?!\w)", text):  # plain letters in front let the search skip to them
        before = text[max(0, match.start() - 70) : match.start()]
        phrase = re.split(r"[.;:!?\n]|\b(?:and|said|with|that|to)\b", before)[-1]
        side = side_in(phrase)
        if side:
            return side
    return None


def _sentence(document: Document, match: Match) -> tuple[Sentence | None, int, int]:
    """The sentence around a match, and the indices of the first and the last token of the match in it."""
    from linter.voice.quotations import find_quotations

    block = document.block_at(match.span.start)
    start = max(block.start, match.span.start - _REACH)
    text = document.text[start : min(block.end, match.span.end + _REACH)]
    place = Span(match.span.start - start, match.span.end - start)
    sentence = Paragraph(text, find_quotations(text)).sentence_at(place.start)
    inside = sentence.indices(place) if sentence else []
    return (sentence, inside[0], inside[-1]) if inside else (None, 0, 0)


def _actor(sentence: Sentence, first: int, last: int) -> str | None:
    """The subject of a verb, or the agent of a passive."""
    left, helpers = first - 1, set()
    while left >= 0 and (
        sentence.word(left) in AUXILIARIES or sentence.word(left).endswith("ly") or sentence.word(left) == "not"
    ):
        helpers.add(sentence.word(left))
        left -= 1
    passive = bool(helpers & BE) and not sentence.word(first).endswith("ing")
    if sentence.word(first) in _KILL:
        return sentence.subject(left)[1] if passive else None
    if passive:
        return _after(sentence, last + 1, {"by"})
    if sentence.word(left) == "," or (left >= 0 and sentence.lowers[left] == "“”") or left < 0:
        inverted = _phrase(sentence, last + 1)
        if inverted is not None and not helpers:
            return inverted
    return sentence.subject(left)[1]


def _owner(sentence: Sentence, first: int, last: int) -> str | None:
    """The name directly before a noun (*Israel's …*, *Kurdish …*), else the one after *of*, *in* or *from*."""
    start = first
    while start > 0 and first - start < _NAME_LIMIT and sentence.capital(start - 1):
        start -= 1
    before = sentence.slice(start, first) if start < first else None
    if before is not None and (side_in(before) or (before.lower() not in DETERMINERS and start > 0)):
        return before
    return _after(sentence, last + 1, {"of", "in", "from"})


def _after(sentence: Sentence, index: int, words: set[str]) -> str | None:
    """The name that follows one of the words within a few tokens and before any comma."""
    for place in range(index, min(sentence.size, index + 6)):
        if sentence.word(place) in words:
            return _phrase(sentence, place + 1)
        if not sentence.word(place)[:1].isalnum():
            return None
    return None


def _phrase(sentence: Sentence, start: int) -> str | None:
    """The noun phrase that begins at a token: its determiner, capitalised words, and a lower-case head after them."""
    end = start
    while end < sentence.size and end - start < _NAME_LIMIT:
        word = sentence.lowers[end]
        if not (sentence.capital(end) or word in DETERMINERS) or word in PRONOUNS | PREPOSITIONS:
            break
        end += 1
    return sentence.slice(start, end) if end > start and sentence.capital(end - 1) else None


_NO_NAMES = PRONOUNS | DETERMINERS | PREPOSITIONS | word_set("but and or so then now yesterday today officials police")


def _words(text: str, *, lower: bool = True) -> list[str]:
    words = [re.sub(r"['’]s?$", "", word).strip(".") for word in re.findall(r"[^\W_]+(?:[.'’-][^\W_]+)*['’]?", text)]
    parts = [part for word in words for part in ([word] if lower else [word, *word.split("-")])]
    return [part.lower() if lower else part for part in parts if part]
