"""From files to who says what in them: matches with their voices, and profiles, file by file or in several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from linter import formats
from linter.errors import ReadError
from linter.linting import VoicedDocument, voice_document
from linter.profiles import Profile, Tally, profile_of, tally_of

if TYPE_CHECKING:
    from linter.groups import Group
    from linter.lexicon import Concept
    from linter.pipeline import Linter, Options

_T = TypeVar("_T")


def voice_file(linter: Linter, path: str, *, matching: bool = True) -> VoicedDocument:
    """What stands in one file, and in whose voice. Without `matching` the file is only read."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return VoicedDocument(path, error=f"cannot be read: {error.strerror or error}")
    return _voice_bytes(linter, data, path, matching=matching)


def voice_text(linter: Linter, text: str, path: str = "text.txt") -> VoicedDocument:
    """What stands in a text. `path` decides its format and the settings that hold for it; it need not exist."""
    return _voice_bytes(linter, text.encode("utf-8", "surrogatepass"), path)


def _voice_bytes(linter: Linter, data: bytes, path: str, *, matching: bool = True) -> VoicedDocument:
    settings = linter.settings_for(os.path.dirname(path))
    policy = linter.policy_for(settings, path)
    try:
        document = (formats.format_for(path) or formats.load("text")).read(data, policy.encoding)
    except ReadError as error:
        return VoicedDocument(path, error=error.message)
    if not matching:
        return VoicedDocument(path, document)
    return voice_document(document, path, linter.rulebook_for(settings, all_terms=True), policy)


def map_voiced(
    linter: Linter, paths: Sequence[str], step: Callable[[VoicedDocument], _T], *, jobs: int | None = None, matching: bool = True
) -> Iterator[_T]:
    """What a step, which has to be picklable, gives for each file, in order.

    `jobs`: how many processes to use; by default one a core where there are files enough. `matching`: see `voice_file`.
    """
    from linter.parallel import processes_for

    processes = processes_for(len(paths), jobs)
    function = partial(_stepped, linter, step, matching)
    if processes == 1:
        return map(function, paths)
    from linter.workers import map_files

    for folder in _folders(paths):  # loaded once, before the processes part
        linter.rulebook_for(linter.settings_for(folder), all_terms=matching)
    return map_files(function, partial(_stepping, type(linter), linter.options, step, matching), paths, processes)


def _stepped(linter: Linter, step: Callable[[VoicedDocument], _T], matching: bool, path: str) -> _T:
    return step(voice_file(linter, path, matching=matching))


def _stepping(kind: type[Linter], options: Options, step: Callable[[VoicedDocument], _T], matching: bool) -> Callable[[str], _T]:
    """What a process of its own does with each file."""
    return partial(_stepped, kind(options), step, matching)


def profile_files(linter: Linter, name: str, paths: Sequence[str]) -> Profile:
    """The profile of files taken together."""
    return profile_of(name, map_voiced(linter, paths, tally_of), partial(_concept_of, linter, _folders(paths)))


def profile_texts(linter: Linter, name: str, texts: Iterable[str]) -> Profile:
    """The profile of texts taken together, under the settings of the current folder."""
    tallies = (tally_of(voice_text(linter, text)) for text in texts)
    return profile_of(name, tallies, partial(_concept_of, linter, [""]))


def profile_groups(linter: Linter, groups: Sequence[Group], errors: list[str], *, jobs: int | None = None) -> list[Profile]:
    """The profile of each group, in order; what could not be read is added to `errors`."""
    paths = [path for group in groups for path in group.paths]
    tallies = map_voiced(linter, paths, tally_of, jobs=jobs)
    profiles = []
    for group in groups:
        own = _noting(errors, islice(tallies, len(group.paths)))
        profiles.append(profile_of(group.name, own, partial(_concept_of, linter, _folders(group.paths))))
    return profiles


def _noting(errors: list[str], tallies: Iterable[Tally]) -> Iterator[Tally]:
    for tally in tallies:
        if tally.error is not None:
            errors.append(f"{tally.path}: {tally.error}")
        yield tally


def _folders(paths: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(os.path.dirname, paths)))


def _concept_of(linter: Linter, folders: Sequence[str], id: str) -> Concept | None:
    """The concept in the lexicon that holds for the first of the folders that has it."""
    for folder in folders:
        concept = linter.rulebook_for(linter.settings_for(folder), all_terms=True).compiled.concept_of(id)
        if concept is not None:
            return concept
    return None
