"""Calendars as the faces ask for them: read once or again and again, and written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING

from engine.domain.blocks import Certainty
from engine.domain.calendars import CalendarKind, CalendarRead, CalendarSource, Exported, Series, Skipped
from engine.domain.categories import CategoryTree
from engine.domain.clock import Clock
from engine.domain.days import DayRule
from engine.domain.errors import ExportError, ImportFailed, UsageError
from engine.domain.whole_file import whole_file
from engine.planning.calendar_exports import planned_series
from engine.planning.calendar_files.files import file_bytes, kind_of
from engine.planning.calendar_imports import Planned, counted, planned, put
from engine.planning.calendar_watch import CalendarWatch
from engine.planning.plan import Plan
from engine.storage.blocks import BlockStore
from engine.storage.calendars import CalendarStore
from engine.storage.plan_changes import PlanChanges

if TYPE_CHECKING:
    from engine.planning.calendar_files.contents import Contents

_log = getLogger(__name__)
_MOST_SKIPPED = 500


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What calendars need to know of everything else.

    words: lines that say which words name which kind. tree: the categories. rule: how days are cut here and now.
    actual: recorded minutes of past blocks by their number. history: writes the recorded time of some days to a file
    and returns how many entries it has.
    """

    words: Callable[[], Sequence[str]]
    tree: Callable[[], CategoryTree]
    rule: Callable[[], DayRule]
    actual: Callable[[date, date], Mapping[int, int]]
    history: Callable[[Path, date, date], int]


@dataclass(frozen=True, slots=True)
class Stores:
    """What calendars are kept in."""

    calendars: CalendarStore
    blocks: BlockStore
    changes: PlanChanges


