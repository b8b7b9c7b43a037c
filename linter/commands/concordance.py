"""`evenhand concordance`: every place where a concept, a category, a party's terms or a word stand, in context."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, TypeVar

from linter.concordance import ORDERS, QUERY_KINDS, arranged, concordance, query_of, sampled
from linter.display import counted
from linter.errors import EXIT_CLEAN, EXIT_INVALID, UsageError, one_of, quote
from linter.output import opened, refuse_output, without_output
from linter.pipeline import Linter, Options
from linter.policy import Selection
from linter.terminal import announce, view_of
from linter.voicing import map_voiced

if TYPE_CHECKING:
    from linter.concordance import ConcordanceLine, Query
    from linter.display import View
    from linter.linting import VoicedDocument

_RENDERERS = {
    "console": ("linter.reporters.concordance_console", "render"),
    "csv": ("linter.reporters.concordance_records", "render_csv"),
    "jsonl": ("linter.reporters.concordance_records", "render_jsonl"),
    "html": ("linter.reporters.concordance_html", "render"),
}
"""By format: the module and the function that writes a concordance, called with (lines, query, out, view)."""

FORMATS = tuple(_RENDERERS)

_Choice = TypeVar("_Choice", bound=str)


def run(
    text: str,
    paths: Sequence[str],
    *,
    kind: str | None = None,
    sort: str = "document",
    sample: int | None = None,
    seed: int = 0,
    format: str = "console",
    output: str | None = None,
    lexicons: Sequence[str] = (),
    config: str | None = None,
    no_cache: bool = False,
    jobs: int | None = None,
) -> int:
    """Prints the places; returns 0, or 2 where a file could not be read or there was none to read."""
    wanted = _chosen("--format", format, FORMATS)
    order = _chosen("--sort", sort, ORDERS)
    asked = _chosen("--as", kind, QUERY_KINDS) if kind is not None else None
    if sample is not None and sample < 1:
        raise UsageError(f"--sample: found {sample}; expected at least 1")
    if jobs is not None and jobs < 1:
        raise UsageError(f"--jobs: found {jobs}; expected at least 1")
    options = Options(config, tuple(lexicons), use_cache=not no_cache)
    linter = Linter(options)
    query = query_of(text, linter.rulebook_for(linter.settings_for(os.getcwd())).compiled, asked)
    if query.kind != "word":  # also what the settings switch off, as it is asked for by name
        linter = Linter(options._replace(selection=Selection(select=frozenset({query.text}))))
    found = linter.discover(paths or (".",))
    if found.missing:
        raise UsageError(f"{quote(found.missing[0])}: there is no such file or folder")
    refuse_output(output, paths)
    found.files = without_output(found.files, output)
    if not found.files:
        raise UsageError("there is no file to read")
    errors: list[str] = []
    places: list[ConcordanceLine] = []
    matching = query.kind != "word"  # a word is looked for in the text itself
    for own, error in map_voiced(linter, found.files, partial(_places_of, query), jobs=jobs, matching=matching):
        places += own
        if error is not None:
            errors.append(error)
    lines = arranged(places, "document")
    total = len(lines)
    if sample is not None:
        lines = sampled(lines, sample, seed)
    lines = arranged(lines, order)
    with opened(output) as out:
        _renderer(wanted)(lines, query, out, view_of(out))
    for error in errors:
        announce(error)
    announce(_summary(query, len(lines), total, len(found.files) - len(errors)))
    return EXIT_INVALID if errors else EXIT_CLEAN


def _chosen(option: str, value: str, choices: Sequence[_Choice]) -> _Choice:
    for choice in choices:
        if choice == value:
            return choice
    raise UsageError(f"{option}: found {quote(value)}; expected {one_of(choices)}")


def _renderer(format: str) -> Callable[[Sequence[ConcordanceLine], Query, TextIO, View], None]:
    module, function = _RENDERERS[format]
    render: Callable[[Sequence[ConcordanceLine], Query, TextIO, View], None] = getattr(import_module(module), function)
    return render


def _places_of(query: Query, voiced: VoicedDocument) -> tuple[list[ConcordanceLine], str | None]:
    """The places in one file, or why it could not be read."""
    if voiced.error is not None:
        return [], f"{voiced.path}: {voiced.error}"
    return list(concordance([voiced], query)), None


def _summary(query: Query, shown: int, total: int, files: int) -> str:
    places = counted(total, "place") if total else "no place"
    sample = f" ({shown:,} shown)" if shown < total else ""
    return f"{query.kind} {quote(query.text)}: {places}{sample}; {counted(files, 'file')} searched"
