"""The canonical layout of a lexicon file: the same keys in the same order everywhere, so that a diff shows what changed.

Keys stand in the order of docs/lexicon-format.md, concepts and register entries are sorted by id, what fits on one line
stands on one line, and what all deprecated terms of a concept share stands once, in the concept. Words are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from linter.errors import LexiconError, Origin, Problem
from linter.marked_yaml import Node, parse

WIDTH = 120
"""Columns of a line, as far as its words can be parted."""

_SHARED_ORDER = (
    "stance", "house", "when", "unless", "valid", "fix", "suggest", "advice", "to", "note", "sources", "severity", "voice",
)  # fmt: skip
_FILE_ORDER = (
    "category", "title", "description", "language", "severity", "voice", "exceptions", "lists", "balance", "concepts", "prefer",
)  # fmt: skip
_CONCEPT_ORDER = (
    "id", "definition", "concern", "note", "terms", "exceptions", "when", "unless", "suggest", "advice", "stance", "house",
    "severity", "voice", "fix", "case", "in-names", "sources", "mirror", "keep", "examples",
)  # fmt: skip
_TERM_ORDER = ("text", "pattern", "status", "pos", "forms", "case", "in-names", *_SHARED_ORDER)
_STANCE_ORDER = ("id", "name", "description", "opposes")
_AUTHORITY_ORDER = ("id", "name", "kind", "url")
_CONDITION_ORDER = ("near", "within", "before", "after", "voice", "part")
_ORDERS: Mapping[str, Sequence[str]] = {
    "": _FILE_ORDER, "concepts": _CONCEPT_ORDER, "terms": _TERM_ORDER, "stances": _STANCE_ORDER, "authorities": _AUTHORITY_ORDER,
    "when": _CONDITION_ORDER, "unless": _CONDITION_ORDER, "sources": ("authority", "ref"), "examples": ("match", "pass"),
    "valid": ("from", "until"),
}  # fmt: skip
"""The keys of a mapping in their order, by the key under which the mapping stands; the file itself stands under none."""

_ALWAYS_BLOCK = ("concepts", "terms", "sources", "examples", "stances", "authorities", "lists", "prefer")
_SORTED_BY_ID = ("concepts", "stances", "authorities")
_SENTENCES = ("match", "pass")
_PLAIN = re.compile(r"[^\W_][^\n:#,\[\]{}\"'`]*|<[a-z-]+>")
_PLAIN_IN_BLOCK = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*")


def layout(data: bytes, path: str) -> str:
    """A lexicon file or register in canonical layout.

    Raises LexiconError where the file is not readable, or holds comments below its first lines, which would be lost.
    """
    problems: list[Problem] = []
    root = parse(data, path, problems)
    if root is not None and root.fields is None:
        problems.append(Problem(root.origin, f"found {root.kind}; expected a lexicon file: a mapping"))
    head, comments = _comments(data) if root is not None and not problems else ([], [])
    problems += [
        Problem(Origin(path, line), "a comment below the head of the file would be lost; make it a note") for line in comments
    ]
    if problems or root is None:
        raise LexiconError(problems or [Problem(Origin(path), "the file is empty; expected a category with concepts")])
    return "".join(f"{line}\n" for line in [*head, *_block_mapping(_hoisted(root), "", 0)])


def _comments(data: bytes) -> tuple[list[str], list[int]]:
    """The comment lines at the head of a file, and the numbers of the lines with comments below it."""
    import yaml

    text = data.decode("utf-8-sig")
    head = [line.rstrip() for line in re.match(r"(?:#[^\n]*\n)*", text)[0].splitlines()]  # type: ignore[index]
    lines = text.split("\n")
    if not any("#" in line for line in lines[len(head) :]):
        return head, []
    found = set()
    ended = (0, 0)
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start, end = token.start_mark, token.end_mark
        for number in range(ended[0], start.line + 1):
            between = lines[number][ended[1] if number == ended[0] else 0 : start.column if number == start.line else None]
            if "#" in between and number >= len(head):
                found.add(number + 1)
        ended = (end.line, end.column)
    return head, sorted(found)


def _hoisted(root: Node) -> Node:
    """The file with what all deprecated terms of a concept share moved to the concept."""
    fields = dict(root.fields or {})
    concepts = fields.get("concepts")
    if concepts is not None and concepts.items is not None:
        fields["concepts"] = concepts.with_items(tuple(map(_hoisted_concept, concepts.items)))
    return root.with_fields(fields)


def _hoisted_concept(concept: Node) -> Node:
    terms = concept.fields.get("terms") if concept.fields else None
    if concept.fields is None or terms is None or terms.items is None or any(term.fields is None for term in terms.items):
        return concept
    fields = dict(concept.fields)
    items = [dict(term.fields or {}) for term in terms.items]
    deprecated = [item for item in items if not _is_accepted(item)]
    accepted = [item for item in items if _is_accepted(item)]
    for key in ("when", "unless", "suggest", "advice", "severity"):
        values = [item.get(key) for item in deprecated]
        if len(values) < 2 or key in fields or values[0] is None or any(_content(v) != _content(values[0]) for v in values):
            continue
        # an accepted term takes the severity and the way to suggest from its concept, and adds its `unless` to the concept's
        if (key in ("suggest", "severity") and accepted) or (key == "unless" and any(key in item for item in accepted)):
            continue
        fields[key] = values[0]
        for item in deprecated:
            del item[key]
    hoisted = tuple(term.with_fields(item) for term, item in zip(terms.items, items, strict=True))
    return concept.with_fields({**fields, "terms": terms.with_items(hoisted)})


def _is_accepted(term: Mapping[str, Node]) -> bool:
    return "status" in term and term["status"].text in ("preferred", "admitted")


def _content(node: Node | None) -> object:
    """What a node says, for comparing: without its place."""
    if node is None or node.text is not None:
        return node.text if node else None
    if node.items is not None:
        return [_content(item) for item in node.items]
    return {key: _content(value) for key, value in (node.fields or {}).items()}


def _block_mapping(node: Node, under: str, indent: int) -> Iterator[str]:
    """The lines of a mapping, one key a line or more, each indented by so many columns."""
    for key, value in _ordered(node, under):
        name = f"{' ' * indent}{_scalar(key, flow=False)}:"
        flow = None if key in _ALWAYS_BLOCK and under != key else _flow(value, key)
        if flow is not None and len(name) + 1 + len(flow) <= WIDTH:
            yield f"{name} {flow}"
        elif value.text is not None:
            yield from _long_text(value.text, name, indent)
        elif value.fields is not None:
            yield name if value.fields else f"{name} {{}}"
            yield from _block_mapping(value, key, indent + 2)
        elif value.items and key not in _SENTENCES and all(item.text is not None for item in value.items):
            yield from _wrapped_list(value, name, indent)
        else:
            yield name if value.items else f"{name} []"
            yield from _block_list(value, key, indent + 2)


def _block_list(node: Node, under: str, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}- "
    for number, item in enumerate(_sorted_items(node, under)):
        if number and under == "concepts":
            yield ""
        flow = None if under == "concepts" else _flow(item, under)
        if flow is not None and len(dash) + len(flow) <= WIDTH:
            yield dash + flow
        elif item.text is not None:
            yield from _filled(_scalar(item.text, flow=True, sentence=under in _SENTENCES), dash, indent + 2)
        elif item.fields is not None:
            lines = list(_block_mapping(item, under, indent + 2))
            yield dash + lines[0].lstrip()
            yield from lines[1:]
        else:
            yield f"{' ' * indent}-"
            yield from _block_list(item, under, indent + 2)


def _wrapped_list(node: Node, name: str, indent: int) -> Iterator[str]:
    """A list of words between brackets, filled up to the width."""
    words = [_scalar(item.text or "", flow=True) for item in node.items or ()]
    yield from _fill([f"{word}," for word in words[:-1]] + [f"{words[-1]}]"], f"{name} [", indent + 2)


def _long_text(text: str, name: str, indent: int) -> Iterator[str]:
    """A text of several lines, folded."""
    yield f"{name} >"
    yield from _fill(text.split(), " " * (indent + 2), indent + 2)


def _filled(quoted: str, start: str, indent: int) -> Iterator[str]:
    return _fill(quoted.split(" "), start, indent)


def _fill(words: Sequence[str], start: str, indent: int) -> Iterator[str]:
    """Lines of words up to the width: the first one begins with `start`, the others with so many columns of space."""
    line, is_empty = start, True
    for word in words:
        if not is_empty and len(line) + 1 + len(word) > WIDTH:
            yield line
            line, is_empty = " " * indent, True
        line += word if is_empty else f" {word}"
        is_empty = False
    yield line


def _flow(node: Node, under: str) -> str | None:
    """A node on one line."""
    if node.text is not None:
        return (
            _scalar(node.text, flow=True, sentence=under in _SENTENCES) if under in _SENTENCES else _scalar(node.text, flow=False)
        )
    return _inside(node, under)


def _inside(node: Node, under: str) -> str:
    """A node on one line, between brackets or braces."""
    if node.text is not None:
        return _scalar(node.text, flow=True, sentence=under in _SENTENCES)
    if node.items is not None:
        return f"[{', '.join(_inside(item, under) for item in node.items)}]"
    return "{" + ", ".join(f"{_scalar(key, flow=True)}: {_inside(value, key)}" for key, value in _ordered(node, under)) + "}"


def _ordered(node: Node, under: str) -> list[tuple[str, Node]]:
    """The fields of a mapping in canonical order; keys that have none stay in their order, at the end."""
    order = _ORDERS.get(under, ())
    place: Callable[[tuple[str, Node]], int] = lambda field: order.index(field[0]) if field[0] in order else len(order)  # noqa: E731
    return sorted((node.fields or {}).items(), key=place)


def _sorted_items(node: Node, under: str) -> Sequence[Node]:
    items = node.items or ()
    if under not in _SORTED_BY_ID or not all(item.fields and "id" in item.fields for item in items):
        return items
    return sorted(items, key=lambda item: (item.fields or {})["id"].text or "")


def _scalar(text: str, *, flow: bool, sentence: bool = False) -> str:
    """A text as YAML: plain where that is safe, else between quotation marks. White space is one space, as readers take it."""
    text = " ".join(text.split())
    plain = _PLAIN if flow else _PLAIN_IN_BLOCK
    if not sentence and plain.fullmatch(text) and text != "null":
        return text
    if ("\\" in text or '"' in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
