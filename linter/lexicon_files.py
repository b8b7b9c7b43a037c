"""Reads lexicon files: YAML with line numbers into concepts. All problems of all files are reported at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from linter.braces import expand_braces
from linter.digests import blake2b
from linter.errors import LexiconError, Origin, Problem, did_you_mean, one_of, quote
from linter.findings import CONCERNS, VOICES, Concern, Safety, Voice
from linter.forms import FORMS, POS, Form, inflect
from linter.lexicon import (
    ACTIONS,
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
from linter.lexicon_locations import LexiconFile
from linter.lexicon_registers import Registers, read_id
from linter.lexicon_short_form import has_letter, short_form
from linter.marked_yaml import Fields, Node, parse

_DATE = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?")
_SEVERITIES = ("error", "warning", "note", "off")
_SHARED = (
    "when", "unless", "suggest", "advice", "stance", "house", "severity", "voice", "fix", "case", "in-names", "note", "sources",
)  # fmt: skip
_TERM_KEYS = ("text", "pattern", "status", "pos", "forms", "valid", "to", *_SHARED)
_CONCEPT_KEYS = ("id", "definition", "concern", "terms", "exceptions", "mirror", "keep", "examples", *_SHARED)
_FILE_KEYS = (
    "category", "title", "description", "language", "severity", "voice", "exceptions", "balance", "lists", "concepts", "prefer",
)  # fmt: skip
_SPECIAL_WORDS: Mapping[str, tuple[str, ...]] = {
    "near": ("<number>", "<name>"),
    "before": ("<number>", "<name>", "<start>"),
    "after": ("<number>", "<name>", "<end>"),
}
_CONDITION_KEYS = ("near", "within", "before", "after", "voice", "part")
_PARTS = ("body", "heading", "caption", "cell", "alt", "title", "description")


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
        self.registers = Registers(self.problems)
        self._lists: dict[str, tuple[str, ...]] = {}

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
        defaults = _Defaults(severity=fields.choice("severity", _SEVERITIES), voice=self._voice(fields))
        self._lists = self._word_lists(fields)
        exceptions = self._phrases(fields, "exceptions")
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
        self.concepts[concept.id] = (concept, file.location)

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
            exceptions=(*self._phrases(fields, "exceptions"), *exceptions),
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
            "when": self._conditions(fields, "when"),
            "sources": self._sources(fields),
        }
        if stance := self._known(fields, "stance", self.registers.stances, "stances.yaml"):
            said["stance"] = stance[0]
        if suggest := fields.choice("suggest", ("replace", "attribute")):
            said["attribute"] = suggest == "attribute"
        if in_names := fields.choice("in-names", ("skip", "match")):
            said["in_names"] = in_names == "match"
        if "voice" in fields:
            said["voice"] = {**(above.voice or {}), **self._voice(fields)}
        if "unless" in fields:
            said["unless"] = (*above.unless, *self._conditions(fields, "unless"))
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
            self._check_pattern(fields, text)
        elif not text and node.fields is not None:
            fields.problem("no text: a term needs a text or a pattern")
        status = cast(Status, fields.choice("status", STATUSES) or "deprecated")
        if "status" not in fields and node.fields is not None:
            fields.problem(f"no status; expected {', '.join(STATUSES)}")
        accepted = status in ("preferred", "admitted")
        return Term(
            text=text,
            status=status,
            forms={} if is_pattern or not text else self._forms(fields, text),
            is_pattern=is_pattern,
            case=cast(CaseRule, own.case),
            in_names=own.in_names,
            stance=own.stance if not accepted or "stance" in fields else None,
            house=own.house if "house" in fields or not accepted else (),
            when=own.when if "when" in fields or not accepted else (),
            unless=own.unless if "unless" in fields or not accepted else (),
            valid=self._valid(fields),
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

    def _forms(self, fields: Fields, text: str) -> dict[Form, tuple[str, ...]]:
        pos = fields.choice("pos", POS)
        by_hand: dict[Form, tuple[str, ...]] | None = None
        if "forms" in fields:
            node = fields.node("forms")
            assert node is not None
            forms = Fields(node, "forms", FORMS, self.problems)
            by_hand = {form: forms.texts(form) for form in FORMS if form in forms}
        try:
            variants = inflect(text, pos, by_hand)
        except ValueError as error:
            fields.problem(f"text: {quote(text)}: {error}")
            return {}
        if not all(has_letter(variant) for texts in variants.values() for variant in texts):
            fields.problem(f"text: {quote(text)} has a variant without a letter or digit, which could never be found")
        return variants

    def _conditions(self, fields: Fields, key: str) -> tuple[Condition, ...]:
        node = fields.node(key)
        if node is None:
            return ()
        return tuple(self._condition(item, key) for item in (node.items if node.items is not None else (node,)))

    def _condition(self, node: Node, key: str) -> Condition:
        fields = Fields(node, f"a condition of “{key}”", _CONDITION_KEYS, self.problems)
        within = fields.text("within", "sentence")
        if within not in ("sentence", "paragraph", "document") and not (within.isdecimal() and 0 < int(within) <= 500):
            fields.problem(
                f"within: found {quote(within)}; expected sentence, paragraph, document or a number of words up to 500"
            )
        if "within" in fields and "near" not in fields:
            fields.problem("within: goes with “near”, which is missing")
        lists = {name: self._phrases(fields, name, special) for name, special in _SPECIAL_WORDS.items()}
        for name, options in (("voice", VOICES), ("part", _PARTS)):
            found = fields.located_texts(name)
            lists[name] = tuple(text for text, _ in found)
            for text, node in found:
                if text not in options:
                    fields.problem(f"{name}: found {quote(text)}; expected {', '.join(options)}", node.origin)
        if not any(lists.values()) and node.fields is not None:
            fields.problem(f"{key}: an empty condition; expected {', '.join(_CONDITION_KEYS)}")
        return Condition(within=within, **lists)

    def _phrases(self, fields: Fields, key: str, special: Collection[str] = ()) -> tuple[str, ...]:
        """The phrases of a field, with their braces checked; `special` are the words in angle brackets that it may hold."""
        phrases: list[str] = []
        for text, node in fields.located_texts(key):
            if text.startswith("<") and text.endswith(">"):
                names = [*special, *self._lists] if special else []
                phrases += self._lists.get(text, (text,))
                if text not in names:
                    hint = f"; expected a word or {one_of(names)}" if names else "; expected a word"
                    fields.problem(f"{key}: found {quote(text)}{did_you_mean(text, names) or hint}", node.origin)
                continue
            phrases.append(text)
            try:
                spellings = expand_braces(text) if "{" in text or "}" in text else (text,)
            except ValueError as error:
                fields.problem(f"{key}: {quote(text)}: {error}", node.origin)
                continue
            if not all(spellings) or (key == "exceptions" and not all(map(has_letter, spellings))):
                fields.problem(f"{key}: {quote(text)} has a spelling without a letter or digit", node.origin)
        return tuple(phrases)

    def _word_lists(self, fields: Fields) -> dict[str, tuple[str, ...]]:
        """The lists of words that conditions of the file name in angle brackets."""
        node = fields.node("lists")
        if node is None or node.fields is None:
            fields.mapping("lists")
            return {}
        self._lists = {}
        named = Fields(node, "lists", tuple(node.fields), self.problems)
        return {f"<{name}>": self._phrases(named, name) for name in node.fields}

    def _voice(self, fields: Fields) -> dict[Voice, Action]:
        actions: dict[Voice, Action] = {}
        node = fields.node("voice")
        if node is None:
            return actions
        voices = Fields(node, "voice", VOICES, self.problems)
        for voice in VOICES:
            action = voices.choice(voice, ACTIONS)
            if action:
                actions[voice] = cast(Action, action)
        return actions

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

    def _valid(self, fields: Fields) -> tuple[int | None, int | None] | None:
        node = fields.node("valid")
        if node is None:
            return None
        dates = Fields(node, "valid", ("from", "until"), self.problems)
        years: list[int | None] = []
        for key in ("from", "until"):
            text = dates.text(key)
            match = _DATE.fullmatch(text)
            if text and not match:
                dates.problem(f"{key}: found {quote(text)}; expected a date such as 1991-09-06")
            years.append(int(match.group(1)) if match else None)
        if years[0] and years[1] and years[0] > years[1]:
            dates.problem(f"valid: found {years[0]} to {years[1]}; expected the earlier date in “from”")
        return years[0], years[1]

    def _check_to(self, fields: Fields, terms: tuple[Term, ...]) -> None:
        accepted = {text for term in terms if term.accepted for text in (term.text, *next(iter(term.forms.values()), ()))}
        for term in terms:
            for text in term.to:
                if text not in accepted:
                    hint = did_you_mean(text, accepted)
                    self._problem(term.origin, f"to: {quote(text)} is no accepted term of the concept{hint}")

    def _check_pattern(self, fields: Fields, pattern: str) -> None:
        import regex

        from linter.patterns import required_literal

        try:
            regex.compile(pattern)
        except regex.error as error:
            fields.problem(f"pattern: {quote(pattern)} is no expression: {error}")
            return
        if len(required_literal(pattern)) < 3:
            fields.problem(
                f"pattern: {quote(pattern)} has no fixed part of three letters outside brackets, by which it could be found"
            )

    def _problem(self, origin: Origin | None, message: str) -> None:
        self.problems.append(Problem(origin or Origin("lexicon"), message))
