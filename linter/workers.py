"""Work on many files in several processes: even shares, results in the order of the files, one compiled lexicon for all."""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import Any, NoReturn

from linter.errors import LinterError

_SMALLEST, _LARGEST = 10, 80
"""Files handed to a process at a time."""

_AHEAD = 4
"""Shares for each process that may be under way or done before they are asked for, so that memory stays bounded."""

_QUEUED = 2
"""Shares that each other process is given: one under way, and one that it need not wait for."""

_STEP = 0.001
"""Seconds that this process works before it looks whether there is something to read; in no case less than a file."""

_HEADER = struct.Struct("<IQ")
"""Before the results of a share: its number, and how many bytes follow."""

_Function = Callable[[str], Any]
_Results = list[Any] | Exception
"""What the function gave for each path of a share, or what it raised."""


def map_files(
    function: _Function, make: Callable[[], _Function], paths: Sequence[str], processes: int, *, here: _Function | None = None
) -> Iterator[Any]:
    """What the function gives for each path, in order. What it raises is raised here, after the results of the shares before.

    Forked processes share `function` and all that it has loaded, and this process works with them while it has nothing to read,
    by `here` if there is something that spares what only sending asks for; where there is no fork, each process calls `make`,
    which has to be picklable, for a function of its own. Raises LinterError where a process is ended from outside.
    """
    shares = list(_shares(paths, processes))
    if hasattr(os, "fork"):
        return _forked(function, here or function, shares, processes)
    return _spawned(make, shares, processes)


def _shares(paths: Sequence[str], processes: int) -> Iterator[Sequence[str]]:
    """Large ones first, as each is a message; small ones last, so that the processes end together."""
    start = 0
    while start < len(paths):
        size = min(max((len(paths) - start) // (4 * processes), _SMALLEST), _LARGEST)
        yield paths[start : start + size]
        start += size


def _forked(function: _Function, here: _Function, shares: Sequence[Sequence[str]], processes: int) -> Iterator[Any]:
    """The others take the numbers of shares from one pipe, whoever is free, and each has a pipe of its own for results."""
    import gc

    gc.freeze()  # else looking for garbage copies every page that the processes share
    taken, given = os.pipe()
    workers: dict[int, int] = {}
    try:
        for _ in range(processes - 1):
            results, mine = os.pipe()
            process = os.fork()
            if not process:
                for descriptor in (given, results, *workers):
                    os.close(descriptor)
                _work(function, shares, taken, mine)
            os.close(mine)
            workers[results] = process
        yield from _collected(here, shares, list(workers), given)
    finally:
        gc.unfreeze()
        os.close(taken)
        os.close(given)
        _end(workers)


def _collected(function: _Function, shares: Sequence[Sequence[str]], pipes: Sequence[int], given: int) -> Iterator[Any]:
    """Hands out the numbers of the shares, works on one itself where there is nothing to read, and gives all results in order."""
    import select

    poller = select.poll()
    for pipe in pipes:
        poller.register(pipe, select.POLLIN | select.POLLHUP)
    done: dict[int, _Results] = {}
    own: Iterator[tuple[int, _Results] | None] | None = None
    handed = queued = 0
    for wanted in range(len(shares)):
        limit = min(wanted + (len(pipes) + 1) * _AHEAD, len(shares))
        while True:
            while queued < len(pipes) * _QUEUED and handed < limit:
                os.write(given, struct.pack("<I", handed))
                handed, queued = handed + 1, queued + 1
            if wanted in done:
                break
            if own is None and handed < limit:
                own = _done_in_steps(function, handed, shares[handed])
                handed += 1
            ended = [_received(pipe) for pipe, _ in poller.poll(None if own is None else 0)]
            queued -= len(ended)
            if own is not None and not ended and (own_ended := next(own)) is not None:
                ended, own = [own_ended], None
            done.update(ended)
        results = done.pop(wanted)
        if isinstance(results, Exception):
            raise results  # in its place, as one process would
        yield from results


def _done_in_steps(function: _Function, number: int, paths: Sequence[str]) -> Iterator[tuple[int, _Results] | None]:
    """Does a share step by step, so that no other process has to wait until its results are read. Gives None after each step,
    and at last the number of the share and its results."""
    results: list[Any] = []
    began = monotonic()
    try:
        for path in paths:
            results.append(function(path))
            if monotonic() - began > _STEP:
                yield None
                began = monotonic()
    except Exception as error:
        yield number, error
    else:
        yield number, results


def _received(pipe: int) -> tuple[int, _Results]:
    """What another process sends: the number of a share, and its results."""
    number, length = _HEADER.unpack(_read(pipe, _HEADER.size))
    return number, pickle.loads(_read(pipe, length))


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
