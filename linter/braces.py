"""Brace alternation: one text that stands for several spellings."""

from __future__ import annotations

EXPANSION_LIMIT = 10_000
"""The most texts that the braces of one text may stand for."""


def expand_braces(text: str) -> tuple[str, ...]:
    """All texts that the braces of a text stand for, in order: `de{-,}nazify` is two. White space is made single.

    Raises ValueError where they are more than `EXPANSION_LIMIT`, or where a brace has no partner.
    """
    if "{" not in text and "}" not in text:
        return (" ".join(text.split()),)
    expanded = [text]
    while any(_innermost(spelling) for spelling in expanded):
        expanded = [rest for spelling in expanded for rest in _expand_one(spelling)]
        if len(expanded) > EXPANSION_LIMIT:
            raise ValueError(f"its braces stand for more than {EXPANSION_LIMIT:,} texts")
    if any("{" in spelling or "}" in spelling for spelling in expanded):
        raise ValueError("it has a brace without its partner")
    return tuple(dict.fromkeys(" ".join(spelling.split()) for spelling in expanded))


def _expand_one(text: str) -> list[str]:
    found = _innermost(text)
    if found is None:
        return [text]
    start, end = found
    return [text[:start] + choice + text[end + 1 :] for choice in text[start + 1 : end].split(",")]


def _innermost(text: str) -> tuple[int, int] | None:
    """Where the first pair of braces without another one inside begins and ends; None where there is no pair."""
    end = text.find("}")
    start = text.rfind("{", 0, end) if end >= 0 else -1
    return (start, end) if start >= 0 else None
