from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from linter.document import BLOCK_BREAK, Document
from linter.spans import Span


def _blocks(document: Document) -> Iterator[Span]:
    start = 0
    for block in document.text.split(BLOCK_BREAK):
        yield Span(start, start + len(block))
        start += len(block) + len(BLOCK_BREAK)


def _assert_law(document: Document) -> None:
    """What every reader of markup promises, see `linter.document` and `linter.formats.running_text`."""
    text, source = document.text, document.source
    aside_parts = ("alt", "title", "description", "caption")
    done = 0
    for block in _blocks(document):
        assert text or not block.end
        assert not text or text[block.start : block.end].strip(), "every block holds something"
        assert "\n" not in text[block.start : block.end]
        assert "\r" not in text[block.start : block.end]
        last = Span(0, 0)
        for offset in range(block.start, block.end):
            place = document.source_span(Span(offset, offset + 1))
            assert place == last or last.end <= place.start <= place.end <= len(source), "the map ascends in a block"
            if place.end - place.start == 1 and text[offset] != " ":
                assert source[place.start] == text[offset], "what is copied is the same"
            last = place
        if text and document.part_at(block.start) not in aside_parts:
            assert done <= document.source_span(block).start, "blocks ascend, but for those of attributes"
            done = document.source_span(block).end
    assert list(document.parts) == sorted(document.parts, key=lambda part: part[0].start)
    assert [mark.span.start for mark in document.marks] == sorted(mark.span.start for mark in document.marks)
    for span in (*(span for span, _ in document.parts), *(mark.span for mark in document.marks)):
        assert 0 <= span.start < span.end <= len(text)
    for comment in document.comments:
        assert source.startswith("<!--", comment.span.start)
        assert all(word in source[comment.span.start : comment.span.end] for word in comment.text.split())


def _source_of(document: Document, phrase: str) -> str:
    """The source that a phrase of the text, which stands there once, was made of."""
    assert document.text.count(phrase) == 1, document.text
    start = document.text.index(phrase)
    span = document.source_span(Span(start, start + len(phrase)))
    return document.source[span.start : span.end]


@pytest.fixture(scope="session")
def assert_law() -> Callable[[Document], None]:
    return _assert_law


@pytest.fixture(scope="session")
def source_of() -> Callable[[Document, str], str]:
    return _source_of


@pytest.fixture(scope="session")
def is_linear() -> Callable[[Callable[[bytes], object], bytes], bool]:
    """Does a reader get through hostile input in a few seconds? Quadratic time would take minutes."""

    def check(read: Callable[[bytes], object], data: bytes) -> bool:
        start = time.process_time()
        read(data)
        return time.process_time() - start < 10

    return check
