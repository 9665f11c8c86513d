"""What the packages of Windows and macOS need beyond the one of Linux: names, pictures, permissions. Never run."""

from __future__ import annotations

import plistlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MACOS = ROOT / "packaging" / "macos"
PICTURES = ROOT / "build"  # packaging/windows/icon.py puts kairos.ico and kairos.png there
VERSION_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "Kairos"),
      StringStruct("FileDescription", "Kairos"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "kairos"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("ProductName", "Kairos"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def own_version() -> str:
    """Return the version this checkout has."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "engine" / "__init__.py").read_text(encoding="utf-8"))
    return found.group(1) if found else "0"


def program_look(work: Path) -> dict[str, str]:
    """Return what an executable is told on this system: on Windows its icon and what its properties say."""
    if sys.platform != "win32":
        return {}
    resource = work / "version.txt"
    resource.write_text(version_resource(own_version()), encoding="utf-8")
    return {"icon": str(PICTURES / "kairos.ico"), "version": str(resource)}


def version_resource(version: str) -> str:
    """Return the properties of a Windows program as PyInstaller reads them."""
    numbers = [int(number) for number in re.findall(r"\d+", version.partition("rc")[0])]
    return VERSION_RESOURCE.format(version=version, four=tuple((numbers + [0] * 4)[:4]))


def bundle_look() -> dict[str, object]:
    """Return what the bundle of macOS is told."""
    return {
        "name": "Kairos.app",
        "icon": str(PICTURES / "kairos.png"),
        "bundle_identifier": "app.kairos.Kairos",
        "version": own_version(),
        "info_plist": plistlib.loads((MACOS / "Info.plist").read_bytes()),
    }


def bundle_files() -> list[tuple[str, str]]:
    """Return the texts of the bundle in each language, with the folders they go to; none on other systems."""
    if sys.platform != "darwin":
        return []
    return [(str(folder), folder.name) for folder in sorted(MACOS.glob("*.lproj"))]


def kept(entries: Iterable[tuple[str, str, str]], sources: frozenset[str]) -> list[tuple[str, str, str]]:
    """Return the analysis's entries without sources, by the ends of their names, and tests.

    What of Qt can go there was never tried, so all of it stays.
    """
    return [entry for entry in entries if not _is_of_builders(Path(entry[0]), sources)]


def _is_of_builders(path: Path, sources: frozenset[str]) -> bool:
    return path.suffix in sources or bool({"tests", "test", "include", "__pycache__"} & set(path.parts[1:-1]))
