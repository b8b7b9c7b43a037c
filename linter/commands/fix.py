"""`evenhand fix`: correct what can be corrected safely, show it as a diff, or ask finding by finding."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from linter.commands.check import STDIN, split_ids
from linter.display import counted, harmless, visible
from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_INVALID, FixError, Origin, ReadError, UsageError
from linter.fixes import Wanted
from linter.fixing import FileFix, fix_bytes, fix_file, write
from linter.pipeline import Linter, Options
from linter.policy import Selection
from linter.terminal import announce


def run(
    paths: Sequence[str],
    *,
    suggested: bool = False,
    fix_quotations: bool = False,
    diff: bool = False,
    interactive: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    house: str | None = None,
    lexicon: Sequence[str] = (),
    config: str | None = None,
    baseline: str | None = None,
    stdin_filename: str | None = None,
    force_exclude: bool = False,
    quiet: bool = False,
    no_cache: bool = False,
) -> int:
    """Fixes the paths, by default the current folder. 0: done; with `diff`, 1: there is something to change; 2: not valid."""
    selection = Selection(split_ids(select), split_ids(ignore))
    linter = Linter(Options(config, tuple(lexicon), house, selection, baseline=baseline, use_cache=not no_cache))
    wanted = Wanted(suggested, fix_quotations)
    if diff and interactive:
        raise UsageError("--diff shows all edits and --interactive asks for each: choose one of them")
    if STDIN in paths:
        if len(paths) > 1 or interactive:
            raise UsageError("- (standard input) cannot be mixed with other paths, nor with --interactive")
        return _fix_standard_input(linter, stdin_filename, wanted, diff=diff, force_exclude=force_exclude)
    found = linter.discover(paths or (".",), force_exclude=force_exclude)
    tally = Tally()
    tally.nothing = not (found.files or found.excluded)
    for path in found.missing:
        tally.failed(path, "there is no such file or folder")
    if interactive:
        from linter.commands.fix_interactive import ask_for_files

        ask_for_files(linter, found.files, wanted, tally)
    else:
        _fix_files((fix_file(linter, path, wanted) for path in found.files), tally, diff=diff)
    if not quiet:
        announce(tally.summary(diff=diff))
    return tally.status(diff=diff)


class Tally:
    """Counts what becomes of the files, and says what stopped a file as soon as it is known."""

    def __init__(self) -> None:
        self.files = 0
        self.changed = 0
        self.edits = 0
        self.left = 0
        self.errors = 0
        self.nothing = False

    def failed(self, path: str, message: str) -> None:
        self.errors += 1
        announce(f"{harmless(path)}: {message}")

    def add(self, file_fix: FileFix) -> None:
        assert file_fix.fixed is not None
        self.files += 1
        self.changed += file_fix.is_changed
        self.edits += len(file_fix.fixed.changes)
        self.left += sum(finding.suppression is None for finding in file_fix.fixed.findings)
        if file_fix.fixed.unsettled:
            announce(f"{harmless(file_fix.path)}: left as it is, for its edits would lead to ever new ones")

    def summary(self, *, diff: bool) -> str:
        if self.nothing and not self.errors:
            return "nothing was fixed: no file to look at"
        done = "would be changed" if diff else "changed"
        left = f"; {counted(self.left, 'finding')} left" if self.left else ""
        failed = f"; {counted(self.errors, 'file')} could not be fixed" if self.errors else ""
        places = f" in {counted(self.edits, 'place')}" if self.edits else ""
        return f"{self.changed:,} of {counted(self.files, 'file')} {done}{places}{left}{failed}"

    def status(self, *, diff: bool) -> int:
        if self.errors or self.nothing:
            return EXIT_INVALID
        return EXIT_FINDINGS if diff and self.changed else EXIT_CLEAN


def _fix_files(fixes: Iterable[FileFix], tally: Tally, *, diff: bool) -> None:
    for file_fix in fixes:
        error = file_fix.error if diff else write(file_fix)
        if error is not None:
            tally.failed(file_fix.path, error)
            continue
        tally.add(file_fix)
        if diff and file_fix.is_changed:
            assert file_fix.original is not None and file_fix.fixed is not None
            _show_diff(file_fix.path, file_fix.original.data, file_fix.fixed.data)


def _fix_standard_input(linter: Linter, filename: str | None, wanted: Wanted, *, diff: bool, force_exclude: bool) -> int:
    """From standard input to standard output, byte for byte but for the edits; an excluded file passes as it is."""
    path = filename or "stdin.txt"
    data = sys.stdin.buffer.read()
    try:
        excluded = bool(force_exclude and filename and linter.is_excluded(filename))
        changed = data if excluded else fix_bytes(linter, data, path, wanted).data
    except (ReadError, FixError) as error:
        raise FixError(error.message, Origin(path)) from error
    if diff:
        _show_diff(path, data, changed)
        return EXIT_FINDINGS if changed != data else EXIT_CLEAN
    sys.stdout.flush()
    sys.stdout.buffer.write(changed)
    sys.stdout.buffer.flush()
    return EXIT_CLEAN


def _show_diff(path: str, before: bytes, after: bytes) -> None:
    """For `patch`, byte for byte; on a terminal nothing that steers it."""
    diff = "".join(diff_lines(path, before, after))
    sys.stdout.write("\n".join(map(visible, diff.split("\n"))) if sys.stdout.isatty() else diff)


def diff_lines(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """A unified diff of two contents of a file, as `patch` and `git apply` read it; its lines keep their endings."""
    import difflib

    name = _patch_name(path)
    old, new = _lines(before), _lines(after)
    for line in difflib.unified_diff(old, new, _quoted(f"a/{name}"), _quoted(f"b/{name}")):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _patch_name(path: str) -> str:
    """The path from the current folder, in which a patch is applied; outside it, as git has it, without the first `/`."""
    absolute, here = os.path.abspath(path), os.path.join(os.getcwd(), "")
    name = absolute.removeprefix(here) if absolute.startswith(here) else path.lstrip("/" + os.sep)
    return name.replace(os.sep, "/")


def _quoted(name: str) -> str:
    """The name as git quotes it where a line of a patch cannot hold it, or a terminal should not see it, as it is."""
    if name.isprintable() and not {'"', "\\"} & set(name):
        return name
    plain = range(0x20, 0x7F)
    characters = (chr(byte) if byte in plain and byte not in b'"\\' else f"\\{byte:03o}" for byte in os.fsencode(name))
    return f'"{"".join(characters)}"'


def _lines(data: bytes) -> list[str]:
    """Lines as `diff` counts them: they end at a line feed. Bytes that are no UTF-8 are shown as what they are not."""
    text = data.decode("utf-8", "surrogateescape") if b"\0" not in data else data.decode("utf-16", "replace")
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
