"""What a run says: findings, and the report that carries them. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.named_tuples import NamedTuple
from linter.spans import Span

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

Voice = Literal["own", "reported", "scare", "attributed", "quoted"]
VOICES: tuple[Voice, ...] = ("own", "reported", "scare", "attributed", "quoted")

Kind = Literal["deprecated", "house", "inconsistent", "distanced", "asymmetric"]
"""`deprecated`: a deprecated or superseded term; `house`: the house prefers another accepted term; `inconsistent`: the
minority among accepted terms of one document; `distanced`: an accepted term in scare quotes; `asymmetric`: a pointed
word for one party, and its mirror word for another."""

Concern = Literal["contested", "loaded", "sensitive", "inaccurate", "style"]
CONCERNS: tuple[Concern, ...] = ("contested", "loaded", "sensitive", "inaccurate", "style")

Safety = Literal["safe", "suggest", "never"]


class Suggestion(NamedTuple):
    """A term offered for a finding, in the form and case of the match."""

    text: str
    status: str
    house: tuple[str, ...] = ()
    safety: Safety = "suggest"


class Suppression(NamedTuple):
    """Why a finding does not count. `kind`: `policy` (settings or voice), `inline` (a comment), `baseline`.

    `by_voice`: only because of whose words it stands in; nobody decided on this place.
    """

    kind: Literal["policy", "inline", "baseline"]
    reason: str
    by_voice: bool = False


class Edit(NamedTuple):
    """One span of the source, in code points, and what takes its place."""

    span: Span
    text: str


class Finding(NamedTuple):
    """A match with a judgement.

    `start`, `end`: 0-based code points of the document's source, end exclusive. `line`, `column` and their ends: 1-based,
    columns in code points, end exclusive. `text` is the source at that place as written, with its markup and line breaks;
    `left` and `right` are the running text around it, at most 60 code points each, inside the block.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    term: str
    concept: str
    category: str
    kind: Kind
    severity: Severity
    concern: Concern
    voice: Voice
    speaker: str | None
    part: str
    stance: str | None
    message: str
    note: str
    advice: str
    sources: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    left: str
    right: str
    fingerprint: str
    suppression: Suppression | None = None


class Place(NamedTuple):
    """Where a finding stands in a passage: code points of its text, end exclusive; `finding` is its number in the result."""

    start: int
    end: int
    finding: int


class Passage(NamedTuple):
    """A block of a document's text, for reports that show it. `line` (1-based) is where it begins in the source.

    `skipped`: text before it is left out. `places` are in order and may overlap.
    """

    text: str
    line: int
    part: str = "body"
    is_quotation: bool = False
    skipped: bool = False
    places: tuple[Place, ...] = ()


class FileResult(NamedTuple):
    """What one file gave: its findings in order of place, the suppressed ones among them, or the error that stopped it.

    `lines` holds the lines of the source that findings stand on, by line number, for reporters that show them. `stale` counts
    the entries of the baseline for this file that no finding needs any more; `left_out` the findings on unchanged lines.
    `passages` holds the whole text, where the run was told to keep it.
    """

    path: str
    words: int = 0
    findings: tuple[Finding, ...] = ()
    error: str | None = None
    lines: Mapping[int, str] = {}
    passages: tuple[Passage, ...] = ()
    stale: int = 0
    left_out: int = 0


class About(NamedTuple):
    """What held in a run: the fingerprints of the lexicon and of the settings.

    `categories` and `stances`: their names by id, where the run was told to keep the text for a report that shows them.
    """

    lexicon: str = ""
    settings: str = ""
    categories: Mapping[str, str] = {}
    stances: Mapping[str, str] = {}


class Report(NamedTuple):
    """A whole run: one result a file, in the order of their paths."""

    files: tuple[FileResult, ...]
    about: About = About()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that count: not suppressed."""
        return tuple(f for result in self.files for f in result.findings if f.suppression is None)

    @property
    def suppressed(self) -> tuple[Finding, ...]:
        return tuple(f for result in self.files for f in result.findings if f.suppression is not None)

    @property
    def errors(self) -> tuple[FileResult, ...]:
        return tuple(result for result in self.files if result.error is not None)
