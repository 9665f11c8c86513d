"""From a report to the wizard that shares a week: it opens on the days that were looked at."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.sharing_bench import sharing_bench
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.choices import Choices
from desktop_app.dialogs.share_week import ShareWeek
from desktop_app.pages.reports.day_range import RangeKind, range_around
from desktop_app.pages.reports.sharing import share_week
from engine.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_wizard_opens_on_the_last_week_of_the_days_shown(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    share_week(sharing_bench(on=False).choices, range_around(RangeKind.MONTH, date(2026, 9, 10), 0), page)
    [dialog] = page.findChildren(ShareWeek)
    assert dialog.choose.weeks.day == date(2026, 9, 30)
    dialog.reject()


def test_before_the_engine_is_open_nothing_opens(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    share_week(Choices(Settings()), None, page)
    assert page.findChild(ShareWeek) is None
