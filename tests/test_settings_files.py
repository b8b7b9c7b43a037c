from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import Origin, SettingsError
from linter.layers import read_layers
from linter.settings import KEYS, Layer, Waiver
from linter.settings_files import parse_layer, read_layer, with_extended

EVERY_KEY = """\
extends: [base.yaml]
lexicons: [builtin/en, own.yaml]
house: ap
severity:
  place-names: error
  kyiv: off
voice: {quoted: note, scare: ignore}
files:
  include: ["**/*.md"]
  exclude: [archive/**]
overrides:
  - files: [opinion/**, letters/**]
    severity: {loaded-adjectives: off}
    voice: {own: note}
    house: bbc
    encoding: latin-1
accept:
  - {concept: kyiv, files: ["history/*.md"], reason: period usage, until: 2027-01-01}
  - {concept: kyiv, reason: everywhere}
fail-on: note
baseline: .baseline.json
encoding: windows-1251
"""


def problems_of(text: str | bytes) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        parse_layer(text if isinstance(text, bytes) else text.encode(), "rules.yaml")
    return str(caught.value).splitlines()


def test_every_key(tmp_path: Path) -> None:
    path = str(tmp_path / "rules.yaml")
    layer = parse_layer(EVERY_KEY.encode(), path)
    assert layer.folder == str(tmp_path)
    assert layer.extends == (("base.yaml", Origin(path, 1, 11)),)
    assert [name for name, _ in layer.lexicons or ()] == ["builtin/en", "own.yaml"]
    whole, override = layer.rules
    assert (whole.house, whole.encoding, whole.files) == ("ap", "cp1251", ())
    assert whole.severity == {"place-names": "error", "kyiv": "off"}
    assert whole.voice == {"quoted": "note", "scare": "ignore"}
    assert whole.origins["severity.kyiv"] == Origin(path, 6, 9)
    assert override.files == ("opinion/**", "letters/**")
    assert (override.severity, override.voice, override.house) == ({"loaded-adjectives": "off"}, {"own": "note"}, "bbc")
    assert override.encoding == "iso8859-1"
    assert (layer.include, layer.exclude) == (("**/*.md",), ("archive/**",))
    assert layer.accept == (
        Waiver("kyiv", ("history/*.md",), "period usage", "2027-01-01", Origin(path, 18, 5)),
        Waiver("kyiv", ("**",), "everywhere", "", Origin(path, 19, 5)),
    )
    assert (layer.fail_on, layer.baseline) == ("note", ".baseline.json")


def test_every_key_is_tried_above() -> None:
    assert {line.split(":")[0] for line in EVERY_KEY.splitlines() if line[0].isalpha()} == set(KEYS)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "null\n", "~\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    layer = parse_layer(text.encode(), "rules.yaml")
    assert layer == Layer("rules.yaml", os.getcwd())
    assert layer.rules == ()


def test_one_word_may_stand_for_a_list() -> None:
    layer = parse_layer(b"lexicons: own.yaml\nfiles: {include: '*.md'}\n", "rules.yaml")
    assert [name for name, _ in layer.lexicons or ()] == ["own.yaml"]
    assert layer.include == ("*.md",)


def test_words_stay_words() -> None:
    layer = parse_layer(b"severity: {no: off, 1948: error, on: note}\n", "rules.yaml")
    assert layer.rules[0].severity == {"no": "off", "1948": "error", "on": "note"}


