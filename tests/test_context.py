"""What stands around a place. The place is marked [[so]] in each text."""

from __future__ import annotations

import pytest

from linter.context import Context
from linter.document import Document
from linter.spans import Span


def around(marked: str, *, wrapped: bool = True) -> Context:
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    return Context(Document(source=text, text=text, wrapped=wrapped), Span(start, end))


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        pytest.param("The [[war]] goes on.", "The war goes on.", id="only one"),
        pytest.param("It rained. The [[war]] goes on. He left.", "The war goes on.", id="between two"),
        pytest.param("He left. [[Kiev]] is calm.", "Kiev is calm.", id="the boundary stands directly before"),
        pytest.param("He left.\n[[Kiev]] is calm.", "Kiev is calm.", id="at the start of a line"),
        pytest.param("He left. “[[Kiev]] is calm.”", "“Kiev is calm.”", id="a quotation mark between"),
        pytest.param("“He left.” [[Kiev]] is calm.", "Kiev is calm.", id="a quotation closes before"),
        pytest.param("He left! ([[Kiev]] is calm.) So.", "(Kiev is calm.", id="brackets"),
        pytest.param("Why? Because [[Kiev]] is calm? No.", "Because Kiev is calm?", id="question marks"),
        pytest.param("He went to [[Kiev]]. She stayed.", "He went to Kiev.", id="the end directly after"),
        pytest.param("He went to [[Kiev]].”  She stayed.", "He went to Kiev.", id="the end and a mark directly after"),
        pytest.param(
            "Mr. Smith left [[Kiev]] on Oct. 3 with Gen. Jones.",
            "Mr. Smith left Kiev on Oct. 3 with Gen. Jones.",
            id="abbreviations",
        ),
        pytest.param("The U.S. Army left [[Kiev]].", "The U.S. Army left Kiev.", id="initials"),
        pytest.param("J. R. Smith left [[Kiev]].", "J. R. Smith left Kiev.", id="initials of a name"),
        pytest.param("He met Mr. [[Kiev]] there.", "He met Mr. Kiev there.", id="an abbreviation directly before"),
        pytest.param("It cost 3.5 million in [[Kiev]].", "It cost 3.5 million in Kiev.", id="a decimal point"),
        pytest.param("He left. the [[war]] went on", "He left. the war went on", id="no capital, no boundary"),
        pytest.param("One block.\n\nThe [[war]] here\n\nAnother. Block.", "The war here", id="never beyond its block"),
        pytest.param("Он ушёл. В [[Киеве]] тихо. Всё.", "В Киеве тихо.", id="Cyrillic"),
        pytest.param("[[Kiev]]", "Kiev", id="nothing else"),
    ],
)
def test_sentence(marked: str, sentence: str) -> None:
    context = around(marked)
    assert context.text[context.sentence.start : context.sentence.end] == sentence


def test_a_sentence_without_end_is_looked_for_in_a_window() -> None:
    context = around("word " * 5_000 + "[[war]]" + " word" * 5_000)
    assert context.sentence.end - context.sentence.start <= 2_003


@pytest.mark.parametrize(
    ("marked", "starts"),
    [
        ("[[War]] came.", True),
        ("“[[War]] came.”", True),
        ("It rained. [[War]] came.", True),
        ("The [[war]] came.", False),
        ("One\n\n[[War]] came.", True),
        ("In 1914 [[war]] came.", False),
    ],
)
def test_starts_sentence(marked: str, starts: bool) -> None:
    assert around(marked).starts_sentence is starts


@pytest.mark.parametrize(
    ("marked", "words", "within", "holds"),
    [
        pytest.param("Russia began the [[operation]].", "Russia", "sentence", True, id="before"),
        pytest.param("The [[operation]] in Ukraine.", "Ukraine", "sentence", True, id="after"),
        pytest.param("Russia spoke. The [[operation]] began.", "Russia", "sentence", False, id="another sentence"),
        pytest.param(
            "Russia spoke. The [[operation]] began.", "Russia", "paragraph", True, id="another sentence of the paragraph"
        ),
        pytest.param("Russia spoke.\n\nThe [[operation]] began.", "Russia", "paragraph", False, id="another paragraph"),
        pytest.param(
            "Russia spoke.\n\nThe [[operation]] began.", "Russia", "document", True, id="another paragraph of the document"
        ),
        pytest.param("The [[operation]] began.\n\nRussia spoke.", "Russia", "document", True, id="a later paragraph"),
        pytest.param("Russia a b [[operation]].", "Russia", "3", True, id="three words before"),
        pytest.param("Russia a b c [[operation]].", "Russia", "3", False, id="four words before"),
        pytest.param("[[operation]] a b Russia.", "Russia", "3", True, id="three words after"),
        pytest.param("[[operation]] a b c Russia.", "Russia", "3", False, id="four words after"),
        pytest.param("A.\n\n[[operation]]", "A", "5", False, id="words of another block"),
        pytest.param("The [[Russia]] here.", "Russia", "sentence", False, id="not the match itself"),
        pytest.param("Prussia began the [[operation]].", "Russia", "sentence", False, id="part of a word"),
        pytest.param("The Russians began the [[operation]].", "Russia*", "sentence", True, id="any continuation"),
        pytest.param("Russia began the [[operation]].", "Russia*", "sentence", True, id="no continuation"),
        pytest.param("Pro-Russian forces began the [[operation]].", "Russia*", "sentence", True, id="in a compound"),
        pytest.param("RUSSIA began the [[operation]].", "Russia", "sentence", True, id="capitals"),
        pytest.param("russia began the [[operation]].", "Russia", "sentence", False, id="a name in lower case"),
        pytest.param("Troops began the [[operation]].", "troops", "sentence", True, id="lower case matches any"),
        pytest.param(
            "The Security\nService began the [[operation]].", "Security Service", "sentence", True, id="a phrase over two lines"
        ),
        pytest.param("Women’s [[sports]] began.", "women's", "sentence", True, id="any apostrophe"),
        pytest.param("A roll‑out of the [[plan]].", "roll-out", "sentence", True, id="any hyphen"),
        pytest.param("The colour [[plan]].", "colo{,u}r", "sentence", True, id="braces"),
        pytest.param("The [[plan]] (a+b).", "a+b", "sentence", True, id="signs of an expression mean themselves"),
        pytest.param("The [[plan]] aab.", "a+b", "sentence", False, id="and nothing else"),
        pytest.param("Украинские войска начали [[операцию]].", "Украин*", "sentence", True, id="Cyrillic"),
    ],
)
def test_near(marked: str, words: str, within: str, holds: bool) -> None:
    assert around(marked).has_near((words,), within) is holds


