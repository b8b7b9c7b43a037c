"""Lexicon files: every key of the format, and every message about what is wrong with one."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import LexiconError
from linter.lexicon import Concept, Condition, Lexicon, Source, Term
from linter.lexicon_files import LexiconFile, parse_lexicon
from linter.pipeline import Linter, Options

REGISTERS = (
    LexiconFile(
        "builtin/stances.yaml",
        b"stances:\n  - {id: russian-government, name: the Russian government, description: Moscow.,\n"
        b"     opposes: [ukrainian-government]}\n"
        b"  - {id: ukrainian-government, name: the Ukrainian government}\n",
        "builtin",
    ),
    LexiconFile(
        "builtin/authorities.yaml",
        b"authorities:\n  - {id: ap, name: Associated Press, kind: wire, url: 'https://example.org'}\n  - {id: bbc, name: BBC}\n",
        "builtin",
    ),
)


def parse(*sources: str, registers: tuple[LexiconFile, ...] = REGISTERS) -> Lexicon:
    files = [LexiconFile(f"{'ab'[number]}.yaml", source.encode(), "desk") for number, source in enumerate(sources)]
    return parse_lexicon([*registers, *files])


def problems(*sources: str, registers: tuple[LexiconFile, ...] = REGISTERS) -> list[str]:
    with pytest.raises(LexiconError) as caught:
        parse(*sources, registers=registers)
    return str(caught.value).splitlines()


def concept(body: str, file: str = "") -> Concept:
    (found,) = parse(f"category: desk\n{file}concepts:\n  - id: thing\n    {body}\n").concepts
    return found


def term(fields: str, *, concept_keys: str = "", file: str = "") -> Term:
    keys = f"{concept_keys}\n    " if concept_keys else ""
    return concept(f"{keys}terms:\n      - {{text: bad word, status: deprecated{', ' if fields else ''}{fields}}}", file).terms[0]


FULL = """
category: armed-conflict
title: Armed conflict
description: Words for wars.
language: en
severity: error
voice: {quoted: note}
exceptions: ["~ Arena"]
balance: There is only one party.
concepts:
  - id: russian-attack-on-ukraine
    definition: Russia's attack.
    concern: contested
    note: >
      The name given
      by the government.
    terms:
      - {text: invasion, status: preferred, pos: noun, house: [ap, bbc]}
      - {text: special operation, status: deprecated, pos: noun, stance: russian-government}
    exceptions: [special operation forces]
    mirror: other
    sources:
      - {authority: ap, ref: "A/RES, 2 March 2022"}
    examples:
      match: ["He defended the «special operation»."]
      pass: [It passed.]
  - id: other
    keep: true
    note: It is fine.
    terms: [{text: war, status: superseded}]
