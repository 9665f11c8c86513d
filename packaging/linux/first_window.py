"""How long until the first window is on the screen: the packaged program beside the plain one, turn by turn.

    python packaging/linux/first_window.py PAYLOAD/kairos [--runs 5] [--by-name]

Each is started on an X server of its own, on a profile that exists; the time runs from the start of the process until
the window is mapped and something is painted in its middle. The first run of each only fills the caches. By its name,
as the menu starts it, it shows the first run and starts no recorder.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import psutil
import xcffib
import xcffib.xproto

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 60.0
_BEAT_S = 0.002
_SMALLEST = 300  # pixels; what a tool tip or an icon is not


def main(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(description="Time to the first window, packaged and plain.")
    parser.add_argument("program", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--display", default=":93")
    parser.add_argument("--by-name", action="store_true", help="`kairos` alone, not the window's own process")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(str(given.program), folder, by_name=given.by_name)
        took: dict[str, list[tuple[float, float]]] = {"plain": [], "packaged": []}
        server = subprocess.Popen(["Xvfb", given.display, "-screen", "0", "1400x900x24"], stderr=subprocess.DEVNULL)
        try:
            for run in range(given.runs + 1):
                for name, command in commands.items():
                    seconds = _once(command, given.display, folder)
                    if run:
                        took[name].append(seconds)
        finally:
            server.terminate()
            server.wait()
    for number, what in enumerate(("time", "processor")):
        of = {name: [one[number] for one in all_of] for name, all_of in took.items()}
        for name, all_of in of.items():
            print(f"{what:9} {name:8} median {1000 * median(all_of):5.0f} ms  {[round(1000 * one) for one in all_of]}")
        print(f"{what:9} ratio {median(of['packaged']) / median(of['plain']):.2f}")
    return 0


def _commands(program: str, folder: str, *, by_name: bool) -> dict[str, tuple[str, ...]]:
    if by_name:
        return {"plain": (sys.executable, "-m", "engine.cli"), "packaged": (program,)}
    words = ("desktop_app", "--profile", folder, "--no-recorder")
    return {"plain": (sys.executable, "-m", *words), "packaged": (program, "--module", *words)}


def _once(command: tuple[str, ...], display: str, home: str) -> tuple[float, float]:
    """Return the seconds until the window is painted, and those the processor worked for it."""
    connection = _connected(display)
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    for name in ("PYTHONDONTWRITEBYTECODE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    environment["HOME"] = home
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    began = time.perf_counter()
    program = subprocess.Popen(command, env=environment, cwd="/", stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - began < LONGEST_S:
            if _painted(connection):
                return time.perf_counter() - began, sum(psutil.Process(program.pid).cpu_times()[:2])
            time.sleep(_BEAT_S)
        raise TimeoutError(" ".join(command))
    finally:
        program.kill()
        program.wait()
        connection.disconnect()


def _connected(display: str) -> Any:
    until = time.monotonic() + LONGEST_S
    while True:
        try:
            made: Any = xcffib.connect
            return made(display)
        except xcffib.ConnectionException:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _painted(connection: Any) -> bool:
    """Tell whether a large window shows anything but one colour along a line through it."""
    core = connection.core
    root = connection.get_setup().roots[0].root
    for window in core.QueryTree(root).reply().children:
        try:
            place = core.GetGeometry(window).reply()
            shown = core.GetWindowAttributes(window).reply().map_state == xcffib.xproto.MapState.Viewable
            if not shown or place.width < _SMALLEST or place.height < _SMALLEST:
                continue
            line = core.GetImage(xcffib.xproto.ImageFormat.ZPixmap, window, 0, 70, place.width, 1, 0xFFFFFFFF).reply()
        except xcffib.Error:
            continue
        pixels = bytes(line.data)
        if len({pixels[at : at + 3] for at in range(0, len(pixels), 4)}) > 1:
            return True
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
