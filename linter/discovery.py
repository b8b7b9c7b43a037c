"""Which files to lint: paths as given, folders by the globs of the settings and by ignore files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from linter.errors import UsageError
from linter.globs import is_glob, matches, names_in
from linter.settings import Settings

_NEVER_ENTERED = frozenset({"node_modules", "__pycache__", "site-packages"})
_IGNORE_FILE = ".gitignore"
OWN_PAGE = b'<meta name="generator" content="evenhand '
"""Stands in the head of every page that the tool writes."""
_PAGE_HEAD = 2_000
SHORTEST_PAGE = 10_000
"""So many bytes every such page has, as it brings its style along. To look at the size takes less than to open a page."""
_PAGES = (".html", ".htm")
READING = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""How a short file is opened: a file object costs as much as reading it."""


class Discovered:
    """The files found, in order of their paths, and what was left out and why. `folders`: those that were named."""

    __slots__ = ("excluded", "files", "folders", "missing")

    def __init__(self) -> None:
        self.files: list[str] = []
        self.excluded: list[str] = []
        self.missing: list[str] = []
        self.folders: list[str] = []

    def covers(self, path: str) -> bool:
        """Was a folder named that holds all that stands beside and below the file at `path`?"""
        beside = os.path.dirname(os.path.abspath(path))
        return any(os.path.commonpath([beside, os.path.abspath(folder)]) == os.path.abspath(folder) for folder in self.folders)


def discover(paths: Iterable[str], settings_for: Callable[[str], Settings], *, force_exclude: bool = False) -> Discovered:
    """Finds the files to lint.

    A file given by name is taken whatever the globs say, unless `force_exclude` asks that `exclude` holds for it too, as
    a hook does, which names every changed file. `settings_for` gives the settings that hold in a folder.
    """
    found, paths = Discovered(), list(paths)
    for path in paths:
        if os.path.isdir(path):
            found.folders.append(path)
            found.files += _walk(os.path.normpath(path), settings_for)
        elif not os.path.exists(path) and not os.path.islink(path):
            found.missing.append(path)
        elif force_exclude and is_excluded(path, settings_for(os.path.dirname(path) or ".")):
            found.excluded.append(path)
        else:
            found.files.append(os.path.normpath(path))
    if len(paths) > 1:  # of the ways to write the path of a file, the first counts
        found.files = list({os.path.abspath(path): path for path in reversed(found.files)}.values())
    found.files.sort()
    return found


def _walk(root: str, settings_for: Callable[[str], Settings]) -> Iterator[str]:
    """The files below a folder that the settings include. Links to folders are not followed, so no loop can arise."""
    ignores = _ignores_above(root)
    here = len(os.path.join(os.curdir, "")) if root == os.curdir else 0  # which paths are written without
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        place, settings = os.path.abspath(folder), settings_for(folder)
        entries = _entries(folder)
        if _IGNORE_FILE in [entry.name for entry in entries]:
            ignores[place] = _ignore_lines(os.path.join(folder, _IGNORE_FILE))
        included = names_in(place, settings.include[1], settings.include[0])
        excluding = [names_in(place, globs, base) for base, globs in settings.exclude]
        excluding += [names_in(place, lines, base) for base, lines in ignores.items()]
        folders = []
        for entry in entries:
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                if _may_be_entered(name) and not any(names(name + "/") for names in excluding):
                    folders.append(entry.path)
            elif (
                included(name)
                and not (excluding and any(names(name) for names in excluding))
                and (entry.is_file(follow_symlinks=False) or _can_be_read(entry))
                and not (name.endswith(_PAGES) and _is_own_page(entry))
            ):
                yield entry.path[here:]
        waiting += reversed(folders)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=attrgetter("name"))
    except OSError as error:
        raise UsageError(f"{error.filename}: cannot be read: {error.strerror or error}") from error


def _may_be_entered(name: str) -> bool:
    return not name.startswith(".") and name not in _NEVER_ENTERED


def _is_own_page(entry: os.DirEntry[str]) -> bool:
    """Is it a page that the tool itself wrote, and which quotes every finding? One that is named is linted all the same."""
    try:
        if entry.stat().st_size < SHORTEST_PAGE:
            return False
        descriptor = os.open(entry.path, READING)
    except OSError:
        return False
    try:
        return OWN_PAGE in os.read(descriptor, _PAGE_HEAD)
    except OSError:
        return False
    finally:
        os.close(descriptor)


def is_excluded(path: str, settings: Settings) -> bool:
    """Do the settings leave the path out? A path that ends in a slash is a folder."""
    return any(matches(path, globs, folder) for folder, globs in settings.exclude)


def _is_ignored(path: str, ignores: dict[str, tuple[str, ...]]) -> bool:
    return any(matches(path, lines, folder) for folder, lines in ignores.items())


def _can_be_read(entry: os.DirEntry[str]) -> bool:
    """Not so a pipe or a device, which may never end. A link that leads nowhere is left to say so when it is read."""
    try:
        return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
    except OSError:
        return True


def _ignores_above(root: str) -> dict[str, tuple[str, ...]]:
    """The ignore files above a folder, up to the root of the repository; none where they would leave out the folder itself."""
    ignores: dict[str, tuple[str, ...]] = {}
    folder = os.path.abspath(root)
    while not os.path.exists(os.path.join(folder, ".git")):
        if os.path.dirname(folder) == folder:
            return {}
        folder = os.path.dirname(folder)
        ignores[folder] = _ignore_lines(os.path.join(folder, _IGNORE_FILE))
    return {} if _is_ignored(os.path.join(root, ""), ignores) else ignores


def _ignore_lines(path: str) -> tuple[str, ...]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = tuple(file.read().splitlines())
    except OSError:
        return ()
    return tuple(line for line in lines if is_glob(line))
