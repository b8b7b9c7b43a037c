"""Writing a file whole or not at all.

The new content goes to a temporary file in the same folder, is forced to disk, and takes the place of the old file in one step.
Killed at any moment, the file is either old or new; what may stay behind is a hidden temporary file.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from linter.errors import FixError, Origin, ReadError

SUFFIX = ".evenhand-tmp"


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was when it was read. `path` as it was named; `target` where its symbolic links lead."""

    path: str
    target: str
    data: bytes
    mode: int


def read_original(path: str) -> Original:
    """Reads a file that is to be written again. Raises ReadError."""
    target = os.path.realpath(path)
    try:
        with open(target, "rb") as file:
            return Original(path, target, file.read(), os.fstat(file.fileno()).st_mode)
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", Origin(path)) from error


def replace_file(original: Original, data: bytes) -> None:
    """Puts new content in the place of a file, with the mode and the owner it had.

    Raises FixError, and leaves the file alone, where it is read-only, has changed or is gone since it was read, or where the
    new content cannot be written.
    """
    _refuse_changed(original)
    if not stat.S_ISREG(original.mode):
        raise FixError("is not an ordinary file", Origin(original.path))
    if not original.mode & 0o222 or not os.access(original.target, os.W_OK):
        raise FixError("is read-only", Origin(original.path))
    try:
        write_whole(original.target, data, mode=stat.S_IMODE(original.mode), check=lambda: _refuse_changed(original))
    except OSError as error:
        raise FixError(f"cannot be written: {error.strerror or error}", Origin(original.path)) from error


def write_whole(path: str, data: bytes, *, mode: int | None = None, check: Callable[[], None] | None = None) -> None:
    """Writes a file in one step; `check` is called right before that and may raise. Raises OSError."""
    folder, name = os.path.split(os.path.abspath(path))
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name[:100]}.", suffix=SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            _keep_owner_and_mode(file.fileno(), path, mode)
        if check is not None:
            check()
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _force_folder(folder)


def _keep_owner_and_mode(handle: int, path: str, mode: int | None) -> None:
    if not hasattr(os, "fchmod"):
        return
    with contextlib.suppress(OSError):
        there = os.stat(path)
        if (there.st_uid, there.st_gid) != (os.geteuid(), os.getegid()):
            os.fchown(handle, there.st_uid, there.st_gid)
    if mode is None:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    os.fchmod(handle, mode)


def _refuse_changed(original: Original) -> None:
    try:
        with open(original.target, "rb") as file:
            same = file.read() == original.data
    except FileNotFoundError:
        raise FixError("was deleted meanwhile", Origin(original.path)) from None
    except OSError as error:
        raise FixError(f"cannot be read: {error.strerror or error}", Origin(original.path)) from error
    if not same or os.path.realpath(original.path) != original.target:
        raise FixError("has changed meanwhile and was left as it is", Origin(original.path))


def _force_folder(folder: str) -> None:
    """Forces the entry of the folder to disk, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
