"""evenhand as a library; see docs/library.md. Every name is loaded when it is first used, so that the import costs nothing.

from linter import Linter, compare
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.version import __version__

if TYPE_CHECKING:
    from linter.comparing import compare
    from linter.comparison import Comparison
    from linter.concordance import ConcordanceLine, Query
    from linter.errors import LinterError
    from linter.findings import Finding, Report
    from linter.lexicon import Lexicon
    from linter.pipeline import Linter, Options
    from linter.profiles import Profile, TermCount
    from linter.settings import Settings

_HOMES = {
    "Comparison": "linter.comparison",
    "ConcordanceLine": "linter.concordance",
    "Finding": "linter.findings",
    "Lexicon": "linter.lexicon",
    "Linter": "linter.pipeline",
    "LinterError": "linter.errors",
    "Options": "linter.pipeline",
    "Profile": "linter.profiles",
    "Query": "linter.concordance",
    "Report": "linter.findings",
    "Settings": "linter.settings",
    "TermCount": "linter.profiles",
    "compare": "linter.comparing",
}
"""Where each public name lives."""

__all__ = [
    "Comparison",
    "ConcordanceLine",
    "Finding",
    "Lexicon",
    "Linter",
    "LinterError",
    "Options",
    "Profile",
    "Query",
    "Report",
    "Settings",
    "TermCount",
    "__version__",
    "compare",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
