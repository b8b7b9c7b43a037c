"""What keeps it fast, as counts and as ratios within one run. No test here knows an absolute time: see bench/ for these."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from linter import formats
from linter.document import Document
from linter.folding import fold
from linter.lexicon_files import LexiconFile, parse_lexicon
from linter.linting import lint_document
from linter.policy import Policy
from linter.rulebook import Rulebook, rulebook_of

HEAVY = frozenset(
    """argparse asyncio click concurrent csv dataclasses difflib email html http importlib.metadata inspect jinja2 jsonschema
    logging multiprocessing pathlib pathspec pickle pkgutil pydantic pyromark rich socket sqlite3 ssl subprocess tomllib typer
    typing_extensions unittest urllib.request uuid xml yaml zipfile""".split()
)
"""What a warm `check` of plain text has no use for: validators, YAML, Typer, templates, the network, other formats."""

COMMANDS_LATER = ("linter.app", "linter.lexicon_files", "linter.settings_files", "linter.compiling", "linter.marked_yaml")

CLEAN = "The council put the new plan on its agenda for spring. Nobody at the meeting spoke of it.\n\n"
FOUND = "He lives in Kiev and defends the special military operation.\n"
MIRRORED = "Moscow said that the talks went well. Kyiv claimed that nothing was agreed.\n"


def _modules_of_check(folder: Path, text: str) -> set[str]:
    """The modules that a warm `evenhand check` of a text imports."""
    (folder / "article.txt").write_text(text)
    code = (
        "import sys\nfrom linter.cli import main\nmain(sys.argv[1:])\n"
        "import json\nsys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))"
    )
    words = [sys.executable, "-c", code, "check", "article.txt", "--format", "json", "--quiet"]
    root = str(Path(__file__).resolve().parent.parent)
    environment = {**os.environ, "EVENHAND_CACHE_DIR": str(folder / "cache"), "PYTHONPATH": root}
    for _ in range(2):
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("text", [CLEAN, FOUND, MIRRORED], ids=["clean", "with-findings", "with-words-for-two-sides"])
def test_warm_check_imports_nothing_heavy(tmp_path: Path, text: str) -> None:
    modules = _modules_of_check(tmp_path, text)
    packages = {module.partition(".")[0] for module in modules}
    assert sorted(HEAVY & (modules | packages)) == []
    assert [module for module in COMMANDS_LATER if module in modules] == []
    others = {
        p for p in packages if p not in sys.stdlib_module_names and not p.startswith(("_", "sitecustomize", "usercustomize"))
    }
    others = {package for package in others if not package.endswith("__mypyc")}  # the compiled wheel has one
    assert others - {"linter", "hyperscan", "regex", "distutils-precedence"} == set()


def test_clean_file_loads_no_voice_and_no_judgement(tmp_path: Path) -> None:
    modules = _modules_of_check(tmp_path, CLEAN)
    late = ("linter.voice", "linter.judging", "linter.suppressions", "regex")
    assert [module for module in late if module in modules] == []


def _lexicon(number: int) -> Rulebook:
    """A small lexicon, and phrases beside it that stand in no text; `number` terms in all."""
    rest = [f"{_made_up(index)} {_made_up(index // 7 + 3)}" for index in range(number - 2)]
    lines = [f"  other wording {start}: [{', '.join(rest[start : start + 10])}]" for start in range(0, len(rest), 10)]
    source = "category: guard\nprefer:\n  Kyiv: [Kiev]\n  invasion: [special military operation]\n" + "\n".join(lines)
    return rulebook_of(parse_lexicon([LexiconFile("guard.yaml", source.encode())]))


def _made_up(number: int) -> str:
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    return "".join(syllables[number // 70**place % 70] for place in range(3))


def _read(text: str, path: str = "text.txt") -> Document:
    reader = formats.format_for(path)
    assert reader is not None
    return reader.read(text.encode())


def _steps(call: Callable[[], Any]) -> int:
    """How many lines of Python a call runs: the same on every machine, however busy."""
    lines = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    gc.collect()  # what another test left half done is not to end, and be counted, in here
    gc.disable()
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
        gc.enable()
    return lines


SMALL, LARGE = _lexicon(300), _lexicon(3_000)


@pytest.mark.parametrize(
    "paragraph", [pytest.param(CLEAN, id="ascii"), pytest.param(CLEAN.replace("the", "“the”"), id="typographic")]
)
def test_no_loop_over_plain_text_without_candidates(paragraph: str) -> None:
    short, long = paragraph * 20, paragraph * 400

    def lint(text: str) -> Callable[[], Any]:
        return lambda: lint_document(_read(text), "text.txt", SMALL, Policy())

    lint(short)()
    lint(long)()
    assert _steps(lint(long)) <= _steps(lint(short)) + 5


def test_work_does_not_grow_with_the_lexicon() -> None:
    document = _read((CLEAN * 5 + FOUND) * 5)

    def lint(rulebook: Rulebook) -> Callable[[], Any]:
        return lambda: lint_document(document, "text.txt", rulebook, Policy())

    lint(SMALL)()
    lint(LARGE)()
    assert _steps(lint(LARGE)) == _steps(lint(SMALL))


def test_opening_does_not_grow_with_the_lexicon() -> None:
    from linter.compiled import CompiledLexicon
    from linter.compiling import compile_lexicon
    from linter.matcher import Matcher

    def opened(number: int) -> int:
        source = f"category: guard\nprefer:\n  Kyiv: [{', '.join(_made_up(index) for index in range(number))}]\n"
        data = compile_lexicon(parse_lexicon([LexiconFile("guard.yaml", source.encode())]))
        Matcher(CompiledLexicon(data))
        return _steps(lambda: Matcher(CompiledLexicon(data)))

    assert opened(1_000) == opened(100)


@pytest.mark.parametrize(
    ("path", "one"),
    [
        pytest.param("text.md", "The **new** plan of the [council](/c) was put off.\n\n", id="markdown"),
        pytest.param("text.html", "<p>The <b>new</b> plan of the <a href='/c'>council</a> was put off.</p>\n", id="html"),
    ],
)
def test_reading_grows_with_the_length_and_no_faster(path: str, one: str) -> None:
    def read(times: int) -> Callable[[], Any]:
        return lambda: _read(one * times, path)

    read(1)()
    assert _steps(read(200)) <= 10.5 * _steps(read(20))


def test_findings_cost_the_same_in_a_long_text() -> None:
    """A finding's voice, context and place are looked for near it, not in the whole text."""

    def lint(times: int) -> Callable[[], Any]:
        text = (CLEAN * 10 + FOUND + "\n") * times
        return lambda: lint_document(_read(text), "text.txt", SMALL, Policy())

    lint(1)()
    assert _steps(lint(100)) <= 11 * _steps(lint(10))


