"""From files to who says what in them: matches with their voices, and profiles, file by file or in several processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from linter import formats
from linter.errors import ReadError
from linter.linting import VoicedDocument, voice_document
from linter.profiles import Profile, Tally, profile_of, tally_of

if TYPE_CHECKING:
    from linter.groups import Group
    from linter.lexicon import Concept
    from linter.pipeline import Linter, Options


def voice_file(linter: Linter, path: str) -> VoicedDocument:
    """What stands in one file, and in whose voice."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return VoicedDocument(path, error=f"cannot be read: {error.strerror or error}")
    return voice_bytes(linter, data, path)


def voice_text(linter: Linter, text: str, path: str = "text.txt") -> VoicedDocument:
    """What stands in a text. `path` decides its format and the settings that hold for it; it need not exist."""
    return voice_bytes(linter, text.encode("utf-8", "surrogatepass"), path)


def voice_bytes(linter: Linter, data: bytes, path: str) -> VoicedDocument:
    """What stands in the content of a file."""
    settings = linter.settings_for(os.path.dirname(path))
    rulebook, policy = linter.rulebook_for(settings, all_terms=True), linter.policy_for(settings, path)
    try:
        document = (formats.format_for(path) or formats.load("text")).read(data, policy.encoding)
    except ReadError as error:
        return VoicedDocument(path, error=error.message)
    return voice_document(document, path, rulebook, policy)


def profile_files(linter: Linter, name: str, paths: Sequence[str]) -> Profile:
    """The profile of files taken together."""
    return profile_of(name, [_tally(linter, path) for path in paths], partial(_concept_of, linter, paths))


def profile_texts(linter: Linter, name: str, texts: Iterable[str]) -> Profile:
    """The profile of texts taken together, under the settings of the current folder."""
    tallies = [tally_of(voice_text(linter, text)) for text in texts]
    return profile_of(name, tallies, partial(_concept_of, linter, ["text.txt"]))


def profile_groups(linter: Linter, groups: Sequence[Group], errors: list[str], *, jobs: int | None = None) -> list[Profile]:
    """The profile of each group, in order; what could not be read is added to `errors`."""
    paths = [path for group in groups for path in group.paths]
    tallies = _tallies(linter, paths, jobs)
    profiles = []
    for group in groups:
        own = [next(tallies) for _ in group.paths]
        errors += [f"{tally.path}: {tally.error}" for tally in own if tally.error is not None]
        profiles.append(profile_of(group.name, own, partial(_concept_of, linter, group.paths)))
    return profiles


def _tallies(linter: Linter, paths: Sequence[str], jobs: int | None) -> Iterator[Tally]:
    from linter.parallel import processes_for
    from linter.workers import map_files

    processes = processes_for(len(paths), jobs)
    function = partial(_tally, linter)
    if processes == 1:
        yield from map(function, paths)
        return
    for folder in {os.path.dirname(path) for path in paths}:  # loaded once, before the processes part
        linter.rulebook_for(linter.settings_for(folder), all_terms=True)
    yield from map_files(function, partial(_new_tally, type(linter), linter.options), paths, processes)


def _tally(linter: Linter, path: str) -> Tally:
    return tally_of(voice_file(linter, path))


def _new_tally(kind: type[Linter], options: Options) -> partial[Tally]:
    return partial(_tally, kind(options))


def _concept_of(linter: Linter, paths: Sequence[str], id: str) -> Concept | None:
    """The concept in the lexicon that holds for the first of the files that has it."""
    for folder in dict.fromkeys(os.path.dirname(path) for path in paths):
        concept = linter.rulebook_for(linter.settings_for(folder), all_terms=True).compiled.concept_of(id)
        if concept is not None:
            return concept
    return None
