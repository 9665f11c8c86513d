"""The app's icon as Windows and macOS want it, drawn from resources/icons/app.svg, and the strip of the set-up program.

python packaging/windows/icon.py OUTPUT.ico
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[2] / "resources" / "icons" / "app.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_ACCENT = QColor("#1F5FBF")
_WHITE = QColor("#FFFFFF")
_SIDE = (164, 314)
_OF_MACOS = 1024  # PyInstaller makes an .icns of it
_LARGEST = 256  # written as 0: the field has one byte


def write_icon(target: Path, drawing: Path = DRAWING) -> None:
    """Write the icon: each size drawn by itself, kept as PNG, which Windows reads since Vista."""
    pictures = [picture_of(drawing, size) for size in SIZES]
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        side = size % _LARGEST
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    target.write_bytes(struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures))


def picture_of(drawing: Path, size: int) -> bytes:
    """Return the drawing in white on a rounded square of the accent colour, as PNG; size in pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ACCENT)
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
    edge = size * 0.03
    painter.drawImage(QRectF(edge, edge, size - 2 * edge, size - 2 * edge), _in_white(drawing, size * 4))
    painter.end()
    return _png(picture)


def write_side(target: Path) -> None:
    """Write the strip beside the first and last page of the set-up program, a BMP of the size NSIS asks for.

    It holds no drawing: with other fonts the page is of other proportions, and the strip is stretched to fit.
    """
    picture = QImage(*_SIDE, QImage.Format.Format_RGB888)
    picture.fill(_ACCENT)
    QImageWriter(str(target), QByteArray(b"BMP")).write(picture)


def _in_white(drawing: Path, side: int) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), _WHITE)
    painter.end()
    return picture


def _png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    return bytes(content.data())


def main(arguments: list[str]) -> int:
    """Write the icon to the path given, and beside it a .bmp and a .png; returns the exit status."""
    if len(arguments) != 1:
        print("usage: python packaging/windows/icon.py OUTPUT.ico", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    target = Path(arguments[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    write_icon(target)
    write_side(target.with_suffix(".bmp"))
    target.with_suffix(".png").write_bytes(picture_of(DRAWING, _OF_MACOS))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