@pytest.mark.parametrize(
    ("marked", "words", "holds"),
    [
        pytest.param("the [[war]]", "the", True, id="word"),
        pytest.param("The [[war]]", "the", True, id="case"),
        pytest.param("the long [[war]]", "the", False, id="another word between"),
        pytest.param("bathe [[war]]", "the", False, id="part of a word"),
        pytest.param("the “[[war]]”", "the", True, id="a quotation mark between"),
        pytest.param("the\n[[war]]", "the", True, id="a line break between"),
        pytest.param("pro-[[Kiev]]", "pro", True, id="a hyphen between"),
        pytest.param("the next [[chairman]]", "the next", True, id="a phrase"),
        pytest.param("the\n\n[[war]]", "the", False, id="another block"),
        pytest.param("the, [[war]]", "the", False, id="a comma between"),
        pytest.param("12 [[aliens]]", "<number>", True, id="digits"),
        pytest.param("1,200 [[aliens]]", "<number>", True, id="thousands"),
        pytest.param("Twelve [[aliens]]", "<number>", True, id="a number in words"),
        pytest.param("sixteen [[aliens]]", "<number>", True, id="a teen"),
        pytest.param("ninety-nine [[aliens]]", "<number>", True, id="two words"),
        pytest.param("two million [[aliens]]", "<number>", True, id="million"),
        pytest.param("someone [[aliens]]", "<number>", False, id="one inside a word"),
        pytest.param("B12 [[aliens]]", "<number>", False, id="digits inside a word"),
        pytest.param("Baghdad [[regime]]", "<name>", True, id="name"),
        pytest.param("Łódź [[regime]]", "<name>", True, id="name with another capital"),
        pytest.param("Київ [[regime]]", "<name>", True, id="Cyrillic name"),
        pytest.param("élan [[regime]]", "<name>", False, id="a lower-case accent is no name"),
        pytest.param("the [[regime]]", "<name>", False, id="no name"),
        pytest.param("A [[regime]]", "<name>", False, id="a single letter is no name"),
        pytest.param("He left. [[Regime]] change", "<start>", True, id="start"),
        pytest.param("[[Regime]] change", "<start>", True, id="start of the text"),
        pytest.param("“[[Regime]] change”", "<start>", True, id="start in quotation marks"),
        pytest.param("The [[regime]] change", "<start>", False, id="no start"),
    ],
)
def test_before(marked: str, words: str, holds: bool) -> None:
    assert around(marked).has_before((words,)) is holds


@pytest.mark.parametrize(
    ("marked", "words", "holds"),
    [
        pytest.param("[[war]] crimes", "crimes", True, id="word"),
        pytest.param("[[war]] crimes", "crime*", True, id="continuation"),
        pytest.param("[[war]] crimes", "crime", False, id="part of a word"),
        pytest.param("[[war]] of crimes", "crimes", False, id="another word between"),
        pytest.param("[[Kiev]]’s mayor", "mayor", True, id="a possessive between"),
        pytest.param("“[[war]]” crimes", "crimes", True, id="a quotation mark between"),
        pytest.param("[[war]]\ncrimes", "crimes", True, id="a line break between"),
        pytest.param("[[war]]\n\ncrimes", "crimes", False, id="another block"),
        pytest.param("[[war]], crimes", "crimes", False, id="a comma between"),
        pytest.param("[[Kiev]]-based", "based", True, id="a hyphen between"),
        pytest.param("[[article]] 12", "<number>", True, id="number"),
        pytest.param("[[regime]] Baghdad", "<name>", True, id="name"),
        pytest.param("[[regime]] Élysée", "<name>", True, id="name with another capital"),
        pytest.param("the [[regime]].", "<end>", True, id="end"),
        pytest.param("the “[[regime]]”.", "<end>", True, id="end behind a mark"),
        pytest.param("the [[regime]]?", "<end>", True, id="question"),
        pytest.param("the [[regime]]", "<end>", True, id="end of the text"),
        pytest.param("the [[regime]]\n\nThe", "<end>", True, id="end of the block"),
        pytest.param("the [[regime]], and", "<end>", False, id="a comma is no end"),
        pytest.param("the [[regime]] fell.", "<end>", False, id="no end"),
    ],
)
def test_after(marked: str, words: str, holds: bool) -> None:
    assert around(marked).has_after((words,)) is holds


def test_one_of_several_words_is_enough() -> None:
    assert around("a b [[war]]").has_near(("x", "b"), "sentence")
    assert not around("a b [[war]]").has_near(("x", "y"), "sentence")