WRONG = [
    pytest.param("hosue: ap\n", "1:1: unknown key “hosue” in settings; did you mean “house”?", id="did you mean"),
    pytest.param("house: ap\nzzz: 1\n", "2:1: unknown key “zzz” in settings; expected one of extends, lexicons,", id="unknown"),
    pytest.param("files:\n  inclued: [a]\n", "2:3: unknown key “inclued” in files; did you mean “include”?", id="inner"),
    pytest.param("house: ap\nhouse: bbc\n", "2:1: the key “house” stands twice; first in line 1", id="twice"),
    pytest.param("severity: {kyiv: fatal}\n", "1:18: severity of “kyiv”: found the text “fatal”; expected", id="severity"),
    pytest.param("severity: [kyiv]\n", "1:11: severity: found a list; expected a mapping", id="severity list"),
    pytest.param("voice: {own: maybe}\n", "1:14: voice: found “own”: the text “maybe”; expected one of own,", id="action"),
    pytest.param("voice: {sung: note}\n", "1:15: voice: found “sung”: the text “note”; expected one of own,", id="voice"),
    pytest.param("fail-on: warn\n", "1:10: fail-on: found “warn”; expected error, warning, note or never", id="fail-on"),
    pytest.param("files: []\n", "1:8: found a list; expected files: a mapping", id="files"),
    pytest.param("files: {exclude: {a: b}}\n", "1:18: exclude: found a mapping; expected a list of texts", id="exclude"),
    pytest.param("files: {include: ['*.md', '!']}\n", "1:27: include: “!” is no glob", id="include glob"),
    pytest.param("files: {exclude: ['[z-a]']}\n", "1:19: exclude: “[z-a]” is no glob", id="exclude glob"),
    pytest.param("overrides:\n- files: '!'\n", "2:10: files: “!” is no glob", id="override glob"),
    pytest.param("overrides:\n- house: ap\n", "2:3: files: missing in an override", id="override without files"),
    pytest.param("overrides: {files: a}\n", "1:12: overrides: found a mapping; expected a list", id="overrides"),
    pytest.param("overrides:\n- {files: a, accept: []}\n", "2:14: unknown key “accept” in an override", id="override key"),
    pytest.param("accept:\n- {concept: kyiv}\n", "2:3: reason: missing in an entry of “accept”", id="no reason"),
    pytest.param("accept:\n- {reason: x}\n", "2:3: concept: missing in an entry of “accept”", id="no concept"),
    pytest.param("accept:\n- {concept: a, reason: b, until: soon}\n", "2:27: until: found “soon”; expected a date", id="date"),
    pytest.param("accept:\n- {concept: a, reason: b, until: 2027-02-30}\n", "2:27: until: found “2027-02-30”", id="no such day"),
    pytest.param("accept:\n- {concept: a, reason: b, files: '!'}\n", "2:34: files: “!” is no glob", id="accept glob"),
    pytest.param("encoding: klingon\n", "1:1: encoding: “klingon” is no encoding that Python knows", id="encoding"),
    pytest.param('encoding: "a\\0b"\n', "1:1: encoding: “a�b” is no encoding", id="encoding with a NUL"),
    pytest.param("house: [ap]\n", "1:8: house: found a list; expected a text", id="house list"),
    pytest.param("lexicons: [builtin/en, {a: b}]\n", "1:24: lexicons: found a mapping; expected a text", id="lexicons"),
    pytest.param("just a text\n", "1:1: found the text “just a text”; expected settings: a mapping", id="text"),
    pytest.param("- a\n", "1:1: found a list; expected settings: a mapping", id="list"),
    pytest.param("a: &x b\n", "1:4: an anchor (&name); write the value out", id="anchor"),
    pytest.param("house: ap\n---\nhouse: bbc\n", "2:1: a second document in one file; expected one", id="two documents"),
    pytest.param("severity: {a: error\n", "2:1: not YAML: while parsing a flow mapping", id="not closed"),
    pytest.param("\thouse: ap\n", "1:1: not YAML: while scanning", id="tab"),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_what_is_wrong_names_its_place(text: str, expected: str) -> None:
    problems = problems_of(text)
    assert any(problem.startswith(f"rules.yaml:{expected}") for problem in problems), problems


def test_not_utf_8() -> None:
    assert problems_of(b"house: \xff\n") == ["rules.yaml: not UTF-8: byte 0xFF at offset 7"]


def test_all_problems_at_once() -> None:
    problems = problems_of("hosue: ap\nfail-on: x\nseverity: {a: b}\nvoice: {c: d}\nencoding: e\noverrides: [{}]\naccept: [{}]\n")
    assert len(problems) == 8
    assert all(problem.startswith("rules.yaml:") for problem in problems)


def chain(path: Path) -> list[str]:
    layers = with_extended(read_layer(str(path)), (str(path),))
    return [os.path.relpath(layer.path, path.parent) for layer in layers]


def test_what_is_extended_lies_below(workspace: Callable[..., Path]) -> None:
    root = workspace({
        "rules.yaml": "extends: [shared/a.yaml, shared/b.yaml]\n",
        "shared/a.yaml": "extends: deep/c.yaml\nfail-on: error\n",
        "shared/deep/c.yaml": "house: ap\n",
        "shared/b.yaml": "",
    })  # fmt: skip
    assert chain(root / "rules.yaml") == ["shared/deep/c.yaml", "shared/a.yaml", "shared/b.yaml", "rules.yaml"]


def test_the_same_file_may_be_extended_twice(workspace: Callable[..., Path]) -> None:
    root = workspace({"rules.yaml": "extends: [a.yaml, b.yaml]", "a.yaml": "extends: c.yaml", "b.yaml": "extends: c.yaml",
                      "c.yaml": "house: ap"})  # fmt: skip
    assert chain(root / "rules.yaml") == ["c.yaml", "a.yaml", "c.yaml", "b.yaml", "rules.yaml"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"rules.yaml": "extends: rules.yaml"}, "rules.yaml:1:10: extends: “rules.yaml” leads back", id="itself"),
        pytest.param({"rules.yaml": "extends: ./x/../rules.yaml"}, "rules.yaml:1:10: extends: “./x/../ru", id="itself, longer"),
        pytest.param(
            {"rules.yaml": "extends: a.yaml", "a.yaml": "house: ap\nextends: [rules.yaml]"},
            "a.yaml:2:11: extends: “rules.yaml” leads back to itself", id="a circle of two",
        ),
        pytest.param({"rules.yaml": "extends: gone.yaml"}, "rules.yaml:1:10: extends: there is no file “gone.yaml”", id="gone"),
        pytest.param({"rules.yaml": "extends: ."}, "rules.yaml:1:10: extends: there is no file “.”", id="a folder"),
        pytest.param({"rules.yaml": "extends: a.yaml", "a.yaml": "x: y"}, "a.yaml:1:1: unknown key “x”", id="wrong inside"),
    ],
)  # fmt: skip
def test_extending_what_cannot_be(workspace: Callable[..., Path], files: dict[str, str], expected: str) -> None:
    workspace(files)
    with pytest.raises(SettingsError) as caught:
        read_layers("rules.yaml")
    assert str(caught.value).startswith(expected)


