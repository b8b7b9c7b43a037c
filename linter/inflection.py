"""English inflection: plurals, verb forms, and the words that go their own way.

Rules of spelling as school grammars give them (Quirk et al., *A Comprehensive Grammar of the English Language*, 1985, 3.3 to
3.20 and 5.73 to 5.103), with lists for what no rule tells. `forms` of a term overrides what is generated here.
"""

from __future__ import annotations

import re
from functools import cache

_PLURALS = {
    "alumnus": "alumni", "analysis": "analyses", "axis": "axes", "basis": "bases", "child": "children",
    "crisis": "crises", "criterion": "criteria", "die": "dice", "foot": "feet", "goose": "geese", "half": "halves",
    "hypothesis": "hypotheses", "knife": "knives", "leaf": "leaves", "life": "lives", "loaf": "loaves", "louse": "lice",
    "man": "men", "medium": "media", "mouse": "mice", "oasis": "oases", "ox": "oxen", "person": "people",
    "phenomenon": "phenomena", "self": "selves", "shelf": "shelves", "stimulus": "stimuli", "synopsis": "synopses",
    "thesis": "theses", "thief": "thieves", "tooth": "teeth", "wife": "wives", "wolf": "wolves", "woman": "women",
    "echo": "echoes", "embargo": "embargoes", "hero": "heroes", "negro": "negroes", "potato": "potatoes",
    "tomato": "tomatoes", "tornado": "tornadoes", "torpedo": "torpedoes", "veto": "vetoes", "mulatto": "mulattoes",
}  # fmt: skip
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()} | {"persons": "person"}
_ALSO_AT_THE_END = ("man", "woman", "child", "wife")
_NO_COMPOUNDS_OF_MAN = frozenset(
    "human german roman norman ottoman talisman caiman cayman shaman brahman ataman hetman turkoman".split()
)
_SINGULAR_IN_IE = frozenset(
    """birdie calorie commie cookie druggie foodie freebie genie groupie hippie hoodie junkie
    movie newbie pixie prairie rookie selfie smoothie zombie""".split()
)
_NAMES_OF_PEOPLE_IN_Y = frozenset("gypsy tory romany".split())
_UNCHANGED = frozenset(
    """aircraft bison cattle corps deer elite fish folk gallows headquarters kin livestock military moose offspring
    people personnel police police-brutality poor propaganda rich salmon series sheep spacecraft species staff
    trout vermin media damage violence unrest wildlife information aid news aggression migration immigration
    warfare equipment""".split()
)
_SINGULAR_IN_S = re.compile(r"(?:ss|us|is|[aeo]as|ics|news|lens|chaos|kudos|ethos|bias|gas|alias|atlas|canvas|Texas)$")
_HARD_CH = ("garch", "narch", "triarch", "rarch", "stomach", "epoch", "eunuch", "loch", "czech", "tech")
"""Endings in which *ch* is said as *k*: oligarchs, monarchs."""
_ENDS_IN_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$", re.IGNORECASE)
_ENDS_IN_CONSONANT_Y = re.compile(r"[^aeiou]y$", re.IGNORECASE)

