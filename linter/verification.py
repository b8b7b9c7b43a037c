"""Is it the word? What decides whether a variant that the engine found stands there as a word of running text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from linter.capitals import ARTICLES, OPENERS, begins_name, is_inside_sentence, is_name_elsewhere, is_running
from linter.compounds import LINE_WRAP, left_keeps_sense, right_keeps_sense
from linter.context import Context
from linter.folding import INVISIBLE
from linter.lexicon import CaseRule

_UNSEEN = frozenset(INVISIBLE)
_UNSEEN_BEFORE = rf"(?:\u00ad{LINE_WRAP}|[{INVISIBLE}])+\Z"
_UNSEEN_AFTER = rf"(?:\u00ad{LINE_WRAP}|[{INVISIBLE}])+"
_NO_WORD_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "BOPOMOFO", "IDEOGRAPHIC")
_TOKEN_LIMIT = 200
_BEFORE_WORDS = " \n\t\xa0"
_AFTER_WORDS = " \n\t\xa0,;"
_ADDRESS = r"://|^www\.|^[#@]\w|[\w.+-]@[\w-]|\\\w|^[\"'“‘«(<\[]*[#@]\w|\w/[\w.-]+/|^\.{0,2}/\w|\w=\w"
_FILE_OR_DOMAIN = r"^[\"'“‘(<\[]*\w[\w/-]*(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,9}(?:[/:][^\s]*)?[\"'”’)>\].,;:!?]*$"
_CAPITAL_BEFORE = r"(?:\b([A-Z][\w'’.-]*)((?: (?:of|on|for|and|the|de|du|von|to|against)){0,3}) )$"
_CAPITAL_AFTER = r"^(?: (?:of|on|for|and|the|against)){0,3} ([A-Z][\w'’-]*)"
_ACT = r"(?: (?:[A-Z][\w'’-]*|of|on|for|and|\([A-Z]\w*\))){0,6} (?:Act|Ordinance|Statute)\b"
"""What goes on to the name of a law, which is as it was passed, its names of places and peoples too."""
_BEFORE_TITLE = (" from ", " in ", " of ", " to ", " with ")
_AFTER_TITLE = r"[.,;]|$| (?:\d|(?:at|by|from|in|is|on|to|was|with)\b)"
"""Between these a single word with a capital and no article is a title: *a print of Psycho on Friday*; not *of Gypsy descent*."""
_SMALL_WORDS = frozenset(
    """a about after against al amid among an and around as at be before behind between beyond but by de del der di during el en
    for from he her his if in into is it its la le near nor not of off on onto or out over per she so since than that the their
    they through to toward towards under until up upon van via von vs was we when where while who with within without yet you
    your""".split()
)
"""Words that a headline in title case may write small."""
_DENIAL = (
    r"(?i:(?:\b(?:am|is|are|was|were|be|been|being)(?: not| never|n['’]t)|\b(?:is|are|was|were)n['’]t|['’](?:m|s|re) not)"
    r"(?: an?| any| been an?)?"
    r"|\b(?:has|have|had)(?: not|n['’]t| never) been(?: an?| any)?"
    r"|\b(?:is|are|was|were|be|been|['’]s|['’]re) (?:no|neither an?)"
    r"|\b(?:no|any|without) (?:evidence|proof|sign|indication)s? (?:of|for)(?: an?| any)?"
    r"|\b(?:deny|denies|denied|denying)(?: (?:that|it|he|she|they|there|is|was|are|were|had|has|have|been|being|ever|using"
    r"|committing|having))*(?: an?| any)?) [\"“‘'«]?$"
)
_DENIAL_ENDS = frozenset(
    """a an any been being committing denied denies deny denying ever for had has have having he is are it neither never no not of
    she that there they using was were""".split()
)
"""The words that a denial may end in, besides those in *n't*."""
_DENIAL_SIGNS = ("not", "n't", "n’t", "never", "no ", "neither", "any ", "without ", "deny", "denie")
"""Without one of these nothing is denied."""
_BEFORE_DENIED = " \n\"“‘'«(["
_TITLE_ARTICLES = ("The ", "A ", "An ")
_TITLE_OPENING = r"[\w,;:—–-]\s+[\"'“‘«]?(?:The|A|An) (?:(?:[A-Z][\w'’-]*|of|on|for|and|the|in|to|from|at|with) ){0,6}$"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Does text[start:end] begin and end where words do, by the rules of its script? A hyphen parts them."""
    left, right = _skip_left(text, start), _skip_right(text, end)
    if left and _joined(text[left - 1], text[start]):
        return False
    return right == len(text) or not _joined(text[end - 1], text[right])


def keeps_sense(text: str, start: int, end: int) -> bool:
    """Does text[start:end] keep its sense in the hyphen compound that it stands in, if it does?

    Names do in any (*pro-Kiev*, *Kiev-based*) and need not ask. Other terms do in those that are made of a participle, a name or
    a prefix that leaves them their sense (*terrorist-linked*, *ex-regime*), not in *non-terrorist* and *surgical strike-through*.
    """
    return left_keeps_sense(text, _skip_left(text, start), end) and right_keeps_sense(text, _skip_right(text, end))


def case_fits(matched: str, variant: str, rule: CaseRule) -> bool:
    """Does the text as written satisfy the case rule of the term? `smart`: see the lexicon format."""
    if rule == "any" or (rule == "smart" and variant.islower()):
        return True
    found, wanted = _letters(matched), _letters(variant)
    if rule == "exact":
        return found == wanted
    if found == wanted or found == wanted.upper():
        return True
    found_words, wanted_words = _words(matched), _words(variant)
    return len(found_words) == len(wanted_words) and all(
        word.islower() or found_word in (word, word.upper()) for found_word, word in zip(found_words, wanted_words, strict=True)
    )


def in_address(text: str, start: int, end: int) -> bool:
    """Does the span stand inside a URL, an e-mail address, a @handle, a #hashtag or the name of a file?"""
    if (not start or text[start - 1] in _BEFORE_WORDS) and (end == len(text) or text[end] in _AFTER_WORDS):
        return False
    low = max(0, start - _TOKEN_LIMIT)
    left = max(low, *(text.rfind(blank, low, start) + 1 for blank in " \n\t\r\xa0"))
    high = min(len(text), end + _TOKEN_LIMIT)
    right = min((found for blank in " \n\t\r\xa0" if (found := text.find(blank, end, high)) >= 0), default=high)
    token = text[left:right]
    if len(token) == end - start:
        return False
    if re.search(_ADDRESS, token):
        return True
    return "." in token[start - left : -1] and bool(re.match(_FILE_OR_DOMAIN, token))


