"""The cache: written whole or not at all, never in the way, and never where it has no business."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter import cache
from linter.errors import Origin
from linter.rulebook import Rulebook, open_rulebook


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    where = tmp_path / "cache"
    monkeypatch.setenv("EVENHAND_CACHE_DIR", str(where))
    return where


def content(name: str) -> bytes | None:
    stored = cache.load(name)
    return None if stored is None else bytes(stored)


def test_an_entry_comes_back(folder: Path) -> None:
    name = cache.key([b"x"]) + ".lexicon"
    assert content(name) is None
    cache.store(name, b"data")
    assert content(name) == b"data"
    assert [entry.name for entry in folder.iterdir()] == [name], "nothing else is left behind"


def test_an_entry_is_replaced_as_a_whole(folder: Path) -> None:
    name = cache.key([b"x"]) + ".lexicon"
    cache.store(name, b"a long first content")
    before = cache.load(name)
    cache.store(name, b"short")
    assert content(name) == b"short"
    assert before is not None
    assert bytes(before) == b"a long first content", "who has it open keeps what it had"


def test_keys_differ_by_content_and_by_its_parts() -> None:
    keys = {cache.key(parts) for parts in ([b"ab"], [b"a", b"b"], [b"b", b"a"], [b""], [])}
    assert len(keys) == 5
    assert cache.key([b"ab"]) == cache.key([b"ab"])


@pytest.mark.parametrize("obstacle", ["file", "missing parent that is a file"])
def test_where_nothing_can_be_written_nothing_is_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str) -> None:
    (tmp_path / "file").write_text("mine")
    where = tmp_path / "file" if obstacle == "file" else tmp_path / "file" / "cache"
    monkeypatch.setenv("EVENHAND_CACHE_DIR", str(where))
    cache.store("a.lexicon", b"data")
    assert content("a.lexicon") is None
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read(folder: Path) -> None:
    folder.mkdir(mode=0o500)
    cache.store("a.lexicon", b"data")
    assert content("a.lexicon") is None


def test_a_folder_in_the_place_of_an_entry(folder: Path) -> None:
    (folder / "a.lexicon").mkdir(parents=True)
    cache.store("a.lexicon", b"data")
    assert content("a.lexicon") is None
    assert [entry.name for entry in folder.iterdir()] == ["a.lexicon"], "no temporary file is left behind"


def test_an_empty_entry_is_none(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.lexicon").write_bytes(b"")
    assert content("a.lexicon") is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_an_entry_of_somebody_else_is_not_read(folder: Path) -> None:
    cache.store("a.lexicon", b"data")
    os.chown(folder / "a.lexicon", 12_345, 12_345)
    assert content("a.lexicon") is None


def test_old_entries_go_and_foreign_files_stay(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.docx").write_bytes(b"years of work")
    os.utime(folder / "thesis.docx", (1, 1))
    names = [cache.key([str(number).encode()]) + ".lexicon" for number in range(30)]
    for age, name in enumerate(names):
        cache.store(name, b"data")
        os.utime(folder / name, (1_000 + age, 1_000 + age))
    cache.store(cache.key([b"last"]) + ".lexicon", b"data")
    kept = {entry.name for entry in folder.iterdir()}
    assert "thesis.docx" in kept
    assert names[0] not in kept
    assert names[-1] in kept
    assert len(kept) <= 22


def test_many_writers_and_readers_at_once(folder: Path) -> None:
    name = cache.key([b"x"]) + ".lexicon"
    data, wrong = b"x" * 200_000, []

    def work(number: int) -> None:
        for _ in range(20):
            cache.store(name, data)
            cache.store(cache.key([str(number).encode()]) + ".lexicon", data)
            if content(name) != data:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert not list(folder.glob(".*")), "no temporary file is left behind"


def concepts(rulebook: Rulebook) -> list[str]:
    return [concept.id for concept in rulebook.compiled.all_concepts()]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:100], id="cut in the header"),
        pytest.param(lambda data: data[:-10], id="cut short"),
        pytest.param(lambda data: data + b"x", id="too long"),
        pytest.param(lambda data: b"\x00" * len(data), id="zeros"),
        pytest.param(lambda data: b"PK\x03\x04" + data, id="another file"),
        pytest.param(lambda data: data.replace(b'"format":', b'"format":9', 1), id="another version"),
    ],
)
def test_a_damaged_entry_is_made_anew(folder: Path, workspace: Callable[..., Path], damage: Callable[[bytes], bytes]) -> None:
    workspace({"desk.yaml": "category: desk\nprefer: {Kyiv: Kiev}\n"})
    names = [("desk.yaml", "", Origin("--lexicon"))]
    assert concepts(open_rulebook(names)) == ["kyiv"]
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert concepts(open_rulebook(names)) == ["kyiv"]
    assert entry.read_bytes() == whole


def test_a_changed_lexicon_is_not_served_from_the_cache(folder: Path, workspace: Callable[..., Path]) -> None:
    root = workspace({"desk.yaml": "category: desk\nprefer: {Kyiv: Kiev}\n"})
    names = [("desk.yaml", "", Origin("--lexicon"))]
    open_rulebook(names)
    (root / "desk.yaml").write_text("category: desk\nprefer: {Lviv: Lvov}\n")
    assert concepts(open_rulebook(names)) == ["lviv"]


def test_without_the_cache_nothing_is_written(folder: Path, workspace: Callable[..., Path]) -> None:
    workspace({"desk.yaml": "category: desk\nprefer: {Kyiv: Kiev}\n"})
    open_rulebook([("desk.yaml", "", Origin("--lexicon"))], use_cache=False)
    assert not folder.exists()


@pytest.fixture
def old_desk(workspace: Callable[..., Path]) -> Path:
    """A lexicon that was written long ago."""
    path = workspace({"desk.yaml": "category: desk\nprefer: {Kyiv: Kiev}\n"}) / "desk.yaml"
    os.utime(path, (1_000, 1_000))
    return path


@pytest.fixture
def long_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock goes a minute ahead, so that no file has changed a moment ago."""
    monkeypatch.setattr("time.time_ns", lambda now=time.time_ns: now() + 60_000_000_000)


