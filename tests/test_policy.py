from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.errors import Origin, SettingsError
from linter.findings import Finding
from linter.lexicon import Concept, Term
from linter.policy import DEFAULT_VOICE, EVERYTHING, Policy, Selection, check_ids, resolve, rules_for
from linter.rulebook import Rulebook
from linter.settings import Layer, Rules, Settings, Waiver

AT = Origin("rules.yaml", 3, 5)
TERM = Term("regime", "deprecated", stance="north", severity="note")
CONCEPT = Concept("regime", "labels", (TERM,))
Lint = Callable[..., tuple[Finding, ...]]


def settings(*rules: Rules, accept: tuple[Waiver, ...] = ()) -> Settings:
    return Settings((Layer("rules.yaml", "/w", rules=rules, accept=accept),))


def policy(*severities: dict[str, str], select: str = "", ignore: str = "") -> Policy:
    chosen = Selection(frozenset(select.split()), frozenset(ignore.split()))
    return resolve(settings(*(Rules("/w", severity=severity) for severity in severities)), "/w/a.md", chosen)


SEVERITIES = [
    pytest.param(policy(), "note", id="the term's own where the settings say nothing"),
    pytest.param(policy({"labels": "error"}), "error", id="the category"),
    pytest.param(policy({"regime": "error", "labels": "warning"}), "error", id="the concept beats its category"),
    pytest.param(policy({"regime": "error"}, {"labels": "warning"}), "error", id="also a category that is set later"),
    pytest.param(policy({"regime": "error"}, {"regime": "warning"}), "warning", id="the later setting wins"),
    pytest.param(policy({"labels": "off"}), None, id="category off"),
    pytest.param(policy({"labels": "off", "regime": "error"}), "error", id="category off, concept on"),
    pytest.param(policy({"labels": "error", "regime": "off"}), None, id="concept off"),
    pytest.param(policy({"other": "error"}), "note", id="another concept"),
    pytest.param(policy(select="regime"), "note", id="select the concept"),
    pytest.param(policy(select="labels"), "note", id="select the category"),
    pytest.param(policy(select="north"), "note", id="select the stance"),
    pytest.param(policy(select="other"), None, id="select another"),
    pytest.param(policy({"regime": "off"}, select="regime"), "note", id="select what is off"),
    pytest.param(policy({"labels": "off"}, select="regime"), "note", id="select a concept whose category is off"),
    pytest.param(policy({"regime": "off"}, select="labels"), "note", id="select the category of what is off"),
    pytest.param(policy(ignore="regime"), None, id="ignore the concept"),
    pytest.param(policy(ignore="labels"), None, id="ignore the category"),
    pytest.param(policy(ignore="north"), None, id="ignore the stance"),
    pytest.param(policy(ignore="other"), "note", id="ignore another"),
    pytest.param(policy(select="labels", ignore="regime"), None, id="ignore beats select"),
]


@pytest.mark.parametrize(("given", "expected"), SEVERITIES)
def test_severity(given: Policy, expected: str | None) -> None:
    assert given.severity_of(CONCEPT, TERM) == expected


def test_a_term_that_the_lexicon_switches_off() -> None:
    term = Term("regime", "deprecated", severity="off")
    concept = Concept("regime", "labels", (term,))
    assert policy().severity_of(concept, term) is None
    assert policy(select="regime").severity_of(concept, term) == "warning"
    assert policy({"regime": "error"}).severity_of(concept, term) == "error"


def test_a_concept_that_is_kept_is_never_reported() -> None:
    concept = Concept("regime", "labels", (TERM,), keep=True)
    assert policy({"regime": "error"}, select="regime").severity_of(concept, TERM) is None


LEXICON = """
category: file
severity: note
concepts:
  - id: from-file
    terms: [{text: alpha, status: deprecated}]
  - id: from-concept
    severity: error
    terms: [{text: beta, status: deprecated}, {text: gamma, status: deprecated, severity: warning}]
  - id: from-concern
    concern: style
    terms: [{text: delta, status: deprecated}]
"""


def test_term_beats_concept_beats_file(lint: Lint) -> None:
    found = lint("alpha beta gamma delta", LEXICON)
    assert {f.text: f.severity for f in found} == {"alpha": "note", "beta": "error", "gamma": "warning", "delta": "note"}


@pytest.mark.parametrize(
    ("concern", "expected"),
    [("contested", "warning"), ("loaded", "warning"), ("sensitive", "warning"), ("inaccurate", "warning"), ("style", "note")],
)
def test_the_concern_is_the_last_to_be_asked(lint: Lint, concern: str, expected: str) -> None:
    lexicon = LEXICON.replace("severity: note\n", "").replace("concern: style", f"concern: {concern}")
    assert [f.severity for f in lint("delta", lexicon)] == [expected]


