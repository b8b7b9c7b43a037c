"""Reads lexicon files: YAML with line numbers into concepts. All problems of all files are reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from linter.digests import blake2b
from linter.errors import LexiconError, Origin, Problem, did_you_mean, quote
from linter.findings import CONCERNS, Concern, Safety, Voice
from linter.lexicon import (
    STATUSES,
    Action,
    CaseRule,
    Category,
    Concept,
    Condition,
    Lexicon,
    Source,
    Status,
    Term,
)  # fmt: skip
from linter.lexicon_conditions import ConditionReader
from linter.lexicon_fields import check_pattern, read_forms, read_valid, read_voice
from linter.lexicon_locations import LexiconFile
from linter.lexicon_registers import Registers, read_id
from linter.lexicon_short_form import short_form
from linter.marked_yaml import Fields, Node, parse

_SEVERITIES = ("error", "warning", "note", "off")
_SHARED = (
    "when", "unless", "suggest", "advice", "stance", "house", "severity", "voice", "fix", "case", "in-names", "note", "sources",
)  # fmt: skip
_TERM_KEYS = ("text", "pattern", "status", "pos", "forms", "valid", "to", *_SHARED)
_CONCEPT_KEYS = ("id", "definition", "concern", "terms", "exceptions", "mirror", "keep", "examples", *_SHARED)
_FILE_KEYS = (
    "category", "title", "description", "language", "severity", "voice", "exceptions", "balance", "lists", "concepts", "prefer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What a file or concept says for the terms below it."""

    severity: str | None = None
    voice: Mapping[Voice, Action] | None = None
    stance: str | None = None
    house: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    fix: str = "suggest"
    case: str = "smart"
    in_names: bool = False
    attribute: bool = False
    advice: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()
    concern: Concern = "contested"


def parse_lexicon(files: Iterable[LexiconFile]) -> Lexicon:
    """Makes a lexicon of files. Concepts of a later location override those of an earlier one by id.

    Raises LexiconError with every problem found.
    """
    reading = _Reading()
    digest = blake2b(digest_size=8)
    files = list(files)
    for file in files:
        digest.update(f"{file.name.rsplit('/', 1)[-1]}\0{len(file.data)}\0".encode("utf-8", "surrogateescape") + file.data)
        if file.is_register:
            reading.registers.read(file)
    for file in files:
        if not file.is_register:
            reading.category(file)
    return reading.result(digest.hexdigest())


