from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from linter.errors import Origin
from linter.findings import Finding
from linter.formats import html, markdown
from linter.pipeline import Linter
from linter.policy import Policy, Selection
from linter.settings import Waiver
from linter.suppressions import is_expired, parse_directives

Lint = Callable[..., tuple[Finding, ...]]
KIEV = "Kiev fell."
DEFAULT = Policy()


def shown(lint: Lint, text: str, policy: Policy = DEFAULT, path: str = "a.md") -> list[str]:
    """`line concept` of every finding, with `-- reason` where it is suppressed."""
    return [
        f"{f.line} {f.concept}" + (f" -- {f.suppression.reason}" if f.suppression else "")
        for f in lint(text, path=path, policy=policy)
    ]


COVERED = [
    pytest.param(f"<!-- evenhand: ignore kyiv -- old map -->\n{KIEV}", ["2 kyiv -- old map"], id="the next line"),
    pytest.param(f"{KIEV} <!-- evenhand: ignore kyiv -- old map -->", ["1 kyiv -- old map"], id="its own line"),
    pytest.param(f"<!-- evenhand: ignore kyiv -->\n{KIEV}", ["2 kyiv -- a comment in the text"], id="no reason"),
    pytest.param(f"<!-- evenhand: ignore kyiv -- x -->\n\n\n{KIEV}", ["4 kyiv -- x"], id="the next line with text"),
    pytest.param(f"<!-- evenhand: ignore desk -- x -->\n{KIEV}", ["2 kyiv -- x"], id="a category"),
    pytest.param(
        "<!-- evenhand: ignore kyiv, unauthorized-migrant -- x -->\nKiev and an illegal alien.",
        ["2 kyiv -- x", "2 unauthorized-migrant -- x"], id="two concepts",
    ),
    pytest.param(
        "<!-- evenhand: off kyiv -- history -->\nKiev.\n\nKiev.\n\n<!-- evenhand: on kyiv -->\n\nKiev.",
        ["2 kyiv -- history", "4 kyiv -- history", "8 kyiv"], id="a region",
    ),
    pytest.param("<!-- evenhand: off kyiv -- h -->\n\nKiev.\n\nKiev.", ["3 kyiv -- h", "5 kyiv -- h"], id="to the end"),
    pytest.param(
        "<!-- evenhand: off kyiv, desk -- h -->\n\nKiev.\n\n<!-- evenhand: on -->\n\nKiev.",
        ["3 kyiv -- h", "7 kyiv"], id="on closes all",
    ),
    pytest.param(f"<!-- evenhand:ignore kyiv--x -->\n{KIEV}", ["1 suppression-unknown", "2 kyiv"], id="dashes need a blank"),
    pytest.param(f"<!-- Evenhand: Ignore kyiv -- x -->\n{KIEV}", ["2 kyiv -- x"], id="capitals"),
    pytest.param(f"<!--\nevenhand: ignore kyiv\n-- a long\nreason\n-->\n{KIEV}", ["6 kyiv -- a long\nreason"], id="long"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COVERED)
def test_comments(lint: Lint, text: str, expected: list[str]) -> None:
    assert shown(lint, text) == expected


NOT_COVERED = [
    pytest.param(f"<!-- evenhand: ignore kyiv -- x -->\nKyiv.\n\n{KIEV}", "4 kyiv", id="the line after the next"),
    pytest.param(f"{KIEV}\n\n<!-- evenhand: ignore kyiv -- x -->", "1 kyiv", id="the line before"),
    pytest.param(f"<!-- evenhand: ignore unauthorized-migrant -- x -->\n{KIEV}", "2 kyiv", id="another concept"),
    pytest.param(f"<!-- evenhand: on kyiv -->\n{KIEV}", "2 kyiv", id="on alone"),
    pytest.param(f"<!-- ignore kyiv -->\n{KIEV}", "2 kyiv", id="no name of the tool"),
    pytest.param(f"<!-- evenhand: ignored kyiv -->\n{KIEV}", "2 kyiv", id="another word"),
    pytest.param(f"evenhand: ignore kyiv\n{KIEV}", "2 kyiv", id="not in a comment"),
    pytest.param(f"`<!-- evenhand: ignore kyiv -->`\n{KIEV}", "2 kyiv", id="in code"),
]


@pytest.mark.parametrize(("text", "expected"), NOT_COVERED)
def test_what_a_comment_does_not_cover(lint: Lint, text: str, expected: str) -> None:
    assert expected in shown(lint, text)


def test_plain_text_has_no_comments(lint: Lint) -> None:
    assert shown(lint, f"<!-- evenhand: ignore kyiv -- x -->\n{KIEV}", path="a.txt") == ["2 kyiv"]


@pytest.mark.parametrize(
    ("comment", "concept", "message"),
    [
        ("ignore kyiv -- x", "suppression-unused", "“kyiv”: the comment suppresses nothing"),
        ("off kyiv, desk -- x", "suppression-unused", "“kyiv, desk”: the comment suppresses nothing"),
        ("ignore kiyv -- x", "suppression-unknown", "no concept “kiyv” in the lexicon; did you mean “kyiv”?"),
        ("ignore kyiv, zzz -- x", "suppression-unknown", "no concept “zzz” in the lexicon"),
        ("ignore", "suppression-unknown", "the comment names no concept"),
        ("ignore -- a reason alone", "suppression-unknown", "the comment names no concept"),
        ("off", "suppression-unknown", "the comment names no concept"),
        ("ignroe kyiv -- x", "suppression-unknown", "found “ignroe”; did you mean “ignore”?"),
        ("suppress kyiv", "suppression-unknown", "found “suppress”; expected ignore, off or on"),
        ("", "suppression-unknown", "found nothing; expected ignore, off or on"),
    ],
)
def test_comments_that_do_nothing_are_reported(lint: Lint, comment: str, concept: str, message: str) -> None:
    text = f"Kyiv.\n\n<!-- evenhand: {comment} -->\n\nKyiv."
    (finding,) = lint(text, path="a.md")
    assert (finding.concept, finding.category, finding.message) == (concept, "evenhand", message)
    assert (finding.line, finding.severity, finding.suppression) == (3, "warning", None)
    assert finding.text == text[finding.start : finding.end]
    assert f"evenhand: {comment}" in finding.text


def test_an_unknown_id_suppresses_nothing(lint: Lint) -> None:
    assert shown(lint, f"<!-- evenhand: ignore kiew -- x -->\n{KIEV}") == ["1 suppression-unknown", "2 kyiv"]


def test_reports_about_comments_can_be_switched_off(lint: Lint) -> None:
    text = "<!-- evenhand: ignore kyiv -- x -->\n<!-- evenhand: ignore zzz -- x -->\nKyiv."
    assert shown(lint, text) == ["1 suppression-unused", "2 suppression-unknown"]
    assert shown(lint, text, Policy({"evenhand": "off"})) == []
    assert shown(lint, text, Policy({"suppression-unused": "off"})) == ["2 suppression-unknown"]


def test_a_comment_for_what_is_switched_off_is_unused(lint: Lint) -> None:
    assert shown(lint, f"<!-- evenhand: ignore kyiv -- x -->\n{KIEV}", Policy({"kyiv": "off"})) == ["1 suppression-unused"]


def test_a_comment_on_a_quotation_is_used_though_the_voice_had_suppressed_it(lint: Lint) -> None:
    (found,) = shown(lint, "<!-- evenhand: ignore kyiv -- x -->\n“The city of Kiev fell,” said Smith.")
    assert found.startswith("2 kyiv -- quoted voice")


def test_html_comments(lint: Lint) -> None:
    text = "<p>Kiev. <!-- evenhand: ignore kyiv -- map --></p><p>Kiev.</p>\n<p>Kiev.</p>\n<p>Kiev.</p>"
    assert shown(lint, text, path="a.html") == ["1 kyiv -- map", "1 kyiv -- map", "2 kyiv -- map", "3 kyiv"]


@pytest.mark.parametrize("reader", [markdown, html])
def test_directives_are_read(reader: object) -> None:
    (directive,) = parse_directives(reader.read(b"<!-- evenhand: off a-b, c -- why -- though -->\n<p>x</p>"))
    assert (directive.ids, directive.reason, directive.first) == (("a-b", "c"), "why -- though", 1)


def test_a_waiver_ends_after_its_last_day() -> None:
    waiver = Waiver("kyiv", ("**",), "x", "2026-05-31", Origin("rules.yaml", 1, 1))
    assert not is_expired(waiver, date(2026, 5, 31))
    assert is_expired(waiver, date(2026, 6, 1))
    assert not is_expired(Waiver("kyiv", ("**",), "x", "", Origin("rules.yaml", 1, 1)), date(9999, 1, 1))


DESK = "category: desk\nprefer:\n  Kyiv: [Kiev]\n"


def accepted(workspace: Callable[..., Path], accept: str, settings: str = "") -> list[str]:
    workspace({"desk.yaml": DESK, "a.md": KIEV, "b.md": "Kyiv.",
               "rules.yaml": f"lexicons: [desk.yaml]\naccept:\n- {accept}\n{settings}"})  # fmt: skip
    return [
        f"{f.path}:{f.line}:{f.column} {f.concept}: {f.suppression.reason if f.suppression else f.message}"
        for result in Linter().lint_paths(["."]).files
        for f in result.findings
    ]


ACCEPTED = [
    pytest.param("{concept: kyiv, files: [a.md], reason: old map}", "", ["a.md:1:1 kyiv: accepted: old map"], id="accepted"),
    pytest.param("{concept: desk, reason: old map}", "", ["a.md:1:1 kyiv: accepted: old map"], id="a category, everywhere"),
    pytest.param(
        "{concept: kyiv, reason: old map, until: 9999-12-31}", "", ["a.md:1:1 kyiv: accepted: old map"], id="until some day",
    ),
    pytest.param(
        "{concept: kyiv, reason: old map, until: 2020-01-01}", "",
        ["a.md:1:1 kyiv: “Kiev” is not the form that this lexicon prefers",
         "rules.yaml:3:3 accept-expired: “kyiv” was accepted until 2020-01-01"], id="expired",
    ),
    pytest.param(
        "{concept: kyiv, files: [b.md], reason: old map}", "",
        ["a.md:1:1 kyiv: “Kiev” is not the form that this lexicon prefers",
         "rules.yaml:3:3 accept-unused: “kyiv” is accepted, and no file needs it"], id="unused",
    ),
    pytest.param(
        "{concept: kyiv, files: [b.md], reason: old map}", "severity: {accept-unused: off}\n",
        ["a.md:1:1 kyiv: “Kiev” is not the form that this lexicon prefers"], id="unused, and switched off",
    ),
    pytest.param(
        "{concept: kyiv, files: [elsewhere/**], reason: old map}", "",
        ["a.md:1:1 kyiv: “Kiev” is not the form that this lexicon prefers"], id="its files were not looked at",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("accept", "settings", "expected"), ACCEPTED)
def test_accept(workspace: Callable[..., Path], accept: str, settings: str, expected: list[str]) -> None:
    assert accepted(workspace, accept, settings) == expected


UNTIL = [
    pytest.param(f"<!-- evenhand: ignore kyiv until 9999-12-31 -- x -->\n{KIEV}", ["2 kyiv -- x"], id="in force"),
    pytest.param(f"<!-- evenhand: ignore kyiv until: 9999-12-31 -->\n{KIEV}", ["2 kyiv -- a comment in the text"], id="bare"),
    pytest.param(
        f"<!-- evenhand: ignore kyiv until 2020-01-31 -- x -->\n{KIEV}", ["1 suppression-expired", "2 kyiv"], id="expired",
    ),
    pytest.param("<!-- evenhand: ignore kyiv until 2020-01-31 -- x -->\nNo.", ["1 suppression-expired"], id="expired and unused"),
    pytest.param(
        f"<!-- evenhand: off kyiv until 2020-01-31 -->\n{KIEV}\n<!-- evenhand: on kyiv -->",
        ["1 suppression-expired", "2 kyiv"], id="a region",
    ),
    pytest.param(
        f"<!-- evenhand: ignore kyiv until 31.1.2027 -- x -->\n{KIEV}", ["1 suppression-unknown", "2 kyiv -- x"], id="no date",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNTIL)
def test_a_comment_may_hold_until_a_day(lint: Lint, text: str, expected: list[str]) -> None:
    assert shown(lint, text) == expected


def test_the_last_day_counts() -> None:
    waiver = Waiver("kyiv", ("**",), "x", "2027-01-31", Origin("rules.yaml"))
    assert not is_expired(waiver, date(2027, 1, 31))
    assert is_expired(waiver, date(2027, 2, 1))


@pytest.mark.parametrize("selection", [Selection(ignore=frozenset({"kyiv"})), Selection(select=frozenset({"evenhand"}))])
def test_what_was_not_looked_for_leaves_no_comment_unused(lint: Lint, selection: Selection) -> None:
    assert shown(lint, f"<!-- evenhand: ignore kyiv -- x -->\n{KIEV}", Policy(selection=selection)) == []


def test_findings_about_comments_are_known_by_their_text_and_not_by_their_line(lint: Lint) -> None:
    comment = "<!-- evenhand: ignore kyiv -- x -->\nNothing."
    (before,), (after,) = lint(comment, path="a.md"), lint(f"First.\n\n{comment}", path="a.md")
    assert before.line != after.line
    assert before.fingerprint == after.fingerprint


def test_an_entry_for_files_that_were_not_all_looked_at_is_not_unused(workspace: Callable[..., Path]) -> None:
    workspace({"desk.yaml": DESK_LEXICON, "rules.yaml": UNUSED_RULES, "a.md": "No.", "b.md": KIEV, "sub/c.md": "No."})
    unused = [[f.concept for f in Linter().lint_paths(paths).findings] for paths in (["a.md"], ["sub"], ["a.md", "sub"])]
    assert unused == [[], [], []]
    assert "accept-unused" in [f.concept for f in Linter().lint_paths(["."]).findings]


DESK_LEXICON = "category: desk\nprefer:\n  Kyiv: [Kiev]\n"
UNUSED_RULES = "lexicons: [desk.yaml]\naccept:\n  - {concept: kyiv, files: [a.md], reason: x}\n"
