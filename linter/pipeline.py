"""The order of the steps: from paths to a report. The only module that knows it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from linter import formats
from linter.desks import Desk, Desks, Options
from linter.discovery import READING, Discovered, discover, is_excluded
from linter.errors import ReadError
from linter.findings import About, FileResult, Finding, Report
from linter.globs import matches
from linter.linting import Linted, lint_document
from linter.parallel import processes_for
from linter.policy import EVERYTHING, Policy
from linter.rulebook import Rulebook
from linter.settings import Settings, Waiver

if TYPE_CHECKING:
    from io import FileIO

    from linter.baseline import Baseline
    from linter.document import Document
    from linter.explaining import Explanation
    from linter.linting import VoicedDocument
    from linter.profiles import Profile

__all__ = ["Linter", "Options"]

_LONG = 1_000_000
"""A plain text of more bytes, or more code points, may have several sections."""

_CHUNK = 1 << 16
_NOTHING_FOUND = FileResult("")[2:]
"""What a result has after its path and its words where nothing is to be said of the file."""
_NOTHING_ACCEPTED = Linted(FileResult(""))[1:]


class Linter:
    """Lints texts and files. Reads settings and lexicons when they are first needed, and keeps them.

    Every method raises SettingsError or LexiconError where these are wrong; a file that cannot be read is recorded in
    its result instead.
    """

    def __init__(self, options: Options | None = None) -> None:
        self._options = options or Options()
        self._desks = Desks(self._options)
        self._used_waivers: set[Waiver] = set()
        self._seen_waivers: set[Waiver] = set()

    @property
    def options(self) -> Options:
        """What the run was told."""
        return self._options

    def lint_text(self, text: str, path: str | os.PathLike[str] = "text.txt") -> FileResult:
        """Lints a text. `path` decides its format and the settings that hold for it; it need not exist."""
        return self.lint_bytes(text.encode("utf-8", "surrogatepass"), path)

    def lint_file(self, path: str | os.PathLike[str]) -> FileResult:
        """Reads and lints one file."""
        return self._noted(self._lint_file(os.fspath(path)))

    def lint_bytes(self, data: bytes, path: str | os.PathLike[str]) -> FileResult:
        """Lints the content of a file."""
        return self._noted(self._lint_bytes(data, os.fspath(path)))

    def proofread(self, data: bytes, path: str) -> tuple[Document, FileResult]:
        """As `lint_bytes`, with the document that the result speaks of. Raises ReadError."""
        document, linted = self._read_and_lint(data, path)
        return document, self._noted(linted)

    def policy_at(self, path: str) -> Policy:
        """The policy that holds for a file."""
        return self.policy_for(self.settings_for(os.path.dirname(path)), path)

    def voiced(self, path: str) -> VoicedDocument:
        """Reads one file and finds what stands in it, accepted terms too, and in whose voice; judges nothing."""
        from linter.voicing import voice_file

        return voice_file(self, path)

    def voiced_text(self, text: str, path: str = "text.txt") -> VoicedDocument:
        """As `voiced`, for a text. `path` decides its format and the settings that hold for it; it need not exist."""
        from linter.voicing import voice_text

        return voice_text(self, text, path)

    def profile(self, name: str, paths: Iterable[str]) -> Profile:
        """The vocabulary of files and folders taken together under a name, for `compare`. What cannot be read is left out."""
        from linter.voicing import profile_files

        return profile_files(self, name, self.discover(paths).files)

    def profile_texts(self, name: str, texts: Iterable[str]) -> Profile:
        """As `profile`, for texts."""
        from linter.voicing import profile_texts

        return profile_texts(self, name, texts)

    def stance_name(self, id: str) -> str:
        """A stance as it follows “a term of …”, from the lexicons read so far."""
        return self._desks.names("stances").get(id, id)

    def explain(self, text: str) -> Explanation:
        """What becomes of every place of a text at which a variant stands, under the settings of the current folder."""
        from linter.explaining import explain_document

        settings = self.settings_for(os.getcwd())
        rulebook, policy = self.rulebook_for(settings), self.policy_for(settings, "text.txt")
        return explain_document(formats.load("text").read(text.encode("utf-8", "surrogatepass")), rulebook, policy)

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

    def includes(self, path: str, *, named: bool, force_exclude: bool) -> bool:
        """Would `discover` find a file at this path, if there were one? `named`: it is named, and not just below a folder."""
        settings = self.settings_for(os.path.dirname(path))
        if is_excluded(path, settings) and (force_exclude or not named):
            return False
        return named or matches(path, settings.include[1], settings.include[0])

    def results(self, found: Discovered, *, jobs: int | None = None) -> Iterator[FileResult]:
        """One result a file, in the order of their paths and as soon as it is there; last, what is to say of the settings.

        `jobs`: how many processes to use; by default one a core where there are files enough.
        """
        linted = self._linted(found.files, processes_for(len(found.files), jobs))
        missing = frozenset(found.missing)
        for path in sorted([*found.missing, *found.files]):
            if path in missing:
                yield FileResult(path, error="there is no such file or folder")
            else:
                yield self._noted(next(linted))
        yield from self._about_waivers(found)

    def _linted(self, paths: Sequence[str], processes: int) -> Iterator[Linted]:
        if processes == 1:
            return map(self._lint_file, paths)
        from linter.workers import map_files

        self.rulebook_for(self.settings_for(os.path.dirname(paths[0])))
        make = partial(_file_linter, self._options)
        return _in_full(paths, map_files(self._lint_briefly, make, paths, processes, here=self._lint_file))

    def _lint_briefly(self, path: str) -> Linted | int:
        """As `_lint_file`; of a file of which there is nothing to say only its words, as this has to go to another process."""
        linted = self._lint_file(path)
        result = linted.result
        return result.words if result[2:] == _NOTHING_FOUND and linted[1:] == _NOTHING_ACCEPTED else linted

    def _lint_file(self, path: str) -> Linted:
        try:
            descriptor = os.open(path, READING)
            try:
                size = os.fstat(descriptor).st_size
                if size > _LONG and _format(path).NAME == "text":
                    return self._lint_long(open(descriptor, "rb", buffering=0, closefd=False), path)
                data = os.read(descriptor, size + 1)
                if len(data) != size:  # no ordinary file, or one that is being written
                    data += b"".join(iter(partial(os.read, descriptor, _CHUNK), b""))
            finally:
                os.close(descriptor)
        except OSError as error:
            return Linted(FileResult(path, error=f"cannot be read: {error.strerror or error}"))
        return self._lint_bytes(data, path)

    def _lint_bytes(self, data: bytes, path: str) -> Linted:
        try:
            return self._read_and_lint(data, path)[1]
        except ReadError as error:
            return Linted(FileResult(path, error=error.message))

    def _lint_long(self, file: FileIO, path: str) -> Linted:
        """Lints a long plain text without holding more of it than a section."""
        from linter.decoding import decode_pieces

        try:
            return self._lint_pieces(decode_pieces(file, self._in_force(path)[1].encoding), path)
        except ReadError as error:
            return Linted(FileResult(path, error=error.message))

    def _lint_pieces(self, pieces: Iterable[str], path: str) -> Linted:
        from linter.sections import lint_sections, sections

        desk, policy = self._in_force(path)
        linted = lint_sections(sections(pieces), path, desk.rulebook, policy, keep_text=self._options.keep_text)
        return _with_baseline(linted, desk.baseline)

    def _read_and_lint(self, data: bytes, path: str) -> tuple[Document, Linted]:
        desk, policy = self._in_force(path)
        document = _format(path).read(data, policy.encoding)
        if len(document.text) > _LONG and document.wrapped:
            return document, self._lint_pieces((document.text,), path)
        linted = lint_document(document, path, desk.rulebook, policy, keep_text=self._options.keep_text)
        return document, _with_baseline(linted, desk.baseline)

    def _in_force(self, path: str) -> tuple[Desk, Policy]:
        desk = self._desks.desk(_folder_of(path))
        return desk, desk.policy or self._desks.policy_for(desk.settings, path)

    def _noted(self, linted: Linted) -> FileResult:
        """The result; the waivers that were seen and needed are noted for the end of the run."""
        if linted.waivers:
            self._seen_waivers.update(linted.waivers)
            self._used_waivers |= linted.used_waivers
        return linted.result

    def about(self) -> About:
        """Which lexicon and which settings have held so far."""
        return self._desks.about()

    def settings_for(self, folder: str) -> Settings:
        """The settings that hold in a folder: those that ship, those found above it, and the command line."""
        return self._desks.settings_for(folder)

    def rulebook_for(self, settings: Settings, *, all_terms: bool = False) -> Rulebook:
        """The rulebook of the settings' lexicons. `all_terms`: every accepted term takes part in matching too."""
        return self._desks.rulebook_for(settings, all_terms=all_terms)

    def policy_for(self, settings: Settings, path: str) -> Policy:
        """The policy of a path under the settings that hold for its folder."""
        return self._desks.policy_for(settings, path)

    def _about_waivers(self, found: Discovered) -> list[FileResult]:
        """Findings about `accept` entries that have expired, or that no file which they name has needed; of that only a run
        over the whole folder of their settings can tell."""
        if not self._seen_waivers:
            return []
        from linter.suppressions import is_expired, own_finding

        by_path: dict[str, list[Finding]] = {}
        for waiver in sorted(self._seen_waivers, key=lambda w: (w.origin.path, w.origin.line or 0)):
            if is_expired(waiver):
                concept, message = "accept-expired", f"“{waiver.concept}” was accepted until {waiver.until}"
            elif waiver not in self._used_waivers and self._options.selection == EVERYTHING and found.covers(waiver.origin.path):
                concept, message = "accept-unused", f"“{waiver.concept}” is accepted, and no file needs it"
            else:
                continue
            settings = self.settings_for(os.path.dirname(waiver.origin.path))
            severity = self.policy_for(settings, waiver.origin.path).own_severity(concept)
            if severity:
                by_path.setdefault(waiver.origin.path, []).append(own_finding(concept, severity, message, waiver.origin))
        return [FileResult(path, findings=tuple(findings)) for path, findings in by_path.items()]


def _folder_of(path: str) -> str:
    """The folder that a path names, with the separator at its end: `os.path.dirname`, which looks at more, takes longer."""
    end = path.rfind(os.sep)
    return path[: (max(end, path.rfind(os.altsep)) if os.altsep else end) + 1]


def _format(path: str) -> formats.Format:
    """The format of a file; what no format claims is plain text."""
    return formats.format_for(path) or formats.load("text")


def _with_baseline(linted: Linted, baseline: Baseline | None) -> Linted:
    return linted._replace(result=baseline.apply(linted.result)) if baseline else linted


def _in_full(paths: Iterable[str], linted: Iterable[Linted | int]) -> Iterator[Linted]:
    """What `_lint_briefly` left out comes back, one by one."""
    for path, each in zip(paths, linted, strict=True):
        yield each if isinstance(each, Linted) else Linted(FileResult(path, each))


def _file_linter(options: Options) -> Callable[[str], Linted | int]:
    """What a process of its own does with each file."""
    return Linter(options)._lint_briefly
