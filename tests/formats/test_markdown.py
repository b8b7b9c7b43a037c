from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.document import Document
from linter.errors import ReadError
from linter.formats import markdown, markdown_steps
from linter.spans import Span

Check = Callable[[Document], None]
SourceOf = Callable[[Document, str], str]


def parts(document: Document) -> list[tuple[str, str]]:
    return [(part, document.text[span.start : span.end]) for span, part in document.parts]


def marks(document: Document) -> list[tuple[str, str]]:
    return [(mark.role, document.text[mark.span.start : mark.span.end]) for mark in document.marks]


@pytest.mark.parametrize(
    ("source", "phrase", "expected"),
    [
        pytest.param(
            "the special **military**\noperation",
            "special military operation",
            "special **military**\noperation",
            id="emphasis and a line break",
        ),
        pytest.param("a\r\nb", "a b", "a\r\nb", id="crlf"),
        pytest.param("a \nb", "a b", "a \nb", id="a space before a line break"),
        pytest.param("a  \nb", "a b", "a  \nb", id="hard break by spaces"),
        pytest.param("a\\\nb", "a b", "a\\\nb", id="hard break by backslash"),
        pytest.param("- a\n  b", "a b", "a\n  b", id="list item"),
        pytest.param("1. a\n   - b\n     c", "b c", "b\n     c", id="nested list item"),
        pytest.param("> a\n> b", "a b", "a\n> b", id="block quotation"),
        pytest.param("> a\nb", "a b", "a\nb", id="lazy continuation"),
        pytest.param("> - > a\n>   > b", "a b", "a\n>   > b", id="quotation in a list in a quotation"),
        pytest.param("> [!NOTE]\n> a\n> b", "a b", "a\n> b", id="alert"),
        pytest.param("caf&eacute; x", "café", "caf&eacute;", id="entity"),
        pytest.param("“é” 😀 *Kiev*", "Kiev", "Kiev", id="code points, not bytes"),
        pytest.param("a\\*b", "a*b", "a\\*b", id="escape"),
        pytest.param("\\*a", "*a", "*a", id="escape at the edge"),
        pytest.param("a [b *c*](http://x/Kiev) d", "b c d", "b *c*](http://x/Kiev) d", id="link"),
        pytest.param("a [b] d\n\n[b]: http://x", "a b d", "a [b] d", id="reference"),
        pytest.param("a [b] d", "a [b] d", "a [b] d", id="brackets that are no link"),
        pytest.param("~~a~~ b", "a b", "a~~ b", id="strikethrough"),
        pytest.param("a<!-- x -->b", "ab", "a<!-- x -->b", id="inline comment"),
        pytest.param("a <b\ntitle=x>c</b>", "a c", "a <b\ntitle=x>c", id="inline tag over two lines"),
        pytest.param("a<br>b", "a b", "a<br>b", id="br"),
        pytest.param("from $5m to US$6m", "$5m to US$6m", "$5m to US$6m", id="money is no mathematics"),
        pytest.param("US$5m–$6m or A$7", "US$5m–$6m or A$7", "US$5m–$6m or A$7", id="nor between dashes"),
        pytest.param("&nGg; a", "a", "a", id="an entity as long as what it means"),
        pytest.param("&nGg; a", "⋙̸", "&nGg;", id="and what it means"),
    ],
)
def test_text_and_its_source(source: str, phrase: str, expected: str, source_of: SourceOf, assert_law: Check) -> None:
    document = markdown.read(source.encode())
    assert source_of(document, phrase) == expected
    assert_law(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a\n\nb\n***\nc", ["a", "b", "c"], id="paragraphs and a rule"),
        pytest.param("- a\n- b\n\n  c\n- [x] d", ["a", "b", "c", "d"], id="list items"),
        pytest.param("- a\n  - b\n- c", ["a", "b", "c"], id="tight nested list"),
        pytest.param("a\n```py\nb\n```\n\n    c\n\nd", ["a", "d"], id="code blocks"),
        pytest.param("a `b` c", ["a ￼ c"], id="inline code"),
        pytest.param("`Emphasis` and `Paragraph`", ["￼ and ￼"], id="code that reads like an event"),
        pytest.param("a[^1]\n\n[^1]: b", ["a￼", "b"], id="footnote"),
        pytest.param("a $x^2$ b\n\n$$y$$", ["a ￼ b", "￼"], id="mathematics"),
        pytest.param("see <http://kiev.ua> or <a@kiev.ua>", ["see ￼ or ￼"], id="autolinks"),
        pytest.param("see https://kiev.ua/x, www.kiev.ua. So", ["see ￼, ￼. So"], id="bare addresses"),
        pytest.param("a <code>b *c*</code> d", ["a ￼ d"], id="code as a tag"),
        pytest.param("a <code>b", ["a b"], id="code that is not closed"),
        pytest.param("a <code>b\n\nc</code> d", ["a b", "c d"], id="or closed in another paragraph"),
        pytest.param("é <kbd>ü</kbd> *b*", ["é ￼ b"], id="and not in ascii"),
        pytest.param("war<sup>1</sup> on", ["war￼ on"], id="note sign"),
        pytest.param("war<sup>[1](#n)</sup> 10<sup>*th*</sup>", ["war￼ 10th"], id="note sign with a link"),
        pytest.param("<div>\n*a*\n</div>\n\nb", ["*a*", "b"], id="html block"),
        pytest.param("<div>\n\n*a*\n\n</div>", ["a"], id="markdown between html blocks"),
        pytest.param("<script>\n\nx\n</script>\n\na", ["a"], id="script"),
        pytest.param("<pre><code>\nx\n\ny</code></pre>\n\na", ["a"], id="pre with code"),
        pytest.param("a\n\n<pre>\nx\n\ny</pre>\n\nb", ["a", "b"], id="pre"),
        pytest.param("<listing>\nx\n</listing>\n\n<xmp>\nx\n</xmp>\n\na", ["a"], id="its kin"),
        pytest.param("a <pre>x *y*</pre> b", ["a", "b"], id="pre inside a line"),
        pytest.param("> <pre>\n> x\n> </pre>\n\na", ["a"], id="pre in a quotation"),
        pytest.param("> <p>a\n> b &amp; c\n> </p>\n> d", ["a b & c", "d"], id="html block in a quotation"),
        pytest.param("![](x) a", ["a"], id="image without alt"),
        pytest.param("# A {#id .c}", ["A"], id="heading attributes"),
        pytest.param("A\n=", ["A"], id="setext heading"),
        pytest.param("\n\n", [""], id="nothing"),
        pytest.param("---\n\na\n\n---\n\nb", ["a", "b"], id="rules that are no front matter"),
    ],
)
def test_blocks(source: str, expected: list[str], assert_law: Check) -> None:
    document = markdown.read(source.encode())
    assert document.text.split("\n\n") == expected
    assert_law(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# a *b*\n\nc\n-\n", [("heading", "a b"), ("heading", "c")], id="headings"),
        pytest.param(
            "| a | b |\n|---|---|\n| c \\| d | *e* |\n\nf",
            [("cell", "a"), ("cell", "b"), ("cell", "c | d"), ("cell", "e")],
            id="table",
        ),
        pytest.param('![a *b* `c`](x "t")', [("alt", "a b ￼"), ("title", "t")], id="image"),
        pytest.param("a ![b\nc][d]\n\n[d]: x 'é t'", [("alt", "b c"), ("title", "é t")], id="image by reference"),
        pytest.param("[a](x 't &amp; \\'u\\'')", [("title", "t & 'u'")], id="link title with escapes"),
        pytest.param("[a](<x y> (t))", [("title", "t")], id="link title in brackets"),
        pytest.param('[a](x "t\nu")', [("title", "t u")], id="link title over two lines"),
        pytest.param('[![a](x "b")](y "c")', [("alt", "a"), ("title", "b"), ("title", "c")], id="image in a link"),
        pytest.param("[a]: x 'b'\n\n> [c]: y 'd'\n", [("title", "b"), ("title", "d")], id="definitions"),
        pytest.param("<img alt='a'> b <abbr title='c'>d</abbr>", [("alt", "a"), ("title", "c")], id="inline html"),
        pytest.param("<h2>a</h2>\n\n<table><tr><td>b</td></tr></table>", [("heading", "a"), ("cell", "b")], id="html"),
    ],
)
def test_parts(source: str, expected: list[tuple[str, str]], assert_law: Check) -> None:
    document = markdown.read(source.encode())
    assert parts(document) == expected
    assert_law(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("> a\n>\n> b\n\nc", [("quotation", "a\n\nb")], id="block quotation"),
        pytest.param("> a\n> > b", [("quotation", "a\n\nb"), ("quotation", "b")], id="nested"),
        pytest.param("> [!WARNING]\n> a", [], id="an alert is no quotation"),
        pytest.param("a <q>b *c*</q> <dfn>d</dfn>", [("quotation", "b c"), ("mention", "d")], id="inline html"),
        pytest.param("<blockquote>\n\na\n\nb\n\n</blockquote>\n\nc", [("quotation", "a\n\nb")], id="html round markdown"),
        pytest.param(">", [], id="empty"),
    ],
)
def test_marks(source: str, expected: list[tuple[str, str]], assert_law: Check) -> None:
    document = markdown.read(source.encode())
    assert marks(document) == expected
    assert_law(document)


