"""The Insights page: both numbers of each model, trainings, what came of suggestions, and what can be done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import fake_mind
from helpers.insights_room import InsightsRoom
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox

from desktop_app.pages.insights import InsightsPage
from desktop_app.pages.insights.learned import weeks_of
from desktop_app.pages.insights.page import EFFECT_MS
from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.errors import StorageBusy
from engine.domain.model_status import Effect, Head, MindStatus, PolicyEffect, RunState

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def answer(page: InsightsPage, text: str) -> None:
    box = page.training.box
    assert isinstance(box, QMessageBox)
    [button] = [one for one in box.buttons() if one.text() == text]
    button.click()


def test_each_model_shows_both_numbers_how_sure_and_whether_it_is_used(room: InsightsRoom) -> None:
    page = room.page()
    panels = [panel for panel in page.quality.panels if panel.isVisible()]
    assert [panel.name.text() for panel in panels] == [
        "When to focus", "The next app", "The next document", "Documents to suggest",
    ]  # fmt: skip
    first, third = panels[0], panels[2]
    assert first.both.text().startswith("Model 0.740 against 0.620 of “as often as usual”")
    assert first.verdict.text() == "Better by 0.120 (95 % sure: +0.100 to +0.140) on 1204 later cases"
    assert third.verdict.text().startswith("No sure difference: −0.010")
    assert [panel.live.accessibleName() for panel in panels] == ["In use", "In use", "Not in use", "In use"]


def test_what_was_never_measured_is_said_so(room: InsightsRoom) -> None:
    head = replace(fake_mind.head(Head.CATEGORY, 0.0, 0.0, live=False, metric=""), low=0.0, high=0.0, cases=0)
    used = replace(fake_mind.run(1, 1), heads=(head,))
    room.engine.mind.state = MindStatus(used, (used,), 9, training=False)
    page = room.page()
    [panel] = [panel for panel in page.quality.panels if panel.isVisible()]
    assert panel.verdict.text() == "Not measured yet: too few cases so far"
    assert not panel.both.isVisible()
    assert not panel.bar.isVisible()
    assert not page.runs.chart.isVisible()


def test_names_of_other_measures_and_rules_are_shown_as_they_are(room: InsightsRoom) -> None:
    head = replace(fake_mind.head(Head.NEXT_APP, 0.8, 0.7, metric="MRR"), baseline_name="most recent")
    other = replace(fake_mind.head(Head.SWITCH, 0.8, 0.9, metric="<b>new"), baseline_name="coin")
    used = replace(fake_mind.run(1, 1), heads=(head, other))
    room.engine.mind.state = MindStatus(used, (used,), 9, training=False)
    texts = [panel.both.text() for panel in room.page().quality.panels]
    assert texts[0] == "Model 0.800 against 0.700 of “the most recent one”: how far up the right one stands (MRR)"
    assert "<b>new" in texts[1]
    assert "coin" in texts[1]


def test_damaged_models_are_told(room: InsightsRoom) -> None:
    room.engine.mind.state = replace(fake_mind.status(), damaged=True)
    assert "damaged" in room.page().training.note.text()


def test_runs_as_a_curve_of_the_model_chosen_and_as_a_table(room: InsightsRoom) -> None:
    page = room.page()
    rule, ours = page.runs.chart.curves
    assert ours.values == pytest.approx((0.71, 0.72, 0.73, 0.74))
    assert rule.values == (0.62,) * 4
    page.runs.choice.setCurrentIndex(1)
    assert page.runs.chart.curves[1].values == (0.814,) * 4
    table = page.runs.table.item_model
    better = table.index(0, 4)
    assert better.data(Qt.ItemDataRole.ToolTipRole) == better.data()  # the list is often longer than its column
    assert page.runs.table.textElideMode() == Qt.TextElideMode.ElideRight
    assert table.rowCount() == 4
    assert str(table.data(table.index(0, 1))) == "Finished, in use"
    room.engine.mind.state = replace(room.engine.mind.state, active_days=213)
    page.refresh()
    room.settle()
    assert page.runs.choice.currentIndex() == 1


def test_what_came_of_suggestions_by_week_and_policy(room: InsightsRoom) -> None:
    page = room.page()
    card = page.effect
    assert card.whole.text().startswith("300 suggestions were shown, 14 accepted, 111 opened, 43 dismissed: 42 %")
    assert card.kept.text() == "You used suggestions in 5 of 6 weeks in which there were any."
    [curve] = card.chart.curves
    assert curve.values[3] == 0.0
    table = card.table.item_model
    assert str(table.data(table.index(0, 6))) == "45 % (39 % to 51 %)"
    assert str(table.data(table.index(1, 0))) == "simple rules"


def test_weeks_count_all_policies_together() -> None:
    one, two = PolicyEffect("a", 10, 1, 3, 0, 0), PolicyEffect("b", 10, 0, 1, 0, 0)
    weeks = weeks_of(Effect((), (("2026-11-09", one), ("2026-11-02", two), ("2026-11-09", two))))
    assert [(week.first, week.shown, week.used, week.share) for week in weeks] == [
        ("2026-11-02", 10, 1, 0.1), ("2026-11-09", 20, 5, 0.25),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("agreement", "words"), [(None, "After ten ratings"), (0.41, "+0.410"), (-0.05, "do not agree")]
)
def test_whether_ratings_agree_with_the_score(room: InsightsRoom, agreement: float | None, words: str) -> None:
    room.engine.mind.agreement = agreement
    assert words in room.page().agreement.text()


def test_training_starts_tells_how_far_it_is_and_stops(room: InsightsRoom) -> None:
    page = room.page()
    page.training.train_button.click()
    room.settle()
    assert room.engine.mind.commands == ["train"]
    assert page.training.going_on.text() == "Training…"
    assert not page.training.train_button.isVisible()
    going = replace(fake_mind.run(9, 30, state=RunState.RUNNING), started_ms=fake_mind.NOON_MS - 24_000, finished_ms=0)
    mind = room.engine.mind
    mind.state = replace(mind.state, runs=(going, *mind.state.runs))
    page.refresh()
    room.settle()
    assert page.training.going_on.text() == "Training for 24 s, about 24 s left to judge by the run before"
    assert page.training.progress.value() == 500
    assert page._settle.isActive()
    page.training.stop_button.click()
    room.settle()
    assert mind.commands == ["train", "stop"]
    assert not page.training.going_on.isVisible()


def test_the_keyboard_stays_on_the_button_that_starts_and_stops(room: InsightsRoom) -> None:
    page = room.page()
    page.training.train_button.setFocus()
    page.training.train_button.click()
    room.settle()
    assert page.training.stop_button.hasFocus()
    assert page.whole.verticalScrollBar().value() == 0
    page.training.stop_button.click()
    room.settle()
    assert page.training.train_button.hasFocus()


def test_a_run_going_on_tells_no_days_of_history_yet(room: InsightsRoom) -> None:
    going = replace(fake_mind.run(9, 30, state=RunState.RUNNING), data_from_ms=0, finished_ms=0)
    mind = room.engine.mind
    mind.state = replace(mind.state, runs=(going, *mind.state.runs), training=True)
    table = room.page().runs.table.item_model
    assert [str(table.data(table.index(row, 2))) for row in (0, 1)] == ["–", "200 days"]


def test_a_refused_training_says_why(room: InsightsRoom) -> None:
    page = room.page()
    room.engine.mind.state = replace(room.engine.mind.state, training=True)
    page.training.train_button.click()
    room.settle()
    assert "being trained already" in page.error.text()


def test_forgetting_and_going_back_ask_first(room: InsightsRoom) -> None:
    page, mind = room.page(), room.engine.mind
    page.training.reset_button.click()
    answer(page, "Cancel")
    assert mind.commands == []
    page.training.back_button.click()
    answer(page, "Use the run before")
    room.settle()
    assert page.toast.text == "The run before is in use."
    page.training.reset_button.click()
    answer(page, "Forget it")
    room.settle()
    assert mind.commands == ["roll_back", "reset"]
    assert page.toast.text == "Everything learned is forgotten."
    assert "No learned model is in use" in page.training.in_use.text()
    assert not page.training.reset_button.isVisible()


@pytest.mark.parametrize(
    ("state", "words"), [(RunState.FAILED, "The last training failed: no disk"), (RunState.STOPPED, "goes on from")]
)
def test_how_the_last_training_ended_is_said(room: InsightsRoom, state: RunState, words: str) -> None:
    last = replace(fake_mind.run(9, 30, state=state), note="no disk")
    mind = room.engine.mind
    mind.state = replace(mind.state, runs=(last, *mind.state.runs))
    assert words in room.page().training.note.text()


def test_what_ended_a_run_is_told_beside_it(room: InsightsRoom) -> None:
    mind = room.engine.mind
    ends = (
        replace(fake_mind.run(12, 33, state=RunState.RUNNING), finished_ms=0),  # its process was killed
        replace(fake_mind.run(11, 32, state=RunState.STOPPED), note="no_power"),
        replace(fake_mind.run(10, 31), note="no_memory"),
    )
    mind.state = replace(mind.state, runs=(*ends, *mind.state.runs))
    table = room.page().runs.table.item_model
    assert [str(table.data(table.index(row, 1))) for row in range(4)] == [
        "Stopped, goes on later",
        "Stopped, goes on later: no mains power or no time to spare",
        "Finished: the graphics card had too little memory",
        "Finished, in use",
    ]


def test_without_history_the_page_says_how_to_come_by_some(room: InsightsRoom) -> None:
    room.engine.mind.state, room.engine.mind.came_of = MindStatus(None, (), 0, training=False), fake_mind.NO_EFFECT
    page = room.page()
    assert page.empty.isVisible()
    with room.qtbot.waitSignal(page.today_requested, timeout=1_000):
        page.empty.button.click()


def test_a_few_days_can_be_trained_from_and_nothing_came_of_suggestions_yet(room: InsightsRoom) -> None:
    room.engine.mind.state, room.engine.mind.came_of = MindStatus(None, (), 3, training=False), fake_mind.NO_EFFECT
    page = room.page()
    assert page.training.train_button.isVisible()
    assert page.quality.none.isVisible()
    assert not page.runs.isVisible()
    assert page.effect.whole.text() == "Nothing has been suggested yet."


def test_it_reads_again_when_the_database_changed_and_the_effect_only_after_a_while(room: InsightsRoom) -> None:
    page, mind = room.page(), room.engine.mind
    mind.state, mind.came_of = fake_mind.status(runs=2), fake_mind.NO_EFFECT
    room.adviser.database_changed()
    assert page._settle.isActive()
    page._settle.setInterval(5)
    page._settle.start()
    room.qtbot.waitUntil(lambda: page.runs.table.item_model.rowCount() == 2)
    room.settle()
    assert page.effect.table.isVisible()
    room.clock.run(EFFECT_MS)
    page.refresh()
    room.settle()
    assert not page.effect.table.isVisible()
    page.hide()
    room.adviser.database_changed()
    assert not page._settle.isActive()


def test_a_failing_engine_is_said(room: InsightsRoom) -> None:
    page = room.page()

    def fail() -> MindStatus:
        raise StorageBusy("Another program holds the database.")

    room.engine.mind.status = fail  # type: ignore[method-assign]
    page.refresh()
    room.settle()
    assert "Another program" in page.error.text()
    assert page.at_rest


@pytest.mark.parametrize(
    ("size", "palette"), [((1068, 720), LIGHT), ((632, 620), DARK), ((504, 420), LIGHT)], ids=["wide", "dark", "narrow"]
)
def test_no_text_is_clipped_or_overlaps(room: InsightsRoom, size: tuple[int, int], palette: Palette) -> None:
    page = room.page(palette, size)
    labels = [label for label in page.whole.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) > 20
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText
        if isinstance(label, Paragraph):
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
        elif not isinstance(label, ElidedLabel):
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
    assert page.whole.horizontalScrollBar().maximum() == 0
    places = [(label, label.rect().translated(label.mapTo(page, label.rect().topLeft()))) for label in labels]
    for index, (one, here) in enumerate(places):
        for other, there in places[index + 1 :]:
            assert not here.intersects(there), (one.text(), other.text())
    for control in page.findChildren(QAbstractButton):
        if control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert control.text() or control.accessibleName()