def test_voice_settings_beat_the_lexicon_and_it_the_default() -> None:
    term = Term("regime", "deprecated", voice={"quoted": "report", "own": "note"})
    assert {voice: Policy().action(voice, term) for voice in DEFAULT_VOICE} == {
        "own": "note", "reported": "report", "scare": "report", "attributed": "ignore", "quoted": "report",
    }  # fmt: skip
    given = Policy(voice={"quoted": "note", "attributed": "report"})
    assert [given.action(voice, term) for voice in ("quoted", "attributed", "own")] == ["note", "report", "note"]


SMALL = "category: c\nconcepts: [{id: regime, severity: error, terms: [{text: regime, status: deprecated}]}]"
QUOTED = "“The regime will fall in the end,” said Smith."


@pytest.mark.parametrize(
    ("action", "severity", "counts"), [("report", "error", True), ("note", "note", True), ("ignore", "error", False)]
)
def test_the_three_actions(lint: Lint, action: str, severity: str, counts: bool) -> None:
    (finding,) = lint(QUOTED, SMALL, policy=Policy(voice={"quoted": action}))
    assert finding.voice == "quoted"
    assert finding.severity == severity
    assert (finding.suppression is None) is counts
    assert counts or "quoted voice" in finding.suppression.reason


def test_rules_that_hold_for_a_path_in_order() -> None:
    whole = Rules("/w", house="ap", severity={"a": "error"}, voice={"own": "note"})
    override = Rules("/w", files=("opinion/**",), house="bbc", severity={"a": "off"}, encoding="utf-8")
    given = settings(whole, override)
    assert rules_for(given, "/w/news/a.md") == [whole]
    assert rules_for(given, "/w/opinion/a.md") == [whole, override]
    inside, outside = resolve(given, "/w/opinion/a.md"), resolve(given, "/w/news/a.md")
    assert (inside.house, inside.severity, inside.encoding, inside.voice) == ("bbc", {"a": "off"}, "utf-8", {"own": "note"})
    assert (outside.house, outside.severity, outside.encoding) == ("ap", {"a": "error"}, None)


def test_house_none_takes_a_house_back() -> None:
    assert resolve(settings(Rules("/w", house="ap"), Rules("/w", house="none")), "/w/a.md").house is None


def test_waivers_hold_for_their_files() -> None:
    waiver = Waiver("a", ("history/*.md",), "why", "", AT)
    given = settings(accept=(waiver,))
    assert resolve(given, "/w/history/1920.md").waivers == (waiver,)
    assert resolve(given, "/w/news.md").waivers == ()


def problems_of(rulebook: Rulebook, given: Settings, selection: Selection = EVERYTHING) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        check_ids(given, rulebook.compiled, selection)
    return [str(problem) for problem in caught.value.problems]


def test_unknown_ids_are_errors_all_at_once(rulebook: Callable[..., Rulebook]) -> None:
    given = settings(
        Rules("/w", severity={"kyivv": "off", "desk": "error"}, house="nobody", origins={"severity.kyivv": AT, "house": AT}),
        accept=(Waiver("unauthorised-migrant", ("**",), "why", "", AT),),
    )
    problems = problems_of(rulebook(), given, Selection(frozenset({"dsek", "kyiv"}), frozenset({"zzz"})))
    assert problems == [
        "rules.yaml:3:5: no category or concept “kyivv” in the lexicon; did you mean “kyiv”?",
        "rules.yaml:3:5: no house “nobody” in the lexicon",
        "rules.yaml:3:5: no concept “unauthorised-migrant” in the lexicon; did you mean “unauthorized-migrant”?",
        "--select: no category, concept or stance “dsek” in the lexicon; did you mean “desk”?",
        "--ignore: no category, concept or stance “zzz” in the lexicon",
    ]


def test_known_ids_pass(rulebook: Callable[..., Rulebook]) -> None:
    known = {"kyiv": "off", "desk": "error", "evenhand": "off", "accept-unused": "note", "suppression-unknown": "off"}
    selection = Selection(frozenset({"kyiv", "desk", "evenhand"}))
    check_ids(settings(Rules("/w", severity=known, house="none")), rulebook().compiled, selection)
    with pytest.raises(SettingsError):
        check_ids(settings(Rules("/w", severity={"x": "off"}, origins={"severity.x": AT})), rulebook().compiled)


@pytest.mark.parametrize(
    ("severity", "selection", "expected"),
    [
        pytest.param({}, Selection(), "warning", id="default"),
        pytest.param({"accept-unused": "off"}, Selection(), None, id="concept off"),
        pytest.param({"evenhand": "error"}, Selection(), "error", id="category"),
        pytest.param({"evenhand": "off", "accept-unused": "note"}, Selection(), "note", id="concept beats category"),
        pytest.param({}, Selection(select=frozenset({"kyiv"})), None, id="not selected"),
        pytest.param({}, Selection(ignore=frozenset({"evenhand"})), None, id="ignored"),
    ],
)
def test_the_tools_own_concepts_are_switched_like_any_other(
    severity: dict[str, str], selection: Selection, expected: str | None
) -> None:
    assert Policy(severity, selection=selection).own_severity("accept-unused") == expected
