"""What both packages put beside the program: menu entry, icons, AppStream metadata, man page, licences."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "resources" / "desktop"
METAINFO = "app.kairos.Kairos.metainfo.xml"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DRAW = """
import sys
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
app = QGuiApplication(["icons", "-platform", "offscreen"])
drawing = QSvgRenderer(sys.argv[1])
for size, file in zip(sys.argv[2::2], sys.argv[3::2]):
    image = QImage(int(size), int(size), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    if not image.save(file):
        sys.exit(f"{file} cannot be written")
"""


def own_version() -> str:
    """Return the version the program says it has."""
    text = (ROOT / "engine" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "(.+?)"', text)
    if found is None:
        raise ValueError("engine/__init__.py tells no version")
    return found.group(1)


def put_menu(share: Path, program: str) -> None:
    """Put menu entry, metadata, icons and man page below a `share` folder.

    program: what the menu starts.
    """
    entry = (DESKTOP / "kairos.desktop").read_text(encoding="utf-8").replace("Exec=kairos", f"Exec={program}")
    _write(share / "applications" / "kairos.desktop", entry.encode())
    _write(share / "metainfo" / METAINFO, (DESKTOP / METAINFO).read_bytes())
    page = (DESKTOP / "kairos.1").read_bytes()
    _write(share / "man" / "man1" / "kairos.1.gz", gzip.compress(page, 9, mtime=0))
    _put_icons(share / "icons" / "hicolor")


def _put_icons(theme: Path) -> None:
    drawing = DESKTOP / "kairos.svg"
    _write(theme / "scalable" / "apps" / "kairos.svg", drawing.read_bytes())
    words = []
    for size in SIZES:
        file = theme / f"{size}x{size}" / "apps" / "kairos.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        words += [str(size), str(file)]
    subprocess.run([sys.executable, "-c", DRAW, str(drawing), *words], check=True)


def put_licences(payload: Path) -> None:
    """Put the licences of everything inside beside it, one file per library; they ask to be handed on."""
    folder = payload / "_internal" / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    _write(folder / "kairos.txt", (ROOT / "LICENSE").read_bytes())
    for one in metadata.distributions():
        texts = [
            file for file in one.files or () if _is_licence(str(file)) and Path(str(one.locate_file(file))).is_file()
        ]
        if texts and _is_inside(one, payload):
            parts = [_text(Path(str(one.locate_file(file)))) for file in texts]
            head = f"{one.metadata['Name']} {one.version}\n\n".encode()
            _write(folder / f"{one.metadata['Name'].lower()}.txt", head + b"\n\n".join(parts))


def _text(file: Path) -> bytes:
    """Return the file's text in UTF-8, whatever it was written in."""
    content = file.read_bytes()
    try:
        return content.decode("utf-8").encode()
    except UnicodeDecodeError:
        return content.decode("latin-1").encode()


def _is_licence(name: str) -> bool:
    path = Path(name)
    start = path.name.lower().startswith(("licen", "copying", "notice", "authors"))
    return start and ".dist-info" in path.parts[0] and path.suffix not in {".py", ".pyc"}


def _is_inside(one: metadata.Distribution, payload: Path) -> bool:
    """Tell whether a module of the distribution is in the payload: a folder of it, or a module in the executable."""
    inside = (payload / "_internal" / "modules.txt").read_text(encoding="utf-8").split()
    tops = {Path(str(file)).parts[0].removesuffix(".py").partition(".")[0] for file in one.files or ()}
    return not tops.isdisjoint(inside)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
