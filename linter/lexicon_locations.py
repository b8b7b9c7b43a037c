"""Where lexicons are: names to files. A bundled lexicon goes by its name (`builtin/en`), any other by its path."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from linter.errors import LexiconError, Origin, Problem, did_you_mean, quote
from linter.named_tuples import NamedTuple
from linter.resources import bundled, bundled_languages

BUILTIN = "builtin"
REGISTERS = ("stances.yaml", "authorities.yaml")
LexiconName = tuple[str, str, Origin]
"""The name of a lexicon as written, the folder that it is relative to, and where it is written."""


class LexiconFile(NamedTuple):
    """One file of a lexicon: its name in messages, its content, and the file or folder that it was loaded with."""

    name: str
    data: bytes
    location: str = ""

    @property
    def is_register(self) -> bool:
        return self.name.rsplit("/", 1)[-1] in REGISTERS


class LexiconPath(NamedTuple):
    """Where one file of a lexicon is, its name in messages, and the file or folder that it is loaded with."""

    path: str
    name: str
    location: str


def find_lexicons(names: Sequence[LexiconName]) -> list[LexiconPath]:
    """The paths of the files of several lexicons; before them the bundled registers of stances and authorities.

    Raises LexiconError with every name that leads nowhere.
    """
    found: list[LexiconPath] = []
    problems: list[Problem] = []
    for location, shown in locate(names):
        paths = _paths(location)
        if not paths:
            problems.append(Problem(Origin(shown), "the folder holds no YAML file; expected a lexicon"))
        for path in paths:
            name = shown if path == location else f"{shown}/{os.path.relpath(path, location).replace(os.sep, '/')}"
            found.append(LexiconPath(path, name, shown))
    if problems:
        raise LexiconError(problems)
    return found


def read_files(paths: Sequence[LexiconPath]) -> list[LexiconFile]:
    """What is in the files. Raises LexiconError with every one that cannot be read."""
    files: list[LexiconFile] = []
    problems: list[Problem] = []
    for path, name, location in paths:
        try:
            with open(path, "rb") as file:
                files.append(LexiconFile(name, file.read(), location))
        except OSError as error:
            problems.append(Problem(Origin(name), f"cannot be read: {error.strerror or error}"))
    if problems:
        raise LexiconError(problems)
    return files


def read_lexicons(names: Sequence[LexiconName]) -> list[LexiconFile]:
    """The files of several lexicons, as `find_lexicons` and `read_files` have them."""
    return read_files(find_lexicons(names))


def locate(names: Sequence[LexiconName]) -> list[tuple[str, str]]:
    """The files and folders of lexicons, each with its name in messages."""
    root = bundled("lexicon")
    found = [(os.path.join(root, register), f"{BUILTIN}/{register}") for register in REGISTERS]
    problems: list[Problem] = []
    for name, folder, origin in names:
        if name == BUILTIN or name.startswith(BUILTIN + "/"):
            languages = bundled_languages()
            language = name.removeprefix(BUILTIN).strip("/")
            if language and language not in languages:
                options = [f"{BUILTIN}/{known}" for known in languages]
                hint = did_you_mean(name, options) or f"; there are {', '.join(options)}"
                problems.append(Problem(origin, f"no bundled lexicon {quote(name)}{hint}"))
            chosen = [known for known in languages if language in ("", known)]
            found += [(os.path.join(root, known), f"{BUILTIN}/{known}") for known in chosen]
        else:
            path = os.path.join(folder, name)
            if not os.path.exists(path):
                problems.append(Problem(origin, f"no lexicon at {quote(name)}: there is no such file or folder"))
            found.append((path, name))
    if problems:
        raise LexiconError(problems)
    return found


def _paths(location: str) -> list[str]:
    """The YAML files of a lexicon in order of their paths: the file itself, or all below a folder."""
    return sorted(_walk(location)) if os.path.isdir(location) else [location]


def _walk(location: str) -> Iterator[str]:
    for folder, _, names in os.walk(location):
        yield from (os.path.join(folder, name) for name in names if name.endswith((".yaml", ".yml")))
