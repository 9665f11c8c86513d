"""What lies under a point: a block, one of its ends, or free time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from helpers.week_scenes import MONDAY as FIRST
from helpers.week_scenes import at, block, scene, week

from desktop_app.widgets.week_axis import axis_of
from desktop_app.widgets.week_boxes import Frame, boxes_of, day_boxes, day_rows
from desktop_app.widgets.week_hits import Zone, hit_above, hit_in_grid
from desktop_app.widgets.week_values import WeekScene
from engine.domain.clock import utc


def local(moment_ms: int) -> datetime:
    return utc(moment_ms).astimezone(ZoneInfo("Europe/Berlin"))


def frame(shown: WeekScene) -> Frame:
    return Frame(750.0, 50.0, 40.0, axis_of(shown.days, local))


SHOWN = scene(block("a", 0, "09:00", "11:00"), block("b", 0, "10:00", "10:10"), block("night", 1, "23:00", "23:59"))


def test_the_middle_moves_and_both_ends_draw() -> None:
    measures = frame(SHOWN)
    boxes = boxes_of(SHOWN.blocks, measures)
    zones = [hit_in_grid(60, y * 40 / 60, boxes, measures).zone for y in (9 * 60 + 4, 10 * 60, 10 * 60 + 55)]
    assert zones == [Zone.START, Zone.BODY, Zone.END]
    assert {hit_in_grid(60, 10 * 40, boxes, measures, {"a"}).zone} == {Zone.BODY}
    assert hit_in_grid(60, 9 * 40 + 2, boxes, measures, {"a"}).zone is Zone.BODY  # of what is fixed no end is drawn


def test_a_low_block_can_still_be_moved() -> None:
    measures = frame(SHOWN)
    boxes = boxes_of(SHOWN.blocks, measures)
    [low] = [box for box in boxes if box.key == "b"]
    hit = hit_in_grid(low.rect.center().x(), low.rect.center().y(), boxes, measures)
    assert (hit.key, hit.zone) == ("b", Zone.BODY)


def test_free_time_has_its_day_and_moment() -> None:
    measures = frame(SHOWN)
    hit = hit_in_grid(260, 14 * 40, boxes_of(SHOWN.blocks, measures), measures)
    assert (hit.zone, hit.key, hit.column) == (Zone.FREE, "", 2)
    assert hit.moment_ms == at(week()[2].day, "14:00")
    assert hit_in_grid(10, 14 * 40, [], measures).zone is Zone.HOURS


def test_what_lasts_over_midnight_has_a_part_in_either_day_and_one_end_in_each() -> None:
    late = scene(block("x", 0, "22:00", "23:00"))
    long = WeekScene(late.days, (block("x", 0, "22:00", "23:00"),))
    over = long.blocks[0].__class__("x", long.blocks[0].start_ms, at(week()[1].day, "02:00"), "x", "#1F5FBF")
    measures = frame(late)
    first, second = boxes_of((over,), measures)
    assert (first.column, first.starts, first.ends) == (0, True, False)
    assert (second.column, second.starts, second.ends) == (1, False, True)
    assert hit_in_grid(60, 23.9 * 40, [first, second], measures).zone is Zone.BODY


def test_whole_days_lie_in_rows_above() -> None:
    days = week()
    shown = scene(
        block("fair", 0, "09:00", "10:00").__class__(
            "fair", days[0].start_ms, days[2].end_ms, "fair", "#1F5FBF", all_day=True
        ),
        block("trip", 2, "09:00", "10:00").__class__(
            "trip", days[2].start_ms, days[2].end_ms, "trip", "#1F5FBF", all_day=True
        ),
    )
    measures = frame(shown)
    boxes = day_boxes(shown.blocks, measures, 40)
    assert day_rows(boxes, 40) == 2
    assert boxes_of(shown.blocks, measures) == []
    assert hit_above(measures.x(1) + 5, 45, boxes, measures).key == "fair"
    assert hit_above(measures.x(4) + 5, 45, boxes, measures).zone is Zone.HEAD
    assert days[0].day == FIRST


def test_a_block_too_short_to_be_drawn_so_low_is_not_covered_by_the_next() -> None:
    shown = scene(block("five", 0, "12:10", "12:15"), block("lunch", 0, "12:15", "13:00"))
    five, lunch = boxes_of(shown.blocks, frame(shown))
    assert not five.rect.intersects(lunch.rect)
    assert five.rect.right() <= lunch.rect.left()
    shown = scene(block("quarter", 0, "09:15", "09:30"), block("next", 0, "09:30", "10:00"))
    quarter, after = boxes_of(shown.blocks, Frame(750.0, 50.0, 46.0, axis_of(shown.days, local)))
    assert quarter.rect.width() == after.rect.width()  # as high as it is drawn: there is room for both
