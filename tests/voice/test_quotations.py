"""Quotation marks, paragraph by paragraph. What stands in marks is listed with them; an unclosed one ends in `…`."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.voice.quotations import find_quotations, leading_mark


def quoted(text: str, *, opened: str = "", follows: str = "") -> list[str]:
    found = find_quotations(text, opened=lambda: opened, follows=lambda: follows)
    return [text[q.span.start : q.span.end] + ("" if q.closed else "…") for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and left.", ["“no”"]),
        ("He said ‘no’ and left.", ["‘no’"]),
        ('He said "no" and left.', ['"no"']),
        ("He said 'no' and left.", ["'no'"]),
        ("He said ''no'' and left.", ["''no''"]),
        ("He said ``no'' and left.", ["``no''"]),
        ("Er sagte „nein“ und ging.", ["„nein“"]),
        ("Er sagte ‚nein‘ und ging.", ["‚nein‘"]),
        ("Il dit « non » et sort.", ["« non »"]),
        ("Er sagte »nein« und ging.", ["»nein«"]),
        ("Hän sanoi »ei» ja meni.", ["»ei»"]),
        ("Han sade ”nej” och gick.", ["”nej”"]),
        ("他说「不」和『是』。", ["「不」", "『是』"]),
        ('("no") ["yes"] —"or"—', ['"no"', '"yes"', '"or"']),
        ("(“no”) [‘yes’]", ["“no”", "‘yes’"]),
        ('"No," he said, "never."', ['"No,"', '"never."']),
        ("'No,' he said, 'never.'", ["'No,'", "'never.'"]),
        ("“No…” and “…yes”", ["“No…”", "“…yes”"]),
        ("said“no”and", ["“no”"]),
        ("“no”, “yes”, “or”", ["“no”", "“yes”", "“or”"]),
        ('"[The] plan"', ['"[The] plan"']),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“She said ‘no’ to it,” he said.", ["“She said ‘no’ to it,”", "‘no’"]),
        ("‘She said “no” to it,’ he said.", ["‘She said “no” to it,’", "“no”"]),
        ("\"She said 'no' to it,\" he said.", ["\"She said 'no' to it,\"", "'no'"]),
        ("“‘No,’ she said,” he said.", ["“‘No,’ she said,”", "‘No,’"]),
        ("“A “b” c” d", ["“A “b” c”", "“b”"]),
        ("«A „b“ c» d", ["«A „b“ c»", "„b“"]),
        ("“The soldiers’ pay” rose", ["“The soldiers’ pay”"]),
        ("\"It's the dogs' tails\" he said", ["\"It's the dogs' tails\""]),
    ],
)
def test_nesting(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert [q.depth for q in find_quotations(text)] == [0, 1][: len(expected)]


@pytest.mark.parametrize(
    "text",
    [
        "the soldiers’ pay and the workers’ rights",
        "the soldiers' pay and the workers' rights",
        "’tis the season, ’twas the night, get ’em",
        "'tis the season, 'twas the night, get 'em",
        "rock ’n’ roll and rock 'n' roll and rock ‘n’ roll",
        "rock’n’roll, fish'n'chips",
        "the ’90s, the '90s, the ‘90s, the class of ’68",
        "dogs' tails and cats' paws",
        "James’ house and James' house",
        'He is 6\' 2" tall with a 24" screen',
        'a 5\'10" man and a 12" record',
        "it's don't o'clock O’Brien l’État",
        "goin’ home, singin' songs",
        "the boss's, the boss’s",
        "No marks at all.",
        "",
        "ma’am y’all ’cause",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The soldiers’ pay is bad,’ he said.", ["‘The soldiers’ pay is bad,’"]),
        ("'The soldiers' pay is bad,' he said.", ["'The soldiers' pay is bad,'"]),
        ("‘terrorists’ fled and ‘workers’ came", ["‘terrorists’", "‘workers’"]),
        ("‘I was goin’ home,’ he said.", ["‘I was goin’ home,’"]),
        ("‘It’s the ’90s,’ he said.", ["‘It’s the ’90s,’"]),
        ("The regime’s ‘special operation’ goes on", ["‘special operation’"]),
        ("Jesus’ men and ‘the Romans’ met", ["‘the Romans’"]),
        ("Kyiv's 'heroes' day' fell on Sunday", ["'heroes' day'"]),
        ('"Buy a 24" screen," he said.', ['"Buy a 24" screen,"']),
        ('He said "buy 24" and left', ['"buy 24"']),
        ("the 6' man said 'no' twice", ["'no'"]),
    ],
)
def test_apostrophes_and_inches_beside_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rejected “our proposal“.", ["“our proposal“"]),
        ('rejected “our proposal".', ['“our proposal"']),
        ('rejected "our proposal”.', ['"our proposal”']),
        ("rejected ‘our proposal'.", ["‘our proposal'"]),
        ("rejected „our proposal”.", ["„our proposal”"]),
        ("rejected ‘our proposal‘.", ["‘our proposal‘"]),
    ],
)
def test_sloppy_closers(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no and left.", ["“no and left.…"]),
        ('He said "no and left.', ['"no and left.…']),
        ("‘We left. And then", ["‘We left. And then…"]),
        ("He said “no. “Yes,” she said.", ["“no. …", "“Yes,”"]),
        ("He said 'no and left.", []),
        ("no” he said", []),
    ],
)
def test_marks_that_are_never_closed(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_what_the_paragraph_before_left_open_is_closed() -> None:
    (found,) = find_quotations("and left.” He", opened=lambda: "“")
    assert (found.span.start, found.span.end, found.carried) == (0, 10, True)


@pytest.mark.parametrize("text", ["", "He left.", "He “left.”", "The soldiers' pay", 'He "left".', "It's his."])
def test_the_paragraph_before_is_not_read_without_need(text: str) -> None:
    find_quotations(text, opened=lambda: pytest.fail("read"))


def test_the_paragraph_before_is_read_once() -> None:
    read: list[str] = []
    find_quotations("and” left” and” right”", opened=lambda: read.append("") or "")
    assert len(read) == 1


def test_an_apostrophe_does_not_close_what_the_next_paragraph_opens_again() -> None:
    assert quoted("‘The soldiers’ pay fell", follows="‘") == ["‘The soldiers’ pay fell…"]
    assert quoted("'We saw them", follows="'") == ["'We saw them…"]


@pytest.mark.parametrize(
    ("text", "mark"), [("“A", "“"), ("  ‘A", "‘"), ("'A", "'"), ("'90s", ""), ("A “", ""), ("", ""), ("” A", "")]
)
def test_leading_mark(text: str, mark: str) -> None:
    assert leading_mark(text) == mark


MARKS = st.text(alphabet="“”„\"‘’‚'«»‹›「」『』ab s.,\n69(", max_size=80)


@given(MARKS | st.text(max_size=80), st.sampled_from(["", "“", "‘", '"']), st.sampled_from(["", "“", "‘", "'"]))
def test_spans_are_inside_and_nest(text: str, opened: str, follows: str) -> None:
    found = find_quotations(text, opened=lambda: opened, follows=lambda: follows)
    for quotation in found:
        assert 0 <= quotation.span.start <= quotation.inner.start <= quotation.inner.end <= quotation.span.end <= len(text)
    for first in found:
        for second in found:
            apart = first.span.end <= second.span.start or second.span.end <= first.span.start
            assert apart or first.span.contains(second.span) or second.span.contains(first.span)
    outermost = [quotation.span for quotation in found if quotation.depth == 0]
    assert all(one.end <= two.start for one, two in pairwise(outermost))


@pytest.mark.parametrize("pattern", ["'", '"', "“", "”", "‘", "’", "''", "s’ ", "‘a ", '" ', "“‘", "«", "« »"])
def test_a_hundred_kilobytes_of_marks_take_linear_time(pattern: str) -> None:
    text = pattern * (100_000 // len(pattern))
    start = time.process_time()
    find_quotations(text)
    assert time.process_time() - start < 5
