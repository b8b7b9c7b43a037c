"""How many processes a run has."""

from __future__ import annotations

import pytest

from linter.parallel import available_cores, processes_for


@pytest.mark.parametrize(
    ("files", "jobs", "expected"),
    [
        pytest.param(0, None, 1, id="nothing to do"),
        pytest.param(10, None, 1, id="too few to share"),
        pytest.param(10_000, None, available_cores(), id="one a core"),
        pytest.param(10_000, 3, 3, id="as many as asked for"),
        pytest.param(60, 8, 2, id="no more than have enough to do"),
        pytest.param(10, 8, 1, id="enough for one"),
    ],
)
def test_how_many_processes(files: int, jobs: int | None, expected: int) -> None:
    assert processes_for(files, jobs) == expected
