"""The Typer app: every verb with its options and its help. Each verb's module is loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from linter.option_types import (
    ConfigOption,
    FormatOption,
    IgnoreOption,
    JobsOption,
    LexiconOption,
    NoCacheOption,
    OutputOption,
    SelectOption,
    from_table,
)
from linter.options import CHECK_OPTIONS, FIX_OPTIONS
from linter.version import __version__

app = typer.Typer(
    name="evenhand",
    help="Finds contested and loaded language in editorial text, and says whose words they are.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
lexicon_app = typer.Typer(help="Look at lexicons and check them.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")


def run(words: Sequence[str]) -> int:
    """Runs the app on the words of a command line; returns the exit status."""
    command = typer.main.get_command(app)
    try:
        status = command.main(args=list(words), prog_name="evenhand", standalone_mode=False)
    except Exception as error:
        show = getattr(error, "show", None)
        if show is None:
            raise
        show()
        return int(getattr(error, "exit_code", 2))
    return int(status or 0)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"evenhand {__version__}\n")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None: ...


@app.command("check")
@from_table(CHECK_OPTIONS, "Files and folders to lint; - is standard input. By default the current folder.")
def _check(paths: list[str] | None = None, **values: Any) -> int:
    """Report contested and loaded terms.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the run is not valid.
    """
    from linter.commands import check

    lists = {option.name: tuple(values[option.name] or ()) for option in CHECK_OPTIONS if option.kind == "list"}
    return check.run(tuple(paths or ()), **{**values, **lists})


@app.command("fix")
@from_table(FIX_OPTIONS, "Files and folders to fix; - passes standard input to standard output. By default the current folder.")
def _fix(paths: list[str] | None = None, **values: Any) -> int:
    """Correct what can be corrected safely; quotations stay as they are.

    Exit status: 0 done, 1 with --diff if there is something to change, 2 the run is not valid.
    """
    from linter.commands import fix

    lists = {option.name: tuple(values[option.name] or ()) for option in FIX_OPTIONS if option.kind == "list"}
    return fix.run(tuple(paths or ()), **{**values, **lists})


@app.command("baseline")
def _baseline(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="By default the current folder.")] = None,
    baseline: Annotated[
        str | None,
        typer.Option("--baseline", metavar="FILE", help="By default that of the settings, or .evenhand-baseline.json."),
    ] = None,
    accept: Annotated[
        str | None, typer.Option("--accept", metavar="REASON", help="Add the findings that are new, for this reason.")
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Remove entries that no finding needs any more.")] = False,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")] = False,
) -> int:
    """Accept the findings that there are, so that check reports only new ones.

    Exit status: 0 the baseline holds, 1 there are new findings and no --accept, 2 the run is not valid.
    """
    from linter.commands import baseline as command

    return command.run(
        tuple(paths or ()),
        baseline=baseline,
        accept=accept,
        prune=prune,
        lexicon=tuple(lexicon or ()),
        config=config,
        quiet=quiet,
        no_cache=no_cache,
    )


@app.command("explain")
def _explain(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORD", help="A word, a term or a concept's id.")] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="SENTENCE", help="Say what becomes of this sentence.")] = None,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
) -> int:
    """Show the concepts behind a word: definition, terms, whose they are, sources."""
    from linter.commands import explain

    return explain.run(" ".join(words or ()), text=text, lexicons=tuple(lexicon or ()), config=config)


@app.command("compare")
def _compare(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="DOCUMENT...", help="Files or folders, each as PATH or NAME=PATH.", show_default=False),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="console, json, csv or html.")] = "console",
    output: OutputOption = None,
    each: Annotated[bool, typer.Option("--each", help="Make each file of a folder a document of its own.")] = False,
    top: Annotated[int, typer.Option("--top", metavar="N", help="Show so many concepts on the console; 0 shows all.")] = 20,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
    no_cache: NoCacheOption = False,
    jobs: JobsOption = None,
) -> int:
    """Put documents side by side, by concept: which terms each uses, how often, and in whose voice."""
    from linter.commands import compare

    return compare.run(
        tuple(documents or ()),
        format=format,
        output=output,
        each=each,
        top=top,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        lexicons=tuple(lexicon or ()),
        config=config,
        no_cache=no_cache,
        jobs=jobs,
    )


@app.command("concordance")
def _concordance(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="An id of a concept, category or stance, or a word (demon*).")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS", help="Files and folders; by default the current folder.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--as", metavar="KIND", help="Take QUERY for a concept, category, stance or word.")
    ] = None,
    sort: Annotated[str, typer.Option("--sort", metavar="ORDER", help="document, left, right or date.")] = "document",
    sample: Annotated[int | None, typer.Option("--sample", metavar="N", help="Show only N places, picked at random.")] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="The same seed picks the same sample.")] = 0,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="console, csv, jsonl or html.")] = "console",
    output: OutputOption = None,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
    no_cache: NoCacheOption = False,
    jobs: JobsOption = None,
) -> int:
    """Show every place of a concept, a category, a party's terms or a word in its context (KWIC)."""
    from linter.commands import concordance

    return concordance.run(
        query,
        tuple(paths or ()),
        kind=kind,
        sort=sort,
        sample=sample,
        seed=seed,
        format=format,
        output=output,
        lexicons=tuple(lexicon or ()),
        config=config,
        no_cache=no_cache,
        jobs=jobs,
    )


