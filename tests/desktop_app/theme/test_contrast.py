"""Every pair of colours the stylesheet brings together: text 4.5 to 1, what shows where the keys are 3 to 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.theme.category_colours import contrast

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
            # A ring is told from what lies around it: a filled button's from the page, not from the button.
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
