"""The corpus is the same every time, and its manifest tells the truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import articles, make_corpus, recall
from bench.make_corpus import FORMATS
from linter.pipeline import Linter, Options


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    _make(folder)
    make_corpus.make_lexicons(str(folder))
    return folder


def _make(folder: Path) -> None:
    make_corpus.make_articles(str(folder), files=60, size=3_000, every=60, seed=7, formats=tuple(FORMATS))


def _content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("lexicon-")
    }


def test_same_arguments_make_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    _make(tmp_path)
    assert _content(tmp_path) == _content(corpus)


@pytest.mark.parametrize("format", FORMATS)
def test_manifest_names_the_places(corpus: Path, format: str) -> None:
    singles, phrases = articles.planted_terms()
    terms = {term.replace(" ", "") for term in singles + phrases}
    for line in (corpus / f"{format}.tsv").read_text().splitlines():
        path, kind, start, end = line.split("\t")
        text = (corpus / format / path).read_bytes().decode()[int(start) : int(end)]
        bare = text
        for mark in ("**", "<em>", "</em>", "<code>", "</code>", "`", "&shy;", "\u00ad", "&nbsp;", "\u00a0", "\n", " "):
            bare = bare.replace(mark, "")
        bare = bare.lower()
        assert bare in terms or (kind == "plural" and bare.removesuffix("s") in terms), (path, kind, text)


@pytest.mark.parametrize("format", FORMATS)
def test_all_that_was_planted_is_found_and_nothing_else(corpus: Path, tmp_path: Path, format: str) -> None:
    from linter import reporters
    from linter.display import View

    linter = Linter(Options(lexicons=(str(corpus / "lexicon-1000.yaml"),), use_cache=False))
    report = linter.lint_paths([str(corpus / format)])
    findings = tmp_path / "findings.jsonl"
    with findings.open("w", encoding="utf-8") as out:
        reporters.load("jsonl").render(report.files, linter.about, out, View())
    result = recall.check(str(corpus / f"{format}.tsv"), str(corpus / format), str(findings))
    assert result.by_kind == {kind: f"{count.split()[-1]} of {count.split()[-1]}" for kind, count in result.by_kind.items()}
    assert result.planted > 50
    assert result.lookalikes_reported == result.other_findings == 0


@pytest.mark.parametrize("kind", sorted({*articles.FOUND, *articles.NOT_FOUND} - {"emphasis", "code"}))
def test_every_kind_occurs(corpus: Path, kind: str) -> None:
    assert f"\t{kind}\t" in (corpus / "text.tsv").read_text()