@app.command("settings")
def _settings(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file whose settings to show.")],
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
) -> int:
    """Show the policy that holds for a file, and which line of which file set each part."""
    from linter.commands import settings

    return settings.run(file, lexicons=tuple(lexicon or ()), config=config)


@app.command("init")
def _init(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to put rules.yaml.")] = ".",
) -> int:
    """Write a first rules.yaml."""
    from linter.commands import init

    return init.run(folder)


@lexicon_app.command("check")
def _lexicon_check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="Lexicon files or folders.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Ask for all that the bundled lexicon has to have.")] = False,
) -> int:
    """Check lexicon files: format, ids, examples; by default the bundled lexicon."""
    from linter.commands import lexicon_check

    return lexicon_check.run(tuple(paths or ()), strict=strict)


@lexicon_app.command("list")
def _lexicon_list(
    category: Annotated[str | None, typer.Option("--category", metavar="ID", help="Only this category.")] = None,
    format: FormatOption = "console",
    lexicon: LexiconOption = None,
) -> int:
    """List the concepts of a lexicon with their terms."""
    from linter.commands import lexicon_list

    return lexicon_list.run(category=category, format=format, lexicons=tuple(lexicon or ()))


@lexicon_app.command("stats")
def _lexicon_stats(format: FormatOption = "console", lexicon: LexiconOption = None) -> int:
    """Count a lexicon by category, and list the contested concepts that know the words of one side only."""
    from linter.commands import lexicon_stats

    return lexicon_stats.run(format=format, lexicons=tuple(lexicon or ()))


@lexicon_app.command("format")
def _lexicon_format(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS...", help="Lexicon files or folders.", show_default=False)
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; name the files that are not in this layout.")] = False,
) -> int:
    """Rewrite lexicon files in their canonical layout; no word of them changes."""
    from linter.commands import lexicon_format

    return lexicon_format.run(tuple(paths or ()), check=check)


@lexicon_app.command("pages")
def _lexicon_pages(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where the pages are.", show_default=False)],
    check: Annotated[bool, typer.Option("--check", help="Change nothing; name the pages that are stale.")] = False,
    lexicon: LexiconOption = None,
) -> int:
    """Write a Markdown page for each category of a lexicon, and an index of all its words."""
    from linter.commands import lexicon_pages

    return lexicon_pages.run(folder, check=check, lexicons=tuple(lexicon or ()))
