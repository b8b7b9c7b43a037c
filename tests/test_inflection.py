"""English inflection, above all the words that go their own way."""

from __future__ import annotations

import pytest

from linter.inflection import gerund, past_and_participle, plural, singular, third_person

PLURALS = """
oligarch oligarchs | monarch monarchs | eunuch eunuchs | march marches | search searches
alien aliens | invasion invasions | crisis crises | thesis theses | person people | man men | woman women | child children
policeman policemen | Frenchman Frenchmen | grandchild grandchildren | housewife housewives | midwife midwives | wife wives
German Germans | Roman Romans | human humans | shaman shamans | talisman talismans | Muslim Muslims | Ottoman Ottomans
church churches | bus buses | box boxes | bush bushes | class classes | virus viruses
lady ladies | party parties | boy boys | day days | Gypsy Gypsies | Tory Tories | Kennedy Kennedys | Germany Germanys
hero heroes | veto vetoes | embargo embargoes | ghetto ghettos | photo photos
knife knives | thief thieves | life lives | half halves | chief chiefs | belief beliefs | proof proofs
police police | aircraft aircraft | series series | propaganda propaganda | violence violence | sheep sheep
criterion criteria | phenomenon phenomena | mouse mice | Child Children | Woman Women
"""

SINGULARS = """
aliens alien | people person | persons person | men man | women woman | children child | policemen policeman
crises crisis | theses thesis | criteria criterion | wives wife | housewives housewife | thieves thief
churches church | boxes box | classes class | bushes bush | ladies lady | parties party | boys boy | lies lie
movies movie | zombies zombie | junkies junkie | hippies hippie | Gypsies Gypsy | heroes hero | houses house
shields shield | Children Child
"""

NOT_PLURALS = (
    "war police series news politics crisis virus class bias bus gas Texas aircraft ethos atlas propaganda alien".split()
)

VERBS = """
kill kills killed killed killing | die dies died died dying | lie lies lay lain lying | tie ties tied tied tying
ban bans banned banned banning | stop stops stopped stopped stopping | flag flags flagged flagged flagging
bomb bombs bombed bombed bombing | attack attacks attacked attacked attacking | shell shells shelled shelled shelling
occupy occupies occupied occupied occupying | destroy destroys destroyed destroyed destroying
invade invades invaded invaded invading | free frees freed freed freeing | be is was been being | have has had had having
go goes went gone going | veto vetoes vetoed vetoed vetoing | say says said said saying | claim claims claimed claimed claiming
rebuild rebuilds rebuilt rebuilt rebuilding | overthrow overthrows overthrew overthrown overthrowing
withdraw withdraws withdrew withdrawn withdrawing | withhold withholds withheld withheld withholding
mislead misleads misled misled misleading | undertake undertakes undertook undertaken undertaking
forbid forbids forbade forbidden forbidding | breed breeds bred bred breeding | bid bids bid bid bidding
outbid outbids outbid outbid outbidding | upset upsets upset upset upsetting
broadcast broadcasts broadcast broadcast broadcasting
delay delays delayed delayed delaying | relay relays relayed relayed relaying | decay decays decayed decayed decaying
panic panics panicked panicked panicking | deport deports deported deported deporting
execute executes executed executed executing
control controls controlled controlled controlling | appeal appeals appealed appealed appealing
admit admits admitted admitted admitting | visit visits visited visited visiting | target targets targeted targeted targeting
squat squats squatted squatted squatting | gas gases gassed gassed gassing | kidnap kidnaps kidnapped kidnapped kidnapping
trap traps trapped trapped trapping | raid raids raided raided raiding | tax taxes taxed taxed taxing
de-Nazify de-Nazifies de-Nazified de-Nazified de-Nazifying | co-opt co-opts co-opted co-opted co-opting
dye dyes dyed dyed dyeing | agree agrees agreed agreed agreeing
"""

BOTH_SPELLINGS = """
label labelled labeled labelling labeling | cancel cancelled canceled cancelling canceling
travel travelled traveled travelling traveling | quarrel quarrelled quarreled quarrelling quarreling
"""


def rows(table: str) -> list[list[str]]:
    return [row.split() for line in table.strip().splitlines() for row in line.split("|")]


@pytest.mark.parametrize(("noun", "expected"), rows(PLURALS))
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(("noun", "expected"), rows(SINGULARS))
def test_singular(noun: str, expected: str) -> None:
    assert singular(noun) == expected


@pytest.mark.parametrize("noun", NOT_PLURALS)
def test_what_is_no_plural_has_no_singular(noun: str) -> None:
    assert singular(noun) is None


@pytest.mark.parametrize(("base", "third", "past", "participle", "ing"), rows(VERBS))
def test_verb(base: str, third: str, past: str, participle: str, ing: str) -> None:
    assert third_person(base) == third
    assert past_and_participle(base) == ([past], [participle])
    assert gerund(base) == [ing]


@pytest.mark.parametrize(("base", "british", "american", "british_ing", "american_ing"), rows(BOTH_SPELLINGS))
def test_a_final_l_is_spelled_both_ways(base: str, british: str, american: str, british_ing: str, american_ing: str) -> None:
    assert past_and_participle(base) == ([british, american], [british, american])
    assert gerund(base) == [british_ing, american_ing]
