"""What holds of every fix: it is stable, it touches nothing but its edits, and never the words of others."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from fixing_desk import Desk, fixed
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.document import Document
from linter.fixes import fix
from linter.voice.quotations import find_quotations

WORDS = st.sampled_from(
    """Kiev KIEV Kiev's illegal alien aliens aliens' Illegal Alien special military operation officer-involved shooting
    Islamist liberated liberates congressmen congressman's riot riots collateral damage denazify illegals Sergei Sergey
    a an An A the The AN was have and of in He they said that troops by town gizmo terrorist Kyiv invasion
    “ ” " ' ‘ ’ , . ! : ( ) — - so-called called says Moscow's > * ** _ ` [ ] <b> </b> <q> </q> <i> </i> <blockquote>
    </blockquote> <p> & &amp; &nbsp; <!-- --> <a_href='x'> </a> [x](y) # \\ é \u00ad İ 😀""".split()
)
GLUE = st.sampled_from([" ", " ", " ", " ", "\n", "\r\n", "\n\n", "", "  ", "\n> ", "\n- ", "\t"])
TEXTS = st.lists(st.tuples(WORDS, GLUE), max_size=25).map(lambda pairs: "".join(w.replace("_", " ") + g for w, g in pairs))
FORMATS = ["text", "markdown", "html"]
LAW = settings(deadline=None, max_examples=150)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("quotations", [False, True])
def test_fixing_again_changes_nothing(format: str, quotations: bool) -> None:
    @LAW
    @given(TEXTS)
    def law(text: str) -> None:
        once = fixed(text, format, quotations=quotations)
        again = fixed(once.data, format, quotations=quotations)
        assert again.data == once.data
        assert not again.changes

    law()


@pytest.mark.parametrize("format", FORMATS)
def test_quoted_text_stays(format: str) -> None:
    @LAW
    @given(TEXTS)
    def law(text: str) -> None:
        before = Desk(format).lint(text.encode())[0]
        after = Desk(format).lint(fixed(text, format).data)[0]
        assert quoted(before) == quoted(after)

    law()


def quoted(document: Document) -> list[str]:
    """The stretches of the text that stand in quotation marks, block by block, and in marks of the format."""
    marked = [document.text[m.span.start : m.span.end] for m in document.marks if m.role == "quotation"]
    blocks = blocks_of(document)
    return [" ".join(block[q.span.start : q.span.end].split()) for block in blocks for q in find_quotations(block)] + marked


def blocks_of(document: Document) -> list[str]:
    blocks, start = [], 0
    while start < len(document.text):
        block = document.block_at(start)
        blocks.append(document.text[block.start : block.end])
        start = max(block.end, start) + 1
    return blocks


@pytest.mark.parametrize("format", FORMATS)
def test_no_markup_is_lost(format: str) -> None:
    @LAW
    @given(TEXTS)
    def law(text: str) -> None:
        after = fixed(text, format).data.decode()
        assert re.findall(r"</?\w[^>]*>|[*_`\[\]#]", after) == re.findall(r"</?\w[^>]*>|[*_`\[\]#]", text)

    law()


@LAW
@given(st.text(max_size=40), st.text(max_size=40))
def test_every_character_outside_the_edits_stays(before: str, after: str) -> None:
    text = f"{before}\n\nThen Kiev fell.\n\n{after}"
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    if "\0" in text or text.startswith("\ufeff"):
        return
    got = fixed(text, suggested=False).data.decode()
    if got != text:
        assert got == text.replace("Kiev", "Kyiv")


@LAW
@given(TEXTS, st.data())
def test_any_choice_of_findings_touches_only_them(text: str, data: st.DataObject) -> None:
    desk = Desk("markdown")
    _, findings = desk.lint(text.encode())
    usable = [finding for finding in findings if finding.suggestions]
    chosen = {f: data.draw(st.sampled_from(f.suggestions)) for f in usable if data.draw(st.booleans())}
    result = fix(text.encode(), desk, chosen.get, once=True)
    assert len(result.changes) <= len(chosen)
    if not result.changes:
        assert result.data == text.encode()
    before, after = Desk("markdown").lint(text.encode())[0], Desk("markdown").lint(result.data)[0]
    gone = Counter(letter for change in result.changes for letter in without_blanks(change.before))
    come = Counter(letter for change in result.changes for letter in without_blanks(change.after))
    was, is_now = Counter(without_blanks(before.text)), Counter(without_blanks(after.text))
    assert was + come == is_now + gone


def without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_reported_at_the_edited_places(format: str) -> None:
    @LAW
    @given(TEXTS)
    def law(text: str) -> None:
        result = fixed(text, format)
        counting = [finding for finding in result.findings if finding.suppression is None]
        for change in result.changes:
            new = change.after.split()[-1]
            assert not any(new == finding.text for finding in counting)

    law()
