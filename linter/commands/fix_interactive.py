"""`evenhand fix --interactive`: one finding after the other on the terminal; a file is written when all of it is decided."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from linter.display import harmless
from linter.errors import FixError, ReadError, UsageError
from linter.findings import Finding, Suggestion
from linter.fixes import Wanted
from linter.fixing import FileFix, Proofread, choose_and_fix, write
from linter.pipeline import Linter
from linter.terminal import announce
from linter.writing import Original, read_original

if TYPE_CHECKING:
    from linter.commands.fix import Tally

_END = "\x04"


class Answer(Enum):
    """What a person decides beside choosing a suggestion."""

    SKIP = "skip"
    REST = "write"
    QUIT = "quit"


_ANSWERS = {"s": Answer.SKIP, "n": Answer.SKIP, " ": Answer.SKIP,
            "w": Answer.REST, "q": Answer.QUIT, "\x1b": Answer.QUIT, _END: Answer.QUIT, "\x03": Answer.QUIT}  # fmt: skip


def ask_for_files(linter: Linter, paths: Sequence[str], wanted: Wanted, tally: Tally) -> None:
    """Asks for the findings of each file in turn, and writes each file when it is done. Raises UsageError off a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("--interactive asks on a terminal, and there is none")
    with _keys() as read_key:
        for path in paths:
            try:
                original = read_original(path)
                choices = ask_for_file(linter, original, wanted, read_key)
                if choices is None:
                    announce("stopped; this file and those after it are as they were")
                    return
                _finish(linter, original, choices, wanted, tally)
            except (ReadError, FixError) as error:
                tally.failed(path, error.message)


def ask_for_file(
    linter: Linter, original: Original, wanted: Wanted, read_key: Callable[[], str]
) -> dict[Finding, Suggestion] | None:
    """The suggestions chosen for the findings of a file; None to stop here and leave the file as it is."""
    _, findings = Proofread(linter, original.path).lint(original.data)
    askable = [(finding, offered) for finding in findings if (offered := offered_for(finding, wanted))]
    choices: dict[Finding, Suggestion] = {}
    for number, (finding, offered) in enumerate(askable, 1):
        answer = _ask(finding, offered, f"{number} of {len(askable)}", read_key)
        if answer is Answer.QUIT:
            return None
        if answer is Answer.REST:
            break
        if isinstance(answer, Suggestion):
            choices[finding] = answer
    return choices


def offered_for(finding: Finding, wanted: Wanted) -> list[Suggestion]:
    """The suggestions that a person may choose from, at most nine. The words of others are not offered for change."""
    if finding.voice == "quoted":
        by_voice_only = finding.suppression is None or finding.suppression.by_voice
        allowed = ["safe"] if wanted.quotations and by_voice_only else []
    else:
        is_own = finding.voice in ("own", "reported") and finding.suppression is None
        allowed = ["safe", "suggest"] if is_own and finding.kind != "distanced" else []
    return [s for s in finding.suggestions if s.safety in allowed][:9]


def _finish(linter: Linter, original: Original, choices: dict[Finding, Suggestion], wanted: Wanted, tally: Tally) -> None:
    fixed = choose_and_fix(linter, original, choices.get, in_quotations=wanted.quotations)
    file_fix = FileFix(original.path, original, fixed)
    error = write(file_fix)
    if error is not None:
        tally.failed(original.path, error)
        return
    tally.add(file_fix)
    dropped = len(choices) - len(fixed.changes)
    if dropped > 0:
        announce(f"{harmless(original.path)}: {dropped} of the choices would break markup, a quotation or the text; not made")


def _ask(finding: Finding, offered: Sequence[Suggestion], counter: str, read_key: Callable[[], str]) -> Suggestion | Answer:
    _say(_shown(finding, offered, counter))
    while True:
        key = read_key().lower()
        if key.isdigit() and 0 < int(key) <= len(offered):
            _say(f"  → {harmless(offered[int(key) - 1].text)}\n")
            return offered[int(key) - 1]
        if key in "\r\n":  # typed after the key of an answer
            continue
        if key in _ANSWERS:
            _say(f"  → {_ANSWERS[key].value}\n")
            return _ANSWERS[key]
        _say((_explained(finding) if key == "e" else "") + _keys_line(len(offered)))


def _shown(finding: Finding, offered: Sequence[Suggestion], counter: str) -> str:
    place = f"{harmless(finding.path)}:{finding.line}:{finding.column}"
    text = harmless(" ".join(finding.text.split()))
    lines = [
        f"\n{place} ({counter}) [{finding.concept}] {harmless(finding.message)}",
        f"  … {harmless(finding.left.lstrip())}⟦{text}⟧{harmless(finding.right.rstrip())} …",
    ]
    lines += [f"  {number}  {harmless(s.text)}{_about(s)}" for number, s in enumerate(offered, 1)]
    return "\n".join(lines) + "\n" + _keys_line(len(offered))


def _about(suggestion: Suggestion) -> str:
    about = [suggestion.status, *suggestion.house, *(["safe"] if suggestion.safety == "safe" else [])]
    return f"  ({', '.join(about)})"


def _keys_line(offered: int) -> str:
    numbers = "1" if offered == 1 else f"1–{offered}"
    return f"  {numbers} choose · s skip · e explain · w write this file, skip its rest · q quit\n"


def _explained(finding: Finding) -> str:
    voice = finding.voice + (f" ({finding.speaker})" if finding.speaker else "")
    lines = [("why", finding.note), ("advice", finding.advice), ("voice", voice), ("sources", "; ".join(finding.sources))]
    return "".join(f"  {label}: {harmless(text)}\n" for label, text in lines if text)


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


@contextlib.contextmanager
def _keys() -> Iterator[Callable[[], str]]:
    """Reads single keys while it is open, and gives the terminal back as it was."""
    if sys.platform == "win32":
        import msvcrt

        yield msvcrt.getwch
        return
    import os
    import select
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)

    def read_key() -> str:
        key = os.read(handle, 1)
        if key == b"\x1b" and select.select([handle], [], [], 0.05)[0]:
            os.read(handle, 32)  # an arrow or function key: a sequence that means nothing here
            return "?"
        return key.decode("latin-1") if key else _END

    try:
        tty.setcbreak(handle, termios.TCSANOW)
        yield read_key
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)
