"""Corrections as paints: by example, and against the moment-by-moment evaluator."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

import pytest
from helpers.activities import seen, stretch
from helpers.brute_force import BruteForce, Moment
from helpers.histories import activities, corrections, spans
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.categories import Labels
from engine.domain.corrections import ADDED_SOURCE, Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.overlaps import by_precedence, first_come
from engine.domain.overlays import effective
from engine.domain.presence import Presence
from engine.domain.stretches import NO_CATEGORY, LabelledStretch, LabelOverride

LENGTH = 40
WHOLE = Interval(0, LENGTH)
HISTORIES = activities(LENGTH)
PAINTS = st.lists(corrections(LENGTH), max_size=8)


def cells(stretches: Iterable[LabelledStretch]) -> list[Moment | None]:
    """Return stretches as the evaluator's cells of one millisecond."""
    found: list[Moment | None] = [None] * LENGTH
    for one in stretches:
        what, said = one.what, one.override or LabelOverride()
        for place in range(one.interval.start_ms, one.interval.end_ms):
            assert found[place] is None, "two stretches at one moment"
            found[place] = Moment(
                what.presence.value, what.app, what.title, what.site, what.document, what.withheld.value,
                one.source, one.zone, one.corrected, said.category_id, said.project, said.tag,
            )  # fmt: skip
    return found


def slow(raw: Iterable[Activity], paints: Sequence[Correction]) -> list[Moment | None]:
    history = BruteForce(0, LENGTH)
    history.record(raw)
    history.act(paints)
    return history.moments()


def paint(kind: CorrectionKind, start: int, end: int, **values: object) -> Correction:
    return replace(Correction(kind, Interval(start, end), 0, "x" if kind is CorrectionKind.ADD else None), **values)  # type: ignore[arg-type]


def told(raw: Sequence[Activity], *paints: Correction) -> list[tuple[int, int, str, str]]:
    found = effective(raw, paints)
    return [(one.interval.start_ms, one.interval.end_ms, one.what.app, one.what.title) for one in found]


CODE = Activity(0, 20, seen("code", "a"), "UTC")
MAIL = Activity(20, 40, seen("mail", "b"), "UTC")
IDLE = Activity(20, 40, Observed(Presence.IDLE), "UTC")


@given(HISTORIES, PAINTS)
def test_every_moment_is_as_the_slow_evaluator_says(raw: list[Activity], paints: list[Correction]) -> None:
    assert cells(effective(raw, paints)) == slow(raw, paints)


@given(HISTORIES, PAINTS, spans(LENGTH))
def test_a_part_is_the_same_part_of_the_whole(raw: list[Activity], paints: list[Correction], part: Interval) -> None:
    near = [one for one in raw if one.interval.clip(part)], [one for one in paints if one.interval.clip(part)]
    inside = cells(effective(*near, part))
    whole = cells(effective(raw, paints))
    expected = [cell if part.start_ms <= place < part.end_ms else None for place, cell in enumerate(whole)]
    assert inside == expected


@given(HISTORIES, PAINTS, st.randoms())
def test_the_order_of_activities_does_not_matter(raw: list[Activity], paints: list[Correction], dice: Random) -> None:
    mixed = list(raw)
    dice.shuffle(mixed)
    assert effective(mixed, paints) == effective(raw, paints)


@given(HISTORIES, PAINTS)
def test_stretches_are_in_order_and_never_two_where_one_would_do(raw: list[Activity], paints: list[Correction]) -> None:
    found = effective(raw, paints)
    for before, after in itertools.pairwise(found):
        assert before.interval.end_ms <= after.interval.start_ms
        touching = before.interval.end_ms == after.interval.start_ms
        assert not (touching and after.corrected and replace(before, interval=after.interval) == after)
    assert all(one.interval.length_ms for one in found)
    assert all(one.corrected or one.override is None for one in found)


@given(HISTORIES, PAINTS)
def test_back_to_the_record_over_everything_is_the_record(raw: list[Activity], paints: list[Correction]) -> None:
    assert effective(raw, [*paints, paint(CorrectionKind.REVERT, 0, LENGTH)]) == effective(raw, [])


@given(HISTORIES, PAINTS)
def test_deleting_everything_leaves_nothing(raw: list[Activity], paints: list[Correction]) -> None:
    assert effective(raw, [*paints, paint(CorrectionKind.DELETE, 0, LENGTH)]) == []


@given(HISTORIES, PAINTS, corrections(LENGTH))
def test_the_same_correction_twice_is_as_good_as_once(
    raw: list[Activity], paints: list[Correction], last: Correction
) -> None:
    assert effective(raw, [*paints, last, last]) == effective(raw, [*paints, last])


@given(HISTORIES, PAINTS, corrections(LENGTH))
def test_a_correction_changes_nothing_outside_its_interval(
    raw: list[Activity], paints: list[Correction], last: Correction
) -> None:
    before, after = cells(effective(raw, paints)), cells(effective(raw, [*paints, last]))
    outside = [place for place in range(LENGTH) if not last.interval.start_ms <= place < last.interval.end_ms]
    assert [before[place] for place in outside] == [after[place] for place in outside]


