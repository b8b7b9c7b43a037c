from __future__ import annotations

import pytest

from linter.spelling import shown_by, spelling_for


@pytest.mark.parametrize(
    ("spellings", "text", "expected"),
    [
        pytest.param(["demilitarise", "demilitarize"], "They realize it.", "demilitarize", id="z"),
        pytest.param(["demilitarize", "demilitarise"], "They realised it.", "demilitarise", id="s"),
        pytest.param(["demilitarise", "demilitarize"], "The color of money.", "demilitarize", id="z by the rest"),
        pytest.param(["demilitarise", "demilitarize"], "Organized labour.", "demilitarize", id="Oxford"),
        pytest.param(["labour", "labor"], "Organized labour won.", "labour", id="our, whatever the z"),
        pytest.param(["labour", "labor"], "The labor market.", "labor", id="or"),
        pytest.param(["travelled", "traveled"], "He canceled it.", "traveled", id="one l"),
        pytest.param(["demilitarisation", "demilitarization"], "Stabilization began.", "demilitarization", id="noun"),
    ],
)
def test_the_spelling_of_the_document(spellings: list[str], text: str, expected: str) -> None:
    assert spelling_for(spellings, text) == expected


@pytest.mark.parametrize(
    ("spellings", "text"),
    [
        pytest.param(["demilitarise", "demilitarize"], "Nothing tells.", id="nothing tells"),
        pytest.param(["asylum seeker", "refugee"], "The color.", id="different words"),
        pytest.param(["asylum-seeker", "asylum seeker"], "The color.", id="hyphen"),
        pytest.param(["labour", "labor"], "The labour of the labor.", id="a tie"),
        pytest.param(["Sergei", "Sergey"], "The colour.", id="names"),
    ],
)
def test_the_first_spelling_where_nothing_tells(spellings: list[str], text: str) -> None:
    assert spelling_for(spellings, text) == spellings[0]


@pytest.mark.parametrize("text", ["He rises early.", "A wise promise.", "four hours", "The exercise, otherwise precise.", ""])
def test_ordinary_words_tell_nothing(text: str) -> None:
    assert shown_by(text) == (None, None)