def test_comments() -> None:
    source = "é\n\n<!-- evenhand: off kyiv -->\n\na <!-- evenhand: on kyiv --> b\n\n> <!-- x\n> y -->\n"
    document = markdown.read(source.encode())
    found = [(comment.text, document.source[comment.span.start : comment.span.end]) for comment in document.comments]
    assert found[:2] == [
        ("evenhand: off kyiv", "<!-- evenhand: off kyiv -->"),
        ("evenhand: on kyiv", "<!-- evenhand: on kyiv -->"),
    ]
    assert found[2][1] == "<!-- x\n> y -->"


FRONT_MATTER = """\
---
title: "The \\"special\\" war \\u2013 a\\
  history"
draft: true
Headline: It''s plain
subtitle: 'It''s
  quoted'
tags: [Kiev, {title: "in flow"}]
image:
  src: kiev.jpg
  alt: A picture
  caption: >-
    Folded é
    lines

    twice
layout: Kiev
---
# Body
"""


def test_front_matter(source_of: SourceOf, assert_law: Check) -> None:
    document = markdown.read(FRONT_MATTER.encode())
    assert parts(document) == [
        ("title", 'The "special" war – ahistory'),
        ("title", "It''s plain"),
        ("description", "It's quoted"),
        ("title", "in flow"),
        ("alt", "A picture"),
        ("caption", "Folded é lines twice"),
        ("heading", "Body"),
    ]
    assert source_of(document, "war – ahistory") == "war \\u2013 a\\\n  history"
    assert source_of(document, "It's quoted") == "It''s\n  quoted"
    assert source_of(document, "é lines twice") == "é\n    lines\n\n    twice"
    assert_law(document)


