"""`evenhand check --since` and `--staged`: the findings on changed lines, and how many others were left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from linter.changes import Lines, changed_lines, staged_contents
from linter.findings import FileResult
from linter.pipeline import Linter


@dataclass(slots=True)
class ChangedFiles:
    """The changed files to lint, by the path that a person would name them by, and what was left out."""

    files: dict[str, Lines] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    excluded: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def find_changed(linter: Linter, paths: Sequence[str], since: str | None, *, staged: bool, force_exclude: bool) -> ChangedFiles:
    """The changed files below the paths. Raises UsageError where git cannot tell."""
    changes = changed_lines(since, staged=staged)
    found = ChangedFiles()
    if not staged:
        discovered = linter.discover(paths, force_exclude=force_exclude)
        lines = {path: changes.files.get(_real(path)) for path in discovered.files}
        found.files = {path: changed for path, changed in lines.items() if changed is not None}
        found.excluded, found.missing = discovered.excluded, discovered.missing
        return found
    for real, changed in changes.files.items():
        path = _named(real, paths)
        if path is None:
            continue
        if not linter.includes(path, named=path in paths, force_exclude=force_exclude):
            found.excluded += [path] if path in paths else []
            continue
        found.files[path] = changed
    contents = staged_contents([_real(path) for path in found.files], changes.root)
    found.contents = {path: contents[_real(path)] for path in found.files if _real(path) in contents}
    found.files = {path: changed for path, changed in sorted(found.files.items()) if path in found.contents}
    found.missing = [path for path in paths if not os.path.lexists(path) and path not in found.files]
    return found


def changed_results(linter: Linter, found: ChangedFiles) -> Iterator[FileResult]:
    """One result a file: its findings on changed lines, and the number of those on others."""
    for path in sorted([*found.missing, *found.files]):
        if path not in found.files:
            yield FileResult(path, error="there is no such file or folder")
            continue
        data = found.contents.get(path)
        if data is None:
            try:
                with open(path, "rb") as file:
                    data = file.read()
            except OSError as error:
                yield FileResult(path, error=f"cannot be read: {error.strerror or error}")
                continue
        yield _on_lines(linter.lint_bytes(data, path), found.files[path] if _has_lines_of_git(data) else Lines(None))


def _on_lines(result: FileResult, lines: Lines) -> FileResult:
    kept = tuple(finding for finding in result.findings if lines.touch(finding.line, finding.end_line))
    left_out = sum(finding.suppression is None for finding in result.findings) - sum(f.suppression is None for f in kept)
    return result._replace(findings=kept, left_out=left_out)


def _has_lines_of_git(data: bytes) -> bool:
    """Does git count the lines as we do? It knows line feeds only, and no encoding of two bytes; else the whole file counts."""
    return data.count(b"\r") == data.count(b"\r\n") and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _named(real: str, paths: Sequence[str]) -> str | None:
    """The path of a changed file as seen from the current folder, if it is one of the paths or below one."""
    for path in paths:
        if _real(path) == real:
            return path
        root = os.path.realpath(path)
        if real.startswith(root.rstrip(os.sep) + os.sep):
            return os.path.normpath(os.path.join(path, os.path.relpath(real, root)))
    return None


def _real(path: str) -> str:
    """An absolute path with the links of its folders followed, as git names it; a link itself stays one."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)
