"""The words that give somebody's words as theirs: reporting verbs with what they govern, nouns, prepositions, helpers.

A verb has *frames*, one letter each, that say what may follow it and be somebody's words:

- `S` a clause (*said that …*, *said the …*), `P` a person and then a clause (*told reporters …*, *urged them to …*),
- `T` an infinitive (*vowed to …*), `N` a noun phrase that carries the view (*called for a ban*, *denied the charge*),
- `C` a clause with its *that*, *if* or *why* (*found that …*),
- `W` a noun phrase that is the narrator's own but for what is quoted in it (*defended the “…”*),
- `Q` only what stands between quotation marks (*he continued: “…”*),
- `L` an object and a label (*calls it a …*), `A` a label after *as* (*described the plan as …*), `O` a charge after *of*.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from linter.named_tuples import NamedTuple

Form = Literal["base", "s", "past", "ing"]


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for tables that read like a list."""
    return frozenset(text.split())


class Verb(NamedTuple):
    """A form of a reporting verb. `noun`: the same form is often a noun (*claims*, *report*), so it needs more proof."""

    lemma: str
    frames: str
    form: Form
    noun: bool = False


_FRAMES = {
    "S": """acknowledge add admit agree allege announce anticipate argue assert aver believe boast caution chant claim
        comment complain concede conclude confess confide confirm conjecture contend counter decide declare deny
        determine disclose doubt emphasise emphasize enthuse estimate exclaim expect explain fear feel forecast fret
        gripe guess hint hope hypothesise infer insinuate insist interject know lament maintain mention murmur muse
        mutter note observe opine outline pledge point posit predict proclaim profess promise pronounce propose
        protest quip realise realize recall reckon recommend recount reiterate rejoin relate remark repeat reply
        report request respond retort say scoff shout shrug signal speculate stipulate stress submit suggest surmise
        suspect swear tell testify theorise think threaten tweet underline underscore vow wager warn whisper worry
        write yell""",
    "C": """assume calculate clarify discover find foresee hold imagine imply indicate joke learn marvel object prove read
        realise reason reflect remember reveal rule rumor rumour see sense show simulate snap specify state suppose
        understand wonder""",
    "P": """advise alert ask assure beg caution command convince encourage exhort implore inform instruct notify order
        persuade promise reassure remind teach tell urge warn""",
    "T": """agree aim ask claim decide decline demand expect fear hope intend offer plan pledge pretend profess promise
        propose refuse seek swear threaten vow want wish""",
    "N": """acknowledge advocate allege announce anticipate applaud assail believe bemoan blame blast cite claim concede condemn
        confirm criticise criticize decry demand denounce deny deplore deride describe discern discuss dismiss dispute document
        doubt emphasise emphasize endorse envision expect explain express favor favour fear forecast foresee hint lament mention
        mock oppose outline pledge praise predict proclaim promise propose question quote rebuke recall recommend recount
        reference refute reiterate reject renounce repeat report repudiate request ridicule signal slam stress suggest
        support suspect threaten tout underline underscore urge vow want warn welcome""",
    "W": """attack back ban bar celebrate challenge champion chant commend compare cover criminalise criminalize debate
        declare defend define detail echo endorse envision hail highlight issue laud liken oppose outlaw penalise
        penalize preach prohibit read reveal see seek shout show slate state trumpet tweet unveil uphold use write""",
    "Q": """answer begin continue cry interrupt intone joke laugh marvel object open post reason remember roar sigh smile
        snap start thunder wonder""",
    "L": """brand call christen consider declare deem designate dub label name nickname proclaim pronounce rename style
        term""",
    "A": """assail attack bash bemoan blast brand cast castigate celebrate characterise characterize cite condemn criticise
        criticize decry define denounce depict deplore deride describe designate dismiss excoriate frame hail identify know
        interpret label lambast lambaste laud mock paint pan perceive pillory portray praise present recognise recognize
        refer regard reject ridicule scorn see slam spell style tout treat vilify view welcome write""",
    "O": "accuse boast charge complain convict speak suspect talk warn",
}

