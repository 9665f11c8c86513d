"""How and when a suggestion is put: mostly what was accepted most so far, now and then anything, drawn by the week.

Epsilon-greedy over framings and minutes, each counted by itself, so that a few weeks tell something. Probabilities are
worked out first and the draw made from them, so that the propensity that is kept is exact. The draw follows from the
week alone: whoever makes the letter anew draws the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import accumulate, product

from engine.domain.clock import MS_PER_HOUR
from engine.domain.letters import Framing, LetterAnswer, StoredLetter, Trial

MINUTES = (8 * 60 + 30, 12 * 60 + 30, 17 * 60)
"""Minutes after midnight at which letters are given: before, in the middle of and after the day's work."""

EXPLORED = 0.3
"""The share of weeks that is dealt out evenly."""

DECIDED_MS = 7 * 24 * MS_PER_HOUR
"""Who has not answered by then has not taken it."""

_MILLION = 1_000_000

Arm = tuple[Framing, int]


def plain_trial(quiet: Callable[[int], bool], quiet_until: int) -> Trial:
    """Return how it is put where nothing is tried out."""
    return Trial(Framing.NEUTRAL, _minutes(quiet, quiet_until)[0], 1.0, tried=False)


def drawn(
    week: date, letters: Sequence[StoredLetter], now_ms: int, quiet: Callable[[int], bool], quiet_until: int
) -> Trial:
    """Return framing and minute for the letter of a week, with the probability they were drawn with.

    letters: those before. quiet: whether a minute of the day lies in the quiet hours, when nothing is given.
    """
    decided = [one for one in letters if one.letter.suggestion is not None and _is_decided(one, now_ms)]
    chances = probabilities(list(product(Framing, _minutes(quiet, quiet_until))), decided)
    arms, ends = list(chances), list(accumulate(chances.values()))
    at = int.from_bytes(blake2b(f"letter {week}".encode(), digest_size=8).digest(), "big") / 2**64 * ends[-1]
    framing, minute = next(arm for arm, end in zip(arms, ends, strict=True) if at < end or end == ends[-1])
    propensity = max(1, round(chances[framing, minute] * _MILLION)) / _MILLION
    return Trial(framing, minute, propensity, tried=len(arms) > 1)


def probabilities(arms: Sequence[Arm], decided: Sequence[StoredLetter]) -> Mapping[Arm, float]:
    """Return the probability of each arm after what was decided; they sum to 1."""
    worth = {arm: _share(decided, framing=arm[0]) * _share(decided, minute=arm[1]) for arm in arms}
    most = max(worth.values())
    best = [arm for arm in arms if worth[arm] >= most - 1e-12]
    even = EXPLORED / len(arms)
    return {arm: even + ((1 - EXPLORED) / len(best) if arm in best else 0.0) for arm in arms}


def _share(decided: Sequence[StoredLetter], framing: Framing | None = None, minute: int | None = None) -> float:
    """Return the share accepted of those put so, with one accepted and one not assumed before any."""
    those = [
        one
        for one in decided
        if framing in {None, one.letter.trial.framing} and minute in {None, one.letter.trial.minute}
    ]
    return (1 + sum(one.answer is LetterAnswer.ACCEPTED for one in those)) / (2 + len(those))


def _is_decided(one: StoredLetter, now_ms: int) -> bool:
    return bool(one.answer) or now_ms - one.letter.made_ms >= DECIDED_MS


def _minutes(quiet: Callable[[int], bool], quiet_until: int) -> tuple[int, ...]:
    return tuple(minute for minute in MINUTES if not quiet(minute)) or (quiet_until,)
