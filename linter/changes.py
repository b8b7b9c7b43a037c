"""What has changed, as git tells: which lines of which files since a commit, in the work tree or as staged.

Git is asked in plumbing terms that no configuration of the user bends; nothing is written to the repository.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linter.errors import UsageError

_DIFF = (
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--text", "--unified=0", "--find-renames",
    "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0", "--output-indicator-new=+",
)  # fmt: skip
_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file that changed, 1-based, as spans of first and last line; None is the whole file."""

    spans: tuple[tuple[int, int], ...] | None

    def touch(self, first: int, last: int) -> bool:
        return self.spans is None or any(start <= last and first <= end for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Changes:
    """The changed lines by absolute path of their file, and the root of the work tree."""

    root: str
    files: Mapping[str, Lines]


def changed_lines(since: str | None, *, staged: bool) -> Changes:
    """What changed since the merge base of a commit with HEAD; of nothing given, since HEAD.

    `staged`: as it is staged; otherwise as the files are now, untracked files among them. Raises UsageError where git, the
    repository or the commit is missing.
    """
    root = _root()
    base = _merge_base(since, root) if since is not None else _head_or_nothing(root)
    out = _git([*_DIFF, *(["--cached"] if staged else []), base, "--"], root)
    files = {os.path.join(root, path): lines for path, lines in parse_diff(out).items()}
    if not staged:
        untracked = _git(["ls-files", "--others", "--exclude-standard", "-z"], root)
        files |= {os.path.join(root, os.fsdecode(name)): Lines(None) for name in untracked.split(b"\0") if name}
    return Changes(root, files)


def staged_contents(paths: Sequence[str], root: str) -> dict[str, bytes]:
    """The staged content of files by absolute path; what is no ordinary file in the index is left out."""
    blobs: dict[str, bytes] = {}
    for line in _git(["ls-files", "--stage", "-z"], root).split(b"\0"):
        about, _, name = line.partition(b"\t")
        fields = about.split(b" ")
        if len(fields) == 3 and fields[0].startswith(b"100") and fields[2] == b"0":
            blobs[os.path.join(root, os.fsdecode(name))] = fields[1]
    wanted = [path for path in paths if path in blobs]
    out = _git(["cat-file", "--batch"], root, b"".join(blobs[path] + b"\n" for path in wanted)) if wanted else b""
    contents: dict[str, bytes] = {}
    start = 0
    for path in wanted:
        head_end = out.index(b"\n", start)
        size = int(out[start:head_end].split(b" ")[2])
        contents[path] = out[head_end + 1 : head_end + 1 + size]
        start = head_end + size + 2
    return contents


def parse_diff(diff: bytes) -> dict[str, Lines]:
    """The changed lines by path of a unified diff without context, as git prints it; deleted files are not in it."""
    files: dict[str, list[tuple[int, int]]] = {}
    spans: list[tuple[int, int]] | None = None
    to_skip = 0
    for line in diff.split(b"\n"):
        if to_skip and line[:1] in (b"+", b"-"):
            to_skip -= 1
            continue
        if line.startswith(b"diff --git "):
            spans, to_skip = None, 0
        elif line.startswith(b"+++ "):
            path = _unquoted(line[4:])
            spans = None if path == b"/dev/null" else files.setdefault(os.fsdecode(path.removeprefix(b"b/")), [])
        elif match := _HUNK.match(line):
            first, count = int(match.group(1)), int(match.group(2) or 1)
            old = re.match(rb"@@ -\d+(?:,(\d+))?", line)
            to_skip = count + int((old.group(1) or 1) if old else 0)
            if count and spans is not None:
                spans.append((first, first + count - 1))
    return {path: Lines(tuple(found)) for path, found in files.items()}


def _unquoted(name: bytes) -> bytes:
    """A path as git writes it: in quotation marks with C escapes where it holds odd characters."""
    name = name.rstrip(b"\t")
    if not name.startswith(b'"'):
        return name

    def unescape(match: re.Match[bytes]) -> bytes:
        code = match.group(1)
        return bytes([int(code, 8)]) if code.isdigit() else _ESCAPES.get(code, code)

    return re.sub(rb"\\([0-7]{3}|.)", unescape, name[1:-1])


def _root() -> str:
    try:
        return os.path.realpath(os.fsdecode(_git(["rev-parse", "--show-toplevel"], ".").rstrip(b"\n")))
    except _GitError as error:
        if "not a git repository" in error.said:
            raise UsageError("--since and --staged need a git repository, and the current folder is in none") from error
        raise UsageError(f"git: {error.said}") from error


def _merge_base(ref: str, root: str) -> str:
    try:
        if ref.startswith("-") or not ref:
            raise _GitError("")
        commit = _git(["rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}"], root).decode().strip()
    except _GitError as error:
        raise UsageError(f"--since: git knows no commit “{ref}”{_if_shallow(root)}") from error
    try:
        return _git(["merge-base", commit, "HEAD"], root).decode().split()[0]
    except (_GitError, IndexError) as error:
        raise UsageError(f"--since: “{ref}” and HEAD have no common commit{_if_shallow(root)}") from error


def _if_shallow(root: str) -> str:
    is_shallow = _git(["rev-parse", "--is-shallow-repository"], root).strip() == b"true"
    return "; this clone is shallow: fetch its history (git fetch --unshallow)" if is_shallow else ""


def _head_or_nothing(root: str) -> str:
    """HEAD; before the first commit the empty tree."""
    try:
        return _git(["rev-parse", "--verify", "--quiet", "HEAD"], root).decode().strip()
    except _GitError:
        return _git(["hash-object", "-t", "tree", "--stdin"], root).decode().strip()


class _GitError(UsageError):
    """Git said no."""

    def __init__(self, said: str) -> None:
        super().__init__(f"git: {said}")
        self.said = said


def _git(words: Sequence[str], folder: str, given: bytes = b"") -> bytes:
    """What a git command prints. Raises UsageError where there is no git, _GitError where it fails."""
    env = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(["git", *words], cwd=folder, input=given, capture_output=True, env=env)
    except FileNotFoundError as error:
        raise UsageError("--since and --staged need git, and there is none on the PATH") from error
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitError(said[0].removeprefix("fatal: ") if said else f"{words[0]} failed")
    return done.stdout
