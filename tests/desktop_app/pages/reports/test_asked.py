"""A category another page asks for is listed with the days, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from helpers.report_page import listed, opened
from pytestqt.qtbot import QtBot

ASKED = [
    (("Work", "编码"), False, ["2 h 00 min"]),
    (("Work",), True, ["2 h 00 min"]),
    (("Work",), False, []),  # nothing lies in it alone
    (("Talk",), False, ["30 min"]),
]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(("path", "below", "lengths"), ASKED)
def test_a_category_asked_for_elsewhere_is_listed(
    qtbot: QtBot, path: tuple[str, ...], below: bool, lengths: list[str]
) -> None:
    page = opened(qtbot)
    days = page.days
    assert days is not None
    page.show_category(days.start, days.end - timedelta(days=1), path, below=below)
    qtbot.waitUntil(lambda: page.panel.isVisible() or not lengths)
    assert [row[1] for row in listed(page)] == lengths if lengths else not page.panel.isVisible()
    if lengths:
        page.panel.close_panel()
        page.refresh()
        assert not page.panel.isVisible(), "it is listed once"