@given(HISTORIES)
def test_without_corrections_all_is_as_recorded(raw: list[Activity]) -> None:
    kept = [(start, end, one.what, one.source) for start, end, one in first_come(by_precedence(raw))]
    found = [(o.interval.start_ms, o.interval.end_ms, o.what, o.source) for o in effective(raw, [])]
    assert found == kept


def test_trimming_and_splitting() -> None:
    assert told([CODE], paint(CorrectionKind.DELETE, 15, 30)) == [(0, 15, "code", "a")]
    split = paint(CorrectionKind.RETITLE, 10, 20, title="second half")
    assert told([CODE], split) == [(0, 10, "code", "a"), (10, 20, "code", "second half")]


def test_merging_makes_one_of_two() -> None:
    assert told([CODE, MAIL], paint(CorrectionKind.RETITLE, 0, 40, app="code", title="a")) == [(0, 40, "code", "a")]


def test_added_time_lies_over_what_was_recorded_and_beside_it() -> None:
    raw = [CODE, IDLE]
    lunch = paint(CorrectionKind.ADD, 30, 60, title="lunch", zone="Europe/Paris", labels=LabelOverride(3))
    *_, added = effective(raw, [lunch])
    assert told(raw, lunch) == [(0, 20, "code", "a"), (20, 30, "", ""), (30, 60, "x", "lunch")]
    assert (added.source, added.zone, added.override) == (ADDED_SOURCE, "Europe/Paris", LabelOverride(3))
    assert (added.what.presence, added.corrected) == (Presence.ACTIVE, True)


def test_away_and_withheld_time_take_no_name() -> None:
    private = Activity(0, 20, Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE), "UTC")
    named = paint(CorrectionKind.RETITLE, 0, 40, app="bank", title="secret")
    assert effective([private, IDLE], [named]) == effective([private, IDLE], [])


def test_withheld_time_can_be_labelled_and_away_time_cannot() -> None:
    private = Activity(0, 20, Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE), "UTC")
    found = effective([private, IDLE], [paint(CorrectionKind.RELABEL, 0, 40, labels=LabelOverride(project="p"))])
    assert [(one.corrected, one.override) for one in found] == [(True, LabelOverride(project="p")), (False, None)]


def test_another_app_forgets_where_the_old_one_was() -> None:
    raw = Activity(0, 20, Observed(Presence.ACTIVE, "web", "t", "/bin/web", "x11", "example.org", "/f"), "UTC")
    (retitled,) = effective([raw], [paint(CorrectionKind.RETITLE, 0, 20, title="new")])
    assert (retitled.what.site, retitled.what.document) == ("example.org", "/f")
    (renamed,) = effective([raw], [paint(CorrectionKind.RETITLE, 0, 20, app="mail")])
    assert renamed.what == Observed(Presence.ACTIVE, "mail", "t")


def test_time_recorded_apart_stays_apart_until_it_is_corrected() -> None:
    twice = [Activity(0, 20, seen("code"), "UTC"), Activity(20, 40, seen("code"), "UTC")]
    assert len(effective(twice, [])) == 2
    assert len(effective(twice, [paint(CorrectionKind.DELETE, 90, 99)])) == 2
    assert len(effective(twice, [paint(CorrectionKind.RELABEL, 0, 40, labels=LabelOverride(1))])) == 1


def test_a_correction_undone_by_hand_leaves_no_seam() -> None:
    label = paint(CorrectionKind.RELABEL, 5, 15, labels=LabelOverride(1))
    assert effective([CODE], [label, paint(CorrectionKind.REVERT, 0, 18)]) == effective([CODE], [])


def test_what_starts_first_keeps_the_time() -> None:
    first, second = stretch(0, 2, "code"), stretch(60_000, 2, "mail", source="import")
    assert told([second, first]) == [(0, 120_000, "code", ""), (120_000, 180_000, "mail", "")]


def test_labels_said_beat_those_of_the_rules_facet_by_facet() -> None:
    rules = Labels(7, "garden", "urgent")
    assert LabelOverride().over(rules) == rules
    assert LabelOverride(3).over(rules) == Labels(3, "garden", "urgent")
    assert LabelOverride(NO_CATEGORY, "", "").over(rules) == Labels()
    assert LabelOverride(1, "p").above(LabelOverride(2, None, "t")) == LabelOverride(1, "p", "t")


@pytest.mark.parametrize(
    ("kind", "span", "values"),
    [
        (CorrectionKind.DELETE, (5, 5), {}),
        (CorrectionKind.ADD, (0, 5), {}),
        (CorrectionKind.RELABEL, (0, 5), {"title": "no"}),
        (CorrectionKind.RETITLE, (0, 5), {"labels": LabelOverride(1)}),
        (CorrectionKind.DELETE, (0, 5), {"app": "no"}),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    kind: CorrectionKind, span: tuple[int, int], values: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=r"length|app|nothing"):
        Correction(kind, Interval(*span), 0, **values)  # type: ignore[arg-type]