def in_name(context: Context, matched: str, variant: str) -> bool:
    """Is the span a part of a longer name or title: *National Institute on Drug Abuse*, *The Great Gate of Kiev*?"""
    if not matched.removeprefix("the ")[:1].isupper() or (matched.isupper() and len(matched) > 1):
        return False
    text, sentence = context.text, context.sentence
    return _capital_is_of_name(context, matched, variant) and not is_headline(text[sentence.start : sentence.end])


def _capital_is_of_name(context: Context, matched: str, variant: str) -> bool:
    text, span, sentence = context.text, context.span, context.sentence
    before = text[max(sentence.start, span.start - 120) : span.start].replace("\n", " ")
    if any(article in before for article in _TITLE_ARTICLES) and re.search(_TITLE_OPENING, before):
        return True
    after = text[span.end : min(context.block.end, span.end + 60)].replace("\n", " ")
    if matched[:4] == "The " and variant[:4] == "the " and is_inside_sentence(text, span.start):
        return True
    if re.match(_ACT, after):
        return True
    if not variant.islower():
        return " " in variant and begins_name(after)
    following = None if matched[:4] == "the " and after[1:2].islower() else re.match(_CAPITAL_AFTER, after)
    if context.starts_sentence:
        multiple = following is not None and matched.istitle() and " " in matched
        return multiple or begins_name(after) or is_name_elsewhere(text, span.start, matched)
    if following:
        return True
    left = re.search(_CAPITAL_BEFORE, before)
    if left is None:
        last = before.split()[-1] if before[-1:] == " " else ""
        if " " not in matched and not matched.endswith("s") and before.rstrip("*_").endswith(_BEFORE_TITLE):
            return bool(re.match(_AFTER_TITLE, after.lstrip("*_"))) and is_running(text, span.start)
        return bool(last) and last.lower() not in ARTICLES and is_name_elsewhere(text, span.start, matched, beside=True)
    opens_sentence = not re.search(r"\w", before[: left.start(1)])
    return not (opens_sentence and not left.group(2) and left.group(1) in OPENERS)


def is_denied(context: Context) -> bool:
    """Is the word at the span said not to fit: *it was not a massacre*, *denied being a traitor*, *no evidence of genocide*?"""
    text, start = context.text, context.span.start
    last = text[max(0, start - 20) : start].rstrip(_BEFORE_DENIED).lower().split()[-1:]
    if not last or not (last[0].lstrip(_BEFORE_DENIED) in _DENIAL_ENDS or last[0].endswith(("n't", "n’t"))):
        return False
    before = text[max(context.sentence.start, start - 100) : start].replace("\n", " ")
    lower = before.lower()
    return any(sign in lower for sign in _DENIAL_SIGNS) and bool(re.search(_DENIAL, before))


def is_headline(sentence: str) -> bool:
    """Is it in title case, so that a capital tells nothing?"""
    plain = sentence[:400].replace("’", "'")
    words = [word for word in re.findall(r"[^\W\d_][\w'-]*", plain) if word not in _SMALL_WORDS]
    return sum(len(word) > 3 for word in words) >= 3 and all(word[0].isupper() for word in words)


def _joined(left: str, right: str) -> bool:
    """Do two neighbouring characters belong to one word?"""
    if not (_is_word(left) and _is_word(right)):
        return False
    if left.isascii() and right.isascii():
        return True
    return not (_without_spaces(left) or _without_spaces(right))


def _skip_left(text: str, start: int) -> int:
    """The end of what a reader sees before `start`: soft hyphens, also at the end of a line, do not part a word."""
    if text.isascii() or text[max(0, start - 20) : start].rstrip(" \t\r\n")[-1:] not in _UNSEEN:  # `isascii` looks at a flag
        return start
    unseen = re.compile(_UNSEEN_BEFORE).search(text, max(0, start - 20), start)
    return unseen.start() if unseen else start


def _skip_right(text: str, end: int) -> int:
    if end == len(text) or text[end] not in INVISIBLE:
        return end
    unseen = re.compile(_UNSEEN_AFTER).match(text, end)
    return unseen.end() if unseen else end


def _is_word(character: str) -> bool:
    if character.isalnum() or character == "_":
        return True
    return not character.isascii() and unicodedata.category(character)[0] == "M"


@cache
def _without_spaces(character: str) -> bool:
    """Is it of a script that puts no spaces between words?"""
    return unicodedata.name(character, "").startswith(_NO_WORD_SPACES)


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalpha())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text.replace("\u00ad", "")))
