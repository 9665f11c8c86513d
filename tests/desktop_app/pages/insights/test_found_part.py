"""What was found, on the page: sentences with their days, nothing where there is nothing, looked for on request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from helpers.found import DAY, FOUND
from helpers.insights_room import InsightsRoom

from desktop_app.theme import DARK, LIGHT, Palette
from engine.domain.app_names import AppNames
from engine.domain.findings import Findings
from engine.domain.intervals import Interval
from engine.domain.routines import Item, ItemKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

VALUES = tuple((DAY + timedelta(n), 10.0 + (n % 5) + (6 if n >= 60 else 0)) for n in range(90) if n % 7 < 5)
SINCE = DAY + timedelta(60)
CHANGE = replace(
    FOUND.changes[0], since=SINCE, earliest=SINCE - timedelta(3), latest=SINCE, before=12.0, after=18.0, values=VALUES
)
WHOLE = replace(FOUND, changes=(CHANGE,))


def plain(text: str) -> str:
    """Return the text without the marks that hold names of other scripts together."""
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u00a0", " ")


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
    assert "you switch 18.0 times an hour on average; before it was 12.0" in row.text.text()
    for button in row.buttons:
        button.click()
    assert days == [(DAY, SINCE - timedelta(1)), (SINCE, VALUES[-1][0])]
    before, since = part.changes.charts[0].curves
    assert {round(value / 6) for value in before.values if value is not None} == {2}
    assert {round(value / 6) for value in since.values if value is not None} == {3}
    days.clear()
    shape, habit = part.routines.rows
    assert plain(shape.text.text()) == "1 days are alike: 50 % of the time on Work (other days 10 %)."
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
    assert part.look_button.isHidden()
    assert part.progress.isVisible()
    assert part.progress.maximum() == 0, "how far it is is not known yet"
    assert part.stop_button.isVisible()
    room.engine.insights.done = 0.37
    qtbot.waitUntil(lambda: part.progress.value() == 37, timeout=10_000)  # type: ignore[attr-defined]
    assert plain(part.state.text()).endswith("so far: 37 % done.")
    room.engine.insights.stored, room.engine.insights.looking = WHOLE, False
    qtbot.waitUntil(part.topics.isVisible, timeout=10_000)  # type: ignore[attr-defined]
    assert part.look_button.isEnabled()


def test_looking_can_be_left_off_and_what_was_found_before_stays(room: InsightsRoom) -> None:
    room.engine.insights.stored = WHOLE
    part = room.page().found
    part.look_button.click()
    room.settle()
    part.stop_button.click()
    room.settle()
    assert not room.engine.insights.looking
    assert part.progress.isHidden()
    assert part.look_button.isEnabled()
    assert part.topics.isVisible()


def test_a_look_begun_elsewhere_shows_and_cannot_be_stopped_here(room: InsightsRoom) -> None:
    room.engine.insights.stored, room.engine.insights.looking = WHOLE, True
    part = room.page().found
    assert part.progress.isVisible()
    assert part.stop_button.isHidden()
    assert not part.look_button.isEnabled()


def test_what_was_counted_is_a_press_away_and_leads_to_the_timeline(room: InsightsRoom) -> None:
    hour = 3_600_000
    habit = replace(FOUND.habits[0], when=((0, hour),), first=Item(ItemKind.APP, "org.gnome.Maps"))
    topic = replace(FOUND.topics.topics[0], minutes=(130.0,))
    room.engine.insights.stored = replace(
        FOUND, habits=(habit,), topics=replace(FOUND.topics, topics=(topic, replace(topic, titles=())))
    )
    page = room.page()
    page.show_names(AppNames({"org.gnome.maps": "The atlas"}))
    moments: list[object] = []
    page.moment_wanted.connect(moments.append)
    row = page.found.routines.rows[-1]
    assert "The app The atlas mostly comes before the document “b”: in 9 of 10" in plain(row.text.text())
    assert "That is 90 %, chance would give 50 %; luck alone does this" in plain(row.note.text())
    row.buttons[0].click()
    assert page.counted is not None
    page.counted.show_button.click()
    assert moments == [Interval(0, hour)]
    page.found.topics.rows[0].buttons[0].click()
    assert plain(page.counted.list.item(0).text()) == "3 Mar 2026: 2 h 10 min"
    assert "Such as" not in page.found.topics.rows[1].note.text(), "there is no title to name"


def test_how_many_habits_are_shown_of_how_many_is_said(room: InsightsRoom) -> None:
    habits = tuple(replace(FOUND.habits[0], times=10 - at) for at in range(6))
    room.engine.insights.stored = replace(FOUND, habits=habits)
    assert "The 4 strongest of 6 are shown." in room.page().found.routines.lead.text()
