"""YAML in which every value knows its place and every scalar is the text that was written."""

from __future__ import annotations

import time

import pytest

from linter.errors import Problem
from linter.marked_yaml import SIZE_LIMIT, Fields, Node, parse


def read(text: str | bytes) -> tuple[Node | None, list[str]]:
    problems: list[Problem] = []
    root = parse(text.encode() if isinstance(text, str) else text, "a.yaml", problems)
    return root, [str(problem) for problem in problems]


def plain(node: Node | None) -> object:
    """A node without its places."""
    if node is None or node.text is not None:
        return node and node.text
    if node.items is not None:
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in (node.fields or {}).items()}


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "off", "1948", "1:30", "true", "2022-02-24", "1e3", "0x1F", "1_000", ".inf", "=", "<<"]
)
def test_scalars_are_the_words_that_were_written(word: str) -> None:
    root, problems = read(f"- {word}\n- '{word}'\n- {{key: {word}}}\n")
    assert plain(root) == [word, word, {"key": word}]
    assert problems == []


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_the_empty_text(nothing: str) -> None:
    root, problems = read(f"key: {nothing}\n")
    assert plain(root) == {"key": ""}
    assert problems == []


@pytest.mark.parametrize("quoted", ["'~'", "'null'", '"~"'])
def test_a_quoted_nothing_is_a_word(quoted: str) -> None:
    assert plain(read(f"key: {quoted}")[0]) == {"key": quoted[1:-1]}


def test_tags_are_not_obeyed() -> None:
    root, _ = read("a: !!int 3\nb: !!python/object/apply:os.getcwd []\n")
    assert plain(root) == {"a": "3", "b": []}


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        pytest.param("a: 1\nb: 2\n", "b", (2, 4), id="second line"),
        pytest.param("a: 1\r\nb: 2\r\n", "b", (2, 4), id="CRLF"),
        pytest.param("\ufeffa: 1\nb: 2\n", "b", (2, 4), id="byte-order mark"),
        pytest.param("\ufeffa: 1\n", "a", (1, 4), id="byte-order mark in the first line"),
        pytest.param("{a: 😀😀, b: 2}", "b", (1, 12), id="astral characters count once"),
        pytest.param("# é\n\na:\n  - x\nb: y\n", "b", (5, 4), id="after a comment"),
    ],
)
def test_values_know_their_place(text: str, key: str, place: tuple[int, int]) -> None:
    root, problems = read(text)
    assert problems == []
    assert root is not None
    assert root.fields is not None
    origin = root.fields[key].origin
    assert (origin.line, origin.column) == place


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", ["a.yaml:3:1: the key “a” stands twice; first in line 1"], id="key twice"),
        pytest.param(
            "a: 1\na: 2\na: 3\n",
            ["a.yaml:2:1: the key “a” stands twice; first in line 1", "a.yaml:3:1: the key “a” stands twice; first in line 1"],
            id="key three times",
        ),
        pytest.param("[a]: 1\n", ["a.yaml:1:1: found a list as a key; expected a word"], id="list as key"),
        pytest.param("? {a: b}\n: 1\n", ["a.yaml:1:3: found a mapping as a key; expected a word"], id="mapping as key"),
        pytest.param(
            "a: &x [1]\nb: *x\n",
            ["a.yaml:1:4: an anchor (&name); write the value out", "a.yaml:2:4: an alias (*name); write the value out"],
            id="anchor and alias",
        ),
        pytest.param("a: 1\n---\nb: 2\n", ["a.yaml:2:1: a second document in one file; expected one"], id="two documents"),
        pytest.param(
            "a: [1, 2\nb: 3\n",
            ["a.yaml:2:2: not YAML: while parsing a flow sequence, did not find expected ',' or ']'"],
            id="list not closed",
        ),
        pytest.param(
            'a: "b\n',
            ["a.yaml:2:1: not YAML: while scanning a quoted scalar, found unexpected end of stream"],
            id="quote not closed",
        ),
        pytest.param(
            "a: b: c\n", ["a.yaml:1:5: not YAML: mapping values are not allowed in this context"], id="colon in a value"
        ),
        pytest.param("a: *x*\n", None, id="asterisk"),
        pytest.param("a:\n\t- b\n", None, id="tab"),
        pytest.param("a: %b\n", None, id="percent"),
        pytest.param(b"a: \xe9\n", ["a.yaml: not UTF-8: byte 0xE9 at offset 3"], id="Latin-1"),
        pytest.param("a: b\n".encode("utf-16"), ["a.yaml: not UTF-8: byte 0xFF at offset 0"], id="UTF-16"),
        pytest.param("a: \x00\n", ["a.yaml: not YAML: control characters are not allowed at offset 3"], id="NUL"),
        pytest.param("[" * 100_000, ["a.yaml:1:22: nested more than 20 levels deep"], id="deep list"),
        pytest.param("{a: " * 100_000, ["a.yaml:1:82: nested more than 20 levels deep"], id="deep mapping"),
        pytest.param("- " * 10_000, ["a.yaml:1:43: nested more than 20 levels deep"], id="deep in one line"),
        pytest.param(
            "".join(" " * depth + "a:\n" for depth in range(2_000)),
            ["a.yaml:21:21: nested more than 20 levels deep"],
            id="deep block",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str | bytes, problems: list[str] | None) -> None:
    _, found = read(text)
    if problems is None:
        assert len(found) == 1
        assert found[0].startswith("a.yaml:")
    else:
        assert found == problems


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff"])
def test_an_empty_file_has_no_root(text: str) -> None:
    assert read(text) == (None, [])


