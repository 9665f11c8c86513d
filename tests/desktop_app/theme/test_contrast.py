"""Every pair of colours the stylesheet brings together: text 4.5 to 1, what shows where the keys are 3 to 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.dressed import dressed
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.theme.category_colours import contrast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
STYLE = Path(__file__).parents[3] / "resources" / "styles" / "kairos.qss"
GROUNDS = ("bg", "surface", "side")  # what a part without a ground of its own may stand on
TEXT, RING = 4.5, 3.0
AT_LEAST = 15  # rules of each kind; a stylesheet that is not understood would have no faults
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
Rule = tuple[str, dict[str, str]]


def rules() -> Iterator[Rule]:
    """Yield each selector alone with what is said of it."""
    text = re.sub(r"/\*.*?\*/", "", STYLE.read_text(encoding="utf-8"), flags=re.DOTALL)
    for selectors, body in re.findall(r"([^{}]+)\{((?:[^{}]|\$\{\w+\})*)\}", text):
        said = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        for selector in selectors.split(","):
            yield selector.strip(), {key.strip(): value.strip() for key, value in said.items()}


def tokens(value: str) -> list[str]:
    return [token for token in re.findall(r"\$(\w+)", value) if isinstance(getattr(LIGHT, token, None), str)]


def grounds(selector: str, said: dict[str, str], everything: list[Rule]) -> list[str]:
    """Return what a part may lie on: its own ground, else that of what it is, else any."""
    own = tokens(said.get("background", ""))
    plain = re.sub(r":(?!:)[\w-]+", "", selector)
    below = [tokens(other["background"]) for name, other in everything if name == plain and "background" in other]
    return own or next((one for one in below if one), list(GROUNDS))


def pairs(kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield selector, colour and ground of all texts, or of all rings."""
    everything = list(rules())
    for selector, said in everything:
        if ":disabled" in selector:
            continue  # what cannot be used may be faint (WCAG 1.4.3)
        ring = ":focus" in selector and said.get("border", "").startswith("2px")
        value = said.get("color", "") if kind == "text" else said["border"] if ring else ""
        for colour in tokens(value):
            # A ring is told from what lies around it; inside a filled button's is a gap that shows the page.
            for ground in GROUNDS if kind == "ring" else grounds(selector, said, everything):
                yield selector, colour, ground


def strength(palette: Palette, one: str, other: str) -> float:
    return contrast(QColor(getattr(palette, one)), QColor(getattr(palette, other)))


@BOTH
@pytest.mark.parametrize(("kind", "least"), [("text", TEXT), ("ring", RING)])
def test_every_pair(palette: Palette, kind: str, least: float) -> None:
    found = sorted(set(pairs(kind)))
    assert len({selector for selector, _, _ in found}) >= AT_LEAST
    weak = [
        f"{selector}: {one} on {other} {ratio:.2f}"
        for selector, one, other in found
        if (ratio := strength(palette, one, other)) < least
    ]
    assert "\n".join(weak) == ""


def test_a_gap_tells_the_ring_of_a_filled_button_from_its_fill() -> None:
    everything = list(rules())
    filled = {name for name, said in everything if tokens(said.get("background", "")) == ["accent"]}
    rings = [(name, said) for name, said in everything if name.removesuffix(":focus") in filled - {name}]
    buttons = {name: said for name, said in rings if name.startswith("QPushButton")}
    assert set(buttons) == {'QPushButton[kind="primary"]:focus', "QPushButton:default:focus"}
    assert {said.get("background-clip") for said in buttons.values()} == {"padding"}


@BOTH
@pytest.mark.parametrize("role", ["page", "card"])
def test_ring_gap_and_fill_are_told_apart(qtbot: QtBot, palette: Palette, role: str) -> None:
    dressed(palette)
    page = QFrame()
    qtbot.addWidget(page)
    page.setProperty("role", role)
    button = QPushButton("Make the file", page)
    button.setProperty("kind", "primary")
    button.move(20, 20)
    page.resize(200, 80)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    shown = page.grab().toImage()
    around, ring, gap, fill = (shown.pixelColor(20 + x, 20 + button.height() // 2) for x in (-1, 1, 2, 5))
    for one, other in ((around, ring), (ring, gap), (gap, fill)):
        assert contrast(one, other) >= RING
