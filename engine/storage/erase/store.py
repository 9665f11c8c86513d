"""Erases rows in one transaction, or rehearses it: what is told beforehand is what would go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection

from engine.domain.erasing import Erasable, EraseChoice, ErasePreview
from engine.domain.look import Labeller
from engine.storage.database import Database
from engine.storage.erase.everything import forget_everything
from engine.storage.erase.found_out import forget_made
from engine.storage.erase.gathered import forget_gathered
from engine.storage.erase.given import forget_given
from engine.storage.erase.indexed import forget_documents
from engine.storage.erase.own import forget_own
from engine.storage.erase.painted import uncorrect
from engine.storage.erase.rows import Taken, take, take_open
from engine.storage.erase.scope import Scope, scope_of
from engine.storage.erase.unused import forget_batches, forget_undone, forget_unused
from engine.storage.queries.history_marks import mark_changed, unmarked
from engine.storage.queries.looks import Looks
from engine.storage.recount import Recount

_BEGIN = "INSERT INTO erasure (at_ms, named, words) VALUES (?, ?, ?)"
_UNFINISHED = "SELECT max(id), max(words) FROM erasure WHERE finished_ms IS NULL"
_FINISH = "UPDATE erasure SET finished_ms = ? WHERE finished_ms IS NULL AND id <= ?"


class _Rehearsed(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An erase whose rows are gone and whose traces may not be. words: the index of words is to be merged."""

    upto: int
    words: bool


class EraseStore:
    """Erases; raises Storage errors. labeller: for looks that come about while hours are counted anew."""

    def __init__(self, database: Database, labeller: Labeller | None = None) -> None:
        self._database = database
        self._labeller = labeller

    def preview(self, choice: EraseChoice, now_ms: int) -> ErasePreview:
        """Return what would go: all of it is done and taken back, so that it is true."""
        told: list[ErasePreview] = []
        try:
            with self._database.writing() as connection:
                told.append(_erase(connection, choice, now_ms, self._labeller))
                raise _Rehearsed
        except _Rehearsed:
            return told[0]

    def erase(self, choice: EraseChoice, now_ms: int) -> ErasePreview:
        """Erase all or nothing, and note that traces outside of rows are still to go."""
        with self._database.writing() as connection:
            took = _erase(connection, choice, now_ms, self._labeller)
            words = choice.everything or took.of(Erasable.DOCUMENTS) > 0
            connection.exec_driver_sql(_BEGIN, (now_ms, int(choice.named), int(words)))
        return took

    def unfinished(self) -> Unfinished | None:
        """Return what is still to be done of earlier erases, None where nothing is."""
        with self._database.reading() as connection:
            row = connection.exec_driver_sql(_UNFINISHED).one()
        return None if row[0] is None else Unfinished(int(row[0]), bool(row[1]))

    def finish(self, upto: int, at_ms: int) -> None:
        """Note that nothing is left of the erases up to that number."""
        with self._database.writing() as connection:
            connection.exec_driver_sql(_FINISH, (at_ms, upto))


def _erase(connection: Connection, choice: EraseChoice, now_ms: int, labeller: Labeller | None) -> ErasePreview:
    taken, counts = Taken(), Counter[Erasable]()
    if choice.everything:
        forget_everything(connection, taken, counts)
    else:
        _forget(connection, scope_of(connection, choice, now_ms), taken, counts, labeller)
    counts[Erasable.ACTIVITIES] += taken.rows
    told = tuple((kind, counts[kind]) for kind in Erasable if counts[kind])
    return ErasePreview(choice, told, taken.length_ms, taken.first_ms, taken.last_ms)


def _forget(
    connection: Connection, scope: Scope, taken: Taken, counts: Counter[Erasable], labeller: Labeller | None
) -> None:
    gone, under = uncorrect(connection, scope)
    counts[Erasable.CORRECTIONS] += len(gone)
    with unmarked(connection):
        take_open(connection, scope.span, taken, scope.now_ms, looks=scope.named)
        take(connection, scope.span, taken, looks=scope.named)
        for span in under:
            take(connection, span, taken, looks=False)
    recount = Recount(connection, Looks(connection, labeller))
    for span in gone:
        recount.anew(span)
    recount.hours_anew(taken.hours)
    recount.settle()
    mark_changed(connection, taken.hours)
    forget_gathered(connection, scope, taken)
    forget_made(connection, scope, taken, counts)
    forget_given(connection, taken, counts)
    forget_own(connection, scope, counts)
    forget_documents(connection, scope, counts)
    forget_unused(connection, counts)
    forget_batches(connection, taken.batches, counts)
    if not scope.named:
        forget_undone(connection, scope.span.start_ms, scope.span.end_ms, counts)
