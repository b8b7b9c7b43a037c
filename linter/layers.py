"""Settings files as layers, through the cache: a file that has been read before is not parsed again."""

from __future__ import annotations

import json
import os
from typing import Any

from linter import cache
from linter.errors import Origin, Problem, SettingsError
from linter.settings import Layer, Rules, Waiver, looks_like_settings


def read_layers(path: str, *, only_ours: bool = False, use_cache: bool = True) -> tuple[Layer, ...]:
    """The layers of a settings file: those that it extends, outermost first, and its own.

    `only_ours`: none for a file that was found by its name and is another tool's. Raises SettingsError.
    """
    shown = _shown(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise SettingsError([Problem(Origin(shown), f"cannot be read: {error.strerror or error}")]) from error
    if only_ours and not looks_like_settings(data):
        return ()
    depends_on_others = b"extends" in data
    name = cache.key([b"settings", shown.encode(), os.path.abspath(path).encode(), data]) + ".settings"
    stored = None if depends_on_others or not use_cache else cache.load(name)
    if stored is not None:
        try:
            return (_layer_from(json.loads(bytes(stored))),)
        except (ValueError, TypeError, KeyError):
            pass
    from linter.settings_files import read_layer, with_extended

    layers = with_extended(read_layer(path, shown), (os.path.abspath(path),))
    if use_cache and not depends_on_others:
        cache.store(name, json.dumps(_record(layers[-1])).encode())
    return layers


def _record(value: Any) -> Any:
    """A value as JSON has it: what has fields becomes an object."""
    if hasattr(value, "_asdict"):
        return {key: _record(field) for key, field in value._asdict().items()}
    if isinstance(value, tuple):
        return [_record(item) for item in value]
    return {key: _record(item) for key, item in value.items()} if isinstance(value, dict) else value


def _layer_from(fields: dict[str, Any]) -> Layer:
    """A layer from its JSON. Raises TypeError or KeyError where it is none."""
    fields["rules"] = [
        Rules(**{**rules, "files": tuple(rules["files"]), "origins": _origins(rules["origins"])}) for rules in fields["rules"]
    ]
    fields["accept"] = [
        Waiver(**{**waiver, "files": tuple(waiver["files"]), "origin": Origin(**waiver["origin"])}) for waiver in fields["accept"]
    ]
    fields["lexicons"] = fields["lexicons"] and [(name, Origin(**origin)) for name, origin in fields["lexicons"]]
    fields["extends"] = []
    fields["origins"] = _origins(fields["origins"])
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Layer(**values)


def _origins(fields: dict[str, Any]) -> dict[str, Origin]:
    return {key: Origin(**origin) for key, origin in fields.items()}


def _shown(path: str) -> str:
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative
