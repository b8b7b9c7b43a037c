"""The wording of findings: what the lexicon says of a term, in calm and factual sentences."""

from __future__ import annotations

from collections.abc import Sequence

from linter.findings import Voice
from linter.lexicon import Concept, Source, Term

_BY_CONCERN = {
    "contested": "is a contested term",
    "loaded": "carries a judgement",
    "sensitive": "is a sensitive term",
    "inaccurate": "is inaccurate or misleading",
    "style": "is not the form that this lexicon prefers",
}


def deprecated(text: str, concept: Concept, term: Term, stance: str | None, voice: Voice) -> str:
    """`stance`: its name, worded to follow “a term of …”."""
    if term.status == "superseded":
        message = f"“{text}” has been superseded" + (f"; it is typical of {stance}" if stance else "")
    elif stance:
        message = f"“{text}” is a term of {stance}"
    else:
        message = f"“{text}” {_BY_CONCERN[concept.concern]}"
    if voice == "scare":
        message += ", here in quotation marks with nobody named as its source"
    return message


def house(text: str, preferred: str, authority: str) -> str:
    return f"“{text}”: {authority} uses “{preferred}”"


def inconsistent(text: str, others: Sequence[str]) -> str:
    return f"“{text}” stands in one text with {_listed(others)}"


def distanced(text: str) -> str:
    return f"“{text}” stands in quotation marks with nobody named as its source: the marks cast doubt on an accepted term"


def distanced_advice() -> str:
    return "take the marks away, or say whose word it is"


def asymmetric(text: str, party: str, other_text: str, other_party: str, other_line: int) -> str:
    """`other_line`: where the mirror word stands, 1-based."""
    return f"“{text}” for {party}, but “{other_text}” for {other_party} (line {other_line}): two words for the same conduct"


def asymmetric_advice() -> str:
    return "use one word for both, or say what makes the two cases different"


def own_note(concept: str) -> str:
    """Why the tool reports something about suppressions or settings themselves."""
    return {
        "suppression-unused": "A suppression that suppresses nothing hides what may stand there one day.",
        "suppression-unknown": "A suppression has to name the concept, so that it suppresses nothing else.",
        "suppression-expired": "Its date has passed, so its concept is reported again.",
        "accept-unused": "An accept entry that nothing needs hides what may stand there one day.",
        "accept-expired": "Its date has passed, so its concept is reported again.",
    }[concept]


def source(source: Source, authority: str) -> str:
    return f"{authority}: {source.ref}" if source.ref else authority


def _listed(texts: Sequence[str]) -> str:
    quoted = [f"“{text}”" for text in texts]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else quoted[0]
