"""How much more one document uses a word than the others do: the log-odds ratio with an informative Dirichlet prior.

Monroe, Colaresi and Quinn, “Fightin' Words: Lexical Feature Selection and Evaluation for Identifying the Content of
Political Conflict”, Political Analysis 16 (2008) 372–403, equations 16 to 22. A plain difference of rates is ruled by the
frequent words, a plain log-odds ratio by the rare ones; the prior shrinks what little text says, and the z-score weighs the
rest by how sure it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

PRIOR_WORDS = 500.0
"""The size of the prior (α₀) in words: what is believed before reading weighs as much as so many words of text."""


@dataclass(frozen=True, slots=True)
class LogOdds:
    """`value`: the log-odds ratio (eq. 16), positive where the document uses the word more than the others. `z`: in standard
    deviations (eq. 22); beyond ±1.96 chance alone would explain it in one case of twenty."""

    value: float
    z: float


def log_odds(count: int, words: int, count_elsewhere: int, words_elsewhere: int) -> LogOdds:
    """Compares the rate of a word in a document with that in the others together.

    The prior of the word (α_w) is its share of all the text, so a word that all use alike gets 0. `words` and
    `words_elsewhere` are at least 1, and at least the counts.
    """
    everywhere, all_words = count + count_elsewhere, words + words_elsewhere
    if everywhere == 0:
        return LogOdds(0.0, 0.0)
    prior = PRIOR_WORDS * everywhere / all_words
    here, elsewhere = count + prior, count_elsewhere + prior
    rest_here = max(words + PRIOR_WORDS - here, prior)
    rest_elsewhere = max(words_elsewhere + PRIOR_WORDS - elsewhere, prior)
    value = math.log(here / rest_here) - math.log(elsewhere / rest_elsewhere)
    return LogOdds(value, value / math.sqrt(1 / here + 1 / elsewhere))
