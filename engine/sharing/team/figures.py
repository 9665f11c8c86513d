"""A person's figures made fit for a round before they are masked, and a round's sums made fit to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from secrets import randbelow

from engine.domain.team import (
    MILLION,
    QUARTER_MINUTES,
    RESULT_MINUTES,
    WHOLE_QUARTERS,
    TeamLine,
    TeamRules,
    fewest_of,
    is_noisy,
)
from engine.sharing.noise.coins import Below
from engine.sharing.team.noise_share import half_width, noise_share


def counted(quarters: Mapping[str, int], rules: TeamRules, members: int) -> tuple[int, ...]:
    """Return what of a person's quarters of an hour counts, in the order of the groups, without noise.

    With noise the whole is cut to the round's cap, in proportion; without, each figure is rounded to hours.
    """
    figures = [max(0, quarters.get(group, 0)) for group in rules.groups]
    if is_noisy(members):
        return capped(figures, rules.cap_quarters)
    return tuple((figure + WHOLE_QUARTERS // 2) // WHOLE_QUARTERS * WHOLE_QUARTERS for figure in figures)


def capped(figures: Sequence[int], cap: int) -> tuple[int, ...]:
    """Return the figures, each less in proportion where their sum is above the cap."""
    total = sum(figures)
    return tuple(figures) if total <= cap else tuple(figure * cap // total for figure in figures)


def noised(figures: Sequence[int], rules: TeamRules, members: int, below: Below = randbelow) -> tuple[int, ...]:
    """Return the figures, each with the person's share of noise where there is noise."""
    if not is_noisy(members):
        return tuple(figures)
    scale = scale_of(rules)
    return tuple(figure + noise_share(scale, fewest_of(members), below) for figure in figures)


def scale_of(rules: TeamRules) -> int:
    """Return the scale of the noise of each sum, in quarters of an hour, rounded up.

    Leaving one person out changes all sums together by at most the cap, so the cap over epsilon protects it.
    """
    return -((-rules.cap_quarters * MILLION) // rules.epsilon_millionths)


def lines_of(figures: Sequence[int], rules: TeamRules) -> tuple[TeamLine, ...]:
    """Return a person's own figures to be shown."""
    return tuple(TeamLine(group, figure * QUARTER_MINUTES) for group, figure in zip(rules.groups, figures, strict=True))


def told(sums: Sequence[int], rules: TeamRules, members: int, there: int) -> tuple[TeamLine, ...]:
    """Return the sums to be told: with intervals where there is noise, else in steps of five hours."""
    pairs = zip(rules.groups, sums, strict=True)
    if not is_noisy(members):
        return tuple(TeamLine(group, _stepped(total * QUARTER_MINUTES)) for group, total in pairs)
    width = half_width(scale_of(rules), fewest_of(members), there)
    return tuple(
        TeamLine(
            group,
            max(0, total) * QUARTER_MINUTES,
            max(0, total - width) * QUARTER_MINUTES,
            max(0, total + width) * QUARTER_MINUTES,
        )
        for group, total in pairs
    )


def _stepped(minutes: int) -> int:
    return round(Fraction(minutes, RESULT_MINUTES)) * RESULT_MINUTES
