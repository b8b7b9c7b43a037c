"""What is compared: documents, each a file or the files of a folder, under a name."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.errors import UsageError, quote

if TYPE_CHECKING:
    from linter.discovery import Discovered


@dataclass(frozen=True, slots=True)
class Group:
    """The files that are one document of a comparison."""

    name: str
    paths: tuple[str, ...]


def groups_of(
    arguments: Sequence[str], discover: Callable[[Sequence[str]], Discovered], *, each: bool = False
) -> tuple[Group, ...]:
    """The documents that arguments such as `a.md`, `folder` and `NAME=PATH` stand for, in their order.

    `each`: every file of a folder is a document of its own. Raises UsageError where a path does not exist, names clash, or
    one file belongs to two documents.
    """
    named: list[tuple[str | None, tuple[str, ...], str]] = []
    for argument in arguments:
        name, path = _split(argument)
        if not os.path.exists(path):
            raise UsageError(f"{quote(path)}: there is no such file or folder")
        files = tuple(discover([path]).files)
        if not files:
            raise UsageError(f"{quote(path)}: there is no file to read in it that the settings include")
        if each and name is None and os.path.isdir(path):
            named += [(None, (file,), file) for file in files]
        else:
            named.append((name, files, path))
    _check_disjoint(named)
    names = _names(named)
    return tuple(Group(name, files) for name, (_, files, _) in zip(names, named, strict=True))


def _split(argument: str) -> tuple[str | None, str]:
    """A name and a path. A file whose own name has an equals sign is a file."""
    name, equals, path = argument.partition("=")
    if not equals or os.path.exists(argument) or "/" in name or os.sep in name:
        return None, argument
    if not name.strip() or not path:
        raise UsageError(f"found {quote(argument)}; expected NAME=PATH")
    return " ".join(name.split()), path


def _check_disjoint(named: Sequence[tuple[str | None, tuple[str, ...], str]]) -> None:
    owners: dict[str, str] = {}
    for name, files, path in named:
        shown = f"{name}={path}" if name else path
        for file in files:
            real = os.path.realpath(file)
            if real not in owners:
                owners[real] = shown
                continue
            if len(files) == 1 and os.path.realpath(owners[real].partition("=")[2] or owners[real]) == real:
                raise UsageError(f"{quote(file)} is given twice; a document cannot be compared with itself")
            raise UsageError(f"{quote(file)} belongs to two documents: {quote(owners[real])} and {quote(shown)}")


def _names(named: Sequence[tuple[str | None, tuple[str, ...], str]]) -> list[str]:
    """The given names, and for the others the last parts of their paths: as few as part them from each other."""
    given = Counter(name for name, _, _ in named if name)
    for name, times in given.items():
        if times > 1:
            raise UsageError(f"two documents have the name {quote(name)}; give each a name of its own")
    choices = [[name] if name else _choices(path) for name, _, path in named]
    picked = [0] * len(named)
    while True:
        names = [own[pick] for own, pick in zip(choices, picked, strict=True)]
        counts = Counter(names)
        clashing = [i for i, name in enumerate(names) if counts[name] > 1 and picked[i] + 1 < len(choices[i])]
        if not clashing:
            break
        for i in clashing:
            picked[i] += 1
    for name, times in counts.items():
        if times > 1:
            raise UsageError(f"two documents have the name {quote(name)}; give them names of their own: NAME=PATH")
    return names


def _choices(path: str) -> list[str]:
    """What a path may be called, the shortest first: its last part without the suffix, with it, with more and more parts."""
    whole = os.path.abspath(path)
    parts = [part for part in whole.split(os.sep) if part] or [whole]
    stem = parts[-1] if os.path.isdir(whole) else os.path.splitext(parts[-1])[0]
    longer = [os.sep.join([*parts[-depth:-1], last]) for depth in range(2, len(parts) + 1) for last in (stem, parts[-1])]
    return list(dict.fromkeys([stem, parts[-1], *longer]))
