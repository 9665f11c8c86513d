"""The looks rules decide over: what is there, how long it was in front, and what it is counted as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, func, select, text, update

from engine.domain.categories import Labels
from engine.domain.look import Labeller, Look
from engine.storage.database import Database
from engine.storage.queries.looks import Looks, looks_of
from engine.storage.queries.relabel import Labelled, relabel
from engine.storage.queries.rule_book import revision_of_rules
from engine.storage.recount import Recount
from engine.storage.tables import activity, look

Progress = Callable[[int], None]
"""Told how many looks are done."""

LOOKS_AT_ONCE = 10_000
"""So many looks at most are labelled in one transaction."""

_LOOKS_AT_FIRST = 500
_ROWS_AT_ONCE = 60_000  # moving so many in the totals holds up the recorder for a second at most


class LookStore:
    """Reads looks and labels them; raises Storage errors.

    labeller: for looks that come about while hours are counted anew.
    """

    def __init__(self, database: Database, labeller: Labeller | None = None) -> None:
        self._database = database
        self._labeller = labeller
        self._at_once = _LOOKS_AT_FIRST

    def looks(self, after_id: int = 0, *, unlabelled: bool = False) -> Iterator[Look]:
        """Yield the looks with a number above after_id, by number; unlabelled: only those without a category.

        Exhaust or close it: until then the log cannot be cut.
        """
        with self._database.reading() as connection:
            yield from looks_of(connection, after_id=after_id, unlabelled=unlabelled)

    def outdated(self) -> list[Look]:
        """Return the looks that the present rules have not labelled: after an edit, a kill, or by another process."""
        with self._database.reading() as connection:
            revision = revision_of_rules(connection)
            return list(looks_of(connection, outdated=revision))

    def count(self) -> int:
        """Return how many looks there are."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(look)).scalar_one())

    def labels(self) -> dict[int, Labels]:
        """Return what each look is counted as."""
        wanted = text(
            "SELECT look.id, category_id, coalesce(project.name, ''), coalesce(tag.name, '') FROM look "
            "LEFT JOIN project ON project.id = project_id LEFT JOIN tag ON tag.id = tag_id"
        )
        with self._database.reading() as connection:
            return {number: Labels(*labels) for number, *labels in connection.execute(wanted)}

    def label_many(
        self, labels: Iterable[tuple[int, Labels]], revision: int | None = None, progress: Progress | None = None
    ) -> int:
        """Label looks and move their time in the totals; return how many of them had other labels before.

        revision: that of the rules which decided, None for the one in force. Done in several transactions, of as many
        looks as take about a second: killed in between, every look and total is right as far as it came, and outdated
        tells what is left.
        """
        left, done, changed = iter(labels), 0, 0
        while batch := list(islice(left, min(self._at_once, LOOKS_AT_ONCE))):
            with self._database.writing() as connection:
                changed += self._label(connection, batch, revision)
            done += len(batch)
            if progress is not None:
                progress(done)
        return changed

    def settle(self, before: int, revision: int) -> int:
        """Take looks that the rules of one revision labelled as labelled by another; return how many there were.

        For a change of rules that is known to leave their labels as they are.
        """
        moved = update(look).where(look.c.labelled_by == bindparam("before")).values(labelled_by=revision)
        with self._database.writing() as connection:
            return connection.execute(moved, {"before": before}).rowcount

    def lengths(self, look_ids: Iterable[int] | None = None) -> dict[int, int]:
        """Return how many milliseconds each look was in front as recorded, None for all; what never was has none."""
        wanted = select(activity.c.look_id, func.sum(activity.c.end_ms - activity.c.start_ms))
        wanted = wanted.where(activity.c.look_id.is_not(None)).group_by(activity.c.look_id)
        if look_ids is not None:
            numbers = func.json_each(_json(look_ids)).table_valued("value")
            wanted = wanted.where(activity.c.look_id.in_(select(numbers.c.value)))
        with self._database.reading() as connection:
            return {number: int(ms) for number, ms in connection.execute(wanted)}

    def top_unlabelled(self, limit: int) -> list[tuple[Look, int]]:
        """Return looks without a category and how many milliseconds each was in front, the longest first."""
        lengths = self.lengths()
        with self._database.reading() as connection:
            found = [(one, lengths.get(one.id, 0)) for one in looks_of(connection, unlabelled=True)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0].id))[:limit]

    def _label(self, connection: Connection, batch: Sequence[tuple[int, Labels]], revision: int | None) -> int:
        looks = Looks(connection, self._labeller)
        numbers: dict[Labels, tuple[int | None, int | None, int | None]] = {}
        rows: list[Labelled] = []
        for number, labels in batch:
            if labels not in numbers:
                numbers[labels] = looks.numbers_of_labels(labels)
            rows.append((number, *numbers[labels]))
        done = relabel(connection, rows, revision or revision_of_rules(connection))
        recount = Recount(connection, looks)
        recount.hours_anew(done.anew)
        recount.settle()
        # Some looks are in front all day, most once: how many take a second is known once some were done.
        fitting = len(batch) * _ROWS_AT_ONCE // max(done.moved, 1)
        self._at_once = max(min(fitting, self._at_once * 4, LOOKS_AT_ONCE), 1)
        return done.changed


def _json(numbers: Iterable[int]) -> str:
    return "[" + ",".join(str(int(number)) for number in numbers) + "]"
