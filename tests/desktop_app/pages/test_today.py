from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from helpers.dressed import dressed, speaking
from helpers.sample_summary import (
    CHINESE,
    ENGLISH,
    StandingClock,
    crowded_summary,
    sample_summary,
    segment,
    summary_of,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.pages.today import TodayPage
from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.summary import DaySummary

PROBE = ProbeReport("x11", "x11", windows=True, titles=True, idle=True, lock=True, suspend=True)
MARKUP = "<img src=file:/etc/hostname>"
SIZES = [(1068, 720), (1708, 1000), (688, 620), (560, 420)]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        yield


def now_of(summary: DaySummary) -> int:
    return summary.segments[-1].interval.end_ms if summary.segments else summary.bounds.start_ms


def recording(summary: DaySummary) -> RecorderHealth:
    return RecorderHealth(RecorderState.RECORDING, 7, now_of(summary), now_of(summary), probe=PROBE)


def opened(
    qtbot: QtBot,
    summary: DaySummary | None,
    health: RecorderHealth | None,
    palette: Palette = LIGHT,
    size: tuple[int, int] = (1068, 720),
) -> TodayPage:
    page = TodayPage(dressed(palette), clock=StandingClock(now_of(summary) if summary else 0))
    qtbot.addWidget(page)
    page.resize(*size)
    if summary is not None:
        page.show_day(summary)
    if health is not None:
        page.show_health(health)
    page.show()
    for _ in range(3):
        QApplication.processEvents()
    return page


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_day_is_on_the_page(qtbot: QtBot) -> None:
    summary = sample_summary()
    shown = texts(opened(qtbot, summary, recording(summary)))

    for wanted in ("I see", "Timeline", "Hours by app", "Kinds of time", "Active time", "Recording", "Q4 plan.docx"):
        assert any(wanted in text for text in shown), wanted
    assert {name for name, _ in ENGLISH} <= set(shown)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize("apps", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_no_text_is_clipped_or_overlaps(
    qtbot: QtBot, size: tuple[int, int], palette: Palette, apps: tuple[tuple[str, str], ...]
) -> None:
    summary = sample_summary(apps)
    health = replace(recording(summary), state=RecorderState.NOT_SAVING, waiting=3, message="The disk is full. " * 3)
    page = opened(qtbot, summary, health, palette, size)

    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    for label in labels:
        if not isinstance(label, ElidedLabel | Paragraph):
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
        if isinstance(label, Paragraph):
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
        assert label.height() >= label.fontMetrics().height() - 2, label.text()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0, "the page scrolls sideways"
    places = [(label, label.rect().translated(label.mapTo(page, label.rect().topLeft()))) for label in labels]
    for index, (one, here) in enumerate(places):
        for other, there in places[index + 1 :]:
            assert not here.intersects(there), (one.text(), other.text())


def test_every_label_on_the_page_is_plain_text(qtbot: QtBot) -> None:
    summary = sample_summary(((MARKUP, f"<b>{MARKUP}</b>"), ("Other", "<h1>x")))
    page = opened(qtbot, summary, recording(summary))

    labels = page.findChildren(QLabel)
    assert len(labels) > 20
    assert [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText and label.text()] == []
    assert MARKUP in texts(page)
    assert f"<b>{MARKUP}</b>" in texts(page)


def test_a_megabyte_of_title_does_not_hold_the_page_up(qtbot: QtBot) -> None:
    summary = sample_summary((("App", "word " * 200_000),))
    started = time.perf_counter()

    page = opened(qtbot, summary, recording(summary))
    page._ribbon._open_table()
    page.grab()

    assert time.perf_counter() - started < 3
    assert all(len(text) <= 1_000 for text in texts(page))


def test_ten_thousand_segments_are_shown_in_time(qtbot: QtBot) -> None:
    summary = crowded_summary()
    started = time.perf_counter()

    page = opened(qtbot, summary, recording(summary))
    page.grab()

    assert time.perf_counter() - started < 3
    assert page._ribbon.item_model.rowCount() == 10_000


def test_a_day_without_anything_offers_two_ways_on(qtbot: QtBot) -> None:
    page = opened(qtbot, summary_of([]), RecorderHealth(RecorderState.STOPPED))

    assert "Nothing recorded yet" in texts(page)
    assert "Hours by app" not in texts(page)
    with qtbot.waitSignal(page.start_recorder, timeout=500):
        page._empty.button.click()
    with qtbot.waitSignal(page.load_sample, timeout=500):
        page._empty.second_button.click()
    assert not page._live_card.button.isVisible()


def test_before_the_day_is_known_nothing_is_said_to_be_missing(qtbot: QtBot) -> None:
    page = opened(qtbot, None, None)

    assert "Nothing recorded yet" not in texts(page)
    assert "Looking for the recorder" in texts(page)


def test_a_day_that_has_just_begun_to_be_recorded_does_not_ask_to_start(qtbot: QtBot) -> None:
    page = opened(qtbot, summary_of([]), RecorderHealth(RecorderState.RECORDING, beat_ms=0, probe=PROBE))

    assert not page._empty.button.isVisible()
    assert any("What you do from now on" in text for text in texts(page))


def test_a_stopped_recorder_offers_to_start_beside_the_day(qtbot: QtBot) -> None:
    page = opened(qtbot, sample_summary(), RecorderHealth(RecorderState.STOPPED))

    with qtbot.waitSignal(page.start_recorder, timeout=500):
        page._live_card.button.click()


def test_a_paused_recorder_offers_to_resume(qtbot: QtBot) -> None:
    page = opened(qtbot, sample_summary(), RecorderHealth(RecorderState.PAUSED))
    started: list[bool] = []
    page.start_recorder.connect(lambda: started.append(True))

    with qtbot.waitSignal(page.resume_requested, timeout=500):
        page._live_card.button.click()
    assert not started


def test_the_page_follows_the_day(qtbot: QtBot) -> None:
    summary = sample_summary()
    page = opened(qtbot, summary, recording(summary))

    page.show_day(summary_of([*summary.segments, segment(now_of(summary), 5, "Gimp", "mountain.xcf")]))

    assert "Gimp" in texts(page)
    assert "mountain.xcf" in texts(page)


def test_table_and_ribbon_choose_together_by_keyboard(qtbot: QtBot) -> None:
    summary = sample_summary()
    page = opened(qtbot, summary, recording(summary))
    card = page._ribbon
    assert not card.table.isVisible()

    card.ribbon.setFocus()
    QTest.keyClick(card.ribbon, Qt.Key.Key_Home)
    QTest.keyClick(card.ribbon, Qt.Key.Key_Right)
    QTest.keyClick(card.ribbon, Qt.Key.Key_Return)

    assert card.table.isVisible()
    assert card.table.currentIndex().row() == 1
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    assert card.ribbon.chosen() == page._days.ribbon(summary, 0).segments[2]
    assert any(text.startswith(page._wording.time(summary.segments[2].interval.start_ms)) for text in texts(page))


def test_drawn_controls_have_names_for_screen_readers(qtbot: QtBot) -> None:
    summary = sample_summary()
    page = opened(qtbot, summary, recording(summary))

    assert page._ribbon.ribbon.accessibleName() == "Day ribbon"
    assert page._ribbon.table.accessibleName() == "The day as a table"
    assert "%" in page._figures._ring.accessibleName()
    assert page._ribbon.ribbon.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_clock_rests_while_nobody_looks(qtbot: QtBot) -> None:
    summary = sample_summary()
    page = opened(qtbot, summary, recording(summary))
    assert page._timer.isActive()

    page.hide()

    assert not page._timer.isActive()


def test_it_lives_through_a_change_of_theme(qtbot: QtBot) -> None:
    summary = sample_summary()
    theme = dressed(LIGHT)
    page = TodayPage(theme, clock=StandingClock(now_of(summary)))
    qtbot.addWidget(page)
    page.resize(1068, 720)
    page.show_day(summary)
    page.show()
    before = page.grab().toImage()

    dressed(DARK)
    theme.set_palette(DARK)
    QApplication.processEvents()
    after = page.grab().toImage()

    assert before.pixelColor(4, 4).name().upper() == LIGHT.bg
    assert after.pixelColor(4, 4).name().upper() == DARK.bg
