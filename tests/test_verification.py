"""Is it the word? Texts in which every place that must match is marked «so», and nothing else may match."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.verification import case_fits, keeps_sense, stands_alone

Mark = Callable[..., str]

LEXICON = """
category: desk
concepts:
  - id: city
    terms: [{text: Kiev, status: deprecated, pos: name}]
  - id: regime
    terms: [{text: regime, status: deprecated, pos: noun}]
  - id: alien
    terms: [{text: illegal alien, status: deprecated, pos: noun}]
  - id: strike
    terms: [{text: surgical strike, status: deprecated, pos: noun}]
  - id: abuse
    terms: [{text: drug abuse, status: deprecated, pos: noun}]
  - id: article
    terms: [{text: the Ukraine, status: deprecated}]
  - id: group
    terms: [{text: the Third World, status: deprecated}, {text: the blind, status: deprecated}]
  - id: human
    terms: [{text: human, status: deprecated, pos: adjective}]
  - id: exact
    terms: [{text: Chairman, status: deprecated, case: exact}]
  - id: any
    terms: [{text: Blacks, status: deprecated, case: any}]
  - id: named
    terms: [{text: inmate, status: deprecated, pos: noun, in-names: match}]
  - id: cyrillic
    terms: [{text: спецоперация, status: deprecated}]
  - id: chinese
    terms: [{text: 武汉肺炎, status: deprecated}]
  - id: japanese
    terms: [{text: 支那, status: deprecated}]
  - id: hangul
    terms: [{text: 특수작전, status: deprecated}]
  - id: arabic
    terms: [{text: العملية, status: deprecated}]
