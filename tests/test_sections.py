"""Long texts, section by section: the same findings as in one piece, in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import pipeline
from linter import sections as module
from linter.findings import Finding
from linter.pipeline import Linter, Options
from linter.sections import sections
from linter.spans import LineIndex

LEXICON = """
category: desk
concepts:
  - id: kyiv
    terms: [{text: Kyiv, status: preferred}, {text: Kiev, status: deprecated}]
  - id: crossing
    terms: [{text: boat trip, status: preferred, pos: noun}, {text: glorious crossing, status: deprecated, pos: noun}]
"""
PARAGRAPHS = [
    "The ferry left Kiev in the morning.\nIt was a glorious crossing, and nobody minded the rain.",
    "“We came from Kiev,” the captain said. “It was late.",
    "“It was a glorious crossing,” he added.",
    "Nothing of note happened on the river that day, or on the next.",
    "The town, which the posters call a “glorious crossing” of cultures, lies near Kiev.",
]


@pytest.fixture
def small_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECTION", 300)
    monkeypatch.setattr(module, "_REACH", 200)
    monkeypatch.setattr(pipeline, "_LONG", 300)


@pytest.fixture
def lexicon(tmp_path: Path) -> str:
    path = tmp_path / "lexicon.yaml"
    path.write_text(LEXICON)
    return str(path)


def _linter(lexicon: str, **options: Any) -> Linter:
    return Linter(Options(lexicons=(lexicon,), use_cache=False, **options))


def _text(separator: str = "\n\n") -> str:
    return separator.join(PARAGRAPHS * 8) + "\n"


def _bare(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding._replace(fingerprint="") for finding in findings]


@pytest.mark.parametrize("separator", ["\n\n", "\r\n\r\n", "\n \t\n\n"])
def test_the_same_findings_as_in_one_piece(
    tmp_path: Path, lexicon: str, monkeypatch: pytest.MonkeyPatch, separator: str, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(_text(separator).encode())
    whole = _linter(lexicon).lint_file(str(path))
    request.getfixturevalue("small_sections")
    cut = _linter(lexicon).lint_file(str(path))
    assert len(list(sections([_text(separator)]))) > 5
    assert _bare(cut.findings) == _bare(whole.findings)
    assert (cut.lines, cut.words) == (whole.lines, pytest.approx(whole.words, abs=20))


def test_a_text_in_memory_and_a_file_give_the_same(tmp_path: Path, lexicon: str, small_sections: None) -> None:
    path = tmp_path / "long.txt"
    path.write_text(_text())
    linter = _linter(lexicon)
    assert linter.lint_file(str(path)) == linter.lint_bytes(path.read_bytes(), str(path))


def test_positions_count_in_the_file(tmp_path: Path, lexicon: str, small_sections: None) -> None:
    """Also where a line goes on in the next section."""
    text = " ".join(paragraph.replace("\n", " ") for paragraph in PARAGRAPHS * 8)
    path = tmp_path / "long.txt"
    path.write_text(text)
    lines = LineIndex(text)
    findings = _linter(lexicon).lint_file(str(path)).findings
    assert len(findings) > 20
    for finding in findings:
        assert text[finding.start : finding.end] == finding.text
        assert (finding.line, finding.column) == lines.position(finding.start)
        assert (finding.end_line, finding.end_column) == lines.position(finding.end)


def test_every_finding_has_a_fingerprint_of_its_own(tmp_path: Path, lexicon: str, small_sections: None) -> None:
    path = tmp_path / "long.txt"
    path.write_text(_text())
    findings = _linter(lexicon).lint_file(str(path)).findings
    assert len({finding.fingerprint for finding in findings}) == len(findings) > 20


def test_passages_keep_to_their_findings(tmp_path: Path, lexicon: str, small_sections: None) -> None:
    path = tmp_path / "long.txt"
    path.write_text(_text())
    result = _linter(lexicon, keep_text=True).lint_file(str(path))
    shown = [(passage.text[p.start : p.end], p.finding) for passage in result.passages for p in passage.places]
    assert [number for _, number in shown] == list(range(len(result.findings)))
    assert [text for text, _ in shown] == [finding.text for finding in result.findings]


def test_what_cannot_be_read_in_a_later_section(tmp_path: Path, lexicon: str, small_sections: None) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(_text().encode() + b"\xff")
    result = _linter(lexicon).lint_file(str(path))
    assert result.findings == ()
    assert (
        result.error
        == f"not UTF-8: byte 0xFF at offset {len(_text().encode())}; save it as UTF-8 or name its encoding in rules.yaml"
    )


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        pytest.param("a" * 300 + "\n\nb" * 150, "b", id="a blank line"),
        pytest.param("a" * 300 + "\n\n“b”\n\nc " + "d" * 300, "c", id="not where a quotation may go on"),
        pytest.param("a" * 300 + "\n\n“b”" + "d" * 300, "“b", id="unless there is no other place"),
        pytest.param("a" * 310 + "\nb " + "d" * 300, "b", id="else the end of a line"),
        pytest.param("a" * 310 + " b" + "d" * 300, "b", id="else a blank"),
        pytest.param("a" * 700, "a" * 200, id="else anywhere"),
        pytest.param("a" * 299 + "\r\n\r\n  b" * 90, "  b", id="indented, with CRLF"),
    ],
)
def test_where_a_section_ends(text: str, begins: str, small_sections: None) -> None:
    first, second = list(sections([text]))[:2]
    assert len(first) >= 300
    assert second.startswith(begins)
    assert text.startswith(first + second)


@pytest.fixture(scope="module")
def tiny_sections() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SECTION", 10)
        patch.setattr(module, "_REACH", 8)
        yield


@given(text=st.text("ab“ \n\r", max_size=150), sizes=st.lists(st.integers(1, 40), min_size=1, max_size=9))
def test_law_sections_depend_on_the_text_alone(tiny_sections: None, text: str, sizes: list[int]) -> None:
    pieces, start = [], 0
    for size in sizes:
        pieces.append(text[start : start + size])
        start += size
    pieces.append(text[start:])
    whole = list(sections([text]))
    assert "".join(whole) == text
    assert list(sections(pieces)) == whole


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """A file of 60 MB takes little more than one of 6 MB; read in one piece it would take some 300 MB."""
    pytest.importorskip("resource")
    code = (
        "import resource, sys; from linter.pipeline import Linter; result = Linter().lint_file(sys.argv[1]);"
        "assert not result.error and len(result.findings) == 10, result.error;"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = []
    for megabytes in (6, 60):
        path = tmp_path / f"{megabytes}.txt"
        filler = "The river rose in the night and fell again before noon, as it does in most years.\n\n"
        part = filler * (megabytes * 100_000 // len(filler)) + "The ferry left Kiev in the morning.\n\n"
        path.write_text(part * 10)
        printed = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout
        peaks.append(int(printed))
    assert peaks[1] < peaks[0] * 1.3
