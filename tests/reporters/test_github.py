from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.findings import FileResult, Finding

Rendered = Callable[..., str]


def test_a_small_report(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    assert rendered("github", small).splitlines() == [
        "::error file=broken.txt::not UTF-8: byte 0xFF at offset 4",
        "::warning file=news/a.md,line=1,endLine=1,title=ferry-crossing%3A “glorious crossing” is a term of the north,"
        "col=5,endColumn=21::“glorious crossing” is a term of the north (own voice)%0AThe north's name for it."
        "%0A“boat trip” (times, post) or “passage”",
        "::error file=news/a.md,line=3,endLine=4,title=other%3A “glorious crossing” is a term of the north"
        "::“glorious crossing” is a term of the north (scare quotes (Smith))%0Asay who calls it so",
    ]


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_severities(rendered: Rendered, finding: Callable[..., Finding], severity: str, command: str) -> None:
    result = FileResult("a.md", 1, (finding(severity=severity),))
    assert rendered("github", [result]).startswith(f"::{command} file=")


def test_nothing_in_a_file_can_write_a_command(rendered: Rendered, finding: Callable[..., Finding]) -> None:
    evil = "x\n::stop-commands::y\r::set-env name=a,b:c::100%"
    found = finding(path=evil, message=evil, note=evil, advice=evil, speaker=evil)
    lines = rendered("github", [FileResult(evil, 1, (found,)), FileResult(evil, error=evil)]).split("\n")
    assert len(lines) == 3 and lines[2] == ""
    for line in lines[:2]:
        assert "\r" not in line
        properties = line[2 : line.index("::", 2)]
        assert "file=x%0A%3A%3Astop-commands%3A%3Ay%0D%3A%3Aset-env name=a%2Cb%3Ac%3A%3A100%25" in properties


def test_nothing_steers_a_terminal(rendered: Rendered, finding: Callable[..., Finding]) -> None:
    assert "\x1b" not in rendered("github", [FileResult("a\x1b[31m.md", 1, (finding(path="a\x1b[31m.md"),))])


def test_suppressed_findings_make_no_annotation(rendered: Rendered, small: tuple[FileResult, ...]) -> None:
    assert rendered("github", small, show_suppressed=True).count("\n") == 3


def test_an_empty_match_ends_where_it_begins(rendered: Rendered, finding: Callable[..., Finding]) -> None:
    result = FileResult("rules.yaml", 0, (finding(column=3, end_column=3, text=""),))
    assert "col=3,endColumn=3" in rendered("github", [result])
