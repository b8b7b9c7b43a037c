"""Several processes: the same results in the same order, and waivers that any of them needed count as needed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.parallel import available_cores, map_files, processes_for
from linter.pipeline import Linter

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


def pid_of(path: str) -> tuple[str, int]:
    return path, os.getpid()


def make_pid_of() -> Callable[[str], tuple[str, int]]:
    return pid_of


def test_the_work_is_done_elsewhere_and_in_order() -> None:
    paths = [f"{n:04}" for n in range(400)]
    results = list(map_files(pid_of, make_pid_of, paths, 2))
    assert [path for path, _ in results] == paths
    assert os.getpid() not in {pid for _, pid in results}


@pytest.mark.parametrize(
    ("files", "jobs", "expected"),
    [
        pytest.param(0, None, 1, id="nothing to do"),
        pytest.param(10, None, 1, id="too few to share"),
        pytest.param(10_000, None, available_cores(), id="one a core"),
        pytest.param(10_000, 3, 3, id="as many as asked for"),
        pytest.param(60, 8, 2, id="no more than there are shares"),
        pytest.param(10, 8, 1, id="one share"),
    ],
)
def test_how_many_processes(files: int, jobs: int | None, expected: int) -> None:
    assert processes_for(files, jobs) == expected