"""


def test_every_part_of_a_file() -> None:
    lexicon = parse(FULL)
    category = lexicon.categories["armed-conflict"]
    assert (category.title, category.description, category.language) == ("Armed conflict", "Words for wars.", "en")
    assert category.balance == "There is only one party."
    found = lexicon.concept("russian-attack-on-ukraine")
    assert found is not None
    assert (found.category, found.definition, found.concern) == ("armed-conflict", "Russia's attack.", "contested")
    assert found.note == "The name given by the government."
    assert found.exceptions == ("special operation forces", "~ Arena")
    assert found.mirror == ("other",)
    assert found.sources == (Source("ap", "A/RES, 2 March 2022"),)
    assert found.match_examples == ("He defended the «special operation».",)
    assert found.pass_examples == ("It passed.",)
    assert str(found.origin) == "a.yaml:11:5"
    invasion, operation = found.terms
    assert (invasion.text, invasion.status, invasion.house, invasion.stance) == ("invasion", "preferred", ("ap", "bbc"), None)
    assert (operation.stance, operation.severity, operation.voice) == ("russian-government", "error", {"quoted": "note"})
    assert operation.forms == {"singular": ("special operation",), "plural": ("special operations",)}
    other = lexicon.concept("other")
    assert other is not None
    assert other.keep
    assert lexicon.stances["russian-government"].name == "the Russian government"
    assert lexicon.stances["russian-government"].opposes == ("ukrainian-government",)
    assert (lexicon.authorities["ap"].kind, lexicon.authorities["bbc"].kind) == ("wire", "house")


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        pytest.param("", "severity", "warning", id="severity by default"),
        pytest.param("severity: off", "severity", "off", id="severity"),
        pytest.param("case: exact", "case", "exact", id="case"),
        pytest.param("in-names: match", "in_names", True, id="in-names"),
        pytest.param("in-names: skip", "in_names", False, id="in-names by default"),
        pytest.param("fix: safe", "fix", "safe", id="fix"),
        pytest.param("suggest: attribute", "attribute", True, id="suggest"),
        pytest.param("advice: Say who says so.", "advice", "Say who says so.", id="advice"),
        pytest.param("note: It is one.", "note", "It is one.", id="note"),
        pytest.param("stance: russian-government", "stance", "russian-government", id="stance"),
        pytest.param("house: [ap, bbc]", "house", ("ap", "bbc"), id="house"),
        pytest.param("house: ap", "house", ("ap",), id="one house"),
        pytest.param("voice: {own: note, quoted: report}", "voice", {"own": "note", "quoted": "report"}, id="voice"),
        pytest.param("valid: {from: 1924-01-26, until: 1991}", "valid", (1924, 1991), id="valid"),
        pytest.param("valid: {until: '1991-09'}", "valid", (None, 1991), id="valid until"),
        pytest.param("sources: [{authority: ap, ref: x}]", "sources", (Source("ap", "x"),), id="sources"),
        pytest.param("when: {near: [a, b]}", "when", (Condition(near=("a", "b")),), id="near"),
        pytest.param("when: {near: a, within: 5}", "when", (Condition(near=("a",), within="5"),), id="within a number"),
        pytest.param(
            "when: {before: [<number>], after: [<end>]}",
            "when",
            (Condition(before=("<number>",), after=("<end>",)),),
            id="before",
        ),
        pytest.param(
            "unless: [{voice: [own]}, {part: [cell]}]",
            "unless",
            (Condition(voice=("own",)), Condition(part=("cell",))),
            id="a list",
        ),
        pytest.param("forms: {}", "forms", {"cited": ("bad word",)}, id="no forms"),
        pytest.param("forms: {plural: bads}", "forms", {"cited": ("bad word",), "plural": ("bads",)}, id="forms"),
        pytest.param("pos: adjective", "forms", {"cited": ("bad word",)}, id="pos"),
    ],
)
def test_keys_of_a_term(fields: str, name: str, value: object) -> None:
    assert getattr(term(fields), name) == value


@pytest.mark.parametrize(
    ("file", "concept_keys", "fields", "name", "value"),
    [
        pytest.param("severity: error\n", "", "", "severity", "error", id="file to term"),
        pytest.param("severity: error\n", "severity: note", "", "severity", "note", id="concept over file"),
        pytest.param("severity: error\n", "severity: note", "severity: off", "severity", "off", id="term over concept"),
        pytest.param("", "concern: style", "", "severity", "note", id="style is a note"),
        pytest.param("severity: error\n", "concern: style", "", "severity", "error", id="file over concern"),
        pytest.param("", "concern: style", "severity: error", "severity", "error", id="term over concern"),
        pytest.param(
            "voice: {own: note, quoted: note}\n",
            "voice: {own: ignore}",
            "voice: {scare: note}",
            "voice",
            {"own": "ignore", "quoted": "note", "scare": "note"},
            id="voices add up",
        ),
        pytest.param("", "stance: russian-government", "", "stance", "russian-government", id="stance"),
        pytest.param("", "case: any", "", "case", "any", id="case"),
        pytest.param("", "fix: never", "fix: safe", "fix", "safe", id="fix"),
        pytest.param("", "suggest: attribute", "suggest: replace", "attribute", False, id="suggest"),
        pytest.param("", "when: {near: [a]}", "", "when", (Condition(near=("a",)),), id="when of the concept"),
        pytest.param(
            "", "when: {near: [a]}", "when: {near: [b]}", "when", (Condition(near=("b",)),), id="when of the term instead"
        ),
        pytest.param(
            "",
            "unless: {near: [a]}",
            "unless: {near: [b]}",
            "unless",
            (Condition(near=("a",)), Condition(near=("b",))),
            id="unless of both",
        ),
    ],
)
def test_what_stands_below_beats_what_stands_above(file: str, concept_keys: str, fields: str, name: str, value: object) -> None:
    assert getattr(term(fields, concept_keys=concept_keys, file=file), name) == value


def test_accepted_terms_do_not_inherit_what_is_said_of_the_others() -> None:
    found = concept(
        "stance: russian-government\n    house: [ap]\n    when: {near: [a]}\n    unless: {near: [b]}\n"
        "    terms: [{text: good, status: preferred}, {text: bad, status: deprecated}]"
    )
    good, bad = found.terms
    assert (good.stance, good.house, good.when, good.unless) == (None, (), (), ())
    assert (bad.stance, bad.house) == ("russian-government", ("ap",))
    assert bad.when
    assert bad.unless


@pytest.mark.parametrize("word", ["no", "on", "off", "yes", "1948", "1:30", "9/11", "null and void", "2022-02-24", "true"])
def test_scalars_are_words(word: str) -> None:
    assert concept(f"terms: [{{text: {word}, status: deprecated}}]").terms[0].text == word


def test_the_short_form() -> None:
    lexicon = parse(
        "category: desk\nprefer:\n  Kyiv: [Kiev, Kiew]\n  undocumented immigrant: illegal alien\n  Київ: Киев\n  Élysée: Elysee\n"
    )
    by_id = {found.id: found for found in lexicon.concepts}
    assert [(t.text, t.status) for t in by_id["kyiv"].terms] == [
        ("Kyiv", "preferred"),
        ("Kiev", "deprecated"),
        ("Kiew", "deprecated"),
    ]
    assert by_id["kyiv"].concern == "style"
    assert "undocumented-immigrant" in by_id
    assert "elysee" in by_id
    (cyrillic,) = (id for id in by_id if id.startswith("term-"))
    assert by_id[cyrillic].terms[1].text == "Киев"


def test_two_words_without_latin_letters_are_two_concepts() -> None:
    assert len(parse("category: desk\nprefer: {Київ: Киев, Львів: Львов}\n").concepts) == 2


def test_a_later_location_overrides_a_concept_by_its_id() -> None:
    first = LexiconFile("builtin/en/a.yaml", b"category: a\nprefer: {Kyiv: Kiev}\n", "builtin/en")
    second = LexiconFile("house.yaml", b"category: b\nprefer: {kyiv: Kiew}\n", "house.yaml")
    (found,) = parse_lexicon([first, second]).concepts
    assert [t.text for t in found.terms] == ["kyiv", "Kiew"]
    assert found.category == "b"


def test_the_fingerprint_is_of_the_content() -> None:
    one, same, other = (
        parse(text).fingerprint
        for text in ("category: a\nprefer: {b: c}", "category: a\nprefer: {b: c}", "category: a\nprefer: {b: d}")
    )
    assert one == same
    assert one != other


HEAD = "category: desk\nconcepts:\n  - id: thing\n    terms:\n"

MESSAGES = [
    pytest.param("", ["a.yaml: the file is empty; expected a category with concepts"], id="empty"),
    pytest.param("- a\n", ["a.yaml:1:1: found a list; expected a lexicon file: a mapping with the keys"], id="list"),
    pytest.param(
        "concepts: []\n", ["a.yaml:1:1: category: missing; expected an id in kebab-case such as place-names"], id="no category"
    ),
    pytest.param(
        "category: Place Names\nprefer: {a: b}\n",
        ["a.yaml:1:1: category: found “Place Names”; expected an id in kebab-case"],
        id="category",
    ),
    pytest.param("category: desk\n", ["a.yaml:1:1: no concepts: expected the key “concepts” or “prefer”"], id="no concepts"),
    pytest.param("category: desk\nconcepts: []\n", ["lexicon: no concepts found; expected at least one"], id="no concept at all"),
    pytest.param(
        "category: desk\nconcepts: x\n", ["a.yaml:2:11: concepts: found the text “x”; expected a list"], id="concepts no list"
    ),
    pytest.param(
        "category: desk\ncocnepts: []\nprefer: {a: b}\n",
        ["a.yaml:2:1: unknown key “cocnepts” in a lexicon file; did you mean “concepts”?"],
        id="key of a file",
    ),
    pytest.param(
        "category: desk\nseverity: fatal\nprefer: {a: b}\n",
        ["a.yaml:2:11: severity: found “fatal”; expected error, warning, note or off"],
        id="severity",
    ),
    pytest.param(
        "category: desk\nvoice: {loud: note}\nprefer: {a: b}\n",
        ["a.yaml:2:9: unknown key “loud” in voice; expected one of own, reported, scare, attributed, quoted"],
        id="voice",
    ),
    pytest.param(
        "category: desk\nvoice: {own: silence}\nprefer: {a: b}\n",
        ["a.yaml:2:14: own: found “silence”; expected report, note or ignore"],
        id="voice action",
    ),
    pytest.param(
        "category: desk\nvoice: note\nprefer: {a: b}\n",
        ["a.yaml:2:8: found the text “note”; expected voice: a mapping with the keys own, reported"],
        id="voice no mapping",
    ),
    pytest.param(
        "category: desk\nprefer: {Kyiv: []}\n",
        ["a.yaml:2:16: prefer: found an empty list for “Kyiv”; expected the terms it replaces"],
        id="prefer nothing",
    ),
    pytest.param(
        "category: desk\nprefer: {Kyiv: [Kiev, {a: b}]}\n",
        ["a.yaml:2:16: prefer: found a mapping for “Kyiv”; expected the terms it replaces"],
        id="prefer a mapping",
    ),
    pytest.param(
        "category: desk\nprefer: {'': [Kiev]}\n",
        ["a.yaml:2:14: prefer: found nothing before the colon; expected the preferred term"],
        id="prefer without a key",
    ),
    pytest.param(
        "category: desk\nprefer: {Kyiv: [Kiev, Kyiv]}\n",
        ["a.yaml:2:16: prefer: “Kyiv” is to replace itself"],
        id="prefer itself",
    ),
    pytest.param(
        'category: desk\ntitle: "\\e[2J"\nprefer: {a: b}\n',
        ["a.yaml:2:8: the control character U+001B; expected text"],
        id="a control character",
    ),
    pytest.param(
        'category: desk\nprefer: {"a\\u202eb": c}\n',
        ["a.yaml:2:10: the control character U+202E; expected text"],
        id="an override of direction in a key",
    ),
    pytest.param(
        "category: desk\nprefer: {Kyiv: '{a'}\n",
        ["a.yaml:2:16: prefer: “{a”: it has a brace without its partner"],
        id="prefer a brace",
    ),
    pytest.param(
        "category: desk\nprefer: {Kyiv: '--'}\n",
        ["a.yaml:2:16: prefer: “--” has a variant without a letter or digit"],
        id="prefer no letters",
    ),
    pytest.param(
        "category: desk\nprefer: {Kyiv: a, kyiv: b}\n",
        ["a.yaml:2:25: the concept “kyiv” stands twice; first in a.yaml:2:16"],
        id="prefer the same id",
    ),
    pytest.param(
        "category: desk\nexceptions: ['{,x}']\nprefer: {a: b}\n",
        ["a.yaml:2:14: exceptions: “{,x}” has a spelling without a letter or digit"],
        id="an empty exception",
    ),
    pytest.param(
        "category: desk\nexceptions: ['~']\nprefer: {a: b}\n",
        ["a.yaml:2:14: exceptions: “~” has a spelling without a letter or digit"],
        id="an exception for everything",
    ),
    pytest.param(
        "category: desk\nexceptions: ['a{b']\nprefer: {a: b}\n",
        ["a.yaml:2:14: exceptions: “a{b”: it has a brace without its partner"],
        id="a brace in an exception",
    ),
    pytest.param(
        HEAD.replace("thing", "Bad Id") + "      - {text: a, status: deprecated}\n",
        ["a.yaml:3:5: id: found “Bad Id”; expected an id in kebab-case"],
        id="id",
    ),
    pytest.param(
        "category: desk\nconcepts:\n  - terms: [{text: a, status: deprecated}]\n",
        ["a.yaml:3:5: id: missing; expected an id in kebab-case"],
        id="no id",
    ),
    pytest.param("category: desk\nconcepts:\n  - id: a\n", ["a.yaml:3:5: no terms: a concept needs at least one"], id="no terms"),
    pytest.param(
        "category: desk\nconcepts:\n  - a\n",
        ["a.yaml:3:5: found the text “a”; expected a concept: a mapping", "a.yaml:3:5: id: missing"],
        id="no concept",
    ),
    pytest.param(HEAD + "      - a\n", ["a.yaml:5:9: found the text “a”; expected a term: a mapping"], id="no term"),
    pytest.param(
        HEAD + "      - {status: deprecated}\n", ["a.yaml:5:9: no text: a term needs a text or a pattern"], id="no text"
    ),
    pytest.param(
        HEAD + "      - {text: a}\n",
        ["a.yaml:5:9: no status; expected preferred, admitted, deprecated, superseded"],
        id="no status",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: depracated}\n",
        [
            "a.yaml:5:27: status: found “depracated”; expected preferred, admitted, deprecated or superseded; "
            "did you mean “deprecated”?"
        ],
        id="status",
    ),
    pytest.param(
        HEAD + "      - {txet: a, status: deprecated}\n",
        ["a.yaml:5:10: unknown key “txet” in a term; did you mean “text”?", "a.yaml:5:9: no text"],
        id="key of a term",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, pos: pronoun}\n",
        ["a.yaml:5:44: pos: found “pronoun”; expected noun, verb, adjective, adverb or name; did you mean “noun”?"],
        id="pos",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, forms: {plurals: b}}\n",
        ["a.yaml:5:47: unknown key “plurals” in forms; did you mean “plural”?"],
        id="forms",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, forms: b}\n",
        ["a.yaml:5:46: found the text “b”; expected forms: a mapping"],
        id="forms no mapping",
    ),
    pytest.param(
        HEAD + "      - {text: '-', status: deprecated}\n",
        ["a.yaml:5:9: text: “-” has a variant without a letter or digit, which could never be found"],
        id="no letters",
    ),
    pytest.param(
        HEAD + "      - {text: '{,a}', status: deprecated}\n",
        ["a.yaml:5:9: text: “{,a}” has a variant without a letter or digit"],
        id="an empty variant",
    ),
    pytest.param(
        HEAD + "      - {text: 'demilitari{s,z', status: deprecated}\n",
        ["a.yaml:5:9: text: “demilitari{s,z”: it has a brace without its partner"],
        id="brace",
    ),
    pytest.param(
        HEAD + "      - {text: '" + "{a,b}" * 20 + "', status: deprecated}\n",
        ["its braces stand for more than 10,000 texts"],
        id="too many braces",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, case: clever}\n",
        ["a.yaml:5:45: case: found “clever”; expected smart, exact or any"],
        id="case",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, fix: always}\n",
        ["a.yaml:5:44: fix: found “always”; expected safe, suggest or never"],
        id="fix",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, suggest: atribute}\n",
        ["a.yaml:5:48: suggest: found “atribute”; expected replace or attribute; did you mean “attribute”?"],
        id="suggest",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, in-names: yes}\n",
        ["a.yaml:5:49: in-names: found “yes”; expected skip or match"],
        id="in-names",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, stance: rusian-government}\n",
        ["a.yaml:5:47: stance: no “rusian-government” in stances.yaml; did you mean “russian-government”?"],
        id="stance",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, house: [ap, bcc]}\n",
        ["a.yaml:5:51: house: no “bcc” in authorities.yaml; did you mean “bbc”?"],
        id="house",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, sources: [{authority: xyz, ref: b}]}\n",
        ["a.yaml:5:61: authority: no “xyz” in authorities.yaml"],
        id="source",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, sources: [{author: ap, ref: b}]}\n",
        ["a.yaml:5:50: unknown key “author” in a source; did you mean “authority”?"],
        id="key of a source",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, to: b}\n      - {text: c, status: preferred}\n",
        ["a.yaml:5:9: to: “b” is no accepted term of the concept"],
        id="to",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, to: invasoin}\n      - {text: invasion, status: preferred}\n",
        ["a.yaml:5:9: to: “invasoin” is no accepted term of the concept; did you mean “invasion”?"],
        id="to, nearly",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, valid: {from: long ago}}\n",
        ["from: found “long ago”; expected a date such as 1991-09-06"],
        id="date",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, valid: {form: '1990'}}\n",
        ["unknown key “form” in valid; did you mean “from”?"],
        id="key of valid",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, valid: {from: 1991, until: 1924}}\n",
        ["valid: found 1991 to 1924; expected the earlier date in “from”"],
        id="dates in order",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: {naer: [b]}}\n",
        ["unknown key “naer” in a condition of “when”; did you mean “near”?", "when: an empty condition"],
        id="key of a condition",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: {near: [b], within: page}}\n",
        ["within: found “page”; expected sentence, paragraph, document or a number of words up to 500"],
        id="within",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: {after: [for <number>]}}\n",
        ["after: “for <number>”: a word in angle brackets stands alone, not in a phrase"],
        id="a special word in a phrase",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: {near: [b], within: '0'}}\n",
        ["within: found “0”; expected"],
        id="within nothing",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: {near: [b], within: ²}}\n",
        ["within: found “²”; expected"],
        id="within no decimal",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: {before: [b], within: 5}}\n",
        ["within: goes with “near”, which is missing"],
        id="within without near",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, unless: {voice: [loud]}}\n",
        ["a.yaml:5:56: voice: found “loud”; expected own, reported, scare, attributed, quoted"],
        id="voice of a condition",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, unless: {part: [footer]}}\n",
        ["a.yaml:5:55: part: found “footer”; expected body, heading, caption"],
        id="part of a condition",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, unless: {before: [<nubmer>]}}\n",
        ["a.yaml:5:57: before: found “<nubmer>”; did you mean “<number>”?"],
        id="special word",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, unless: {near: [<start>]}}\n",
        ["near: found “<start>”"],
        id="special word in near",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, unless: {near: ['{,b}']}}\n",
        ["near: “{,b}” has a spelling without a letter or digit"],
        id="a condition that always holds",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: {}}\n",
        ["a.yaml:5:45: when: an empty condition; expected near, within, before, after, voice, part"],
        id="empty condition",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated, when: [b]}\n",
        ["a.yaml:5:46: found the text “b”; expected a condition of “when”: a mapping"],
        id="no condition",
    ),
    pytest.param(
        HEAD + "      - {pattern: '(a', status: deprecated}\n",
        ["a.yaml:5:9: pattern: “(a” is no expression: missing )"],
        id="pattern",
    ),
    pytest.param(
        HEAD + "      - {pattern: 'a|b', status: deprecated}\n",
        ["pattern: “a|b” has no fixed part of three letters outside brackets, by which it could be found"],
        id="pattern without a fixed part",
    ),
    pytest.param(
        HEAD + "      - {text: a, pattern: abc, status: deprecated}\n",
        ["a.yaml:5:19: found both “text” and “pattern”; expected one of them"],
        id="text and pattern",
    ),
    pytest.param(
        HEAD + "      - {text: a, text: b, status: deprecated}\n",
        ["a.yaml:5:19: the key “text” stands twice; first in line 5"],
        id="key twice",
    ),
    pytest.param(
        HEAD + "      - &x {text: a, status: deprecated}\n      - *x\n",
        ["a.yaml:5:9: an anchor (&name); write the value out", "a.yaml:6:9: an alias (*name); write the value out"],
        id="alias",
    ),
    pytest.param(
        HEAD.replace("    terms", "    keep: true\n    terms") + "      - {text: a, status: deprecated}\n",
        ["a.yaml:3:5: keep: a note has to give the reason"],
        id="keep",
    ),
    pytest.param(
        HEAD.replace("    terms", "    concern: contestet\n    terms") + "      - {text: a, status: deprecated}\n",
        [
            "a.yaml:4:14: concern: found “contestet”; expected contested, loaded, sensitive, inaccurate or style; "
            "did you mean “contested”?"
        ],
        id="concern",
    ),
    pytest.param(
        HEAD.replace("    terms", "    mirror: [thign]\n    terms") + "      - {text: a, status: deprecated}\n",
        ["a.yaml:3:5: mirror: no concept “thign”; did you mean “thing”?"],
        id="mirror",
    ),
    pytest.param(
        HEAD.replace("    terms", "    examples: {matches: [b]}\n    terms") + "      - {text: a, status: deprecated}\n",
        ["a.yaml:4:16: unknown key “matches” in examples; did you mean “match”?"],
        id="examples",
    ),
    pytest.param(
        HEAD + "      - {text: a, status: deprecated}\n  - id: thing\n    terms: [{text: b, status: deprecated}]\n",
        ["a.yaml:6:5: the concept “thing” stands twice; first in a.yaml:3:5"],
        id="id twice",
    ),
]


@pytest.mark.parametrize(("source", "messages"), MESSAGES)
def test_messages(source: str, messages: list[str]) -> None:
    found = problems(source)
    for message in messages:
        assert any(message in line for line in found), found


def test_all_problems_of_all_files_are_reported_at_once() -> None:
    found = problems("category: A\nprefer: {a: b}\n", "categroy: b\nprefer: {c: []}\n")
    assert [line.split(": ")[0] for line in found] == ["a.yaml:1:1", "b.yaml:1:1", "b.yaml:1:1", "b.yaml:2:13"]


def test_an_id_in_two_files_of_one_lexicon_is_an_error() -> None:
    body = "prefer: {Kyiv: Kiev}\n"
    assert problems(f"category: a\n{body}", f"category: b\n{body}") == [
        "b.yaml:2:16: the concept “kyiv” stands twice; first in a.yaml:2:16"
    ]


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        (
            "stances.yaml",
            "stances:\n  - {id: a, name: b}\n  - {id: a, name: c}\n",
            "stances.yaml:3:6: the id “a” stands twice in stances.yaml",
        ),
        (
            "authorities.yaml",
            "authorities:\n  - {id: a, kind: blog}\n",
            "authorities.yaml:2:19: kind: found “blog”; expected house, wire",
        ),
        ("authorities.yaml", "authorities:\n  - {id: A}\n", "authorities.yaml:2:6: id: found “A”; expected an id in kebab-case"),
        (
            "stances.yaml",
            "stances:\n  - {id: a, opposed: b}\n",
            "stances.yaml:2:13: unknown key “opposed” in a stance; did you mean “opposes”?",
        ),
        ("stances.yaml", "stance: []\n", "stances.yaml:1:1: unknown key “stance” in stances; did you mean “stances”?"),
        ("stances.yaml", "stances: {a: b}\n", "stances.yaml:1:10: stances: found a mapping; expected a list"),
    ],
)
def test_messages_about_registers(name: str, source: str, message: str) -> None:
    found = problems("category: desk\nprefer: {a: b}\n", registers=(LexiconFile(name, source.encode(), "x"),))
    assert any(message in line for line in found), found


def test_without_registers_any_id_will_do() -> None:
    assert (
        parse(HEAD + "      - {text: a, status: deprecated, stance: x, house: y}\n", registers=()).concepts[0].terms[0].stance
        == "x"
    )


def test_a_desk_may_add_a_stance() -> None:
    extra = LexiconFile(
        "desk/stances.yaml", b"stances:\n  - {id: us, name: our side}\n  - {id: russian-government, name: Moscow}\n", "desk"
    )
    lexicon = parse("category: desk\nprefer: {a: b}\n", registers=(*REGISTERS, extra))
    assert lexicon.stances["us"].name == "our side"
    assert lexicon.stances["russian-government"].name == "Moscow"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("".join(f"key{number}: v\n" for number in range(50_000)), id="unknown keys"),
        pytest.param(HEAD + "      - {txt: a}\n" * 50_000, id="terms without anything"),
        pytest.param("lorem ipsum\n" * 50_000, id="words"),
        pytest.param("category: desk\nprefer:\n" + "  a: [b]\n" * 50_000, id="the same key"),
        pytest.param("category: desk\nexceptions:\n" + "  - '{{{{'\n" * 50_000, id="braces"),
    ],
)
def test_fifty_thousand_lines_of_junk_are_refused_in_seconds(source: str) -> None:
    start = time.process_time()
    assert problems(source)
    assert time.process_time() - start < 20


def test_ten_thousand_terms_are_no_problem() -> None:
    source = "category: desk\nprefer:\n  good: [" + ", ".join(f"word{number}" for number in range(10_000)) + "]\n"
    assert len(parse(source).concepts[0].terms) == 10_001


def test_the_words_of_a_later_location_win(workspace: Callable[..., Path]) -> None:
    one = "category: one\nconcepts:\n  - id: a\n    terms:\n      - {text: good word, status: preferred}\n"
    one += "      - {text: bad word, status: deprecated}\n"
    workspace({"one.yaml": one, "two.yaml": one.replace("one", "two").replace("id: a", "id: z").replace("good", "better")})
    for order, suggested in ((("one.yaml", "two.yaml"), "better word"), (("two.yaml", "one.yaml"), "good word")):
        for use_cache in (True, True, False):
            result = Linter(Options(lexicons=order, use_cache=use_cache)).lint_text("A bad word.")
            assert [finding.suggestions[0].text for finding in result.findings] == [suggested]
