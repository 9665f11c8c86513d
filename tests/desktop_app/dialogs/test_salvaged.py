"""What became of a damaged database is told once, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTranslator

from desktop_app.dialogs.salvaged import SalvagedBox
from engine.domain.backups import Kind, Salvaged, Share
from engine.paths import resource

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DAY = 86_400_000
ASIDE = Path("/profile/backups/damaged-1/kairos.sqlite3")
LOST = (Share(Kind.ACTIVITY, 12, 20_000 * DAY, 20_001 * DAY), Share(Kind.RULE, 0))


@pytest.fixture
def english(qapp: Any) -> Iterator[None]:
    """The plurals of English."""
    translator = QTranslator()
    assert translator.load("kairos_en.qm", str(resource("translations")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Salvaged(1, ASIDE, 5_000, 12, 20_002 * DAY, LOST),
            [
                "5000 row(s) were read from it.",
                "12 row(s) came from the backup of",
                "Lost: 12 stretches of recorded time, from",
                "; some rules.",
                "/damaged-1",
            ],
        ),
        (Salvaged(1, ASIDE, 5_000, 0, None, ()), ["Nothing is known to be lost."]),
        (Salvaged(1, ASIDE, 0, 7, DAY, (), only_backup=True), ["the backup of", "was put in its place"]),
        (Salvaged(1, ASIDE, 0, 0, None, (), only_backup=True), ["there is no backup: your history begins anew."]),
    ],
)
def test_it_says_what_was_read_what_came_back_and_what_is_lost(qtbot: Any, found: Salvaged, said: list[str]) -> None:
    box = SalvagedBox(found)
    qtbot.addWidget(box)
    text = box.informativeText()
    assert [part for part in said if part not in text] == []


def test_a_lost_database_is_not_called_damaged(qtbot: Any) -> None:
    for aside, said in ((ASIDE, "was damaged"), (Path(), "was gone or empty")):
        box = SalvagedBox(Salvaged(1, aside, 0, 7, DAY, (), only_backup=True))
        qtbot.addWidget(box)
        assert said in box.text()


def test_of_one_it_says_so(qtbot: Any, english: None) -> None:
    shares = (Share(Kind.ACTIVITY, 1, DAY, DAY), Share(Kind.CORRECTION, 1), Share(Kind.CARD, 2))
    box = SalvagedBox(Salvaged(1, ASIDE, 5, 0, None, shares))
    qtbot.addWidget(box)
    assert "Lost: 1 stretch of recorded time, from" in box.informativeText()
    assert "; 1 correction; 2 cards." in box.informativeText()


def test_it_is_told_once_when_the_window_opens(open_desk: Any) -> None:
    bench = open_desk(salvaged=Salvaged(1, ASIDE, 5, 0, None, ()))
    boxes: list[SalvagedBox] = []

    def shown() -> bool:
        boxes[:] = [box for box in bench.desk.window.findChildren(SalvagedBox) if box.isVisible()]
        return bool(boxes)

    bench.qtbot.waitUntil(shown)
    boxes[0].accept()
    bench.qtbot.waitUntil(lambda: bench.engine.backups.salvaged is None)
