from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.document import Document
from linter.errors import ReadError
from linter.formats import html
from linter.spans import Span

Check = Callable[[Document], None]
SourceOf = Callable[[Document, str], str]


def blocks(source: str) -> list[str]:
    return html.read(source.encode()).text.split("\n\n")


def parts(document: Document) -> list[tuple[str, str]]:
    return [(part, document.text[span.start : span.end]) for span, part in document.parts]


def marks(document: Document) -> list[tuple[str, str]]:
    return [(mark.role, document.text[mark.span.start : mark.span.end]) for mark in document.marks]


@pytest.mark.parametrize(
    ("source", "phrase", "expected"),
    [
        pytest.param(
            "<p>the special <b>military</b>\n operation</p>",
            "special military operation",
            "special <b>military</b>\n operation",
            id="tags and a line break",
        ),
        pytest.param("caf&eacute; x", "café", "caf&eacute;", id="entity"),
        pytest.param("a&nbsp;b", "a\xa0b", "a&nbsp;b", id="no-break space"),
        pytest.param("&#75;&#x79;iv", "Kyiv", "&#75;&#x79;iv", id="numeric entities"),
        pytest.param("AT&T and R&amp;D", "AT&T", "AT&T", id="a bare ampersand"),
        pytest.param("&notit; x", "it", "it", id="an entity without semicolon ends where it ends"),
        pytest.param("&ampfoo", "foo", "foo", id="and before a word"),
        pytest.param("&nosuch; x", "&nosuch;", "&nosuch;", id="unknown entity"),
        pytest.param("a&#10;b", "a b", "a&#10;b", id="a line feed by number is white space"),
        pytest.param("one<br>two", "one two", "one<br>two", id="br"),
        pytest.param("one<br/>\n  two", "one two", "one<br/>\n  two", id="br and line break"),
        pytest.param("one <i> two</i>", "one two", "one <i> two", id="white space on both sides of a tag"),
        pytest.param("a<wbr>b", "ab", "a<wbr>b", id="wbr"),
        pytest.param("<p>x<!-- c -->y", "xy", "x<!-- c -->y", id="a comment vanishes"),
        pytest.param("if 1 < 2 and", "1 < 2", "1 < 2", id="stray less-than"),
        pytest.param('<a title="a>b">c</a>', "c", "c", id="greater-than in an attribute"),
        pytest.param("<p class=it's>don't</p>", "don't", "don't", id="a quote in an unquoted value"),
        pytest.param("<a href=/x/>word</a>", "word", "word", id="unquoted value ends in a slash"),
        pytest.param('<a href="x>one <b>two', "two", "two", id="unclosed quote"),
        pytest.param("<P>One<SPAN>two</SPAN></P>", "Onetwo", "One<SPAN>two", id="upper case"),
        pytest.param("a\r\nb", "a b", "a\r\nb", id="crlf"),
        pytest.param("x\n\n\ty", "x y", "x\n\n\ty", id="a run of line breaks"),
        pytest.param("<!-->x", "x", "x", id="empty comment"),
        pytest.param("</>a</ b>c", "ac", "a</ b>c", id="end tags that are none"),
    ],
)
def test_text_and_its_source(source: str, phrase: str, expected: str, source_of: SourceOf, assert_law: Check) -> None:
    document = html.read(source.encode())
    assert source_of(document, phrase) == expected
    assert_law(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<div>a<p>b</div>c", ["a", "b", "c"], id="blocks"),
        pytest.param("<ul><li>a<li>b</ul>", ["a", "b"], id="unclosed items"),
        pytest.param("a<script>if (b<c) '</p>'</script>d", ["ad"], id="script"),
        pytest.param("a<SCRIPT>x</SCRIPT >d", ["ad"], id="script in capitals"),
        pytest.param("a<style>p{}</style><template><p>x</template>b", ["ab"], id="style and template"),
        pytest.param("a<svg><svg/><svg><text>x</text></svg><title>y</title></svg>b", ["ab"], id="nested svg"),
        pytest.param("a<svg/>b<math>x</math>", ["ab"], id="closed svg"),
        pytest.param("a<svg>b", ["ab"], id="unclosed svg"),
        pytest.param("<textarea><p>x</textarea><select><option>y</select>z", ["z"], id="form fields"),
        pytest.param("a <code>x<b>y</b></code> b", ["a ￼ b"], id="code"),
        pytest.param("a <kbd>x</kbd><samp>y</samp><var>z</var><tt>t</tt>", ["a ￼￼￼￼"], id="what is typed and shown"),
        pytest.param("a <code>b", ["a b"], id="unclosed code"),
        pytest.param("a<pre>x\n  y</pre>b<pre class=c><code>x\ny</code></pre>c", ["a", "b", "c"], id="pre is code"),
        pytest.param("a<PRE>x<b>y</b> &lt;</PRE>b<listing>x</listing>c<xmp><p>x</xmp>d", ["a", "b", "c", "d"], id="its kin"),
        pytest.param("<pre><!-- x --><h1>x</h1><q>y</q></pre><p>a", ["a"], id="with tags in it"),
        pytest.param("<p>a<pre>b<p>c", ["a", "b", "c"], id="pre that is never closed"),
        pytest.param("<preface>a</preface> <p>pre</p>", ["a", "pre"], id="other elements and the word"),
        pytest.param("war<sup>1</sup> <sup><a href=x>[2]</a></sup> 10<sup>th</sup>", ["war￼ ￼ 10th"], id="note signs"),
        pytest.param("<noscript>a</noscript>", ["a"], id="noscript"),
        pytest.param("<p> </p><p>&nbsp;</p><p>\xa0</p>a", ["a"], id="empty blocks"),
        pytest.param("<p>\n  a  \n</p>\n<p>b </p>", ["a", "b"], id="white space at the edges"),
        pytest.param("<!doctype html><?xml version='1.0'?>a", ["a"], id="doctype"),
        pytest.param("a<![CDATA[ <p>x ]]>b", ["ab"], id="cdata"),
        pytest.param("a<!-- b", ["a"], id="unterminated comment"),
        pytest.param("a<b", ["a"], id="unterminated tag"),
        pytest.param("a<", ["a<"], id="less-than at the end"),
        pytest.param("a <img src=x> b<img src=y>", ["a ￼ b￼"], id="images without alt"),
        pytest.param("<img src=x>", [""], id="nothing"),
        pytest.param("", [""], id="empty"),
    ],
)
def test_blocks(source: str, expected: list[str], assert_law: Check) -> None:
    assert blocks(source) == expected
    assert_law(html.read(source.encode()))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<title>A &lt;b&gt; <i></title>x", [("title", "A <b> <i>")], id="title element"),
        pytest.param("<h1>a <b>b</b></h1>c<H6>d</H6>", [("heading", "a b"), ("heading", "d")], id="headings"),
        pytest.param("<h2>a<p>b", [("heading", "a")], id="unclosed heading"),
        pytest.param("<figure><figcaption>a</figcaption></figure>b", [("caption", "a")], id="figcaption"),
        pytest.param(
            "<table><caption>z</caption><tr><td>a<th>b<tr><td><table><tr><td>c</table>d</table>e",
            [("caption", "z"), ("cell", "a"), ("cell", "b"), ("cell", "c"), ("cell", "d")],
            id="nested tables, no end tags",
        ),
        pytest.param("<td><h3>a</h3>b</td>c", [("heading", "a"), ("cell", "b")], id="heading in a cell"),
        pytest.param('<img alt="a &amp; b" title=c><p>d', [("alt", "a & b"), ("title", "c")], id="attributes"),
        pytest.param("<img data-alt=x ALT = 'y'>", [("alt", "y")], id="only whole names"),
        pytest.param('<img alt=""><img alt=" "><a title>x</a>', [], id="empty attributes"),
        pytest.param(
            '<meta name="Description" content="d"><meta content="t" property=og:title><meta name=robots content=no>',
            [("description", "d"), ("title", "t")],
            id="meta",
        ),
        pytest.param("<script title=x>y</script>", [("title", "x")], id="before what is skipped"),
    ],
)
def test_parts(source: str, expected: list[tuple[str, str]], assert_law: Check) -> None:
    document = html.read(source.encode())
    assert parts(document) == expected
    assert_law(document)


