"""A week made fit to be given away: loads, calls, keeps; what is drawn once is never drawn again unless asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from secrets import randbelow

from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.sharing import (
    BLOCK_MS,
    MILLION,
    Charge,
    ReadShare,
    Release,
    ShareBudget,
    SharedWeek,
    ShareError,
    ShareKind,
    ShareOffer,
    SharePreview,
    require_on,
)
from engine.domain.stream_row import HistoryRows
from engine.settings import SharingSettings
from engine.sharing.noise.coins import Below
from engine.sharing.week.amounts import amounts_of, by_part, in_all
from engine.sharing.week.counting import block_range, months_of
from engine.sharing.week.figures import noisy_lines, rounded_lines
from engine.sharing.week.file import digest_in, parsed, read_file, text_of, write_file
from engine.sharing.week.ledger import Ledger
from engine.sharing.week.sentences import DOES_NOT_HIDE, HOLDS, LEAVES_OUT
from engine.storage.sharing import ShareStore

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SharingParts:
    """What sharing is made of. group: gives what tells a category's group, as the tree is now.

    settings, choose: the person's choice, and changing it.
    """

    rows: HistoryRows
    group: Callable[[], Callable[[int], str]]
    rule: Callable[[], DayRule]
    clock: Clock
    store: ShareStore
    settings: Callable[[], SharingSettings]
    choose: Callable[[SharingSettings], None]
    below: Below = randbelow


@dataclass(frozen=True, slots=True)
class _Week:
    first_day: date
    blocks: range

    @property
    def last_day(self) -> date:
        return self.first_day + _WEEK - _DAY

    @property
    def months(self) -> tuple[str, ...]:
        return months_of(self.blocks)


def monday_of(day: date) -> date:
    """Return the Monday of the day's week: shared weeks are those of ISO 8601, whatever weeks the person sees."""
    return day - timedelta(days=day.weekday())


def millionths(epsilon: float) -> int:
    """Return an epsilon of the settings, as it is written there, in whole millionths."""
    return int(Decimal(str(epsilon)) * MILLION)


