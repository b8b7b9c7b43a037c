"""Turns of a conversation, told from datelines, notices and forms."""

from __future__ import annotations

import pytest

from linter.voice.transcripts import turn_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LAVROV: We will go on.", (True, "LAVROV")),
        ("MR. SMITH: Do you agree?", (True, "MR. SMITH")),
        ("Q: Will it fall?", (True, None)),
        ("A: It will fall.", (True, None)),
        ("HOST: Welcome.\nLAVROV: I thank you.", (True, "LAVROV")),
        ("Host: Hello.\nGuest: Hello.\nHost: So.\nGuest: So.", (True, "Guest")),
        ("LAVROV: We will go on\nand on and on.", (True, "LAVROV")),
        ("KYIV: The talks failed.", (False, None)),
        ("UPDATE: We have more.", (False, None)),
        ("WHO: The mayor.\nWHERE: City hall.", (False, None)),
        ("Location: Kyiv.\nDate: Friday.", (False, None)),
        ("He left.", (False, None)),
        ("Lavrov said: we go on.", (False, None)),
        ("At 10:30 we left.", (False, None)),
    ],
)
def test_last_word_of_the_text(text: str, expected: tuple[bool, str | None]) -> None:
    assert turn_at(text, 0, len(text) - 2) == expected


def test_the_name_itself_is_not_in_the_turn() -> None:
    assert turn_at("LAVROV: We will go on.", 0, 2) == (False, None)
