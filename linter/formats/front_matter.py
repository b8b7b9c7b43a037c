"""The front matter of a Markdown file: which of its values people read, and where they stand.

YAML between `---` lines, TOML between `+++` lines. The YAML parser gives the place of each scalar; what its quotes,
escapes and folded lines mean is worked out again piece by piece, and dropped where that differs from what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from linter.document import Part
from linter.formats.running_text import Piece

PARTS_BY_KEY: dict[str, Part] = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("description", "summary", "subtitle", "deck", "dek", "standfirst", "excerpt", "abstract"), "description"),
    "caption": "caption",
    "alt": "alt",
}
"""Keys whose values are text, in any depth of the front matter; all others are data."""

Value = tuple[Part, list[Piece]]

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSING = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.M), "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.M)}
_A_KEY = re.compile(r"""^[ \t]*["']?[\w.-]+["']?[ \t]*[:=]""", re.M)
_TEXT_KEY = re.compile(rf"""\b(?:{"|".join(PARTS_BY_KEY)})["']?[ \t]*[:=]""", re.I)
_TOML_VALUE = re.compile(
    r'''^[ \t]*(?:([\w-]+)|"([\w-]+)")[ \t]*=[ \t]*(?:"""(?P<long>(?:[^\\]|\\.)*?)"""|'\'\'(?P<raw>.*?)\'\'\''''
    r"""|"(?P<basic>(?:[^"\\\n]|\\.)*+)"|'(?P<literal>[^'\n]*+)')""",
    re.M | re.S,
)

_LINE = r"[ \t]*(?:\r\n|\r|\n)\s*"
_BREAK = re.compile(_LINE)
_SINGLE_QUOTED = re.compile(rf"''|{_LINE}")
_DOUBLE_QUOTED = re.compile(rf"\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|(?:\r\n|\r|\n)[ \t]*|.)|{_LINE}", re.S)
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n)?")
_PROPERTIES = re.compile(r"(?:[&!]\S*+\s++)*")
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"}
_ESCAPES |= {"N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}


def read_front_matter(source: str) -> tuple[int, list[Value]]:
    """Where the front matter ends, 0 if there is none, and its texts in order, each with its part."""
    opening = _OPENING.match(source)
    closing = _CLOSING[opening[1]].search(source, opening.end()) if opening else None
    if opening is None or closing is None:
        return 0, []
    start, end = opening.span(1)[1], closing.start()
    block = source[opening.end() : end]
    if block.strip() and not _A_KEY.search(block):
        return 0, []  # two thematic breaks with text between them
    values: Iterable[Value] = ()
    if _TEXT_KEY.search(block):
        start = opening.end()
        values = _toml_values(block, start) if opening[1] == "+++" else _yaml_values(block, start)
    return closing.end(), list(values)


def _toml_values(block: str, base: int) -> Iterator[Value]:
    for value in _TOML_VALUE.finditer(block):
        part = PARTS_BY_KEY.get((value[1] or value[2]).lower())
        if part is not None:
            kind = value.lastgroup or ""
            start, end = value.span(kind)
            escaped = kind in ("long", "basic")
            yield part, list(_pieces(block[start:end], base + start, _DOUBLE_QUOTED if escaped else _BREAK))


def _yaml_values(block: str, base: int) -> list[Value]:
    """Works on events, not on a tree: no depth of nesting can exhaust the stack."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    values: list[Value] = []
    keys: list[str | None] = []  # one a collection: "" in a sequence, the key or None before a key in a mapping
    try:
        for event in yaml.parse(block, Loader=loader):
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                keys.append(None if isinstance(event, yaml.MappingStartEvent) else "")
                continue
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                keys.pop()
                if keys and keys[-1] is None:
                    keys[-1] = "*"  # a collection for a key
                    continue
            elif not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                continue
            elif keys and keys[-1] is None:
                keys[-1] = event.value.lower() if isinstance(event, yaml.ScalarEvent) else "*"
                continue
            elif keys and isinstance(event, yaml.ScalarEvent) and (part := PARTS_BY_KEY.get(keys[-1] or "")):
                values += _yaml_scalar(part, event, block, base)
            if keys and keys[-1] != "":
                keys[-1] = None
    except (yaml.YAMLError, ValueError):
        return []
    return values


def _yaml_scalar(part: Part, event: Any, block: str, base: int) -> Iterator[Value]:
    start, end = event.start_mark.index, event.end_mark.index
    if event.anchor or event.tag:
        start = _PROPERTIES.match(block, start, end).end()  # type: ignore[union-attr]
    special = _BREAK
    if event.style in ("|", ">"):
        header = _BLOCK_HEADER.match(block, start)
        start = header.end() if header else start
    elif event.style in ("'", '"'):
        start, end = start + 1, end - 1
        special = _SINGLE_QUOTED if event.style == "'" else _DOUBLE_QUOTED
    pieces = list(_pieces(block[start:end], base + start, special))
    if "".join(text for text, _, _ in pieces).split() == event.value.split():
        yield part, pieces


def _pieces(raw: str, start: int, special: re.Pattern[str]) -> Iterator[Piece]:
    done = 0
    for found in special.finditer(raw):
        if found.start() > done:
            yield raw[done : found.start()], start + done, None
        done = found.end()
        yield _meaning(found[0]), start + found.start(), start + done
    if done < len(raw):
        yield raw[done:], start + done, None


def _meaning(raw: str) -> str:
    if raw[0] != "\\":
        return "'" if raw == "''" else " "
    letter = raw[1]
    if letter in "xuU" and len(raw) > 2:
        code = int(raw[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if letter in "\r\n" else _ESCAPES.get(letter, letter)
