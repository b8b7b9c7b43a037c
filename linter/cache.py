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
import time
from collections.abc import Iterable

from linter.digests import blake2b
from linter.version import __version__

_KEPT = 20
"""Entries of a kind that are kept; older ones are removed when a new one is written."""

_ENTRY = r"[0-9a-f]{32}\.[a-z]+"
_SETTLED = 3_000_000_000
"""Nanoseconds after which a change of a file has another time than the one before it, on any file system."""


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


def stamp(paths: Iterable[str]) -> bytes:
    """What tells, without reading them, that files are still the ones they were: their places, sizes and times, as git has it.

    Empty where that is not certain, as one of them has changed a moment ago or cannot be looked at.
    """
    settled = time.time_ns() - _SETTLED
    lines = []
    for path in paths:
        try:
            found = os.stat(path)
        except OSError:
            return b""
        if max(found.st_mtime_ns, found.st_ctime_ns) > settled:
            return b""
        numbers = found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
        lines.append(f"{os.path.abspath(path)} {numbers}")
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def load_name(note: str) -> str | None:
    """The name of an entry, where another entry holds one and nothing else."""
    stored = load(note)
    name = bytes(stored).decode("ascii", "replace") if stored is not None else ""
    stem, _, kind = name.partition(".")
    return name if len(stem) == 32 and stem.isalnum() and kind.isalpha() else None


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
    kinds: dict[str, list[os.DirEntry[str]]] = {}
    for entry in os.scandir(where):
        if re.fullmatch(_ENTRY, entry.name) and entry.is_file():
            kinds.setdefault(entry.name.rpartition(".")[2], []).append(entry)
    for entries in kinds.values():
        for entry in sorted(entries, key=lambda entry: entry.stat().st_mtime)[:-_KEPT]:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)
