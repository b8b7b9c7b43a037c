"""`evenhand compare`: documents side by side, by concept: which terms each uses, how often, in whose voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

from linter.commands.check import split_ids
from linter.comparing import compare
from linter.errors import EXIT_CLEAN, EXIT_INVALID, UsageError, one_of, quote
from linter.groups import Group, groups_of
from linter.output import opened, refuse_output
from linter.pipeline import Linter, Options
from linter.policy import Selection
from linter.profiles import Profile
from linter.terminal import announce, view_of
from linter.voicing import profile_groups

if TYPE_CHECKING:
    from linter.comparison import Comparison
    from linter.display import View
    from linter.findings import About

_RENDERERS = {
    "console": ("linter.reporters.comparison_console", "render"),
    "json": ("linter.reporters.comparison_records", "render_json"),
    "csv": ("linter.reporters.comparison_records", "render_csv"),
    "html": ("linter.reporters.comparison_html", "render"),
}
"""By format: the module and the function that writes a comparison, called with (comparison, about, out, view)."""

FORMATS = tuple(_RENDERERS)


def run(
    arguments: Sequence[str],
    *,
    format: str = "console",
    output: str | None = None,
    each: bool = False,
    top: int = 20,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lexicons: Sequence[str] = (),
    config: str | None = None,
    no_cache: bool = False,
    jobs: int | None = None,
) -> int:
    """Compares the documents; returns 0, or 2 where a file could not be read."""
    if format not in _RENDERERS:
        raise UsageError(f"--format: found {quote(format)}; expected {one_of(FORMATS)}")
    if top < 0:
        raise UsageError(f"--top: found {top}; expected 0 (all) or more")
    if jobs is not None and jobs < 1:
        raise UsageError(f"--jobs: found {jobs}; expected at least 1")
    selection = Selection(split_ids(select), split_ids(ignore))
    linter = Linter(Options(config, tuple(lexicons), None, selection, use_cache=not no_cache))
    groups = groups_of(arguments, linter.discover, each=each)
    if len(groups) < 2:
        raise UsageError(_too_few(groups))
    refuse_output(output, (path for group in groups for path in group.paths))
    errors: list[str] = []
    profiles = profile_groups(linter, groups, errors, jobs=jobs)
    _announce_all(errors)
    comparison = compare(_readable(profiles, errors), stance_name=linter.stance_name)
    _announce_all(comparison.notes)
    with opened(output) as out:
        view = view_of(out)
        if format == "console":
            from linter.reporters import comparison_console

            comparison_console.render(comparison, linter.about, out, view, top=top)
        else:
            _renderer(format)(comparison, linter.about, out, view)
    return EXIT_INVALID if errors else EXIT_CLEAN


def _renderer(format: str) -> Callable[[Comparison, Callable[[], About], TextIO, View], None]:
    module, function = _RENDERERS[format]
    render: Callable[[Comparison, Callable[[], About], TextIO, View], None] = getattr(import_module(module), function)
    return render


def _too_few(groups: Sequence[Group]) -> str:
    if not groups:
        return "a comparison needs at least two documents: name files or folders"
    group = groups[0]
    message = f"a comparison needs at least two documents; found one, {quote(group.name)}"
    files = len(group.paths)
    return f"{message} ({files:,} files taken together; --each makes each a document of its own)" if files > 1 else message


def _readable(profiles: Sequence[Profile], errors: Sequence[str]) -> list[Profile]:
    """The documents of which at least one file could be read: what could not be read is not the same as what is empty."""
    readable = [profile for profile in profiles if profile.paths]
    if errors and len(readable) < 2:
        raise UsageError("a comparison needs at least two documents that can be read")
    return readable


def _announce_all(messages: Sequence[str]) -> None:
    for message in messages:
        announce(message)
