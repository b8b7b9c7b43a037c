"""The memory of a process and its workers together, where /proc tells it: pages that they share count once."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time

from bench.timing import Command, check, with_bytecode

_EVERY = 0.02
"""Seconds between two looks; what lives shorter may be missed."""


def peak_of_tree(command: Command) -> float | None:
    """Runs a command once; the most MB that it and its children had together, or None where /proc has no such thing."""
    if not os.path.exists("/proc/self/smaps_rollup"):
        return None
    environment = {**with_bytecode(), **(command.environment or {})}
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command.words, cwd=command.folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors)
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_proportional_size, _tree(process.pid))))
            time.sleep(_EVERY)
        check(command, process.returncode, errors)
    return peak * 1024 / 1e6


def _tree(pid: int) -> list[int]:
    pids = [pid]
    for parent in pids:
        try:
            for thread in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{thread}/children") as file:
                    pids += map(int, file.read().split())
        except OSError:
            continue
    return pids


def _proportional_size(pid: int) -> int:
    """kB: its own pages, and its share of those that it has in common with others."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            return next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
    except OSError:
        return 0
