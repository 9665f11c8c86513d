"""Slots over columns: what each holds, and the same labels as the definition gives one by one."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from helpers.focus_person import WEIGHTS, mornings, working_days
from helpers.streams import row, stream

from engine.domain import focus_label
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.mind.focus.label import few_switches, focused, tried, worths
from engine.mind.focus.slots import SLOT_S, Slots, slots_of, stretches
from engine.mind.stream.columns import Stream

NOON = 1_750_075_200.0


def only(slots: Slots) -> focus_label.SlotSigns:
    (one,) = slots.signs()
    return one


def test_a_slot_holds_its_part_of_what_goes_on() -> None:
    slots = slots_of(stream([row(NOON - 600, NOON + 300, "editor", category=1)], WEIGHTS))
    assert slots.start_s.tolist() == [NOON - 900, NOON]
    assert slots.active_s.tolist() == [600, 300]
    assert slots.focus_s.tolist() == [600, 300]
    assert slots.longest_s.tolist() == [600, 300]
    assert slots.switches.tolist() == [0, 0]


def test_switches_distraction_and_the_way_back_are_counted() -> None:
    signs = only(
        slots_of(
            stream(
                [
                    row(NOON, NOON + 240, "editor", category=1),
                    row(NOON + 240, NOON + 360, "chat", category=2),
                    row(NOON + 360, NOON + 600, "editor", category=1),
                ],
                WEIGHTS,
            )
        )
    )
    assert signs == focus_label.SlotSigns(600_000, 480_000, 120_000, 240_000, 2, 120_000)


def test_time_away_ends_a_stretch_without_a_switch() -> None:
    found = stretches(
        stream(
            [
                row(NOON, NOON + 100, "editor"),
                row(NOON + 100, NOON + 200, presence=Presence.LOCKED),
                row(NOON + 200, NOON + 300, "chat"),
                row(NOON + 300 + 299, NOON + 700, "chat"),
                row(NOON + 700 + 301, NOON + 1_100, "editor"),
            ]
        )
    )
    assert found.start_s.tolist() == [NOON, NOON + 200, NOON + 1_001]
    assert found.end_s.tolist() == [NOON + 100, NOON + 700, NOON + 1_100]
    assert not found.switched.any()


def test_an_empty_stream_has_no_slots() -> None:
    slots = slots_of(stream([]))
    assert len(slots) == 0
    assert focused(slots, few_switches(slots)).size == 0


def shaken(seed: int) -> Stream:
    """Return forty days of apps at random, with holes and time away."""
    dice = Random(seed)
    rows: list[StreamRow] = []
    for day in range(40):
        at = NOON + day * 86_400
        for _ in range(60):
            at += dice.choice((0.0, 0.0, 0.0, 30.0, 400.0))
            long = dice.choice((5, 30, 200, 800))
            presence = dice.choice((Presence.ACTIVE,) * 6 + (Presence.IDLE,))
            app = dice.choice(("editor", "chat", "mail"))
            rows.append(row(at, at + long, app, category=("mail", "editor", "chat").index(app), presence=presence))
            at += long
    return stream(rows, WEIGHTS)


@pytest.mark.parametrize("seed", range(3))
def test_columns_and_the_definition_agree_on_every_slot(seed: int) -> None:
    slots = slots_of(shaken(seed))
    signs = list(slots.signs())
    few = few_switches(slots)
    labels, worth, try_ = focused(slots, few), worths(slots), tried(slots)
    counting = [focus_label.counts(one) for one in signs]
    for place, one in enumerate(signs):
        day = slots.day[place]
        before = [
            other
            for other, there, when in zip(signs, counting, slots.day, strict=True)
            if there and day - focus_label.TRAILING_DAYS <= when < day
        ]
        own = focus_label.few_switches(before)
        assert (own is None) == np.isnan(few[place])
        told = focus_label.focused(one, own)
        assert np.isnan(labels[place]) if told is None else labels[place] == told
        assert worth[place] == pytest.approx(focus_label.worth(one))
        assert try_[place] == bool(focus_label.tried(one))
    assert 0 < np.nanmean(labels) < 1


def test_slots_of_quarters_and_of_half_hours_hold_the_same_time() -> None:
    history = working_days(3, mornings)
    quarters, halves = slots_of(history), slots_of(history, 2 * SLOT_S)
    assert quarters.active_s.sum() == pytest.approx(halves.active_s.sum())
    assert quarters.switches.sum() == halves.switches.sum()
