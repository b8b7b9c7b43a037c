"""Where terms stand: line wraps, characters of no width, blocks, and which of several matches wins."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from linter.document import Document
from linter.folding import fold
from linter.matcher import Match, Rejection
from linter.rulebook import Rulebook
from linter.spans import Span

Mark = Callable[..., str]

LEXICON = """
category: desk
concepts:
  - id: city
    exceptions: [chicken ~, Kiev Dynamo]
    terms:
      - {text: Kyiv, status: preferred}
      - {text: Kiev, status: deprecated}
  - id: operation
    terms:
      - {text: military operation, status: preferred, pos: noun}
      - {text: special military operation, status: deprecated, pos: noun}
      - {text: special operation, status: deprecated, pos: noun}
  - id: schooling
    terms: [{text: re-education camp, status: deprecated, pos: noun}]
  - id: military
    terms: [{text: military, status: deprecated}]
  - id: pad
    concern: contested
    terms:
      - {text: thermal gap pad, status: preferred}
      - {text: interface, status: admitted}
  - id: gap
    terms: [{text: gap pad, status: deprecated}]
  - id: street
    terms: [{text: Straße, status: deprecated}]
  - id: fire
    terms: [{text: first fire, status: deprecated}]
  - id: cafe
    terms: [{text: café, status: deprecated}]
  - id: korea
    terms: [{text: 한국, status: deprecated}]
  - id: sign
    terms: [{text: 9/11, status: deprecated}, {text: "soldier's pay", status: deprecated},
      {text: 'the "war"', status: deprecated}]
