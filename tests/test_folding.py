"""The fold, and the way back from it."""

from __future__ import annotations

import time

import pytest

from linter.folding import BOUNDARY, fold, fold_word
from linter.spans import Span

BREAK = BOUNDARY * 2


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("KIEV", "kiev", id="case"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("İstanbul", "i\u0307stanbul", id="dotted capital I"),
        pytest.param("ΟΔΟΣ ΠΟΛΗΣ", "οδοσ πολησ", id="final sigma"),
        pytest.param("the soldier’s ‘pay’ ʼtis", "the soldier's 'pay' 'tis", id="apostrophes"),
        pytest.param("“a” „b“ «c» 「d」", '"a" "b" "c" "d"', id="quotation marks"),
        pytest.param("a‐b‑c–d—e−f", "a-b-c-d-e-f", id="hyphens and dashes"),
        pytest.param("special\u00a0military\u2009operation", "special military operation", id="blanks"),
        pytest.param("special  military \t operation", "special military operation", id="runs of blanks"),
        pytest.param("special\u00a0 operation", "special operation", id="a blank beside a no-break space"),
        pytest.param("spe\u00adcial op\u200bera\u2060tion", "special operation", id="soft hyphen and zero-width characters"),
        pytest.param("ﬁre and Ａ", "fire and a", id="compatibility forms"),
        pytest.param("Cafe\u0301 CAFÉ", "café café", id="combining marks are composed"),
        pytest.param("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국", id="Hangul syllables are composed"),
        pytest.param("q\u0307", "q\u0307", id="marks that do not compose stay"),
        pytest.param("special\noperation", "special operation", id="a line break"),
        pytest.param("special\r\noperation\rnow", "special operation now", id="CRLF and CR"),
        pytest.param("special \n  operation", "special operation", id="an indented line"),
        pytest.param("one\n\ntwo", f"one{BREAK}two", id="a blank line"),
        pytest.param("one\r\n\r\ntwo", f"one{BOUNDARY}two", id="a blank line with CRLF"),
        pytest.param("one\n \t\ntwo", f"one{BOUNDARY}two", id="a line of blanks"),
        pytest.param("opera-\ntion", "operation", id="a divided word"),
        pytest.param("opera-  \r\n  tion", "operation", id="a divided word among blanks"),
        pytest.param("opera\u00ad\ntion", "operation", id="a word divided at a soft hyphen"),
        pytest.param("Paris -\nLondon", "paris london", id="a dash at the end of a line"),
        pytest.param("9-\n11", "9- 11", id="numbers are not divided"),
        pytest.param("one-\n\ntwo", f"one-{BREAK}two", id="a hyphen at the end of a block"),
        pytest.param("wait…", "wait.", id="ellipsis"),
        pytest.param("😀 Kiev", "😀 kiev", id="astral"),
        pytest.param("\ud800 Kiev", "\ud800 kiev", id="a lone surrogate does no harm"),
        pytest.param("", "", id="empty"),
    ],
)
def test_what_looks_alike_folds_alike(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_where_no_line_is_wrapped_each_line_break_ends_a_block() -> None:
    assert fold("special\noperation", is_wrapped=False).text == f"special{BOUNDARY}operation"
    assert fold("one\n\ntwo", is_wrapped=False) == fold("one\n\ntwo")
    assert fold("spe\u00adcial  operation\n\nnow-\n\nhere", is_wrapped=False).text == f"special operation{BREAK}now-{BREAK}here"


def test_a_hyphen_at_the_end_of_a_line_can_be_kept() -> None:
    assert fold("re-\neducation", keep_wrapped_hyphens=True).text == "re-education"
    assert fold("re\u00ad\neducation", keep_wrapped_hyphens=True).text == "reeducation"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("resume", "résumé", id="accents differ"),
        pytest.param("coop", "co-op", id="a hyphen inside a line counts"),
        pytest.param("a b", "ab", id="white space counts"),
        pytest.param("Kiev", "Кiev", id="a Cyrillic capital is no Latin one"),
    ],
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        pytest.param("The ﬁrst Kiev war", "kiev", "Kiev", id="after a ligature"),
        pytest.param("Die Straße nach Kiew", "kiew", "Kiew", id="after a sharp s"),
        pytest.param("İn İn Kiev", "kiev", "Kiev", id="after two that grow"),
        pytest.param("a   b   Kiev", "kiev", "Kiev", id="after runs of blanks"),
        pytest.param("spe\u00adcial   opera-\n tion now", "special operation", "spe\u00adcial   opera-\n tion", id="all inside"),
        pytest.param("x\r\n\r\nKiev", "kiev", "Kiev", id="after a block break"),
        pytest.param("Cafe\u0301 Kiev", "kiev", "Kiev", id="after a combining mark"),
        pytest.param("\u00adKiev\u00ad", "kiev", "Kiev", id="between soft hyphens"),
        pytest.param("😀  Kiev", "kiev", "Kiev", id="after an astral character"),
    ],
)
def test_a_folded_phrase_leads_back_to_the_text(text: str, phrase: str, expected: str) -> None:
    folded = fold(text)
    assert folded.map is not None
    start = folded.text.index(phrase)
    span = folded.map.span(Span(start, start + len(phrase)))
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize("text", ["The war.\nIt went on.", "“Ça va”, он сказал – да", "one\n\ntwo"])
def test_plain_text_needs_no_map(text: str) -> None:
    folded = fold(text)
    assert folded.map is None
    assert len(folded.text) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("  \n ", 0), ("war", 1), ("one two  three", 3), ("one\ntwo", 2), ("one two\n\nthree", 3), ("\n\none two\n", 2)],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert fold(text).words == words


@pytest.mark.parametrize("number", [10, 16_000, 17_000, 70_000])
def test_words_are_counted_in_texts_of_any_length(number: int) -> None:
    paragraph = " ".join(["a"] * 9) + "\nb"
    assert fold("\n\n".join([paragraph] * (number // 10))).words == number


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" " * 1_000_000, id="blanks"),
        pytest.param("\u00ad" * 1_000_000, id="soft hyphens"),
        pytest.param("a\u0301" * 500_000, id="combining marks"),
        pytest.param("\u0301" * 1_000_000, id="only combining marks"),
        pytest.param("-\n" * 500_000, id="hyphens at line ends"),
        pytest.param("- " * 500_000, id="hyphens and blanks"),
        pytest.param("\r" * 1_000_000, id="carriage returns"),
    ],
)
def test_hostile_text_is_folded_in_linear_time(text: str) -> None:
    start = time.process_time()
    fold(text)
    assert time.process_time() - start < 10
