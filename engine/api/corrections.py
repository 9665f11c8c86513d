"""The history put right by the person: every action can be undone and redone, and is on record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from engine.domain.categories import CategoryTree
from engine.domain.clock import MS_PER_HOUR, Clock, utc
from engine.domain.corrections import Action, Changed, Correction, Said, spanned
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.local_times import local_moment
from engine.domain.overlays import effective
from engine.domain.stretches import NO_CATEGORY, LabelledStretch
from engine.history import corrections as asked
from engine.history.corrections import Request, span_of
from engine.storage.activities import ActivityStore
from engine.storage.corrections import CorrectionStore
from engine.storage.heartbeat import HeartbeatFile

_MOST_NAMED = 12
_AT_ONCE_MS = 24 * MS_PER_HOUR


class Corrections:
    """Every method that changes something returns what it changed; UsageError says what cannot be done, before it is.

    Times are UTC milliseconds, what is told to the person is in the zone they are in now.
    """

    def __init__(
        self,
        store: CorrectionStore,
        activities: ActivityStore,
        heartbeat: HeartbeatFile,
        clock: Clock,
        categories: Callable[[], CategoryTree],
    ) -> None:
        self._store = store
        self._activities = activities
        self._heartbeat = heartbeat
        self._clock = clock
        self._categories = categories

    def stretches(self, start_ms: int, end_ms: int) -> list[LabelledStretch]:
        """Return the history as it counts within [start_ms, end_ms), in order, cut there."""
        raw = self._activities.between(start_ms, end_ms, beat=self._heartbeat.read())
        return effective(raw, self._store.active(start_ms, end_ms), Interval(start_ms, end_ms))

    def in_force(self, start_ms: int, end_ms: int) -> list[Correction]:
        """Return the corrections in force that share time with [start_ms, end_ms), in the order they were made."""
        return list(self._store.active(start_ms, end_ms))

    def added(self, start_ms: int, end_ms: int) -> list[LabelledStretch]:
        """Return the time the person added within [start_ms, end_ms), as far as it still counts."""
        return effective((), self._store.active(start_ms, end_ms), Interval(start_ms, end_ms))

    def add(self, start_ms: int, end_ms: int, said: Said) -> Changed:
        """Add time that the machine did not see, over whatever it recorded then."""
        self._know(said)
        return self.apply(asked.add(self._request(start_ms, end_ms), said))

    def change(self, start_ms: int, end_ms: int, said: Said) -> Changed:
        """Give the active time another app, title, category, project or tag."""
        self._know(said)
        return self.apply(asked.change(self._request(start_ms, end_ms), said))

    def split(self, start_ms: int, end_ms: int, at_ms: int, said: Said) -> Changed:
        """Make the part from at_ms on something else."""
        self._know(said)
        return self.apply(asked.split(self._request(start_ms, end_ms), at_ms, said))

    def merge(self, start_ms: int, end_ms: int, said: Said | None = None) -> Changed:
        """Make all named time one: what is said, else what filled most of it."""
        if said is not None:
            self._know(said)
        return self.apply(asked.merge(self._request(start_ms, end_ms), said))

    def trim(self, start_ms: int, end_ms: int, keep: Interval) -> Changed:
        """Leave only the part to keep."""
        return self.apply(asked.trim(self._request(start_ms, end_ms), keep))

    def delete(self, start_ms: int, end_ms: int) -> Changed:
        """Take the time out of every total."""
        return self.apply(asked.delete(self._request(start_ms, end_ms)))

    def revert(self, start_ms: int, end_ms: int) -> Changed:
        """Make the time again as it was recorded."""
        return self.apply(asked.revert(self._request(start_ms, end_ms), self._store.active(start_ms, end_ms)))

    def apply(self, corrections: Sequence[Correction]) -> Changed:
        """Store corrections made elsewhere as one action."""
        group = self._store.apply(list(corrections))
        return Changed(spanned(corrections), group, tuple(corrections))

    def undo(self) -> Changed | None:
        """Take the last action back; None where there is none left."""
        return self._of(self._store.undo())

    def redo(self) -> Changed | None:
        """Make the action taken back last again; None where there is none."""
        return self._of(self._store.redo())

    def actions(self, limit: int = 100) -> list[Action]:
        """Return the last actions, newest first, those taken back among them."""
        return self._store.audit(limit)

    def moment(self, text: str) -> int:
        """Return UTC milliseconds for a time as people write it, of today where no day is named; else UsageError."""
        now = self._clock.now()
        rule = DayRule(now.zone)
        return local_moment(text, utc(now.wall_ms).astimezone(rule.tzinfo()).date(), rule)

    def categories(self) -> CategoryTree:
        """Return the categories as they are now."""
        return self._categories()

    def category(self, text: str) -> int:
        """Return the number of the category written as "Work > Coding" or by its name alone.

        UsageError where there is none of that name, or several.
        """
        tree = self._categories()
        wanted = tuple(part.strip() for part in text.split(">"))
        found = tree.find(wanted)
        if found is not None:
            return found.id
        named = [one for one in tree.in_order() if (one.name.casefold(),) == tuple(p.casefold() for p in wanted)]
        if len(named) == 1:
            return named[0].id
        paths = [" > ".join(tree.path(one.id)) for one in (named or tree.in_order())]
        if named:
            raise UsageError(f"There are several categories “{text}”. Write which: {', '.join(paths)}.")
        more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
        known = f"The categories are: {', '.join(paths[:_MOST_NAMED])}{more}." if paths else "There are none yet."
        raise UsageError(f"There is no category “{text}”. {known}")

    def category_name(self, category_id: int) -> str:
        """Return the path of a category, as “Work > Coding”; a number that is gone is said so."""
        return " > ".join(self._categories().path(category_id)) or "(removed)"

    def _know(self, said: Said) -> None:
        number = said.labels.category_id
        if number not in {None, NO_CATEGORY} and number not in self._categories():
            raise UsageError("That category does not exist any more. Choose another one.")

    def _request(self, start_ms: int, end_ms: int) -> Request:
        now = self._clock.now()
        span = span_of(start_ms, end_ms, now)
        return Request(span, now, _DayByDay(self.stretches, span))

    def _of(self, group: int | None) -> Changed | None:
        if group is None:
            return None
        corrections = self._store.group(group)
        return Changed(spanned(corrections), group, tuple(corrections))


class _DayByDay:
    """The history within a span, read a day at a time and anew each time: a year need not fit into memory."""

    def __init__(self, read: Callable[[int, int], list[LabelledStretch]], span: Interval) -> None:
        self._read = read
        self._span = span

    def __iter__(self) -> Iterator[LabelledStretch]:
        end_ms = self._span.end_ms
        for start_ms in range(self._span.start_ms, end_ms, _AT_ONCE_MS):
            yield from self._read(start_ms, min(end_ms, start_ms + _AT_ONCE_MS))
