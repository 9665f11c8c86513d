"""Compile the Windows set-up program from a folder of programs: NSIS makes it, on Linux, macOS or Windows.

    python packaging/windows/make_setup.py PAYLOAD OUTPUT.exe [--version X.Y.Z] [--icon FILE.ico] [--sign COMMAND]

PAYLOAD is what PyInstaller made (dist/kairos). What is installed is listed file by file, and the uninstaller removes
that list and nothing else, so that it cannot take away what a person put beside it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WINDOW = "kairos-window.exe"
CONSOLE = "kairos.exe"
LONGEST = 190
"""Characters of a path within the payload: Windows allows 259 in all, and the usual folder takes up to 69 of them."""


def main(arguments: list[str]) -> int:
    """Compile; returns the exit status, 1 where the payload is not one or makensis found a fault."""
    parser = argparse.ArgumentParser(description="Compile the set-up program for Windows.")
    parser.add_argument("payload", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--version", default=own_version())
    parser.add_argument(
        "--icon", type=Path, default=ROOT / "build" / "kairos.ico", help="made by icon.py, which puts a .bmp beside it"
    )
    parser.add_argument("--target", default="amd64-unicode", help="x86-unicode where NSIS has no 64-bit stub")
    parser.add_argument("--sign", help="a command that signs the file whose path follows it")
    given = parser.parse_args(arguments)
    missing = [str(path) for path in needed(given.payload, given.icon) if not path.is_file()]
    if missing:
        print(f"Missing: {', '.join(missing)}", file=sys.stderr)
        return 1
    return compile_setup(given)


def needed(payload: Path, icon: Path) -> tuple[Path, ...]:
    """Return the files without which there is nothing to install."""
    return (payload / WINDOW, payload / CONSOLE, icon, icon.with_suffix(".bmp"))


def own_version() -> str:
    """Return the version this checkout has, without importing it."""
    text = (ROOT / "engine" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    return found.group(1) if found else "0"


def of_four(version: str) -> str:
    """Return the version as Windows counts: four numbers ("0.2.0rc1" is "0.2.0.0")."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    numbers = release.group(0).split(".") if release else []
    return ".".join((numbers + ["0"] * 4)[:4])


def recorder_value() -> str:
    """Return the name under which the app notes itself to start at log-in, without importing it."""
    text = (ROOT / "engine" / "tracking" / "log_in.py").read_text(encoding="utf-8")
    found = re.search(r'^RUN_NAME = "([^"]+)"', text, flags=re.MULTILINE)
    if not found:
        raise SystemExit("engine/tracking/log_in.py does not say what the log-in value is called.")
    return found.group(1)


def compile_setup(given: argparse.Namespace) -> int:
    """Write the list of files and let makensis work; returns its exit status."""
    payload, output = given.payload.resolve(), given.output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as away:
        listed = Path(away) / "files.nsh"
        listed.write_text(file_list(payload), encoding="utf-8")
        words = {
            "TARGET": given.target,
            "OUTPUT": str(output),
            "FILES": str(listed),
            "ICON": str(given.icon.resolve()),
            "SIDE": str(given.icon.resolve().with_suffix(".bmp")),
            "LICENCE": str(ROOT / "LICENSE"),
            "VERSION": given.version,
            "VERSION_OF_FOUR": of_four(given.version),
            "KILOBYTES": str(-(-sum(path.stat().st_size for path in files_of(payload)) // 1024)),
            "WINDOW": WINDOW,
            "CONSOLE": CONSOLE,
            "RECORDER": recorder_value(),
            **({"SIGN": given.sign} if given.sign else {}),
        }
        defined = [f"-D{name}={value}" for name, value in words.items()]
        command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, str(HERE / "kairos.nsi")]
        return subprocess.call(command, cwd=HERE)


def files_of(payload: Path) -> list[Path]:
    """Return the files to install, in an order that does not depend on the machine; none may lie too deep."""
    found = sorted(path for path in payload.rglob("*") if path.is_file())
    deep = [str(path) for path in found if len(str(path.relative_to(payload))) > LONGEST]
    if deep:
        raise SystemExit(f"Windows would not take paths as long as {deep[0]}")
    return found


def file_list(payload: Path) -> str:
    """Return the two macros that put every file in place and take it away again, folders from within outwards."""
    put, take, folders = [], [], set[Path]()
    current = None
    for path in files_of(payload):
        inside = path.relative_to(payload)
        if inside.parent != current:
            current = inside.parent
            put.append(f'SetOutPath "{installed(current)}"')
            folders.update(folder for folder in (current, *current.parents) if folder.parts)
        put.append(f'File "/oname={escaped(path.name)}" "{path}"')
        take.append(f'Delete "{installed(inside)}"')
    take += [f'RMDir "{installed(folder)}"' for folder in sorted(folders, reverse=True)]
    return "".join(f"!macro {name}\n  " + "\n  ".join(lines) + "\n!macroend\n" for name, lines in (
        ("PutFiles", put),
        ("TakeFiles", take),
    ))  # fmt: skip


def installed(inside: Path) -> str:
    """Return where a path of the payload lies on the person's machine."""
    return "\\".join(("$INSTDIR", *(escaped(part) for part in inside.parts)))


def escaped(text: str) -> str:
    """Return the text as NSIS reads it between double quotes; one with a quote is no file name on Windows."""
    if '"' in text or "\n" in text:
        raise SystemExit(f"A file of the payload cannot be named on Windows: {text!r}")
    return text.replace("$", "$$")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
