"""From files to profiles: errors are recorded, several processes give the same."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

from linter.groups import Group
from linter.pipeline import Linter, Options
from linter.profiles import Tally
from linter.voicing import profile_groups, voice_file, voice_text

FILES: dict[str, str | bytes] = {
    "desk.yaml": "category: desk\nprefer:\n  Kyiv: [Kiev]\n",
    "a.txt": "Kiev is dark. Lavrov said that Kiev was dark.",
    "b.txt": "Kyiv is dark.",
    "broken.txt": b"\xff\xfe\xff",
}


def test_accepted_terms_take_part(workspace: Callable[..., Path]) -> None:
    workspace(FILES)
    linter = Linter(Options(lexicons=("desk.yaml",)))
    assert [reading.term.text for reading in voice_text(linter, "Kyiv and Kiev").readings] == ["Kyiv", "Kiev"]


def test_what_cannot_be_read(workspace: Callable[..., Path]) -> None:
    workspace(FILES)
    linter = Linter(Options(lexicons=("desk.yaml",)))
    assert voice_file(linter, "broken.txt").error
    assert voice_file(linter, "gone.txt").error == "cannot be read: No such file or directory"
    errors: list[str] = []
    profiles = profile_groups(linter, [Group("A", ("a.txt", "broken.txt"))], errors)
    assert profiles[0].paths == ("a.txt",)
    assert len(errors) == 1
    assert errors[0].startswith("broken.txt: ")


def test_files_taken_together(workspace: Callable[..., Path]) -> None:
    workspace(FILES)
    profile = Linter(Options(lexicons=("desk.yaml",))).profile("Both", ["a.txt", "b.txt"])
    assert [(term.term, term.own, term.reported, term.speakers) for term in profile.terms] == [
        ("Kiev", 1, 1, ("Lavrov",)),
        ("Kyiv", 1, 0, ()),
    ]
    assert profile.words == 12


def test_processes(workspace: Callable[..., Path]) -> None:
    workspace({**FILES, **{f"{n:03}.txt": "Kiev is dark. " * (n % 5) for n in range(120)}})
    linter = Linter(Options(lexicons=("desk.yaml",)))
    groups = [Group(f"{n}", (f"{n:03}.txt",)) for n in range(120)]
    assert profile_groups(linter, groups, [], jobs=2) == profile_groups(linter, groups, [], jobs=1)


def test_the_tallies_of_many_files_are_not_kept(workspace: Callable[..., Path]) -> None:
    workspace(FILES)
    alive: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(30):
            alive.append(sum(type(each) is Tally for each in gc.get_objects()))
            yield f"Kiev is dark on day {number}."

    profile = Linter(Options(lexicons=("desk.yaml",))).profile_texts("Many", texts())
    assert profile.terms[0].own == 30
    assert max(alive) <= 2
