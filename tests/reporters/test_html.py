from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.findings import FileResult, Finding, Passage, Place, Suppression
from linter.reporters.html import glob_of, paste_line

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}<!--"

LEXICON = f"""
category: desk
concepts:
  - id: kyiv
    note: {HOSTILE!r}
    terms:
      - {{text: Kyiv, status: preferred, pos: name}}
      - {{text: Kiev, status: deprecated, pos: name}}
""".replace("\\'", "''")


def hostile_result(finding: Callable[..., Finding], **changes: Any) -> FileResult:
    text = f"{HOSTILE} In Kiev {HOSTILE}"
    start = text.index("Kiev")
    found = finding(
        path=HOSTILE, text="Kiev", message=HOSTILE, note=HOSTILE, advice=HOSTILE, sources=(HOSTILE,), speaker=HOSTILE,
        term=HOSTILE, suggestions=(), **changes,
    )  # fmt: skip
    return FileResult(HOSTILE, 4, (found,), passages=(Passage(text, 1, places=(Place(start, start + 4, 0),)),))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="counts"),
        pytest.param({"suppression": Suppression("inline", HOSTILE)}, id="suppressed"),
    ],
)
def test_what_a_document_contains_is_shown_and_never_run(
    harmless: Callable[[str], Any], finding: Callable[..., Finding], rendered: Callable[..., str], changes: dict[str, Any]
) -> None:
    page = rendered("html", [hostile_result(finding, **changes), FileResult(HOSTILE, error=HOSTILE)])
    harmless(page)
    assert HOSTILE in harmless(page).text
    assert "49" not in harmless(page).text.replace("{{ 7*7 }}", "")


def test_hostile_files_and_lexicons_through_the_command_line(
    harmless: Callable[[str], Any], workspace: Callable[..., Path], evenhand: Callable[..., Any]
) -> None:
    name = "\"'><img src=x onerror=alert(1)>.md"
    text = "<script>alert(1)</script>\n\n“Kiev”, said <b onclick=alert(1)>Mr & Mrs</b>, in `<script>` Kiev.\n\n    <img src=x>\n"
    workspace({"house.yaml": LEXICON, name: text, "a.txt": f"Kiev {HOSTILE}\n"})
    assert evenhand("check", ".", "--lexicon", "house.yaml", "-f", "html", "-o", "report.html").status == 1
    page = Path("report.html").read_text("utf-8")
    harmless(page)
    assert HOSTILE in harmless(page).text