_IRREGULAR = """
    admit admits admitted admitting; aver avers averred averring; ban bans banned banning;
    bar bars barred barring; beg begs begged begging;
    begin begins began beginning begun; brand brands branded branding; cast casts cast casting;
    dub dubs dubbed dubbing; feel feels felt feeling; find finds found finding;
    forecast forecasts forecast forecasting; foresee foresees foresaw foreseeing foreseen;
    fret frets fretted fretting; hold holds held holding; infer infers inferred inferring;
    know knows knew knowing known; learn learns learned learning learnt; mean means meant meaning;
    plan plans planned planning; prefer prefers preferred preferring; quip quips quipped quipping;
    pan pans panned panning; read reads read reading; refer refers referred referring; say says said saying;
    see sees saw seeing seen; seek seeks sought seeking; show shows showed showing shown; shrug shrugs shrugged shrugging;
    slam slams slammed slamming; snap snaps snapped snapping; speak speaks spoke speaking spoken;
    spell spells spelled spelling spelt; submit submits submitted submitting; swear swears swore swearing sworn;
    teach teaches taught teaching; tell tells told telling; think thinks thought thinking;
    tweet tweets tweeted tweeting; understand understands understood understanding;
    write writes wrote writing written
"""
"""Base, -s, past, -ing and, where it differs, the participle; also regular verbs that double a consonant."""

_DOUBLED = ("label", "marvel", "signal")
"""Which the British double: *labelled*."""

_NOUN_FORMS = word_set(
    """address advocate advocates answer assume attack attacks back backing bash backs ban bans bar bars beginning blame blast
    blasts boast brand brands call calls cast challenge challenges champion chant chants charge charges claim claims command
    comment comments complaint concern counter cover covers criticising debate debates demand demands detail details
    direct dispute disputes document documents doubt doubts echo echoes estimate estimates favor favors favour favours
    fear fears feeling finding findings forecast forecasts frame guess hail highlight highlights hint hints hold holds
    hope hopes issue issues joke jokes judge label labels laugh laughs long mean meaning means name names need needs
    note notes object objects offer offers open opening opens order orders paint plan planning plans pledge pledges
    point points post posts praise present press presses promise promises protest protests question questions quote
    quotes read reading reason reasons rebuke reference references reflect regard regards remark remarks repeat
    repeats replies reply report reports request requests reveal rule rules ruling saying scorn seeing sense senses show
    shows signal signals slam slate smile smiles spelling start starts state states stress style submit support
    teaching telling term terms thinking threat treat tweet tweets understanding use uses view views volunteer
    volunteers vow vows warning welcome wish wishes worries worry writing"""
)

SOURCE_NOUNS = word_set(
    """accusation accusations acknowledgement acknowledgment admission admissions allegation allegations announcement argument
    arguments assertion assertions assessment assumption assurance assurances belief beliefs boast charge charges claim claims
    comment comments complaint complaints concern concerns conclusion confidence confirmation consensus contention conviction
    criticism declaration demand demands denial doubt doubts estimate evidence expectation expectations fear fears
    finding findings hint hints hope hopes idea impression indication indications insinuation insinuations insistence message
    notion opinion perception pledge prediction predictions promise promises pronouncement pronouncements recommendation remark
    remarks reminder report reports ruling rumor rumors rumour rumours speculation statement statements
    suggestion suggestions suspicion suspicions testimony theory thesis thought threat threats understanding view vow warning
    warnings word worries worry"""
)
"""Nouns that a *that*-clause follows as their content."""

CHARGE_NOUNS = word_set(
    """accusation accusations allegation allegations charges claims fears rumors rumours talk threats warnings"""
)
"""Nouns that name their content after *of*."""

MENTION_NOUNS = word_set(
    """abbreviation acronym adjective buzzword buzzwords catchphrase descriptor epithet epithets euphemism euphemisms
    expression expressions hashtag hashtags label labels mantra moniker motto mottoes mottos name names neologism nickname
    nicknames noun pejorative phrase phrases slogan slogans slur slurs spelling spellings tagline term terms verb word words"""
)
"""After these a word is shown, not used: *the word regime*."""

TITLE_NOUNS = word_set(
    """album article author ballad book called chapter column comedy directed documentary drama editorial entitled
    episode essay exhibition film game headline headlined in memoir movie musical named novel novella op-ed opera
    painting pamphlet paper performed play played podcast poem program programme published reads recorded report sang
    series show single sings song story symphony thriller titled track video wrote"""
)

