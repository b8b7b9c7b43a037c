"""Laws of comparisons: nothing is lost, and neither names nor the order of documents change what is said."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.comparing import compare
from linter.comparison import Comparison
from linter.lexicon import Concept, Term
from linter.profiles import Profile, Tally, Use, profile_of

_TERMS = (Term("Kyiv", "preferred"), Term("Kiev", "deprecated", stance="moscow"), Term("Kiew", "admitted"))
_CONCEPTS = {id: Concept(id, "desk", _TERMS) for id in ("one", "two")}

_uses = st.builds(
    lambda concept, term, voices: Use(
        concept, "desk", term.text, term.status, term.stance, ("a.txt", 1, "", "", ""), Counter(voices), Counter()
    ),
    st.sampled_from(sorted(_CONCEPTS)),
    st.sampled_from(_TERMS),
    st.dictionaries(st.sampled_from(("own", "reported", "scare", "attributed", "quoted")), st.integers(1, 50), min_size=1),
)
_tallies = st.lists(st.builds(lambda words, uses: Tally("a.txt", words, tuple(uses)), st.integers(300, 9_000), st.lists(_uses)))
_documents = st.lists(_tallies.filter(bool), min_size=2, max_size=5)


def _profiles(documents: list[list[Tally]]) -> list[Profile]:
    return [profile_of(f"document {number}", tallies, _CONCEPTS.get) for number, tallies in enumerate(documents)]


def _said(comparison: Comparison) -> list[tuple[str, str, float]]:
    return [(row.concept, row.contrast, round(row.score, 6)) for row in comparison.rows]


@settings(deadline=None)
@given(_documents)
def test_nothing_is_lost(documents: list[list[Tally]]) -> None:
    for tallies, profile in zip(documents, _profiles(documents), strict=True):
        assert profile.words == sum(tally.words for tally in tallies)
        assert profile.uses == sum(use.voices.total() for tally in tallies for use in tally.uses)
        for term in profile.terms:
            assert term.count == term.own + term.reported + term.scare + term.attributed + term.quoted
            assert term.narrated == term.count - term.attributed - term.quoted


@settings(deadline=None)
@given(_documents, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(documents: list[list[Tally]], random: object) -> None:
    profiles = _profiles(documents)
    shuffled = list(profiles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _said(compare(profiles)) == _said(compare(shuffled))


@settings(deadline=None)
@given(_documents)
def test_scores_rank_and_add_up(documents: list[list[Tally]]) -> None:
    comparison = compare(_profiles(documents))
    for contrast in ("differ", "alone", "alike"):
        scores = [row.score for row in comparison.rows if row.contrast == contrast]
        assert scores == sorted(scores, reverse=True)
    for row in comparison.rows:
        assert [cell.document for cell in row.cells] == list(comparison.names)
        assert all(weight.score >= 0 for weight in row.weights)
    parts: Counter[str] = Counter()
    for stance in comparison.stances:
        assert 0 <= stance.share <= 1
        parts[stance.document] += round(stance.part, 9)
    assert all(abs(total - 1) < 1e-6 for total in parts.values())
