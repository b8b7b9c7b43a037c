from __future__ import annotations

from pathlib import Path

import pytest

from linter import reporters
from linter.reporters import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_a_module_that_says_the_same(name: str) -> None:
    assert name == reporters.load(name).NAME


def test_every_module_with_a_name_is_in_the_table() -> None:
    folder = Path(reporters.__file__).parent
    for path in folder.glob("*.py"):
        assert (path.stem in NAMES) is ("\nNAME = " in path.read_text("utf-8")), path.name
