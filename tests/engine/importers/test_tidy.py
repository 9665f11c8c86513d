"""No file is trusted: days without end, time told twice, moments nobody lived."""

from __future__ import annotations

from helpers.foreign_files import at
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.activity import Observed
from engine.domain.imports import Doubt
from engine.domain.presence import Presence
from engine.importers.findings import Findings
from engine.importers.spans import ImportedSpan, joined
from engine.importers.tidy import LONGEST_MS, tidied

NOON = at("2024-03-04T12:00")


def span(start_ms: int, end_ms: int, app: str = "a", stream: str = "", where: str = "") -> ImportedSpan:
    return ImportedSpan(NOON + start_ms, NOON + end_ms, Observed(Presence.ACTIVE, app), stream, where)


def test_what_lasts_for_days_is_cut_and_told() -> None:
    findings = Findings()
    made = list(tidied([span(0, LONGEST_MS), span(LONGEST_MS, 3 * LONGEST_MS, where="line 2")], findings))
    assert [one.end_ms - one.start_ms for one in made] == [LONGEST_MS, LONGEST_MS]
    assert [(one.doubt, one.count, one.first) for one in findings.all()] == [(Doubt.TOO_LONG, 1, "line 2")]


def test_what_cannot_have_been_is_left_out_and_told() -> None:
    findings = Findings()
    ancient = ImportedSpan(at("1970-01-01T00:00"), at("1970-01-01T01:00"), Observed(Presence.ACTIVE, "a"))
    far = ImportedSpan(at("2200-01-01T00:00"), at("2200-01-01T01:00"), Observed(Presence.ACTIVE, "a"))
    assert list(tidied([ancient, far, span(10, 5), span(5, 5)], findings)) == []
    assert findings.count(Doubt.OUT_OF_RANGE) == 2
    assert findings.count(Doubt.BACKWARDS) == 1


def test_of_time_told_twice_the_first_keeps_it() -> None:
    findings = Findings()
    made = list(tidied([span(0, 10), span(5, 20, "b"), span(6, 8, "c"), span(0, 10, "d", stream="other")], findings))
    assert [(one.start_ms - NOON, one.end_ms - NOON, one.what.app) for one in made] == [
        (0, 10, "a"), (0, 10, "d"), (10, 20, "b"),
    ]  # fmt: skip
    assert findings.count(Doubt.OVERLAP) == 2


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20), st.sampled_from("ab")), max_size=20))
def test_nothing_overlaps_and_no_time_is_lost(parts: list[tuple[int, int, str]]) -> None:
    findings = Findings()
    spans = [span(start, start + length, stream=stream) for start, length, stream in parts]
    made = list(tidied(spans, findings))
    for stream in "ab":
        told = {at for one in spans if one.stream == stream for at in range(one.start_ms, one.end_ms)}
        kept = [at for one in made if one.stream == stream for at in range(one.start_ms, one.end_ms)]
        assert len(kept) == len(set(kept))
        assert set(kept) == told


def test_equal_neighbours_become_one_where_they_are_close() -> None:
    made = list(joined([span(0, 10), span(11, 20), span(22, 30), span(30, 40, "b"), span(40, 50, "b", "s")], 1))
    assert [(one.start_ms - NOON, one.end_ms - NOON) for one in made] == [(0, 20), (22, 30), (30, 40), (40, 50)]
