"""The log-odds ratio with an informative Dirichlet prior."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.log_odds import PRIOR_WORDS, log_odds


def test_equations_by_hand() -> None:
    # y_i = 30 of n_i = 10,000; y_j = 10 of n_j = 20,000; α₀ = 500, α_w = 500 · 40 / 30,000
    prior = PRIOR_WORDS * 40 / 30_000
    here, elsewhere = 30 + prior, 10 + prior
    value = math.log(here / (10_500 - here)) - math.log(elsewhere / (20_500 - elsewhere))
    found = log_odds(30, 10_000, 10, 20_000)
    assert found.value == pytest.approx(value)
    assert found.z == pytest.approx(value / math.sqrt(1 / here + 1 / elsewhere))
    assert found.z > 1.96


@pytest.mark.parametrize(
    ("counts", "z"),
    [
        pytest.param((0, 100, 0, 100), 0.0, id="used nowhere"),
        pytest.param((5, 1_000, 5, 1_000), 0.0, id="used alike"),
        pytest.param((10, 10, 0, 10), 5.0, id="every word is this one: finite all the same"),
    ],
)
def test_edges(counts: tuple[int, int, int, int], z: float) -> None:
    found = log_odds(*counts)
    assert math.isfinite(found.value)
    assert abs(found.z) <= z


def test_little_text_says_less() -> None:
    assert log_odds(3, 1_000, 1, 1_000).z < log_odds(30, 10_000, 10, 10_000).z


@settings(deadline=None)
@given(st.integers(0, 500), st.integers(500, 10**6), st.integers(0, 500), st.integers(500, 10**6))
def test_two_documents_mirror_each_other(here: int, words: int, there: int, words_there: int) -> None:
    one, other = log_odds(here, words, there, words_there), log_odds(there, words_there, here, words)
    assert one.value == pytest.approx(-other.value, abs=1e-9)
    assert one.z == pytest.approx(-other.z, abs=1e-9)
    assert (one.z > 1e-9) <= (here * words_there >= there * words)
