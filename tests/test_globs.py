from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from linter.globs import is_glob, matches

NAMED = [
    pytest.param("/w/a.md", "*.md", id="suffix"),
    pytest.param("/w/deep/er/a.md", "*.md", id="a pattern without a slash holds at every depth"),
    pytest.param("/w/deep/er/a.md", "**/*.md", id="two stars"),
    pytest.param("/w/a.md", "**/*.md", id="two stars stand for no folder too"),
    pytest.param("/w/a.md", "/a.md", id="a slash in front anchors"),
    pytest.param("/w/opinion/2024/a.md", "opinion/**", id="all below a folder"),
    pytest.param("/w/opinion/a.md", "opinion/", id="what is in a folder"),
    pytest.param("/w/opinion/", "opinion/", id="the folder itself"),
    pytest.param("/w/..drafts/a.md", "*.md", id="a name that begins with two dots is no way out"),
    pytest.param("/w/Ünïcode/статья.md", "Ünïcode/ст*.md", id="letters of every kind"),
    pytest.param("/w/\udcff.md", "*.md", id="a name that is not UTF-8"),
]
NOT_NAMED = [
    pytest.param("/w/a.markdown", "*.md", id="another suffix"),
    pytest.param("/w/deep/a.md", "/a.md", id="anchored elsewhere"),
    pytest.param("/w/opinion", "opinion/", id="a file with the name of a folder"),
    pytest.param("/elsewhere/a.md", "*.md", id="outside the folder"),
    pytest.param("/a.md", "../*.md", id="no way up"),
    pytest.param("/w/A.MD", "*.md", id="case counts"),
]


@pytest.mark.parametrize(("path", "glob"), NAMED)
def test_names_the_path(path: str, glob: str) -> None:
    assert matches(path, (glob,), "/w")


@pytest.mark.parametrize(("path", "glob"), NOT_NAMED)
def test_does_not_name_the_path(path: str, glob: str) -> None:
    assert not matches(path, (glob,), "/w")


def test_later_globs_take_back_what_earlier_ones_named() -> None:
    globs = ("*.md", "!keep.md")
    assert matches("/w/a.md", globs, "/w")
    assert not matches("/w/keep.md", globs, "/w")


def test_no_globs_name_nothing() -> None:
    assert not matches("/w/a.md", (), "/w")


@pytest.mark.parametrize("text", ["!", "\\", "a\\", "[z-a]*"])
def test_what_makes_no_sense_is_no_glob(text: str) -> None:
    assert not is_glob(text)


@pytest.mark.parametrize("text", ["*.md", "a[", "[!a", "#x", "{a,b}.md", "**", "!a.md", "[[:x:]]"])
def test_odd_but_sound_globs(text: str, recwarn: pytest.WarningsRecorder) -> None:
    assert is_glob(text)
    assert not recwarn.list


_PART = st.text("ab.md/", min_size=1, max_size=8).filter(lambda text: "//" not in text)


@given(
    globs=st.lists(st.sampled_from(["*.md", "**/*.md", "*.a.d", "*.b", "a.md", "!*.md", "a/*.md"]), min_size=1, max_size=3),
    path=_PART,
    folder=st.sampled_from(["/w", "/w/a", "/w/a.md"]),
)
def test_the_short_way_for_suffixes_agrees_with_the_long_one(globs: list[str], path: str, folder: str) -> None:
    """A list with a glob that is more than a suffix goes the long way; the glob added here names nothing."""
    relative = path.strip("/") + ("/" if path.endswith("/") else "")
    assume(relative.strip("/") and not {".", ".."} & set(relative.split("/")))
    absolute = f"{folder}/{relative}"
    assert matches(absolute, tuple(globs), "/w") == matches(absolute, (*globs, "[q]"), "/w")
