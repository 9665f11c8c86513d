"""The Reports page of a profile that recorded nothing yet."""

from __future__ import annotations

import pytest
from helpers.report_history import choices_over
from helpers.report_page import opened
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_new_profile_is_led_to_today(qtbot: QtBot) -> None:
    page = opened(qtbot, choices_over([]))
    assert page.empty.button.text() == "Show Today"
    with qtbot.waitSignal(page.today_requested):
        page.empty.button.click()
