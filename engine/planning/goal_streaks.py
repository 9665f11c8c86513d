"""How many times in a row a goal was met. A streak forgives: it is to be a pleasure, not a chain.

- Days the goal is not for, and days or weeks in which nothing was recorded, neither count nor break it.
- What is under way counts once it is settled.
- A miss is forgiven where none was forgiven in the six days before it (for a goal per week: the three weeks before). It
  does not count. A second one breaks the streak.
"""

from __future__ import annotations

from datetime import date, timedelta

from engine.domain.goals import GoalProgress, Per, Standing, Streak

FORGIVEN_EVERY = {Per.DAY: timedelta(days=7), Per.WEEK: timedelta(weeks=4)}


def streak_of(progress: GoalProgress) -> Streak:
    """Return the streak at the end of the results, and the longest one in them."""
    length = best = forgiven = 0
    last: date | None = None
    for one in progress.results:
        if one.standing is Standing.MET:
            length += 1
            best = max(best, length)
        elif one.standing is Standing.MISSED and length:
            if last is None or one.span.start - last >= FORGIVEN_EVERY[progress.goal.per]:
                last, forgiven = one.span.start, forgiven + 1
            else:
                length, forgiven, last = 0, 0, None
    return Streak(length, best, forgiven if length else 0)
