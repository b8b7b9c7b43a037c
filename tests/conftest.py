"""What the tests share: a small lexicon, its rulebook, and short ways from a text to what is found in it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from linter import formats, matcher
from linter.findings import Finding
from linter.folding import fold
from linter.lexicon import Lexicon
from linter.lexicon_files import LexiconFile, parse_lexicon
from linter.linting import lint_document
from linter.policy import Policy
from linter.rulebook import Rulebook, rulebook_of
from linter.voice import Voices

IS_COMPILED = not (matcher.__file__ or "").endswith(".py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if IS_COMPILED and item.get_closest_marker("interpreted"):
            item.add_marker(pytest.mark.skip(reason="changes parts of a module, as a compiled one cannot be"))


SMALL_LEXICON = """
category: desk
concepts:
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name, fix: safe}
    exceptions: [chicken ~, "Battle of ~"]
  - id: russian-attack-on-ukraine
    terms:
      - {text: invasion, status: preferred, pos: noun}
      - {text: special military operation, status: deprecated, pos: noun}
  - id: unauthorized-migrant
    terms:
      - {text: undocumented immigrant, status: preferred, pos: noun}
      - {text: illegal alien, status: deprecated, pos: noun}
"""


@cache
def _lexicon(*sources: str) -> Lexicon:
    return parse_lexicon(
        [LexiconFile(f"{number}.yaml", source.encode()) for number, source in enumerate(sources or (SMALL_LEXICON,))]
    )


@cache
def _rulebook(*sources: str) -> Rulebook:
    return rulebook_of(_lexicon(*sources))


def _lint(
    text: str, lexicon: str = SMALL_LEXICON, *, path: str = "text.txt", policy: Policy | None = None
) -> tuple[Finding, ...]:
    document = (formats.format_for(path) or formats.load("text")).read(text.encode("utf-8", "surrogatepass"))
    return lint_document(document, path, _rulebook(lexicon), policy or Policy()).result.findings


def _mark(text: str, lexicon: str = SMALL_LEXICON, *, path: str = "text.txt", accepted: bool = False) -> str:
    data = text.encode("utf-8", "surrogatepass")
    document = (formats.format_for(path) or formats.load("text")).read(data)
    voices = Voices(document)
    matches = _rulebook(lexicon).matcher.find(document, fold(document.text), lambda span: voices.at(span).voice)
    source = document.source
    for match in reversed(matches):
        if match.term is not None and (accepted or not match.term.accepted):
            span = document.source_span(match.span)
            source = f"{source[: span.start]}«{source[span.start : span.end]}»{source[span.end :]}"
    return source


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENHAND_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def lexicon() -> Callable[..., Lexicon]:
    """YAML texts to a lexicon; without any, the small one."""
    return _lexicon


@pytest.fixture(scope="session")
def rulebook() -> Callable[..., Rulebook]:
    """YAML texts to a rulebook; without any, of the small lexicon."""
    return _rulebook


@pytest.fixture(scope="session")
def lint() -> Callable[..., tuple[Finding, ...]]:
    """`lint(text, lexicon=YAML, path="x.md", policy=…)`: the findings, suppressed ones among them."""
    return _lint


@pytest.fixture(scope="session")
def mark() -> Callable[..., str]:
    """`mark(text, lexicon=YAML)`: the source with «…» around every match of a deprecated term, whatever the voice."""
    return _mark


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """`workspace({path: text or bytes})`: a folder with these files, which becomes the current one."""

    def make(files: dict[str, str | bytes]) -> Path:
        (tmp_path / ".git").mkdir(exist_ok=True)  # the root of a repository: no settings above it hold
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    make.path = os.fspath(tmp_path)  # type: ignore[attr-defined]
    return make


@dataclass(frozen=True)
class Ran:
    """What a call of the command line gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def evenhand(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """`evenhand("check", "a.md", stdin=b"…")`: the command line inside this process, away from any terminal."""
    from linter.cli import main

    def run(*words: str, stdin: bytes = b"") -> Ran:
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
                patch.delenv(name, raising=False)
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True))
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            status = main(words)
            sys.stdout.flush()
            return Ran(status, out.getvalue().decode(), err.getvalue().decode())

    return run
