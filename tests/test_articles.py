from __future__ import annotations

import pytest

from linter.articles import article_for, takes_an

AN = """
hour hourly hour-long honest honestly honour honorable honorary heir heiress heirloom honorarium
illegal undocumented immigrant uninsured unidentified unimportant unintended uninvited uninformed unusual unlawful
unborn unarmed unelected unrest usher utter utmost umbrella uprising ultimatum unnamed unissued
opponent asylum armed actor Iranian Israeli Iraqi Uzbek American Egyptian Indian Arab Islamist Afghan Orthodox Irish
English outlet officer insurgent enemy ethnic elderly alien attack invasion occupied execution incident
FBI NGO NGOs NGO's MP MPs MEP SUV EU HIV NHS RAF SNP LNG IED AI IDF ISIS OPEC AIDS NBC X-ray x-ray F-16 M16 S-300 AK-47
MRI SOS LGBT RPG SMS IRA UNRWA FBI-led MP's
8 11 18 80 81st 88-year-old 800 8,000 11th 18th 11,000 18.5 1800s 8m
e-mail mpox mRNA eight eleven egg apple eight-year-old élite état “illegal (armed $8
""".split()
A = """
university universities one-sided one-time once European euro eurozone unit union unionised unique uniform unilateral
unanimous universal unicorn unified used user useful usual usable usage usurper utility utensil Utah utopian use
Ukrainian Ugandan uranium Uruguayan Uyghur ubiquitous eulogy euphemism eugenic ewe Eurasian uterus Unionist
house hotel historic human hostage government police militant woman year yellow hospital hero heroic hijacker heritage
Hindu Hungarian Honduran homeless handicapped Kyiv politician wanted young Yemeni one ouija
US US-led UK UK-based UN UN's UAE UFO UAV PLO CIA BBC KGB TV U-turn T-shirt B-52 U.S. U.N. DNA GP PM BJP CCTV
NATO NASA UNESCO UNICEF FEMA SWAT SEAL FIFA
1 2 7 10 12 19 100 110 118 180 1,100 1,800 2026 1990s 13th “university $1 £100m
""".split()


@pytest.mark.parametrize("word", AN)
def test_takes_an(word: str) -> None:
    assert takes_an(word)


@pytest.mark.parametrize("word", A)
def test_takes_a(word: str) -> None:
    assert not takes_an(word)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("ILLEGAL ALIEN", True, id="headline: vowel"),
        pytest.param("UNIVERSITY STUDENT", False, id="headline: you"),
        pytest.param("MILITANT", False, id="one word"),
        pytest.param("HOUR LONG", True, id="headline: silent h"),
        pytest.param("MP", True, id="an initialism stays one"),
        pytest.param("", False, id="nothing"),
        pytest.param("—", False, id="no letter"),
    ],
)
def test_capitals(phrase: str, expected: bool) -> None:
    assert takes_an(phrase) is expected


@pytest.mark.parametrize(
    ("phrase", "article", "shouted", "expected"),
    [
        pytest.param("police shooting", "an", False, "a", id="an to a"),
        pytest.param("undocumented immigrant", "a", False, "an", id="a to an"),
        pytest.param("illegal alien", "an", False, "an", id="no change"),
        pytest.param("police shooting", "An", False, "A", id="capital"),
        pytest.param("illegal alien", "A", False, "An", id="A to An"),
        pytest.param("ILLEGAL ALIEN", "A", True, "AN", id="A to AN in a headline"),
        pytest.param("POLICE SHOOTING", "AN", True, "A", id="AN to A"),
    ],
)
def test_the_article_keeps_its_case(phrase: str, article: str, shouted: bool, expected: str) -> None:
    assert article_for(phrase, article, shouted=shouted) == expected
