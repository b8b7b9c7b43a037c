from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linter.commands import fix

DESK = """category: desk
concepts:
  - id: kyiv
    terms:
      - {text: Kyiv, status: preferred, pos: name}
      - {text: Kiev, status: deprecated, pos: name, fix: safe}
  - id: shooting
    note: Say who shot.
    terms:
      - {text: police shooting, status: preferred, pos: noun}
      - {text: shooting by police, status: admitted, pos: noun}
      - {text: officer-involved shooting, status: deprecated, pos: noun}
"""
TEXT = "An officer-involved shooting in Kiev.\n"


@pytest.fixture
def desk(workspace) -> Path:
    return workspace({"desk.yaml": DESK, "rules.yaml": "lexicons: [desk.yaml]\n", "a.md": TEXT, "b.txt": "No match.\n"})


def test_safe_edits_only(desk, evenhand) -> None:
    ran = evenhand("fix", ".")
    assert ran.status == 0
    assert ran.out == ""
    assert "1 of 2 files changed in 1 place; 1 finding left" in ran.err
    assert (desk / "a.md").read_text() == "An officer-involved shooting in Kyiv.\n"


def test_suggested_edits_too(desk, evenhand) -> None:
    assert evenhand("fix", "--suggested", "a.md").status == 0
    assert (desk / "a.md").read_text() == "A police shooting in Kyiv.\n"


def test_a_diff_changes_nothing_and_applies(desk, evenhand) -> None:
    ran = evenhand("fix", "--suggested", "--diff", ".")
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "--- a/a.md", "+++ b/a.md", "@@ -1 +1 @@", "-An officer-involved shooting in Kiev.", "+A police shooting in Kyiv.",
    ]  # fmt: skip
    assert (desk / "a.md").read_text() == TEXT
    subprocess.run(["git", "apply", "-"], input=ran.out.encode(), cwd=desk, check=True)
    assert (desk / "a.md").read_text() == "A police shooting in Kyiv.\n"
    assert evenhand("fix", "--suggested", "--diff", ".").status == 0


@pytest.mark.parametrize(
    "name", ["a b.md", "Зеленський’.md", 'a "b".md', "a\nb.md", "a\\b.md", "\x1b[31m.md", "sub/a\tb.md"], ids=ascii
)
def test_a_diff_applies_whatever_the_name(desk, evenhand, name: str) -> None:
    (desk / name).parent.mkdir(exist_ok=True)
    (desk / name).write_text(TEXT)
    ran = evenhand("fix", "--diff", str(desk / name))
    assert ran.status == 1
    assert "\x1b" not in ran.out
    subprocess.run(["git", "apply", "-"], input=ran.out.encode(), cwd=desk, check=True)
    assert (desk / name).read_text() == "An officer-involved shooting in Kyiv.\n"


def test_a_diff_on_a_terminal_does_not_steer_it(desk, monkeypatch) -> None:
    (desk / "a.md").write_bytes(b"A \x1b]0;title\x07 in Kiev.")
    for is_terminal in (False, True):
        out = io.StringIO()
        monkeypatch.setattr(out, "isatty", lambda is_terminal=is_terminal: is_terminal, raising=False)
        monkeypatch.setattr(sys, "stdout", out)
        assert fix.run(["a.md"], diff=True, quiet=True) == 1
        assert ("\x1b" in out.getvalue()) == (not is_terminal)
        assert out.getvalue().count("\n") == 7


def test_a_diff_of_a_file_outside(desk, evenhand, monkeypatch) -> None:
    (desk / "inside").mkdir()
    monkeypatch.chdir(desk / "inside")
    for path, name in ((str(desk / "a.md"), str(desk / "a.md").lstrip("/")), ("../a.md", "../a.md")):
        assert evenhand("fix", "--diff", path).out.splitlines()[:2] == [f"--- a/{name}", f"+++ b/{name}"]


def test_a_diff_without_a_last_line_end(desk, evenhand) -> None:
    (desk / "a.md").write_bytes(b"Kiev\r\nKiev")
    out = evenhand("fix", "--diff", "a.md").out
    assert out.count("\\ No newline at end of file\n") == 2


