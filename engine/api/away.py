"""Time away from the machine: what to ask the person about it, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta

from engine.api.corrections import Corrections
from engine.domain.away import Asking, AwayRules, Gap, Part
from engine.domain.categories import CategoryTree, Labels
from engine.domain.clock import MS_PER_MINUTE, Clock
from engine.domain.corrections import Changed
from engine.domain.days import DayRule, day_bounds, day_of, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelledStretch
from engine.history.away import Meeting, answered, bring_up, gaps_between, guesses
from engine.history.meetings import is_meeting
from engine.settings import AskAway

HABIT_DAYS = 21
_JUST_NOW_MS = 2 * MS_PER_MINUTE


class Away:
    """Asks about today's gaps.

    rule: how days are cut. label: what the rules say of a look. when: the person's wish, asked for anew each time.
    """

    def __init__(
        self,
        corrections: Corrections,
        clock: Clock,
        *,
        rule: Callable[[], DayRule],
        label: Callable[[Look], Labels],
        when: Callable[[], AskAway],
        rules: AwayRules | None = None,
    ) -> None:
        self._corrections = corrections
        self._clock = clock
        self._rule = rule
        self._label = label
        self._when = when
        self._rules = rules or AwayRules()

    def categories(self) -> CategoryTree:
        """Return the categories to choose from."""
        return self._corrections.categories()

    def gaps(self) -> list[Gap]:
        """Return today's gaps nobody has answered yet, with their guesses, in order."""
        return self._gaps(self._today(), self._meeting())

    def asking(self, put_off: Collection[Interval] = ()) -> Asking:
        """Return what to bring up now; put_off: gaps not to be brought up by themselves again."""
        when = self._when()
        if when is AskAway.NEVER:
            return Asking()
        stretches, meeting = self._today(), self._meeting()
        now_ms = self._clock.now().wall_ms
        last = stretches[-1] if stretches else None
        busy = last is not None and now_ms - last.interval.end_ms <= _JUST_NOW_MS and meeting(last)
        gaps = self._gaps(stretches, meeting)
        alone = put_off if when is AskAway.NOW else [gap.interval for gap in gaps]
        return bring_up(gaps, alone, now_ms, self._rule(), self._rules, busy=busy)

    def answer(self, answers: Sequence[tuple[Interval, Sequence[Part]]]) -> Changed:
        """Store what the person says of one or more gaps as one action; UsageError where parts do not fit their gap."""
        now = self._clock.now()
        corrections = [
            one
            for gap, parts in answers
            for one in answered(gap, parts, now, self._corrections.stretches(gap.start_ms, gap.end_ms))
        ]
        if not corrections:
            raise UsageError("Answer at least one of the questions, or close them.")
        return self._corrections.apply(corrections)

    def _today(self) -> list[LabelledStretch]:
        rule = self._rule()
        bounds = day_bounds(day_of(self._clock.now().wall_ms, rule), rule)
        return self._corrections.stretches(bounds.start_ms, bounds.end_ms)

    def _gaps(self, stretches: Sequence[LabelledStretch], meeting: Meeting) -> list[Gap]:
        if not stretches:
            return []
        rule = self._rule()
        first, last = stretches[0].interval.start_ms, stretches[-1].interval.end_ms
        found = gaps_between(stretches, self._corrections.in_force(first, last), rule, self._rules, meeting)
        if not found:
            return []
        start = day_start_ms(day_of(first, rule) - timedelta(days=HABIT_DAYS), rule)
        earlier = self._corrections.added(start, first)
        return [Gap(span, guesses(span, before, after, earlier, rule)) for span, before, after in found]

    def _meeting(self) -> Meeting:
        tree = self._corrections.categories()

        def meeting(stretch: LabelledStretch) -> bool:
            what = stretch.what
            if what.presence is not Presence.ACTIVE:
                return False
            by_rules = self._label(Look(0, what.app, what.title, what.site, what.document))
            labels = (stretch.override or UNCHANGED).over(by_rules)
            return is_meeting(what, tree.path(labels.category_id or 0))

        return meeting
