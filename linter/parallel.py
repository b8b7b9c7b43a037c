"""How many processes to work in."""

from __future__ import annotations

import os
import sys

_LEAST_FILES = 200
"""With fewer files a second process costs more than it saves, unless it is asked for."""

_LEAST_EACH = 50
"""With fewer files for each, a process more costs more than it saves."""


def processes_for(files: int, jobs: int | None) -> int:
    """How many processes to use: as many as asked for, else one a core where there are files enough and no thread beside this one
    runs, which a fork would leave behind in the middle of what it does."""
    if jobs is None and (files < _LEAST_FILES or _has_threads()):
        return 1
    return max(1, min(jobs or available_cores(), -(-files // _LEAST_EACH)))


def available_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _has_threads() -> bool:
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1
