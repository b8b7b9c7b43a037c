"""Work on many files in several processes: even shares, results in the order of the files, one compiled lexicon for all."""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

from linter.errors import LinterError

_SMALLEST, _LARGEST = 10, 80
"""Files handed to a process at a time."""

_AHEAD = 4
"""Shares for each process that may be under way or done before they are asked for, so that memory stays bounded."""

_HEADER = struct.Struct("<IQ")
"""Before the results of a share: its number, and how many bytes follow."""

_Function = Callable[[str], Any]


def map_files(function: _Function, make: Callable[[], _Function], paths: Sequence[str], processes: int) -> Iterator[Any]:
    """What the function gives for each path, in order. What it raises is raised here, after the results of the shares before.

    Forked processes share `function` and all that it has loaded; where there is no fork, each process calls `make`, which has
    to be picklable, for a function of its own. Raises LinterError where a process is ended from outside.
    """
    shares = list(_shares(paths, processes))
    if hasattr(os, "fork"):
        return _forked(function, shares, processes)
    return _spawned(make, shares, processes)


def _shares(paths: Sequence[str], processes: int) -> Iterator[Sequence[str]]:
    """Large ones first, as each is a message; small ones last, so that the processes end together."""
    start = 0
    while start < len(paths):
        size = min(max((len(paths) - start) // (4 * processes), _SMALLEST), _LARGEST)
        yield paths[start : start + size]
        start += size


def _forked(function: _Function, shares: Sequence[Sequence[str]], processes: int) -> Iterator[Any]:
    """The processes take the numbers of shares from one pipe, whoever is free, and each has a pipe of its own for results."""
    import gc

    gc.freeze()  # else looking for garbage copies every page that the processes share
    taken, given = os.pipe()
    workers: dict[int, int] = {}
    try:
        for _ in range(processes):
            results, mine = os.pipe()
            process = os.fork()
            if not process:
                for descriptor in (given, results, *workers):
                    os.close(descriptor)
                _work(function, shares, taken, mine)
            os.close(mine)
            workers[results] = process
        yield from _collected(list(workers), given, len(shares), processes * _AHEAD)
    finally:
        gc.unfreeze()
        os.close(taken)
        os.close(given)
        _end(workers)


def _collected(pipes: Sequence[int], given: int, shares: int, ahead: int) -> Iterator[Any]:
    """Hands out the numbers of the shares and gives their results in order."""
    import select

    poller = select.poll()
    for pipe in pipes:
        poller.register(pipe, select.POLLIN | select.POLLHUP)
    done: dict[int, list[Any] | BaseException] = {}
    handed = min(ahead, shares)
    os.write(given, struct.pack(f"<{handed}I", *range(handed)))
    for wanted in range(shares):
        while wanted not in done:
            for pipe, _ in poller.poll():
                number, length = _HEADER.unpack(_read(pipe, _HEADER.size))
                done[number] = pickle.loads(_read(pipe, length))
        if handed < shares:
            os.write(given, struct.pack("<I", handed))
            handed += 1
        results = done.pop(wanted)
        if isinstance(results, BaseException):
            raise results  # in its place, as one process would
        yield from results


def _work(function: _Function, shares: Sequence[Sequence[str]], taken: int, mine: int) -> NoReturn:
    """What a forked process does until no share is left or nobody reads its results any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while task := os.read(taken, 4):
            (number,) = struct.unpack("<I", task)
            try:
                data = pickle.dumps(list(map(function, shares[number])), pickle.HIGHEST_PROTOCOL)
            except Exception as error:
                data = pickle.dumps(error)
            _write(mine, _HEADER.pack(number, len(data)) + data)
    except OSError:
        pass
    finally:
        os._exit(0)  # what the parent has not yet written is not to be written twice


def _read(pipe: int, length: int) -> bytes:
    data = bytearray()
    while len(data) < length:
        piece = os.read(pipe, length - len(data))
        if not piece:
            raise LinterError("a process of this run was ended from outside; was there too little memory? Try --jobs 1")
        data += piece
    return bytes(data)


def _write(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]


def _end(workers: dict[int, int]) -> None:
    """Those that still work, as the run was broken off, end when they find nobody to read their results."""
    import signal

    for pipe, process in workers.items():
        os.close(pipe)
        try:
            os.kill(process, signal.SIGTERM)
        except ProcessLookupError:
            pass
        os.waitpid(process, 0)


_made: _Function | None = None


def _spawned(make: Callable[[], _Function], shares: Sequence[Sequence[str]], processes: int) -> Iterator[Any]:
    import multiprocessing

    with multiprocessing.get_context("spawn").Pool(processes, _start, (make,)) as pool:
        for results in pool.imap(_work_spawned, shares):
            yield from results


def _start(make: Callable[[], _Function]) -> None:
    import signal

    global _made
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _made = make()


def _work_spawned(paths: Sequence[str]) -> list[Any]:
    assert _made is not None
    return list(map(_made, paths))
