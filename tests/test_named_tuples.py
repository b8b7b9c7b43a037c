"""Named tuples are what `typing` makes of the same class."""

from __future__ import annotations

import pickle
import typing

import pytest

from linter.findings import Finding, Suggestion
from linter.named_tuples import NamedTuple
from linter.spans import Span


def defined(base: typing.Any) -> typing.Any:
    class Pair(base):
        """Of two."""

        first: int
        second: tuple[Span, ...] = ()

        @property
        def total(self) -> int:
            return self.first + len(self.second)

        def __str__(self) -> str:
            return f"<{self.first}>"

    return Pair


Ours, Theirs = defined(NamedTuple), defined(typing.NamedTuple)


@pytest.mark.parametrize(
    "name", ["_fields", "_field_defaults", "__doc__", "__module__", "__bases__", "__slots__", "__match_args__"]
)
def test_the_class_is_the_same(name: str) -> None:
    assert getattr(Ours, name) == getattr(Theirs, name)


def test_its_values_are_the_same() -> None:
    ours, theirs = Ours(1, (Span(0, 2),)), Theirs(1, second=(Span(0, 2),))
    assert ours == theirs == (1, ((0, 2),))
    assert (ours.total, str(ours), hash(ours)) == (theirs.total, str(theirs), hash(theirs))
    assert repr(ours) == repr(theirs)
    assert ours._replace(first=3) == Ours(3, ours.second)
    assert set(Ours.__annotations__) == {"first", "second"}


def test_they_go_to_other_processes() -> None:
    value = Suggestion("Kyiv", "preferred", safety="safe")
    copy = pickle.loads(pickle.dumps(value))
    assert type(copy) is Suggestion and copy == value
    assert Finding.__module__ == "linter.findings" and Finding.__qualname__ == "Finding"
