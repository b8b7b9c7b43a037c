"""YAML in which every value knows its line and column, and every scalar is the text that was written.

Built on the parser's events: no value is ever interpreted (`no`, `on`, `1948` are words), a duplicate key is a problem, and
anchors and aliases are refused, as no text from a stranger may grow without bound.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Protocol

from linter.errors import Origin, Problem, did_you_mean, one_of, quote

DEPTH_LIMIT = 20
SIZE_LIMIT = 32 * 1024 * 1024
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and overrides of direction, which belong in no text and would steer a terminal."""


class Mark(Protocol):
    """A place as the parser of YAML knows it; both numbers are 0-based."""

    line: int
    column: int


class Node:
    """A value of a YAML file: a text, a list of nodes or a mapping of texts to nodes; exactly one of the three is set.

    `marks`: where the keys of a mapping stand. Places are kept as the parser gives them, since of most nobody ever asks.
    """

    __slots__ = ("_mark", "_path", "fields", "items", "marks", "text")

    def __init__(
        self,
        path: str,
        mark: Mark,
        text: str | None = None,
        items: tuple[Node, ...] | None = None,
        fields: Mapping[str, Node] | None = None,
        marks: Mapping[str, Mark] | None = None,
    ) -> None:
        self._path = path
        self._mark = mark
        self.text = text
        self.items = items
        self.fields = fields
        self.marks = marks

    @property
    def origin(self) -> Origin:
        return _origin(self._path, self._mark)

    def key_origin(self, key: str) -> Origin:
        """Where a key of a mapping stands; where it has none of that name, the mapping."""
        return _origin(self._path, (self.marks or {}).get(key, self._mark))

    def with_items(self, items: tuple[Node, ...]) -> Node:
        """The list at this place with other items."""
        return Node(self._path, self._mark, items=items)

    def with_fields(self, fields: Mapping[str, Node]) -> Node:
        """The mapping at this place with other fields."""
        return Node(self._path, self._mark, fields=fields, marks=self.marks)

    @property
    def kind(self) -> str:
        """What it is, in the words of a message."""
        if self.text is not None:
            return f"the text {quote(self.text)}" if self.text else "nothing"
        return "a list" if self.items is not None else "a mapping"


def parse(data: bytes, path: str, problems: list[Problem]) -> Node | None:
    """Reads one YAML document in UTF-8. Adds what is wrong to `problems`; None where nothing can be made of it."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if len(data) > SIZE_LIMIT:
        problems.append(Problem(Origin(path), f"the file has {len(data):,} bytes; at most {SIZE_LIMIT:,} are read"))
        return None
    try:
        return _Builder(path, problems).build(yaml.parse(data.decode("utf-8-sig"), Loader=loader))
    except UnicodeDecodeError as error:
        problems.append(Problem(Origin(path), f"not UTF-8: byte 0x{data[error.start]:02X} at offset {error.start}"))
    except yaml.reader.ReaderError as error:
        problems.append(Problem(Origin(path), f"not YAML: {error.reason} at offset {error.position}"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        origin = Origin(path, mark.line + 1, mark.column + 1) if mark else Origin(path)
        detail = ", ".join(str(part) for part in (error.context, error.problem) if part)
        problems.append(Problem(origin, f"not YAML: {detail}"))
    except _TooDeep as error:
        problems.append(Problem(error.origin, f"nested more than {DEPTH_LIMIT} levels deep"))
    return None


class _TooDeep(Exception):
    def __init__(self, origin: Origin) -> None:
        self.origin = origin


class _Builder:
    """Makes nodes of events without recursion of the parser."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        from yaml import events

        self._kinds = events
        self._path = path
        self._problems = problems

    def build(self, events: Iterable[Any]) -> Node | None:
        kinds = self._kinds
        root: Node | None = None
        stream = iter(events)
        for event in stream:
            if isinstance(event, kinds.DocumentStartEvent):
                if root is not None:
                    self._problem(event, "a second document in one file; expected one")
                    break
                root = self._node(next(stream), stream, 0)
        return root

    def _node(self, event: Any, stream: Any, depth: int) -> Node:
        kinds = self._kinds
        if depth > DEPTH_LIMIT:
            raise _TooDeep(_origin(self._path, event.start_mark))
        if event.anchor:
            alias = isinstance(event, kinds.AliasEvent)
            self._problem(event, f"an {'alias (*name)' if alias else 'anchor (&name)'}; write the value out")
            if alias:
                return Node(self._path, event.start_mark, text="")
        if isinstance(event, kinds.ScalarEvent):
            self._check(event)
            plain_null = event.implicit[0] and event.value in ("", "~", "null")
            return Node(self._path, event.start_mark, text="" if plain_null else event.value)
        if isinstance(event, kinds.MappingStartEvent):
            return self._mapping(event, stream, depth)
        items = []
        while not isinstance(item := next(stream), kinds.SequenceEndEvent):
            items.append(self._node(item, stream, depth + 1))
        return Node(self._path, event.start_mark, items=tuple(items))

    def _mapping(self, start: Any, stream: Any, depth: int) -> Node:
        kinds = self._kinds
        fields: dict[str, Node] = {}
        marks: dict[str, Mark] = {}
        while not isinstance(event := next(stream), kinds.MappingEndEvent):
            if isinstance(event, kinds.ScalarEvent) and not event.anchor and depth < DEPTH_LIMIT:
                self._check(event)
                name, mark = event.value, event.start_mark
                value = self._node(next(stream), stream, depth + 1)
                if name in fields:
                    first = _origin(self._path, marks[name]).line
                    self._problem(event, f"the key {quote(name)} stands twice; first in line {first}")
                else:
                    fields[name], marks[name] = value, mark
                continue
            key = self._node(event, stream, depth + 1)
            self._node(next(stream), stream, depth + 1)
            if key.text is None:
                self._problems.append(Problem(key.origin, f"found {key.kind} as a key; expected a word"))
        return Node(self._path, start.start_mark, fields=fields, marks=marks)

    def _check(self, scalar: Any) -> None:
        if not scalar.value.isprintable() and (unseen := _UNSEEN.search(scalar.value)):
            self._problem(scalar, f"the control character U+{ord(unseen[0]):04X}; expected text")

    def _problem(self, event: Any, message: str) -> None:
        self._problems.append(Problem(_origin(self._path, event.start_mark), message))