def test_a_file_that_is_too_large_is_not_read() -> None:
    root, problems = read(b"a" * (SIZE_LIMIT + 1))
    assert root is None
    assert problems == ["a.yaml: the file has 33,554,433 bytes; at most 33,554,432 are read"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word word\n" * 50_000, id="words"),
        pytest.param("- [\n" * 50_000, id="opened lists"),
        pytest.param("a: 'x\n" * 50_000, id="opened quotes"),
        pytest.param("}{][:,?!&*\n" * 50_000, id="punctuation"),
        pytest.param("? a\n" * 50_000, id="question marks"),
        pytest.param("a" * 5_000_000, id="one long word"),
    ],
)
def test_junk_is_refused_in_short_time(text: str) -> None:
    start = time.process_time()
    root, problems = read(text)
    assert time.process_time() - start < 10
    assert problems or (root is not None and root.text is not None)


def fields(text: str, known: tuple[str, ...] = ("word", "words", "flag", "map")) -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    root = parse(text.encode(), "a.yaml", problems)
    assert root is not None
    return Fields(root, "a thing", known, problems), problems


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("wrod: x", "a.yaml:1:1: unknown key “wrod” in a thing; did you mean “word”?", id="near"),
        pytest.param("zebra: x", "a.yaml:1:1: unknown key “zebra” in a thing; expected one of word, words, flag, map", id="far"),
        pytest.param(
            "- x", "a.yaml:1:1: found a list; expected a thing: a mapping with the keys word, words, flag, map", id="list"
        ),
        pytest.param(
            "x", "a.yaml:1:1: found the text “x”; expected a thing: a mapping with the keys word, words, flag, map", id="text"
        ),
        pytest.param(
            "---\n", "a.yaml:2:1: found nothing; expected a thing: a mapping with the keys word, words, flag, map", id="nothing"
        ),
    ],
)
def test_a_mapping_has_known_keys(text: str, message: str) -> None:
    assert [str(problem) for problem in fields(text)[1]] == [message]


@pytest.mark.parametrize(
    ("text", "read_field", "message"),
    [
        pytest.param("word: [x]", lambda f: f.text("word"), "a.yaml:1:7: word: found a list; expected a text", id="text"),
        pytest.param(
            "words: {a: b}",
            lambda f: f.texts("words"),
            "a.yaml:1:8: words: found a mapping; expected a list of texts",
            id="texts",
        ),
        pytest.param(
            "words: [a, [b]]",
            lambda f: f.texts("words"),
            "a.yaml:1:12: words: found a list; expected a text",
            id="texts in texts",
        ),
        pytest.param(
            "words: [a, '']", lambda f: f.texts("words"), "a.yaml:1:12: words: found nothing; expected a text", id="an empty text"
        ),
        pytest.param("words:", lambda f: f.texts("words"), "a.yaml:1:7: words: found nothing; expected a text", id="no texts"),
        pytest.param("flag: yes", lambda f: f.flag("flag"), "a.yaml:1:7: flag: found “yes”; expected true or false", id="flag"),
        pytest.param(
            "word: tow",
            lambda f: f.choice("word", ("one", "two", "six")),
            "a.yaml:1:7: word: found “tow”; expected one, two or six; did you mean “two”?",
            id="choice",
        ),
        pytest.param("map: [x]", lambda f: f.mapping("map"), "a.yaml:1:6: map: found a list; expected a mapping", id="mapping"),
        pytest.param("words: x", lambda f: f.nodes("words"), "a.yaml:1:8: words: found the text “x”; expected a list", id="list"),
    ],
)
def test_a_value_of_another_kind_is_a_problem(text: str, read_field: object, message: str) -> None:
    mapping, problems = fields(text)
    assert not problems
    read_field(mapping)  # type: ignore[operator]
    assert [str(problem) for problem in problems] == [message]


def test_fields_that_are_right() -> None:
    mapping, problems = fields("word: a  b\nwords: [c, d  e]\nflag: true\nmap: {f: g}\n")
    assert mapping.text("word") == "a b"
    assert mapping.texts("words") == ("c", "d e")
    assert mapping.texts("word") == ("a b",)
    assert mapping.flag("flag") is True
    assert list(mapping.mapping("map")) == ["f"]
    assert mapping.choice("word", ("a b",)) == "a b"
    assert problems == []


def test_fields_that_are_missing() -> None:
    mapping, problems = fields("{}")
    assert mapping.text("word", "default") == "default"
    assert mapping.texts("words") == ()
    assert mapping.flag("flag") is False
    assert mapping.mapping("map") == {}
    assert mapping.nodes("words") == ()
    assert mapping.choice("word", ("a",)) is None
    assert problems == []
