from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.display import harmless, width_of
from linter.findings import FileResult

Rendered = Callable[..., str]
OnLine = Callable[..., FileResult]


def test_a_small_report(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    assert (
        rendered("console", small)
        == """\
broken.txt: error not UTF-8: byte 0xFF at offset 4

news/a.md:1:5: warning [ferry-crossing] “glorious crossing” is a term of the north
    1 | The glorious crossing began.
      |     ^^^^^^^^^^^^^^^^^ own voice
   why: The north's name for it.
   use: “boat trip” (times, post) or “passage”

news/a.md:3:1: error [other] “glorious crossing” is a term of the north
    3 | glorious
      | ^^^^^^^^ scare quotes (Smith)
   use: say who calls it so

"""
    )


def test_suppressed_findings_on_request(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    shown = rendered("console", small, show_suppressed=True)
    assert "news/a.md:6:2: warning [ferry-crossing]" in shown
    assert "   suppressed: policy: quoted voice\n" in shown


def test_nothing_to_say(rendered: Rendered) -> None:
    assert rendered("console", [FileResult("a.md", 9)]) == ""


@pytest.mark.parametrize("color", [False, True])
def test_colour(rendered: Rendered, small: tuple[FileResult, ...], color: bool) -> None:
    plain, shown = rendered("console", small), rendered("console", small, color=color)
    assert ("\x1b[33;1mwarning\x1b[0m" in shown) is color
    assert ("\x1b" in shown) is color
    for code in ("31;1", "33;1", "36;1", "2", "1", "0"):
        shown = shown.replace(f"\x1b[{code}m", "")
    assert shown == plain


def excerpt(text: str) -> tuple[str, str]:
    """The line and the marks of the only finding, without their gutters."""
    _, line, marks, *_ = text.split("\n")
    assert line[6:8] == "| " and marks[:8] == "      | "
    return line[8:], marks[8:]


LONG = f"{'before ' * 40}glorious crossing{' after' * 40}"


@pytest.mark.parametrize("width", [20, 60, 80, 200, 5000, None])
def test_long_lines_are_cut_around_the_match(rendered: Rendered, on_line: OnLine, width: int | None) -> None:
    start = LONG.index("glorious")
    line, marks = excerpt(rendered("console", [on_line(LONG, start, start + 17)], width=width))
    assert len(line) <= (max(40, width - 9) if width else 300) + 1
    at = marks.index("^")
    assert line[at : at + marks.count("^")] == "glorious crossing"
    assert line.startswith("…") == line.endswith("…") == (width != 5000)


@pytest.mark.parametrize(
    ("start", "end", "left", "right"),
    [pytest.param(0, 6, "", "…", id="at the start"), pytest.param(-5, None, "…", "", id="at the end")],
)
def test_long_lines_are_cut_on_one_side(
    rendered: Rendered, on_line: OnLine, start: int, end: int | None, left: str, right: str
) -> None:
    start, end = range(len(LONG))[start], len(LONG) if end is None else end
    line, _ = excerpt(rendered("console", [on_line(LONG, start, end)], width=80))
    assert (line[:1] == "…", line[-1:] == "…") == (bool(left), bool(right))
    assert LONG[start:end] in line


def test_a_match_longer_than_the_line(rendered: Rendered, on_line: OnLine) -> None:
    line, marks = excerpt(rendered("console", [on_line("x" * 500, 100, 400)], width=80))
    assert width_of(line) <= 72
    assert marks.count("^") <= 72


def test_leading_blanks_go(rendered: Rendered, on_line: OnLine) -> None:
    line, marks = excerpt(rendered("console", [on_line("\t    The Kiev line  ", 9, 13)]))
    assert line == "The Kiev line"
    assert marks.startswith("    ^^^^ ")


def test_a_match_over_several_lines_shows_the_first(rendered: Rendered, on_line: OnLine) -> None:
    result = on_line("The glorious", 4, 12)
    result = result._replace(findings=(result.findings[0]._replace(end_line=3, end_column=2),))
    line, marks = excerpt(rendered("console", [result]))
    assert line == "The glorious"
    assert marks == "    ^^^^^^^^ own voice"


def test_a_finding_whose_line_is_not_known(rendered: Rendered, on_line: OnLine) -> None:
    result = on_line("x", 0, 1)
    assert rendered("console", [FileResult("a", 1, result.findings)]).count("\n") == 2


MARKED = [
    pytest.param("Das Wort Kiev hier", "Kiev", "         ^^^^", id="latin"),
    pytest.param("日本の Kiev です", "Kiev", "       ^^^^", id="wide letters before it"),
    pytest.param("the 日本 line", "日本", "    ^^^^", id="wide letters in it"),
    pytest.param("cafe\u0301 Kiev", "Kiev", "     ^^^^", id="combining marks"),
    pytest.param("a\tKiev", "Kiev", "  ^^^^", id="a tab"),
    pytest.param("a\x1b[31mKiev", "Kiev", "      ^^^^", id="an escape sequence"),
    pytest.param("a\u202eKiev", "Kiev", "         ^^^^", id="an override of direction"),
    pytest.param("a\u00a0Kiev", "Kiev", "  ^^^^", id="a no-break space"),
]


@pytest.mark.parametrize(("source", "match", "marks"), MARKED)
def test_marks_stand_under_the_match(rendered: Rendered, on_line: OnLine, source: str, match: str, marks: str) -> None:
    start = source.index(match)
    shown, under = excerpt(rendered("console", [on_line(source, start, start + len(match))]))
    assert under == f"{marks} own voice"
    assert match in shown


def test_right_to_left_text_is_isolated(rendered: Rendered, on_line: OnLine) -> None:
    source = "قال Kiev اليوم"
    shown, _ = excerpt(rendered("console", [on_line(source, 4, 8, message="“כך”", speaker="דוד")]))
    assert shown.count("\u2068") == shown.count("\u2069") == 2
    assert shown.replace("\u2068", "").replace("\u2069", "") == source


HARMLESS = [
    ("plain", "plain"), ("a\tb", "a b"), ("a\x00b", "a␀b"), ("\x1b[2J", "␛[2J"), ("a\r\nb", "a␍␊b"), ("\x7f", "<U+007F>"),
    ("\x9b31m", "<U+009B>31m"), ("\u202e", "<U+202E>"), ("\u2028", "<U+2028>"), ("\u3000", " "), ("\udcff", "<U+DCFF>"),
    ("\u200b", "<U+200B>"), ("👩\u200d🚀", "👩\u200d🚀"), ("שלום", "\u2068שלום\u2069"), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HARMLESS)
def test_harmless(text: str, expected: str) -> None:
    assert harmless(text) == expected


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_shown_steers_no_terminal(text: str) -> None:
    for character in harmless(text):
        assert character.isprintable() or character in "\u2068\u2069\u200d", f"U+{ord(character):04X}"


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=400), st.data(), st.sampled_from([None, 50, 80, 120]))
def test_an_excerpt_is_no_wider_than_the_terminal(
    rendered: Rendered, on_line: OnLine, line: str, data: st.DataObject, width: int | None
) -> None:
    line = line.replace("\n", " ").replace("\r", " ").strip() or "x"
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    shown = rendered("console", [on_line(line, start, end)], width=width)
    assert len(shown.splitlines()) == 4, "head, line, marks, blank"
    if width:
        assert width_of(shown.splitlines()[1].replace("\u200d", "")) <= max(width, 49)


def test_every_field_that_comes_from_a_file_is_made_harmless(rendered: Rendered, on_line: OnLine) -> None:
    evil = "\x1b]0;x\x07\u202e"
    result = on_line(f"x {evil} y", 2, 4, path=evil, message=evil, note=evil, advice=evil, speaker=evil)
    shown = rendered("console", [result, FileResult(evil, error=evil)], width=80)
    assert not [c for c in shown if c != "\n" and (unicodedata.category(c) in ("Cc", "Cs") or c == "\u202e")]


def test_long_notes_are_wrapped_on_a_terminal(rendered: Rendered, on_line: OnLine) -> None:
    result = on_line("Kiev", 0, 4, note="word" + " word" * 39)
    assert max(map(len, rendered("console", [result], width=60).splitlines()[3:])) <= 60
    assert "   why: " + ("word " * 40).strip() + "\n" in rendered("console", [result])
