"""The other linters that are installed, as commands. What is not there is left out of the tables."""

from __future__ import annotations

import os
import shutil
import sys

from bench.articles import planted_terms
from bench.timing import Command

_BESIDE = os.path.dirname(sys.executable)


def program(name: str) -> str | None:
    """Where a program is: beside this Python, or on the PATH."""
    return shutil.which(name, path=_BESIDE + os.pathsep + os.environ.get("PATH", ""))


def evenhand(path: str, *options: str, folder: str, output: str | None = None, using: str | None = None) -> Command:
    """`evenhand check` of a path in the folder of the corpus, with a cache of its own there. `using`: another one than ours."""
    found = using or program("evenhand")
    if found is None:
        sys.exit("bench: evenhand is not installed here")
    environment = {"EVENHAND_CACHE_DIR": os.path.join(folder, "cache")}
    return Command((found, "check", *options, path), folder=folder, environment=environment, output=output)


def spelling(path: str, *, folder: str) -> dict[str, Command]:
    """The spelling checkers on one core, with the words that they bring along; they look for single words only."""
    commands = {}
    if typos := program("typos"):
        commands["typos"] = Command((typos, "--isolated", "--no-ignore", "-j", "1", path), ok=(0, 2), folder=folder)
    if codespell := program("codespell"):
        commands["codespell"] = Command((codespell, path), ok=(0, 65), folder=folder)
    return commands


def phrases(path: str, *, folder: str) -> dict[str, Command]:
    """Those that take a list of phrases, with the hundred planted terms; others with what they bring along."""
    commands = {}
    singles, many = planted_terms()
    terms = singles + many
    listed = os.path.join(folder, "terms-100.txt")
    with open(listed, "w") as file:
        file.write("\n".join(terms) + "\n")
    if ripgrep := program("rg"):
        commands["ripgrep, 100 terms"] = Command((ripgrep, "-j1", "-F", "-i", "-w", "-n", "-f", listed, path), folder=folder)
    if vale := program("vale"):
        settings = _vale_settings(folder, terms)
        words = (vale, "--config", settings, "--output=line", "--no-exit", path)
        commands["Vale, 100 terms"] = Command(words, folder=folder)
    if woke := program("woke"):
        commands["woke, its own terms"] = Command((woke, path), folder=folder)
    if proselint := program("proselint"):
        commands["proselint, its own checks"] = Command((proselint, "check", path), folder=folder)
    return commands


def _vale_settings(folder: str, terms: list[str]) -> str:
    style = os.path.join(folder, "vale", "styles", "Bench")
    os.makedirs(style, exist_ok=True)
    with open(os.path.join(style, "Terms.yml"), "w") as file:
        file.write("extends: existence\nmessage: \"'%s'\"\nlevel: warning\nignorecase: true\ntokens:\n")
        file.writelines(f"  - {term}\n" for term in terms)
    settings = os.path.join(folder, "vale", "vale.ini")
    with open(settings, "w") as file:
        file.write("StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = Bench\n")
    return settings
