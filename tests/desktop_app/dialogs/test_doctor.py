"""Is Kairos seeing everything? What the dialog says, how it keeps up, and what its buttons do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from helpers.fake_engine import DAY_START_MS, HOUR_MS

from desktop_app.dialogs.doctor_words import KNOWN, remedy_words, source_name, standing_word
from desktop_app.pages.settings import SettingsPage
from engine.domain.sources import Remedy, Source, SourceReport, Standing, Told

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WELL = SourceReport(Source.RECORDER, Standing.GOOD, Told.RECORDS, DAY_START_MS + 12 * HOUR_MS)
NO_FOLDER = SourceReport(Source.DOCUMENTS, Standing.OFF, Told.DOCUMENTS_NONE, None, Remedy.FOLDER)
BLIND = SourceReport(Source.WINDOW, Standing.BAD, Told.WINDOW_NO_GNOME, None, Remedy.EXTENSION)


@pytest.fixture
def bench(open_desk: Any) -> Any:
    made = open_desk()
    made.engine.sources.reports = (WELL, NO_FOLDER, BLIND)
    made.desk.control.checkup.trigger()
    made.settle()
    return made


def _rows(bench: Any) -> list[str]:
    column = bench.desk.checkup.doctor._list
    rows = [column.itemAt(place).widget() for place in range(column.count())]
    return [row.name.text() for row in rows if row is not None]


def _span(row: Any) -> int:
    """Return over how many columns a row's sentence goes."""
    span: int = row._grid.getItemPosition(row._grid.indexOf(row.sentence))[3]
    return span


def test_what_needs_a_look_stands_first_with_its_moment_and_its_button(bench: Any) -> None:
    dialog = bench.desk.checkup.doctor
    assert _rows(bench) == ["Active window", "Recorder", "Documents"]
    assert "1 of them needs a look" in dialog.summary.text()
    assert "12:00 (1 min ago)" in dialog.rows[Source.RECORDER].state.text()
    assert dialog.rows[Source.RECORDER].button.isHidden()
    assert dialog.rows[Source.DOCUMENTS].button.text() == "Add a folder…"
    assert [_span(dialog.rows[one]) for one in (Source.RECORDER, Source.DOCUMENTS)] == [2, 1]  # its button is beside it


def test_it_keeps_up_while_it_is_open(bench: Any) -> None:
    dialog = bench.desk.checkup.doctor
    bench.engine.sources.reports = (replace(BLIND, standing=Standing.GOOD, told=Told.WINDOW_GNOME), WELL)
    dialog.refresh()
    bench.settle()
    assert dialog.summary.text() == "Everything that is set up reports."


def test_a_button_leads_to_where_it_helps(bench: Any) -> None:
    bench.desk.checkup.doctor.rows[Source.WINDOW].button.click()
    assert isinstance(bench.desk.window.page, SettingsPage)
    assert bench.desk.checkup.doctor is None


def test_asked_twice_it_opens_once(bench: Any) -> None:
    first = bench.desk.checkup.doctor
    bench.desk.choices.checkup_wanted.emit()
    assert bench.desk.checkup.doctor is first


def test_every_sentence_of_the_engine_is_known_here() -> None:
    assert set(KNOWN) == {told.value for told in Told}
    assert all(source_name(one) for one in Source)
    assert all(standing_word(one) for one in Standing)
    assert all(bool(remedy_words(one)) == (one is not Remedy.NONE) for one in Remedy)
