"""What became of planned time is what was recorded in it, and the plan learns where it is not kept to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.counted_history import CATEGORIES, CountedHistory, labelled
from helpers.week_room import ZONE, at, planned, span

from engine.domain.adherence import Adherence, Outcome
from engine.domain.blocks import BlockKind, Occurrence
from engine.domain.categories import CategoryTree, Labels
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.planning.adherence import KEPT_SHARE, PARTLY_SHARE, adherence_of
from engine.planning.keeping import DRAWN_HOURS, keep_rates

TREE = CategoryTree(CATEGORIES)
WORK, TALK, GAMES = Labels(2, "Kairos"), Labels(3), Labels(4)
NOW = at(1, 12)


def history(*parts: tuple[float, float, Labels]) -> CountedHistory:
    return CountedHistory(labelled(at(0, start), at(0, end), "app", "", labels) for start, end, labels in parts)


def of(one: Occurrence, counted: CountedHistory, now_ms: int = NOW) -> Adherence:
    return adherence_of([one], counted, TREE, span(0, 0, 23), now_ms)


def about(one: Occurrence, **what: object) -> Occurrence:
    return replace(one, block=replace(one.block, about=replace(one.block.about, **what)))  # type: ignore[arg-type]


FOCUS = planned(span(0, 9, 11), BlockKind.FOCUS)


@pytest.mark.parametrize(
    ("hours", "outcome"),
    [
        (2.0, Outcome.KEPT),
        (2 * KEPT_SHARE + 0.01, Outcome.KEPT),
        (2 * KEPT_SHARE - 0.01, Outcome.PARTLY),
        (2 * PARTLY_SHARE + 0.01, Outcome.PARTLY),
        (0.25, Outcome.MISSED),
    ],
)
def test_the_share_that_went_to_it_tells_what_became_of_it(hours: float, outcome: Outcome) -> None:
    end = at(0, 9) + round(hours * 3_600_000)
    counted = CountedHistory(
        [
            labelled(at(0, 9), end, "editor", "", WORK),
            *([labelled(end, at(0, 11), "game", "", GAMES)] if end < at(0, 11) else []),
        ]
    )
    found = of(FOCUS, counted)
    [kept] = found.kept
    assert kept.outcome is outcome
    assert kept.focused_ms == kept.matching_ms == end - at(0, 9)
    assert kept.distracting_ms == at(0, 11) - end
    assert found.share == pytest.approx(hours / 2)


def test_a_category_counts_with_all_below_it_and_a_project_alone() -> None:
    counted = history((9, 10, WORK), (10, 11, TALK))
    [of_work] = of(about(FOCUS, category_id=1), counted).kept
    assert of_work.matching_ms == 3_600_000
    [of_talk] = of(about(planned(span(0, 9, 11)), category_id=3), counted).kept
    assert (of_talk.matching_ms, of_talk.outcome) == (3_600_000, Outcome.PARTLY)
    [of_project] = of(about(planned(span(0, 9, 10)), project="Kairos"), counted).kept
    assert of_project.outcome is Outcome.KEPT
    [of_another] = of(about(FOCUS, category_id=1, project="Other"), counted).kept
    assert of_another.outcome is Outcome.MISSED


def test_shallow_work_is_anything_that_does_not_distract() -> None:
    [talk] = of(planned(span(0, 9, 11), BlockKind.SHALLOW), history((9, 11, TALK))).kept
    assert talk.outcome is Outcome.KEPT
    [play] = of(planned(span(0, 9, 11), BlockKind.SHALLOW), history((9, 11, GAMES))).kept
    assert play.outcome is Outcome.MISSED


def test_what_the_machine_cannot_tell_is_not_measured() -> None:
    counted = history((9, 11, GAMES))
    for kind in (BlockKind.BREAK, BlockKind.PERSONAL, BlockKind.MEETING):
        found = of(planned(span(0, 9, 11), kind), counted)
        assert [one.outcome for one in found.kept] == [Outcome.NOT_MEASURED]
        assert (found.share, found.planned_ms) == (None, 0)
    of_nothing = adherence_of([FOCUS], counted, CategoryTree([CATEGORIES[3]]), span(0, 0, 23), NOW)
    assert of_nothing.kept[0].outcome is Outcome.NOT_MEASURED  # no category counts as focused work yet
    whole_day = replace(FOCUS, block=replace(FOCUS.block, all_day=True))
    assert of(whole_day, counted).kept[0].outcome is Outcome.NOT_MEASURED


def test_time_ahead_under_way_and_without_a_record_is_no_failure() -> None:
    counted = history((9, 10, WORK))
    assert of(FOCUS, counted, at(0, 8)).kept[0].outcome is Outcome.AHEAD
    assert of(FOCUS, counted, at(0, 10)).kept[0].outcome is Outcome.UNDER_WAY
    assert of(FOCUS, CountedHistory([])).kept[0].outcome is Outcome.UNRECORDED
    away = CountedHistory([labelled(at(0, 9), at(0, 11), "", "", Labels(), presence=Presence.LOCKED)])
    assert of(FOCUS, away).kept[0].outcome is Outcome.MISSED
    paused = CountedHistory([labelled(at(0, 9), at(0, 11), "", "", Labels(), presence=Presence.PAUSED)])
    assert of(FOCUS, paused).kept[0].outcome is Outcome.UNRECORDED
    assert of(FOCUS, counted, at(0, 10)).share is None


def test_planned_times_that_overlap_are_each_told_whole() -> None:
    two = [planned(span(0, 9, 11), BlockKind.FOCUS), planned(span(0, 10, 12), BlockKind.FOCUS, number=2)]
    found = adherence_of(two, history((9, 12, WORK)), TREE, span(0, 0, 23), NOW)
    assert [one.matching_ms for one in found.kept] == [7_200_000, 7_200_000]
    assert found.share == 1.0


# ---------------------------------------------------------------- what is learned from it


def days(kept_at: float, *, kept: bool, many: int) -> list[Adherence]:
    labels = WORK if kept else GAMES
    found = []
    for day in range(many):
        interval = Interval(at(-day, kept_at), at(-day, kept_at + 1))
        counted = CountedHistory([labelled(interval.start_ms, interval.end_ms, "app", "", labels)])
        found.append(adherence_of([planned(interval, BlockKind.FOCUS)], counted, TREE, interval, NOW))
    return found


def rates(*some: list[Adherence]) -> tuple[float, ...]:
    return keep_rates([kept for one in some for each in one for kept in each.kept], ZONE)[BlockKind.FOCUS]


def test_hours_that_are_not_kept_to_are_doubted_more_the_more_often() -> None:
    kept = days(14, kept=True, many=8)
    once, often = (rates(kept, days(9, kept=False, many=many)) for many in (1, 8))
    assert often[9] < once[9] < 1
    assert often[9] < often[12] < often[14]  # of an hour never planned in the share of all hours is told
    assert often[14] == pytest.approx((8 + DRAWN_HOURS * often[12]) / (8 + DRAWN_HOURS))


def test_nobody_is_doubted_without_a_reason() -> None:
    assert keep_rates([], ZONE) == {}
    assert rates(days(9, kept=True, many=5)) == pytest.approx((1.0,) * 24)
    ahead = [planned(span(2, 9, 10), BlockKind.FOCUS)]
    assert keep_rates(adherence_of(ahead, history(), TREE, span(0, 0, 23), NOW).kept, ZONE) == {}
