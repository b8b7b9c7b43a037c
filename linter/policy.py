"""Settings as they hold for one path, resolved against the lexicon: severity, voice, house and waivers.

The only place where settings and lexicon meet, and so the one that knows an unknown id when it sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from linter.errors import Problem, SettingsError, did_you_mean, quote
from linter.findings import Severity, Voice
from linter.globs import matches
from linter.lexicon import Action, Concept, Term
from linter.named_tuples import NamedTuple
from linter.settings import Rules, Settings, Waiver

if TYPE_CHECKING:
    from linter.compiled import CompiledLexicon

OWN_CATEGORY = "evenhand"
ASYMMETRIC = "asymmetric"
OWN_CONCEPTS: Mapping[str, Severity] = {
    "suppression-unused": "warning",
    "suppression-unknown": "warning",
    "suppression-expired": "warning",
    "accept-unused": "warning",
    "accept-expired": "warning",
    ASYMMETRIC: "note",
}
"""The concepts that the tool itself reports, with their default severity; settings switch them like any other."""

DEFAULT_VOICE: Mapping[Voice, Action] = {
    "own": "report", "reported": "report", "scare": "report", "attributed": "ignore", "quoted": "ignore",
}  # fmt: skip


class Selection(NamedTuple):
    """What the command line picks out: ids of categories, concepts or stances."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def covers(self, concept: str, category: str, stance: str | None) -> bool:
        ids = {concept, category, stance}
        return not ids & self.ignore and (not self.select or bool(ids & self.select))


EVERYTHING = Selection()


class Policy(NamedTuple):
    """How to judge in one file. Of the rules that hold for it the later ones win; a concept beats its category."""

    severity: Mapping[str, str] = {}
    voice: Mapping[Voice, Action] = {}
    house: str | None = None
    encoding: str | None = None
    waivers: tuple[Waiver, ...] = ()
    selection: Selection = EVERYTHING

    def severity_of(self, concept: Concept, term: Term) -> Severity | None:
        """The severity of a term of a concept; None where it is switched off."""
        if concept.keep or not self.selection.covers(concept.id, concept.category, term.stance):
            return None
        severity = self.severity.get(concept.id) or self.severity.get(concept.category) or term.severity
        if severity == "off":
            chosen = self.selection.select & {concept.id, concept.category, term.stance}
            return cast(Severity, term.severity if term.severity != "off" else "warning") if chosen else None
        return cast(Severity, severity)

    def own_severity(self, concept: str) -> Severity | None:
        """The severity of a finding about settings or suppressions themselves."""
        if not self.selection.covers(concept, OWN_CATEGORY, None):
            return None
        severity = self.severity.get(concept) or self.severity.get(OWN_CATEGORY) or OWN_CONCEPTS[concept]
        return None if severity == "off" else cast(Severity, severity)

    def action(self, voice: Voice, term: Term) -> Action:
        """What to do with the term in a voice: the settings decide, then the lexicon, then the default of the tool."""
        return self.voice.get(voice) or term.voice.get(voice) or DEFAULT_VOICE[voice]


def resolve(settings: Settings, path: str, selection: Selection = EVERYTHING) -> Policy:
    """The policy that holds for a path. Check the settings with `check_ids` first."""
    severity: dict[str, str] = {}
    voice: dict[Voice, Action] = {}
    house = encoding = None
    for rules in rules_for(settings, path):
        severity.update(rules.severity)
        voice.update(rules.voice)
        house = rules.house or house
        encoding = rules.encoding or encoding
    waivers = tuple(waiver for folder, waiver in settings.accept if matches(path, waiver.files, folder))
    return Policy(severity, voice, None if house == "none" else house, encoding, waivers, selection)


def rules_for(settings: Settings, path: str) -> list[Rules]:
    """The rules that hold for a path, in order."""
    return [rules for rules in settings.rules if not rules.files or matches(path, rules.files, rules.folder)]


def check_ids(settings: Settings, compiled: CompiledLexicon, selection: Selection = EVERYTHING) -> None:
    """Raises SettingsError for every category, concept or house that the lexicon does not know.

    The settings that ship speak of the bundled lexicon; with another one they say nothing.
    """
    problems: list[Problem] = []
    written = [rules for layer in settings.layers if not layer.ships for rules in layer.rules]
    if not (settings.accept or selection.select or selection.ignore or any(r.severity or r.house for r in written)):
        return
    known = {OWN_CATEGORY, *OWN_CONCEPTS, *compiled.ids, *compiled.names("categories")}
    authorities = compiled.names("authorities")
    for rules in written:
        for id in rules.severity:
            if id not in known:
                origin = rules.origins[f"severity.{id}"]
                problems.append(Problem(origin, f"no category or concept {quote(id)} in the lexicon{did_you_mean(id, known)}"))
        if rules.house and rules.house != "none" and rules.house not in authorities:
            hint = did_you_mean(rules.house, authorities)
            problems.append(Problem(rules.origins["house"], f"no house {quote(rules.house)} in the lexicon{hint}"))
    for _, waiver in settings.accept:
        if waiver.concept not in known:
            hint = did_you_mean(waiver.concept, known)
            problems.append(Problem(waiver.origin, f"no concept {quote(waiver.concept)} in the lexicon{hint}"))
    problems += _unknown_selection(selection, {*known, *compiled.names("stances")})
    if problems:
        raise SettingsError(problems)


def _unknown_selection(selection: Selection, known: Iterable[str]) -> list[Problem]:
    from linter.errors import Origin

    known = set(known)
    return [
        Problem(Origin(option), f"no category, concept or stance {quote(id)} in the lexicon{did_you_mean(id, known)}")
        for option, ids in (("--select", selection.select), ("--ignore", selection.ignore))
        for id in sorted(ids - known)
    ]
