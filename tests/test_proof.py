from __future__ import annotations

from linter.document import Document
from linter.findings import Edit
from linter.proof import Quoted, Reported, Shift, words_by_block
from linter.spans import Span


def test_places_move_with_what_is_put_before_and_into_them() -> None:
    shift = Shift([Edit(Span(0, 2), "a"), Edit(Span(3, 7), "longer")])
    assert shift.moved(Span(3, 7)) == Span(2, 8)
    assert shift.moved(Span(8, 9)) == Span(9, 10)
    assert Shift([]).moved(Span(3, 7)) == Span(3, 7)


def test_what_is_reported_overlaps(lint) -> None:  # type: ignore[no-untyped-def]
    reported = Reported(lint("In Kiev. “Kiev,” he said."))
    assert reported.at(Span(5, 6))
    assert reported.at(Span(0, 99))
    assert not reported.at(Span(7, 9))
    assert not reported.at(Span(10, 14)), "a suppressed one does not count"
    assert not Reported(()).at(Span(0, 9))


def test_a_text_says_the_same_however_its_lines_are_broken() -> None:
    assert words_by_block("one two\nthree\n\nfour") == words_by_block("one\ntwo three\n\nfour")
    assert words_by_block("one\n\ntwo") != words_by_block("one two")


def test_quotation_marks_count_whatever_the_voice() -> None:
    text = "An “invasion” began.\n\nNo mark here."
    quoted = Quoted(Document(text, text, wrapped=True))
    assert quoted.touches(Span(4, 6))
    assert not quoted.touches(Span(14, 19))
    assert not quoted.touches(Span(25, 29))
