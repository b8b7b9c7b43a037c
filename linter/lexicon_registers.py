"""The registers of a lexicon: the parties that `stance` may name, and the bodies that `house` and `sources` may name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.errors import Problem, quote
from linter.lexicon import AUTHORITY_KINDS, Authority, Stance
from linter.lexicon_locations import LexiconFile
from linter.marked_yaml import Fields, parse

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Registers:
    """The stances and authorities of all registers read so far, by id; what is wrong is added to `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        self.stances: dict[str, Stance] = {}
        self.authorities: dict[str, Authority] = {}
        self._problems = problems
        self._registered: set[tuple[str, str]] = set()

    def read(self, file: LexiconFile) -> None:
        """Adds the entries of a file whose name ends in stances.yaml or authorities.yaml."""
        root = parse(file.data, file.name, self._problems)
        if root is None:
            return
        kind = "stances" if file.name.endswith("stances.yaml") else "authorities"
        for node in Fields(root, kind, (kind,), self._problems).nodes(kind):
            if kind == "stances":
                fields = Fields(node, "a stance", ("id", "name", "description", "opposes"), self._problems)
                id = self._id(fields, self.stances, file)
                self.stances[id] = Stance(id, fields.text("name"), fields.text("description"), fields.texts("opposes"))
            else:
                fields = Fields(node, "an authority", ("id", "name", "kind", "url"), self._problems)
                id = self._id(fields, self.authorities, file)
                authority_kind = fields.choice("kind", AUTHORITY_KINDS) or "house"
                self.authorities[id] = Authority(id, fields.text("name"), authority_kind, fields.text("url"))

    def _id(self, fields: Fields, register: Mapping[str, object], file: LexiconFile) -> str:
        id = read_id(fields, "id")
        if id in register and (file.name, id) in self._registered:
            fields.problem(f"the id {quote(id)} stands twice in {file.name}", fields.key_origin("id"))
        self._registered.add((file.name, id))
        return id


def read_id(fields: Fields, key: str) -> str:
    """The id in a field; a problem where it is missing or not in kebab-case."""
    id = fields.text(key)
    if not _ID.fullmatch(id):
        found = f"found {quote(id)}" if id else "missing"
        fields.problem(f"{key}: {found}; expected an id in kebab-case such as place-names", fields.key_origin(key))
    return id
