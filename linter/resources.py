"""Where the bundled lexicon and settings are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def bundled(name: str) -> str:
    """The path of `lexicon` or `rules.yaml` as they ship."""
    packaged = os.path.join(_PACKAGE, "bundled", name)
    return packaged if os.path.exists(packaged) else os.path.join(os.path.dirname(_PACKAGE), name)


def bundled_languages() -> list[str]:
    """The languages of the bundled lexicon: the names after `builtin/`."""
    folder = bundled("lexicon")
    return sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name)))
