"""The exit statuses and the streams of `check` are in tests/test_cli.py."""

from __future__ import annotations

import pytest

from linter.commands.check import split_ids


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), set()),
        (("a,b", "c"), {"a", "b", "c"}),
        ((" a , b ",), {"a", "b"}),
        ((",", ""), set()),
    ],
)
def test_split_ids(values: tuple[str, ...], expected: set[str]) -> None:
    assert split_ids(values) == expected
