from __future__ import annotations

import pytest

from linter.pages.showing import bounded, compact, numbered, per_thousand, share, shown


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("naïve “Київ” 日本 ا", "naïve “Київ” 日本 ا", id="other scripts stay"),
        pytest.param("a\0b\x1b[31m\x7f", "a␀b␛[31m␡", id="control characters become pictures"),
        pytest.param("a\u202eb\u2066", "a<U+202E>b<U+2066>", id="overrides of direction are named"),
        pytest.param("a\nb\tc", "a\nb\tc", id="white space stays"),
        pytest.param("see ￼ here", "see ▫ here", id="what is no text is a square"),
        pytest.param("co\xadop", "co\xadop", id="soft hyphens stay"),
    ],
)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("count, words, expected", [(3, 1500, "2.0"), (1, 3, "333.3"), (0, 10, "0.0"), (0, 0, "–")])
def test_per_thousand(count: int, words: int, expected: str) -> None:
    assert per_thousand(count, words) == expected


@pytest.mark.parametrize("count, whole, expected", [(1, 2, "50"), (0, 2, "0"), (1, 10_000, "0.5"), (0, 0, "0"), (1, 3, "33.3")])
def test_share_of_a_bar(count: int, whole: int, expected: str) -> None:
    assert share(count, whole) == expected


def test_numbers_and_names() -> None:
    assert (compact(2.0), compact(2.25), compact(0)) == ("2", "2.2", "0")
    assert (bounded("short", 10), bounded("a/very/long/path.md", 10)) == ("short", "a/v…ath.md")
    assert numbered(["b", "a"]) == [("b", 1), ("a", 2)]
