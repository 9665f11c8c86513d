from __future__ import annotations

import time

import pytest
from helpers.dressed import dressed, speaking
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import LONGEST, cut, for_tooltip, foreign, isolated, plain_label

MARKUP = '<img src="file:/etc/hostname"><b>bold</b> & more'


def test_long_text_is_cut_and_put_on_one_line() -> None:
    assert cut("one\ntwo\t three") == "one two three"
    assert cut("x" * 301) == "x" * 299 + "…"
    assert cut("x" * 300) == "x" * 300


def test_marks_that_turn_the_writing_go() -> None:
    assert foreign("photo\u202egpj.exe\u2066\u200f") == "photogpj.exe"
    assert len(foreign("\u202e" * 1_000_000 + "end")) <= LONGEST
    assert isolated("שלום") == "\u2068שלום\u2069"
    assert not isolated("")


def test_control_characters_go() -> None:
    every = "".join(map(chr, range(0xA0)))
    shown = foreign(f"a{every}b\x1b[31mc", 400)
    assert shown.isprintable()
    assert shown.startswith("a ")
    assert foreign("Plan\x00 \x07\x9b1") == "Plan 1"


def test_tooltips_show_markup_letter_by_letter(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setHtml(for_tooltip(f"{MARKUP}\nsecond line"))

    assert document.toPlainText() == f"{MARKUP}\nsecond line"
    assert for_tooltip("plain & short") == "plain & short"


def test_labels_never_read_markup(qtbot: QtBot) -> None:
    labels = [plain_label(MARKUP), ElidedLabel(MARKUP), Paragraph(MARKUP)]
    for label in labels:
        qtbot.addWidget(label)

    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert all(label.text() == MARKUP for label in labels)


def test_a_narrow_label_ends_in_an_ellipsis_and_keeps_its_width(qtbot: QtBot) -> None:
    dressed(LIGHT)
    label = ElidedLabel("a title that is far too long for the place it has")
    qtbot.addWidget(label)
    label.resize(80, 20)

    assert label.shown().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.shown()) <= 80
    assert label.minimumSizeHint().width() <= 24


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tooltip_of_a_narrow_label_says_all_of_it(qtbot: QtBot) -> None:
    label = ElidedLabel(f"{MARKUP} and a good deal more of it")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()

    QApplication.sendEvent(label, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), QPoint(50, 50)))

    document = QTextDocument()
    document.setHtml(QToolTip.text())
    assert document.toPlainText() == f"{MARKUP} and a good deal more of it"
    QToolTip.hideText()


@pytest.mark.parametrize("make", [ElidedLabel, Paragraph])
def test_a_megabyte_costs_next_to_nothing(qtbot: QtBot, make: type[ElidedLabel | Paragraph]) -> None:
    label = make("")
    qtbot.addWidget(label)
    label.resize(300, 40)
    started = time.perf_counter()

    label.setText("中" * 1_000_000)
    label.grab()

    assert time.perf_counter() - started < 0.5
    assert len(label.text()) <= 1_000


def test_a_paragraph_grows_downwards_and_more_so_in_chinese(qtbot: QtBot) -> None:
    label = Paragraph("word " * 40)
    qtbot.addWidget(label)

    with speaking("en_GB"):
        wide, narrow = label.heightForWidth(600), label.heightForWidth(150)
    with speaking("zh_CN"):
        chinese = label.heightForWidth(150)

    assert narrow > 2 * wide
    assert chinese > 1.05 * narrow
