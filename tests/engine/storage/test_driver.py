from __future__ import annotations

import ctypes.util
import os
import subprocess
import sys

import pytest

from engine.domain.errors import StorageError
from engine.storage import driver

SHOW = (
    "from engine.storage import driver\n"
    "c = driver.load().connect(':memory:')\n"
    "print(c.execute('PRAGMA cipher_version').fetchone(), c.execute('SELECT sqlite_version()').fetchone()[0])\n"
    "c.close()\n"
)


def _shown(before: str = "", **environment: str) -> str:
    command = [sys.executable, "-c", before + SHOW]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **environment}).stdout


def test_the_driver_is_the_cipher_build_and_new_enough() -> None:
    module = driver.load()
    assert module.sqlite_version_info >= (3, 51, 3)
    assert "community" in _shown()


def test_another_sqlite_in_the_process_does_not_take_over() -> None:
    shown = _shown("import sqlite3\nsqlite3.connect(':memory:').execute('SELECT 1')\n")
    assert "community" in shown
    assert shown.split()[-1] == driver.load().sqlite_version


@pytest.mark.skipif(ctypes.util.find_library("sqlite3") is None, reason="no libsqlite3 on this machine to preload")
def test_a_preloaded_libsqlite3_does_not_take_over() -> None:
    shown = _shown(LD_PRELOAD=str(ctypes.util.find_library("sqlite3")))
    assert "community" in shown
    assert shown.split()[-1] == driver.load().sqlite_version


@pytest.mark.skipif(not hasattr(sys, "getdlopenflags"), reason="this platform has no flags for loading libraries")
def test_the_flags_for_loading_libraries_are_put_back() -> None:
    show = "import sys\nbefore = sys.getdlopenflags()\nfrom engine.storage import driver\ndriver.load()\n"
    show += "print(before == sys.getdlopenflags())"
    command = [sys.executable, "-c", show]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "True\n"


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 45, 1), (3, 51, 2)])
def test_a_sqlite_that_can_damage_data_is_refused(version: tuple[int, int, int]) -> None:
    with pytest.raises(StorageError, match=r"3\.51\.3"):
        driver.check_version(version)


def test_the_first_safe_sqlite_is_accepted() -> None:
    driver.check_version((3, 51, 3))