def test_an_attribute_does_not_cut_a_sentence(source_of: SourceOf, assert_law: Check) -> None:
    document = html.read(b'<p>the special <a title="More">military</a> operation</p><p>next')
    assert document.text == "the special military operation\n\nMore\n\nnext"
    assert source_of(document, "special military operation") == 'special <a title="More">military</a> operation'
    assert source_of(document, "More") == "More"
    assert_law(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<blockquote><p>a<p>b</blockquote>c", [("quotation", "a\n\nb")], id="a block quotation over paragraphs"),
        pytest.param("x <q>a <b>b</b></q> y", [("quotation", "a b")], id="q"),
        pytest.param("<cite>a</cite> <dfn>b</dfn>", [("mention", "a"), ("mention", "b")], id="mentions"),
        pytest.param("<q>a <q>b</q></q>", [("quotation", "a b"), ("quotation", "b")], id="nested, outermost first"),
        pytest.param("<p><q>a<p>b", [("quotation", "a")], id="unclosed q ends with its block"),
        pytest.param("<blockquote>a", [("quotation", "a")], id="unclosed block quotation"),
        pytest.param("</q></blockquote>a<q></q><blockquote></blockquote>b", [], id="stray and empty"),
    ],
)
def test_marks(source: str, expected: list[tuple[str, str]], assert_law: Check) -> None:
    document = html.read(source.encode())
    assert marks(document) == expected
    assert_law(document)


