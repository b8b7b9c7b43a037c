from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.commands.init import TEMPLATE
from linter.settings import looks_like_settings
from linter.settings_files import parse_layer

Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]


def test_the_template_is_sound() -> None:
    layer = parse_layer(TEMPLATE.encode(), "rules.yaml")
    assert looks_like_settings(TEMPLATE.encode())
    assert layer.fail_on == "warning"


def test_what_is_commented_out_is_sound_too() -> None:
    text = TEMPLATE.replace("accept: []\n", "accept:\n").replace("#  - {", "  - {")
    text = text.replace("# house:", "house:").replace("# voice:", "voice:")
    layer = parse_layer(text.encode(), "rules.yaml")
    assert layer.accept[0].concept == "kyiv"
    assert (layer.rules[0].house, layer.rules[0].voice) == ("ap", {"quoted": "note"})


@pytest.mark.parametrize("folder", [".", "sub"])
def test_it_is_written_and_can_be_used(workspace: Make, evenhand: Run, folder: str) -> None:
    root = workspace({"sub/a.md": "Nothing here."})
    ran = evenhand("init", folder)
    assert (ran.status, ran.err) == (0, "")
    assert (root / folder / "rules.yaml").read_bytes() == TEMPLATE.encode()
    assert evenhand("check", folder).status == 0


def test_never_over_one_that_is_there(workspace: Make, evenhand: Run) -> None:
    root = workspace({"rules.yaml": "fail-on: note"})
    ran = evenhand("init")
    assert (ran.status, ran.out) == (2, "")
    assert "is there already; nothing was written" in ran.err
    assert (root / "rules.yaml").read_text() == "fail-on: note"


def test_a_folder_that_is_not_there(workspace: Make, evenhand: Run) -> None:
    workspace({})
    ran = evenhand("init", "gone")
    assert (ran.status, ran.out) == (2, "")
    assert "cannot be written: No such file or directory" in ran.err
