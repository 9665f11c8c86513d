"""Carries a query out over the totals reports are made of; where titles matter, over the history as it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from engine.assistant.spans import Piece, edges_of, pieces
from engine.domain.activity import Withheld
from engine.domain.answers import Figure, Number, Quantity, Row
from engine.domain.categories import CategoryTree
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.questions import Days, Group, Measure, Only, Query
from engine.domain.report import Focus, LabelledActivity
from engine.domain.totals import Key, TotalRow

QUANTITY = {
    Measure.SCORE: Quantity.SCORE,
    Measure.SWITCHES: Quantity.COUNT,
    Measure.DAYS: Quantity.COUNT,
    Measure.SHARE: Quantity.SHARE,
    Measure.FIRST: Quantity.MOMENT,
    Measure.LAST: Quantity.MOMENT,
}
_NAMED = {Group.CATEGORY: Key.CATEGORY, Group.APP: Key.APP, Group.PROJECT: Key.PROJECT}
_BY_FOCUS = {Measure.SCORE, Measure.SWITCHES, Measure.LONGEST}


class Counted(Protocol):
    """One state of the history."""

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> Sequence[Iterable[TotalRow]]:
        """Return the totals between each two neighbours of bounds, which ascend, told apart by the keys."""
        ...

    def labelled(self, start_ms: int, end_ms: int) -> Iterator[LabelledActivity]:
        """Yield the history as it counts between two moments, in order, cut there."""
        ...


class FocusOf(Protocol):
    """Tells focus figures as reports do. whole: the spans are whole days."""

    def __call__(self, history: Counted, spans: Sequence[Interval], /, *, whole: bool) -> Focus:
        """Return the figures of the spans, which are in order."""
        ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """Gives the numbers. history: the state of the moment it is asked. Every method raises Storage errors."""

    history: Callable[[], AbstractContextManager[Counted]]
    tree: Callable[[], CategoryTree]
    rule: Callable[[], DayRule]
    week_start: Callable[[], int]
    focus: FocusOf

    def figure(self, query: Query, days: Days) -> Figure:
        """Return the one number asked for."""
        with self.history() as history:
            return self._reading(history, query).figure(days)

    def rows(self, query: Query, days: Days) -> list[Row]:
        """Return the table asked for: rows with something in them, in order or the largest first."""
        with self.history() as history:
            return self._reading(history, query).rows(days)

    def _reading(self, history: Counted, query: Query) -> _Reading:
        return _Reading(history, query, self.tree(), self.rule(), self.week_start(), self.focus)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One query on one state of the history."""

    history: Counted
    query: Query
    tree: CategoryTree
    rule: DayRule
    week_start: int
    focus: FocusOf

    def figure(self, days: Days) -> Figure:
        measure = self.query.measure
        quantity = QUANTITY.get(measure, Quantity.MS)
        return Figure(self._value(measure, self._pieces(days), days), quantity, self.query)

    def rows(self, days: Days) -> list[Row]:
        found = self._pieces(days)
        if self.query.by in _NAMED:
            sums = self._named(found)
            made = [self._row(key, ms, days) for key, ms in sums.items() if ms]
        else:
            made = [self._row(key, value, days) for key, value in self._by_time(found).items() if value is not None]
        return made

    def _by_time(self, found: list[Piece]) -> dict[str, Number | None]:
        keys = dict.fromkeys(piece.key for piece in found)
        if self.query.measure in _BY_FOCUS:
            told = {key: self._focused([one for one in found if one.key == key]) for key in keys}
            return {key: value for key, value in told.items() if value}
        sums = self._sums(found)
        return {key: sums[key] for key in keys if sums[key]}

    def _row(self, key: str, value: Number | None, days: Days) -> Row:
        narrowed = replace(self.query, only=self._narrowed(key), by=self.query.by, days=days)
        quantity = QUANTITY.get(self.query.measure, Quantity.MS)
        return Row(key, self._label(key), Figure(value, quantity, narrowed))

    def _narrowed(self, key: str) -> Only:
        if self.query.by is Group.CATEGORY and key:
            return replace(self.query.only, category_id=int(key), name=self._label(key))
        if self.query.by is Group.APP:
            return replace(self.query.only, app=key, name=key)
        return replace(self.query.only, project=key, name=key) if self.query.by is Group.PROJECT else self.query.only

    def _label(self, key: str) -> str:
        if self.query.by is Group.CATEGORY and key:
            return " › ".join(self.tree.path(int(key))) or f"#{key}"
        return key

    # ---------------------------------------------------------------- values

    def _value(self, measure: Measure, found: list[Piece], days: Days) -> Number | None:
        if measure in _BY_FOCUS:
            return self._focused(found)
        simple: dict[Measure, Callable[[], Number | None]] = {
            Measure.SHARE: lambda: self._share(found),
            Measure.DAYS: lambda: sum(1 for ms in self._sums(self._daily(days)).values() if ms),
            Measure.AVERAGE: lambda: self._average(found, days),
            Measure.FIRST: lambda: self._edge(days, last=False),
            Measure.LAST: lambda: self._edge(days, last=True),
            Measure.AWAY: lambda: self._away(found),
            Measure.BREAK: lambda: self._break(days),
        }
        return simple[measure]() if measure in simple else self._sums(found).total()

    def _pieces(self, days: Days) -> list[Piece]:
        return pieces(self.query, days, self.rule, self.week_start)

    def _daily(self, days: Days) -> list[Piece]:
        return pieces(replace(self.query, by=Group.DAY), days, self.rule, self.week_start)

    def _share(self, found: list[Piece]) -> float | None:
        whole = self._sums(found, Only()).total()
        return self._sums(found).total() / whole if whole else None

    def _average(self, found: list[Piece], days: Days) -> int | None:
        held = sum(1 for ms in self._sums(self._daily(days), Only()).values() if ms)
        return self._sums(found).total() // held if held else None

    def _focused(self, found: list[Piece]) -> Number | None:
        whole = self.query.clock is None
        spans = [one.interval for one in found]
        if whole:
            spans = [one.interval for piece in found for one in self._days_in(piece)]
        focus = self.focus(self.history, spans, whole=whole)
        if self.query.measure is Measure.SCORE:
            return focus.score
        if self.query.measure is Measure.SWITCHES:
            return focus.switches
        return focus.longest[0].interval.length_ms if focus.longest else None

    def _days_in(self, piece: Piece) -> list[Piece]:
        days = self.query.days
        if days is None:
            return [piece]
        return [one for one in self._daily(days) if one.interval.clip(piece.interval) == one.interval]

    # ---------------------------------------------------------------- sums

    def _sums(self, found: list[Piece], only: Only | None = None) -> Counter[str]:
        """Return active milliseconds that count, by row; weighed where deep or distracting time is asked for.

        only: in the place of the query's.
        """
        only = self.query.only if only is None else only
        sums: Counter[str] = Counter()
        if only.of_text:
            for piece, activity in self._activities(found):
                sums[piece.key] += activity.ms
            return sums
        sign = {Measure.DEEP: 1, Measure.DISTRACTING: -1}.get(self.query.measure, 0)
        for piece, row in self._rows(found, (Key.CATEGORY,) if sign else (), only):
            sums[piece.key] += row.ms * max(0, sign * self.tree.weight(row.category_id or 0)) if sign else row.ms
        return Counter({key: round(ms / 2) for key, ms in sums.items()}) if sign else sums

    def _named(self, found: list[Piece]) -> Counter[str]:
        by = self.query.by
        sums: Counter[str] = Counter()
        if by is None:
            return sums
        if self.query.only.of_text:
            for _, one in self._activities(found):
                sums[
                    {Group.CATEGORY: str(one.labels.category_id or ""), Group.APP: one.app}.get(by, one.labels.project)
                ] += one.ms
            return sums
        for _, row in self._rows(found, (_NAMED[by],), self.query.only):
            sums[{Group.CATEGORY: str(row.category_id or ""), Group.APP: row.app}.get(by, row.project)] += row.ms
        return sums

    def _rows(self, found: list[Piece], by: tuple[Key, ...], only: Only) -> Iterator[tuple[Piece, TotalRow]]:
        keys = {Key.PRESENCE, *by}
        keys |= {Key.CATEGORY} if only.category_id is not None else set()
        keys |= {Key.APP, Key.WITHHELD} if only.app or Key.APP in by else set()
        keys |= {Key.PROJECT} if only.project else set()
        inside = {one.id for one in self.tree.below(only.category_id)} if only.category_id is not None else None
        for piece, row in self._totals(found, tuple(sorted(keys))):
            named = not (only.app or Key.APP in by) or row.withheld in {None, Withheld.NO}
            fits = (
                row.presence is Presence.ACTIVE
                and named
                and (inside is None or row.category_id in inside)
                and (not only.app or row.app == only.app)
                and (not only.project or row.project == only.project)
            )
            if fits:
                yield piece, row

    def _totals(self, found: list[Piece], by: tuple[Key, ...]) -> Iterator[tuple[Piece, TotalRow]]:
        edges = edges_of(found)
        at = {piece.interval.start_ms: piece for piece in found}
        told = self.history.each(edges, by) if len(edges) > 1 else ()
        for start, rows in zip(edges, told, strict=False):
            piece = at.get(start)
            if piece is not None:
                for row in rows:
                    yield piece, row

    def _away(self, found: list[Piece]) -> int:
        told = self._totals(found, (Key.PRESENCE,))
        return sum(row.ms for _, row in told if row.presence is not Presence.ACTIVE)

    # ---------------------------------------------------------------- activities

    def _activities(self, found: Iterable[Piece]) -> Iterator[tuple[Piece, LabelledActivity]]:
        only = self.query.only
        inside = {one.id for one in self.tree.below(only.category_id)} if only.category_id is not None else None
        for piece in found:
            for one in self.history.labelled(piece.interval.start_ms, piece.interval.end_ms):
                if one.presence is Presence.ACTIVE and _fits(one, only, inside):
                    yield piece, one

    def _edge(self, days: Days, *, last: bool) -> int | None:
        """Return the first or last moment; totals tell the day, so that only this day is read."""
        daily = self._daily(days)
        held = self._sums(daily) if not self.query.only.of_text else Counter({one.key: 1 for one in daily})
        keys = [key for key in dict.fromkeys(one.key for one in daily) if held[key]]
        for key in reversed(keys) if last else keys:
            found = [one.interval for _, one in self._activities(one for one in daily if one.key == key)]
            if found:
                return found[-1].end_ms if last else found[0].start_ms
        return None

    def _break(self, days: Days) -> int | None:
        best: int | None = None
        before: tuple[str, int] | None = None
        for piece, one in self._activities(self._daily(days)):
            if before is not None and before[0] == piece.key:
                best = max(best or 0, one.interval.start_ms - before[1])
            before = piece.key, one.interval.end_ms
        return best


def _fits(one: LabelledActivity, only: Only, inside: set[int] | None) -> bool:
    what = one.what
    return (
        (inside is None or one.labels.category_id in inside)
        and (not only.app or (one.app == only.app and not one.withheld))
        and (not only.project or one.labels.project == only.project)
        and (not only.words or only.words.casefold() in what.title.casefold())
        and (not only.document or only.document.casefold() in what.document.casefold())
        and (not only.site or what.site == only.site or what.site.startswith(f"{only.site}/"))
    )


def in_order(rows: list[Row], query: Query) -> list[Row]:
    """Return the rows of a ranking, the largest (or smallest) first; of a trend, as they come, by the clock."""
    if query.by in {Group.HOUR, Group.WEEKDAY}:
        rows = sorted(rows, key=lambda row: row.key)
    if query.kind.value != "rank":
        return rows
    sign = -1 if query.most else 1
    return sorted(rows, key=lambda row: (sign * (row.figure.value or 0), row.label, row.key))