def test_a_long_chain_ends(workspace: Callable[..., Path]) -> None:
    workspace({"rules.yaml": "extends: 0.yaml", **{f"{n}.yaml": f"extends: {n + 1}.yaml" for n in range(100)}})
    with pytest.raises(SettingsError, match="more than 10 files deep"):
        read_layers("rules.yaml")


def test_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.yaml: cannot be read: No such file"):
        read_layer(str(tmp_path / "gone.yaml"), "gone.yaml")


def test_the_cache_gives_the_same(workspace: Callable[..., Path]) -> None:
    workspace({"rules.yaml": EVERY_KEY.replace("extends: [base.yaml]\n", "")})
    first, second, uncached = read_layers("rules.yaml"), read_layers("rules.yaml"), read_layers("rules.yaml", use_cache=False)
    assert first == second == uncached
    assert hash(second[0].accept) == hash(first[0].accept)


def test_a_change_of_what_is_extended_is_seen(workspace: Callable[..., Path]) -> None:
    root = workspace({"rules.yaml": "extends: a.yaml", "a.yaml": "fail-on: error"})
    assert read_layers("rules.yaml")[0].fail_on == "error"
    (root / "a.yaml").write_text("fail-on: note")
    assert read_layers("rules.yaml")[0].fail_on == "note"


def test_another_tools_file_is_passed_over_only_where_it_was_found(workspace: Callable[..., Path]) -> None:
    workspace({"rules.yaml": "groups: [x]\n"})
    assert read_layers("rules.yaml", only_ours=True) == ()
    with pytest.raises(SettingsError, match="unknown key “groups”"):
        read_layers("rules.yaml")
