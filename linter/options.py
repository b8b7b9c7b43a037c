"""The options of `check`: one table, read by the lean parser of plain calls and by the Typer app alike.

Importing Typer costs more than linting a file. So a plain call is parsed here; whatever is not plain (help, an unknown word,
a wrong value) is handed to the app, which knows the same options and words its errors better.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from linter.named_tuples import NamedTuple
from linter.reporters import NAMES

FAIL_ON = ("error", "warning", "note", "never")


class Option(NamedTuple):
    """One option. `kind`: `flag` takes no value, `text` one, `list` may be given again and takes commas if `split`."""

    name: str
    flags: tuple[str, ...]
    kind: Literal["flag", "text", "list", "number"]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    split: bool = False

    @property
    def default(self) -> Any:
        return {"flag": False, "text": None, "list": (), "number": None}[self.kind]

    def value(self, text: str) -> Any:
        """The value that a word stands for. Raises ValueError where it stands for none."""
        if self.choices and text not in self.choices:
            raise ValueError(text)
        if self.kind == "number" and not (text.isascii() and text.isdigit()):
            raise ValueError(text)
        if self.kind != "number":
            return text
        if not (text.isascii() and text.removeprefix("-").isdigit()):
            raise ValueError(text)
        return int(text)


CHECK_OPTIONS = (
    Option("format", ("--format", "-f"), "text", "How to print the findings.", "FORMAT", NAMES),
    Option("output", ("--output", "-o"), "text", "Write to this file instead of standard output.", "FILE"),
    Option("select", ("--select",), "list", "Only these categories, concepts or stances.", "ID,…", split=True),
    Option("ignore", ("--ignore",), "list", "Not these categories, concepts or stances.", "ID,…", split=True),
    Option("house", ("--house",), "text", "The house whose choice decides between accepted terms.", "ID"),
    Option("lexicon", ("--lexicon",), "list", "Use this lexicon instead of those of the settings; repeatable.", "PATH"),
    Option("config", ("--config",), "text", "Use this settings file instead of looking for rules.yaml.", "FILE"),
    Option("fail_on", ("--fail-on",), "text", "The least severity that makes the exit status 1.", "SEVERITY", FAIL_ON),
    Option("baseline", ("--baseline",), "text", "Report only what this baseline does not accept; none for no baseline.", "FILE"),
    Option("since", ("--since",), "text", "Only findings on lines changed since this commit's merge base with HEAD.", "REF"),
    Option("staged", ("--staged",), "flag", "Only findings on staged lines, in the files as they are staged in git."),
    Option("fix", ("--fix",), "flag", "Apply the safe edits first, and report what is left."),
    Option("stdin_filename", ("--stdin-filename",), "text", "What to take standard input (-) for.", "PATH"),
    Option("force_exclude", ("--force-exclude",), "flag", "Let `exclude` hold also for files that are named."),
    Option("show_suppressed", ("--show-suppressed",), "flag", "List suppressed findings too, with the reason."),
    Option("statistics", ("--statistics",), "flag", "Add findings per 1,000 words, by category, concept, voice, stance, file."),
    Option("quiet", ("--quiet", "-q"), "flag", "Say nothing but the findings."),
    Option("no_cache", ("--no-cache",), "flag", "Neither read nor write the cache of compiled lexicons."),
    Option("jobs", ("--jobs", "-j"), "number", "How many processes to use; by default one a core.", "N"),
)

_SHARED = {option.name: option for option in CHECK_OPTIONS}

FIX_OPTIONS = (
    Option("suggested", ("--suggested",), "flag", "Apply the preferred or only suggestion too, where the grammar holds."),
    Option("diff", ("--diff",), "flag", "Print a unified diff and change nothing; exit status 1 if there is one."),
    Option("interactive", ("--interactive", "-i"), "flag", "Ask finding by finding."),
    Option("fix_quotations", ("--fix-quotations",), "flag", "Correct safe spellings inside quotations too."),
    *(_SHARED[name] for name in ("select", "ignore", "house", "lexicon", "config", "baseline", "stdin_filename")),
    *(_SHARED[name] for name in ("force_exclude", "quiet", "no_cache")),
)

_BY_FLAG = {flag: option for option in CHECK_OPTIONS for flag in option.flags}


def parse_plain(words: Sequence[str]) -> dict[str, Any] | None:
    """The values of a plain call of `check`, by option name and `paths`; None where the call is not plain."""
    values: dict[str, Any] = {option.name: option.default for option in CHECK_OPTIONS}
    paths: list[str] = []
    remaining = list(reversed(words))
    while remaining:
        word = remaining.pop()
        if word == "--":
            paths += reversed(remaining)
            break
        if not word.startswith("-") or word == "-":
            paths.append(word)
            continue
        flag, equals, attached = word.partition("=")
        option = _BY_FLAG.get(flag if flag.startswith("--") else word)
        if option is None or (equals and option.kind == "flag"):
            return None
        if option.kind == "flag":
            values[option.name] = True
            continue
        if not equals and (not remaining or remaining[-1].startswith("-")):
            return None
        try:
            value = option.value(attached if equals else remaining.pop())
        except ValueError:
            return None
        values[option.name] = (*values[option.name], value) if option.kind == "list" else value
    return {**values, "paths": tuple(paths)}
