"""Reads settings files: YAML with line numbers into layers, with what they extend. All problems of a file at once."""

from __future__ import annotations

import os
from collections.abc import Sequence

from linter.errors import Origin, Problem, SettingsError, quote
from linter.findings import VOICES, Voice
from linter.lexicon import ACTIONS, Action
from linter.marked_yaml import Fields, Node, parse
from linter.settings import FAIL_ON, KEYS, Layer, Rules, Waiver

_SEVERITIES = ("error", "warning", "note", "off")
_OVERRIDE_KEYS = ("files", "severity", "voice", "house", "encoding")
_EXTENDS_LIMIT = 10


def parse_layer(data: bytes, path: str) -> Layer:
    """Reads one settings file. Raises SettingsError with every problem found."""
    problems: list[Problem] = []
    root = parse(data, path, problems)
    folder = os.path.dirname(os.path.abspath(path))
    if root is None or (root.text == "" and not problems):
        if problems:
            raise SettingsError(problems)
        return Layer(path, folder)
    layer = _layer(Fields(root, "settings", KEYS, problems), path, folder)
    if problems:
        raise SettingsError(problems)
    return layer


def _layer(fields: Fields, path: str, folder: str) -> Layer:
    files_node = fields.node("files")
    files = Fields(files_node, "files", ("include", "exclude"), fields.problems) if files_node else None
    overrides = [
        _rules(Fields(node, "an override", _OVERRIDE_KEYS, fields.problems), folder) for node in fields.nodes("overrides")
    ]
    for rules, node in zip(overrides, fields.nodes("overrides"), strict=True):
        if not rules.files and node.fields is not None:
            fields.problem("files: missing in an override; expected the globs of the files that it holds for", node.origin)
    return Layer(
        path=path,
        folder=folder,
        extends=_located(fields, "extends"),
        lexicons=_located(fields, "lexicons") if "lexicons" in fields else None,
        rules=(_rules(fields, folder, whole_file=True), *overrides),
        include=_globs(files, "include") if files and "include" in files else None,
        exclude=_globs(files, "exclude") if files else (),
        accept=tuple(_waiver(node, fields) for node in fields.nodes("accept")),
        fail_on=fields.choice("fail-on", FAIL_ON),
        baseline=fields.text("baseline") or None,
        origins={key: fields.key_origin(key) for key in KEYS if key in fields},
    )


def _rules(fields: Fields, folder: str, *, whole_file: bool = False) -> Rules:
    severity: dict[str, str] = {}
    voice: dict[Voice, Action] = {}
    origins: dict[str, Origin] = {}
    for id, node in fields.mapping("severity").items():
        if node.text in _SEVERITIES:
            severity[id] = node.text
            origins[f"severity.{id}"] = node.origin
        else:
            fields.problem(f"severity of {quote(id)}: found {node.kind}; expected {', '.join(_SEVERITIES)}", node.origin)
    for name, node in fields.mapping("voice").items():
        if name in VOICES and node.text in ACTIONS:
            voice[name] = node.text
            origins[f"voice.{name}"] = node.origin
        else:
            fields.problem(
                f"voice: found {quote(name)}: {node.kind}; expected one of {', '.join(VOICES)} with one of {', '.join(ACTIONS)}",
                node.origin,
            )
    for key in ("house", "encoding"):
        if key in fields:
            origins[key] = fields.key_origin(key)
    return Rules(
        folder=folder,
        files=() if whole_file else _globs(fields, "files"),
        severity=severity,
        voice=voice,
        house=fields.text("house") or None,
        encoding=_encoding(fields),
        origins=origins,
    )


def _located(fields: Fields, key: str) -> tuple[tuple[str, Origin], ...]:
    return tuple((text, node.origin) for text, node in fields.located_texts(key))


def _globs(fields: Fields, key: str) -> tuple[str, ...]:
    from linter.globs import is_glob

    located = fields.located_texts(key)
    for text, node in located:
        if not is_glob(text):
            fields.problem(f"{key}: {quote(text)} is no glob", node.origin)
    return tuple(text for text, _ in located)


def _encoding(fields: Fields) -> str | None:
    import codecs

    name = fields.text("encoding")
    if not name:
        return None
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        fields.problem(f"encoding: {quote(name)} is no encoding that Python knows", fields.key_origin("encoding"))
        return None


def _waiver(node: Node, above: Fields) -> Waiver:
    from datetime import date

    fields = Fields(node, "an entry of “accept”", ("concept", "files", "reason", "until"), above.problems)
    for key in ("concept", "reason"):
        if node.fields is not None and not fields.text(key):
            fields.problem(f"{key}: missing in an entry of “accept”")
    until = fields.text("until")
    if until:
        try:
            date.fromisoformat(until)
        except ValueError:
            fields.problem(f"until: found {quote(until)}; expected a date such as 2027-01-31", fields.key_origin("until"))
    return Waiver(fields.text("concept"), _globs(fields, "files") or ("**",), fields.text("reason"), until, node.origin)


def read_layer(path: str, shown: str | None = None) -> Layer:
    """Reads a settings file from disk; `shown` is its name in messages."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise SettingsError([Problem(Origin(shown or path), f"cannot be read: {error.strerror or error}")]) from error
    layer = parse_layer(data, shown or path)
    return layer._replace(folder=os.path.dirname(os.path.abspath(path)))


def with_extended(layer: Layer, read: Sequence[str] = ()) -> tuple[Layer, ...]:
    """The layers that a layer extends, outermost first, and itself. Raises SettingsError for circles and missing files."""
    layers: list[Layer] = []
    for name, origin in layer.extends:
        path = os.path.normpath(os.path.join(layer.folder, name))
        if path in read or len(read) >= _EXTENDS_LIMIT:
            raise SettingsError([Problem(origin, f"extends: {quote(name)} leads back to itself or goes more than 10 files deep")])
        if not os.path.isfile(path):
            raise SettingsError([Problem(origin, f"extends: there is no file {quote(name)}")])
        layers += with_extended(read_layer(path, _shown(path)), (*read, path))
    return (*layers, layer)


def _shown(path: str) -> str:
    """A path as people read it: relative where that is shorter."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative
