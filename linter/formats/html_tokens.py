"""The tokens of HTML: where a tag, a comment and an attribute begin and end, and what an entity stands for.

The expressions follow the tokeniser of the standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization),
with one kindness: a quotation mark of an attribute that is never closed does not swallow the rest of the file. They
give nothing back once they have it (possessive quantifiers), so that no page takes more than linear time. Groups
do where their beginning alone may fail; after a later part did, Python 3.11.2 goes on from the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.decoding import codec_of
from linter.errors import ReadError
from linter.formats.running_text import Piece

_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s>]*+)"""
_ATTRIBUTES = rf"[^>=]*+(?:=\s*+{_VALUE}[^>=]*+)*+"
_COMMENT = r"!--(?:-?>|((?s:.*?))(?:--!?>|\Z))"

_TAG = rf"(/?[A-Za-z][^\s/>]*+)({_ATTRIBUTES})(?:>|\Z)"
_OTHER_PARAGRAPH = r"/p>\s*+<(?=p[\s>])"
"""The end tag of a paragraph that another follows says nothing that the start tag does not."""

TOKEN = re.compile(rf"<(?:{_OTHER_PARAGRAPH})?(?:{_TAG}|{_COMMENT}|!\[CDATA\[|[!?/][^>]*+(?:>|\Z))")
"""Groups: 1 the name, with `/` before it in an end tag; 2 the attributes; 3 the inside of a comment."""

ATTRIBUTE = re.compile(r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?""")
"""Groups: 1 the name; 2, 3 or 4 the value, if there is one."""

_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
_LABEL = re.compile(rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)""", re.I)
_PRESCAN = 1024
"""So many bytes the standard looks into for a declared encoding."""


def declared_encoding(data: bytes) -> str | None:
    """The encoding that `<meta charset>`, its `http-equiv` form or the XML declaration names, if it is known here."""
    found = _LABEL.search(data, 0, _PRESCAN)
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace")
    try:
        codec = codec_of(label)
    except ReadError:
        return None
    # A label that could be read as bytes one by one is not the name of an encoding of two bytes.
    return None if codec.startswith(("utf-16", "utf-32", "utf-7", "utf_16", "utf_32")) else codec


def attribute_values(source: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The attributes in source [start, end): name in lower case → where its value stands. Of one name, the first."""
    values: dict[str, tuple[int, int]] = {}
    for attribute in ATTRIBUTE.finditer(source, start, end):
        group = attribute.lastindex or 1
        if group > 1:
            values.setdefault(attribute[1].lower(), attribute.span(group))
    return values


def pieces(raw: str, start: int) -> Iterator[Piece]:
    """A text that stands in the source at `start`, in pieces: stretches as they are, and what each entity means."""
    done, sign = 0, raw.find("&")
    while sign >= 0:
        entity = _ENTITY.match(raw, sign)
        meant, length = _meaning(entity[0]) if entity else ("", 0)
        if length:
            if sign > done:
                yield raw[done:sign], start + done, None
            done = sign + length
            yield meant, start + sign, start + done
        sign = raw.find("&", sign + (length or 1))
    if done < len(raw):
        yield raw[done:], start + done, None


@lru_cache(maxsize=1024)
def _meaning(entity: str) -> tuple[str, int]:
    """What an entity means, and how many characters of it say so: of `&notit;` the first four. 0: it is no entity."""
    from html import unescape
    from html.entities import html5

    meant = unescape(entity)
    if meant == entity:
        return "", 0
    if entity[1] == "#" or entity[1:] in html5:
        return meant, len(entity)
    known = max(length for length in range(2, len(entity) + 1) if entity[1:length] in html5)
    return html5[entity[1:known]], known


class EndTags:
    """Where the end tags of a source stand. Each is looked for once, however often it is asked for."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: dict[str, tuple[int, int] | None] = {}

    def after(self, name: str, start: int) -> tuple[int, int] | None:
        """Where the first `</name>` at or after `start` begins and ends. Ask in ascending order."""
        found = self._found.get(name, (-1, -1))
        if found is not None and found[0] < start:
            match = _end_tag(name).search(self._source, start)
            found = self._found[name] = match.span() if match else None
        return found

    def end_of_nested(self, name: str, start: int) -> int | None:
        """Where an element ends whose start tag ended at `start` and that may hold others of its name."""
        if self.after(name, start) is None:
            return None
        depth, end = 1, start
        for tag in _either_tag(name).finditer(self._source, start):
            if tag[1]:
                depth, end = depth - 1, tag.end()
                if not depth:
                    break
            elif not tag[0].endswith("/>"):
                depth += 1
        return end


@lru_cache(maxsize=64)
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(r"\]\]>" if name == "[CDATA[" else rf"</(?i:{name})(?=[\s/>])[^>]*+(?:>|\Z)")


@lru_cache(maxsize=64)
def _either_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?)(?i:{name})(?=[\s/>]){_ATTRIBUTES}(?:>|\Z)")
