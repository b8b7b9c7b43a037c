"""Which paths a list of globs names: the rules of .gitignore, relative to the folder of the file that lists them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import methodcaller
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
_BESIDE_LETTERS = str.maketrans("", "", "._-")
"""Signs that stand for themselves in a glob, as letters and digits do."""


def matches(path: str, globs: tuple[str, ...], folder: str) -> bool:
    """Is the path, relative to the folder, named by the globs? A path outside the folder never is.

    A path that ends in a slash is a folder, which patterns for folders name.
    """
    if not globs:
        return False
    name = os.path.basename(path.rstrip("/")) + ("/" if path.endswith("/") else "")
    return names_in(os.path.dirname(os.path.abspath(path)), globs, folder)(name)


def names_in(place: str, globs: tuple[str, ...], folder: str) -> Callable[[str], bool]:
    """For a folder with many names: are they named by the globs, as `matches` has it? `place`: the folder's absolute path."""
    relative = os.path.relpath(place, folder)
    if not globs or relative == os.pardir or relative.startswith(os.pardir + os.sep):
        return _none
    if suffixes := _suffixes(globs):
        if any(part.endswith(suffixes) for part in relative.split(os.sep)):
            return _all  # a glob that names a folder names all below it
        return methodcaller("endswith", suffixes)
    globbed = spec(globs)
    before = "" if relative == os.curdir else relative.replace(os.sep, "/") + "/"
    return lambda name: globbed.match_file((before + name).encode("utf-8", "replace").decode())


def _none(_: str) -> bool:
    return False


def _all(_: str) -> bool:
    return True


@lru_cache(maxsize=1024)
def _suffixes(globs: tuple[str, ...]) -> tuple[str, ...]:
    """The ends of the names that globs ask for, where they ask for nothing else; with a slash for folders."""
    found = [glob.removeprefix("**/").removeprefix("*") for glob in globs]
    if not all(glob.startswith(("*.", "**/*.")) and _is_suffix(suffix) for glob, suffix in zip(globs, found, strict=True)):
        return ()
    return tuple(suffix + slash for suffix in found for slash in ("", "/"))


def _is_suffix(text: str) -> bool:
    return text.isascii() and text.translate(_BESIDE_LETTERS).isalnum()


def is_glob(text: str) -> bool:
    """Does the text make sense as a glob?"""
    try:
        return spec((text,)) is not None
    except ValueError:
        return False


@lru_cache(maxsize=1024)
def spec(globs: Sequence[str]) -> GitIgnoreSpec:
    """The compiled globs. Raises ValueError for a glob that makes no sense."""
    import warnings

    from pathspec import GitIgnoreSpec

    try:
        with warnings.catch_warnings(action="ignore"):
            return GitIgnoreSpec.from_lines(globs, backend="simple")
    except re.error as error:
        raise ValueError(str(error)) from error
