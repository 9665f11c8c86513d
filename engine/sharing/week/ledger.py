"""The budget: every draw of noise is charged to the months of its data, in two places, before anybody sees it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date

from engine.domain.sharing import Charge, Release, ShareBudget, ShareError, ShareKind
from engine.sharing.week.charges import Spent, settled
from engine.sharing.week.charges_file import ChargesFile
from engine.sharing.week.file import epsilon_words
from engine.storage.sharing import ShareStore, Spending


class Ledger:
    """What was spent, and spending. allowed: of a month, in millionths."""

    def __init__(self, store: ShareStore, file: ChargesFile, allowed: Callable[[], int]) -> None:
        self._store = store
        self._file = file
        self._allowed = allowed

    def budgets(self, months: tuple[str, ...]) -> tuple[ShareBudget, ...]:
        """Return what these months have; raises ProfileError and Storage errors."""
        with self._store.looking() as looking:
            spent = self._spent(looking, months)
        return tuple(self._budget(spent, month) for month in months)

    def all(self) -> tuple[ShareBudget, ...]:
        """Return every month that anything was spent on, the latest first."""
        with self._store.looking() as looking:
            spent = self._spent(looking)
        months = {month for one in spent.charges if one.epsilon_millionths for month in one.months}
        return tuple(self._budget(spent, month) for month in sorted(months, reverse=True))

    def release(
        self,
        wanted: tuple[ShareKind, date],
        months: tuple[str, ...],
        epsilon: int,
        make: Callable[[Charge], Release],
        *,
        anew: bool = False,
    ) -> Release:
        """Charge epsilon to the months and have the release made; one that another process made meanwhile is given.

        anew: make one even so. Nothing is made where the budget does not last; raises ShareError with what to do.
        """
        with self._file.alone(), self._store.spending() as spending:
            there = None if anew else spending.latest(*wanted)
            if there is not None:
                return there
            spent = self._spent(spending, months)
            if spent.new_closing:
                self._file.write(spent.charges, spent.closed)
            if epsilon:
                self._require(spent, months, epsilon)
            charge = Charge(max(spent.last, spending.last_number()) + 1, secrets.token_hex(16), months, epsilon)
            self._file.write((*spent.charges, charge), spent.closed)
            spending.put_back(spent.charges)
            release = make(charge)
            spending.add(release)
            return release

    def _spent(self, looking: Spending, asked: tuple[str, ...] = ()) -> Spent:
        rows = looking.charges()
        newest = max([looking.newest_month(), *asked, *(month for one in rows for month in one.months)])
        return settled(rows, looking.last_number(), self._file.read(), newest)

    def _budget(self, spent: Spent, month: str) -> ShareBudget:
        return ShareBudget(month, spent.of(month), self._allowed(), spent.is_closed(month))

    def _require(self, spent: Spent, months: tuple[str, ...], epsilon: int) -> None:
        for month in months:
            budget = self._budget(spent, month)
            if budget.closed:
                raise ShareError(
                    f"What was spent on the data of {month} can no longer be told: records of it are missing. Nothing "
                    "more of that month or earlier ones is shared with noise; later months are not touched by it."
                )
            if budget.left < epsilon:
                spent_words, allowed = epsilon_words(budget.spent), epsilon_words(budget.allowed)
                raise ShareError(
                    f"The budget of {month} does not last: {spent_words} of {allowed} is spent, and this costs "
                    f"{epsilon_words(epsilon)}. What was made before can be written again at no cost."
                )
