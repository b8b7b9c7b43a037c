"""Words and phrases as expressions."""

from __future__ import annotations

import pytest

from linter.word_pattern import word_pattern


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        pytest.param("kyiv", "Kyiv and Kyivan", ["Kyiv"], id="whole words"),
        pytest.param("kyiv*", "Kyiv and Kyivan", ["Kyiv", "Kyivan"], id="any continuation"),
        pytest.param("c++", "C++ and c", ["C++"], id="signs are signs"),
        pytest.param("state media", "state \t media", ["state \t media"], id="any white space"),
        pytest.param("е*", "ель и дом", ["ель"], id="any script"),
    ],
)
def test_found(word: str, text: str, found: list[str]) -> None:
    assert word_pattern(word).findall(text) == found


def test_is_quick() -> None:
    assert not word_pattern("a* b* c").search("a" * 20_000)
