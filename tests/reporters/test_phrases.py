from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.findings import VOICES, Finding, Suggestion
from linter.reporters.phrases import summary_line, use_line, voice_phrase

Make = Callable[..., Finding]


@pytest.mark.parametrize(
    ("suggestions", "advice", "expected"),
    [
        ((), "", ""),
        (("a",), "", "“a”"),
        (("a", "b"), "", "“a” or “b”"),
        (("a", "b", "c"), "", "“a”, “b” or “c”"),
        ((), "say who", "say who"),
        (("a",), "say who", "“a”; say who"),
    ],
)
def test_use(finding: Make, suggestions: tuple[str, ...], advice: str, expected: str) -> None:
    offered = tuple(Suggestion(text, "preferred") for text in suggestions)
    assert use_line(finding(suggestions=offered, advice=advice)) == expected


def test_use_names_the_houses(finding: Make) -> None:
    assert use_line(finding()) == "“boat trip” (times, post) or “passage”"


@pytest.mark.parametrize("voice", VOICES)
def test_every_voice_has_a_phrase(finding: Make, voice: str) -> None:
    assert voice_phrase(finding(voice=voice))
    assert voice_phrase(finding(voice=voice, speaker="Smith")).endswith(" (Smith)")


def test_findings_about_the_settings_have_no_voice(finding: Make) -> None:
    assert summary_line(finding(message="m")) == "m (own voice)"
    assert summary_line(finding(message="m", category="evenhand")) == "m"
