"""The command `evenhand`: the lean way for a plain `check`, the Typer app for everything else, and the last word on errors."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, TextIO

from linter.errors import EXIT_INVALID, LinterError

EXIT_INTERRUPTED = 130
EXIT_PIPE = 141

_OBJECTS = 100_000
"""New objects after which garbage is looked for. Most runs make fewer, and looking takes a twentieth of their time."""


def command() -> NoReturn:
    """The program: runs the command line, writes what is still to be written, and ends the process at once. To take everything
    apart that was made, object by object, takes an eighth of a short run."""
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(status)


def main(words: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status."""
    words = sys.argv[1:] if words is None else words
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = _dispatch(words)
        sys.stdout.flush()
        return status
    except LinterError as error:
        from linter.display import harmless

        sys.stderr.write("".join(f"evenhand: {harmless(line)}\n" for line in str(error).splitlines()))
        return EXIT_INVALID
    except KeyboardInterrupt:
        sys.stderr.write("\nevenhand: interrupted\n")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return EXIT_PIPE
    except OSError as error:
        _discard_output()
        with contextlib.suppress(OSError):
            sys.stderr.write(f"evenhand: {error.filename or 'the output'}: {error.strerror or error}\n")
        return EXIT_INVALID


def _nowhere() -> TextIO:
    """In place of a standard stream that the caller has closed."""
    return open(os.devnull, "w", encoding="utf-8")


def _discard_output() -> None:
    """What is still to be written to standard output cannot be; the interpreter is not to try again when it ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(words: Sequence[str]) -> int:
    if words and words[0] == "check":
        from linter.options import parse_plain

        values = parse_plain(words[1:])
        if values is not None:
            from linter.commands import check

            return check.run(**values)
    from linter.app import run

    return run(words)