def test_toml_front_matter(source_of: SourceOf, assert_law: Check) -> None:
    source = "+++\ntitle = \"A \\u201cwar\\\"\"\nweight = 1\n[extra]\nsummary = '''\na\nb'''\n\"alt\" = 'c\\d'\n+++\nbody\n"
    document = markdown.read(source.encode())
    assert parts(document) == [("title", 'A “war"'), ("description", "a b"), ("alt", "c\\d")]
    assert source_of(document, "“war") == "\\u201cwar"
    assert document.text.endswith("body")
    assert_law(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("---\ntitle: [unclosed\n---\na", "a", id="does not parse"),
        pytest.param("---\ntitle: a\nb", "title: a b", id="never closed"),
        pytest.param("---\nfoo: bar\n---\na", "a", id="no text in it"),
        pytest.param("---\n---\na", "a", id="empty"),
        pytest.param("---\ntitle:\n---\na", "a", id="empty value"),
        pytest.param("---\ntitle: &x a\nalt: *x\n---\n", "a", id="alias"),
        pytest.param("---\r\ntitle: a\r\n---\r\nb", "a\n\nb", id="crlf"),
        pytest.param("---\ntitle: a\n...\nb", "a\n\nb", id="closed by dots"),
        pytest.param("x\n\n---\ntitle: a\n---\n", "x\n\ntitle: a", id="not at the start"),
        pytest.param("---\n? [title, x]\n: a\ntitle: b\n---\n", "b", id="a key that is a list"),
        pytest.param("---\ntitle: {description: a}\nalt: [b]\nsummary: c\n---\n", "a\n\nc", id="collections as values"),
    ],
)
def test_odd_front_matter(source: str, expected: str, assert_law: Check) -> None:
    document = markdown.read(source.encode())
    assert document.text == expected
    assert_law(document)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b">" * 10_000 + b" x", id="nested quotations"),
        pytest.param(b"- " * 10_000 + b"x", id="nested lists"),
        pytest.param(b"<div>" * 10_000 + b"x", id="nested div"),
        pytest.param(b"<div>\n\n" * 10_000 + b"x", id="nested div with blank lines"),
        pytest.param(b"> <div>\n\n" * 10_000 + b"x", id="quoted div"),
        pytest.param(b"<" * 100_000, id="less-than"),
        pytest.param(b"&" * 100_000, id="ampersands"),
        pytest.param(b"[" * 100_000, id="brackets"),
        pytest.param(b"![" * 50_000, id="half images"),
        pytest.param(b"![a" * 20_000 + b"](x)" * 20_000, id="nested images"),
        pytest.param(b"[a](" * 30_000, id="half links"),
        pytest.param(b"*" * 100_000, id="asterisks"),
        pytest.param(b"*a_" * 30_000, id="mixed emphasis"),
        pytest.param(b"`" * 100_000, id="backticks"),
        pytest.param(b"$a " * 30_000, id="dollars"),
        pytest.param(b"a <code>" * 20_000, id="unclosed code"),
        pytest.param(b"a <code>" * 20_000 + b"</code>", id="code closed once"),
        pytest.param(b"a <code>\n\n" * 20_000 + b"</code>", id="code closed far away"),
        pytest.param("é <sup>x".encode() * 20_000 + b"</sup>", id="sup closed once"),
        pytest.param('é "[a](x '.encode() * 20_000, id="half titles"),
        pytest.param(b"[a](x 't') " * 20_000, id="many titles"),
        pytest.param("é [a](x 't') ".encode() * 20_000, id="many titles, not ascii"),
        pytest.param(b"".join(b"[a%d]: x 't'\n" % n for n in range(20_000)), id="many definitions"),
        pytest.param(b"[a]:" * 50_000, id="half definitions"),
        pytest.param(b" " * 200_000 + b"[", id="indent"),
        pytest.param(b"[a]:\n" * 50_000, id="half definitions, a line each"),
        pytest.param(b"| a " * 50_000 + b"\n" + b"|-" * 50_000, id="wide table"),
        pytest.param(b"http://" * 50_000, id="addresses"),
        pytest.param(b"www." + b"." * 100_000, id="dots"),
        pytest.param(b"---\n" + b"[" * 50_000 + b"title:\n---\n", id="nested front matter"),
        pytest.param(b"---\ntitle: " + b"- " * 50_000 + b"\n---\n", id="nested sequences"),
        pytest.param(b"---\n" + b"title: a\n" * 10_000, id="front matter that never ends"),
        pytest.param(b"+++\n" + b'title = "' * 10_000 + b"\n+++\n", id="half strings"),
        pytest.param(b"+++\n" + b'title = """\n' * 10_000 + b"\n+++\n", id="half long strings"),
        pytest.param(b"lorem **ipsum** dolor " * 230_000, id="5 MB in a line"),
        pytest.param("lörem **ipsum** dolor\n".encode() * 100_000, id="many lines"),
    ],
)
def test_hostile_input_takes_linear_time(data: bytes, is_linear: Callable[[Callable[[bytes], object], bytes], bool]) -> None:
    assert is_linear(markdown.read, data)


