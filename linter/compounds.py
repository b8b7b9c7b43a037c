"""Hyphen compounds: does a word keep its sense as one part of another?

*A regime-backed force*, *anti-regime protests* and *a Kremlin-terrorist plot* say *regime* and *terrorist* of something;
*an anti-war party* is no *war party*, and *a non-terrorist* and *parrot-like talk* are other words.
"""

from __future__ import annotations

import re

from linter.capitals import is_inside_sentence

_LEFT_PARTS = frozenset(
    """arch co cross ex extra far half inter intra mid multi neo once out over pan pro pseudo quasi self semi sub super then
    trans ultra under vice would-be""".split()
)
"""Prefixes that leave the word its sense."""
_AGAINST = "anti"
"""It speaks of the word all the same, but of the first one of a phrase only."""
_CHANGES = frozenset("counter non post pre re un".split())
"""Prefixes that deny or change what the word says, also with a capital: *the Anti-terrorist Squad*."""
_RIGHT_PARTS = frozenset(
    """affiliated aligned backed based born bred built controlled dominated driven era friendly funded held hit inspired leaning
    led linked loyal made occupied only owned related ridden ruled run sized supported supporting wide""".split()
)
"""Second parts that leave the word its sense; *-like*, *-style*, *-type*, *-free* and *-proof* say that it is something else."""
_HYPHENS = ("-", "‐", "‑")
LINE_WRAP = r"[ \t]*(?:\r\n|\r|\n)[ \t]*"
_LEFT_PART = rf"(\w+)[-‐‑](?:{LINE_WRAP})?\Z"
_RIGHT_PART = rf"[-‐‑](?:{LINE_WRAP})?([^\W_]\w*)"


def left_keeps_sense(text: str, start: int, end: int) -> bool:
    """Does text[start:end] keep its sense after what is joined to it: nothing, a prefix of these, a name?"""
    if start < 2 or text[max(0, start - 60) : start].rstrip(" \t\r\n")[-1:] not in _HYPHENS:
        return True
    left = re.compile(_LEFT_PART).search(text, max(0, start - 60), start)
    if left is None or left.group(1).lower() in _LEFT_PARTS:
        return True
    if left.group(1).lower() == _AGAINST:
        return " " not in text[start:end] and "\n" not in text[start:end]
    if not left.group(1)[0].isupper() or left.group(1).lower() in _CHANGES:
        return False
    return is_inside_sentence(text, left.start()) or text[left.start() - 1 : left.start()] in ("-", "‐", "‑")


def right_keeps_sense(text: str, end: int) -> bool:
    """Does the word that ends at `end` keep its sense before what is joined to it?"""
    right = re.compile(_RIGHT_PART).match(text, end) if text[end : end + 1] in _HYPHENS else None
    if right is None:
        return True
    word = right.group(1).lower()
    return word in _RIGHT_PARTS or (len(word) > 4 and word.endswith(("ed", "ing")))
