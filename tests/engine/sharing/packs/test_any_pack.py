"""Whatever a pack holds: it reads back as it was written, and taking it back leaves everything as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.pack_strategies import ITEMS
from helpers.packs_room import fill, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.packs import LineState, Offers, PackItem, PackKind, PackUnusable
from engine.paths import ProfilePaths

FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


LEFT_OUT = st.frozensets(st.integers(0, 5), max_size=3)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Engine]:
    """A profile with something of every kind, as every example leaves it."""
    engine = build_engine(ProfilePaths(tmp_path / "profile").ensure())
    chosen = engine.preferences.load()
    engine.preferences.change(replace(chosen, sharing=replace(chosen.sharing, on=True)))
    fill(engine)
    yield engine
    engine.close()


def check(engine: Engine, kind: PackKind, items: list[PackItem], left_out: frozenset[int]) -> None:
    packs = engine.packs
    pack = packs.packed(kind, Offers(()), items, name="Any", note="of all")
    assert not [one for one in pack.items if isinstance(one, PackUnusable)]
    again = packs.understood(packs.text(pack))
    assert (again.items, again.digest) == (pack.items, pack.digest)

    before, preview = rows(engine), packs.preview(pack)
    done = packs.take(preview, left_out, relabel=False)
    states = {line.state for line in packs.preview(pack).lines}
    kept = packs.undo(done.id, relabel=False).kept if done.id else ()
    assert rows(engine) == before
    assert kept == ()
    assert bool(done.id) == bool(preview.chosen(left_out))
    assert left_out or states <= {LineState.SAME, LineState.REFUSED}


@FEW
@given(ITEMS[PackKind.RULES], LEFT_OUT)
def test_any_rules_read_back_and_leave_no_trace(filled: Engine, items: list[PackItem], off: frozenset[int]) -> None:
    check(filled, PackKind.RULES, items, off)


@FEW
@given(ITEMS[PackKind.READING], LEFT_OUT)
def test_any_list_reads_back_and_leaves_no_trace(filled: Engine, items: list[PackItem], off: frozenset[int]) -> None:
    check(filled, PackKind.READING, items, off)


@FEW
@given(ITEMS[PackKind.BLOCKS], LEFT_OUT)
def test_any_blocks_read_back_and_leave_no_trace(filled: Engine, items: list[PackItem], off: frozenset[int]) -> None:
    check(filled, PackKind.BLOCKS, items, off)


@FEW
@given(ITEMS[PackKind.LEARNING], LEFT_OUT)
def test_any_plan_reads_back_and_leaves_no_trace(filled: Engine, items: list[PackItem], off: frozenset[int]) -> None:
    check(filled, PackKind.LEARNING, items, off)