def test_the_policy_of_the_page_allows_its_own_script_and_style_only(
    harmless: Callable[[str], Any], rendered: Callable[..., str]
) -> None:
    page = rendered("html", [])
    policy = next(a["content"] or "" for _, a in harmless(page).found if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        content = re.search(f"<{tag}>(.*?)</{tag}>", page, re.S)
        assert content is not None
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy
    assert "unsafe" not in policy and "http" not in policy


def test_everything_a_card_needs(
    harmless: Callable[[str], Any], finding: Callable[..., Finding], rendered: Callable[..., str]
) -> None:
    found = finding(speaker="Smith", voice="reported")
    passage = Passage("The glorious crossing began.", 1, places=(Place(4, 21, 0),))
    page = rendered("html", [FileResult("news/a.md", 4, (found,), passages=(passage,))])
    assert '<mark class="warning reported">glorious crossing</mark><a class="ref reported" id="md1-1" href="#d1-1">1</a>' in page
    text = " ".join(harmless(page).text.split())
    for expected in (
        "“glorious crossing” is a term of the north", "The north's name for it.", "Sources The Times: p. 3", "Smith", "1:5",
        "Use “boat trip” (times, post) or “passage”", "at the end of line 1 <!-- evenhand: ignore ferry-crossing -- reason -->",
    ):  # fmt: skip
        assert expected in text


def test_findings_that_overlap_share_a_mark(finding: Callable[..., Finding], rendered: Callable[..., str]) -> None:
    places = (Place(0, 6, 0), Place(4, 10, 1), Place(12, 14, 2))
    passage = Passage("abcdefghijklmnop", 1, places=places)
    page = rendered("html", [FileResult("a.txt", 4, (finding(), finding(), finding()), passages=(passage,))])
    assert re.findall(r">([a-p]+)</mark>((?:<a[^>]*>\d</a>)*)", page)[0][0] == "abcdefghij"
    assert len(re.findall(r'class="ref', page.split("<article")[1])) == 3
    assert re.sub(r"<a class=\"ref.*?</a>|<[^>]+>", "", page.split('data-l="1">')[1].split("</p>")[0]) == "abcdefghijklmnop"


def test_suppressed_findings_are_there_and_hidden_until_asked_for(small: Any, rendered: Callable[..., str]) -> None:
    box = '<input type="checkbox" name="suppressed"'
    assert f"{box}>" in rendered("html", small)
    assert f"{box} checked>" in rendered("html", small, show_suppressed=True)


@pytest.mark.parametrize(
    "results",
    [
        pytest.param([], id="no file"),
        pytest.param([FileResult("a.md", 0)], id="an empty document"),
        pytest.param([FileResult("a.md", error="not UTF-8")], id="only an error"),
        pytest.param([FileResult("same.md", 3), FileResult("same.md", 3)], id="the same file twice"),
    ],
)
def test_reports_with_little_in_them(
    harmless: Callable[[str], Any], rendered: Callable[..., str], results: list[FileResult]
) -> None:
    page = rendered("html", results)
    harmless(page)
    assert page.rstrip().endswith("</html>")


@pytest.mark.parametrize(
    "path, part, expected",
    [
        pytest.param("a.md", "body", "<!-- evenhand: ignore ferry-crossing -- reason -->", id="Markdown"),
        pytest.param("A.HTML", "title", "<!-- evenhand: ignore ferry-crossing -- reason -->", id="HTML"),
        pytest.param(
            "a.md", "title", '- {concept: ferry-crossing, files: ["a.md"], reason: …}', id="front matter has no comments"
        ),
        pytest.param("a.txt", "body", '- {concept: ferry-crossing, files: ["a.txt"], reason: …}', id="text"),
        pytest.param(
            'x "y"/[1]*.txt',
            "body",
            '- {concept: ferry-crossing, files: ["x \\"y\\"/\\\\[1\\\\]\\\\*.txt"], reason: …}',
            id="odd name",
        ),
    ],
)
def test_the_line_to_paste(finding: Callable[..., Finding], path: str, part: str, expected: str) -> None:
    assert paste_line(finding(path=path, part=part))[1] == expected


def test_a_glob_is_relative_to_the_current_folder(workspace: Callable[..., Path]) -> None:
    folder = workspace({"news/a.txt": ""})
    assert glob_of(str(folder / "news" / "a.txt")) == "news/a.txt"
    assert glob_of("./news/a.txt") == "news/a.txt"
    assert glob_of("../elsewhere/a.txt") == "a.txt"


@pytest.mark.parametrize("name", ["a.md", "a.html", "news/b.txt", "odd [1] 'x' # \"y\".txt", "!c.txt"])
def test_pasting_the_line_suppresses_the_finding(workspace: Callable[..., Path], evenhand: Callable[..., Any], name: str) -> None:
    workspace({"house.yaml": LEXICON, name: "We met in Kiev.\n"})
    call = ("check", "--lexicon", "house.yaml", "--", name)
    assert evenhand(*call[:-2], "-f", "html", "-o", "report.html", "--", name).status == 1
    pasted = re.search(r"<code>(.*?)</code>", Path("report.html").read_text("utf-8"))
    assert pasted is not None
    line = html.unescape(pasted[1])
    if line.startswith("<!--"):
        Path(name).write_text(f"We met in Kiev. {line}\n", "utf-8")
    else:
        Path("rules.yaml").write_text(f"accept:\n  {line}\n", "utf-8")
    ran = evenhand(*call)
    assert (ran.status, ran.out) == (0, "")


def test_the_categories_and_stances_have_their_names(
    harmless: Callable[[str], Any], workspace: Callable[..., Path], evenhand: Callable[..., Any]
) -> None:
    workspace({"house.yaml": LEXICON.replace("category: desk", "category: desk\ntitle: The desk's own"), "a.txt": "Kiev"})
    evenhand("check", "a.txt", "--lexicon", "house.yaml", "-f", "html", "-o", "report.html")
    assert "The desk's own" in harmless(Path("report.html").read_text("utf-8")).text
