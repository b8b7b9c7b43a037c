from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from linter.concordance import ConcordanceLine, Query
from linter.discovery import OWN_PAGE, SHORTEST_PAGE
from linter.display import View
from linter.reporters.concordance_html import render

HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"


def line(**changes: Any) -> ConcordanceLine:
    fields: dict[str, Any] = {
        "path": "news/a.md", "line": 3, "column": 5, "start": 40, "end": 44, "left": "the road to ", "text": "Kiev",
        "right": " is long", "voice": "own", "speaker": None, "concept": "kyiv", "category": "names", "term": "Kiev",
        "stance": None, "part": "body", "date": None,
    }  # fmt: skip
    return ConcordanceLine(**{**fields, **changes})


def page_of(lines: list[ConcordanceLine], query: Query) -> str:
    out = io.StringIO()
    render(lines, query, out, View())
    return out.getvalue()


def test_a_line_says_where_what_and_in_whose_voice(harmless: Callable[[str], Any]) -> None:
    page = page_of([line(voice="quoted", speaker="Smith", date="2022-03-01")], Query("concept", "kyiv"))
    text = " ".join(harmless(page).text.split())
    for expected in (
        "“kyiv” in context",
        "1 place of the concept in 1 document",
        "news/a.md:3",
        "the road to",
        "is long",
        "Smith",
        "2022-03-01",
    ):
        assert expected in text
    assert '<mark class="note quoted">Kiev</mark>' in page


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="no place"),
        pytest.param([line(concept=None, category=None, term=None)], id="a plain word"),
        pytest.param(
            [line(path=HOSTILE, left=HOSTILE, right=HOSTILE, text=HOSTILE, speaker=HOSTILE, term=HOSTILE)], id="markup everywhere"
        ),
        pytest.param([line(left="‏مرحبا \u202e", right="\0\x1b[31m")], id="direction and control characters"),
    ],
)
def test_what_documents_contain_is_shown_and_never_run(harmless: Callable[[str], Any], lines: list[ConcordanceLine]) -> None:
    page = page_of(lines, Query("word", HOSTILE))
    assert HOSTILE in harmless(page).text
    assert "\u202e" not in page and "\0" not in page


def test_the_shortest_page_is_known_as_one_of_ours() -> None:
    page = page_of([], Query("word", "x")).encode()
    assert OWN_PAGE in page[:2_000] and len(page) >= SHORTEST_PAGE