_IRREGULAR = {
    "arise": "arose arisen", "be": "was been", "bear": "bore borne", "beat": "beat beaten", "become": "became become",
    "befall": "befell befallen", "begin": "began begun", "bend": "bent bent", "beset": "beset beset", "bet": "bet bet",
    "bid": "bid bid", "bind": "bound bound", "bite": "bit bitten",
    "bleed": "bled bled", "blow": "blew blown", "break": "broke broken", "breed": "bred bred",
    "bring": "brought brought", "broadcast": "broadcast broadcast",
    "build": "built built", "burst": "burst burst", "buy": "bought bought", "cast": "cast cast",
    "catch": "caught caught", "choose": "chose chosen", "cling": "clung clung", "come": "came come", "cost": "cost cost",
    "creep": "crept crept", "cut": "cut cut", "deal": "dealt dealt", "dig": "dug dug", "do": "did done",
    "draw": "drew drawn", "drink": "drank drunk", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen",
    "feed": "fed fed", "feel": "felt felt", "fight": "fought fought", "find": "found found", "flee": "fled fled",
    "fling": "flung flung", "fly": "flew flown", "forbid": "forbade forbidden", "forecast": "forecast forecast",
    "foresee": "foresaw foreseen", "foretell": "foretold foretold", "forsake": "forsook forsaken",
    "forget": "forgot forgotten", "forgive": "forgave forgiven",
    "freeze": "froze frozen", "get": "got got", "give": "gave given", "go": "went gone", "grind": "ground ground",
    "grow": "grew grown", "hang": "hung hung", "have": "had had", "hear": "heard heard", "hide": "hid hidden",
    "hit": "hit hit", "hold": "held held", "hurt": "hurt hurt", "keep": "kept kept", "kneel": "knelt knelt",
    "know": "knew known", "lay": "laid laid", "lead": "led led", "leave": "left left", "lend": "lent lent",
    "let": "let let", "lie": "lay lain", "lose": "lost lost", "make": "made made", "mean": "meant meant",
    "meet": "met met", "mislead": "misled misled", "misspeak": "misspoke misspoken", "overcome": "overcame overcome",
    "overrun": "overran overrun", "overthrow": "overthrew overthrown", "pay": "paid paid", "put": "put put",
    "quit": "quit quit", "read": "read read", "rend": "rent rent", "ride": "rode ridden", "ring": "rang rung",
    "rise": "rose risen", "run": "ran run", "say": "said said", "see": "saw seen", "seek": "sought sought",
    "sell": "sold sold", "send": "sent sent", "set": "set set", "shake": "shook shaken", "shed": "shed shed",
    "shoot": "shot shot", "show": "showed shown", "shrink": "shrank shrunk", "shut": "shut shut", "sing": "sang sung",
    "sink": "sank sunk", "sit": "sat sat", "slay": "slew slain", "sleep": "slept slept", "slide": "slid slid",
    "sling": "slung slung", "slit": "slit slit", "speak": "spoke spoken", "speed": "sped sped", "spend": "spent spent",
    "spin": "spun spun", "spit": "spat spat", "split": "split split", "spread": "spread spread",
    "spring": "sprang sprung", "stand": "stood stood", "steal": "stole stolen", "stick": "stuck stuck",
    "stride": "strode stridden", "strive": "strove striven",
    "sting": "stung stung", "strike": "struck struck", "swear": "swore sworn", "sweep": "swept swept",
    "swim": "swam swum", "swing": "swung swung",
    "take": "took taken", "teach": "taught taught", "tear": "tore torn", "tell": "told told",
    "think": "thought thought", "throw": "threw thrown", "thrust": "thrust thrust", "undercut": "undercut undercut",
    "undergo": "underwent undergone", "understand": "understood understood", "undertake": "undertook undertaken",
    "uphold": "upheld upheld", "upset": "upset upset", "wake": "woke woken", "wear": "wore worn",
    "weave": "wove woven", "weep": "wept wept", "win": "won won", "withdraw": "withdrew withdrawn",
    "withhold": "withheld withheld",
    "withstand": "withstood withstood", "write": "wrote written",
}  # fmt: skip
_DOUBLING = frozenset(
    """abet abhor acquit admit allot bar beget begin chat chop clap commit compel confer control corral defer demur
    deter dispel drag drop embed emit equip excel expel extol flip flog forbid forget gab gas grab impel incur infer input
    jab handicap kidnap knit lag nag occur omit outbid patrol permit plan plot prefer program propel quit rebel rebut recur refer
    regret remit rid rip rob sandbag shop skid slam slap slip snap snub spam spur squat stab star stem step stir stop strip
    submit tip transfer transmit trap trim underpin unplug upset worship wrap""".split()
)
_NOT_PREFIXED = frozenset("delay relay".split())
_DOUBLING_L = re.compile(r"[aeiou]l$")
_MONOSYLLABLE = re.compile(r"^[^aeiouy]*[aeiouy][bdgklmnprtvz]$", re.IGNORECASE)
_PREFIXED = re.compile(r"^(?:re|de|un|out|over|mis|counter|co|dis)-?(?=[a-z]{3})", re.IGNORECASE)


