"""What was forecast, slot by slot."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from engine.domain.clock import MS_PER_HOUR
from engine.domain.offers import SlotForecast
from engine.storage.database import Database
from engine.storage.tables import forecast

KEPT_MS = 400 * 24 * MS_PER_HOUR
"""A year, and a little more to compare it with."""


class ForecastStore:
    """Keeps of each slot the last forecast made before it began; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, slots: Sequence[SlotForecast], made_ms: int) -> None:
        """Store what is forecast at made_ms: it takes the place of all that was forecast from then on.

        Slots that began before made_ms are left out: they are no forecast. Those of long ago are forgotten.
        """
        rows = [_row(slot) for slot in slots if slot.start_ms >= made_ms]
        with self._database.writing() as connection:
            connection.execute(delete(forecast).where(forecast.c.start_ms >= made_ms))
            connection.execute(delete(forecast).where(forecast.c.start_ms < made_ms - KEPT_MS))
            if rows:
                connection.execute(insert(forecast), rows)

    def between(self, start_ms: int, end_ms: int) -> list[SlotForecast]:
        """Return the forecasts of slots that begin within [start_ms, end_ms), in order."""
        wanted = select(forecast).where(forecast.c.start_ms >= start_ms, forecast.c.start_ms < end_ms)
        with self._database.reading() as connection:
            return [
                SlotForecast(
                    row.start_ms,
                    row.made_ms,
                    row.probability,
                    row.low,
                    row.high,
                    row.focused_minutes,
                    bool(row.abstains),
                    row.run,
                )
                for row in connection.execute(wanted.order_by(forecast.c.start_ms))
            ]

    def clear(self) -> None:
        """Forget every forecast."""
        with self._database.writing() as connection:
            connection.execute(delete(forecast))


def _row(slot: SlotForecast) -> dict[str, float | int]:
    return {**slot._asdict(), "abstains": int(slot.abstains)}