"""


def check(mark: Mark, text: str, **options: object) -> None:
    assert mark(text.replace("«", "").replace("»", ""), LEXICON, **options) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The «special military operation» began.", id="plain"),
        pytest.param("The «special\nmilitary\noperation» began.", id="LF"),
        pytest.param("The «special\r\nmilitary\r\noperation» began.\r\nIn «Kiev».", id="CRLF"),
        pytest.param("The «special\rmilitary\roperation» began.\rIn «Kiev».", id="CR"),
        pytest.param("The «special\u00a0military\u202foperation» began.", id="no-break spaces"),
        pytest.param("The «special  military   operation» began.", id="double spaces"),
        pytest.param("The «special \n   military\t operation» began.", id="indents"),
        pytest.param("The «spe\u00adcial mili\u00adtary opera\u00adtion» began.", id="soft hyphens"),
        pytest.param("The «special\u200b mili\u2060tary operation» began.", id="characters of no width"),
        pytest.param("The «special mili-\ntary opera-\ntion» began.", id="divided words"),
        pytest.param("The «special mili-\r\n   tary opera\u00ad\ntion» began.", id="divided words, CRLF and soft hyphens"),
        pytest.param("The «special operations» and «SPECIAL OPERATIONS» began.", id="plural and capitals"),
        pytest.param("A «re-education camp», «re‐education camps», «re–education camp».", id="any hyphen"),
        pytest.param("A «re-\neducation camp» and a «re-edu-\ncation camp».", id="a hyphen at the end of a line, both ways"),
        pytest.param("A reeducation camp and a re education camp.", id="but not without it"),
        pytest.param("After «9/11», the «soldier’s pay» in «the “war”».", id="signs"),
        pytest.param("İstanbul, ﬁn: «Kiev», ß, «Straße», «STRASSE», «Kiev».", id="what folds to another length"),
        pytest.param("The «ﬁrst ﬁre» of «Kiev».", id="ligatures inside"),
        pytest.param("A «café», a «cafe\u0301», a cafe.", id="accents, composed and not"),
        pytest.param("«한국», «\u1112\u1161\u11ab\u1100\u116e\u11a8»", id="Hangul, composed and not"),
        pytest.param("😀😀 «Kiev» 𝔘 «special operation» 😀", id="astral characters"),
        pytest.param("“Ça va?” – «Kiev» … «Kiev»", id="characters of several bytes"),
    ],
)
def test_a_term_is_found_however_it_is_set(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("special\n\nmilitary operation, special\n\noperation", id="a blank line"),
        pytest.param("special\r\n\r\noperation", id="a blank line, CRLF"),
        pytest.param("special\n \t \noperation", id="a line of blanks"),
        pytest.param("opera-\n\ntion special opera-\r\n\r\ntion", id="a hyphen before a blank line"),
        pytest.param("specialoperation special, operation special. Operation", id="other separators"),
    ],
)
def test_no_match_crosses_a_block(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("special\n\noperation and «special\noperation»", "a.md", id="paragraphs of Markdown"),
        pytest.param("- special\n- operation\n", "a.md", id="items of a list"),
        pytest.param("| special | operation |\n|---|---|\n| special | operation |\n", "a.md", id="cells"),
        pytest.param("special `x` operation, «special **operation»**", "a.md", id="code between"),
        pytest.param(
            "<p>special<p>operation «<b>special</b> operation»".replace("«<b>special", "<b>«special"),
            "a.html",
            id="paragraphs of HTML",
        ),
        pytest.param(
            "<p>special<br>operation «special&nbsp;opera&shy;tion»</p>".replace("special<br>operation", "«special<br>operation»"),
            "a.html",
            id="entities",
        ),
    ],
)
def test_blocks_of_other_formats(mark: Mark, text: str, path: str) -> None:
    check(mark, text, path=path)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the «special military operation»", id="the longest"),
        pytest.param("the military operation", id="an accepted term protects what it contains"),
        pytest.param("the «military»", id="the shorter one by itself"),
        pytest.param("a thermal gap pad, a «gap pad»", id="an accepted term of another concept"),
        pytest.param("«special military operation» «military» military operation", id="one after the other"),
        pytest.param("chicken Kiev, «Kiev», Chicken Kiev", id="exception with a placeholder"),
        pytest.param("Kiev Dynamo, «Kiev», «Kiev» dynamo", id="exception as it stands"),
        pytest.param("chicken\nKiev, chicken  Kiev, chicken\n\n«Kiev»", id="exception over lines"),
    ],
)
def test_which_match_wins(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.fixture(scope="module")
def rules(rulebook: Callable[..., Rulebook]) -> Rulebook:
    return rulebook(LEXICON)


def find(text: str, rules: Rulebook, rejections: list[Rejection] | None = None) -> list[Match]:
    document = Document(source=text, text=text, wrapped=True)
    return rules.matcher.find(document, fold(text), lambda span: "own", rejections)


def test_a_match_says_what_it_is(rules: Rulebook) -> None:
    (match,) = find("Two Special Operations.", rules)
    assert match.span == Span(4, 22)
    assert match.concept.id == "operation"
    assert match.term is not None
    assert match.term.text == "special operation"
    assert (match.variant, match.form) == ("special operations", "plural")


def test_matches_come_in_order_and_do_not_overlap(rules: Rulebook) -> None:
    found = find("Kiev special military operation military gap pad Kiev " * 50, rules)
    assert len(found) == 250
    assert all(one.span.end <= other.span.start for one, other in zip(found, found[1:], strict=False))


def test_a_text_without_terms_has_no_matches(rules: Rulebook) -> None:
    assert find("Nothing to see here.", rules) == []
    assert find("", rules) == []


def test_a_lone_surrogate_does_no_harm(rules: Rulebook) -> None:
    assert [match.span for match in find("\ud800 Kiev \udfff é Kiev", rules)] == [Span(2, 6), Span(11, 15)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kiev", "the spelling or case differs"),
        ("see Kiev.pdf", "it stands in an address, a file name or a hashtag"),
        ("It played The Great Gate of Kiev.", "it is part of a longer name or title"),
        ("special\r\n\r\noperation", None),
    ],
)
def test_what_was_refused_comes_with_the_reason(rules: Rulebook, text: str, reason: str | None) -> None:
    rejections: list[Rejection] = []
    assert find(text, rules, rejections) == []
    assert ([rejection.reason for rejection in rejections] or [None])[-1] == reason


def test_one_span_has_one_deprecated_term(rulebook: Callable[..., Rulebook]) -> None:
    rules = rulebook("category: a\nprefer: {good: bad, fine: bad}\n")
    assert [match.concept.id for match in find("bad", rules)] == ["fine"]


def test_the_order_of_the_entries_does_not_matter(rulebook: Callable[..., Rulebook]) -> None:
    one = "  - id: a\n    terms: [{text: bad word, status: deprecated}]\n"
    two = "  - id: b\n    terms: [{text: word, status: deprecated}, {text: bad, status: deprecated}]\n"
    text = "bad word, word, bad."
    orders = [rulebook(f"category: x\nconcepts:\n{first}{second}") for first, second in ((one, two), (two, one))]
    first, second = ([(m.span, m.concept.id) for m in find(text, rules)] for rules in orders)
    assert first == second
    assert len(first) == 3


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("chicken Kiev and Kiev " * 3_000, id="exceptions"),
        pytest.param("Kiev Dynamo Kiev " * 3_000, id="exceptions without a placeholder"),
        pytest.param("Kiev" * 100_000, id="one long word"),
        pytest.param("Kiev\n" * 1_000, id="a column"),
        pytest.param("special " * 100_000, id="half a term"),
        pytest.param("special\u00ad \u00ad" * 50_000 + "operation", id="soft hyphens"),
        pytest.param("Kiev." * 10_000, id="no blanks"),
    ],
)
def test_hostile_text_takes_seconds(rules: Rulebook, text: str) -> None:
    start = time.process_time()
    find(text, rules)
    assert time.process_time() - start < 15
