"""One query read off one state of the history: its pieces, sums and single figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from engine.assistant.counted import QUANTITY, Counted, FocusOf
from engine.assistant.filters import Filter, names_of
from engine.assistant.spans import Piece, edges_of, pieces, row_key
from engine.domain.answers import Figure, Number, Quantity, Row
from engine.domain.categories import CategoryTree
from engine.domain.days import DayRule
from engine.domain.presence import Presence
from engine.domain.questions import Days, Group, Measure, Only, Query
from engine.domain.report import LabelledActivity
from engine.domain.totals import Key, TotalRow

_NAMED = {Group.CATEGORY: Key.CATEGORY, Group.APP: Key.APP, Group.PROJECT: Key.PROJECT}
_SIGN = {Measure.DEEP: 1, Measure.DISTRACTING: -1}
"""Of which weights a measure counts; a weight of 2 counts whole."""
_OWN_DAYS = {Group.DAY, Group.WEEK, Group.MONTH, Group.WEEKDAY}
_BY_FOCUS = {Measure.SCORE, Measure.SWITCHES, Measure.LONGEST}


@dataclass(frozen=True, slots=True)
class Reading:
    """One query on one state of the history. Its methods raise Storage errors."""

    history: Counted
    query: Query
    tree: CategoryTree
    rule: DayRule
    week_start: int
    focus: FocusOf

    def figure(self, days: Days) -> Figure:
        """Return the one number asked for."""
        measure = self.query.measure
        quantity = QUANTITY.get(measure, Quantity.MS)
        return Figure(self._value(measure, self._pieces(days), days), quantity, self.query)

    def rows(self, days: Days) -> list[Row]:
        """Return the rows with something in them."""
        found = self._pieces(days)
        if self.query.by in _NAMED:
            sums = self._named(found)
            if self.query.measure is Measure.AVERAGE:
                sums = self._averaged(sums, days)
            made = [self._row(key, ms, days) for key, ms in sums.items() if ms]
        else:
            made = [
                self._row(key, value, days) for key, value in self._by_time(found, days).items() if value is not None
            ]
        return made

    def _by_time(self, found: list[Piece], days: Days) -> dict[str, Number | None]:
        keys = dict.fromkeys(piece.key for piece in found)
        if self.query.measure in _BY_FOCUS:
            told = {key: self._focused([one for one in found if one.key == key]) for key in keys}
            return {key: value for key, value in told.items() if value}
        if self.query.measure is Measure.OPENED:
            sums = self._opened(self._daily_of(found), lambda piece, _one: piece.key)
        elif self.query.measure is Measure.AVERAGE:
            sums = self._averaged(self._sums(found), days)
        else:
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
            Measure.OPENED: lambda: self._opened(self._daily(days), lambda piece, _one: piece.key).total(),
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

    def _daily_of(self, found: list[Piece]) -> list[Piece]:
        """Return pieces cut at the ends of days, so that every day begins anew."""
        days = self.query.days
        if days is None:
            return found
        cut = [(piece, day.interval.clip(piece.interval)) for piece in found for day in self._daily(days)]
        return [Piece(piece.key, part) for piece, part in cut if part is not None]

    def _share(self, found: list[Piece]) -> float | None:
        whole = self._sums(found, of_all=True).total()
        return self._sums(found).total() / whole if whole else None

    def _average(self, found: list[Piece], days: Days) -> int | None:
        """Return the mean over the days (weeks, months) on which anything was active."""
        each = pieces(replace(self.query, by=self.query.per), days, self.rule, self.week_start)
        held = sum(1 for ms in self._sums(each, of_all=True).values() if ms)
        return self._sums(found).total() // held if held else None

    def _averaged(self, sums: Counter[str], days: Days) -> Counter[str]:
        """Return rows as means per active day: of weekdays, weeks and months per active day of their own."""
        own = self.query.by in _OWN_DAYS
        held: Counter[str] = Counter()
        for day, ms in self._sums(self._daily(days), of_all=True).items():
            held[row_key(self.query.by if own else None, date.fromisoformat(day), self.week_start)] += bool(ms)
        found = {key: ms // held[key if own else ""] for key, ms in sums.items() if held[key if own else ""]}
        return Counter(found)

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

    def _sums(self, found: list[Piece], *, of_all: bool = False) -> Counter[str]:
        """Return active milliseconds that count, by row; weighed where deep or distracting time is asked for.

        of_all: whatever it was, not only what the query names.
        """
        wanted = self._filter(of_all=of_all)
        sums: Counter[str] = Counter()
        if wanted.of_text:
            for piece, activity in self._activities(found):
                sums[piece.key] += activity.ms
            return sums
        sign = _SIGN.get(self.query.measure, 0)
        for piece, row in self._rows(found, (Key.CATEGORY,) if sign else (), wanted):
            sums[piece.key] += row.ms * max(0, sign * self.tree.weight(row.category_id or 0)) if sign else row.ms
        return Counter({key: round(ms / 2) for key, ms in sums.items()}) if sign else sums

    def _named(self, found: list[Piece]) -> Counter[str]:
        by = self.query.by
        sums: Counter[str] = Counter()
        if by is None:
            return sums
        if self.query.measure is Measure.OPENED:
            return self._opened(self._daily_of(found), lambda _piece, one: _name_of(one, by))
        if self._filter().of_text:
            for _, one in self._activities(found):
                sums[_name_of(one, by)] += one.ms
            return sums
        sign = _SIGN.get(self.query.measure, 0)
        keys = (_NAMED[by], Key.CATEGORY) if sign and by is not Group.CATEGORY else (_NAMED[by],)
        for _, row in self._rows(found, keys, self._filter()):
            named = {Group.CATEGORY: str(row.category_id or ""), Group.APP: row.app}.get(by, row.project)
            sums[named] += row.ms * max(0, sign * self.tree.weight(row.category_id or 0)) if sign else row.ms
        return Counter({key: round(ms / 2) for key, ms in sums.items()}) if sign else sums

    def _filter(self, *, of_all: bool = False) -> Filter:
        return Filter.of((Only(),) if of_all else names_of(self.query), self.tree)

    def _rows(self, found: list[Piece], by: tuple[Key, ...], wanted: Filter) -> Iterator[tuple[Piece, TotalRow]]:
        of_apps = Key.APP in by
        keys = {Key.PRESENCE, *by, *wanted.keys, *((Key.WITHHELD,) if of_apps else ())}
        for piece, row in self._totals(found, tuple(sorted(keys))):
            if wanted.takes_row(row, named=of_apps):
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
        wanted = self._filter()
        for piece in found:
            for one in self.history.labelled(piece.interval.start_ms, piece.interval.end_ms):
                if wanted.takes(one):
                    yield piece, one

    def _opened(self, found: list[Piece], key: Callable[[Piece, LabelledActivity], str]) -> Counter[str]:
        """Count how often what counts came to the front: from something else, or first on a day."""
        wanted, sums = self._filter(), Counter[str]()
        for piece in found:
            before: str | None = None
            for one in self.history.labelled(piece.interval.start_ms, piece.interval.end_ms):
                if one.presence is Presence.ACTIVE:
                    row = key(piece, one) if wanted.takes(one) else None
                    if row is not None and row != before:
                        sums[row] += 1
                    before = row
        return sums

    def _edge(self, days: Days, *, last: bool) -> int | None:
        """Return the first or last moment; totals tell the day, so that only this day is read."""
        daily = self._daily(days)
        held = self._sums(daily) if not self._filter().of_text else Counter({one.key: 1 for one in daily})
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


def _name_of(one: LabelledActivity, by: Group) -> str:
    named = {Group.CATEGORY: str(one.labels.category_id or ""), Group.APP: one.app}
    return named.get(by, one.labels.project)