ARTICLE = """Anna Smith, a Russian envoy, said that the regime had labelled the program. Peter Jones claimed that it was closed.

Smith told reporters in Kiev that the special military operation was put off, and that the colour of the flags had changed.

"""
WIDE = """
category: guard
concepts:
  - {id: claim, mirror: say, terms: [{text: claim, status: deprecated, pos: verb}]}
  - {id: say, mirror: claim, terms: [{text: say, status: preferred, pos: verb}]}
  - id: regime
    terms:
      - {text: government, status: preferred, pos: noun}
      - {text: regime, status: deprecated, pos: noun, unless: {near: [midfield*, kick-off, Premier League], within: document}}
  - id: programme
    terms:
      - {text: "{scheme,labour scheme,labor scheme}", status: preferred, pos: noun}
      - {text: program, status: deprecated, pos: noun, when: {near: [reporters], within: document}}
"""


def test_what_a_whole_document_decides_is_looked_for_once() -> None:
    """Words of the document, its spelling and who its names are: not again for each finding, which would take its square."""
    rulebook = rulebook_of(parse_lexicon([LexiconFile("guard.yaml", WIDE.encode())]))
    short, long = _read(ARTICLE * 20), _read(ARTICLE * 200)

    def seconds(document: Document) -> float:
        started = time.process_time()
        lint_document(document, "text.txt", rulebook, Policy())
        return time.process_time() - started

    assert len(lint_document(short, "text.txt", rulebook, Policy()).result.findings) >= 60
    times = [(seconds(short), seconds(long)) for _ in range(5)]
    assert min(long for _, long in times) <= 16 * min(short for short, _ in times)


def test_scan_with_ten_times_the_terms_takes_less_than_twice_as_long() -> None:
    data = fold(CLEAN * 2_000).data
    times: dict[int, list[float]] = {}
    for _ in range(25):
        for rulebook in (SMALL, LARGE):
            started = time.process_time()
            rulebook.matcher.find(_EMPTY, type(_FOLDED)(data, None), lambda span: "own")
            times.setdefault(id(rulebook), []).append(time.process_time() - started)
    assert min(times[id(LARGE)]) <= 2 * min(times[id(SMALL)])


_EMPTY = _read(CLEAN * 2_000)
_FOLDED = fold(CLEAN)
