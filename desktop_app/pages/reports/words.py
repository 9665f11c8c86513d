"""A report's names, lengths and changes in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.chart_values import SLOTS, Trend
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from engine.domain.app_names import AppNames
from engine.domain.report import By, LabelledActivity, LongStretch, Report, ReportRow

PATH = " › "
_LEVEL = 0.005  # below half a percent nothing has changed


class ReportWords(QObject):
    """Names what a report holds. names: what to call an app."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = wording
        self.names = AppNames()
        self._colours = AppColours()

    def by(self, by: By) -> str:
        """Return what to call a table."""
        names = {
            By.CATEGORY: self.tr("Categories"),
            By.APP: self.tr("Apps"),
            By.PROJECT: self.tr("Projects"),
            By.TAG: self.tr("Tags"),
            By.HOUR: self.tr("Hours"),
            By.DAY: self.tr("Days"),
        }
        return names[by]

    def row(self, row: ReportRow) -> str:
        """Return what a line of a table is called."""
        if row.withheld:
            return self.tr("Private or excluded")
        if row.by is By.APP:
            return foreign(self.names.name(row.key)) or self.tr("No window")
        if row.by is By.CATEGORY:
            return self.path(row.path)
        none = {By.PROJECT: self.tr("No project"), By.TAG: self.tr("No tag")}
        return foreign(row.key) or none.get(row.by, "")

    def path(self, path: tuple[str, ...]) -> str:
        """Return a category with those above it."""
        return PATH.join(foreign(name, 60) for name in path) or self.tr("No category")

    def stretch(self, stretch: LongStretch) -> str:
        """Return what a long stretch was in."""
        if stretch.withheld:
            return self.tr("Private or excluded")
        return foreign(self.names.name(stretch.app)) or self.tr("No window")

    def activity(self, activity: LabelledActivity) -> str:
        """Return what an activity was in."""
        if activity.withheld:
            return self.tr("Private or excluded")
        return foreign(self.names.name(activity.app)) or self.tr("No window")

    def ink(self, row: ReportRow) -> str:
        """Return the colour a line is drawn in, by chart_values."""
        if row.by is By.CATEGORY:
            return row.colour or "idle"
        if row.by is By.APP and row.key and not row.withheld:
            return SLOTS[self._colours.slot(row.key)]
        return "accent" if row.key and not row.withheld else "idle"

    def remember(self, report: Report) -> None:
        """Give the apps of a report their colours, the largest first."""
        table = report.table(By.APP)
        self._colours.remember(row.key for row in (table.rows if table is not None else ()))

    def length(self, ms: int) -> str:
        """Return a length of time."""
        return self.wording.length(ms)

    def percent(self, part: int, whole: int) -> str:
        """Return a share of the whole; little is not nothing."""
        share = part / whole if whole else 0.0
        return self.tr("< 1 %") if 0 < share < _LEVEL else self.wording.percent(share)

    def change(self, now: float, before: float | None, good: int = 0) -> Trend | None:
        """Return by how much a figure changed, in percent; None where there was nothing before.

        good: 1 where more is welcome, -1 where less is.
        """
        if before is None or before <= 0:
            return None
        share = now / before - 1
        if abs(share) < _LEVEL:
            return Trend(0, self.tr("as before"))
        sign = "+" if share > 0 else "−"
        direction = 1 if share > 0 else -1
        return Trend(direction, f"{sign}{self.wording.percent(abs(share))}", good * direction)

    def points(self, now: float | None, before: float | None, good: int = 0) -> Trend | None:
        """Return by how many points a score changed, None where one is not known."""
        if now is None or before is None:
            return None
        difference = round(now) - round(before)
        if difference == 0:
            return Trend(0, self.tr("as before"))
        direction = 1 if difference > 0 else -1
        number = QLocale().toString(abs(difference))
        return Trend(direction, ("+" if direction > 0 else "−") + number, good * direction)
