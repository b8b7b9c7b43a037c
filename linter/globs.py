"""Which paths a list of globs names: the rules of .gitignore, relative to the folder of the file that lists them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(path: str, globs: tuple[str, ...], folder: str) -> bool:
    """Is the path, relative to the folder, named by the globs? A path outside the folder never is.

    A path that ends in a slash is a folder, which patterns for folders name.
    """
    if not globs:
        return False
    relative = os.path.relpath(os.path.abspath(path), folder)
    if relative == os.pardir or relative.startswith(os.pardir + os.sep):
        return False
    relative = relative.replace(os.sep, "/") + ("/" if path.endswith("/") else "")
    return spec(globs).match_file(relative.encode("utf-8", "replace").decode())


def is_glob(text: str) -> bool:
    """Does the text make sense as a glob?"""
    try:
        return spec((text,)) is not None
    except ValueError:
        return False


@lru_cache(maxsize=1024)
def spec(globs: Sequence[str]) -> GitIgnoreSpec:
    """The compiled globs. Raises ValueError for a glob that makes no sense."""
    import re
    import warnings

    from pathspec import GitIgnoreSpec

    try:
        with warnings.catch_warnings(action="ignore"):
            return GitIgnoreSpec.from_lines(globs, backend="simple")
    except re.error as error:
        raise ValueError(str(error)) from error
