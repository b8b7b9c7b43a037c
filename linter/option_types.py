"""The options as Typer reads them: those that several verbs share, and those that the tables of `options` describe."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from linter.options import Option

LexiconOption = Annotated[
    list[str] | None, typer.Option("--lexicon", metavar="PATH", help="Use this lexicon instead of those of the settings.")
]
ConfigOption = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="Use this settings file instead of looking for rules.yaml.")
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output.")
]
SelectOption = Annotated[
    list[str] | None, typer.Option("--select", metavar="ID,…", help="Only these categories, concepts or stances.")
]
IgnoreOption = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="ID,…", help="Not these categories, concepts or stances.")
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache of compiled lexicons.")]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", help="How many processes to use; by default one a core.")
]
FormatOption = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="console or json.")]


def from_table(options: Sequence[Option], paths_help: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Gives a function the signature that a table of options describes, which is what Typer reads."""
    annotated: Any = Annotated  # to the type checker, what stands in its brackets would have to be written out
    types: dict[str, Any] = {"flag": bool, "text": str | None, "list": list[str] | None, "number": int | None}
    parameters = [
        inspect.Parameter(
            "paths",
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=None,
            annotation=Annotated[list[str] | None, typer.Argument(metavar="PATHS", help=paths_help, show_default=False)],
        )
    ]
    for option in options:
        described = option.help + (f" One of {', '.join(option.choices)}." if option.choices else "")
        parsed: dict[str, Any] = {"metavar": option.metavar} if option.metavar else {}
        if option.choices:
            parsed["callback"] = _chooser(option)
        info = typer.Option(*option.flags, help=described, show_default=False, **parsed)
        default = False if option.kind == "flag" else None
        annotation = annotated[types[option.kind], info]
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