def _origin(path: str, mark: Mark) -> Origin:
    return Origin(path, mark.line + 1, mark.column + 1)


class Fields:
    """Reads the fields of a mapping, and collects what is wrong with them instead of stopping at the first."""

    def __init__(self, node: Node, what: str, known: Collection[str], problems: list[Problem]) -> None:
        self.problems = problems
        self._node = node
        self._fields: Mapping[str, Node] = node.fields or {}
        if node.fields is None:
            self.problem(f"found {node.kind}; expected {what}: a mapping with the keys {', '.join(known)}")
        for key in self._fields:
            if key not in known:
                hint = did_you_mean(key, known) or f"; expected one of {', '.join(known)}"
                self.problem(f"unknown key {quote(key)} in {what}{hint}", node.key_origin(key))

    @property
    def origin(self) -> Origin:
        return self._node.origin

    def problem(self, message: str, origin: Origin | None = None) -> None:
        self.problems.append(Problem(origin or self.origin, message))

    def __contains__(self, key: str) -> bool:
        return key in self._fields

    def has_any(self, keys: Iterable[str]) -> bool:
        return not self._fields.keys().isdisjoint(keys)

    def node(self, key: str) -> Node | None:
        return self._fields.get(key)

    def key_origin(self, key: str) -> Origin:
        return self._node.key_origin(key)

    def text(self, key: str, default: str = "") -> str:
        """The text of a field in one line, or the default where the field is missing."""
        node = self._fields.get(key)
        if node is None:
            return default
        if node.text is None:
            self.problem(f"{key}: found {node.kind}; expected a text", node.origin)
            return default
        return " ".join(node.text.split())

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a field that holds a list of texts, or one text."""
        return tuple(text for text, _ in self.located_texts(key))

    def located_texts(self, key: str) -> tuple[tuple[str, Node], ...]:
        """As `texts`, each with its node, which knows where it stands."""
        node = self._fields.get(key)
        if node is None:
            return ()
        found = []
        for item in (node,) if node.text is not None else node.items or ():
            if item.text is None or not item.text.strip():
                self.problem(f"{key}: found {item.kind}; expected a text", item.origin)
            else:
                found.append((" ".join(item.text.split()), item))
        if node.fields is not None:
            self.problem(f"{key}: found {node.kind}; expected a list of texts", node.origin)
        return tuple(found)

    def choice(self, key: str, options: Collection[str]) -> str | None:
        """The text of a field that must be one of the options; None where it is missing or is not."""
        if key not in self._fields:
            return None
        text = self.text(key)
        if text in options:
            return text
        hint = did_you_mean(text, options)
        self.problem(f"{key}: found {quote(text)}; expected {one_of(options)}{hint}", self._fields[key].origin)
        return None

    def flag(self, key: str) -> bool:
        return self.choice(key, ("true", "false")) == "true"

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The items of a field that must be a list."""
        node = self._fields.get(key)
        if node is None:
            return ()
        if node.items is None:
            self.problem(f"{key}: found {node.kind}; expected a list", node.origin)
            return ()
        return node.items

    def mapping(self, key: str) -> Mapping[str, Node]:
        """The fields of a field that must be a mapping with free keys."""
        node = self._fields.get(key)
        if node is None:
            return {}
        if node.fields is None:
            self.problem(f"{key}: found {node.kind}; expected a mapping", node.origin)
            return {}
        return node.fields
