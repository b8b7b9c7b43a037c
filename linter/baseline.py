"""Findings accepted at one time, by fingerprint: what an archive may keep while nothing new is let in.

A fingerprint is made of the concept, the match, the words around it and an ordinal, so a finding stays the same when lines
move. The file is sorted and has one line an entry, so that git merges it; its paths are relative to its own folder, so that it
holds wherever a run begins. An entry is judged only against the file it names: several processes may share the files.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from linter.errors import Origin, Problem, SettingsError, quote
from linter.findings import FileResult, Finding, Suppression

VERSION = 1
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Accepted findings that are alike: `count` of them in the file at `path`, which is relative to the baseline's folder.

    `concept` and `text` are for people; the fingerprint decides. `reason`: why it was added after the beginning.
    """

    path: str
    concept: str
    text: str
    fingerprint: str
    count: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline as read. `folder` is the one that its paths are relative to."""

    folder: str
    entries: tuple[Entry, ...] = ()
    _by_path: Mapping[str, Mapping[str, Entry]] | None = None

    def of_file(self, path: str) -> Mapping[str, Entry]:
        """The entries for a file, by fingerprint."""
        by_path = self._by_path if self._by_path is not None else _by_path(self.entries)
        return by_path.get(self.name_of(path), {})

    def name_of(self, path: str) -> str:
        """The path of a file as entries name it."""
        return relative_name(path, self.folder)

    def apply(self, result: FileResult) -> FileResult:
        """The result with the accepted findings suppressed, and the number of entries that are stale."""
        entries = self.of_file(result.path)
        if not entries:
            return result
        left = {fingerprint: entry.count for fingerprint, entry in entries.items()}
        findings = tuple(_accepted(finding, left, entries) for finding in result.findings)
        return result._replace(findings=findings, stale=sum(left.values()))


def _accepted(finding: Finding, left: dict[str, int], entries: Mapping[str, Entry]) -> Finding:
    """The finding, suppressed if an entry is left for it. One that does not count anyway needs none."""
    if finding.suppression is not None or not left.get(finding.fingerprint):
        return finding
    left[finding.fingerprint] -= 1
    reason = entries[finding.fingerprint].reason or "in the baseline"
    return finding._replace(suppression=Suppression("baseline", reason))


def read_baseline(path: str) -> Baseline:
    """Reads a baseline. Raises SettingsError, which says what to do, where it is missing, broken or of another version."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise _wrong(path, "there is no such baseline; “evenhand baseline” writes one") from None
    except OSError as error:
        raise _wrong(path, f"cannot be read: {error.strerror or error}") from error
    entries = parse_baseline(data, path)
    return Baseline(os.path.dirname(os.path.abspath(path)), entries, _by_path(entries))


