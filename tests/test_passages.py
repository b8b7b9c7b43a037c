from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from linter import formats
from linter.findings import FileResult, Passage
from linter.linting import lint_document
from linter.passages import PASSAGE_LIMIT, SHOWN_LIMIT
from linter.policy import Policy


@pytest.fixture(scope="session")
def kept(rulebook: Callable[..., Any]) -> Callable[..., FileResult]:
    """`kept(text, path="a.md")`: the result of linting with the text kept."""

    def lint(text: str, path: str = "a.txt") -> FileResult:
        document = formats.load(formats_name(path)).read(text.encode())
        return lint_document(document, path, rulebook(), Policy(), keep_text=True).result

    return lint


def formats_name(path: str) -> str:
    return {"txt": "text", "md": "markdown", "html": "html"}[path.rpartition(".")[2]]


def placed(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text[place.start : place.end] for passage in passages for place in passage.places]


@pytest.mark.parametrize(
    "path, text, expected",
    [
        pytest.param(
            "a.txt", "One.\n\nIn Kiev\nthen.\n", [(1, "One."), (3, "In Kiev\nthen.")], id="plain text keeps its paragraphs"
        ),
        pytest.param("a.md", "# Kiev\n\nIn *Kiev*.\n", [(1, "Kiev"), (3, "In Kiev.")], id="markup is gone"),
        pytest.param("a.html", "<p>In K&#105;ev</p>\n<p>b", [(1, "In Kiev"), (2, "b")], id="entities are characters"),
        pytest.param("a.txt", " \n\n \n", [], id="white space is no passage"),
        pytest.param("a.txt", "", [], id="empty"),
    ],
)
def test_the_passages_are_the_blocks_as_people_read_them(
    kept: Callable[..., FileResult], path: str, text: str, expected: list[tuple[int, str]]
) -> None:
    assert [(passage.line, passage.text) for passage in kept(text, path).passages] == expected


@pytest.mark.parametrize(
    "path, text",
    [
        pytest.param("a.txt", "Kiev, and Kiev.\n\nThe special\nmilitary operation.", id="text"),
        pytest.param(
            "a.md",
            "---\ntitle: In Kiev\n---\n[a link](u 'to Kiev') to *Ki*ev and **illegal\nalien**",
            id="Markdown, also out of order",
        ),
        pytest.param("a.html", "<img alt='Kiev'><p>K<b>ie</b>v &amp; Ki&#101;v", id="HTML"),
    ],
)
def test_every_finding_has_the_place_of_its_match(kept: Callable[..., FileResult], path: str, text: str) -> None:
    result = kept(text, path)
    assert result.findings
    by_number = {place.finding: passage.text[place.start : place.end] for passage in result.passages for place in passage.places}
    assert sorted(by_number) == list(range(len(result.findings)))
    for number, shown in by_number.items():
        assert " ".join(shown.split()).lower() in (result.findings[number].term.lower(), "kiev")


def test_parts_and_quotations_are_told(kept: Callable[..., FileResult]) -> None:
    heading, quotation, body = kept("# Kiev\n\n> Quoted.\n\nBody.", "a.md").passages
    assert (heading.part, quotation.is_quotation, body.part, body.is_quotation) == ("heading", True, "body", False)


def test_a_long_paragraph_is_shown_in_pieces(kept: Callable[..., FileResult]) -> None:
    result = kept("word " * PASSAGE_LIMIT + "Kiev")
    assert all(len(passage.text) <= PASSAGE_LIMIT for passage in result.passages)
    assert placed(result.passages) == ["Kiev"]


def test_a_huge_document_is_shown_around_its_findings(kept: Callable[..., FileResult]) -> None:
    filler = "\n\n".join(["A paragraph about nothing at all."] * (SHOWN_LIMIT // 20))
    result = kept(f"Head.\n\n{filler}\n\nIn Kiev.\n\n{filler}")
    assert placed(result.passages) == ["Kiev"]
    assert len(result.passages) < 12
    assert [passage.skipped for passage in result.passages].count(True) == 1


def test_a_finding_in_a_comment_has_no_place(kept: Callable[..., FileResult]) -> None:
    result = kept("Text.\n\n<!-- evenhand: ignore kyiv -- nothing here -->\n", "a.md")
    assert [finding.concept for finding in result.findings] == ["suppression-unused"]
    assert placed(result.passages) == []


def test_the_text_is_not_kept_unasked(rulebook: Callable[..., Any]) -> None:
    document = formats.load("text").read(b"In Kiev.")
    assert lint_document(document, "a.txt", rulebook(), Policy()).result.passages == ()
