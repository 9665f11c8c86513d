"""What a look calls for: told from values alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.documents.discover.walk import Found, Tally
from engine.documents.plan import Comparison, Plan
from engine.domain.documents import Document, DocumentKind, DocumentState, Folder, Identity

FOLDER = Folder(1, "/papers")


def identity(name: str, inode: int, *, size: int = 5, mtime_ns: int = 7, device: int = 3) -> Identity:
    return Identity(f"/papers/{name}", size, mtime_ns, inode, device)


def known(number: int, where: Identity, state: DocumentState = DocumentState.INDEXED) -> Document:
    return Document(number, 1, where, DocumentKind.MARKDOWN, state, content_hash=b"x")


def planned(
    before: list[Document], now: list[Identity], tally: Tally | None = None, *, forget_missing: bool = False
) -> Plan:
    comparison = Comparison()
    found = [Found(one, DocumentKind.MARKDOWN) for one in now]
    comparison.compare(FOLDER, before, found, tally or Tally(devices={3}))
    return comparison.plan(forget_missing=forget_missing)


@pytest.mark.parametrize(
    ("tally", "kept"),
    [
        (Tally(devices={3}), False),
        (Tally(devices={3}, unreadable={"/papers/closed": "Permission denied"}), True),
        (Tally(devices={3}, unreadable={"/papers/clo": "Permission denied"}), False),
        (Tally(devices={3}, unreadable={"/papers": "Input/output error"}), True),
        (Tally(devices={3}, blank=True), True),
        (Tally(devices={4}), True),
    ],
)
def test_what_cannot_be_seen_to_be_gone_is_kept(tally: Tally, kept: bool) -> None:
    document = known(1, identity("closed/a.md", 10))
    plan = planned([document], [], tally)
    assert (plan.kept, plan.gone) == (([document], []) if kept else ([], [document]))
    assert planned([document], [], tally, forget_missing=True).gone == [document]


def test_a_file_with_another_number_in_its_place_is_only_noted() -> None:
    document = known(1, identity("a.md", 10))
    plan = planned([document], [identity("a.md", 11)])
    assert plan.touched == [(document, identity("a.md", 11))]
    assert (plan.reads, plan.unchanged) == ([], 1)


@pytest.mark.parametrize("change", [{"size": 6}, {"mtime_ns": 8}])
def test_another_size_or_time_is_read_again(change: dict[str, int]) -> None:
    document, there = known(1, identity("a.md", 10)), identity("a.md", 10)
    (reading,) = planned([document], [replace(there, **change)]).reads  # type: ignore[arg-type]
    assert reading.before == document


def test_what_waits_is_read_again_and_what_failed_is_not() -> None:
    waits = known(1, identity("a.md", 10), DocumentState.WAITING)
    failed = known(2, identity("b.md", 11), DocumentState.FAILED)
    plan = planned([waits, failed], [waits.identity, failed.identity])
    assert [reading.before for reading in plan.reads] == [waits]


def test_a_number_is_matched_once_and_only_with_size_and_time() -> None:
    document = known(1, identity("a.md", 10))
    plan = planned([document], [identity("b.md", 10), identity("c.md", 10)])
    assert [(one.id, reading.found.identity.path) for one, reading in plan.moved] == [(1, "/papers/b.md")]
    assert [reading.found.identity.path for reading in plan.reads] == ["/papers/c.md"]
    assert planned([document], [identity("b.md", 10, size=9)]).gone == [document]


def test_without_numbers_nothing_seems_moved() -> None:
    document = known(1, identity("a.md", 0))
    plan = planned([document], [identity("b.md", 0)])
    assert (plan.moved, plan.gone) == ([], [document])


def test_what_changed_last_is_read_first() -> None:
    plan = planned([], [identity(f"{moment}.md", moment, mtime_ns=moment) for moment in (5, 9, 7)])
    assert [reading.found.identity.mtime_ns for reading in plan.reads] == [9, 7, 5]
