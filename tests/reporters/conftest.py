from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from typing import Any

import pytest

from linter import reporters
from linter.display import View
from linter.findings import About, FileResult, Finding, Suggestion, Suppression

SUGGESTIONS = (
    Suggestion("boat trip", "preferred", ("times", "post"), "safe"),
    Suggestion("passage", "admitted", (), "suggest"),
)


def _finding(**changes: Any) -> Finding:
    fields: dict[str, Any] = {
        "path": "news/a.md", "start": 4, "end": 21, "line": 1, "column": 5, "end_line": 1, "end_column": 22,
        "text": "glorious crossing", "term": "glorious crossing", "concept": "ferry-crossing", "category": "travel",
        "kind": "deprecated", "severity": "warning", "concern": "contested", "voice": "own", "speaker": None, "part": "body",
        "stance": "northern", "message": "“glorious crossing” is a term of the north", "note": "The north's name for it.",
        "advice": "", "sources": ("The Times: p. 3",), "suggestions": SUGGESTIONS, "left": "The ", "right": " began.",
        "fingerprint": "0123456789abcdef", "suppression": None,
    }  # fmt: skip
    return Finding(**{**fields, **changes})


def _on_line(line: str, start: int, end: int, **changes: Any) -> FileResult:
    finding = _finding(
        start=start, end=end, column=start + 1, end_column=end + 1, text=line[start:end],
        **{"note": "", "suggestions": (), **changes},
    )  # fmt: skip
    return FileResult("news/a.md", 9, (finding,), lines={1: line})


_SMALL = (
    FileResult("broken.txt", error="not UTF-8: byte 0xFF at offset 4"),
    FileResult(
        "news/a.md", 120,
        (
            _finding(),
            _finding(
                start=60, end=77, line=3, column=1, end_line=4, end_column=9, text="glorious\ncrossing", severity="error",
                voice="scare", speaker="Smith", stance=None, advice="say who calls it so", sources=(), suggestions=(),
                note="", fingerprint="fedcba9876543210", part="heading", concept="other", kind="distanced",
            ),
            _finding(
                start=90, end=107, line=6, column=2, end_line=6, end_column=19, voice="quoted", fingerprint="00",
                suppression=Suppression("policy", "quoted voice"),
            ),
        ),
        lines={1: "The glorious crossing began.", 3: "glorious", 6: "“glorious crossing”"},
    ),
    FileResult("news/b.md", 7),
)  # fmt: skip


@pytest.fixture(scope="session")
def finding() -> Callable[..., Finding]:
    """`finding(severity="note", …)`: a finding with these fields."""
    return _finding


@pytest.fixture(scope="session")
def on_line() -> Callable[..., FileResult]:
    """`on_line(line, start, end, …)`: the result of a file with one finding in its first line."""
    return _on_line


@pytest.fixture(scope="session")
def small() -> tuple[FileResult, ...]:
    """A small report: an error, three findings of which one is suppressed, a clean file."""
    return _SMALL


@pytest.fixture(scope="session")
def rendered() -> Callable[..., str]:
    """`rendered("json", results, width=…)`: what a reporter writes."""

    def render(name: str, results: Sequence[FileResult], **view: Any) -> str:
        out = io.StringIO()
        reporters.load(name).render(iter(results), lambda: About("11aa", "22bb"), out, View(**view))
        return out.getvalue()

    return render


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _assert_harmless(page: str) -> Elements:
    """One script, ours; nothing that loads or runs; every link stays in the page; each id stands once."""
    elements = Elements(page)
    tags = [tag for tag, _ in elements.found]
    assert tags.count("script") == 1
    assert not {"img", "iframe", "object", "embed", "link", "base", "audio", "video", "source"} & set(tags)
    for tag, attributes in elements.found:
        assert not any(name.startswith("on") or name in ("src", "style", "srcdoc", "action") for name in attributes), (
            tag,
            attributes,
        )
        assert (attributes.get("href") or "#").startswith("#"), attributes
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {(attributes.get("href") or "#")[1:] for _, attributes in elements.found} - {""}
    assert targets <= set(ids)
    return elements


@pytest.fixture(scope="session")
def harmless() -> Callable[[str], Elements]:
    """`harmless(page)`: the elements and the text of an HTML page, which loads nothing and runs nothing but its own script."""
    return _assert_harmless
