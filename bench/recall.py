"""Are the planted terms found, all of them, and nothing else? Reads a manifest and findings as JSON lines.

    python -m bench.recall MANIFEST FOLDER FINDINGS

The manifest has file, kind and code points of each planted term; FOLDER is what its files are relative to.
"""

from __future__ import annotations

import json
import os
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass

from bench.articles import FOUND

_LONGEST = 300
"""No finding of the benchmark has more code points."""


@dataclass(frozen=True, slots=True)
class Recall:
    """How many planted terms there are and how many were found, by kind too; lookalikes taken for terms; and the rest."""

    planted: int
    found: int
    by_kind: dict[str, str]
    lookalikes: int
    lookalikes_reported: int
    other_findings: int


def check(manifest: str, folder: str, findings: str) -> Recall:
    """Compares the findings with the manifest."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    with open(findings, encoding="utf-8") as lines:
        for line in lines:
            finding = json.loads(line)
            if "error" not in finding:
                found[os.path.relpath(finding["path"], folder)].add((finding["start"], finding["end"]))
    number = sum(map(len, found.values()))
    ordered = {path: sorted(spans) for path, spans in found.items()}
    planted: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    lookalikes = wrong = 0
    with open(manifest, encoding="utf-8") as lines:
        for line in lines:
            path, kind, start, end = line.split("\t")
            spans = _overlapping(ordered.get(path, []), int(start), int(end))
            if kind in FOUND:
                planted[kind] += 1
                hits[kind] += any(_is_at(span, int(start), int(end), kind) for span in spans)
            else:
                lookalikes += 1
                wrong += bool(spans)
    return Recall(
        planted=sum(planted.values()),
        found=sum(hits.values()),
        by_kind={kind: f"{hits[kind]} of {planted[kind]}" for kind in FOUND if planted[kind]},
        lookalikes=lookalikes,
        lookalikes_reported=wrong,
        other_findings=number - sum(hits.values()) - wrong,
    )


def _overlapping(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Those of the spans, which are in order, that overlap [start, end)."""
    first = bisect_left(spans, (start - _LONGEST, 0))
    return [span for span in spans[first : bisect_left(spans, (end, 0))] if start < span[1]]


def _is_at(span: tuple[int, int], start: int, end: int, kind: str) -> bool:
    """Exactly there; of a possessive the 's may or may not be part, of emphasis the closing mark."""
    slack = {"possessive": (0, 2), "emphasis": (-7, 0)}.get(kind, (0, 0))
    return span[0] == start and end + slack[0] <= span[1] <= end + slack[1]


if __name__ == "__main__":
    print(json.dumps(asdict(check(*sys.argv[1:4]))))
