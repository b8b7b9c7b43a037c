"""The date that a document gives itself."""

from __future__ import annotations

import pytest

from linter.dates import date_of


@pytest.mark.parametrize(
    ("path", "source", "date"),
    [
        pytest.param("a.md", "---\ndate: 2022-03-01T10:00\n---\n", "2022-03-01", id="front matter"),
        pytest.param("a.md", "+++\ndate = 2022-03-01\n+++\n", "2022-03-01", id="TOML front matter"),
        pytest.param("a.html", '<meta property="article:published_time" content="2022-03-01T10:00Z">', "2022-03-01", id="meta"),
        pytest.param("a.html", '<time datetime="2022-03-01">today</time>', "2022-03-01", id="time"),
        pytest.param("2022/03/01/a.txt", "", "2022-03-01", id="folders"),
        pytest.param("a-20220301.txt", "", "2022-03-01", id="compact"),
        pytest.param("a-20229901.txt", "", None, id="no such month"),
        pytest.param("a.txt", "Since 2022-03-01 nothing moved.", None, id="a date in the text is not its own"),
        pytest.param("123456789012.txt", "", None, id="a number"),
    ],
)
def test_date(path: str, source: str, date: str | None) -> None:
    assert date_of(path, source) == date