def parse_baseline(data: bytes, path: str) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises SettingsError."""
    try:
        text = data.decode("utf-8-sig")
        content = json.loads(text)
    except UnicodeDecodeError as error:
        raise _wrong(path, f"is not UTF-8 at byte {error.start}; it is no baseline of evenhand") from error
    except json.JSONDecodeError as error:
        if any(line.startswith(_CONFLICT) for line in text.split("\n")):
            message = "holds the marks of a merge conflict; keep the lines of both sides and remove the marks"
            raise _wrong(path, message) from error
        raise _wrong(path, f"is not JSON: {error.msg}", error.lineno, error.colno) from error
    except RecursionError as error:
        raise _wrong(path, "is nested too deeply; it is no baseline of evenhand") from error
    if not isinstance(content, dict) or "version" not in content:
        raise _wrong(path, "is no baseline of evenhand: it has no “version”")
    if content["version"] != VERSION:
        found = quote(str(content["version"]))
        raise _wrong(path, f"is of version {found}, and this evenhand reads version {VERSION}; write it anew")
    findings = content.get("findings")
    if not isinstance(findings, list):
        raise _wrong(path, "“findings” is missing or no list")
    return tuple(_merged(_entry(fields, number, path) for number, fields in enumerate(findings, 1)))


def _entry(fields: Any, number: int, path: str) -> Entry:
    texts = ("path", "concept", "text", "fingerprint")
    if not isinstance(fields, dict) or not all(isinstance(fields.get(key), str) for key in texts):
        raise _wrong(path, f"entry {number} of “findings”: expected the texts {', '.join(texts)}")
    count, reason = fields.get("count", 1), fields.get("reason", "")
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise _wrong(path, f"entry {number} of “findings”: count: found {quote(str(count))}; expected a number from 1 on")
    if not isinstance(reason, str):
        raise _wrong(path, f"entry {number} of “findings”: reason: expected a text")
    return Entry(fields["path"], fields["concept"], fields["text"], fields["fingerprint"], count, reason)


def _merged(entries: Iterable[Entry]) -> list[Entry]:
    """One entry a path and fingerprint: a merge may bring the same line from both sides."""
    merged: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = (entry.path, entry.fingerprint)
        if key not in merged or merged[key].count < entry.count:
            merged[key] = entry
    return sorted(merged.values())


def _by_path(entries: Iterable[Entry]) -> dict[str, dict[str, Entry]]:
    by_path: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        by_path.setdefault(entry.path, {})[entry.fingerprint] = entry
    return by_path


def format_baseline(entries: Iterable[Entry]) -> bytes:
    """The content of a baseline file: sorted, one line an entry."""
    lines = ",\n".join("    " + json.dumps(_fields(entry), ensure_ascii=False) for entry in sorted(entries))
    return f'{{\n  "version": {VERSION},\n  "findings": [\n{lines}\n  ]\n}}\n'.encode("utf-8", "backslashreplace")


def _fields(entry: Entry) -> dict[str, str | int]:
    fields: dict[str, str | int] = {
        "path": entry.path, "concept": entry.concept, "text": entry.text, "fingerprint": entry.fingerprint,
    }  # fmt: skip
    if entry.count != 1:
        fields["count"] = entry.count
    if entry.reason:
        fields["reason"] = entry.reason
    return fields


def entries_of(result: FileResult, folder: str) -> list[Entry]:
    """The findings of a file that count, as entries of a baseline in `folder`."""
    counting = [finding for finding in result.findings if finding.suppression is None]
    counts = Counter(finding.fingerprint for finding in counting)
    firsts = {finding.fingerprint: finding for finding in reversed(counting)}
    name = relative_name(result.path, folder)
    return [
        Entry(name, finding.concept, " ".join(finding.text.split()), fingerprint, counts[fingerprint])
        for fingerprint, finding in firsts.items()
    ]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A baseline beside what stands in the files now: entries that hold, that are new and that are stale."""

    kept: tuple[Entry, ...]
    new: tuple[Entry, ...]
    stale: tuple[Entry, ...]


def compare(entries: Iterable[Entry], current: Iterable[Entry], looked_at: Collection[str]) -> Comparison:
    """`looked_at`: the names of the files that were linted or are gone; entries of others are kept as they are."""
    now = {(entry.path, entry.fingerprint): entry for entry in current}
    kept: list[Entry] = []
    stale: list[Entry] = []
    for entry in entries:
        there = now.pop((entry.path, entry.fingerprint), None)
        holds = entry.count if entry.path not in looked_at else min(entry.count, there.count) if there else 0
        if holds:
            kept.append(replace(entry, count=holds))
        if holds < entry.count:
            stale.append(replace(entry, count=entry.count - holds))
        if there is not None and there.count > entry.count:
            now[entry.path, entry.fingerprint] = replace(there, count=there.count - entry.count)
    return Comparison(tuple(kept), tuple(now.values()), tuple(stale))


def relative_name(path: str, folder: str) -> str:
    """A path relative to a folder, with slashes on every system."""
    try:
        name = os.path.relpath(os.path.abspath(path), folder)
    except ValueError:  # another drive
        name = os.path.abspath(path)
    return name.replace(os.sep, "/")


def _wrong(path: str, message: str, line: int | None = None, column: int | None = None) -> SettingsError:
    return SettingsError([Problem(Origin(path, line, column), message)])
