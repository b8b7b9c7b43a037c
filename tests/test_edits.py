"""Edits of the source, shown by what becomes of whole texts."""

from __future__ import annotations

import pytest
from fixing_desk import fix_text

from linter import formats
from linter.edits import replacements_for, ways_to_edit
from linter.spans import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It was an officer-involved shooting.", "It was a police shooting.", id="an to a"),
        pytest.param("An officer involved shooting.", "A police shooting.", id="An to A"),
        pytest.param("A special military operation.", "An invasion.", id="A to An"),
        pytest.param("AN OFFICER-INVOLVED SHOOTING", "A POLICE SHOOTING", id="AN to A"),
        pytest.param("POLICE CONFIRM A SPECIAL MILITARY OPERATION", "POLICE CONFIRM AN INVASION", id="A to AN"),
        pytest.param("Police Report an Officer-Involved Shooting", "Police Report a Police Shooting", id="headline"),
        pytest.param("Russia Begins A Special Military Operation", "Russia Begins An Invasion", id="headline with A"),
        pytest.param("He met an illegal alien.", "He met an undocumented immigrant.", id="the article stays"),
        pytest.param("an Islamist cell", "a militant cell", id="a name gives way"),
        pytest.param("an\nofficer-involved shooting", "a\npolice shooting", id="article on the line above"),
        pytest.param("an alleged officer-involved shooting", "an alleged police shooting", id="the article is another's"),
        pytest.param("Plan A officer-involved shooting", "Plan A police shooting", id="no article: Plan A"),
    ],
)
def test_articles(text: str, expected: str) -> None:
    assert fix_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kiev's mayor", "Kyiv's mayor", id="name"),
        pytest.param("Kiev’s mayor", "Kyiv’s mayor", id="curly"),
        pytest.param("KIEV'S MAYOR", "KYIV'S MAYOR", id="capitals"),
        pytest.param("illegal aliens' rights", "undocumented immigrants' rights", id="plural"),
        pytest.param("the illegal alien's rights", "the undocumented immigrant's rights", id="singular"),
        pytest.param("congressmen's votes", "lawmakers' votes", id="'s to '"),
        pytest.param("Congressmen’s votes", "Lawmakers’ votes", id="'s to ', curly and capital"),
        pytest.param("the congressman's vote", "the lawmaker's vote", id="one of them"),
    ],
)
def test_possessives(text: str, expected: str) -> None:
    assert fix_text(text) == expected


def test_the_possessive_of_an_unmarked_plural() -> None:
    lexicon = """
    category: a
    concepts:
      - id: b
        terms:
          - {text: police officer, status: preferred, pos: noun, forms: {plural: police}}
          - {text: cop, status: deprecated, pos: noun}
    """
    assert fix_text("the cops' cars", lexicon=lexicon) == "the police's cars"


MARKUP = [
    pytest.param("markdown", "an *illegal* alien", "an *undocumented* immigrant", id="word for word"),
    pytest.param(
        "markdown", "the special **military**\noperation was", "the **invasion**\nwas", id="one word, a line end after it"
    ),
    pytest.param("markdown", "the special **military**\noperation, as", "the **invasion**, as", id="no line begins with a comma"),
    pytest.param(
        "markdown", "the special [military operation](x.md) now", "the [invasion](x.md) now", id="no link is left empty"
    ),
    pytest.param("markdown", "the [special military](x.md) operation", "the [invasion](x.md)", id="link at the start"),
    pytest.param("markdown", "*an* officer-involved **shooting**", "*a* police **shooting**", id="article in markup"),
    pytest.param("markdown", "# A special\tmilitary operation", "# An invasion", id="tab"),
    pytest.param("markdown", "- an illegal\n  alien came", "- an undocumented\n  immigrant came", id="list"),
    pytest.param(
        "markdown",
        "| an illegal alien | x |\n|-|-|\n| Kiev | y |",
        "| an undocumented immigrant | x |\n|-|-|\n| Kyiv | y |",
        id="table",
    ),
    pytest.param("html", "<p>an <b>illegal</b> alien", "<p>an <b>undocumented</b> immigrant", id="tag"),
    pytest.param(
        "html", "<p>a <b>special</b> <i>military</i> operation", "<p>an <b>invasion</b> <i></i>", id="two tags, one word"
    ),
    pytest.param(
        "html", "<p>an <b>officer</b>-<i>involved</i> shooting", "<p>a <b>police</b> <i>shooting</i>", id="hyphen between tags"
    ),
    pytest.param("html", "<p>illegal <!-- c -->aliens", "<p>undocumented <!-- c -->immigrants", id="comment"),
    pytest.param("html", "<p>illegal&nbsp;aliens", "<p>undocumented immigrants", id="entity"),
    pytest.param("html", "<p>special\n   military\n   operation in", "<p>invasion\n   in", id="wrapped and indented"),
    pytest.param("html", "<p>K<b>ie</b>v", "<p><b>Kyiv</b>", id="inside a word"),
    pytest.param("html", "<img alt='an illegal alien'>", "<img alt='an undocumented immigrant'>", id="attribute"),
    pytest.param("text", "special military\r\noperation in\r\nKiev", "invasion\r\nin\r\nKyiv", id="CRLF"),
    pytest.param("text", "an illegal\nalien, he", "an undocumented\nimmigrant, he", id="wrapped"),
    pytest.param("text", "illegal \u00adaliens", "undocumented immigrants", id="soft hyphen"),
]


@pytest.mark.parametrize(("format", "text", "expected"), MARKUP)
def test_markup_and_lines(format: str, text: str, expected: str) -> None:
    got = fix_text(text, format)
    assert got.replace(" <i></i>", "<i></i>") == expected.replace(" <i></i>", "<i></i>")


@pytest.mark.parametrize(
    ("format", "text"),
    [
        pytest.param("markdown", "**special** *military* operation", id="one word for two elements"),
        pytest.param("markdown", "[special](a.md) [military](b.md) operation", id="one word for two links"),
        pytest.param("markdown", "`Kiev` <https://Kiev.example/Kiev>", id="code and address"),
        pytest.param("html", "<p><code>Kiev</code> <a href='Kiev'></a>", id="code and attribute"),
        pytest.param("html", "<p>special <script>x</script>", id="no match at all"),
    ],
)
def test_what_markup_keeps_as_it_is(format: str, text: str) -> None:
    assert fix_text(text, format) == text


def test_apostrophes_as_the_document_writes_them() -> None:
    lexicon = "category: a\nprefer:\n  women's shelter: [ladies' refuge]"
    assert fix_text("The ladies’ refuge isn’t far.", lexicon=lexicon) == "The women’s shelter isn’t far."
    assert fix_text("The ladies' refuge isn't far.", lexicon=lexicon) == "The women's shelter isn't far."


def test_edits_never_touch_markup() -> None:
    document = formats.load("html").read(b"<p>a <b>special</b> <i>military</i> operation</p>")
    start = document.text.index("special")
    for replacement in replacements_for(document, Span(start, start + len("special military operation")), "invasion"):
        for way in ways_to_edit(document, replacement):
            assert not any("<" in document.source[edit.span.start : edit.span.end] for edit in way)
