"""Work on many files in several processes: even shares, results in the order of the files, one compiled lexicon for all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

_LEAST_FILES = 200
"""With fewer files a second process costs more than it saves, unless it is asked for."""

_SHARE = 50
"""Files handed to a process at a time: small enough to keep the shares even."""

_function: Callable[[str], Any] | None = None
"""What a worker does with a path; set in the parent before it forks, so that all share what the parent has loaded."""


def processes_for(files: int, jobs: int | None) -> int:
    """How many processes to use: as many as asked for, else one a core where there are files enough."""
    if jobs is None and files < _LEAST_FILES:
        return 1
    return max(1, min(jobs or available_cores(), -(-files // _SHARE)))


def available_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_files(
    function: Callable[[str], Any], make: Callable[[], Callable[[str], Any]], paths: Sequence[str], processes: int
) -> Iterator[Any]:
    """What the function gives for each path, in order.

    Forked processes share `function` and all that it has loaded; where there is no fork, each process calls `make`, which has
    to be picklable, for a function of its own.
    """
    import multiprocessing

    global _function
    _function = function
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    shares = [paths[start : start + _SHARE] for start in range(0, len(paths), _SHARE)]
    with context.Pool(processes, _start, (None if method == "fork" else make,)) as pool:
        for results in pool.imap(_work, shares):
            yield from results


def _start(make: Callable[[], Callable[[str], Any]] | None) -> None:
    import signal

    global _function
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if make is not None:
        _function = make()


def _work(paths: Sequence[str]) -> list[Any]:
    assert _function is not None
    return [_function(path) for path in paths]
