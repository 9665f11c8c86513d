"""A week's minutes are divided as well as any division can be; a simulated learner gains more by it."""

from __future__ import annotations

import math
from itertools import product
from statistics import fmean, stdev

from helpers.simulated_learner import equal, gained, greedy, planned
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.learning import PIECE_MINUTES, Returns, Skill
from engine.learning.allocation import Candidate, allocated

ASSUMED = Returns(1.0, 150.0)


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    """Return one to four skills, some limited, some with new items, some that give nothing."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        limit = draw(st.sampled_from([0, 15, 20, 45, 600]))
        skill = Skill(f"skill {number}", draw(st.integers(1, 5)), limit, id=number + 1)
        returns = Returns(draw(st.sampled_from([0.0, 0.3, 1.0, 2.5])), draw(st.sampled_from([20.0, 150.0, 900.0])))
        level = draw(st.sampled_from([0.0, 4.0, 10.0]))
        found.append(Candidate(skill, level, returns, draw(st.sampled_from([0, 10, 40, 500]))))
    return found


def worth(given_to: list[Candidate], minutes: tuple[int, ...]) -> float:
    return sum(one.worth(part) for one, part in zip(given_to, minutes, strict=True))


@settings(max_examples=60, deadline=None)
@given(found=candidates(), pieces=st.integers(1, 7))
def test_no_division_at_all_is_better(found: list[Candidate], pieces: int) -> None:
    most = pieces * PIECE_MINUTES + 7
    counts = [range(one.most_pieces(most) + 1) for one in found]
    divisions = [
        tuple(count * PIECE_MINUTES for count in division) for division in product(*counts) if sum(division) <= pieces
    ]
    best = max(worth(found, division) for division in divisions)
    shares = allocated(found, most)
    assert math.isclose(worth(found, tuple(one.minutes for one in shares)), best, rel_tol=1e-9, abs_tol=1e-9)
    assert sum(one.minutes for one in shares) <= most
    assert all(not one.skill.most_minutes or one.minutes <= one.skill.most_minutes for one in shares)


def test_what_gives_nothing_gets_nothing() -> None:
    shares = allocated([Candidate(Skill("known"), 10.0, ASSUMED), Candidate(Skill("new"), 0.0, ASSUMED)], 60)
    assert [one.minutes for one in shares] == [0, 60]


def test_a_share_says_what_it_rests_on() -> None:
    (share,) = allocated([Candidate(Skill("Rust", 5, 60), 4.0, Returns(1.0, 150.0, 3), 30)], 300)
    assert (share.minutes, share.limited, share.new_minutes, share.returns.weeks) == (60, True, 30, 3)
    assert math.isclose(share.gain, 0.6 * (1 - math.exp(-60 / 150)))
    assert math.isclose(share.gain + share.next_gain, 0.6 * (1 - math.exp(-75 / 150)))


def test_a_learner_gains_more_than_by_equal_parts_and_by_what_gave_most_so_far() -> None:
    ours = [gained(planned, seed) for seed in range(14)]
    for policy in (equal, greedy):
        more = [own - gained(policy, seed) for seed, own in enumerate(ours)]
        assert fmean(more) - 1.96 * stdev(more) / math.sqrt(len(more)) > 0
