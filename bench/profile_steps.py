"""Where the time of a document goes: read, decode, parse, fold, scan, verify, judge, report, each measured apart.

    python -m bench.profile_steps CORPUS [--format html] [--lexicon 10000]

One process, processor time, the least of several rounds over all articles. `parse` is what a reader does besides decoding,
`verify` what the matcher does besides scanning, `judge` what `lint_document` does besides folding and matching: voice, policy,
suppressions, line numbers. `the rest` is what `Linter.lint_file` does besides: settings, policies, results.
"""

from __future__ import annotations

import argparse
import io
import os
import time
from collections.abc import Callable, Sequence
from typing import Any

from bench.corpora import articles
from bench.make_corpus import FORMATS
from bench.timing import table

_ROUNDS = 5


def least(step: Callable[[Any], Any], items: Sequence[Any]) -> tuple[float, list[Any]]:
    """Seconds of processor time of a step over all items, the least of several rounds; and what it gave."""
    best = float("inf")
    given: list[Any] = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        given = [step(item) for item in items]
        best = min(best, time.process_time() - started)
    return best, given


def steps(corpus: str, format: str, lexicon: str | None, number: int) -> tuple[dict[str, float], float, int]:
    """Seconds by step, the MB of the files, and the number of findings."""
    from linter import formats, linting, reporters
    from linter.compiled import open_database
    from linter.decoding import decode
    from linter.display import View
    from linter.findings import About
    from linter.folding import fold
    from linter.pipeline import Linter, Options

    linter = Linter(Options(lexicons=(lexicon,) if lexicon else ()))
    settings = linter.settings_for(corpus)
    rulebook = linter.rulebook_for(settings)
    database = open_database(rulebook.compiled)
    paths = [os.path.join(corpus, format, path) for path in articles(corpus, format)[:number]]
    policy = linter.policy_for(settings, paths[0])
    reader = formats.format_for(paths[0]) or formats.load("text")

    def scan(data: bytes) -> int:
        hits: list[tuple[int, int]] = []
        database.scan(data, match_event_handler=lambda literal, start, end, flags, context: hits.append((end, literal)))
        return len(hits)

    seconds: dict[str, float] = {}
    seconds["read"], data = least(_content, paths)
    seconds["decode"], _ = least(decode, data)
    reading, documents = least(reader.read, data)
    seconds["parse"] = reading - seconds["decode"]
    seconds["fold"], folded = least(lambda document: fold(document.text), documents)
    seconds["scan"], _ = least(scan, [each.data for each in folded])
    pairs = list(zip(documents, folded, strict=True))
    finding, _ = least(lambda pair: rulebook.matcher.find(pair[0], pair[1], linting._LazyVoices(pair[0]).voice), pairs)
    seconds["verify"] = finding - seconds["scan"]
    # Line starts are kept with a document once they are counted: fresh documents, so that they count here.
    linted_seconds, linted = least(
        lambda each: linting.lint_document(reader.read(each[0]), each[1], rulebook, policy), list(zip(data, paths, strict=True))
    )
    seconds["judge"] = linted_seconds - reading - seconds["fold"] - finding
    results = [each.result for each in linted]
    reporter, about = reporters.load("jsonl"), About("", "")
    view = View(show_suppressed=False)
    seconds["report"], _ = least(lambda _: reporter.render(results, lambda: about, io.StringIO(), view), [None])
    whole, _ = least(linter.lint_file, paths)
    seconds["the rest"] = whole - sum(seconds[name] for name in seconds if name != "report")
    return seconds, sum(map(len, data)) / 1e6, sum(len(result.findings) for result in results)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", help="what `bench.make_corpus` made")
    parser.add_argument("--format", choices=list(FORMATS), default="text")
    parser.add_argument("--lexicon", help="the number of terms of a lexicon of the corpus; by default the bundled one")
    parser.add_argument("--documents", type=int, default=1_000)
    options = parser.parse_args()
    lexicon = os.path.join(options.corpus, f"lexicon-{options.lexicon}.yaml") if options.lexicon else None
    seconds, size, findings = steps(options.corpus, options.format, lexicon, options.documents)
    total = sum(seconds.values())
    rows = [
        [name, f"{value * 1e6 / options.documents:,.0f}", f"{size / value:,.0f}" if value > 0 else "-", f"{value / total:.0%}"]
        for name, value in seconds.items()
    ]
    rows.append(["all", f"{total * 1e6 / options.documents:,.0f}", f"{size / total:,.0f}", ""])
    print(f"{options.documents:,} articles in {options.format}, {size:.1f} MB, {findings:,} findings\n")
    print(table(["step", "µs an article", "MB/s", "share"], rows))


if __name__ == "__main__":
    main()