_TOKENS = st.sampled_from(
    [
        *"* ** _ ` ``` ~~ # > - + 1. | |- [ ] ( ) ! [^a] [^a]: [a]: [a] :--- --- +++ $ $$ \\ <b> </b> <q> </q>".split(),
        *"<div> </div> <code> </code> <!-- --> <blockquote> </blockquote> <script> </script> &amp; &nGg; &#10;".split(),
        *"& < word é 😀 https://x.y www.x title: title= === [!NOTE] [x] {#a} <img ' \" a1 <td> </td> <sup>1</sup>".split(),
        *("\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "\n> ", "\n- ", "\xa0", "\u3000", "\n---\n", "\n```\n"),
        *(' "t")', "![alt](x 'u')", "[a](b)", "<img alt='x'>", "---\ntitle: 'a'\n---\n", "  \n", "\\\n"),
        "\n| a | b |\n|--|--|\n",
    ]
)


@given(st.lists(_TOKENS, max_size=40))
def test_law_on_any_markup(assert_law: Check, tokens: list[str]) -> None:
    source = "".join(tokens)
    document = markdown.read(source.encode())
    assert document.source == source
    assert_law(document)


@pytest.mark.parametrize("inside", ["`", "$", "![a", "[a"])
@pytest.mark.parametrize("after", ["", "5", "b](x 't') c"])
def test_what_begins_in_an_element_and_ends_after_it(assert_law: Check, inside: str, after: str) -> None:
    closing = inside if inside in "`$" else ""
    document = markdown.read(f"<code>{inside}</code>{closing}{after}".encode())
    assert_law(document)
    assert after[:1] in document.text


def test_titles_of_definitions_stand_where_they_are_defined() -> None:
    document = markdown.read(b"One [a], [b].\n\n[a]: x 'first'\n[b]: y 'second'\n\n# Head\n\nTwo.\n")
    assert document.text.split("\n\n") == ["One a, b.", "first", "second", "Head", "Two."]


_BLOCKS = st.sampled_from(
    [
        *("A plain line", "Two lines\nof text", "é “quoted”\nand more", "1987 was\n1988 is", "(so)", "x", "a1: b; c - d"),
        *("a  b", "a \nb", "\xa0a\xa0", "a\x0bb", "\t", "", "word\r\nword", "see www.x.y for", "https://x.y"),
        *("# One of #2", "line #3 of\n4 # 5", "# \xa0x", "# a \xa0", "a\xa0\nb", "a\n\u2003b", "a  b\nc"),
        *("# Head", "## A second head", "####### seven", "#tag", "# Head #", "# Head {#id}", "# Head\nand text", "#"),
        *("- item", "- item\n\n  more", "1. item", "12) item", "+ item\n- other", "-5 degrees", "> quote\nlazy", "> a\n>\n> b"),
        *("```", "~~~\ncode", "```\ncode\n\nmore\n```", "    code", "<div>", "</div>", "<!-- a\n\nb -->", "<!--", "-->", "<pre>"),
        *("*em*", "a *b", "`a", "b`", "[a](b 't')", "[a]: b 't'", "[a]:", "'t'", "[^a]: note", "&amp;", "$$", "a $b$", "{#id}"),
        *("Head\n===", "a | b\n--|--\nc", "---", "***", "\\"),
    ]
)
_ENDS = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", " \n\n", "\n \n"])


@pytest.mark.interpreted
@given(st.lists(st.tuples(_BLOCKS, _ENDS), max_size=12))
def test_law_plain_paragraphs_read_the_same_by_themselves(blocks: list[tuple[str, str]]) -> None:
    """They are kept from the parser; what it would have said of them is what is read."""
    data = "".join(block + end for block, end in blocks).encode()
    document = markdown.read(data)
    with patch.object(markdown_steps, "_with_plain_words", lambda data: (data.decode(), set())):
        parsed = markdown.read(data)
    assert document.text == parsed.text
    assert (document.parts, document.marks, document.comments) == (parsed.parts, parsed.marks, parsed.comments)
    for offset, character in enumerate(document.text):
        if character != "\n":
            place = Span(offset, offset + 1)
            assert document.source_span(place) == parsed.source_span(place)


def test_plain_paragraphs_are_kept_from_the_parser() -> None:
    body, starts = markdown_steps._with_plain_words(b"# A\n\nOne line\nor two.\n\n## B\n\nMore.\n\nWith *em*.\n\nLast.\n\n")
    assert body == "# A\n\n" + "x" * len("One line\nor two.\n\n## B\n\nMore.") + "\n\nWith *em*.\n\n" + "x" * 5 + "\n\n"
    assert starts == {5, 48}


@given(st.text())
def test_law_on_any_text(assert_law: Check, source: str) -> None:
    try:
        document = markdown.read(source.encode())
    except ReadError:
        return
    assert_law(document)


@given(st.text(), st.sampled_from(["---", "+++"]))
def test_law_on_any_front_matter(assert_law: Check, block: str, fence: str) -> None:
    try:
        document = markdown.read(f"{fence}\ntitle: {block}\nalt = {block}\n{fence}\n".encode())
    except ReadError:
        return
    assert_law(document)


@given(st.binary())
def test_law_read_or_refused(data: bytes) -> None:
    try:
        markdown.read(data)
    except ReadError:
        return
    assert markdown.rewrite(data, []) == data
    assert markdown.rewrite(data, [(Span(0, 0), "")]) == data


def test_rewrite_keeps_the_rest() -> None:
    data = "\ufeff---\r\ntitle: 'é Kiev'\r\n---\r\n".encode()
    document = markdown.read(data)
    start = document.text.index("Kiev")
    edits = [(document.source_span(Span(start, start + 4)), "Kyiv")]
    assert markdown.rewrite(data, edits) == data.replace(b"Kiev", b"Kyiv")
