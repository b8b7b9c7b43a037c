"""What the tests of the bundled lexicon share: it is read and compiled once."""

from __future__ import annotations

import os

import pytest

from linter.errors import Origin
from linter.lexicon import Lexicon
from linter.rulebook import Rulebook, load_lexicon, rulebook_of


@pytest.fixture(scope="session")
def bundled_lexicon() -> Lexicon:
    return load_lexicon([("builtin", os.getcwd(), Origin("builtin"))])


@pytest.fixture(scope="session")
def bundled_rulebook(bundled_lexicon: Lexicon) -> Rulebook:
    return rulebook_of(bundled_lexicon)
