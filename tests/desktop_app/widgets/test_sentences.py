from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.widgets.sentences import joined, labelled
from engine.paths import resource


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        ((), ""),
        (("", "One."), "One."),
        (("One.", "", "Two!", "Three."), "One. Two! Three."),
        (("一。", "二？", "三。"), "一。二？三。"),
        (("One.", "二。", "Three."), "One. 二。Three."),
    ],
)
def test_sentences_stand_beside_each_other_as_their_language_sets_them(sentences: tuple[str, ...], text: str) -> None:
    assert joined(*sentences) == text


def test_a_label_has_the_colon_of_the_language(qapp: QApplication) -> None:
    assert labelled("Focus %2", "12 min %1 left") == "Focus %2: 12 min %1 left"
    translator = QTranslator()
    assert translator.load(str(resource("translations/kairos_zh_CN.qm")))
    qapp.installTranslator(translator)
    try:
        assert labelled("专注 %2", "还剩 12 分钟 %1") == "专注 %2：还剩 12 分钟 %1"
    finally:
        qapp.removeTranslator(translator)
