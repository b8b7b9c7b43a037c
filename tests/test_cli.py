"""The command line from end to end: exit statuses, what goes where, and that nothing makes it show a traceback."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter import pipeline
from linter.version import __version__

ROOT = Path(__file__).parents[1]
Make = Callable[[dict[str, str | bytes]], Path]
Run = Callable[..., Any]

DESK = """\
category: desk
concepts:
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name}
  - id: odd
    severity: note
    terms: [{text: oddity, status: deprecated}]
"""
BASE: dict[str, str | bytes] = {"desk.yaml": DESK, "rules.yaml": "lexicons: [desk.yaml]\n"}
FILES: dict[str, str | bytes] = {
    **BASE, "kiev.md": "Kiev fell.\n", "kyiv.md": "Kyiv fell.\n", "odd.md": "An oddity.\n", "binary.txt": b"PK\3\4\0\0",
    "latin.txt": "Café Kiev".encode("latin-1"), "quoted.md": "“The old Kiev is gone,” said Smith.\n",
}  # fmt: skip


STATUSES = [
    pytest.param(["kyiv.md"], 0, id="clean"),
    pytest.param(["kiev.md"], 1, id="findings"),
    pytest.param(["odd.md"], 0, id="a note is below the limit"),
    pytest.param(["odd.md", "--fail-on", "note"], 1, id="--fail-on note"),
    pytest.param(["kiev.md", "--fail-on", "error"], 0, id="--fail-on error"),
    pytest.param(["kiev.md", "--fail-on", "never"], 0, id="--fail-on never"),
    pytest.param(["kiev.md", "--ignore", "kyiv"], 0, id="--ignore"),
    pytest.param(["kiev.md", "--select", "odd"], 0, id="--select"),
    pytest.param(["quoted.md", "--show-suppressed"], 0, id="a suppressed finding does not count"),
    pytest.param(["gone.md"], 2, id="no such file"),
    pytest.param(["kyiv.md", "gone.md"], 2, id="no such file beside a clean one"),
    pytest.param(["kiev.md", "binary.txt"], 2, id="binary beside findings"),
    pytest.param(["latin.txt"], 2, id="undecodable"),
    pytest.param(["--format", "xml", "kiev.md"], 2, id="unknown format"),
    pytest.param(["--no-such-option"], 2, id="unknown option"),
    pytest.param(["--select", "kyev", "kiev.md"], 2, id="unknown id"),
    pytest.param(["--house", "nobody", "kiev.md"], 2, id="unknown house"),
    pytest.param(["--lexicon", "gone.yaml", "kiev.md"], 2, id="no such lexicon"),
    pytest.param(["--lexicon", ".git", "kiev.md"], 2, id="a folder without lexicons"),
    pytest.param(["--config", "gone.yaml", "kiev.md"], 2, id="no such settings"),
    pytest.param(["--jobs", "0", "kiev.md"], 2, id="no jobs"),
    pytest.param(["-", "kiev.md"], 2, id="standard input and files"),
    pytest.param(["-o", "gone/out.json", "kiev.md"], 2, id="output into a folder that is not there"),
    pytest.param(["-o", ".git", "kiev.md"], 2, id="output over a folder"),
]


@pytest.mark.parametrize(("words", "status"), STATUSES)
def test_exit_status(workspace: Make, evenhand: Run, words: list[str], status: int) -> None:
    root = workspace(FILES)
    before = {path.relative_to(root) for path in root.rglob("*")}
    ran = evenhand("check", *words)
    assert ran.status == status, ran
    assert "Traceback" not in ran.err
    assert ran.err, "every run says something on standard error"
    assert {path.relative_to(root) for path in root.rglob("*")} == before, "nothing is left behind"


def test_findings_go_to_standard_output_and_all_else_to_standard_error(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    ran = evenhand("check", "kiev.md", "kyiv.md", "quoted.md")
    assert ran.out.startswith("kiev.md:1:1: warning [kyiv] “Kiev”")
    assert ran.err == "evenhand: 3 files checked: 1 warning (1 suppressed)\n"


def test_quiet(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    assert evenhand("check", "-q", "kyiv.md") == type(evenhand("--version"))(0, "", "")


SAID = [
    pytest.param(["kyiv.md"], "1 file checked: no findings\n", id="clean"),
    pytest.param([".git"], "nothing was checked: no file to lint\n", id="a folder without files"),
    pytest.param(["gone.md"], "nothing was checked: no file to lint; 1 file could not be read\n", id="nothing there"),
    pytest.param(["kiev.md", "binary.txt"], "1 file checked: 1 warning; 1 file could not be read\n", id="one unreadable"),
    pytest.param(["kiev.md", "odd.md"], "2 files checked: 1 warning, 1 note\n", id="severities"),
    pytest.param(["-o", ".git", "kiev.md"], "--output: .git is a folder; name a file\n", id="output"),
]


@pytest.mark.parametrize(("words", "said"), SAID)
def test_what_is_said(workspace: Make, evenhand: Run, words: list[str], said: str) -> None:
    workspace(FILES)
    assert evenhand("check", *words).err == f"evenhand: {said}"


def test_a_folder_without_files_is_not_clean(workspace: Make, evenhand: Run) -> None:
    workspace(BASE)
    ran = evenhand("check", ".")
    assert ran.status == 2
    assert "nothing was checked" in ran.err


def test_errors_of_files_name_the_byte_and_the_run_goes_on(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    ran = evenhand("check", "latin.txt", "binary.txt", "kiev.md", "-f", "json")
    report = json.loads(ran.out)
    assert {error["path"]: error["message"][:37] for error in report["errors"]} == {
        "binary.txt": "looks like a binary file: it holds NU",
        "latin.txt": "not UTF-8: byte 0xE9 at offset 3; sav",
    }
    assert [finding["path"] for finding in report["findings"]] == ["kiev.md"]


BROKEN = [
    pytest.param({"desk.yaml": "category: ["}, "desk.yaml:2:1: not YAML:", id="broken lexicon"),
    pytest.param({"desk.yaml": ""}, "desk.yaml: the file is empty", id="empty lexicon"),
    pytest.param({"desk.yaml": "# nothing\n"}, "", id="a lexicon of comments"),
    pytest.param({"desk.yaml": DESK.replace("terms:", "tems:", 1)}, "desk.yaml:4:5: unknown key “tems” in a concept;", id="key"),
    pytest.param({"desk.yaml": DESK.replace("odd\n", "kyiv\n")}, "desk.yaml:7:5: the concept “kyiv” stands twice", id="twice"),
    pytest.param({"desk.yaml": b"category: \xff"}, "desk.yaml: not UTF-8: byte 0xFF at offset 10", id="not UTF-8"),
    pytest.param({"rules.yaml": "lexicons: [desk.yaml]\nhosue: ap"}, "rules.yaml:2:1: unknown key “hosue” in", id="settings"),
    pytest.param({"rules.yaml": "lexicons: {"}, "rules.yaml:2:1: not YAML:", id="broken settings"),
    pytest.param({"rules.yaml": "lexicons: [desk.yaml]\nfiles: {exclude: ['!']}"}, "rules.yaml:2:19: exclude: “!” is", id="glob"),
]


@pytest.mark.parametrize(("files", "said"), BROKEN)
def test_broken_lexicons_and_settings(workspace: Make, evenhand: Run, files: dict[str, str | bytes], said: str) -> None:
    workspace({**FILES, **files})
    ran = evenhand("check", "kiev.md", "-o", "report.txt")
    assert ran.status == 2, ran
    assert ran.out == ""
    assert ran.err.startswith(f"evenhand: {said}"), ran.err
    assert "Traceback" not in ran.err
    assert not [path for path in os.listdir() if path.startswith("report")], "nothing is written"


def test_all_problems_at_once(workspace: Make, evenhand: Run) -> None:
    workspace({**FILES, "desk.yaml": DESK.replace("status", "sttaus")})
    assert evenhand("check", "kiev.md").err.count("did you mean “status”?") == 3


STDIN = [
    pytest.param([], b"Kiev", 1, "stdin.txt:1:1: ", id="text"),
    pytest.param(["--stdin-filename", "sub/a.md"], b"**Kiev**", 1, "sub/a.md:1:3: ", id="a name decides the format"),
    pytest.param(["--stdin-filename", "a.md"], b"`Kiev`", 0, "", id="code in markdown"),
    pytest.param([], b"", 0, "", id="empty"),
    pytest.param([], b"\xff", 2, "stdin.txt: error not UTF-8", id="undecodable"),
    pytest.param(["--stdin-filename", "old/a.md"], b"Kiev", 1, "old/a.md:1:1: ", id="exclude is not asked"),
    pytest.param(["--stdin-filename", "old/a.md", "--force-exclude"], b"Kiev", 0, "", id="--force-exclude"),
]


@pytest.mark.parametrize(("words", "data", "status", "shown"), STDIN)
def test_standard_input(workspace: Make, evenhand: Run, words: list[str], data: bytes, status: int, shown: str) -> None:
    workspace({**BASE, "rules.yaml": "lexicons: [desk.yaml]\nfiles: {exclude: [old/]}\n"})
    ran = evenhand("check", "-", *words, stdin=data)
    assert ran.status == status, ran
    assert ran.out.startswith(shown) and bool(ran.out) is bool(shown)


def test_what_is_excluded_is_no_failure_of_a_hook(workspace: Make, evenhand: Run) -> None:
    workspace({**FILES, "rules.yaml": "lexicons: [desk.yaml]\nfiles: {exclude: [kiev.md]}\n"})
    ran = evenhand("check", "--force-exclude", "kiev.md")
    assert (ran.status, ran.out) == (0, "")
    assert "1 file left out by “exclude”" in ran.err
    ran = evenhand("check", "--force-exclude", "-", "--stdin-filename", "kiev.md", stdin=b"Kiev")
    assert (ran.status, ran.out) == (0, "")


def test_output_to_a_file(workspace: Make, evenhand: Run) -> None:
    root = workspace({**FILES, "out.json": "old"})
    ran = evenhand("check", "kiev.md", "-f", "json", "-o", "out.json")
    assert (ran.status, ran.out) == (1, "")
    assert len(json.loads((root / "out.json").read_bytes())["findings"]) == 1


@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError(28, "No space left on device"), RuntimeError("a bug")])
def test_output_appears_whole_or_not_at_all(
    workspace: Make, evenhand: Run, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    root = workspace({**FILES, "out.txt": "old"})
    before = sorted(os.listdir(root))

    def fail(*_: object, **__: object) -> Any:
        yield pipeline.FileResult("a.md", error="written before the failure")
        raise failure

    monkeypatch.setattr(pipeline.Linter, "results", fail)
    try:
        assert evenhand("check", ".", "-o", "out.txt").status == (130 if failure is KeyboardInterrupt else 2)
    except RuntimeError as error:
        assert error is failure
    assert (root / "out.txt").read_text() == "old"
    assert sorted(os.listdir(root)) == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such devices on this system")
def test_output_to_a_device_leaves_the_device(workspace: Make, evenhand: Run) -> None:
    root = workspace(FILES)
    os.mkfifo(root / "pipe")
    reader = os.open(root / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert evenhand("check", "kiev.md", "-q", "-o", "pipe").status == 1
    assert os.read(reader, 9) == b"kiev.md:1"
    os.close(reader)
    assert (root / "pipe").is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode on this system")
@pytest.mark.parametrize("format", ["console", "json", "jsonl", "sarif", "github"])
def test_names_that_are_not_utf_8(workspace: Make, evenhand: Run, format: str) -> None:
    root = workspace(BASE)
    (root / os.fsdecode(b"\xff\n.md")).write_text("Kiev")
    ran = evenhand("check", ".", "-f", format)
    assert ran.status == 1, ran
    assert evenhand("check", ".", "-f", format, "-o", "out").status == 1
    assert (root / "out").read_text() == ran.out


def test_links_that_go_in_circles(workspace: Make, evenhand: Run) -> None:
    root = workspace(FILES)
    (root / "self.md").symlink_to("self.md")
    (root / "up").symlink_to(root)
    assert evenhand("check", "up/kiev.md").status == 1
    assert evenhand("check", "self.md").status == 2


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["-h"], ["check", "--help"], ["lexicon", "--help"]], ids=" ".join)
def test_help(evenhand: Run, words: list[str]) -> None:
    ran = evenhand(*words)
    assert ran.status == 0
    assert (__version__ if words == ["--version"] else "Usage: evenhand") in ran.out + ran.err


@pytest.mark.parametrize(
    "words", [["check", "kiev.md"], ["concordance", "kyiv", "kiev.md"], ["compare", "A=kiev.md", "B=rules.yaml"]], ids=" ".join
)
def test_the_output_is_no_text_that_is_read(workspace: Make, evenhand: Run, words: list[str]) -> None:
    root = workspace(FILES)
    before = (root / "kiev.md").read_bytes()
    ran = evenhand(*words, "-o", "kiev.md")
    assert (ran.status, ran.err) == (2, "evenhand: --output: kiev.md is a file to read; name another\n")
    assert (root / "kiev.md").read_bytes() == before


@pytest.mark.parametrize("verb", [["check"], ["concordance", "kyiv"]], ids=" ".join)
def test_the_output_of_the_last_run_is_no_text(workspace: Make, evenhand: Run, verb: list[str]) -> None:
    root = workspace(FILES)
    written = []
    for _ in range(3):
        evenhand(*verb, ".", "-o", "report.txt")
        written.append((root / "report.txt").read_text())
    assert written[0] == written[1] == written[2]


def test_no_message_steers_a_terminal(workspace: Make, evenhand: Run) -> None:
    workspace(FILES)
    for words in (["check", "--config", "\x1b[31mx"], ["check", "\x1b]0;x\x07"], ["concordance", "a", "\x1b[2J"]):
        ran = evenhand(*words)
        assert ran.status == 2
        assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize("words", [[], ["no-such-verb"], ["lexicon"], ["check", "--nope"], ["settings"]], ids=" ".join)
def test_wrong_usage(evenhand: Run, words: list[str]) -> None:
    ran = evenhand(*words)
    assert ran.status == 2
    assert "Usage: evenhand" in ran.out + ran.err


def process(*words: str, **options: Any) -> subprocess.Popen[bytes]:
    """The program as it is installed."""
    program = [sys.executable, "-c", "from linter.cli import command; command()", *words]
    return subprocess.Popen(program, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, **options)


@pytest.mark.parametrize(("words", "status"), [(["kyiv.md"], 0), (["kiev.md"], 1), (["gone.md"], 2), (["--nope"], 2)])
def test_the_program_ends_with_the_status(workspace: Make, words: list[str], status: int) -> None:
    workspace(FILES)
    running = process("check", *words, stdout=subprocess.PIPE)
    running.communicate(timeout=60)
    assert running.returncode == status


@pytest.mark.parametrize(("error", "status"), [("LinterError('no')", 2), ("KeyboardInterrupt", 130)])
def test_what_was_written_before_an_error_arrives(error: str, status: int) -> None:
    code = (
        "import sys; from linter import cli; from linter.errors import LinterError\n"
        f"def dispatch(words):\n    sys.stdout.write('so far')\n    raise {error}\n"
        "cli._dispatch = dispatch; cli.command()"
    )
    words = [sys.executable, "-c", code]
    buffered = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    ran = subprocess.run(words, capture_output=True, env={**buffered, "PYTHONPATH": str(ROOT)}, check=False)
    assert (ran.returncode, ran.stdout) == (status, b"so far")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_all_is_written_before_the_program_ends(workspace: Make, jobs: str) -> None:
    workspace({**BASE, **{f"{number}.md": "Kiev fell. " * 9 for number in range(200)}})
    running = process("check", "-f", "json", "--jobs", jobs, ".", stdout=subprocess.PIPE)
    out, err = running.communicate(timeout=60)
    assert len(json.loads(out)["findings"]) == 1_800
    assert err == b"evenhand: 200 files checked: 1,800 warnings\n"


def test_a_reader_that_stops_reading(workspace: Make) -> None:
    workspace({**BASE, **{f"{number}.md": "Kiev fell. " * 99 for number in range(30)}})
    running = process("check", ".", stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.read(5) == b"0.md:"
    running.stdout.close()
    err = running.communicate(timeout=60)[1]
    assert (running.returncode, err) == (141, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device on this system")
@pytest.mark.parametrize("format", ["console", "json"])
def test_a_full_disk(workspace: Make, format: str) -> None:
    workspace(FILES)
    with open("/dev/full", "wb") as full:
        running = process("check", "-q", "kiev.md", "-f", format, stdout=full)
        err = running.communicate(timeout=60)[1]
    assert (running.returncode, err) == (2, b"evenhand: the output: No space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="no such signals on this system")
def test_interrupted(workspace: Make) -> None:
    root = workspace(BASE)
    os.mkfifo(root / "slow.md")
    running = process("check", "slow.md", "-o", "out.txt", stdout=subprocess.DEVNULL)
    writer = os.open(root / "slow.md", os.O_WRONLY)  # waits until the linter opens it; soon after, it reads
    for _ in range(20):  # again, as one that comes between opening and reading is not seen before the reading ends
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(timeout=3)
            break
    err = running.communicate(timeout=1)[1]
    os.close(writer)
    assert (running.returncode, err) == (130, b"\nevenhand: interrupted\n")
    assert not list(root.glob("out*"))


@pytest.mark.skipif(os.name == "nt", reason="descriptors are closed otherwise on this system")
@pytest.mark.parametrize(
    ("closed", "words", "status"), [(0, ["-"], 2), (1, ["kiev.md"], 1), (2, ["kiev.md"], 1)], ids=["input", "output", "error"]
)
def test_closed_streams(workspace: Make, closed: int, words: list[str], status: int) -> None:
    workspace(FILES)
    running = process("check", *words, stdout=subprocess.DEVNULL, preexec_fn=lambda: os.close(closed))
    err = running.communicate(timeout=60)[1]
    assert running.returncode == status
    assert b"Traceback" not in err


def _as_anybody() -> None:
    """In a child process: root gives up reading what nobody may read (PR_CAPBSET_DROP, both capabilities for it)."""
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None).prctl
        for capability in (1, 2):
            prctl(24, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="files are shut otherwise on this system")
def test_what_may_not_be_read(workspace: Make) -> None:
    root = workspace({**BASE, "shut.md": "Kiev", "kiev.md": "Kiev", "folder/a.md": "Kiev"})
    (root / "shut.md").chmod(0)
    (root / "folder").chmod(0)
    if subprocess.run(["cat", "shut.md"], preexec_fn=_as_anybody, capture_output=True, check=False).returncode == 0:
        pytest.skip("root may not give up its rights here")
    running = process("check", "-q", "shut.md", "kiev.md", stdout=subprocess.PIPE, preexec_fn=_as_anybody)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (2, b"")
    assert b"shut.md: error cannot be read: Permission denied" in out
    assert b"kiev.md:1:1: warning" in out
    running = process("check", "-q", ".", stdout=subprocess.DEVNULL, preexec_fn=_as_anybody)
    err = running.communicate(timeout=60)[1]
    (root / "folder").chmod(0o755)
    assert (running.returncode, err) == (2, b"evenhand: ./folder: cannot be read: Permission denied\n")


@pytest.mark.slow
def test_a_line_of_a_hundred_megabytes(workspace: Make, evenhand: Run) -> None:
    root = workspace(BASE)
    piece = b"All was quiet on the river that night, and nobody slept. " * 20_000
    (root / "long.txt").write_bytes(b" Kiev fell. " + piece * 90 + b" Kiev fell. ")
    begun = time.perf_counter()
    ran = evenhand("check", "long.txt", "-q")
    assert ran.status == 1
    assert ran.out.count("warning [kyiv]") == 2
    assert len(ran.out) < 3000
    assert time.perf_counter() - begun < 30
