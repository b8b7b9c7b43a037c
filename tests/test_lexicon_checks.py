from __future__ import annotations

import pytest

from linter.balance import ENOUGH, is_one_sided
from linter.lexicon import Lexicon
from linter.lexicon_checks import check_lexicon
from linter.lexicon_files import LexiconFile, parse_lexicon

STANCES = """\
stances:
  - {id: east, name: the East, opposes: [west]}
  - {id: west, name: the West}
"""
AUTHORITIES = """\
authorities:
  - {id: ap, name: Associated Press, kind: wire}
  - {id: ministry, name: a ministry, kind: party}
"""
WHOLE = "definition: A thing., concern: loaded, note: Say so., examples: {match: [«x»], pass: [z]}"


def parsed(*concepts: str, head: str = "") -> Lexicon:
    """A lexicon of concepts in flow style, each without its braces."""
    text = f"category: desk\n{head}concepts:\n" + "".join(f"  - {{{concept}}}\n" for concept in concepts)
    return parse_lexicon([
        LexiconFile("stances.yaml", STANCES.encode()),
        LexiconFile("authorities.yaml", AUTHORITIES.encode()),
        LexiconFile("desk.yaml", text.encode()),
    ])  # fmt: skip


def messages(*concepts: str, head: str = "") -> list[str]:
    return [problem.message for problem in check_lexicon(parsed(*concepts, head=head))]


def whole(id: str, *terms: str, more: str = "") -> str:
    """A concept that lacks nothing, with these terms: `good` for an accepted one, else `bad KEYS`."""
    return f"id: {id}, {WHOLE}, terms: [{', '.join(terms)}]{', ' + more if more else ''}"


def good(text: str, keys: str = "") -> str:
    return f"{{text: {text}, status: preferred{', ' + keys if keys else ''}}}"


def bad(text: str, keys: str = "") -> str:
    return f"{{text: {text}, status: deprecated{', ' + keys if keys else ''}}}"


NEAR = "when: {near: [z]}"


@pytest.mark.parametrize(
    ("concepts", "expected"),
    [
        pytest.param(["id: a, terms: [{text: x, status: deprecated, advice: Say y.}], concern: loaded"],
                     ["no definition", "no note", "no example under “match”", "no example under “pass”"], id="incomplete"),
        pytest.param([whole("a", bad("x"))], ["“x” has neither an accepted term beside it nor advice"], id="no way out"),
        pytest.param([whole("a", good("y"), bad("x")).replace("loaded", "contested")],
                     ["contested, but with neither a source nor the terms of two stances"], id="contested without a source"),
        pytest.param([whole("b", good("y"), bad("x")), whole("a", good("y"), bad("w"))],
                     ["stands after “b”; concepts are sorted by id"], id="unsorted"),
        pytest.param([whole("a", good("y"), bad("x")), whole("b", good("y"), bad("x"))],
                     ["“x” is also a term of “a”, and no condition parts them"], id="claimed twice"),
        pytest.param([whole("a", good("y"), bad("x", NEAR)), whole("b", good("y"), bad("x"))],
                     ["“x” is also a term of “a”, and no condition parts them"], id="claimed twice, the second everywhere"),
        pytest.param([whole("a", good("y"), bad("x")), whole("b", good("y"), bad("x", NEAR))],
                     ["“x” is also a term of “b”, and no condition parts them"], id="claimed twice, the first everywhere"),
        pytest.param([whole("a", good("y"), bad("x"), bad("x"))], ["“x” stands in it twice"], id="twice in one"),
        pytest.param([whole("a", good("y"), bad("x")), whole("b", good("v"), bad("y"))],
                     ["suggests “y”, which “b” deprecates"], id="a bad suggestion"),
        pytest.param([whole("a", good("y", "pos: noun"), bad("x")), whole("b", good("v"), bad("ys"))],
                     ["suggests “ys”, which “b” deprecates"], id="a bad suggestion by one of its forms"),
        pytest.param([whole("a", good("y"), bad("x", NEAR)), whole("b", good("x"), bad("y", NEAR))],
                     ["“x” leads to “y”, which “b” leads back to “x”", "“y” leads to “x”, which “a” leads back to “y”"],
                     id="in a circle"),
        pytest.param([whole("a", bad("x", "advice: 'Say v or w, with the figures.'"), bad("w", "advice: Give the figures."))],
                     ["its advice “Say v or w, with the figures.” leads to “w”, which it deprecates"], id="circular advice"),
        pytest.param([whole("a", good("y"), bad("x"), more="exceptions: [abc]")],
                     ["the exception “abc” contains no variant"], id="an idle exception"),
        pytest.param([whole("a", good("y"), bad("ice"), more="exceptions: [fresh mice]")],
                     ["the exception “fresh mice” contains no variant"], id="an exception with a part of a word"),
        pytest.param([whole("a", good("y"), bad("x"), more="exceptions: [X]")],
                     ["the exception “X” is a variant of the concept itself"], id="an exception that swallows the term"),
        pytest.param([whole("a", good("x"), bad("x"))],
                     ["suggests “x”, which “a” deprecates", "“x” leads to “x”, which “a” leads back to “x”",
                      "“x” is accepted and deprecated at once"], id="accepted and deprecated"),
        pytest.param([whole("a", good("y"), bad("x", "when: {near: [p]}, unless: {near: [p, q], within: paragraph}"))],
                     ["“x” is never reached: its “unless” holds wherever its “when” does"], id="never reached"),
        pytest.param([whole("a", good("y", "house: ministry"), bad("x"))],
                     ["“y” is preferred, but only a government or a party to the dispute recommends it"],
                     id="the preference of a party"),
    ],
)  # fmt: skip
def test_what_is_found(concepts: list[str], expected: list[str]) -> None:
    assert sorted(message.split(": ", 1)[1] for message in messages(*concepts)) == sorted(expected)


