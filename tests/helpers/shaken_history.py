"""A history that everything happens to, in random order, and beside it one worked out moment by moment."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from helpers.brute_force import BruteForce

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.categories import Labels
from engine.domain.changes import Begin, Change, End, TakeBack
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelOverride
from engine.domain.totals import Key
from engine.storage import connections
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat
from engine.storage.looks import LookStore
from engine.storage.totals import TotalStore

STEP = MS_PER_HOUR // 4
FIRST = 473_350 * MS_PER_HOUR  # the last hours of 2023 in UTC: hours, days, months and a year all end within reach
CELLS = 420
END = FIRST + CELLS * STEP
BY = (Key.PRESENCE, Key.APP, Key.WITHHELD, Key.CATEGORY, Key.PROJECT, Key.TAG)


@dataclass
class Rules:
    """Labels by app and title, as the rules of one revision give them."""

    revision: int = 1
    turn: int = 0
    categories: list[int] = field(default_factory=lambda: [1, 2])

    def __call__(self, look: Look) -> Labels:
        category, project, tag = self.plain(look.app, look.title, look.site, look.document)
        return Labels(category, project, tag)

    def plain(self, app: str, title: str, site: str, document: str) -> tuple[int | None, str, str]:
        if not app + title + site + document:
            return None, "", ""
        category = (len(title) + ord(app[:1] or "0") + self.turn) % 3
        return (
            category if category in self.categories else None,
            title if self.turn % 2 else "",
            "t" if site and self.turn else "",
        )


def at(cell: int) -> int:
    """Return the moment of a cell."""
    return FIRST + cell * STEP


class Chance:
    """Random steps, all near each other, so that they meet."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._near = self._random.randrange(CELLS - 60)
        self._clock = self._near

    def cell(self) -> int:
        return self._near + self._random.randrange(60)

    def cuts(self) -> list[int]:
        return sorted({*(self._random.randrange(CELLS) for _ in range(2)), *(self.cell() for _ in range(4))})

    def step(self) -> tuple[str, Any]:
        kinds = "apply apply apply insert import forget correct correct undo redo relabel relabel gone".split()
        kind = self._random.choice(kinds)
        if kind == "apply":
            return kind, [self._change() for _ in range(self._random.randint(1, 4))]
        if kind in {"insert", "import"}:
            return kind, [self._activity() for _ in range(self._random.randint(1, 6))]
        if kind == "correct":
            return kind, [self._correction() for _ in range(self._random.randint(1, 3))]
        return kind, self._random.randrange(100)

    def _change(self) -> Change:
        back = self._random.random() < 0.15
        self._clock = self.cell() if back else min(self._clock + self._random.randint(0, 6), CELLS - 1)
        kind = self._random.random()
        if kind < 0.1:
            return TakeBack(at(self._clock - self._random.randint(0, 3)))
        return End(at(self._clock)) if kind < 0.3 else Begin(at(self._clock), self._what(), "UTC")

    def _what(self) -> Observed:
        kind = self._random.random()
        if kind < 0.2:
            return self._random.choice([Observed(Presence.IDLE), Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)])
        return Observed(
            Presence.ACTIVE,
            self._random.choice("ab"),
            self._random.choice(["x", "y", ""]),
            executable=self._random.choice(["", "/a"]),
            site=self._random.choice(["", "", "s"]),
        )

    def _activity(self) -> Activity:
        start = self.cell()
        length = self._random.choice([0, 1, 2, 3, 9])
        source = self._random.choice(["recorder", "import", "import", "other"])
        return Activity(at(start), at(start + length), self._what(), "UTC", source)

    def _correction(self) -> Correction:
        kind = self._random.choice(list(CorrectionKind))
        start = self.cell()
        interval = Interval(at(start), at(start + self._random.choice([1, 2, 5, 30])))
        naming = kind in {CorrectionKind.ADD, CorrectionKind.RETITLE}
        app = self._random.choice(["a", "c"]) if naming else None
        if kind is CorrectionKind.RETITLE and self._random.random() < 0.5:
            app = None
        title = self._random.choice([None, "x", "zzz"]) if naming else None
        labels = UNCHANGED
        if kind is CorrectionKind.RELABEL or (kind is CorrectionKind.ADD and self._random.random() < 0.5):
            labels = LabelOverride(
                self._random.choice([None, 0, 1, 2]),
                self._random.choice([None, "", "p"]),
                self._random.choice([None, "", "u"]),
            )
        return Correction(kind, interval, 7, app, title, labels)


