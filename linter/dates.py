"""The date of a document, as far as it says one itself: in its first lines or in its path. Never the date of the file."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_HEAD = 4_000
"""So many characters of the source are looked at."""


def date_of(path: str, source: str) -> str | None:
    """The date as `2022-03-01`, or None.

    Looked for, in this order: `date:` or `published:` in front matter, `<meta>` and `<time>` of HTML, a date in the path
    (`2022-03-01`, `2022/03/01`, `20220301`).
    """
    head = source[:_HEAD]
    for pattern in (_front_matter(), _html(), _in_path()):
        text = path if pattern is _in_path() else head
        for match in pattern.finditer(text):
            found = _valid(*match.groups()[-3:])
            if found:
                return found
    return None


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@cache
def _front_matter() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*(?:date|published|pubdate|publish_date)[ \t]*[:=][ \t]*[\"']?(\d{4})-(\d\d)-(\d\d)", re.I | re.M)


@cache
def _html() -> re.Pattern[str]:
    return re.compile(
        r"<(?:meta\b[^<>]{0,200}(?:date|published)[^<>]{0,200}content|time\b[^<>]{0,200}datetime)=[\"'](\d{4})-(\d\d)-(\d\d)",
        re.I,
    )


@cache
def _in_path() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/\\.]?(\d\d)[-_/\\.]?(\d\d)(?!\d)")
