"""What is measured: each function runs one group of commands in turn and gives a section of the report."""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from bench import corpora, peers, recall
from bench.make_corpus import FORMATS, LEXICON_SIZES
from bench.timing import Command, Timing, interleaved, run, table
from bench.tree import peak_of_tree

MAIN_LEXICON = 10_000
_BOTH_LEXICONS = ((f"{MAIN_LEXICON:,} terms", MAIN_LEXICON), ("the bundled lexicon", None))


@dataclass(slots=True)
class Bench:
    """One run of the benchmark: where the corpus is, how thorough to be, and what has come out so far."""

    folder: str
    dense_folder: str
    files: int
    rounds: int
    full: bool
    program: str | None = None
    """The `evenhand` that is measured; by default that beside this Python, from source."""
    figures: dict[str, float] = field(default_factory=dict)

    def evenhand(self, path: str, *options: str, lexicon: int | None = MAIN_LEXICON, output: str | None = None) -> Command:
        chosen = ("--lexicon", os.path.join(self.folder, f"lexicon-{lexicon}.yaml")) if lexicon else ()
        words = (path, "--format", "jsonl", *chosen, *options)
        return peers.evenhand(*words, folder=self.folder, output=output, using=self.program)

    def size(self, path: str) -> float:
        """MB, of a million bytes."""
        return corpora.bytes_in(os.path.join(self.folder, path)) / 1e6


def start(bench: Bench) -> str:
    """One file, as a hook or an editor has it checked. One thread works, so user + system time is what a quiet machine waits."""

    clean = os.path.join("text", corpora.articles(bench.folder)[0])
    loaded = os.path.join("start", "loaded.txt")
    os.makedirs(os.path.join(bench.folder, "start"), exist_ok=True)
    with open(os.path.join(bench.folder, clean), encoding="utf-8") as file:
        text = file.read()
    with open(os.path.join(bench.folder, loaded), "w", encoding="utf-8") as file:
        file.write(text + "\nThe special military operation went on near Kiev. Officials counted the illegal aliens again.\n")
    alone, json = ("--jobs", "1"), ("--format", "json")
    ours = partial(peers.evenhand, folder=bench.folder, using=bench.program)
    commands = {
        "`python -c pass`": Command((sys.executable, "-c", "pass")),
        "`evenhand check FILE --format json`, nothing planted": ours(clean, *json, *alone),
        "`evenhand check FILE --format json`, three terms planted": ours(loaded, *json, *alone),
        "the same, console": ours(loaded, *alone),
    }
    for name, command in {**peers.spelling(clean, folder=bench.folder), **peers.phrases(clean, folder=bench.folder)}.items():
        commands[name] = command
    timings = interleaved(commands, 21 if bench.full else 11, warm_up=2)
    base = timings["`python -c pass`"]
    rows = [
        [name, f"{t.wall * 1e3:.0f}", t_range(t), f"{t.cpu * 1e3:.0f}", f"{(t.cpu - base.cpu) * 1e3:+.0f}", f"{t.peak:.0f}"]
        for name, t in timings.items()
    ]
    bench.figures["start, ms over python"] = (timings[list(commands)[1]].cpu - base.cpu) * 1e3
    bench.figures["start with findings, ms over python"] = (timings[list(commands)[2]].cpu - base.cpu) * 1e3
    for name in ("codespell", "Vale, 100 terms"):
        if name in timings:
            bench.figures[f"start, times as fast as {name}"] = timings[name].cpu / timings[list(commands)[1]].cpu
    return table(["one 5 kB file", "wall ms", "min-max", "user+sys ms", "over `python`", "peak MB"], rows)


def t_range(timing: Timing) -> str:
    walls = [run.wall * 1e3 for run in timing.runs]
    return f"{min(walls):.0f}-{max(walls):.0f}"


def _row(name: str, timing: Timing, size: float, base: Timing | None = None) -> list[str]:
    row = [name, f"{timing.wall:.2f}", timing.spread, f"{timing.cpu:.2f}", f"{size / timing.cpu:.1f}", f"{timing.peak:.0f}"]
    return [*row, f"{timing.cpu / base.cpu:.2f}"] if base else row