def test_comments() -> None:
    document = html.read("é<!-- evenhand: off kyiv --><script><!-- no --></script><!---->".encode())
    found = [(comment.text, document.source[comment.span.start : comment.span.end]) for comment in document.comments]
    assert found == [("evenhand: off kyiv", "<!-- evenhand: off kyiv -->"), ("", "<!---->")]


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="iso-8859-1">',
        "<META CHARSET=latin1>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        "<?xml version='1.0' encoding='ISO-8859-1'?>",
    ],
)
def test_declared_encoding(declaration: str) -> None:
    data = declaration.encode() + b"<p>\x93Kiev\x94 caf\xe9"
    document = html.read(data)
    assert document.text == "“Kiev” café"
    start = document.source.index("Kiev")
    edits = [(Span(start, start + 4), "Kyiv")]
    assert html.rewrite(data, edits) == data.replace(b"Kiev", b"Kyiv")


@pytest.mark.parametrize("label", ["utf-16", "klingon", "utf-7", "rot13"])
def test_a_label_that_cannot_be_is_passed_over(label: str) -> None:
    assert html.read(f"<meta charset={label}>é".encode()).text == "é"


def test_the_settings_beat_the_declaration() -> None:
    assert html.read("<meta charset=utf-8>é".encode("cp437"), "cp437").text == "é"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<div>" * 10_000 + b"x" + b"</div>" * 10_000, id="nested div"),
        pytest.param(b"<blockquote>" * 10_000 + b"x", id="nested quotations"),
        pytest.param(b"<q>" * 50_000 + b"x" + b"</cite>" * 50_000, id="unclosed q"),
        pytest.param(b"<table><td>" * 10_000 + b"</table>" * 10_000, id="nested tables"),
        pytest.param(b"<" * 100_000, id="less-than"),
        pytest.param(b"&" * 100_000, id="ampersands"),
        pytest.param(b"[" * 100_000, id="brackets"),
        pytest.param(b"&am" * 50_000, id="half entities"),
        pytest.param(b"<a " * 50_000, id="half tags"),
        pytest.param(b"<a " * 50_000 + b'"' + b" >", id="half tags, then a quote"),
        pytest.param(b'<a x="' * 50_000, id="half attributes"),
        pytest.param(b"<a x='\"" * 50_000, id="both quotes"),
        pytest.param(b"<a x=" + b" " * 100_000, id="white space after an equals sign"),
        pytest.param(b"<a" + b" =" * 100_000, id="equals signs"),
        pytest.param(b"<a title" + b" title" * 50_000 + b">x", id="many attributes"),
        pytest.param(b"<!--" * 50_000, id="half comments"),
        pytest.param(b"<!--" + b"-" * 100_000, id="hyphens"),
        pytest.param(b"<![CDATA[" * 20_000, id="half cdata"),
        pytest.param(b"<script>" * 20_000, id="unclosed scripts"),
        pytest.param(b"<svg>" * 20_000, id="unclosed svg"),
        pytest.param(b"<svg>" * 20_000 + b"</svg>", id="svg closed once"),
        pytest.param(b"<svg>x</svg><svg>" * 10_000, id="every other svg closed"),
        pytest.param(b"<code>" * 20_000 + b"</code>", id="code closed once"),
        pytest.param(b"<sup>" * 20_000 + b"</sup>", id="sup closed once"),
        pytest.param(b"<sup>" + b"<" * 390 + b"</sup>", id="sup full of less-than"),
        pytest.param(b"<pre>" + b" " * 20_000 + b"<pre>" * 20_000, id="pre"),
        pytest.param(b" \n" * 100_000 + b"x" + b"\n " * 100_000 + b"y", id="white space"),
        pytest.param(b"x" + b" " * 200_000 + b"y\n" + b"\t" * 200_000 + b"z", id="long runs"),
        pytest.param(b"<meta charset" * 20_000, id="half declarations"),
        pytest.param(b"lorem ipsum <b>dolor</b> " * 200_000, id="5 MB in a line"),
    ],
)
def test_hostile_input_takes_linear_time(data: bytes, is_linear: Callable[[Callable[[bytes], object], bytes], bool]) -> None:
    assert is_linear(html.read, data)


