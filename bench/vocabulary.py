"""The words that the articles of the benchmark are made of: no text of anybody's, so that the corpus is free and repeatable.

In each list the frequent words stand first; `by_frequency` gives a word of rank r a weight of 1 / (r + 3), as Zipf found.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

NOUNS = """year council plan road school city report budget station project river office member worker meeting service
building market company team house night week family street bridge policy bank court price power hospital player match
season village region harbour farm forest museum library factory campaign committee decision agreement contract supplier
customer engineer teacher doctor nurse pupil driver passenger train bus ferry airport runway tunnel valley mountain coast
island lake beach park garden field farmer harvest crop wheat apple potato cattle dairy fishery boat captain crew storm
flood drought winter summer autumn temperature rainfall forecast warning shelter tent blanket donation volunteer charity
concert festival theatre cinema painter singer musician orchestra novel poet author publisher newspaper editor reader
column photograph camera exhibition gallery visitor tourist hotel restaurant kitchen chef recipe menu bakery shop owner
trader salesman brand product package delivery warehouse lorry truck cargo container port crane cable wire battery panel
turbine grid meter tariff bill invoice account loan mortgage deposit saver investor shareholder dividend profit loss
revenue forecast quarter margin target merger takeover rival partner founder chairman director manager employee union
strike wage salary pension holiday shift overtime apprentice trainee student professor university college lecture exam
degree subject laboratory experiment sample method result study researcher scientist telescope satellite rocket orbit
planet sensor signal network server software program computer screen keyboard password database website page link
message letter envelope stamp parcel queue counter ticket seat window door corridor ceiling roof wall brick timber steel
glass concrete pipe drain sewer reservoir dam canal lock pump valve engine wheel brake bicycle helmet lane junction
roundabout crossing pavement lamp lantern bench fountain statue monument square tower bell church abbey chapel parish
mayor councillor alderman clerk registrar inspector auditor surveyor architect planner builder plumber electrician
carpenter tailor weaver potter baker butcher grocer florist barber hairdresser jeweller optician dentist surgeon patient
ward clinic pharmacy medicine vaccine virus infection symptom treatment therapy recovery diet vegetable orchard vineyard
grape barrel brewery cellar goalkeeper striker defender midfielder referee coach trainer stadium pitch trophy medal
champion tournament fixture league division penalty corner substitute injury runner swimmer rower cyclist skater climber
sailor judge lawyer jury witness hearing verdict appeal fine sentence statute clause treaty tribunal ombudsman minister
deputy senator ambassador envoy delegate summit conference motion amendment ballot voter poll turnout majority coalition
cabinet ministry department agency regulator licence permit application form deadline register census survey map
district suburb neighbourhood estate flat cottage garage fence gate hedge meadow pasture stream pond marsh wetland heron
otter badger fox deer owl hawk salmon trout eel beetle moth butterfly bee hive honey orchid oak birch willow pine""".split()

VERBS = """open build plan offer start close visit cover follow join reach pass change move raise cut repair finish order
support approve reject delay cancel extend reduce improve launch present prepare collect deliver receive return record
measure check inspect publish print design paint clean clear plant harvest load park board cross enter leave guard watch
help train hire fund finance sponsor award supply store ship export import purchase sell lease rent insure audit tax
review revise amend draft sign adopt appoint elect replace restore renew expand merge divide share connect link install
replace upgrade test monitor track trace map survey sample study examine analyse compare sort count weigh photograph film
broadcast stage perform rehearse compose conduct exhibit curate translate edit correct copy scan upload download archive
protect shelter feed treat heal vaccinate isolate screen operate transfer discharge rescue evacuate flood drain pump dig
drill bore pave widen narrow light heat cool insulate wire plumb roof tile plaster furnish decorate rent occupy demolish
rebuild relocate reopen host welcome greet invite entertain serve cook bake roast brew bottle label pack stack lift carry
drag push pull tow steer brake accelerate overtake signal land refuel dock anchor moor row sail swim climb race score
defend tackle coach select drop bench substitute suspend fine award""".split()

ADJECTIVES = """new local first large public small old former national early late long short major regional main recent
young busy quiet modern narrow wide deep shallow steep flat dry wet cold warm mild bright dark pale green blue red white
black grey brown golden silver wooden stone brick coastal rural urban central northern southern eastern western inland
annual monthly weekly daily nightly regular rare frequent steady sudden gradual rapid slow gentle rough smooth solid
hollow heavy light thick thin broad tall low high distant nearby remote accessible crowded empty vacant spare extra
additional temporary permanent provisional final initial interim joint separate shared private municipal federal
provincial industrial commercial agricultural medical technical electrical mechanical digital financial legal
educational cultural historic ancient medieval victorian contemporary traditional popular famous unknown obscure careful
careless cautious bold modest generous patient polite cheerful tired hungry thirsty healthy wealthy skilled
experienced qualified junior senior chief deputy assistant honorary voluntary compulsory optional seasonal perennial
tropical polar volcanic sandy muddy rocky grassy leafy windy rainy foggy snowy sunny cloudy stormy calm""".split()

ADVERBS = """again already slowly quickly recently mostly partly nearly almost twice often rarely usually early late
together carefully quietly steadily gradually suddenly briefly promptly weekly daily yearly abroad indoors outdoors
upstream downstream overnight instead""".split()

FIRST_NAMES = """Anna Ben Clara David Ella Frank Grace Henry Irene Jonas Karen Louis Maria Nadia Oscar Paula Quentin Rosa
Samuel Teresa Ulrich Vera Walter Xenia Yusuf Zoe Amina Boris Chiara Dimitri Elena Farid Gita Hassan Ingrid Jamal Keiko
Lars Mei Nils Olga Pedro Rania Stefan Tomas Ursula Viktor Wanda Yara Zoltan""".split()

SURNAMES = """Adler Barnes Castell Dorsey Elmwood Farrow Granger Holloway Ibsen Jarvis Kestrel Lindqvist Marlow Norwood
Okafor Pereira Quayle Rosetti Sandoval Thornton Underhill Vasquez Whitlock Yamada Zielinski Abara Bergstrom Calloway
Devereux Eastman Fontaine Gallagher Hartmann Iversen Joubert Kowalski Lombard Merrick Novak Ostrander Penrose Ramsden
Sterling Tanaka Umarov Varga Wexford Yilmaz Zoric Ashdown Blackmore Cranwell Dunmore Everly Fairfax""".split()

PLACES = """Aldmere Brackton Carrowby Dunhaven Eastwick Fernhollow Glenmoor Hartsea Inverlock Jarrowfield Kelsworth
Lowmarch Millbrook Northam Oakhurst Pendle Quarrybank Redcliffe Silverton Thornbury Uppergate Valemouth Westerby Yarrow
Ashcombe Birchwood Clayford Drayton Elmstead Foxley Greyport Holmwick Ivybridge Kingsmere Larkfield Marshgate Newhaven
Otterbourne Pinewick Ravensholm Stonebridge Tidewell Underwood Wrenfield""".split()

PLANTED_SINGLE = """turncoat carpetbagger spoilsport skinflint windbag moneybag firebrand freeloader ringleader lickspittle
scaremonger warmonger troublemaker doomster naysayer flipflopper backstabber bootlicker fearmonger gatecrasher pennypincher
rabblerouser scapegrace sharpshooter smokescreen stalwartist timeserver whippersnapper yesmonger zealotist bandwagoner
copperhead doughface greenhorn jawboner kingpin loggerhead mossback nitpicker pothunter""".split()

PLANTED_FIRST = """shadow iron paper cinder velvet copper ghost mirror thunder puppet""".split()
PLANTED_LAST = """curtain ladder pocket hammer ribbon anchor blizzard pantomime carousel ransom""".split()
"""Two, three or four of these make a planted phrase. None of them, nor a planted word, stands in a list above."""


def plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh", "z")) else "s")


def past(verb: str) -> str:
    irregular = {"build": "built", "cut": "cut", "leave": "left", "sell": "sold", "feed": "fed", "dig": "dug", "swim": "swam"}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ied"
    if verb in ("plan", "drop", "ship", "scan", "map", "drag", "row", "tax") and verb[-1] not in "wx":
        return verb + verb[-1] + "ed"
    return verb + ("d" if verb.endswith("e") else "ed")


def phrases(seed: int, number: int) -> list[str]:
    """Different terms of one to four words that do not occur in the articles: in these an adjective never follows a noun.

    So a larger lexicon finds what a smaller one finds, and what it takes longer is due to its size alone.
    """
    random_ = random.Random(seed)
    nouns = NOUNS + [plural(noun) for noun in NOUNS]
    after_nouns = {*ADVERBS, *VERBS, *map(past, VERBS)}
    adjectives = [word for word in ADJECTIVES if word not in after_nouns]
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    found: dict[str, None] = {}
    while len(found) < number:
        words = random_.choices((1, 2, 3, 4), (20, 50, 20, 10))[0]
        if words == 1:
            found["".join(random_.choices(syllables, k=random_.choice((3, 4)))) + random_.choice("lnrstx")] = None
            continue
        chosen = [random_.choice(nouns), random_.choice(adjectives), random_.choice(nouns), random_.choice(ADVERBS)]
        found[" ".join(chosen[:words])] = None
    return list(found)


def by_frequency(random_: random.Random, words: Sequence[str], number: int) -> list[str]:
    """A stretch of `number` words drawn by rank."""
    words = list(dict.fromkeys(words))
    return random_.choices(words, [1 / (rank + 3) for rank in range(len(words))], k=number)
