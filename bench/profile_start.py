"""Where the start of a warm `evenhand check FILE` goes: the modules that it imports, the slowest first.

    python -m bench.profile_start [FILE] [--modules 25]

Times are microseconds of `python -X importtime`, the least of several runs: of a module itself, and with all that it
imports first. What the interpreter imports anyway is left out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict

from bench.timing import table, with_bytecode

_RUN = "import sys; from linter.cli import main; sys.exit(main(sys.argv[1:]))"
_TEXT = "The special military operation went on near Kiev. Officials counted the illegal aliens again.\n"


def import_times(code: str, *words: str, rounds: int) -> dict[str, tuple[float, float]]:
    """Microseconds of each module that a run imports, by itself and with what it imports; the least of several runs."""
    own: dict[str, list[int]] = defaultdict(list)
    cumulative: dict[str, list[int]] = defaultdict(list)
    for _ in range(rounds):
        done = subprocess.run([sys.executable, "-X", "importtime", "-c", code, *words], capture_output=True, text=True)
        for line in done.stderr.splitlines():
            if line.startswith("import time:") and "|" in line and "self [us]" not in line:
                itself, together, name = line.removeprefix("import time:").split("|")
                own[name.strip()].append(int(itself))
                cumulative[name.strip()].append(int(together))
    return {name: (min(own[name]), min(cumulative[name])) for name in own}


def phases(*words: str, rounds: int) -> list[tuple[str, float]]:
    """Milliseconds of wall time: the interpreter alone, the imports of the command line, and the whole call."""
    codes = {
        "the interpreter": "pass",
        "and `import linter.cli`": "import linter.cli",
        "and `import linter.commands.check`": "import linter.cli, linter.commands.check",
        "the whole call": _RUN,
    }
    timed: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds + 1):
        for name, code in codes.items():
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", code, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            timed[name].append((time.perf_counter() - started) * 1e3)
    return [(name, min(values[1:])) for name, values in timed.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", nargs="?", help="by default a line with three findings")
    parser.add_argument("--modules", type=int, default=25, help="how many modules to list")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(with_bytecode())
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["EVENHAND_CACHE_DIR"] = os.path.join(folder, "cache")
        path = options.file or os.path.join(folder, "article.txt")
        if not options.file:
            with open(path, "w") as file:
                file.write(_TEXT)
        words = ("check", path, "--format", "json")
        subprocess.run([sys.executable, "-c", _RUN, *words], capture_output=True)
        bare = import_times("pass", rounds=1)
        modules = import_times(_RUN, *words, rounds=options.rounds)
        parts = phases(*words, rounds=options.rounds)
    print(table(["run", "wall ms, the least"], [[name, f"{value:.1f}"] for name, value in parts]))
    more = {name: times for name, times in modules.items() if name not in bare}
    slowest = sorted(more, key=lambda name: -more[name][0])[: options.modules]
    rows = [[f"`{name}`", f"{more[name][0]:,.0f}", f"{more[name][1]:,.0f}"] for name in slowest]
    total = sum(itself for itself, _ in more.values())
    rows.append([f"all {len(more)} modules", f"{total:,.0f}", ""])
    print(table(["module", "itself µs", "with its imports µs"], rows))


if __name__ == "__main__":
    main()
