"""The Reports page: a range of days in figures, charts and tables, each leading to its activities."""

from desktop_app.pages.reports.page import ReportsPage

__all__ = ["ReportsPage"]
