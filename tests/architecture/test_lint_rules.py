"""The linter catches what the rules of the house forbid."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

FORBIDDEN = [
    ("TID251", "engine/history/x.py", "import datetime\n\nNOW = datetime.datetime.now(datetime.UTC)\n"),
    ("TID251", "engine/history/x.py", "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n"),
    ("TID251", "engine/history/x.py", "import datetime\n\nDAY = datetime.date.today()\n"),
    ("TID251", "engine/recorder.py", "import time\n\nNOW = time.time()\n"),
    ("TID251", "desktop_app/pages/x.py", "from time import time_ns\n\nNOW = time_ns()\n"),
    ("TID251", "desktop_app/pages/x.py", "from PySide6.QtCore import QDateTime\n\nQDateTime.currentDateTime()\n"),
    ("TID251", "engine/history/x.py", "import urllib.request\n\nurllib.request.urlopen('')\n"),
    ("TID251", "engine/history/x.py", "def late() -> None:\n    import socket\n\n    socket.socket()\n"),
    ("TID251", "desktop_app/app.py", "from PySide6.QtNetwork import QLocalServer\n\nQLocalServer()\n"),
    ("TID251", "desktop_app/app.py", "from PySide6 import QtCharts\n\nQtCharts.QChart()\n"),
    ("TID251", "engine/recorder.py", "import asyncio\n\nasyncio.start_server(None)\n"),
    ("TID251", "engine/logs.py", "from logging.handlers import HTTPHandler\n\nHTTPHandler('', '')\n"),
    ("TID253", "engine/history/x.py", "import torch\n\ntorch.ones(1)\n"),
    ("TID252", "engine/history/x.py", "from .day import summary\n\nsummary()\n"),
    ("DTZ005", "tests/x.py", "from datetime import datetime\n\nNOW = datetime.now()\n"),
    ("BLE001", "engine/history/x.py", "try:\n    pass\nexcept Exception:\n    NO = 1\n"),
    ("T201", "engine/history/x.py", "print('seen')\n"),
    ("S101", "engine/history/x.py", "assert 1\n"),
    ("PTH118", "engine/history/x.py", "import os\n\nos.path.join('a', 'b')\n"),
    ("D103", "engine/history/x.py", "def open_to_all() -> None:\n    pass\n"),
    ("C901", "engine/history/x.py", "def f(x: int) -> None:\n" + "".join(f"    if x == {n}: pass\n" for n in range(9))),
    ("PLR0913", "engine/history/x.py", "def f(a: int, b: int, c: int, d: int, e: int, f: int, g: int) -> None: ...\n"),
]
ALLOWED = [
    ("TID251", "engine/domain/clock.py", "import time\n\nNOW = time.time_ns()\n"),
    ("TID251", "engine/history/x.py", "from urllib.parse import urlsplit\n\nurlsplit('')\n"),
    ("TID253", "engine/mind/network/x.py", "import torch\n\ntorch.ones(1)\n"),
    ("TID251", "engine/history/x.py", "import time\n\nTICK = time.monotonic()\n"),
]


def findings(file: str, text: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise", "--stdin-filename", file, "-"],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return {line.split()[1].strip(":") for line in done.stdout.splitlines() if line.startswith(file)}


@pytest.mark.parametrize(("rule", "file", "text"), FORBIDDEN)
def test_what_is_forbidden_is_caught(rule: str, file: str, text: str) -> None:
    assert rule in findings(file, text)


@pytest.mark.parametrize(("rule", "file", "text"), ALLOWED)
def test_what_has_its_place_is_let_through(rule: str, file: str, text: str) -> None:
    assert rule not in findings(file, text)
