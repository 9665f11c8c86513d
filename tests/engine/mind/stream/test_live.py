"""What is kept in memory is what reading everything anew would give."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from helpers.streams import row

from engine.domain.days import DayRule
from engine.domain.stream_row import StreamMark, StreamRow
from engine.mind.stream.build import stream_of
from engine.mind.stream.columns import COLUMNS, Stream
from engine.mind.stream.live import DAY_MS, LiveStream

DAY = DAY_MS // 1000
START = 20_000 * DAY


class Rows:
    """A history in a list; reads counts how many rows were handed out."""

    def __init__(self) -> None:
        self.all: list[StreamRow] = []
        self.read = 0

    def rows(self, start_ms: int, end_ms: int) -> Sequence[StreamRow]:
        cut = [
            one._replace(start_ms=max(one.start_ms, start_ms), end_ms=min(one.end_ms, end_ms))
            for one in self.all
            if one.start_ms < end_ms and one.end_ms > start_ms
        ]
        self.read += len(cut)
        return cut

    def mark(self, day: int) -> StreamMark:
        return StreamMark(day, 0, (hash(tuple(one for one in self.all if one.start_ms < day * DAY_MS)),))

    def unchanged(self, mark: StreamMark) -> bool:
        return self.mark(mark.day) == mark


def equal(one: Stream, other: Stream) -> bool:
    plain = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in COLUMNS if name != "app")
    return plain and [one.apps[at] for at in one.app] == [other.apps[at] for at in other.app]


def days(number: int) -> list[StreamRow]:
    return [
        row(START + day * DAY + hour * 3600, START + day * DAY + hour * 3600 + 1800, f"app{(day + hour) % 5}")
        for day in range(number)
        for hour in range(8, 18)
    ]


def test_only_what_is_new_is_read() -> None:
    history, rule = Rows(), DayRule("UTC")
    history.all = days(60)
    live = LiveStream(history, dict, lambda: rule)
    now = (START + 60 * DAY) * 1000
    assert len(live.upto(now)) == 600
    read = history.read
    for hour in range(1, 30):
        start = START + 60 * DAY + (hour - 1) * 3600
        history.all.append(row(start, start + 1700, "new"))
        found = live.upto(now + hour * 3_600_000)
        assert equal(found, stream_of(history.all, {}, rule))
    assert history.read - read < 29 * 40


def test_a_changed_past_weight_or_rule_is_read_anew() -> None:
    history = Rows()
    history.all = days(9)
    weights: dict[int, float] = {}
    rules = [DayRule("UTC")]
    live = LiveStream(history, lambda: dict(weights), lambda: rules[-1])
    now = (START + 9 * DAY) * 1000
    live.upto(now)
    history.all[3] = history.all[3]._replace(app="corrected", category=4)
    assert "corrected" in live.upto(now).apps
    weights[4] = 2.0
    assert live.upto(now).weight[3] == 2.0
    rules.append(DayRule("UTC", 12 * 60))
    assert live.upto(now).day[0] == stream_of(history.all, {}, rules[-1]).day[0]
    del history.all[:50]
    assert len(live.upto(now)) == 40


def test_what_lies_too_far_back_is_let_go_and_a_clock_set_back_reads_anew() -> None:
    history, rule = Rows(), DayRule("UTC")
    history.all = days(50)
    live = LiveStream(history, dict, lambda: rule, reach_days=20)
    later = live.upto((START + 50 * DAY) * 1000)
    assert later.start_s[0] >= START + 30 * DAY
    assert len(live.upto((START + 25 * DAY) * 1000)) == 200
    moved = live.upto((START + 36 * DAY) * 1000)
    assert moved.start_s[0] >= START + 9 * DAY
    assert moved.end_s[-1] <= START + 36 * DAY
