from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

from linter.display import View
from linter.findings import About, FileResult
from linter.reporters import jsonl

Rendered = Callable[..., str]


def test_one_object_a_line(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    lines = [json.loads(line) for line in rendered("jsonl", small).splitlines()]
    assert lines[0] == {"path": "broken.txt", "error": "not UTF-8: byte 0xFF at offset 4"}
    assert lines[1:] == json.loads(rendered("json", small))["findings"]


def test_suppressed_findings_on_request(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    assert len(rendered("jsonl", small, show_suppressed=True).splitlines()) == 4


def test_line_ends_in_a_text_do_not_end_the_line(rendered: Rendered, on_line: Callable[..., FileResult]) -> None:
    (line,) = rendered("jsonl", [on_line("a\x85b\rc\nd", 0, 7)]).rstrip("\n").split("\n")
    assert json.loads(line)["text"] == "a\x85b\rc\nd"


def test_findings_are_written_as_they_come(small: tuple[FileResult, ...]) -> None:
    out = io.StringIO()

    def results() -> Iterator[FileResult]:
        yield small[0]
        assert out.getvalue().count("\n") == 1
        yield small[1]
        assert out.getvalue().count("\n") == 3

    jsonl.render(results(), About, out, View())
    assert out.getvalue().count("\n") == 3
