"""The Typer app: every verb with its options and its help. Each verb's module is loaded when it is called."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from linter.options import CHECK_OPTIONS, Option
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

LexiconOption = Annotated[
    list[str] | None, typer.Option("--lexicon", metavar="PATH", help="Use this lexicon instead of those of the settings.")
]
ConfigOption = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="Use this settings file instead of looking for rules.yaml.")
]
FormatOption = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="console or json.")]


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


def _from_table(options: Sequence[Option], paths_help: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Gives a function the signature that a table of options describes, which is what Typer reads."""
    types: dict[str, Any] = {"flag": bool, "text": str | None, "list": list[str] | None, "number": int | None}
    parameters = [
        inspect.Parameter(
            "paths",
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=None,
            annotation=Annotated[list[str] | None, typer.Argument(metavar="[PATHS]...", help=paths_help, show_default=False)],
        )
    ]
    for option in options:
        described = option.help + (f" One of {', '.join(option.choices)}." if option.choices else "")
        parsed: dict[str, Any] = {"metavar": option.metavar} if option.metavar else {}
        if option.choices:
            parsed["callback"] = _chooser(option)
        info = typer.Option(*option.flags, help=described, show_default=False, **parsed)
        default = False if option.kind == "flag" else None
        annotation: Any = Annotated.__class_getitem__((types[option.kind], info))  # type: ignore[attr-defined]
        parameters.append(inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation))

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return function

    return decorate


def _chooser(option: Option) -> Callable[[str | None], str | None]:
    def choose(value: str | None) -> str | None:
        if value is not None and value not in option.choices:
            raise typer.BadParameter(f"found “{value}”; expected one of {', '.join(option.choices)}")
        return value

    return choose


@app.command("check")
@_from_table(CHECK_OPTIONS, "Files and folders to lint; - is standard input. By default the current folder.")
def _check(paths: list[str] | None = None, **values: Any) -> int:
    """Report contested and loaded terms.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the run is not valid.
    """
    from linter.commands import check

    lists = {option.name: tuple(values[option.name] or ()) for option in CHECK_OPTIONS if option.kind == "list"}
    return check.run(tuple(paths or ()), **{**values, **lists})


@app.command("explain")
def _explain(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD]...", help="A word, a term or a concept's id.")] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="SENTENCE", help="Say what becomes of this sentence.")] = None,
    lexicon: LexiconOption = None,
    config: ConfigOption = None,
) -> int:
    """Show the concepts behind a word: definition, terms, whose they are, sources."""
    from linter.commands import explain

    return explain.run(" ".join(words or ()), text=text, lexicons=tuple(lexicon or ()), config=config)


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
    folder: Annotated[str, typer.Argument(metavar="[FOLDER]", help="Where to put rules.yaml.")] = ".",
) -> int:
    """Write a first rules.yaml."""
    from linter.commands import init

    return init.run(folder)


@lexicon_app.command("check")
def _lexicon_check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATHS]...", help="Lexicon files or folders.")] = None,
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
