"""What was found, on the page: sentences with their days, nothing where there is nothing, looked for on request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from helpers.found import DAY, FOUND
from helpers.insights_room import InsightsRoom

from desktop_app.theme import DARK, LIGHT, Palette
from engine.domain.findings import Findings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

VALUES = tuple((DAY + timedelta(n), 10.0 + (n % 5) + (6 if n >= 60 else 0)) for n in range(90) if n % 7 < 5)
SINCE = DAY + timedelta(60)
CHANGE = replace(
    FOUND.changes[0], since=SINCE, earliest=SINCE - timedelta(3), latest=SINCE, before=12.0, after=18.0, values=VALUES
)
WHOLE = replace(FOUND, changes=(CHANGE,))


def plain(text: str) -> str:
    """Return the text without the marks that hold names of other scripts together."""
    return text.replace("\u2068", "").replace("\u2069", "")


def wanted(room: InsightsRoom) -> list[tuple[date, date]]:
    assert room.shown is not None
    found: list[tuple[date, date]] = []
    room.shown.days_wanted.connect(lambda first, last: found.append((first, last)))
    return found


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_each_finding_leads_to_its_days(room: InsightsRoom, palette: Palette) -> None:
    room.engine.insights.stored = WHOLE
    part = room.page(palette).found
    days = wanted(room)
    [row] = part.changes.rows
    assert "18.0 a day on average, 12.0 before" in row.text.text()
    for button in row.buttons:
        button.click()
    assert days == [(DAY, SINCE - timedelta(1)), (SINCE, VALUES[-1][0])]
    before, since = part.changes.charts[0].curves
    assert {round(value / 6) for value in before.values if value is not None} == {2}
    assert {round(value / 6) for value in since.values if value is not None} == {3}
    days.clear()
    shape, habit = part.routines.rows
    assert "Work 50 % (10 %)" in plain(shape.text.text())
    habit.buttons[0].click()
    [topic] = part.topics.rows
    assert plain(topic.text.text()) == "40 % of the time: 预算, tides"
    topic.buttons[0].click()
    assert days == [(DAY, DAY), (DAY, DAY)]


def test_little_history_is_said_plainly(room: InsightsRoom) -> None:
    room.engine.insights.stored = Findings(10, 0, 9, 3)
    part = room.page().found
    assert "Too little history" in part.changes.lead.text()
    assert "Too little history" in part.routines.lead.text()
    assert "Too few titles" in part.topics.lead.text()
    assert part.changes.rows == []
    room.engine.insights.stored = Findings(10, 0, 9, 0)
    part.refresh()
    room.settle()
    assert "no whole day" in part.state.text()
    assert not part.changes.isVisible()


def test_what_is_gone_is_looked_for_on_request(room: InsightsRoom, qtbot: object) -> None:
    part = room.page().found
    assert "Nothing was looked for yet" in part.state.text()
    assert not part.topics.isVisible()
    part.look_button.click()
    room.settle()
    assert room.engine.insights.looks == 1
    assert "looked through" in part.state.text()
    assert not part.look_button.isEnabled()
    room.engine.insights.stored, room.engine.insights.looking = WHOLE, False
    qtbot.waitUntil(part.topics.isVisible, timeout=10_000)  # type: ignore[attr-defined]
    assert part.look_button.isEnabled()