@cache
def plural(noun: str) -> str:
    """The plural of a noun in the singular."""
    lower = noun.lower()
    for singular, irregular in _PLURALS.items():
        if lower == singular or (len(singular) > 2 and lower.endswith(singular) and singular in _ALSO_AT_THE_END):
            if lower in _NO_COMPOUNDS_OF_MAN:
                break
            return noun[: -len(singular)] + _like(noun[-len(singular) :], irregular)
    if lower in _UNCHANGED:
        return noun
    if _ENDS_IN_SIBILANT.search(noun) and not lower.endswith(_HARD_CH):
        return noun + "es"
    if _ENDS_IN_CONSONANT_Y.search(noun) and (not noun[0].isupper() or lower in _NAMES_OF_PEOPLE_IN_Y):
        return noun[:-1] + "ies"
    return noun + "s"


@cache
def singular(noun: str) -> str | None:
    """The singular of a noun in the plural; None where the noun is not a plural."""
    lower = noun.lower()
    for plural_form, singular_form in _SINGULARS.items():
        if lower == plural_form or (singular_form in _ALSO_AT_THE_END and lower.endswith(plural_form)):
            return noun[: -len(plural_form)] + _like(noun[-len(plural_form) :], singular_form)
    if not lower.endswith("s") or lower in _UNCHANGED or _SINGULAR_IN_S.search(noun):
        return None
    if lower.endswith("ies") and len(noun) > 4 and lower[:-1] not in _SINGULAR_IN_IE:
        return noun[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh)es$", lower):
        return noun[:-2]
    return noun[:-1]


def third_person(verb: str) -> str:
    if verb.lower() in ("be", "have"):
        return {"be": "is", "have": "has"}[verb.lower()]
    if _ENDS_IN_SIBILANT.search(verb) or (verb.endswith("o") and not verb.endswith("oo")):
        return verb + "es"
    if _ENDS_IN_CONSONANT_Y.search(verb):
        return verb[:-1] + "ies"
    return verb + "s"


def past_and_participle(verb: str) -> tuple[list[str], list[str]]:
    """The forms of the past and of the past participle, the commoner spelling first."""
    irregular = _IRREGULAR.get(verb.lower())
    prefix = _PREFIXED.match(verb)
    if irregular is None and prefix and verb.lower() not in _NOT_PREFIXED:
        irregular = _IRREGULAR.get(verb[prefix.end() :].lower())
        if irregular:
            past, participle = irregular.split()
            return [prefix.group() + past], [prefix.group() + participle]
    if irregular:
        past, participle = irregular.split()
        return [past], [participle]
    if verb.endswith("e"):
        regular = [verb + "d"]
    elif _ENDS_IN_CONSONANT_Y.search(verb):
        regular = [verb[:-1] + "ied"]
    else:
        regular = [stem + "ed" for stem in _doubled(verb)]
    return regular, regular


def gerund(verb: str) -> list[str]:
    """The forms in -ing, the commoner spelling first."""
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not re.search(r"(?:ee|oe|ye|^be)$", verb):
        return [verb[:-1] + "ing"]
    return [stem + "ing" for stem in _doubled(verb)]


def _doubled(verb: str) -> list[str]:
    """The stems before -ed and -ing: with the last consonant doubled, or both ways where British and American differ."""
    lower = verb.lower()
    if lower.endswith("c"):
        return [verb + "k"]
    if lower in _DOUBLING or _MONOSYLLABLE.match(verb):
        return [verb + verb[-1]]
    if _DOUBLING_L.search(lower) and not re.search(r"[aeiou]{2}l$", lower):
        return [verb + "l", verb]
    return [verb]


def _like(original: str, text: str) -> str:
    return text[0].upper() + text[1:] if original[0].isupper() else text
