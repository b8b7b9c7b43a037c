"""`evenhand check`: lint files, print findings, tell by the exit status whether any counts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter import reporters
from linter.display import counted
from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_INVALID, UsageError, one_of
from linter.findings import SEVERITIES, FileResult
from linter.output import opened, refuse_output, without_output
from linter.pipeline import Linter, Options
from linter.policy import Selection
from linter.terminal import announce, progress, view_of

STDIN = "-"
_SCREEN_FORMATS = ("console",)
_WITH_STATISTICS = ("console", "json", "html")
"""The formats that have a place for statistics; an HTML report always shows them."""


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
    baseline: str | None,
    since: str | None,
    staged: bool,
    fix: bool,
    stdin_filename: str | None,
    force_exclude: bool,
    show_suppressed: bool,
    statistics: bool,
    quiet: bool,
    no_cache: bool,
    jobs: int | None,
) -> int:
    """Lints the paths, by default the current folder; returns the exit status."""
    if jobs is not None and jobs < 1:
        raise UsageError(f"--jobs: found {jobs}; expected at least 1")
    selection = Selection(split_ids(select), split_ids(ignore))
    options = Options(config, tuple(lexicon), house, selection, baseline=baseline, use_cache=not no_cache)
    linter = Linter(options._replace(keep_text=format == "html"))
    if statistics and (format or "console") not in _WITH_STATISTICS:
        raise UsageError(f"--statistics goes with --format {one_of(_WITH_STATISTICS)}; found {format}")
    only_changes = since is not None or staged
    if fix and (only_changes or STDIN in paths):
        raise UsageError("--fix works on whole files: it goes neither with --since nor --staged, nor with -")
    refuse_output(output, paths)
    tally = _Tally()
    if STDIN in paths:
        if len(paths) > 1 or only_changes:
            raise UsageError("- (standard input) cannot be mixed with other paths, nor with --since or --staged")
        tally.excluded = int(force_exclude and stdin_filename is not None and linter.is_excluded(stdin_filename))
        results: Iterable[FileResult] = () if tally.excluded else _standard_input(linter, stdin_filename)
        total = 1
        settings_folder = os.path.dirname(stdin_filename or "")
    else:
        if only_changes:
            from linter.commands.check_changes import changed_results, find_changed

            changed = find_changed(linter, paths or (".",), since, staged=staged, force_exclude=force_exclude)
            tally.excluded, tally.only_changes, total = len(changed.excluded), True, len(changed.files)
            changed.files = {path: changed.files[path] for path in without_output(changed.files, output)}
            results = changed_results(linter, changed)
        else:
            found = linter.discover(paths or (".",), force_exclude=force_exclude)
            found.files = without_output(found.files, output)
            tally.excluded, total = len(found.excluded), len(found.files)
            failed = _fix_files(linter, found.files) if fix else {}
            results = linter.results(found, jobs=jobs)
            if failed:
                results = (_with_error(result, failed) for result in results)
        settings_folder = os.path.commonpath([os.path.abspath(path) for path in paths]) if paths else "."
        settings_folder = settings_folder if os.path.isdir(settings_folder) else os.path.dirname(settings_folder)
    results = progress(results, total, quiet=quiet)
    reporter = reporters.load(format or "console")
    with opened(output) as out:
        view = view_of(out, show_suppressed=show_suppressed)._replace(statistics=statistics)
        reporter.render(tally.count(results), linter.about, out, view)
    if not quiet:
        announce(tally.summary())
    return tally.status(fail_on or linter.settings_for(settings_folder).fail_on)


def split_ids(values: Sequence[str]) -> frozenset[str]:
    """The ids of a repeatable option that takes commas."""
    return frozenset(id.strip() for value in values for id in value.split(",") if id.strip())


def _fix_files(linter: Linter, paths: Sequence[str]) -> Mapping[str, str]:
    """Applies the safe edits to the files; returns what stopped it, by path."""
    from linter.fixes import Wanted
    from linter.fixing import fix_file, write

    failed: dict[str, str] = {}
    changed = places = 0
    for path in paths:
        file_fix = fix_file(linter, path, Wanted())
        error = write(file_fix)
        if error is not None:
            failed[path] = error
        elif file_fix.is_changed and file_fix.fixed is not None:
            changed += 1
            places += len(file_fix.fixed.changes)
    if changed:
        announce(f"{counted(changed, 'file')} changed in {counted(places, 'place')}")
    return failed


def _with_error(result: FileResult, failed: Mapping[str, str]) -> FileResult:
    """The result, with what kept its file from being fixed unless it could not be linted either."""
    return result._replace(error=failed[result.path]) if result.path in failed and result.error is None else result


class _Tally:
    """Counts what passes on its way to the reporter."""

    def __init__(self) -> None:
        self.files = 0
        self.excluded = 0
        self.errors = 0
        self.suppressed = 0
        self.stale = 0
        self.left_out = 0
        self.only_changes = False
        self.by_severity = dict.fromkeys(SEVERITIES, 0)

    def count(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for result in results:
            self.files += result.error is None
            self.errors += result.error is not None
            self.stale += result.stale
            self.left_out += result.left_out
            for finding in result.findings:
                if finding.suppression is None:
                    self.by_severity[finding.severity] += 1
                else:
                    self.suppressed += 1
            yield result

    def summary(self) -> str:
        """What was checked and what was found, in one line."""
        excluded = f"; {counted(self.excluded, 'file')} left out by “exclude”" if self.excluded else ""
        failed = f"; {counted(self.errors, 'file')} could not be read" if self.errors else ""
        if not self.files and self.only_changes and not self.errors:
            return f"no file to lint has changed{excluded}"
        if not self.files:
            return f"nothing was checked: no file to lint{excluded}{failed}"
        counts = [counted(count, severity) for severity, count in self.by_severity.items() if count]
        found = ", ".join(counts) or "no findings"
        suppressed = f" ({self.suppressed} suppressed)" if self.suppressed else ""
        stale = f"; {self.stale:,} stale in the baseline" if self.stale else ""
        unchanged = f"; {counted(self.left_out, 'finding')} on unchanged lines left out" if self.left_out else ""
        return f"{counted(self.files, 'file')} checked: {found}{suppressed}{unchanged}{stale}{excluded}{failed}"

    def status(self, fail_on: str) -> int:
        if self.errors or not (self.files or self.excluded or self.only_changes):
            return EXIT_INVALID
        failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
        return EXIT_FINDINGS if any(self.by_severity[severity] for severity in failing) else EXIT_CLEAN


def _standard_input(linter: Linter, filename: str | None) -> Iterator[FileResult]:
    if sys.stdin is None:
        raise UsageError("standard input is closed; there is nothing to read from -")
    yield linter.lint_bytes(sys.stdin.buffer.read(), filename or "stdin.txt")
