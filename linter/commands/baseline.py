"""`evenhand baseline`: accept the findings that there are, so that `check` reports only new ones."""

from __future__ import annotations

import os
from collections.abc import Sequence

from linter.baseline import Baseline, Comparison, Entry, compare, entries_of, format_baseline, read_baseline
from linter.commands.check import STDIN
from linter.display import counted, harmless
from linter.errors import EXIT_CLEAN, EXIT_FINDINGS, EXIT_INVALID, FixError, UsageError
from linter.pipeline import Linter, Options
from linter.settings import BASELINE_NAME, find_baseline
from linter.terminal import announce
from linter.writing import write_whole


def run(
    paths: Sequence[str],
    *,
    baseline: str | None,
    accept: str | None,
    prune: bool,
    lexicon: Sequence[str],
    config: str | None,
    quiet: bool,
    no_cache: bool,
) -> int:
    """Writes the baseline, or brings the one that is there up to date. 0: it holds; 1: findings are new; 2: not valid."""
    if STDIN in paths:
        raise UsageError("a baseline is of files: - (standard input) has none")
    if accept is not None and not accept.strip():
        raise UsageError("--accept: the reason is empty; say why the new findings may stay")
    linter = Linter(Options(config, tuple(lexicon), baseline="none", use_cache=not no_cache))
    place = baseline or find_baseline(linter.settings_for(".").baseline, os.getcwd(), {}) or BASELINE_NAME
    old = read_baseline(place) if os.path.lexists(place) else None
    folder = os.path.dirname(os.path.abspath(place))
    found = linter.discover(paths or (".",))
    missing = [path for path in found.missing if old is None or not old.of_file(path)]
    results = [linter.lint_file(path) for path in found.files]
    failed = [*((path, "there is no such file or folder") for path in missing), *((r.path, r.error) for r in results if r.error)]
    for path, message in failed:
        announce(f"{harmless(path)}: {message}")
    if failed or not (found.files or found.missing or old):
        announce("no baseline was written" if failed else "no baseline was written: no file to lint")
        return EXIT_INVALID
    current = [entry for result in results for entry in entries_of(result, folder)]
    if old is None:
        _write(place, current)
        return _said(f"{counted(sum(e.count for e in current), 'finding')} accepted in {place}", quiet)
    looked_at = {old.name_of(path) for path in found.files} | _gone(old, paths or (".",), found.missing)
    return _update(place, compare(old.entries, current, looked_at), accept=accept, prune=prune, quiet=quiet)


def _update(place: str, compared: Comparison, *, accept: str | None, prune: bool, quiet: bool) -> int:
    """Adds what is new if there is a reason for it, and removes what is stale if that is asked for."""
    new, stale = sum(e.count for e in compared.new), sum(e.count for e in compared.stale)
    entries: list[Entry] = [*compared.kept]
    if not prune:
        entries = _together([*entries, *compared.stale])
    if accept is not None:
        reason = " ".join(accept.split())
        entries = _together([*entries, *(Entry(e.path, e.concept, e.text, e.fingerprint, e.count, reason) for e in compared.new)])
    if (prune and stale) or (accept is not None and new):
        _write(place, entries)
    said = [f"{place}: {counted(sum(e.count for e in entries), 'finding')} accepted"]
    if stale:
        said.append(f"{stale:,} stale removed" if prune else f"{stale:,} stale (--prune removes them)")
    if new:
        said.append(f"{new:,} added" if accept is not None else f"{new:,} new, not added (--accept REASON adds them)")
    _said("; ".join(said), quiet)
    return EXIT_FINDINGS if new and accept is None else EXIT_CLEAN


def _together(entries: Sequence[Entry]) -> list[Entry]:
    """One entry a path and fingerprint, their counts added."""
    added: dict[tuple[str, str], Entry] = {}
    for e in entries:
        key = (e.path, e.fingerprint)
        there = added.get(key)
        count, reason = (there.count + e.count, there.reason or e.reason) if there else (e.count, e.reason)
        added[key] = Entry(e.path, e.concept, e.text, e.fingerprint, count, reason)
    return list(added.values())


def _gone(old: Baseline, paths: Sequence[str], missing: Sequence[str]) -> set[str]:
    """The names in the baseline whose files are no more, below the paths that were asked for."""
    below = [old.name_of(path) for path in (*paths, *missing)]
    names = {entry.path for entry in old.entries}
    return {
        name
        for name in names
        if not os.path.lexists(os.path.join(old.folder, name))
        and any(path == "." or name == path or name.startswith(path.rstrip("/") + "/") for path in below)
    }


def _write(place: str, entries: Sequence[Entry]) -> None:
    try:
        write_whole(place, format_baseline(entries))
    except OSError as error:
        raise FixError(f"{place}: cannot be written: {error.strerror or error}") from error


def _said(message: str, quiet: bool) -> int:
    if not quiet:
        announce(message)
    return EXIT_CLEAN
