"""A lexicon ready for use: found by name, read, compiled, and kept in the cache."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter import cache
from linter.compiled import CompiledLexicon
from linter.lexicon_locations import LexiconFile, LexiconName, find_lexicons, read_files, read_lexicons
from linter.matcher import Matcher

if TYPE_CHECKING:
    from mmap import mmap

    from linter.lexicon import Lexicon


def load_lexicon(names: Sequence[LexiconName]) -> Lexicon:
    """The lexicons of these names as one. Raises LexiconError with every problem found."""
    from linter.lexicon_files import parse_lexicon

    return parse_lexicon(read_lexicons(names))


class Rulebook:
    """A compiled lexicon with its matcher."""

    def __init__(self, compiled: CompiledLexicon, matcher: Matcher) -> None:
        self.compiled = compiled
        self.matcher = matcher


def open_rulebook(names: Sequence[LexiconName], *, use_cache: bool = True, all_terms: bool = False) -> Rulebook:
    """The rulebook of lexicons by name: from the cache, else read and compiled, which takes about a second.

    The cache knows a lexicon by its content. What its files were read to be is noted by their stamp, so that files that have
    not changed since need not be read.

    `all_terms`: every accepted term takes part in matching too. Raises LexiconError with every problem found.
    """
    found = find_lexicons(names)
    if not use_cache:
        return _open(_compiled(read_files(found), all_terms=all_terms))
    kind = b"all" if all_terms else b""
    stamp = cache.stamp(file.path for file in found)
    note = cache.key([*(_encoded(part) for file in found for part in file), kind, stamp]) + ".name"
    known = cache.load_name(note) if stamp else None
    rulebook = _stored(known) if known else None
    if rulebook is None:
        files = read_files(found)
        name = cache.key([*_content(files), kind]) + ".lexicon"
        rulebook = _stored(name)
        if rulebook is None:
            data = _compiled(files, all_terms=all_terms)
            cache.store(name, data)
            rulebook = _open(data)
        if stamp and stamp == cache.stamp(file.path for file in found):
            cache.store(note, name.encode())
    return rulebook


def _stored(name: str) -> Rulebook | None:
    """The rulebook under a name in the cache, if there is one that can be used here."""
    stored = cache.load(name)
    try:
        return _open(stored) if stored is not None else None
    except ValueError:
        return None


def _compiled(files: Sequence[LexiconFile], *, all_terms: bool) -> bytes:
    import gc

    from linter.compiling import compile_lexicon
    from linter.lexicon_files import parse_lexicon

    collects = gc.isenabled()
    gc.disable()  # of a million new values none is garbage; looking for it takes a tenth of the time
    try:
        return compile_lexicon(parse_lexicon(files), all_terms=all_terms)
    finally:
        if collects:
            gc.enable()


def rulebook_of(lexicon: Lexicon, *, all_terms: bool = False) -> Rulebook:
    """The rulebook of a lexicon that is already loaded."""
    from linter.compiling import compile_lexicon

    return _open(compile_lexicon(lexicon, all_terms=all_terms))


def _open(data: bytes | mmap) -> Rulebook:
    compiled = CompiledLexicon(data)
    return Rulebook(compiled, Matcher(compiled))


def _content(files: Sequence[LexiconFile]) -> list[bytes]:
    return [part for file in files for part in (_encoded(file.name), _encoded(file.location), file.data)]


def _encoded(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")  # a path may have any bytes
