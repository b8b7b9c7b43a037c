from __future__ import annotations

import io
from pathlib import Path

import pytest

from linter.errors import LexiconError
from linter.lexicon_files import LexiconFile, parse_lexicon
from linter.lexicon_layout import WIDTH, layout
from linter.resources import bundled

FILES = sorted(Path(bundled("lexicon")).rglob("*.yaml"))

CONCEPTS = "category: desk\nconcepts:\n"


def laid_out(text: str) -> str:
    return layout(text.encode(), "desk.yaml")


def concept(*lines: str) -> str:
    return CONCEPTS + "".join(f"  {line}\n" for line in ("- id: a", *(f"  {line}" for line in lines)))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("language: en\ncategory: desk\n", "category: desk\nlanguage: en\n", id="keys of a file"),
        pytest.param(
            CONCEPTS + "  - {id: b}\n  - {id: a}\n", CONCEPTS + "  - id: a\n\n  - id: b\n", id="concepts by id"
        ),
        pytest.param(
            concept("terms:", "- status: deprecated", "  text: Kiev"),
            concept("terms:", "  - {text: Kiev, status: deprecated}"),
            id="keys of a term",
        ),
        pytest.param(
            concept("examples: {pass: [It is.], match: [It «was».]}"),
            concept("examples:", '  match: ["It «was»."]', '  pass: ["It is."]'),
            id="examples are quoted",
        ),
        pytest.param(concept("note: >", "  One", "  two."), concept("note: One two."), id="a short note"),
        pytest.param(concept("note: 'a: b'"), concept('note: "a: b"'), id="quotation marks where they are needed"),
        pytest.param(concept('note: "no"'), concept("note: no"), id="and not where they are not"),
        pytest.param(concept("mirror: ['say \"no\"']"), concept("mirror: ['say \"no\"']"), id="a quotation mark inside"),
        pytest.param(concept("mirror: ~"), concept('mirror: ""'), id="nothing"),
        pytest.param(concept("mirror: 'null'"), concept('mirror: "null"'), id="the word null"),
        pytest.param("# about the file\ncategory: desk\n", "# about the file\ncategory: desk\n", id="comments at the head"),
        pytest.param("unknown: 1\ncategory: desk\n", "category: desk\nunknown: 1\n", id="an unknown key"),
        pytest.param("prefer: {Kyiv: Kiev}\n", "prefer:\n  Kyiv: Kiev\n", id="the short form"),
    ],
)  # fmt: skip
def test_layout(written: str, expected: str) -> None:
    assert laid_out(written) == expected
    assert laid_out(expected) == expected


def test_long_lists_and_texts_are_wrapped() -> None:
    words = ", ".join(f"word{number}" for number in range(60))
    sentence = "«It» was " + "very " * 60 + "long."
    text = laid_out(concept(f"exceptions: [{words}]", f"note: {sentence}", f'examples: {{match: ["{sentence}"]}}'))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert f"exceptions: [{words}]" in " ".join(text.split())
    assert text.count(" ".join(sentence.split()[:8])) == 2


DEPRECATED = ("- {text: x, status: deprecated, KEY}", "- {text: y, status: deprecated, KEY}")


@pytest.mark.parametrize("shared", ["when: {near: [z]}", "unless: {after: [z]}", "advice: Say what happened."])
def test_what_all_deprecated_terms_share_stands_once(shared: str) -> None:
    text = laid_out(concept("terms:", "- {text: w, status: preferred}", *(term.replace("KEY", shared) for term in DEPRECATED)))
    assert text.count(shared) == 1
    assert f"\n    {shared}\n" in text


@pytest.mark.parametrize(
    ("shared", "accepted"),
    [
        pytest.param("severity: note", "- {text: w, status: preferred}", id="severity, which the accepted term would take"),
        pytest.param("unless: {after: [z]}", "- {text: w, status: preferred, unless: {after: [q]}}", id="unless, which adds up"),
    ],
)
def test_what_would_reach_an_accepted_term_stays(shared: str, accepted: str) -> None:
    text = laid_out(concept("terms:", accepted, *(term.replace("KEY", shared) for term in DEPRECATED)))
    assert text.count(shared) == 2


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(concept("terms:", *DEPRECATED).replace("KEY", "when: {near: [z]}").replace("[z]", "[q]", 1), id="different"),
        pytest.param(
            concept("when: {near: [q]}", "terms:", *DEPRECATED).replace("KEY", "when: {near: [z]}"), id="concept has one"
        ),
        pytest.param(concept("terms:", DEPRECATED[0]).replace("KEY", "when: {near: [z]}"), id="one term"),
    ],
)
def test_what_is_not_shared_stays(written: str) -> None:
    assert laid_out(written).count("when:") == written.count("when:")


@pytest.mark.parametrize(
    ("written", "line", "part"),
    [
        ("", None, "the file is empty"),
        ("- a\n", 1, "expected a lexicon file"),
        ("category: a\ncategory: b\n", 2, "stands twice"),
        ("category: a\n# about b\nlanguage: en\n", 2, "a comment below the head"),
        ("category: a # about a\n", 1, "a comment below the head"),
    ],
)
def test_what_cannot_be_laid_out(written: str, line: int | None, part: str) -> None:
    with pytest.raises(LexiconError) as caught:
        laid_out(written)
    (problem,) = caught.value.problems
    assert problem.origin.line == line
    assert part in problem.message


def test_a_hash_in_a_text_is_no_comment() -> None:
    assert laid_out('category: a\ndescription: "no. #1"\n') == 'category: a\ndescription: "no. #1"\n'


def test_the_bundled_lexicon_says_the_same_in_another_layout() -> None:
    """Laid out again from a layout that shares nothing with ours: PyYAML's own, with its keys in reverse."""
    files = [LexiconFile(path.name, path.read_bytes()) for path in FILES]
    scrambled = [LexiconFile(file.name, _scrambled(file.data)) for file in files]
    again = [LexiconFile(file.name, layout(file.data, file.name).encode()) for file in scrambled]
    first, second = parse_lexicon(files), parse_lexicon(again)
    assert first.concepts == second.concepts
    assert (first.categories, first.stances, first.authorities) == (second.categories, second.stances, second.authorities)


def _scrambled(data: bytes) -> bytes:
    import yaml

    def reverse(value: object) -> object:
        if isinstance(value, dict):
            return {key: reverse(item) for key, item in reversed(value.items())}
        return [reverse(item) for item in value] if isinstance(value, list) else value

    out = io.StringIO()
    root = reverse(yaml.load(data, Loader=yaml.CBaseLoader))
    yaml.dump(root, out, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return out.getvalue().encode()