DESK = [("desk.yaml", "", Origin("--lexicon"))]


def test_a_lexicon_that_has_not_changed_is_not_read_again(
    folder: Path, old_desk: Path, long_after: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_rulebook(DESK)
    assert sorted(entry.suffix for entry in folder.iterdir()) == [".lexicon", ".name"]
    monkeypatch.setattr("linter.rulebook.read_files", lambda found: pytest.fail("it was read"))
    assert concepts(open_rulebook(DESK)) == ["kyiv"]


def test_a_lexicon_that_changed_a_moment_ago_is_read(folder: Path, old_desk: Path) -> None:
    old_desk.write_text("category: desk\nprefer: {Lviv: Lvov}\n")
    open_rulebook(DESK)
    assert [entry.suffix for entry in folder.iterdir()] == [".lexicon"]


@pytest.mark.parametrize("text", ["category: desk\nprefer: {Lviv: Lvov}\n", "category: desk\nprefer: {Kyiv: Kiew}\n"])
def test_a_change_is_seen_even_with_the_old_time(folder: Path, old_desk: Path, long_after: None, text: str) -> None:
    open_rulebook(DESK)
    old_desk.write_text(text)
    os.utime(old_desk, (1_000, 1_000))
    opened = open_rulebook(DESK)
    assert [term.text for concept in opened.compiled.all_concepts() for term in concept.terms] == text[24:-2].split(": ")


def test_a_lexicon_in_the_place_of_another_is_read(folder: Path, old_desk: Path, long_after: None, tmp_path: Path) -> None:
    open_rulebook(DESK)
    other = tmp_path / "other.yaml"
    other.write_text("category: desk\nprefer: {Lviv: Lvov}\n")
    os.utime(other, (1_000, 1_000))
    os.replace(other, old_desk)
    assert concepts(open_rulebook(DESK)) == ["lviv"]


@pytest.mark.parametrize("note", [b"", b"no name", b"../../etc/passwd", b"\xff" * 40, b"0" * 32 + b".lexicon"])
def test_a_note_that_leads_nowhere_is_made_anew(folder: Path, old_desk: Path, long_after: None, note: bytes) -> None:
    open_rulebook(DESK)
    (entry,) = folder.glob("*.name")
    whole = entry.read_bytes()
    entry.write_bytes(note)
    assert concepts(open_rulebook(DESK)) == ["kyiv"]
    assert entry.read_bytes() == whole


def test_a_lexicon_under_any_path(folder: Path, workspace: Callable[..., Path]) -> None:
    path = os.fsdecode(b"desk\xff.yaml")
    (workspace({}) / path).write_text("category: desk\nprefer: {Kyiv: Kiev}\n")
    assert concepts(open_rulebook([(path, "", Origin("--lexicon"))])) == ["kyiv"]
