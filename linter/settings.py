"""Settings as written: `rules.yaml` files, laid one over the other. `settings_files` reads them.

What they mean for one path and one lexicon is decided in `policy`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from linter.named_tuples import NamedTuple

if TYPE_CHECKING:
    from typing import TypeVar

    from linter.errors import Origin
    from linter.findings import Voice
    from linter.lexicon import Action

    _T = TypeVar("_T")

FILE_NAME = "rules.yaml"
BASELINE_NAME = ".evenhand-baseline.json"
FAIL_ON = ("error", "warning", "note", "never")
KEYS = (
    "extends", "lexicons", "house", "severity", "voice", "files", "overrides", "accept", "fail-on", "baseline", "encoding",
)  # fmt: skip

_NEARLY = 0.75
"""How much of two words has to be the same, by difflib's ratio, for one to be the other misspelt."""


class Waiver(NamedTuple):
    """An `accept` entry: a concept that may stand in some files, for a reason, until a date (ISO, inclusive)."""

    concept: str
    files: tuple[str, ...]
    reason: str
    until: str
    origin: Origin


class Rules(NamedTuple):
    """What one file, or one of its overrides, says of how to judge. `files` is empty for the file as a whole.

    Globs are relative to `folder`. `origins` tells where each setting stands: `severity.place-names`, `house`, ….
    """

    folder: str
    files: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    voice: Mapping[Voice, Action] = {}
    house: str | None = None
    encoding: str | None = None
    origins: Mapping[str, Origin] = {}


class Layer(NamedTuple):
    """One settings file. None and empty mean that it says nothing of it. `ships`: it is the one that comes with evenhand."""

    path: str
    folder: str
    extends: tuple[tuple[str, Origin], ...] = ()
    lexicons: tuple[tuple[str, Origin], ...] | None = None
    rules: tuple[Rules, ...] = ()
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    accept: tuple[Waiver, ...] = ()
    fail_on: str | None = None
    baseline: str | None = None
    origins: Mapping[str, Origin] = {}
    ships: bool = False


class Settings(NamedTuple):
    """All layers that hold in a folder, from the one that ships to the nearest; later ones win."""

    layers: tuple[Layer, ...]

    @property
    def lexicons(self) -> tuple[tuple[str, str, Origin], ...]:
        """What to load: name as written, folder it is relative to, and where it stands."""
        for layer in reversed(self.layers):
            if layer.lexicons is not None:
                return tuple((name, layer.folder, origin) for name, origin in layer.lexicons)
        return ()

    @property
    def rules(self) -> tuple[Rules, ...]:
        """Files as a whole and their overrides in one order: the later ones win."""
        return tuple(rules for layer in self.layers for rules in layer.rules)

    @property
    def include(self) -> tuple[str, tuple[str, ...]]:
        """The folder and the globs of the innermost layer that says which files to look at."""
        for layer in reversed(self.layers):
            if layer.include is not None:
                return layer.folder, layer.include
        return "", ()

    @property
    def exclude(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple((layer.folder, layer.exclude) for layer in self.layers if layer.exclude)

    @property
    def accept(self) -> tuple[tuple[str, Waiver], ...]:
        return tuple((layer.folder, waiver) for layer in self.layers for waiver in layer.accept)

    @property
    def fail_on(self) -> str:
        return next((layer.fail_on for layer in reversed(self.layers) if layer.fail_on), "warning")

    @property
    def baseline(self) -> str | None:
        """The path of the baseline file, relative to the folder of the layer that names it."""
        for layer in reversed(self.layers):
            if layer.baseline is not None:
                return os.path.join(layer.folder, layer.baseline)
        return None

    @property
    def said(self) -> tuple[object, ...]:
        """All that the layers say, wherever they stand: the same in two copies of one folder."""
        return tuple(
            (
                layer.lexicons and [name for name, _ in layer.lexicons],
                [(r.files, sorted(r.severity.items()), sorted(r.voice.items()), r.house, r.encoding) for r in layer.rules],
                (layer.include, layer.exclude, layer.fail_on, layer.baseline),
                [(w.concept, w.files, w.reason, w.until) for w in layer.accept],
            )
            for layer in self.layers
        )

    def over(self, layer: Layer) -> Settings:
        """These settings with one more layer on top: what the command line says."""
        return self._replace(layers=(*self.layers, layer))


def looks_like_settings(data: bytes) -> bool:
    """Is a file named rules.yaml ours? Other tools use the name too; ours has one of our keys at the start of a line, or none
    that is not nearly one of ours: then they are misspelt, and its reader will say so."""
    keys = tuple(f"{key}:".encode() for key in KEYS)
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    content = [line for line in lines if line.strip() and not line.startswith(b"#")]
    return not content or any(line.startswith(keys) for line in content) or _has_misspelt_keys(content)


def _has_misspelt_keys(lines: Sequence[bytes]) -> bool:
    """Do the lines begin with keys, each of which is nearly one of ours?"""
    from difflib import get_close_matches

    beginnings = [line.decode("utf-8", "replace").partition(":") for line in lines if line[:1] not in b" \t-]}"]
    return bool(beginnings) and all(
        colon and get_close_matches(key.lower(), KEYS, n=1, cutoff=_NEARLY) for key, colon, _ in beginnings
    )


def find_baseline(named: str | None, folder: str, known: dict[str, str | None]) -> str | None:
    """The path of the baseline for a folder: the one that is named (`none` for none), or the nearest that lies in the folder
    or above it, up to a repository's root. `known`: see `_found_upwards`."""
    if named is not None:
        return None if os.path.basename(named) == "none" else named

    def nearest(here: str, above: str | None) -> str | None:
        path = os.path.join(here, BASELINE_NAME)
        return path if os.path.isfile(path) else above

    return _found_upwards(folder, known, None, nearest)


def find_layer_paths(folder: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The settings files that hold in a folder, outermost first: its own and those above, up to a repository's root.
    `known`: see `_found_upwards`."""

    def with_own(here: str, above: tuple[str, ...]) -> tuple[str, ...]:
        path = os.path.join(here, FILE_NAME)
        return (*above, path) if os.path.isfile(path) else above

    return _found_upwards(folder, known, (), with_own)


def _found_upwards(folder: str, known: dict[str, _T], outermost: _T, added: Callable[[str, _T], _T]) -> _T:
    """What holds in a folder by what lies in it and above it: `added` gives it for a folder and what holds above that. `known`
    keeps it for every folder on the way, so that none is looked into twice."""
    waiting: list[str] = []
    current = os.path.abspath(folder)
    while current not in known:
        waiting.append(current)
        parent = os.path.dirname(current)
        if parent == current or os.path.exists(os.path.join(current, ".git")):
            break
        current = parent
    found = known.get(current, outermost)
    for each in reversed(waiting):
        found = known[each] = added(each, found)
    return found