@pytest.mark.parametrize(
    "concepts",
    [
        pytest.param([whole("a", good("y"), bad("x"))], id="complete"),
        pytest.param([whole("a", bad("x", "advice: Say what happened."))], id="advice"),
        pytest.param([whole("a", good("y"), bad("x", NEAR)), whole("b", good("y"), bad("x", NEAR))], id="parted by conditions"),
        pytest.param([whole("a", good("y"), bad("x")), whole("b", good("v"), bad("y", NEAR))], id="a suggestion with conditions"),
        pytest.param([whole("a", good("y"), bad("Polish")), whole("b", good("v"), bad("polish"))], id="parted by a capital"),
        pytest.param([whole("a", good("y"), bad("x"), more="exceptions: [big x, '~ y', '{p,x} q']")], id="exceptions"),
        pytest.param([whole("a", good("y"), bad("x", "when: {near: [p, q]}, unless: {near: [p]}"))], id="unless within when"),
        pytest.param([whole("a", good("y"), bad("x", "when: {near: [p], within: paragraph}, unless: {near: [p]}"))], id="nearer"),
        pytest.param([whole("a", good("y", "house: [ap, ministry]"), bad("x"))], id="a house beside the party"),
        pytest.param([whole("a", bad("w x", "advice: Say w."))], id="advice with a part of the term"),
    ],
)
def test_what_is_not_found(concepts: list[str]) -> None:
    assert messages(*concepts) == []


class TestBalance:
    EAST = tuple(whole(f"a{number}", good("y"), bad(f"x{number}", "stance: east")) for number in range(ENOUGH))
    WEST = tuple(whole(f"b{number}", good("y"), bad(f"w{number}", "stance: west")) for number in range(ENOUGH // 2))

    def test_one_side_only(self) -> None:
        assert messages(*self.EAST) == ["desk: 10 terms of “east” and 0 of its opponents; say why under “balance”"]

    @pytest.mark.parametrize("few", [EAST[:-1], (*EAST, *WEST)], ids=["few terms", "both sides"])
    def test_even_enough(self, few: tuple[str, ...]) -> None:
        assert messages(*few) == []

    def test_a_reason(self) -> None:
        assert messages(*self.EAST, head="balance: The West has no words.\n") == []


@pytest.mark.parametrize(
    ("concept", "expected"),
    [
        (whole("a", good("y"), bad("x", "stance: east")), True),
        (whole("a", good("y"), bad("x")), True),
        (whole("a", good("y", "stance: west"), bad("x", "stance: east")), False),
        (whole("a", good("y"), bad("x", "stance: east"), more="mirror: a"), False),
        (whole("a", good("y"), good("x")), False),
        (whole("a", good("y"), bad("x", "stance: east"), more="keep: true"), False),
    ],
    ids=["one stance", "no stance", "two stances", "mirror", "spellings", "kept"],
)
def test_one_sided(concept: str, expected: bool) -> None:
    assert [is_one_sided(c) for c in parsed(concept.replace("loaded", "contested")).concepts] == [expected]
