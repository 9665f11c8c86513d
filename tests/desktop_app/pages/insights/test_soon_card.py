"""What is likely in the next minutes, as the Insights page says it."""

from __future__ import annotations

import pytest
from helpers.insights_room import InsightsRoom

from engine.domain.app_names import AppNames
from engine.domain.model_status import Head
from engine.domain.soon import Soon

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_is_likely_soon_and_what_of_it_is_learned(room: InsightsRoom) -> None:
    page = room.page()
    assert not page.soon.isVisible(), "nothing can be told"
    room.engine.mind.coming = Soon(1, 0.431, 0.08, (("<b>code", 0.7), ("mail", 0.2)), frozenset({Head.SWITCH}))
    page.refresh()
    room.settle()
    assert page.soon.isVisible()
    texts = [line.text() for line in page.soon.lines]
    assert texts[0] == "Ten minutes without a switch to another app: 43 % likely"
    assert "8 %" in texts[1]
    assert texts[2].startswith("Next app: ")
    assert "<b>code" in texts[2]
    assert "in part" in page.soon.note.text()
    room.engine.mind.coming = Soon(2, apps=(("code", 1.0),))
    page.refresh()
    room.settle()
    assert [line.isVisible() for line in page.soon.lines] == [True, False, False]
    assert "Counted" in page.soon.note.text()


def test_apps_are_called_as_everywhere_else(room: InsightsRoom) -> None:
    room.engine.mind.coming = Soon(1, apps=(("org.gnome.Terminal", 0.7), ("firefox", 0.2)))
    page = room.page()
    assert page.soon.lines[0].text().startswith("Next app: ")
    assert "gnome" not in page.soon.lines[0].text()
    assert "Firefox" in page.soon.lines[0].text()
    page.show_names(AppNames({"org.gnome.terminal": "终端"}))
    assert "终端" in page.soon.lines[0].text()
