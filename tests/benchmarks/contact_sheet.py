"""Pictures of every page in every theme, language and size, joined to one sheet a page, with the faults a program sees.

    python tests/benchmarks/contact_sheet.py PROFILE FOLDER [--pages today plan] [--sizes 1280x800] [--looks light_en]
        [--whole]

PROFILE is only looked at (a copy is safest: opening a database may upgrade it); FOLDER takes PAGE_THEME_LANG_SIZE.png,
PAGE.png (the sheet) and faults.txt. A size ending in @2 is drawn at a scale of 200 %, by a process of its own, since Qt
reads the scale once. --whole makes the window as tall as what the page holds, to see what lies below the fold.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from benchmarks.page_faults import faults  # noqa: E402  (the path is set just above)
from PySide6.QtCore import QRect, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget  # noqa: E402

from desktop_app.main_window import MainWindow  # noqa: E402
from desktop_app.options import PAGES  # noqa: E402
from desktop_app.screenshot import Studio  # noqa: E402
from engine.bootstrap import build_engine  # noqa: E402
from engine.paths import profile_at  # noqa: E402
from engine.settings import Language, LookSettings, Theme, load_settings  # noqa: E402

SIZES = ("1280x800", "1920x1080", "900x700", "1280x800@2")
LOOKS = {
    f"{theme}_{language}": LookSettings(theme=theme, language=language)
    for theme in (Theme.LIGHT, Theme.DARK)
    for language in (Language.ENGLISH, Language.CHINESE)
}
TALLEST, GAP, SHEET_WIDTH = 6_000, 16, 3_840


def draw(wanted: argparse.Namespace, sizes: list[str]) -> list[str]:
    """Save the pictures of these sizes, all of one scale; returns the faults seen."""
    app = QApplication(["kairos", "-style", "fusion"])
    app.setProperty("style", "fusion")
    paths = profile_at(wanted.profile).ensure()
    engine, seen = build_engine(paths), list[str]()
    for look in wanted.looks:
        studio = Studio(app)
        window = studio.open(engine, replace(load_settings(paths.settings), look=LOOKS[look]))
        for page in wanted.pages:
            for size in sizes:
                name = f"{page}_{look}_{size}"
                picture, page_picture = _picture(window, studio, page, size, whole=wanted.whole)
                picture.save(str(wanted.folder / f"{name}.png"))
                seen += [f"{name}: {fault}" for fault in faults(window.page, page_picture)]
        studio.close()
    engine.close()
    return seen


def _picture(window: MainWindow, studio: Studio, page: str, size: str, *, whole: bool) -> tuple[QImage, QImage]:
    width, _, height = size.partition("@")[0].partition("x")
    window.resize(int(width), int(height))
    window.show_page(page)
    window.show()
    studio.settle()
    if whole:
        areas = [part for part in (window.page, *window.page.findChildren(QWidget)) if isinstance(part, QScrollArea)]
        lacking = max((area.verticalScrollBar().maximum() for area in areas if area.isVisible()), default=0)
        window.resize(int(width), min(TALLEST, int(height) + lacking))
        studio.settle()
    return window.grab().toImage(), window.page.grab().toImage()


def join(folder: Path, page: str, looks: list[str], sizes: list[str]) -> Path:
    """Save the pictures of a page as one sheet: a row for each size, themes and languages beside each other."""
    rows = []
    for size in sizes:
        pictures = [QImage(str(folder / f"{page}_{look}_{size}.png")) for look in looks]
        side = (SHEET_WIDTH - GAP * (len(pictures) + 1)) // len(pictures)
        rows.append([one.scaledToWidth(side, Qt.TransformationMode.SmoothTransformation) for one in pictures])
    height = GAP + sum(max(one.height() for one in row) + GAP for row in rows)
    sheet = QImage(SHEET_WIDTH, height, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter, top = QPainter(sheet), GAP
    for row in rows:
        left = GAP
        for one in row:
            painter.drawImage(QRect(left, top, one.width(), one.height()), one)
            left += one.width() + GAP
        top += max(one.height() for one in row) + GAP
    painter.end()
    target = folder / f"{page}.png"
    sheet.save(str(target))
    return target


def _draw_at_each_scale(wanted: argparse.Namespace) -> None:
    for scale in sorted({size.partition("@")[2] or "1" for size in wanted.sizes}):
        sizes = [size for size in wanted.sizes if (size.partition("@")[2] or "1") == scale]
        command = [sys.executable, __file__, str(wanted.profile), str(wanted.folder), "--scaled", "--sizes", *sizes]
        command += ["--looks", *wanted.looks, "--pages", *wanted.pages, *(["--whole"] if wanted.whole else [])]
        subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": scale})


def main() -> None:
    """Draw, look and join."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("profile", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", nargs="+", default=list(PAGES), choices=PAGES)
    parser.add_argument("--sizes", nargs="+", default=list(SIZES))
    parser.add_argument("--looks", nargs="+", default=list(LOOKS), choices=list(LOOKS))
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--scaled", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    found = wanted.folder / "faults.txt"
    if wanted.scaled:
        with found.open("a", encoding="utf-8") as lines:
            lines.writelines(f"{line}\n" for line in draw(wanted, wanted.sizes))
        return
    found.unlink(missing_ok=True)
    _draw_at_each_scale(wanted)
    for page in wanted.pages:
        sys.stdout.write(f"{join(wanted.folder, page, wanted.looks, wanted.sizes)}\n")
    sys.stdout.write(f"{len(found.read_text(encoding='utf-8').splitlines())} faults in {found}\n")


if __name__ == "__main__":
    main()
