"""The HTML pages: one self-contained file each, which works from disk, asks nothing of the network and prints.

Templates are Jinja2 with escaping always on. Style and script stand in the page itself; its Content-Security-Policy names
both by hash and forbids everything else, so that nothing a document contains can ever run.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.pages.showing import bounded, compact, numbered, per_thousand, share, shown
from linter.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = os.path.dirname(os.path.abspath(__file__))


def page(template: str, scripts: tuple[str, ...], **values: Any) -> Iterator[str]:
    """The pieces of a page. `template` and `scripts` are file names of this folder."""
    from markupsafe import Markup

    style, script = _asset("page.css"), "".join(map(_asset, ("page.js", *scripts)))
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    return (
        _environment()
        .get_template(template)
        .generate(style=Markup(style), script=Markup(script), policy=policy, version=__version__, **values)
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        {function.__name__: function for function in (bounded, compact, numbered, per_thousand, share, shown)}
    )
    return environment


@cache
def _asset(name: str) -> str:
    """A style sheet or script of this folder; line ends are those that the browser hashes."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8", newline="") as file:
        return file.read().replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
