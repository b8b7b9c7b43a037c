"""A paragraph as words, and where its sentences end. A quotation counts as one word, so that its full stops end nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from linter.voice.quotations import Quotation
from linter.voice.reporting import word_set

QUOTE = "“”"
"""Stands in `Token.lower` for a whole quotation."""

_ABBREVIATIONS = word_set(
    """a.m apr ariz aug ave blvd calif capt cmdr co col colo conn corp d d.c dec dr e.g etc feb fig fla ga gen gov hon
    i.e ill inc jan jr jul jun lt ltd maj mar mass mich minn mr mrs ms no nov oct p.m pa ph.d pp pres prof r rep reps
    rev sen sens sep sept sgt sr st supt tenn tex u.k u.n u.s va vol vs wash wis"""
)
_ENDS = frozenset(".!?")
_STARTERS = word_set("a an and as at but for he i if in it on she that the there these they this those we when")
_WIDTH = 120
_LONGEST = 300
"""A sentence of more tokens is cut, so that no step over a sentence can take long."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark or a quotation; code points of the paragraph. `last` is the last character before the closing
    mark of a quotation, and the last character of anything else."""

    lower: str
    start: int
    end: int
    capital: bool
    last: str


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"(?:Mr|Mrs|Ms|Mx|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Prof|Rev|St|Jr|Sr|Hon|Supt|No)\."
        r"|(?:[A-Z]\.){2,}|[A-Z]\.(?=[ \xa0][A-Z])"
        r"|[^\W_]+(?:(?:[’'\-‐‑&@/]|\.(?=[a-z])|[.,](?=[0-9]))[^\W_]+)*[’']?"
        r"|[,;:.!?…()\[\]\n]|[—–]|-+|[#@$£€%]"
    )


def tokenize(text: str, quotations: Sequence[Quotation]) -> list[Token]:
    """The words of a paragraph; each outermost quotation is one token. `quotations` as `find_quotations` gives them."""
    tokens: list[Token] = []
    begin = 0
    for quotation in quotations:
        if quotation.depth == 0 and quotation.span.start >= begin:
            _read(text, begin, quotation.span.start, tokens)
            inner = text[quotation.inner.start : quotation.inner.end].strip()
            tokens.append(Token(QUOTE, quotation.span.start, quotation.span.end, inner[:1].isupper(), inner[-1:]))
            begin = quotation.span.end
    _read(text, begin, len(text), tokens)
    return tokens


def _read(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in _tokens().finditer(text, start, end):
        word = match.group()
        tokens.append(Token(word.lower().replace("’", "'"), match.start(), match.end(), word[0].isupper(), word[-1]))


def split_sentences(text: str, tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens sentence by sentence, without line breaks. A line that ends early ends a sentence: it is a headline."""
    hard = _hard_breaks(text)
    sentences: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        if token.lower == "\n":
            if token.start in hard and sentences[-1]:
                sentences.append([])
            continue
        sentences[-1].append(token)
        if len(sentences[-1]) >= _LONGEST or _ends_sentence(tokens, index):
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    following = index + 1
    while following < len(tokens) and tokens[following].lower == "\n":
        following += 1
    if following >= len(tokens):
        return True
    after = tokens[following]
    starts = after.capital or after.lower[0].isdigit() or after.lower == QUOTE
    if token.lower == QUOTE:
        return token.last in _ENDS and starts and not (token.last != "." and _is_inquit(tokens, following))
    if token.lower not in _ENDS and token.lower != "…":
        return (
            token.last == "." and len(token.lower) > 2 and "." in token.lower[:-1] and after.capital and after.lower in _STARTERS
        )
    if not starts and after.lower not in ("(", "[", "—"):
        return token.lower != "…" and after.lower.isalpha() and token.lower != "."
    before = tokens[index - 1] if index else token
    if token.lower == "." and before.end == token.start:
        initial = len(before.lower) == 1 and before.capital and before.lower != "i"
        return not (initial or before.lower in _ABBREVIATIONS)
    return True


def _is_inquit(tokens: Sequence[Token], index: int) -> bool:
    """“Why?” Kuleba asked."""
    words = [token.lower for token in tokens[index : index + 5]]
    return any(word in ("said", "asked", "says", "asks", "wrote", "added", "replied", "shouted", "tweeted") for word in words)


def _hard_breaks(text: str) -> frozenset[int]:
    """The line breaks inside a paragraph that are not there for its width alone."""
    if "\n" not in text:
        return frozenset()
    lines = text.split("\n")
    width = max(map(len, lines))
    hard: set[int] = set()
    offset = 0
    for line, following in pairwise(lines):
        offset += len(line)
        bare, following = line.rstrip(), following.strip()
        word = following.split(" ", 1)[0]
        fits = width > _WIDTH or len(bare) + 1 + len(word) <= width
        if fits and bare[-1:] not in (",", "-") and not following[:1].islower():
            hard.add(offset)
        offset += 1
    return frozenset(hard)
