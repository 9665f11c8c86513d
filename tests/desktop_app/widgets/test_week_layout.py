"""Blocks that share time stand side by side, and use what room there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.widgets.week_layout import Part, parts, rows

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda one: (one[0], one[0] + one[1])), max_size=12
)


def test_what_is_alone_has_the_whole_width() -> None:
    assert parts([(0, 2), (2, 4)]) == [Part(0, 1), Part(0, 1)]


def test_two_that_overlap_share_it_and_a_third_takes_the_room_that_is_left() -> None:
    assert parts([(0, 10), (0, 3), (5, 7)]) == [Part(0, 0.5), Part(0.5, 1), Part(0.5, 1)]
    assert parts([(0, 4), (0, 4), (0, 2), (3, 5)])[3] == Part(2 / 3, 1)
    assert parts([(0, 4), (1, 3), (1, 2), (2, 3)])[3] == Part(2 / 3, 1)


@given(SPANS)
def test_nothing_that_shares_time_overlaps(spans: list[tuple[int, int]]) -> None:
    found = parts(spans)
    for one, (a, left) in enumerate(zip(spans, found, strict=True)):
        assert 0 <= left.left < left.right <= 1
        for b, right in list(zip(spans, found, strict=True))[one + 1 :]:
            if a[0] < b[1] and b[0] < a[1]:
                assert left.right <= right.left + 1e-9 or right.right <= left.left + 1e-9


@given(SPANS)
def test_rows_are_free_and_as_few_as_most_lie_above_one_another(spans: list[tuple[int, int]]) -> None:
    found = rows(spans)
    most = max((sum(a <= at < b for a, b in spans) for at, _ in spans), default=0)
    assert max(found, default=-1) + 1 == most
    for one, a in enumerate(spans):
        for other in range(one):
            assert found[one] != found[other] or a[1] <= spans[other][0] or spans[other][1] <= a[0]
