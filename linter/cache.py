"""The compiled lexicon and the settings on disk, by the hash of what they were made of.

An entry is written whole or not at all, is never executed, and is made anew when it is missing, damaged or of another version
or processor. Where nothing can be written, nothing is cached and nothing is said.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import re
import sys
from collections.abc import Iterable

from linter.digests import blake2b
from linter.version import __version__

_KEPT = 20
"""Entries kept; older ones are removed when a new one is written."""

_ENTRY = r"[0-9a-f]{32}\.[a-z]+"


def folder() -> str:
    """Where the cache is: `EVENHAND_CACHE_DIR`, or the user's folder for caches."""
    chosen = os.environ.get("EVENHAND_CACHE_DIR")
    if chosen:
        return chosen
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~"), "evenhand", "cache")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "evenhand")


def key(parts: Iterable[bytes]) -> str:
    """The name of an entry: a hash of what it is made of, of the version of the tool and of the kind of machine."""
    machine = f"{__version__} {sys.version_info[:2]} {sys.platform} {sys.byteorder}"
    digest = blake2b(machine.encode(), digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def load(name: str) -> mmap.mmap | None:
    """The content of an entry, of which only the pages that are used are read; None where there is none that is ours."""
    path = os.path.join(folder(), name)
    try:
        with open(path, "rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None


def store(name: str, data: bytes) -> None:
    """Writes an entry. Two processes that do so at the same time write the same."""
    import tempfile

    where = folder()
    try:
        os.makedirs(where, mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=where, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, os.path.join(where, name))
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        _remove_old(where)
    except OSError:
        return


def _remove_old(where: str) -> None:
    """Removes the oldest entries. Whatever else a person keeps in the folder is none of ours."""
    ours = (entry for entry in os.scandir(where) if re.fullmatch(_ENTRY, entry.name) and entry.is_file())
    entries = sorted(ours, key=lambda entry: entry.stat().st_mtime)
    for entry in entries[:-_KEPT]:
        with contextlib.suppress(OSError):
            os.unlink(entry.path)
