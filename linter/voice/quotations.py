"""Where quotation begins and ends, by its marks: “ ” ‘ ’ " ' „ “ ‚ ‘ « » ‹ › 「 」 『 』 and the wire services' ''.

Each mark is first judged by its neighbours alone: may it open, may it close, is it an apostrophe, a foot or an inch. Then one
pass with a small stack pairs them. A closer that may as well be an apostrophe (*the soldiers’ pay*) or an inch (*24"*) is
*weak*: it closes only when no better closer comes before the next opener. A mark that is never closed is recovered at the end
of its paragraph at the latest, so one slip of the pen spoils one paragraph and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from linter.named_tuples import NamedTuple
from linter.spans import Span

_CLOSERS = {
    "“": "”\"“", "„": "“”\"", "‟": "”\"", '"': "\"”", "”": "”", "''": "''", "``": "''",
    "‘": "’'‘", "‛": "’'", "‚": "‘’'", "'": "'’",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』",
}  # fmt: skip
"""Which marks may close a quotation that this mark opened, the proper one first, sloppy ones after it."""

OPENERS = frozenset(_CLOSERS)
_SINGLE = frozenset("‘’‚‛'")
_PAIRED_ONLY = frozenset("「」『』")
_DEPTH = 6
"""Nobody quotes deeper; the limit keeps the search in the stack short on a run of marks."""

_WEAK_REACH = 80
"""A lone *s’* closes a quotation that began no more than so many code points before: *‘terrorists’ fled*."""

_OPENING_NEIGHBOURS = frozenset("([{—–-/¿¡=>|")
_CLOSING_NEIGHBOURS = frozenset(".,;:!?)]}…—–-/<|“”„‟\"‘’‚‛'«»‹›「」『』")


@cache
def _marks() -> re.Pattern[str]:
    """An apostrophe inside a word is none of them."""
    return re.compile(  # one class of characters in front lets the search skip all others
        r"[“”„‟\"‘‚‛«»‹›「」『』'’`](?:(?<=')'|(?<=`)`|(?<=['’])(?!(?<=[^\W_].)[^\W_])|(?<![’'`]))"
    )


@cache
def _elisions() -> re.Pattern[str]:
    """What follows an apostrophe that stands at the beginning of a word: *’tis*, *’em*, *’n’*, *’90s*."""
    return re.compile(
        r"(?:[0-9]{2}s?|tis|twas|twere|twill|twould|tisn|em|n|til|till|cause|cos|coz|cuz|bout|cept|round|neath|nuff|fraid|gainst"
        r"|hood|burbs|kay|sup|ere|un|uns|im|er)(?![^\W_])",
        re.IGNORECASE,
    )


class Quotation(NamedTuple):
    """A stretch between quotation marks; code points of the text that was searched.

    `span` holds the marks too, `inner` what stands between them. `mark` opened it. `depth` is 0 for the outermost.
    Without `closed` its closing mark is missing; `carried`: it was opened in an earlier paragraph and not again in this one.
    """

    span: Span
    inner: Span
    mark: str
    depth: int = 0
    closed: bool = True
    carried: bool = False


Neighbour = Callable[[], str]
"""Looks at the paragraph before or after."""


def _nothing() -> str:
    return ""


class _Mark:
    """A mark, and what it may be."""

    __slots__ = ("closes", "end", "opens", "start", "text", "weak")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.opens = self.closes = self.weak = False


def find_quotations(text: str, *, opened: Neighbour = _nothing, follows: Neighbour = _nothing) -> tuple[Quotation, ...]:
    """The quotations in one paragraph, by start, outer before inner.

    `opened` gives the mark that the paragraph before left open, `follows` the mark that the next one begins with; both give an
    empty string if there is none, and are asked only where the answer matters. With them a quotation that runs over several
    paragraphs is told from a mark that was forgotten.
    """
    marks = _judge_marks(text)
    if not marks:
        return ()
    found = _Pairing(text, marks, opened, follows).run()
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)) if len(found) > 1 else found)


def leading_mark(text: str) -> str:
    """The opening mark that the text begins with, or the empty string."""
    match = _marks().match(text, len(text) - len(text.lstrip()))
    return match.group() if match and match.group() in OPENERS and _judge(text, match, None).opens else ""


def _awaits_opening(marks: Sequence[_Mark]) -> bool:
    """Does the first mark of the paragraph close a quotation, so that it may have been opened in the paragraph before?"""
    first = next((mark for mark in marks if mark.text not in ("'", "’")), None)
    return first is not None and first.text != '"' and first.closes and not first.opens


def _judge_marks(text: str) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _marks().finditer(text):
        mark = _judge(text, match, marks[-1] if marks else None)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _judge(text: str, match: re.Match[str], previous: _Mark | None) -> _Mark:
    """What the neighbours of a mark say about it; whether it is needed as such is seen later."""
    start, end, sign = match.start(), match.end(), match.group()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    mark = _Mark(sign, start, end)
    if sign in _PAIRED_ONLY:
        mark.opens, mark.closes = sign in "「『", sign in "」』"
        return mark
    touches = previous is not None and previous.end == start
    after_opening = (
        before.isspace()
        or before in _OPENING_NEIGHBOURS
        or (touches and previous is not None and previous.opens and not previous.closes)
    )
    after_word = not before.isspace() and not (after_opening and before not in "-—–/")
    before_end = after.isspace() or after in _CLOSING_NEIGHBOURS
    inside_word = before.isalnum() and after.isalnum()
    ellipsis = after == "…" or (after == "." and text.startswith("..", end))
    mark.opens = (after_opening or not before.isalnum()) and not after.isspace() and (after not in ".,;:!?)]}…" or ellipsis)
    mark.closes = after_word and before_end
    if sign in "«»‹›":
        mark.opens = sign in "«‹" or after_opening
        mark.closes = sign in "»›" or after_word
    elif sign in _SINGLE:
        _judge_single(text, mark, before, after, inside_word)
    elif sign == "“":
        mark.opens = mark.opens or inside_word
    elif sign in "”":
        mark.opens, mark.closes = mark.opens and after_opening and after.isalnum(), True
    elif sign == '"':
        if not mark.opens and not mark.closes:
            mark.opens = mark.closes = True
        if before.isdigit() and mark.closes:
            mark.opens, mark.weak = False, True
        elif mark.opens and mark.closes and after_opening != before_end:
            mark.opens, mark.closes = after_opening, before_end
    return mark


def _judge_single(text: str, mark: _Mark, before: str, after: str, inside_word: bool) -> None:
    """Single marks are apostrophes more often than not."""
    if (
        inside_word
        or _elisions().match(text, mark.end)
        or (before in "nN" and after.isspace() and text[mark.start - 2 : mark.start - 1] in "‘’'")
    ):
        mark.opens = mark.closes = False
        return
    if mark.text == "’":
        mark.opens = False
    elif mark.text == "'":
        mark.opens = mark.opens and not before.isalnum()
    if mark.text == "‘" and mark.opens and mark.closes:
        mark.closes = not after.isalnum()
    rest = text[mark.end : mark.end + 2]
    continues = len(rest) == 2 and rest[0].isspace() and rest[1].islower()
    elided = text[max(0, mark.start - 2) : mark.start].lower() in ("in", "an", "th") or (
        before in "oO" and text[mark.start - 2 : mark.start - 1].isspace()
    )
    mark.weak = mark.closes and (before.isdigit() or (continues and (before in "sSzx" or elided)))


class _Pairing:
    """One pass over the marks of a paragraph."""

    def __init__(self, text: str, marks: list[_Mark], opened: Neighbour, follows: Neighbour) -> None:
        self._text = text
        self._marks = marks
        self._opened = opened if _awaits_opening(marks) else _nothing
        self._follows = follows
        self._stack: list[_Mark] = []
        self._found: list[Quotation] = []
        self._better_closer = self._look_ahead()
        openers = sum(mark.opens for mark in marks if mark.text == "“")
        self._balanced = openers <= sum(mark.text == "”" for mark in marks)

    def _look_ahead(self) -> list[bool | None]:
        """For each mark: does a closer of its family that is not weak come next (True), an opener (False), or nothing (None)?"""
        following: dict[bool, bool | None] = {True: None, False: None}
        answers: list[bool | None] = []
        for mark in reversed(self._marks):
            family = mark.text in _SINGLE
            answers.append(following[family])
            if not mark.weak:
                following[family] = mark.closes
        return answers[::-1]

    def run(self) -> list[Quotation]:
        for index, mark in enumerate(self._marks):
            if not (mark.closes and self._close(mark, self._better_closer[index])) and mark.opens:
                self._open(mark)
        self._recover()
        return self._found

    def _close(self, mark: _Mark, better: bool | None) -> bool:
        for depth in range(len(self._stack) - 1, -1, -1):
            opener = self._stack[depth]
            if mark.text in _CLOSERS[opener.text] and (mark.text != "'" or opener.text != '"'):
                if mark.weak and self._is_no_closer(mark, opener, better):
                    return True
                del self._stack[depth:]
                self._add(opener, mark.start, mark.end, depth, closed=True)
                return True
            if mark.text in _SINGLE and opener.text not in _SINGLE:
                return False
        if self._stack or self._found or mark.weak:
            return False
        opened = self._opened()
        self._opened = _nothing  # the paragraph before is asked once: if this mark does not close it, none does
        if opened and mark.text in _CLOSERS[opened]:
            self._found.append(Quotation(Span(0, mark.end), Span(0, mark.start), opened, carried=True))
            return True
        return False

    def _is_no_closer(self, mark: _Mark, opener: _Mark, better: bool | None) -> bool:
        if better is None:
            return mark.start - opener.end > _WEAK_REACH or (
                self._text[: opener.start].rstrip()[-1:] in ("", ":", ",") and self._follows() == opener.text
            )
        return better

    def _open(self, mark: _Mark) -> None:
        if mark.text == "”" and self._stack:
            return
        same = [depth for depth, opener in enumerate(self._stack) if opener.text == mark.text]
        if same and (mark.text not in "“‘„「『«" or not self._balanced):
            self._add(self._stack[same[0]], mark.start, mark.start, same[0], closed=False)
            del self._stack[same[0] :]
        if len(self._stack) < _DEPTH:
            self._stack.append(mark)

    def _recover(self) -> None:
        """What is still open ends with the paragraph, unless it was no quotation mark after all."""
        end = len(self._text.rstrip())
        for depth, mark in enumerate(self._stack):
            begins = not self._text[: mark.start].strip()
            if mark.text == "'" and not (begins and self._follows() == "'"):
                continue
            if depth and mark.text in _SINGLE:
                continue
            self._add(mark, end, end, depth, closed=False)

    def _add(self, opener: _Mark, inner_end: int, end: int, depth: int, *, closed: bool) -> None:
        if inner_end > opener.end:
            self._found.append(Quotation(Span(opener.start, end), Span(opener.end, inner_end), opener.text, depth, closed=closed))
