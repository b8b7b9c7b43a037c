"""Several processes: the same results in the same order, and waivers that any of them needed count as needed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import workers
from linter.errors import LinterError, SettingsError
from linter.pipeline import Linter
from linter.workers import _spawned, map_files

Make = Callable[[dict[str, str | bytes]], Path]

LEXICON = "category: desk\nprefer:\n  Kyiv: [Kiev]\n  say: [claim]\n"
RULES = """lexicons: [desk.yaml]
accept:
  - {concept: say, files: ["a119.md"], reason: needed in the last file only}
  - {concept: kyiv, files: ["a003.md"], reason: needed nowhere}
"""


def articles() -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {f"a{n:03}.md": f"Part {n}.\n" + "Talks in Kiev.\n\n" * (n % 4) for n in range(120)}
    return {**files, "a003.md": "Nothing.\n", "a050.md": b"\xff\xfe\x00", "a119.md": "They claim it.\n", "desk.yaml": LEXICON}


def test_two_processes_say_what_one_says(workspace: Make) -> None:
    workspace({**articles(), "rules.yaml": RULES})
    one, two = Linter(), Linter()
    alone = list(one.results(one.discover(["."]), jobs=1))
    shared = list(two.results(two.discover(["."]), jobs=2))
    assert shared == alone
    assert sum(len(result.findings) for result in alone) > 100
    assert [result.path for result in alone if result.error] == ["a050.md"]
    [about_settings] = [result for result in shared if result.path.endswith("rules.yaml")]
    assert [finding.concept for finding in about_settings.findings] == ["accept-unused"]
    assert one.about() == two.about()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_while_others_are_under_way(workspace: Make, jobs: int) -> None:
    root = workspace(articles())
    os.mkfifo(root / "slow.md")
    linter, has_first, patience = Linter(), threading.Event(), 30

    def write_late() -> None:
        has_first.wait(patience)
        (root / "slow.md").write_text("They claim it.\n")

    writer = threading.Thread(target=write_late)
    writer.start()
    started = time.monotonic()
    results = linter.results(linter.discover([".", "slow.md"]), jobs=jobs)
    first, waited = next(results), time.monotonic() - started
    has_first.set()
    *_, last = results
    writer.join()
    assert (first.path, last.path) == ("a000.md", "slow.md")
    assert waited < patience


def pid_of(path: str) -> tuple[str, int]:
    return path, os.getpid()


def make_pid_of() -> Callable[[str], tuple[str, int]]:
    return pid_of


def slow_pid_of(path: str) -> tuple[str, int]:
    time.sleep(0.001)
    return path, os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_work_is_shared_and_in_order(processes: int) -> None:
    paths = [f"{n:04}" for n in range(400)]
    results = list(map_files(slow_pid_of, lambda: slow_pid_of, paths, processes))
    assert [path for path, _ in results] == paths
    pids = Counter(pid for _, pid in results)
    assert len(pids) == processes
    assert os.getpid() in pids
    assert min(pids.values()) > 400 / processes / 3


def test_a_process_where_there_is_no_fork_makes_its_own_function() -> None:
    shares = [["a", "b"], ["c"]]
    results = list(_spawned(make_pid_of, shares, 2))
    assert [path for path, _ in results] == ["a", "b", "c"]
    assert os.getpid() not in {pid for _, pid in results}


def test_wrong_settings_are_told_as_by_one_process(workspace: Make) -> None:
    workspace({**articles(), "sub/rules.yaml": "severity: {kiyv: off}\n", "sub/z.md": "Kiev\n", "rules.yaml": RULES})
    said = []
    for jobs in (1, 2):
        linter = Linter()
        with pytest.raises(SettingsError) as error:
            list(linter.results(linter.discover(["."]), jobs=jobs))
        said.append(str(error.value))
    assert said[0] == said[1]
    assert said[0].startswith("sub/rules.yaml:1:18: no category or concept “kiyv”")


def fail_at_seventy(path: str) -> str:
    if path == "0070":
        raise LinterError("no seventy")
    return path


def test_what_a_process_raises_is_raised_here() -> None:
    results = map_files(fail_at_seventy, lambda: fail_at_seventy, [f"{n:04}" for n in range(400)], 2)
    assert [next(results) for _ in range(50)] == [f"{n:04}" for n in range(50)]
    with pytest.raises(LinterError, match="no seventy"):
        list(results)


def test_a_process_that_is_ended_ends_the_run_with_a_message() -> None:
    here = os.getpid()

    def end_elsewhere(path: str) -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return path

    results = map_files(end_elsewhere, lambda: end_elsewhere, [f"{n:04}" for n in range(400)], 2)
    with pytest.raises(LinterError, match="ended from outside"):
        list(results)


def test_a_run_that_is_broken_off_leaves_no_process() -> None:
    results = map_files(pid_of, make_pid_of, [f"{n:04}" for n in range(100_000)], 2)
    pids = {pid for _, pid in islice(results, 500)}
    assert isinstance(results, Generator)
    results.close()
    assert pids - {os.getpid()}
    for pid in pids - {os.getpid()}:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_results_that_nobody_asks_for_are_not_piled_up(tmp_path: Path) -> None:
    log = tmp_path / "log"

    def note(path: str) -> str:
        with log.open("a") as file:
            file.write(path + "\n")
        return path

    results = map_files(note, lambda: note, [f"{n:06}" for n in range(20_000)], 2)
    next(results)
    time.sleep(0.5)
    assert isinstance(results, Generator)
    results.close()
    assert len(log.read_text().splitlines()) <= 50 * 8 * 2 + 50


@given(st.integers(0, 5_000), st.integers(2, 16))
def test_law_shares_are_all_the_files_in_order(files: int, processes: int) -> None:
    paths = [f"{n:06}" for n in range(files)]
    shares = list(workers._shares(paths, processes))
    assert [path for share in shares for path in share] == paths
    sizes = [len(share) for share in shares]
    assert sizes == sorted(sizes, reverse=True)
    assert not sizes or (sizes[0] <= workers._LARGEST and sizes[-1] <= workers._SMALLEST)
