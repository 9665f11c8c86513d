"""A chip says what it narrows to, and tells a person's choice once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.widgets.chip import Chip


def _chip(qtbot: QtBot) -> Chip:
    chip = Chip("Kind", "Any kind")
    qtbot.addWidget(chip)
    chip.offer([("PDF", "type:pdf"), ("R&D", "type:rd")])
    return chip


def test_a_choice_is_told_and_shown(qtbot: QtBot) -> None:
    chip = _chip(qtbot)
    told: list[str] = []
    chip.picked.connect(told.append)
    assert (chip.text(), chip.isChecked()) == ("Kind", False)
    [_, _, pdf, rd] = chip.menu().actions()  # the second is the line below the first
    pdf.trigger()
    assert (told, chip.value, chip.text(), chip.isChecked()) == (["type:pdf"], "type:pdf", "Kind: PDF", True)
    rd.trigger()
    assert (chip.text(), chip.accessibleName()) == ("Kind: R&&D", "Kind: R&D")
    chip.menu().actions()[0].trigger()
    assert (told[-1], chip.value, chip.text(), chip.isChecked()) == ("", "", "Kind", False)


def test_a_choice_that_is_no_longer_offered_is_none(qtbot: QtBot) -> None:
    chip = _chip(qtbot)
    chip.choose("type:pdf")
    chip.offer([("PDF", "type:pdf")])
    assert chip.value == "type:pdf"
    chip.offer([("Text", "type:text")])
    assert (chip.value, chip.isChecked()) == ("", False)
    assert [action.text() for action in chip.menu().actions() if action.text()] == ["Any kind", "Text"]
