"""Measures how fast it is, beside the peers that are installed, and writes the table of docs/performance.md.

    python -m bench.run [--full] [--only start,throughput,…]

Takes some minutes; `--full` adds a file of 1 GB and a run over 100,000 files.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from bench import measures
from bench.measures import Bench
from bench.peers import program
from bench.timing import table

_PAGE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "docs", "performance.md")
_BEGIN, _END = "<!-- made by `make bench`: begin -->\n", "<!-- made by `make bench`: end -->\n"

_SECTIONS: dict[str, tuple[str, Callable[[Bench], str]]] = {
    "start": ("Start", measures.start),
    "throughput": ("Throughput", measures.throughput),
    "phrases": ("Beside peers that take phrases", measures.phrase_peers),
    "number": ("By number of files", measures.number_of_files),
    "size": ("By size of file", measures.size_of_file),
    "lexicon": ("By size of lexicon", measures.size_of_lexicon),
    "format": ("By format", measures.by_format),
    "density": ("By number of findings", measures.density),
    "jobs": ("By jobs", measures.by_jobs),
    "memory": ("Memory", measures.memory),
    "found": ("What was found", measures.found),
    "same": ("The same findings", measures.sameness),
}

_TARGETS = (
    ("start, ms over python", "at most", 60, "warm start, one 5 kB file, over `python -c pass`, ms"),
    ("start, times as fast as codespell", "at least", 1, "the same, beside codespell, times as fast"),
    ("start, times as fast as Vale, 100 terms", "at least", 1, "the same, beside Vale, times as fast"),
    ("throughput, times typos", "at least", 3, "throughput a core with 10,000 terms, times typos"),
    ("throughput, times Vale", "at least", 15, "throughput a core with 10,000 terms, times Vale with 100"),
    ("50,000 terms, times 100 terms", "at most", 1.5, "time with 50,000 terms, times that with 100"),
    ("markdown, share of plain text's articles a second", "at least", 0.5, "Markdown, share of the throughput of plain text"),
    ("html, share of plain text's articles a second", "at least", 0.5, "HTML, share of the throughput of plain text"),
    ("two jobs, times as fast as one, the bundled lexicon", "at least", 1.8, "two cores, the bundled lexicon, times one"),
    ("two jobs, times as fast as one, many files", "at least", 1.8, "the same, 10,000 terms, 100,000 files"),
    ("two jobs, times as fast as one, 10,000 terms", "at least", 1.8, "the same, 10,000 terms, 10,000 files: a second of work"),
    ("peak MB, one large file", "at most", 1000, "memory for one file of 1 GB, MB"),
    ("peak MB, many files", "at most", 1000, "memory for 100,000 files, MB"),
    ("recall, %", "at least", 100, "planted terms found, %"),
    ("lookalikes reported", "at most", 0, "lookalikes reported"),
    ("same findings (1: yes)", "at least", 1, "the same findings with any jobs, cache and order (1: yes)"),
)


def targets(benches: Mapping[str, Bench]) -> str:
    """What it has to reach, and what each form of it reached; a figure that nobody here could measure is left open."""
    rows = []
    for key, bound, wanted, title in _TARGETS:
        row = [title, f"{bound} {wanted:,}"]
        for bench in benches.values():
            value = bench.figures.get(key)
            met = value is not None and (value <= wanted if bound == "at most" else value >= wanted)
            shown = "" if value is None else f"{value:.2f}" if abs(value) < 10 else f"{value:,.0f}"
            row += [shown, "not measured" if value is None else "yes" if met else "**no**"]
        rows.append(row)
    return table(["target", "wanted", *(word for form in benches for word in (form, "reached"))], rows)


def machine(full: bool, rounds: int) -> str:
    """What it ran on, in a line or two."""
    versions = []
    for name in ("typos", "codespell", "vale", "rg", "woke", "proselint"):
        if found := program(name):
            shown = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
            words = (shown.stdout or shown.stderr).split()
            version = next((word for word in words if word.lstrip("v")[:1].isdigit()), "")
            versions.append(f"{name} {version}".strip())
    kind = "full" if full else "quick"
    load = f"load {os.getloadavg()[0]:.1f} at the beginning" if hasattr(os, "getloadavg") else ""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, a {kind} run of {rounds} rounds; {platform.system()} {platform.machine()}, "
        f"{_processor()}, {os.cpu_count()} cores, CPython {platform.python_version()}; {load}. "
        f"Beside it: {', '.join(versions) or 'no peer was installed'}.\n"
    )


def _processor() -> str:
    try:
        with open("/proc/cpuinfo") as file:
            return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.processor())
    except OSError:
        return platform.processor()


def keep(report: str) -> None:
    """Puts the report between the marks in docs/performance.md."""
    with open(_PAGE, encoding="utf-8") as file:
        page = file.read()
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    with open(_PAGE, "w", encoding="utf-8", newline="\n") as file:
        file.write(before + _BEGIN + "\n" + report + "\n" + _END + after)


def _make_corpus(folder: str, files: int, every: int) -> None:
    words = ["--files", str(files), "--every", str(every), "--to", folder]
    subprocess.run([sys.executable, "-m", "bench.make_corpus", *words], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--full", action="store_true", help="also 1 GB in one file, and 100,000 files")
    parser.add_argument("--files", type=int, default=10_000, help="articles in the corpus")
    parser.add_argument("--rounds", type=int, help="how often each command runs in turn")
    parser.add_argument("--only", help=f"only these, with commas: {', '.join(_SECTIONS)}")
    parser.add_argument("--data", default=os.path.join(tempfile.gettempdir(), "evenhand-bench"), help="where the corpus goes")
    parser.add_argument("--compiled", metavar="EVENHAND", help="the program of an environment that has the compiled wheel")
    parser.add_argument("--print", action="store_true", help="print only; leave docs/performance.md as it is")
    options = parser.parse_args()
    folder, dense = (os.path.join(options.data, f"{name}-{options.files}") for name in ("sparse", "dense"))
    _make_corpus(folder, options.files, 3_000)
    _make_corpus(dense, options.files // 10, 300)
    programs: dict[str, str | None] = {"from source": None}
    if options.compiled:  # the commands run in the folder of the corpus
        programs = {"the compiled wheel": os.path.abspath(options.compiled), **programs}
    rounds = options.rounds or (5 if options.full else 3)
    benches = {form: Bench(folder, dense, options.files, rounds, options.full, program) for form, program in programs.items()}
    about = machine(options.full, rounds)
    started = time.monotonic()
    sections = []
    for form, bench in benches.items():
        sections.append(f"### {form[0].upper()}{form[1:]}\n")
        for name, (title, measure) in _SECTIONS.items():
            if (not options.only or name in options.only.split(",")) and (section := measure(bench)):
                sections.append(f"#### {title}\n\n{section}")
                print(sections[-1], flush=True)
    sys.stderr.write(f" {time.monotonic() - started:.0f} s\n")
    report = "\n".join([about, f"### Targets\n\n{targets(benches)}", *sections])
    print(f"{about}\n### Targets\n\n{targets(benches)}")
    if not options.print and not options.only:
        keep(report)


if __name__ == "__main__":
    main()