class _Reading:
    """One run over the files of a lexicon, and the problems found on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.concepts: dict[str, tuple[Concept, str]] = {}
        self.categories: dict[str, Category] = {}
        self._locations: dict[str, int] = {}
        self.registers = Registers(self.problems)
        self._conditions: ConditionReader

    def result(self, fingerprint: str) -> Lexicon:
        concepts = tuple(sorted((concept for concept, _ in self.concepts.values()), key=lambda concept: concept.id))
        for concept in concepts:
            for mirror in concept.mirror:
                if mirror not in self.concepts:
                    hint = did_you_mean(mirror, self.concepts)
                    self._problem(concept.origin, f"mirror: no concept {quote(mirror)}{hint}")
        if not concepts and not self.problems:
            self.problems.append(Problem(Origin("lexicon"), "no concepts found; expected at least one"))
        if self.problems:
            raise LexiconError(self.problems)
        return Lexicon(concepts, self.categories, self.registers.stances, self.registers.authorities, fingerprint)

    def category(self, file: LexiconFile) -> None:
        root = parse(file.data, file.name, self.problems)
        if root is None:
            if not file.data.strip():
                self.problems.append(Problem(Origin(file.name), "the file is empty; expected a category with concepts"))
            return
        fields = Fields(root, "a lexicon file", _FILE_KEYS, self.problems)
        if root.fields is None:
            return
        category = Category(
            read_id(fields, "category"), fields.text("title"), fields.text("description"),
            fields.text("language", "en"), fields.text("balance"), fields.origin,
        )  # fmt: skip
        self.categories[category.id] = category
        defaults = _Defaults(severity=fields.choice("severity", _SEVERITIES), voice=read_voice(fields))
        self._conditions = ConditionReader(fields)
        exceptions = self._conditions.phrases(fields, "exceptions")
        if "concepts" not in fields and "prefer" not in fields:
            fields.problem("no concepts: expected the key “concepts” or “prefer”")
        for node in fields.nodes("concepts"):
            self._add(self._concept(node, category, defaults, exceptions), file)
        for preferred, node in fields.mapping("prefer").items():
            self._add(short_form(fields, preferred, node, category), file)

    def _add(self, concept: Concept, file: LexiconFile) -> None:
        known = self.concepts.get(concept.id)
        if known and known[1] == file.location:
            self._problem(concept.origin, f"the concept {quote(concept.id)} stands twice; first in {known[0].origin}")
        precedence = self._locations.setdefault(file.location, len(self._locations))
        self.concepts[concept.id] = (concept._replace(precedence=precedence) if precedence else concept, file.location)

    def _concept(self, node: Node, category: Category, above: _Defaults, exceptions: tuple[str, ...]) -> Concept:
        fields = Fields(node, "a concept", _CONCEPT_KEYS, self.problems)
        concern = cast(Concern, fields.choice("concern", CONCERNS) or "contested")
        defaults = self._defaults(fields, replace(above, concern=concern))
        terms = tuple(self._term(term, defaults) for term in fields.nodes("terms"))
        if not terms and node.fields is not None:
            fields.problem("no terms: a concept needs at least one")
        keep = fields.flag("keep")
        if keep and not defaults.note:
            fields.problem("keep: a note has to give the reason")
        self._check_to(fields, terms)
        examples = fields.node("examples")
        cases = Fields(examples, "examples", ("match", "pass"), self.problems) if examples else None
        return Concept(
            id=read_id(fields, "id"),
            category=category.id,
            terms=terms,
            definition=fields.text("definition"),
            concern=concern,
            note=defaults.note,
            exceptions=(*self._conditions.phrases(fields, "exceptions"), *exceptions),
            sources=defaults.sources,
            mirror=fields.texts("mirror"),
            keep=keep,
            language=category.language,
            match_examples=cases.texts("match") if cases else (),
            pass_examples=cases.texts("pass") if cases else (),
            origin=node.origin,
        )

    def _defaults(self, fields: Fields, above: _Defaults) -> _Defaults:
        """What the mapping says of the keys that files, concepts and terms share, over what stands above it."""
        if not fields.has_any(_SHARED):
            return above
        said: dict[str, Any] = {
            "severity": fields.choice("severity", _SEVERITIES),
            "fix": fields.choice("fix", ("safe", "suggest", "never")),
            "case": fields.choice("case", ("smart", "exact", "any")),
            "advice": fields.text("advice"),
            "note": fields.text("note"),
            "house": self._known(fields, "house", self.registers.authorities, "authorities.yaml"),
            "when": self._conditions.read(fields, "when"),
            "sources": self._sources(fields),
        }
        if stance := self._known(fields, "stance", self.registers.stances, "stances.yaml"):
            said["stance"] = stance[0]
        if suggest := fields.choice("suggest", ("replace", "attribute")):
            said["attribute"] = suggest == "attribute"
        if in_names := fields.choice("in-names", ("skip", "match")):
            said["in_names"] = in_names == "match"
        if "voice" in fields:
            said["voice"] = {**(above.voice or {}), **read_voice(fields)}
        if "unless" in fields:
            said["unless"] = (*above.unless, *self._conditions.read(fields, "unless"))
        said = {key: value for key, value in said.items() if value or key in ("attribute", "in_names")}
        return replace(above, **said) if said else above

    def _term(self, node: Node, above: _Defaults) -> Term:
        fields = Fields(node, "a term", _TERM_KEYS, self.problems)
        own = self._defaults(fields, above)
        text, is_pattern = fields.text("text"), False
        if "pattern" in fields:
            if text:
                fields.problem("found both “text” and “pattern”; expected one of them", fields.key_origin("pattern"))
            text, is_pattern = fields.text("pattern"), True
            check_pattern(fields, text)
        elif not text and node.fields is not None:
            fields.problem("no text: a term needs a text or a pattern")
        status = cast(Status, fields.choice("status", STATUSES) or "deprecated")
        if "status" not in fields and node.fields is not None:
            fields.problem(f"no status; expected {', '.join(STATUSES)}")
        accepted = status in ("preferred", "admitted")
        return Term(
            text=text,
            status=status,
            forms={} if is_pattern or not text else read_forms(fields, text),
            is_pattern=is_pattern,
            case=cast(CaseRule, own.case),
            in_names=own.in_names,
            stance=own.stance if not accepted or "stance" in fields else None,
            house=own.house if "house" in fields or not accepted else (),
            when=own.when if "when" in fields or not accepted else (),
            unless=own.unless if "unless" in fields or not accepted else (),
            valid=read_valid(fields),
            fix=cast(Safety, own.fix),
            attribute=own.attribute,
            advice=own.advice if "advice" in fields or not accepted else "",
            to=fields.texts("to"),
            note=fields.text("note"),
            severity=own.severity or ("note" if own.concern == "style" else "warning"),
            voice=own.voice or {},
            sources=own.sources if "sources" in fields else (),
            origin=node.origin,
        )

    def _sources(self, fields: Fields) -> tuple[Source, ...]:
        found = []
        for node in fields.nodes("sources"):
            source = Fields(node, "a source", ("authority", "ref"), self.problems)
            known = self._known(source, "authority", self.registers.authorities, "authorities.yaml")
            found.append(Source(known[0] if known else "", source.text("ref")))
        return tuple(found)

    def _known(self, fields: Fields, key: str, register: Mapping[str, object], file: str) -> tuple[str, ...]:
        """The ids of a field, checked against a register where there is one."""
        found = fields.located_texts(key)
        for text, node in found:
            if register and text not in register:
                fields.problem(f"{key}: no {quote(text)} in {file}{did_you_mean(text, register)}", node.origin)
        return tuple(text for text, _ in found)

    def _check_to(self, fields: Fields, terms: tuple[Term, ...]) -> None:
        accepted = {text for term in terms if term.accepted for text in (term.text, *next(iter(term.forms.values()), ()))}
        for term in terms:
            for text in term.to:
                if text not in accepted:
                    hint = did_you_mean(text, accepted)
                    self._problem(term.origin, f"to: {quote(text)} is no accepted term of the concept{hint}")

    def _problem(self, origin: Origin | None, message: str) -> None:
        self.problems.append(Problem(origin or Origin("lexicon"), message))
