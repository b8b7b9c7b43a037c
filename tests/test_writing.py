from __future__ import annotations

import errno
import itertools
import os
import random
import signal
import stat
import time
from pathlib import Path

import pytest

from linter import writing
from linter.errors import FixError, ReadError
from linter.writing import read_original, replace_file, write_whole


def test_the_content_changes_and_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(read_original(str(path)), b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_link_stays_a_link_and_its_target_changes(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "a.md"
    target.write_bytes(b"old")
    link = tmp_path / "link.md"
    link.symlink_to(Path("folder") / "a.md")
    replace_file(read_original(str(link)), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path / "folder") == ["a.md"]


def test_a_read_only_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(FixError, match="read-only"):
        replace_file(read_original(str(path)), b"new")
    assert path.read_bytes() == b"old"


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    original = read_original(str(path))
    path.write_bytes(b"other")
    with pytest.raises(FixError, match="has changed meanwhile"):
        replace_file(original, b"new")
    assert path.read_bytes() == b"other"


def test_a_file_that_changes_at_the_last_moment_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    original = read_original(str(path))
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"other"))
    with pytest.raises(FixError, match="has changed meanwhile"):
        replace_file(original, b"new")
    assert path.read_bytes() == b"other"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_file_that_is_gone_stays_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    original = read_original(str(path))
    path.unlink()
    with pytest.raises(FixError, match="deleted meanwhile"):
        replace_file(original, b"new")
    assert os.listdir(tmp_path) == []


def test_a_link_that_was_turned_meanwhile_is_left(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("a")
    original = read_original(str(link))
    link.unlink()
    link.symlink_to("b")
    with pytest.raises(FixError):
        replace_file(original, b"new")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == b"old"


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_file_and_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    original = read_original(str(path))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if step == "write":
        monkeypatch.setattr(writing.tempfile, "mkstemp", full)
    else:
        monkeypatch.setattr(os, step, full)
    with pytest.raises(FixError, match=r"cannot be written: No space left on device"):
        replace_file(original, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.md"]


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read_original(str(tmp_path / "none.md"))
    with pytest.raises(ReadError):
        read_original(str(tmp_path))


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole(str(tmp_path / "a"), b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def write_for_ever(paths: list[Path], size: int, first: int) -> None:
    for number in itertools.count(first):
        for path in paths:
            replace_file(read_original(str(path)), bytes([65 + number % 26]) * size)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills with a signal")
def test_killed_at_any_moment_every_file_is_old_or_new(tmp_path: Path) -> None:
    """More than two hundred processes are killed while they write; each file is whole after each."""
    size = 200_000
    paths = [tmp_path / f"{number}.md" for number in range(3)]
    for path in paths:
        path.write_bytes(b"A" * size)
    chance = random.Random(7)
    contents = set()
    for turn in range(220):
        child = os.fork()
        if not child:
            try:
                write_for_ever(paths, size, turn)
            finally:
                os._exit(1)
        time.sleep(0.002 + chance.random() * 0.02)
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        for path in paths:
            content = path.read_bytes()
            assert len(content) == size
            assert len(set(content)) == 1
            contents.add(content[0])
    assert len(contents) > 3, "the processes did write"
    others = set(os.listdir(tmp_path)) - {path.name for path in paths}
    assert all(name.startswith(".") and name.endswith(writing.SUFFIX) for name in others)
