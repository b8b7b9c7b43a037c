"""`«…»` marks the words whose voice is asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.document import Document
from linter.spans import Span
from linter.voice import Reading, Voices


def _read_all(marked: str) -> list[Reading]:
    text = marked.replace("«", "").replace("»", "")
    spans: list[Span] = []
    for part in marked.split("«")[1:]:
        start = (spans[-1].end if spans else 0) + len(marked.split("«")[len(spans)].rpartition("»")[2])
        spans.append(Span(start, start + part.index("»")))
    voices = Voices(Document(source=text, text=text))
    return [voices.at(span) for span in spans]


@pytest.fixture
def read_all() -> Callable[[str], list[Reading]]:
    """The reading of each marked place of a text, in order."""
    return _read_all
