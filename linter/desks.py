"""What holds where: the settings, lexicons, policies and baselines of every folder, each read once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.digests import digest
from linter.errors import Origin
from linter.findings import About
from linter.layers import read_layers
from linter.lexicon_locations import LexiconName
from linter.named_tuples import NamedTuple
from linter.policy import EVERYTHING, Policy, Selection, check_ids, resolve
from linter.resources import bundled
from linter.rulebook import Rulebook, open_rulebook
from linter.settings import Layer, Rules, Settings, find_baseline, find_layer_paths

if TYPE_CHECKING:
    from linter.baseline import Baseline


class Options(NamedTuple):
    """What a run is told beside its paths, over what the settings say."""

    config: str | None = None
    lexicons: tuple[str, ...] = ()
    house: str | None = None
    selection: Selection = EVERYTHING
    baseline: str | None = None
    """The path of a baseline, or `none` for no baseline at all."""
    use_cache: bool = True
    keep_text: bool = False
    """Let results carry the whole text in passages, for a report that shows it."""


class Desk(NamedTuple):
    """What holds for the files of one folder. `policy` is None where it differs from file to file."""

    settings: Settings
    rulebook: Rulebook
    policy: Policy | None
    baseline: Baseline | None


class Desks:
    """The desks of a run. Raises SettingsError or LexiconError where settings or lexicons are wrong."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._settings: dict[str, Settings] = {}
        self._layered: dict[tuple[str, ...], Settings] = {}  # one object for all folders in which the same files hold
        self._layer_paths: dict[str, tuple[str, ...]] = {}
        self._layers: dict[str, tuple[Layer, ...]] = {}
        self._rulebooks: dict[tuple[tuple[LexiconName, ...], bool], Rulebook] = {}
        self._checked: set[int] = set()
        self._policies: dict[int, Policy] = {}
        self._baselines: dict[str, Baseline | None] = {}
        self._baseline_paths: dict[str, str | None] = {}
        self._opened_baselines: dict[str, Baseline] = {}
        self._desks: dict[str, Desk] = {}

    def desk(self, folder: str) -> Desk:
        """What holds for the files of a folder. `folder`: as it is written, so that nothing is asked twice of many files."""
        if folder not in self._desks:
            settings = self.settings_for(folder)
            policy = None if _depends_on_path(settings) else self.policy_for(settings, folder)
            self._desks[folder] = Desk(settings, self.rulebook_for(settings), policy, self.baseline_for(folder))
        return self._desks[folder]

    def settings_for(self, folder: str) -> Settings:
        """The settings that hold in a folder: those that ship, those found above it, and the command line."""
        folder = os.path.abspath(folder or ".")
        if folder not in self._settings:
            paths = () if self._options.config else find_layer_paths(folder, self._layer_paths)
            if paths not in self._layered:
                self._layered[paths] = self._over_each_other(paths)
            self._settings[folder] = self._layered[paths]
        return self._settings[folder]

    def _over_each_other(self, paths: Sequence[str]) -> Settings:
        """The layers of the files that were found, outermost first, or that of the file that was named."""
        if self._options.config:
            layers = self._read(self._options.config)
        else:
            layers = tuple(layer for path in paths if path != bundled("rules.yaml") for layer in self._read(path, found=True))
        return Settings((self._shipped_layer(), *layers)).over(self._command_line_layer())

    def rulebook_for(self, settings: Settings, *, all_terms: bool = False) -> Rulebook:
        """The rulebook of the settings' lexicons. `all_terms`: every accepted term takes part in matching too."""
        names = settings.lexicons
        if (names, all_terms) not in self._rulebooks:
            opened = open_rulebook(names, use_cache=self._options.use_cache, all_terms=all_terms)
            self._rulebooks[names, all_terms] = opened
        rulebook = self._rulebooks[names, all_terms]
        if id(settings) not in self._checked:
            check_ids(settings, rulebook.compiled, self._options.selection)
            self._checked.add(id(settings))
        return rulebook

    def baseline_for(self, folder: str) -> Baseline | None:
        """The baseline that holds in a folder: that of the command line, of the settings, or the nearest above the folder."""
        folder = os.path.abspath(folder or ".")
        if folder not in self._baselines:
            named = self._options.baseline or self.settings_for(folder).baseline
            path = find_baseline(named, folder, self._baseline_paths)
            self._baselines[folder] = self._open_baseline(path) if path else None
        return self._baselines[folder]

    def _open_baseline(self, path: str) -> Baseline:
        from linter.baseline import read_baseline

        if path not in self._opened_baselines:
            self._opened_baselines[path] = read_baseline(path)
        return self._opened_baselines[path]

    def policy_for(self, settings: Settings, path: str) -> Policy:
        """The policy of a path under the settings that hold for its folder."""
        if _depends_on_path(settings):
            return resolve(settings, path, self._options.selection)
        if id(settings) not in self._policies:
            self._policies[id(settings)] = resolve(settings, path, self._options.selection)
        return self._policies[id(settings)]

    def _read(self, path: str, *, found: bool = False) -> tuple[Layer, ...]:
        if path not in self._layers:
            self._layers[path] = read_layers(path, only_ours=found, use_cache=self._options.use_cache)
        return self._layers[path]

    def _shipped_layer(self) -> Layer:
        """The settings that ship; their globs hold anywhere."""
        return self._read(bundled("rules.yaml"))[0]._replace(folder=os.path.abspath(os.sep), ships=True)

    def _command_line_layer(self) -> Layer:
        options = self._options
        lexicons = tuple((name, Origin("--lexicon")) for name in options.lexicons) or None
        rules = (Rules(os.getcwd(), house=options.house, origins={"house": Origin("--house")}),) if options.house else ()
        return Layer("the command line", os.getcwd(), lexicons=lexicons, rules=rules)

    def names(self, register: str) -> dict[str, str]:
        """The names of `categories` or `stances` by id, from the lexicons read so far."""
        return {id: name for rulebook in self._rulebooks.values() for id, name in rulebook.compiled.names(register).items()}

    def about(self) -> About:
        """Which lexicon and which settings have held so far."""
        lexicons = sorted({rulebook.compiled.fingerprint for rulebook in self._rulebooks.values()})
        settings = digest(repr(sorted({repr(settings.said) for settings in self._layered.values()})))
        about = About("+".join(lexicons), settings)
        if not self._options.keep_text:
            return about
        return about._replace(categories=self.names("categories"), stances=self.names("stances"))


def _depends_on_path(settings: Settings) -> bool:
    return bool(settings.accept) or any(rules.files for rules in settings.rules)
