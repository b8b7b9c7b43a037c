"""The lexicon that the tests of `fix` work with, and the shortest way from a text to its fix."""

from __future__ import annotations

from functools import cache

from linter import formats
from linter.document import Document
from linter.findings import Finding
from linter.fixes import Fixed, Wanted, choose_suggestion, fix
from linter.lexicon_files import LexiconFile, parse_lexicon
from linter.linting import lint_document
from linter.policy import Policy
from linter.rulebook import Rulebook, rulebook_of

LEXICON = """
category: desk
concepts:
  - id: attack
    terms:
      - {text: invasion, status: preferred, pos: noun}
      - {text: special military operation, status: deprecated, pos: noun}
  - id: capture
    terms:
      - {text: take, status: preferred, pos: verb}
      - {text: liberate, status: deprecated, pos: verb}
  - id: civilian-deaths
    terms:
      - {text: civilian deaths, status: preferred, pos: noun}
      - {text: collateral damage, status: deprecated, pos: noun, forms: {}}
  - id: disarmament
    terms:
      - {text: "demilitari{s,z}e", status: preferred, pos: verb}
      - {text: denazify, status: deprecated, pos: verb}
  - id: extremist
    suggest: attribute
    advice: Say who says so.
    terms:
      - {text: fighter, status: preferred, pos: noun}
      - {text: terrorist, status: deprecated, pos: noun}
  - id: islamist
    terms:
      - {text: militant, status: preferred, pos: noun}
      - {text: Islamist, status: deprecated, pos: noun}
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name, fix: safe}
  - id: ukraine
    terms:
      - {text: Ukraine, status: preferred, pos: name}
      - {text: the Ukraine, status: deprecated, unless: {after: [aid]}}
  - id: lawmaker
    terms:
      - {text: member of Congress, status: preferred, pos: noun}
      - {text: lawmaker, status: admitted, pos: noun}
      - {text: congressman, status: deprecated, pos: noun, to: lawmaker}
      - {text: solon, status: deprecated, pos: noun}
  - id: migrant
    terms:
      - {text: undocumented immigrant, status: preferred, pos: noun}
      - {text: illegal alien, status: deprecated, pos: noun}
  - id: papers
    terms:
      - {text: person without papers, status: preferred, pos: noun}
      - {text: illegal, status: deprecated, pos: noun}
  - id: shooting
    terms:
      - {text: police shooting, status: preferred, pos: noun}
      - {text: "officer{-, }involved shooting", status: deprecated, pos: noun}
  - id: spelling
    terms:
      - {text: Sergei, status: admitted, pos: name}
      - {text: Sergey, status: admitted, pos: name}
  - id: thing
    terms:
      - {text: thing one, status: admitted, pos: noun}
      - {text: thing two, status: admitted, pos: noun}
      - {text: gizmo, status: deprecated, pos: noun}
  - id: unrest
    terms:
      - {text: unrest, status: preferred, pos: noun}
      - {text: riot, status: deprecated, pos: noun}
"""


DEFAULT = Policy()


@cache
def rulebook(source: str = LEXICON) -> Rulebook:
    return rulebook_of(parse_lexicon([LexiconFile("desk.yaml", source.encode())]))


class Desk:
    """A proofreader with a lexicon, for one format."""

    def __init__(self, format: str = "text", lexicon: str = LEXICON, policy: Policy = DEFAULT) -> None:
        self._format = formats.load(format)
        self._rulebook = rulebook(lexicon)
        self._policy = policy

    def lint(self, data: bytes) -> tuple[Document, tuple[Finding, ...]]:
        document = self._format.read(data)
        return document, lint_document(document, "a.txt", self._rulebook, self._policy).result.findings

    def rewrite(self, data: bytes, edits: list) -> bytes:  # type: ignore[type-arg]
        return self._format.rewrite(data, edits)


def fixed(text: str | bytes, format: str = "text", *, suggested: bool = True, quotations: bool = False, **desk: object) -> Fixed:
    data = text.encode() if isinstance(text, str) else text
    wanted = Wanted(suggested, quotations)
    return fix(data, Desk(format, **desk), lambda f: choose_suggestion(f, wanted), in_quotations=quotations)  # type: ignore[arg-type]


def fix_text(text: str, format: str = "text", **options: object) -> str:
    return fixed(text, format, **options).data.decode()  # type: ignore[arg-type]
