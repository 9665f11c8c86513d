"""Which time away to ask about, what it most likely was, and what comes of the answers; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from engine.domain.away import Asking, AwayRules, Because, Gap, Guess, Part
from engine.domain.clock import MS_PER_MINUTE, Instant, utc, wall_ms
from engine.domain.corrections import ADDED_SOURCE, Correction, Said
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval, union_length
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelledStretch
from engine.history.corrections import Request, add, leave

_LONGEST_WENT_ON_MS = 20 * MS_PER_MINUTE
_MOST_HABITS = 3
_HALF = 0.5

Meeting = Callable[[LabelledStretch], bool]


def gaps_between(
    stretches: Sequence[LabelledStretch],
    answered: Iterable[Correction],
    rule: DayRule,
    rules: AwayRules,
    is_meeting: Meeting,
) -> list[tuple[Interval, LabelledStretch, LabelledStretch]]:
    """Return the gaps worth a question, each with the active stretch before and after it.

    stretches: the history as it counts, in order. answered: corrections in force; one that lies over half of a gap or
    more has answered it. A gap is time between two active stretches without any: idle, locked, asleep, or not
    recorded. Paused time is no gap, as the person wished to leave no record; nor is one after a meeting.
    """
    answers = [one.interval for one in answered]
    found = []
    for before, interval, after, paused in _runs(stretches):
        if paused or not rules.shortest_ms <= interval.length_ms <= rules.longest_ms or is_meeting(before):
            continue
        if _share(interval, answers) < _HALF and _share(interval, _nights(interval, rule, rules.night)) < _HALF:
            found.append((interval, before, after))
    return found


def _runs(
    stretches: Sequence[LabelledStretch],
) -> Iterator[tuple[LabelledStretch, Interval, LabelledStretch, bool]]:
    """Yield active stretch, what lies between, the next active stretch, and whether any of it was paused."""
    before: LabelledStretch | None = None
    paused = False
    for stretch in stretches:
        if stretch.what.presence is not Presence.ACTIVE:
            paused = paused or stretch.what.presence is Presence.PAUSED
            continue
        if before is not None and before.interval.end_ms < stretch.interval.start_ms:
            yield before, Interval(before.interval.end_ms, stretch.interval.start_ms), stretch, paused
        before, paused = stretch, False


def _share(whole: Interval, parts: Iterable[Interval]) -> float:
    return union_length(part for one in parts if (part := one.clip(whole)) is not None) / whole.length_ms


def _nights(interval: Interval, rule: DayRule, night: tuple[int, int]) -> list[Interval]:
    """Return the nights around the interval, in the rule's zone."""
    first = _local(interval.start_ms, rule).date() - timedelta(days=1)
    days = (_local(interval.end_ms, rule).date() - first).days + 1
    nights = []
    for day in (first + timedelta(days=ahead) for ahead in range(days)):
        falls = datetime(day.year, day.month, day.day, night[0], tzinfo=rule.tzinfo())
        ends = falls + timedelta(hours=(night[1] - night[0]) % 24)  # on the wall clock: from ten to six by any clock
        nights.append(Interval(wall_ms(falls), wall_ms(ends)))
    return nights


def _local(moment_ms: int, rule: DayRule) -> datetime:
    return utc(moment_ms).astimezone(rule.tzinfo())


def guesses(
    interval: Interval,
    before: LabelledStretch,
    after: LabelledStretch,
    earlier: Iterable[LabelledStretch],
    rule: DayRule,
) -> tuple[Guess, ...]:
    """Return what the gap may have been, the likeliest first, each once.

    earlier: stretches of earlier days; those the person added at the same time of day count as habits. Without any, a
    short gap between the same two things was that thing; else a break comes first.
    """
    habits = _habits(interval, earlier, rule)
    same = _said(before) == _said(after)
    around = [_like(Because.BEFORE, before), _like(Because.AFTER, after)]
    rest = Guess(Because.BREAK)
    if same and interval.length_ms <= _LONGEST_WENT_ON_MS:
        ordered = [*habits, _like(Because.WENT_ON, before), rest]
    else:
        ordered = [*habits, rest, *around]
    kept: dict[Said | None, Guess] = {}
    for guess in ordered:
        if guess.said is None or guess.said.app:
            kept.setdefault(guess.said, guess)
    return tuple(kept.values())


def _like(because: Because, stretch: LabelledStretch) -> Guess:
    return Guess(because, _said(stretch))


def _said(stretch: LabelledStretch) -> Said:
    return Said(stretch.what.app, stretch.what.title, stretch.override or UNCHANGED)


def _habits(interval: Interval, earlier: Iterable[LabelledStretch], rule: DayRule) -> list[Guess]:
    """Return what the person added at this time of day on earlier days, the most days first, then the latest."""
    days: defaultdict[Said, set[date]] = defaultdict(set)
    start = _minute(interval.start_ms, rule)
    end = start + interval.length_ms // MS_PER_MINUTE
    for one in earlier:
        if one.source != ADDED_SOURCE or one.interval.end_ms > interval.start_ms:
            continue
        began = _minute(one.interval.start_ms, rule)
        if began < end and began + one.interval.length_ms // MS_PER_MINUTE > start:
            days[_said(one)].add(_local(one.interval.start_ms, rule).date())
    best = sorted(days, key=lambda said: (len(days[said]), max(days[said])), reverse=True)
    return [Guess(Because.SAME_HOUR, said, len(days[said])) for said in best[:_MOST_HABITS]]


def _minute(moment_ms: int, rule: DayRule) -> int:
    local = _local(moment_ms, rule)
    return local.hour * 60 + local.minute


def bring_up(
    gaps: Sequence[Gap], put_off: Collection[Interval], now_ms: int, rule: DayRule, rules: AwayRules, *, busy: bool
) -> Asking:
    """Return what to ask about at this moment.

    put_off: gaps the person does not want to hear of now. busy: a meeting or a call is in front, so nothing is asked.
    A gap is brought up by itself while it is fresh; the rest waits for the evening and comes together.
    """
    if busy:
        return Asking()
    fresh = [gap for gap in gaps if now_ms - gap.interval.end_ms <= rules.fresh_ms and gap.interval not in put_off]
    if fresh:
        return Asking((fresh[-1],))
    if gaps and _local(now_ms, rule).hour >= rules.evening_hour:
        return Asking(tuple(gaps), together=True)
    return Asking()


def answered(gap: Interval, parts: Sequence[Part], now: Instant, around: Sequence[LabelledStretch]) -> list[Correction]:
    """Return what the parts of one gap come to; a break is kept as recorded, and so answered too.

    around: the history as it counts that shares time with the gap. Raises UsageError unless the parts fill the gap
    one after another and each has a name or is a break.
    """
    edges = [gap.start_ms, *(part.interval.end_ms for part in parts)]
    starts = [*(part.interval.start_ms for part in parts), gap.end_ms]
    if not parts or edges != starts or not all(part.interval.length_ms for part in parts):
        raise UsageError("The parts have to fill the time away, one after another.")
    made: list[Correction] = []
    for part in parts:
        request = Request(part.interval, now, around)
        made += leave(request) if part.said is None else add(request, part.said)
    return made
