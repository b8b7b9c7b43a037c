"""Which indefinite article a word takes: *a* or *an*, by its sound and not by its first letter.

English spelling tells the sound of a first letter well enough for rules with short lists of exceptions: *an hour*, *a
university*, *a one-sided*, *an FBI*, *a UN*, *an 8*. Where speakers differ (*herb*, *historic*) the commoner use decides.
"""

from __future__ import annotations

import re
import unicodedata

_LEADING = re.compile(r"^[^\w£$€¥]+")
_TOKEN = re.compile(r"[£$€¥]?[\w.,'’]+")
_CURRENCY = "£$€¥"

_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""The letters whose names begin with a vowel: *an F*, *an MP*, but *a U*."""

_SPOKEN_ACRONYMS = frozenset(
    """AIDS ASEAN COVID FARC FATAH FEMA FIFA HAMAS HEPA HIMARS HUD INTERPOL ISIS LAN LASER MAGA MASH MERS NAFTA NASA NATO
    NIMBY OPEC OSHA RADAR RAM REIT RICO ROM SALT SAM SARS SEAL SIM SONAR START SWAT SWIFT UEFA UNESCO UNICEF UNIFIL UNRWA
    USAID WASP""".split()
)
"""Capitals that are read as a word."""

_U_AS_YOU = frozenset("UEFA UNESCO UNICEF UNIFIL USAID".split())

_SILENT_H = re.compile(r"h(?:our|onest|onou?r|eir|ors d|erb(?!ert|iv|ic))")
_CONSONANT_SOUND = re.compile(
    r"""(?:one(?:s|self)?(?![a-z])|once(?![a-z])|onesie|oui|oua|oaxa|ewe|eu
    |u(?:ni(?:[aefoqtv]|c(?!it)|l(?!lu)|s(?!s)|dir|x)|nanim|niq
       |s(?:e|a(?:b|g)|u(?!nder)|ing(?![a-z])|ur)|t(?:ah|il|ens|op|er)|biq|boat|fo|gand|krain|kulel|ran|rat[ei]|rea|reth|rin|rolog
       |rug|yg|ighur|ygh))""",
    re.VERBOSE,
)
_VOWEL_SOUND = re.compile(
    r"unin|unim|un(?:ident|ideal|iron)|unicit|unill|uniss|usher|us(?![a-z])|utter|utmost|mpox|mrna|x-|xr|yttr|yvonne|ypres"
)
_NUMBER_WITH_VOWEL = re.compile(r"8|1[18](?!\d)|1[18]\d\d(?![\d,])")


def takes_an(phrase: str) -> bool:
    """Does the phrase take *an*? Capitals are read letter by letter, unless the whole phrase is in capitals."""
    phrase = _LEADING.sub("", phrase)
    found = _TOKEN.match(phrase)
    if found is None:
        return False
    token = found.group().lstrip(_CURRENCY)
    if token[:1].isdigit():
        return bool(_NUMBER_WITH_VOWEL.match(token))
    letters = token.replace(".", "").removesuffix("'s").removesuffix("’s").rstrip("s")
    if _is_shouted(phrase) and letters not in _SPOKEN_ACRONYMS:
        return _begins_with_vowel_sound(phrase.lower())
    if _is_initialism(letters, phrase, found.end()):
        return _initialism_takes_an(letters)
    return _begins_with_vowel_sound(phrase.lower())


def article_for(phrase: str, article: str, *, shouted: bool = False) -> str:
    """The article that the phrase takes, in the case of the one that stands before it. `shouted`: it stands in capitals."""
    wanted = "an" if takes_an(phrase) else "a"
    if article.lower() == wanted or not article[:1].isupper():
        return article if article.lower() == wanted else wanted
    return wanted.upper() if shouted or (article.isupper() and len(article) > 1) else wanted.capitalize()


def _is_shouted(phrase: str) -> bool:
    """A phrase of several words, or one long word, wholly in capitals is no initialism but a headline."""
    words = re.findall(r"[^\W\d_]+", phrase)
    if not all(word.isupper() for word in words):
        return False
    return sum(len(word) > 1 for word in words) > 1 or (len(words) == 1 and len(words[0]) > 5)


def _is_initialism(letters: str, phrase: str, end: int) -> bool:
    if len(letters) == 1:
        return letters.isupper() or phrase[end : end + 1] in ("-", "‑")
    return letters[:1].isupper() and (letters.isupper() or bool(re.match(r"[A-Z]\d", letters)))


def _initialism_takes_an(letters: str) -> bool:
    name = letters.upper()
    if name in _SPOKEN_ACRONYMS:
        return name[0] in "AEIOU" and name not in _U_AS_YOU
    if len(name) > 4 and name.isalpha() and re.search("[AEIOU]", name[1:]) and re.match("[^AEIOU][AEIOU]|[AEIO][^AEIOU]", name):
        return name[0] in "AEIO"
    return name[0] in _VOWEL_LETTERS


def _begins_with_vowel_sound(phrase: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFD", phrase[:40]) if not unicodedata.combining(c))
    if _VOWEL_SOUND.match(plain):
        return True
    if plain.startswith("h"):
        return bool(_SILENT_H.match(plain))
    return plain[:1] in tuple("aeiou") and not _CONSONANT_SOUND.match(plain)
