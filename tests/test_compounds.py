"""Hyphen compounds, by what is joined on the left and on the right of a word between brackets."""

from __future__ import annotations

import pytest

from linter.compounds import left_keeps_sense, right_keeps_sense


def keeps_sense(text: str) -> bool:
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    return left_keeps_sense(bare, start, end) and right_keeps_sense(bare, end)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a [terrorist] plot", id="no compound"),
        pytest.param("an ex-[terrorist]", id="ex"),
        pytest.param("anti-[regime] protests", id="anti"),
        pytest.param("a pro‑[regime] rally", id="pro, with another hyphen"),
        pytest.param("a [regime]-backed force", id="participle"),
        pytest.param("a [thug]-infested town", id="any participle"),
        pytest.param("the [war]-era bunker", id="era"),
        pytest.param("a Kremlin-[terrorist] plot", id="after a name"),
        pytest.param("the al-Qaeda-[terrorist] link", id="after the end of a name"),
        pytest.param("the [regime] - and", id="a dash"),
    ],
)
def test_the_word_is_said_of_something(text: str) -> None:
    assert keeps_sense(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("an anti-[war party] vote", id="anti before a phrase"),
        pytest.param("a non-[terrorist]", id="non"),
        pytest.param("a counter-[terrorist] unit", id="counter"),
        pytest.param("re-[moralizing]", id="re"),
        pytest.param("un-[savage] manners", id="un"),
        pytest.param("a pre-[war] house", id="pre"),
        pytest.param("the post-\n[regime] order", id="post, over two lines"),
        pytest.param("[parrot]-like talk", id="like"),
        pytest.param("a [Stasi]-style file", id="style"),
        pytest.param("a [mafia]-type group", id="type"),
        pytest.param("a [thug]-free street", id="free"),
        pytest.param("an [idiot]-proof device", id="proof"),
        pytest.param("a mini-[regime]", id="other first parts"),
        pytest.param("Mini-[regime]", id="with the capital of a sentence"),
        pytest.param("[regime]-change", id="other second parts"),
    ],
)
def test_another_word(text: str) -> None:
    assert not keeps_sense(text)
