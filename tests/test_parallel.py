"""How many processes a run has."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.parallel import available_cores, processes_for


@pytest.mark.parametrize(
    ("files", "jobs", "expected"),
    [
        pytest.param(0, None, 1, id="nothing to do"),
        pytest.param(10, None, 1, id="too few to share"),
        pytest.param(10_000, 3, 3, id="as many as asked for"),
        pytest.param(60, 8, 2, id="no more than have enough to do"),
        pytest.param(10, 8, 1, id="enough for one"),
    ],
)
def test_how_many_processes(files: int, jobs: int | None, expected: int) -> None:
    assert processes_for(files, jobs) == expected


@pytest.mark.parametrize(("threads", "expected"), [(0, available_cores()), (1, 1)], ids=["one a core", "threads run"])
def test_how_many_processes_where_nobody_says(threads: int, expected: int) -> None:
    """In a process of its own, as the one that runs the tests has threads or none by how it was started."""
    script = f"""
import threading
from linter.parallel import processes_for
end = threading.Event()
for _ in range({threads}):
    threading.Thread(target=end.wait).start()
print(processes_for(10_000, None), processes_for(10_000, 3))
end.set()
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [str(expected), "3"]
