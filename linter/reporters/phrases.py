"""The lines in which people read a finding: where it stands and whose words they are, and what to use."""

from __future__ import annotations

from linter.findings import Finding

_VOICES = {
    "own": "own voice",
    "reported": "reported",
    "scare": "scare quotes",
    "attributed": "attributed",
    "quoted": "quoted",
}


def voice_phrase(finding: Finding) -> str:
    """Whose words the finding stands in: `own voice`, `reported (Lavrov)`."""
    phrase = _VOICES[finding.voice]
    return f"{phrase} ({finding.speaker})" if finding.speaker else phrase


def summary_line(finding: Finding) -> str:
    return f"{finding.message} ({voice_phrase(finding)})" if finding.category != "evenhand" else finding.message


def use_line(finding: Finding) -> str:
    """What to use: the suggestions with their houses, and the advice. Empty where there is neither."""
    offered = []
    for suggestion in finding.suggestions:
        houses = f" ({', '.join(suggestion.house)})" if suggestion.house else ""
        offered.append(f"“{suggestion.text}”{houses}")
    if len(offered) > 1:
        offered = [", ".join(offered[:-1]) + " or " + offered[-1]]
    return "; ".join(part for part in (*offered, finding.advice) if part)
