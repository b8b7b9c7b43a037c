"""Which engine finds the anchors of a lexicon best? Compares four of them on the bundled lexicon and on a large one.

    python -m bench.engines CORPUS [--lexicon PATH]

CORPUS is what `bench.make_corpus` made. Each engine runs in processes of its own, on the same folded articles, and has to give
every hit, overlapping ones too, as a Python list of (end, anchor). What is not installed is left out
(`pip install -e '.[bench]'` has all of them).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.corpora import articles
from bench.timing import table

_Scan = Callable[[bytes], list[tuple[int, int]]]
_ROUNDS = 5
ENGINES = ("hyperscan", "ahocorasick_rs", "daachorse", "pyahocorasick")


def anchors_of(lexicon: str | None) -> list[str]:
    """What the engine looks for, of the bundled lexicon or of one at a path: parts of the folded variants. Each character
    is a byte, as an anchor may end inside a letter."""
    from linter import compiling
    from linter.errors import Origin
    from linter.rulebook import load_lexicon

    loaded = load_lexicon([(lexicon or "builtin/en", os.getcwd(), Origin("--lexicon"))])
    variants = compiling._all_variants(loaded, all_terms=False)
    literals = {literal.encode() for variant in variants for literal in compiling._literals_of(variant)}
    return [anchor.decode("latin-1") for anchor in compiling._anchors(literals)]


def _hyperscan(literals: list[str]) -> tuple[_Scan, bytes, Callable[[bytes], Any]]:
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    count = len(literals)
    expressions = [literal.encode("latin-1") for literal in literals]
    database.compile(expressions=expressions, ids=list(range(count)), elements=count, flags=[0] * count, literal=True)

    def scan(data: bytes) -> list[tuple[int, int]]:
        hits: list[tuple[int, int]] = []

        def note(literal: int, _start: int, end: int, _flags: int, _context: object) -> None:
            hits.append((end, literal))

        database.scan(data, match_event_handler=note)
        return hits

    def load(stored: bytes) -> Any:
        loaded = hyperscan.loadb(stored, mode=hyperscan.HS_MODE_BLOCK)
        loaded.scratch = hyperscan.Scratch(loaded)
        return loaded

    return scan, hyperscan.dumpb(database), load


def _ahocorasick_rs(literals: list[str]) -> tuple[_Scan, bytes, Callable[[bytes], Any] | None]:
    import ahocorasick_rs

    engine = ahocorasick_rs.BytesAhoCorasick([literal.encode("latin-1") for literal in literals])

    def scan(data: bytes) -> list[tuple[int, int]]:
        return [(end, literal) for literal, _, end in engine.find_matches_as_indexes(data, overlapping=True)]

    return scan, b"", None


def _daachorse(literals: list[str]) -> tuple[_Scan, bytes, Callable[[bytes], Any]]:
    import daachorse

    engine = daachorse.DoubleArrayAhoCorasick([literal.encode("latin-1") for literal in literals])

    def scan(data: bytes) -> list[tuple[int, int]]:
        return [(end, literal) for _, end, literal in engine.find_overlapping(data)]

    return scan, engine.serialize(), daachorse.DoubleArrayAhoCorasick.deserialize


def _pyahocorasick(literals: list[str]) -> tuple[_Scan, bytes, Callable[[bytes], Any]]:
    import pickle

    import ahocorasick  # type: ignore[import-not-found]

    engine = ahocorasick.Automaton()
    for number, literal in enumerate(literals):
        engine.add_word(literal, number)
    engine.make_automaton()

    def scan(data: bytes) -> list[tuple[int, int]]:
        return list(engine.iter(data.decode("latin-1")))

    return scan, pickle.dumps(engine), pickle.loads


_BUILDERS: dict[str, Callable[[list[str]], tuple[_Scan, bytes, Callable[[bytes], Any] | None]]] = {
    "hyperscan": _hyperscan,
    "ahocorasick_rs": _ahocorasick_rs,
    "daachorse": _daachorse,
    "pyahocorasick": _pyahocorasick,
}


def measure(engine: str, literals_path: str, corpus: str, number: int) -> dict[str, float]:
    """Seconds of processor time and MB for one engine, in this process."""
    from linter.folding import fold

    with open(literals_path, encoding="utf-8") as file:
        literals = json.load(file)
    documents = []
    for path in articles(corpus)[:number]:
        with open(os.path.join(corpus, "text", path), encoding="utf-8", newline="") as file:
            documents.append(fold(file.read()).data)
    before = _resident()
    started = time.process_time()
    scan, stored, load = _BUILDERS[engine](literals)
    build = time.process_time() - started
    memory = _resident() - before
    hits = sum(len(scan(document)) for document in documents)
    times = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        for document in documents:
            scan(document)
        times.append(time.process_time() - started)
    loads = []
    for _ in range(_ROUNDS if load else 0):
        started = time.process_time()
        load(stored)  # type: ignore[misc]
        loads.append(time.process_time() - started)
    return {
        "build": build,
        "memory": memory,
        "hits": hits,
        "speed": sum(map(len, documents)) / 1e6 / min(times),
        "cache": len(stored) / 1e6,
        "load": statistics.median(loads) * 1e3 if loads else 0,
    }


def _resident() -> float:
    """MB of memory in use now, where /proc tells."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus")
    parser.add_argument("--lexicon", help="by default the bundled one")
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--one", choices=ENGINES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    literals_path = os.path.join(options.corpus, "literals.json")
    if options.one:
        print(json.dumps(measure(options.one, literals_path, options.corpus, options.documents)))
        return
    literals = anchors_of(options.lexicon)
    with open(literals_path, "w", encoding="utf-8") as file:
        json.dump(literals, file)
    rounds: dict[str, list[dict[str, float]]] = {engine: [] for engine in ENGINES}
    for _ in range(3):
        for engine in ENGINES:
            words = [
                sys.executable,
                "-m",
                "bench.engines",
                options.corpus,
                "--documents",
                str(options.documents),
                "--one",
                engine,
            ]
            done = subprocess.run(words, capture_output=True, text=True)
            if done.returncode == 0:
                rounds[engine].append(json.loads(done.stdout))
            else:
                sys.stderr.write(f"{engine}: {done.stderr.splitlines()[-1]}\n")
    print(f"{len(literals):,} anchors, {options.documents:,} articles\n")
    print(table(["engine", "MB/s", "build s", "memory MB", "cache MB", "load ms", "hits"], _rows(rounds)))


def _rows(rounds: dict[str, list[dict[str, float]]]) -> list[list[str]]:
    rows = []
    for engine, runs in rounds.items():
        if runs:
            middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            cache = [f"{middle['cache']:.1f}", f"{middle['load']:.1f}"] if middle["cache"] else ["none", "-"]
            rows.append(
                [
                    engine,
                    f"{middle['speed']:.0f}",
                    f"{middle['build']:.2f}",
                    f"{middle['memory']:.0f}",
                    *cache,
                    f"{middle['hits']:,.0f}",
                ]
            )
    return rows


if __name__ == "__main__":
    main()