def test_standard_input_to_standard_output(desk) -> None:
    data = "\ufeffKiev\r\n\u2028Kiev".encode()
    ran = subprocess.run(
        [sys.executable, "-m", "linter", "fix", "-", "--stdin-filename", "a.txt", "--lexicon", "desk.yaml"],
        input=data, capture_output=True, cwd=desk, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert ran.stdout == data.replace(b"Kiev", b"Kyiv")
    assert ran.returncode == 0


def test_select_and_ignore(desk, evenhand) -> None:
    evenhand("fix", "--suggested", "--ignore", "shooting", ".")
    assert (desk / "a.md").read_text() == "An officer-involved shooting in Kyiv.\n"
    evenhand("fix", "--suggested", "--select", "shooting", ".")
    assert (desk / "a.md").read_text() == "A police shooting in Kyiv.\n"


def test_mode_links_and_line_ends_stay(desk, evenhand) -> None:
    (desk / "a.md").write_bytes(b"Kiev\r\nx\r\n")
    (desk / "a.md").chmod(0o600)
    (desk / "link.md").symlink_to("a.md")
    assert evenhand("fix", "link.md").status == 0
    assert (desk / "link.md").is_symlink()
    assert (desk / "a.md").read_bytes() == b"Kyiv\r\nx\r\n"
    assert stat.S_IMODE((desk / "a.md").stat().st_mode) == 0o600


def test_a_file_without_edits_is_not_written(desk, evenhand) -> None:
    before = (desk / "b.txt").stat()
    evenhand("fix", ".")
    assert (desk / "b.txt").stat().st_ino == before.st_ino


def test_a_file_that_cannot_be_written_is_said_and_the_run_goes_on(desk, evenhand) -> None:
    (desk / "0.md").write_text(TEXT)
    (desk / "0.md").chmod(0o444)
    (desk / "1.md").write_bytes(b"\xff\xffKiev")
    ran = evenhand("fix", ".")
    assert ran.status == 2
    assert "0.md: is read-only" in ran.err
    assert "1.md: not UTF-8" in ran.err
    assert "2 files could not be fixed" in ran.err
    assert (desk / "0.md").read_text() == TEXT
    assert "Kyiv" in (desk / "a.md").read_text()


def test_new_words_that_the_encoding_cannot_hold(desk, evenhand) -> None:
    (desk / "desk.yaml").write_text("category: desk\nprefer:\n  Kyїv: [Kiev]\n")
    (desk / "a.html").write_bytes(b'<meta charset="iso-8859-1"><p>Kiev \xe9')
    ran = evenhand("fix", "--suggested", "a.html")
    assert ran.status == 2
    assert "cannot hold" in ran.err
    assert (desk / "a.html").read_bytes().endswith(b"Kiev \xe9")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("fix", "none.md"), id="no such file"),
        pytest.param(("fix", "--diff", "-i", "."), id="diff and ask"),
        pytest.param(("fix", "-", "a.md"), id="standard input and a file"),
        pytest.param(("fix", "-i", "-"), id="ask about standard input"),
        pytest.param(("fix", "-i", "a.md"), id="no terminal"),
        pytest.param(("check", "--fix", "-"), id="check --fix -"),
        pytest.param(("check", "--fix", "--staged"), id="check --fix --staged"),
        pytest.param(("fix", "--select", "nothing", "."), id="unknown id"),
    ],
)
def test_what_cannot_be_done_is_said(desk, evenhand, words) -> None:
    ran = evenhand(*words)
    assert ran.status == 2
    assert ran.err.startswith("evenhand: ")
    assert (desk / "a.md").read_text() == TEXT


def test_check_fixes_the_safe_ones_and_reports_the_rest(desk, evenhand) -> None:
    ran = evenhand("check", "--fix", ".")
    assert ran.status == 1
    assert "1 file changed in 1 place" in ran.err
    assert "kyiv" not in ran.out
    assert "[shooting]" in ran.out
    (desk / "a.md").write_text("Kiev.\n")
    assert evenhand("check", "--fix", ".").status == 0


def test_check_says_what_it_could_not_fix(desk, evenhand) -> None:
    (desk / "a.md").chmod(0o444)
    ran = evenhand("check", "--fix", ".")
    assert ran.status == 2
    assert "is read-only" in ran.out + ran.err
    assert "[kyiv]" in ran.out


def ask(desk: Path, keys: str) -> tuple[int, str]:
    """Runs `fix -i a.md` on a pseudo-terminal and answers each prompt with a key, and the Enter after it, if there is one."""
    pty, select = pytest.importorskip("pty"), pytest.importorskip("select")
    root = str(Path(__file__).parents[2])
    child, handle = pty.fork()
    if not child:
        os.chdir(desk)
        words = [sys.executable, "-m", "linter", "fix", "-i", "--lexicon", "desk.yaml", "a.md"]
        os.execve(sys.executable, words, {**os.environ, "PYTHONPATH": root})
    shown, waiting = b"", keys
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if not select.select([handle], [], [], 0.1)[0]:
            continue
        try:
            piece = os.read(handle, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if b"q quit" in piece and waiting:
            typed = waiting[:1] + "\r" * waiting[1:].startswith("\r")
            os.write(handle, typed.encode())
            waiting = waiting[len(typed) :]
    os.close(handle)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("11", "A police shooting in Kyiv.\n", id="choose"),
        pytest.param("2s", "A shooting by police in Kiev.\n", id="the second, skip"),
        pytest.param("s1", "An officer-involved shooting in Kyiv.\n", id="skip, choose"),
        pytest.param("1\r1\r", "A police shooting in Kyiv.\n", id="Enter after the key of an answer"),
        pytest.param("1w", "A police shooting in Kiev.\n", id="write and skip the rest"),
        pytest.param("1q", TEXT, id="quit: nothing of the file is written"),
        pytest.param("1\x04", TEXT, id="end of input"),
        pytest.param("ex91n", "A police shooting in Kiev.\n", id="explain, keys that mean nothing"),
    ],
)
def test_asking(desk: Path, keys: str, expected: str) -> None:
    status, shown = ask(desk, keys)
    assert status == 0, shown
    assert (desk / "a.md").read_text() == expected
    assert "e" not in keys or "why: Say who shot." in shown
    assert "Traceback" not in shown
