"""What a screen reader says at each stop of Tab on Today, Plan and Reports, word for word, in both languages.

To write the texts anew after a change that is meant: KAIROS_RENEW=1 python -m pytest <this file>, and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.demo_window import demo_window, fill_demo, standing_clock
from helpers.tab_walk import tab_stops
from PySide6.QtWidgets import QApplication

from engine.paths import ProfilePaths
from engine.settings import Language

PAGES = ("today", "plan", "reports")
TEXTS = Path(__file__).parents[1] / "data" / "screen_reader"


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE], ids=str)
def test_what_is_said(qapp: QApplication, tmp_path: Path, language: Language) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    lines: list[str] = []
    with standing_clock():
        fill_demo(paths)
        with demo_window(qapp, paths, language) as shown:
            for name in PAGES:
                shown.show_page(name)
                lines += [f"== {name}", *(stop.said.line() for stop in tab_stops(shown.window)), ""]
    told = "\n".join(lines).replace(str(paths.folder), "PROFILE")
    kept = TEXTS / f"{language}.txt"
    if os.environ.get("KAIROS_RENEW"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(told, encoding="utf-8")
    assert told.splitlines() == kept.read_text(encoding="utf-8").splitlines()
