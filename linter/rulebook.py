"""A lexicon ready for use: found by name, read, compiled, and kept in the cache."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter import cache
from linter.compiled import CompiledLexicon
from linter.lexicon_locations import LexiconFile, LexiconName, read_lexicons
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

    `all_terms`: every accepted term takes part in matching too. Raises LexiconError with every problem found.
    """
    files = read_lexicons(names)
    name = cache.key([*_content(files), b"all" if all_terms else b""]) + ".lexicon"
    stored = cache.load(name) if use_cache else None
    if stored is not None:
        try:
            return _open(stored)
        except ValueError:
            pass
    data = _compiled(files, all_terms=all_terms)
    if use_cache:
        cache.store(name, data)
    return _open(data)


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
    return [part for file in files for part in (file.name.encode(), file.location.encode(), file.data)]