class Sharing:
    """Shares weeks of one profile. Raises ShareError with what to do, and Storage, Profile and Settings errors."""

    def __init__(self, parts: SharingParts, ledger: Ledger) -> None:
        self._parts = parts
        self._ledger = ledger

    # ---------------------------------------------------------------- looking

    def on(self) -> bool:
        """Return whether sharing is on."""
        return self._parts.settings().on

    def turn(self, *, on: bool) -> None:
        """Turn sharing on or off; what was made stays, and what was given away cannot be reached. SettingsError."""
        self._parts.choose(replace(self._parts.settings(), on=on))

    def last_week(self) -> date:
        """Return the Monday of the last week that is over."""
        return monday_of(day_of(self._parts.clock.now().wall_ms, self._parts.rule())) - _WEEK

    def offer(self, day: date, kind: ShareKind, *, anew: bool = False) -> ShareOffer:
        """Return what sharing the week of the day would come to; nothing is drawn and nothing spent."""
        require_on(self.on())
        week = self._week(day)
        self._require_over(week)
        there = None if anew else self._parts.store.latest(kind, week.first_day)
        if there is None:
            self._require_begun(week)
        cost = self._epsilon() if kind is ShareKind.PRIVATE and there is None else 0
        budgets = self._ledger.budgets(week.months)
        said = HOLDS[kind], LEAVES_OUT, DOES_NOT_HIDE[kind]
        return ShareOffer(kind, week.first_day, week.last_day, cost, budgets, *said)

    def budget(self, day: date) -> ShareBudget:
        """Return the budget of the day's week: of its months the one with the least left."""
        return self._tightest(self._week(day))

    def budgets(self) -> tuple[ShareBudget, ...]:
        """Return every month that anything was spent on, the latest first."""
        return self._ledger.all()

    def shared(self) -> tuple[SharedWeek, ...]:
        """Return what was made, the latest first."""
        return self._parts.store.all()

    def read(self, file: Path) -> ReadShare:
        """Return what a file that somebody shared says; raises SharedFileError. Sharing need not be on."""
        return read_file(file)

    # ---------------------------------------------------------------- making

    def preview(self, day: date, kind: ShareKind, *, anew: bool = False) -> SharePreview:
        """Return the file of the day's week.

        Noise is drawn, and charged, the first time alone: from then on it is the same file, whatever becomes of the
        history. anew: draw and charge once more, with the figures as they are now. A rounded file costs nothing.
        """
        require_on(self.on())
        week = self._week(day)
        self._require_over(week)
        there = None if anew else self._parts.store.latest(kind, week.first_day)
        if there is not None and (kind is ShareKind.PRIVATE or there.figures == self._figures(week, kind)):
            return self._previewed(there, week)
        if there is None:
            self._require_begun(week)
        epsilon = self._epsilon() if kind is ShareKind.PRIVATE else 0
        renewed = anew or there is not None
        wanted = kind, week.first_day
        made = self._ledger.release(
            wanted, week.months, epsilon, lambda charge: self._made(charge, week, kind), anew=renewed
        )
        return self._previewed(made, week)

    def save(self, preview: SharePreview, file: Path) -> Path:
        """Write the file of a preview, readable by the person alone, in the place of what lies there; ExportError."""
        require_on(self.on())
        write_file(file, preview.text)
        self._parts.store.saved(preview.id, self._parts.clock.now().wall_ms)
        return file

    def _made(self, charge: Charge, week: _Week, kind: ShareKind) -> Release:
        figures = self._figures(week, kind)
        amounts = json.loads(figures)
        if kind is ShareKind.PRIVATE:
            lines = noisy_lines(amounts, charge.epsilon_millionths, self._parts.below)
        else:
            lines = rounded_lines(amounts)
        text = text_of(kind, week.first_day, lines, charge.epsilon_millionths)
        now_ms = self._parts.clock.now().wall_ms
        return Release(charge, kind, week.first_day, week.last_day, text, figures, digest_in(text), now_ms)

    def _figures(self, week: _Week, kind: ShareKind) -> str:
        """Return the seconds of each group, as JSON: what a release is made of, and told by when it has changed."""
        start, end = week.blocks.start, week.blocks.stop
        rows = self._parts.rows.rows(start * BLOCK_MS, end * BLOCK_MS)
        amounts = amounts_of(rows, week.blocks, self._parts.group())
        return json.dumps(in_all(amounts) if kind is ShareKind.PRIVATE else by_part(amounts, self._parts.rule()))

    def _previewed(self, release: Release, week: _Week) -> SharePreview:
        kind, share = release.kind, parsed(release.text.encode(), "The kept file")
        return SharePreview(
            kind=kind,
            first_day=release.first_day,
            last_day=release.last_day,
            lines=share.lines,
            epsilon_millionths=release.charge.epsilon_millionths,
            budget=self._tightest(week),
            text=release.text,
            holds=HOLDS[kind],
            leaves_out=LEAVES_OUT,
            does_not_hide=DOES_NOT_HIDE[kind],
            saved_before=release.saved_ms is not None,
            digest=release.digest,
            id=release.charge.token,
            changed=release.figures != self._figures(week, kind),
        )

    # ---------------------------------------------------------------- the week

    def _week(self, day: date) -> _Week:
        first, rule = monday_of(day), self._parts.rule()
        return _Week(first, block_range(day_start_ms(first, rule), day_start_ms(first + _WEEK, rule)))

    def _require_over(self, week: _Week) -> None:
        end_ms, start_ms = week.blocks.stop * BLOCK_MS, week.blocks.start * BLOCK_MS
        if end_ms > self._parts.clock.now().wall_ms:
            raise ShareError("This week is not over yet. Share it when it is, or choose an earlier one.")
        if start_ms < self._parts.store.hours_from():
            raise ShareError("Of this week only totals of days are kept. Choose a later one.")

    def _require_begun(self, week: _Week) -> None:
        """Refuse a week that was over before anything was recorded: its figures would be noise alone."""
        start_ms, end_ms = week.blocks.start * BLOCK_MS, week.blocks.stop * BLOCK_MS
        if not self._parts.store.recorded_before(end_ms) and not self._parts.rows.rows(start_ms, end_ms):
            raise ShareError("Nothing was recorded yet when this week ended. Choose a later one.")

    def _tightest(self, week: _Week) -> ShareBudget:
        return min(self._ledger.budgets(week.months), key=lambda one: one.left)

    def _epsilon(self) -> int:
        return millionths(self._parts.settings().epsilon)
