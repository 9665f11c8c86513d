"""Today calls apps what this desktop calls them, and leads to the settings where they hold what is lacking."""

from __future__ import annotations

from helpers.dressed import dressed
from helpers.sample_summary import MINUTE, StandingClock, bounds_of, segment, summary_of
from pytestqt.qtbot import QtBot

from desktop_app.item_models.segments import Column
from desktop_app.pages.today import TodayPage
from desktop_app.theme import LIGHT
from engine.domain.app_names import AppNames
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.summary import DaySummary

START = bounds_of().start_ms + 9 * 60 * MINUTE
UNSEEN = ProbeReport("wayland", "gnome", windows=False, titles=False, idle=True, lock=False, suspend=False)


def _page(qtbot: QtBot, summary: DaySummary) -> TodayPage:
    page = TodayPage(dressed(LIGHT), clock=StandingClock(summary.bounds.end_ms))
    qtbot.addWidget(page)
    page.show_day(summary)
    return page


def _whats(page: TodayPage) -> list[object]:
    rows = page._ribbon.item_model
    return [rows.data(rows.index(row, Column.WHAT)) for row in range(rows.rowCount())]


def test_ribbon_table_and_bars_call_apps_by_their_names(qtbot: QtBot) -> None:
    summary = summary_of([segment(START, 60, "org.gnome.Evince"), segment(START + 60 * MINUTE, 60, "code")])
    page = _page(qtbot, summary)
    assert _whats(page) == ["Evince", "Code"]
    page.show_names(AppNames({"org.gnome.evince": "文档查看器"}))
    assert _whats(page) == ["文档查看器", "Code"]
    page._ribbon.ribbon.choose(0)
    chosen = page._ribbon.ribbon.chosen()
    assert chosen is not None
    assert "文档查看器" in page._ribbon.ribbon.describe(chosen)
    assert {row.name for row in page._days.app_rows(summary)} == {"文档查看器", "Code"}


def test_where_gnome_hides_its_windows_the_button_leads_to_the_settings(qtbot: QtBot) -> None:
    page = _page(qtbot, summary_of([segment(START, 60, "code")]))
    for state in (RecorderState.BLIND, RecorderState.STOPPED):
        page.show_health(RecorderHealth(state, probe=UNSEEN))
        assert page._live_card.button.text() == "Open Settings"
        with qtbot.waitSignal(page.settings_requested), qtbot.assertNotEmitted(page.start_recorder):
            page._live_card.button.click()
    page.show_health(RecorderHealth(RecorderState.STOPPED))
    with qtbot.waitSignal(page.start_recorder), qtbot.assertNotEmitted(page.settings_requested):
        page._live_card.button.click()


def test_an_empty_day_leads_there_too_and_a_sample_offers_nothing(qtbot: QtBot) -> None:
    page = _page(qtbot, summary_of([]))
    page.show_health(RecorderHealth(RecorderState.BLIND, probe=UNSEEN))
    assert page._empty.button.text() == "Open Settings"
    page.show_health(RecorderHealth(RecorderState.STOPPED))
    assert page._empty.button.text() == "Start recording"
    page.show_sample(sample=True)
    assert page._empty.button.isHidden()
