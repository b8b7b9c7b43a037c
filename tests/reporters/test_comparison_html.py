from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HOSTILE = "\"'><img src=x onerror=alert(1)>"

LEXICON = f"""
category: desk
concepts:
  - id: capital
    definition: {HOSTILE!r}
    terms:
      - {{text: Kyiv, status: preferred, pos: name}}
      - {{text: Kiev, status: deprecated, pos: name}}
  - id: attack
    terms:
      - {{text: invasion, status: preferred, pos: noun}}
      - {{text: special operation, status: deprecated, pos: noun}}
""".replace("\\'", "''")

ONE = "The special operation began near Kiev. “The invasion is over,” said <b>Smith</b>. Kiev is calm.\n"
TWO = "The invasion began near Kyiv.\n"


@pytest.fixture
def compared(workspace: Callable[..., Path], evenhand: Callable[..., Any]) -> Callable[..., str]:
    """`compared({name: text})`: the page for these documents."""

    def compare(texts: dict[str, str]) -> str:
        workspace({"house.yaml": LEXICON, **{f"{name}.txt": text for name, text in texts.items()}})
        names = [f"{name}.txt" for name in texts]
        ran = evenhand("compare", "--lexicon", "house.yaml", "-f", "html", "-o", "page.html", "--", *names)
        assert ran.status == 0, ran.err
        return Path("page.html").read_text("utf-8")

    return compare


def test_the_matrix_shows_who_chose_what_in_whose_voice(compared: Callable[..., str], harmless: Callable[[str], Any]) -> None:
    page = compared({"one": ONE, "two": TWO})
    text = " ".join(harmless(page).text.split())
    row = text[text.index("attack", text.index("Concepts and documents")) :]
    assert (
        row.index("special operation ownown voice 1") < row.index("invasion quotquoted 1") < row.index("invasion ownown voice 1")
    )
    assert "Kiev ownown voice 2" in text and "Kyiv ownown voice 1" in text
    assert "The documents differ 2" in text


def test_what_sets_a_document_apart_leaves_out_what_all_share(
    compared: Callable[..., str], harmless: Callable[[str], Any]
) -> None:
    text = " ".join(harmless(compared({"one": ONE, "two": TWO})).text.split())
    apart = text[text.index("What sets them apart") : text.index("Concepts and documents")]
    assert "special operation" in apart and "Kyiv" in apart
    shared = compared({"one": "The invasion of Kiev and the invasion.\n", "two": "An invasion of Kyiv.\n"})
    text = " ".join(harmless(shared).text.split())
    assert "invasion" not in text[text.index("What sets them apart") : text.index("Concepts and documents")]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({HOSTILE: ONE, "two": TWO + HOSTILE}, id="names and definitions"),
        pytest.param(
            {"one": f"“Kiev is calm,” said {HOSTILE} Smith.\n", "two": "The Kyiv of <script>alert(1)</script>\n"}, id="speakers"
        ),
        pytest.param({"one": "Nothing here.\n", "two": "Nor here.\n"}, id="documents without terms"),
    ],
)
def test_what_documents_contain_is_shown_and_never_run(
    compared: Callable[..., str], harmless: Callable[[str], Any], texts: dict[str, str]
) -> None:
    text = harmless(compared(texts)).text
    assert all(name in text for name in texts)