class Calendars:
    """The calendars of one profile. Every method raises Storage errors."""

    def __init__(self, stores: Stores, plan: Plan, around: Surroundings, clock: Clock) -> None:
        self._store = stores.calendars
        self._blocks = stores.blocks
        self._changes = stores.changes
        self._plan = plan
        self._around = around
        self._clock = clock
        self._watch = CalendarWatch(self._store, around.words, lambda: around.rule().zone)

    def all(self) -> list[CalendarSource]:
        """Return every calendar that is read again whenever it changes, in the order they were added."""
        return [one.source for one in self._store.all()]

    def outdated(self) -> bool:
        """Return whether any calendar looks different from when it was read; its files are not opened."""
        return self._watch.outdated()

    def preview(self, path: str) -> CalendarRead:
        """Return what importing a file or folder once would bring; ImportFailed where it cannot be read."""
        source = _source(path, watched=False)
        contents = self._contents(source)
        return counted(self._planned(contents), _skipped(contents))

    def add(self, path: str, *, watched: bool) -> tuple[CalendarSource, CalendarRead]:
        """Import a file or a folder of .ics files and return what it brought.

        watched: it becomes a calendar that is read again whenever it changes, its blocks read-only; else its entries
        become the person's own blocks, in one change of the plan. Raises ImportFailed where it cannot be read,
        UsageError where it is a calendar already.
        """
        source = _source(path, watched=watched)
        self._refuse_twice(source)
        contents = self._contents(source)
        named = replace(source, name=contents.name or source.name)
        if not watched:
            return named, self._import(contents, named)
        number = self._store.add(named)
        read = self._replace(replace(named, id=number), contents, self._watch.look(named))
        return next(one for one in self.all() if one.id == number), read

    def refresh(self, calendar_id: int | None = None, *, only_changed: bool = True) -> dict[int, CalendarRead]:
        """Read calendars anew, one or all, and return what that brought by their numbers.

        only_changed: passes over those that look as they did. One that cannot be read keeps its blocks, and says why.
        """
        known = [one for one in self._store.all() if calendar_id in {None, one.source.id}]
        if calendar_id is not None and not known:
            raise UsageError(f"There is no calendar {calendar_id}. See: kairos plan calendars")
        return {
            one.source.id: self._read(one.source) for one in known if not only_changed or self._watch.is_outdated(one)
        }

    def remove(self, calendar_id: int) -> None:
        """Forget a calendar and its blocks; the file stays. UsageError where there is none."""
        self._store.remove(calendar_id)

    def export(
        self, path: Path, start: date, end: date, *, what: Exported = Exported.PLAN, private: bool | None = None
    ) -> int:
        """Write what takes place from start to end, end excluded, to a file, and return how many entries it has.

        Repeated blocks are written whole. private: every entry is marked so; recorded time always is. Raises
        ExportError where the file cannot be written.
        """
        if what is Exported.HISTORY:
            if private is False:
                raise UsageError("Recorded time is always written as private. Leave --public out.")
            return self._around.history(path, start, end)
        from engine.planning.calendar_files.write import WritingRules, calendar_bytes  # noqa: PLC0415

        series = self._series(start, end, calendars=what is Exported.ALL)
        tree, actual = self._around.tree(), self._around.actual(start, end)
        rules = WritingRules(self._now(), bool(private), tree.path, lambda block: actual.get(block.id))
        try:
            with whole_file(path) as file:
                file.write(calendar_bytes(series, rules))
        except OSError as cause:
            raise ExportError(f"{path} cannot be written: {cause.strerror or cause}. Choose another place.") from cause
        return sum(1 + len(one.instead) for one in series)

    def _series(self, start: date, end: date, *, calendars: bool) -> list[Series]:
        return planned_series(self._plan, self._blocks, start, end, self._around.rule(), calendars=calendars)

    # ---------------------------------------------------------------- once

    def _import(self, contents: Contents, source: CalendarSource) -> CalendarRead:
        entries = self._planned(contents)
        with self._changes.changing(f"Imported {source.name}", self._now()) as change:
            for one in entries:
                put(change, one)
        return counted(entries, _skipped(contents))

    def _planned(self, contents: Contents) -> list[Planned]:
        own = self._store.own_series({one.block.origin.uid for one in contents.series})
        return [planned(one, own) for one in contents.series]

    def _refuse_twice(self, source: CalendarSource) -> None:
        places = {source.path, str(Path(source.path).parent)}
        for one in self.all():
            if one.path in places:
                raise UsageError(f"{source.path} is read as the calendar “{one.name}” already. Remove that one first.")

    # ---------------------------------------------------------------- again and again

    def _read(self, source: CalendarSource) -> CalendarRead:
        look = self._watch.look(source)
        try:
            contents = self._contents(source)
        except ImportFailed as failure:
            _log.warning("calendar %s could not be read", source.id)
            self._store.told(source.id, look=look, trouble=failure.message)
            return CalendarRead(skipped=(Skipped(source.name, failure.message),))
        return self._replace(source, contents, look)

    def _replace(self, source: CalendarSource, contents: Contents, look: str) -> CalendarRead:
        trouble = contents.unread[0].why if contents.unread else ""
        taking_place = [one for one in contents.series if not _called_off(one)]
        read = self._store.replace(
            source.id, taking_place, look=look, read_ms=self._now(), trouble=trouble, name=contents.name
        )
        return replace(read, skipped=_skipped(contents))

    # ---------------------------------------------------------------- reading

    def _contents(self, source: CalendarSource) -> Contents:
        from engine.planning.calendar_files.contents import ReadingRules  # noqa: PLC0415
        from engine.planning.calendar_files.keywords import words_of  # noqa: PLC0415
        from engine.planning.calendar_files.read import read_calendar  # noqa: PLC0415  (it loads icalendar)

        tree = self._around.tree()

        def category(path: tuple[str, ...]) -> int | None:
            found = tree.find(path)
            return None if found is None else found.id

        rules = ReadingRules(self._around.rule().zone, words_of(self._around.words()), category)
        contents = read_calendar(file_bytes(source.path, source.kind), rules)
        if contents.unread and (source.kind is CalendarKind.FILE or not (contents.series or source.id)):
            raise ImportFailed(contents.unread[0].why)
        if not (contents.series or contents.skipped or source.watched):
            raise ImportFailed(f"{source.path} holds no calendar file with events. Choose a file that ends in .ics.")
        return contents

    def _now(self) -> int:
        return self._clock.now().wall_ms


def _source(path: str, *, watched: bool) -> CalendarSource:
    place = Path(path).expanduser()
    kind = kind_of(str(place))
    place = place.resolve()
    return CalendarSource(str(place), kind, place.stem if kind is CalendarKind.FILE else place.name, watched)


def _called_off(series: Series) -> bool:
    return series.block.certainty is Certainty.CANCELLED


def _skipped(contents: Contents) -> tuple[Skipped, ...]:
    told = (*contents.unread, *contents.skipped)
    left = len(told) - _MOST_SKIPPED
    return told if left <= 0 else (*told[:_MOST_SKIPPED], Skipped(f"{left:,} more", "not listed"))
