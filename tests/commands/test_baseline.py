from __future__ import annotations

import json
import subprocess

import pytest

NAME = ".evenhand-baseline.json"
DESK = "category: desk\nprefer:\n  Kyiv: [Kiev]\n  invasion: [special operation]\n"
RULES = "lexicons: [desk.yaml]\n"


@pytest.fixture
def desk(workspace):
    return workspace({"desk.yaml": DESK, "rules.yaml": RULES, "a.txt": "Kiev fell.\n", "sub/b.txt": "The special operation.\n"})


def test_after_it_only_what_is_new_is_reported(desk, evenhand) -> None:
    assert evenhand("check", ".").status == 1
    ran = evenhand("baseline")
    assert ran.status == 0
    assert "2 findings accepted in .evenhand-baseline.json" in ran.err
    assert evenhand("check", ".").status == 0
    (desk / "a.txt").write_text("One more line.\n\nKiev fell.\n\nThe mayor of Kiev spoke.\n")
    ran = evenhand("check", ".", "--format", "jsonl")
    assert ran.status == 1
    assert [json.loads(line)["line"] for line in ran.out.splitlines() if '"finding"' in line or '"line"' in line] == [5]


def test_it_holds_wherever_a_run_begins(desk, evenhand, monkeypatch) -> None:
    evenhand("baseline")
    assert evenhand("check", "sub/b.txt").status == 0
    assert evenhand("check", str(desk / "sub" / "b.txt")).status == 0
    monkeypatch.chdir(desk / "sub")
    assert evenhand("check", "b.txt", "../a.txt").status == 0


def test_it_works_file_by_file_as_a_hook_splits_them(desk, evenhand) -> None:
    evenhand("baseline")
    for path in ("a.txt", "sub/b.txt"):
        ran = evenhand("check", path)
        assert ran.status == 0
        assert "stale" not in ran.err


def test_stale_entries_are_counted_and_pruned(desk, evenhand) -> None:
    evenhand("baseline")
    (desk / "a.txt").write_text("Kyiv fell.\n")
    assert "1 stale in the baseline" in evenhand("check", ".").err
    assert "1 stale (--prune removes them)" in evenhand("baseline").err
    assert "1 stale removed" in evenhand("baseline", "--prune").err
    assert [entry["path"] for entry in json.loads((desk / NAME).read_text())["findings"]] == ["sub/b.txt"]


def test_entries_of_a_deleted_file_are_stale(desk, evenhand) -> None:
    evenhand("baseline")
    (desk / "a.txt").unlink()
    assert "1 stale removed" in evenhand("baseline", "--prune").err


def test_a_part_of_the_files_leaves_the_others_alone(desk, evenhand) -> None:
    evenhand("baseline")
    (desk / "a.txt").write_text("Kyiv fell.\n")
    assert "stale" not in evenhand("baseline", "--prune", "sub").err
    assert len(json.loads((desk / NAME).read_text())["findings"]) == 2


def test_growth_needs_a_reason(desk, evenhand) -> None:
    evenhand("baseline")
    before = (desk / NAME).read_bytes()
    (desk / "a.txt").write_text("Kiev fell.\n\nThe mayor of Kiev spoke.\n")
    ran = evenhand("baseline")
    assert ran.status == 1
    assert "1 new, not added (--accept REASON adds them)" in ran.err
    assert (desk / NAME).read_bytes() == before
    assert evenhand("baseline", "--accept", " ").status == 2
    assert evenhand("baseline", "--accept", "the 1920s").status == 0
    assert [entry.get("reason") for entry in json.loads((desk / NAME).read_text())["findings"]].count("the 1920s") == 1
    assert evenhand("check", ".").status == 0


def test_it_is_the_same_bytes_each_time(desk, evenhand) -> None:
    evenhand("baseline")
    first = (desk / NAME).read_bytes()
    (desk / NAME).unlink()
    evenhand("baseline", "sub", "a.txt")
    assert (desk / NAME).read_bytes() == first


def test_the_settings_may_name_it(desk, evenhand) -> None:
    (desk / "rules.yaml").write_text(RULES + "baseline: sub/base.json\n")
    assert evenhand("check", ".").status == 2
    assert evenhand("baseline").status == 0
    assert (desk / "sub" / "base.json").exists()
    assert evenhand("check", ".").status == 0
    assert evenhand("check", ".", "--baseline", "none").status == 1


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<<<<<<< HEAD\n", id="a merge conflict"),
        pytest.param('{"version": 9}', id="another version"),
        pytest.param("nonsense", id="nonsense"),
    ],
)
@pytest.mark.parametrize("words", [("check", "."), ("baseline",), ("baseline", "--prune"), ("fix", ".")])
def test_a_broken_one_is_said_and_kept(desk, evenhand, content: str, words: tuple[str, ...]) -> None:
    (desk / NAME).write_text(content)
    ran = evenhand(*words)
    assert ran.status == 2
    assert NAME in ran.err
    assert "Traceback" not in ran.err
    assert (desk / NAME).read_text() == content
    assert (desk / "a.txt").read_text() == "Kiev fell.\n"


def test_fix_leaves_what_was_accepted(desk, evenhand) -> None:
    evenhand("baseline")
    (desk / "a.txt").write_text("Kiev fell.\n\nThe mayor of Kiev spoke.\n")
    evenhand("fix", "--suggested", ".")
    assert (desk / "a.txt").read_text() == "Kiev fell.\n\nThe mayor of Kyiv spoke.\n"


def test_git_merges_what_two_people_added(desk, evenhand) -> None:
    def git(*words: str) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        return subprocess.run(["git", *who, *words], cwd=desk, check=True, capture_output=True, text=True).stdout

    (desk / ".git").rmdir()
    for letter in "bdfh":
        (desk / f"{letter}.txt").write_text("Kiev fell.\n")
    git("init")
    evenhand("baseline")
    git("add", ".")
    git("commit", "-m", "one")
    git("checkout", "-b", "other")
    (desk / "aa.txt").write_text("Kiev fell.\n")
    evenhand("baseline", "--accept", "one")
    git("add", ".")
    git("commit", "-m", "two")
    git("checkout", "main")
    (desk / "g.txt").write_text("Kiev fell.\n")
    evenhand("baseline", "--accept", "two")
    git("add", ".")
    git("commit", "-m", "three")
    git("merge", "other")
    assert evenhand("check", ".").status == 0