class Both:
    """A history in the database, and beside it what it takes to work it out moment by moment."""

    def __init__(self, database: Database) -> None:
        self.rules = Rules()
        self.database = database
        self.store = ActivityStore(database, labeller=self.rules)
        self.batches = BatchStore(database, self.rules)
        self.corrections = CorrectionStore(database, self.rules)
        self.looks = LookStore(database, self.rules)
        self.plain = BruteForce(FIRST, END, STEP)
        self.made: list[int] = []
        categories = CategoryStore(database)
        self.categories = [categories.add(name) for name in ("one", "two")]
        assert self.categories == [1, 2]

    def do(self, kind: str, given: Any) -> None:
        getattr(self, kind)(given)

    def apply(self, given: list[Change]) -> None:
        self.store.apply(given)

    def insert(self, given: list[Activity]) -> None:
        self.store.insert_many(given)

    def import_(self, given: list[Activity]) -> None:
        with self.batches.begin("kind", "file", "sha", "UTC", made_ms=1) as batch:
            batch.insert(given)
        if batch.added:
            self.made.append(batch.id)

    def forget(self, place: int) -> None:
        if self.made:
            self.batches.undo(self.made.pop(place % len(self.made)), undone_ms=2)

    def correct(self, given: list[Correction]) -> None:
        given = [one for one in given if self._sayable(one)]
        if given:
            self.corrections.apply(given)
            self.plain.act(given)

    def undo(self, _: int) -> None:
        assert (self.corrections.undo() is not None) == self.plain.undo()

    def redo(self, _: int) -> None:
        assert (self.corrections.redo() is not None) == self.plain.redo()

    def relabel(self, turn: int) -> None:
        self.rules.turn = turn
        found = list(self.looks.looks())
        for one in random.Random(turn).sample(found, len(found)):
            self.looks.label_many([(one.id, self.rules(one))])

    def gone(self, place: int) -> None:
        """Remove a category now and then; the rules follow, and what the person said of it is said of none."""
        if place > 20 or not self.rules.categories:
            return
        gone = self.rules.categories.pop()
        CategoryStore(self.database).remove(gone)
        self.plain._actions = [[_without(one, gone) for one in action] for action in self.plain._actions]
        self.plain._undone = [[_without(one, gone) for one in action] for action in self.plain._undone]
        self.relabel(self.rules.turn)

    def _sayable(self, one: Correction) -> bool:
        return one.labels.category_id in {None, 0, *self.rules.categories}

    def check(self, cuts: list[int], beat: Beat | None) -> None:
        raw = self.store.between(0, 1 << 43, beat=beat)
        self.plain._batches = [[one for one in raw if one.length_ms]]
        bounds = [at(cut) for cut in cuts]
        found = TotalStore(self.database, self.rules).each(bounds, BY, beat=beat)
        for (start, end), rows in zip(pairwise(bounds), found, strict=True):
            told = Counter(
                {(row.presence, row.app, row.withheld, row.category_id, row.project, row.tag): row.ms for row in rows}
            )
            assert told == self.plain.totals(self.rules.plain, start, end)


@contextmanager
def emptied(shared: Path) -> Iterator[Database]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "_SETUP", (*connections._SETUP, "PRAGMA synchronous = OFF"))
        database = Database.open(shared)
    tables = (
        "open_activity activity hour_total day_total month_total mixed_hour look rule correction correction_group "
        "import_batch category title app focus_day sqlite_sequence"
    )
    try:
        with database.writing() as connection:
            for table in tables.split():
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        yield database
    finally:
        database.close()


def _without(one: Correction, category: int) -> Correction:
    if one.labels.category_id != category:
        return one
    return replace(one, labels=replace(one.labels, category_id=0))
