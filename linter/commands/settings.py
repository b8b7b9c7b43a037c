"""`evenhand settings FILE`: the policy in force for a file, and which line of which file set each part."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from linter.errors import EXIT_CLEAN, Origin, UsageError
from linter.pipeline import Linter, Options
from linter.policy import rules_for
from linter.settings import Settings


def run(file: str, *, lexicons: Sequence[str], config: str | None) -> int:
    """Prints every setting that holds for the file, with its origin."""
    if os.path.isdir(file):
        raise UsageError(f"{file} is a folder; name a file, which need not exist")
    linter = Linter(Options(config, tuple(lexicons)))
    settings = linter.settings_for(os.path.dirname(file))
    rulebook = linter.rulebook_for(settings)
    rows: dict[str, tuple[str, str]] = {
        "lexicons": (", ".join(name for name, _, _ in settings.lexicons), _shown(settings.lexicons[0][2])),
    }
    for rules in rules_for(settings, file):
        suffix = f" (files: {', '.join(rules.files)})" if rules.files else ""
        values = {f"severity.{id}": value for id, value in rules.severity.items()}
        values |= {f"voice.{voice}": action for voice, action in rules.voice.items()}
        values |= {key: value for key, value in (("house", rules.house), ("encoding", rules.encoding)) if value}
        for key, value in values.items():
            rows[key] = (value, _shown(rules.origins.get(key)) + suffix)
    rows |= _whole(settings, linter, file)
    width = max(len(key) for key in rows)
    value_width = min(48, max(len(value) for value, _ in rows.values()))
    for key in sorted(rows, key=_order):
        value, origin = rows[key]
        sys.stdout.write(f"{key:<{width}}  {value:<{value_width}}  {origin}".rstrip() + "\n")
    concepts = len(rulebook.compiled.ids)
    sys.stdout.write(f"\n{concepts:,} concepts; what is not set here is as the lexicon says\n")
    return EXIT_CLEAN


def _whole(settings: Settings, linter: Linter, file: str) -> dict[str, tuple[str, str]]:
    """The settings that do not depend on globs, and the waivers that hold for the file."""
    rows: dict[str, tuple[str, str]] = {}
    for layer in settings.layers:
        if layer.include is not None:
            rows["files.include"] = (", ".join(layer.include), _shown(layer.origins.get("files")))
        if layer.exclude:
            before = rows.get("files.exclude", ("", ""))[0]
            rows["files.exclude"] = (", ".join(filter(None, (before, *layer.exclude))), _shown(layer.origins.get("files")))
        if layer.fail_on:
            rows["fail-on"] = (layer.fail_on, _shown(layer.origins.get("fail-on")))
        if layer.baseline:
            rows["baseline"] = (layer.baseline, _shown(layer.origins.get("baseline")))
    for waiver in linter.policy_for(settings, file).waivers:
        until = f", until {waiver.until}" if waiver.until else ""
        rows[f"accept.{waiver.concept}"] = (f"{waiver.reason}{until}", _shown(waiver.origin))
    rows["excluded"] = ("yes" if linter.is_excluded(file) else "no", "")
    return rows


def _order(key: str) -> tuple[int, str]:
    groups = ("excluded", "lexicons", "house", "encoding", "voice", "severity", "files", "accept", "fail-on", "baseline")
    return groups.index(key.split(".")[0]), key


def _shown(origin: Origin | None) -> str:
    if origin is None:
        return ""
    path = os.path.relpath(origin.path) if os.path.isabs(origin.path) else origin.path
    place = Origin(path if not path.startswith(os.pardir) else origin.path, origin.line, origin.column)
    return "shipped" if "bundled" in origin.path or origin.path.endswith("bundled/rules.yaml") else str(place)