DETERMINERS = word_set(
    """a all an another any both each every her his its many most my no our several some such that the their these this
    those your"""
)
PRONOUNS = word_set("everyone he i it many nobody one others she some somebody they we which who you")
OBJECT_PRONOUNS = word_set("her herself him himself it itself me them themselves us you")
AUXILIARIES = word_set(
    """'d 'll 's 've am are aren't be been being can can't cannot could couldn't did didn't do does doesn't don't had
    hadn't has hasn't have haven't having is isn't may might must never not shall should was wasn't were weren't will
    won't would wouldn't"""
)
BE = word_set("am are aren't be been being get gets got is isn't was wasn't were weren't")
ADVERBS = word_set(
    """again all already also always both clearly earlier even ever famously first further however indeed instead just
    later long meanwhile now often once only previously simply soon still then thus today tonight too well yesterday
    yet"""
)
PREPOSITIONS = word_set(
    """about across after against amid among around as at because before between by concerning despite during following
    for from in inside into like near of on outside over regarding since than through to toward towards under until upon via when
    while with within without"""
)
TIMES = word_set(
    """afterward afterwards again earlier friday last later monday previously recently repeatedly saturday sunday then
    this thursday today tomorrow tonight tuesday wednesday yesterday"""
)
TIME_UNITS = word_set("""afternoon day days evening hours minutes month months morning night week weekend weeks year years""")
CONTENT_WORDS = word_set("how if that what when where whether which who why")
COMMON_PASTS = word_set(
    """arrived became began broke brought came caused chose defended drew drove fell fled flew gave got grew held kept led left
    lost made met paid put ran rose sat sent sold spoke stood took used visited went won"""
)


def is_finite(word: str) -> bool:
    """May the word be the verb of a clause, as far as its form tells?"""
    return word in AUXILIARIES or word in COMMON_PASTS or word.endswith("ed")


NO_ADJECTIVES = PREPOSITIONS | AUXILIARIES | TIMES | COMMON_PASTS | {"that"}
"""None of these stands inside an item of a list of labels."""

LAWS = word_set("act article bill charter code constitution convention law laws rules section statute treaty")
NO_SOURCES = word_set("""age custom demand height law need plan plans rank schedule season size taste tradition type weather""")
"""*According to plan* names nobody."""
COORDINATORS = word_set("and but nor or so yet")
SUBORDINATORS = word_set(
    """after although and as because before but if or since that though unless until what when where whereas which while
    who whom whose"""
)
DOCUMENTS = word_set(
    """ad ads advert analysis audit data document documents email emails evidence figures files filing filings findings footage
    investigation letter memo numbers poll polling polls records report reports research results review statistics
    studies study survey surveys tape tapes testimony transcript transcripts video videos"""
)
"""What shows or finds something is a source only if it is one of these: *the poll shows …*, but *she showed the way*."""
PARTIES = word_set(
    """agency army commission company council court department embassy government group kremlin media military minister
    ministry officials opposition party police premier president regime side spokesman spokesperson spokeswoman state
    union"""
)

NOTICES = word_set(
    """address analysis background breaking caption cc claim clarification contact correction date editor's email example
    examples exclusive fact fax from how image listen live more note notes opinion phone photo photos place rating re
    read related see source sources subject summary tel time tip to update updated verdict video warning watch what
    when where who why"""
)
"""Before a colon these are no speakers."""


def _inflect(base: str) -> tuple[str, str, str]:
    """The forms in -s, -ed and -ing of a regular verb."""
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s"), base + "ed", base + "ing"


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every reporting verb, in lower case."""
    frames: dict[str, str] = {}
    for frame, lemmas in _FRAMES.items():
        for lemma in lemmas.split():
            frames[lemma] = frames.get(lemma, "") + frame
    irregular = {entry.split()[0]: entry.split()[1:] for entry in _IRREGULAR.split(";")}
    forms: dict[str, Verb] = {}
    for lemma, letters in frames.items():
        given = irregular.get(lemma) or list(_inflect(lemma))
        kinds: tuple[Form, ...] = ("s", "past", "ing", "past")
        for word, form in [(lemma, "base"), *zip(given, kinds, strict=False)]:
            if word not in PREPOSITIONS:
                forms.setdefault(word, Verb(lemma, letters, form, word in _NOUN_FORMS))
    for word in _DOUBLED:
        forms[word + "led"] = forms[word + "ed"]
        forms[word + "ling"] = forms[word + "ing"]
    return forms
