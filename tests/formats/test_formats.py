from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePath

import pytest

import linter.formats
from linter.document import Document
from linter.formats import FORMATS, format_for, load

_FOLDER = Path(linter.formats.__file__).parent
_SUPPORT = {"__init__", "front_matter", "html_tokens", "link_titles", "markdown_steps", "running_text"}


def test_every_module_is_in_the_table() -> None:
    modules = {path.stem for path in _FOLDER.glob("*.py")} - _SUPPORT
    assert modules == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_module_offers_what_the_protocol_asks(name: str) -> None:
    module = load(name)
    assert (name, module.SUFFIXES) == (module.NAME, FORMATS[name])
    document = module.read(b"word", None)
    assert isinstance(document, Document)
    assert document.text == "word"
    assert module.rewrite(b"word", [], None) == b"word"


def test_no_suffix_has_two_formats() -> None:
    suffixes = [suffix for suffixes in FORMATS.values() for suffix in suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b.md", "markdown"),
        ("A.B.HTML", "html"),
        (PurePath("notes.txt"), "text"),
        (".md", "markdown"),
        ("a.docx", None),
        ("README", None),
        ("dir.md/README", None),
        ("", None),
    ],
)
def test_format_for(path: str | PurePath, name: str | None) -> None:
    found = format_for(path)
    assert (found and found.NAME) == name


def test_importing_the_table_loads_no_parser() -> None:
    code = (
        "import sys, linter.formats; linter.formats.format_for('a.txt')\n"
        "heavy = {'pyromark', 'html', 'yaml', 'linter.formats.html', 'linter.formats.markdown'} & set(sys.modules)\n"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=_FOLDER.parent.parent)
