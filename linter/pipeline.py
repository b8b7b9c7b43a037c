"""The order of the steps: from paths to a report. The only module that knows it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from linter import formats
from linter.discovery import Discovered, discover, is_excluded
from linter.errors import Origin, ReadError
from linter.findings import About, FileResult, Finding, Report
from linter.layers import read_layers
from linter.lexicon_locations import LexiconName
from linter.linting import lint_document, rejected
from linter.policy import EVERYTHING, Policy, Selection, check_ids, resolve
from linter.resources import bundled
from linter.rulebook import Rulebook, open_rulebook
from linter.settings import Layer, Rules, Settings, Waiver, find_layer_paths


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is told beside its paths, over what the settings say."""

    config: str | None = None
    lexicons: tuple[str, ...] = ()
    house: str | None = None
    selection: Selection = EVERYTHING
    use_cache: bool = True


@dataclass(frozen=True, slots=True)
class Explanation:
    """What becomes of a text: its findings, and what was refused as (text, concept, reason)."""

    findings: tuple[Finding, ...]
    rejections: tuple[tuple[str, str, str], ...]


class Linter:
    """Lints texts and files. Reads settings and lexicons when they are first needed, and keeps them.

    Every method raises SettingsError or LexiconError where these are wrong; a file that cannot be read is recorded in
    its result instead.
    """

    def __init__(self, options: Options = Options()) -> None:
        self._options = options
        self._settings: dict[str, Settings] = {}
        self._layers: dict[str, tuple[Layer, ...]] = {}
        self._rulebooks: dict[tuple[LexiconName, ...], Rulebook] = {}
        self._checked: set[int] = set()
        self._policies: dict[tuple[str, str], Policy] = {}
        self._used_waivers: set[Waiver] = set()
        self._seen_waivers: set[Waiver] = set()

    def lint_text(self, text: str, path: str = "text.txt") -> FileResult:
        """Lints a text. `path` decides its format and the settings that hold for it; it need not exist."""
        return self.lint_bytes(text.encode("utf-8", "surrogatepass"), path)

    def lint_file(self, path: str) -> FileResult:
        """Reads and lints one file."""
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            return FileResult(path, error=f"cannot be read: {error.strerror or error}")
        return self.lint_bytes(data, path)

    def lint_bytes(self, data: bytes, path: str) -> FileResult:
        """Lints the content of a file."""
        settings = self.settings_for(os.path.dirname(path))
        rulebook = self.rulebook_for(settings)
        policy = self.policy_for(settings, path)
        try:
            document = (formats.format_for(path) or formats.load("text")).read(data, policy.encoding)
        except ReadError as error:
            return FileResult(path, error=error.message)
        linted = lint_document(document, path, rulebook, policy)
        self._seen_waivers |= set(policy.waivers)
        self._used_waivers |= linted.used_waivers
        return linted.result

    def explain(self, text: str) -> Explanation:
        """What becomes of every place of a text at which a variant stands, under the settings of the current folder."""
        settings = self.settings_for(os.getcwd())
        rulebook, policy = self.rulebook_for(settings), self.policy_for(settings, "text.txt")
        document = formats.load("text").read(text.encode("utf-8", "surrogatepass"))
        findings = lint_document(document, "text.txt", rulebook, policy).result.findings
        refused = [(text[r.span.start : r.span.end], r.concept.id, r.reason) for r in rejected(document, rulebook)]
        return Explanation(findings, tuple(dict.fromkeys(refused)))

    def lint_paths(self, paths: Iterable[str], *, force_exclude: bool = False) -> Report:
        """Lints files and folders. Paths that do not exist are results with an error."""
        results = tuple(self.results(self.discover(paths, force_exclude=force_exclude)))
        return Report(results, self.about())

    def discover(self, paths: Iterable[str], *, force_exclude: bool = False) -> Discovered:
        """The files to lint, as the settings that hold for each folder say."""
        return discover(paths, self.settings_for, force_exclude=force_exclude)

    def is_excluded(self, path: str) -> bool:
        """Do the settings leave the file out?"""
        return is_excluded(path, self.settings_for(os.path.dirname(path)))

    def results(self, found: Discovered, *, jobs: int | None = None) -> Iterator[FileResult]:
        """One result a file, in the order of their paths and as soon as it is there; last, what is to say of the settings."""
        for path in sorted([*found.missing, *found.files]):
            if path in found.missing:
                yield FileResult(path, error="there is no such file or folder")
            else:
                yield self.lint_file(path)
        yield from self._about_waivers()

    def about(self) -> About:
        """Which lexicon and which settings have held so far."""
        lexicons = sorted({rulebook.compiled.fingerprint for rulebook in self._rulebooks.values()})
        return About("+".join(lexicons), self._settings_fingerprint())

    def settings_for(self, folder: str) -> Settings:
        """The settings that hold in a folder: those that ship, those found above it, and the command line."""
        folder = os.path.abspath(folder or ".")
        if folder not in self._settings:
            if self._options.config:
                layers = self._read(self._options.config)
            else:
                paths = [path for path in find_layer_paths(folder) if path != bundled("rules.yaml")]
                layers = tuple(layer for path in paths for layer in self._read(path, found=True))
            settings = Settings((self._shipped_layer(), *layers))
            self._settings[folder] = settings.over(self._command_line_layer())
        return self._settings[folder]

    def rulebook_for(self, settings: Settings) -> Rulebook:
        names = settings.lexicons
        if names not in self._rulebooks:
            self._rulebooks[names] = open_rulebook(names, use_cache=self._options.use_cache)
        rulebook = self._rulebooks[names]
        if id(settings) not in self._checked:
            check_ids(settings, rulebook.compiled, self._options.selection)
            self._checked.add(id(settings))
        return rulebook

    def policy_for(self, settings: Settings, path: str) -> Policy:
        depends_on_path = settings.accept or any(rules.files for rules in settings.rules)
        key = (str(id(settings)), path if depends_on_path else "")
        if key not in self._policies:
            self._policies[key] = resolve(settings, path, self._options.selection)
        return self._policies[key]

    def _read(self, path: str, *, found: bool = False) -> tuple[Layer, ...]:
        if path not in self._layers:
            self._layers[path] = read_layers(path, only_ours=found, use_cache=self._options.use_cache)
        return self._layers[path]

    def _shipped_layer(self) -> Layer:
        """The settings that ship; their globs hold anywhere."""
        return replace(self._read(bundled("rules.yaml"))[0], folder=os.path.abspath(os.sep))

    def _command_line_layer(self) -> Layer:
        options = self._options
        lexicons = tuple((name, Origin("--lexicon")) for name in options.lexicons) or None
        rules = (Rules(os.getcwd(), house=options.house, origins={"house": Origin("--house")}),) if options.house else ()
        return Layer("the command line", os.getcwd(), lexicons=lexicons, rules=rules)

    def _about_waivers(self) -> list[FileResult]:
        """Findings about `accept` entries that have expired, or that no file which they name has needed."""
        if not self._seen_waivers:
            return []
        from linter.suppressions import is_expired, own_finding

        by_path: dict[str, list[Finding]] = {}
        for waiver in sorted(self._seen_waivers, key=lambda w: (w.origin.path, w.origin.line or 0)):
            if is_expired(waiver):
                concept, message = "accept-expired", f"“{waiver.concept}” was accepted until {waiver.until}"
            elif waiver not in self._used_waivers:
                concept, message = "accept-unused", f"“{waiver.concept}” is accepted, and no file needs it"
            else:
                continue
            settings = self.settings_for(os.path.dirname(waiver.origin.path))
            severity = self.policy_for(settings, waiver.origin.path).own_severity(concept)
            if severity:
                by_path.setdefault(waiver.origin.path, []).append(own_finding(concept, severity, message, waiver.origin))
        return [FileResult(path, findings=tuple(findings)) for path, findings in by_path.items()]

    def _settings_fingerprint(self) -> str:
        import hashlib

        text = repr(sorted({repr(settings) for settings in self._settings.values()}))
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
