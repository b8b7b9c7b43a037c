"""What can go wrong in a way that a person can mend, and the exit statuses."""

from __future__ import annotations

from collections.abc import Iterable

from linter.named_tuples import NamedTuple

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_INVALID = 2


class Origin(NamedTuple):
    """A place in a file: `line` and `column` are 1-based, columns count code points; None is the file as a whole."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class LinterError(Exception):
    """An expected failure. `str()` is `path:line:column: message`, one line a problem."""

    def __init__(self, message: str, origin: Origin | None = None) -> None:
        super().__init__(message, origin)
        self.message = message
        self.origin = origin

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}" if self.origin else self.message


class Problem(NamedTuple):
    """One thing that is wrong in a YAML file: what was found, what was expected."""

    origin: Origin
    message: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}"


class _ProblemsError(LinterError):
    """Carries every problem found, not the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
        self.args = (self.problems,)  # what a copy in another process is made of


class LexiconError(_ProblemsError):
    """A lexicon file is wrong."""


class SettingsError(_ProblemsError):
    """A settings file (`rules.yaml`) or an option is wrong."""


class UsageError(LinterError):
    """The command was called in a way that cannot be carried out."""


class ReadError(LinterError):
    """A file cannot be read as its format. It is recorded with the file and the run goes on."""


class FixError(LinterError):
    """The file changed on disk meanwhile, or cannot be written."""


def quote(text: str) -> str:
    """A text from a file inside a message: short, and without control characters."""
    text = "".join(c if c.isprintable() else "�" for c in text)
    return f"“{text if len(text) <= 60 else text[:57] + '…'}”"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean “…”?` where a known word is near, else nothing."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {quote(near[0])}?" if near else ""


def one_of(options: Iterable[str]) -> str:
    """`a, b or c`."""
    *rest, last = options
    return f"{', '.join(rest)} or {last}" if rest else last
