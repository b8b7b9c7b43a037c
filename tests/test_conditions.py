"""The conditions `when`, `unless`, `valid` and the exceptions with a placeholder, on running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.findings import Finding

Mark = Callable[..., str]


def lexicon(keys: str, *, text: str = "operation", concept: str = "") -> str:
    return f"category: desk\nconcepts:\n  - id: thing\n    {concept}\n    terms: [{{text: {text}, status: deprecated, {keys}}}]\n"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        pytest.param("when: {near: [Russia]}", "Russia began the «operation».", id="when holds"),
        pytest.param("when: {near: [Russia]}", "France began the operation.", id="when does not hold"),
        pytest.param("unless: {near: [Russia]}", "Russia began the operation.", id="unless holds"),
        pytest.param("unless: {near: [Russia]}", "France began the «operation».", id="unless does not hold"),
        pytest.param("when: {near: [Russia], before: [the]}", "Russia began the «operation».", id="all keys of a mapping"),
        pytest.param("when: {near: [Russia], before: [an]}", "Russia began the operation.", id="not only one key"),
        pytest.param("when: [{near: [Russia]}, {before: [the]}]", "France began the «operation».", id="one mapping of a list"),
        pytest.param("when: [{near: [Russia]}, {before: [an]}]", "France began the operation.", id="no mapping of a list"),
        pytest.param("unless: [{near: [France]}, {before: [an]}]", "France began the operation.", id="unless, one of a list"),
        pytest.param("when: {near: [Russia]}, unless: {before: [the]}", "Russia began the operation.", id="unless beats when"),
        pytest.param("when: {after: [<end>]}", "The «operation». The operation began.", id="each match by itself"),
        pytest.param("when: {near: [Russia], within: document}", "The «operation» began.\n\nIn Russia.", id="document"),
        pytest.param("when: {near: [Russia]}", "Russia spoke. The operation began.", id="another sentence"),
        pytest.param(
            "when: {near: [Russia]}",
            "It spoke. Operation in Russia. «Operation» of Russia.".replace("Operation in", "«Operation» in"),
            id="sentences that begin with the match",
        ),
        pytest.param("when: {voice: [own]}", "The «operation» began. “The operation is near its end,” he said.", id="voice"),
        pytest.param(
            "unless: {voice: [own]}", "The operation began. “The «operation» is near its end,” he said.", id="unless voice"
        ),
    ],
)
def test_when_and_unless(mark: Mark, keys: str, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), lexicon(keys)) == text


@pytest.mark.parametrize(
    ("pos", "text"),
    [
        pytest.param("noun", "Russia lists it as a «foreign agent». Three of the «foreign agent»'s staff left.", id="the, again"),
        pytest.param(
            "noun", "It was listed as a foreign agent. In Russia, the «foreign agents» left.", id="only what came before"
        ),
        pytest.param("noun", "Russia has a «foreign agent». An estate hired a foreign agent.", id="another one"),
        pytest.param("noun", "Russia has «foreign agents».\n\nThese «foreign agents» left.", id="another paragraph, a plural"),
        pytest.param("noun", "Russia has a «foreign agent». The foreign agent bill fell.", id="unless holds all the same"),
        pytest.param("adjective", "Russia has a «foreign agent» list. The foreign agent tax fell.", id="no noun"),
    ],
)
def test_a_noun_that_the_text_speaks_of_again(mark: Mark, pos: str, text: str) -> None:
    keys = f"pos: {pos}, when: {{near: [Russia]}}, unless: {{after: [bill]}}"
    assert mark(text.replace("«", "").replace("»", ""), lexicon(keys, text="foreign agent")) == text


def test_a_noun_spoken_of_again_is_not_held_to_a_term_with_conditions_where_another_has_none(
    lint: Callable[..., tuple[Finding, ...]],
) -> None:
    terms = """
      - {text: agent, status: deprecated, pos: noun, when: {near: [any]}, severity: note}
      - {text: agent, status: deprecated, pos: noun}"""
    found = lint("Any agent will do. The agents left.", f"category: desk\nconcepts:\n  - id: thing\n    terms:{terms}\n")
    assert [(finding.text, finding.severity) for finding in found] == [("agent", "note"), ("agents", "warning")]


@pytest.mark.parametrize(
    ("term", "keys", "text"),
    [
        pytest.param(
            "mob", "unless: {near: [flash]}", "A «mob» shouted, and a flash mob danced.", id="what stands with another use"
        ),
        pytest.param("mob", "unless: {near: [flash]}", "A flash mob danced, and a «mob» shouted.", id="the other way round"),
        pytest.param("mob", "when: {near: [police]}", "Police met the «mob», and a flash mob danced.", id="when"),
        pytest.param("mob", "unless: {near: [hat]}", "A mob shouted at a man in a hat.", id="one use"),
        pytest.param("mob", "unless: {near: [hat], within: 3}", "A hat of a mob, a «mob».", id="a number of words"),
        pytest.param(
            "mob", "unless: {near: [dance], within: paragraph}", "They dance. A mob came, and a flash mob left.", id="paragraph"
        ),
        pytest.param(
            "mob",
            "unless: {near: [dance], within: paragraph}",
            "It began. A «mob» came, and a dance mob left. It ended.",
            id="the paragraph but for the share of the other",
        ),
        pytest.param(
            "mob",
            "unless: {near: [dance], within: paragraph}",
            "A mob came to dance. In the north, a «mob» burned two cars.",
            id="another sentence that has the word again",
        ),
        pytest.param(
            "mob",
            "when: {near: [police], within: paragraph}",
            "Police met the «mob». In the north, mobs sang.",
            id="another sentence, when",
        ),
        pytest.param(
            "mob",
            "unless: {near: [dance], within: paragraph}",
            "A mob came. They dance. Then the mob left.",
            id="a sentence of neither",
        ),
        pytest.param(
            "Kiev",
            "unless: {near: [1918], within: paragraph}",
            "Troops took Kiev in 1918. The hetman ruled in Kiev.",
            id="a name is one through the paragraph",
        ),
        pytest.param("mob", "unless: {near: [film]}", "The «mob» ran, the film mob sang and the «mob» left.", id="three uses"),
        pytest.param(
            "liberate", "pos: verb, unless: {near: [1945]}", "They «liberated» it, as in the liberation of 1945.", id="forms"
        ),
        pytest.param("witch-hunt", "unless: {near: [Salem]}", "A «witch-hunt», near the witch hunts of Salem.", id="a phrase"),
        pytest.param(
            "the blind", "unless: {near: [trust]}", "He reads to «the blind», with a blind trust.", id="without its article"
        ),
        pytest.param("mob", "unless: {near: [rule]}", "A mob of mobile phones that rule.", id="a longer word is another one"),
    ],
)
def test_each_use_in_a_sentence_has_its_share_of_it(mark: Mark, term: str, keys: str, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), lexicon(keys, text=term)) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        pytest.param("when: {part: [heading]}", "# The «operation»\n\nThe operation began.\n", id="heading"),
        pytest.param("when: {part: [cell]}", "The operation\n\n| a | b |\n|---|---|\n| x | «operation» |\n", id="cell"),
        pytest.param("unless: {part: [heading]}", "# The operation\n\nThe «operation» began.\n", id="not in a heading"),
        pytest.param("when: {part: [alt]}", "An operation ![«operation»](x.png)\n", id="alt"),
    ],
)
def test_parts(mark: Mark, keys: str, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), lexicon(keys), path="a.md") == text


LENINGRAD = lexicon("valid: {from: 1924-01-26, until: 1991-09-06}", text="Leningrad")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Her father studied in Leningrad until 1958.", id="inside"),
        pytest.param("He left Leningrad in 1924 and came back in 1991.", id="the first and the last year"),
        pytest.param("The siege of Leningrad (1941–44) was long.", id="a range"),
        pytest.param("In the 1960s Leningrad grew.", id="a decade"),
        pytest.param("He left «Leningrad» in 2005.", id="later"),
        pytest.param("He left «Leningrad» in 1905.", id="earlier"),
        pytest.param("He left «Leningrad» in 1961 and came back in 2005.", id="one inside, one outside"),
        pytest.param("He ruled «Leningrad» 1985–2003.", id="a range that ends outside"),
        pytest.param("He left Leningrad in 1985-03.", id="a year with its month"),
        pytest.param("He left «Leningrad» soon.", id="no year"),
        pytest.param("A film shot in «Leningrad», of the siege of Leningrad in 1941.", id="a year of another use"),
        pytest.param("He left «Leningrad». It was 1961.", id="a year in another sentence"),
        pytest.param("He left «Leningrad» with 1,961 roubles.", id="a number"),
        pytest.param("He left «Leningrad» with 1961.5 roubles.", id="a decimal number"),
        pytest.param("He rang 1961-555 in «Leningrad».", id="a telephone number"),
    ],
)
def test_valid(mark: Mark, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), LENINGRAD) == text


def test_valid_with_one_date_only(mark: Mark) -> None:
    until = lexicon("valid: {until: 1995}", text="Bombay")
    assert mark("He left Bombay in 1805.", until) == "He left Bombay in 1805."
    assert mark("He left Bombay in 1996.", until) == "He left «Bombay» in 1996."
    since = lexicon("valid: {from: 2016}", text="Czechia")
    assert mark("He left Czechia in 2020.", since) == "He left Czechia in 2020."
    assert mark("He left Czechia in 2015.", since) == "He left «Czechia» in 2015."


@pytest.mark.parametrize(
    ("exception", "text"),
    [
        pytest.param("chicken ~", "He ate chicken Kiev in «Kiev».", id="before"),
        pytest.param("chicken ~", "Chicken Kievs are no «Kiev».".replace("Kievs", "Kiev"), id="case of the exception"),
        pytest.param("~ {Arena,Stadium}", "The Kiev Arena, the Kiev Stadium, the «Kiev» Opera.", id="after, with braces"),
        pytest.param("Battle of ~", "The Battle of Kiev; the battle of «Kiev».", id="smart case"),
        pytest.param("Battle of ~ Arena", "The Battle of Kiev Arena; the Battle of «Kiev».", id="on both sides"),
        pytest.param("Battle of ~", "The Battle\nof\nKiev.", id="over lines"),
        pytest.param("Dynamo Kiev", "The Dynamo  Kiev\u00a0game in «Kiev».", id="without a placeholder"),
    ],
)
def test_exceptions(mark: Mark, exception: str, text: str) -> None:
    source = lexicon("pos: name", text="Kiev", concept=f"exceptions: ['{exception}']")
    assert mark(text.replace("«", "").replace("»", ""), source) == text


def test_an_exception_speaks_only_for_its_concept(mark: Mark) -> None:
    source = (
        "category: desk\nconcepts:\n  - id: city\n    exceptions: [chicken ~]\n    terms: [{text: Kiev, status: deprecated}]\n"
        "  - id: dish\n    terms: [{text: chicken, status: deprecated}]\n"
    )
    assert mark("He ate chicken Kiev.", source) == "He ate «chicken» Kiev."


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        pytest.param("unless: {before: [<name>]}", "They recalled the Brixton operation.", id="a name"),
        pytest.param("unless: {before: [<name>]}", "New «Operation» Begins Near Capital City", id="a capital of a headline"),
        pytest.param("unless: {before: [<name>, new]}", "New Operation Begins Near Capital City", id="other words still hold"),
        pytest.param("when: {before: [<name>]}", "Brixton «Operation» Begins Near Capital City", id="when takes any capital"),
    ],
)
def test_names_in_headlines(mark: Mark, keys: str, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), lexicon(keys)) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        pytest.param(
            "unless: {near: [knee]}", "The operation on her knee failed; the «operation» in the east began.", id="unless"
        ),
        pytest.param("unless: {near: [knee]}", "It was the knee, and the operation failed; he left.", id="the same clause"),
        pytest.param("when: {near: [army]}", "The army came; the operation began; it rained.", id="when"),
        pytest.param("unless: {near: [knee], within: paragraph}", "It was her knee; the operation failed.", id="a wider reach"),
    ],
)
def test_a_sentence_ends_at_a_semicolon(mark: Mark, keys: str, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), lexicon(keys)) == text
