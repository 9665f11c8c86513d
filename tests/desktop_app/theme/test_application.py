from __future__ import annotations

import re

import pytest
from helpers.dressed import dressed, speaking
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT, Palette, ThemeHolder, spacing
from desktop_app.theme.icons import icon, icon_pixmap
from desktop_app.theme.stylesheet import stylesheet
from desktop_app.theme.type_scale import BODY, families, fit_writing, line_factor

NAMES = (
    "today plan timeline reports documents insights learn assistant rules settings pause play lock idle warning "
    "shield search sun moon app table eye"
).split()
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)


@BOTH
def test_the_application_wears_the_palette(qapp: QApplication, palette: Palette) -> None:
    dressed(palette)

    colours = qapp.palette()
    assert colours.color(QPalette.ColorRole.Window).name().upper() == palette.bg
    assert colours.color(QPalette.ColorRole.Text).name().upper() == palette.text
    assert colours.color(QPalette.ColorRole.Highlight).name().upper() == palette.accent
    assert qapp.styleSheet() == stylesheet(palette)
    assert qapp.font().pixelSize() == BODY


@BOTH
def test_the_stylesheet_has_every_word_filled_in(palette: Palette) -> None:
    sheet = stylesheet(palette)

    assert "$" not in sheet
    assert palette.accent in sheet
    colours = {found.upper() for found in re.findall(r"#[0-9A-Fa-f]{6}", sheet)}
    other = DARK if palette is LIGHT else LIGHT
    assert other.bg not in colours


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("locale", ["en_GB", "zh_CN"])
def test_fields_and_buttons_are_equally_high(qtbot: QtBot, locale: str) -> None:
    with speaking(locale):
        dressed(LIGHT)
        page = QWidget()
        qtbot.addWidget(page)
        form = QFormLayout(page)
        kinds = (QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QPushButton)
        fields = [kind() for kind in kinds]
        for field in fields:
            form.addRow("字", field)
        page.show()
        assert {field.height() for field in fields} == {spacing.TARGET}


def test_holder_tells_of_another_palette_once(qtbot: QtBot) -> None:
    holder = ThemeHolder(LIGHT)
    told: list[str] = []
    holder.changed.connect(lambda: told.append(holder.palette.name))

    holder.set_palette(DARK)
    holder.set_palette(DARK)

    assert told == ["dark"]


@pytest.mark.parametrize("name", NAMES)
def test_icons_are_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = icon_pixmap(name, QColor("#C9302C"), 24, 2.0).toImage()

    assert (image.width(), image.height()) == (48, 48)
    solid = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255]
    assert len(solid) > 20
    assert {colour.name().upper() for colour in solid} == {"#C9302C"}


def test_icons_stay_sharp_on_dense_screens(qapp: QApplication) -> None:
    found = icon("today", QColor("#000000"), 16)

    assert sorted(size.width() for size in found.availableSizes()) == [16, 32, 48]


def test_an_unknown_icon_is_our_mistake(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon", QColor("#000000"), 16)


def test_chinese_is_in_one_of_the_families(qapp: QApplication) -> None:
    dressed(LIGHT)
    metrics = QFontMetrics(qapp.font())

    assert families()
    assert all(metrics.inFont(letter) or metrics.horizontalAdvance(letter) > 8 for letter in "今天专注")


def test_chinese_lines_stand_a_tenth_further_apart() -> None:
    assert line_factor(QLocale("zh_CN")) == pytest.approx(1.1)
    assert line_factor(QLocale("en_GB")) == 1.0


def test_quotes_stand_close_in_english_and_wide_in_chinese(qapp: QApplication) -> None:
    english, chinese = QFont(qapp.font()), QFont(qapp.font())
    fit_writing(english, QLocale("en_GB"))
    fit_writing(chinese, QLocale("zh_CN"))
    face = "Noto Sans CJK SC"
    if face in QFontDatabase.families():  # the one that draws them as wide as its letters
        for font in (english, chinese):
            font.setFamilies([face])
        narrow, wide = (QFontMetrics(font).horizontalAdvance("“") for font in (english, chinese))
        assert 0 < narrow < wide
    fit_writing(english, QLocale("zh_CN"))
    assert english.featureTags() == chinese.featureTags() == []


def test_the_application_s_font_fits_the_language_in_force(qapp: QApplication) -> None:
    for name, features in (("en_GB", 1), ("zh_CN", 0), ("en_GB", 1)):
        with speaking(name):
            dressed(LIGHT)
            assert len(qapp.font().featureTags()) == features
