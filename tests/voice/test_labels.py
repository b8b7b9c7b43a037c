"""Expressions given as somebody's, and words that are shown."""

from __future__ import annotations

import pytest

from linter.spans import Span
from linter.voice.paragraph import Paragraph
from linter.voice.quotations import find_quotations


def labelled(text: str) -> list[str]:
    found = [*Paragraph(text, find_quotations(text)).before(len(text))][::-1]
    return [text[each.span.start : each.span.end] for each in found if each.kind in ("label", "mention")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They call it a war in the east.", ["a war"]),
        ("what Moscow calls a special operation in Ukraine", ["a special operation"]),
        ("They called the vote a farce.", ["a farce"]),
        ("The agency stopped calling people illegal immigrants.", ["illegal immigrants"]),
        ("He quit calling migrants illegal aliens.", ["illegal aliens"]),
        ("The clinic does not call patients addicts or junkies.", ["addicts or junkies"]),
        ("They called Hamas armed terrorists.", ["armed terrorists"]),
        ("South Koreans know the water as the East Sea.", ["the East Sea"]),
        ("They called the tax bill illegal.", ["illegal"]),
        ("The charity told them to stop calling clients addicts and to write “a person”.", ["addicts"]),
        ("They call it a “war” now.", ["a “war”"]),
        ("He described the vote as a farce on Friday.", ["a farce"]),
        ("The so-called reformers hit out at the budget.", ["reformers"]),
        ("So-called experts backed the plan.", ["experts"]),
        ("the so-called newly liberated towns", ["newly liberated towns"]),
        ("the so-called republic in the east", ["republic"]),
        ("Derry, also known as Londonderry, voted", ["Derry", "Londonderry"]),
        ("The words “a” and “b” are not used.", ["“a” and “b”"]),
        ("They avoid the word regime and write government.", ["regime"]),
    ],
)
def test_extent(text: str, expected: list[str]) -> None:
    assert labelled(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He called on the party to act.",
        "He called for a vote.",
        "The word of the Lord is known.",
        "The name of the city is old.",
        "In terms of the law it fell.",
        "As the talks failed, they left.",
        "His word was law.",
    ],
)
def test_no_label(text: str) -> None:
    assert labelled(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He called it a “sham”, a farce and a fraud.", ["a “sham”", "a farce", "a fraud"], id="with and without marks"
        ),
        pytest.param("He called him a quack, fake and charlatan.", ["a quack", "fake and charlatan"], id="one article for all"),
        pytest.param("He called it a farce, voters and donors left.", ["a farce"], id="another clause"),
        pytest.param("They called it a disgrace and a scam.", ["a disgrace", "a scam"], id="without marks"),
        pytest.param("She called it a “sham” and, later, a “fraud”.", ["a “sham”", "“fraud”"], id="an adverb between"),
        pytest.param(
            "He described them as “poison”, as “thugs” and as a plague.", ["“poison”", "“thugs”", "a plague"], id="as and as"
        ),
        pytest.param("He called the mayor and the judge a disgrace.", ["a disgrace"], id="two objects"),
        pytest.param("She called it a farce and a regime supporter left.", ["a farce"], id="a clause with a noun"),
        pytest.param("He called it a win, and a terrorist was seen.", ["a win"], id="a clause after a comma"),
        pytest.param("She called it a farce and the regime fell.", ["a farce"], id="a clause with the"),
        pytest.param("what critics call amnesty", ["amnesty"], id="what with a plural"),
        pytest.param("what the government calls training centres", ["training centres"], id="what with a singular"),
        pytest.param("A levy dubbed the tourist tax is new.", ["the tourist tax"], id="dubbed, after its noun"),
        pytest.param("Immigrants dubbed Dreamers by the press left.", ["Dreamers"], id="dubbed by"),
        pytest.param("He reacted, assailing it as a “witch hunt”.", ["a “witch hunt”"], id="assailing as"),
        pytest.param("He spoke, decrying the law as a power grab.", ["a power grab"], id="decrying as"),
        pytest.param("They marched, hailing the men as heroes.", ["heroes"], id="hailing as"),
        pytest.param("The land is recognised by Ukraine as free and said that it fell.", ["free"], id="another verb after and"),
        pytest.param("The bill, known to its foes as the gag rule, failed.", ["the gag rule"], id="known to some as"),
        pytest.param("The terms genocide and apartheid are old.", ["genocide and apartheid"], id="several terms"),
        pytest.param("The term regime and the law are old.", ["regime"], id="one term"),
        pytest.param("They say mpox rather than the older term monkeypox.", ["monkeypox"], id="an older term"),
        pytest.param("He used the derogatory term savage again.", ["savage again"], id="an adjective of words"),
        pytest.param("the label of “terrorist”", ["“terrorist”"], id="of, with marks"),
        pytest.param("the racial slur “savage”", ["“savage”"], id="slur"),
    ],
)
def test_lists_and_reduced_clauses(text: str, expected: list[str]) -> None:
    assert labelled(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The crowd denounced the men as the city fell.", id="as with a clause"),
        pytest.param("He hailed a cab as the mayor came.", id="another sense"),
        pytest.param("He described the scene as the last troops left.", id="as with a clause and a participle"),
        pytest.param("In the long term illegal aliens pay taxes.", id="long term"),
        pytest.param("He explained what the calls of the city mean.", id="a noun after what"),
        pytest.param("What the city calls for is peace.", id="calls for"),
    ],
)
def test_what_only_looks_like_a_label(text: str) -> None:
    assert labelled(text) == []


@pytest.mark.parametrize("text", ["Children described as [[foreign]] attend.", "Two stations denounced as [[foreign]] closed."])
def test_whom_a_label_is_put_on_is_not_its_speaker(text: str) -> None:
    start = text.index("[[")
    attribution = Paragraph(text.replace("[[", "").replace("]]", "")).covering(Span(start, start + 7))
    assert attribution is None or attribution.speaker is None
