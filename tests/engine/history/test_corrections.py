"""From what is asked to the corrections that do it, and what is refused before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from helpers.activities import MINUTE_MS, away, seen, stretch
from helpers.manual_clock import MONDAY_NOON_MS, ManualClock
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.activity import Activity, Withheld
from engine.domain.corrections import OFFLINE_APP, Correction, CorrectionKind, Said
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.overlays import effective
from engine.domain.presence import Presence
from engine.domain.stretches import LabelOverride
from engine.history import corrections as asked
from engine.history.corrections import Request, span_of

NOW = ManualClock(zone="Europe/Berlin").now()
TEN_MS = MONDAY_NOON_MS - 120 * MINUTE_MS
MORNING = [
    stretch(TEN_MS, 30, seen("code", "plan")),
    stretch(TEN_MS + 30 * MINUTE_MS, 10, seen("mail", "Hello")),
    stretch(TEN_MS + 40 * MINUTE_MS, 10, away(Presence.IDLE)),
    stretch(TEN_MS + 50 * MINUTE_MS, 5, seen("", withheld=Withheld.PRIVATE)),
]


def at(start_min: int, end_min: int) -> Request:
    """Return a request about minutes after ten."""
    span = Interval(TEN_MS + start_min * MINUTE_MS, TEN_MS + end_min * MINUTE_MS)
    return Request(span, NOW, effective(MORNING, [], span))


def after(corrections: Sequence[Correction], raw: Sequence[Activity] = MORNING) -> list[tuple[int, int, str, str]]:
    """Return start after ten, length, app and title; both in minutes."""
    found = [(one.interval, one.what) for one in effective(raw, corrections)]
    minutes = [((span.start_ms - TEN_MS) // MINUTE_MS, span.length_ms // MINUTE_MS) for span, _ in found]
    return [(*place, what.app, what.title) for place, (_, what) in zip(minutes, found, strict=True)]


def test_added_time_is_offline_unless_an_app_is_named() -> None:
    (made,) = asked.add(at(40, 50), Said(title="  Call\nwith Bo ", note="phone"))
    assert (made.app, made.title, made.note, made.made_ms) == (OFFLINE_APP, "Call with Bo", "phone", NOW.wall_ms)
    assert after([made])[2] == (40, 10, OFFLINE_APP, "Call with Bo")
    assert asked.add(at(40, 50), Said(app="zoom"))[0].app == "zoom"


def test_added_time_is_in_the_zone_of_what_was_recorded_then() -> None:
    assert asked.add(at(40, 50), Said(title="x"))[0].zone == "UTC"
    assert asked.add(at(60, 70), Said(title="x"))[0].zone == "Europe/Berlin"


def test_a_change_of_name_and_label_is_two_paints_of_one_action() -> None:
    made = asked.change(at(0, 30), Said(title="report", labels=LabelOverride(3)))
    assert [one.kind for one in made] == [CorrectionKind.RETITLE, CorrectionKind.RELABEL]
    (first, *_) = effective(MORNING, made)
    assert (first.what.title, first.override) == ("report", LabelOverride(3))


def test_split_names_the_second_part() -> None:
    made = asked.split(at(0, 30), TEN_MS + 20 * MINUTE_MS, Said(title="review"))
    assert after(made)[:2] == [(0, 20, "code", "plan"), (20, 10, "code", "review")]


def test_merge_takes_what_filled_most() -> None:
    assert after(asked.merge(at(0, 40)))[0] == (0, 40, "code", "plan")
    assert after(asked.merge(at(0, 40), Said("mail", "Hello")))[0] == (0, 40, "mail", "Hello")


def test_merge_keeps_the_labels_of_what_filled_most() -> None:
    label = asked.change(at(0, 30), Said(labels=LabelOverride(project="p")))
    span = at(0, 40).span
    made = [*label, *asked.merge(Request(span, NOW, effective(MORNING, label, span)))]
    (whole,) = effective(MORNING, made, span)
    assert (whole.what.app, whole.override) == ("code", LabelOverride(project="p"))


def test_trim_and_delete_take_time_out() -> None:
    keep = Interval(TEN_MS + 5 * MINUTE_MS, TEN_MS + 25 * MINUTE_MS)
    assert after(asked.trim(at(0, 30), keep), MORNING[:1]) == [(5, 20, "code", "plan")]
    assert after(asked.delete(at(0, 40)), MORNING[:2]) == []


def test_back_to_the_record() -> None:
    made = asked.delete(at(0, 40))
    back = asked.revert(at(10, 20), made)
    assert after([*made, *back], MORNING[:2]) == [(10, 10, "code", "plan")]


Ask = Callable[[], object]


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: span_of(TEN_MS, TEN_MS, NOW), "The end (2026-03-02 11:00) has to be after the start"),
        (lambda: span_of(TEN_MS + 1, TEN_MS, NOW), "has to be after the start"),
        (lambda: span_of(TEN_MS, NOW.wall_ms + 1, NOW), "lies in the future"),
        (lambda: asked.add(at(-25 * 60, 0), Said(title="x")), "At most 24 hours"),
        (lambda: asked.add(at(0, 10), Said()), "Say what the time was"),
        (lambda: asked.change(at(0, 10), Said()), "Say what shall be different"),
        (lambda: asked.change(at(0, 10), Said(app=" ")), "cannot be empty"),
        (lambda: asked.change(at(60, 70), Said(title="x")), "Nothing is recorded between 2026-03-02 12:00 and 12:10"),
        (lambda: asked.change(at(41, 49), Said(title="x")), "Nobody was at the machine"),
        (lambda: asked.change(at(41, 49), Said(labels=LabelOverride(1))), "Nobody was at the machine"),
        (lambda: asked.change(at(50, 55), Said(title="x")), "private or excluded"),
        (lambda: asked.change(at(0, 10), Said(title="x" * 1_001)), "1,000 characters at most"),
        (lambda: asked.split(at(0, 10), TEN_MS, Said(title="x")), "does not lie within"),
        (lambda: asked.trim(at(0, 10), at(20, 30).span), "would be left"),
        (lambda: asked.trim(at(0, 10), at(0, 10).span), "Nothing would be cut off"),
        (lambda: asked.trim(at(60, 70), at(61, 62).span), "Nothing is recorded"),
        (lambda: asked.delete(at(60, 70)), "Nothing is recorded"),
        (lambda: asked.merge(at(50, 55)), "private or excluded"),
        (lambda: asked.revert(at(0, 10), []), "has been corrected"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(ask: Ask, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        ask()
    assert said in refused.value.message


def test_private_time_can_be_labelled() -> None:
    assert asked.change(at(50, 55), Said(labels=LabelOverride(1)))[0].kind is CorrectionKind.RELABEL


@given(st.text())
def test_any_text_becomes_one_line_that_can_be_stored(text: str) -> None:
    if not text.replace("\0", " ").split():
        return
    made = asked.change(at(0, 10), Said(title=text))[0]
    assert made.title is not None
    assert made.title.encode() == made.title.encode("utf-8", "replace")
    assert len(made.title.splitlines()) <= 1


@given(st.integers(0, 28), st.integers(1, 30))
def test_trimming_leaves_exactly_what_was_to_be_kept(first: int, length: int) -> None:
    keep = Interval(TEN_MS + first * MINUTE_MS, TEN_MS + min(29, first + length) * MINUTE_MS)
    left = effective(MORNING[:1], asked.trim(at(0, 30), keep))
    assert [one.interval for one in left] == [keep]
    assert all(a.interval.end_ms <= b.interval.start_ms for a, b in pairwise(left))
