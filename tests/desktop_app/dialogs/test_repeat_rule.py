"""Plain choices of repeats, and the rules behind them."""

from __future__ import annotations

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from desktop_app.dialogs.repeat_rule import Chosen, Repeat, choice_of, rule_of
from engine.domain.blocks import About, Block, Recurrence
from engine.domain.intervals import Interval
from engine.planning.recurrence import expand

FIRST = date(2026, 6, 17)  # a Wednesday
BERLIN = ZoneInfo("Europe/Berlin")
DAY = 86_400_000
START = 1_781_683_200_000  # that day, 08:00 UTC, 10:00 in Berlin


@pytest.mark.parametrize("repeat", [one for one in Repeat if one is not Repeat.CUSTOM])
@pytest.mark.parametrize("end", [{}, {"until": date(2026, 12, 24)}, {"count": 7}])
def test_every_choice_is_read_back_as_it_was_chosen(repeat: Repeat, end: dict[str, object]) -> None:
    days = frozenset({0, 2}) if repeat in {Repeat.WEEKLY, Repeat.FORTNIGHTLY} else frozenset()
    chosen = Chosen(repeat, weekdays=days, **end)  # type: ignore[arg-type]
    read = choice_of(rule_of(chosen, FIRST, BERLIN), FIRST, BERLIN)
    assert read == (Chosen() if repeat is Repeat.NEVER else chosen)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=WEEKLY;INTERVAL=3",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "nonsense",
    ],
)
def test_what_no_choice_says_is_kept_as_it_is_written(rule: str) -> None:
    assert choice_of(rule, FIRST, BERLIN) == Chosen(Repeat.CUSTOM, rule)
    assert rule_of(Chosen(Repeat.CUSTOM, rule), FIRST, BERLIN) == rule


def test_the_last_day_is_counted_whole_in_the_persons_zone() -> None:
    rule = rule_of(Chosen(Repeat.DAILY, until=date(2026, 6, 19)), FIRST, BERLIN)
    assert rule == "FREQ=DAILY;UNTIL=20260619T215959Z"
    block = Block(About(), Interval(START, START + DAY // 24), "Europe/Berlin", recurrence=Recurrence(rule))
    assert len(expand(block, Interval(START, START + 30 * DAY))) == 3


def test_rules_of_calendars_are_told_as_choices() -> None:
    assert choice_of("FREQ=WEEKLY", FIRST, UTC).weekdays == {2}
    assert choice_of("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", FIRST, UTC).repeat is Repeat.WORKDAYS
    assert choice_of("FREQ=DAILY;UNTIL=20260620", FIRST, UTC).until == date(2026, 6, 20)
