"""Whole processes, timed: wall, user and system time and the largest resident size, as the kernel counts them.

The machine is never quiet. So the commands of a group run in turn (A B C A B C ...), the median counts, and what is compared
is user + system time where cores matter and a ratio within the group everywhere.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a process: seconds, and MB (of a million bytes) of the largest process in it."""

    wall: float
    cpu: float
    peak: float
    status: int


@dataclass(frozen=True, slots=True)
class Timing:
    """The runs of one command."""

    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """User and system time, those of worker processes included."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        return max(run.peak for run in self.runs)

    @property
    def spread(self) -> str:
        return f"{min(run.wall for run in self.runs):.3g}-{max(run.wall for run in self.runs):.3g}"


@dataclass(frozen=True, slots=True)
class Command:
    """What to run. `ok`: the exit statuses that mean that it has done its work."""

    words: tuple[str, ...]
    ok: tuple[int, ...] = (0, 1)
    folder: str | None = None
    environment: Mapping[str, str] | None = None
    output: str | None = None


def with_bytecode() -> dict[str, str]:
    """The environment, but so that Python keeps its bytecode, as it does where a package is installed: some machines and the
    containers of many a CI forbid it, and then every start compiles every module anew."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environment, "PYTHONPYCACHEPREFIX": os.path.join(tempfile.gettempdir(), "evenhand-bench", "bytecode")}


def run(command: Command) -> Run:
    """Runs a command once, its output kept in a file or thrown away. Ends the program where it fails."""
    environment = {**with_bytecode(), **(command.environment or {})}
    folder = os.getcwd()
    with open(command.output or os.devnull, "wb") as out, tempfile.TemporaryFile() as errors:
        actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, errors.fileno(), 2)]
        os.chdir(command.folder or folder)
        started = time.perf_counter()
        pid = os.posix_spawnp(command.words[0], command.words, environment, file_actions=actions)
        _, wait_status, usage = os.wait4(pid, 0)
        wall = time.perf_counter() - started
        os.chdir(folder)
        status = os.waitstatus_to_exitcode(wait_status)
        check(command, status, errors)
    size_unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * size_unit / 1e6, status)


def check(command: Command, status: int, errors: IO[bytes]) -> None:
    """Ends the program where a command failed. A traceback tells too: Python's status after one is that of findings."""
    errors.seek(0)
    said = errors.read().decode(errors="replace")
    if status not in command.ok or "Traceback (most recent call last)" in said:
        sys.exit(f"bench: exit status {status} of {' '.join(command.words)}\n{said[-2000:]}")


def interleaved(commands: Mapping[str, Command], rounds: int, *, warm_up: int = 1) -> dict[str, Timing]:
    """The timings of a group of commands that ran in turn; the first `warm_up` rounds do not count."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + warm_up):
        for name, command in commands.items():
            done = run(command)
            if number >= warm_up:
                runs[name].append(done)
    sys.stderr.write(".")
    sys.stderr.flush()
    return {name: Timing(tuple(timed)) for name, timed in runs.items()}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
