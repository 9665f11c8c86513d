"""Wrapped text: where its lines stand, and that it is laid out once for a width."""

from __future__ import annotations

import pytest
from helpers.dressed import dressed, picture
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT
from desktop_app.widgets.paragraph import Paragraph

WORDS = "word " * 12


def lefts(image: QImage, ground: str) -> list[int]:
    """Return where the first ink of each line stands."""
    found, inside = [], False
    for y in range(image.height()):
        inked = [x for x in range(image.width()) if image.pixelColor(x, y).name() != ground]
        if inked and not inside:
            found.append(min(inked))
        elif inked:
            found[-1] = min(found[-1], *inked)
        inside = bool(inked)
    return found


@pytest.mark.parametrize(("text", "hangs"), [(f"• {WORDS}", True), (WORDS, False)])
def test_the_lines_of_a_bulleted_one_stand_under_its_text(qtbot: QtBot, text: str, hangs: bool) -> None:
    dressed(LIGHT)
    paragraph = Paragraph(text)
    qtbot.addWidget(paragraph)
    image = picture(paragraph, 150, paragraph.heightForWidth(150))
    first, *others = lefts(image, image.pixelColor(149, 0).name())
    assert len(others) >= 2
    assert all((left > first + 4) == hangs for left in others)


def test_another_text_width_or_font_is_laid_out_anew(qtbot: QtBot) -> None:
    dressed(LIGHT)
    paragraph = Paragraph(WORDS)
    qtbot.addWidget(paragraph)
    wide, narrow = paragraph.heightForWidth(400), paragraph.heightForWidth(100)
    assert narrow > wide == paragraph.heightForWidth(400)
    font = paragraph.font()
    font.setPixelSize(40)
    paragraph.setFont(font)
    assert paragraph.heightForWidth(400) > wide
    paragraph.setText("word")
    assert paragraph.heightForWidth(100) < narrow
