"""The public names, and the examples of docs/library.md, run from top to bottom."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import linter as package

_PAGE = Path(__file__).parent.parent / "docs" / "library.md"
_BLOCK = re.compile(r"```python\n(.*?)```(?:\s*```text\n(.*?)```)?", re.DOTALL)


def test_examples_of_the_page(workspace: Callable[..., Path]) -> None:
    workspace({})
    blocks = _BLOCK.findall(_PAGE.read_text(encoding="utf-8"))
    assert len(blocks) > 4
    names: dict[str, Any] = {}
    for code, expected in blocks:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, str(_PAGE), "exec"), names)
        if expected:
            assert out.getvalue() == expected


def test_rows_of_the_page(workspace: Callable[..., Path]) -> None:
    workspace({})
    linter = package.Linter()
    texts = ["The talks in Kiev failed.", "The talks in Kyiv failed."]
    comparison = package.compare([linter.profile_texts(name, [text]) for name, text in zip("AB", texts, strict=True)])
    for rows in (linter.lint_text(texts[0]).findings, comparison.terms, comparison.weights, comparison.stances):
        keys = {tuple(asdict(row) if is_dataclass(row) else row._asdict()) for row in rows}
        assert len(keys) == 1, "every row has the same columns"


@pytest.mark.parametrize("name", package.__all__)
def test_public_name(name: str) -> None:
    assert getattr(package, name) is not None
    assert name in _PAGE.read_text(encoding="utf-8")


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing  # type: ignore[attr-defined]


def test_compare_stays_a_function() -> None:
    """Modules become attributes of their package; none may be called like a public name."""
    code = "import linter.commands.compare, linter.comparison, linter; assert callable(linter.compare)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_import_is_cheap() -> None:
    code = "import sys, linter; print([m for m in sys.modules if m.startswith('linter.') and m != 'linter.version'])"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"