_COLUMNS = ["wall s", "min-max", "user+sys s", "MB a core second", "peak MB"]


def throughput(bench: Bench) -> str:
    """The corpus on one core, beside the spelling checkers."""
    size = bench.size("text")
    commands = {
        f"evenhand, {MAIN_LEXICON:,} terms": bench.evenhand("text", "--jobs", "1"),
        "evenhand, the bundled lexicon": bench.evenhand("text", "--jobs", "1", lexicon=None),
        **peers.spelling("text", folder=bench.folder),
    }
    timings = interleaved(commands, bench.rounds)
    ours = timings[f"evenhand, {MAIN_LEXICON:,} terms"]
    bench.figures["MB a core second"] = size / ours.cpu
    for name in ("typos", "codespell"):
        if name in timings:
            bench.figures[f"throughput, times {name}"] = timings[name].cpu / ours.cpu
    rows = [_row(name, timing, size, ours) for name, timing in timings.items()]
    return table([f"{bench.files:,} files, {size:.1f} MB, one core", *_COLUMNS, "times the first"], rows)


def phrase_peers(bench: Bench) -> str:
    """Beside those who take phrases: all of the corpus in a full run, else a tenth of it, as some need minutes."""
    where = "text" if bench.full else corpora.linked(bench.folder, max(1, bench.files // 10))
    others = peers.phrases(where, folder=bench.folder)
    if not others:
        return ""
    commands = {
        "evenhand, 100 terms": bench.evenhand(where, "--jobs", "1", lexicon=100),
        f"evenhand, {MAIN_LEXICON:,} terms": bench.evenhand(where, "--jobs", "1"),
        **others,
    }
    timings = interleaved(commands, min(3, bench.rounds))
    ours = timings[f"evenhand, {MAIN_LEXICON:,} terms"]
    if "Vale, 100 terms" in timings:
        bench.figures["throughput, times Vale"] = timings["Vale, 100 terms"].cpu / ours.cpu
    size = bench.size(where)
    rows = [_row(name, timing, size, ours) for name, timing in timings.items()]
    files = bench.files if bench.full else bench.files // 10
    return table([f"{files:,} files, {size:.1f} MB", *_COLUMNS, "times the second"], rows)


def number_of_files(bench: Bench) -> str:
    numbers = [number for number in (1, 10, 100, 1_000, 10_000) if number <= bench.files]
    folders = {number: corpora.linked(bench.folder, number) for number in numbers}
    commands = {f"{number:,}": bench.evenhand(folders[number], "--jobs", "1") for number in numbers}
    timings = interleaved(commands, bench.rounds)
    rows = []
    for number in numbers:
        timing = timings[f"{number:,}"]
        rows.append([*_row(f"{number:,}", timing, bench.size(folders[number])), f"{timing.cpu / number * 1e3:.2f}"])
    return table(["files of 5 kB", *_COLUMNS, "user+sys ms a file"], rows)


def size_of_file(bench: Bench) -> str:
    total = min(2_000, bench.files)
    each = [number for number in (1, 10, 100, 1_000) if number <= total]
    folders = {number: corpora.joined(bench.folder, number, total) for number in each}
    rows = []
    for title, lexicon in _BOTH_LEXICONS:
        commands = {folders[n]: bench.evenhand(folders[n], "--jobs", "1", lexicon=lexicon) for n in each}
        timings = interleaved(commands, bench.rounds)
        for number in each:
            size, timing = bench.size(folders[number]), timings[folders[number]]
            shown = _row(f"{size / (total // number) * 1e3:,.0f} kB", timing, size, timings[folders[1]])
            rows.append([title, f"{total // number:,} of", *shown])
    return table(["lexicon", "files", "size of one", *_COLUMNS, "times the first"], rows)


def size_of_lexicon(bench: Bench) -> str:
    commands = {f"{n:,}": bench.evenhand("text", "--jobs", "1", lexicon=n) for n in LEXICON_SIZES}
    cold = {name: run(_without_cache(bench, int(name.replace(",", "")))).wall for name in commands}
    timings = interleaved(commands, bench.rounds)
    base = timings["100"]
    one_file = os.path.join("text", corpora.articles(bench.folder)[0])
    starts = interleaved({name: bench.evenhand(one_file, lexicon=int(name.replace(",", ""))) for name in commands}, 7)
    size = bench.size("text")
    rows = [
        [*_row(name, timing, size, base), f"{starts[name].wall * 1e3:.0f}", f"{cold[name]:.2f}"]
        for name, timing in timings.items()
    ]
    bench.figures["50,000 terms, times 100 terms"] = timings["50,000"].cpu / base.cpu
    return table(["terms", *_COLUMNS, "times 100 terms", "one file, warm ms", "one file, no cache s"], rows)


def _without_cache(bench: Bench, lexicon: int) -> Command:
    return bench.evenhand(os.path.join("text", corpora.articles(bench.folder)[0]), "--no-cache", lexicon=lexicon)


def by_format(bench: Bench) -> str:
    """The same articles in three formats: time for the articles, and for their bytes with markup."""
    timings = interleaved({name: bench.evenhand(name, "--jobs", "1") for name in FORMATS}, bench.rounds)
    base = timings["text"]
    rows = [_row(name, timing, bench.size(name), base) for name, timing in timings.items()]
    for name in ("markdown", "html"):
        bench.figures[f"{name}, share of plain text's articles a second"] = base.cpu / timings[name].cpu
    return table([f"format ({bench.files:,} articles)", *_COLUMNS, "times text"], rows)


def density(bench: Bench) -> str:
    """What findings cost: one in 3,000 words, and one in 300."""
    commands = {}
    for name, folder in (("one planted in 3,000 words", bench.folder), ("one planted in 300 words", bench.dense_folder)):
        path = os.path.join(folder, corpora.linked(folder, bench.files // 10))
        commands[name] = bench.evenhand(path, "--jobs", "1")
    timings = interleaved(commands, bench.rounds)
    sizes = [corpora.bytes_in(command.words[-1]) / 1e6 for command in commands.values()]
    base = next(iter(timings.values()))
    rows = [_row(name, timing, size, base) for (name, timing), size in zip(timings.items(), sizes, strict=True)]
    return table([f"{bench.files // 10:,} files", *_COLUMNS, "times the first"], rows)


def by_jobs(bench: Bench) -> str:
    """With the lexicon of the other tables, and with the bundled one: the more there is to do, the less the start counts."""
    size = bench.size("text")
    numbers = sorted({1, 2, os.cpu_count() or 1})
    rows = []
    for title, lexicon in _BOTH_LEXICONS:
        commands = {str(n): bench.evenhand("text", "--jobs", str(n), lexicon=lexicon) for n in numbers}
        timings = interleaved(commands, max(5, bench.rounds) if lexicon else bench.rounds)
        base = timings["1"]
        for name, timing in timings.items():
            rows.append([title, *_row(name, timing, size), f"{size / timing.wall:.1f}", f"{base.wall / timing.wall:.2f}"])
        bench.figures[f"two jobs, times as fast as one, {title}"] = base.wall / timings["2"].wall
    return table(["lexicon", "jobs", *_COLUMNS, "MB a second", "times as fast as 1"], rows)


def memory(bench: Bench) -> str:
    """The largest process, and all processes together where the system tells."""
    size = 1_000_000_000 if bench.full else 100_000_000
    large = corpora.one_file(bench.folder, size)
    path = os.path.join(large, "large.txt")
    number = 100_000 if bench.full else bench.files
    many = corpora.linked(bench.folder, number)
    commands = {
        f"evenhand, one file of {size / 1e6:,.0f} MB": bench.evenhand(path),
        f"evenhand, {number:,} files, 1 job": bench.evenhand(many, "--jobs", "1"),
        f"evenhand, {number:,} files": bench.evenhand(many),
    }
    for name, command in peers.spelling(path, folder=bench.folder).items():
        commands[f"{name}, one file of {size / 1e6:,.0f} MB"] = command
    timings = interleaved(commands, 1, warm_up=0)
    rows = []
    for name, timing in timings.items():
        together = peak_of_tree(commands[name]) if name.startswith("evenhand") else None
        at = path if "one file" in name else many
        rows.append([*_row(name, timing, bench.size(at)), f"{together:.0f}" if together else "-"])
        if bench.full and name.startswith("evenhand"):
            key = "one large file" if "one file" in name else "many files"
            bench.figures[f"peak MB, {key}"] = max(bench.figures.get(f"peak MB, {key}", 0), together or timing.peak)
    if bench.full and os.cpu_count() == 2:
        alone, shared = (timings[f"evenhand, {number:,} files{how}"].wall for how in (", 1 job", ""))
        bench.figures["two jobs, times as fast as one, many files"] = alone / shared
    return table(["one run each", *_COLUMNS, "all processes MB"], rows)


def found(bench: Bench) -> str:
    """Recall of what was planted, in every format, in dense text, and in one large file."""
    large = corpora.one_file(bench.folder, 1_000_000_000 if bench.full else 100_000_000)
    places = [(name, bench.folder, name) for name in FORMATS]
    places += [(f"{name}, dense", bench.dense_folder, name) for name in FORMATS]
    places.append(("one large file", bench.folder, large))
    rows = []
    of_kind: Counter[str] = Counter()
    found_of_kind: Counter[str] = Counter()
    for title, folder, name in places:
        output = os.path.join(bench.folder, "findings.jsonl")
        run(bench.evenhand(os.path.join(folder, name), output=output))
        result = recall.check(os.path.join(folder, f"{name}.tsv"), os.path.join(folder, name), output)
        counts = (result.planted, result.found, result.lookalikes, result.lookalikes_reported, result.other_findings)
        rows.append([title, *(f"{count:,}" for count in counts)])
        kinds = Counter({kind: int(count.split()[-1]) for kind, count in result.by_kind.items()})
        of_kind.update(kinds)
        found_of_kind.update({kind: int(count.split()[0]) for kind, count in result.by_kind.items()})
        bench.figures["lookalikes reported"] = bench.figures.get("lookalikes reported", 0) + result.lookalikes_reported
    bench.figures["recall, %"] = 100 * found_of_kind.total() / of_kind.total()
    head = ["corpus", "planted", "found", "lookalikes", "of them reported", "other findings"]
    listed = ", ".join(f"{kind} {found_of_kind[kind]:,} of {number:,}" for kind, number in of_kind.items())
    return table(head, rows) + f"\nFound by kind, all together: {listed}.\n"


def sameness(bench: Bench) -> str:
    """The same findings however the files are handed over."""
    few = corpora.linked(bench.folder, min(100, bench.files))
    files = [os.path.join(few, path) for path in corpora.articles(bench.folder, few)]
    digests = {}
    for name, options in {"1 job": ("--jobs", "1"), "2 jobs": ("--jobs", "2"), "no cache": ("--no-cache",)}.items():
        digests[name] = _digest(bench, few, options)
    digests["file by file"] = hashlib.sha256(b"".join(_output(bench, path, ()) for path in files)).hexdigest()
    whole = {name: _digest(bench, "text", ("--jobs", name)) for name in ("1", "2")}
    same = len(set(digests.values())) == 1 and len(set(whole.values())) == 1
    bench.figures["same findings (1: yes)"] = float(same)
    return f"One job, two jobs, without cache, file by file: {'the same findings' if same else '**not the same findings**'}.\n"


def _output(bench: Bench, path: str, options: tuple[str, ...]) -> bytes:
    output = os.path.join(bench.folder, "findings.jsonl")
    run(bench.evenhand(path, *options, output=output))
    with open(output, "rb") as file:
        return file.read()


def _digest(bench: Bench, path: str, options: tuple[str, ...]) -> str:
    return hashlib.sha256(_output(bench, path, options)).hexdigest()