_TOKENS = st.sampled_from(
    [
        *"<p> </p> <div> <b> </b> <q> </q> <cite> </cite> <blockquote> </blockquote> <td> </td> <table> </table>".split(),
        *"<tr> <h1> </h1> <br> </a> <title> </title> <code> </code> <sup> </sup> <svg> </svg> <pre> </pre>".split(),
        *"<script> </script> <!-- --> <!--x--> &amp; &nbsp; &notx &#10; &#0; <![CDATA[ ]]> <!x> </> / a1".split(),
        *"& < > \" ' = word é 😀".split(),
        *("<img alt='a &amp; b'>", '<a title="t\nu">', "<meta name=description content=d>"),
        *(" ", "\t", "\n", "\r", "\r\n", "\xa0", "\u3000", "\f"),
    ]
)


@given(st.lists(_TOKENS, max_size=40))
def test_law_on_any_tags(assert_law: Check, tokens: list[str]) -> None:
    source = "".join(tokens)
    document = html.read(source.encode())
    assert document.source == source
    assert_law(document)


@given(st.lists(st.one_of(st.sampled_from(["<p>", "</p>", "</p>\n<p class=x>", "</p><pre>"]), _TOKENS), max_size=40))
def test_law_the_end_of_a_paragraph_may_be_left_out_before_another(tokens: list[str]) -> None:
    """In capitals, which no shortcut is taken for, it is read by itself."""
    source = "".join(tokens)
    short, whole = html.read(source.encode()), html.read(source.replace("</p>", "</P>").encode())
    assert short.text == whole.text.replace("</P>", "</p>")
    assert (short.parts, short.marks) == (whole.parts, whole.marks)
    assert all(
        short.source_span(place) == whole.source_span(place)
        for place in (Span(offset, offset + 1) for offset, character in enumerate(short.text) if character != "\n")
    )


@given(st.text())
def test_law_on_any_text(assert_law: Check, source: str) -> None:
    try:
        document = html.read(source.encode())
    except ReadError:
        return
    assert_law(document)


@given(st.binary())
def test_law_read_or_refused(data: bytes) -> None:
    try:
        html.read(data)
    except ReadError:
        return
    assert html.rewrite(data, []) == data
    assert html.rewrite(data, [(Span(0, 0), "")]) == data


def test_law_crlf_and_marks_survive() -> None:
    data = "\ufeff<p>é Kiev</p>\r\n\r".encode()
    assert html.rewrite(data, [(Span(5, 9), "Kyiv")]) == data.replace(b"Kiev", b"Kyiv")
    data = "<p>é Kiev</p>\r\n".encode("utf-16")
    assert html.rewrite(data, [(Span(5, 9), "Kyiv")]) == "<p>é Kyiv</p>\r\n".encode("utf-16")
