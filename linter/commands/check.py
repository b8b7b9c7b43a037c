"""`evenhand check`: lint files, print findings, tell by the exit status whether any counts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TextIO

from linter import reporters
from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_INVALID, UsageError
from linter.findings import SEVERITIES, FileResult
from linter.pipeline import Linter, Options
from linter.policy import Selection
from linter.terminal import announce, progress, view_of

STDIN = "-"
_SCREEN_FORMATS = ("console",)


def run(
    paths: Sequence[str],
    *,
    format: str | None,
    output: str | None,
    select: Sequence[str],
    ignore: Sequence[str],
    house: str | None,
    lexicon: Sequence[str],
    config: str | None,
    fail_on: str | None,
    stdin_filename: str | None,
    force_exclude: bool,
    show_suppressed: bool,
    quiet: bool,
    no_cache: bool,
    jobs: int | None,
) -> int:
    """Lints the paths, by default the current folder; returns the exit status."""
    if jobs is not None and jobs < 1:
        raise UsageError(f"--jobs: found {jobs}; expected at least 1")
    selection = Selection(split_ids(select), split_ids(ignore))
    linter = Linter(Options(config, tuple(lexicon), house, selection, use_cache=not no_cache))
    tally = _Tally()
    if STDIN in paths:
        if len(paths) > 1:
            raise UsageError("- (standard input) cannot be mixed with other paths")
        results: Iterable[FileResult] = _standard_input(linter, stdin_filename, force_exclude)
        total = 1
        settings_folder = os.path.dirname(stdin_filename or "")
    else:
        found = linter.discover(paths or (".",), force_exclude=force_exclude)
        tally.excluded = len(found.excluded)
        total = len(found.files)
        results = linter.results(found, jobs=jobs)
        settings_folder = os.path.commonpath([os.path.abspath(path) for path in paths]) if paths else "."
        settings_folder = settings_folder if os.path.isdir(settings_folder) else os.path.dirname(settings_folder)
    results = progress(results, total, quiet=quiet)
    reporter = reporters.load(format or "console")
    with _opened(output) as out:
        view = view_of(out, show_suppressed=show_suppressed)
        reporter.render(tally.count(results), linter.about, out, view)
    if not quiet:
        announce(tally.summary())
    return tally.status(fail_on or linter.settings_for(settings_folder).fail_on)


def split_ids(values: Sequence[str]) -> frozenset[str]:
    """The ids of a repeatable option that takes commas."""
    return frozenset(id.strip() for value in values for id in value.split(",") if id.strip())


class _Tally:
    """Counts what passes on its way to the reporter."""

    def __init__(self) -> None:
        self.files = 0
        self.excluded = 0
        self.errors = 0
        self.suppressed = 0
        self.by_severity = dict.fromkeys(SEVERITIES, 0)

    def count(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for result in results:
            self.files += result.error is None
            self.errors += result.error is not None
            for finding in result.findings:
                if finding.suppression is None:
                    self.by_severity[finding.severity] += 1
                else:
                    self.suppressed += 1
            yield result

    def summary(self) -> str:
        """What was checked and what was found, in one line."""
        excluded = f"; {_counted(self.excluded, 'file')} left out by “exclude”" if self.excluded else ""
        failed = f"; {_counted(self.errors, 'file')} could not be read" if self.errors else ""
        if not self.files:
            return f"nothing was checked: no file to lint{excluded}{failed}"
        counts = [_counted(count, severity) for severity, count in self.by_severity.items() if count]
        found = ", ".join(counts) or "no findings"
        suppressed = f" ({self.suppressed} suppressed)" if self.suppressed else ""
        return f"{_counted(self.files, 'file')} checked: {found}{suppressed}{excluded}{failed}"

    def status(self, fail_on: str) -> int:
        if self.errors or not (self.files or self.excluded):
            return EXIT_INVALID
        failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
        return EXIT_FINDINGS if any(self.by_severity[severity] for severity in failing) else EXIT_CLEAN


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _standard_input(linter: Linter, filename: str | None, force_exclude: bool) -> Iterator[FileResult]:
    path = filename or "stdin.txt"
    if force_exclude and filename and linter.is_excluded(filename):
        return
    if sys.stdin is None:
        raise UsageError("standard input is closed; there is nothing to read from -")
    yield linter.lint_bytes(sys.stdin.buffer.read(), path)


class _opened:
    """The place to write to: a file, which appears whole or not at all, or standard output."""

    def __init__(self, path: str | None) -> None:
        self._path = None if path == "-" else path
        self._file: IO[str] | None = None
        is_special = self._path is not None and os.path.exists(self._path) and not os.path.isfile(self._path)
        self._written = f"{self._path}{'' if is_special else '.part'}"

    def __enter__(self) -> TextIO:
        if self._path is None:
            return sys.stdout
        if os.path.isdir(self._path):
            raise UsageError(f"--output: {self._path} is a folder; name a file")
        try:
            self._file = open(self._written, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise UsageError(f"--output: {self._path} cannot be written: {error.strerror or error}") from error
        return self._file

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._file is None or self._path is None:
            sys.stdout.flush()
            return
        try:
            self._file.close()
            if error is None and self._written != self._path:
                os.replace(self._written, self._path)
        finally:
            if self._written != self._path and os.path.exists(self._written):
                os.unlink(self._written)