"""


def check(mark: Mark, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), LEXICON) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In «Kiev», «Kiev»; («Kiev») “«Kiev»” «Kiev»—«Kiev» «Kiev»…", id="punctuation"),
        pytest.param("Kievan Kievs xKiev Kiev1 1Kiev Kiev_ _Kiev", id="longer words"),
        pytest.param("Kiev\u0301 and Kievé", id="a mark makes another letter"),
        pytest.param("«Kiev»'s and «Kiev»’s mayor; the two «regimes»’ end; «illegal aliens»' rights", id="possessives"),
        pytest.param("«Kiev»\u00ad and spe", id="a soft hyphen before a blank"),
        pytest.param("Kiev\u00adan in\u00adhuman", id="a soft hyphen does not part a word"),
        pytest.param("Kiev\u200ban", id="nor does a character of no width"),
        pytest.param("😀«Kiev»😀", id="emoji"),
        pytest.param("«KIEV» kiev KieV", id="case of a name"),
        pytest.param("Спецоперациями; «спецоперация», «Спецоперация» и неспецоперация", id="Cyrillic by word"),
        pytest.param("近年«武汉肺炎»疫情, «武汉肺炎»", id="Chinese by substring"),
        pytest.param("この«支那»という", id="Japanese by substring"),
        pytest.param("러시아 «특수작전» 시작, 특수작전을 반특수작전", id="Hangul by word"),
        pytest.param("هذه «العملية» هي والعملية", id="Arabic by word"),
    ],
)
def test_word_boundaries_by_script(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("pro-«Kiev», «Kiev»-based, non-«Kiev»-held, Moscow-«Kiev» talks", id="a name keeps its sense in any"),
        pytest.param("pro‑«Kiev» and «Kiev»‐based", id="other hyphens"),
        pytest.param("an anti-«regime» and an ex-«regime» figure, a pro-«regime» rally, a pseudo-«regime»", id="prefixes"),
        pytest.param("non-regime, un-human, counter-regime, re-human", id="prefixes that deny or change"),
        pytest.param("pre-regime, post-regime", id="and more of them"),
        pytest.param("regime-like, regime-style, regime-type, regime-free, human-proof", id="likeness and absence"),
        pytest.param("the Kremlin-«regime» axis, an al-Qaeda-«regime» link, a Hamas-«regime»", id="after a name"),
        pytest.param("Mini-regime came. “Mini-regime” came. (Mega-regime came.)", id="a capital at the start is no name"),
        pytest.param("«regime»-backed, «regime»-controlled, «regime»-friendly", id="participles"),
        pytest.param("regime-change, a regime-wise man, mini-regime, post-mini-regime", id="other compounds are other words"),
        pytest.param("a surgical strike-through", id="strike-through"),
        pytest.param("the «regime» - and the «regime» -- and the «regime»–and the «regime»--so", id="dashes are no hyphens"),
        pytest.param("an ex-\n«regime» force, an anti-\n«regime» force and «regime»-\nbacked men", id="compounds over lines"),
        pytest.param("an in-\nhuman act and human-\nity, in\u00ad\nhuman, human\u00ad\nity", id="a divided word is another word"),
        pytest.param("pro-\n«Kiev» and «Kiev»-\nbased", id="a name over lines"),
        pytest.param("an ex-\r\n«regime» force, anti-\r\n«regime», in-\r\nhuman", id="CRLF"),
        pytest.param("they are non-\n\n«regime» here", id="not over blocks"),
    ],
)
def test_compounds(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("See https://example.org/Kiev and http://Kiev.example/", id="URL"),
        pytest.param("See www.Kiev.example, or www.example.org/Kiev/news.", id="www"),
        pytest.param("Write to Kiev@example.org or desk@Kiev.example.", id="e-mail"),
        pytest.param("By @Kiev, @Kiev_now and (@Kiev).", id="handle"),
        pytest.param("On #Kiev and “#Kiev”.", id="hashtag"),
        pytest.param("Open Kiev.pdf, Kiev-map.tar.gz, photos/Kiev.jpg or Kiev.md.", id="file names"),
        pytest.param("In /home/Kiev/x, ./Kiev, ../Kiev and C:\\news\\Kiev.", id="paths"),
        pytest.param("At Kiev.example, Kiev.co.uk/path and Kiev.example:80.", id="domains"),
        pytest.param("With city=Kiev set.", id="assignments"),
    ],
)
def test_addresses_are_no_words(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He left «Kiev». The train left «Kiev».", id="ends of sentences"),
        pytest.param("He left «Kiev».The train", id="a blank is missing"),
        pytest.param("He left «Kiev»...and came back.", id="dots"),
        pytest.param("«Kiev»/Kyiv and Moscow/«Kiev» and/or «Kiev»", id="slashes"),
        pytest.param("The U.S.-«Kiev» deal, U.S./«Kiev» talks", id="initials"),
        pytest.param("«Kiev»:the end", id="colon"),
        pytest.param("He paid $5 @ «Kiev» & # «Kiev»", id="signs by themselves"),
        pytest.param("(«Kiev».) “«Kiev».” «Kiev».”", id="full stop and marks"),
        pytest.param("«Kiev».[1] «Kiev».*", id="footnotes"),
        pytest.param("«Kiev»,Moscow;«Kiev»", id="lists without blanks"),
    ],
)
def test_ordinary_punctuation_is_no_address(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He works at the National Institute on Drug Abuse in Maryland.", id="end of a name"),
        pytest.param("They asked the Drug Abuse Council for help.", id="start of a name"),
        pytest.param("It played The Great Gate of Kiev last night.", id="title with a capital The"),
        pytest.param(
            "He read from his story The Ukraine, and then fled «the Ukraine». «The Ukraine» is big.", id="The as a title"
        ),
        pytest.param(
            "It met the Third World Network and the Blind Veterans in «the Third World», with «the Blind» of Kazan.",
            id="the name of a body",
        ),
        pytest.param("The season began with a print of Regime on 4 July, a hit in Regime.", id="of and a bare capital"),
        pytest.param("He is of «Regime» descent, fled from the «Regime», and spoke of «Regimes».", id="of and another capital"),
        pytest.param("The Kiev Water Act of 1909 and the Protection of Kiev Parks Ordinance hold in «Kiev».", id="laws"),
        pytest.param("The «Kiev» Opera and the Act of Union in «Kiev» were discussed, and «Kiev» Actors came.", id="no laws"),
        pytest.param("They watched “The Road to Kiev” at home.", id="title in quotation marks"),
        pytest.param("The House passed the Illegal Alien Registration Act on Monday.", id="act"),
        pytest.param("The Illegal Alien (Removal) Act 2000 holds for an «illegal alien».", id="act with a bracket"),
        pytest.param("He saw Human Rights Watch there.", id="in a name of an organisation"),
    ],
)
def test_names_and_titles_are_no_terms(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Human's future is open. The club sold Dan Human in May.", id="a person named elsewhere"),
        pytest.param("Human, 46, was held.", id="a person with an age"),
        pytest.param("A letter from Mr. Human reached the old paper. Human was cross.", id="after Mr"),
        pytest.param("The town elected Ann Regime, they said.\n\nRegime denied it.", id="in another paragraph"),
        pytest.param("Regimes coach Scott Robertson resigned. He led Welsh Regimes for two long years.", id="a team"),
        pytest.param("Human Gardens sang. Regime United lost. Inside, Regime FC won.", id="before the head of a name"),
        pytest.param("It is about Dan Human and what was written. Readers of Human know.", id="a person inside a sentence"),
    ],
)
def test_a_word_that_is_a_name_in_this_text_is_no_term(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("«Regimes» fall. All «regimes» fell.", id="nowhere a capital"),
        pytest.param("«Human» acts were seen. Dan Human wrote about «human» acts.", id="in lower case as well"),
        pytest.param("«Regime» men fled. They said the «Regime» would fall very soon.", id="a word with a capital of its own"),
        pytest.param("«Regimes» fell.\n\nThe Fall of Old Regimes\n\n«Regimes» fell.", id="only in a heading"),
        pytest.param("«Regimes» fell. “«Regimes» fell,” they said while people slept.", id="only at starts"),
        pytest.param("«Human» acts. They read Human Rights News while they waited there.", id="in a title of several words"),
        pytest.param("«Regime» Leader Abu Bakr was killed when police came near.", id="a word before a name"),
        pytest.param("«Regimes», as they said, fell. «Regimes», 46 of them, fell.", id="a number that is no age"),
    ],
)
def test_a_capital_at_a_start_alone_makes_no_name(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("«Illegal Aliens» Arrive in Texas, Governor Says Again", id="headline in title case"),
        pytest.param("Governor Warns of More «Illegal Aliens» at Border", id="headline, inside"),
        pytest.param("«ILLEGAL ALIENS» ARRIVE", id="capitals"),
        pytest.param("«Illegal aliens» arrived on Monday.", id="start of a sentence"),
        pytest.param("It rained. «Illegal aliens» arrived on Monday.", id="start of another sentence"),
        pytest.param("“«Regime» change is near,” he said.", id="start of a quotation"),
        pytest.param("They left «Kiev» for the Great Wall.", id="a name beside a name"),
        pytest.param("The «Inmate» Locator shows it.", id="in-names: match"),
        pytest.param("The «regime» fell; the Great «regime» fell.", id="a lower-case term beside a capital"),
    ],
)
def test_capitals_that_make_no_name(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The «Chairman» spoke; the chairman and the CHAIRMAN did not.", id="exact"),
        pytest.param("the «blacks», the «Blacks», the «BLACKS»", id="any"),
        pytest.param("the «regime», the «REGIME», the «rEgIme»", id="smart in lower case"),
    ],
)
def test_case_rules(mark: Mark, text: str) -> None:
    check(mark, text)


@pytest.mark.parametrize(
    ("matched", "variant", "rule", "fits"),
    [
        ("kiev", "Kiev", "smart", False),
        ("KIEV", "Kiev", "smart", True),
        ("Special Military Operation", "special military operation", "smart", True),
        ("Islamic state", "Islamic State", "smart", False),
        ("ISLAMIC STATE", "Islamic State", "smart", True),
        ("Islamic Terrorist", "Islamic terrorist", "smart", True),
        ("islamic terrorist", "Islamic terrorist", "smart", False),
        ("isis", "ISIS", "smart", False),
        ("Isis", "ISIS", "smart", False),
        ("isis", "ISIS", "any", True),
        ("Kiev", "Kiev", "exact", True),
        ("KIEV", "Kiev", "exact", False),
        ("9/11", "9/11", "smart", True),
        ("Ki\u00adev", "Kiev", "smart", True),
        ("STRASSE", "Straße", "smart", True),
    ],
)
def test_case_fits(matched: str, variant: str, rule: str, fits: bool) -> None:
    assert case_fits(matched, variant, rule) is fits


@pytest.mark.parametrize(
    ("text", "is_name", "alone"),
    [
        ("[regime]", False, True),
        ("a[regime]", False, False),
        ("[regime]s", True, False),
        ("non-[regime]", False, False),
        ("ex-[regime]", False, True),
        ("mini-[regime]", False, False),
        ("mini-[regime]", True, True),
        ("-[regime]-", False, True),
        ("a -[regime]", False, True),
    ],
)
def test_stands_alone(text: str, is_name: bool, alone: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    assert (stands_alone(text, start, end) and (is_name or keeps_sense(text, start, end))) is alone


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He was not an illegal alien. She isn't an illegal alien.", id="not an"),
        pytest.param("It is no regime, and it has not been a regime; they're not illegal aliens.", id="no"),
        pytest.param("There was no evidence of drug abuse.", id="no evidence of"),
        pytest.param("He denied being an illegal alien and denied that there was a surgical strike.", id="denied"),
        pytest.param(
            "She denied having illegal aliens at home, denied ever using surgical strikes.", id="denied having, denied using"
        ),
        pytest.param("It hasn’t been a regime. They are never “illegal aliens”; it is neither a regime.", id="marks"),
    ],
)
def test_what_is_denied_is_no_match(mark: Mark, text: str) -> None:
    assert mark(text, LEXICON) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is no longer a «regime».", id="no longer"),
        pytest.param("It is not the «regime» that fell.", id="the very one"),
        pytest.param("They denied visas to «illegal aliens» and the «regime».", id="denied something else"),
        pytest.param("There was no reply from the «regime».", id="no of another noun"),
        pytest.param("He was not from «Kiev», nor is it «Kiev».", id="a name stays a name"),
    ],
)
def test_what_is_not_denied_is_a_match(mark: Mark, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), LEXICON) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The «illegal-alien» bill; a «surgical-strike» option.", id="before a noun"),
        pytest.param("An illegal-aliens bill.", id="not in the plural"),
        pytest.param("The Society of Illegal Alien Law met in 1958.", id="a name in a sentence of capitals and a short verb"),
    ],
)
def test_two_words_are_joined_by_a_hyphen_before_a_noun(mark: Mark, text: str) -> None:
    assert mark(text.replace("«", "").replace("»", ""), LEXICON) == text
