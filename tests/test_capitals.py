"""What a capital tells at the start of a sentence. In whole texts: `test_verification`."""

from __future__ import annotations

import pytest

from linter.capitals import begins_name, is_inside_sentence, is_name_elsewhere


@pytest.mark.parametrize(
    ("after", "is_name"),
    [
        pytest.param(" Garden sang", True, id="head of a name"),
        pytest.param(" United, of the second league", True, id="with a comma"),
        pytest.param(", 46, was held", True, id="age"),
        pytest.param(" Abu Bakr was killed", False, id="another name"),
        pytest.param(" garden", False, id="no capital"),
        pytest.param(", 46 of them, fled", False, id="number"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_begins_name(after: str, is_name: bool) -> None:
    assert begins_name(after) is is_name


@pytest.mark.parametrize(
    ("rest", "is_name"),
    [
        pytest.param("The club sold Dan Savage in the spring, they said.", True, id="a person"),
        pytest.param("They asked Mr. Savage about the club that year.", True, id="after Mr"),
        pytest.param("He had spoken with savage wit to Dan Savage about that.", False, id="in lower case as well"),
        pytest.param("Savage came. “Savage left,” they said with some relief.", False, id="only at starts"),
        pytest.param("They said that the Savage would come back soon.", False, id="with an article"),
        pytest.param("They read the Daily Savage Review while they waited there.", False, id="in a longer title"),
        pytest.param("Meeting Dan Savage Again", False, id="in title case"),
        pytest.param("They talked about Savages and Savagery all night.", False, id="other words"),
        pytest.param("x " * 60_000 + "the club sold Dan Savage in spring, they said.", False, id="too far away"),
    ],
)
def test_is_name_elsewhere(rest: str, is_name: bool) -> None:
    assert is_name_elsewhere("Savage's future is open. " + rest, 0, "Savage's") is is_name


@pytest.mark.parametrize(
    ("before", "inside"),
    [("He met ", True), ("He met, ", True), ("Mr. ", True), ("He left. ", False), ("", False), ("“", False), ("a\n\n", False)],
)
def test_is_inside_sentence(before: str, inside: bool) -> None:
    assert is_inside_sentence(before + "Savage", len(before)) is inside
