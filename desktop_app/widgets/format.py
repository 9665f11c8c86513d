"""Times, lengths and numbers in the person's own way of writing them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QDate, QLocale, QObject, QTime

_SECOND = 1_000
_MINUTE = 60_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Wording(QObject):
    """Writes UTC milliseconds as text in one time zone and the default locale; lengths are milliseconds too."""

    def __init__(self, zone: str = "UTC", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone: tzinfo = UTC
        self.set_zone(zone)

    def set_zone(self, zone: str) -> None:
        """Write times in another zone, by its IANA name; one this machine does not know is written in UTC."""
        try:
            self._zone = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._zone = UTC

    def local(self, moment_ms: int) -> datetime:
        """Return the moment as an aware datetime in the zone."""
        return (_EPOCH + timedelta(milliseconds=moment_ms)).astimezone(self._zone)

    def time(self, moment_ms: int) -> str:
        """Return the time of day, hours and minutes."""
        local = self.local(moment_ms)
        return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)

    def moment(self, moment_ms: int, now_ms: int) -> str:
        """Return the time of day, with the date before it where it is not today's."""
        local = self.local(moment_ms)
        if local.date() == self.local(now_ms).date():
            return self.time(moment_ms)
        day = QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
        return f"{day} {self.time(moment_ms)}"

    def axis_time(self, moment_ms: int) -> str:
        """Return the time of day as every axis writes it: like time, but 8 am for 8:00 am, where people write that."""
        local = self.local(moment_ms)
        return _on_axis(QTime(local.hour, local.minute))

    @staticmethod
    def axis_hour_of(hour_of_day: int) -> str:
        """Return an hour from 0 to 23 in the same way."""
        return _on_axis(QTime(hour_of_day, 0))

    def span(self, start_ms: int, end_ms: int) -> str:
        """Return from when to when."""
        return f"{self.time(start_ms)} – {self.time(end_ms)}"

    def length(self, length_ms: int) -> str:
        """Return how long, in hours and minutes; below a minute in seconds."""
        minutes = max(0, length_ms) // _MINUTE
        if minutes == 0:
            return self.tr("%1 s").replace("%1", str(max(0, length_ms) // _SECOND))
        hours, minutes = divmod(minutes, 60)
        if hours == 0:
            return self.tr("%1 min").replace("%1", str(minutes))
        return self.tr("%1 h %2 min").replace("%1", str(hours)).replace("%2", f"{minutes:02}")

    def ago(self, length_ms: int) -> str:
        """Return how long ago something was."""
        if length_ms < 10 * _SECOND:
            return self.tr("just now")
        return self.tr("%1 ago").replace("%1", self.length(length_ms))

    def number(self, value: float) -> str:
        """Return a number with one decimal."""
        return QLocale().toString(value, "f", 1)

    def percent(self, fraction: float) -> str:
        """Return a share from 0 to 1 in whole percent."""
        return self.tr("%1 %").replace("%1", QLocale().toString(round(fraction * 100)))


def _on_axis(time: QTime) -> str:
    own = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    twelve = "a" in own.casefold() and time.minute() == 0
    return QLocale().toString(time, "h Ap" if twelve else own)
